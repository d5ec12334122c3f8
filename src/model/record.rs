//! [`Record`]: one reference, typed, with the history of every value.

use super::{Date, EntryType, Field, Name, Origin, Pages, Text, Tracked, Value};
use crate::source::Place;

/// One reference.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Record {
    /// What kind of work it is.
    pub entry_type: EntryType,
    /// The type as the input wrote it, where [`EntryType`] could not hold it.
    pub entry_type_written: Option<String>,
    /// The citation key or the format's own id, as found; empty where there is none.
    pub key: String,
    /// What the record is to the text it stood in.
    pub role: Role,
    /// Where it stood.
    pub place: Place,
    /// Sorted by field, each field once.
    fields: Vec<(Field, Tracked<Value>)>,
    /// One bit for each of them, by the number of the field.
    present: u128,
    /// Fields that [`Field`] does not know, in input order.
    pub extra: Vec<Extra>,
    /// What others wrote about the work, from a citation index.
    pub statements: Vec<Statement>,
    /// Keys of records merged into this one.
    pub merged_keys: Vec<String>,
    /// Where the records merged into this one were found; empty where none was.
    pub sources: Vec<Origin>,
}

/// What a record is to the text it was found in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Role {
    /// What the page is about, or an entry of a list.
    #[default]
    Primary,
    /// Named beside it: related work, search results.
    Related,
    /// From the page's own reference list.
    Reference,
}

/// A field that [`Field`] does not know.
#[derive(Debug, Clone, PartialEq)]
pub struct Extra {
    /// The name as written: `mendeley-tags`, `C7`.
    pub name: String,
    /// The value as read.
    pub value: Tracked<Text>,
}

/// One thing another work said about this one, from a citation index; equal ones are counted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// The words.
    pub text: String,
    /// The section it stood in: `Discussion`; empty where not said.
    pub section: String,
    /// `mentioning`, `supporting` or `contrasting`; empty where not said.
    pub stance: String,
    /// How often it was found, near-identical wordings included.
    pub count: usize,
    /// Where it was found first.
    pub place: Place,
}

impl Record {
    /// An empty record read at `place`.
    pub fn new(entry_type: EntryType, place: Place) -> Self {
        Self {
            entry_type,
            place,
            ..Self::default()
        }
    }

    /// The value of `field`, where it has one.
    ///
    /// ```
    /// use bibsift::model::{Field, Record};
    /// let mut record = Record::default();
    /// record.put(Field::Title, "On Growth and Form");
    /// assert_eq!(record.text(Field::Title).unwrap(), "On Growth and Form");
    /// ```
    pub fn get(&self, field: Field) -> Option<&Value> {
        self.tracked(field).map(|tracked| &tracked.value)
    }

    /// The value of `field` with its history.
    pub fn tracked(&self, field: Field) -> Option<&Tracked<Value>> {
        if !self.has(field) {
            return None;
        }
        // A record has few fields, the ones most asked for in front.
        let mut fields = self.fields.iter();
        fields.find_map(|(other, tracked)| (*other == field).then_some(tracked))
    }

    /// The value of `field` with its history, to change.
    pub fn tracked_mut(&mut self, field: Field) -> Option<&mut Tracked<Value>> {
        if !self.has(field) {
            return None;
        }
        let mut fields = self.fields.iter_mut();
        fields.find_map(|(other, tracked)| (*other == field).then_some(tracked))
    }

    /// Whether `field` has a value.
    pub fn has(&self, field: Field) -> bool {
        self.present & bit(field) != 0
    }

    /// Sets `field`, replacing what it held. The value counts as read where the record stands.
    pub fn put(&mut self, field: Field, value: impl Into<Value>) {
        let place = self.place;
        self.put_tracked(field, Tracked::read(value.into(), place));
    }

    /// Sets `field` with a history of its own, replacing what it held.
    pub fn put_tracked(&mut self, field: Field, value: Tracked<Value>) {
        match self.place_of(field) {
            Ok(at) => self.fields[at].1 = value,
            Err(at) => {
                self.present |= bit(field);
                self.fields.insert(at, (field, value));
            }
        }
    }

    /// Makes room for `fields` more fields.
    pub(crate) fn reserve(&mut self, fields: usize) {
        self.fields.reserve_exact(fields);
    }

    /// Sets all of `fields`, each with a history of its own. Of a field given twice the last counts.
    pub(crate) fn put_all(&mut self, mut fields: Vec<(Field, Tracked<Value>)>) {
        fields.sort_by_key(|(field, _)| *field);
        let once = fields.windows(2).all(|pair| match pair {
            [one, other] => one.0 != other.0,
            _ => true,
        });
        if once && self.fields.is_empty() {
            self.present = fields.iter().fold(0, |all, (field, _)| all | bit(*field));
            self.fields = fields;
        } else {
            for (field, value) in fields {
                self.put_tracked(field, value);
            }
        }
    }

    /// Takes `field` out.
    pub fn remove(&mut self, field: Field) -> Option<Tracked<Value>> {
        let at = self.place_of(field).ok()?;
        self.present &= !bit(field);
        Some(self.fields.remove(at).1)
    }

    /// One bit for each field that has a value, by the number of the field.
    pub(crate) fn present(&self) -> u128 {
        self.present
    }

    /// Where `field` stands, or would.
    fn place_of(&self, field: Field) -> Result<usize, usize> {
        let behind = self.fields.iter().position(|(own, _)| *own >= field);
        let at = behind.unwrap_or(self.fields.len());
        if self.has(field) { Ok(at) } else { Err(at) }
    }

    /// All fields in canonical order.
    pub fn fields(&self) -> impl Iterator<Item = (Field, &Tracked<Value>)> {
        self.fields.iter().map(|(field, tracked)| (*field, tracked))
    }

    /// All fields in canonical order, to change values in place.
    pub fn fields_mut(&mut self) -> impl Iterator<Item = (Field, &mut Tracked<Value>)> {
        self.fields
            .iter_mut()
            .map(|(field, tracked)| (*field, tracked))
    }

    /// The content of a text field; of a list with one item, that item. Mind
    /// [`Markup`](super::Markup): the content may hold LaTeX.
    pub fn text(&self, field: Field) -> Option<&str> {
        match self.get(field)? {
            Value::Text(text) => Some(&text.content),
            Value::List(list) => match list.as_slice() {
                [one] => Some(&one.content),
                _ => None,
            },
            _ => None,
        }
    }

    /// The names of a name field; none where it is absent or not typed.
    pub fn names(&self, field: Field) -> &[Name] {
        match self.get(field) {
            Some(Value::Names(names)) => &names.list,
            _ => &[],
        }
    }

    /// The date of a date field, where it is typed.
    pub fn date(&self, field: Field) -> Option<&Date> {
        match self.get(field)? {
            Value::Date(date) => Some(date),
            _ => None,
        }
    }

    /// The year of publication, where known.
    pub fn year(&self) -> Option<i32> {
        self.date(Field::Date)?.year()
    }

    /// The pages, where typed.
    pub fn pages(&self) -> Option<&Pages> {
        match self.get(Field::Pages)? {
            Value::Pages(pages) => Some(pages),
            _ => None,
        }
    }
}

fn bit(field: Field) -> u128 {
    1 << field as u32
}

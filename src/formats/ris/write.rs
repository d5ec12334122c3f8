//! Writes RIS by the profile that Zotero reads without loss.
//!
//! The full title of the container in `T2`, `PY` beside `DA`, pages as one range in `SP`, a bare
//! DOI, one keyword a tag, the abstract on one line, `Y2` at noon (so that no time zone moves the
//! day), `&amp; &lt; &gt;` in everything but `AB`, `N1` and `RN`. What the type has no tag for is
//! `M2  - Label: value`. Reading what was written and writing it again gives the same text.

mod leftovers;
mod numbers;
mod people;
mod plain;
mod titles;

use std::borrow::Cow;

use super::apply::{apply, entry_type, typed};
use super::render::{date_value, escape, is_blank, line, plain, value};
use super::tag::Tag;
use super::{labels, slots};
use crate::formats::{Matter, WriteOptions, Writer, losses};
use crate::model::{EntryType, Extra, Field, Kind, Markup, Name, Names, Record, Text, Value};

/// The writer.
pub(super) static WRITER: Writer = Writer {
    head: nothing,
    record: write,
    between: "",
    tail: nothing,
    losses: losses::OF_RIS,
};

fn nothing(_: &Matter, _: &WriteOptions) -> String {
    String::new()
}

/// Appends one record.
fn write(record: &Record, options: &WriteOptions, out: &mut String) {
    let record = settle(record);
    let ty = type_code(&record);
    let mut page = Page {
        ty: slots::stated(ty).unwrap_or_default(),
        record: &record,
        options,
        out,
        labelled: Vec::new(),
        cut: Vec::new(),
        said: Vec::new(),
    };
    page.tag(*b"TY", ty);
    let key = line(&record.key);
    // A number in `ID` is taken for the number of a database record, here and elsewhere.
    let labelled = !key.contains(char::is_alphabetic);
    if !labelled {
        page.tag(*b"ID", &key);
    }
    page.titles();
    page.people();
    page.container();
    page.date();
    page.numbers();
    page.identifiers();
    page.keywords();
    page.text(*b"AB", Field::Abstract);
    page.access();
    page.plain();
    page.notes();
    if labelled && !key.is_empty() {
        page.tag(*b"M2", &format!("{}: {key}", labels::KEY));
    }
    page.leftovers();
    page.out.push_str("ER  - \n\n");
}

/// Gives what stands in `extra` under a label of ours its field, as reading it back would.
fn settle(record: &Record) -> Cow<'_, Record> {
    let labelled = |extra: &Extra| {
        let name = label_of(&extra.name);
        labels::is_taken(&name)
            || labels::plural(&name).is_some()
            || name == "M2" && labels::cut(&plain(&extra.value.value)).is_some()
    };
    let fields = record.fields();
    let empty: Vec<Field> = fields
        .filter(|(field, tracked)| is_empty(*field, &tracked.value))
        .map(|(field, _)| field)
        .collect();
    let word = record.entry_type_written.as_deref();
    let known = word
        .filter(|_| record.entry_type == EntryType::Misc)
        .and_then(entry_type);
    if empty.is_empty() && known.is_none() && !record.extra.iter().any(labelled) {
        return Cow::Borrowed(record);
    }
    let mut settled = record.clone();
    settled.entry_type = known.unwrap_or(record.entry_type);
    // What is blank is not written, so that a label may say it.
    settled.entry_type_written = settled.entry_type_written.filter(|word| !is_blank(word));
    settled
        .merged_keys
        .retain(|keys| !keys.split(',').all(is_blank));
    for field in empty {
        settled.remove(field);
    }
    for extra in std::mem::take(&mut settled.extra) {
        let (name, place) = (label_of(&extra.name), extra.value.provenance.place);
        let text = plain(&extra.value.value);
        let (mut label, mut text): (&str, &str) = (&name, &text);
        while label.eq_ignore_ascii_case("M2")
            && let Some((inner, rest)) = labels::cut(text)
        {
            (label, text) = (inner, rest);
        }
        if !text.is_empty() {
            apply(&mut settled, label, text, place);
        }
    }
    Cow::Owned(settled)
}

/// Whether nothing of a field would be written, so that reading finds it free.
fn is_empty(field: Field, held: &Value) -> bool {
    let none = |list: &Names| {
        let blank = |name: &Name| {
            let mut parts = [&name.family, &name.given, &name.particle, &name.suffix].into_iter();
            parts.all(|part| part.split([',', ';', '；', '，']).all(is_blank))
        };
        !list.truncated && list.list.iter().all(blank)
    };
    match held {
        Value::Names(list) => none(list),
        Value::Date(_) => false,
        Value::Text(text) if field.kind() != Kind::Names => is_blank_text(text),
        Value::List(list) if field.kind() != Kind::Names => list.iter().all(is_blank_text),
        other if field.kind() == Kind::Names => {
            matches!(typed(field, &value(other)), Value::Names(list) if none(&list))
        }
        other => value(other).is_empty(),
    }
}

/// The `TY` of a record.
fn type_code(record: &Record) -> &'static str {
    match record.entry_type {
        // Programs take the authors of an edited book for its editors.
        EntryType::Collection | EntryType::MvCollection if record.has(Field::Author) => "BOOK",
        entry_type => entry_type.spec().ris,
    }
}

/// A name of ours or of another format as a label.
fn label_of(name: &str) -> Cow<'_, str> {
    const LONGEST: usize = 60;
    if name.len() <= LONGEST && !name.contains(':') {
        let name = line(name);
        if name.is_empty() {
            return "M2".into();
        }
        if name.len() <= LONGEST {
            return name;
        }
    }
    let name = name.replace(':', " ");
    let name = line(&name);
    let mut end = name.len().min(LONGEST);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    match name[..end].trim() {
        "" => "M2".into(),
        name => name.to_owned().into(),
    }
}

fn is_blank_text(text: &Text) -> bool {
    match text.markup {
        Markup::Plain => is_blank(&text.content),
        // What begins with a letter says it in LaTeX too.
        Markup::Latex => {
            !text
                .content
                .starts_with(|c: char| c.is_ascii_alphanumeric())
                && plain(text).is_empty()
        }
    }
}

/// A record being written.
struct Page<'a> {
    /// The type its `TY` states.
    ty: EntryType,
    record: &'a Record,
    options: &'a WriteOptions,
    out: &'a mut String,
    /// Fields that go to `M2`, with their text.
    labelled: Vec<(Field, Cow<'a, str>)>,
    /// Name fields whose list was cut off.
    cut: Vec<Field>,
    /// What is said of single people, with its label.
    said: Vec<(String, String)>,
}

impl<'a> Page<'a> {
    /// Writes a tag, if its value holds something.
    fn tag(&mut self, tag: Tag, value: &str) {
        if value.is_empty() {
            return;
        }
        let [first, second] = tag.map(char::from);
        self.out.extend([first, second]);
        self.out.push_str("  - ");
        match &tag {
            b"AB" | b"N1" | b"RN" => self.out.push_str(value),
            _ => self.out.push_str(&escape(value)),
        }
        self.out.push('\n');
    }

    /// The text of a field that is no list of names; empty where it has none.
    fn get(&self, field: Field) -> Cow<'a, str> {
        let held = self.record.get(field);
        let text = held.map(|held| match field.kind() {
            Kind::Date => date_value(held),
            _ => value(held),
        });
        text.unwrap_or_default()
    }

    fn text(&mut self, tag: Tag, field: Field) {
        let text = self.get(field);
        self.tag(tag, &text);
    }

    /// Puts a field that has no tag in this type aside for `M2`.
    fn label(&mut self, field: Field, text: Cow<'a, str>) {
        if !text.is_empty() {
            self.labelled.push((field, text));
        }
    }

    fn label_field(&mut self, field: Field) {
        let text = self.get(field);
        self.label(field, text);
    }

    /// Writes a field under `tag` if what is read from there would be this field.
    fn text_if(&mut self, tag: Tag, field: Field, comes_back: impl Fn(&str) -> bool) {
        let text = self.get(field);
        if comes_back(&text) {
            self.tag(tag, &text);
        } else {
            self.label(field, text);
        }
    }
}

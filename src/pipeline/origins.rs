//! Where the records of a work were found: what the record made of them says of it.

use super::Run;
use crate::model::{Field, Origin, Record, Tracked, Value};

/// A number means something in its database only.
const DATABASE: [Field; 2] = [Field::Database, Field::AccessionNumber];

/// The database and the number of a record.
pub(super) type Number = [Option<Tracked<Value>>; 2];

/// The database of a record and its number there.
pub(super) fn number(record: &Record) -> Number {
    DATABASE.map(|field| record.tracked(field).cloned())
}

/// Gives the database of the record whose number was kept to the merged `record`.
pub(super) fn keep_together(record: &mut Record, given: &[Number]) {
    let Some(number) = record.tracked(Field::AccessionNumber) else {
        return;
    };
    let of = given
        .iter()
        .find(|[_, own]| own.as_ref().is_some_and(|own| own == number));
    match of {
        Some([Some(database), _]) => record.put_tracked(Field::Database, database.clone()),
        Some([None, _]) => {
            record.remove(Field::Database);
        }
        None => {}
    }
}

impl Run {
    /// Adds to a record where it was found, if it does not say so itself.
    pub(super) fn add_origin(&self, record: &mut Record, entry: u32) {
        let text = |field: Field| record.text(field).map(str::to_owned);
        let own = Origin {
            source: self.label(entry).to_owned(),
            id: record.key.clone(),
            database: text(Field::Database),
            accession: text(Field::AccessionNumber),
        };
        let said = record.sources.iter().any(|one| one.is_same(&own));
        if record.sources.is_empty() || own.accession.is_some() && !said {
            record.sources.insert(0, own);
        }
    }

    /// What the source of an entry is called.
    fn label(&self, entry: u32) -> &str {
        let input = self.entries().get(entry as usize).map(|one| one.input);
        let input = input.and_then(|at| self.inputs().get(at as usize));
        input.map_or("", |input| &input.label)
    }
}

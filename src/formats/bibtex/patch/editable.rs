//! What [`patch`](super::patch) can bring about, without the edits.

use std::borrow::Cow;

use super::parts::differing;
use super::written::Both;
use super::{Parts, dialect, differences, edits, field};
use crate::formats::RawRecords;
use crate::formats::bibtex::types::Dialect;
use crate::model::{Field, Record};
use crate::source::Source;

/// The parts that differ once what cannot be edited in place has been left as it is.
pub fn editable(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    before: &Record,
    mut after: Cow<'_, Record>,
) -> Parts {
    for _ in 0..3 {
        let (was, is) = changing(before, &after);
        let dialect = dialect(source, raw, index);
        let written = Both::of(&was, &is, dialect);
        match edits(
            source,
            raw,
            index,
            (&was, &is),
            &written,
            field::could_change,
        ) {
            Ok(_) if dialect == Dialect::Bibtex => return differing(&was, &is, &written),
            Ok(_) => return differences(&was, &is),
            Err(failed) => after = Cow::Owned(failed.spared(before, after.into_owned())),
        }
    }
    differences(before, &after)
}

/// Both records without what is the same in them and is written the same.
fn changing(before: &Record, after: &Record) -> (Record, Record) {
    // How a field is written depends on the type, and under which name an unknown one on the others.
    if before.entry_type != after.entry_type
        || before.entry_type_written != after.entry_type_written
        || before.extra != after.extra
        || before.extra.iter().any(|extra| is_taken(&extra.name))
    {
        let (mut was, mut is) = (before.clone(), after.clone());
        let extra = before.extra.iter().chain(&after.extra);
        let named: Vec<Field> = extra.filter_map(|extra| meant(&extra.name)).collect();
        for field in LONG {
            if before.get(field) == after.get(field) && !named.contains(&field) {
                was.remove(field);
                is.remove(field);
            }
        }
        return (was, is);
    }
    let changed = |one: &Record, other: &Record| {
        let mut differing = Record::new(one.entry_type, one.place);
        let written = &mut differing.entry_type_written;
        written.clone_from(&one.entry_type_written);
        for (field, tracked) in one.fields() {
            if other.get(field) != Some(&tracked.value) {
                differing.put(field, tracked.value.clone());
            }
        }
        differing
    };
    (changed(before, after), changed(after, before))
}

/// Fields that are long and written under the same name in every type.
const LONG: [Field; 4] = [
    Field::Abstract,
    Field::Keywords,
    Field::Affiliation,
    Field::File,
];

/// The field of ours that is written under this name, or under it without a number.
fn meant(name: &str) -> Option<Field> {
    Field::from_bib(without_number(name))
}

fn without_number(name: &str) -> &str {
    name.rsplit_once('-').map_or(name, |(name, _)| name)
}

/// Whether a field of ours may be written under this name, so that an unknown one gets another.
fn is_taken(name: &str) -> bool {
    let known = without_number(name);
    ["month", "day"]
        .iter()
        .any(|part| part.eq_ignore_ascii_case(known))
        || known.contains('+')
        || Field::from_bib(known).is_some()
}

//! Theses that were read as books: the word for a thesis stands in the place of the house or the town.

use super::settled_imprints::text_of;
use crate::model::{EntryType, Field, Record, Tracked};

/// Beginnings of what theses are called, lower case.
static THESES: &[&str] = &[
    "dissertation",
    "diss.",
    "inaugural-diss",
    "unpublished diss",
    "phd",
    "ph.d",
    "ph. d",
    "doctoral",
    "doktor",
    "master",
    "m.a. thesis",
    "m.sc. thesis",
    "magister",
    "diplomarbeit",
    "bachelorarbeit",
    "habilitation",
    "tesis",
    "tese ",
    "tesi di",
    "thèse",
    "proefschrift",
    "dissertação",
    "rozprawa",
    "praca doktorska",
    "avhandling",
];

fn is_thesis(words: &str) -> bool {
    let lower = words.to_lowercase();
    THESES.iter().any(|word| lower.starts_with(word)) && words.len() < 60
}

/// Makes a thesis of a book that has the word for one as its house or its town: `Dissertation, Universität
/// Tübingen`, `PhD értekezés, Budapest`. What stands in the other place is the university, or its town.
pub(super) fn settle(record: &mut Record) {
    if record.entry_type != EntryType::Book || record.has(Field::Isbn) {
        return;
    }
    let named = |field| text_of(record, field).is_some_and(is_thesis);
    if named(Field::Location) {
        record.remove(Field::Location);
        if let Some(Tracked { value, provenance }) = record.remove(Field::Publisher) {
            record.put_tracked(Field::Institution, Tracked { value, provenance });
        }
    } else if named(Field::Publisher) {
        record.remove(Field::Publisher);
    } else {
        return;
    }
    record.entry_type = EntryType::Thesis;
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;

    #[test]
    fn the_word_for_a_thesis_is_no_house() {
        let page = "References\nExample, A. (2014): Die Glocken Anatoliens. Dissertation, Eberhard Karls Universität Tübingen.\nKovács-Sample, J., Harangok a toronyban. PhD értekezés, Budapest, 2008.\nSample, B., 2010. Masters of bells. Oxford: Oxford University Press.\n";
        let records = read_as(&LAYOUT, page);
        let kinds: Vec<EntryType> = records.iter().map(|record| record.entry_type).collect();
        assert_eq!(
            kinds,
            [EntryType::Thesis, EntryType::Thesis, EntryType::Book]
        );
        assert!(
            records[..2]
                .iter()
                .all(|record| !record.has(Field::Publisher))
        );
        assert!(records[0].has(Field::Institution));
    }
}

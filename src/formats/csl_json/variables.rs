//! Which CSL variable holds which field in which type of item, for reader and writer alike.

use crate::model::{EntryType, FIELDS, Field};

use EntryType as T;

/// The type an item states, after the CSL schema and the words other services put there.
pub(super) fn stated(name: &str) -> Option<EntryType> {
    let own = WORDS.iter().find(|(word, _)| *word == name);
    own.map(|(_, ty)| *ty).or_else(|| EntryType::from_csl(name))
}

/// Types whose meaning the tables of the model leave open or do not have: further types of the
/// schema, those of Crossref and DataCite, and the item types of Zotero.
static WORDS: &[(&str, EntryType)] = &[
    ("document", T::Misc),
    ("chapter", T::InCollection),
    ("bill", T::Legislation),
    ("broadcast", T::Video),
    ("classic", T::Book),
    ("collection", T::Collection),
    ("entry", T::InReference),
    ("event", T::Misc),
    ("figure", T::Artwork),
    ("hearing", T::Legislation),
    ("pamphlet", T::Booklet),
    ("performance", T::Music),
    ("post", T::Online),
    ("regulation", T::Legislation),
    ("review-book", T::Review),
    ("treaty", T::Legislation),
    ("legal-case", T::Jurisdiction),
    ("journal-article", T::Article),
    ("journalArticle", T::Article),
    ("magazineArticle", T::Magazine),
    ("newspaperArticle", T::Newspaper),
    ("book-chapter", T::InCollection),
    ("bookSection", T::InCollection),
    ("book-section", T::InCollection),
    ("book-part", T::InCollection),
    ("reference-entry", T::InReference),
    ("encyclopediaArticle", T::InReference),
    ("dictionaryEntry", T::DictionaryEntry),
    ("monograph", T::Book),
    ("edited-book", T::Collection),
    ("reference-book", T::Reference),
    ("proceedings", T::Proceedings),
    ("proceedings-article", T::InProceedings),
    ("conferencePaper", T::InProceedings),
    ("dissertation", T::Thesis),
    ("posted-content", T::Preprint),
    ("preprint", T::Preprint),
    ("computerProgram", T::Software),
    ("blogPost", T::Blog),
    ("report-component", T::Report),
    ("journal", T::Periodical),
    ("journal-issue", T::Periodical),
    ("other", T::Misc),
];

/// The field `container-title` means, and what else the writer puts there.
pub(super) fn container(ty: EntryType) -> &'static [Field] {
    match ty {
        T::InBook
        | T::InCollection
        | T::InProceedings
        | T::InReference
        | T::DictionaryEntry
        | T::Online
        | T::Blog
        | T::Audio
        | T::Video
        | T::Dataset
        | T::Speech => &[Field::BookTitle, Field::JournalTitle],
        _ => &[Field::JournalTitle, Field::BookTitle],
    }
}

/// The field `publisher` means, and what else the writer puts there.
pub(super) fn publisher(ty: EntryType) -> &'static [Field] {
    match ty {
        T::Thesis | T::Report => &[Field::Institution, Field::Publisher, Field::Organization],
        _ => &[Field::Publisher, Field::Institution, Field::Organization],
    }
}

/// Whether `variable` may hold another field than the one it means: `field`.
pub(super) fn shares(variable: &str, field: Field, ty: EntryType) -> bool {
    match variable {
        "container-title" => container(ty).contains(&field),
        "publisher" => publisher(ty).contains(&field),
        _ => field == Field::Issue && self::variable(Field::Number, ty) == Some(variable),
    }
}

/// The field `number` means: the number of a document, or of an article in place of pages.
fn number(ty: EntryType) -> Field {
    match ty {
        T::Report | T::Patent | T::Standard | T::Legislation | T::Jurisdiction => Field::Number,
        _ => Field::Eid,
    }
}

/// The field a variable means in an item of type `ty`.
pub(super) fn field(variable: &str, ty: EntryType) -> Option<Field> {
    Some(match variable {
        "container-title" => *container(ty).first()?,
        "publisher" => *publisher(ty).first()?,
        "number" => number(ty),
        "issue" | "collection-number" => Field::Number,
        "event" => Field::EventTitle,
        "shortTitle" => Field::ShortTitle,
        "journalAbbreviation" => Field::ShortJournal,
        "section" => Field::Chapter,
        "page-first" => Field::Pages,
        "keywords" | "tags" | "categories" => Field::Keywords,
        "doi" => Field::Doi,
        "url" => Field::Url,
        "pmid" => Field::Pmid,
        "pmcid" => Field::Pmcid,
        "isbn" => Field::Isbn,
        "issn" => Field::Issn,
        "year" => Field::Date,
        _ => FIELDS.iter().find(|spec| spec.csl == Some(variable))?.field,
    })
}

/// The variable a field is written to in an item of type `ty`, but for containers and
/// publishers, of which the writer chooses one; [`None`] for a field CSL has no place for.
pub(super) fn variable(field: Field, ty: EntryType) -> Option<&'static str> {
    match field {
        Field::Number if number(ty) == Field::Number => Some("number"),
        Field::Number if matches!(ty, T::Book | T::InCollection) => Some("collection-number"),
        Field::Eid if number(ty) == Field::Number => None,
        Field::JournalTitle
        | Field::BookTitle
        | Field::Publisher
        | Field::Institution
        | Field::Organization => None,
        _ => field.spec().csl,
    }
}

/// Whether a name is a variable of CSL that no field holds.
pub(super) fn is_csl(name: &str) -> bool {
    OTHERS.binary_search(&name).is_ok()
}

/// The variables of the schema that no field holds, in order.
static OTHERS: &[&str] = &[
    "archive",
    "archive-place",
    "archive_collection",
    "archive_location",
    "authority",
    "available-date",
    "chair",
    "citation-label",
    "compiler",
    "composer",
    "curator",
    "dimensions",
    "director",
    "division",
    "editorial-director",
    "executive-producer",
    "guest",
    "host",
    "illustrator",
    "interviewer",
    "jurisdiction",
    "medium",
    "narrator",
    "organizer",
    "original-author",
    "original-publisher",
    "original-publisher-place",
    "part-title",
    "performer",
    "printing-number",
    "producer",
    "recipient",
    "references",
    "reviewed-author",
    "reviewed-genre",
    "reviewed-title",
    "scale",
    "script-writer",
    "submitted",
    "supplement-number",
    "year-suffix",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ENTRY_TYPES;

    #[test]
    fn a_field_comes_back_from_its_variable() {
        assert!(OTHERS.windows(2).all(|pair| pair[0] < pair[1]));
        for ty in ENTRY_TYPES.iter().filter_map(|spec| stated(spec.csl)) {
            for spec in FIELDS {
                if let Some(name) = variable(spec.field, ty) {
                    assert_eq!(field(name, ty), Some(spec.field), "{name} in {ty:?}");
                }
            }
        }
    }

    #[test]
    fn every_type_we_write_is_stated_by_its_name() {
        for spec in ENTRY_TYPES {
            assert_eq!(stated(spec.csl).unwrap().spec().csl, spec.csl);
        }
    }
}

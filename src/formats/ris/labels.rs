//! The lines `M2  - Label: value`, which carry what RIS has no tag for.
//!
//! Zotero keeps `M2` in Extra and moves lines whose label it knows to a field of its own, so the
//! labels are those of Zotero's fields and of CSL variables where there is one.

use std::sync::LazyLock;

use crate::model::lookup::NameIndex;
use crate::model::{Field, Kind};

/// The label of every field, for when no tag of the record's type holds it. Labels after the
/// first are read as well.
static LABELS: &[(Field, &[&str])] = &[
    (Field::Author, &["Author"]),
    (Field::Editor, &["Editor"]),
    (Field::Translator, &["Translator"]),
    (Field::BookAuthor, &["Book Author", "Container Author"]),
    (Field::SeriesEditor, &["Series Editor", "Collection Editor"]),
    (Field::Holder, &["Holder", "Assignee"]),
    (Field::Contributor, &["Contributor"]),
    (Field::Title, &["Title"]),
    (Field::Subtitle, &["Subtitle"]),
    (Field::TitleAddon, &["Title Addon"]),
    (Field::ShortTitle, &["Short Title", "Title Short"]),
    (Field::OrigTitle, &["Original Title"]),
    (
        Field::JournalTitle,
        &["Publication Title", "Container Title"],
    ),
    (Field::JournalSubtitle, &["Publication Subtitle"]),
    (Field::ShortJournal, &["Journal Abbreviation"]),
    (Field::BookTitle, &["Book Title", "Proceedings Title"]),
    (Field::BookSubtitle, &["Book Subtitle"]),
    (Field::MainTitle, &["Volume Title"]),
    (Field::IssueTitle, &["Issue Title"]),
    (
        Field::EventTitle,
        &["Conference Name", "Event Title", "Event"],
    ),
    (Field::Venue, &["Event Place"]),
    (Field::EventDate, &["Event Date"]),
    (
        Field::Series,
        &["Series", "Series Title", "Collection Title"],
    ),
    (Field::Edition, &["Edition"]),
    (Field::Date, &["Date", "Issued"]),
    (Field::OrigDate, &["Original Date"]),
    (Field::Volume, &["Volume"]),
    (Field::Volumes, &["Number of Volumes"]),
    (Field::Part, &["Part"]),
    (Field::Number, &["Number", "Series Number", "Report Number"]),
    (Field::Issue, &["Issue Name"]),
    (Field::Chapter, &["Chapter", "Section"]),
    (Field::Pages, &["Pages", "Page(s)"]),
    (Field::Eid, &["Article Number"]),
    (Field::PageTotal, &["Number of Pages", "# of Pages"]),
    (Field::Publisher, &["Publisher"]),
    (Field::Location, &["Place", "Publisher Place"]),
    (Field::Institution, &["Institution", "University"]),
    (Field::Organization, &["Organization"]),
    (Field::HowPublished, &["How Published"]),
    (Field::Type, &["Genre"]),
    (Field::Version, &["Version"]),
    (Field::PubState, &["Status"]),
    (Field::Doi, &["DOI"]),
    (Field::Eprint, &["Eprint"]),
    (Field::EprintType, &["Eprint Type"]),
    (Field::EprintClass, &["Eprint Class"]),
    (Field::Pmid, &["PMID"]),
    (Field::Pmcid, &["PMCID"]),
    (Field::Isbn, &["ISBN"]),
    (Field::Issn, &["ISSN"]),
    (Field::Url, &["URL"]),
    (Field::UrlDate, &["Accessed"]),
    (Field::Language, &["Language"]),
    (Field::OrigLanguage, &["Original Language"]),
    (Field::Keywords, &["Keywords"]),
    (Field::Abstract, &["Abstract"]),
    (Field::Note, &["Note"]),
    (Field::Annotation, &["Annotation"]),
    (Field::Addendum, &["Addendum"]),
    (Field::Rights, &["Rights"]),
    (Field::CallNumber, &["Call Number"]),
    (Field::Database, &["Database", "Source"]),
    (Field::AccessionNumber, &["Accession Number"]),
    (Field::Affiliation, &["Affiliation"]),
    (Field::File, &["File"]),
];

/// Label of the citation key.
pub(super) const KEY: &str = "Citation Key";
/// Label of a type Zotero understands in Extra.
pub(super) const TYPE: &str = "Type";
/// Label of an entry type of the BibLaTeX data model that no `TY` tells from others.
pub(super) const ENTRY_TYPE: &str = "Entry Type";
/// Label of the keys of records merged into this one, as Better BibTeX writes it to Extra.
pub(super) const MERGED: &str = "tex.ids";
/// Label of an arXiv identifier.
pub(super) const ARXIV: &str = "arXiv";
/// Label of another database a record was found in, with its number there.
pub(super) const ALSO_IN: &str = "Also In";
/// What is said of a list of names that was cut off.
pub(super) const INCOMPLETE: &str = "incomplete";

/// What a label says of one person: the form of the name in a second script.
pub(super) const PARALLEL: &str = "Parallel Name";
/// What a label says of one person: the name with the commas that a name tag cannot hold.
pub(super) const WHOLE: &str = "Whole Name";

/// The name field, the number in it, counted from 1, and what is said of that person, where a
/// label is `Author 2 ORCID`.
pub(super) fn person(label: &str) -> Option<(Field, usize, &str)> {
    let digits = |word: &str| word.bytes().all(|byte| byte.is_ascii_digit());
    let mut at = 0;
    for word in label.split(' ') {
        let (start, end) = (at, at + word.len());
        at = end + 1;
        if !word.is_empty() && digits(word) && start > 0 {
            let field = field(label.get(..start - 1)?)?;
            let what = label.get(at..).filter(|what| !what.is_empty())?;
            let number = word.parse().ok().filter(|number| *number > 0)?;
            return (field.kind() == Kind::Names).then_some((field, number, what));
        }
    }
    None
}

/// Whether a word can stand in the label of what is said of one person, and is nothing that only
/// citation processors heed.
pub(super) fn is_about(what: &str) -> bool {
    let form = [
        "dropping-particle",
        "comma-suffix",
        "static-ordering",
        "parse-names",
        "multi",
    ];
    let fits = what.len() <= 30 && what.trim() == what && !what.contains([':', '\n', '\t']);
    fits && !what.is_empty() && !form.contains(&what) && what != PARALLEL && what != WHOLE
}

/// The label of what is said of one person.
pub(super) fn of_person(field: Field, number: usize, what: &str) -> String {
    format!("{} {number} {what}", label(field))
}

/// The label of a field.
pub(super) fn label(field: Field) -> &'static str {
    LABELS
        .iter()
        .find(|(own, _)| *own == field)
        .and_then(|(_, labels)| labels.first())
        .copied()
        .unwrap_or_else(|| field.name())
}

/// The field a label means, any case.
pub(super) fn field(label: &str) -> Option<Field> {
    static INDEX: LazyLock<NameIndex<Field>> = LazyLock::new(|| {
        let of_field = |(field, labels): &(Field, &'static [&'static str])| {
            let field = *field;
            labels.iter().map(move |label| (*label, field))
        };
        NameIndex::new(LABELS.iter().flat_map(of_field))
    });
    INDEX.get(label)
}

/// The name field whose plural a label is: `Authors`.
pub(super) fn plural(label: &str) -> Option<Field> {
    field(label.strip_suffix(['s', 'S'])?)
}

/// Whether a label has a meaning, to a field or to the record.
pub(super) fn is_taken(name: &str) -> bool {
    let is = |own: &str| own.eq_ignore_ascii_case(name);
    let own = [KEY, TYPE, ENTRY_TYPE, ARXIV, MERGED, ALSO_IN];
    own.into_iter().any(is) || field(name).is_some() || person(name).is_some()
}

/// Cuts `Label: value`; [`None`] where the text does not have that form.
pub(super) fn cut(text: &str) -> Option<(&str, &str)> {
    let (label, value) = text.split_once(": ")?;
    let (label, value) = (label.trim(), value.trim());
    let fits = !label.is_empty() && label.len() <= 60 && !value.is_empty() && !label.contains(':');
    fits.then_some((label, value))
}

/// What a note of the form `DOI: …`, `PMID: …` states: such notes are how publishers and `ProCite`
/// give what they have no tag for.
pub(super) fn in_note(note: &str) -> Option<(Field, &str)> {
    let (label, value) = cut(note)?;
    if value.contains(": ") || value.contains('\n') {
        return None;
    }
    let field = field(label)?;
    matches!(
        field,
        Field::Doi
            | Field::Pmid
            | Field::Pmcid
            | Field::Edition
            | Field::Language
            | Field::Pages
            | Field::Isbn
            | Field::Issn
    )
    .then_some((field, value))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::FIELDS;

    #[test]
    fn every_field_has_a_label_of_its_own() {
        for spec in FIELDS {
            assert_eq!(
                field(label(spec.field)),
                Some(spec.field),
                "{}",
                spec.biblatex
            );
        }
    }

    #[test]
    fn cuts_labels() {
        assert_eq!(cut("PMID: 5"), Some(("PMID", "5")));
        assert_eq!(cut("http://x.org"), None);
        assert_eq!(in_note("doi: 10.1/x"), Some((Field::Doi, "10.1/x")));
        assert_eq!(in_note("Accession Number: 1; Keywords: a"), None);
    }
}

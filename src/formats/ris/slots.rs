//! Which tag holds which field in which type of record: the one table reader and writer share.
//!
//! Sources: the RIS specification of 2011 and the import tables of EndNote and of Zotero's
//! translator, which agree on these. Every function takes the type that `TY` alone states
//! ([`stated`]), so that what is written under it is read under it.

use std::sync::LazyLock;

use super::tag::Tag;
use crate::model::{ENTRY_TYPES, EntryType, Field, NameIndex};

use EntryType as T;

/// The type a `TY` states; [`None`] for one in no table. Beside the codes, the words some
/// databases put there are understood.
pub(super) fn stated(ty: &str) -> Option<EntryType> {
    static STATED: LazyLock<NameIndex<EntryType>> = LazyLock::new(|| {
        let codes = ENTRY_TYPES.iter().map(|spec| (spec.ris, spec.entry_type));
        let aliases = ENTRY_TYPES.iter().flat_map(|spec| {
            let aliases = spec.ris_aliases.iter();
            aliases.map(|alias| (*alias, spec.entry_type))
        });
        NameIndex::new(WORDS.iter().copied().chain(codes).chain(aliases))
    });
    STATED.get(ty)
}

/// `TY` values whose type the tables of the model leave open or do not have.
static WORDS: &[(&str, EntryType)] = &[
    ("GEN", T::Misc),
    ("CHAP", T::InCollection),
    ("MISC", T::Misc),
    ("OTHER", T::Misc),
    ("ARTICLE", T::Article),
    ("Journal", T::Article),
    ("Journal Article", T::Article),
    ("Journal Paper", T::Article),
    ("Article in Press", T::Article),
    ("Review", T::Article),
    ("Magazine Article", T::Magazine),
    ("Newspaper Article", T::Newspaper),
    ("Book Chapter", T::InCollection),
    ("Book Section", T::InCollection),
    ("Edited Book", T::Collection),
    ("Electronic Book", T::Book),
    ("Conference Paper", T::InProceedings),
    ("Conference Proceedings", T::InProceedings),
    ("Conference", T::InProceedings),
    ("Thesis", T::Thesis),
    ("Dissertation", T::Thesis),
    ("Report", T::Report),
    ("Patent", T::Patent),
    ("Web Page", T::Online),
    ("Dataset", T::Dataset),
    ("Computer Program", T::Software),
    ("Standard", T::Standard),
    ("Generic", T::Misc),
];

/// Whether the record is a whole work, of which `SP` gives the number of pages.
pub(super) fn is_whole(ty: EntryType) -> bool {
    matches!(
        ty,
        T::Book | T::Collection | T::Thesis | T::Unpublished | T::Booklet | T::Software
    )
}

/// Whether the record is a web page, on which `VL` and `M1` mean the day of access.
pub(super) fn is_web(ty: EntryType) -> bool {
    matches!(ty, T::Online | T::Blog)
}

/// The field `T2` means, and what else the writer puts there when that is absent.
pub(super) fn container(ty: EntryType) -> &'static [Field] {
    match ty {
        T::Book | T::Collection | T::Report | T::Software | T::Map | T::Standard => {
            &[Field::Series]
        }
        T::InCollection
        | T::InProceedings
        | T::InReference
        | T::DictionaryEntry
        | T::Online
        | T::Blog
        | T::Audio
        | T::Video
        | T::Dataset => &[Field::BookTitle, Field::JournalTitle],
        // A work of no stated kind that stands in a journal is an article to whoever reads it.
        T::Misc => &[Field::JournalTitle],
        _ => &[Field::JournalTitle, Field::BookTitle],
    }
}

/// The field `PB` means, and what else the writer puts there when that is absent.
pub(super) fn publisher(ty: EntryType) -> &'static [Field] {
    match ty {
        T::Thesis | T::Report => &[Field::Institution, Field::Publisher, Field::Organization],
        T::Patent => &[Field::Holder],
        _ => &[Field::Publisher, Field::Institution, Field::Organization],
    }
}

/// What `SN` means where its value does not show it.
pub(super) fn serial(ty: EntryType) -> Field {
    match ty {
        T::Book
        | T::Collection
        | T::InCollection
        | T::InProceedings
        | T::InReference
        | T::DictionaryEntry => Field::Isbn,
        T::Report | T::Patent | T::Standard => Field::Number,
        _ => Field::Issn,
    }
}

/// The tag of [`Field::Number`].
pub(super) fn number(ty: EntryType) -> Option<&'static Tag> {
    match ty {
        T::Report | T::Patent | T::Standard => Some(b"SN"),
        T::Book | T::Collection => Some(b"M1"),
        T::InCollection => Some(b"SV"),
        T::Online | T::Blog | T::Dataset | T::Thesis | T::Software => None,
        _ => Some(b"IS"),
    }
}

/// The tag of a name field.
pub(super) fn names_tag(field: Field, ty: EntryType) -> Option<&'static Tag> {
    match (field, ty) {
        (Field::Editor, T::Collection) | (Field::Author, _) => Some(b"AU"),
        (Field::Editor, _) => Some(b"ED"),
        (Field::Translator, ty) if has_cast(ty) => None,
        (Field::Translator, _) => Some(b"A4"),
        (Field::SeriesEditor, T::Book | T::Collection | T::Report) => Some(b"A2"),
        (Field::BookAuthor, T::InCollection) => Some(b"C2"),
        (Field::SeriesEditor, T::InCollection | T::InProceedings)
        | (Field::Contributor, T::Thesis) => Some(b"A3"),
        _ => None,
    }
}

/// Whether further people took part in other ways than editing and translating: performers,
/// recipients, sponsors, agencies.
fn has_cast(ty: EntryType) -> bool {
    matches!(
        ty,
        T::Video
            | T::Letter
            | T::Patent
            | T::Dataset
            | T::Legislation
            | T::Jurisdiction
            | T::Artwork
    )
}

/// The people a tag names; [`None`] for a tag that names none.
pub(super) fn names_field(tag: Tag, ty: EntryType) -> Option<Field> {
    let part = matches!(ty, T::InCollection | T::InProceedings);
    Some(match &tag {
        b"AU" | b"A1" if ty == T::Collection => Field::Editor,
        b"AU" | b"A1" => Field::Author,
        b"A2" | b"A4" if has_cast(ty) => Field::Contributor,
        b"A4" => Field::Translator,
        b"A2" if matches!(ty, T::Book | T::Collection | T::Report) => Field::SeriesEditor,
        b"ED" | b"A2" => Field::Editor,
        b"A3" if part => Field::SeriesEditor,
        b"A3" if matches!(ty, T::Book | T::Collection) => Field::Editor,
        b"A3" if ty == T::Thesis => Field::Contributor,
        b"C2" if ty == T::InCollection => Field::BookAuthor,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ENTRY_TYPES, FIELDS, Kind};

    #[test]
    fn every_type_we_write_is_stated_by_its_ty() {
        for spec in ENTRY_TYPES {
            let back = stated(spec.ris).unwrap();
            assert_eq!(back.spec().ris, spec.ris, "{}", spec.biblatex);
        }
    }

    #[test]
    fn names_come_back_from_the_tag_they_go_to() {
        for spec in FIELDS.iter().filter(|spec| spec.kind == Kind::Names) {
            for ty in ENTRY_TYPES.iter().filter_map(|spec| stated(spec.ris)) {
                if let Some(tag) = names_tag(spec.field, ty)
                    && !(spec.field == Field::Author && ty == T::Collection)
                {
                    assert_eq!(names_field(*tag, ty), Some(spec.field), "{ty:?}");
                }
            }
        }
    }
}

//! Entry types in .bib files, and `entrysubtype` for those the format has no word for.

use crate::model::{ENTRY_TYPES, EntryType, Field, Record};

/// The `eprinttype` of identifiers that have a field of their own.
pub(super) const ARCHIVES: [(Field, &str); 2] = [(Field::Pmid, "pubmed"), (Field::Pmcid, "pmc")];

/// Which dialect is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dialect {
    Bibtex,
    Biblatex,
}

/// What an entry type is called in output.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct TypeName<'r> {
    /// The word after the `@`.
    pub(super) word: &'r str,
    /// The `entrysubtype` that tells the type where the word does not. biblatex defines
    /// `magazine` and `newspaper`; others are in the same spirit, and every style ignores them.
    pub(super) subtype: Option<&'r str>,
}

/// What `record`'s type is called.
pub(super) fn name(record: &Record, dialect: Dialect, zotero: bool) -> TypeName<'_> {
    let entry_type = record.entry_type;
    if zotero {
        return TypeName {
            word: for_zotero(entry_type),
            subtype: None,
        };
    }
    if let (EntryType::Misc, Some(written)) = (entry_type, &record.entry_type_written)
        && is_word(written)
        && EntryType::from_bib(written).is_none()
        && !super::marks::is_command(written)
    {
        // `PDF` and `CITATION` are words of RIS files, which no style of BibTeX knows.
        let shouted = is_shouted(written);
        return TypeName {
            word: if shouted { "misc" } else { written },
            subtype: shouted.then_some(written),
        };
    }
    let spec = entry_type.spec();
    // A thesis whose kind says so is a master's thesis to classic styles, which know two kinds.
    let word = match dialect {
        Dialect::Biblatex => spec.biblatex,
        Dialect::Bibtex if entry_type == EntryType::Thesis && is_masters(record) => "mastersthesis",
        Dialect::Bibtex => spec.bibtex,
    };
    let told = EntryType::from_bib(word) == Some(entry_type);
    TypeName {
        word,
        subtype: (!told).then(|| subtype(entry_type)),
    }
}

/// Whether a word for a type is one of RIS files, which no style of BibTeX knows.
fn is_shouted(word: &str) -> bool {
    word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_uppercase()) && !is_biblatex(word)
}

/// Whether biblatex has the word for a type that is no kind of work.
fn is_biblatex(word: &str) -> bool {
    let lower = word.to_ascii_lowercase();
    let custom = lower.strip_prefix("custom");
    lower == "xdata" || custom.is_some_and(|letter| matches!(letter.as_bytes(), [b'a'..=b'f']))
}

fn is_masters(record: &Record) -> bool {
    record.text(crate::model::Field::Type).is_some_and(|kind| {
        let kind = kind.to_lowercase();
        ["master", "mathesis", "硕士", "碩士", "修士", "석사"]
            .iter()
            .any(|word| kind.contains(word))
    })
}

/// A word BibTeX takes for an entry type.
fn is_word(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_alphabetic())
        && text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_'))
}

/// The `entrysubtype` of a type.
fn subtype(entry_type: EntryType) -> &'static str {
    match entry_type {
        EntryType::Magazine => "magazine",
        EntryType::Newspaper => "newspaper",
        EntryType::Blog => "blog",
        EntryType::DictionaryEntry => "dictionary",
        EntryType::Speech => "speech",
        EntryType::Interview => "interview",
        EntryType::Map => "map",
        EntryType::Preprint => "preprint",
        other => other.spec().biblatex,
    }
}

/// Makes a record read from `@word` the type its `entrysubtype` tells, if that is one written as
/// `@word`, and takes the field out.
pub(super) fn apply_subtype(record: &mut Record, word: &str) {
    let is_subtype = |name: &str| name.eq_ignore_ascii_case("entrysubtype");
    let Some(at) = record
        .extra
        .iter()
        .position(|extra| is_subtype(&extra.name))
    else {
        return;
    };
    let Some(value) = record.extra.get(at).map(|extra| &extra.value.value.content) else {
        return;
    };
    let found = ENTRY_TYPES.iter().find(|spec| {
        let mut words = vec![spec.biblatex, spec.bibtex];
        if spec.entry_type == EntryType::Thesis {
            words.push("mastersthesis");
        }
        subtype(spec.entry_type).eq_ignore_ascii_case(value)
            && words
                .iter()
                .any(|written| written.eq_ignore_ascii_case(word))
    });
    if let Some(spec) = found {
        record.entry_type = spec.entry_type;
        record.extra.remove(at);
    } else if record.entry_type == EntryType::Misc
        && record.entry_type_written.is_none()
        && is_shouted(value)
        && EntryType::from_bib(value).is_none()
        && !super::marks::is_command(value)
    {
        record.entry_type_written = Some(value.to_string());
        record.extra.remove(at);
    }
}

/// The word Zotero's importer knows; it drops entries of a type it does not know.
fn for_zotero(entry_type: EntryType) -> &'static str {
    match entry_type {
        EntryType::Article | EntryType::Magazine | EntryType::Newspaper | EntryType::Review => {
            "article"
        }
        EntryType::Book | EntryType::MvBook | EntryType::Reference => "book",
        EntryType::Collection | EntryType::MvCollection => "collection",
        EntryType::InBook => "inbook",
        EntryType::Booklet => "booklet",
        EntryType::InCollection => "incollection",
        EntryType::Proceedings => "proceedings",
        EntryType::InProceedings => "inproceedings",
        EntryType::InReference | EntryType::DictionaryEntry => "inreference",
        EntryType::Manual => "manual",
        EntryType::Online | EntryType::Blog => "online",
        EntryType::Patent => "patent",
        EntryType::Report | EntryType::Standard => "techreport",
        EntryType::Thesis | EntryType::PhdThesis => "phdthesis",
        EntryType::MastersThesis => "mastersthesis",
        EntryType::Unpublished | EntryType::Preprint => "unpublished",
        EntryType::Software => "software",
        EntryType::Letter => "letter",
        EntryType::Artwork => "artwork",
        EntryType::Audio | EntryType::Music => "audio",
        EntryType::Video => "video",
        EntryType::Legislation => "legislation",
        EntryType::Jurisdiction => "jurisdiction",
        EntryType::Periodical
        | EntryType::Dataset
        | EntryType::Speech
        | EntryType::Interview
        | EntryType::Map
        | EntryType::Set
        | EntryType::Misc => "misc",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Extra, Text, Tracked};
    use crate::source::Place;

    #[test]
    fn every_type_comes_back_in_both_dialects() {
        for spec in ENTRY_TYPES {
            for dialect in [Dialect::Bibtex, Dialect::Biblatex] {
                let record = Record::new(spec.entry_type, Place::default());
                let name = name(&record, dialect, false);
                let read = EntryType::from_bib(name.word).unwrap();
                let mut back = Record::new(read, Place::default());
                back.extra.extend(name.subtype.map(|subtype| Extra {
                    name: "entrysubtype".into(),
                    value: Tracked::read(Text::plain(subtype), back.place),
                }));
                apply_subtype(&mut back, name.word);
                assert_eq!(
                    (back.entry_type, back.extra.len()),
                    (spec.entry_type, 0),
                    "{name:?}"
                );
            }
        }
    }

    #[test]
    fn an_unknown_type_keeps_its_word() {
        let word = |written: &str| {
            let mut record = Record::default();
            record.entry_type_written = Some(written.into());
            name(&record, Dialect::Bibtex, false).word.to_owned()
        };
        assert_eq!(word("talk"), "talk");
        assert_eq!(word("PDF"), "misc");
        assert_eq!(word("XDATA"), "XDATA");
        assert_eq!(word("no word"), "misc");
        assert_eq!(word("string"), "misc");
    }
}

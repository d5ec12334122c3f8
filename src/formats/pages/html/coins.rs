//! `COinS`: an `OpenURL` in the title of an empty element.

use super::document::Attribute;
use super::dublin_core::core_type;
use super::people::{keywords, people};
use super::said::{Said, identifies};
use crate::model::{EntryType, Field, Name, Record};
use crate::source::{Source, Span};

/// Keys of the formats journal, book, dissertation, patent and Dublin Core that are fields whatever
/// the format.
static KEYS: &[(&str, Field)] = &[
    ("rft.volume", Field::Volume),
    ("rft.issue", Field::Number),
    ("rft.number", Field::Number),
    ("rft.artnum", Field::Eid),
    ("rft.date", Field::Date),
    ("rft.issn", Field::Issn),
    ("rft.eissn", Field::Issn),
    ("rft.isbn", Field::Isbn),
    ("rft.pub", Field::Publisher),
    ("rft.publisher", Field::Publisher),
    ("rft.place", Field::Location),
    ("rft.edition", Field::Edition),
    ("rft.series", Field::Series),
    ("rft.tpages", Field::PageTotal),
    ("rft.pages", Field::Pages),
    ("rft.stitle", Field::ShortJournal),
    ("rft.inst", Field::Institution),
    ("rft.degree", Field::Type),
    ("rft.language", Field::Language),
    ("rft.description", Field::Abstract),
    ("rft.rights", Field::Rights),
];

/// The work one `COinS` describes; [`None`] where it does not identify one.
pub(super) fn work(source: &Source, title: &Attribute) -> Option<Record> {
    let at = title.span;
    let mut said = Said::new(source, at);
    let pairs: Vec<(String, String)> = pairs(&title.value).collect();
    let get = |wanted: &str| {
        let mut found = pairs
            .iter()
            .filter(|(key, value)| key == wanted && !value.trim().is_empty());
        found.next().map(|(_, value)| value.as_str())
    };
    let format = get("rft_val_fmt").and_then(|format| format.rsplit(':').next());
    let format = format.unwrap_or_default();
    let genre = get("rft.genre").unwrap_or_default().to_ascii_lowercase();
    titles(&mut said, &get, format, at);
    first_author(&mut said, &get, at);
    for (key, words) in &pairs {
        match key.as_str() {
            "rft.au" | "rft.creator" | "rft.aucorp" => author(&mut said, words, at),
            "rft.contributor" | "rft.editor" if format != "dc" => {
                people(&mut said, Field::Editor, words, at);
            }
            "rft.subject" => keywords(&mut said, words, at),
            "rft_id" | "rft.identifier" => identifier(&mut said, words, at),
            _ => {
                if let Some((_, field)) = KEYS.iter().find(|(known, _)| known == key) {
                    said.add(*field, words, at);
                }
            }
        }
    }
    let end = |key: &str| get(key).map(|words| (words, at));
    said.add_pages(end("rft.spage"), end("rft.epage"));
    said.record.entry_type = entry_type(&said.record, format, &genre, get("rft.type"));
    identifies(&said.record).then_some(said.record)
}

/// Title and container, which the formats name each in its own way.
fn titles<'p>(said: &mut Said<'_>, get: &impl Fn(&str) -> Option<&'p str>, format: &str, at: Span) {
    let part = get("rft.atitle");
    let whole = match format {
        "journal" => get("rft.jtitle").or_else(|| get("rft.title")),
        "book" => get("rft.btitle").or_else(|| get("rft.title")),
        _ => get("rft.title")
            .or_else(|| get("rft.btitle"))
            .or_else(|| get("rft.jtitle")),
    };
    let container = if format == "book" {
        Field::BookTitle
    } else {
        Field::JournalTitle
    };
    match (part, whole) {
        (Some(part), Some(whole)) => {
            said.add_title(part, at);
            said.add(container, whole, at);
        }
        (Some(only), None) => said.add_title(only, at),
        // A journal without the title of an article is where something unnamed stands.
        (None, Some(whole)) if format == "journal" => match get("rft.genre") {
            Some("journal" | "issue") | None => said.add_title(whole, at),
            _ => said.add(container, whole, at),
        },
        (None, Some(whole)) => said.add_title(whole, at),
        (None, None) => {}
    }
    if format != "journal"
        && let Some(journal) = get("rft.jtitle")
        && whole != Some(journal)
    {
        said.add(Field::JournalTitle, journal, at);
    }
}

/// The first author, whose names stand apart.
fn first_author<'p>(said: &mut Said<'_>, get: &impl Fn(&str) -> Option<&'p str>, at: Span) {
    let Some(family) = get("rft.aulast") else {
        return;
    };
    let given = get("rft.aufirst").or_else(|| get("rft.auinit"));
    let given = given.or_else(|| get("rft.auinit1")).unwrap_or_default();
    let name = match (given.trim(), get("rft.ausuffix")) {
        ("", _) => family.trim().to_owned(),
        (given, None) => format!("{}, {given}", family.trim()),
        (given, Some(suffix)) => format!("{}, {}, {given}", family.trim(), suffix.trim()),
    };
    said.add(Field::Author, &name, at);
}

/// One author more; the first is often given twice.
fn author(said: &mut Said<'_>, words: &str, at: Span) {
    let name = Name::parse(&super::said::tidy(words));
    let initial = |name: &Name| {
        name.given
            .chars()
            .next()
            .map(|c| c.to_lowercase().to_string())
    };
    let known = match said.record.names(Field::Author) {
        [first] => {
            first.sorted().to_lowercase() == name.sorted().to_lowercase()
                || first.family.to_lowercase() == name.family.to_lowercase()
                    && (initial(first) == initial(&name) || first.given.is_empty())
        }
        _ => false,
    };
    if !known {
        people(said, Field::Author, words, at);
    }
}

fn identifier(said: &mut Said<'_>, words: &str, at: Span) {
    let words = words.trim();
    let after = |scheme: &str| words.strip_prefix(scheme);
    if let Some(doi) = after("info:doi/").or_else(|| after("info:DOI/")) {
        said.add_doi(doi, at);
    } else if let Some(pmid) = after("info:pmid/") {
        said.add(Field::Pmid, pmid, at);
    } else if let Some(id) = after("info:arxiv/") {
        said.add(Field::Eprint, id, at);
        said.add(Field::EprintType, "arxiv", at);
    } else if let Some(isbn) = after("urn:ISBN:").or_else(|| after("urn:isbn:")) {
        said.add(Field::Isbn, isbn, at);
    } else if words.contains("doi.org/") && said.add_doi(words, at) {
    } else if words.starts_with("http") {
        said.add(Field::Url, words, at);
    }
}

fn entry_type(record: &Record, format: &str, genre: &str, kind: Option<&str>) -> EntryType {
    let part = record.has(Field::BookTitle) || record.has(Field::JournalTitle);
    match (genre, format) {
        ("article", _) => EntryType::Article,
        ("bookitem", _) => EntryType::InCollection,
        ("book", _) if record.has(Field::BookTitle) => EntryType::InCollection,
        ("book", _) => EntryType::Book,
        ("proceeding" | "conference", _) if part => EntryType::InProceedings,
        ("proceeding" | "conference", _) => EntryType::Proceedings,
        ("preprint", _) => EntryType::Preprint,
        ("report", _) => EntryType::Report,
        ("dissertation", _) | (_, "dissertation") => EntryType::Thesis,
        ("journal" | "issue", _) => EntryType::Periodical,
        (_, "patent") => EntryType::Patent,
        (_, "journal") if record.has(Field::JournalTitle) => EntryType::Article,
        ("document" | "unknown", "book") => EntryType::Misc,
        (_, "book") if record.has(Field::BookTitle) => EntryType::InCollection,
        (_, "book") => EntryType::Book,
        _ => kind.and_then(core_type).unwrap_or_default(),
    }
}

/// Keys and values of an `OpenURL`, decoded.
fn pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    query.split('&').filter_map(|pair| {
        // `&amp;amp;` in the source leaves `&amp;` here.
        let pair = pair.strip_prefix("amp;").unwrap_or(pair);
        let (key, value) = pair.split_once('=')?;
        Some((key.trim().to_ascii_lowercase(), percent(value)))
    })
}

/// Decodes `%C3%A9` and `+`. Bytes that are not UTF-8 are ISO 8859-1, as older sites wrote them.
fn percent(words: &str) -> String {
    let bytes = words.as_bytes();
    let mut out = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let hex = |at: usize| bytes.get(at).and_then(|b| char::from(*b).to_digit(16));
        match (byte, hex(at + 1), hex(at + 2)) {
            (b'%', Some(high), Some(low)) => {
                out.push(u8::try_from(high * 16 + low).unwrap_or(b'?'));
                at += 3;
                continue;
            }
            (b'+', ..) => out.push(b' '),
            _ => out.push(byte),
        }
        at += 1;
    }
    String::from_utf8(out)
        .unwrap_or_else(|bytes| bytes.as_bytes().iter().copied().map(char::from).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_decoded() {
        assert_eq!(percent("Caf%C3%A9+au+lait%2C+100%"), "Café au lait, 100%");
        assert_eq!(percent("Caf%E9"), "Café");
        let pairs: Vec<_> = pairs("a=1&amp;B=x%26y&c").collect();
        assert_eq!(
            pairs,
            [("a".into(), "1".into()), ("b".into(), "x&y".into())]
        );
    }
}

//! The tags of Dublin Core and PRISM: `DC.title`, `dcterms.issued`, `prism.volume`, …

use super::document::{Attribute, Meta};
use super::meta::Tags;
use super::people::{keywords, people};
use super::said::Said;
use crate::formats::pages::lower_types;
use crate::model::{EntryType, Field, Record};
use crate::source::{Source, Span};
use std::collections::HashMap;

/// What the page's Dublin Core and PRISM tags say of its work.
pub(super) fn work(source: &Source, metas: &[Meta], page: Span) -> Record {
    let mut tags: HashMap<&str, Vec<&Attribute>> = HashMap::new();
    let mut said = Said::new(source, page);
    let mut kind = None;
    for meta in metas {
        let Some(name) = core_name(&meta.name) else {
            continue;
        };
        let (words, at) = (meta.content.value.as_str(), meta.content.span);
        tags.entry(name).or_default().push(&meta.content);
        match name {
            "title" => said.add_title(words, at),
            "title.alternative" | "alternative" => said.add(Field::TitleAddon, words, at),
            "creator" | "creator.personalname" | "contributor.author" => {
                people(&mut said, Field::Author, words, at);
            }
            "contributor.editor" => people(&mut said, Field::Editor, words, at),
            "publisher" => said.add(Field::Publisher, words, at),
            "subject" | "prism.keyword" => keywords(&mut said, words, at),
            "prism.doi" | "identifier.doi" => {
                said.add_doi(words, at);
            }
            "identifier" => identifier(&mut said, words, at),
            "prism.issn" | "prism.eissn" | "source.issn" | "identifier.issn" => {
                said.add(Field::Issn, words, at);
            }
            "prism.isbn" | "identifier.isbn" => said.add(Field::Isbn, words, at),
            "type" if kind.is_none() => kind = core_type(words),
            _ => {}
        }
    }
    let tags = Tags(tags);
    tags.fill(DUBLIN_CORE, &mut said);
    let ends = (
        tags.first("prism.startingpage"),
        tags.first("prism.endingpage"),
    );
    said.add_pages(ends.0, ends.1);
    // The source is the journal where its volume, issue or number is told beside it.
    let serial = ["source.issn", "source.volume", "source.issue"];
    if serial.iter().any(|name| tags.first(name).is_some())
        && let Some((words, at)) = tags.first("source")
        && !words.starts_with("http")
    {
        said.add(Field::JournalTitle, words, at);
    }
    let record = &mut said.record;
    record.entry_type = match kind {
        Some(kind) => kind,
        None if record.has(Field::JournalTitle) => EntryType::Article,
        None if record.has(Field::Isbn) => EntryType::Book,
        None => EntryType::Misc,
    };
    said.record
}

/// Whether a description says more than the title, as that of any page may.
pub(super) fn suffices(record: &Record) -> bool {
    let more = [
        Field::Author,
        Field::Doi,
        Field::Date,
        Field::Isbn,
        Field::JournalTitle,
    ];
    record.has(Field::Doi)
        || record.has(Field::Title) && more.iter().any(|&field| record.has(field))
}

/// The name without its scheme; that of PRISM is kept.
fn core_name(name: &str) -> Option<&str> {
    let after = |scheme: &str| {
        let rest = name.strip_prefix(scheme)?;
        rest.strip_prefix(['.', ':'])
    };
    if after("prism").is_some() {
        return Some(name).map(|name| match name {
            "prism:publicationname" => "prism.publicationname",
            "prism:publicationdate" => "prism.publicationdate",
            "prism:volume" => "prism.volume",
            "prism:number" => "prism.number",
            "prism:issn" => "prism.issn",
            "prism:doi" => "prism.doi",
            "prism:startingpage" => "prism.startingpage",
            "prism:endingpage" => "prism.endingpage",
            other => other,
        });
    }
    after("dcterms").or_else(|| after("dc"))
}

/// What a word of Dublin Core for the type means: `info:eu-repo/semantics/bookPart`, `Thesis`.
pub(super) fn core_type(words: &str) -> Option<EntryType> {
    let word = words.rsplit('/').next().unwrap_or_default().trim();
    match word.to_ascii_lowercase().as_str() {
        "text" | "image" | "" => None,
        "bookpart" | "book part" | "book_chapter" => Some(EntryType::InCollection),
        "conferenceobject" | "conferencepaper" => Some(EntryType::InProceedings),
        "doctoralthesis" => Some(EntryType::PhdThesis),
        "masterthesis" => Some(EntryType::MastersThesis),
        "bachelorthesis" => Some(EntryType::Thesis),
        "dataset" => Some(EntryType::Dataset),
        _ if word.chars().count() < 3 => None,
        _ => lower_types::stated_type(word),
    }
}

fn identifier(said: &mut Said<'_>, words: &str, span: Span) {
    let words = words.trim();
    let after = |scheme: &str| {
        let head = words.get(..scheme.len())?;
        head.eq_ignore_ascii_case(scheme)
            .then(|| words[scheme.len()..].trim_start_matches([':', ' ']))
    };
    if said.add_doi(words, span) {
        return;
    }
    if let Some(rest) = after("issn").or_else(|| after("urn:issn")) {
        said.add(Field::Issn, rest, span);
    } else if let Some(rest) = after("isbn").or_else(|| after("urn:isbn")) {
        said.add(Field::Isbn, rest, span);
    } else if words.starts_with("http") {
        said.add(Field::Url, words, span);
    }
}

/// Names of Dublin Core and PRISM, without `dc.`, `dcterms.` or `prism.`, as above.
static DUBLIN_CORE: &[(Field, &[&str])] = &[
    (Field::JournalTitle, &["prism.publicationname"]),
    (
        Field::Date,
        &[
            "date.issued",
            "issued",
            "prism.publicationdate",
            "prism.coverdate",
            "date",
            "date.published",
        ],
    ),
    (Field::Volume, &["prism.volume", "source.volume"]),
    (
        Field::Number,
        &["prism.number", "prism.issue", "source.issue"],
    ),
    (Field::Pages, &["prism.pagerange", "identifier.pagenumber"]),
    (Field::Language, &["language", "language.iso"]),
    (
        Field::Abstract,
        &["description.abstract", "abstract", "description"],
    ),
    (Field::Url, &["identifier.uri", "prism.url"]),
    (Field::BookTitle, &["relation.ispartofbook"]),
    (Field::Rights, &["rights", "prism.copyright"]),
];

//! Meta tags: Highwire Press, Dublin Core and PRISM.

use super::said::{Said, identifies};
use super::tags::{Attribute, Meta};
use crate::formats::pages::{lower, names};
use crate::formats::references::{self, Model};
use crate::model::identifier::arxiv;
use crate::model::{EntryType, Field, Name, Record, Role};
use crate::source::{Source, Span};
use std::collections::HashMap;

/// Names of Highwire tags, without `citation_`, and their fields. Of several names of one field the
/// first the page has counts.
static HIGHWIRE: &[(Field, &[&str])] = &[
    (Field::JournalTitle, &["journal_title", "journal"]),
    (Field::ShortJournal, &["journal_abbrev"]),
    (
        Field::BookTitle,
        &[
            "inbook_title",
            "book_title",
            "conference_title",
            "conference",
        ],
    ),
    (Field::Series, &["series_title"]),
    (
        Field::Date,
        &[
            "publication_date",
            "date",
            "cover_date",
            "online_date",
            "year",
        ],
    ),
    (Field::Volume, &["volume"]),
    (
        Field::Number,
        &["issue", "technical_report_number", "patent_number"],
    ),
    (Field::Pages, &["pages"]),
    (Field::PageTotal, &["num_pages"]),
    (Field::Edition, &["edition"]),
    (
        Field::Institution,
        &["dissertation_institution", "technical_report_institution"],
    ),
    (Field::Type, &["dissertation_name"]),
    (Field::Pmid, &["pmid"]),
    (Field::Pmcid, &["pmcid"]),
    (Field::Language, &["language"]),
    (Field::Abstract, &["abstract"]),
    (
        Field::Url,
        &[
            "abstract_html_url",
            "public_url",
            "fulltext_html_url",
            "pdf_url",
        ],
    ),
];

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

/// The values of tags by name, in the order of the page.
struct Tags<'a>(HashMap<&'a str, Vec<&'a Attribute>>);

impl<'a> Tags<'a> {
    fn all(&self, name: &str) -> &[&'a Attribute] {
        self.0.get(name).map_or(&[], Vec::as_slice)
    }

    fn first(&self, name: &str) -> Option<(&'a str, Span)> {
        let mut values = self.all(name).iter();
        values
            .find(|value| !value.value.trim().is_empty())
            .map(|value| (value.value.as_str(), value.span))
    }

    /// Adds the first value each field of a table has.
    fn fill(&self, table: &[(Field, &[&str])], said: &mut Said<'_>) {
        for (field, names) in table {
            if let Some((words, span)) = names.iter().find_map(|name| self.first(name)) {
                said.add(*field, words, span);
            }
        }
    }
}

/// The work the page's Highwire tags describe; [`None`] where they do not identify one.
pub(super) fn highwire(source: &Source, metas: &[Meta], page: Span) -> Option<Record> {
    let items = metas.iter().filter_map(|meta| {
        let name = meta.name.strip_prefix("bepress_").unwrap_or(&meta.name);
        let name = name
            .strip_prefix("citation_")
            .or_else(|| name.strip_prefix("citation."))?;
        Some((name, &meta.content))
    });
    let items: Vec<(&str, &Attribute)> = items.collect();
    described(source, &items, page)
}

/// The references the page's Highwire tags list: fields named in the value, or a reference as
/// printed.
pub(super) fn references(source: &Source, metas: &[Meta]) -> Vec<Record> {
    let listed = metas
        .iter()
        .filter(|meta| meta.name == "citation_reference");
    let mut out = Vec::new();
    for Meta { content, .. } in listed {
        let words = content.value.trim();
        let record = if words.contains("citation_") {
            let parts: Vec<(String, Attribute)> = parts(words)
                .map(|(name, value)| {
                    let value = value.to_owned();
                    (
                        name.to_owned(),
                        Attribute {
                            value,
                            span: content.span,
                        },
                    )
                })
                .collect();
            let items: Vec<(&str, &Attribute)> = parts
                .iter()
                .map(|(name, value)| (name.as_str(), value))
                .collect();
            described(source, &items, content.span)
        } else if words.chars().any(char::is_alphabetic) {
            Some(printed(source, words, content.span))
        } else {
            None
        };
        if let Some(mut record) = record {
            record.role = Role::Reference;
            out.push(record);
        }
    }
    out
}

/// A reference as printed, read as any other.
pub(super) fn printed(source: &Source, words: &str, span: Span) -> Record {
    let mut record = references::record_with(Model::builtin(), words);
    record.place = source.place(span);
    for (_, tracked) in record.fields_mut() {
        tracked.provenance.place = source.place(span);
    }
    record
}

/// The parts of `citation_title=…; citation_author=…;`: each name without `citation_`, and its value.
fn parts(words: &str) -> impl Iterator<Item = (&str, &str)> {
    words.split("citation_").skip(1).filter_map(|part| {
        let (name, value) = part.split_once('=')?;
        Some((name.trim(), value.trim().trim_end_matches(';').trim()))
    })
}

fn described(source: &Source, items: &[(&str, &Attribute)], span: Span) -> Option<Record> {
    let mut tags: HashMap<&str, Vec<&Attribute>> = HashMap::new();
    let mut said = Said::new(source, span);
    for &(name, value) in items {
        tags.entry(name).or_default().push(value);
        let (words, at) = (value.value.as_str(), value.span);
        match name {
            "title" => said.add_title(words, at),
            "author" | "authors" => people(&mut said, Field::Author, words, at),
            "editor" | "editors" => people(&mut said, Field::Editor, words, at),
            "author_institution" | "author_affiliation" => {
                said.add_about(Field::Author, "affiliation", words);
            }
            "author_orcid" => said.add_about(Field::Author, "ORCID", words),
            "issn" | "eissn" => each(&mut said, Field::Issn, words, at, &[';', ',']),
            "isbn" => each(&mut said, Field::Isbn, words, at, &[';', ',']),
            "publisher" => said.add(Field::Publisher, words, at),
            "keywords" | "keyword" => keywords(&mut said, words, at),
            "doi" => {
                if !said.add_doi(words, at) {
                    said.add(Field::Doi, words, at);
                }
            }
            "arxiv_id" => eprint(&mut said, words, at),
            _ => {}
        }
    }
    let tags = Tags(tags);
    tags.fill(HIGHWIRE, &mut said);
    said.add_pages(tags.first("firstpage"), tags.first("lastpage"));
    if said.record.has(Field::BookTitle)
        && let Some((words, at)) = tags.first("conference_title").or(tags.first("conference"))
        && said.record.text(Field::BookTitle) != Some(words.trim())
    {
        said.add(Field::EventTitle, words, at);
    }
    let has = |name: &str| tags.first(name).is_some();
    let record = &mut said.record;
    record.entry_type = if has("dissertation_institution") || has("dissertation_name") {
        EntryType::Thesis
    } else if has("technical_report_institution") || has("technical_report_number") {
        EntryType::Report
    } else if has("patent_number") {
        EntryType::Patent
    } else if has("conference_title") || has("conference") {
        EntryType::InProceedings
    } else if has("inbook_title") || has("book_title") {
        EntryType::InCollection
    } else if record.has(Field::JournalTitle) || record.has(Field::ShortJournal) {
        EntryType::Article
    } else if record.has(Field::Eprint) {
        EntryType::Preprint
    } else if record.has(Field::Isbn) {
        EntryType::Book
    } else if record.has(Field::Issn) {
        EntryType::Article
    } else {
        EntryType::Misc
    };
    // A paper stands in its proceedings, whatever tag names them.
    if record.entry_type == EntryType::InProceedings
        && !record.has(Field::BookTitle)
        && let Some(container) = record.remove(Field::JournalTitle)
    {
        record.put_tracked(Field::BookTitle, container);
    }
    identifies(record).then_some(said.record)
}

/// The work the page's Dublin Core and PRISM tags describe; [`None`] where they say no more than a
/// title, as those of any page may.
pub(super) fn dublin_core(source: &Source, metas: &[Meta], page: Span) -> Option<Record> {
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
    let more = [
        Field::Author,
        Field::Doi,
        Field::Date,
        Field::Isbn,
        Field::JournalTitle,
    ];
    (record.has(Field::Doi)
        || record.has(Field::Title) && more.iter().any(|&field| record.has(field)))
    .then_some(said.record)
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
fn core_type(words: &str) -> Option<EntryType> {
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
        _ => lower::stated_type(word),
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

fn eprint(said: &mut Said<'_>, words: &str, span: Span) {
    if let Some(id) = arxiv(words.trim()) {
        said.add(Field::Eprint, &id, span);
        said.add(Field::EprintType, "arxiv", span);
    }
}

/// Names: one, or several between semicolons or, where there are too many commas for one, as the
/// list shows.
pub(super) fn people(said: &mut Said<'_>, field: Field, words: &str, span: Span) {
    if words.contains(';') {
        return each(said, field, words, span, &[';']);
    }
    let words = words.trim();
    let commas = words.matches(',').count();
    let listed = commas > 1 || words.contains(" and ") && commas > 0;
    if !listed {
        return one(said, field, words, span);
    }
    // `King, Jr., Martin Luther`
    let list = names::split(words, Span::new(0, words.len()));
    if list.names.len() < 2 {
        return one(said, field, words, span);
    }
    for name in &list.names {
        one(said, field, name.of(words), span);
    }
    if !list.cut.is_empty() && field == Field::Author {
        said.truncate();
    }
}

fn one(said: &mut Said<'_>, field: Field, words: &str, span: Span) {
    let words = words.trim().trim_matches(',').trim();
    if crate::model::is_truncation(words) {
        said.truncate();
    } else if words.chars().any(char::is_alphabetic) {
        said.add_name(field, Name::parse(&super::said::tidy(words)), span);
    }
}

fn each(said: &mut Said<'_>, field: Field, words: &str, span: Span, separators: &[char]) {
    for item in words.split(separators) {
        if field.kind() == crate::model::Kind::Names {
            one(said, field, item, span);
        } else {
            said.add(field, item, span);
        }
    }
}

/// Keywords, between semicolons if there is one.
pub(super) fn keywords(said: &mut Said<'_>, words: &str, span: Span) {
    let separators: &[char] = if words.contains([';', '；']) {
        &[';', '；']
    } else {
        &[',', '，', '、']
    };
    each(said, Field::Keywords, words, span, separators);
}

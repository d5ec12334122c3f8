//! The tags of Highwire Press: `citation_title`, `citation_author`, …

use super::document::{Attribute, Meta};
use super::meta::Tags;
use super::people::{each, keywords, people};
use super::said::{Said, identifies};
use crate::formats::references::{self, Model};
use crate::model::identifier::arxiv;
use crate::model::{EntryType, Field, Record, Role};
use crate::source::{Source, Span};
use std::collections::HashMap;

/// The work the page's Highwire tags describe; [`None`] where they do not identify one.
pub(super) fn work(source: &Source, metas: &[Meta], page: Span) -> Option<Record> {
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
            "doi" => doi(&mut said, words, at),
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

/// A DOI; what is none is kept as it stands, to be looked at.
fn doi(said: &mut Said<'_>, words: &str, span: Span) {
    if !said.add_doi(words, span) {
        said.add(Field::Doi, words, span);
    }
}

fn eprint(said: &mut Said<'_>, words: &str, span: Span) {
    if let Some(id) = arxiv(words.trim()) {
        said.add(Field::Eprint, &id, span);
        said.add(Field::EprintType, "arxiv", span);
    }
}

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

//! JSON-LD by the vocabulary of schema.org.

use super::json::values;
use super::json_value::Json;
use super::people::keywords;
use super::said::{Said, identifies};
use super::{JSON_LD_SYNTAX, highwire};
use crate::model::{EntryType, Field, Record, Role};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};
use std::collections::{HashMap, HashSet};

/// Types of works, the narrower first.
static TYPES: &[(&str, EntryType)] = &[
    ("ScholarlyArticle", EntryType::Article),
    ("MedicalScholarlyArticle", EntryType::Article),
    ("Thesis", EntryType::Thesis),
    ("Chapter", EntryType::InCollection),
    ("Book", EntryType::Book),
    ("Report", EntryType::Report),
    ("Dataset", EntryType::Dataset),
    ("NewsArticle", EntryType::Newspaper),
    ("ReportageNewsArticle", EntryType::Newspaper),
    ("OpinionNewsArticle", EntryType::Newspaper),
    ("AnalysisNewsArticle", EntryType::Newspaper),
    ("BlogPosting", EntryType::Blog),
    ("TechArticle", EntryType::Online),
    ("Article", EntryType::Online),
];

/// How many parts of a container, and containers of containers, are looked at.
pub(super) const PARTS: usize = 4;

/// How many members an object has at most that is named elsewhere in the script.
const NAMED: usize = 200;

/// The works a script describes, and those they cite.
pub(super) fn works(source: &Source, script: Span, findings: &mut Findings) -> Vec<Record> {
    let (values, fault) = values(&source.text, script);
    if let Some(fault) = fault {
        let line = source.text.get(fault.at..).unwrap_or_default();
        let end = line
            .chars()
            .next()
            .filter(|c| *c != '\n')
            .map_or(0, char::len_utf8);
        findings.push(&JSON_LD_SYNTAX, Severity::Warning, || Diagnostic {
            fault: &JSON_LD_SYNTAX,
            severity: Severity::Warning,
            place: source.place(Span::new(fault.at, fault.at + end)),
            record: String::new(),
            field: None,
            message: format!("this is not JSON: expected {}", fault.expected),
            labels: Vec::new(),
        });
    }
    let graph = Graph::new(&values);
    let mut out = Vec::new();
    let mut cited = HashSet::new();
    let mut open: Vec<&Json> = values.iter().rev().collect();
    while let Some(node) = open.pop() {
        if let Json::List(items) = node {
            open.extend(items.iter().rev());
            continue;
        }
        let Some(entry_type) = type_of(node) else {
            for key in ["itemListElement", "item", "mainEntity", "@graph"] {
                open.extend(node.all(key).iter().rev());
            }
            continue;
        };
        let record = graph.describe(source, node, entry_type);
        if identifies(&record) {
            out.push(record);
        }
        for reference in node.all("citation") {
            let reference = graph.resolve(reference);
            if let Json::Object(_, span) = reference
                && !cited.insert(*span)
            {
                continue;
            }
            out.extend(graph.cited(source, reference));
        }
    }
    out
}

/// The objects of a script by their `@id`.
pub(super) struct Graph<'a>(HashMap<&'a str, &'a Json>);

impl<'a> Graph<'a> {
    fn new(values: &'a [Json]) -> Self {
        let mut known = HashMap::new();
        let mut open: Vec<&Json> = values.iter().collect();
        while let Some(node) = open.pop() {
            match node {
                Json::List(items) => open.extend(items),
                Json::Object(members, _) => {
                    open.extend(members.iter().map(|(_, value)| value));
                    if (2..=NAMED).contains(&members.len())
                        && let Some(Json::Text(id, _)) = node.get("@id")
                    {
                        known.insert(id.as_str(), node);
                    }
                }
                _ => {}
            }
        }
        Self(known)
    }

    /// The object that is only named here.
    pub(super) fn resolve(&self, node: &'a Json) -> &'a Json {
        match (node, node.get("@id")) {
            (Json::Object(members, _), Some(Json::Text(id, _))) if members.len() <= 2 => {
                self.0.get(id.as_str()).copied().unwrap_or(node)
            }
            _ => node,
        }
    }

    /// A work that is cited: an object, or a reference as printed.
    fn cited(&self, source: &Source, node: &'a Json) -> Option<Record> {
        let mut record = match node {
            Json::Object(..) => {
                let entry_type = type_of(node).unwrap_or(EntryType::Misc);
                self.describe(source, node, entry_type)
            }
            Json::Text(words, span) if words.contains(' ') => {
                highwire::printed(source, words, *span)
            }
            _ => return None,
        };
        record.role = Role::Reference;
        identifies(&record).then_some(record)
    }

    fn describe(&self, source: &Source, node: &'a Json, entry_type: EntryType) -> Record {
        let Json::Object(_, span) = node else {
            return Record::default();
        };
        let mut said = Said::new(source, *span);
        for key in ["headline", "name"] {
            if said.record.has(Field::Title) {
                break;
            }
            if let Some((words, at)) = node.get(key).and_then(Json::words) {
                said.add_title(words, at);
            }
        }
        if let Some((words, at)) = node.get("alternateName").and_then(Json::words) {
            said.add_title(words, at);
        }
        let authors = match node.all("author") {
            [] => node.all("creator"),
            authors => authors,
        };
        self.people(&mut said, Field::Author, authors);
        self.people(&mut said, Field::Editor, node.all("editor"));
        self.people(&mut said, Field::Translator, node.all("translator"));
        for publisher in node.all("publisher") {
            if let Some((words, at)) = self.resolve(publisher).words() {
                said.add(Field::Publisher, words, at);
            }
        }
        for key in ["identifier", "doi", "sameAs", "@id", "url"] {
            for item in node.all(key) {
                identifier(&mut said, item, key);
            }
        }
        for (field, key) in [
            (Field::Date, "datePublished"),
            (Field::Language, "inLanguage"),
            (Field::Abstract, "abstract"),
            (Field::Edition, "bookEdition"),
            (Field::PageTotal, "numberOfPages"),
            (Field::Version, "version"),
            (Field::Pages, "pagination"),
            (Field::Isbn, "isbn"),
            (Field::Issn, "issn"),
            (Field::Volume, "volumeNumber"),
            (Field::Number, "issueNumber"),
        ] {
            for item in node.all(key) {
                if let Some((words, at)) = self.resolve(item).words() {
                    said.add(field, words, at);
                }
            }
        }
        let ends = ["pageStart", "pageEnd"].map(|key| node.get(key).and_then(Json::words));
        said.add_pages(ends[0], ends[1]);
        let news = matches!(
            entry_type,
            EntryType::Newspaper | EntryType::Blog | EntryType::Online
        );
        if !news && let Some((words, at)) = node.get("description").and_then(Json::words) {
            said.add(Field::Abstract, words, at);
        }
        if news && let Some((words, at)) = page_address(node) {
            said.add(Field::Url, words, at);
        }
        for item in node.all("keywords") {
            match (item, item.words()) {
                (Json::Text(words, at), _) => keywords(&mut said, words, *at),
                (_, Some((words, at))) => said.add(Field::Keywords, words, at),
                _ => {}
            }
        }
        for part in node.all("isPartOf").iter().take(PARTS) {
            self.part_of(&mut said, part, PARTS);
        }
        let journal = said.record.has(Field::JournalTitle);
        said.record.entry_type = match entry_type {
            EntryType::Online | EntryType::Misc if journal => EntryType::Article,
            other => other,
        };
        said.record
    }
}

/// The address of the page a work is the main thing of.
fn page_address(node: &Json) -> Option<(&str, Span)> {
    ["url", "mainEntityOfPage"].iter().find_map(|key| {
        let value = node.get(key)?;
        let (words, at) = value.get("@id").unwrap_or(value).words()?;
        words.starts_with("http").then_some((words, at))
    })
}

/// Adds what identifies the work: a text, an address, or a value that names its scheme.
fn identifier(said: &mut Said<'_>, item: &Json, key: &str) {
    let scheme = item
        .get("propertyID")
        .and_then(Json::words)
        .map_or("", |(words, _)| words);
    let Some((words, at)) = item.get("value").unwrap_or(item).words() else {
        return;
    };
    let scheme = scheme
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_ascii_lowercase();
    let field = match scheme.as_str() {
        "issn" => Some(Field::Issn),
        "isbn" => Some(Field::Isbn),
        "pmid" => Some(Field::Pmid),
        "pmcid" => Some(Field::Pmcid),
        _ => None,
    };
    if let Some(field) = field {
        said.add(field, words, at);
        return;
    }
    let bare = matches!(key, "identifier" | "doi");
    if (bare || words.contains("doi.org/")) && said.add_doi(words, at) {
        return;
    }
    if key == "url" && words.starts_with("http") && !words.contains("doi.org/") {
        said.add(Field::Url, words, at);
    }
}

/// The type of a work; [`None`] where the object is none.
fn type_of(node: &Json) -> Option<EntryType> {
    TYPES
        .iter()
        .find(|(name, _)| types(node).any(|kind| kind == *name))
        .map(|(_, entry_type)| *entry_type)
}

/// The types of an object, without the vocabulary before them.
pub(super) fn types(node: &Json) -> impl Iterator<Item = &str> {
    node.all("@type")
        .iter()
        .take(10)
        .filter_map(|kind| match kind {
            Json::Text(kind, _) => kind.rsplit(['/', ':', '#']).next(),
            _ => None,
        })
}

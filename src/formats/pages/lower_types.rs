//! The type of a record of a page.

use super::LAYOUTS;
use super::sites::sciencegate;
use crate::formats::RawRecord;
use crate::model::{EntryType, Field, Record, Role};

/// The type the page states, else the one its fields make sure; [`EntryType::Misc`] else.
pub(super) fn entry_type(text: &str, raw: &RawRecord, record: &Record) -> EntryType {
    let reader = LAYOUTS
        .get(raw.reader as usize)
        .map_or("", |layout| layout.doc.id);
    if let Some(stated) = stated_type(raw.entry_type.of(text)) {
        return stated;
    }
    // A venue that was cut off is kept for its words alone; most venues are journals.
    if raw.entry_type.of(text).ends_with('…') {
        return EntryType::Article;
    }
    let numbered = [Field::Volume, Field::Number, Field::Pages, Field::Eid]
        .iter()
        .any(|&field| record.has(field));
    if reader == sciencegate::LAYOUT.doc.id {
        // A year without volume and pages is a preprint or came online first; only a preprint
        // has nothing in the place of the volume.
        let preprint = record.has(Field::Date) && !numbered && !record.has(Field::PubState);
        return if preprint && !record.has(Field::JournalTitle) {
            EntryType::Preprint
        } else {
            EntryType::Article
        };
    }
    let container = record.text(Field::JournalTitle).unwrap_or_default();
    if record.has(Field::Eprint) && !numbered {
        return EntryType::Preprint;
    }
    if record.has(Field::Volume) && record.has(Field::Number) {
        return EntryType::Article;
    }
    if !container.is_empty() {
        return container_type(container);
    }
    if let Some(book) = record.text(Field::BookTitle) {
        let chapter =
            (raw.role == Role::Reference || record.has(Field::Editor) || is_reference_work(book))
                && container_type(book) != EntryType::InProceedings
                && !book.starts_with("Proc");
        return if chapter {
            EntryType::InCollection
        } else {
            EntryType::InProceedings
        };
    }
    if record.has(Field::Institution) {
        return EntryType::Thesis;
    }
    let listed = raw.role != Role::Primary;
    if record.has(Field::Publisher)
        && (listed || record.has(Field::Isbn) || record.has(Field::Location))
    {
        return EntryType::Book;
    }
    if record.has(Field::Isbn) && !numbered && !record.has(Field::Issn) {
        return EntryType::Book;
    }
    // Chinese registrants write the ISSN into the DOI.
    let doi = record.text(Field::Doi).unwrap_or_default();
    let serial = doi.contains("/j.issn.") || doi.contains("/j.cnki.");
    if !numbered && is_posted(doi) {
        return EntryType::Preprint;
    }
    let journal = numbered || serial || record.has(Field::Issn);
    if journal || reader != "page" {
        return EntryType::Article;
    }
    // Most of what has a DOI is an article; books have their ISBN in it.
    if let Some((_, suffix)) = doi.split_once('/') {
        let book = suffix
            .trim_start_matches(['b', 'B', '.', ' '])
            .starts_with("978");
        return match (book, suffix.contains('_')) {
            (true, false) => EntryType::Book,
            (true, true) => EntryType::InCollection,
            _ => EntryType::Article,
        };
    }
    EntryType::Misc
}

/// Whether a book is one of many short parts, each with its own authors.
fn is_reference_work(book: &str) -> bool {
    let lower = book.to_lowercase();
    [
        "encyclop",
        "handbook",
        "dictionary",
        "companion to",
        "enzyklop",
        "lexikon",
        "handbuch",
    ]
    .iter()
    .any(|word| lower.contains(word))
}

/// Whether a DOI is one that a server of preprints gives: `10.1101/2022.06.19.496712`.
fn is_posted(doi: &str) -> bool {
    let servers = [
        "10.1101/19",
        "10.1101/20",
        "10.48550/",
        "10.21203/rs.",
        "10.31234/osf",
        "10.31219/osf",
        "10.31235/osf",
        "10.2139/ssrn",
        "10.20944/preprints",
        "10.26434/chemrxiv",
        "10.36227/techrxiv",
    ];
    let lower = doi.to_ascii_lowercase();
    servers.iter().any(|server| lower.starts_with(server))
}

fn container_type(container: &str) -> EntryType {
    let lower = container.to_lowercase();
    let has = |words: &[&str]| words.iter().any(|word| lower.contains(word));
    if has(&[
        "arxiv", "biorxiv", "medrxiv", "preprint", "ssrn", "psyarxiv",
    ]) {
        EntryType::Preprint
    } else if has(&[
        "proceedings of the",
        "symposium",
        "conference",
        "workshop",
        "congress on",
        "конференц",
        "会议论文集",
        "proc. ",
    ]) && !lower.contains("journal")
        && !lower.contains("national academy")
    {
        EntryType::InProceedings
    } else {
        EntryType::Article
    }
}

/// Words for kinds of work, in many languages. The first that fits wins, so the narrower stand
/// first.
static TYPE_WORDS: &[(&[&str], EntryType)] = &[
    (
        &[
            "preprint",
            "posted-content",
            "posted content",
            "预印本",
            "working paper",
        ],
        EntryType::Preprint,
    ),
    (&["碩博士", "硕博士", "博硕士"], EntryType::Thesis),
    (
        &["博士", "doctoral", "phd", "докторск", "박사"],
        EntryType::PhdThesis,
    ),
    (
        &["硕士", "碩士", "master", "석사"],
        EntryType::MastersThesis,
    ),
    (
        &[
            "thesis",
            "dissertation",
            "学位",
            "學位",
            "диссертац",
            "тез",
            "학위",
            "tesis",
            "tese",
            "thèse",
            "дис. ",
            "автореф",
            "nnt",
        ],
        EntryType::Thesis,
    ),
    (
        &[
            "chapter",
            "глава",
            "capítulo",
            "kapitel",
            "artículo de libro",
        ],
        EntryType::InBook,
    ),
    (
        &[
            "proceeding",
            "symposium",
            "workshop",
            "conference",
            "会议",
            "會議",
            "конференц",
            "congreso",
            "congresso",
            "congrès",
            "tagungsbeitrag",
        ],
        EntryType::InProceedings,
    ),
    (&["patent", "专利", "патент"], EntryType::Patent),
    (&["newspaper", "报纸", "газет"], EntryType::Newspaper),
    (&["report", "报告", "отчет"], EntryType::Report),
    (&["standard", "标准", "стандарт"], EntryType::Standard),
    (&["data set", "dataset"], EntryType::Dataset),
    (
        &[
            "journal",
            "article",
            "期刊",
            "статья",
            "artículo",
            "artigo",
            "makale",
            "artikel",
            "雑誌",
            "학술",
            "periodical",
            "transactions",
            "review",
        ],
        EntryType::Article,
    ),
    (
        &[
            "book",
            "图书",
            "圖書",
            "专著",
            "книга",
            "монограф",
            "libro",
            "livro",
            "livre",
            "buch",
            "単行本",
            "단행본",
            "monograph",
        ],
        EntryType::Book,
    ),
];

/// What a page's word for the type means: a GB/T 7714 mark, or a label's value.
pub(super) fn stated_type(word: &str) -> Option<EntryType> {
    let mark = match word {
        "J" | "A" => Some(EntryType::Article),
        "M" => Some(EntryType::Book),
        "D" => Some(EntryType::Thesis),
        "C" => Some(EntryType::InProceedings),
        "N" => Some(EntryType::Newspaper),
        "P" => Some(EntryType::Patent),
        "R" => Some(EntryType::Report),
        "S" => Some(EntryType::Standard),
        "EB" => Some(EntryType::Online),
        "DB" | "DS" => Some(EntryType::Dataset),
        "CP" => Some(EntryType::Software),
        "G" => Some(EntryType::Collection),
        _ => None,
    };
    if mark.is_some() || word.is_empty() {
        return mark;
    }
    let lower = word.to_lowercase();
    TYPE_WORDS
        .iter()
        .find(|(words, _)| words.iter().any(|w| lower.contains(w)))
        .map(|(_, entry_type)| *entry_type)
}

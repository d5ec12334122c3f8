//! What kind of work a reference is to, by its mark, its words and its fields.

use crate::model::{EntryType, Field, Record};

/// Words for kinds of work, lower case, in the languages references are printed in; the narrower
/// stand first.
const GENRES: &[(&[&str], EntryType)] = &[
    (
        &[
            "phd",
            "ph. d",
            "ph.d",
            "ph .d",
            "doctoral",
            "doktor",
            "博士",
            "д-ра",
            "доктора",
            "канд.",
            "doctorat",
            "doctor",
            "dphil",
            "d. phil",
        ],
        EntryType::PhdThesis,
    ),
    (
        &[
            "master",
            "m.sc",
            "m .s",
            "m.s.",
            "m.a. thesis",
            "msc",
            "硕士",
            "碩士",
            "修士",
            "diplomarbeit",
            "maîtrise",
            "석사",
        ],
        EntryType::MastersThesis,
    ),
    (
        &[
            "thesis",
            "dissertation",
            "diss",
            "thèse",
            "tesis",
            "tese",
            "tesi ",
            "habilitation",
            "学位",
            "학위",
            "дис.",
            "дисс",
            "автореф",
        ],
        EntryType::Thesis,
    ),
    (
        &[
            "patent",
            "brevet",
            "专利",
            "пат.",
            "патент",
            "авт. свид",
            "特許",
            "特開",
            "特願",
            "特表",
            "実用新案",
        ],
        EntryType::Patent,
    ),
    (
        &["закон", "постановление", "указ ", "приказ"],
        EntryType::Legislation,
    ),
    (
        &[
            "report",
            "memo",
            "working paper",
            "discussion paper",
            "rapport",
            "bericht",
            "informe",
            "报告",
            "отчет",
            "отчёт",
            "tech. rep",
            "white paper",
        ],
        EntryType::Report,
    ),
    (&["preprint", "препринт"], EntryType::Preprint),
    (&["standard"], EntryType::Standard),
    (
        &["manuscript", "unpublished", "mimeo", "draft"],
        EntryType::Unpublished,
    ),
    (&["newspaper"], EntryType::Newspaper),
    (
        &["software", "computer program", "version "],
        EntryType::Software,
    ),
    (&["data set", "dataset"], EntryType::Dataset),
    (
        &["dvd", "film", "motion picture", "video"],
        EntryType::Video,
    ),
    (
        &[
            "talk",
            "lecture",
            "paper presented",
            "presentation",
            "poster",
        ],
        EntryType::Speech,
    ),
    (
        &["website", "web page", "webpage", "online"],
        EntryType::Online,
    ),
];

/// Words of the containers of conference papers.
const CONFERENCES: &[&str] = &[
    "proceedings",
    "proc.",
    "proc ",
    "conference",
    "conf.",
    "conf ",
    "symposium",
    "symp.",
    "workshop",
    "congress",
    "actes du",
    "actes de",
    "atti ",
    "tagungsband",
    "colloque",
    "конференц",
    "会议",
    "論文集",
    "论文集",
    "研讨会",
    "大会",
    "lecture notes in",
    "lncs",
    "학술대회",
];

/// Containers that have `proc.` in their names and are journals.
const JOURNALS: &[&str] = &[
    "national academy",
    "natl",
    "nat. acad",
    "royal soc",
    "roy. soc",
    "r. soc",
    "r soc",
    "proceedings of the ieee",
    "proc. ieee",
    "math. soc",
    "mathematical society",
    "phys. soc",
    "journal",
    "j.",
    "transactions",
    "nucl. phys",
    "american mathematical",
    "amer. math",
    "london math",
    "nutr soc",
    "proc. am",
];

/// The kind of work a type mark of GB/T 7714 stands for.
pub(super) fn of_mark(mark: &str) -> Option<EntryType> {
    Some(match mark {
        "J" | "A" => EntryType::Article,
        "M" | "K" => EntryType::Book,
        "C" => EntryType::InProceedings,
        "G" => EntryType::Collection,
        "D" => EntryType::Thesis,
        "N" => EntryType::Newspaper,
        "P" => EntryType::Patent,
        "R" => EntryType::Report,
        "S" => EntryType::Standard,
        "EB" => EntryType::Online,
        "DB" | "DS" => EntryType::Dataset,
        "CP" => EntryType::Software,
        "CM" => EntryType::Map,
        "PP" => EntryType::Preprint,
        _ => return None,
    })
}

/// Whether this is the number of a patent: `CN101106276A`.
fn is_patent(number: &str) -> bool {
    let Some((country, rest)) = number.split_at_checked(2) else {
        return false;
    };
    let digits = rest.bytes().filter(u8::is_ascii_digit).count();
    matches!(
        country,
        "CN" | "US" | "EP" | "WO" | "JP" | "KR" | "DE" | "GB" | "FR" | "TW" | "RU" | "SU"
    ) && digits >= 6
        && rest
            .trim_start()
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || matches!(b, b'.' | b','))
}

/// The kind of work `record` is.
pub(super) fn kind(mark: &str, record: &Record) -> EntryType {
    let part = record.has(Field::BookTitle);
    match of_mark(mark) {
        Some(EntryType::Book) if part => return EntryType::InCollection,
        Some(EntryType::InProceedings) if !part && !record.has(Field::JournalTitle) => {
            return EntryType::Proceedings;
        }
        Some(marked) => return marked,
        None => {}
    }
    let lower = |field| record.text(field).unwrap_or_default().to_lowercase();
    if part {
        let book = lower(Field::BookTitle);
        let meeting = CONFERENCES.iter().any(|word| book.contains(word));
        return if meeting {
            EntryType::InProceedings
        } else {
            EntryType::InCollection
        };
    }
    if !record.has(Field::JournalTitle) && record.text(Field::Eid).is_some_and(is_patent) {
        return EntryType::Patent;
    }
    let genre = lower(Field::Type);
    let named = GENRES
        .iter()
        .find(|(words, _)| !genre.is_empty() && words.iter().any(|word| genre.contains(word)));
    let container = lower(Field::JournalTitle);
    let has = |words: &[&str]| words.iter().any(|word| container.contains(word));
    let numbered = record.has(Field::Volume) || record.has(Field::Number);
    if let Some((_, genre)) = named
        && (container.is_empty()
            || matches!(
                genre,
                EntryType::PhdThesis | EntryType::MastersThesis | EntryType::Thesis
            ))
    {
        return *genre;
    }
    if !container.is_empty() {
        if ["arxiv", "biorxiv", "medrxiv", "ssrn", "psyarxiv"]
            .iter()
            .any(|archive| container.contains(archive))
        {
            return EntryType::Preprint;
        }
        if has(CONFERENCES) && !has(JOURNALS) {
            return EntryType::InProceedings;
        }
        let book =
            record.has(Field::Editor) || record.has(Field::Publisher) && !record.has(Field::Number);
        return if book && (!numbered || record.has(Field::Editor)) && record.has(Field::Title) {
            EntryType::InCollection
        } else {
            EntryType::Article
        };
    }
    let title = lower(Field::Title);
    if title.ends_with("数据")
        || ["数据集", "dataset", "data set"]
            .iter()
            .any(|word| title.contains(word))
    {
        return EntryType::Dataset;
    }
    if record.has(Field::Eprint) && !record.has(Field::Publisher) {
        return EntryType::Preprint;
    }
    // `CERN-ACC-2014-0321`: the number of a document that stands in nothing.
    if record.has(Field::Eid) {
        return EntryType::Report;
    }
    if record.has(Field::Publisher) || record.has(Field::Isbn) || record.has(Field::Edition) {
        return if record.has(Field::Author) || !record.has(Field::Editor) {
            EntryType::Book
        } else {
            EntryType::Collection
        };
    }
    if record.has(Field::Location) && record.has(Field::Title) {
        return EntryType::Book;
    }
    if record.has(Field::Url) {
        return EntryType::Online;
    }
    EntryType::Misc
}

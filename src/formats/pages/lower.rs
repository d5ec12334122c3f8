//! From the raw record of a page to a typed [`Record`]: the same for every layout.

use super::draft::LISTED;
use super::houses::is_house;
use super::name_shape::is_group;
use super::statements::Statements;
use super::{LAYOUTS, listed, sciencegate, split_letters};
use crate::formats::{Meaning, RawName, RawRecord, RawRecords};
use crate::model::{EntryType, Field, Kind, Name, Names, Record, Role, Text, Tracked, Value};
use crate::report::Findings;
use crate::source::{Source, Span};
use crate::text::latex;

/// Types the raw record of this index. Spans of one field become one value: names and keywords
/// a list, the rest one text.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let Some(raw_record) = raw.records.get(index) else {
        return Record::default();
    };
    if raw_record.reader == LISTED {
        return listed::lower(source, raw, index, findings);
    }
    let text = source.text.as_str();
    let mut record = Record::new(EntryType::Misc, source.place(raw_record.span));
    record.role = raw_record.role;
    let mut statements = Statements::default();
    let mut truncated = false;
    for raw_field in raw.fields(raw_record) {
        let (meaning, value) = match raw_field.name {
            RawName::Meant(meaning) => (meaning, raw_field.value),
            RawName::Written(_) => continue,
        };
        match meaning {
            Meaning::Field(field) => add(source, &mut record, field, value),
            Meaning::AuthorsTruncated => truncated = true,
            Meaning::Statement => statements.add(text, source.place(value)),
            Meaning::StatementSection => statements.set_section(value.of(text)),
        }
    }
    if truncated
        && let Some(tracked) = record.tracked_mut(Field::Author)
        && let Value::Names(names) = &mut tracked.value
    {
        names.truncated = true;
    }
    house_as_journal(&mut record);
    record.statements = statements.into_list();
    record.entry_type = match record.entry_type {
        EntryType::Book => EntryType::Book,
        _ => entry_type(text, raw_record, &record),
    };
    // What looked like a journal is the book a conference paper stands in.
    if record.entry_type == EntryType::InProceedings
        && !record.has(Field::BookTitle)
        && let Some(container) = record.remove(Field::JournalTitle)
    {
        record.put_tracked(Field::BookTitle, container);
    }
    record
}

/// A publishing house in the place of the journal, with no number of one: `Routledge, 2015`.
fn house_as_journal(record: &mut Record) {
    let numbered = [
        Field::Volume,
        Field::Number,
        Field::Pages,
        Field::Eid,
        Field::Issn,
    ]
    .iter()
    .any(|&field| record.has(field));
    if !numbered
        && !record.has(Field::Publisher)
        && record.text(Field::JournalTitle).is_some_and(is_house)
        && let Some(Tracked { value, provenance }) = record.remove(Field::JournalTitle)
    {
        let value = match value {
            Value::Text(text) => Value::List(vec![text]),
            other => other,
        };
        record.put_tracked(Field::Publisher, Tracked { value, provenance });
        record.entry_type = EntryType::Book;
    }
}

/// Adds one span: the value of the field, or the next item of it.
fn add(source: &Source, record: &mut Record, field: Field, span: Span) {
    let words = span.of(&source.text);
    // A value that runs over lines is one text; an abstract keeps its paragraphs.
    let wrapped = field != Field::Abstract && words.contains(['\n', '\r']);
    let torn = match field {
        Field::Title | Field::JournalTitle => split_letters::mended(words, false),
        Field::Author => split_letters::mended_name(words),
        Field::Doi | Field::Date | Field::Volume | Field::Number | Field::Pages | Field::Issn => {
            split_letters::mended(words, true)
        }
        _ => None,
    };
    let joined = if let Some(torn) = torn {
        torn
    } else if wrapped {
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    } else {
        words.to_owned()
    };
    // Lists of references and boxes for BibTeX have accents as TeX writes them.
    let joined = if joined.contains('\\') && field != Field::Abstract {
        latex::decode(&joined).0.into_owned()
    } else {
        joined
    };
    // `pages 151 à 168`
    let joined = if field == Field::Pages {
        joined.replace(" à ", "-")
    } else {
        joined
    };
    let joined = if field.kind() == Kind::Names {
        with_patronymic(before_initials(behind_initials(joined)))
    } else {
        joined
    };
    let item = || Text::plain(joined.as_str());
    let tracked = record.tracked_mut(field);
    if let Some(tracked) = tracked {
        let place = &mut tracked.provenance.place.span;
        place.start = place.start.min(span.start);
        place.end = place.end.max(span.end);
        match &mut tracked.value {
            Value::Names(names) => names.list.push(name_of(&joined)),
            Value::List(list) => list.push(item()),
            Value::Text(held) => {
                held.content.push_str("; ");
                held.content.push_str(&joined);
            }
            Value::Date(_) | Value::Pages(_) => {}
        }
        return;
    }
    let value = match field.kind() {
        Kind::Names => Value::Names(Names {
            list: vec![name_of(&joined)],
            truncated: false,
        }),
        Kind::List | Kind::Keywords => Value::List(vec![item()]),
        _ => Value::Text(item()),
    };
    record.put_tracked(field, Tracked::read(value, source.place(span)));
}

/// A name, or the name of a group, whose words are not turned round.
fn name_of(words: &str) -> Name {
    if is_group(words) && !words.contains(',') {
        Name::literal(words)
    } else {
        Name::parse(words)
    }
}

/// `CE Mac an tSaoir`: behind two initials without stops all is the family name.
fn behind_initials(name: String) -> String {
    match name.split_once(' ') {
        Some((initials, family))
            if (2..=4).contains(&initials.len())
                && initials.bytes().all(|b| b.is_ascii_uppercase())
                && family.contains(' ')
                && !family.contains([',', '.'])
                && family.contains(char::is_lowercase) =>
        {
            format!("{family}, {initials}")
        }
        _ => name,
    }
}

/// `Ó Dónaill S`, `Mac an tSaoir JJ`: before initials without stops all is the family name.
pub(super) fn before_initials(name: String) -> String {
    match name.rsplit_once(' ') {
        Some((family, initials))
            if (1..=3).contains(&initials.len())
                && initials.bytes().all(|b| b.is_ascii_uppercase())
                && family.contains(' ')
                && !family.contains([',', '.'])
                && family.contains(char::is_lowercase)
                && family.starts_with(char::is_uppercase)
                && family
                    .split(' ')
                    .all(|word| word == "Ó" || word.chars().nth(1).is_some())
                && !matches!(initials, "II" | "III" | "IV") =>
        {
            format!("{family}, {initials}")
        }
        _ => name,
    }
}

/// `Яковлева Нина Петровна`: where a patronymic ends a name, the family name begins it.
fn with_patronymic(name: String) -> String {
    const ENDS: &[&str] = &[
        "вич",
        "вна",
        "чна",
        "ВИЧ",
        "ВНА",
        "ЧНА",
        "льич",
        "ЛЬИЧ",
        "омич",
        "ОМИЧ",
        "укич",
        "УКИЧ",
        "китич",
        "КИТИЧ",
        "узьмич",
        "УЗЬМИЧ",
        "оглы",
        "кызы",
        "Оглы",
        "Кызы",
        "огли",
        "оглу",
    ];
    let mut words = name.split(' ');
    let parts = (words.next(), words.next(), words.next(), words.next());
    match parts {
        (Some(family), Some(given), Some(father), None)
            if ENDS.iter().any(|end| father.ends_with(end))
                && !name.contains([',', '.'])
                && !ENDS.iter().any(|end| given.ends_with(end)) =>
        {
            format!("{family}, {given} {father}")
        }
        _ => name,
    }
}

/// The type the page states, else the one its fields make sure; [`EntryType::Misc`] else.
fn entry_type(text: &str, raw: &RawRecord, record: &Record) -> EntryType {
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
        let chapter = raw.role == Role::Reference
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
    let listed = raw.role == Role::Reference;
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
        &["preprint", "posted-content", "预印本", "working paper"],
        EntryType::Preprint,
    ),
    (
        &["博士", "doctoral", "phd", "докторск"],
        EntryType::PhdThesis,
    ),
    (&["硕士", "碩士", "master"], EntryType::MastersThesis),
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
        &["chapter", "глава", "capítulo", "kapitel"],
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

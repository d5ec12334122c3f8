//! The journal, book or proceedings a work stands in, folded, with its class.

use super::{fold, written};
use crate::model::{EntryType, Field, Record};
use std::borrow::Cow;

/// What kind of container: a journal and a conference are two publications even of one work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Class {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A journal.
    Journal,
    /// Proceedings of a conference, symposium, workshop.
    Proceedings,
    /// A preprint server.
    Preprint,
    /// A thesis.
    Thesis,
    /// A report.
    Report,
    /// A book.
    Book,
}

/// A container read for comparison.
#[derive(Default)]
pub(super) struct Container {
    pub(super) folded: String,
    /// Bytes of `folded` before a colon or bracket.
    pub(super) head: usize,
    pub(super) class: Class,
    /// Whether it was cut, with a mark that says so.
    pub(super) cut: bool,
}

/// Where a container is looked for, best first.
const FIELDS: &[Field] = &[
    Field::JournalTitle,
    Field::BookTitle,
    Field::ShortJournal,
    Field::EventTitle,
    Field::Series,
];

pub(super) fn read(record: &Record) -> Container {
    let found = FIELDS.iter().find_map(|field| {
        let text = written::text(record.get(*field)?);
        (!text.trim().is_empty()).then_some(text)
    });
    let Some(text) = found else {
        return Container {
            class: of_type(record.entry_type),
            ..Container::default()
        };
    };
    let text = super::cut(&text, 600);
    let text = text.strip_prefix("In:").unwrap_or(text);
    let (text, cut) = uncut(text);
    let text = text.as_ref();
    // `Circulation. Conference: American Heart Association's …`: the journal, then the meeting.
    let dotted = memchr::memchr(b'.', text.as_bytes()).is_some();
    let meeting = dotted.then(|| text.find(". Conference")).flatten();
    let text = match meeting.filter(|at| *at > 2) {
        Some(at) => text.get(..at).unwrap_or(text),
        None => text,
    };
    let mut folded = fold(text);
    // `very large databases`, `very large data bases`.
    if memchr::memchr(b'b', folded.as_bytes()).is_some() && folded.contains("database") {
        folded = folded.replace("database", "data base");
    }
    let mut dropped = 0;
    for lead in ["the ", "in ", "die ", "la ", "le ", "acm ", "ieee "] {
        if folded.starts_with(lead) && folded.len() > lead.len() + 3 {
            folded.drain(..lead.len());
            dropped = lead.len();
            break;
        }
    }
    let head = text
        .bytes()
        .position(|byte| matches!(byte, b':' | b'(' | b'[' | b';' | b'='))
        .filter(|at| *at > 2)
        .map(|at| {
            fold(text.get(..at).unwrap_or(""))
                .replace("database", "data base")
                .len()
                .saturating_sub(dropped)
        })
        .filter(|at| *at > 2 && folded.is_char_boundary(*at))
        .unwrap_or(folded.len());
    let class = of_words(&folded);
    let class = if class == Class::Unknown {
        of_type(record.entry_type)
    } else {
        class
    };
    Container {
        folded,
        head,
        class,
        cut,
    }
}

/// `text` without the mark that it was cut, and whether it had one.
fn uncut(text: &str) -> (Cow<'_, str>, bool) {
    const MARKS: &[&str] = &["…", "...", "& hellip ;", "&hellip;"];
    // Each begins with one of these bytes.
    let may_hold = memchr::memchr3(b'.', b'&', 0xe2, text.as_bytes()).is_some();
    if may_hold && MARKS.iter().any(|mark| text.contains(mark)) {
        let mut whole = text.to_owned();
        for mark in MARKS {
            whole = whole.replace(mark, " ");
        }
        return (Cow::Owned(whole), true);
    }
    (Cow::Borrowed(text), false)
}

/// The class an entry type tells. `Article` tells nothing: exports call everything one.
fn of_type(entry_type: EntryType) -> Class {
    match entry_type {
        EntryType::InProceedings | EntryType::Proceedings => Class::Proceedings,
        EntryType::Preprint => Class::Preprint,
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => Class::Thesis,
        EntryType::Report => Class::Report,
        EntryType::Book | EntryType::Collection | EntryType::InCollection | EntryType::InBook => {
            Class::Book
        }
        _ => Class::Unknown,
    }
}

/// What one word of a folded container says of its class.
fn of_word(word: &str) -> Class {
    match word {
        "arxiv" | "biorxiv" | "medrxiv" | "chemrxiv" | "psyarxiv" | "ssrn" | "preprint"
        | "preprints" | "corr" => Class::Preprint,
        "thesis" | "dissertation" | "dissertations" | "phd" | "dissertationes" => Class::Thesis,
        "journal" | "j" | "jnl" | "jrnl" | "transactions" | "trans" | "letters" | "annals"
        | "archives" | "magazine" | "zeitschrift" | "revue" | "revista" | "bulletin"
        | "quarterly" | "record" | "rivista" | "zhurnal" | "журнал" | "вестник" | "jour" => {
            Class::Journal
        }
        "proceedings"
        | "proc"
        | "conference"
        | "conf"
        | "symposium"
        | "symp"
        | "workshop"
        | "congress"
        | "meeting"
        | "colloquium"
        | "tagung"
        | "konferenz"
        | "congres"
        | "congreso"
        | "конференции"
        | "конференция"
        | "simposio"
        | "proceeding"
        | "会议"
        | "論文集"
        | "论文集" => Class::Proceedings,
        _ => Class::Unknown,
    }
}

/// The class the words of a folded container tell.
fn of_words(folded: &str) -> Class {
    const REPORT: &[&str] = &[
        "technical report",
        "tech report",
        "tech rep",
        "techreport",
        "research report",
        "report no",
        "working paper",
        "unpublished",
    ];
    // Periodicals whose names begin like a meeting's.
    const SOCIETIES: &[&str] = &[
        "proceedings of the national academy",
        "proc natl acad",
        "proceedings of the ieee",
        "proceedings of the royal",
        "proc r soc",
        "proc biol sci",
        "proceedings biological sciences",
        "proceedings of the american math",
        "proceedings of the london math",
        "proc amer math",
        "proc ieee",
        "proceedings of the institution",
        "proceedings of the academy",
        "proceedings of the nutrition",
    ];
    // What is left of a periodical's name as often as of a meeting's.
    if matches!(folded, "proceedings" | "proc") {
        return Class::Unknown;
    }
    if folded.starts_with("proc")
        && SOCIETIES.iter().any(|name| folded.starts_with(name))
        && !folded.contains("conference")
    {
        return Class::Journal;
    }
    let said = folded
        .split(' ')
        .fold(0_u32, |said, word| said | 1 << of_word(word) as u32);
    let says = |class: Class| said >> class as u32 & 1 == 1;
    if says(Class::Preprint) {
        return Class::Preprint;
    }
    if says(Class::Thesis) {
        return Class::Thesis;
    }
    // All of these hold one of three words, which most names do not.
    if memchr::memchr(b'p', folded.as_bytes()).is_some()
        && ["rep", "paper", "unpub"]
            .iter()
            .any(|word| folded.contains(word))
        && REPORT.iter().any(|name| folded.contains(name))
    {
        return Class::Report;
    }
    // "Proceedings of the ACM conference on …" against "Journal of Conference Abstracts".
    if says(Class::Journal) {
        Class::Journal
    } else if says(Class::Proceedings) {
        Class::Proceedings
    } else {
        Class::Unknown
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_class() {
        for (name, class) in [
            ("journal of digital studies", Class::Journal),
            ("workshop of digital studies", Class::Proceedings),
            (
                "proceedings of the national academy of sciences",
                Class::Journal,
            ),
            (
                "americas conference on information systems",
                Class::Proceedings,
            ),
            ("arxiv preprint arxiv 2001 1234", Class::Preprint),
            ("stroke", Class::Unknown),
        ] {
            assert_eq!(of_words(name), class, "{name}");
        }
    }
}

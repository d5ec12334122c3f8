//! The journal, book or proceedings a work stands in, folded, with its class.

use super::class::{Class, Pairs, of_type, of_words};
use super::{fold, fold_into, written};
use crate::model::{Field, Record};
use crate::text::ascii;
use std::borrow::Cow;

/// What a container says beside its words.
#[derive(Default)]
pub(super) struct Container {
    /// Bytes of the folded container before a colon or bracket.
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

/// Appends the folded container of `record` to `out`.
pub(super) fn read(record: &Record, out: &mut String) -> Container {
    let found = FIELDS.iter().find_map(|field| {
        let text = written::text(record.get(*field)?);
        (!ascii::trimmed(&text).is_empty()).then_some(text)
    });
    let Some(text) = found else {
        return Container {
            class: of_type(record.entry_type),
            ..Container::default()
        };
    };
    let text = super::cut(&text, 600);
    let text = text.strip_prefix("In:").unwrap_or(text);
    let marks = Marks::of(text);
    let (text, cut) = uncut(text, marks);
    let text = text.as_ref();
    // `Circulation. Conference: American Heart Association's …`: the journal, then the meeting.
    let meeting = marks.has(Marks::SENTENCE).then(|| {
        let mut stops = memchr::memchr_iter(b'.', text.as_bytes());
        stops.find(|at| {
            text.get(*at..)
                .is_some_and(|rest| rest.starts_with(". Conference"))
        })
    });
    let text = match meeting.flatten().filter(|at| *at > 2) {
        Some(at) => text.get(..at).unwrap_or(text),
        None => text,
    };
    let start = out.len();
    fold_into(text, out);
    let pairs = Pairs::of(out.get(start..).unwrap_or_default());
    // `very large databases`, `very large data bases`.
    if pairs.has(Pairs::DATABASE)
        && let Some(folded) = out
            .get(start..)
            .filter(|folded| folded.contains("database"))
    {
        let folded = folded.replace("database", "data base");
        out.truncate(start);
        out.push_str(&folded);
    }
    let mut dropped = 0;
    let folded = out.get(start..).unwrap_or_default();
    let leads = ["the ", "in ", "die ", "la ", "le ", "acm ", "ieee "];
    // The first of them ends within five letters.
    if folded.bytes().take(5).any(|byte| byte == b' ')
        && let Some(lead) = leads.iter().find(|lead| folded.starts_with(**lead))
        && folded.len() > lead.len() + 3
    {
        dropped = lead.len();
        out.drain(start..start + dropped);
    }
    let folded = out.get(start..).unwrap_or_default();
    let stop = marks.has(Marks::STOP).then(|| {
        let mut bytes = text.bytes();
        bytes.position(|byte| STOPS.contains(&byte))
    });
    let head = stop
        .flatten()
        .filter(|at| *at > 2)
        .map(|at| {
            fold(text.get(..at).unwrap_or(""))
                .replace("database", "data base")
                .len()
                .saturating_sub(dropped)
        })
        .filter(|at| *at > 2 && folded.is_char_boundary(*at))
        .unwrap_or(folded.len());
    let class = match of_words(folded, pairs) {
        Class::Unknown => of_type(record.entry_type),
        class => class,
    };
    Container { head, class, cut }
}

/// Which marks may be in a container as written, found at one look.
#[derive(Clone, Copy)]
struct Marks(u8);

impl Marks {
    /// What the marks that a text was cut begin with.
    const CUT: u8 = 1;
    /// A stop.
    const SENTENCE: u8 = 1 << 1;
    /// What ends a head.
    const STOP: u8 = 1 << 2;

    fn of(text: &str) -> Self {
        let marks = text
            .bytes()
            .fold(0, |marks, byte| marks | MARKS[usize::from(byte)]);
        Self(marks)
    }

    fn has(self, mark: u8) -> bool {
        self.0 & mark != 0
    }
}

/// The marks that each byte may be.
static MARKS: [u8; 256] = {
    let mut table = [0; 256];
    table[b'.' as usize] = Marks::CUT | Marks::SENTENCE;
    table[b'&' as usize] = Marks::CUT;
    // The ellipsis begins with it.
    table[0xe2] = Marks::CUT;
    let mut stops: &[u8] = STOPS;
    while let [stop, rest @ ..] = stops {
        table[*stop as usize] = Marks::STOP;
        stops = rest;
    }
    table
};

/// What ends a head.
const STOPS: &[u8] = b":([;=";

/// `text` without the mark that it was cut, and whether it had one.
fn uncut(text: &str, marks: Marks) -> (Cow<'_, str>, bool) {
    const CUTS: &[&str] = &["…", "...", "& hellip ;", "&hellip;"];
    let is_cut = |at: usize| {
        let rest = text.get(at..).unwrap_or_default();
        CUTS.iter().any(|cut| rest.starts_with(cut))
    };
    if marks.has(Marks::CUT) && memchr::memchr3_iter(b'.', b'&', 0xe2, text.as_bytes()).any(is_cut)
    {
        let mut whole = text.to_owned();
        for mark in CUTS {
            whole = whole.replace(mark, " ");
        }
        return (Cow::Owned(whole), true);
    }
    (Cow::Borrowed(text), false)
}

//! The pieces a list is made of: each line, cut where a reference may begin inside it.

use super::glance::{self, Class};
use super::heading;
use super::lines::Line;
use super::noise::{self, What};
use super::sequence::Mark;
use crate::source::Span;

/// Why a piece begins inside a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Inside {
    /// It begins a line.
    No,
    /// A marker of the list stands there.
    Marker,
    /// A semicolon ended what looks like a work.
    Semicolon,
    /// A full stop, or nothing, ended what looks like a work.
    Stop,
    /// Links ended the piece before.
    Links,
    /// What is left of a line behind links: never a beginning.
    Rest,
}

/// A piece of a line.
#[derive(Debug, Clone, Copy)]
pub(super) struct Unit {
    /// Its words, without a marker of the list.
    pub span: Span,
    /// The marker of the list before it.
    pub mark: Option<Mark>,
    /// Why it does not begin its line, if it does not.
    pub inside: Inside,
    /// Columns of white space before its line.
    pub indent: u16,
    /// Whether an empty line stands before it.
    pub blank: bool,
    /// Whether a reference must begin here: a marker, or a heading before.
    pub forced: bool,
}

/// The pieces of the lines, and the spans that belong to no reference.
pub(super) fn units(text: &str, lines: &[Line], chain: &[Mark]) -> (Vec<Unit>, Vec<Span>) {
    let whats = noise::judge(text, lines, chain);
    let mut cutter = Cutter {
        text,
        units: Vec::with_capacity(lines.len()),
        aside: Vec::new(),
        waiting: None,
        forced: true,
        blank: false,
    };
    let mut marks = chain.iter().peekable();
    for (at, (line, what)) in lines.iter().zip(&whats).enumerate() {
        let mut own = Vec::new();
        while let Some(mark) = marks.next_if(|mark| mark.line as usize <= at) {
            own.push(*mark);
        }
        cutter.blank |= line.blank;
        match what {
            What::Heading => {
                cutter.aside.push(line.span);
                cutter.forced = true;
            }
            What::Aside => cutter.aside.push(line.span),
            What::Words => cutter.line(line, &own),
        }
    }
    cutter.flush();
    (cutter.units, cutter.aside)
}

struct Cutter<'t> {
    text: &'t str,
    units: Vec<Unit>,
    aside: Vec<Span>,
    /// A marker that stood alone: its words follow in the next line.
    waiting: Option<Mark>,
    forced: bool,
    blank: bool,
}

impl Cutter<'_> {
    fn line(&mut self, line: &Line, marks: &[Mark]) {
        let (mut from, end) = (line.span.start as usize, line.span.end as usize);
        if let Some(length) = heading::leading(line.span.of(self.text))
            && marks
                .first()
                .is_none_or(|mark| mark.span.start as usize >= from + length)
        {
            self.aside
                .push(Span::new(from, from + length).trim(self.text));
            from += length;
            self.forced = true;
        }
        let mut inside = Inside::No;
        for mark in marks {
            self.part(line, from, mark.span.start as usize, inside);
            self.flush();
            self.waiting = Some(*mark);
            inside = if mark.inside {
                Inside::Marker
            } else {
                Inside::No
            };
            from = mark.span.end as usize;
        }
        self.part(line, from, end, inside);
    }

    /// A marker with nothing behind it is a reference of its own, an empty one.
    fn flush(&mut self) {
        if let Some(mark) = self.waiting.take() {
            self.aside.push(mark.span);
        }
    }

    /// What lies between two markers: cut at links and where works look ended.
    fn part(&mut self, line: &Line, from: usize, to: usize, mut inside: Inside) {
        if from >= to {
            return;
        }
        let tails = noise::tails(self.text, Span::new(from, to));
        let mut start = from;
        for tail in tails {
            self.works(line, Span::new(start, tail.start as usize), inside);
            self.aside.push(tail);
            start = tail.end as usize;
            let rest = self.text.get(start..to).unwrap_or_default();
            inside = if rest.starts_with(['(', '.', ',', ';', ')']) {
                Inside::Rest
            } else {
                Inside::Links
            };
        }
        self.works(line, Span::new(start, to), inside);
    }

    /// The works of a part, each where the one before looks ended.
    fn works(&mut self, line: &Line, part: Span, mut inside: Inside) {
        let words = part.of(self.text);
        let mut from = 0;
        for (at, why) in cuts(words, line.span.len() > PARAGRAPH) {
            self.push(
                line,
                part.start as usize + from,
                part.start as usize + at,
                inside,
            );
            from = at;
            inside = why;
        }
        self.push(line, part.start as usize + from, part.end as usize, inside);
    }

    fn push(&mut self, line: &Line, from: usize, to: usize, inside: Inside) {
        let span = Span::new(from, to).trim(self.text);
        if span.is_empty() {
            return;
        }
        let mark = self.waiting.take();
        self.units.push(Unit {
            span,
            mark,
            inside: if mark.is_some_and(|mark| !mark.inside) {
                Inside::No
            } else {
                inside
            },
            indent: line.indent,
            blank: self.blank && inside == Inside::No,
            forced: self.forced || mark.is_some(),
        });
        self.forced = false;
        self.blank = false;
    }
}

/// Where a work may begin inside a line: after a semicolon or full stop that follows a number or
/// bracket, when a year or number stood before and the shape of a name comes.
///
/// In a line as long as a paragraph, which holds many works, sentences may end one too: before a
/// name with its year.
fn cuts(words: &str, paragraph: bool) -> Vec<(usize, Inside)> {
    let bytes = words.as_bytes();
    let mut out = Vec::new();
    let mut last = 0;
    for at in memchr::memchr3_iter(b';', b'.', b' ', bytes) {
        let byte = bytes[at];
        let spaced = bytes.get(at + 1) == Some(&b' ') || bytes.get(at + 1) == Some(&b'\t');
        // Of a run of spaces the first.
        let second = byte == b' ' && at > 0 && bytes.get(at - 1) == Some(&b' ');
        if second || !(spaced || (byte == b' ' && paragraph)) {
            continue;
        }
        let Some(before) = bytes.get(last..at) else {
            continue;
        };
        let near = &before[before.len().saturating_sub(8)..];
        let trimmed = near.trim_ascii_end();
        let ended = trimmed
            .last()
            .is_some_and(|b| b.is_ascii_digit() || matches!(b, b')' | b']'))
            || (byte == b'.' && ends_in_address(before))
            || (byte == b';' && trimmed.ends_with(b"."));
        // A gap of two spaces ends a work that has no full stop.
        let gap = byte == b' ' && spaced && before.len() > 30;
        let address = byte == b' ' && ends_in_address(before);
        let sure = ended && byte != b' ' || gap;
        if !(sure || (paragraph && (byte == b'.' || address))) || !has_number(before) {
            continue;
        }
        let Some(rest) = words.get(at + 1..) else {
            continue;
        };
        let first = glance::first_words(rest);
        let shape = glance::shape(&first);
        let begins = match byte {
            b';' => {
                shape != 0 || first[0].class == Class::Address || first[0].class == Class::Lower
            }
            _ if sure => matches!(shape, 1..=3 | 5..=9 | 12 | 14 | 15) && before.len() > 30,
            _ => matches!(shape, 2 | 3 | 5 | 9 | 12) && before.len() > 30 && dated(rest),
        };
        if begins {
            let start = words.len() - rest.trim_start().len();
            out.push((
                start,
                if byte == b';' {
                    Inside::Semicolon
                } else {
                    Inside::Stop
                },
            ));
            last = start;
        }
    }
    out
}

/// How long a line is that holds a paragraph of references, in bytes.
const PARAGRAPH: usize = 250;

/// Whether a year follows soon.
fn dated(rest: &str) -> bool {
    const REACH: usize = 120;
    rest.as_bytes()[..rest.len().min(REACH)]
        .split(|b| !b.is_ascii_alphanumeric())
        .any(|word| std::str::from_utf8(word).is_ok_and(glance::is_year))
}

/// Whether the last word is an address.
fn ends_in_address(before: &[u8]) -> bool {
    const LONGEST: usize = 200;
    let tail = &before[before.len().saturating_sub(LONGEST)..];
    let start = memchr::memrchr(b' ', tail).map_or(0, |at| at + 1);
    std::str::from_utf8(&tail[start..]).is_ok_and(glance::is_address)
}

/// Whether a number of two digits or more stands in the last hundred bytes.
fn has_number(before: &[u8]) -> bool {
    const REACH: usize = 100;
    before[before.len().saturating_sub(REACH)..]
        .windows(2)
        .any(|pair| pair.iter().all(u8::is_ascii_digit))
}

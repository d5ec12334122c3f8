//! The pieces a list is made of: each line, cut where a reference may begin inside it.

use super::cuts::{LETTER, PARAGRAPH, cuts, lettered_at, lettered_work};
use super::heading;
use super::lines::Line;
use super::links;
use super::marker::Kind;
use super::noise::{self, What};
use super::repeated;
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
        letter: None,
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
    /// The letter of the next work of an item that letters its works: `[2] (a) …; (b) …`.
    letter: Option<u8>,
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
        let tails = links::tails(self.text, Span::new(from, to));
        let mut start = from;
        for tail in tails {
            self.lettered(line, Span::new(start, tail.start as usize), inside);
            self.aside.push(tail);
            start = tail.end as usize;
            let rest = self.text.get(start..to).unwrap_or_default();
            inside = if rest.starts_with(['(', '.', ',', ';', ')']) {
                Inside::Rest
            } else {
                Inside::Links
            };
        }
        self.lettered(line, Span::new(start, to), inside);
    }

    /// The works of a part that letters stand before, if the item begins with `(a)`.
    fn lettered(&mut self, line: &Line, part: Span, mut inside: Inside) {
        let words = part.of(self.text);
        let start = part.start as usize;
        let mut from = 0;
        if let Some(mark) = self.waiting.as_mut() {
            from = words.len() - words.trim_start().len();
            self.letter = lettered_at(&words[from..], b'a').then_some(b'b');
            if self.letter.is_some() {
                from += LETTER;
                mark.span = Span::new(mark.span.start as usize, start + from);
            } else {
                from = 0;
            }
        }
        while let Some(letter) = self.letter
            && let Some(at) = lettered_work(words, from, letter)
        {
            self.works(line, Span::new(start + from, start + at), inside);
            from = at + LETTER;
            self.waiting = Some(Mark {
                span: Span::new(start + at, start + from),
                number: 0,
                kind: Kind::Key,
                line: 0,
                inside: true,
            });
            self.letter = (letter < b'z').then_some(letter + 1);
            inside = Inside::Marker;
        }
        self.works(line, Span::new(start + from, part.end as usize), inside);
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
        let entry = inside == Inside::No && repeated::begins_entry(span.of(self.text));
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
            forced: self.forced || mark.is_some() || entry,
        });
        self.forced = false;
        self.blank = false;
    }
}

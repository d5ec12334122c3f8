//! Pages whose letters were written for machines, or were read in the wrong encoding: character
//! references of HTML (`&ouml;`), accents of TeX (`{\"o}`), mojibake (`Ã¶`).
//!
//! ```text
//! B. S&aacute;mple, <i>Bells of S{\o}nder</i>. J. Bells 12 (2004), 45&ndash;67.
//! ```
//!
//! Names and numbers cannot be told by their shape in such a text. So it is decoded line by line,
//! read, and the records are led back to the lines they stand in: a place in a line that was decoded
//! is the whole line.

use std::borrow::Cow;

use super::moved::lead_back;
use super::needles::holds;
use crate::doc::Doc;
use crate::formats::{Context, RawRecord, RawRecords};
use crate::model::Record;
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Source, Span};
use crate::text::{html, latex, mojibake};

/// The fault of a page whose letters are references of HTML, accents of TeX or mojibake.
pub(super) static ENCODED_PAGE: Doc = Doc {
    id: "page-letters-encoded",
    summary: "Letters of a page are written as HTML or TeX, or were read in the wrong encoding",
    why: "The text was decoded before it was read; where that was wrong, the records show it",
    examples: &[],
    sources: &[
        "WHATWG HTML, section 13.5: named character references",
        "LaTeX 2ε text encodings (fntguide)",
    ],
};

/// Longer texts are not decoded: their records would have to be held all at once.
const LONGEST: usize = 8 << 20;

/// So many lines must be decoded; one may quote such letters.
const FEWEST: usize = 2;

/// A text decoded line by line.
#[derive(Debug)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    lines: Vec<Line>,
    /// The first line that was decoded.
    first: Span,
}

/// A line in the decoded text and in the source.
#[derive(Debug)]
struct Line {
    own: usize,
    source: Span,
    /// Whether it is the same in both.
    same: bool,
}

impl Decoded {
    /// Decodes a text; [`None`] where too few lines need it.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let references = holds(text, "&") && holds(text, ";");
        let accents = holds(text, "\\");
        let garbled = holds(text, "Ã") || holds(text, "â€");
        if !(references || accents || garbled) {
            return None;
        }
        let mut out = Self {
            text: String::with_capacity(text.len()),
            lines: Vec::new(),
            first: Span::default(),
        };
        let (mut at, mut count) = (0, 0);
        for line in text.split_inclusive('\n') {
            let source = Span::new(at, at + line.len());
            at += line.len();
            let decoded = decoded(line, [references, accents, garbled]);
            let same = matches!(decoded, Cow::Borrowed(_));
            if !same {
                count += 1;
                if count == 1 {
                    out.first = source;
                }
            }
            out.lines.push(Line {
                own: out.text.len(),
                source,
                same,
            });
            out.text.push_str(&decoded);
        }
        (count >= FEWEST).then_some(out)
    }

    /// Where a span of the decoded text stood in the source.
    fn place(&self, span: Span) -> Span {
        let line = |at: usize| {
            let after = self.lines.partition_point(|line| line.own <= at);
            after.checked_sub(1).and_then(|at| self.lines.get(at))
        };
        let (start, end) = (span.start as usize, span.end as usize);
        let from = line(start).map_or(0, |line| {
            line.source.start as usize + if line.same { start - line.own } else { 0 }
        });
        let to = line(end.max(start + 1) - 1).map_or(0, |line| {
            if line.same {
                line.source.start as usize + end.saturating_sub(line.own)
            } else {
                line.source.end as usize
            }
        });
        Span::new(from, to.max(from))
    }
}

/// A line without references, tags, accents of TeX and mojibake; its end stays.
fn decoded(line: &str, [references, accents, garbled]: [bool; 3]) -> Cow<'_, str> {
    let body = line.trim_end_matches(['\n', '\r']);
    let mut out: Cow<'_, str> = Cow::Borrowed(body);
    if references && (holds(body, "&") || holds(body, "<")) {
        let found = html::decode_entities(body);
        out = changed(body, &html::strip_tags(&found));
    }
    if accents && has_accents(body) {
        let plain = match latex::decode(&out) {
            // Groups and mathematics.
            (latex, true) => latex::to_plain(&latex),
            (plain, false) => plain.into_owned(),
        };
        out = changed(body, &plain);
    }
    if garbled && let Some(repaired) = mojibake::repair(&out) {
        out = changed(body, &repaired);
    }
    match out {
        Cow::Borrowed(_) => Cow::Borrowed(line),
        Cow::Owned(mut out) => {
            out.push_str(line.get(body.len()..).unwrap_or_default());
            Cow::Owned(out)
        }
    }
}

/// What a line was decoded to, in one line; the line itself where nothing changed.
fn changed<'t>(line: &'t str, decoded: &str) -> Cow<'t, str> {
    if decoded == line {
        return Cow::Borrowed(line);
    }
    // A reference to a line break would make two lines of one.
    Cow::Owned(decoded.replace(['\n', '\r'], " "))
}

/// Whether a line holds an accent of TeX: `{\'e}`, `\"o`, `{\o}`, `\c{c}`; addresses and paths of
/// files have other signs behind the stroke.
fn has_accents(line: &str) -> bool {
    // A box for BibTeX is read as such.
    if ["= {", "={", "= \"", "=\""]
        .iter()
        .any(|sign| holds(line, sign))
    {
        return false;
    }
    memchr::memchr_iter(b'\\', line.as_bytes()).any(|at| {
        let grouped = line.get(..at).is_some_and(|head| head.ends_with('{'));
        let mut rest = line.get(at + 1..).unwrap_or_default().chars();
        match rest.next() {
            Some('\'' | '"' | '`' | '^' | '~' | '=' | '.') => rest
                .next()
                .is_some_and(|c| c.is_alphabetic() || matches!(c, '{' | '\\')),
            Some('H' | 'c' | 'k' | 'r' | 'u' | 'v' | 'd') if !grouped => rest.next() == Some('{'),
            Some(letter) => grouped && letter.is_ascii_alphabetic(),
            None => false,
        }
    })
}

/// Reads a source with `read`, decoded if it needs that; the records are typed then.
pub(super) fn read(
    source: &Source,
    findings: &mut Findings,
    read: impl Fn(&Source, &mut Findings) -> RawRecords,
) -> RawRecords {
    let Some(decoded) = Decoded::of(&source.text) else {
        return read(source, findings);
    };
    let mut found = Findings::default();
    let own = Source::new(source.id, source.name.as_str(), decoded.text.as_str());
    let raw = read(&own, &mut found);
    let mut out = RawRecords::default();
    let mut records: Vec<Record> = (0..raw.records.len())
        .map(|at| super::lower::lower(&own, &raw, at, &mut found))
        .collect();
    if !records.is_empty() {
        findings.push(&ENCODED_PAGE, Severity::Note, || Diagnostic {
            fault: &ENCODED_PAGE,
            severity: Severity::Note,
            place: source.place(decoded.first.trim(&source.text)),
            record: String::new(),
            field: None,
            message: "letters are written as HTML or TeX, or were read in the wrong encoding, from this line on: the text was decoded before it was read".to_owned(),
            labels: Vec::new(),
        });
    }
    lead_back(&mut records, found, findings, |span| decoded.place(span));
    for record in &records {
        let mut raw = RawRecord::default();
        raw.span = record.place.span;
        raw.role = record.role;
        out.push(raw, []);
    }
    out.context = Context::Typed(records);
    out
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::{read_as, titles};
    use super::*;
    use crate::model::Field;

    #[test]
    fn references_accents_and_mojibake_are_letters() {
        let page = "Selected publications\nB. S&aacute;mple &amp; A. Ex&#233;mpel, &ldquo;Bells of the north&rdquo;, <i>Eur. Bell J.</i> <b>38</b>, 129 (2015)\nJ. Kov{\\'a}cs and M. S{\\o}rensen. Ringing in twisted towers. J. Bell Res. 12(3): 45--67, 2013.\nMÃ¼ller, J., Å koda, P. (2010): HÃ¶rbare Glocken â€“ eine Ãœbersicht. Jahrbuch der Glocken, 66, 87â€“119.\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(
            titles(&records),
            [
                "Bells of the north",
                "Ringing in twisted towers",
                "Hörbare Glocken – eine Übersicht",
            ]
        );
        assert_eq!(records[1].names(Field::Author)[1].family, "Sørensen");
        let place = records[1]
            .tracked(Field::Title)
            .map(|title| title.provenance.place.span);
        assert!(place.is_some_and(|span| span.of(page).starts_with("J. Kov{")));
    }

    #[test]
    fn code_and_paths_are_left_alone() {
        for text in [
            "author = {Kov{\\'a}cs, J.},\ntitle = {T{\\\"o}ne},\n",
            "a && b; c\\n\nd && e; f\\t\n",
            "C:\\temp\\new\nC:\\users\\old\n",
            "Bells & Towers; a history\nÀ propos\n",
        ] {
            assert!(Decoded::of(text).is_none(), "{text}");
        }
    }
}

//! The signs that part the names of a list, and the pieces between them.

use super::lines::{is_letter, part};
use super::needles::{Bytes, holds};
use crate::source::Span;

/// Signs that part names, and the bytes they and brackets begin with.
pub(super) struct Separators {
    pub(super) marks: &'static [char],
    pub(super) begins: Bytes,
}

static TABS: Separators = Separators {
    marks: &['\t'],
    begins: Bytes::of(b"()[]\xef\t"),
};
static SEMICOLONS: Separators = Separators {
    marks: &[';', '；', '◽', '|'],
    begins: Bytes::of(b"()[]\xef;|\xe2"),
};
static ENUMERATION_COMMAS: Separators = Separators {
    marks: &['、'],
    begins: Bytes::of(b"()[]\xef\xe3"),
};
static SLASHES: Separators = Separators {
    marks: &['/', '·', '•'],
    begins: Bytes::of(b"()[]\xef/\xc2\xe2"),
};
static PAIRS: Separators = Separators {
    marks: &['/'],
    begins: Bytes::of(b"()[]\xef/"),
};
static DOTS: Separators = Separators {
    marks: &['・', '･', '·', 'ㆍ'],
    begins: Bytes::of(b"()[]\xef\xe3\xc2"),
};

/// Which separators stand between the names, before commas and conjunctions.
pub(super) fn separators(words: &str, held: &Held) -> &'static Separators {
    if (!held.ascii() || held.any(b";|")) && words.contains([';', '；', '◽', '|']) {
        return &SEMICOLONS;
    }
    if held.ascii() && !held.any(b"/") {
        return &TABS;
    }
    let pairs = || {
        words.split('/').all(|name| {
            name.trim().split_once(", ").is_some_and(|(family, given)| {
                family.starts_with(|c: char| c.is_uppercase() || c.is_lowercase())
                    && given.starts_with(char::is_uppercase)
            })
        })
    };
    if words.contains('、') {
        &ENUMERATION_COMMAS
    } else if holds(words, " / ") || holds(words, " · ") || words.contains('•') {
        &SLASHES
    } else if words.contains('/') && pairs() {
        &PAIRS
    } else if dotted(words) {
        &DOTS
    } else {
        &TABS
    }
}

/// Which bytes a text holds: most signs that part names are in few lines, and are looked for only
/// in those.
pub(super) struct Held([bool; 256]);

impl Held {
    pub(super) fn of(text: &str) -> Self {
        let mut held = [false; 256];
        for byte in text.bytes() {
            // What is beyond ASCII is one.
            held[usize::from(byte.min(0x80))] = true;
        }
        Self(held)
    }

    pub(super) fn any(&self, bytes: &[u8]) -> bool {
        bytes.iter().any(|byte| self.0[usize::from(*byte)])
    }

    pub(super) fn ascii(&self) -> bool {
        !self.0[0x80]
    }
}

/// Whether dots stand between names in Han or Hangul, and not within one that was borrowed.
fn dotted(words: &str) -> bool {
    let hangul = words.contains(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
    let dot = |c: char| matches!(c, '・' | '･' | 'ㆍ') || hangul && c == '·';
    let own = |c: char| matches!(c, '\u{3040}'..='\u{309f}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7af}' | '々' | ' ');
    let name = |part: &str| {
        let part = part.trim();
        (2..=6).contains(&part.chars().count()) && part.chars().all(own)
    };
    words.contains(dot) && words.split(dot).all(name)
}

/// Pieces of `span` between separators; `separator` gives the length of one at the head of the
/// rest, and `begins` has the bytes that one or a bracket begins with. With each piece,
/// whether a conjunction or the beginning stands before it.
pub(super) fn cut_at(
    text: &str,
    span: Span,
    begins: &Bytes,
    separator: impl Fn(&str) -> Option<usize>,
) -> Vec<(Span, bool)> {
    let words = span.of(text);
    let mut out = Vec::new();
    let (mut start, mut at, mut depth, mut strong) = (0, 0, 0_usize, true);
    while let Some(skipped) = words
        .as_bytes()
        .get(at..)
        .and_then(|rest| rest.iter().position(|byte| begins.has(*byte)))
    {
        at += skipped;
        let Some(c) = words.get(at..).and_then(|rest| rest.chars().next()) else {
            break;
        };
        match c {
            '(' | '（' | '[' => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        match separator(&words[at..]).filter(|_| depth == 0) {
            Some(len) => {
                out.push((part(text, span, start, at), strong));
                strong = !matches!(c, ',' | '，');
                at += len;
                start = at;
            }
            None => at += c.len_utf8(),
        }
    }
    out.push((part(text, span, start, words.len()), strong));
    out.retain(|(piece, _)| piece.of(text).chars().any(is_letter));
    out
}

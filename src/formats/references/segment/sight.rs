//! One piece of a list at a glance: what the features of the line model are made of.

use super::glance;
use super::marker::{self, Kind, is_wide};
use super::shape;
use super::units::Unit;

/// A piece with what features are made of.
#[derive(Debug, Clone)]
pub(super) struct Seen {
    pub words: [glance::Word; 4],
    pub shape: usize,
    pub ending: usize,
    pub keyword: usize,
    /// Columns, of which wide letters take two.
    pub width: u32,
    /// Columns of the first word.
    pub first_width: u32,
    pub years: u8,
    pub year: usize,
    pub addresses: u8,
    pub initials: u8,
    /// Brackets opened and not closed.
    pub open: bool,
    pub quote: bool,
    /// The first letters, for order; nought where there are none.
    pub key: u64,
    pub other_marker: u8,
}

/// Looks at a piece. `kind` is the form of the list's own markers.
pub(super) fn look(text: &str, unit: &Unit, kind: Option<Kind>) -> Seen {
    let words = unit.span.of(text);
    let first = glance::first_words(words);
    let own = marker::marker(words);
    // What a marker that numbers nothing hides: `9 1979` for `——— 1979`, a number misread.
    let other_marker = match own {
        Some(found) if Some(found.kind) == kind => 2,
        Some(found) if found.kind != Kind::Bare => 1,
        _ => 0,
    };
    let tally = tally(words);
    Seen {
        words: first,
        shape: shape::shape(first),
        ending: shape::ending(words),
        keyword: shape::keyword(words),
        width: tally.width,
        first_width: tally.first_width,
        years: tally.years,
        year: tally.year(words.len()),
        addresses: tally.addresses,
        initials: tally.initials,
        open: tally.depth > 0,
        quote: tally.quotes % 2 == 1,
        key: key(words),
        other_marker,
    }
}

/// What one pass over the words of a piece counts.
#[derive(Default)]
struct Tally {
    width: u32,
    first_width: u32,
    years: u8,
    first_year: Option<(usize, bool)>,
    last_year_end: usize,
    addresses: u8,
    initials: u8,
    depth: i32,
    quotes: u32,
}

impl Tally {
    /// Where the year stands: 0 none, 1 in brackets early, 2 early, 3 at the end, 4 elsewhere in
    /// brackets, 5 elsewhere.
    fn year(&self, length: usize) -> usize {
        match self.first_year {
            None => 0,
            Some((at, bracket)) if at * 2 < length && length > 30 => {
                if bracket {
                    1
                } else {
                    2
                }
            }
            Some(_) if self.last_year_end + 3 >= length => 3,
            Some((_, true)) => 4,
            Some(_) => 5,
        }
    }
}

fn tally(words: &str) -> Tally {
    let mut out = Tally::default();
    let bytes = words.as_bytes();
    let mut columns = 0_u32;
    let mut first = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                let digits = bytes[at..]
                    .iter()
                    .take_while(|b| b.is_ascii_digit())
                    .count();
                let core = &words[at..at + digits];
                let before = at
                    .checked_sub(1)
                    .and_then(|last| bytes.get(last))
                    .copied()
                    .unwrap_or(b' ');
                let after = bytes.get(at + digits).copied().unwrap_or(b' ');
                let free = !before.is_ascii_alphanumeric()
                    && !matches!(before, b'-' | b'/' | b'.' | b':' | b'_')
                    && !matches!(after, b'-' | b'/' | b'_' | 0xE2)
                    && before < 0x80;
                if digits == 4 && free && glance::is_year(core) {
                    out.years = out.years.saturating_add(1);
                    out.first_year.get_or_insert((at, before == b'('));
                    out.last_year_end = at + digits;
                }
                columns += u32::try_from(digits).unwrap_or(u32::MAX);
                at += digits;
                continue;
            }
            b' ' | b'\t' if first => {
                out.first_width = columns;
                first = false;
            }
            b'(' | b'[' => out.depth += 1,
            b')' | b']' => out.depth -= 1,
            b'"' => out.quotes += 1,
            b':' if bytes[at..].starts_with(b"://") => {
                out.addresses = out.addresses.saturating_add(1);
            }
            b'.' | b','
                if at > 0
                    && bytes[at - 1].is_ascii_uppercase()
                    && (at == 1 || !bytes[at - 2].is_ascii_alphabetic()) =>
            {
                out.initials = out.initials.saturating_add(1);
            }
            _ => {}
        }
        if byte < 0x80 {
            columns = columns.saturating_add(1);
            at += 1;
        } else {
            let c = words[at..].chars().next().unwrap_or(' ');
            columns = columns.saturating_add(if is_wide(c) { 2 } else { 1 });
            match c {
                '“' | '”' => out.quotes += 1,
                '（' | '［' => out.depth += 1,
                '）' | '］' => out.depth -= 1,
                _ => {}
            }
            at += c.len_utf8();
        }
    }
    out.width = columns;
    if first {
        out.first_width = columns;
    }
    out
}

/// The first four letters of a beginning as a number that sorts like them.
fn key(words: &str) -> u64 {
    let mut out = 0_u64;
    let mut letters = 0;
    for c in words.chars().take(16) {
        if c.is_alphabetic() {
            let folded = base_letter(c);
            out = out << 16 | u64::from(folded as u32 & 0xFFFF);
            letters += 1;
            if letters == 4 {
                break;
            }
        } else if letters > 0 && !matches!(c, '\'' | '’' | '-') {
            break;
        }
    }
    if letters == 0 {
        0
    } else {
        out << (16 * (4 - letters))
    }
}

/// A letter without case and accents.
fn base_letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut base = None;
    unicode_normalization::char::decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(c).to_lowercase().next().unwrap_or(c)
}

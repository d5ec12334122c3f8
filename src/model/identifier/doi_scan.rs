//! Where a DOI ends in running text, in an address, in a SICI.

use std::ops::Range;

/// Paths that publishers' pages put behind the DOI.
pub(super) const PAGE_SUFFIXES: &[&str] = &[
    ".pdf",
    "/pdf",
    "/epdf",
    "/full",
    "/fulltext",
    "/full-text",
    "/abstract",
    "/abs",
    "/html",
    "/meta",
    "/summary",
    "/references",
    "/epub",
    "/asset",
    "/suppl_file",
];

/// Reads the DOI that begins at `start`.
pub(super) fn read(text: &str, start: usize) -> Option<(String, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut at = start + 3;
    let digits = bytes
        .get(at..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    if !(4..=9).contains(&digits) {
        return None;
    }
    at += digits;
    while bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        at += 1 + bytes
            .get(at + 1..)?
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
    }
    let prefix = text.get(start..at)?;
    let mut in_address = false;
    if let Some(address) = address_before(text, start) {
        in_address = true;
        if !is_resolver(address) && (address.contains('?') || !address.ends_with(['/', 'F', 'f'])) {
            return None;
        }
    }
    let mut units = Units::new(text, at);
    let (slash, after_slash) = units.next()?;
    if slash != '/' {
        return None;
    }
    let mut suffix: Vec<(char, usize)> = Vec::new();
    let mut open_angle = false;
    for (c, end) in units {
        let rest = text.get(end..).unwrap_or_default();
        let goes_on = match c {
            '<' => {
                open_angle = is_sici_angle(text.get(end..).unwrap_or_default());
                open_angle
            }
            '>' => std::mem::take(&mut open_angle),
            ';' => {
                let tail: String = suffix.iter().rev().take(3).map(|(c, _)| *c).collect();
                matches!(tail.to_ascii_lowercase().as_str(), "oc." | "xt.")
                    && rest.starts_with(|c: char| c.is_ascii_digit())
            }
            ',' => {
                !(rest.is_empty()
                    || rest.starts_with(|c: char| c.is_whitespace())
                    || begins_another(rest))
            }
            '&' | '?' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => false,
            '#' => !in_address,
            c => c.is_ascii_graphic(),
        };
        if !goes_on {
            break;
        }
        suffix.push((c, end));
        if begins_label(rest) {
            break;
        }
    }
    trim(&mut suffix, in_address);
    let end = suffix.last().map(|(_, end)| *end)?;
    debug_assert!(end >= after_slash);
    let name: String = suffix.iter().map(|(c, _)| c.to_ascii_lowercase()).collect();
    // `10.2019/12` is a date.
    let year_like =
        prefix.len() == 7 && (prefix.starts_with("10.19") || prefix.starts_with("10.20"));
    if !name.bytes().any(|b| b.is_ascii_alphanumeric())
        || (year_like && name.len() <= 2 && name.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    Some((format!("{prefix}/{name}"), start..end))
}

/// The characters of a DOI with escapes undone, each with the byte position behind it.
struct Units<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Units<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Units<'_> {
    type Item = (char, usize);

    fn next(&mut self) -> Option<(char, usize)> {
        const ENTITIES: &[(&str, char)] =
            &[("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("\\_", '_')];
        let rest = self.text.get(self.at..)?;
        let first = rest.chars().next()?;
        let (c, len) = match first {
            '&' | '\\' => ENTITIES
                .iter()
                .find(|(written, _)| rest.starts_with(written))
                .map_or((first, 1), |(written, c)| (*c, written.len())),
            '%' => rest
                .get(1..3)
                .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
                // `%20` ends the DOI as the space does.
                .filter(|byte| (b' '..=b'~').contains(byte))
                .map_or((first, 1), |byte| (char::from(byte), 3)),
            // Hyphens that typesetting replaced.
            '\u{2010}'..='\u{2013}' | '\u{2212}' => ('-', first.len_utf8()),
            c => (c, c.len_utf8()),
        };
        self.at += len;
        Some((c, self.at))
    }
}

/// Whether `rest`, behind `<`, is the `851::AID-JCLP1>` of a SICI.
fn is_sici_angle(rest: &str) -> bool {
    let length = rest
        .bytes()
        .take(60)
        .position(|b| !(b.is_ascii_alphanumeric() || b":.-+_".contains(&b)));
    let Some((inner, close)) = length.and_then(|length| rest.split_at_checked(length)) else {
        return false;
    };
    inner.contains(':')
        && (close.starts_with('>') || close.starts_with("&gt;") || close.starts_with('%'))
}

/// Whether `rest`, behind a comma, begins another identifier.
pub(super) fn begins_another(rest: &str) -> bool {
    rest.starts_with("10.") || begins_label(rest) || super::strip_prefix(rest, "doi").is_some()
}

/// Whether `rest` begins a label that stands glued to the end of a DOI.
fn begins_label(rest: &str) -> bool {
    let labels = [
        "PMID", "PMCID", "[doi]", "[pii]", "http://", "https://", "doi:10.",
    ];
    matches!(rest.as_bytes().first(), Some(b'P' | b'[' | b'h' | b'd'))
        && labels.iter().any(|label| rest.starts_with(label))
}

/// Takes sentence punctuation, unbalanced brackets and page paths off the end.
fn trim(suffix: &mut Vec<(char, usize)>, in_address: bool) {
    let count = |wanted: char| suffix.iter().filter(|(c, _)| *c == wanted).count();
    let (mut round, mut square) = ((count('('), count(')')), (count('['), count(']')));
    loop {
        let Some((last, _)) = suffix.last() else {
            return;
        };
        let drop = match last {
            '.' | ',' | ';' | ':' | '\'' | '*' | '/' | '!' | '=' => true,
            '(' => {
                round.0 -= 1;
                true
            }
            '[' => {
                square.0 -= 1;
                true
            }
            ')' if round.1 > round.0 => {
                round.1 -= 1;
                true
            }
            ']' if square.1 > square.0 => {
                square.1 -= 1;
                true
            }
            _ => false,
        };
        if drop {
            suffix.pop();
            continue;
        }
        let path = PAGE_SUFFIXES
            .iter()
            .find(|path| in_address && ends_with_path(suffix, path));
        match path {
            Some(path) => suffix.truncate(suffix.len() - path.len()),
            None => return,
        }
    }
}

/// Whether `suffix` ends with `path`, whatever its case.
fn ends_with_path(suffix: &[(char, usize)], path: &str) -> bool {
    suffix.len() > path.len()
        && path
            .chars()
            .rev()
            .zip(suffix.iter().rev())
            .all(|(wanted, (c, _))| c.eq_ignore_ascii_case(&wanted))
}

/// The start of the address that runs up to `start`, if one does.
fn address_before(text: &str, start: usize) -> Option<&str> {
    let before = text.get(..start)?;
    // Addresses are short: looking further back would make hostile text quadratic.
    let mut floor = before.len().saturating_sub(300);
    while !before.is_char_boundary(floor) {
        floor += 1;
    }
    let window = before.get(floor..)?;
    let begin = window
        .rfind(|c: char| c.is_whitespace() || "<>\"(){}，。".contains(c))
        .map_or(0, |at| {
            at + window
                .get(at..)
                .and_then(|w| w.chars().next())
                .map_or(1, char::len_utf8)
        });
    let word = window.get(begin..)?;
    let at = word.rfind("://").map(|at| at + 3).or_else(|| {
        // `doi.org/10.…` without a scheme.
        word.contains('/').then_some(0)
    })?;
    word.get(at..).filter(|address| address.contains('/'))
}

/// Whether an address begins with a host of the DOI system.
fn is_resolver(address: &str) -> bool {
    [
        "doi.org/",
        "dx.doi.org/",
        "www.doi.org/",
        "doi.acm.org/",
        "doi.ieeecomputersociety.org/",
        "hdl.handle.net/",
    ]
    .iter()
    .any(|host| super::strip_prefix(address, host).is_some())
}

//! The value of a field: braces, quotes, numbers and macros joined by `#`, as one text.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::entry::matching_brace;
use crate::source::Span;

/// A longer macro is not expanded, and what a value grows to by expansion is bounded, so that a
/// small file cannot become a large one.
const LONGEST_MACRO: usize = 4096;
const LONGEST_EXPANSION: usize = 1 << 16;

/// The macros that every style defines, in order of the months.
pub(super) const MONTHS: [&str; 12] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// The `@string` definitions of one file. A macro counts from its definition on; where it is used
/// before any, its first definition counts, as biber has it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Macros {
    /// Lower-case name to its definitions: where each begins to count, and the text.
    definitions: BTreeMap<String, Vec<(u32, String)>>,
    /// Where the text they are used in has a `#`, once that is known.
    joints: Option<Joints>,
}

/// The places of each `#` in a text, which may join the parts of a value.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Joints(Vec<u32>);

impl Joints {
    pub(super) fn of(text: &str) -> Self {
        let places = memchr::memchr_iter(b'#', text.as_bytes());
        Self(places.filter_map(|at| u32::try_from(at).ok()).collect())
    }

    /// Whether there is one in a span.
    pub(super) fn within(&self, span: Span) -> bool {
        let at = self.0.partition_point(|place| *place < span.start);
        self.0.get(at).is_some_and(|place| *place < span.end)
    }
}

impl Macros {
    /// Those of a text in which nothing is defined yet.
    pub(super) fn of(text: &str) -> Self {
        Self {
            joints: Some(Joints::of(text)),
            ..Self::default()
        }
    }

    /// Adds a definition that stands at `value` in `text`. Its own value is expanded now.
    pub(super) fn define(&mut self, text: &str, name: Span, value: Span) {
        let meaning = self.evaluate(text, value, |_| {}).into_owned();
        let name = name.of(text).to_ascii_lowercase();
        self.definitions
            .entry(name)
            .or_default()
            .push((value.end, meaning));
    }

    /// What a macro means at an offset.
    fn meaning(&self, name: &str, at: u32) -> Option<&str> {
        if self.definitions.is_empty() {
            return None;
        }
        let all = if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
            self.definitions.get(&name.to_ascii_lowercase())?
        } else {
            self.definitions.get(name)?
        };
        let before = all.partition_point(|(from, _)| *from <= at);
        let (_, meaning) = all.get(before.saturating_sub(1))?;
        (meaning.len() <= LONGEST_MACRO).then_some(meaning)
    }

    /// The text of the value at `value`, borrowed where it is one delimited part. Month macros
    /// stand for themselves. `unknown` is called with the place of each macro nobody defined,
    /// whose name stands in the text.
    pub(super) fn evaluate<'t>(
        &self,
        text: &'t str,
        value: Span,
        unknown: impl FnMut(Span),
    ) -> Cow<'t, str> {
        if self.joints.as_ref().is_some_and(|all| !all.within(value)) {
            let whole = value.of(text);
            if let Some(inside) = unjoined(text, value) {
                return Cow::Borrowed(inside);
            }
            // A year, a volume.
            if !whole.is_empty() && whole.bytes().all(|byte| byte.is_ascii_digit()) {
                return Cow::Borrowed(whole);
            }
        }
        self.evaluate_at(text, value, value.start, unknown)
    }

    /// As [`Self::evaluate`], after all definitions, wherever the value stands, in any text.
    pub(super) fn evaluate_late<'t>(&self, text: &'t str, value: Span) -> Cow<'t, str> {
        self.evaluate_at(text, value, u32::MAX, |_| {})
    }

    fn evaluate_at<'t>(
        &self,
        text: &'t str,
        value: Span,
        at: u32,
        mut unknown: impl FnMut(Span),
    ) -> Cow<'t, str> {
        let whole = value.of(text);
        if let Some(inside) = one_part_at(text, value) {
            return Cow::Borrowed(inside);
        }
        let base = value.start as usize;
        let mut joined: Cow<'t, str> = Cow::Borrowed("");
        for (n, part) in (Parts { whole, at: 0 }).enumerate() {
            let macro_name = part.kind == PartKind::Bare && is_macro(part.text);
            let room = joined.len() <= whole.len() + LONGEST_EXPANSION;
            let meaning = self.meaning(part.text, at).filter(|_| macro_name && room);
            if macro_name && meaning.is_none() && !is_month(part.text) {
                let start = base + part.at;
                unknown(Span::new(start, start + part.text.len()));
            }
            match meaning {
                Some(meaning) => joined.to_mut().push_str(meaning),
                None if n == 0 => joined = Cow::Borrowed(part.text),
                None => joined.to_mut().push_str(part.text),
            }
        }
        joined
    }
}

/// The value without its delimiters, where it has a pair around the whole.
pub(super) fn inside(value: &str) -> &str {
    one_part(value).unwrap_or(value)
}

/// As [`inside`], of the value that the reader found at `value` in `text`, which has `joints`.
pub(super) fn inside_at<'t>(text: &'t str, value: Span, joints: &Joints) -> &'t str {
    let unjoined = (!joints.within(value)).then(|| unjoined(text, value));
    let inside = unjoined.flatten();
    inside.unwrap_or_else(|| self::inside(value.of(text)))
}

/// Whether the value at hand is a macro or number without delimiters.
pub(super) fn is_bare(value: &str) -> bool {
    !value.starts_with(['{', '"'])
}

/// The content, where the value is one part in delimiters.
fn one_part(value: &str) -> Option<&str> {
    let bytes = value.as_bytes();
    match (bytes.first()?, bytes.last()?) {
        (b'{', b'}') if matching_brace(bytes, 0) == Some(bytes.len() - 1) => {
            value.get(1..value.len() - 1)
        }
        (b'"', b'"') if bytes.len() > 1 && memchr::memchr(b'#', bytes).is_none() => {
            value.get(1..value.len() - 1)
        }
        _ => None,
    }
}

/// As [`one_part`], of the value that the reader found at `value` in `text`. In braces and without
/// `#` it is one part, unless the brace before it was never closed and is left out of the span.
fn one_part_at(text: &str, value: Span) -> Option<&str> {
    let whole = value.of(text);
    let joined = memchr::memchr(b'#', whole.as_bytes()).is_some();
    let unjoined = (!joined).then(|| unjoined(text, value));
    unjoined.flatten().or_else(|| one_part(whole))
}

/// The content of a value in braces that has no `#`.
fn unjoined(text: &str, value: Span) -> Option<&str> {
    let whole = value.of(text);
    let bytes = whole.as_bytes();
    let before = text.as_bytes().get(..value.start as usize)?;
    let braced = (bytes.first(), bytes.last()) == (Some(&b'{'), Some(&b'}'));
    if bytes.len() > 1 && braced && before.trim_ascii_end().last() == Some(&b'=') {
        return whole.get(1..whole.len() - 1);
    }
    None
}

/// Whether `#` and delimiters aside this can be the name of a macro.
fn is_macro(text: &str) -> bool {
    text.starts_with(|c: char| !c.is_ascii_digit()) && !text.contains(char::is_whitespace)
}

fn is_month(text: &str) -> bool {
    MONTHS.iter().any(|month| month.eq_ignore_ascii_case(text))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum PartKind {
    Delimited,
    Bare,
}

#[derive(Debug, Clone, Copy)]
struct Part<'v> {
    kind: PartKind,
    /// Offset of the text in the value.
    at: usize,
    text: &'v str,
}

/// The parts of a value between its `#`.
struct Parts<'v> {
    whole: &'v str,
    at: usize,
}

impl<'v> Iterator for Parts<'v> {
    type Item = Part<'v>;

    fn next(&mut self) -> Option<Part<'v>> {
        let bytes = self.whole.as_bytes();
        while bytes
            .get(self.at)
            .is_some_and(|b| b.is_ascii_whitespace() || *b == b'#')
        {
            self.at += 1;
        }
        let start = self.at;
        let (end, delimited) = match bytes.get(start)? {
            b'{' => match matching_brace(bytes, start) {
                Some(close) => (close, true),
                None => (bytes.len(), true),
            },
            b'"' => (closing_quote(bytes, start), true),
            _ => {
                let rest = bytes.get(start..).unwrap_or_default();
                (
                    memchr::memchr(b'#', rest).map_or(bytes.len(), |n| start + n),
                    false,
                )
            }
        };
        self.at = (end + usize::from(delimited)).min(bytes.len());
        let (from, kind) = if delimited {
            (start + 1, PartKind::Delimited)
        } else {
            (start, PartKind::Bare)
        };
        let text = self.whole.get(from..end).unwrap_or_default();
        let text = if delimited { text } else { text.trim_end() };
        Some(Part {
            kind,
            at: from,
            text,
        })
    }
}

/// The quote at depth 0 after which the value ends or is joined; the last one where none is.
fn closing_quote(bytes: &[u8], open: usize) -> usize {
    let mut depth = 0_usize;
    for at in open + 1..bytes.len() {
        match bytes.get(at) {
            Some(b'{') => depth += 1,
            Some(b'}') => depth = depth.saturating_sub(1),
            Some(b'"') if depth == 0 => {
                let rest = bytes.get(at + 1..).unwrap_or_default();
                let next = rest.iter().find(|byte| !byte.is_ascii_whitespace());
                if matches!(next, None | Some(b'#')) {
                    return at;
                }
            }
            _ => {}
        }
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn evaluate(value: &str) -> String {
        let mut macros = Macros::default();
        let strings = "jx {Journal of X} twice jx # jx";
        let span = |of: &str| {
            let at = strings.find(of).unwrap();
            Span::new(at, at + of.len())
        };
        macros.define(strings, span("jx"), span("{Journal of X}"));
        macros.define(strings, span("twice"), span("jx # jx"));
        // Behind the definitions and an equals sign, as a value in a file would stand.
        let text = format!("{strings}={value}");
        let value = Span::new(strings.len() + 1, text.len());
        macros.evaluate(&text, value, |_| {}).into_owned()
    }

    #[test]
    fn parts_are_joined() {
        for (value, text) in [
            ("{On {Growth}}", "On {Growth}"),
            ("\"On {\"}Growth{\"}\"", "On {\"}Growth{\"}"),
            ("\"G\\\"{o}sele\"", "G\\\"{o}sele"),
            ("1917", "1917"),
            ("may # \"~12\"", "may~12"),
            ("\"12~\" # may", "12~may"),
            ("jx # { Suppl}", "Journal of X Suppl"),
            ("JX", "Journal of X"),
            ("twice", "Journal of XJournal of X"),
            ("{a} # {b}", "ab"),
            ("{}", ""),
            ("", ""),
            ("in press", "in press"),
            ("nobody", "nobody"),
        ] {
            assert_eq!(evaluate(value), text, "{value}");
        }
    }

    #[test]
    fn a_tower_of_macros_does_not_grow_without_bound() {
        let mut macros = Macros::default();
        let text = "a {0123456789} a a # a # a # a";
        macros.define(text, Span::new(0, 1), Span::new(2, 14));
        for _ in 0..60 {
            macros.define(text, Span::new(0, 1), Span::new(17, 30));
        }
        assert!(macros.evaluate(text, Span::new(17, 30), |_| {}).len() < 1 << 17);
    }

    #[test]
    fn an_unknown_macro_is_told_with_its_place() {
        let text = "jan # nobody";
        let mut found = Vec::new();
        let value = Macros::default().evaluate(text, Span::new(0, 12), |span| found.push(span));
        assert_eq!((&*value, found), ("jannobody", vec![Span::new(6, 12)]));
    }
}

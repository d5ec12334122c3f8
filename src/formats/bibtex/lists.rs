//! Lists in a value: split at ` and `, commas or semicolons outside braces.

use crate::text::ascii::trimmed;

/// Splits at ` and ` in any case outside braces, as BibTeX does. White space of any kind may
/// surround it. Items are trimmed; empty ones (`A and and B`) are left out.
pub(super) fn split_and(value: &str) -> Vec<&str> {
    let mut items = split_and_all(value);
    items.retain(|item| !item.is_empty());
    items
}

/// As [`split_and`], with the empty items.
pub(super) fn split_and_all(value: &str) -> Vec<&str> {
    let bytes = value.as_bytes();
    let (mut items, mut start, mut depth, mut seen) = (Vec::new(), 0, 0_usize, 0);
    // Few letters are a `d`.
    for end in memchr::memchr2_iter(b'd', b'D', bytes) {
        let Some(at) = end.checked_sub(2).filter(|at| is_and(bytes, *at)) else {
            continue;
        };
        let passed = bytes.get(seen..at).unwrap_or_default();
        for brace in memchr::memchr2_iter(b'{', b'}', passed) {
            depth = match passed.get(brace) {
                Some(b'{') => depth + 1,
                _ => depth.saturating_sub(1),
            };
        }
        seen = at;
        if depth == 0 {
            items.push(value.get(start..at).unwrap_or_default());
            start = at + 3;
        }
    }
    items.push(value.get(start..).unwrap_or_default());
    for item in &mut items {
        *item = trimmed(item);
    }
    items
}

/// Whether the word `and` stands at `at`.
fn is_and(bytes: &[u8], at: usize) -> bool {
    let white = |byte: Option<&u8>| byte.is_none_or(u8::is_ascii_whitespace);
    bytes
        .get(at..at + 3)
        .is_some_and(|word| word.eq_ignore_ascii_case(b"and"))
        && white(at.checked_sub(1).and_then(|before| bytes.get(before)))
        && white(bytes.get(at + 3))
}

/// Splits at `separator` outside braces; items are trimmed, empty ones kept.
pub(super) fn split_at(value: &str, separator: u8) -> Vec<&str> {
    let mut items = Vec::new();
    let (mut start, mut depth) = (0, 0_usize);
    for (at, byte) in value.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ if byte == separator && depth == 0 => {
                items.push(trimmed(value.get(start..at).unwrap_or_default()));
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(trimmed(value.get(start..).unwrap_or_default()));
    items
}

/// Splits keywords: at semicolons where there are any outside braces, else at commas.
pub(super) fn split_keywords(value: &str) -> Vec<&str> {
    let mut items = Vec::new();
    if memchr::memchr(b';', value.as_bytes()).is_some() {
        items = split_at(value, b';');
    }
    if items.len() < 2 {
        items = split_at(value, b',');
    }
    items.retain(|item| !item.is_empty());
    items
}

/// The inside, where one pair of braces holds the whole.
pub(super) fn unbraced(value: &str) -> Option<&str> {
    let inside = value.strip_prefix('{')?.strip_suffix('}')?;
    (super::entry::matching_brace(value.as_bytes(), 0)? == value.len() - 1).then_some(inside)
}

/// `value` without white space and without every pair of braces that holds the whole: `a` of
/// `{ {{a}} }`. Time is linear in the number of pairs.
pub(super) fn bare(value: &str) -> &str {
    let value = value.trim();
    if unbraced(value).is_none() {
        return value;
    }
    // Each opening brace with the one that closes it: found in one go, for taking pairs off one by
    // one would look for the end of the value as often as there are pairs.
    let (mut open, mut pairs) = (Vec::new(), Vec::new());
    for (at, byte) in value.bytes().enumerate() {
        match byte {
            b'{' => open.push(at),
            b'}' => pairs.extend(open.pop().map(|opening| (opening, at))),
            _ => {}
        }
    }
    let (mut from, mut to) = (0, value.len());
    // The outermost pairs close last.
    for (opening, closing) in pairs.into_iter().rev() {
        if (opening, closing + 1) != (from, to) {
            break;
        }
        let inside = value.get(opening + 1..closing).unwrap_or_default();
        from = closing - inside.trim_start().len();
        to = from + inside.trim().len();
    }
    value.get(from..to).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn and_separates_outside_braces_only() {
        for (value, items) in [
            ("A and B", vec!["A", "B"]),
            ("A\n  AND\tB", vec!["A", "B"]),
            ("A and and B and", vec!["A", "B"]),
            ("{Barnes and Noble} and B", vec!["{Barnes and Noble}", "B"]),
            ("Ferdinand Andy", vec!["Ferdinand Andy"]),
            ("and", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(split_and(value), items, "{value}");
        }
    }

    #[test]
    fn keywords_with_semicolons_keep_their_commas() {
        assert_eq!(split_keywords("a, b,,c"), ["a", "b", "c"]);
        assert_eq!(
            split_keywords("Chromosomes, Human; b"),
            ["Chromosomes, Human", "b"]
        );
        assert_eq!(
            split_keywords("{Chromosomes, Human}, b"),
            ["{Chromosomes, Human}", "b"]
        );
    }

    #[test]
    fn all_pairs_around_the_whole_are_taken_off() {
        for (value, inside) in [
            (" { {{a}} } ", "a"),
            ("{{a} {b}}", "{a} {b}"),
            ("{a} {b}", "{a} {b}"),
            ("{{}}", ""),
            ("{{a}", "{{a}"),
            ("a", "a"),
        ] {
            assert_eq!(bare(value), inside, "{value}");
        }
        let deep = "{".repeat(100_000) + &"}".repeat(100_000);
        assert_eq!(bare(&deep), "");
    }

    #[test]
    fn only_one_pair_around_the_whole_is_taken_off() {
        assert_eq!(unbraced("{a {b}}"), Some("a {b}"));
        assert_eq!(unbraced("{a} {b}"), None);
        assert_eq!(unbraced("{"), None);
    }
}

//! The structural characters of LaTeX text, which no rule may disturb.

use crate::text::ascii;

/// Whether `after` has the same braces, dollars and backslashes as `before`, in the same order,
/// and does not end in a lone backslash that would take the next character with it.
pub(super) fn is_kept(before: &str, after: &str) -> bool {
    let structural = |c: &u8| matches!(c, b'{' | b'}' | b'$' | b'\\');
    let sign = |byte: u8, _| {
        let is = |other: u8| u8::from(byte == other);
        is(b'{') | is(b'}') | is(b'$') | is(b'\\')
    };
    if ascii::signs(before.as_bytes(), sign) == 0 && ascii::signs(after.as_bytes(), sign) == 0 {
        return true;
    }
    let lone = |text: &str| text.bytes().rev().take_while(|&b| b == b'\\').count() % 2 == 1;
    before
        .bytes()
        .filter(structural)
        .eq(after.bytes().filter(structural))
        && (lone(before) || !lone(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lost_brace_is_noticed() {
        assert!(is_kept("{A}  $x$", "{A} $x$"));
        assert!(!is_kept("{A}", "A"));
        assert!(!is_kept(r"a\ ", r"a\"));
    }
}

//! Text that means the same in LaTeX and out of it, found in one look at its bytes.

/// Whether neither decoding nor escaping would change a byte: no character of LaTeX, no ligature,
/// no white space but single spaces. Other scripts and punctuation stand for themselves.
pub(super) fn is_ordinary(text: &str) -> bool {
    let mut before = 0;
    text.bytes().all(|byte| {
        let ordinary = match CLASS[usize::from(byte)] {
            Class::Free => true,
            Class::Alone => before != byte,
            Class::Special => false,
        };
        before = byte;
        ordinary
    })
}

/// The text without white space at its ends.
pub(super) fn trimmed(text: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
    let bytes = text.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) {
        text
    } else {
        text.trim()
    }
}

/// What a byte may mean.
#[derive(Debug, Clone, Copy)]
enum Class {
    /// Itself.
    Free,
    /// Itself, if the byte before is another.
    Alone,
    /// Something else.
    Special,
}

static CLASS: [Class; 256] = {
    let mut table = [Class::Free; 256];
    let mut byte = 0;
    while byte < b' ' as usize {
        table[byte] = Class::Special;
        byte += 1;
    }
    let special = b"\\{}$&%#_~`\x7F";
    let mut at = 0;
    while at < special.len() {
        table[special[at] as usize] = Class::Special;
        at += 1;
    }
    let alone = b" -'";
    at = 0;
    while at < alone.len() {
        table[alone[at] as usize] = Class::Alone;
        at += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::latex;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_ordinary_is_left_as_it_is(text in "[ -~\\t\u{a0}é王–]{0,12}") {
            if is_ordinary(&text) {
                prop_assert_eq!(latex::decode(&text), (text.as_str().into(), false));
                prop_assert_eq!(latex::escape_plain(&text), text.as_str());
                prop_assert_eq!(latex::escape_latex(&text), text.as_str());
            }
        }

        #[test]
        fn trimming_is_trimming(text in "[ \\ta\u{a0}\u{3000}\u{7f}é]{0,6}") {
            prop_assert_eq!(trimmed(&text), text.trim());
        }
    }
}

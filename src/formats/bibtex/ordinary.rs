//! Text that means the same in LaTeX and out of it, found in one look at its bytes.

use crate::text::ascii;

/// Whether neither decoding nor escaping would change a byte: no character of LaTeX, no ligature,
/// no white space but single spaces. Other scripts and punctuation stand for themselves.
pub(super) fn is_ordinary(text: &str) -> bool {
    if text.len() > SHORT {
        return ascii::signs(text.as_bytes(), sign) == 0;
    }
    let mut before = 0;
    text.bytes().all(|byte| {
        let sign = CLASS[usize::from(byte)];
        let ordinary = sign == 0 || sign == ALONE && before != byte;
        before = byte;
        ordinary
    })
}

/// In shorter texts each byte is looked up.
const SHORT: usize = 40;

/// The sign of a byte that is not ordinary before another of its kind; the other one is of a byte
/// that never is.
const ALONE: u8 = 2;

/// What is wrong with a byte, known the next one. Without a branch, so that many are looked at in
/// one step.
#[inline]
const fn sign(byte: u8, next: u8) -> u8 {
    let controls = byte < b' ';
    // `#`, `$`, `%` and `&`; `_` and the backtick; `}`, `~` and the last control character.
    let marks = (byte.wrapping_sub(b'#') <= b'&' - b'#')
        | (byte.wrapping_sub(b'_') <= b'`' - b'_')
        | (byte.wrapping_sub(b'}') <= 0x7f - b'}');
    let special = controls | marks | (byte == b'\\') | (byte == b'{');
    let alone = (byte == b' ') | (byte == b'-') | (byte == b'\'');
    (special as u8) | (((alone & (byte == next)) as u8) << 1)
}

/// The signs of each byte before another of its kind.
static CLASS: [u8; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = sign(byte, byte);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::latex;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_ordinary_is_left_as_it_is(text in "[ -~\\t\u{a0}é王–]{0,12}|[a-zé -]{30,80}[ -~]{0,2}") {
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

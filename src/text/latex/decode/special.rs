//! Where something is to be decoded.

use super::super::tokens::is_space;
use crate::text::ascii;

/// The first place from `at` on where something is to be decoded.
pub(super) fn next_special(bytes: &[u8], mut at: usize) -> usize {
    loop {
        // Where one thing is to be decoded, another often is near.
        let near = bytes.len().min(at + BLOCK);
        for &byte in bytes.get(at..near).unwrap_or_default() {
            if SPECIAL[usize::from(byte)] {
                let next = bytes.get(at + 1).copied();
                let begins = match byte {
                    b' ' => next.is_some_and(is_space),
                    b'-' | b'\'' | b'`' => next == Some(byte),
                    b'?' | b'!' => next == Some(b'`'),
                    _ => true,
                };
                if begins {
                    return at;
                }
            }
            at += 1;
        }
        if at >= bytes.len() {
            return bytes.len();
        }
        while bytes.get(at..).is_some_and(is_clean) {
            at += BLOCK;
        }
    }
}

/// Bytes that may begin something to decode.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut place = 0;
    let special = b"\\{}$~`'-?! \t\n\r";
    while place < special.len() {
        table[special[place] as usize] = true;
        place += 1;
    }
    table
};

/// Bytes looked at together.
const BLOCK: usize = 32;

/// Whether nothing is to be decoded in the first [`BLOCK`] bytes, of which there are more.
fn is_clean(bytes: &[u8]) -> bool {
    let (Some(block), Some(next)) = (bytes.get(..BLOCK), bytes.get(1..=BLOCK)) else {
        return false;
    };
    // Without a branch a byte, so that the compiler takes many at once.
    let mut special = 0_u8;
    for (&byte, &next) in block.iter().zip(next) {
        let is = |other: u8| u8::from(byte == other);
        let doubled = u8::from(byte == next);
        special |= is(b'\\') | is(b'{') | is(b'}') | is(b'$') | is(b'~') | u8::from(byte < b' ');
        special |= doubled & (is(b' ') | is(b'-') | is(b'\''));
        special |= u8::from(next == b'`') | u8::from(next < b' ');
    }
    special == 0
}

/// Whether nothing but commands and groups is to be decoded.
pub(super) fn has_only_commands(bytes: &[u8]) -> bool {
    let special = ascii::signs(bytes, |byte, next| {
        let is = |other: u8| u8::from(byte == other);
        let doubled = u8::from(byte == next);
        let single = is(b'$') | is(b'~') | is(b'`') | u8::from(byte < b' ');
        single | doubled & (is(b' ') | is(b'-') | is(b'\''))
    });
    special == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_begins_something_is_found_at_every_place() {
        for special in [
            "\\", "{", "}", "$", "~", "  ", "\n", " \n", "--", "''", "``", "?`", "!`",
        ] {
            for before in 0..100 {
                let text = format!("{}{special}{}", "a".repeat(before), "c".repeat(100));
                assert_eq!(next_special(text.as_bytes(), 0), before, "{text}");
            }
        }
        let commands = r"a {\'e}tude \v{c}".repeat(20);
        assert!(has_only_commands(commands.as_bytes()));
        for special in ["$", "~", "  ", "\t", "--", "''", "``", "?`", "!`"] {
            let text = format!("{commands}{special}{commands}");
            assert!(!has_only_commands(text.as_bytes()), "{special}");
        }
        let plain = "a 'b' c-d? e! ".repeat(20);
        let plain = plain.trim_end();
        assert_eq!(next_special(plain.as_bytes(), 0), plain.len());
    }
}

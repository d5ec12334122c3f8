//! [`oddity`]: characters that no rule about characters can pass over.

use super::marks::Marks;
use crate::text::ascii;

/// The sign of what a text has beyond ASCII and everyday characters.
pub(super) fn oddity(text: &str) -> Marks {
    let mut found = Marks::NONE;
    if text.is_ascii() {
        return found;
    }
    for span in ascii::beyond(text) {
        if is_everyday(span.as_bytes()) {
            continue;
        }
        if !is_han(span) {
            return Marks::ODD;
        }
        found = Marks::HAN;
    }
    found
}

/// Whether a run of characters is Han: visible, composed and no presentation form, but perhaps what
/// a wrong encoding gave.
fn is_han(span: &str) -> bool {
    span.chars().all(|c| matches!(c, '\u{4e00}'..='\u{9fff}'))
}

/// Whether a run of characters beyond ASCII is surely what it seems: one everyday sign or up to
/// three accented letters, which no wrong encoding gives, or Cyrillic letters. All of it is
/// visible, composed and no presentation form.
fn is_everyday(span: &[u8]) -> bool {
    match span {
        // `‐` to `‧`: dashes, quotation marks, the ellipsis.
        [0xe2, 0x80, 0x90..=0xa7] | [0xc4 | 0xc5, _] => true,
        // `À` to `ÿ`; an `Ã` may be the first half of another letter.
        _ if span.len() < 8 => span
            .chunks(2)
            .all(|letter| matches!(letter, [0xc3, byte] if *byte != 0x83) || is_cyrillic(letter)),
        _ => span.chunks(2).all(is_cyrillic),
    }
}

fn is_cyrillic(letter: &[u8]) -> bool {
    matches!(letter, [0xd0 | 0xd1, _])
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::text::{mojibake, unicode};

    /// No rule that waits for an odd character has anything to do without one.
    #[test]
    fn everyday_text_needs_no_repair() {
        let pieces = [
            "a", " ", "é", "Å", "×", "ł", "Š", "’", "–", "“", "…", "Ж", "й", "ў", "Ñ",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = format!("x{a}{b}{c}y");
                    if oddity(&text) != Marks::NONE {
                        continue;
                    }
                    assert_eq!(mojibake::repair(&text), None, "{text}");
                    assert_eq!(unicode::unligature(&text), text);
                    assert!(
                        unicode::tidy(&text) == text || text.contains("  "),
                        "{text}"
                    );
                    assert_eq!(text.nfc().collect::<String>(), text);
                }
            }
        }
        for code in 0x4e00..0xa000 {
            let text = format!("a{}", char::from_u32(code).unwrap_or(' '));
            assert_eq!(oddity(&text), Marks::HAN);
            assert_eq!(unicode::tidy(&text), text);
            assert_eq!(unicode::unligature(&text), text);
            assert_eq!(text.nfc().collect::<String>(), text);
        }
        for code in (0xc0..0x180).chain(0x400..0x480).chain(0x2010..0x2028) {
            let character = char::from_u32(code).unwrap_or(' ');
            let text = format!("a{character}");
            if oddity(&text) == Marks::NONE {
                assert_eq!(unicode::tidy(&text), text);
                assert_eq!(text.nfc().collect::<String>(), text);
                assert_eq!(mojibake::repair(&text), None, "{text}");
            }
        }
    }
}

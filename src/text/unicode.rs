//! Characters that do not belong in a value.

use std::borrow::Cow;

use super::ascii;

/// Removes control, zero-width and bidi characters, byte order marks and soft hyphens; no-break
/// and other odd spaces become spaces; runs of white space one space, none at the ends.
///
/// A zero-width joiner or non-joiner between letters of the scripts that need it to spell, Arabic
/// to Sinhala, stays.
///
/// ```
/// use bibsift::text::unicode::tidy;
/// assert_eq!(tidy(" A\u{a0}no\u{ad}te\r\n on\u{200b} x "), "A note on x");
/// ```
pub fn tidy(text: &str) -> Cow<'_, str> {
    if is_tidy(text) {
        return Cow::Borrowed(text);
    }
    let mut output = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    let mut space = false;
    while let Some(character) = characters.next() {
        if is_space(character) {
            space = true;
            continue;
        }
        let mut joins = || {
            matches!(character, '\u{200c}' | '\u{200d}')
                && !space
                && output.chars().next_back().is_some_and(needs_joiners)
                && characters.peek().copied().is_some_and(needs_joiners)
        };
        if !is_unwanted(character) || joins() {
            if space && !output.is_empty() {
                output.push(' ');
            }
            space = false;
            output.push(character);
        }
    }
    Cow::Owned(output)
}

/// Splits typographic ligatures (`ﬁ`) and makes full-width Latin letters and digits ordinary ones;
/// full-width punctuation, which Chinese and Japanese are written with, stays.
///
/// ```
/// use bibsift::text::unicode::unligature;
/// assert_eq!(unligature("eﬃcient ＩＥＥＥ ２０２０，"), "efficient IEEE 2020，");
/// ```
pub fn unligature(text: &str) -> Cow<'_, str> {
    let is_one =
        |c: char| matches!(c, '\u{fb00}'..='\u{fb06}' | '０'..='９' | 'Ａ'..='Ｚ' | 'ａ'..='ｚ');
    // All of them begin with this byte in UTF-8.
    if memchr::memchr(0xef, text.as_bytes()).is_none() || !text.contains(is_one) {
        return Cow::Borrowed(text);
    }
    let mut output = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\u{fb00}' => output.push_str("ff"),
            '\u{fb01}' => output.push_str("fi"),
            '\u{fb02}' => output.push_str("fl"),
            '\u{fb03}' => output.push_str("ffi"),
            '\u{fb04}' => output.push_str("ffl"),
            '\u{fb05}' | '\u{fb06}' => output.push_str("st"),
            other if is_one(other) => {
                let code = u32::from(other) - 0xfee0;
                output.push(char::from_u32(code).unwrap_or(other));
            }
            other => output.push(other),
        }
    }
    Cow::Owned(output)
}

fn is_tidy(text: &str) -> bool {
    // Both loops are without a branch a byte, so that the compiler takes many at once.
    let bytes = text.as_bytes();
    let mut control = 0_u8;
    for &byte in bytes {
        control |= u8::from(byte < b' ') | u8::from(byte == 0x7f);
    }
    let mut doubled = 0_u8;
    for (&byte, &next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        doubled |= u8::from(byte == b' ') & u8::from(next == b' ');
    }
    control | doubled == 0
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !ascii::beyond(text).any(|span| span.contains(|c| is_space(c) || is_unwanted(c)))
}

fn is_space(character: char) -> bool {
    character.is_whitespace()
}

/// Characters that show nothing. The noncharacters and the interlinear and object marks are left
/// over from page layout programs.
fn is_unwanted(character: char) -> bool {
    character.is_control()
        || matches!(character,
            '\u{ad}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
            | '\u{2060}'..='\u{206f}' | '\u{feff}' | '\u{fff9}'..='\u{fffc}' | '\u{fffe}' | '\u{ffff}')
}

fn needs_joiners(character: char) -> bool {
    matches!(character, '\u{600}'..='\u{dff}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tidying() {
        for (text, expected) in [
            ("", ""),
            ("  ", ""),
            ("a b", "a b"),
            ("\u{feff}a\u{3000}b\u{2009}c\u{2028}d", "a b c d"),
            ("a\tb\r\n c \u{0}\u{7f}\u{9d}", "a b c"),
            ("\u{202a}x\u{202c}\u{2066}y\u{2069}", "xy"),
            ("می\u{200c}خواهم \u{200c}x", "می\u{200c}خواهم x"),
            ("क्\u{200d}ष", "क्\u{200d}ष"),
            ("un\u{200d}joined", "unjoined"),
            ("é 王 – “q”", "é 王 – “q”"),
        ] {
            assert_eq!(tidy(text), expected);
        }
        assert!(matches!(tidy("é 王"), Cow::Borrowed(_)));
    }

    #[test]
    fn ligatures_and_widths() {
        for (text, expected) in [
            ("ﬀ ﬂow ﬄ ﬆ", "ff flow ffl st"),
            ("Ｚｈａｎｇ，（１）", "Zhang，（1）"),
            ("œuvre ĳ", "œuvre ĳ"),
        ] {
            assert_eq!(unligature(text), expected);
        }
        assert!(matches!(unligature("（，）"), Cow::Borrowed(_)));
    }

    proptest::proptest! {
        #[test]
        fn tidying_twice_is_once(text in proptest::prelude::any::<String>()) {
            let once = tidy(&text).into_owned();
            proptest::prop_assert_eq!(tidy(&once), once.as_str());
        }
    }
}

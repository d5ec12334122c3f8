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
    let mut space = false;
    let mut rest = text;
    loop {
        // Words of ASCII with a space between them are most of a text.
        let bytes = rest.as_bytes();
        let mut word = 0;
        while bytes.get(word).is_some_and(u8::is_ascii_graphic) {
            let more = bytes.get(word + 1) == Some(&b' ')
                && bytes.get(word + 2).is_some_and(u8::is_ascii_graphic);
            word += if more { 2 } else { 1 };
        }
        if let Some(word) = rest.get(..word).filter(|word| !word.is_empty()) {
            push(word, &mut space, &mut output);
        }
        rest = rest.get(word..).unwrap_or_default();
        let Some(character) = rest.chars().next() else {
            return Cow::Owned(output);
        };
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        if is_space(character) {
            space = true;
        } else if !is_unwanted(character) || joins(character, space, &output, after) {
            let character = rest.get(..character.len_utf8()).unwrap_or_default();
            push(character, &mut space, &mut output);
        }
        rest = after;
    }
}

/// Appends `text`, after the space that is due.
fn push(text: &str, space: &mut bool, output: &mut String) {
    if std::mem::take(space) && !output.is_empty() {
        output.push(' ');
    }
    output.push_str(text);
}

/// Whether `character` joins or parts the letters before and after it, as some scripts need.
fn joins(character: char, space: bool, before: &str, after: &str) -> bool {
    matches!(character, '\u{200c}' | '\u{200d}')
        && !space
        && before.chars().next_back().is_some_and(needs_joiners)
        && after.chars().next().is_some_and(needs_joiners)
}

/// Whether every character of `text` is one to be printed as it is: single spaces between visible
/// characters, all composed (NFC) and none of them a control character. It is true only of what a
/// quick look can tell: ASCII, Latin and Cyrillic letters, everyday punctuation, Han characters.
///
/// ```
/// use bibsift::text::unicode::is_everyday;
/// assert!(is_everyday("naïve – “Ж” 王"));
/// assert!(!is_everyday("two  spaces") && !is_everyday("e\u{301}"));
/// ```
pub fn is_everyday(text: &str) -> bool {
    !has_control_or_gap(text.as_bytes())
        && ascii::beyond(text).all(|span| {
            let mut rest = span.as_bytes();
            loop {
                rest = match rest {
                    [] => return true,
                    // `\u{a0}` to `\u{2ff}`, Cyrillic.
                    [0xc2, 0xa0..=0xff, tail @ ..] | [0xc3..=0xcb | 0xd0 | 0xd1, _, tail @ ..] => {
                        tail
                    }
                    // Dashes, quotation marks, the ellipsis; `\u{4000}` to `\u{9fff}`.
                    [0xe2, 0x80, 0x90..=0xa7, tail @ ..] | [0xe4..=0xe9, _, _, tail @ ..] => tail,
                    _ => return false,
                };
            }
        })
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
    let bytes = text.as_bytes();
    !has_control_or_gap(bytes)
        && bytes.first() != Some(&b' ')
        && bytes.last() != Some(&b' ')
        && !ascii::beyond(text).any(|span| span.contains(|c| is_space(c) || is_unwanted(c)))
}

/// Whether a control character of ASCII or two spaces in a row are among `bytes`.
fn has_control_or_gap(bytes: &[u8]) -> bool {
    let sign = |byte: u8, next: u8| {
        let doubled = u8::from(byte == b' ') & u8::from(next == b' ');
        u8::from(byte < b' ') | u8::from(byte == 0x7f) | doubled
    };
    ascii::signs(bytes, sign) != 0
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
    fn what_is_everyday_is_composed_and_visible() {
        use unicode_normalization::is_nfc;
        for c in '\u{1}'..='\u{ffff}' {
            let text = format!("a{c}b");
            if is_everyday(&text) {
                assert!(is_nfc(&text) && !c.is_control(), "{c:?}");
                assert!(!matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}'), "{c:?}");
            }
        }
        for text in [
            "a\tb",
            "a  b",
            "\u{85}",
            "a\u{2028}b",
            "\u{feff}",
            "한",
            "か\u{3099}",
        ] {
            assert!(!is_everyday(text), "{text:?}");
        }
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

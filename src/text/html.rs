//! HTML entities and markup in values.

mod names;
mod tags;

use std::borrow::Cow;

pub use tags::strip_tags;

/// Decodes named and numeric character references, however often their `&` was escaped
/// (`&amp;amp;lt;` is `<`); what is none stays, so do references without their semicolon, which
/// addresses are full of.
///
/// Numbers 128 to 159 mean windows-1252, as in every browser. References to control characters
/// other than white space stay.
///
/// ```
/// use bibsift::text::html::decode_entities;
/// assert_eq!(decode_entities("R&amp;D &#8211; caf&eacute; &lt; a?x=1&copy=2"), "R&D – café < a?x=1&copy=2");
/// ```
pub fn decode_entities(text: &str) -> Cow<'_, str> {
    let bytes = text.as_bytes();
    let mut output = String::new();
    let mut copied = 0;
    for at in memchr::memchr_iter(b'&', bytes) {
        if at < copied {
            continue;
        }
        let Some((character, end)) = reference(text, at) else {
            continue;
        };
        output.push_str(text.get(copied..at).unwrap_or_default());
        output.push(character);
        copied = end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    output.push_str(text.get(copied..).unwrap_or_default());
    Cow::Owned(output)
}

/// The character the reference at `at` stands for, and where it ends.
fn reference(text: &str, at: usize) -> Option<(char, usize)> {
    let mut start = at + 1;
    let mut escaped = false;
    loop {
        match simple(text, start) {
            Some(('&', end)) => {
                escaped = true;
                start = end;
            }
            Some(found) => return Some(found),
            None => return escaped.then_some(('&', start)),
        }
    }
}

/// The reference whose `&` stands before `start`.
fn simple(text: &str, start: usize) -> Option<(char, usize)> {
    const LONGEST: usize = 32;
    let rest = text.as_bytes().get(start..)?;
    let length = rest
        .iter()
        .take(LONGEST)
        .position(|byte| !byte.is_ascii_alphanumeric() && *byte != b'#')?;
    if rest.get(length) != Some(&b';') {
        return None;
    }
    let name = text.get(start..start + length)?;
    let character = match name.strip_prefix('#') {
        Some(number) => numeric(number)?,
        None => named(name)?,
    };
    Some((character, start + length + 1))
}

fn named(name: &str) -> Option<char> {
    names::named(name)
}

fn numeric(number: &str) -> Option<char> {
    let code = match number.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => number.parse().ok()?,
    };
    let character = match u8::try_from(code) {
        Ok(byte @ 0x80..=0x9f) => encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(&[byte])
            .0
            .chars()
            .next()?,
        _ => char::from_u32(code)?,
    };
    (!character.is_control() || matches!(character, '\t' | '\n' | '\r')).then_some(character)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references() {
        for (text, expected) in [
            ("AT&amp;T, R&D &", "AT&T, R&D &"),
            ("&lt;i&gt;E. coli&lt;/i&gt;", "<i>E. coli</i>"),
            ("&#233;&#xE9;&#XE9;&eacute;", "éééé"),
            ("&#150;&#146;&#8211;", "–’–"),
            ("&amp;amp;lt; &amp;nbsp;x &amp;amp;", "< \u{a0}x &"),
            ("&amp;#8217;s &#38;amp; &#x26;lt;", "’s & <"),
            ("&apos;&lbrace;&quot;&hellip;&le;&lstrok;", "'{\"…≤ł"),
            ("a?x=1&lt=2&copy=3&amp;y=4", "a?x=1&lt=2&copy=3&y=4"),
            (
                "&nosuch; &#0; &#xD800; &#99999999; &; &#; &#x;",
                "&nosuch; &#0; &#xD800; &#99999999; &; &#; &#x;",
            ),
            ("&#7; &#10;x", "&#7; \nx"),
            ("Zhang&middot;San &copy;", "Zhang·San ©"),
        ] {
            assert_eq!(decode_entities(text), expected, "{text}");
        }
        assert!(matches!(decode_entities("A & B"), Cow::Borrowed(_)));
    }

    #[test]
    fn hostile_text_is_linear() {
        let text = "&amp;".to_owned() + &"amp;".repeat(100_000);
        assert_eq!(decode_entities(&text), "&");
        let text = "&amp".repeat(100_000);
        assert_eq!(decode_entities(&text), text);
    }

    proptest::proptest! {
        #[test]
        fn twice_is_once_without_loose_names(text in "[&a-z;#0-9 é]{0,40}") {
            let once = decode_entities(&text).into_owned();
            if !once.contains('&') {
                proptest::prop_assert_eq!(decode_entities(&once), once.as_str());
            }
        }
    }
}

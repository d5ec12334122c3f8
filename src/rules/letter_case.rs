//! Telling text in capitals, and writing words with a capital.

/// Whether `text` has letters with case and all of them are capitals.
pub(super) fn is_in_capitals(text: &str) -> bool {
    if text.is_ascii() {
        let mut any = false;
        for byte in text.bytes() {
            if byte.is_ascii_lowercase() {
                return false;
            }
            any |= byte.is_ascii_uppercase();
        }
        return any;
    }
    let mut any = false;
    for c in text.chars() {
        if c.is_lowercase() {
            return false;
        }
        any |= c.is_uppercase();
    }
    any
}

/// `word` with a capital at its beginning, the rest in lower case.
pub(super) fn capitalised(word: &str) -> String {
    let mut out = String::with_capacity(word.len());
    let mut first = true;
    for c in word.chars() {
        if first {
            out.push(c);
        } else {
            out.extend(lower(c));
        }
        first = first && !c.is_alphanumeric();
    }
    out
}

/// The small letter of a capital. One to one: `İ` gives no dangling dot, `ẞ` gives `ß`.
pub(super) fn lower(c: char) -> impl Iterator<Item = char> {
    c.to_lowercase().filter(|c| *c != '\u{307}')
}

/// Appends `text` in small letters, as [`lower`] makes them.
pub(super) fn push_lower(text: &str, out: &mut String) {
    if text.is_ascii() {
        let from = out.len();
        out.push_str(text);
        if let Some(added) = out.get_mut(from..) {
            added.make_ascii_lowercase();
        }
    } else {
        out.extend(text.chars().flat_map(lower));
    }
}

/// Whether a word has a vowel of Latin script; one without is an acronym.
pub(super) fn has_vowel(word: &str) -> bool {
    !word.is_ascii() || word.bytes().any(|b| b"AEIOUYaeiouy".contains(&b))
}

/// Whether a word is a Roman numeral from II to XXXIX.
pub(super) fn is_roman(word: &str) -> bool {
    let tens = word.bytes().take_while(|b| *b == b'X').count();
    let rest = word.get(tens..).unwrap_or_default();
    tens <= 3
        && word.len() >= 2
        && matches!(
            rest,
            "" | "I" | "II" | "III" | "IV" | "V" | "VI" | "VII" | "VIII" | "IX"
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn capitals() {
        assert!(is_in_capitals("ÉTUDE 2"));
        assert!(!is_in_capitals("mRNA"));
        assert!(!is_in_capitals("123"));
        assert_eq!(capitalised("ÉTUDE"), "Étude");
        assert!(is_roman("XIV") && !is_roman("MIX") && !is_roman("I"));
    }
}

//! Transliteration to ASCII, for keys only.

/// `text` in ASCII: `Łódź` to `Lodz`, `王小明` to `WangXiaoMing`. Lossy: Han is read as Chinese
/// also where it is Japanese.
///
/// ```
/// use bibsift::text::transliterate::ascii;
/// assert_eq!(ascii("Đặng Øster"), "Dang Oster");
/// ```
pub fn ascii(text: &str) -> String {
    if text.is_ascii() {
        text.to_owned()
    } else {
        any_ascii::any_ascii(text)
    }
}

/// The letters and digits of `text`, in ASCII and lower case, for citation keys: `O’Brien` to
/// `obrien`.
pub fn key(text: &str) -> String {
    let mut key = ascii(text);
    key.retain(|character| character.is_ascii_alphanumeric());
    key.make_ascii_lowercase();
    key
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_keys() {
        for (text, transliterated, letters) in [
            ("Łódź", "Lodz", "lodz"),
            ("王小明", "WangXiaoMing", "wangxiaoming"),
            ("O’Brien-Smith", "O'Brien-Smith", "obriensmith"),
            ("Пушкин", "Pushkin", "pushkin"),
            ("Müller", "Muller", "muller"),
            ("김", "Gim", "gim"),
            ("plain 1", "plain 1", "plain1"),
            ("", "", ""),
        ] {
            assert_eq!(ascii(text), transliterated);
            assert_eq!(key(text), letters);
        }
    }
}

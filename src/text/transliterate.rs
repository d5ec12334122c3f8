//! Transliteration to ASCII, for keys only.

/// `text` in ASCII: `Łódź` to `Lodz`, `王小明` to `WangXiaoMing`. Lossy.
pub fn ascii(text: &str) -> String {
    any_ascii::any_ascii(text)
}

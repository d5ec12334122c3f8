//! The language of a Latin-script text by its small words.

/// The BCP 47 tag of the language whose small words fill `text`, if one clearly does.
pub fn language(text: &str) -> Option<&'static str> {
    let _ = text;
    None
}

//! Languages: BCP 47 tags, their names, and what babel calls them.

/// The BCP 47 tag a text means: a tag, an ISO 639 code, or a name in English or the language
/// itself: `eng`, `English`, `中文`, `ngerman`.
pub fn tag(text: &str) -> Option<&'static str> {
    let _ = text;
    None
}

/// The babel/biblatex `langid` of a tag: `german` for `de`.
pub fn babel(tag: &str) -> Option<&'static str> {
    let _ = tag;
    None
}

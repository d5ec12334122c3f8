//! Strings, knowing no bibliography.

pub mod ascii;
pub mod fold;
pub mod html;
pub mod latex;
pub mod mojibake;
pub mod script;
pub mod similarity;
pub mod stopwords;
pub mod transliterate;
pub mod unicode;

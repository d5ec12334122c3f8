//! LaTeX to Unicode and back.
//!
//! [`decode`] turns what Unicode can say into Unicode and leaves the rest as LaTeX; the two
//! `escape` functions write either kind so that decoding it again gives the same text;
//! [`to_plain`] gives the reading text of what stayed LaTeX.
//!
//! ```
//! use bibsift::text::latex;
//!
//! let (text, is_latex) = latex::decode(r#"G{\"o}del \& {\'E}variste -- 1--2"#);
//! assert_eq!((&*text, is_latex), ("Gödel & Évariste – 1–2", false));
//!
//! let (text, is_latex) = latex::decode(r"H$_2$O in {DNA}");
//! assert_eq!((&*text, is_latex), ("H$_2$O in {DNA}", true));
//! assert_eq!(latex::to_plain(&text), "H₂O in DNA");
//! ```

mod decode;
mod encode;
mod escape;
mod mathematics;
mod plain;
mod tables;
mod tokens;

pub use decode::decode;
pub use encode::encode_ascii;
pub use escape::{escape_latex, escape_plain};
pub use plain::to_plain;

#[cfg(test)]
mod laws;

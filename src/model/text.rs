//! [`Text`]: prose in Unicode, with LaTeX kept only where Unicode cannot say it.

use std::borrow::Cow;

use compact_str::CompactString;

/// What the characters of a [`Text`] mean.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Markup {
    /// Every character stands for itself.
    #[default]
    Plain,
    /// `{…}` protects from case changes, `$…$` is mathematics, `\name` is a command, and `\{`,
    /// `\}`, `\$`, `\\` stand for the bare character. Everything else, accents and `& % # _`
    /// included, is already Unicode and stands for itself.
    Latex,
}

/// A value of prose: a title, a journal, a note.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text {
    /// The characters, to be read as `markup` says.
    pub content: CompactString,
    /// How to read them.
    pub markup: Markup,
}

impl Text {
    /// Text in which every character stands for itself.
    pub fn plain(content: impl Into<CompactString>) -> Self {
        Self {
            content: content.into(),
            markup: Markup::Plain,
        }
    }

    /// Text that keeps some LaTeX; see [`Markup::Latex`].
    pub fn latex(content: impl Into<CompactString>) -> Self {
        Self {
            content: content.into(),
            markup: Markup::Latex,
        }
    }

    /// Whether there is nothing to read.
    pub fn is_empty(&self) -> bool {
        self.content.is_empty()
    }
}

impl From<&str> for Text {
    fn from(content: &str) -> Self {
        Self::plain(content)
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(content: Cow<'_, str>) -> Self {
        Self::plain(content)
    }
}

impl From<String> for Text {
    fn from(content: String) -> Self {
        Self::plain(content)
    }
}

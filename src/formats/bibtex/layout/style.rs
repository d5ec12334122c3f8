//! [`Style`]: how a .bib text is to look.

/// How a .bib text is to look. The default changes no value, and keeps an indent or alignment that
/// more than half of the entries share.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Style {
    /// What stands before a field; [`None`] keeps the habit of the text, else two spaces.
    pub indent: Option<Indent>,
    /// Where the `=` stand; [`None`] keeps the habit of the text, else right after the names.
    pub align: Option<Alignment>,
    /// Fields that come first, in this order, by their lower-case names; the others follow as they
    /// stand.
    pub field_order: Vec<String>,
    /// The delimiters of values.
    pub delimiters: Delimiters,
    /// Values are broken into lines of at most this many characters; 0 leaves them.
    pub width: usize,
    /// The order of entries.
    pub sort: Sort,
    /// Blank lines between entries.
    pub blank_lines: usize,
    /// Whether a comma follows the last field.
    pub trailing_comma: bool,
    /// Whether entry types and field names are written in lower case.
    pub lower_case: bool,
}

impl Default for Style {
    fn default() -> Self {
        Self {
            indent: None,
            align: None,
            field_order: Vec::new(),
            delimiters: Delimiters::Keep,
            width: 0,
            sort: Sort::Keep,
            blank_lines: 1,
            trailing_comma: true,
            lower_case: true,
        }
    }
}

/// What stands before a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Indent {
    /// So many spaces.
    Spaces(usize),
    /// So many tabs.
    Tabs(usize),
}

/// Where the `=` or the values of an entry stand, counted in characters from the beginning of the
/// field's name. A name too long for its column has one space after it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Alignment {
    /// One space after the name.
    None,
    /// All `=` of an entry one space after its longest name.
    Longest,
    /// All `=` in this column.
    Equals(usize),
    /// The `=` one space after the name, the values in this column.
    Values(usize),
}

/// The delimiters of values. A value whose text does not allow the change keeps its own; numbers
/// and names of `@string` stay bare.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delimiters {
    /// As they are.
    Keep,
    /// `{…}`.
    Braces,
    /// `"…"`.
    Quotes,
}

/// The order of entries. Entries that a `crossref` names come after the others, as BibTeX asks;
/// `@string`, `@preamble`, `@comment`, damaged blocks, and remarks set off by blank lines stay
/// where they are and part the entries into runs sorted by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sort {
    /// As they are.
    Keep,
    /// By citation key.
    Key,
    /// By entry type, then key.
    Type,
    /// By year, then key; entries without one last.
    Year,
    /// By the text of `author`, else `editor`, then year, then key; entries without one last.
    Author,
}

/// A style with nothing left open.
#[derive(Debug)]
pub(super) struct Settled<'s> {
    pub(super) style: &'s Style,
    pub(super) indent: String,
    pub(super) align: Alignment,
    pub(super) sort: Sort,
}

impl Indent {
    /// The characters.
    pub(super) fn text(self) -> String {
        match self {
            Self::Spaces(n) => " ".repeat(n.min(80)),
            Self::Tabs(n) => "\t".repeat(n.min(80)),
        }
    }
}

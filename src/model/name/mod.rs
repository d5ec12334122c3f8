//! [`Name`] and [`Names`]: people and corporate bodies, in every script.

mod capitals;
mod corporate;
mod devotion;
mod family;
mod glued;
mod group;
mod join;
mod list;
#[cfg(test)]
mod list_tests;
mod order;
mod parse;
#[cfg(test)]
mod parse_tests;
mod plain;
mod token;
mod truncation;
mod words;

pub use token::initials;
pub use truncation::is_truncation;

use compact_str::CompactString;
use thin_vec::ThinVec;

use crate::text::script::{self, Script};

/// One person or body. Parts of names are short, so they are held in place and not in an allocation.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Name {
    /// Family name without particle; of a [`Name::literal`], the whole name.
    pub family: CompactString,
    /// Given names or initials, as printed.
    pub given: CompactString,
    /// Particle before the family name: `van der` (BibLaTeX: prefix).
    pub particle: CompactString,
    /// Suffix: `Jr.`, `III`.
    pub suffix: CompactString,
    /// Whether `family` is the whole name, not to be split: a corporate body, a single word, or a
    /// name in a script whose order the source does not tell.
    pub literal: bool,
    /// The same name in a second script: `Chen, Yi-Chun` beside `陳怡君`.
    pub parallel: Option<Box<Name>>,
    /// What else the source says of the person, each under the name it has there: `ORCID`,
    /// `affiliation`.
    pub about: ThinVec<(String, String)>,
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
    pub fn literal(whole: impl Into<CompactString>) -> Self {
        Self {
            family: whole.into(),
            literal: true,
            ..Self::default()
        }
    }

    /// Reads one name as printed, in whatever order: `Mak, Winnie W. S.`, `Winnie W. S. Mak`,
    /// `Davidson L`, `van der Waals, Jr., J.`, `王小明`, `Фамилия И. О.`, `World Health Organization`.
    ///
    /// Case and punctuation stay as printed. A name in Han, kana, Hangul or Arabic script without
    /// a comma, a corporate body and a single word become a [`Name::literal`].
    ///
    /// ```
    /// use bibsift::model::Name;
    /// let name = Name::parse("Jan van der Berg");
    /// assert_eq!((name.given.as_str(), name.particle.as_str(), name.family.as_str()), ("Jan", "van der", "Berg"));
    /// assert_eq!(Name::parse("Davidson L").given, "L");
    /// assert!(Name::parse("World Health Organization").literal);
    /// ```
    pub fn parse(text: &str) -> Self {
        parse::name(text)
    }

    /// What [`Name::parse`] makes of a text such as `Smith, John A.`, in which nothing but a family
    /// name of one word and given names or initials stands, told at one look. [`None`] says nothing.
    pub(crate) fn plain(text: &str) -> Option<Self> {
        plain::name(text)
    }

    /// The name with the family name first, in the form BibTeX reads: `van der Berg, Jan`,
    /// `Smith, Jr., John`; a literal as it is, without braces.
    pub fn sorted(&self) -> String {
        let mut out = joined(&self.particle, &self.family);
        for part in [&self.suffix, &self.given] {
            if !part.is_empty() {
                out.push_str(", ");
                out.push_str(part);
            }
        }
        out
    }

    /// The name in the order it is spoken: `Jan van der Berg`, `John Smith Jr.`, `王小明`.
    pub fn natural(&self) -> String {
        let family = joined(&self.particle, &self.family);
        let family_first = script::dominant(&self.family)
            .is_some_and(|s| matches!(s, Script::Han | Script::Kana | Script::Hangul));
        let whole = if family_first {
            format!("{family}{}", self.given)
        } else {
            joined(&self.given, &family)
        };
        joined(&whole, &self.suffix)
    }
}

impl Names {
    /// Splits a printed list of names: `A; B; C`, `A, B and C`, `Smith J, Doe A`,
    /// `Smith, J., Doe, A.`, `张三，李四，等`, `Akihiro OgushiYasuko Shimizu`. Marks that say that
    /// more names follow (`et al.`, `等`, `и др.`) set [`Names::truncated`].
    ///
    /// ```
    /// use bibsift::model::Names;
    /// let names = Names::parse("Smith, J., Doe, A. et al.");
    /// let families: Vec<&str> = names.list.iter().map(|name| name.family.as_str()).collect();
    /// assert_eq!(families, ["Smith", "Doe"]);
    /// assert!(names.truncated);
    /// ```
    pub fn parse(text: &str) -> Self {
        list::names(text)
    }
}

/// `a` and `b` with a space between where neither is empty; none behind an apostrophe.
fn joined(a: &str, b: &str) -> String {
    let space = !a.is_empty() && !b.is_empty() && !a.ends_with(['\'', '’']);
    [a, if space { " " } else { "" }, b].concat()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn display_forms() {
        for (text, sorted, natural) in [
            ("Jan van der Berg", "van der Berg, Jan", "Jan van der Berg"),
            ("Smith, Jr., John", "Smith, Jr., John", "John Smith Jr."),
            (
                "World Health Organization",
                "World Health Organization",
                "World Health Organization",
            ),
            ("王, 小明", "王, 小明", "王小明"),
        ] {
            let name = Name::parse(text);
            assert_eq!(name.sorted(), sorted);
            assert_eq!(name.natural(), natural);
        }
    }
}

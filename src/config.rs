//! `bibsift.toml`: what a repository or a folder of references wants done, as typed structures.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde::Deserialize;

use crate::error::{Error, ErrorKind};
use crate::formats::bibtex::layout::{Alignment, Delimiters, Indent, Sort, Style};
use crate::formats::bibtex::lint::Model;
use crate::text::similarity;

/// The name of the file, looked for in the folder of the first input and in those above it.
pub const FILE_NAME: &str = "bibsift.toml";

/// A configuration. The command line wins over it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Config {
    /// What `clean` does.
    pub clean: Clean,
    /// What counts as the same work, for `clean` and `dedup`.
    pub dedup: Dedup,
    /// What `check` reports.
    pub check: Check,
    /// How `fmt` lays out .bib files.
    pub fmt: Fmt,
}

/// The `[clean]` table; each key is called as the option of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default)]
pub struct Clean {
    /// `none`, `sound` or `all`.
    pub infer: Option<String>,
    /// `keep` or a pattern.
    pub keys: Option<String>,
    /// `key`, `year`, `author` or `title`.
    pub sort: Option<String>,
    /// `title`.
    pub require: Option<String>,
    /// `zotero`.
    #[serde(rename = "for")]
    pub target: Option<String>,
    /// Whether citation statements are written.
    pub statements: Option<bool>,
}

/// The `[dedup]` table; each key is called as the option of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Dedup {
    /// `safe`, `balanced` or `eager`.
    pub strictness: Option<String>,
    /// Whether a preprint stays apart from what was published of it.
    pub keep_preprints: Option<bool>,
    /// Whether versions of a work merge.
    pub merge_versions: Option<bool>,
    /// A file of decisions, from the folder of `bibsift.toml` on.
    pub decisions: Option<PathBuf>,
}

/// The `[check]` table; each key is called as the option of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Check {
    /// What is reported: ids, first words of ids, groups. Without it, what is on by default.
    pub select: Option<Vec<String>>,
    /// What is left out of it.
    pub ignore: Option<Vec<String>>,
    /// What is left out of files that match a pattern, written as in `.gitignore`, from the folder
    /// of `bibsift.toml` on.
    pub per_file_ignores: BTreeMap<String, Vec<String>>,
    /// `bibtex` or `biblatex`.
    pub model: Option<String>,
    /// Whether what files share is reported too.
    pub across_files: Option<bool>,
    /// A file of known findings, from the folder of `bibsift.toml` on.
    pub baseline: Option<PathBuf>,
}

impl Check {
    /// The data model this asks for.
    ///
    /// ```
    /// use bibsift::config::Config;
    /// use bibsift::formats::bibtex::lint::Model;
    /// let config = Config::parse("[check]\nmodel = 'biblatex'\n").unwrap();
    /// assert_eq!(config.check.model().unwrap(), Some(Model::Biblatex));
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] for another word.
    pub fn model(&self) -> Result<Option<Model>, Error> {
        value(
            "model",
            self.model.as_ref(),
            "bibtex or biblatex",
            Model::named,
        )
    }
}

/// The `[fmt]` table; each key is called as the option of the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, rename_all = "kebab-case")]
pub struct Fmt {
    /// A number of spaces, or `tab`.
    pub indent: Option<Word>,
    /// `none`, `longest`, or the column of the `=` counted from the name.
    pub align: Option<Word>,
    /// Names of fields that come first.
    pub field_order: Option<Vec<String>>,
    /// `keep`, `braces` or `quotes`.
    pub delimiters: Option<String>,
    /// The longest line of a value; 0 leaves them.
    pub width: Option<usize>,
    /// `keep`, `key`, `type`, `year` or `author`.
    pub sort: Option<String>,
    /// Blank lines between entries.
    pub blank_lines: Option<usize>,
    /// Whether a comma follows the last field.
    pub trailing_comma: Option<bool>,
    /// Whether types and names are written in lower case.
    pub lower_case: Option<bool>,
}

/// A value that is a word or a number.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum Word {
    /// A number.
    Number(usize),
    /// A word.
    Word(String),
}

impl std::fmt::Display for Word {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Word(word) => word.fmt(f),
        }
    }
}

impl Fmt {
    /// The style this asks for; what it does not say is as in [`Style::default`].
    ///
    /// ```
    /// use bibsift::config::Config;
    /// use bibsift::formats::bibtex::layout::Indent;
    /// let config = Config::parse("[fmt]\nindent = 'tab'\nwidth = 100\n").unwrap();
    /// let style = config.fmt.style().unwrap();
    /// assert_eq!(style.indent, Some(Indent::Tabs(1)));
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] for a word that the key does not know.
    pub fn style(&self) -> Result<Style, Error> {
        let default = Style::default();
        Ok(Style {
            indent: value(
                "indent",
                self.indent.as_ref(),
                "a number of spaces, or tab",
                indent,
            )?,
            align: value(
                "align",
                self.align.as_ref(),
                "none, longest, or a column",
                align,
            )?,
            field_order: self.field_order.clone().unwrap_or_default(),
            delimiters: value(
                "delimiters",
                self.delimiters.as_ref(),
                "keep, braces or quotes",
                delimiters,
            )?
            .unwrap_or(default.delimiters),
            width: self.width.unwrap_or(default.width),
            sort: value(
                "sort",
                self.sort.as_ref(),
                "keep, key, type, year or author",
                sort,
            )?
            .unwrap_or(default.sort),
            blank_lines: self.blank_lines.unwrap_or(default.blank_lines).min(10),
            trailing_comma: self.trailing_comma.unwrap_or(default.trailing_comma),
            lower_case: self.lower_case.unwrap_or(default.lower_case),
        })
    }
}

/// Reads one value, and says what is known where it is not.
fn value<T: ToString, V>(
    key: &str,
    given: Option<&T>,
    known: &str,
    read: fn(&str) -> Option<V>,
) -> Result<Option<V>, Error> {
    let Some(given) = given.map(ToString::to_string) else {
        return Ok(None);
    };
    read(&given).map(Some).ok_or_else(|| {
        let message = format!("'{given}' is no value of {key}; it is {known}");
        Error::new(ErrorKind::Usage, message)
    })
}

fn indent(word: &str) -> Option<Indent> {
    match word {
        "tab" => Some(Indent::Tabs(1)),
        spaces => spaces.parse().ok().filter(|n| *n <= 40).map(Indent::Spaces),
    }
}

fn align(word: &str) -> Option<Alignment> {
    match word {
        "none" => Some(Alignment::None),
        "longest" => Some(Alignment::Longest),
        column => column
            .parse()
            .ok()
            .filter(|n| *n <= 80)
            .map(Alignment::Equals),
    }
}

fn delimiters(word: &str) -> Option<Delimiters> {
    match word {
        "keep" => Some(Delimiters::Keep),
        "braces" => Some(Delimiters::Braces),
        "quotes" => Some(Delimiters::Quotes),
        _ => None,
    }
}

fn sort(word: &str) -> Option<Sort> {
    match word {
        "keep" => Some(Sort::Keep),
        "key" => Some(Sort::Key),
        "type" => Some(Sort::Type),
        "year" => Some(Sort::Year),
        "author" => Some(Sort::Author),
        _ => None,
    }
}

/// The tables of the file and the keys of each.
const KNOWN: &[(&str, &[&str])] = &[
    (
        "clean",
        &["infer", "keys", "sort", "require", "for", "statements"],
    ),
    (
        "dedup",
        &[
            "strictness",
            "keep-preprints",
            "merge-versions",
            "decisions",
        ],
    ),
    (
        "check",
        &[
            "select",
            "ignore",
            "per-file-ignores",
            "model",
            "across-files",
            "baseline",
        ],
    ),
    (
        "fmt",
        &[
            "indent",
            "align",
            "field-order",
            "delimiters",
            "width",
            "sort",
            "blank-lines",
            "trailing-comma",
            "lower-case",
        ],
    ),
];

impl Config {
    /// Reads the text of a `bibsift.toml`.
    ///
    /// ```
    /// use bibsift::config::Config;
    /// let config = Config::parse("[clean]\nsort = 'year'\n").unwrap();
    /// assert_eq!(config.clean.sort.as_deref(), Some("year"));
    /// let error = Config::parse("[clean]\nstatement = true\n").unwrap_err();
    /// assert!(error.to_string().contains("did you mean statements"));
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] for a text that is no TOML, a value of the wrong type, or a key that is
    /// not known; the message names the nearest key that is.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let usage = |message: String| Error::new(ErrorKind::Usage, message);
        let wrong = |error: toml::de::Error| {
            let line = error.span().map_or(1, |span| {
                text.get(..span.start)
                    .unwrap_or_default()
                    .lines()
                    .count()
                    .max(1)
            });
            usage(format!("{FILE_NAME}, line {line}: {}", error.message()))
        };
        let table: toml::Table = toml::from_str(text).map_err(wrong)?;
        let tables: Vec<&str> = KNOWN.iter().map(|(name, _)| *name).collect();
        for (name, value) in &table {
            let Some((_, keys)) = KNOWN.iter().find(|(known, _)| known == name) else {
                return Err(usage(unknown(name, &tables)));
            };
            let inner = value.as_table().into_iter().flatten();
            for (key, _) in inner {
                if !keys.contains(&key.as_str()) {
                    return Err(usage(unknown(key, keys)));
                }
            }
        }
        toml::from_str(text).map_err(wrong)
    }
}

fn unknown(key: &str, known: &[&str]) -> String {
    let alike = |name: &str| similarity::short(name, key);
    match known.iter().max_by(|a, b| alike(a).total_cmp(&alike(b))) {
        Some(nearest) if alike(nearest) > 0.7 => {
            format!("{FILE_NAME} has no key '{key}'; did you mean {nearest}?")
        }
        _ => format!(
            "{FILE_NAME} has no key '{key}'; there are {}",
            known.join(", ")
        ),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_wrong_is_named() {
        let wrong = |text| Config::parse(text).unwrap_err().to_string();
        assert!(wrong("[clena]").contains("did you mean clean?"));
        assert!(wrong("[clean]\nsort = 3").contains("line 2"));
        assert!(wrong("[clean").contains(FILE_NAME));
        assert!(wrong("[clean]\ncolour = 1").contains("there are infer"));
        let style = |text| Config::parse(text).unwrap().fmt.style().unwrap_err();
        let message = style("[fmt]\nindent = 'wide'").to_string();
        assert_eq!(
            message,
            "'wide' is no value of indent; it is a number of spaces, or tab"
        );
    }
}

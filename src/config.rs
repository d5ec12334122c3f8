//! `bibsift.toml`: what a repository or a folder of references wants done, as typed structures.

use std::path::PathBuf;

use serde::Deserialize;

use crate::error::{Error, ErrorKind};
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
    }
}

//! [`Known`]: everything `check` may complain of, with what holds for it unless asked otherwise.

use std::sync::LazyLock;

use super::faults;
use crate::doc::Doc;
use crate::error::{Error, ErrorKind};
use crate::formats::FORMATS;
use crate::formats::bibtex::lint::LINTS;
use crate::report::{Safety, Severity};
use crate::rules::RULES;
use crate::text::similarity;

/// One thing `check` may complain of.
#[derive(Debug, Clone, Copy)]
pub struct Known {
    /// Its documentation.
    pub doc: &'static Doc,
    /// Where it comes from; the name of a group for --select and --ignore.
    pub kind: Kind,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it is reported unless asked otherwise.
    pub default: bool,
    /// How far a change that mends it can be trusted; [`None`] where only a person can mend it.
    pub safety: Option<Safety>,
}

/// Where a fault comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// The reader of a format.
    Syntax,
    /// A lint of .bib text.
    Lint,
    /// A rule about records.
    Rule,
    /// A look at whole files.
    File,
}

impl Kind {
    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Syntax => "syntax",
            Self::Lint => "lint",
            Self::Rule => "rule",
            Self::File => "file",
        }
    }
}

/// Rules of whose faults a file kept with care may have some: they are matters of taste, or what
/// they find is no fault of the file but an improvement, or its source did not say more.
#[rustfmt::skip]
const OFF: &[&str] = &[
    "abstract-heading-glued",
    "abstract-label",
    "abstract-tail",
    "authors-only-in-statements",
    "doi-holds-volume",
    "doi-in-url",
    "full-width-bracket",
    "identifier-in-url",
    "isbn-in-doi",
    "isbn-with-hyphens",
    "journal-in-capitals",
    "language-as-name",
    "language-unstated",
    "preprint-in-doi",
    "url-repeats-doi",
    "volume-unclear",
];

/// Everything `check` may complain of, by id.
pub fn all() -> &'static [Known] {
    static ALL: LazyLock<Vec<Known>> = LazyLock::new(|| {
        let readers = FORMATS.iter().flat_map(|format| format.faults.iter());
        let input = [
            &super::super::faults::TEXT_ENCODING,
            &super::super::faults::NOT_DECODABLE,
            &super::super::faults::NO_KNOWN_FORMAT,
            &super::super::faults::EMPTY_RECORD,
        ];
        let syntax = readers.copied().chain(input).map(|doc| Known {
            doc,
            kind: Kind::Syntax,
            severity: Severity::Warning,
            default: true,
            safety: None,
        });
        let lints = LINTS.iter().map(|lint| Known {
            doc: &lint.doc,
            kind: Kind::Lint,
            severity: lint.severity,
            default: lint.default,
            safety: lint.safety,
        });
        let rules = RULES.iter().map(|rule| {
            let default = !OFF.contains(&rule.doc.id);
            Known {
                doc: &rule.doc,
                kind: Kind::Rule,
                severity: if default {
                    Severity::Warning
                } else {
                    Severity::Note
                },
                default,
                safety: rule.safety,
            }
        });
        let files = faults::FAULTS.iter().map(|doc| Known {
            doc,
            kind: Kind::File,
            severity: Severity::Warning,
            default: !faults::is_off(doc),
            safety: (doc.id == faults::DUPLICATE_ENTRY.id).then_some(Safety::Unsafe),
        });
        let mut all: Vec<Known> = syntax.chain(lints).chain(rules).chain(files).collect();
        all.sort_by_key(|known| known.doc.id);
        all.dedup_by_key(|known| known.doc.id);
        all
    });
    &ALL
}

/// What is known by an id.
///
/// ```
/// use bibsift::pipeline::check::catalog;
/// assert!(catalog::known("duplicate-key").is_some_and(|known| known.default));
/// ```
pub fn known(id: &str) -> Option<&'static Known> {
    let all = all();
    let at = all.binary_search_by_key(&id, |known| known.doc.id).ok()?;
    all.get(at)
}

/// What a word of --select or --ignore means: an id, the words an id begins with (`doi`, `name`), a
/// kind, `default`, `fixable` or `all`.
///
/// # Errors
///
/// [`ErrorKind::UnknownName`] for a word that means nothing, with the nearest id.
pub fn meant(word: &str) -> Result<Vec<&'static Known>, Error> {
    let is = |known: &Known| match word {
        "all" => true,
        "default" => known.default,
        "fixable" => known.safety.is_some(),
        kind if kind == known.kind.word() => true,
        id => known
            .doc
            .id
            .strip_prefix(id)
            .is_some_and(|rest| rest.is_empty() || rest.starts_with('-')),
    };
    let found: Vec<_> = all().iter().filter(|known| is(known)).collect();
    if !found.is_empty() {
        return Ok(found);
    }
    let message = format!("no rule is called '{word}'{}", suggestion(word));
    Err(Error::new(ErrorKind::UnknownName, message))
}

/// The nearest id, as the end of a sentence; empty where none is near.
pub(super) fn suggestion(word: &str) -> String {
    let alike = |known: &&Known| similarity::short(known.doc.id, word);
    let nearest = all().iter().max_by(|a, b| alike(a).total_cmp(&alike(b)));
    match nearest.filter(|nearest| alike(nearest) > 0.8) {
        Some(nearest) => format!("; did you mean {}?", nearest.doc.id),
        None => "; `bibsift explain` lists every id".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_off_is_a_rule_there_is() {
        for id in OFF {
            assert!(
                known(id).is_some_and(|known| known.kind == Kind::Rule),
                "{id}"
            );
        }
    }

    #[test]
    fn words_of_a_selection() {
        let ids = |word: &str| -> Vec<&str> {
            meant(word)
                .unwrap()
                .iter()
                .map(|known| known.doc.id)
                .collect()
        };
        assert_eq!(ids("doi-as-url"), ["doi-as-url"]);
        assert!(ids("doi").iter().all(|id| id.starts_with("doi-")));
        assert!(ids("fixable").contains(&"pages-single-hyphen"));
        assert!(!ids("default").contains(&"language-unstated"));
        let error = meant("doi-as-ulr").unwrap_err().to_string();
        assert!(error.contains("did you mean doi-as-url?"), "{error}");
    }
}

//! [`Doc`], the documentation that every table entry carries.

/// What `bibsift explain ID` prints of a rule, fault, format, page layout, blocking rule,
/// comparison or merge rule. All parts are compulsory; `tests/registry.rs` fails on an empty one.
///
/// ```
/// let rule = bibsift::rules::RULES[0];
/// assert!(!rule.doc.summary.is_empty());
/// ```
#[derive(Debug, PartialEq, Eq)]
pub struct Doc {
    /// Names the fault or the thing, in kebab case: `doi-as-url`, `pages-single-hyphen`.
    pub id: &'static str,
    /// One line, no final stop.
    pub summary: &'static str,
    /// Why it matters to somebody who keeps references.
    pub why: &'static str,
    /// Pairs of before and after; run as tests where the kind of entry allows it.
    pub examples: &'static [(&'static str, &'static str)],
    /// Manual section, standard or style guide followed.
    pub sources: &'static [&'static str],
}

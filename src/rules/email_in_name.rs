//! `email-in-name`: an e-mail address beside a name.

use super::{Phase, Reads, Rule, Visit, name_parts, orcid_in_name};
use crate::doc::Doc;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "email-in-name",
        summary: "An e-mail address stands in a name",
        why: "Pages print the corresponding author's address beside the name; it is no part of it.",
        examples: &[(
            "author = {Silva, Ana (ana.silva@example.org)}",
            "author = {Silva, Ana}",
        )],
        sources: &["RFC 5322, 3.4.1"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| name_parts::rewrite(names, |part, _| without(part)),
        || "an e-mail address stands in a name".to_owned(),
    );
}

/// What stands behind the address that a word begins with, if it does.
fn after_address(word: &str) -> Option<&str> {
    let (user, host) = word.split_once('@')?;
    let in_host = |c: char| c.is_alphanumeric() && c < '\u{2E80}' || matches!(c, '.' | '-' | '_');
    let end = host.find(|c| !in_host(c)).unwrap_or(host.len());
    let (host, rest) = host.split_at(end);
    (!user.is_empty() && host.contains('.')).then_some(rest)
}

pub(super) fn without(part: &str) -> Option<String> {
    memchr::memchr(b'@', part.as_bytes())?;
    // An ORCID may be glued to the address, and the name to it.
    if orcid_in_name::without(part).is_some() {
        return None;
    }
    let kept: Vec<&str> = part
        .split(' ')
        .filter_map(|word| match after_address(word) {
            None => Some(word),
            // The mark of a cut list may be glued to an address: `a@b.org等`.
            Some(rest) => (!rest.is_ascii()).then_some(rest),
        })
        .collect();
    let kept = kept.join(" ");
    let kept = kept.trim_end_matches([' ', ',', ';']);
    (kept.len() != part.len()).then(|| kept.to_owned())
}

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

pub(super) fn without(part: &str) -> Option<String> {
    memchr::memchr(b'@', part.as_bytes())?;
    // An ORCID may be glued to the address, and the name to it.
    if orcid_in_name::without(part).is_some() {
        return None;
    }
    let is_address = |word: &&str| {
        word.split_once('@')
            .is_some_and(|(user, host)| !user.is_empty() && host.contains('.'))
    };
    let kept: Vec<&str> = part.split(' ').filter(|word| !is_address(word)).collect();
    let kept = kept.join(" ");
    let kept = kept.trim_end_matches([' ', ',', ';']);
    (kept.len() != part.len()).then(|| kept.to_owned())
}

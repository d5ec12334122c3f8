//! `orcid-in-name`: an ORCID beside a name.

use super::{Phase, Reads, Rule, Visit, name_parts};
use crate::doc::Doc;
use crate::model::identifier;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "orcid-in-name",
        summary: "An ORCID identifier stands in a name",
        why: "Pages print it beside the name, and it comes along when names are copied. No \
              bibliography format has a place for it inside a name.",
        examples: &[
            (
                "author = {Silva 0000-0002-1825-0097, Ana}",
                "author = {Silva, Ana}",
            ),
            (
                "author = {Silva, Ana https://orcid.org/0000-0002-1825-0097}",
                "author = {Silva, Ana}",
            ),
        ],
        sources: &["ISO 27729 (ISNI), of which ORCID is a part"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| name_parts::rewrite(names, |part, _| without(part)),
        || "an ORCID stands in a name".to_owned(),
    );
}

/// `0000-0002-1825-0097`.
const LENGTH: usize = 19;

pub(super) fn without(part: &str) -> Option<String> {
    let at = part.as_bytes().windows(LENGTH).position(looks_like_one)?;
    identifier::orcid(part.get(at..at + LENGTH)?)?;
    let mut before = part.get(..at)?.trim_end();
    for prefix in [
        "orcid.org/",
        "www.",
        "https://",
        "http://",
        "ORCID:",
        "ORCID",
        "ORCID iD:",
        "(",
        "[",
    ] {
        before = before.strip_suffix(prefix).unwrap_or(before).trim_end();
    }
    let after = part
        .get(at + LENGTH..)?
        .trim_start_matches([')', ']', ' ', ',', ';']);
    let before = before.trim_end_matches([' ', ',', ';']);
    let space = if before.is_empty() || after.is_empty() {
        ""
    } else {
        " "
    };
    Some(format!("{before}{space}{after}"))
}

fn looks_like_one(window: &[u8]) -> bool {
    window.iter().enumerate().all(|(at, b)| match at {
        4 | 9 | 14 => *b == b'-',
        18 => b.is_ascii_digit() || *b == b'X',
        _ => b.is_ascii_digit(),
    })
}

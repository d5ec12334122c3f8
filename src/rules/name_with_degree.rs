//! `name-with-degree`: academic degrees behind a name.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Name;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "name-with-degree",
        summary: "An academic degree or licence stands behind a name",
        why: "No citation style prints `MD` or `PhD`, and indexes leave them out. `MD` alone may be \
              two initials, so it goes only behind a full given name.",
        examples: &[
            ("author = {Silva, Ana PhD}", "author = {Silva, Ana}"),
            ("author = {Silva, Ana, MD, MPH}", "author = {Silva, Ana}"),
            ("author = {Silva, MD}", "author = {Silva, MD}"),
        ],
        sources: &["NLM Citing Medicine, 1 Journals, author: omit degrees and titles"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

/// Never initials.
const SURE: &[&str] = &[
    "phd", "dphil", "edd", "psyd", "mph", "msc", "bsc", "mbbs", "mbchb", "drph", "pharmd", "dsc",
    "frcp", "frcpsych", "frcs", "facs", "facp", "msw", "lcsw", "mha", "mba", "mphil", "mmed",
    "msn", "bsn", "dnp", "aprn", "med",
];

/// Initials too, or even names.
const UNSURE: &[&str] = &[
    "md", "ma", "ba", "ms", "bs", "rn", "do", "pt", "ot", "jd", "dds", "dvm", "otr", "crnp",
];

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| {
            let mut changed = false;
            for name in &mut names.list {
                changed |= !name.literal && strip(name);
            }
            changed
        },
        || "an academic degree stands behind a name".to_owned(),
    );
}

fn strip(name: &mut Name) -> bool {
    let mut changed = false;
    let full = || {
        name.given
            .split([' ', '.'])
            .any(|word| word.chars().skip(1).any(char::is_lowercase))
    };
    if is_in(SURE, &name.suffix) || matches!(name.suffix.as_str(), "MD" | "M.D." | "RN") && full() {
        name.suffix.clear();
        changed = true;
    }
    for part in [&mut name.given, &mut name.family] {
        while let Some(at) = degree_at(part) {
            part.truncate(at);
            changed = true;
        }
    }
    changed
}

/// Where a degree at the end of a part begins, the comma before it included.
pub(super) fn degree_at(part: &str) -> Option<usize> {
    let at = part.rfind([' ', ','])?;
    let (before, word) = (part.get(..at)?, part.get(at + 1..)?);
    let known = is_in(SURE, word);
    if !known && word != "D." && !is_in(UNSURE, word) {
        return None;
    }
    let head = before.trim_end_matches([' ', ',']);
    let sure = known
        && (word.contains(char::is_lowercase)
            || word.len() > 3
            || before.len() > head.len()
            || part.as_bytes().get(at) == Some(&b','));
    let full = head
        .split([' ', '.'])
        .any(|w| w.chars().skip(1).any(char::is_lowercase));
    let comma = head.len() < part.trim_end().len()
        && part.get(head.len()..=at).is_some_and(|s| s.contains(','));
    // `Ph. D.` and `M. D.` come as two words.
    let split = word == "D." && (head.ends_with(" Ph.") || head.ends_with(",Ph."));
    if split {
        let head = head.strip_suffix("Ph.")?;
        return Some(head.trim_end_matches([' ', ',']).len()).filter(|&n| n > 0);
    }
    let unsure = is_in(UNSURE, word)
        && full
        && (comma || word.len() == 2 && word.chars().all(char::is_uppercase) && word == "MD");
    ((sure || unsure) && !head.is_empty()).then_some(head.len())
}

fn is_in(table: &[&str], word: &str) -> bool {
    if !word.chars().next().is_some_and(char::is_uppercase) {
        return false;
    }
    let letters = word.bytes().filter(u8::is_ascii_alphabetic).count();
    if !(2..=12).contains(&letters) {
        return false;
    }
    let bare = word
        .bytes()
        .filter(u8::is_ascii_alphabetic)
        .map(|b| b.to_ascii_lowercase());
    table
        .iter()
        .any(|known| known.len() == letters && known.bytes().eq(bare.clone()))
}

//! `empty-name`: a name without a letter.

use super::{Phase, Reads, Rule, Visit, name_parts, others_as_name};
use crate::doc::Doc;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "empty-name",
        summary: "A list of names holds an item that is no name",
        why: "A doubled separator leaves an empty name, a dash stands for a missing one, and \
              `[Anonymous]` says there is none. Printed, each shifts the real names.",
        examples: &[
            ("author = {- and Smith, John}", "author = {Smith, John}"),
            ("author = {{[Anonymous]}}", ""),
        ],
        sources: &["Tame the BeaST, 11 (names)"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

/// What databases write where there is no author.
const NOBODY: &[&str] = &[
    "anonymous",
    "[anonymous]",
    "anon",
    "no authorship indicated",
    "[no authors listed]",
    "no authors listed",
    "佚名",
    "[s.n.]",
    "n/a",
    "unknown",
    "暂无",
];

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| {
            let before = names.list.len();
            let mut moved = false;
            for name in &mut names.list {
                // What stands alone is sorted by, whatever part it was taken for.
                if name.family.is_empty() && !name.given.is_empty() {
                    name.family = std::mem::take(&mut name.given);
                    moved = true;
                }
            }
            names.list.retain(|name| {
                let nobody = name.given.is_empty() && is_nobody(&name.family);
                // An ellipsis is the mark of a cut list, not a name that is missing.
                let mark = others_as_name::without(&name.family, name.literal).is_some();
                mark || !nobody && !name_parts::is_empty(name)
            });
            moved || names.list.len() != before
        },
        || "an item of the list is no name".to_owned(),
    );
}

/// Whether a family name says that there is no author.
pub(super) fn is_nobody(family: &str) -> bool {
    let bare = family.trim_end_matches('.');
    NOBODY.iter().any(|no| bare.eq_ignore_ascii_case(no))
}

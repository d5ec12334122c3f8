//! [`POLICIES`]: merges that are right by agreement only. The records are of one work, yet not of
//! one printing; whoever counts printings wants to see these.

use super::comparisons::Levels;
use super::comparisons::{doi, issue, kind, pages, title, volume, year};
use super::contradictions::are_versions;
use super::pair::Pair;
use crate::doc::Doc;

/// A merge that tells more than "the same record twice".
#[derive(Debug)]
pub struct Policy {
    /// Documentation.
    pub doc: Doc,
    /// Whether a merged pair is such a case.
    pub holds: fn(&Pair, &Levels) -> bool,
}

/// All policies, the first that holds is that of a pair.
pub static POLICIES: &[&Policy] = &[&PREPRINT, &UPDATED, &VERSIONS, &TRANSLATED, &ONLINE_FIRST];

static PREPRINT: Policy = Policy {
    doc: Doc {
        id: "preprint-and-version-of-record",
        summary: "A preprint and what was published of it are one",
        why: "Both report one study; the version of record is kept",
        examples: &[],
        sources: &["PRISMA-S"],
    },
    holds: |pair, _| pair.is_preprint_and_version(),
};

static UPDATED: Policy = Policy {
    doc: Doc {
        id: "updated-review",
        summary: "Versions of one work under DOIs that differ in the version only",
        why: "A review brought up to date keeps its DOI but for `.pub2`, `.pub3`",
        examples: &[(
            "10.1002/14651858.CD007731.pub2",
            "10.1002/14651858.CD007731.pub3",
        )],
        sources: &["Cochrane Handbook, IV"],
    },
    holds: |_, levels| levels.doi() == doi::Level::VERSION,
};

static VERSIONS: Policy = Policy {
    doc: Doc {
        id: "versions-of-one-work",
        summary: "Conference and journal paper, editions or reprints are one, as --merge-versions asks",
        why: "A reading list wants a work once; a list of what was cited does not",
        examples: &[],
        sources: &["IFLA LRM, work and manifestation"],
    },
    holds: are_versions,
};

static TRANSLATED: Policy = Policy {
    doc: Doc {
        id: "title-in-another-language",
        summary: "Titles are unlike, and people, volume and pages the same",
        why: "One database gives the title as printed, another translates it",
        examples: &[],
        sources: &["MEDLINE data element TT"],
    },
    holds: |_, levels| {
        (title::Level::SOME..=title::Level::NONE).contains(&levels.title())
            && levels.pages() == pages::Level::SAME
    },
};

static ONLINE_FIRST: Policy = Policy {
    doc: Doc {
        id: "online-before-print",
        summary: "One record is of the article before it had an issue, or years differ by one for it",
        why: "An article goes online in one year and into a volume in the next",
        examples: &[],
        sources: &["NISO RP-8, Journal Article Versions"],
    },
    holds: |pair, levels| {
        let place_less = |one: &super::Features| one.volume == 0 && one.issue == 0;
        levels.kind() <= kind::Level::NEITHER
            && levels.year() == year::Level::ONE_OFF
            && (place_less(pair.a) != place_less(pair.b)
                || levels.doi() == doi::Level::SAME
                || levels.volume() == volume::Level::SAME && levels.issue() != issue::Level::OTHER)
    },
};

/// The policy a merged pair is owed to, if any.
pub(super) fn of(pair: &Pair, levels: &Levels) -> Option<&'static Policy> {
    POLICIES
        .iter()
        .find(|policy| (policy.holds)(pair, levels))
        .copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn every_policy_is_documented_once() {
        let ids: BTreeSet<&str> = POLICIES.iter().map(|policy| policy.doc.id).collect();
        assert_eq!(ids.len(), POLICIES.len());
        for policy in POLICIES {
            let Doc {
                summary,
                why,
                sources,
                ..
            } = policy.doc;
            assert!(!summary.is_empty() && !why.is_empty() && !sources.is_empty());
        }
    }
}

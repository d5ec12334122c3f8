//! Volumes.

use super::{Comparison, levels};
use crate::dedup::features::SUPPLEMENT;
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    OTHER "different" 1;
    MISSING "missing" 2;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "volume",
        summary: "Whether the volumes are equal",
        why: "Two volumes of one journal hold two publications, whatever else agrees",
        examples: &[("61 (Suppl. 1)", "61")],
        sources: &["Fellegi and Sunter 1969"],
    },
    levels: NAMES,
    ordered: 2,
    is_dear: false,
    level: |pair: &Pair| {
        let (a, b) = (pair.a, pair.b);
        // `3` beside `30 (Suppl. 3)`: the number of the supplement slipped into the volume.
        let slipped = |volume: u32, issue: u32| volume != 0 && issue == SUPPLEMENT + volume;
        if slipped(a.volume, b.issue)
            || slipped(b.volume, a.issue)
            || slipped(a.volume, a.issue)
            || slipped(b.volume, b.issue)
        {
            return Level::MISSING.0;
        }
        of(a.volume, b.volume)
    },
};

/// Same, different or missing, by numbers of which 0 is missing.
pub(super) fn of(a: u32, b: u32) -> u8 {
    let level = match (a, b) {
        (0, _) | (_, 0) => Level::MISSING,
        _ if a == b => Level::SAME,
        _ => Level::OTHER,
    };
    level.0
}

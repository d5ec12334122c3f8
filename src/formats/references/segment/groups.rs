//! The features of the line model: groups of values, numbered in a row.

use super::glance::{CLASSES, TAILS};
use super::shape::{ENDINGS, KEYWORDS, SHAPES};

/// The groups of features with how many values each has. A feature is a value of a group.
pub const GROUPS: &[(&str, usize)] = &[
    ("bias", 4),
    ("first-word", CLASSES * TAILS),
    ("first-two", CLASSES * CLASSES),
    ("shape", SHAPES),
    ("ending", ENDINGS),
    ("ending-first", ENDINGS * COARSE),
    ("ending-shape", ENDINGS * 2),
    ("room", ROOMS * 3),
    ("room-shape", ROOMS * 2),
    ("width-before", 6),
    ("open-before", 4),
    ("year", 6),
    ("year-before", 6),
    ("shape-year", SHAPES * 2),
    ("next", COARSE),
    ("next-shape", 4),
    ("blank", 12),
    ("indent", 15),
    ("marker", 3),
    ("inside", 12),
    ("inside-shape", 6 * SHAPES),
    ("keyword", KEYWORDS),
    ("width", 6),
    ("initials", 6),
    ("agrees", 12),
    ("habit", 12),
    ("pieces", 11),
    ("years", 12),
    ("length", 8),
    ("addresses", 3),
    ("order", 12),
    ("last-ending", ENDINGS),
];

/// Classes a word is roughly of.
pub(super) const COARSE: usize = 6;
/// Classes of the room left in a line.
pub(super) const ROOMS: usize = 8;

/// The number of a group by name, at compile time.
pub(super) const fn group(name: &str) -> usize {
    let mut at = 0;
    while at < GROUPS.len() {
        if same(GROUPS[at].0, name) {
            return at;
        }
        at += 1;
    }
    // Only reached at compile time, for a name that is not in the table.
    GROUPS.len()
}

const fn same(a: &str, b: &str) -> bool {
    let (a, b) = (a.as_bytes(), b.as_bytes());
    if a.len() != b.len() {
        return false;
    }
    let mut at = 0;
    while at < a.len() {
        if a[at] != b[at] {
            return false;
        }
        at += 1;
    }
    true
}

/// Where each group's values begin.
pub(super) const STARTS: [usize; GROUPS.len() + 1] = {
    let mut out = [0; GROUPS.len() + 1];
    let mut at = 0;
    while at < GROUPS.len() {
        out[at + 1] = out[at] + GROUPS[at].1;
        at += 1;
    }
    out
};

/// The groups of features of whole references.
const WHOLE: &[usize] = &[
    group("pieces"),
    group("years"),
    group("length"),
    group("addresses"),
    group("order"),
    group("last-ending"),
];

/// The most that the features of a whole reference can weigh.
pub(super) fn whole_at_most(weigh: impl Fn(usize) -> f32) -> f32 {
    WHOLE
        .iter()
        .filter_map(|group| Some(*STARTS.get(*group)?..*STARTS.get(group + 1)?))
        .map(|values| values.map(&weigh).fold(0.0, f32::max))
        .sum()
}

/// How many features there are, without the second copy for numbered lists.
pub const FEATURES: usize = STARTS[GROUPS.len()];

macro_rules! value_of {
    ($name:literal, $value:expr) => {{
        const GROUP: usize = group($name);
        STARTS[GROUP] + $value
    }};
}

pub(super) use value_of;

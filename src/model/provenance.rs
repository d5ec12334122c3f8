//! [`Provenance`]: where a value came from and which rules touched it.

use thin_vec::ThinVec;

use crate::doc::Doc;
use crate::source::Place;

/// A value with its history.
#[derive(Debug, Clone, PartialEq)]
pub struct Tracked<T> {
    /// The value as it is now.
    pub value: T,
    /// Where it came from.
    pub provenance: Provenance,
}

/// Where a value was read and what has been done to it since.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Provenance {
    /// The text the value was read from; the original is always found there.
    pub place: Place,
    /// The rules that changed or inferred the value, in order.
    pub steps: ThinVec<&'static Doc>,
    /// Whether the text does not state the value, a rule worked it out.
    pub inferred: bool,
}

impl<T> Tracked<T> {
    /// A value just read at `place`.
    pub fn read(value: T, place: Place) -> Self {
        Self {
            value,
            provenance: Provenance {
                place,
                ..Provenance::default()
            },
        }
    }
}

//! [`Reranker`]: of the likeliest ways to label a reference, the one whose parts make the best whole.
//!
//! The file: `BSW1`; what the likelihood of a way counts, 4 bytes (a float, little-endian); the scale,
//! 4 bytes: a weight is its byte times the scale; the number of features, 4 bytes; then each feature
//! in the order of the first 24 bits of its hash: how far they are from those before (7 bits a byte, the
//! lowest first, the highest bit set while more follow), and its weight, a byte.
//!
//! Source: Collins and Koo, Discriminative Reranking for Natural Language Parsing, 2005.

use super::journals::Sign;
use super::label::Label;
use super::look::Look;
use super::part::part;
use super::slots::Slots;
use super::steps::{read_step, write_step};
use super::ways::Way;
use super::whole::{self, Run};
use std::sync::LazyLock;

const MAGIC: &[u8] = b"BSW1";

/// How many bits of the hash of a feature are told apart.
const BITS: u32 = 24;

/// The weights of features of wholes.
#[derive(Debug, Clone, Default)]
pub struct Reranker {
    /// What the likelihood of a way counts.
    likelihood: f32,
    /// What a unit of a weight is worth.
    scale: f32,
    /// The weight of each feature that has one.
    slots: Slots<i8>,
}

impl Reranker {
    /// The one that comes with the program; one that leaves the likeliest way if the file is damaged.
    pub fn builtin() -> &'static Self {
        static RERANKER: LazyLock<Reranker> =
            LazyLock::new(|| Reranker::from_bytes(include_bytes!("whole.bin")).unwrap_or_default());
        &RERANKER
    }

    /// Whether it knows nothing.
    pub(super) fn is_empty(&self) -> bool {
        self.slots.is_empty()
    }

    /// Reads the file; [`None`] where the bytes are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let (numbers, mut rest) = bytes.strip_prefix(MAGIC)?.split_first_chunk::<12>()?;
        let number = |at: usize| numbers.get(at..at + 4)?.try_into().ok();
        let likelihood = f32::from_le_bytes(number(0)?);
        let scale = f32::from_le_bytes(number(4)?);
        let count = u32::from_le_bytes(number(8)?) as usize;
        // Each feature takes two bytes or more.
        if !likelihood.is_finite() || !scale.is_finite() || count > rest.len() / 2 {
            return None;
        }
        let mut out = Self {
            likelihood,
            scale,
            slots: Slots::with_room(count),
        };
        let mut take = || -> Option<u8> {
            let (byte, more) = rest.split_first()?;
            rest = more;
            Some(*byte)
        };
        let mut hash = 0_u32;
        for _ in 0..count {
            hash = hash.wrapping_add(read_step(&mut take)?);
            out.slots.insert(hash, i8::from_le_bytes([take()?]));
        }
        rest.is_empty().then_some(out)
    }

    /// The file for these weights, rounded; those rounded to nothing are left out.
    #[allow(clippy::cast_possible_truncation)]
    pub fn to_bytes(likelihood: f32, weights: &[(u32, f32)], scale: f32) -> Vec<u8> {
        let mut kept: Vec<(u32, i8)> = weights
            .iter()
            .map(|(hash, weight)| {
                let units = (weight / scale).round().clamp(-127.0, 127.0);
                (*hash, units as i8)
            })
            .filter(|(_, units)| *units != 0)
            .collect();
        kept.sort_unstable();
        let mut out = MAGIC.to_vec();
        out.extend(likelihood.to_le_bytes());
        out.extend(scale.to_le_bytes());
        out.extend(u32::try_from(kept.len()).unwrap_or(0).to_le_bytes());
        let mut before = 0;
        for (hash, units) in kept {
            write_step(hash - before, &mut out);
            before = hash;
            out.extend(units.to_le_bytes());
        }
        out
    }

    /// The weight of a feature, in units.
    #[inline]
    fn weight(&self, feature: u32) -> i32 {
        i32::from(self.slots.get(short(feature)))
    }

    /// The best of the ways; the first of those that are as good.
    pub(super) fn choose(
        &self,
        ways: Vec<Way>,
        looks: &[Look],
        signs: &[Sign],
    ) -> Option<Vec<Label>> {
        // Ways have most of their runs in common.
        let mut known: Vec<(Run, i32)> = Vec::new();
        let mut best: Option<(f32, Vec<Label>)> = None;
        for way in ways {
            let mut units = 0_i32;
            whole::order(looks, &way.labels, &mut |feature| {
                units += self.weight(feature);
            });
            for run in whole::runs(&way.labels) {
                let held = known.iter().find(|(other, _)| *other == run);
                if let Some((_, worth)) = held {
                    units += worth;
                    continue;
                }
                let mut worth = 0;
                part(looks, signs, run, &mut |feature| {
                    worth += self.weight(feature);
                });
                known.push((run, worth));
                units += worth;
            }
            #[allow(clippy::cast_precision_loss, reason = "a few thousand units")]
            let worth = way.chance * self.likelihood + units as f32 * self.scale;
            if best.as_ref().is_none_or(|(most, _)| worth > *most) {
                best = Some((worth, way.labels));
            }
        }
        best.map(|(_, labels)| labels)
    }
}

/// The bits of the hash of a feature that are told apart.
fn short(feature: u32) -> u32 {
    feature >> (32 - BITS)
}

/// The features of a whole reading, each as often as it has it.
pub(super) fn features(way: &Way, looks: &[Look], signs: &[Sign]) -> Vec<u32> {
    let mut out = Vec::new();
    whole::order(looks, &way.labels, &mut |feature| out.push(short(feature)));
    for run in whole::runs(&way.labels) {
        part(looks, signs, run, &mut |feature| out.push(short(feature)));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_damaged_is_refused() {
        let weights = [(70_000, -0.5), (5, 0.25), (9, 0.001)];
        let bytes = Reranker::to_bytes(0.75, &weights, 0.01);
        let reranker = Reranker::from_bytes(&bytes).unwrap();
        assert_eq!(reranker.weight(70_000 << 8), -50);
        assert_eq!(reranker.weight(5 << 8), 25);
        assert_eq!(reranker.weight(9 << 8), 0);
        for cut in 0..bytes.len() {
            assert!(Reranker::from_bytes(&bytes[..cut]).is_none(), "{cut}");
        }
    }

    #[test]
    fn the_file_that_comes_with_the_program_is_sound() {
        assert!(Reranker::from_bytes(include_bytes!("whole.bin")).is_some());
    }
}

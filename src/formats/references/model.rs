//! [`Model`]: the weights of a linear-chain conditional random field over [`LABELS`].
//!
//! The file: `BSR1`; the number of labels and of edges, a byte each; the scale, 4 bytes (a float,
//! little-endian): a weight is its byte times the scale; the transitions, a byte for each edge,
//! label before and label; a byte a label for the first token; the number of features, 4 bytes; then
//! each feature in the order of its hash: how far its hash is from the one before (7 bits a byte,
//! the lowest first, the highest bit set while more follow), 3 bytes with a bit for each label that
//! has a weight, and these weights, a byte each.

use super::edge::EDGES;
use super::label::LABELS;
use super::rerank::Reranker;
use super::slots::Slots;
use super::steps::{read_step, write_step};
use std::sync::LazyLock;

/// How many weights a row holds; labels beyond [`LABELS`] are never used.
pub(super) const LANES: usize = 24;
const COUNT: usize = LABELS.len();
const MAGIC: &[u8] = b"BSR1";
/// How many first bits of a hash are looked up before the hash itself.
const KNOWN_BITS: u32 = 18;
const KNOWN: usize = 1 << KNOWN_BITS;

/// The weights.
#[derive(Debug, Clone)]
pub struct Model {
    /// For each edge and label before, a row of what speaks for the label that follows.
    pub(super) transitions: Vec<[i16; LANES]>,
    /// The same as factors.
    pub(super) steps: Vec<[f32; LANES]>,
    /// What a unit is worth, as a power of e.
    pub(super) scale: f32,
    /// Which of the likeliest ways makes the best whole.
    pub(super) reranker: Reranker,
    /// The factor of each count of units less.
    powers: Vec<f32>,
    /// For each label, what speaks for it at the front.
    pub(super) begin: [i8; LANES],
    /// A bit for the first bits of each hash: most features have no weight, and this much fits the
    /// nearest memory.
    known: Vec<u64>,
    /// The row of each feature that has one, plus one.
    slots: Slots<u32>,
    rows: Vec<[i8; LANES]>,
}

/// Weights as a trainer has them.
#[derive(Debug, Default, Clone)]
pub struct Weights {
    /// For each edge, label before and label.
    pub transitions: Vec<f32>,
    /// For each label at the front.
    pub begin: Vec<f32>,
    /// Each feature with a weight for each label.
    pub features: Vec<(u32, Vec<f32>)>,
}

impl Model {
    /// The model that comes with the program; one that knows nothing if the file is damaged.
    pub fn builtin() -> &'static Self {
        static MODEL: LazyLock<Model> = LazyLock::new(|| {
            Model::from_bytes(include_bytes!("model.bin"))
                .unwrap_or_else(Model::empty)
                .with_reranker(Reranker::builtin().clone())
        });
        &MODEL
    }

    /// The model whose likeliest ways are weighed as wholes.
    #[must_use]
    pub fn with_reranker(self, reranker: Reranker) -> Self {
        Self { reranker, ..self }
    }

    fn empty() -> Self {
        Self {
            scale: 1.0,
            reranker: Reranker::default(),
            transitions: vec![[0; LANES]; EDGES * COUNT],
            steps: vec![[1.0; LANES]; EDGES * COUNT],
            powers: vec![1.0],
            known: vec![0; KNOWN >> 6],
            begin: [0; LANES],
            slots: Slots::default(),
            rows: Vec::new(),
        }
    }

    /// Reads a model; [`None`] where the bytes are none.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut rest = bytes.strip_prefix(MAGIC)?;
        let mut take = |count: usize| -> Option<&[u8]> {
            let (front, back) = rest.split_at_checked(count)?;
            rest = back;
            Some(front)
        };
        if take(2)? != [u8::try_from(COUNT).ok()?, u8::try_from(EDGES).ok()?] {
            return None;
        }
        let scale = f32::from_le_bytes(take(4)?.try_into().ok()?);
        if !(scale.is_finite() && scale > 0.0) {
            return None;
        }
        let mut model = Self {
            powers: powers(scale),
            scale,
            ..Self::empty()
        };
        let signed = |byte: u8| i8::from_le_bytes([byte]);
        for row in &mut model.transitions {
            for (slot, byte) in row.iter_mut().zip(take(COUNT)?) {
                *slot = i16::from(signed(*byte));
            }
        }
        model.steps = model
            .transitions
            .iter()
            .map(|row| row.map(|units| (f32::from(units) * scale).exp()))
            .collect();
        for (slot, byte) in model.begin.iter_mut().zip(take(COUNT)?) {
            *slot = signed(*byte);
        }
        let count = u32::from_le_bytes(take(4)?.try_into().ok()?) as usize;
        // Each feature takes four bytes or more.
        if count > bytes.len() / 4 {
            return None;
        }
        model.slots = Slots::with_room(count);
        let mut hash = 0_u32;
        for number in 1..=count {
            let step = read_step(|| take(1)?.first().copied())?;
            hash = hash.wrapping_add(step);
            let mask = take(3)?
                .iter()
                .rev()
                .fold(0_u32, |mask, byte| mask << 8 | u32::from(*byte));
            let mut row = [0; LANES];
            for (label, slot) in row.iter_mut().enumerate() {
                if mask >> label & 1 == 1 {
                    *slot = signed(*take(1)?.first()?);
                }
            }
            model.rows.push(row);
            model.insert(hash, u32::try_from(number).ok()?);
        }
        Some(model)
    }

    fn insert(&mut self, hash: u32, row: u32) {
        let bit = (hash >> (32 - KNOWN_BITS)) as usize;
        if let Some(word) = self.known.get_mut(bit >> 6) {
            *word |= 1 << (bit & 63);
        }
        self.slots.insert(hash, row);
    }

    /// How much less likely a label is that has so many units less.
    #[inline]
    pub(super) fn power(&self, units: i16) -> f32 {
        let at = usize::try_from(units).unwrap_or(0);
        self.powers.get(at).copied().unwrap_or(0.0)
    }

    /// The weights of a feature, a lane a label.
    #[inline]
    pub(super) fn row(&self, feature: u32) -> Option<&[i8; LANES]> {
        let bit = (feature >> (32 - KNOWN_BITS)) as usize;
        if self.known.get(bit >> 6)? >> (bit & 63) & 1 == 0 {
            return None;
        }
        let row = self.slots.get(feature).checked_sub(1)?;
        self.rows.get(row as usize)
    }

    /// The bytes of a model with these weights, rounded; features whose weights are all rounded
    /// to nothing are left out.
    #[allow(clippy::cast_possible_truncation)]
    pub fn to_bytes(weights: &Weights, scale: f32) -> Vec<u8> {
        let round = |weight: f32| (weight / scale).round().clamp(-127.0, 127.0) as i8;
        let byte = |weight: f32| round(weight).to_le_bytes()[0];
        let mut out = MAGIC.to_vec();
        out.extend([COUNT as u8, EDGES as u8]);
        out.extend(scale.to_le_bytes());
        out.extend(weights.transitions.iter().map(|weight| byte(*weight)));
        out.extend(weights.begin.iter().map(|weight| byte(*weight)));
        let mut kept: Vec<&(u32, Vec<f32>)> = weights
            .features
            .iter()
            .filter(|(_, row)| row.iter().any(|weight| round(*weight) != 0))
            .collect();
        kept.sort_by_key(|(hash, _)| *hash);
        out.extend(u32::try_from(kept.len()).unwrap_or(0).to_le_bytes());
        let mut before = 0;
        for (hash, row) in kept {
            write_step(hash - before, &mut out);
            before = *hash;
            let set = || {
                row.iter()
                    .enumerate()
                    .filter(|(_, weight)| round(**weight) != 0)
            };
            let mask = set().fold(0_u32, |mask, (label, _)| mask | 1 << label);
            out.extend(&mask.to_le_bytes()[..3]);
            out.extend(set().map(|(_, weight)| byte(*weight)));
        }
        out
    }
}

/// e to the power of minus each count of units, as far as that can be told from nothing.
fn powers(scale: f32) -> Vec<f32> {
    const MOST: u16 = 4_096;
    (0..MOST)
        .map(|units| (f32::from(units) * -scale).exp())
        .take_while(|power| *power > 1e-12)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_written_is_read_and_what_is_damaged_is_refused() {
        let mut row = vec![0.0; COUNT];
        row[2] = -1.5;
        let weights = Weights {
            transitions: vec![0.5; EDGES * COUNT * COUNT],
            begin: vec![0.0; COUNT],
            features: vec![(70_000, row.clone()), (5, row), (9, vec![0.0; COUNT])],
        };
        let bytes = Model::to_bytes(&weights, 0.1);
        let model = Model::from_bytes(&bytes).unwrap();
        assert_eq!(model.row(5).unwrap()[2], -15);
        assert_eq!(model.row(70_000).unwrap()[2], -15);
        assert!(model.row(9).is_none());
        for cut in 0..bytes.len() {
            assert!(Model::from_bytes(&bytes[..cut]).is_none(), "{cut}");
        }
        assert!(Model::from_bytes(b"BSR1 and then something else").is_none());
    }
}

//! What a token looks like and what stands around it, as hashed features.

use super::edge::edge;
use super::hash::{feature, mix};
use super::journals::Sign;
use super::look::{Look, affixes, look};
use super::passed::Passed;
use super::stretch::{Chunk, Cues, chunks, size};
use super::token::Token;

/// The features of every token, in rows.
#[derive(Debug, Default)]
pub struct Features {
    ids: Vec<u32>,
    ends: Vec<usize>,
    /// How each token follows the one before it; below [`EDGES`](super::edge::EDGES).
    pub edges: Vec<u8>,
    /// What each token looks like.
    pub(super) looks: Vec<Look>,
}

impl Features {
    /// The features of one token.
    pub fn row(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(at).copied().unwrap_or(0);
        self.ids
            .get(start.copied().unwrap_or(0)..end)
            .unwrap_or_default()
    }

    /// How many tokens there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is no token.
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }
}

const NONE: u64 = 0x5555;

/// The features of all `tokens` of `text`; `signs` tells of each what the names of journals do.
#[must_use]
pub(super) fn features(text: &str, tokens: &[Token], signs: &[Sign]) -> Features {
    let looks: Vec<Look> = tokens.iter().map(|token| look(text, *token)).collect();
    let (fine, fine_of) = chunks(&looks, false);
    let (coarse, coarse_of) = chunks(&looks, true);
    let years = looks.iter().filter(|look| look.year).count();
    let quotes = looks.iter().filter(|look| look.mark == '"').count();
    let ins = looks.iter().filter(|look| look.class == 1).count();
    let last = looks.len();
    let mut out = Features::default();
    out.ids.reserve(last * 72);
    let mut state = Passed::default();
    let next_marks = next_marks(&looks);
    let cues = Cues::of(&looks);
    let exact: Vec<u64> = coarse
        .iter()
        .map(|long| exact(signs, &looks, *long))
        .collect();
    let named = signs.iter().filter(|sign| sign.ends_name()).count();
    let mut names = 0;
    let mut passed = 0;
    for at in 0..last {
        let get = |offset: isize| {
            at.checked_add_signed(offset)
                .and_then(|at| looks.get(at))
                .copied()
        };
        let here = looks[at];
        out.edges.push(edge(get(-1), here));
        let mut kind = 0;
        let ids = &mut out.ids;
        let mut add = |value: u64| {
            kind += 1;
            ids.push(feature(kind, value));
        };
        let word = |offset| get(offset).map_or(NONE, |look| look.word);
        let shape = |offset| get(offset).map_or(NONE, |look| look.shape);
        let kin = |offset| get(offset).map_or(NONE, |look| u64::from(look.class));
        let [w0, w1, w2, v1, v2] = [0, 1, 2, -1, -2].map(word);
        let [s0, s1, s2, t1, t2] = [0, 1, 2, -1, -2].map(shape);
        let [c0, c1, c2, d1, d2] = [0, 1, 2, -1, -2].map(kin);
        add(0);
        add(w0);
        add(w1);
        add(w2);
        add(v1);
        add(v2);
        add(mix(v1, w0));
        add(mix(w0, w1));
        add(s0);
        add(s1);
        add(s2);
        add(t1);
        add(t2);
        add(mix(t1, s0));
        add(mix(s0, s1));
        add(mix(mix(t1, s0), s1));
        add(mix(mix(t2, t1), s0));
        add(mix(mix(s0, s1), s2));
        add(c0);
        add(mix(c1, s0));
        add(mix(c2, s0));
        add(mix(d1, s0));
        add(mix(d2, s0));
        add(mix(mix(t2, t1), mix(s0, mix(s1, s2))));
        let before = state.last_mark;
        let after = next_marks[at];
        let spaced = u64::from(here.spaced) | u64::from(get(1).is_some_and(|l| l.spaced)) << 1;
        add(mix(u64::from(before), s0));
        add(mix(u64::from(after.0), s0));
        add(mix(
            mix(u64::from(before), u64::from(after.0)),
            u64::from(here.kind),
        ));
        add(mix(w0, u64::from(after.0)));
        add(mix(w0, u64::from(before)));
        add(mix(spaced, s0));
        add(mix(after.1.min(6) as u64, s0));
        // What stands behind the next mark.
        let beyond = looks.get(at + after.1 + 1).copied();
        add(mix(
            beyond.map_or(NONE, |look| look.shape),
            u64::from(after.0),
        ));
        add(mix(
            beyond.map_or(NONE, |look| u64::from(look.class)),
            mix(s0, u64::from(after.0)),
        ));
        // Where it stands.
        let tenth = (at * 12 / last.max(1)) as u64;
        add(tenth);
        add(mix(tenth, u64::from(here.kind)));
        add(mix(at.min(6) as u64, s0));
        add(mix((last - at).min(5) as u64, s0));
        let nest = state.nest();
        add(nest);
        add(mix(nest, s0));
        add(mix(nest, w0));
        let seen = (state.years.min(2) * 3 + (years - state.years).min(2)) as u64;
        add(mix(seen, u64::from(here.kind)));
        add(mix(seen, s0));
        let flags = u64::from(quotes > 1)
            | u64::from(ins > 0) << 1
            | u64::from(state.ins > 0) << 2
            | u64::from(state.quotes > 0) << 3;
        add(mix(flags, u64::from(here.kind)));
        add(mix(flags, seen));
        // The stretch it stands in.
        let chunk_at = fine_of[at];
        let chunk = fine[chunk_at];
        let long_at = coarse_of[at];
        let long = coarse[long_at];
        let words = chunk.last + 1 - chunk.first;
        add(mix(chunk_at.min(12) as u64, u64::from(here.kind)));
        add(mix(long_at.min(8) as u64, u64::from(here.kind)));
        add(mix(long_at.min(8) as u64, seen));
        add(mix(size(words), u64::from(here.kind)));
        add(chunk.profile);
        add(mix(chunk.profile, s0));
        add(mix(long.profile, seen));
        add(mix(long.profile, mix(long_at.min(4) as u64, flags)));
        add(mix(size(long.last + 1 - long.first), long_at.min(4) as u64));
        let chunk_before = chunk_at.checked_sub(1).and_then(|at| fine.get(at));
        let chunk_after = fine.get(chunk_at + 1);
        let around = [chunk_before, chunk_after].map(|chunk| chunk.map_or(NONE, |c| c.profile));
        add(mix(around[0], chunk.profile));
        add(mix(around[1], chunk.profile));
        add(mix(mix(around[0], chunk.profile), around[1]));
        let long_before = long_at.checked_sub(1).and_then(|at| coarse.get(at));
        let long_after = coarse.get(long_at + 1);
        let around = [long_before, long_after].map(|chunk| chunk.map_or(NONE, |c| c.profile));
        add(mix(mix(around[0], long.profile), around[1]));
        add(mix(
            looks[chunk.first].word,
            at.saturating_sub(chunk.first).min(2) as u64,
        ));
        add(looks[chunk.last].word);
        add(mix(looks[long.first].word, u64::from(here.kind)));
        add(mix(looks[long.last].word, u64::from(here.kind)));
        add(mix(looks[chunk.first].shape, u64::from(chunk.closing)));
        let state_before = chunk_before.map_or('^', |chunk| chunk.closing);
        add(mix(
            mix(u64::from(state_before), u64::from(chunk.closing)),
            seen,
        ));
        let k = u64::from(here.kind);
        let ahead = cues.ahead.get(at).copied().unwrap_or_default();
        add(mix(u64::from(ahead[0]), k));
        add(mix(mix(u64::from(ahead[0]), u64::from(ahead[1])), k));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), s0));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), nest));
        add(mix(
            mix(u64::from(ahead[0]), u64::from(passed)),
            chunk.profile,
        ));
        add(mix(
            mix(u64::from(ahead[0]), u64::from(passed)),
            mix(u64::from(before), u64::from(after.0)),
        ));
        // Names of journals.
        let sign = |offset: isize| {
            at.checked_add_signed(offset)
                .and_then(|at| signs.get(at))
                .map_or(0, |sign| sign.code())
        };
        let [j0, j1, i1] = [0, 1, -1].map(sign);
        add(j0);
        add(mix(j0, s1));
        add(mix(mix(i1, j0), j1));
        add(mix(mix(i1, j0), mix(t1, s0)));
        add(mix(j0, mix(u64::from(before), u64::from(after.0))));
        add(mix(j0, mix(u64::from(ahead[0]), u64::from(passed))));
        let ways = names.min(2) as u64 * 3 + (named - names.min(named)).min(2) as u64;
        add(mix(ways, mix(k, seen)));
        add(mix(ways, mix(j0, s0)));
        let of_long = |at: Option<usize>| at.and_then(|at| exact.get(at)).copied().unwrap_or(3);
        let here_exact = of_long(Some(long_at));
        let next_exact = of_long(Some(long_at + 1));
        add(mix(here_exact, mix(k, seen)));
        add(mix(
            mix(here_exact, next_exact),
            mix(k, long_at.min(4) as u64),
        ));
        add(mix(mix(here_exact, next_exact), long.profile));
        names += usize::from(signs.get(at).is_some_and(|sign| sign.ends_name()));
        passed = cues
            .own
            .get(at)
            .copied()
            .filter(|cue| *cue > 0)
            .unwrap_or(passed);
        let mut bits = |kind: u64, classes: u32, with: u64| {
            let mut rest = classes;
            while rest != 0 {
                let bit = u64::from(rest.trailing_zeros());
                rest &= rest - 1;
                ids.push(feature(kind, mix(bit, with)));
            }
        };
        bits(101, chunk.classes, k);
        bits(102, long.classes, k);
        bits(103, chunk_after.map_or(0, |c| c.classes), k);
        bits(104, chunk_before.map_or(0, |c| c.classes), k);
        bits(105, long_after.map_or(0, |c| c.classes), k);
        bits(106, long_before.map_or(0, |c| c.classes), k);
        if here.kind == 0 {
            affixes(text, tokens[at], ids);
        }
        out.ends.push(ids.len());
        state.step(here);
    }
    out.looks = looks;
    out
}

/// Whether a stretch is nothing but the name of a journal: 0 not, 1 of one word, 2 of several; and
/// 4 more where it ends with one.
fn exact(signs: &[Sign], looks: &[Look], long: Chunk) -> u64 {
    let solid = |at: &usize| looks.get(*at).is_some_and(|look| look.kind < 3);
    let first = (long.first..=long.last).find(solid);
    let last = (long.first..=long.last).rfind(solid);
    let place = |at: Option<usize>| at.and_then(|at| signs.get(at)).map_or(0, |sign| sign.place);
    match (place(first), place(last)) {
        (4, 4) if first == last => 1,
        (1, 3) => 2,
        (_, 3 | 4) => 4,
        _ => 0,
    }
}

/// For each token the next mark behind it, and how many tokens stand before that.
fn next_marks(looks: &[Look]) -> Vec<(char, usize)> {
    let mut out = vec![('$', 0); looks.len()];
    let mut next = ('$', looks.len());
    for at in (0..looks.len()).rev() {
        out[at] = (next.0, next.1.saturating_sub(at + 1));
        if looks[at].kind >= 3 {
            next = (looks[at].mark, at);
        }
    }
    out
}

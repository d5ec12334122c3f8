//! Stretches of a reference between marks, and the signs by which a reader finds the way.

use super::look::Look;

/// A stretch of a reference between two marks.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Chunk {
    pub(super) first: usize,
    pub(super) last: usize,
    /// Bits of the classes of its words.
    pub(super) classes: u32,
    pub(super) profile: u64,
    /// The mark it ends with.
    pub(super) closing: char,
}

/// Cuts the tokens into stretches: at every mark, or at those that end a sentence. Gives the
/// stretches, and which one each token stands in; a mark belongs to the stretch it ends.
pub(super) fn chunks(looks: &[Look], coarse: bool) -> (Vec<Chunk>, Vec<usize>) {
    let mut out: Vec<Chunk> = Vec::new();
    let mut of = Vec::with_capacity(looks.len());
    let mut first = 0;
    for (at, here) in looks.iter().enumerate() {
        of.push(out.len());
        let closes = here.kind >= 3
            && if coarse {
                ends_sentence(looks, at)
            } else {
                ends_phrase(looks, at)
            };
        if closes || at + 1 == looks.len() {
            out.push(chunk(looks, first, at));
            first = at + 1;
        }
    }
    (out, of)
}

/// Whether the mark at `at` parts two phrases.
pub(super) fn ends_phrase(looks: &[Look], at: usize) -> bool {
    let here = looks[at];
    match here.mark {
        '.' => !abbreviates(looks, at) || looks.get(at + 1).is_some_and(|next| next.kind >= 3),
        '-' => here.spaced && looks.get(at + 1).is_some_and(|next| next.spaced),
        '\'' | '&' | '·' | '*' | '#' => false,
        _ => true,
    }
}

/// Whether the mark at `at` parts two sentences.
pub(super) fn ends_sentence(looks: &[Look], at: usize) -> bool {
    match looks[at].mark {
        '.' => !abbreviates(looks, at),
        '"' | '(' | ')' | '[' | ']' | '?' | '!' | '@' => true,
        '/' => at > 0 && looks[at - 1].mark == '/',
        _ => false,
    }
}

/// Whether the stop at `at` belongs to a short word: an initial or an abbreviation.
pub(super) fn abbreviates(looks: &[Look], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| looks.get(at)) else {
        return false;
    };
    before.kind == 0 && before.capital && before.letters <= 1
        || looks
            .get(at + 1)
            .is_some_and(|next| !next.spaced && next.kind != 2 && next.kind != 3)
        || before.kind == 0
            && before.letters <= 4
            && looks
                .get(at + 1)
                .is_some_and(|next| next.lower || next.kind == 1)
}

pub(super) fn chunk(looks: &[Look], first: usize, last: usize) -> Chunk {
    let mut classes = 0;
    let (mut capitals, mut lowers, mut numbers, mut initials, mut han, mut count) =
        (0, 0, 0_u32, 0, 0, 0);
    let mut year = false;
    for look in looks.get(first..=last).unwrap_or_default() {
        if look.class > 0 {
            classes |= 1_u32 << (look.class & 31);
        }
        match look.kind {
            0 => {
                count += 1;
                lowers += usize::from(look.lower);
                capitals += usize::from(look.capital);
                initials += usize::from(look.capital && look.letters == 1);
            }
            1 => numbers += 1,
            2 => {
                han += 1;
                count += 1;
            }
            _ => {}
        }
        year |= look.year;
    }
    let share = |part: usize| match part * 4 {
        _ if count == 0 || part == 0 => 0,
        some if some <= count => 1,
        some if some < count * 3 => 2,
        some if some < count * 4 => 3,
        _ => 4_u64,
    };
    let profile = share(capitals)
        | share(lowers) << 3
        | u64::from(numbers.min(2)) << 6
        | share(initials) << 8
        | u64::from(year) << 11
        | u64::from(han > 0) << 12
        | size(count) << 13;
    Chunk {
        first,
        last,
        classes,
        profile,
        closing: looks
            .get(last)
            .map_or('$', |look| if look.kind >= 3 { look.mark } else { '$' }),
    }
}

/// The size of a stretch in words, coarser the longer it is.
pub(super) fn size(words: usize) -> u64 {
    match words {
        0..=4 => words as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        _ => 8,
    }
}

/// The signs by which a reader finds the way: the year, quotes, `eds.`, `vol.` and the like.
pub(super) struct Cues {
    /// Which sign each token is; 0 for none.
    pub(super) own: Vec<u8>,
    /// For each token the next two signs behind it.
    pub(super) ahead: Vec<[u8; 2]>,
}

impl Cues {
    pub(super) fn of(looks: &[Look]) -> Self {
        let own: Vec<u8> = looks
            .iter()
            .enumerate()
            .map(|(at, look)| {
                let bracketed =
                    at > 0 && looks.get(at - 1).is_some_and(|before| before.mark == '(');
                match (look.kind, look.class) {
                    (1, _) if look.year && bracketed => 30,
                    (1, _) if look.year => 31,
                    (3, _) if look.mark == '"' => 32,
                    (4, _) => 33,
                    (0 | 2, class @ (1..=8 | 11 | 15 | 16)) => class,
                    _ => 0,
                }
            })
            .collect();
        let mut ahead = vec![[0; 2]; looks.len()];
        let mut next = [0; 2];
        for at in (0..looks.len()).rev() {
            ahead[at] = next;
            if own[at] > 0 && own[at] != next[0] {
                next = [own[at], next[0]];
            }
        }
        Self { own, ahead }
    }
}

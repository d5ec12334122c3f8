//! What a token looks like and what stands around it, as hashed features.

use super::hash::{feature, mix, word_hash};
use super::links::LinkKind;
use super::token::{Token, TokenKind};
use super::words::class;

/// The features of every token, in rows.
#[derive(Debug, Default)]
pub struct Features {
    ids: Vec<u32>,
    ends: Vec<usize>,
    /// How each token follows the one before it; below [`EDGES`].
    pub edges: Vec<u8>,
}

/// Kinds of ways in which one token follows another.
pub const EDGES: usize = 14;

impl Features {
    /// The features of one token.
    pub fn row(&self, at: usize) -> &[u32] {
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        let end = self.ends.get(at).copied().unwrap_or(0);
        self.ids.get(start.copied().unwrap_or(0)..end).unwrap_or_default()
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

/// What is known of one token by itself.
#[derive(Debug, Clone, Copy, Default)]
struct Look {
    word: u64,
    shape: u64,
    class: u8,
    /// 0 word, 1 number, 2 Han, 3 mark, 4 link
    kind: u8,
    mark: char,
    spaced: bool,
    capital: bool,
    lower: bool,
    letters: u32,
    year: bool,
}

/// A stretch of a reference between two marks.
#[derive(Debug, Clone, Copy, Default)]
struct Chunk {
    first: usize,
    last: usize,
    /// Bits of the classes of its words.
    classes: u32,
    profile: u64,
    /// The mark it ends with.
    closing: char,
}

const NONE: u64 = 0x5555;

/// The features of all `tokens` of `text`.
#[must_use]
pub fn features(text: &str, tokens: &[Token]) -> Features {
    let looks: Vec<Look> = tokens.iter().map(|token| look(text, *token)).collect();
    let (fine, fine_of) = chunks(&looks, false);
    let (coarse, coarse_of) = chunks(&looks, true);
    let years = looks.iter().filter(|look| look.year).count();
    let quotes = looks.iter().filter(|look| look.mark == '"').count();
    let ins = looks.iter().filter(|look| look.class == 1).count();
    let last = looks.len();
    let mut out = Features::default();
    out.ids.reserve(last * 72);
    let mut state = State::default();
    let next_marks = next_marks(&looks);
    let cues = Cues::of(&looks);
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
        add(mix(mix(u64::from(before), u64::from(after.0)), u64::from(here.kind)));
        add(mix(w0, u64::from(after.0)));
        add(mix(w0, u64::from(before)));
        add(mix(spaced, s0));
        add(mix(after.1.min(6) as u64, s0));
        // What stands behind the next mark.
        let beyond = looks.get(at + after.1 + 1).copied();
        add(mix(beyond.map_or(NONE, |look| look.shape), u64::from(after.0)));
        add(mix(beyond.map_or(NONE, |look| u64::from(look.class)), mix(s0, u64::from(after.0))));
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
        let flags = u64::from(quotes > 1) | u64::from(ins > 0) << 1 | u64::from(state.ins > 0) << 2
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
        add(mix(looks[chunk.first].word, at.saturating_sub(chunk.first).min(2) as u64));
        add(looks[chunk.last].word);
        add(mix(looks[long.first].word, u64::from(here.kind)));
        add(mix(looks[long.last].word, u64::from(here.kind)));
        add(mix(looks[chunk.first].shape, u64::from(chunk.closing)));
        let state_before = chunk_before.map_or('^', |chunk| chunk.closing);
        add(mix(mix(u64::from(state_before), u64::from(chunk.closing)), seen));
        let k = u64::from(here.kind);
        let ahead = cues.ahead.get(at).copied().unwrap_or_default();
        add(mix(u64::from(ahead[0]), k));
        add(mix(mix(u64::from(ahead[0]), u64::from(ahead[1])), k));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), s0));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), nest));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), chunk.profile));
        add(mix(mix(u64::from(ahead[0]), u64::from(passed)), mix(u64::from(before), u64::from(after.0))));
        passed = cues.own.get(at).copied().filter(|cue| *cue > 0).unwrap_or(passed);
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
    out
}

/// Beginnings and ends of a word.
fn affixes(text: &str, token: Token, ids: &mut Vec<u32>) {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let mut hash = 3;
    for (count, c) in (1..=4).zip(word.chars()) {
        hash = mix(hash, u64::from(fold(c)));
        if count > 1 {
            ids.push(feature(110, mix(count, hash)));
        }
    }
    let mut hash = 5;
    for (count, c) in (1..=4).zip(word.chars().rev()) {
        hash = mix(hash, u64::from(fold(c)));
        if count > 1 {
            ids.push(feature(111, mix(count, hash)));
        }
    }
}

fn fold(c: char) -> char {
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

fn size(words: usize) -> u64 {
    match words {
        0..=4 => words as u64,
        5..=6 => 5,
        7..=9 => 6,
        10..=14 => 7,
        _ => 8,
    }
}

/// What has been passed on the way.
#[derive(Debug, Default)]
struct State {
    last_mark: char,
    round: u8,
    square: u8,
    quoted: bool,
    single: bool,
    quotes: usize,
    years: usize,
    ins: usize,
}

impl State {
    fn nest(&self) -> u64 {
        u64::from(self.round.min(2)) | u64::from(self.square.min(1)) << 2
            | u64::from(self.quoted) << 3 | u64::from(self.single) << 4
            | u64::from(self.quotes.min(3) as u8) << 5
    }

    fn step(&mut self, here: Look) {
        match here.mark {
            '(' => self.round = self.round.saturating_add(1),
            ')' => self.round = self.round.saturating_sub(1),
            '[' => self.square = self.square.saturating_add(1),
            ']' => self.square = self.square.saturating_sub(1),
            '"' => {
                self.quoted = !self.quoted;
                self.quotes += 1;
            }
            '\'' => self.single = !self.single,
            _ => {}
        }
        if here.kind == 3 {
            self.last_mark = here.mark;
        } else if here.kind == 4 {
            self.last_mark = '@';
        }
        self.years += usize::from(here.year);
        self.ins += usize::from(here.class == 1);
    }
}

/// The signs by which a reader finds the way: the year, quotes, `eds.`, `vol.` and the like.
struct Cues {
    /// Which sign each token is; 0 for none.
    own: Vec<u8>,
    /// For each token the next two signs behind it.
    ahead: Vec<[u8; 2]>,
}

impl Cues {
    fn of(looks: &[Look]) -> Self {
        let own: Vec<u8> = looks
            .iter()
            .enumerate()
            .map(|(at, look)| {
                let bracketed = at > 0 && looks.get(at - 1).is_some_and(|before| before.mark == '(');
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

/// Cuts the tokens into stretches: at every mark, or at those that end a sentence. Gives the
/// stretches, and which one each token stands in; a mark belongs to the stretch it ends.
fn chunks(looks: &[Look], coarse: bool) -> (Vec<Chunk>, Vec<usize>) {
    let mut out: Vec<Chunk> = Vec::new();
    let mut of = Vec::with_capacity(looks.len());
    let mut first = 0;
    for (at, here) in looks.iter().enumerate() {
        of.push(out.len());
        let closes = here.kind >= 3 && if coarse { ends_sentence(looks, at) } else { ends_phrase(looks, at) };
        if closes || at + 1 == looks.len() {
            out.push(chunk(looks, first, at));
            first = at + 1;
        }
    }
    (out, of)
}

/// Whether the mark at `at` parts two phrases.
fn ends_phrase(looks: &[Look], at: usize) -> bool {
    let here = looks[at];
    match here.mark {
        '.' => !abbreviates(looks, at) || looks.get(at + 1).is_some_and(|next| next.kind >= 3),
        '-' => here.spaced && looks.get(at + 1).is_some_and(|next| next.spaced),
        '\'' | '&' | '·' | '*' | '#' => false,
        _ => true,
    }
}

/// Whether the mark at `at` parts two sentences.
fn ends_sentence(looks: &[Look], at: usize) -> bool {
    match looks[at].mark {
        '.' => !abbreviates(looks, at),
        '"' | '(' | ')' | '[' | ']' | '?' | '!' | '@' => true,
        '/' => at > 0 && looks[at - 1].mark == '/',
        _ => false,
    }
}

/// Whether the stop at `at` belongs to a short word: an initial or an abbreviation.
fn abbreviates(looks: &[Look], at: usize) -> bool {
    let Some(before) = at.checked_sub(1).and_then(|at| looks.get(at)) else {
        return false;
    };
    before.kind == 0 && before.capital && before.letters <= 1
        || looks.get(at + 1).is_some_and(|next| !next.spaced && next.kind != 2 && next.kind != 3)
        || before.kind == 0 && before.letters <= 4
            && looks.get(at + 1).is_some_and(|next| next.lower || next.kind == 1)
}

fn chunk(looks: &[Look], first: usize, last: usize) -> Chunk {
    let mut classes = 0;
    let (mut capitals, mut lowers, mut numbers, mut initials, mut han, mut count) = (0, 0, 0, 0, 0, 0);
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
    let profile = share(capitals) | share(lowers) << 3 | u64::from(numbers.min(2) as u8) << 6
        | share(initials) << 8 | u64::from(year) << 11 | u64::from(han > 0) << 12
        | size(count) << 13;
    Chunk {
        first,
        last,
        classes,
        profile,
        closing: looks.get(last).map_or('$', |look| if look.kind >= 3 { look.mark } else { '$' }),
    }
}

/// How `here` follows what stands before it.
fn edge(before: Option<Look>, here: Look) -> u8 {
    let Some(before) = before else { return 0 };
    if here.kind == 3 {
        return 1;
    }
    match (before.kind, before.mark) {
        (3, '.') if here.spaced => 2,
        (3, '.') => 3,
        (3, ',') => 4,
        (3, ';') => 5,
        (3, ':') => 6,
        (3, '"' | '\'') => 7,
        (3, '(' | '[') => 8,
        (3, ')' | ']') => 9,
        (3, '-' | '/') => 10,
        (3, _) => 11,
        (2, _) => 12,
        (1 | 4, _) => 13,
        _ => 0,
    }
}

fn look(text: &str, token: Token) -> Look {
    let word = text.get(token.start..token.end).unwrap_or_default();
    let spaced = token.spaced;
    match token.kind {
        TokenKind::Mark(mark) => Look {
            word: u64::from(mark),
            shape: u64::from(mark),
            kind: 3,
            mark,
            spaced,
            ..Look::default()
        },
        TokenKind::Link(link) => {
            let number = match link {
                LinkKind::Accessed => 1,
                LinkKind::Doi | LinkKind::Url => 2,
                LinkKind::Arxiv => 3,
                _ => 4,
            };
            Look { word: 900 + number, shape: 900 + number, kind: 4, mark: '@', spaced, ..Look::default() }
        }
        TokenKind::Han => {
            let hash = word_hash(word);
            Look { word: hash, shape: 910, class: class(hash), kind: 2, spaced, letters: 1, ..Look::default() }
        }
        TokenKind::Number => {
            let digits = word.len();
            let value = word.parse::<u32>().unwrap_or(0);
            let year = digits == 4 && (1450..=2040).contains(&value);
            let shape = match digits {
                _ if year => 920,
                1..=3 => 920 + digits as u64,
                4 => 924,
                _ => 925,
            };
            Look {
                word: if digits <= 2 { 950 + u64::from(value) } else { shape },
                shape,
                kind: 1,
                spaced,
                year,
                ..Look::default()
            }
        }
        TokenKind::Word => {
            let hash = word_hash(word);
            let mut letters = 0;
            let (mut upper, mut lower) = (0, 0);
            let mut capital = false;
            for c in word.chars() {
                if letters == 0 {
                    capital = c.is_uppercase();
                }
                letters += 1;
                upper += u32::from(c.is_uppercase());
                lower += u32::from(c.is_lowercase());
            }
            let shape = match (capital, upper, lower) {
                (true, 1, 0) => 930,
                (true, 2, 0) => 931,
                (true, 3, 0) => 932,
                (true, _, 0) => 933,
                (true, 1, 1..=2) => 934,
                (true, 1, _) => 935,
                (true, _, _) => 936,
                (false, 0, 1) => 937,
                (false, 0, 2..=3) => 938,
                (false, 0, 0) => 939,
                (false, 0, _) => 940,
                _ => 941,
            };
            Look {
                word: hash,
                shape,
                class: class(hash),
                kind: 0,
                spaced,
                capital,
                lower: upper == 0 && lower > 0,
                letters,
                ..Look::default()
            }
        }
    }
}

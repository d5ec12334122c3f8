//! What the line model looks at: features of a piece, of a whole reference, and of two in a row.

use super::glance::{self, CLASSES, ENDINGS, KEYWORDS, SHAPES, TAILS};
use super::marker::{self, Kind, is_wide};
use super::units::{Inside, Unit};

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

const COARSE: usize = 6;
const ROOMS: usize = 8;

/// The number of a group by name, at compile time.
const fn group(name: &str) -> usize {
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
const STARTS: [usize; GROUPS.len() + 1] = {
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

macro_rules! feature {
    ($name:literal, $value:expr) => {{
        const GROUP: usize = group($name);
        STARTS[GROUP] + $value
    }};
}

/// A piece with what features are made of.
#[derive(Debug, Clone)]
struct Seen {
    words: [glance::Word; 4],
    shape: usize,
    ending: usize,
    keyword: usize,
    /// Columns, of which wide letters take two.
    width: u32,
    /// Columns of the first word.
    first_width: u32,
    years: u8,
    year: usize,
    addresses: u8,
    initials: u8,
    /// Brackets opened and not closed.
    open: bool,
    quote: bool,
    /// The first letters, for order; nought where there are none.
    key: u64,
    other_marker: u8,
}

/// The pieces of a list as the model sees them.
#[derive(Debug)]
pub struct Sights {
    seen: Vec<Seen>,
    units: Vec<UnitFacts>,
    list: List,
}

#[derive(Debug, Clone, Copy)]
struct UnitFacts {
    inside: Inside,
    indent: u16,
    blank: bool,
    forced: bool,
}

/// What is true of the whole list.
#[derive(Debug)]
struct List {
    numbered: bool,
    /// Columns most lines fill.
    width: u32,
    /// How many lines fill it: 0 few to 3 most.
    full: usize,
    blanks: usize,
    indents: usize,
    least: u16,
    sorted: usize,
    shape: usize,
    stops: usize,
    semicolons: bool,
}

impl Sights {
    /// Looks at the pieces of a list.
    pub(super) fn new(text: &str, units: &[Unit], kind: Option<Kind>) -> Self {
        let seen: Vec<Seen> = units.iter().map(|unit| look(text, unit, kind)).collect();
        let facts: Vec<UnitFacts> = units
            .iter()
            .map(|unit| UnitFacts {
                inside: unit.inside,
                indent: unit.indent,
                blank: unit.blank,
                forced: unit.forced,
            })
            .collect();
        let list = List::new(&seen, &facts, kind);
        Self {
            seen,
            units: facts,
            list,
        }
    }

    /// How many pieces there are.
    pub fn len(&self) -> usize {
        self.seen.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.seen.is_empty()
    }

    /// Whether a reference must begin at a piece.
    pub fn forced(&self, at: usize) -> bool {
        at == 0 || self.units.get(at).is_some_and(|unit| unit.forced)
    }

    /// Whether no reference can begin at a piece.
    pub fn barred(&self, at: usize) -> bool {
        at > 0
            && self
                .units
                .get(at)
                .is_some_and(|unit| unit.inside == Inside::Rest)
    }

    /// Whether markers of one form number the list.
    pub fn numbered(&self) -> bool {
        self.list.numbered
    }

    /// The features of beginning a reference at a piece.
    pub fn local(&self, at: usize, emit: &mut impl FnMut(usize)) {
        let (Some(now), Some(unit)) = (self.seen.get(at), self.units.get(at)) else {
            return;
        };
        let last = at.checked_sub(1).and_then(|last| self.seen.get(last));
        let next = self.seen.get(at + 1);
        let first = now.words[0];
        let ending = last.map_or(0, |last| last.ending);
        let named = usize::from(is_named(now.shape));
        emit(feature!("bias", self.list.full));
        emit(feature!(
            "first-word",
            first.class as usize * TAILS + first.tail as usize
        ));
        emit(feature!(
            "first-two",
            first.class as usize * CLASSES + now.words[1].class as usize
        ));
        emit(feature!("shape", now.shape));
        emit(feature!("ending", ending));
        emit(feature!("ending-first", ending * COARSE + coarse(first)));
        emit(feature!("ending-shape", ending * 2 + named));
        if unit.inside == Inside::No {
            let room = last.map_or(ROOMS - 1, |last| self.room(last, now));
            let ended = match ending {
                10..=20 | 22 | 24 | 26 | 27 => 2,
                7..=9 => 1,
                _ => 0,
            };
            emit(feature!("room", room * 3 + ended));
            emit(feature!("room-shape", room * 2 + named));
            emit(feature!(
                "width-before",
                last.map_or(5, |last| self.share(last.width))
            ));
        }
        if let Some(last) = last {
            emit(feature!(
                "open-before",
                usize::from(last.open) + 2 * usize::from(last.quote)
            ));
            emit(feature!("year-before", last.year));
        }
        emit(feature!("year", now.year));
        emit(feature!(
            "shape-year",
            now.shape * 2 + usize::from(now.years > 0)
        ));
        emit(feature!(
            "next",
            next.map_or(5, |next| coarse(next.words[0]))
        ));
        emit(feature!(
            "next-shape",
            next.map_or(0, |next| 1 + usize::from(is_named(next.shape)))
                + usize::from(next.is_some_and(|n| n.ending == 1))
        ));
        if unit.inside == Inside::No {
            emit(feature!(
                "blank",
                self.list.blanks * 2 + usize::from(unit.blank)
            ));
            emit(feature!("indent", self.indent(unit)));
        }
        emit(feature!("marker", usize::from(now.other_marker)));
        let inside = unit.inside as usize;
        emit(feature!(
            "inside",
            inside * 2 + usize::from(self.list.semicolons)
        ));
        if unit.inside != Inside::No {
            emit(feature!("inside-shape", inside * SHAPES + now.shape));
        }
        emit(feature!("keyword", now.keyword));
        emit(feature!("width", self.share(now.width)));
        emit(feature!("initials", usize::from(now.initials).min(5)));
        let agrees = if self.list.shape == 0 {
            0
        } else {
            1 + usize::from(self.list.shape == now.shape)
        };
        let ended = usize::from(matches!(ending, 10..=20 | 22 | 24 | 26 | 27))
            + 2 * usize::from(ending == 1);
        emit(feature!("agrees", agrees * 4 + ended));
        emit(feature!("habit", self.list.stops * 4 + ended));
    }

    /// The features of a reference of the pieces `from..to`.
    pub fn whole(&self, sums: &Sums, from: usize, to: usize, emit: &mut impl FnMut(usize)) {
        let pieces = to - from;
        let bucket = match pieces {
            0..=6 => pieces,
            7 | 8 => 7,
            9..=12 => 8,
            13..=20 => 9,
            _ => 10,
        };
        emit(feature!("pieces", bucket));
        let years = sums.years(from, to).min(3);
        emit(feature!(
            "years",
            years * 3
                + match pieces {
                    1 => 0,
                    2 | 3 => 1,
                    _ => 2,
                }
        ));
        let length = match sums.width(from, to) {
            0..20 => 0,
            20..40 => 1,
            40..60 => 2,
            60..100 => 3,
            100..150 => 4,
            150..300 => 5,
            300..600 => 6,
            _ => 7,
        };
        emit(feature!("length", length));
        emit(feature!("addresses", sums.addresses(from, to).min(2)));
        if let Some(last) = to.checked_sub(1).and_then(|last| self.seen.get(last)) {
            emit(feature!("last-ending", last.ending));
        }
        let keys = (self.seen.get(from), self.seen.get(to));
        if let (Some(a), Some(b)) = keys
            && a.key != 0
            && b.key != 0
        {
            let order = match a.key.cmp(&b.key) {
                std::cmp::Ordering::Less if (b.key ^ a.key) >> 48 == 0 => 3,
                std::cmp::Ordering::Less => 0,
                std::cmp::Ordering::Equal => 1,
                std::cmp::Ordering::Greater => 2,
            };
            emit(feature!("order", self.list.sorted * 4 + order));
        }
    }

    /// Sums over pieces, so that a reference of any length is weighed in one step.
    pub fn sums(&self) -> Sums {
        let mut out = Sums(Vec::with_capacity(self.seen.len() + 1));
        let mut all = (0_u32, 0_u32, 0_u32);
        out.0.push(all);
        for seen in &self.seen {
            all.0 += u32::from(seen.years);
            all.1 = all.1.saturating_add(seen.width);
            all.2 += u32::from(seen.addresses);
            out.0.push(all);
        }
        out
    }

    /// Whether the first word would have fitted into the line before.
    fn room(&self, last: &Seen, now: &Seen) -> usize {
        let filled = last.width + 1 + now.first_width;
        if filled >= self.list.width {
            return 0;
        }
        match (self.list.width - filled) * 100 / self.list.width.max(1) {
            0..3 => 1,
            3..7 => 2,
            7..15 => 3,
            15..30 => 4,
            30..50 => 5,
            _ => 6,
        }
    }

    /// How much of the list's width a line fills, in fifths.
    fn share(&self, width: u32) -> usize {
        (width * 5 / self.list.width.max(1)).min(4) as usize
    }

    fn indent(&self, unit: &UnitFacts) -> usize {
        let deep = unit.indent > self.list.least.saturating_add(1);
        self.list.indents * 2 + usize::from(deep)
    }
}

/// Running sums of years, columns and addresses.
#[derive(Debug)]
pub struct Sums(Vec<(u32, u32, u32)>);

impl Sums {
    fn between(&self, from: usize, to: usize, pick: impl Fn(&(u32, u32, u32)) -> u32) -> usize {
        match (self.0.get(from), self.0.get(to)) {
            (Some(a), Some(b)) => (pick(b) - pick(a)) as usize,
            _ => 0,
        }
    }

    fn years(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.0)
    }

    fn width(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.1)
    }

    fn addresses(&self, from: usize, to: usize) -> usize {
        self.between(from, to, |sum| sum.2)
    }
}

impl List {
    fn new(seen: &[Seen], units: &[UnitFacts], kind: Option<Kind>) -> Self {
        let begins: Vec<usize> = (0..seen.len())
            .filter(|at| units[*at].inside == Inside::No)
            .collect();
        let count = begins.len().max(1);
        let mut widths: Vec<u32> = begins.iter().map(|at| seen[*at].width).collect();
        widths.sort_unstable();
        let width = widths
            .get(widths.len() * 9 / 10)
            .or(widths.last())
            .copied()
            .unwrap_or(0);
        let near = widths.iter().filter(|w| **w * 100 >= width * 80).count();
        let full = if width > 220 {
            0
        } else {
            1 + (near * 10 / count).saturating_sub(4).min(4) / 2
        };
        let blank = begins.iter().filter(|at| units[**at].blank).count();
        let blanks = match blank * 100 / count {
            0 => 0,
            1..6 => 1,
            6..20 => 2,
            20..70 => 3,
            70..95 => 4,
            _ => 5,
        };
        let numbered = kind.is_some();
        let least = begins.iter().map(|at| units[*at].indent).min().unwrap_or(0);
        let deep = begins
            .iter()
            .filter(|at| units[**at].indent > least.saturating_add(1))
            .count();
        let first_deep = units
            .first()
            .is_some_and(|unit| unit.indent > least.saturating_add(1));
        let indents = match (deep * 100 / count, first_deep) {
            (0, _) => 0,
            (1..10, _) => 1,
            (10..90, false) => 2,
            (10..90, true) => 3,
            _ => 4,
        };
        let mut counts = [0_usize; SHAPES];
        let mut pairs = (0_usize, 0_usize);
        let mut key = 0;
        let (mut ends, mut stops) = (0_usize, 0_usize);
        for &at in &begins {
            let last = at.checked_sub(1).and_then(|last| seen.get(last));
            let ended = last.is_none_or(|last| matches!(last.ending, 7..=20 | 22 | 24 | 27));
            if !ended && !units[at].forced {
                continue;
            }
            let shape = seen[at].shape;
            counts[shape] += 1;
            if is_named(shape) && seen[at].key != 0 {
                if key != 0 {
                    pairs.0 += usize::from(key <= seen[at].key);
                    pairs.1 += 1;
                }
                key = seen[at].key;
            }
            if is_named(shape) && last.is_some() {
                ends += 1;
                stops += usize::from(
                    last.is_some_and(|last| matches!(last.ending, 10..=15 | 17 | 24 | 27)),
                );
            }
        }
        let best = (1..SHAPES)
            .filter(|shape| is_named(*shape))
            .max_by_key(|shape| counts[*shape]);
        let shape = best
            .filter(|shape| counts[*shape] * 3 >= counts.iter().sum::<usize>())
            .unwrap_or(0);
        let sorted = match pairs {
            (_, 0..3) => 1,
            (up, all) if up * 100 >= all * 82 => 2,
            (up, all) if up * 100 >= all * 65 => 1,
            _ => 0,
        };
        let semicolons = units
            .iter()
            .filter(|unit| unit.inside == Inside::Semicolon)
            .count()
            * 15
            >= units.len() + 15;
        Self {
            numbered,
            width,
            full,
            blanks,
            indents,
            least,
            sorted,
            shape,
            stops: match stops * 100 / ends.max(1) {
                _ if ends < 3 => 0,
                0..40 => 1,
                _ => 2,
            },
            semicolons,
        }
    }
}

/// Whether a shape is that of a name.
fn is_named(shape: usize) -> bool {
    matches!(shape, 1..=9 | 12 | 14)
}

/// Six classes of first words.
fn coarse(word: glance::Word) -> usize {
    use glance::Class;
    match word.class {
        Class::Initial | Class::Initials | Class::Word | Class::Caps | Class::Particle => 0,
        Class::Lower | Class::And => 1,
        Class::Number | Class::Year => 2,
        Class::Wide | Class::Dashes => 3,
        Class::End => 5,
        _ => 4,
    }
}

fn look(text: &str, unit: &Unit, kind: Option<Kind>) -> Seen {
    let words = unit.span.of(text);
    let first = glance::first_words(words);
    let own = marker::marker(words);
    // What a marker that numbers nothing hides: `9 1979` for `——— 1979`, a number misread.
    let other_marker = match own {
        Some(found) if Some(found.kind) == kind => 2,
        Some(found) if found.kind != Kind::Bare => 1,
        _ => 0,
    };
    let tally = tally(words);
    Seen {
        words: first,
        shape: glance::shape(&first),
        ending: glance::ending(words),
        keyword: glance::keyword(words),
        width: tally.width,
        first_width: tally.first_width,
        years: tally.years,
        year: tally.year(words.len()),
        addresses: tally.addresses,
        initials: tally.initials,
        open: tally.depth > 0,
        quote: tally.quotes % 2 == 1,
        key: key(words),
        other_marker,
    }
}

/// What one pass over the words of a piece counts.
#[derive(Default)]
struct Tally {
    width: u32,
    first_width: u32,
    years: u8,
    first_year: Option<(usize, bool)>,
    last_year_end: usize,
    addresses: u8,
    initials: u8,
    depth: i32,
    quotes: u32,
}

impl Tally {
    /// Where the year stands: 0 none, 1 in brackets early, 2 early, 3 at the end, 4 elsewhere in
    /// brackets, 5 elsewhere.
    fn year(&self, length: usize) -> usize {
        match self.first_year {
            None => 0,
            Some((at, bracket)) if at * 2 < length && length > 30 => {
                if bracket {
                    1
                } else {
                    2
                }
            }
            Some(_) if self.last_year_end + 3 >= length => 3,
            Some((_, true)) => 4,
            Some(_) => 5,
        }
    }
}

fn tally(words: &str) -> Tally {
    let mut out = Tally::default();
    let bytes = words.as_bytes();
    let mut columns = 0_u32;
    let mut first = true;
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        match byte {
            b'0'..=b'9' => {
                let digits = bytes[at..]
                    .iter()
                    .take_while(|b| b.is_ascii_digit())
                    .count();
                let core = &words[at..at + digits];
                let before = at
                    .checked_sub(1)
                    .and_then(|last| bytes.get(last))
                    .copied()
                    .unwrap_or(b' ');
                let after = bytes.get(at + digits).copied().unwrap_or(b' ');
                let free = !before.is_ascii_alphanumeric()
                    && !matches!(before, b'-' | b'/' | b'.' | b':' | b'_')
                    && !matches!(after, b'-' | b'/' | b'_' | 0xE2)
                    && before < 0x80;
                if digits == 4 && free && glance::is_year(core) {
                    out.years = out.years.saturating_add(1);
                    out.first_year.get_or_insert((at, before == b'('));
                    out.last_year_end = at + digits;
                }
                columns += u32::try_from(digits).unwrap_or(u32::MAX);
                at += digits;
                continue;
            }
            b' ' | b'\t' if first => {
                out.first_width = columns;
                first = false;
            }
            b'(' | b'[' => out.depth += 1,
            b')' | b']' => out.depth -= 1,
            b'"' => out.quotes += 1,
            b':' if bytes[at..].starts_with(b"://") => {
                out.addresses = out.addresses.saturating_add(1)
            }
            b'.' | b','
                if at > 0
                    && bytes[at - 1].is_ascii_uppercase()
                    && (at == 1 || !bytes[at - 2].is_ascii_alphabetic()) =>
            {
                out.initials = out.initials.saturating_add(1)
            }
            _ => {}
        }
        if byte < 0x80 {
            columns = columns.saturating_add(1);
            at += 1;
        } else {
            let c = words[at..].chars().next().unwrap_or(' ');
            columns = columns.saturating_add(if is_wide(c) { 2 } else { 1 });
            match c {
                '“' | '”' => out.quotes += 1,
                '（' | '［' => out.depth += 1,
                '）' | '］' => out.depth -= 1,
                _ => {}
            }
            at += c.len_utf8();
        }
    }
    out.width = columns;
    if first {
        out.first_width = columns;
    }
    out
}

/// The first four letters of a beginning as a number that sorts like them.
fn key(words: &str) -> u64 {
    let mut out = 0_u64;
    let mut letters = 0;
    for c in words.chars().take(16) {
        if c.is_alphabetic() {
            let folded = base_letter(c);
            out = out << 16 | u64::from(folded as u32 & 0xFFFF);
            letters += 1;
            if letters == 4 {
                break;
            }
        } else if letters > 0 && !matches!(c, '\'' | '’' | '-') {
            break;
        }
    }
    if letters == 0 {
        0
    } else {
        out << (16 * (4 - letters))
    }
}

/// A letter without case and accents.
fn base_letter(c: char) -> char {
    if c.is_ascii() {
        return c.to_ascii_lowercase();
    }
    let mut base = None;
    unicode_normalization::char::decompose_canonical(c, |part| {
        base.get_or_insert(part);
    });
    base.unwrap_or(c).to_lowercase().next().unwrap_or(c)
}

//! A made-up library of any size as .bib text: the same bytes for the same seed, every key and
//! nearly every work once, with the dress real files wear (LaTeX accents, braces, macros, quotes,
//! other scripts).

use std::fmt::Write as _;

/// A library and how many entries it has.
pub(crate) struct Library {
    pub(crate) text: String,
    pub(crate) entries: usize,
}

const SYLLABLES: &[&str] = &[
    "ba", "ce", "di", "fo", "gu", "la", "me", "ni", "po", "ru", "sa", "te", "vi", "zo", "an", "el",
    "in", "or", "un", "ster", "tron", "lyt", "gen", "morph", "plast", "phil", "tax", "graph",
];
const SMALL: &[&str] = &[
    "of", "the", "and", "in", "on", "for", "with", "a", "under", "from",
];
const SURNAMES: &[&str] = &[
    "Smith",
    "M{\\\"u}ller",
    "Garc{\\'\\i}a",
    "van der Berg",
    "{\\O}stergaard",
    "Nguyen",
    "O'Brien",
    "Kowalski",
    "Dvo{\\v{r}}{\\'a}k",
    "Иванов",
    "王",
    "山田",
    "Papadopoulos",
    "de la Cruz",
    "Łuk",
];
const GIVEN: &[&str] = &[
    "Jane",
    "J.",
    "Jos{\\'e}",
    "Anna Maria",
    "Kurt",
    "P. Q.",
    "Søren",
    "Мария",
    "小明",
    "Li",
];
const JOURNALS: &[&str] = &[
    "Journal of Applied {Plasma} Physics",
    "Ann. Phys.",
    "Revista Espa{\\~n}ola de Lógica",
    "PLoS {ONE}",
    "Zeitschrift f{\\\"u}r Naturforschung",
    "Успехи физических наук",
    "化学学报",
];
const MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
];

/// At least `bytes` of entries.
pub(crate) fn library(bytes: usize, seed: u64) -> Library {
    let mut dice = Dice(seed);
    let mut text = String::with_capacity(bytes + 4096);
    text.push_str("% A made-up library.\n@string{pub = {Springer {\\&} Sons}}\n\n");
    let mut entries = 0;
    while text.len() < bytes {
        entry(&mut text, entries, &mut dice);
        entries += 1;
    }
    Library { text, entries }
}

/// Appends one entry of about a kilobyte.
fn entry(text: &mut String, number: usize, dice: &mut Dice) {
    let (kind, container) = dice.of(&[
        ("article", "journal"),
        ("article", "journal"),
        ("inproceedings", "booktitle"),
        ("incollection", "booktitle"),
        ("book", "series"),
    ]);
    let _ = write!(
        text,
        "@{kind}{{key{number}x{:x},\n  author = {{",
        dice.next() % 4096
    );
    for author in 0..=dice.below(5) {
        let and = if author == 0 { "" } else { " and " };
        let _ = write!(text, "{and}{}, {}", dice.of(SURNAMES), dice.of(GIVEN));
    }
    text.push_str("},\n  title = {");
    words(text, 12, dice);
    let _ = write!(
        text,
        "}},\n  {container} = {{{}}},\n  year = ",
        dice.of(JOURNALS)
    );
    let year = 1950 + dice.below(75);
    let _ = match dice.below(3) {
        0 => write!(text, "{year}"),
        1 => write!(text, "\"{year}\""),
        _ => write!(text, "{{{year}}}"),
    };
    let first = 1 + dice.below(900);
    let _ = write!(
        text,
        ",\n  month = {},\n  volume = {{{}}},\n  number = {},\n  pages = {{{first}--{}}},\n",
        dice.of(MONTHS),
        1 + dice.below(200),
        1 + dice.below(12),
        first + dice.below(30),
    );
    let _ = write!(
        text,
        "  publisher = pub,\n  doi = {{10.{}/j.{:08x}.{number}}},\n  url = {{https://example.org/a/{number}?v=1}},\n",
        1000 + dice.below(9000),
        dice.next() & 0xffff_ffff,
    );
    text.push_str("  abstract = {");
    words(text, 70, dice);
    text.push_str("},\n  keywords = {");
    words(text, 2, dice);
    text.push_str(", ");
    words(text, 1, dice);
    text.push_str("}\n}\n\n");
}

/// Appends made-up words; one in three is a small one, one in 25 has a letter with an accent.
fn words(text: &mut String, count: usize, dice: &mut Dice) {
    for word in 0..count {
        if word > 0 {
            text.push(' ');
        }
        match dice.below(25) {
            0..=7 => text.push_str(dice.of(SMALL)),
            8 => text.push_str("na{\\\"\\i}ve"),
            9 => text.push_str("{DNA}"),
            _ => {
                for _ in 0..2 + dice.below(3) {
                    text.push_str(dice.of(SYLLABLES));
                }
            }
        }
    }
}

/// Splitmix64: seeded, and the same on every machine.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        z ^ (z >> 31)
    }

    fn below(&mut self, end: usize) -> usize {
        usize::try_from(self.next() >> 33).unwrap_or_default() % end
    }

    fn of<T: Copy>(&mut self, items: &[T]) -> T {
        items[self.below(items.len())]
    }
}

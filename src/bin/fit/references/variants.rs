//! More references of the same works: the marks set as PDF text has them, and the parts set in
//! other styles. A model that has seen only the styles of its data takes their habits for rules.

use bibsift::formats::references::label::Label;
use std::collections::BTreeMap;

/// A text with the bytes of its parts.
#[derive(Debug, Clone, Default)]
pub(crate) struct Marked {
    pub(crate) text: String,
    pub(crate) spans: Vec<(usize, usize, Label)>,
}

/// Numbers without chance: the same seed gives the same ones.
pub(crate) struct Dice(u64);

impl Dice {
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    pub(crate) fn below(&mut self, most: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from((self.0 >> 11) % most.max(1) as u64).unwrap_or(0)
    }

    /// Whether it happens, in so many of a hundred cases.
    pub(crate) fn happens(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// The same text with spaces lost and gained around marks.
pub(crate) fn dirty(marked: &Marked, dice: &mut Dice) -> Marked {
    let mut text = String::with_capacity(marked.text.len() + 16);
    let mut at = vec![0; marked.text.len() + 1];
    let mut chars = marked.text.char_indices().peekable();
    while let Some((from, c)) = chars.next() {
        let mark = matches!(c, ',' | '.' | ';' | ':' | '(' | ')' | '"');
        if mark && dice.happens(25) && !text.ends_with(' ') {
            text.push(' ');
        }
        at[from] = text.len();
        text.push(c);
        if mark
            && dice.happens(35)
            && let Some((space, _)) = chars.next_if(|(_, next)| *next == ' ')
        {
            at[space] = text.len();
        }
    }
    at[marked.text.len()] = text.len();
    let spans = marked
        .spans
        .iter()
        .map(|(from, to, label)| (at[*from], at[*to], *label))
        .collect();
    Marked { text, spans }
}

/// A part of a style: what stands before it, the part, what stands behind.
type Part = (&'static str, Label, &'static str);

use Label::{
    Author as A, Container as C, Date as Y, Edition as N, Editor as E, Issue as I, Location as L,
    Pages as P, Publisher as H, Title as T, Volume as V,
};

static ARTICLES: &[&[Part]] = &[
    &[
        ("", A, " "),
        ("(", Y, "). "),
        ("", T, ". "),
        ("", C, ", "),
        ("", V, ""),
        ("(", I, ")"),
        (", ", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("", C, ". "),
        ("", Y, ";"),
        ("", V, ""),
        ("(", I, ")"),
        (":", P, "."),
    ],
    &[
        ("", A, ", "),
        ("\"", T, ",\" "),
        ("", C, ", "),
        ("vol. ", V, ", "),
        ("no. ", I, ", "),
        ("pp. ", P, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ". "),
        ("“", T, ".” "),
        ("", C, " "),
        ("", V, ""),
        (", no. ", I, ""),
        (" (", Y, ")"),
        (": ", P, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, ", "),
        ("", C, " "),
        ("", V, " "),
        ("(", Y, ") "),
        ("", P, "."),
    ],
    &[
        ("", A, " "),
        ("", Y, " "),
        ("", T, " "),
        ("", C, " "),
        ("", V, " "),
        ("", P, ""),
    ],
    &[
        ("", A, ": "),
        ("", T, ". "),
        ("", C, " "),
        ("", V, ""),
        ("(", I, ")"),
        (", ", P, " "),
        ("(", Y, ")"),
    ],
    &[
        ("", A, ", "),
        ("", C, " "),
        ("", V, ", "),
        ("", P, " "),
        ("(", Y, ")."),
    ],
    &[
        ("", A, ", « "),
        ("", T, " », "),
        ("", C, ", "),
        ("", V, ", "),
        ("", Y, ", "),
        ("p. ", P, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, ". "),
        ("", C, ", "),
        ("", Y, ". "),
        ("", V, ""),
        ("(", I, ")"),
        (": p. ", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", Y, ". "),
        ("", T, ". "),
        ("", C, " "),
        ("", V, ""),
        ("(", I, ")"),
        (": ", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("", C, ", "),
        ("", V, ""),
        ("(", I, ")"),
        (":", P, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ", "),
        ("‘", T, "’, "),
        ("", C, ", "),
        ("", V, "."),
        ("", I, " "),
        ("(", Y, "), "),
        ("", P, ""),
    ],
    &[
        ("", A, " ("),
        ("", Y, ") "),
        ("", T, ". "),
        ("", C, " "),
        ("", V, ":"),
        ("", P, ""),
    ],
    &[
        ("", A, ", "),
        ("", Y, ", "),
        ("", C, ", "),
        ("", V, ", "),
        ("", P, ""),
    ],
];

static CHAPTERS: &[&[Part]] = &[
    &[
        ("", A, " "),
        ("(", Y, "). "),
        ("", T, ". "),
        ("In ", E, " (Eds.), "),
        ("", C, " "),
        ("(pp. ", P, "). "),
        ("", L, ": "),
        ("", H, "."),
    ],
    &[
        ("", A, ". "),
        ("“", T, ".” "),
        ("In ", C, ", "),
        ("edited by ", E, ", "),
        ("", P, ". "),
        ("", L, ": "),
        ("", H, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("In: ", E, ", editors. "),
        ("", C, ". "),
        ("", L, ": "),
        ("", H, "; "),
        ("", Y, ". "),
        ("p. ", P, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, ", "),
        ("in: ", E, " (Eds.), "),
        ("", C, ", "),
        ("", H, ", "),
        ("", L, ", "),
        ("", Y, ", "),
        ("pp. ", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("In ", E, ", editors, "),
        ("", C, ", "),
        ("volume ", V, ", "),
        ("pages ", P, ". "),
        ("", H, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ": "),
        ("", T, ". "),
        ("In: ", E, " (Hrsg.): "),
        ("", C, ". "),
        ("", L, ": "),
        ("", H, ", "),
        ("", Y, ", "),
        ("S. ", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("In ", C, ", "),
        ("pages ", P, ", "),
        ("", L, ", "),
        ("", Y, ". "),
        ("", H, "."),
    ],
    &[
        ("", A, ", "),
        ("\"", T, ",\" "),
        ("in ", C, ", "),
        ("", L, ", "),
        ("", Y, ", "),
        ("pp. ", P, "."),
    ],
];

static BOOKS: &[&[Part]] = &[
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("", N, ". "),
        ("", L, ": "),
        ("", H, ", "),
        ("", Y, "."),
    ],
    &[("", A, ". "), ("", T, ". "), ("", H, ", "), ("", Y, ".")],
    &[("", A, ", "), ("", T, ". "), ("", H, ", "), ("", Y, ".")],
    &[
        ("", A, " "),
        ("(", Y, "). "),
        ("", T, " "),
        ("(", N, "). "),
        ("", L, ": "),
        ("", H, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, " "),
        ("(", L, ": "),
        ("", H, ", "),
        ("", Y, "), "),
        ("", P, "."),
    ],
    &[
        ("", A, ". "),
        ("", T, ". "),
        ("", N, ". "),
        ("", H, ", "),
        ("", L, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, ", "),
        ("", L, ", "),
        ("", H, ", "),
        ("", Y, "."),
    ],
    &[("", A, ": "), ("", T, ". "), ("", L, " "), ("", Y, ".")],
    &[
        ("", A, ". "),
        ("", Y, ". "),
        ("", T, ". "),
        ("", N, ". "),
        ("", L, ": "),
        ("", H, "."),
    ],
    &[
        ("", E, " (Eds.). "),
        ("(", Y, "). "),
        ("", T, ". "),
        ("", L, ": "),
        ("", H, "."),
    ],
    &[
        ("", E, ", eds. "),
        ("", T, ". "),
        ("", L, ": "),
        ("", H, ", "),
        ("", Y, "."),
    ],
    &[
        ("", A, ", "),
        ("", T, ", "),
        ("", H, ", "),
        ("", L, ", "),
        ("", Y, "."),
    ],
];

/// The parts of a reference set in another style; [`None`] where there are too few. `names`: the
/// family name and the given names of each author, where they are known.
pub(crate) fn restyled(
    marked: &Marked,
    names: &[(String, String)],
    dice: &mut Dice,
) -> Option<Marked> {
    let mut parts: BTreeMap<Label, String> = BTreeMap::new();
    for (from, to, label) in &marked.spans {
        let words = marked.text.get(*from..*to)?.to_owned();
        parts.entry(*label).or_insert(words);
    }
    if !names.is_empty() && dice.happens(70) {
        parts.insert(Label::Author, list(names, dice));
    }
    let has = |label| parts.contains_key(&label);
    if !has(T) && !has(C) || !has(A) && !has(E) {
        return None;
    }
    let styles = if has(C) && (has(E) || has(H) || has(L)) {
        CHAPTERS
    } else if has(C) {
        ARTICLES
    } else {
        BOOKS
    };
    let style = styles.get(dice.below(styles.len()))?;
    let mut out = Marked::default();
    for (before, label, behind) in *style {
        let Some(words) = parts.get(label) else {
            continue;
        };
        out.text.push_str(before);
        let from = out.text.len();
        out.text.push_str(words);
        out.spans.push((from, out.text.len(), *label));
        // A stop is not set twice.
        let behind = if words.ends_with('.') {
            behind.strip_prefix('.').unwrap_or(behind)
        } else {
            behind
        };
        out.text.push_str(behind);
    }
    (out.spans.len() >= 3).then_some(out)
}

/// A list of names in some style.
fn list(names: &[(String, String)], dice: &mut Dice) -> String {
    let style = dice.below(7);
    let written: Vec<String> = names
        .iter()
        .map(|(family, given)| {
            let letters: Vec<char> = given
                .split(|c: char| c.is_whitespace() || c == '.' || c == '-')
                .filter_map(|word| word.chars().next())
                .collect();
            let dotted: Vec<String> = letters.iter().map(|c| format!("{c}.")).collect();
            let tight: String = letters.iter().collect();
            match style {
                _ if given.is_empty() => family.clone(),
                0 => format!("{} {family}", dotted.join(" ")),
                1 => format!("{family}, {}", dotted.join(" ")),
                2 => format!("{family} {tight}"),
                3 => format!("{} {family}", dotted.concat()),
                4 => format!("{family}, {given}"),
                5 => format!(
                    "{family} {}",
                    letters
                        .iter()
                        .map(char::to_string)
                        .collect::<Vec<_>>()
                        .join(" ")
                ),
                _ => format!("{given} {family}"),
            }
        })
        .collect();
    let (between, last) = match dice.below(5) {
        0 => ("; ", "; "),
        1 => (", ", ", and "),
        2 => (", ", " & "),
        3 => (", ", " and "),
        _ => (", ", ", "),
    };
    match written.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [front @ .., end] if front.len() > 4 && dice.happens(30) => {
            let _ = end;
            format!(
                "{} et al.",
                front.get(..3).unwrap_or_default().join(between)
            )
        }
        [front @ .., end] => format!("{}{last}{end}", front.join(between)),
    }
}

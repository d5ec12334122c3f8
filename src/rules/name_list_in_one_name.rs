//! `name-list-in-one-name`: several names where one belongs.

use super::{Phase, Reads, Rule, Visit, name_parts};
use crate::doc::Doc;
use crate::model::{Name, Names};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "name-list-in-one-name",
        summary: "One item of a list holds several names",
        why: "Exports put a whole list into one value, with semicolons, with commas after initials \
              (`Smith J, Doe A`) or glued (`Li L.Lietz G.`). Only the first name would be sorted \
              and compared.",
        examples: &[
            (
                "author = {{Smith, John; Doe, Ann}}",
                "author = {Smith, John and Doe, Ann}",
            ),
            (
                "author = {Smith J, Doe A, Roe BC}",
                "author = {Smith, J and Doe, A and Roe, BC}",
            ),
            (
                "author = {{Li L.Lietz G.Seal C.}}",
                "author = {Li, L. and Lietz, G. and Seal, C.}",
            ),
            (
                "author = {{Doi HideyukiAkamatsu Fumikazu}}",
                "author = {Doi, Hideyuki and Akamatsu, Fumikazu}",
            ),
            ("author = {Smith, J, Jr}", "author = {Smith, J, Jr}"),
        ],
        sources: &[
            "RIS specification, AU: one author a tag",
            "Tame the BeaST, 11 (names)",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(split, || "one name holds several".to_owned());
}

fn split(names: &mut Names) -> bool {
    if !names.list.iter().any(may_hold_several) {
        return false;
    }
    let mut out = Vec::with_capacity(names.list.len() + 1);
    let mut changed = false;
    for name in std::mem::take(&mut names.list) {
        match several(&name) {
            Some(several) => {
                out.extend(several);
                changed = true;
            }
            None => out.push(name),
        }
    }
    names.list = out;
    changed
}

/// A cheap test that most names fail.
pub(super) fn may_hold_several(name: &Name) -> bool {
    let suspicious = |part: &str| {
        part.bytes().any(|b| matches!(b, b';' | b',' | b'|'))
            || !part.is_ascii() && part.contains(['、', '；'])
            || part.as_bytes().windows(2).any(|w| {
                matches!(w, [a, b] if (*a == b'.' || a.is_ascii_lowercase()) && b.is_ascii_uppercase())
            })
    };
    suspicious(&name.family)
        || suspicious(&name.given)
        || (!name.given.is_empty() && last_word_is_initials(&name.family))
}

pub(super) fn several(name: &Name) -> Option<Vec<Name>> {
    if !may_hold_several(name) || name_parts::is_littered(name) {
        return None;
    }
    let printed = name_parts::printed(name);
    at_separators(&printed)
        .or_else(|| vancouver(&printed))
        .or_else(|| glued(name))
}

fn at_separators(text: &str) -> Option<Vec<Name>> {
    let text = text.trim_matches([' ', ';', '；', '|']);
    let separator = [';', '；', '、', '|']
        .into_iter()
        .find(|&c| text.contains(c))?;
    let list: Vec<Name> = text
        .split(separator)
        .map(str::trim)
        .map(|piece| {
            piece
                .strip_prefix("and ")
                .or_else(|| piece.strip_prefix("& "))
                .unwrap_or(piece)
        })
        .filter(|piece| piece.chars().any(char::is_alphabetic))
        .map(Name::parse)
        .collect();
    (list.len() > 1).then_some(list)
}

/// `Smith J, Doe A`: every piece a family name and initials.
fn vancouver(text: &str) -> Option<Vec<Name>> {
    let mut list = Vec::new();
    for piece in text.split(", ") {
        let piece = piece.trim_end_matches([',', '.', ' ']);
        let (family, given) = piece.rsplit_once(' ')?;
        let capital =
            family.chars().next().is_some_and(char::is_uppercase) || family.split(' ').count() > 1;
        let long = family.chars().any(char::is_lowercase);
        if !is_initials(given)
            || !capital
            || !long
            || family.contains('.')
            || family.split(' ').count() > 4
        {
            return None;
        }
        list.push(named(family, given));
    }
    (list.len() > 1).then_some(list)
}

fn last_word_is_initials(family: &str) -> bool {
    family
        .rsplit_once(' ')
        .is_some_and(|(_, word)| is_initials(word))
}

fn is_initials(word: &str) -> bool {
    let count = word.chars().filter(|c| *c != '-').count();
    (1..=3).contains(&count) && word.chars().all(|c| c.is_uppercase() || c == '-')
}

fn named(family: &str, given: &str) -> Name {
    Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    }
}

/// Names printed without anything between them.
fn glued(name: &Name) -> Option<Vec<Name>> {
    // A reader of names may have taken the first or the last initials for given names; which
    // way round, the glue itself tells.
    let text = if name.given.is_empty() {
        name_parts::printed(name)
    } else if is_glued(&name.given) {
        format!("{} {} {}", name.given, name.particle, name.family)
    } else {
        format!("{} {} {}", name.particle, name.family, name.given)
    };
    let pieces = pieces(&text);
    if pieces.len() < 2 {
        return None;
    }
    let spelt = pieces.iter().any(|piece| two_words(piece).is_some());
    let mut list = Vec::new();
    for piece in pieces {
        list.push(initials_last(piece, spelt).or_else(|| two_words(piece))?);
    }
    Some(list)
}

fn is_glued(text: &str) -> bool {
    pieces(text).len() > 1
}

/// Cuts before a capital and small letter that follow an initial's stop, or a small letter.
fn pieces(text: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let (mut piece_from, mut word_from) = (0, 0);
    // Letters of the part since the last space, stop or hyphen.
    let mut letters = 0usize;
    let mut initial = false;
    let mut spaced = false;
    let mut before = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map_or(' ', |(_, next)| *next);
        let begins = c.is_uppercase() && (next.is_lowercase() || next == '\'' || next == '’');
        let prefix = || {
            let word = text.get(word_from..at).unwrap_or_default();
            word.len() <= LONGEST_PREFIX && PREFIXES.contains(&word)
        };
        let ends = before == '.' && initial || before.is_lowercase() && !prefix();
        if spaced && begins && ends {
            pieces.push(text.get(piece_from..at).unwrap_or_default().trim());
            (piece_from, word_from) = (at, at);
            spaced = false;
            letters = 0;
        }
        match c {
            ' ' | '-' | '.' => {
                initial = c == '.' && letters == 1;
                spaced |= c == ' ';
                letters = 0;
                if c != '.' {
                    word_from = at + 1;
                }
            }
            _ => letters += 1,
        }
        before = c;
    }
    pieces.push(text.get(piece_from..).unwrap_or_default().trim());
    pieces
}

/// Names written with a capital inside: `McDonald`, `DeVries`.
const PREFIXES: &[&str] = &[
    "Mc", "Mac", "De", "Di", "Da", "Du", "Le", "La", "Van", "Von", "Fitz", "Del", "Della", "El",
    "Al", "Ten", "Ter", "Lo", "Des", "Der", "Den", "St",
];

/// How many bytes the longest of them has.
const LONGEST_PREFIX: usize = 5;

/// `Lietz G. B.`; where the list spells given names out, `Walsh Michael T.` too.
fn initials_last(piece: &str, spelt: bool) -> Option<Name> {
    let mut cut = piece.len();
    for word in piece.split(' ').rev() {
        if !word
            .split('.')
            .all(|part| part.trim_matches('-').chars().count() <= 1)
            || !word.ends_with('.')
        {
            break;
        }
        cut = cut.saturating_sub(word.len() + usize::from(cut > word.len()));
    }
    if spelt
        && cut < piece.len()
        && let Some((family, _)) = piece.get(..cut)?.trim().rsplit_once(' ')
    {
        cut = family.len();
    }
    let (family, given) = (piece.get(..cut)?.trim(), piece.get(cut..)?.trim());
    let sound = family.chars().filter(|c| c.is_alphabetic()).count() > 1
        && !family.contains(['.', ','])
        && !given.is_empty();
    sound.then(|| named(family, given))
}

/// `Doi Hideyuki`: two words, of which nobody says which is the family name; the list's own
/// order, family first in every list seen, is kept.
fn two_words(piece: &str) -> Option<Name> {
    let (family, given) = piece.split_once(' ')?;
    let spelt = |word: &str| word.chars().count() > 1 && word.chars().all(char::is_alphabetic);
    (spelt(family) && spelt(given)).then(|| named(family, given))
}

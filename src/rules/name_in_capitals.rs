//! `name-in-capitals`: `SMITH, JOHN`.

use super::letter_case::{capitalised, has_vowel, is_in_capitals, is_roman, lower};
use super::{Phase, Reads, Rule, Visit, empty_name, name_list_in_one_name, name_parts};
use crate::doc::Doc;
use crate::model::{Name, Names};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "name-in-capitals",
        summary: "All family names of a list are in capitals",
        why: "It is the layout of a page or an old database, not the spelling of the names. A list \
              in which some family name has small letters is left as it is, and so are words that \
              may be initials.",
        examples: &[
            (
                "author = {SMITH, JOHN and LI, XQ}",
                "author = {Smith, John and Li, XQ}",
            ),
            (
                "author = {MCDONALD, A. and O'BRIEN-LEE, MARY}",
                "author = {McDonald, A. and O'Brien-Lee, Mary}",
            ),
            (
                "author = {VAN DER BERG, JOHANNES}",
                "author = {van der Berg, Johannes}",
            ),
            ("author = {DUPONT, Marie}", "author = {Dupont, Marie}"),
            ("author = {{WHO}}", "author = {{WHO}}"),
        ],
        sources: &["NLM Citing Medicine, author: convert names in capitals"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(lowered, || "the family names are in capitals".to_owned());
}

fn lowered(names: &mut Names) -> bool {
    // What is no name goes from the list and tells nothing of the others.
    let is_name = |name: &&Name| {
        let nobody = name.given.is_empty() && empty_name::is_nobody(&name.family);
        !nobody && !name_parts::is_empty(name)
    };
    let mut surely = false;
    for name in names
        .list
        .iter()
        .filter(|name| !name.literal)
        .filter(is_name)
    {
        if name.family.is_empty() {
            return false;
        }
        if !is_in_capitals(&name.family) {
            return false;
        }
        surely |= name.family.chars().filter(|c| c.is_alphabetic()).count() > 2
            && has_vowel(&name.family);
    }
    let unsettled = |name: &Name| {
        name_parts::is_littered(name) || name_list_in_one_name::several(name).is_some()
    };
    // One name of many words is a whole list run together.
    let mut those = names.list.iter().filter(is_name);
    let glued = matches!((those.next(), those.next()), (Some(one), None) if one.family.split(' ').filter(|word| word.len() > 3).count() > 1);
    if !surely || glued || names.list.iter().any(unsettled) {
        return false;
    }
    // Where given names are spelt out, a short one is a name too; where none is, it is initials.
    let spelt = names
        .list
        .iter()
        .any(|name| words(&name.given).any(|word| word.len() > 3));
    let mut changed = false;
    for name in names.list.iter_mut().filter(|name| !name.literal) {
        changed |= lower_name(name, spelt);
    }
    changed
}

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split([' ', '-', '.']).filter(|word| !word.is_empty())
}

fn lower_name(name: &mut Name, spelt: bool) -> bool {
    let family = map_words(&name.family, family_word).into();
    let given = if is_in_capitals(&name.given) {
        map_words(&name.given, |word, _| given_word(word, spelt)).into()
    } else {
        name.given.clone()
    };
    let particle = name.particle.chars().flat_map(lower).collect();
    let changed = family != name.family || given != name.given || particle != name.particle;
    (name.family, name.given, name.particle) = (family, given, particle);
    changed
}

/// Maps the words between spaces, hyphens and stops; tells whether a word is the only one or the last.
fn map_words(text: &str, map: impl Fn(&str, bool) -> String) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while !rest.is_empty() {
        let end = rest.find([' ', '-', '.']).unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        let last = tail.len() <= 1;
        out.push_str(&map(word, last));
        let separator = tail.chars().next().map_or(0, char::len_utf8);
        out.push_str(tail.get(..separator).unwrap_or_default());
        rest = tail.get(separator..).unwrap_or_default();
    }
    out
}

const PARTICLES: &[&str] = &[
    "VAN", "VON", "DER", "DEN", "DE", "DI", "DA", "DO", "DOS", "DAS", "DU", "DEL", "DELLA",
    "DELLE", "DEI", "LA", "LOS", "LAS", "TER", "TEN", "ZU", "ZUR", "ZUM", "AF", "AV", "AL", "EL",
    "BIN", "IBN", "Y", "E", "VOM", "OP", "HET",
];

fn family_word(word: &str, last: bool) -> String {
    if !last && PARTICLES.contains(&word) {
        return word.to_ascii_lowercase();
    }
    let letters = word.chars().count();
    if letters == 1 || letters == 2 && !has_vowel(word) || is_roman(word) && word.contains("II") {
        return word.to_owned();
    }
    if let Some(rest) = word.strip_prefix("MC").filter(|rest| rest.len() > 2) {
        return format!("Mc{}", capitalised(rest));
    }
    for (apostrophe, at) in [("'", word.find('\'')), ("’", word.find('’'))] {
        if let Some(at) = at
            && let (Some(head), Some(tail)) = (word.get(..at), word.get(at + apostrophe.len()..))
            && head.chars().count() <= 2
            && tail.chars().count() > 1
        {
            return format!("{}{apostrophe}{}", capitalised(head), capitalised(tail));
        }
    }
    capitalised(word)
}

fn given_word(word: &str, spelt: bool) -> String {
    let letters = word.chars().count();
    let name = letters > 3 || letters == 3 && spelt;
    if name && has_vowel(word) {
        capitalised(word)
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_no_name_tells_nothing_of_the_others() {
        let glued = Name {
            family: "J.K.О ПЕРЕСМОТРЕ ПЛАНОВ".into(),
            ..Name::default()
        };
        let mut alone = Names {
            list: vec![glued.clone()],
            truncated: false,
        };
        let mut beside = Names {
            list: vec![glued, Name::literal("")],
            truncated: false,
        };
        assert!(!lowered(&mut alone));
        assert!(!lowered(&mut beside));
    }
}

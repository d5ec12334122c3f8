//! How far the lists of people agree.

use super::{Comparison, levels};
use crate::dedup::features::{Features, Person};
use crate::dedup::pair::Pair;
use crate::dedup::two_scripts::same_transliterated;
use crate::doc::Doc;
use crate::text::similarity;

levels! {
    ALL "all" 0;
    SHORTER "all of a shorter list" 1;
    MOST "most" 2;
    ONE "the only one" 3;
    ONE_OF "the only one of a shorter list" 4;
    HALF "half" 5;
    INITIALS "by their initials" 6;
    SOME "some" 7;
    NONE "none" 8;
    BOTH_MISSING "both missing" 9;
    MISSING "missing" 10;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "authors",
        summary: "The share of the shorter list of people that the other list has too",
        why: "Sources cut lists anywhere, swap surname and given name, and glue the names of a list together",
        examples: &[],
        sources: &["Winkler 1990", "Christen, Data Matching, 5.6"],
    },
    levels: NAMES,
    ordered: 9,
    is_dear: true,
    level: |pair: &Pair| {
        let level = pair.lists();
        // Names left before the title are missing from the list.
        if pair.names_before && (Level::INITIALS..=Level::NONE).contains(&level) {
            Level::HALF.0
        } else {
            level.0
        }
    },
};

pub(in crate::dedup) fn of(a: &Features, b: &Features) -> Level {
    let list_a: Vec<Person> = a.people().collect();
    let list_b: Vec<Person> = b.people().collect();
    let fewer = list_a.len().min(list_b.len());
    if fewer == 0 {
        return if list_a.len() == list_b.len() {
            Level::BOTH_MISSING
        } else {
            Level::MISSING
        };
    }
    if scripts_differ(&list_a, &list_b) {
        let level = share(a, b, &list_a, list_b, same_transliterated);
        // Han may be read as Japanese, and schemes differ: no contradiction.
        return if level <= Level::HALF {
            level
        } else {
            Level::MISSING
        };
    }
    share(a, b, &list_a, list_b, same_person)
}

/// The level by the number of people both lists have.
fn share(
    a: &Features,
    b: &Features,
    list_a: &[Person],
    list_b: Vec<Person>,
    same: impl Fn(Person, Person) -> bool,
) -> Level {
    let fewer = list_a.len().min(list_b.len());
    let mut rest: Vec<Person> = list_b;
    let mut found = 0;
    for person in list_a {
        if let Some(at) = rest.iter().position(|other| same(*person, *other)) {
            rest.remove(at);
            found += 1;
        }
    }
    let counts = (a.people_count, b.people_count);
    match (found, fewer) {
        (1, 1) if counts == (1, 1) => Level::ONE,
        (1, 1) => Level::ONE_OF,
        _ if found == fewer && counts.0 == counts.1 => Level::ALL,
        _ if found == fewer => Level::SHORTER,
        (0 | 1, _) if by_initials(a, b) => Level::INITIALS,
        (0, _) => Level::NONE,
        _ if found * 4 >= fewer * 3 => Level::MOST,
        _ if found * 2 >= fewer => Level::HALF,
        _ => Level::SOME,
    }
}

/// Whether the two lists are written in scripts that cannot be compared letter by letter.
pub(super) fn scripts_differ(a: &[Person], b: &[Person]) -> bool {
    let wide = |people: &[Person]| {
        people
            .iter()
            .filter(|one| !one.surname.is_empty())
            .all(|one| !one.surname.is_ascii())
    };
    let plain = |people: &[Person]| people.iter().all(|one| one.surname.is_ascii());
    wide(a) && plain(b) || plain(a) && wide(b)
}

/// Whether two written names may be one person: surname and given name may be swapped, given
/// names may be initials, but a given name never stands for a surname on both sides.
pub(super) fn same_person(a: Person, b: Person) -> bool {
    if same_surname(a.surname, b.surname) {
        return given_agree(a.given, b.given);
    }
    // `Doi Hideyuki` against `Hideyuki, D.` or `Hideyuki Doi`.
    let swapped = |one: Person, other: Person| {
        other
            .given
            .split(' ')
            .any(|word| word.chars().count() >= 2 && same_surname(one.surname, word))
            && (one.given.is_empty()
                || initial(one.given) == initial(other.surname)
                || one.given.split(' ').any(|word| word == other.surname))
    };
    if swapped(a, b) || swapped(b, a) {
        return true;
    }
    if (a.surname.len() + a.given.len()).abs_diff(b.surname.len() + b.given.len()) > 3 {
        return false;
    }
    same_in_any_order(a, b)
}

/// Whether two names have the same words in another order: `hoshang`, `svein olaf` against `svein`,
/// `hvasshovd`.
fn same_in_any_order(a: Person, b: Person) -> bool {
    fn words(one: Person<'_>) -> impl Iterator<Item = &str> {
        let all = one.given.split(' ').chain([one.surname]);
        all.filter(|word| word.len() > 2)
    }
    // The same words have as many letters, and these add up to the same.
    let measure = |one: Person| {
        words(one).fold((0, 0), |(length, sum), word| {
            let letters = word.bytes().map(u32::from).sum::<u32>();
            (length + word.len(), sum + letters)
        })
    };
    let joined = |one: Person| {
        let mut words: Vec<&str> = words(one).collect();
        words.sort_unstable();
        words.concat()
    };
    let measured = measure(a);
    measured.0 >= 6 && measured == measure(b) && joined(a) == joined(b)
}

/// Whether the people of two lists, one by one, may be the same with surname and given name
/// mistaken for each other: `Sunita S.` for `S. Sarawagi`.
fn by_initials(a: &Features, b: &Features) -> bool {
    let turned = |one: Person, other: Person| {
        let has = |list: &str, letter| list.split(' ').any(|word| initial(word) == letter);
        initial(one.surname).is_some()
            && initial(other.surname).is_some()
            && has(other.given, initial(one.surname))
            && has(one.given, initial(other.surname))
    };
    let (mut met, mut all) = (0, true);
    for (one, other) in a.people().zip(b.people()) {
        met += 1;
        all &= turned(one, other) || same_person(one, other);
    }
    all && (met >= 2 && a.people_count == b.people_count || met == 1 && turned_alone(a, b))
}

/// The same of one person only, whose given name is written out on one side.
fn turned_alone(a: &Features, b: &Features) -> bool {
    let (Some(one), Some(other)) = (a.people().next(), b.people().next()) else {
        return false;
    };
    one.surname.len() > 1 && other.surname.len() > 1 && {
        let mirrored = |one: Person, other: Person| {
            initial(one.surname) == initial(other.given)
                && initial(one.given) == initial(other.surname)
                && initial(one.surname) != initial(other.surname)
        };
        mirrored(one, other)
    }
}

/// Whether two folded surnames may be one: cut, misspelt, or with a particle glued before.
pub(in crate::dedup) fn same_surname(a: &str, b: &str) -> bool {
    if a.is_empty() || b.is_empty() {
        return false;
    }
    if a == b {
        return true;
    }
    let (first_a, first_b) = (a.as_bytes().first(), b.as_bytes().first());
    if first_a == first_b || first_a == Some(&b'?') || first_b == Some(&b'?') {
        let is_damaged = |name: &str| name.bytes().any(|byte| byte == b'?');
        if is_damaged(a) || is_damaged(b) {
            return same_but_damaged(a, b);
        }
    }
    let shorter = a.len().min(b.len());
    if shorter < 4 {
        return false;
    }
    if a.ends_with(b) || b.ends_with(a) {
        return true;
    }
    // Another first letter cannot reach the bound in a name of usual length.
    a.chars().next() == b.chars().next()
        && (shorter >= 5 && (a.starts_with(b) || b.starts_with(a))
            || similarity::short(a, b) >= 0.92)
}

/// Whether two surnames agree but for the letters that were damaged (`?`): each stands for one
/// letter, for the two an umlaut may be written with, or for one that the other name has lost.
fn same_but_damaged(a: &str, b: &str) -> bool {
    let (damaged, whole) = if a.contains('?') { (a, b) } else { (b, a) };
    if whole.contains('?') {
        return false;
    }
    let mut pieces = damaged.split('?');
    let first = pieces.next().unwrap_or("");
    let Some(mut rest) = whole.strip_prefix(first) else {
        return false;
    };
    let mut kept = first.len();
    for piece in pieces {
        kept += piece.len();
        let mut lengths = [1, 2, 0].into_iter();
        let skipped = lengths.find_map(|length| rest.get(length..)?.strip_prefix(piece));
        let Some(after) = skipped else {
            return false;
        };
        rest = after;
    }
    kept >= 3 && (rest.is_empty() || damaged.ends_with('?') && rest.len() <= 1)
}

fn initial(text: &str) -> Option<char> {
    text.chars().next()
}

/// Whether given names do not contradict: the first letter of one is a first letter of the other.
fn given_agree(a: &str, b: &str) -> bool {
    // Initials of several people, glued before the last one's surname: `gcc larouche`.
    let glued = |word: &str| {
        (2..=8).contains(&word.len()) && !word.contains(['a', 'e', 'i', 'o', 'u', 'y'])
    };
    let has = |list: &str, letter| {
        list.split(' ')
            .any(|word| initial(word) == Some(letter) || glued(word) && word.contains(letter))
    };
    match (initial(a), initial(b)) {
        (Some('?'), _) | (_, Some('?')) => true,
        (Some(a_first), Some(b_first)) => has(b, a_first) || has(a, b_first),
        _ => true,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person<'a>(surname: &'a str, given: &'a str) -> Person<'a> {
        Person { surname, given }
    }

    #[test]
    fn one_person_in_many_forms() {
        assert!(same_person(
            person("doi", "hideyuki"),
            person("hideyuki", "doi")
        ));
        assert!(same_person(person("doi", "h"), person("hideyuki", "doi")));
        assert!(same_person(
            person("thumbi", "s m"),
            person("thumbi", "samuel m")
        ));
        assert!(same_person(
            person("spijker", "a"),
            person("vantspijker", "a")
        ));
        assert!(same_person(
            person("kie?ling", "w"),
            person("kiessling", "w")
        ));
        assert!(same_person(person("?zsu", "m"), person("zsu", "m tamer")));
        assert!(same_person(person("bru?", "w"), person("bruss", "w")));
        assert!(!same_person(person("k?hn", "w"), person("kant", "w")));
        assert!(!same_person(
            person("hall", "laura l"),
            person("hall", "gillian")
        ));
        assert!(!same_person(
            person("smith", "john"),
            person("jones", "john")
        ));
    }
}

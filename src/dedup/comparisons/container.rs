//! The journals, books or proceedings.

use super::{Comparison, levels};
use crate::dedup::acronym::{begins, spells};
use crate::dedup::features::{Class, Features};
use crate::dedup::pair::Pair;
use crate::doc::Doc;
use crate::text::transliterate;

levels! {
    SAME "same or abbreviated" 0;
    CONTAINED "one contains the other" 1;
    HALF "half of the words" 2;
    OTHER "different" 3;
    MISSING "missing" 4;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "container",
        summary: "Whether journal, book or proceedings are the same, spelt out or abbreviated",
        why: "The same text in two journals is two publications; \"Clin Oral Implants Res\" is one journal with its full title",
        examples: &[("Clin Oral Implants Res", "Clinical Oral Implants Research")],
        sources: &["ISO 4", "List of Title Word Abbreviations"],
    },
    levels: NAMES,
    ordered: 4,
    is_dear: true,
    level: |pair: &Pair| {
        // A preprint's server is not a journal that could contradict.
        if pair.is_preprint_and_version() {
            Level::MISSING.0
        } else {
            of(pair.a, pair.b).0
        }
    },
};

fn of(a: &Features, b: &Features) -> Level {
    let (whole_a, whole_b) = (a.container(), b.container());
    if whole_a.is_empty() || whole_b.is_empty() {
        return Level::MISSING;
    }
    if whole_a == whole_b {
        return Level::SAME;
    }
    // `Вопросы экономики`, `Voprosy ekonomiki`; a Chinese name and its translation tell nothing.
    if whole_a.is_ascii() != whole_b.is_ascii() && (is_foreign(whole_a) || is_foreign(whole_b)) {
        let plain = |name: &str| transliterate::ascii(name).to_lowercase();
        return if names(&plain(whole_a), &plain(whole_b)) == Level::SAME {
            Level::SAME
        } else {
            Level::MISSING
        };
    }
    let heads_a = [Some(whole_a), head(a)].into_iter().flatten();
    let heads_b = [Some(whole_b), head(b)].into_iter().flatten();
    let mut best = Level::OTHER;
    for one in heads_a {
        for other in heads_b.clone() {
            if best > Level::SAME {
                best = best.min(names(one, other));
            }
        }
    }
    if best > Level::CONTAINED && (meeting_named(a, b) || initials_named(a, b)) {
        best = Level::CONTAINED;
    }
    // `VLDB J.` is not `VLDB`, nor one of its names.
    if best == Level::CONTAINED && (a.class == Class::Journal) != (b.class == Class::Journal) {
        best = Level::HALF;
    }
    // A name cut before it says anything is no other name.
    if best > Level::CONTAINED && (says_little(a, b) || says_little(b, a)) {
        return Level::MISSING;
    }
    let clash = a.class != b.class && a.class != Class::Unknown && b.class != Class::Unknown;
    if clash && best < Level::HALF {
        Level::HALF
    } else {
        best
    }
}

/// The head of a container's name, where that is not the whole name.
fn head(one: &Features) -> Option<&str> {
    let head = one.container_head();
    (head.len() < one.container().len()).then_some(head)
}

/// Whether no letter of a name is Latin.
fn is_foreign(name: &str) -> bool {
    !name.bytes().any(|byte| byte.is_ascii_alphabetic())
}

/// Words that say "meeting" and which one in the row it was, but not of what.
const MEETING_WORDS: &[&str] = &[
    "proceedings",
    "proc",
    "conference",
    "conf",
    "symposium",
    "symp",
    "workshop",
    "international",
    "intl",
    "int",
    "annual",
    "annu",
    "acm",
    "ieee",
    "held",
    "acmsigmod",
];

/// Whether both are meetings, and the short name of one stands in the other's: `SIGMOD
/// Conference`, `Proc. ACM SIGMOD Conf. on Management of Data`.
fn meeting_named(a: &Features, b: &Features) -> bool {
    let core = |one: &Features| -> Vec<String> {
        one.container()
            .split(' ')
            .filter(|word| {
                !SMALL.contains(word)
                    && !MEETING_WORDS.contains(word)
                    && !word.bytes().any(|byte| byte.is_ascii_digit())
            })
            .take(12)
            .map(str::to_owned)
            .collect()
    };
    let is_meeting = |one: &Features, core: &[String]| {
        one.class == Class::Proceedings
            || one.class == Class::Unknown && matches!(core, [name] if is_unpronounceable(name))
    };
    let (core_a, core_b) = (core(a), core(b));
    if !is_meeting(a, &core_a) || !is_meeting(b, &core_b) {
        return false;
    }
    let named = |few: &[String], many: &[String]| matches!(few, [name] if name.len() >= 4 && many.contains(name));
    named(&core_a, &core_b) || named(&core_b, &core_a)
}

/// The words of a container that may tell which it is.
fn telling(one: &Features) -> impl Iterator<Item = &str> {
    one.container().split(' ').take(24).filter(|word| {
        !SMALL.contains(word)
            && !MEETING_WORDS.contains(word)
            && !word.starts_with(|c: char| c.is_ascii_digit())
    })
}

/// Whether a container says too little to be another than that of `other`: nothing but "meeting",
/// or cut after a word or two that the other has as well.
fn says_little(one: &Features, other: &Features) -> bool {
    let mut words = telling(one);
    let Some(first) = words.next() else {
        return true;
    };
    one.container_cut
        && words.next().is_none()
        && telling(other).any(|word| {
            abbreviates(first, word)
                || word.len() >= 4 && first.chars().next() == word.chars().next()
        })
}

/// Whether a word of one container is made of the initials of words in the other:
/// `SIGMOD 98`, `ACM Conference on Management of Data`; `COLT`, `Computational Learning Theory`.
fn initials_named(a: &Features, b: &Features) -> bool {
    let named = |one: &Features, other: &Features| {
        let acronyms = telling(one).map(|word| word.trim_end_matches(|c: char| c.is_ascii_digit()));
        let words: Vec<&str> = other.container().split(' ').take(24).collect();
        acronyms
            .filter(|word| (4..=9).contains(&word.len()) && word.is_ascii())
            .any(|word| {
                let (letters, least) = word.strip_prefix("sig").map_or((word, 3), |rest| (rest, 2));
                (0..words.len()).any(|from| {
                    words.get(from..).is_some_and(|words| {
                        spells(letters, words, least)
                            || other.container_cut && begins(letters, words)
                    })
                })
            })
    };
    named(a, b) || named(b, a)
}

/// Whether a word is an acronym by its letters: no vowel but the first.
fn is_unpronounceable(word: &str) -> bool {
    word.len() >= 4 && !word.chars().skip(1).any(|letter| "aeiouy".contains(letter))
}

/// Words that do not count in a container's name.
pub(in crate::dedup) const SMALL: &[&str] = &[
    "the", "of", "and", "for", "in", "on", "de", "la", "le", "les", "des", "du", "der", "die",
    "das", "und", "fur", "et", "a", "an", "y", "e", "del", "di", "to", "et", "dans", "en",
];

fn names(a: &str, b: &str) -> Level {
    if a == b {
        return Level::SAME;
    }
    if a.is_empty() || b.is_empty() {
        return Level::OTHER;
    }
    let content = |name| -> Vec<&str> {
        str::split(name, ' ')
            .filter(|word| !SMALL.contains(word))
            .take(24)
            .collect()
    };
    let (words_a, words_b) = (content(a), content(b));
    let (few, many) = if words_a.len() <= words_b.len() {
        (&words_a, &words_b)
    } else {
        (&words_b, &words_a)
    };
    if few.is_empty() {
        return Level::OTHER;
    }
    if few.len() == many.len()
        && few
            .iter()
            .zip(many)
            .all(|(one, other)| abbreviates(one, other))
    {
        return Level::SAME;
    }
    if let [acronym] = few.as_slice()
        && is_acronym(acronym, many)
    {
        return Level::SAME;
    }
    // `jama` inside `jama the journal of the american medical association`.
    if few.len() == 1 {
        let rest = many.split_first();
        return match rest {
            Some((first, rest)) if first == &few[0] && is_acronym(first, rest) => Level::SAME,
            _ if few[0].len() > 8 && near(few[0], many[0]) && many.len() == 1 => Level::SAME,
            _ => Level::OTHER,
        };
    }
    let mut from = 0;
    let mut found = 0;
    for word in few {
        if let Some(at) = many
            .iter()
            .skip(from)
            .position(|other| abbreviates(word, other))
        {
            from += at + 1;
            found += 1;
        }
    }
    if found == few.len() {
        let starts = few
            .iter()
            .zip(many)
            .all(|(one, other)| abbreviates(one, other));
        // Numbers of a meeting and a place come and go; a journal's further words name another.
        return if starts || few.len() >= 3 {
            Level::CONTAINED
        } else {
            Level::HALF
        };
    }
    if a.len() > 8 && crate::text::similarity::long(a, b, 0.9).is_some() {
        return Level::SAME;
    }
    if found * 2 >= few.len() && found >= 2 {
        Level::HALF
    } else {
        Level::OTHER
    }
}

fn near(a: &str, b: &str) -> bool {
    crate::text::similarity::long(a, b, 0.85).is_some()
}

/// Whether one word is the other cut or contracted: `clin` / `clinical`, `natl` / `national`.
fn abbreviates(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.starts_with(short) {
        return true;
    }
    // A contraction keeps first and last letter and the order of the rest.
    if short.len() < 3
        || short.len() + 2 > long.len()
        || short.as_bytes().first() != long.as_bytes().first()
    {
        return short.len() > 5 && near(short, long);
    }
    let mut letters = long.bytes();
    short
        .bytes()
        .all(|letter| letters.any(|other| other == letter))
        && (short.as_bytes().last() == long.as_bytes().last() || long.len() > 2 * short.len())
}

/// Whether `acronym` is made of the first letters of `words`.
fn is_acronym(acronym: &str, words: &[&str]) -> bool {
    acronym.len() >= 3
        && words.len() >= 3
        && words
            .iter()
            .filter_map(|word| word.chars().next())
            .eq(acronym.chars())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn abbreviations_are_the_same() {
        for (a, b) in [
            ("clin oral implants res", "clinical oral implants research"),
            (
                "proc natl acad sci u s a",
                "proceedings of the national academy of sciences u s a",
            ),
            ("j clin oncol", "journal of clinical oncology"),
            ("vldb", "very large data bases"),
            (
                "jama",
                "jama the journal of the american medical association",
            ),
        ] {
            assert_eq!(names(a, b), Level::SAME, "{a} | {b}");
        }
    }

    #[test]
    fn one_word_more_may_be_another_journal() {
        for (a, b) in [
            ("stroke", "international journal of stroke"),
            ("blood", "blood reviews"),
            ("journal of digital studies", "annals of surgery"),
        ] {
            assert_eq!(names(a, b), Level::OTHER, "{a} | {b}");
        }
    }
}

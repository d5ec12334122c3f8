//! Numbers and parts in the titles.

use super::{Comparison, levels};
use crate::dedup::features::roman;
use crate::dedup::pair::Pair;
use crate::doc::Doc;

levels! {
    SAME "same" 0;
    NONE "no numbers" 1;
    ONE_SIDE "more on one side" 2;
    CONFLICT "different numbers" 3;
    PART "different parts" 4;
}

/// The comparison.
pub static COMPARISON: Comparison = Comparison {
    doc: Doc {
        id: "title-numbers",
        summary: "Numbers in the titles: arabic, roman and in words, and whether they number parts",
        why: "\"Part I\" and \"Part II\", \"Report 2019\" and \"Report 2020\" differ in one letter and are two works",
        examples: &[],
        sources: &["ISO 690:2021, parts of works"],
    },
    levels: NAMES,
    ordered: 5,
    is_dear: true,
    level,
};

/// Whether a word makes the number after it the number of a part.
fn is_part_word(word: &str) -> bool {
    matches!(
        word,
        "part"
            | "parts"
            | "pt"
            | "teil"
            | "partie"
            | "parte"
            | "часть"
            | "vol"
            | "volume"
            | "band"
            | "tome"
            | "chapter"
            | "no"
            | "number"
            | "section"
            | "book"
            | "paper"
            | "lecture"
            | "day"
            | "phase"
            | "stage"
            | "series"
    )
}

/// The number a word spells.
fn in_words(word: &str) -> Option<u32> {
    Some(match word {
        "one" | "first" | "eins" | "uno" => 1,
        "two" | "second" | "zwei" | "dos" | "deux" => 2,
        "three" | "third" | "drei" | "tres" | "trois" => 3,
        "four" | "fourth" | "vier" => 4,
        "five" | "fifth" => 5,
        "six" | "sixth" => 6,
        "seven" => 7,
        "eight" => 8,
        "nine" => 9,
        "ten" => 10,
        "eleven" => 11,
        "twelve" => 12,
        _ => return None,
    })
}

/// The numbers of a title in order, and that of its part.
fn numbers(title: &str) -> (Vec<u32>, Option<u32>) {
    let mut found = Vec::new();
    let mut part = None;
    let mut before = "";
    let mut words = title.split(' ').peekable();
    while let Some(word) = words.next() {
        let arabic: Option<u32> = match word.as_bytes() {
            [b'0'..=b'9', ..] if word.len() <= 9 => word.parse().ok(),
            _ => None,
        };
        let letter = match word.as_bytes() {
            [letter @ b'a'..=b'h'] => Some(u32::from(letter - b'a') + 1),
            _ => None,
        };
        let roman = roman(word).filter(|value| *value < 40);
        let in_words = in_words(word);
        if arabic.or(letter).or(roman).or(in_words).is_none() {
            before = word;
            continue;
        }
        let last = words.peek().is_none();
        let part_before = is_part_word(before);
        let letter = letter.filter(|_| part_before && before != "no");
        let roman = roman.filter(|_| {
            part_before || word.len() > 1 && !matches!(word, "mi" | "di" | "li" | "dc")
        });
        if let Some(value) = arabic.or(letter).or(roman).or(in_words) {
            found.push(value);
            let at_end = last
                && found.len() <= 2
                && (roman.is_some() || arabic.is_some_and(|value| value < 100))
                && !before.is_empty();
            if part_before || at_end {
                part = Some(value);
            }
        }
        before = word;
    }
    found.sort_unstable();
    (found, part)
}

fn level(pair: &Pair) -> u8 {
    of(pair.title_a, pair.title_b).0
}

fn of(a: &str, b: &str) -> Level {
    let is_one = a == b;
    let (a, part_a) = numbers(a);
    if is_one {
        return if a.is_empty() {
            Level::NONE
        } else {
            Level::SAME
        };
    }
    let (b, part_b) = numbers(b);
    if let (Some(a), Some(b)) = (part_a, part_b)
        && a != b
    {
        return Level::PART;
    }
    match (a.is_empty(), b.is_empty()) {
        (true, true) => Level::NONE,
        // "II" on one side only: the first part often has no number.
        (true, false) | (false, true) => {
            if part_a.or(part_b).is_some_and(|part| part > 1) {
                Level::CONFLICT
            } else {
                Level::ONE_SIDE
            }
        }
        (false, false) if a == b => Level::SAME,
        (false, false) => {
            let missing_in =
                |few: &[u32], many: &[u32]| few.iter().any(|n| many.binary_search(n).is_err());
            if missing_in(&a, &b) && missing_in(&b, &a) {
                Level::CONFLICT
            } else {
                Level::ONE_SIDE
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_and_years_conflict() {
        assert_eq!(of("growth part i", "growth part ii"), Level::PART);
        assert_eq!(of("growth 1", "growth 2"), Level::PART);
        assert_eq!(of("report 2019 of x", "report 2020 of x"), Level::CONFLICT);
        assert_eq!(
            of("two year follow up", "five year follow up"),
            Level::CONFLICT
        );
        assert_eq!(of("type 2 diabetes", "type 2 diabetes"), Level::SAME);
        assert_eq!(of("growth", "growth"), Level::NONE);
        assert_eq!(of("growth ii", "growth"), Level::CONFLICT);
    }
}

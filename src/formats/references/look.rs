//! [`Look`]: what one token looks like by itself.

use super::hash::{feature, mix, word_hash};
use super::links::LinkKind;
use super::token::{Token, TokenKind};
use super::words::class;

/// What is known of one token by itself.
#[derive(Debug, Clone, Copy, Default)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each is a question of its own"
)]
pub(super) struct Look {
    pub(super) word: u64,
    pub(super) shape: u64,
    pub(super) class: u8,
    /// 0 word, 1 number, 2 Han, 3 mark, 4 link
    pub(super) kind: u8,
    pub(super) mark: char,
    pub(super) spaced: bool,
    pub(super) capital: bool,
    pub(super) lower: bool,
    pub(super) letters: u32,
    pub(super) year: bool,
}

/// What `token` looks like.
pub(super) fn look(text: &str, token: Token) -> Look {
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
            Look {
                word: 900 + number,
                shape: 900 + number,
                kind: 4,
                mark: '@',
                spaced,
                ..Look::default()
            }
        }
        TokenKind::Han => {
            let hash = word_hash(word);
            Look {
                word: hash,
                shape: 910,
                class: class(hash),
                kind: 2,
                spaced,
                letters: 1,
                ..Look::default()
            }
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
                word: if digits <= 2 {
                    950 + u64::from(value)
                } else {
                    shape
                },
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

/// Beginnings and ends of a word.
pub(super) fn affixes(text: &str, token: Token, ids: &mut Vec<u32>) {
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

pub(super) fn fold(c: char) -> char {
    if c.is_ascii() {
        c.to_ascii_lowercase()
    } else {
        c.to_lowercase().next().unwrap_or(c)
    }
}

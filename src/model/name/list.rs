//! A printed list of names into its names.

use super::group::{Piece, group};
use super::join::join_parts;
use super::parse::is_east_asian;
use crate::text::html::decode_entities;

use super::{Names, glued, is_truncation, order, truncation};

/// Separators that never stand inside a name.
const STRONG: &[char] = &[';', '；', '、', '•', '|', '¦', '；', '◽', '\n', '؛'];

/// Words for editors and such that stand as an item of a list.
const ROLES: &[&str] = &[
    "ed",
    "eds",
    "editor",
    "editors",
    "edited by",
    "hrsg",
    "hg",
    "trans",
    "comp",
    "comps",
    "ред",
    "éd",
    "éds",
    "dir",
    "coord",
    "coords",
    "org",
    "orgs",
    "a cura di",
    "编",
    "主编",
    "著",
];

/// See [`Names::parse`].
pub(super) fn names(text: &str) -> Names {
    // The `;` of a reference (`&#246;`) would cut a name in two.
    let text = decode_entities(text);
    let (text, truncated) = truncation::strip(&text);
    let mut names = Names {
        list: Vec::new(),
        truncated,
    };
    for part in strong_parts(text) {
        let part = part.trim();
        if is_truncation(part) {
            names.truncated = true;
            continue;
        }
        comma_list(part, &mut names);
    }
    names
}

/// Cuts at what never stands inside a name.
fn strong_parts(text: &str) -> Vec<&str> {
    let lines_are_names = !text
        .lines()
        .any(|line| line.trim_end().ends_with([',', '，']) || line.trim_end().ends_with(" and"));
    let strong = |c: char| STRONG.contains(&c) && (c != '\n' || lines_are_names);
    let mut parts = Vec::new();
    for part in text.split(strong) {
        let hangul_only = part
            .chars()
            .all(|c| c == '·' || c == ' ' || is_east_asian(c));
        let dots = hangul_only && part.chars().any(|c| ('\u{ac00}'..='\u{d7a3}').contains(&c));
        if dots {
            parts.extend(part.split('·'));
        } else if part.contains(" / ") || part.contains(" · ") {
            parts.extend(part.split(" / ").flat_map(|p| p.split(" · ")));
        } else {
            parts.push(part);
        }
    }
    parts.retain(|part| !part.trim().is_empty());
    parts
}

/// Splits what holds no strong separator: at join words and at commas.
fn comma_list(text: &str, names: &mut Names) {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for segment in join_parts(text) {
        for piece in comma_parts(segment) {
            if is_truncation(piece) {
                names.truncated = true;
            } else if !is_role(piece) {
                pieces.extend(split_han(piece).into_iter().map(|text| Piece {
                    text,
                    closes: false,
                }));
            }
        }
        if let Some(last) = pieces.last_mut() {
            last.closes = true;
        }
    }
    // Where other separators stand, a capital inside a word is the name's own.
    let mut turned = order::family_first(pieces.iter().map(|piece| piece.text));
    if let [only] = pieces.as_slice() {
        let parts = glued::split(only.text);
        turned = parts.len() > 1 && order::family_first_glued(&parts);
        pieces = parts
            .into_iter()
            .map(|text| Piece {
                text,
                closes: false,
            })
            .collect();
    }
    if turned {
        names
            .list
            .extend(pieces.iter().map(|piece| order::turn(piece.text)));
    } else {
        group(&pieces, &mut names.list);
    }
}

/// A piece of Han names cut at stops or, where there are several, at spaces.
fn split_han(piece: &str) -> Vec<&str> {
    if piece.is_ascii() {
        return vec![piece];
    }
    if piece.contains('.') && piece.chars().all(|c| c == '.' || is_east_asian(c)) {
        return piece.split('.').filter(|p| !p.is_empty()).collect();
    }
    let words: Vec<&str> = piece.split_whitespace().collect();
    let each_a_name = words.len() > 2
        && words
            .iter()
            .all(|w| (2..=4).contains(&w.chars().count()) && w.chars().all(is_east_asian));
    if each_a_name { words } else { vec![piece] }
}

fn is_role(piece: &str) -> bool {
    if piece.len() > 24 {
        return false;
    }
    let lower = piece
        .trim_matches(|c: char| ".,:()[] ".contains(c))
        .to_lowercase();
    ROLES.contains(&lower.as_str())
}

/// Cuts at commas; a comma inside brackets does not cut.
fn comma_parts(text: &str) -> Vec<&str> {
    let mut parts = Vec::new();
    let (mut from, mut depth) = (0, 0_usize);
    let closes = text.contains([')', '）', ']']);
    for (at, c) in text.char_indices() {
        match c {
            '(' | '（' | '[' if closes => depth += 1,
            ')' | '）' | ']' => depth = depth.saturating_sub(1),
            ',' | '，' | '،' if depth == 0 => {
                parts.push(text.get(from..at).unwrap_or_default().trim());
                from = at + c.len_utf8();
            }
            _ => {}
        }
    }
    parts.push(text.get(from..).unwrap_or_default().trim());
    parts.retain(|part| part.contains(char::is_alphanumeric) || is_truncation(part));
    parts
}

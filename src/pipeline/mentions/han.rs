//! Names in front of a year in scripts written without spaces.

use super::names::{Found, Manner};
use crate::text::script::is_cjk;
use crate::text::transliterate::key;

/// What joins two names.
const JOINERS: [char; 6] = ['和', '与', '與', '及', '、', '・'];
/// What a name may follow in running text: with one of these before it, one character is a surname.
const BEFORE_NAMES: &str = "据據由如照对對在从從者中即而但是像经經及和与與按被";
/// The longest name in running text, in characters.
const LONGEST: usize = 4;

/// The names at the end of a text.
pub(super) fn names(text: &str, others: bool, manner: Manner) -> Option<Found> {
    let of_names = |c: char| is_letter(c) || JOINERS.contains(&c) || c == '·';
    let listed =
        |c: char| of_names(c) || manner == Manner::Bracket && matches!(c, ',' | '，' | ' ');
    let start = text.trim_end_matches(listed).len();
    let run = text.get(start..)?;
    let start = start + run.len() - run.trim_start_matches(|c| !is_letter(c)).len();
    let run = text.get(start..)?;
    let joint = |c: char| JOINERS.contains(&c) || matches!(c, ',' | '，' | ' ');
    let parts: Vec<&str> = run.split(joint).filter(|part| !part.is_empty()).collect();
    let first = *parts.first()?;
    let length = first.chars().count();
    if manner == Manner::Bracket {
        let mut spellings = Vec::new();
        // `李和平` holds what joins names elsewhere.
        if parts.len() > 1 && run.chars().count() <= LONGEST {
            push(&mut spellings, run);
        }
        push(&mut spellings, first);
        let second = match parts.as_slice() {
            [_, second] => Some(key(second)),
            _ => None,
        };
        return Some(Found {
            spellings,
            second,
            start,
        });
    }
    let sure = others || parts.len() > 1 && manner == Manner::Narrative;
    let short = manner == Manner::Narrative && (2..=3).contains(&length);
    if !sure && !short {
        return None;
    }
    // Nothing parts the name from the words before it.
    let mut spellings = Vec::new();
    let mut shown = start;
    for (left, (at, _)) in first.char_indices().enumerate() {
        let characters = length - left;
        if characters > LONGEST {
            continue;
        }
        if characters == LONGEST.min(length) {
            shown = start + at;
        }
        let before = first.get(..at)?.chars().next_back();
        if characters > 1 || before.is_none_or(|c| BEFORE_NAMES.contains(c)) {
            push(&mut spellings, first.get(at..)?);
        }
    }
    (!spellings.is_empty()).then_some(Found {
        spellings,
        second: None,
        start: shown,
    })
}

fn push(spellings: &mut Vec<String>, name: &str) {
    let name = key(name);
    if !name.is_empty() {
        spellings.push(name.clone());
        spellings.push(format!("={name}"));
    }
}

fn is_letter(c: char) -> bool {
    is_cjk(c.encode_utf8(&mut [0; 4]))
}

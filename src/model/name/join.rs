//! The words that join the last names of a list: `and`, `&`, `und`, `и`.

use super::corporate;
use super::token::is_initials;

/// Words that join the last two names. Those of one letter are names' initials too and need whole
/// names on both sides, as do those that stand inside names.
const JOINS: &[(&str, bool)] = &[
    (" and ", false),
    (" & ", false),
    (" und ", false),
    (" et ", false),
    (" ve ", true),
    (" og ", false),
    (" och ", false),
    (" oraz ", false),
    (" dan ", true),
    (" și ", false),
    (" és ", false),
    (" та ", false),
    (" и ", false),
    (" i ", true),
    (" і ", true),
    (" y ", true),
    (" e ", true),
    (" en ", true),
    (" a ", true),
    (" 和 ", false),
    (" with ", true),
    (" και ", false),
];

/// Cuts at the words that join names; not inside a corporate body.
pub(super) fn join_parts(text: &str) -> Vec<&str> {
    let mut parts = vec![];
    let mut rest = text.trim();
    for lead in ["and ", "& ", "et ", "und "] {
        if let Some((head, tail)) = rest.split_at_checked(lead.len())
            && head.eq_ignore_ascii_case(lead)
        {
            rest = tail.trim();
        }
    }
    let mut from = 0;
    let mut at = 0;
    while let Some(space) = rest
        .get(at..)
        .and_then(|r| r.find([' ', '\u{a0}', ',', '&']))
        .map(|s| s + at)
    {
        at = space
            + rest
                .get(space..)
                .and_then(|r| r.chars().next())
                .map_or(1, char::len_utf8);
        let found = JOINS.iter().find_map(|(join, careful)| {
            starts_with_join(rest, space, join).map(|end| (end, *careful))
        });
        let Some((end, careful)) = found else {
            continue;
        };
        let (left, right) = (
            rest.get(from..space).unwrap_or_default(),
            rest.get(end..).unwrap_or_default(),
        );
        if joins(left, right, careful) {
            parts.push(left.trim());
            from = end;
            at = end.saturating_sub(1).max(at);
        }
    }
    parts.push(rest.get(from..).unwrap_or_default().trim());
    parts
}

/// Whether `join` stands at `space`, and where what it joins begins.
fn starts_with_join(text: &str, space: usize, join: &str) -> Option<usize> {
    let rest = text.get(space..)?;
    let trimmed = rest.trim_start_matches([' ', '\u{a0}', ',']);
    let word = join.trim();
    let head = trimmed.get(..word.len())?;
    if word == "&" {
        // `Smith,&Doe` has lost its spaces.
        return trimmed
            .starts_with('&')
            .then(|| text.len() - trimmed.len() + 1);
    }
    if trimmed.len() == rest.len() {
        return None;
    }
    let same = head == word || word.is_ascii() && word.len() > 1 && head.eq_ignore_ascii_case(word);
    let tail = trimmed.get(word.len()..)?;
    (same && tail.starts_with([' ', '\u{a0}', ','])).then(|| text.len() - tail.len() + 1)
}

/// Whether a join word parts two names here. `careful`: the word is also found inside names.
fn joins(left: &str, right: &str, careful: bool) -> bool {
    let words = |text: &str| text.split_whitespace().take(3).count();
    let left = last_bytes(left, NEAR);
    let right = first_bytes(right, NEAR);
    let near_left = left
        .rsplit([',', ';'])
        .map(str::trim)
        .find(|part| !part.is_empty())
        .unwrap_or(left);
    let near_right = right.split([',', ';']).next().unwrap_or(right).trim();
    if careful {
        let whole_left = words(near_left) > 1 || left.contains(',') || is_initials(near_left);
        return words(near_right) > 1 && whole_left && !corporate::is_corporate(near_left);
    }
    // `Centers for Disease Control and Prevention`, `Barnes and Noble, Inc.`
    let bare_right = words(near_right) < 2 || corporate::is_corporate(near_right);
    let behind = right.get(near_right.len()..).unwrap_or_default();
    let body = bare_right && behind.trim().is_empty() && corporate::is_corporate(near_left)
        || corporate::is_company(behind);
    !(near_left.is_empty() || near_right.is_empty() || body)
}

/// How far around a join word is looked.
const NEAR: usize = 200;

fn first_bytes(text: &str, count: usize) -> &str {
    let mut end = count.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or(text)
}

fn last_bytes(text: &str, count: usize) -> &str {
    let mut start = text.len().saturating_sub(count);
    while !text.is_char_boundary(start) {
        start += 1;
    }
    text.get(start..).unwrap_or(text)
}

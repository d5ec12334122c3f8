//! A printed list of names into its names.

use super::parse::is_east_asian;
use super::token::is_initials;
use super::words::{is_degree, is_given_name, is_particle, is_suffix};
use super::{Name, Names, glued, is_truncation, order, truncation};

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
    let (text, truncated) = truncation::strip(text);
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

/// A piece between commas.
struct Piece<'a> {
    text: &'a str,
    /// Whether a join word or the end of the list stands behind it.
    closes: bool,
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

/// Cuts at the words that join names; not inside a corporate body.
fn join_parts(text: &str) -> Vec<&str> {
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
        return words(near_right) > 1 && whole_left && !super::corporate::is_corporate(near_left);
    }
    // `Centers for Disease Control and Prevention`, `Barnes and Noble, Inc.`
    let bare_right = words(near_right) < 2 || super::corporate::is_corporate(near_right);
    let behind = right.get(near_right.len()..).unwrap_or_default();
    let body = bare_right && behind.trim().is_empty() && super::corporate::is_corporate(near_left)
        || super::corporate::is_company(behind);
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

/// Puts pieces together to names: `Family` and the `Given` behind it, suffixes to what they follow.
fn group(pieces: &[Piece<'_>], list: &mut Vec<Name>) {
    let pairs = reads_as_pairs(pieces);
    let mut at = 0;
    while let Some(piece) = pieces.get(at) {
        let opens = at == 0 || pieces.get(at - 1).is_some_and(|before| before.closes);
        let next = pieces.get(at + 1).filter(|_| !piece.closes);
        at += 1;
        let mut whole = piece.text.to_owned();
        let mut closed = piece.closes;
        if let Some(next) = next
            && takes_given(
                piece.text,
                next,
                pieces.get(at + 1).filter(|_| opens),
                pairs,
                opens,
                pieces.len(),
            )
        {
            whole = format!("{whole}, {}", next.text);
            closed = next.closes;
            at += 1;
        }
        // Suffixes and degrees follow the name, also behind a join's comma.
        while let Some(suffix) = pieces
            .get(at)
            .filter(|p| !closed && (is_suffix(p.text) || is_degree(p.text) && !is_initials(p.text)))
        {
            whole = format!("{whole}, {}", suffix.text);
            closed = suffix.closes;
            at += 1;
            // `Smith, Jr., John`
            if !whole.contains(char::is_whitespace)
                || whole.matches(',').count() == 1 && !piece.text.contains(' ')
            {
                if let Some(given) = pieces.get(at).filter(|p| !closed && all_initials(p.text)) {
                    whole = format!("{whole}, {}", given.text);
                    closed = given.closes;
                    at += 1;
                }
            }
        }
        let name = Name::parse(&whole);
        if name != Name::default() {
            list.push(name);
        }
    }
}

/// Whether `next` is the given name of the family name `text`.
fn takes_given(
    text: &str,
    next: &Piece<'_>,
    after: Option<&Piece<'_>>,
    pairs: bool,
    opens: bool,
    count: usize,
) -> bool {
    if is_suffix(next.text) || text.chars().any(is_east_asian) {
        // `王, 小明`
        return count == 2
            && text.chars().count() == 1
            && next.text.chars().count() <= 2
            && next.text.chars().all(is_east_asian);
    }
    if has_initials(text) {
        return false;
    }
    if all_initials(next.text) || pairs {
        return true;
    }
    let single = is_single_family(text);
    if opens && next.closes && single {
        return true;
    }
    if next.closes && count == 2 || single && is_given(next.text) {
        return single
            || !next.text.contains(' ') && !is_given_name(text.split(' ').next().unwrap_or(text));
    }
    // `Schwartz, Robert, Ian Gregory`: only the first is turned round.
    let turned = after.is_some_and(|after| after.text.contains(' ') && !all_initials(after.text));
    single && turned && !next.text.contains(' ')
}

/// Whether all pieces alternate between family and given names.
fn reads_as_pairs(pieces: &[Piece<'_>]) -> bool {
    if pieces.len() < 2 || !pieces.len().is_multiple_of(2) {
        return false;
    }
    let mut sure = 0;
    for pair in pieces.chunks_exact(2) {
        let [family, given] = pair else { return false };
        if family.closes || has_initials(family.text) || family.text.split(' ').count() > 3 {
            return false;
        }
        let given_like =
            given.text.split(' ').count() <= 4 && !given.text.chars().any(is_east_asian);
        if !given_like {
            return false;
        }
        if is_given(given.text)
            && !(family.text.contains(' ')
                && is_given_name(family.text.split(' ').next().unwrap_or_default()))
        {
            sure += 1;
        }
    }
    sure * 4 >= pieces.len()
}

/// Whether `text` is initials and no more, particles and a suffix behind them allowed.
fn all_initials(text: &str) -> bool {
    let small = |token: &str| {
        token.chars().count() == 1
            || token.contains('.')
                && token
                    .split('.')
                    .all(|p| p.trim_start_matches('-').chars().count() <= 1)
    };
    let mut tokens = text.split_whitespace();
    tokens
        .next()
        .is_some_and(|first| is_initials(first) || small(first))
        && tokens.all(|token| {
            is_initials(token) || small(token) || is_particle(token) || is_suffix(token)
        })
}

/// Whether a family name and initials stand in `text` together.
fn has_initials(text: &str) -> bool {
    let mut tokens = text.split_whitespace();
    let Some(first) = tokens.next() else {
        return false;
    };
    let lower = !text.contains(char::is_uppercase);
    let initial = |token: &str| {
        is_initials(token) && !(is_suffix(token) && token.len() > 1)
            || lower
                && (token.chars().count() == 1
                    || token.ends_with('.') && token.chars().count() <= 8)
    };
    let rest: Vec<&str> = tokens.collect();
    if rest.is_empty() {
        // `J.K.Smith`
        return first
            .split_once('.')
            .is_some_and(|(front, tail)| is_initials(front) && tail.chars().count() > 3);
    }
    let capitals = !text.contains(char::is_lowercase);
    let short = |token: &str| !capitals || token.contains('.') || token.chars().count() <= 2;
    initial(first) && short(first) || rest.iter().any(|token| initial(token) && short(token))
}

/// Whether `text` is a family name alone: one word, or particles before one.
fn is_single_family(text: &str) -> bool {
    let mut tokens: Vec<&str> = text.split_whitespace().collect();
    if tokens.len() > 1 && tokens.last().is_some_and(|last| is_suffix(last)) {
        tokens.pop();
    }
    let last = tokens.pop();
    last.is_some()
        && tokens
            .iter()
            .all(|token| is_particle(token) || super::words::is_capital_particle(token))
}

/// Whether `text` looks like given names: a common one, or a word with initials behind.
fn is_given(text: &str) -> bool {
    let mut tokens = text.split_whitespace();
    let Some(first) = tokens.next() else {
        return false;
    };
    let rest: Vec<&str> = tokens.collect();
    is_initials(first) && rest.iter().all(|t| is_initials(t))
        || is_given_name(first) && rest.iter().all(|t| is_initials(t) || is_given_name(t))
        || !rest.is_empty()
            && rest.len() < 3
            && rest
                .iter()
                .all(|t| is_initials(t) && t.chars().filter(|c| c.is_alphabetic()).count() == 1)
}

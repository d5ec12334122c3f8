//! Whether a journal with its numbers stands somewhere.

use super::imprint::is_imprint;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;

/// Whether `刊名, 2024, 46(8): 1-5` stands here, not an imprint.
pub(super) fn is_journal(part: Strip<'_>) -> bool {
    if year_at(part).is_some() {
        return true;
    }
    let Some(comma) = dated(part) else {
        return false;
    };
    let colon = part.find(':').is_some_and(|colon| colon < comma);
    let behind = part.part(comma + 1, part.len());
    !colon
        && (!behind.is_year(0)
            || behind.is_mark(1, '(')
            || behind.is_mark(1, '.')
            || behind.is_mark(1, ',') && is_volume(behind.part(2, behind.len())))
}

/// Whether the numbers of a journal stand in the sentences behind its name: `刊名. 2015, 35(4): 1-5`,
/// `刊名. 2015. 35(4)`, `刊名. 532(4): 131-132`.
pub(super) fn is_numbered_behind(name: Strip<'_>, rest: &[Strip<'_>]) -> bool {
    let Some(next) = rest.first().map(|next| next.trim()) else {
        return false;
    };
    let numbered = |part: Strip<'_>| {
        is_volume(part)
            && part.len() > 3
            && matches!(
                part.kind(1),
                Some(TokenKind::Mark('(' | ':') | TokenKind::Number)
            )
    };
    let plain = name
        .tokens
        .iter()
        .all(|token| !matches!(token.kind, TokenKind::Number | TokenKind::Mark(',' | ':')));
    // `3月号: 58-60`
    let monthly = next.is_number(0)
        && next.word(1) == "月"
        && matches!(next.word(2), "号" | "號")
        && next.is_mark(3, ':');
    let after_year = next.is_mark(1, ',') || plain && next.is_mark(1, ';');
    next.is_year(0) && after_year && is_volume(next.part(2, next.len()))
        || plain && monthly
        || plain
            && !is_imprint(name)
            && (numbered(next)
                || next.is_year(0)
                    && next.len() == 1
                    && rest.get(1).is_some_and(|later| numbered(later.trim())))
}

/// Where a year behind a space and a semicolon stand: `刊名 2017;23(11):1321-5`.
fn year_at(part: Strip<'_>) -> Option<usize> {
    (1..part.len()).find(|at| {
        part.is_year(*at)
            && part.is_mark(at + 1, ';')
            && part.tokens.get(*at).is_some_and(|token| token.spaced)
    })
}

/// Where the comma stands behind which a year or a volume follows.
pub(super) fn dated(part: Strip<'_>) -> Option<usize> {
    (1..part.len()).find(|at| {
        part.is_mark(*at, ',') && (part.is_year(at + 1) || is_volume(part.part(at + 1, part.len())))
    })
}

/// Whether numbers of a journal begin here: `46(8): 1`, `第35卷`, `Vol. 3`.
pub(super) fn is_volume(rest: Strip<'_>) -> bool {
    match rest.kind(0) {
        Some(TokenKind::Number) => {
            rest.len() == 1
                || matches!(
                    rest.kind(1),
                    Some(TokenKind::Mark('(' | ':' | ',' | '.' | '-'))
                )
        }
        Some(TokenKind::Han) => rest.word(0) == "第" && rest.is_number(1),
        Some(TokenKind::Word) => {
            matches!(
                rest.word(0).to_lowercase().as_str(),
                "vol" | "no" | "volume" | "bd" | "v"
            ) && (rest.is_number(1) || rest.is_number(2))
        }
        _ => false,
    }
}

/// Whether a bracket holds an issue: `(1)`, `(Z1)`, `(Sep.-Oct.)` before a colon.
pub(super) fn starts_issue(part: Strip<'_>) -> bool {
    let Some(close) = part.find(')') else {
        return false;
    };
    let digits = part.is_number(1) && close <= 4;
    close <= 8
        && (digits || part.is_mark(close + 1, ':'))
        && (close + 1 >= part.len()
            || matches!(
                part.kind(close + 1),
                Some(TokenKind::Mark(':' | ',' | '.') | TokenKind::Link(_))
            ))
}

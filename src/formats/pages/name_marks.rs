//! What pages print behind a name and is none of it: marks of affiliation, addresses, identifiers.

use super::lines::{has_wide, is_wide, part, trim, trim_by};
use super::name_shape::is_name;
use super::needles::{Needles, position};
use crate::source::Span;

/// What begins an address or an identifier.
pub(super) static BEHIND: Needles = Needles::of(&[
    "http", "ORCID", "orcid", "E-mail", "✉", "<", "0000-000", "0009-000",
]);

/// One name without footnote marks, addresses and brackets that hold no name.
pub(super) fn bare(text: &str, piece: Span) -> Span {
    let words = piece.of(text);
    let end = BEHIND.first_in(words).unwrap_or(words.len());
    // `Ruben de Keyser at Ghent University`
    let end = position(&words[..end], " at ")
        .filter(|at| super::byline::is_body(&words[*at..end]))
        .unwrap_or(end);
    let mut out = trim_by(text, part(text, piece, 0, end), |c| {
        c.is_whitespace() || c == '…'
    });
    if let Some(rest) = out.of(text).strip_prefix("...") {
        out = part(text, out, out.len() - rest.len(), out.len());
    }
    // `陳怡君（Yi-Chun Chen）` is one name in two scripts; `이름 (소속)` says where somebody works.
    if out.of(text).ends_with([')', '）'])
        && let Some(open) = out.of(text).find(['(', '（'])
    {
        let inner = out.of(text);
        let inside = trim_by(text, part(text, out, open, inner.len()), |c| {
            matches!(c, '(' | ')' | '（' | '）')
        });
        let before = part(text, out, 0, open);
        let wide_before = has_wide(before.of(text));
        let wide_inside = has_wide(inside.of(text));
        if !wide_before || wide_inside || !is_name(inside.of(text)) {
            out = before;
        }
    }
    let mark = |c: char| {
        c.is_ascii_digit()
            || c.is_whitespace()
            || matches!(
                c,
                '*' | '†' | '‡' | '§' | '#' | '¶' | ',' | ';' | '∗' | '◽' | '⁎' | '[' | '\u{2070}'
                    ..='\u{209f}' | '¹' | '²' | '³'
            )
    };
    // `Davidson, L [1 ]`
    if out.of(text).ends_with(']')
        && let Some(open) = out.of(text).rfind('[')
    {
        let inner = &out.of(text)[open + 1..out.len() - 1];
        if inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | ','))
        {
            out = part(text, out, 0, open);
        }
    }
    let kept = out.of(text);
    if !kept.ends_with(']') || has_wide(kept) {
        out = trim_by(text, out, mark);
    }
    // `Paolo Bianchi b`: a small letter alone refers to where somebody works.
    while let Some((name, mark)) = out.of(text).rsplit_once([' ', '\u{a0}']) {
        let one = mark.len() == 1 && mark.bytes().all(|b| b.is_ascii_lowercase());
        if !one || !name.trim().contains([' ', '\u{a0}']) {
            break;
        }
        out = trim_by(text, part(text, out, 0, name.len()), |c| {
            c.is_ascii_digit() || c.is_whitespace() || matches!(c, '*' | ',')
        });
    }
    // `Ferreira-Alves, J.a`: so does one behind the stop of an initial.
    if let Some(name) = out.of(text).strip_suffix(|c: char| matches!(c, 'a'..='h'))
        && name.ends_with('.')
        && name.trim_end_matches('.').ends_with(char::is_uppercase)
    {
        out = part(text, out, 0, name.len());
    }
    out = without_numeral(text, out);
    let leads = out.of(text).starts_with(['o', 'f', 'a']);
    for lead in [
        "on behalf of the ",
        "on behalf of ",
        "for the ",
        "and the ",
        "and ",
    ]
    .into_iter()
    .filter(|_| leads)
    {
        if let Some(rest) = out.of(text).strip_prefix(lead) {
            let len = out.len();
            out = part(text, out, len - rest.len(), len);
        }
    }
    // `佐々木 実 SASAKI Minoru`
    let words = out.of(text);
    if let Some(at) = words.find(|c: char| c.is_ascii_alphabetic())
        && at > 0
        && words[..at].chars().all(|c| is_wide(c) || c.is_whitespace())
        && words[..at].ends_with(char::is_whitespace)
        && (2..=8).contains(&words[..at].chars().filter(|c| is_wide(*c)).count())
        && words[at..].contains(' ')
        && is_name(&words[at..])
    {
        out = part(text, out, 0, at);
    }
    let kept = out.of(text);
    // A stop after an initial belongs to the name, one after a word ends the list.
    let long = || {
        let mut words = kept.trim_end_matches('.').rsplit([' ', '.']);
        words.next().is_some_and(|word| word.chars().count() > 3)
    };
    if kept.ends_with('.') && (has_wide(kept) || long()) {
        out = trim_by(text, out, |c| c == '.');
    }
    trim(text, out)
}

/// A name without the Roman numerals that refer to where somebody works: `Costa NetoII`, `PereiraI  II`.
fn without_numeral(text: &str, name: Span) -> Span {
    let words = name.of(text);
    let numeral = |c: char| matches!(c, 'I' | 'V' | 'X');
    let kept = words.trim_end_matches(|c: char| numeral(c) || matches!(c, ' ' | ','));
    let glued = kept.ends_with(char::is_lowercase) && words[kept.len()..].starts_with(numeral);
    if glued {
        part(text, name, 0, kept.len())
    } else {
        name
    }
}

/// A name without the numbers in brackets behind it: `Tse, S (Tse, Samson) [1] , [4]`.
pub(super) fn without_reference(text: &str, region: Span) -> Span {
    let mut out = region;
    while out.of(text).ends_with(']')
        && let Some(open) = out.of(text).rfind('[')
    {
        let inner = &out.of(text)[open + 1..out.len() - 1];
        if !inner
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | ',' | '-'))
        {
            break;
        }
        out = trim_by(text, part(text, out, 0, open), |c| {
            c.is_whitespace() || c == ','
        });
    }
    out
}

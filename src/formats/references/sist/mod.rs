//! The grammar of SIST 02, the Japanese standard: `著者名. 論文名. 誌名. 2007, vol. 50, no. 8, p. 496-505.`
//! and `著者名. 書名. 版表示, 出版地, 出版者, 2005, 230p.`
//!
//! Source: SIST 02:2007.

use super::found::Found;
use super::links::LinkKind;
use super::strip::Strip;
use super::token::{Token, TokenKind};
use crate::model::Field;

/// Reads a reference by the marks of the standard. [`None`] where it is not printed by it.
pub(super) fn parse(text: &str, tokens: &[Token]) -> Option<Found> {
    let strip = Strip { text, tokens };
    let is_patent = PATENTS.iter().any(|word| strip.words().starts_with(word));
    if !is_patent && !is_marked(strip) {
        return None;
    }
    let mut out = Found::default();
    let parts = parts(strip);
    if is_patent {
        return patent(&parts, out);
    }
    // Where the numbers begin: `2007, vol. 50`, `丸善, 2005, 230p.`
    let tail = (1..parts.len()).find(|at| is_tail(parts[*at]));
    let front = parts.get(..tail.unwrap_or(parts.len())).unwrap_or_default();
    let back = tail.map(|at| parts.get(at..).unwrap_or_default());
    let quoted = front.iter().position(|part| is_quoted(*part));
    match (front, quoted) {
        // A quoted part: what follows is what it stands in.
        (_, Some(at)) if at <= 1 => {
            if at == 1 {
                people(front[0], Field::Author, &mut out);
            }
            out.add(Field::Title, unquoted(front[at]).span());
            host(front.get(at + 1..).unwrap_or_default(), &mut out);
        }
        ([], _) => return None,
        ([title], _) => out.add(Field::Title, title.span()),
        ([authors, title], _) => {
            people(*authors, Field::Author, &mut out);
            out.add(Field::Title, title.span());
        }
        ([authors, title, rest @ ..], _) => {
            people(*authors, Field::Author, &mut out);
            out.add(Field::Title, title.span());
            host(rest, &mut out);
        }
    }
    for part in back.unwrap_or_default() {
        numbers(*part, &mut out);
    }
    let dated = out.has(Field::Date);
    let site = out.has(Field::Title)
        && strip
            .tokens
            .iter()
            .any(|token| matches!(token.kind, TokenKind::Link(LinkKind::Url | LinkKind::Doi)));
    (out.has(Field::Title) && (dated || site)).then_some(out)
}

/// Words that the number of a patent begins with.
const PATENTS: &[&str] = &["特許第", "特許公報", "特開", "特願", "特表", "実用新案"];

/// Reads `特許第5123456号. 発明の名称. 発明者. 2012-11-02`.
fn patent(parts: &[Strip<'_>], mut out: Found) -> Option<Found> {
    let [number, title, rest @ ..] = parts else {
        return None;
    };
    let first = (0..number.len()).find(|at| number.is_number(*at))?;
    let kind = first - usize::from(first > 0 && number.word(first - 1) == "第");
    out.add(Field::Type, number.part(0, kind).span());
    let end = (first..number.len()).find(|at| number.word(*at) == "号");
    let end = end.unwrap_or(number.len());
    out.add(Field::Number, number.part(first, end).span());
    out.add(Field::Title, title.span());
    for part in rest {
        if part.is_year(0) {
            out.add_first(Field::Date, part.span());
        } else {
            out.add_first(Field::Author, part.span());
        }
    }
    Some(out)
}

/// Whether the standard's marks are there: Japanese words, parts ended by full stops of half width,
/// and a year with a comma behind it and `vol.`, `no.`, `p.` or `230p`, or the day of a visit `(参照 …)`.
fn is_marked(strip: Strip<'_>) -> bool {
    let mut kana = 0;
    let mut han = 0;
    for at in 0..strip.len() {
        if strip.kind(at) == Some(TokenKind::Han) {
            han += 1;
            kana += usize::from(
                strip
                    .word(at)
                    .starts_with(|c| matches!(c, '\u{3040}'..='\u{30ff}')),
            );
        }
    }
    let visited = (0..strip.len().saturating_sub(1)).any(|at| {
        matches!(
            (strip.word(at), strip.word(at + 1)),
            ("参", "照") | ("入", "手")
        )
    });
    let dated = (2..strip.len()).any(|at| {
        let before = strip.is_mark(at - 1, ',') || strip.is_mark(at - 1, '.');
        before
            && strip.is_year(at)
            && strip.is_mark(at + 1, ',')
            && (is_word(strip, at + 2, &["vol", "no", "p", "pp"])
                || strip.word(at + 2) == "巻"
                || strip.is_number(at + 2) && is_word(strip, at + 3, &["p", "pp"]))
    });
    han >= 4 && (dated && (kana > 0 || has_stops(strip)) || visited && has_stops(strip))
}

/// Whether stops of half width part its parts.
fn has_stops(strip: Strip<'_>) -> bool {
    (1..strip.len())
        .filter(|at| {
            strip.word(*at) == "."
                && matches!(
                    strip.kind(at - 1),
                    Some(TokenKind::Han | TokenKind::Mark('"'))
                )
        })
        .count()
        >= 2
}

fn is_word(strip: Strip<'_>, at: usize, words: &[&str]) -> bool {
    words.contains(&strip.word(at).to_ascii_lowercase().as_str())
}

/// The parts between full stops; quotes and brackets hold theirs together, and links end one.
fn parts(strip: Strip<'_>) -> Vec<Strip<'_>> {
    let mut out = Vec::new();
    let mut from = 0;
    let mut depth = 0_i32;
    let mut quoted = false;
    for at in 0..strip.len() {
        match strip.kind(at) {
            Some(TokenKind::Mark('(')) => depth += 1,
            Some(TokenKind::Mark(')')) => depth -= 1,
            Some(TokenKind::Mark('"')) => quoted = !quoted,
            _ => {}
        }
        let next = strip.kind(at + 1);
        let apart = strip.spaced(at + 1)
            || next == Some(TokenKind::Han)
            || next == Some(TokenKind::Mark('"'));
        let abbreviated = at > 0
            && is_word(
                strip,
                at - 1,
                &["vol", "no", "p", "pp", "ed", "eds", "et", "al"],
            )
            || at > 0
                && strip.kind(at - 1) == Some(TokenKind::Word)
                && strip.word(at - 1).chars().count() == 1
                && !strip.is_number(at.saturating_sub(2))
                // `Smith, P. J. 論文名`
                && !matches!(next, Some(TokenKind::Han));
        let ends = strip.is_mark(at, '.') && apart && !abbreviated && depth <= 0 && !quoted;
        if ends || strip.is_link(at) {
            out.push(strip.part(from, at));
            from = at + 1;
        }
    }
    out.push(strip.part(from, strip.len()));
    out.into_iter()
        .map(Strip::trim)
        .filter(|part| {
            let words = part.words().trim_start_matches(['(', '（']);
            !part.is_empty() && !words.starts_with("参照") && !words.starts_with("入手")
        })
        .collect()
}

/// Whether numbers begin here: a year first, or an imprint that ends with year and pages.
fn is_tail(part: Strip<'_>) -> bool {
    part.is_year(0) && (part.len() == 1 || part.is_mark(1, ',') || part.is_mark(1, '-'))
        || (1..part.len()).any(|at| part.is_year(at) && part.is_mark(at - 1, ','))
}

fn is_quoted(part: Strip<'_>) -> bool {
    part.is_mark(0, '"')
}

/// The part without quotes.
fn unquoted(part: Strip<'_>) -> Strip<'_> {
    let close = (1..part.len())
        .find(|at| part.is_mark(*at, '"'))
        .unwrap_or(part.len());
    part.part(1, close).trim()
}

/// Reads people; `編` behind them makes them editors.
fn people(part: Strip<'_>, field: Field, out: &mut Found) {
    let words = |count: usize| {
        let from = part.len().saturating_sub(count);
        part.part(from, part.len()).words()
    };
    let (field, count) = if matches!(words(2), "編著" | "編集" | "監修" | "共編") {
        (Field::Editor, 2)
    } else if words(1) == "編" && part.len() > 2 {
        (Field::Editor, 1)
    } else if matches!(words(1), "訳" | "譯") && part.len() > 2 {
        (Field::Translator, 1)
    } else if matches!(words(2), "共著") {
        (field, 2)
    } else if words(1) == "著" && part.len() > 2 {
        (field, 1)
    } else {
        (field, 0)
    };
    let names = part.part(0, part.len() - count).trim();
    out.add(field, names.span());
}

/// Whether people with a role stand here: `倉田敬子編`, `山田太郎訳`.
fn has_role(part: Strip<'_>) -> bool {
    let mut found = Found::default();
    people(part, Field::Author, &mut found);
    !found.has(Field::Author)
}

/// Reads the journal or book a part stands in, with its editors.
fn host(parts: &[Strip<'_>], out: &mut Found) {
    let mut named = false;
    for part in parts {
        if named || has_role(*part) && parts.len() > 1 {
            if has_role(*part) {
                people(*part, Field::Editor, out);
            }
            continue;
        }
        named = true;
        out.add(Field::JournalTitle, part.span());
    }
}

/// Reads `2007, vol. 50, no. 8, p. 496-505` or `第2版, 東京, 丸善, 2005, 230p, (叢書, 3)`.
fn numbers(part: Strip<'_>, out: &mut Found) {
    let mut words: Vec<Strip<'_>> = Vec::new();
    let mut from = 0;
    while from < part.len() {
        let mut depth = 0_i32;
        let to = (from..part.len())
            .find(|at| {
                depth += i32::from(part.is_mark(*at, '(')) - i32::from(part.is_mark(*at, ')'));
                depth == 0 && part.is_mark(*at, ',')
            })
            .unwrap_or(part.len());
        let one = part.part(from, to);
        from = to + 1;
        if one.is_empty() {
            continue;
        }
        let number = if one.is_mark(1, '.') { 2 } else { 1 };
        let rest = one.part(number, one.len()).trim();
        if one.is_year(0) {
            out.add_first(Field::Date, one.trim().span());
            imprint(&words, out);
            words.clear();
        } else if is_word(one, 0, &["vol"]) || one.word(0) == "巻" {
            out.add_first(Field::Volume, rest.span());
        } else if is_word(one, 0, &["no"]) {
            out.add_first(Field::Number, rest.span());
        } else if is_word(one, 0, &["p", "pp"]) {
            out.add_first(Field::Pages, rest.span());
        } else if one.is_number(0) && is_word(one, 1, &["p", "pp"]) {
            out.add_first(Field::PageTotal, one.part(0, 1).span());
        } else if one.is_mark(0, '(') && out.has(Field::Date) {
            let inner = one.part(1, one.len().saturating_sub(1));
            let series = inner.part(0, inner.find(',').unwrap_or(inner.len())).trim();
            if !series.is_empty()
                && !series.words().starts_with("参照")
                && !series.words().starts_with("in ")
            {
                out.add_first(Field::Series, series.span());
            }
        } else if one.words().ends_with("論文") {
            out.add_first(Field::Type, one.trim().span());
        } else if out.has(Field::Date)
            && one.is_number(0)
            && one.is_mark(1, '-')
            && one.is_number(2)
        {
            out.add_first(Field::Pages, one.trim().span());
        } else {
            words.push(one);
        }
    }
    if !out.has(Field::Date) {
        imprint(&words, out);
    }
}

/// Reads `版表示, 出版地, 出版者`.
fn imprint(words: &[Strip<'_>], out: &mut Found) {
    let mut rest: Vec<Strip<'_>> = Vec::new();
    for word in words {
        let text = word.trim().words();
        if text.ends_with('版') && text.chars().count() <= 8 {
            out.add_first(Field::Edition, word.trim().span());
        } else {
            rest.push(word.trim());
        }
    }
    match rest.as_slice() {
        [] => {}
        [publisher] => out.add_first(Field::Publisher, publisher.span()),
        [place, publisher, ..] => {
            out.add_first(Field::Location, place.span());
            out.add_first(Field::Publisher, publisher.span());
        }
    }
    // `電子メディアは研究を変えるのか. … 勁草書房, 2000`: what it stands in is a book.
    if out.has(Field::Publisher) {
        out.rename(Field::JournalTitle, Field::BookTitle);
    }
}

#[cfg(test)]
mod tests;

//! Title and authors of a page by their shape and place, where no label names them.

use std::collections::HashMap;

use super::lines::{doi_in, is_wide, trim_by};
use super::names::{self, NameList};
use super::venue;
use crate::source::Span;

/// The lines of a page that have no label, in order.
pub(super) type Free = [Span];

/// How far below a title its authors may begin: a subtitle and a second language lie between.
const REACH: usize = 5;

/// The line that has the shape of a title, best placed: printed twice, or with names below it.
pub(super) fn title(text: &str, free: &Free) -> Option<usize> {
    let mut seen: HashMap<&str, usize> = HashMap::new();
    for line in free {
        let words = line.of(text);
        *seen
            .entry(words.rsplit(['|', '›']).next().unwrap_or(words).trim())
            .or_default() += 1;
    }
    let mut best: Option<(i32, usize)> = None;
    for (at, &line) in free.iter().enumerate().take(60) {
        let Some(mut score) = shape(text, line) else {
            continue;
        };
        if seen.get(line.of(text)).is_some_and(|n| *n > 1) {
            score += 3;
        }
        if let Some((distance, _)) = authors_below(text, free, at) {
            score += if distance <= 2 { 4 } else { 2 };
        }
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.filter(|(score, _)| *score >= 0).map(|(_, at)| at)
}

/// How much a line has the shape of a title; [`None`] if it cannot be one.
fn shape(text: &str, line: Span) -> Option<i32> {
    let words = line.of(text);
    let wide = words.chars().filter(|c| is_wide(*c)).count();
    let letters = words.chars().filter(|c| c.is_alphabetic()).count();
    let many = words.split_whitespace().count();
    let length = words.chars().count();
    let enough = wide >= 5 || (many >= 2 && letters >= 12);
    if !enough || length > 350 || letters * 2 < length || !starts_well(words) {
        return None;
    }
    let not = words.contains("http")
        || words.contains('@')
        || words.contains(['©', '›', '|', '→', '◽'])
        || words.contains(" > ")
        || words.contains(" / ")
        || words.ends_with([':', '：', ',', ';', '；'])
        || doi_in(words).is_some()
        || names::list(text, line).is_some()
        || venue::read(text, line).is_some_and(|v| v.numbers.parts() >= 2);
    if not {
        return None;
    }
    let lower = words.to_lowercase();
    let place = [
        "university",
        "department",
        "institute of",
        "hospital",
        "faculty",
        "univ.",
        "universidad",
        "университет",
        "институт",
        "大学",
        "学院",
        "医院",
        "editorial ",
        "научн",
    ];
    let journal = [
        "journal of",
        "revista",
        "publicación",
        "杂志",
        "学报",
        "学会誌",
        "журнал",
        "transactions on",
        "proceedings of",
        "journals",
        "cookie",
        "license",
        "copyright",
        "subscri",
        "all rights",
    ];
    let mut score = 1;
    if place.iter().any(|word| lower.contains(word)) && (words.contains(',') || many < 9) {
        score -= 4;
    }
    if journal.iter().any(|word| lower.contains(word)) {
        score -= 3;
    }
    if words.ends_with(['.', '。', '…']) {
        score -= 3;
    }
    if length >= 25 || wide >= 12 {
        score += 1;
    }
    Some(score)
}

fn starts_well(words: &str) -> bool {
    let first = words.chars().next().unwrap_or(' ');
    let affiliation = first.is_ascii_digit()
        && words[1..]
            .trim_start_matches(|c: char| c.is_ascii_digit())
            .starts_with(|c: char| c == ' ' || c.is_uppercase())
        && !words.starts_with("3D")
        && !words.starts_with("2D");
    !affiliation
        && !matches!(
            first,
            '*' | '#' | '(' | '-' | '–' | '…' | '+' | '$' | '{' | '<' | '='
        )
}

/// The lines of names below line `at`, and how many lines below they begin.
pub(super) fn authors_below(text: &str, free: &Free, at: usize) -> Option<(usize, NameList)> {
    let mut out: Option<(usize, NameList)> = None;
    for (n, &line) in free.iter().enumerate().skip(at + 1) {
        let distance = n - at;
        let plain = trim_by(text, line, |c| c.is_whitespace() || matches!(c, '•' | ';'));
        let found = names::list(text, plain).filter(|found| {
            // One Latin name alone is believed only near the title.
            found.names.len() > 1 || distance <= 3 || out.is_some()
        });
        match (found, &mut out) {
            (Some(found), None) if distance <= REACH => out = Some((distance, found)),
            (Some(found), Some((_, list))) => {
                list.names.extend(found.names);
                if list.cut.is_empty() {
                    list.cut = found.cut;
                }
            }
            (None, None) if distance < REACH => {}
            _ => break,
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn found(page: &str) -> Option<&str> {
        let free: Vec<Span> = lines(page, Span::new(0, page.len()))
            .into_iter()
            .filter(|line| !line.is_empty())
            .collect();
        title(page, &free).map(|at| free[at].of(page))
    }

    #[test]
    fn the_title_stands_above_names_or_twice() {
        assert_eq!(
            found(
                "University of Somewhere, Library\nA short study of trees\nAda Lovelace, Charles Babbage\nDepartment of Botany, Town"
            ),
            Some("A short study of trees")
        );
        assert_eq!(
            found("首页|抑郁自杀风险预测研究进展\n抑郁自杀风险预测研究进展\n曾雪、马亚荣"),
            Some("抑郁自杀风险预测研究进展")
        );
        assert_eq!(found("Home\nLog in\nhttps://example.org"), None);
    }
}

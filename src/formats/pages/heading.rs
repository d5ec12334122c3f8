//! Title and authors of a page by their shape and place, where no label names them.

use std::collections::HashMap;

use super::lines::{doi_in, is_wide, trim_by};
use super::name_lists;
use super::names::NameList;
use super::noise;
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

/// `Cited by 4 publications`, `Vol ahead-of-print`: words that only number something.
fn is_count(words: &str) -> bool {
    let counted = words.split(' ').count() <= 5 && words.bytes().any(|b| b.is_ascii_digit());
    let heads = [
        "Cited by",
        "Citations",
        "Vol ",
        "Views",
        "Downloads",
        "Showing ",
        "Page ",
    ];
    (counted && heads.iter().any(|head| words.starts_with(head))) || words.starts_with("Vol ahead")
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
        || noise::is_noise(words)
        || is_count(words)
        || words.contains('@')
        || words.contains(['©', '›', '|', '→', '◽'])
        || words.contains(" > ")
        || words.contains(" / ")
        || words.ends_with([':', '：', ',', ';', '；'])
        || doi_in(words).is_some()
        || name_lists::list(text, line).is_some()
        || is_journal(words)
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

/// A title without the kind of article some databases glue to it: `Title(Article)(Open Access)`.
pub(super) fn without_kind(text: &str, line: Span) -> Span {
    let mut out = line;
    while let Some(head) = [
        "(Article)",
        "(Review)",
        "(Open Access)",
        "(Conference Paper)",
        "(Letter)",
        "(Editorial)",
        "(Note)",
    ]
    .iter()
    .find_map(|kind| out.of(text).strip_suffix(kind))
    {
        out = super::lines::part(text, out, 0, head.len());
    }
    out
}

/// Whether `short` is `full` with its words cut and its particles left out.
pub(super) fn abbreviates(short: &str, full: &str) -> bool {
    let fold = |word: &str| word.trim_end_matches('.').to_lowercase();
    let mut words = full.split(' ').map(fold);
    let mut cut = false;
    let fits = short.split(' ').map(fold).all(|piece| {
        let found = words.find(|word| !piece.is_empty() && word.starts_with(&piece));
        cut |= found.as_ref().is_some_and(|word| word.len() > piece.len());
        found.is_some()
    });
    fits && cut && short.contains(' ') && full.len() < 120
}

/// Whether a line names a body people work at, and nothing more.
pub(super) fn is_body(words: &str) -> bool {
    let lower = words.to_lowercase();
    let body = [
        "universit",
        "universidad",
        "college",
        "institut",
        "hospital",
        "school of",
        "academy",
        "department of",
        "大学",
        "学院",
        "医院",
        "研究所",
        "病院",
        "대학교",
        "университет",
    ];
    words.len() < 120 && !words.ends_with('.') && body.iter().any(|word| lower.contains(word))
}

/// Whether a line is the name of a journal by its words.
pub(super) fn is_journal(words: &str) -> bool {
    let ends = [
        "杂志",
        "雜誌",
        "学报",
        "學報",
        "学刊",
        "論叢",
        "论丛",
        "通报",
        "会誌",
        "学会誌",
        "雑誌",
        "論文集",
        "학회지",
        "논문지",
        "학술지",
    ];
    if words.chars().count() < 40 && ends.iter().any(|end| words.ends_with(end)) {
        return true;
    }
    let lower = words.to_lowercase();
    let begins = [
        "journal of ",
        "revista ",
        "annals of ",
        "archives of ",
        "transactions on ",
        "ieee transactions",
        "international journal of ",
        "european journal of ",
        "american journal of ",
        "british journal of ",
        "zeitschrift ",
        "acta ",
        "вестник ",
        "журнал ",
        "известия ",
        "dergisi ",
    ];
    words.split(' ').count() <= 9
        && !words.ends_with(['.', ':', '?'])
        && !words.contains([':', ';', '|', '>', '>'])
        && !words.bytes().any(|b| b.is_ascii_digit())
        && (begins.iter().any(|lead| lower.starts_with(lead)) || lower.ends_with(" journal"))
}

/// The journal of a page by its words, where nothing names it.
pub(super) fn journal(text: &str, free: &Free, twice: &Free, title: Option<Span>) -> Span {
    let other = |line: &&Span| title.is_none_or(|title| title.of(text) != line.of(text));
    let all = || twice.iter().chain(free.iter().take(40)).filter(other);
    all()
        .find(|line| is_journal(line.of(text)))
        .or_else(|| {
            // Some Chinese pages print it above and below its sponsor.
            twice.iter().filter(other).find(|line| {
                let words = line.of(text);
                let length = words.chars().count();
                (3..=20).contains(&length)
                    && words.chars().all(is_wide)
                    && !noise::is_noise(words)
                    && super::labels::lookup(words).is_none()
                    && !is_body(words)
            })
        })
        .copied()
        .unwrap_or_default()
}

/// A line of three or more Chinese terms with only spaces between them, that are no names.
pub(super) fn keywords(text: &str, free: &Free) -> Option<Span> {
    free.iter().copied().find(|line| {
        let words: Vec<&str> = line.of(text).split_whitespace().collect();
        words.len() >= 3
            && words
                .iter()
                .all(|word| word.chars().all(is_wide) && (2..=10).contains(&word.chars().count()))
            && words.iter().any(|word| word.chars().count() > 3)
    })
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
    let mut apart = false;
    for (n, &line) in free.iter().enumerate().skip(at + 1) {
        let distance = n - at;
        let plain = trim_by(text, line, |c| c.is_whitespace() || matches!(c, '•' | ';'));
        let found = name_lists::list(text, plain).filter(|found| {
            // One Latin name alone is believed only near the title.
            found.names.len() > 1 || distance <= 3 || out.is_some()
        });
        match (found, &mut out) {
            (Some(found), None) if distance <= REACH => out = Some((distance, found)),
            (Some(found), Some((_, list))) => {
                // The same names again in Latin letters are not more authors.
                let wide = |names: &NameList| {
                    names
                        .names
                        .iter()
                        .any(|name| name.of(text).chars().any(is_wide))
                };
                if (wide(list) && !wide(&found)) || (apart && found.names.len() > 1) {
                    break;
                }
                list.names.extend(found.names);
                if list.cut.is_empty() {
                    list.cut = found.cut;
                }
            }
            (None, None) if distance < REACH => {}
            // Where somebody works stands between the names.
            (None, Some(_)) if is_body(line.of(text)) => apart = true,
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

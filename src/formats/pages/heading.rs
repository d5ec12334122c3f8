//! Title and authors of a page by their shape and place, where no label names them.

use std::collections::HashMap;

use super::byline::authors_below;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{doi_in, is_wide};
use super::noise;
use super::numbers::numbers;
use super::title_shape::shape;
use crate::source::Span;
use crate::text::stopwords;

/// The lines of a page that have no label, in order.
pub(super) type Free = [Span];

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
    // The lines may stand anywhere in a long file; what is far from them is another page.
    let page = free.first().zip(free.last()).map_or("", |(first, last)| {
        let start = super::lines::floor(text, (first.start as usize).saturating_sub(2_000));
        let end = super::lines::floor(
            text,
            (last.end as usize + 8_000).min(first.start as usize + PAGE),
        );
        text.get(start..end).unwrap_or_default()
    });
    for (at, &line) in free.iter().enumerate().take(60) {
        let Some(mut score) = shape(text, line) else {
            continue;
        };
        let words = line.of(text);
        if seen.get(words).is_some_and(|n| *n > 1) {
            score += 3;
        } else if score > -2
            && words.len() >= 20
            && memchr::memmem::find_iter(page.as_bytes(), words.as_bytes())
                .nth(1)
                .is_some()
        {
            score += 2;
        }
        if let Some((distance, _)) = authors_below(text, free, at) {
            score += if distance <= 2 { 4 } else { 2 };
        }
        if work_kind_above(text, line) {
            score += 2;
        }
        score += said_below(text, line);
        if best.is_none_or(|(most, _)| score > most) {
            best = Some((score, at));
        }
    }
    best.filter(|(score, _)| *score >= 0)
        .map(|(_, at)| original(text, free, at))
}

/// The title in the language of the work, where it stands right above its English translation.
fn original(text: &str, free: &Free, at: usize) -> usize {
    let above = at.checked_sub(1).and_then(|n| Some((n, *free.get(n)?)));
    let (Some((before, above)), Some(line)) = (above, free.get(at)) else {
        return at;
    };
    let other = |line: Span, english: bool| {
        stopwords::language(line.of(text)).is_some_and(|tag| (tag == "en") == english)
    };
    let touching = line.start <= above.end + 3;
    // `밤섬의 새` above `Birds of Bamseom`
    let wide = |line: Span| line.of(text).chars().filter(|c| is_wide(*c)).count();
    let gap = text.get(above.end as usize..line.start as usize);
    let near = gap.is_some_and(|gap| {
        let button =
            |line: &str| line.is_empty() || line.starts_with("被引") || noise::is_noise(line);
        gap.len() < 80 && gap.lines().map(str::trim).all(button)
    });
    let said = |word: &&str| above.of(text).contains(*word);
    if near
        && wide(above) >= 6
        && wide(*line) == 0
        && !KINDS.iter().any(said)
        && shape(text, above) >= Some(1)
    {
        return before;
    }
    if touching && other(*line, true) && other(above, false) && shape(text, above) >= Some(1) {
        before
    } else {
        at
    }
}

/// Words of the lines that say what kind of page or work stands below them.
static KINDS: &[&str] = &[
    "논문",
    "저널",
    "학술",
    "등재",
    "원저",
    "论文",
    "期刊",
    "文章",
    "研究所",
    "論文",
    "原著",
    "論著",
    "雑誌",
    "检索",
    "首页",
    "查詢",
];

/// How much of a page is searched for its title again.
const PAGE: usize = 60_000;

/// Whether the line above names a kind of work, as `Original article` does above a title.
fn work_kind_above(text: &str, line: Span) -> bool {
    let before = &text
        [super::lines::floor(text, (line.start as usize).saturating_sub(200))..line.start as usize];
    before
        .lines()
        .rev()
        .map(str::trim)
        .find(|line| !line.is_empty())
        .is_some_and(noise::is_kind)
}

/// What the next line says for a title: its authors follow, or its DOI, journal or abstract.
fn said_below(text: &str, line: Span) -> i32 {
    let end = super::lines::floor(text, (line.end as usize + 300).min(text.len()));
    let rest = &text[line.end as usize..end];
    let base = line.end as usize;
    let Some(next) = rest.lines().find(|next| !next.trim().is_empty()) else {
        return 0;
    };
    let at = base + (next.as_ptr() as usize - rest.as_ptr() as usize);
    let next = super::lines::trim(text, Span::new(at, at + next.len()));
    match labels_of(text, next).1.first().map(|found| found.label) {
        Some(Label::Author) => 4,
        Some(
            Label::Doi
            | Label::Journal
            | Label::Source
            | Label::Abstract
            | Label::Type
            | Label::Keywords
            | Label::OtherTitle,
        ) => 1,
        // The same in another language, as catalogues print it.
        _ if next.of(text).starts_with("= ") => 3,
        _ if doi_in(next.of(text)).is_some() => 1,
        // A journal stands above its numbers.
        _ if is_numbered(text, next) => -4,
        _ => 0,
    }
}

/// Whether a line begins with a volume or issue and tells when or where in it.
fn is_numbered(text: &str, line: Span) -> bool {
    let words = line.of(text);
    let heads = ["vol", "no. ", "issue ", "bd. ", "tome "];
    heads
        .iter()
        .any(|head| super::needles::starts_with(words, head))
        && {
            let found = numbers(text, line);
            found.parts() >= 2 && found.run.start <= line.start + 8
        }
}

/// A title without the buttons behind it: `TITLE 认领 被引量：21`.
fn without_buttons(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let at = [" 认领", " 被引量", "\u{3000}被引量", "    被引量"]
        .iter()
        .filter_map(|mark| words.find(mark))
        .min();
    at.filter(|at| *at > 6)
        .map_or(line, |at| super::lines::part(text, line, 0, at))
}

/// A title without the kind of article some databases glue to it: `Title(Article)(Open Access)`.
pub(super) fn without_kind(text: &str, line: Span) -> Span {
    let mut out = without_buttons(text, line);
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

/// A line of three or more Chinese terms with only spaces between them, that are no names.
pub(super) fn keywords(text: &str, free: &Free) -> Option<Span> {
    free.iter().copied().find(|line| {
        let words: Vec<&str> = line.of(text).split_whitespace().collect();
        // In Korean, words of a sentence have blanks between them.
        let hangul = |c: char| matches!(c, '\u{ac00}'..='\u{d7a3}');
        words.len() >= 3
            && !line.of(text).contains(hangul)
            && words
                .iter()
                .all(|word| word.chars().all(is_wide) && (2..=10).contains(&word.chars().count()))
            && words.iter().any(|word| word.chars().count() > 3)
            && !words.iter().any(|word| noise::is_noise(word))
    })
}

/// A line of three or more short terms with `；` between them, none of which is an author.
pub(super) fn terms(text: &str, free: &Free, authors: &[Span]) -> Option<Span> {
    free.iter().copied().find(|line| {
        let words = line.of(text);
        let fits = |term: &str| {
            (2..=30).contains(&term.chars().count())
                && !term.contains(|c: char| c.is_ascii_digit() || "。：:（(".contains(c))
                && !authors.iter().any(|name| name.of(text) == term)
        };
        words.matches('；').count() >= 2 && words.split('；').map(str::trim).all(fits)
    })
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
        assert_eq!(
            found("МХИ КАМЕННЫХ БЕРЕГОВ ОНЕГИ\nИВАНОВА АННА ПЕТРОВНА1,\nNOWAK JAN2"),
            Some("МХИ КАМЕННЫХ БЕРЕГОВ ОНЕГИ")
        );
        assert_eq!(
            found(
                "학술저널\n밤섬의 새와 도시의 소음\nBirds of Bamseom and the Noise of the City\n고은별, 남궁민"
            ),
            Some("밤섬의 새와 도시의 소음")
        );
        assert_eq!(found("Home\nLog in\nhttps://example.org"), None);
    }
}

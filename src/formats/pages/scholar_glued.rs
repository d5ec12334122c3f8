//! Results of Google Scholar that lost their line breaks, cut back into lines.

use super::lines::{is_wide, is_year, part};
use super::needles::Needles;
use super::sites::google_scholar::is_scholar_name;
use crate::source::Span;

/// Words of the bar under a result, in the languages of its interface.
static BARS: Needles = Needles::of(&[
    "Related articles",
    "Cited by ",
    "相关文章",
    "被引用次数",
    "相關文章",
    "被引用 ",
    "関連記事",
    "引用元 ",
    "관련 학술자료",
    "회 인용",
    "Artículos relacionados",
    "Citado por ",
    "Artigos relacionados",
    "Autres articles",
    "Ähnliche Artikel",
    "Zitiert von",
    "Articoli correlati",
    "Citato da ",
    "Похожие статьи",
    "Цитируется: ",
    "Пов’язані статті",
    "İlgili makaleler",
    "Powiązane artykuły",
    "Cytowane przez",
    "Artikel terkait",
    "Verwante artikelen",
]);

/// What ends the bar under a result.
static ENDS: &[&str] = &[
    "versions",
    "versiones",
    "versões",
    "Versionen",
    "versioni",
    "versies",
    "wersji",
    "wersje",
    "sürümün",
    "versi",
    "个版本",
    "個版本",
    "バージョン",
    "버전",
    "Related articles",
    "相关文章",
    "相關文章",
    "関連記事",
    "Artículos relacionados",
    "Artigos relacionados",
    "Autres articles",
    "Ähnliche Artikel",
    "Articoli correlati",
    "Похожие статьи",
    "İlgili makaleler",
    "Powiązane artykuły",
    "View as HTML",
    "Cached",
];

/// What stands above the first result.
static HEADS: &[&str] = &[
    "Create alert",
    "include citations",
    "Sort by date",
    "Crear alerta",
    "Créer l'alerte",
    "Alert erstellen",
    "创建快讯",
];

/// Whether the words hold a part of the bar under a result.
pub(super) fn has_bar(words: &str) -> bool {
    BARS.first_in(words).is_some()
}

/// The lines, with each that holds whole results cut into title, names with venue and year, and
/// bar. Others are left as they are.
pub(super) fn relined(text: &str, lines: &[Span]) -> Vec<Span> {
    let mut out = Vec::with_capacity(lines.len());
    for &line in lines {
        let before = out.len();
        if has_bar(line.of(text)) {
            results(text, line, &mut out);
        }
        if out.len() == before {
            out.push(line);
        }
    }
    out
}

/// Appends the parts of the results in one line; nothing where it holds none.
fn results(text: &str, line: Span, out: &mut Vec<Span>) {
    let words = line.of(text);
    let years = years(words);
    let mut from = 0;
    for (n, &year) in years.iter().enumerate() {
        // The snippet of a result holds years too.
        if year < from {
            continue;
        }
        let Some((begin, dash)) = names_and_venue(words, from, year) else {
            continue;
        };
        let Some(people) = people(words, begin, dash) else {
            continue;
        };
        let title = part(text, line, begin, people);
        let Some(bar) = BARS.first_in(&words[year..]).map(|bar| year + bar) else {
            break;
        };
        out.push(title);
        out.push(part(text, line, people, year + 4));
        // The bar ends where its last word stands before the year of the next result.
        let next = years[n + 1..]
            .iter()
            .copied()
            .find(|next| *next > bar)
            .unwrap_or(words.len());
        let end = ENDS
            .iter()
            .filter_map(|end| Some(bar + words[bar..next].rfind(end)? + end.len()))
            .max()
            .unwrap_or(next);
        out.push(part(text, line, bar, end));
        from = end;
    }
}

/// Where the years stand that a dash follows, as the year before a host is.
fn years(words: &str) -> Vec<usize> {
    let gap = |c: char| matches!(c, ' ' | '\u{a0}');
    let mut out = Vec::new();
    for at in memchr::memchr_iter(b'-', words.as_bytes()) {
        let before = words[..at].trim_end_matches(gap);
        let Some(year) = before.len().checked_sub(4).filter(|_| before.len() < at) else {
            continue;
        };
        let apart = words.get(..year).is_some_and(|head| head.ends_with(gap));
        if apart && is_year(&words[year..before.len()]) && words[at + 1..].starts_with(gap) {
            out.push(year);
        }
    }
    out
}

/// Where the title of a result begins, and the dash behind its names.
fn names_and_venue(words: &str, from: usize, year: usize) -> Option<(usize, usize)> {
    let gap = |c: char| matches!(c, ' ' | '\u{a0}');
    let region = words.get(from..year)?;
    let head = HEADS
        .iter()
        .filter_map(|head| Some(region.rfind(head)? + head.len()))
        .max()
        .unwrap_or(0);
    let dash = region
        .match_indices('-')
        .map(|(at, _)| at)
        .rfind(|&at| region[..at].ends_with(gap) && region[at + 1..].starts_with(gap))?;
    let begin = after_hosts(region.get(head..dash)?);
    Some((from + head + begin, from + dash))
}

/// Where the title begins behind `[PDF] host.org`, `[HTML]` and other marks.
fn after_hosts(words: &str) -> usize {
    let mut at = 0;
    while let Some(open) = words[at..].find('[').map(|open| at + open) {
        let Some(close) = words[open..].find(']').map(|close| open + close + 1) else {
            break;
        };
        let mark = &words[open + 1..close - 1];
        let known = mark.len() <= 12 && mark.chars().all(|c| c.is_uppercase() || is_wide(c));
        if !known || open > at + 200 {
            break;
        }
        let rest = words[close..].trim_start();
        let host = rest.len() - rest.trim_start_matches(is_host).len();
        let skip = if rest[..host].contains('.') { host } else { 0 };
        at = words.len() - rest.len() + skip;
    }
    at
}

fn is_host(c: char) -> bool {
    c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '.' | '-')
}

/// Where the names begin before the dash: from behind, name by name, and in the first the
/// initials, which may be glued to the last word of the title.
fn people(words: &str, begin: usize, dash: usize) -> Option<usize> {
    let region = words.get(begin..dash)?;
    let mut end = region.len();
    loop {
        let piece = region[..end].rfind(", ").map_or(0, |at| at + 2);
        let name = region[piece..end].trim_matches(|c: char| c.is_whitespace() || c == '…');
        let cut = name.is_empty() && piece > 0;
        if cut || name.contains(' ') && is_scholar_name(name) && piece > 0 {
            end = piece - 2;
            continue;
        }
        return first_name(&region[piece..end]).map(|at| begin + piece + at);
    }
}

/// Where the first name begins in the end of a title and that name.
fn first_name(words: &str) -> Option<usize> {
    let words_at: Vec<usize> = words
        .char_indices()
        .filter(|(at, c)| {
            *c == ' ' && *at > 0 && words[at + 1..].starts_with(|c: char| c.is_alphabetic())
        })
        .map(|(at, _)| at)
        .collect();
    let mut found = None;
    for (n, &space) in words_at.iter().enumerate().rev().take(5) {
        let start = n
            .checked_sub(1)
            .and_then(|n| words_at.get(n))
            .map_or(0, |at| at + 1);
        let word = &words[start..space];
        // `A Ó Cathasaigh`
        if word == "Ó" {
            continue;
        }
        let kept = word.trim_end_matches(|c: char| c.is_uppercase() || c == '-');
        let initials = &word[kept.len()..];
        let fits = (1..=4).contains(&initials.chars().count())
            && initials.starts_with(char::is_uppercase)
            && is_scholar_name(words[start + kept.len()..].trim_end_matches(['…', ' ', '\u{a0}']));
        if fits && start + kept.len() > 0 {
            found = Some(start + kept.len());
            break;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::super::sites;
    use super::*;
    use crate::model::Field;

    #[test]
    fn results_without_line_breaks_are_cut_apart() {
        let page = "ArticlesScholarAbout 20 results (0.05 sec)Sort by dateCreate alert[PDF] wards.orgGardens of the ward: a reviewK Machin, J Reppe… - Frontiers in Gardens, 2013 - wards.orgGardens were … since 2005 - or so …SaveCiteCited by 412Related articlesAll 9 versions[HTML] sage.comThe value of salt D Ní Bhriain - Salt and Sea …, 2018 - sage.com … SaveCiteCited by 57Related articlesAll 5 versions[BOOK] Salt and lightA van den Berg - 2016 - books.orgSaveCiteCited by 12Related articles";
        let found = sites::read(page, &[Span::new(0, page.len())]);
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 3);
        assert_eq!(of(0, Field::Title), "Gardens of the ward: a review");
        assert_eq!(of(0, Field::JournalTitle), "Frontiers in Gardens");
        assert_eq!(of(1, Field::Title), "The value of salt");
        assert_eq!(of(1, Field::Author), "D Ní Bhriain");
        assert_eq!(of(2, Field::Date), "2016");
    }
}

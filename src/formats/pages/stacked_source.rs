//! A source whose parts stand one below the other: journal, volume and issue, date, pages.

use super::lines::{count_numbers, is_year, part, trim_by};
use super::name_lists;
use super::needles::{holds, position};
use super::noise;
use super::numbers::{Numbers, numbers};
use super::venue::{self, Venue};
use crate::source::Span;

/// The first such source among the lines, and where its lines begin and end. A name in the place of
/// the journal is believed only with all three lines of numbers below it.
pub(super) fn find(text: &str, lines: &[Span]) -> Option<(Venue, usize, usize)> {
    (1..lines.len()).find_map(|at| {
        let (name, numbered) = numbered(text, *lines.get(at)?)?;
        let (date_at, date) = below(lines, at)?;
        let year = dated(text, date)?;
        let (pages_at, pages) = below(lines, date_at)?;
        let pages = paged(text, pages)?;
        let above = (0..at).rev().find(|&n| !lines[n].is_empty())?;
        let journal = lines[above];
        let words = journal.of(text);
        let named = words.len() < 120
            && words.contains(char::is_alphabetic)
            && !words.bytes().any(|b| b.is_ascii_digit())
            && !noise::is_noise(words)
            && name_lists::list(text, journal).is_none_or(|found| found.names.len() == 1);
        let (from, journal) = if !name.is_empty() {
            (at, name)
        } else if named {
            (above, venue::journal(text, journal))
        } else {
            (at, Span::default())
        };
        let numbers = Numbers {
            year,
            pages,
            run: Span {
                start: lines[at].start,
                end: pages.end,
            },
            ..numbered
        };
        Some((Venue { journal, numbers }, from, pages_at + 1))
    })
}

/// The next filled line.
fn below(lines: &[Span], at: usize) -> Option<(usize, Span)> {
    let from = at + 1;
    let next = lines
        .get(from..)?
        .iter()
        .position(|line| !line.is_empty())?;
    Some((from + next, *lines.get(from + next)?))
}

/// `제22권 제3호`, `Vol.5 No.2`, alone or behind the name of the journal.
fn numbered(text: &str, line: Span) -> Option<(Span, Numbers)> {
    let words = line.of(text);
    if count_numbers(words) < 2 {
        return None;
    }
    // `제22권 제3호(통권 50호)`
    let total = position(words, "(통권").or_else(|| position(words, "(통호"));
    let line = total.map_or(line, |at| part(text, line, 0, at));
    let words = line.of(text);
    if words.len() > 160 || !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let found = numbers(text, line);
    let lead = text.get(line.start as usize..found.run.start.max(line.start) as usize)?;
    let ends = found.run.end + 4 >= line.end;
    let alone = lead.chars().filter(|c| c.is_alphabetic()).count() <= 1;
    let name = if alone {
        Span::default()
    } else {
        let to = found.run.start.max(line.start);
        venue::journal(text, Span { end: to, ..line })
    };
    let alone = alone || !name.is_empty() && name.len() < 100;
    let only = found.year.is_empty() && found.pages.is_empty();
    (alone && ends && only && !found.volume.is_empty() && !found.issue.is_empty())
        .then_some((name, found))
}

/// `2014.08`, `2014년 8월`, alone.
fn dated(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let year = words.get(..4).filter(|year| is_year(year))?;
    let rest = words.get(year.len()..)?;
    let alone = rest.chars().all(|c| {
        c.is_ascii_digit()
            || matches!(
                c,
                '.' | '-' | '/' | ' ' | '년' | '월' | '年' | '月' | '일' | '日'
            )
    });
    (alone && rest.len() < 16).then(|| part(text, line, 0, year.len()))
}

/// `89 - 121 (33 pages)`, `pp.89-121`, alone.
fn paged(text: &str, line: Span) -> Option<Span> {
    // `1 - 12 (12page)`
    let words = line.of(text);
    let count = words.find('(').filter(|_| holds(words, "page"));
    let line = count.map_or(line, |at| part(text, line, 0, at));
    let range = trim_by(text, line, |c| !c.is_ascii_digit());
    let lead = line.len() - range.len();
    let only = range
        .of(text)
        .chars()
        .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '-' | '–' | '~' | '∼'));
    let ends = range.of(text).split(['-', '–', '~', '∼']).count();
    (only && ends == 2 && lead <= 8).then_some(range)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn journal_numbers_date_and_pages_stand_in_lines_of_their_own() {
        for (page, journal) in [
            (
                "달빛 아래의 장터\n고은(Eun Ko)\n방송과 사회\n제12권 제2호\n2009.06\n15 - 40 (26 pages)\n",
                "방송과 사회",
            ),
            (
                "A moonlit market\nJournal of Market Towns\n\nVol. 12 No. 2\n\n2009.06\n\npp.15-40\n",
                "Journal of Market Towns",
            ),
            (
                "달빛 아래의 장터\n한국시장학회 시장연구 시장연구 제12권 제2호(통권 80호)\n2009.06\n15 - 40 (26page)\n",
                "시장연구",
            ),
        ] {
            let all = lines(page, Span::new(0, page.len()));
            let (venue, from, to) = find(page, &all).expect(page);
            let n = venue.numbers;
            assert_eq!(
                [venue.journal, n.volume, n.issue, n.year].map(|s| s.of(page)),
                [journal, "12", "2", "2009"]
            );
            assert!(n.pages.of(page).starts_with("15") && n.pages.of(page).ends_with("40"));
            assert!(from < to);
        }
        let page = "Volume 3, Issue 1\n2010\nArticle\n";
        assert!(find(page, &lines(page, Span::new(0, page.len()))).is_none());
    }
}

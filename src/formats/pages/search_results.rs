//! Results of searches that print a work in lines of its own: `SSRN` and `CiNii`.

use super::draft::Draft;
use super::lines::{doi_in, part};
use super::name_lists;
use super::names::NameList;
use super::needles::holds;
use super::numbers::numbers;
use super::venue;
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works of such a page; empty for any other.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let posted = posted(text, lines);
    if !posted.is_empty() {
        return posted;
    }
    boxed(text, lines)
}

pub(super) fn add_names(found: NameList, draft: &mut Draft) {
    for name in found.names {
        draft.add(Field::Author, name);
    }
    if !found.cut.is_empty() {
        draft.mark(Meaning::AuthorsTruncated, found.cut);
    }
}

/// Whether a line is the number of a result, alone.
pub(super) fn is_number(words: &str) -> bool {
    let bare = words.trim_end_matches(['.', ')']);
    (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
}

/// `Number of pages: 61 Posted: 02 Jan 2015`: title and series above, names below, and terms at the
/// end. A work that is printed again in another series is the same.
fn posted(text: &str, lines: &[Span]) -> Vec<Draft> {
    let anchor = |line: &Span| {
        let words = line.of(text);
        holds(words, "Posted:") && super::needles::starts_with(words, "number of pages")
    };
    let at: Vec<usize> = (0..lines.len()).filter(|&n| anchor(&lines[n])).collect();
    let mut out: Vec<Draft> = Vec::new();
    let mut end = 0;
    for (n, &anchor) in at.iter().enumerate() {
        let numbered = (end..anchor).rev().find(|&n| is_number(lines[n].of(text)));
        let above =
            &lines[numbered.map_or_else(|| anchor.saturating_sub(2).max(end), |n| n + 1)..anchor];
        let next = at.get(n + 1).copied().unwrap_or(lines.len());
        // The title of the next is above its anchor.
        let stop = (anchor + 1..next)
            .find(|&n| is_number(lines[n].of(text)))
            .unwrap_or(next);
        end = anchor + 1;
        let Some((&title, series)) = above.split_first() else {
            continue;
        };
        let same = out.last().is_some_and(|draft| {
            draft
                .first(Field::Title)
                .is_some_and(|held| held.of(text) == title.of(text))
        });
        if !same {
            let mut draft = Draft::new(Role::Related);
            draft.add(Field::Title, title);
            out.push(draft);
        }
        let Some(draft) = out.last_mut() else {
            continue;
        };
        for &line in series {
            if let Some(venue) = venue::read(text, line).filter(|venue| venue.numbers.parts() >= 2)
            {
                venue.add_to(text, draft);
            }
        }
        let posted = lines[anchor];
        let from = posted.of(text).find("Posted:").unwrap_or(0);
        let to = posted.of(text).find("Last").unwrap_or(posted.len());
        let date = numbers(text, part(text, posted, from, to.max(from))).year;
        draft.add_first(Field::Date, date);
        for &line in lines.get(anchor + 1..stop).unwrap_or_default() {
            let words = line.of(text);
            if !draft.has(Field::Author)
                && let Some(found) = name_lists::list(text, line)
            {
                add_names(found, draft);
                continue;
            }
            let terms = holds(words, ", ")
                && words.split(", ").all(|term| term.split(' ').count() <= 5)
                && !words.bytes().any(|b| b.is_ascii_digit())
                && words.starts_with(char::is_lowercase);
            if terms && !draft.has(Field::Keywords) {
                super::fields::keywords(text, &[line], draft);
            }
        }
    }
    out
}

/// Results with a box to tick before each title: `□ 題名`, names with spaces around the comma,
/// journal and numbers.
fn boxed(text: &str, lines: &[Span]) -> Vec<Draft> {
    let ticked = |line: &Span| {
        let words = line.of(text);
        ["□", "☐", "▢", "◻"]
            .iter()
            .find_map(|mark| words.strip_prefix(mark))
            .is_some()
    };
    let at: Vec<usize> = (0..lines.len()).filter(|&n| ticked(&lines[n])).collect();
    if at.len() < 2 {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (n, &from) in at.iter().enumerate() {
        let to = at.get(n + 1).copied().unwrap_or(lines.len());
        let line = lines[from];
        let sign = line.of(text).chars().next().map_or(0, char::len_utf8);
        let title = without_kind(text, part(text, line, sign, line.len()));
        if title.of(text).chars().filter(|c| c.is_alphabetic()).count() < 4 {
            continue;
        }
        let mut draft = Draft::new(Role::Related);
        draft.add(Field::Title, title);
        for &below in lines.get(from + 1..to).unwrap_or_default().iter().take(6) {
            let words = below.of(text);
            let found = numbers(text, below);
            if found.parts() >= 2
                && let Some(venue) = venue::read(text, below).filter(|v| !v.journal.is_empty())
            {
                venue.add_to(text, &mut draft);
            } else if !draft.has(Field::Author)
                && !draft.has(Field::Date)
                && let Some(found) = name_lists::list(text, below)
            {
                add_names(found, &mut draft);
            }
            if let Some(found) = doi_in(words) {
                draft.add_first(Field::Doi, part(text, below, found.start, found.end));
            }
        }
        if draft.has(Field::Date) || draft.has(Field::Author) {
            out.push(draft);
        }
    }
    out
}

/// A title without the kind of article before it: `<原著論文>`.
fn without_kind(text: &str, title: Span) -> Span {
    let words = title.of(text);
    let rest = [
        ('<', '>'),
        ('〈', '〉'),
        ('＜', '＞'),
        ('《', '》'),
        ('【', '】'),
        ('[', ']'),
    ]
    .iter()
    .find_map(|(open, close)| {
        let inner = words.strip_prefix(*open)?;
        let (kind, rest) = inner.split_once(*close)?;
        (kind.chars().count() <= 12 && !rest.trim().is_empty()).then_some(rest)
    });
    rest.map_or(title, |rest| {
        part(text, title, words.len() - rest.len(), words.len())
    })
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn value<'t>(text: &'t str, draft: &Draft, field: Field) -> &'t str {
        draft.first(field).map_or("", |span| span.of(text))
    }

    #[test]
    fn posted_papers_are_one_record_each() {
        let page = "1.\nSalt and the Fisc: Taxes of a Port\nNumber of pages: 40 Posted: 03 May 2011 Last Revised: 1 Jun 2012\nAda van Dam and J. O'Neill\nUniversity of Somewhere\nDownloads 61 (1,020)\nSalt and the Fisc: Taxes of a Port\nDept. of Economics Paper No. 3/2011\nNumber of pages: 40 Posted: 03 May 2011\nAda van Dam and J. O'Neill\nsalt tax, ports\n2.\nRopes\nMaritime Law Review, Vol. 12, p. 20, 2009\nNumber of pages: 9 Posted: 30 May 2010\nM. Low\nrope, law\n";
        let filled: Vec<Span> = lines(page, Span::new(0, page.len()));
        let found = read(page, &filled);
        assert_eq!(found.len(), 2);
        assert_eq!(value(page, &found[0], Field::Date), "2011");
        assert_eq!(found[0].all(Field::Author).count(), 2);
        assert_eq!(value(page, &found[0], Field::Keywords), "salt tax");
        assert_eq!(
            value(page, &found[1], Field::JournalTitle),
            "Maritime Law Review"
        );
        assert_eq!(value(page, &found[1], Field::Date), "2009");
    }

    #[test]
    fn boxes_begin_records() {
        let page = "検索結果 1-2\n□ 退院支援の葛藤に関する検討\n李 錦純 , 平野 かよ子\n日本在宅看護学会誌 9(1), 12-20, 2020-11\n□ <原著論文>病棟看護師の判断\n真里 オキ , 千田 みゆき , 他\n埼玉看護紀要 7(1), 1-9, 2014-03\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = read(page, &all);
        assert_eq!(found.len(), 2);
        assert_eq!(value(page, &found[1], Field::Title), "病棟看護師の判断");
        assert_eq!(value(page, &found[0], Field::Pages), "12-20");
    }
}

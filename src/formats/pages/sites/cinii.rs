//! Results and pages of `CiNii`.
//!
//! ```text
//! □ 退院支援に関する検討
//! 李 錦純 , 平野 かよ子
//! 日本在宅看護学会誌 9(1), 12-20, 2020-11
//! ```
//!
//! The kind of article may stand before the title: `<原著論文>`. On the page of one article
//! `タイトル別名` is followed by the translated title and by the reading in kana, `収録刊行物` by the
//! journal alone and then with its numbers, and the ISSN has no hyphen; the general reader takes it.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "cinii",
        summary: "CiNii: results with a box before each title, and the page of an article",
        why: "A line of kana says how the title is read and looks like a title, and names have blanks around their commas",
        examples: &[sample!("cinii-results"), sample!("cinii-page")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// Results with a box to tick before each title: `□ 題名`, names with spaces around the comma,
/// journal and numbers.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
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
                draft.add_names(&found);
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
    use super::*;
    use crate::formats::pages::lines::lines;

    fn value<'t>(text: &'t str, draft: &Draft, field: Field) -> &'t str {
        draft.first(field).map_or("", |span| span.of(text))
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

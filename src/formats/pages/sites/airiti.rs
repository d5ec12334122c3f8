//! Results and pages of the Airiti Library.
//!
//! ```text
//! 1 期刊文章 OpenAccess
//! 病房夜間噪音之測量
//! Noise on Wards at Night
//! 林小美（Mei Lin）；山田太郎（Taro Yamada）
//! 護理學刊；12卷3期（2011 / 06 / 01）；P15 - 22
//! DOI：10.9999/NJ.12.3.15
//! 噪音；夜班；noise
//! ```
//!
//! The kind of work stands in the line above the title; the school of a thesis ends in `學位論文`, and
//! who guided it stands behind `指導教授`. Terms below the identifier have no label. On the page of one
//! work the general reader takes the same lines.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, is_wide, is_year, part, trim_by};
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::{fields, names};
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "airiti",
        summary: "Airiti Library results and pages: title, translation, names in two scripts, source with semicolons",
        why: "Names give both scripts at once, and a page range begins with P",
        examples: &[sample!("airiti-results"), sample!("airiti-page")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The kinds of works as the line above a title names them.
static KINDS: &[&str] = &["期刊文章", "期刊論文", "碩博士論文", "會議論文", "電子書"];

/// How many lines a result has above its source: kind, title, translation, names.
const ABOVE: usize = 5;

/// The works of such a list; empty for any other page.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let at: Vec<(usize, Source)> = lines
        .iter()
        .enumerate()
        .filter_map(|(n, line)| Some((n, source(text, *line)?)))
        .collect();
    let mut out = Vec::new();
    for (n, (source_at, source)) in at.iter().enumerate() {
        let kind = lines
            .get(source_at.saturating_sub(ABOVE)..*source_at)
            .unwrap_or_default()
            .iter()
            .rposition(|line| kind_in(text, *line).is_some())
            .map(|n| source_at.saturating_sub(ABOVE) + n);
        let next = at.get(n + 1).map_or(lines.len(), |next| next.0);
        let below = lines.get(source_at + 1..next).unwrap_or_default();
        if let Some(kind) = kind
            && let Some(above) = lines.get(kind..*source_at)
            && let Some(draft) = work(text, above, source, below)
        {
            out.push(draft);
        }
    }
    out
}

/// The kind that a short line names.
fn kind_in(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let short = words.chars().count() < 30;
    let kind = KINDS.iter().find(|kind| short && words.contains(**kind))?;
    let at = words.find(kind)?;
    Some(part(text, line, at, at + kind.len()))
}

/// Where a work was published.
struct Source {
    name: Span,
    date: Span,
    pages: Span,
}

/// `護理雜誌；61卷4期（2014 / 08 / 01）；P95 - 100`
fn source(text: &str, line: Span) -> Option<Source> {
    let words = line.of(text);
    let (rest, pages) = words.rsplit_once('；')?;
    let (name, date) = rest.split_once('；')?;
    let range = pages.trim().strip_prefix(['P', 'p'])?;
    let fits = range.starts_with(|c: char| c.is_ascii_digit()) && range.len() < 30;
    let from = words.len() - words.rsplit_once(range)?.1.len() - range.len();
    (fits && date.bytes().any(|b| b.is_ascii_digit())).then(|| Source {
        name: part(text, line, 0, name.len()),
        date: part(text, line, name.len() + '；'.len_utf8(), rest.len()),
        pages: part(text, line, from, from + range.len()),
    })
}

fn work(text: &str, above: &[Span], source: &Source, below: &[Span]) -> Option<Draft> {
    let (&[kind, title], rest) = above.split_first_chunk::<2>()?;
    let (&people, between) = rest.split_last()?;
    let mut draft = Draft::new(Role::Related);
    draft.add(Field::Title, title);
    let wide = |line: Span| line.of(text).chars().any(is_wide);
    if let Some(other) = between.first().filter(|other| wide(**other) != wide(title)) {
        draft.add_first(Field::TitleAddon, *other);
    }
    // `林佩樺；指導教授：張玨`: who guided the thesis wrote none of it.
    let end = people.of(text).find("指導教授").unwrap_or(people.len());
    draft.add_names(&names::split(text, part(text, people, 0, end)));
    let kind = kind_in(text, kind)?;
    draft.entry_type = kind;
    match kind.of(text) {
        "碩博士論文" => {
            let school = source.name.of(text);
            let school = school.strip_suffix("學位論文").unwrap_or(school);
            draft.add(Field::Institution, part(text, source.name, 0, school.len()));
        }
        "會議論文" => draft.add(Field::BookTitle, source.name),
        _ => draft.add(Field::JournalTitle, source.name),
    }
    let found = numbers(text, source.date);
    found.add_to(text, &mut draft);
    let head = source.date.of(text).get(..4).unwrap_or_default();
    if !draft.has(Field::Date) && is_year(head) {
        draft.add(Field::Date, part(text, source.date, 0, 4));
    }
    draft.clear(Field::Pages);
    draft.add(Field::Pages, source.pages);
    for &line in below.iter().take(5) {
        let words = line.of(text);
        if kind_in(text, line).is_some() {
            break;
        }
        if let Some(found) = doi_in(words) {
            draft.add_first(Field::Doi, part(text, line, found.start, found.end));
        } else if words.contains('；')
            && !words.contains(['|', '。'])
            && !draft.has(Field::Keywords)
        {
            let from = ["關鍵字：", "關鍵詞："]
                .iter()
                .find(|label| words.starts_with(**label))
                .map_or(0, |label| label.len());
            let terms = trim_by(
                text,
                part(text, line, from, words.len()),
                char::is_whitespace,
            );
            fields::keywords(text, &[terms], &mut draft);
        }
    }
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    #[test]
    fn articles_theses_and_papers_are_told_by_the_line_above() {
        let page = "查詢結果共有 3 筆\n1 期刊文章 OpenAccess\n病房夜間噪音之測量\nNoise on Wards at Night\n林小美(Mei Lin)；山田太郎(Taro Yamada)\n護理學刊；12卷3期（2011 / 06 / 01）；P15 - 22\nDOI：10.9999/NJ.12.3.15\n噪音；夜班\n預覽摘要 | 下載PDF\n2 碩博士論文\n走廊之照明\n陳安；指導教授：吳平\n國立海邊大學護理研究所學位論文；2009年；P1 - 90\n3 會議論文\nLamps in Corridors\nAn Chen\n第2屆照明研討會論文集；2010 / 03 / 05；P7 - 7\n";
        let found = read(page, &lines(page, Span::new(0, page.len())));
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 3);
        assert_eq!(of(0, Field::Title), "病房夜間噪音之測量");
        assert_eq!(of(0, Field::TitleAddon), "Noise on Wards at Night");
        assert_eq!(of(0, Field::Volume), "12");
        assert_eq!(of(0, Field::Pages), "15 - 22");
        assert_eq!(of(0, Field::Doi), "10.9999/NJ.12.3.15");
        assert_eq!(found[0].all(Field::Keywords).count(), 2);
        assert_eq!(found[1].all(Field::Author).count(), 1);
        assert_eq!(of(1, Field::Institution), "國立海邊大學護理研究所");
        assert_eq!(of(2, Field::BookTitle), "第2屆照明研討會論文集");
        assert_eq!(of(2, Field::Date).get(..4), Some("2010"));
    }
}

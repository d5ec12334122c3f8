//! Results of Baidu Scholar.
//!
//! ```text
//! 水分管理对水稻镉吸收的影响
//! 何晓璐，徐佳军，… - 《环境科学》 - 被引量: 31 - 2018年
//! A snippet.
//! 来源：
//! 知网
//! ```
//!
//! The names of databases below `来源` are links. The snippet is cut anywhere and is no abstract.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::Meaning;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{is_year, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::{holds, position};
use crate::formats::pages::noise;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "baidu-scholar",
        summary: "Baidu Scholar results: title, then names, journal, citations and year parted by hyphens",
        why: "The count of citations stands between journal and year, and names may be cut",
        examples: &[sample!("baidu-scholar")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// How far above its source a title stands at most.
const REACH: usize = 3;

/// The works of such a list.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let mut out = Vec::new();
    for (at, &line) in lines.iter().enumerate() {
        let Some(mut draft) = source(text, line) else {
            continue;
        };
        let title = lines[..at].iter().rev().take(REACH).copied().find(|line| {
            let words = line.of(text);
            words.chars().filter(|c| c.is_alphabetic()).count() >= 5 && !noise::is_noise(words)
        });
        if let Some(title) = title {
            draft.add(Field::Title, title);
            out.push(draft);
        }
    }
    out
}

fn source(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let dash = position(words, " - ")?;
    let (people, rest) = (&words[..dash], &words[dash + " - ".len()..]);
    let (_, last) = rest.rsplit_once(" - ")?;
    let counted = holds(rest, "被引量");
    let year = last.trim();
    let year = match year.strip_suffix('年') {
        Some(year) => year,
        None if counted => year,
        None => return None,
    };
    let year = Some(year).filter(|year| is_year(year))?;
    let found = name_lists::list(text, part(text, line, 0, people.len()))?;
    let mut draft = Draft::new(Role::Related);
    for name in found.names {
        draft.add(Field::Author, name);
    }
    if !found.cut.is_empty() {
        draft.mark(Meaning::AuthorsTruncated, found.cut);
    }
    let open = words.find('《');
    let close = words.find('》');
    if let (Some(open), Some(close)) = (open, close)
        && open < close
    {
        draft.add(
            Field::JournalTitle,
            part(text, line, open + '《'.len_utf8(), close),
        );
    }
    let at = year.as_ptr() as usize - words.as_ptr() as usize;
    draft.add(Field::Date, part(text, line, at, at + year.len()));
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    #[test]
    fn results_tell_journal_and_year() {
        let page = "水分管理对水稻镉吸收的影响\n何晓璐，徐佳军 - 《环境科学》 - 被引量: 31 - 2018年\n稻田土壤中镉的有效态随灌溉方式而变。\n来源：\n知网\nBread - a history - it was baked in 2018年\n";
        let found = read(page, &lines(page, Span::new(0, page.len())));
        assert_eq!(found.len(), 1);
        let of = |field| found[0].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(of(Field::Title), "水分管理对水稻镉吸收的影响");
        assert_eq!(of(Field::JournalTitle), "环境科学");
        assert_eq!(of(Field::Date), "2018");
        assert_eq!(found[0].all(Field::Author).count(), 2);
    }
}

//! Results and pages of RISS.
//!
//! ```text
//! 1
//! 지역 기록관의 공간 구성 사례 연구
//! 최은비(Eun Bi Choi) 한국기록관리학회 2019 한국기록관리학회지 Vol.19 No.3
//! KCI등재
//! ```
//!
//! The names may have their Latin forms in brackets; a book has `서울 : 태일사, 2013`. Pages of one
//! work have labels behind bullets (`저자`, `발행사항`, `학위논문사항`), their values on the same line
//! or below; the imprint of a thesis is `place : university, year`. The general reader takes these.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::below_source::is_prose;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{after_mark, is_year, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::names::NameList;
use crate::formats::pages::noise;
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "riss",
        summary: "RISS: results, and pages of articles and theses",
        why: "Publisher, year and journal touch in one line, and the help for typing Chinese stands above the title",
        examples: &[
            sample!("riss-results"),
            sample!("riss-article"),
            sample!("riss-thesis"),
        ],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The works of such a list: `최은비 한국기록관리학회 2019 한국기록관리학회지 Vol.19 No.3` below each title.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let mut out = Vec::new();
    for (n, pair) in lines.windows(2).enumerate() {
        let [title, source] = *pair else { continue };
        let article = result(text, source);
        let listed = !out.is_empty();
        let is_article = article.is_some();
        let Some(mut draft) = article.or_else(|| listed.then(|| book(text, source))?) else {
            continue;
        };
        let title = after_mark(text, title).0;
        let words = title.of(text);
        let letters = words.chars().filter(|c| c.is_alphabetic()).count();
        if letters < 5
            || noise::is_noise(words)
            || is_article && name_lists::list(text, title).is_some()
        {
            continue;
        }
        draft.add(Field::Title, title);
        // No other line of a result ends a sentence.
        if let Some(below) = lines.get(n + 2).filter(|line| is_prose(line.of(text))) {
            draft.add_first(Field::Abstract, *below);
        }
        out.push(draft);
    }
    out
}

/// `곽철완 서울 : 태일사, 2013`: names, place, publisher and year of a book.
fn book(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let (head, imprint) = words.split_once(" : ")?;
    let (house, year) = imprint.rsplit_once(", ")?;
    let (people, place) = head.rsplit_once(' ')?;
    let hangul = place.chars().all(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
    if !hangul || !is_year(year) || words.len() > 200 {
        return None;
    }
    let people = name_lists::list(text, part(text, line, 0, people.len()))?;
    let mut draft = Draft::new(Role::Related);
    for name in people.names {
        draft.add(Field::Author, name);
    }
    let from = head.len() - place.len();
    draft.add(Field::Location, part(text, line, from, head.len()));
    let from = head.len() + " : ".len();
    draft.add(Field::Publisher, part(text, line, from, from + house.len()));
    draft.add(Field::Date, part(text, line, words.len() - 4, words.len()));
    Some(draft)
}

fn result(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let hangul = |words: &str| words.chars().any(|c| matches!(c, '\u{ac00}'..='\u{d7af}'));
    if words.len() > 300 || words.is_ascii() || !hangul(words) {
        return None;
    }
    let (year, _) = words.match_indices(' ').find(|(at, _)| {
        words
            .get(at + 1..at + 5)
            .is_some_and(|year| is_year(year) && words[at + 5..].starts_with(' '))
    })?;
    let (people, house) = words[..year].rsplit_once(' ')?;
    let people: NameList = name_lists::list(text, part(text, line, 0, people.len()))?;
    let behind = part(text, line, year + 5, words.len());
    let found = numbers(text, behind);
    let run = found.run.start.max(behind.start);
    let journal = venue::journal(text, Span { end: run, ..behind });
    if found.volume.is_empty() && found.issue.is_empty() || journal.is_empty() {
        return None;
    }
    let mut draft = Draft::new(Role::Related);
    for name in people.names {
        draft.add(Field::Author, name);
    }
    draft.add(
        Field::Publisher,
        part(text, line, people_end(words, house), year),
    );
    draft.add(Field::Date, part(text, line, year + 1, year + 5));
    draft.add(Field::JournalTitle, journal);
    found.add_to(text, &mut draft);
    Some(draft)
}

/// Where the publisher begins, which is a part of the line.
fn people_end(words: &str, house: &str) -> usize {
    house.as_ptr() as usize - words.as_ptr() as usize
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::lines::lines;

    #[test]
    fn results_have_their_source_below_the_title() {
        let page = "1\n지역 기록관의 공간 구성 사례 연구\n최은비(Eun Bi Choi) 한국기록관리학회 2019 한국기록관리학회지 Vol.19 No.3\nKCI등재\n2\n공공도서관 야간 개방의 효과\n남궁민, 오세라 한국도서관정보학회 2016 한국도서관·정보학회지 Vol.47 No.4\nThe doors of four libraries were opened at night.\n원문보기\n밤의 도서관 이야기\n고은별 서울 : 달빛사, 2011\n";
        let found = read(page, &lines(page, Span::new(0, page.len())));
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 3);
        assert!(found[1].has(Field::Abstract) && !found[0].has(Field::Abstract));
        assert_eq!(of(2, Field::Publisher), "달빛사");
        assert_eq!(of(2, Field::Location), "서울");
        assert_eq!(of(0, Field::Title), "지역 기록관의 공간 구성 사례 연구");
        assert_eq!(of(0, Field::JournalTitle), "한국기록관리학회지");
        assert_eq!(of(1, Field::Volume), "47");
        assert_eq!(found[1].all(Field::Author).count(), 2);
    }
}

//! Results and pages of `zbMATH Open`: names, a title with its language and number, and the source.
//!
//! ```text
//! Example, Ada; Sample, B.
//! Bells on a sphere. (Glocken auf einer Kugel.) (German. English summary) Zbl 1234.56789
//! J. Bells Math. 12, No. 3, 45-67 (2004).
//! MSC: 00A65
//! ```
//!
//! A title in another language than English stands in brackets beside its translation. The number is
//! one of Zentralblatt (`Zbl`), of the Jahrbuch (`JFM`) or of a review (`ERAM`); what is not yet
//! reviewed may have none but that of an arXiv paper.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::part;
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::{holds, position};
use crate::formats::pages::zbmath_sources::source;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "zbmath",
        summary: "zbMATH Open: results and pages, with titles in two languages and a source below",
        why: "The title in the other language stands in brackets behind its translation, and the number of the review looks like an identifier of the work",
        examples: &[sample!("zbmath")],
        sources: &["pages as saved by readers"],
    },
    read: Some(read),
};

/// The works of such a page; empty for any other.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let at: Vec<(usize, usize)> = lines
        .iter()
        .enumerate()
        .filter_map(|(n, line)| Some((n, numbered(line.of(text))?)))
        .collect();
    // Lists of references give such numbers too.
    let site = |line: &Span| holds(line.of(text), "zbMATH") || line.of(text).starts_with("MSC:");
    if at.is_empty() || !lines.iter().any(site) {
        return Vec::new();
    }
    let role = if at.len() == 1 {
        Role::Primary
    } else {
        Role::Related
    };
    let read = |(n, end): (usize, usize)| {
        let above = n.checked_sub(1).and_then(|n| lines.get(n)).copied();
        let next = lines.get(n + 1).copied().unwrap_or_default();
        let head = part(text, *lines.get(n)?, 0, end);
        let mut draft = work(text, above, head, next, role)?;
        // The next work has its number some lines below.
        let rest = lines.get(n + 2..).unwrap_or_default().iter();
        for line in rest
            .take(4)
            .take_while(|line| numbered(line.of(text)).is_none())
        {
            if line.of(text).starts_with("Summary: ") {
                let summary = part(text, *line, "Summary: ".len(), line.len());
                draft.add_first(Field::Abstract, summary);
            }
        }
        Some(draft)
    };
    at.into_iter().filter_map(read).collect()
}

/// Where the words before the number end: `Bells on a sphere. (English) Zbl 1234.56789`.
fn numbered(words: &str) -> Option<usize> {
    if words.len() > 1_500 {
        return None;
    }
    ["Zbl ", "JFM ", "ERAM "].iter().find_map(|mark| {
        let at = position(words, mark)?;
        let head = words.get(..at)?.trim_end();
        let number = words.get(at + mark.len()..)?;
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        (head.ends_with(')') && (2..=8).contains(&digits)).then_some(head.len())
    })
}

fn work(text: &str, above: Option<Span>, head: Span, below: Span, role: Role) -> Option<Draft> {
    let words = head.of(text);
    let (title, language) = last_bracket(words)?;
    let name = words.get(language.clone())?;
    let name = name.split(['.', ',', ';']).next()?;
    if !name.starts_with(char::is_uppercase) || name.split(' ').count() > 2 {
        return None;
    }
    let mut draft = Draft::new(role);
    let from = language.start;
    draft.add(Field::Language, part(text, head, from, from + name.len()));
    let mut title = &words[..title];
    // `Bells on a sphere. (Glocken auf einer Kugel.)`
    if title.ends_with(".)")
        && let Some((end, other)) = last_bracket(title)
        && words
            .get(..end)
            .is_some_and(|title| title.ends_with(['.', '?', '!']))
    {
        let other = part(text, head, other.start, other.end);
        let other = part(text, other, 0, other.of(text).trim_end_matches('.').len());
        draft.add(Field::TitleAddon, other);
        title = &words[..end];
    }
    let title = title.trim_end_matches(['.', ' ']);
    let (title, edition) = edition(title);
    if let Some(edition) = edition {
        draft.add(Field::Edition, part(text, head, edition.start, edition.end));
    }
    draft.add(Field::Title, part(text, head, 0, title.len()));
    if let Some(found) = above.and_then(|line| name_lists::list(text, line)) {
        draft.add_names(&found);
    }
    source(text, below, &mut draft);
    (draft.has(Field::Title) && (draft.has(Field::Author) || draft.has(Field::Date)))
        .then_some(draft)
}

/// The bracket at the end of words: where the words before it end, and the bytes inside it.
fn last_bracket(words: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let inner = words.strip_suffix(')')?;
    let mut depth = 1_usize;
    for (at, byte) in inner.bytes().enumerate().rev() {
        match byte {
            b')' => depth += 1,
            b'(' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return Some((words.get(..at)?.trim_end().len(), at + 1..inner.len()));
        }
    }
    None
}

/// `Bells. 2nd revised ed`: the title and the bytes of the edition.
fn edition(title: &str) -> (&str, Option<std::ops::Range<usize>>) {
    let Some((head, last)) = title.rsplit_once(". ") else {
        return (title, None);
    };
    let counted = last.starts_with(|c: char| c.is_ascii_digit()) || holds(last, "revised");
    let named = [" ed", " edition", " Aufl", " éd"]
        .iter()
        .any(|word| last.ends_with(word));
    if counted && named && last.split(' ').count() <= 6 {
        (head, Some(head.len() + 2..title.len()))
    } else {
        (title, None)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::general::LAYOUT;
    use crate::formats::pages::tests::read_as;
    use crate::model::EntryType;

    const PAGE: &str = "zbMATH Open\nthe first resource for mathematics\nDocuments Authors Serials Software Classification Formulæ\nFound 6 documents\nExample, Ada; Sample-Minta, B.\nBells on the (unit) sphere. (English) Zbl 1234.56789\nJ. Bells Math. 12, No. 3, 45-67 (2004).\nSummary: We ring every bell of the sphere and listen to what comes back.\nMSC: 00A65\nCite Review PDF\nПример, А. Д.\nSounds. (Звуки.) (Russian. English summary) Zbl 0612.00001\nMat. Zv. 30, No. 2(174), 198-205 (1989); translation in Math. Sounds 21, No. 1, 1-8 (1990).\nExample, Ada\nRinging theory. 2nd revised ed. (English) Zbl 1021.00002\nLecture Notes in Bells 28. Berlin: Springer (ISBN 3-540-00000-4/hbk). xii, 402 p. EUR 50.00 (2003).\nSample-Minta, B.\nPeals of groups. (English) Zbl 1223.00003\nThird, Carla (ed.) et al., Groups and peals. Proceedings of the workshop, Oslo, Norway, July 6–10, 2009. Providence, RI: American Mathematical Society (AMS). Contemporary Mathematics 540, 33-48 (2011).\nSample-Minta, B.\nZur Theorie der Glocken. (German) Zbl 0900.00004\nBonn: Univ. Bonn, Math.-Naturwiss. Fak. (Diss.). 120 p. (1999).\nExample, Ada\nHalf a bell. (English) Zbl 07654321\nBell Forum Math. 8, Paper No. 21, 30 p. (2020).\nExample, Ada\nSilence. Preprint. (English) Zbl 07654322\nPreprint, arXiv:2301.12345 [math.HO] (2023).\n";

    #[test]
    fn numbers_of_reviews_stand_behind_titles() {
        let records = read_as(&LAYOUT, PAGE);
        assert_eq!(records.len(), 7);
        let of = |n: usize, field| records[n].text(field);
        assert_eq!(of(0, Field::Title), Some("Bells on the (unit) sphere"));
        assert_eq!(of(0, Field::JournalTitle), Some("J. Bells Math."));
        assert_eq!(of(0, Field::Number), Some("3"));
        assert_eq!(of(0, Field::Pages), Some("45-67"));
        assert_eq!(records[0].names(Field::Author).len(), 2);
        assert!(records[0].has(Field::Abstract) && !records[1].has(Field::Abstract));
        assert_eq!(of(1, Field::TitleAddon), Some("Звуки"));
        assert_eq!(of(1, Field::Date), Some("1989"));
        assert_eq!(of(1, Field::Number), Some("2(174)"));
        assert_eq!(records[2].entry_type, EntryType::Book);
        assert_eq!(of(2, Field::Isbn), Some("3-540-00000-4"));
        assert_eq!(of(2, Field::Edition), Some("2nd revised ed"));
        assert_eq!(records[3].entry_type, EntryType::InProceedings);
        assert_eq!(records[3].names(Field::Editor).len(), 1);
        assert_eq!(of(3, Field::Pages), Some("33-48"));
        assert_eq!(records[4].entry_type, EntryType::Thesis);
        assert_eq!(of(5, Field::Eid), Some("21"));
        assert_eq!(of(6, Field::Eprint), Some("2301.12345"));
    }
}

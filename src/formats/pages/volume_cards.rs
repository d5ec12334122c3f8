//! Other works as cards whose last line is volume, year and issue: those that `Taylor & Francis`
//! recommends below an article.
//!
//! ```text
//! Article
//! Painted bells: two markets
//! Ada Example
//! Journal of Painted Things
//! Volume 4, 2006 - Issue 1
//! Published online: 19 Aug 2006
//! ```

use super::draft::Draft;
use super::lines::{after_mark, is_letter, part};
use super::name_lists;
use super::needles::{find, starts_with};
use super::noise;
use super::numbers::numbers;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works among `lines`.
pub(super) fn cards(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    let lines: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| !line.is_empty())
        .collect();
    (2..lines.len())
        .filter_map(|at| card(text, lines.get(at.saturating_sub(3)..=at)?, role))
        .collect()
}

/// Whether a line is `Volume 4, 2006 - Issue 1` and nothing else.
pub(super) fn is_volume(words: &str) -> bool {
    words.len() < 60
        && starts_with(words, "volume ")
        && ["- issue ", "– issue "]
            .iter()
            .any(|mark| find(words, mark).is_some())
        && words.ends_with(|c: char| c.is_ascii_digit())
}

fn card(text: &str, lines: &[Span], role: Role) -> Option<Draft> {
    let (last, above) = lines.split_last()?;
    let words = last.of(text);
    if !is_volume(words) {
        return None;
    }
    let (journal, above) = above.split_last()?;
    let (people, above) = above.split_last()?;
    let found = name_lists::list(text, *people);
    let title = if found.is_some() {
        above.last()?
    } else {
        people
    };
    let title = after_mark(text, *title).0;
    let name = title.of(text);
    if noise::is_noise(name) || name.chars().filter(|c| is_letter(*c)).count() < 8 {
        return None;
    }
    let mut draft = Draft::new(role);
    draft.add(Field::Title, title);
    if let Some(found) = found {
        draft.add_names(&found);
    }
    draft.add(Field::JournalTitle, *journal);
    // The year stands between the two numbers.
    let dash = words.find(['-', '–'])?;
    numbers(text, part(text, *last, 0, dash)).add_to(text, &mut draft);
    let issue = find(words, "issue ")? + "issue ".len();
    draft.add_first(Field::Number, part(text, *last, issue, words.len()));
    draft.has(Field::Volume).then_some(draft)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn cards_end_in_volume_and_issue() {
        let page = "People also read\nArticle\nPainted bells and photographs: two markets\nIne van Example-Sy\nEarly Popular Bells\nVolume 4, 2006 - Issue 1\nPublished online: 19 Aug 2006\nObituary\nA maker of bells remembered\nBells Today\nVolume 61, 2019 - Issue 2-3\nPublished online: 1 Mar 2019\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = cards(page, &all, Role::Related);
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 2);
        assert_eq!(
            of(0, Field::Title),
            "Painted bells and photographs: two markets"
        );
        assert_eq!(of(0, Field::Author), "Ine van Example-Sy");
        assert_eq!(of(0, Field::JournalTitle), "Early Popular Bells");
        assert_eq!(
            [
                of(0, Field::Volume),
                of(0, Field::Date),
                of(0, Field::Number)
            ],
            ["4", "2006", "1"]
        );
        assert_eq!(of(1, Field::Title), "A maker of bells remembered");
        assert_eq!(of(1, Field::Number), "2-3");
    }
}

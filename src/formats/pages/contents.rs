//! Tables of contents: the works of one issue under the name of its journal.

use super::draft::Draft;
use super::fields;
use super::labelled;
use super::labels::Label;
use super::lines::{after_mark, count_numbers, doi_in, part};
use super::name_lists;
use super::needles::position;
use super::noise;
use super::numbers::{Numbers, numbers};
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// A table of contents: items of names and a line of numbers, under the name of the journal.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let numbers_line = |line: Span| {
        if count_numbers(line.of(text)) < 3 {
            return None;
        }
        let found = supplement(text, line).unwrap_or_else(|| numbers(text, line));
        let alone = found.run.len() + 2 >= line.len();
        (alone && !found.pages.is_empty() && found.parts() >= 3 && !found.volume.is_empty())
            .then_some(found)
    };
    let bulleted = lines
        .iter()
        .filter(|line| line.of(text).starts_with('•'))
        .count();
    // `発行日: 2020/03/31` stands below the numbers of every item.
    let dates = |words: &str| words.starts_with("発行日") || words.starts_with("Published:");
    if bulleted == 0 && !lines.iter().any(|line| dates(line.of(text))) {
        return Vec::new();
    }
    let at: Vec<usize> = (0..lines.len())
        .filter(|&n| n > 0 && numbers_line(lines[n]).is_some())
        .collect();
    let heads_item = |n: &usize| {
        let from = n.saturating_sub(4);
        lines[from..*n]
            .iter()
            .any(|line| line.of(text).starts_with('•'))
    };
    let dated = |n: &usize| lines.get(n + 1).is_some_and(|line| dates(line.of(text)));
    // A page of one article lists its people with bullets.
    let article = at.len() == 1
        && lines.iter().any(|line| {
            let labels = labelled::labels_of(text, *line).1;
            labels.iter().any(|found| found.label == Label::Keywords)
        });
    let bulleted = bulleted >= at.len() && at.iter().all(heads_item) && !article;
    if at.is_empty() || !bulleted && (at.len() < 2 || !at.iter().all(dated)) {
        return Vec::new();
    }
    let head = &lines[..at.first().copied().unwrap_or(0)];
    let mut shared = Draft::new(Role::Related);
    for &line in head {
        let (before, labels) = labelled::labels_of(text, line);
        for found in &labels {
            if found.label == Label::Issn {
                fields::add(
                    text,
                    found.label,
                    &[found.value],
                    &mut shared,
                    &mut Vec::new(),
                );
            }
        }
        let words = before.of(text);
        let plain = labels.is_empty()
            && !words.starts_with('•')
            && !words.bytes().any(|b| b.is_ascii_digit());
        if plain && !noise::is_noise(words) && name_lists::list(text, before).is_none() {
            shared.add_first(Field::JournalTitle, before);
        }
    }
    let mut out = Vec::new();
    let mut from = 0;
    for &n in &at {
        let mut draft = Draft::new(Role::Related);
        let begin = (from..n)
            .rev()
            .find(|&b| lines[b].of(text).starts_with('•'))
            .unwrap_or(from.max(n.saturating_sub(2)));
        let content = |line: &&Span| {
            let line = after_mark(text, **line).0;
            let words = line.of(text);
            !noise::is_kind(words)
                && (bulleted || labelled::labels_of(text, line).1.is_empty())
                && !words.starts_with(['-', '－', '―', '—', '〜', '～'])
                && !noise::is_noise(words)
        };
        let several = lines[begin..n].iter().filter(content).count() >= 2;
        let told = lines[begin..n]
            .iter()
            .filter(|line| bulleted || content(line));
        for (nth, &line) in told.enumerate() {
            let line = after_mark(text, line).0;
            let words = line.of(text);
            let subtitle = words.starts_with(['-', '－', '―', '—', '〜', '～']);
            // A short title looks like a name; it stands first.
            let heads = several && nth == 0 && !draft.has(Field::Title);
            match name_lists::list(text, line) {
                Some(found) if !draft.has(Field::Author) && !heads => {
                    for name in found.names {
                        draft.add(Field::Author, name);
                    }
                    if !found.cut.is_empty() {
                        draft.mark(Meaning::AuthorsTruncated, found.cut);
                    }
                }
                _ if !subtitle && !noise::is_noise(words) => draft.add_first(Field::Title, line),
                _ => {}
            }
        }
        if let Some(found) = numbers_line(lines[n]) {
            found.add_to(text, &mut draft);
        }
        let next = at
            .iter()
            .find(|next| **next > n)
            .copied()
            .unwrap_or(lines.len());
        let doi = lines[n + 1..next].iter().take(5).find_map(|line| {
            let found = doi_in(line.of(text))?;
            Some(part(text, *line, found.start, found.end))
        });
        draft.add(Field::Doi, doi.unwrap_or_default());
        for field in [Field::JournalTitle, Field::Issn] {
            for span in shared.all(field) {
                draft.add(field, span);
            }
        }
        if draft.identifies() {
            out.push(draft);
        }
        from = n + 1;
    }
    out
}

/// `2020 年 24 巻 Supplement 号 p. S1-S4`: the issue is a word.
fn supplement(text: &str, line: Span) -> Option<Numbers> {
    let words = line.of(text);
    let at = position(words, "Suppl")?;
    let word = words[at..].find(' ').unwrap_or(words.len() - at);
    let head = numbers(text, part(text, line, 0, at));
    let tail = numbers(text, part(text, line, at + word, words.len()));
    let whole = head.run.start <= line.start + 1 && tail.run.end + 1 >= line.end;
    (whole && !head.year.is_empty() && !head.volume.is_empty() && !tail.pages.is_empty()).then(
        || Numbers {
            issue: part(text, line, at, at + word),
            pages: tail.pages,
            run: line,
            ..head
        },
    )
}

//! Works in one line, parted by dashes: `Title. Author - Year - Source`. `PhilPapers` lists works so.
//!
//! ```text
//! What Bells Owe. Ada Example & B. Sample - 2004 - Studies in Sound 12 (3):45-67.
//! On Ringing. Ada Example (ed.) - 2011 - Elsewhere: Example University Press.
//! Silence. B. Sample - 2015 - In Ada Example & C. Third (eds.), Of Bells. Example Press. pp. 8-13.
//! Hearing. C. Third - forthcoming - Mind.
//! ```
//!
//! An article has its volume or pages behind the journal. A name without either is the house of a
//! book, except where a work is still to come: houses are known by their words, and the rest are
//! journals.

use super::dblp_sources::volume_and_pages;
use super::draft::Draft;
use super::houses::{is_house, is_town};
use super::journal_lines::is_journal;
use super::lines::{after_mark, is_year, part};
use super::name_lists;
use super::needles::{holds, position};
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works among `lines`; other lines are passed over.
pub(super) fn items(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    lines
        .iter()
        .filter_map(|line| item(text, *line, role))
        .collect()
}

/// What stands in the place of the year of a work that is still to come.
static TO_COME: &[&str] = &["forthcoming", "in press"];

fn item(text: &str, line: Span, role: Role) -> Option<Draft> {
    if line.len() > 1_000 || !holds(line.of(text), " - ") && !holds(line.of(text), " – ") {
        return None;
    }
    let line = after_mark(text, line).0;
    let words = line.of(text);
    let (head, date, from) = dated(words)?;
    let mut draft = Draft::new(role);
    title_and_names(text, part(text, line, 0, head), &mut draft)?;
    let date = part(text, line, date.start, date.end);
    let to_come = TO_COME.contains(&date.of(text));
    if to_come {
        draft.add(Field::PubState, date);
    } else if let Some((_, late)) = date.of(text).split_once('/') {
        draft.add(
            Field::Date,
            part(text, date, date.len() - late.len(), date.len()),
        );
    } else {
        draft.add(Field::Date, date);
    }
    let source = part(text, line, from, words.len());
    published(text, source, &mut draft, to_come);
    Some(draft)
}

/// The year between two dashes: where the words before it end, its bytes, and where the words
/// behind it begin.
fn dated(words: &str) -> Option<(usize, std::ops::Range<usize>, usize)> {
    [" - ", " – "].iter().find_map(|dash| {
        let mut before: Option<usize> = None;
        for (at, _) in words.match_indices(dash) {
            if let Some(head) = before {
                let from = head + dash.len();
                let date = words.get(from..at).unwrap_or_default();
                let years = date.split_once('/').map_or_else(
                    || is_year(date),
                    |(first, last)| is_year(first) && is_year(last),
                );
                if years || TO_COME.contains(&date) {
                    return Some((head, from..at, at + dash.len()));
                }
            }
            before = Some(at);
        }
        None
    })
}

/// `What Bells Owe. Ada Example & B. Sample (eds.)`
fn title_and_names(text: &str, span: Span, draft: &mut Draft) -> Option<()> {
    let words = span.of(text);
    let (words, field) = [" (eds.)", " (ed.)"]
        .iter()
        .find_map(|mark| words.strip_suffix(mark))
        .map_or((words, Field::Author), |words| (words, Field::Editor));
    let ends = words
        .as_bytes()
        .windows(2)
        .enumerate()
        .filter(|(_, two)| matches!(two, [b'.' | b'?' | b'!', b' ']));
    for (at, two) in ends.take(12) {
        let people = part(text, span, at + 2, words.len());
        let Some(found) = name_lists::list(text, people) else {
            continue;
        };
        // `What is luck? Essays. Dana Example`: a word of the title ends within the first name.
        let ends_later = found.names.first().is_some_and(|name| {
            let first = name.of(text);
            first.split_once(". ").is_some_and(|(head, _)| {
                let word = head.rsplit(' ').next().unwrap_or_default();
                word.chars().count() >= 4
            })
        });
        if ends_later {
            continue;
        }
        let kept = at + usize::from(two[0] != b'.');
        draft.add(Field::Title, part(text, span, 0, kept));
        for name in found.names {
            draft.add(field, name);
        }
        if !found.cut.is_empty() {
            draft.mark(Meaning::AuthorsTruncated, found.cut);
        }
        return Some(());
    }
    None
}

/// Adds where a work was published.
pub(super) fn published(text: &str, source: Span, draft: &mut Draft, to_come: bool) {
    let words = source.of(text);
    // `Example Press. Edited by B. Sample.`
    let end = [
        "Edited by ",
        "Translated by ",
        "Edited and ",
        "Reviewed by ",
    ]
    .iter()
    .filter_map(|lead| position(words, lead))
    .filter(|at| *at == 0 || words[..*at].ends_with(". "))
    .min()
    .unwrap_or(words.len());
    let words = words[..end].trim_end_matches(['.', ' ']);
    let source = part(text, source, 0, words.len());
    if words.is_empty() {
        return;
    }
    if words.starts_with("In ") {
        within(text, part(text, source, 3, words.len()), draft);
        return;
    }
    if let Some(school) = words.strip_prefix("Dissertation, ") {
        draft.entry_type = part(text, source, 0, "Dissertation".len());
        let from = words.len() - school.len();
        draft.add(Field::Institution, part(text, source, from, words.len()));
        return;
    }
    if words == "Manuscript" {
        return;
    }
    let Some(found) = volume_and_pages(text, source) else {
        return;
    };
    if found.volume.is_empty() && found.pages.is_empty() {
        if !is_house(words) && (to_come || is_journal(words)) {
            draft.add(Field::JournalTitle, source);
        } else {
            house(text, source, draft);
        }
        return;
    }
    draft.add(Field::JournalTitle, found.name);
    draft.add(Field::Volume, found.volume);
    draft.add(Field::Number, found.issue);
    draft.add(Field::Pages, found.pages);
}

/// `Ada Example & C. Third (eds.), Of Bells. Elsewhere: Example Press. pp. 8-13`
fn within(text: &str, span: Span, draft: &mut Draft) {
    let words = span.of(text);
    let marks = [" (eds.), ", " (ed.), "];
    let edited = marks
        .iter()
        .find_map(|mark| position(words, mark).map(|at| (at, at + mark.len())));
    let mut from = 0;
    if let Some((at, behind)) = edited {
        if let Some(found) = name_lists::list(text, part(text, span, 0, at)) {
            for name in found.names {
                draft.add(Field::Editor, name);
            }
        }
        from = behind;
    }
    let mut end = words.len();
    if let Some(at) = words.rfind("pp. ").filter(|at| *at > from) {
        draft.add(Field::Pages, part(text, span, at + 4, end));
        end = words[..at].trim_end_matches(['.', ',', ' ']).len();
    }
    let rest = words.get(from..end).unwrap_or_default();
    match rest.rsplit_once(". ") {
        Some((book, name)) if is_house(name) || name.split(' ').count() <= 6 => {
            draft.add(Field::BookTitle, part(text, span, from, from + book.len()));
            let at = from + rest.len() - name.len();
            house(text, part(text, span, at, end), draft);
        }
        _ => draft.add(Field::BookTitle, part(text, span, from, end)),
    }
}

/// `Elsewhere: Example Press`
fn house(text: &str, span: Span, draft: &mut Draft) {
    let words = span.of(text);
    match words.split_once(": ") {
        Some((town, name)) if is_town(town) || is_house(name) => {
            draft.add(Field::Location, part(text, span, 0, town.len()));
            let from = words.len() - name.len();
            draft.add(Field::Publisher, part(text, span, from, words.len()));
        }
        _ => draft.add(Field::Publisher, span),
    }
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn dashes_part_names_year_and_source() {
        let page = "What Do Bells Owe? Ada van Example & B. Sample-Ito - 2004 - Studies in Sound 12 (3):45-67.\n1. Ringing - A History. Ada Example (ed.) - 2011 - Elsewhere: Example University Press.\nStille. B. Sample - 2015 - In A. Example & C. Third (eds.), Von Glocken. Alber. pp. 8-13.\nHearing Bells. Carla Third - forthcoming - Noûs.\nOn Peals. Carla Third - 1999 - Dissertation, University of Elsewhere\nStrokes. David Hume Other - 1748/2008 - Oxford University Press. Edited by Ada Example.\nTowers. Emil de la Cour - 2021 - Erkenntnis:1-20.\nWhat is luck? Essays. Dana K. Example-Ruiz - 2013 - Routledge.\nOpening hours: Monday - 2004 - closed\nA sentence. It was cold - 2004 - and dark.\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = items(page, &all, Role::Related);
        let of = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        let titles: Vec<&str> = (0..found.len()).map(|n| of(n, Field::Title)).collect();
        assert_eq!(
            titles,
            [
                "What Do Bells Owe?",
                "Ringing - A History",
                "Stille",
                "Hearing Bells",
                "On Peals",
                "Strokes",
                "Towers",
                "What is luck? Essays",
            ]
        );
        assert_eq!(found[0].all(Field::Author).count(), 2);
        assert_eq!(of(0, Field::JournalTitle), "Studies in Sound");
        assert_eq!(of(0, Field::Number), "3");
        assert_eq!(of(1, Field::Editor), "Ada Example");
        assert_eq!(of(1, Field::Publisher), "Example University Press");
        assert_eq!(of(2, Field::BookTitle), "Von Glocken");
        assert_eq!(of(2, Field::Pages), "8-13");
        assert_eq!(found[2].all(Field::Editor).count(), 2);
        assert_eq!(of(3, Field::JournalTitle), "Noûs");
        assert_eq!(of(3, Field::Date), "");
        assert_eq!(of(4, Field::Institution), "University of Elsewhere");
        assert_eq!(of(5, Field::Date), "2008");
        assert_eq!(of(5, Field::Publisher), "Oxford University Press");
        assert_eq!(of(6, Field::Pages), "1-20");
    }
}

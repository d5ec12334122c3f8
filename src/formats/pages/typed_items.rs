//! Other works below the work of a page, each under a line that says what kind of work it is, as
//! `JSTOR` and `Dialnet` print them.

use super::draft::Draft;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{doi_in, is_year, part};
use super::name_lists;
use super::name_shape::is_name;
use super::needles::{holds, position};
use super::noise;
use super::numbers::numbers;
use super::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Lines that say the kind of the work below them, and nothing else.
static KINDS: &[&str] = &[
    "JOURNAL ARTICLE",
    "BOOK CHAPTER",
    "CHAPTER",
    "BOOK REVIEW",
    "REVIEW",
    "RESEARCH REPORT",
    "Artículo de libro",
    "Artículo de revista",
    "Capítulo de libro",
    "Tesis doctoral",
    "Actas de congreso",
];

/// Lines of a work that are looked at.
const LINES: usize = 9;
/// A page with so many lines above the first kind has its own work there.
const OWN: usize = 14;

/// The lines of the page's own work, and the works under the lines that name kinds. None of them
/// where fewer than two such lines stand.
pub(super) fn cut<'a>(text: &str, lines: &'a [Span]) -> (&'a [Span], Vec<Draft>) {
    let heads: Vec<usize> = (0..lines.len())
        .filter(|at| KINDS.contains(&lines[*at].of(text)))
        .collect();
    let [first, second, ..] = heads.as_slice() else {
        return (lines, Vec::new());
    };
    let above = lines.get(..*first).unwrap_or_default();
    let filled = above.iter().filter(|line| !line.is_empty()).count();
    let labelled = above
        .iter()
        .any(|line| !labels_of(text, *line).1.is_empty());
    // The first kind may be that of the page's own work.
    let begin = if filled >= OWN || labelled {
        *first
    } else {
        *second
    };
    let ends = heads.iter().skip(1).copied().chain([lines.len()]);
    let items: Vec<Draft> = heads
        .iter()
        .zip(ends)
        .filter(|(head, _)| **head >= begin)
        .filter_map(|(head, end)| item(text, lines.get(*head..end)?))
        .collect();
    if items.is_empty() {
        return (lines, items);
    }
    (lines.get(..begin).unwrap_or_default(), items)
}

/// The works of a list of results, where each stands below such a line and the first is no page's own:
/// it says nothing by labels.
pub(super) fn list(text: &str, lines: &[Span]) -> Vec<Draft> {
    let (own, others) = cut(text, lines);
    let Some(head) = own.iter().position(|at| KINDS.contains(&at.of(text))) else {
        return Vec::new();
    };
    let first = own.get(head..).unwrap_or_default();
    let labelled = first.iter().any(|line| {
        let labels = labels_of(text, *line).1;
        labels
            .iter()
            .any(|found| !matches!(found.label, Label::Doi | Label::Url))
    });
    let many = first.iter().filter(|line| !line.is_empty()).count() > LINES;
    match item(text, first) {
        Some(item) if !labelled && !many => [vec![item], others].concat(),
        _ => Vec::new(),
    }
}

/// The work below a line that names its kind.
fn item(text: &str, lines: &[Span]) -> Option<Draft> {
    let (head, rest) = lines.split_first()?;
    let mut filled = rest
        .iter()
        .copied()
        .filter(|line| !line.is_empty())
        .take(LINES)
        .take_while(|line| !noise::is_noise(line.of(text)));
    let mut draft = Draft::new(Role::Related);
    draft.entry_type = *head;
    draft.add(Field::Title, filled.next()?);
    let mut above: Option<Span> = None;
    for line in filled {
        if !add_line(text, line, above, &mut draft) {
            above = Some(line);
        }
    }
    // `Sounding Quays: A Reader, 2016, pp. 201–224`
    if head.of(text).ends_with("CHAPTER")
        && let Some(book) = draft.first(Field::JournalTitle)
        && !draft.has(Field::Volume)
    {
        draft.clear(Field::JournalTitle);
        draft.add_first(Field::BookTitle, book);
    }
    let told =
        draft.has(Field::Author) || draft.has(Field::JournalTitle) || draft.has(Field::BookTitle);
    (told && (draft.has(Field::Date) || draft.has(Field::Pages))).then_some(draft)
}

/// Adds what a line says; `above` is the last that said nothing by itself.
fn add_line(text: &str, line: Span, above: Option<Span>, draft: &mut Draft) -> bool {
    let words = line.of(text);
    if words.starts_with("Reviewed Work") {
        return true;
    }
    if let Some(found) = doi_in(words) {
        draft.add_first(Field::Doi, part(text, line, found.start, found.end));
        return true;
    }
    let by = words.strip_prefix("Review by: ").unwrap_or(words);
    let people = part(text, line, words.len() - by.len(), words.len());
    if !draft.has(Field::Author)
        && let Some(found) = name_lists::list(text, people)
    {
        draft.add_names(&found);
        return true;
    }
    // `University of Michigan Press (1992)`, `Universidade de Santiago (2014).`
    if let Some((house, year)) = words.trim_end_matches(['.', ')']).rsplit_once(" (")
        && is_year(year)
        && !words.contains(',')
    {
        let year_at = house.len() + 2;
        draft.add_first(Field::Date, part(text, line, year_at, year_at + 4));
        let from = house.rfind(". ").map_or(0, |stop| stop + 2);
        draft.add_first(Field::Publisher, part(text, line, from, house.len()));
        return true;
    }
    // `from Rome Rebuilt: Essays on Urban Form, pp. 64-91`
    let inside = ["from ", "In: ", "En: "]
        .iter()
        .find(|lead| words.starts_with(**lead));
    if let Some(lead) = inside {
        return add_book(text, part(text, line, lead.len(), words.len()), draft);
    }
    if let Some(at) = position(words, "ISBN ") {
        let from = at + "ISBN ".len();
        let digits = words[from..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | 'X')))
            .map_or(words.len(), |n| from + n);
        draft.add_first(Field::Isbn, part(text, line, from, digits));
    }
    if holds(words, " / coord. ") {
        return add_book(text, line, draft);
    }
    if let Some(venue) = venue::read(text, line).filter(|venue| !venue.journal.is_empty()) {
        venue.add_to(text, draft);
        return true;
    }
    let found = numbers(text, line);
    if found.parts() >= 2 && !draft.has(Field::JournalTitle) {
        if let Some(above) = above {
            draft.add(Field::JournalTitle, venue::journal(text, above));
        }
        found.add_to(text, draft);
        return true;
    }
    false
}

/// Adds the book a chapter is in, its year and its pages: `Historia y oficios / coord. por C. F., 2005,
/// págs. 201-215`.
fn add_book(text: &str, line: Span, draft: &mut Draft) -> bool {
    let words = line.of(text);
    let ends = [" / ", ", pp. ", ", p. ", ", págs. "];
    let end = ends.iter().filter_map(|mark| position(words, mark)).min();
    let Some(end) = end else { return false };
    draft.add_first(Field::BookTitle, part(text, line, 0, end));
    let rest = part(text, line, end, words.len());
    // `/ coord. por Clara Ruiz, 2005`
    if let Some(people) = words[end..].strip_prefix(" / coord. por ") {
        let name = people.split([',', ';']).next().unwrap_or_default();
        if is_name(name) {
            let from = words.len() - people.len();
            draft.add(Field::Editor, part(text, line, from, from + name.len()));
        }
    }
    let pages = [", pp. ", ", págs. ", ", p. "]
        .iter()
        .find_map(|mark| position(words, mark).map(|at| at + mark.len()));
    if let Some(pages) = pages {
        draft.add_first(Field::Pages, part(text, line, pages, words.len()));
    }
    let year = rest.of(text).split([',', ' ']).find(|word| is_year(word));
    if let Some(year) = year {
        let at = year.as_ptr() as usize - text.as_ptr() as usize;
        draft.add_first(Field::Date, Span::new(at, at + year.len()));
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn works_below_lines_of_kinds_are_read() {
        let text = "JOURNAL ARTICLE\nOn brick kilns\nLidia Holm\nPapers on Kilns\nVol. 4 (1976), pp. 13-15\n\
                    REVIEW\nReview: [Untitled]\nReviewed Work: Tiles by A. Whirr\nReview by: J. P. Bodel\n\
                    American Journal of Kilns, Vol. 85, No. 3 (Jul., 1981), pp. 360-361\n\
                    CHAPTER\nThe great fire\nfrom Towns Rebuilt: Essays, pp. 64-91\nMarga Ekeblad\n\
                    University of Holm Press (1992)\n";
        let all = lines(text, Span::new(0, text.len()));
        let (own, items) = cut(text, &all);
        assert_eq!(own.len(), 5);
        let [review, chapter] = items.as_slice() else {
            panic!("{items:?}");
        };
        let of = |draft: &Draft, field| draft.first(field).map_or("", |span| span.of(text));
        assert_eq!(of(review, Field::Author), "J. P. Bodel");
        assert_eq!(of(review, Field::JournalTitle), "American Journal of Kilns");
        assert_eq!(of(review, Field::Pages), "360-361");
        assert_eq!(of(chapter, Field::Title), "The great fire");
        assert_eq!(of(chapter, Field::BookTitle), "Towns Rebuilt: Essays");
        assert_eq!(of(chapter, Field::Pages), "64-91");
        assert_eq!(of(chapter, Field::Date), "1992");
        assert_eq!(of(chapter, Field::Publisher), "University of Holm Press");
    }

    #[test]
    fn one_line_of_a_kind_begins_no_list() {
        let text = "JOURNAL ARTICLE\nOn brick kilns\nLidia Holm\nPapers on Kilns\nVol. 4 (1976), pp. 13-15\n";
        let all = lines(text, Span::new(0, text.len()));
        let (own, items) = cut(text, &all);
        assert_eq!((own.len(), items.len()), (all.len(), 0));
    }
}

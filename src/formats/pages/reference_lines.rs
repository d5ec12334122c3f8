//! References in lines of their own: those beside an article on `ScienceDirect`, and those of `OUCI`
//! that say only who wrote what.

use super::draft::Draft;
use super::labelled::labels_of;
use super::lines::{after_mark, doi_in, has_wide, is_item_number, is_year, part, trim_by};
use super::name_lists;
use super::needles::holds;
use super::noise;
use super::numbers::numbers;
use crate::model::{Field, Role};
use crate::source::Span;

/// References in four lines: names, title, journal, and the year alone in brackets. The journal may
/// be missing.
pub(super) fn bracketed_years(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    let lines: Vec<Span> = lines
        .iter()
        .copied()
        .filter(|line| {
            let words = line.of(text);
            !words.is_empty() && !is_item_number(words)
        })
        .collect();
    let year = |line: &Span| {
        line.of(text)
            .strip_prefix('(')
            .and_then(|rest| rest.strip_suffix(')'))
            .is_some_and(|inside| {
                is_year(inside.trim_end_matches(|c: char| c.is_ascii_lowercase()))
            })
    };
    let mut out = Vec::new();
    let mut from = 0;
    for at in (0..lines.len()).filter(|&n| year(&lines[n])) {
        let block = lines.get(from..at).unwrap_or_default();
        from = at + 1;
        // The names stand right above the title; buttons and remarks may stand before them.
        let begin = block
            .iter()
            .rposition(|line| name_lists::list(text, *line).is_some() && !is_source(text, *line))
            .filter(|n| n + 1 < block.len() && block.len() - n <= 4);
        let Some(begin) = begin.or_else(|| leading_names(text, block)) else {
            continue;
        };
        let Some(found) = name_lists::list(text, block[begin]) else {
            continue;
        };
        let mut draft = Draft::new(role);
        draft.add_names(&found);
        draft.add(Field::Title, block[begin + 1]);
        if let Some(source) = block.get(begin + 2) {
            let title = trim_by(text, *source, |c| c.is_whitespace() || c == ',');
            draft.add(Field::JournalTitle, title);
        }
        draft.add(
            Field::Date,
            trim_by(text, lines[at], |c| !c.is_ascii_digit()),
        );
        out.push(draft);
    }
    out
}

/// Whether a line is an abbreviated journal, which looks like a name.
fn is_source(text: &str, line: Span) -> bool {
    let words = line.of(text);
    words.ends_with('.')
        && words.split(' ').count() >= 2
        && !words.contains(',')
        && words
            .split(' ')
            .all(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1)
}

/// The line of names that begins a block.
fn leading_names(text: &str, block: &[Span]) -> Option<usize> {
    let first = block.first()?;
    (block.len() >= 2 && block.len() <= 3 && name_lists::list(text, *first).is_some()).then_some(0)
}

/// References of `OUCI` that say only who wrote what: `Nur, Optimizing kilns in small works`. They
/// stand among others that count volumes by `№`.
pub(super) fn bare_items(text: &str, lines: &[Span]) -> Vec<Draft> {
    let counted = |line: &Span| {
        let words = line.of(text);
        holds(words, ", № ") && after_mark(text, *line).1
    };
    if !lines.iter().any(counted) {
        return Vec::new();
    }
    let mut out = Vec::new();
    for (n, &line) in lines.iter().enumerate() {
        let (item, marked) = after_mark(text, line);
        let words = item.of(text);
        if !marked || has_wide(words) || !labels_of(text, item).1.is_empty() {
            continue;
        }
        let Some((name, rest)) = words.split_once(", ") else {
            continue;
        };
        let dated = words
            .as_bytes()
            .windows(4)
            .any(|four| is_year(std::str::from_utf8(four).unwrap_or("")));
        let one =
            !name.contains(' ') && name.starts_with(char::is_uppercase) && !name.contains('.');
        if dated || !one || noise::is_noise(words) {
            continue;
        }
        let identified = lines
            .get(n + 1)
            .is_some_and(|next| doi_in(next.of(text)).is_some());
        let mut draft = Draft::new(Role::Reference);
        draft.add(Field::Author, part(text, item, 0, name.len()));
        let from = words.len() - rest.len();
        if let Some(numbered) = rest.strip_prefix("№ ") {
            let found = numbers(
                text,
                part(
                    text,
                    item,
                    words.len() - numbered.len() - "№ ".len(),
                    words.len(),
                ),
            );
            draft.add(Field::Volume, found.issue);
            draft.add(Field::Pages, found.pages);
            if draft.has(Field::Volume) && draft.has(Field::Pages) && !identified {
                out.push(draft);
            }
            continue;
        }
        if rest.contains('№') || identified || rest.split(' ').count() < 3 || holds(rest, ". ") {
            continue;
        }
        draft.add(Field::Title, part(text, item, from, words.len()));
        out.push(draft);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn value<'t>(text: &'t str, draft: &Draft, field: Field) -> &'t str {
        draft.first(field).map_or("", |span| span.of(text))
    }

    #[test]
    fn years_in_brackets_end_records() {
        let page = "A. Winston et al.\nSmall effects of caffeine\nAdv. Psychiatr. Treat.\n(2005)\nS.J. de Freitas\nDoes caffeine matter?\nSchizophr. Res.\n(1998)\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = bracketed_years(page, &all, Role::Reference);
        assert_eq!(found.len(), 2);
        assert_eq!(
            value(page, &found[0], Field::JournalTitle),
            "Adv. Psychiatr. Treat."
        );
        assert_eq!(
            value(page, &found[1], Field::Title),
            "Does caffeine matter?"
        );
    }

    #[test]
    fn references_may_be_a_name_and_a_title() {
        let page = "1. Aldea, Effects of curing, Cement Res., № 30, с. 465\n2. Christ, № 14, с. 189\n3. Kraepelin\n4. Nur, Optimizing kilns in small works\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = bare_items(page, &all);
        assert_eq!(found.len(), 2);
        assert_eq!(value(page, &found[0], Field::Volume), "14");
        assert_eq!(
            value(page, &found[1], Field::Title),
            "Optimizing kilns in small works"
        );
    }
}

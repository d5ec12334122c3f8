//! The citation of a page's own work, and what it says of the names under a label.

use super::citation::Citation;
use super::draft::Draft;
use super::lines::has_wide;
use super::reflist::same_title;
use super::work::Work;
use crate::formats::Meaning;
use crate::model::Field;
use crate::source::Span;

/// The citation of the page's own work: the one with its title, else one from a box for citing. A
/// citation that only stands somewhere on the page may be of any work, if the page has a title.
pub(super) fn own_citation<'w>(
    text: &str,
    work: &'w Work,
    labelled: Option<Span>,
    shaped: Option<usize>,
) -> Option<&'w Citation> {
    if let Some(title) = labelled {
        return work
            .citations
            .iter()
            .find(|found| same_title(title.of(text), found.title.of(text)));
    }
    let heads = |found: &&Citation| {
        work.free
            .iter()
            .any(|line| same_title(line.of(text), found.title.of(text)))
    };
    let boxed = work.citations.get(..work.boxed).unwrap_or_default();
    boxed
        .iter()
        .find(heads)
        .or_else(|| boxed.first())
        .or_else(|| work.citations.iter().find(heads))
        .or_else(|| work.citations.first().filter(|_| shaped.is_none()))
}

/// Takes what is no author out of the names that stand under a label: where somebody works is
/// often printed among them, and a citation names the authors alone.
pub(super) fn reconcile(text: &str, draft: &mut Draft, cited: &Citation) {
    let held: Vec<Span> = draft.all(Field::Author).collect();
    let wide = |span: &Span| has_wide(span.of(text));
    let whole = cited.authors.cut.is_empty() && !cited.authors.names.is_empty();
    if held.is_empty() || !whole || held.iter().chain(&cited.authors.names).any(wide) {
        return;
    }
    let families: Vec<String> = cited
        .authors
        .names
        .iter()
        .map(|name| {
            let name = name.of(text);
            let family = name.split_once(',').map(|(family, _)| family);
            let family = family.or_else(|| name.split([' ', '.']).max_by_key(|word| word.len()));
            family.unwrap_or(name).to_lowercase()
        })
        .collect();
    // After the family name of an author may stand one more word, not the name of a body.
    let names_author = |span: &Span| {
        let name = span.of(text).to_lowercase();
        families.iter().any(|family| {
            name.rfind(family.as_str()).is_some_and(|at| {
                name.contains(',')
                    || at == 0
                    || name[at + family.len()..].split_whitespace().count() <= 1
            })
        })
    };
    let kept: Vec<Span> = held.iter().copied().filter(names_author).collect();
    if kept.len() == held.len() && held.len() >= families.len() {
        return;
    }
    draft.clear(Field::Author);
    if kept.len() == families.len() {
        for name in kept {
            draft.add(Field::Author, name);
        }
    } else {
        // `+ 2 Authors`: the citation has those too.
        if families.len() > held.len() {
            draft.unmark(Meaning::AuthorsTruncated);
        }
        cited.add_authors(draft);
    }
}

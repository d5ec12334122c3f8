//! Where a work was published, as `zbMATH` prints it below the title.

use super::dblp_sources::year_in_brackets;
use super::draft::Draft;
use super::fields;
use super::lines::part;
use super::name_lists;
use super::needles::{holds, position};
use crate::model::Field;
use crate::source::Span;

/// Adds what a line says of where and when a work was published.
pub(super) fn source(text: &str, line: Span, draft: &mut Draft) {
    let words = line.of(text);
    // `Mat. Zv. 30, 1-8 (1989); translation in Math. Sounds 21, 1-8 (1990).`
    let end = position(words, "; translation").unwrap_or(words.len());
    let line = part(text, line, 0, end);
    let Some((end, year)) = year_in_brackets(text, line) else {
        return;
    };
    draft.add(Field::Date, year);
    let body = part(text, line, 0, end);
    let words = body.of(text);
    if let Some(at) = position(words, "arXiv:") {
        fields::arxiv(
            text,
            part(text, body, at + "arXiv:".len(), words.len()),
            draft,
        );
        return;
    }
    if let Some(at) = ["(Diss.)", "(Thesis)", "(Habil.)", "(Dissertation)"]
        .iter()
        .find_map(|mark| position(words, mark))
    {
        let head = words[..at].trim_end();
        let from = head.rfind(": ").map_or(0, |colon| colon + 2);
        let school = head[from..].split(", ").next().unwrap_or_default();
        draft.add(
            Field::Institution,
            part(text, body, from, from + school.len()),
        );
        return;
    }
    if let Some((editors, book)) = edited(words) {
        within(text, body, editors, book, draft);
        return;
    }
    if holds(words, ": ") && (holds(words, "(ISBN ") || !article(text, body, &mut draft.clone())) {
        house(text, body, draft);
        return;
    }
    article(text, body, draft);
}

/// `Third, Carla (ed.) et al., Groups`: where the names end, and where the book begins.
fn edited(words: &str) -> Option<(usize, usize)> {
    [" (ed.)", " (eds.)"].iter().find_map(|mark| {
        let at = position(words, mark)?;
        let rest = words.get(at + mark.len()..)?;
        let rest = rest.strip_prefix(" et al.").unwrap_or(rest);
        let rest = rest.strip_prefix(", ")?;
        Some((at, words.len() - rest.len()))
    })
}

/// A contribution to a book with editors.
fn within(text: &str, body: Span, editors: usize, book: usize, draft: &mut Draft) {
    let words = body.of(text);
    if let Some(found) = name_lists::list(text, part(text, body, 0, editors)) {
        for name in found.names {
            draft.add(Field::Editor, name);
        }
    }
    let rest = part(text, body, book, words.len());
    let words = rest.of(text);
    if let Some((head, pages)) = words.rsplit_once(", ").filter(|(_, pages)| is_range(pages)) {
        let from = words.len() - pages.len();
        draft.add(Field::Pages, part(text, rest, from, words.len()));
        house(text, part(text, rest, 0, head.len()), draft);
    } else {
        house(text, rest, draft);
    }
    // `Groups and peals. Proceedings of the workshop. Providence, RI: …`
    let colon = town(words).unwrap_or(words.len());
    let name = words[..colon].trim_end_matches(['.', ' ']);
    draft.clear(Field::Series);
    draft.clear(Field::Number);
    draft.add(Field::BookTitle, part(text, rest, 0, name.len()));
    // `Providence, RI: A Society. Contemporary Bells 540`
    let last = words.rsplit_once(", ").map_or(words, |(head, _)| head);
    if let Some((head, behind)) = last.get(colon..).and_then(|tail| tail.rsplit_once(". "))
        && behind.ends_with(|c: char| c.is_ascii_digit())
    {
        let from = colon + head.len() + 2;
        series(text, part(text, rest, from, from + behind.len()), draft);
    }
}

/// `Lecture Notes in Bells 28. Berlin: Springer (ISBN 3-540-00000-4/hbk). xii, 402 p`
fn house(text: &str, body: Span, draft: &mut Draft) {
    let words = body.of(text);
    let Some(at) = town(words) else {
        return;
    };
    let rest = &words[at..];
    let Some((place, name)) = rest.split_once(": ") else {
        return;
    };
    let from = words.len() - name.len();
    let end = [" (ISBN ", ". "]
        .iter()
        .filter_map(|mark| position(name, mark))
        .min()
        .unwrap_or(name.len());
    draft.add(Field::Location, part(text, body, at, at + place.len()));
    draft.add(Field::Publisher, part(text, body, from, from + end));
    if let Some(isbn) = position(words, "(ISBN ") {
        let isbn = isbn + "(ISBN ".len();
        let end = words[isbn..]
            .find(|c: char| !(c.is_ascii_digit() || matches!(c, '-' | 'X' | 'x')))
            .map_or(words.len(), |n| isbn + n);
        draft.add(Field::Isbn, part(text, body, isbn, end));
    }
    series(text, part(text, body, 0, at), draft);
    // `xii, 402 p`
    let extent = words
        .rsplit_once("). ")
        .and_then(|(_, tail)| tail.trim_end_matches(['.', ' ']).strip_suffix(" p"));
    if let Some(extent) = extent {
        let from = extent.as_ptr() as usize - words.as_ptr() as usize;
        draft.add(
            Field::PageTotal,
            part(text, body, from, from + extent.len()),
        );
    }
}

/// `Lecture Notes in Bells 28.`: a series and the number in it.
fn series(text: &str, span: Span, draft: &mut Draft) {
    let words = span.of(text).trim_end_matches(['.', ' ']);
    let name = words.trim_end_matches(|c: char| c.is_ascii_digit());
    draft.add(Field::Series, part(text, span, 0, name.trim_end().len()));
    if name.ends_with(' ') {
        draft.add(Field::Number, part(text, span, name.len(), words.len()));
    }
}

/// Where `Providence, RI: American Mathematical Society` begins: behind the stop before its colon.
fn town(words: &str) -> Option<usize> {
    let limit = position(words, " (ISBN").unwrap_or(words.len());
    let colon = words[..limit].rfind(": ")?;
    Some(words[..colon].rfind(". ").map_or(0, |at| at + 2))
}

/// `J. Bells Math. 12, No. 3, 45-67`; `8, Paper No. 21, 30 p`
fn article(text: &str, body: Span, draft: &mut Draft) -> bool {
    let words = body.of(text);
    let (mut end, mut numbers) = (words.len(), 0);
    while let Some(at) = words[..end].rfind(", ") {
        let piece = words[at + 2..end].trim_end_matches('.');
        let of = |lead: &str| part(text, body, at + 2 + lead.len(), at + 2 + piece.len());
        let led =
            |leads: &[&'static str]| leads.iter().copied().find(|lead| piece.starts_with(lead));
        if let Some(lead) = led(&["Article No. ", "Article ID ", "Paper No. ", "Article "]) {
            draft.add_first(Field::Eid, of(lead));
        } else if let Some(lead) = led(&["No. ", "Nr. ", "Fasc. "]) {
            draft.add_first(Field::Number, of(lead));
        } else if is_range(piece) {
            draft.add_first(Field::Pages, of(""));
        } else if !piece.ends_with(" p") {
            break;
        }
        numbers += 1;
        end = at;
    }
    let head = &words[..end];
    let Some((name, volume)) = head.rsplit_once(' ') else {
        return false;
    };
    let counted = volume.starts_with(|c: char| c.is_ascii_digit()) && volume.len() <= 9;
    if !counted && numbers == 0 {
        return false;
    }
    if counted {
        draft.add(Field::Volume, part(text, body, name.len() + 1, end));
        draft.add(Field::JournalTitle, part(text, body, 0, name.len()));
    } else {
        draft.add(Field::JournalTitle, part(text, body, 0, end));
    }
    true
}

/// `45-67`, `3`, `S1-S9`
fn is_range(words: &str) -> bool {
    let edges = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '–');
    words.len() <= 16 && words.bytes().any(|b| b.is_ascii_digit()) && words.chars().all(edges)
}

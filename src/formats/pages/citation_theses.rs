//! The kind of thesis behind a title, and its university.

use super::citation::Citation;
use super::lines::{part, trim_by};
use crate::source::Span;

/// `Title: автореф. дис. … д-ра биол. наук`: the kind of thesis behind the title, and the town that
/// looked like a journal.
pub(super) fn thesis(text: &str, out: &mut Citation) {
    let words = out.title.of(text);
    let marks = [
        ": автореф",
        " : автореф",
        ": дис.",
        " : дис.",
        ": дисс",
        " : дисс",
        ": Автореф",
        ": Дис",
        ". Автореф",
        ". Дис.",
        ": diss",
        " : thèse",
    ];
    let Some(at) = marks.iter().filter_map(|mark| words.find(mark)).min() else {
        return;
    };
    let end = if out.container.is_empty() {
        out.title.end
    } else {
        out.container.end
    };
    let whole = Span {
        start: out.title.start,
        end: end.max(out.title.end),
    };
    out.mark = trim_by(text, part(text, whole, at + 1, whole.len()), |c| {
        c.is_whitespace() || matches!(c, ':' | '.')
    });
    out.title = part(text, out.title, 0, at);
    out.container = Span::default();
}

/// `Gardens of the poor [Doctoral dissertation, Universitat de Lleida]`, `La siesta [Tesis doctoral]`:
/// the kind of thesis in brackets behind the title, and the university.
pub(super) fn bracketed_thesis(text: &str, out: &mut Citation) {
    let title = trim_by(text, out.title, |c| {
        c.is_whitespace() || matches!(c, '.' | ',')
    });
    let words = title.of(text);
    let open = match words.chars().next_back() {
        Some(')') => words.rfind('('),
        Some(']') => words.rfind('['),
        _ => None,
    };
    let Some(open) = open.filter(|open| *open > 3) else {
        return;
    };
    let inside = part(text, title, open + 1, words.len() - 1);
    let lower = inside.of(text).to_lowercase();
    let thesis = [
        "dissertation",
        "thesis",
        "tesis",
        "tese",
        "thèse",
        "dissertação",
        "doktora tezi",
        "yüksek lisans tezi",
        "skripsi",
        "диссертац",
        "praca doktorska",
    ];
    if lower.len() > 140 || !thesis.iter().any(|word| lower.contains(word)) {
        return;
    }
    let (kind, school) = inside
        .of(text)
        .split_once(", ")
        .unwrap_or((inside.of(text), ""));
    out.mark = part(text, inside, 0, kind.len());
    if school.contains("Univ") || school.contains("Institut") || school.contains("College") {
        out.publisher = part(text, inside, inside.len() - school.len(), inside.len());
        out.container = Span::default();
    }
    out.title = part(text, title, 0, open);
}

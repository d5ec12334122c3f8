//! The parts of a page: its own work, the references of it, and other works.

use super::labelled::{Labelled, labels_of};
use super::labels::Label;
use super::lines::{doi_in, is_year, part};
use super::{name_lists, noise};
use crate::source::Span;

/// What a part of a page is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// The work the page is about.
    Own,
    /// What that work cites.
    References,
    /// Works that the page recommends, or that cite its work.
    Related,
}

/// Cuts a page at the headings of its parts. A part ends at the heading of another; the own work
/// goes on after a list where the page cites itself or says how it may be used.
pub(super) fn sections(text: &str, lines: &[Span]) -> Vec<(Kind, Vec<Span>)> {
    let mut out: Vec<(Kind, Vec<Span>)> = vec![(Kind::Own, Vec::new())];
    let mut kind = Kind::Own;
    for (at, &line) in lines.iter().enumerate() {
        let edited = without_edit(text, line);
        let labels = labels_of(text, edited.unwrap_or(line)).1;
        if let Some(next) = turns(text, kind, &labels, line, &lines[at + 1..])
            && (next != kind || next != Kind::Own)
        {
            kind = next;
            out.push((kind, vec![line]));
            continue;
        }
        // The heading of the next part of an article in a wiki.
        if kind != Kind::Own && edited.is_some() {
            kind = Kind::Own;
            out.push((kind, Vec::new()));
        }
        if let Some((_, part)) = out.last_mut() {
            part.push(line);
        }
    }
    out
}

/// The heading of a part of an article in a wiki, without the link to edit it.
fn without_edit(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let at = words
        .rfind('[')
        .filter(|at| *at > 0 && words.ends_with(']'))?;
    let link = words.get(at + 1..words.len() - 1)?;
    let first = link.split('|').next()?.trim();
    let links = [
        "edit",
        "edit source",
        "编辑",
        "編輯",
        "編集",
        "편집",
        "modifier",
        "Bearbeiten",
        "Quelltext bearbeiten",
        "править",
        "ред.",
        "editar",
        "modifica",
        "bewerken",
        "edytuj",
        "değiştir",
    ];
    links.contains(&first).then(|| part(text, line, 0, at))
}

/// The kind of what follows a line, where the line is the heading of another part.
fn turns(text: &str, kind: Kind, labels: &[Labelled], line: Span, below: &[Span]) -> Option<Kind> {
    let heads = |label: Label| {
        labels
            .iter()
            .any(|found| found.label == label && found.value.is_empty())
    };
    if heads(Label::References) {
        // In a list of other works it is a word of one of them.
        return (!is_bar(text, below)).then_some(Kind::References);
    }
    if heads(Label::Related) {
        return (!is_bar(text, below)).then_some(Kind::Related);
    }
    let words = line.of(text);
    // `Cited by 7 documents`
    let citing = words.strip_prefix("Cited by ").is_some_and(|rest| {
        let bare = rest.trim_start_matches(|c: char| c.is_ascii_digit() || c == ',');
        bare.len() < rest.len()
            && matches!(
                bare.trim(),
                "documents" | "articles" | "publications" | "works"
            )
    });
    if citing && kind != Kind::Related {
        return (!is_bar(text, below)).then_some(Kind::Related);
    }
    if kind == Kind::Own {
        return None;
    }
    let cites =
        labels.iter().any(|found| found.label == Label::Citation) && !words.starts_with('[');
    let ends = [
        "Author information",
        "Authors and Affiliations",
        "Author notes",
        "About this article",
        "About the authors",
        "Rights and permissions",
        "Ethics declarations",
        "Additional information",
        "Supplementary information",
        "基本信息",
        "Auteurs",
        "Droits d’auteur",
        "Сведения об авторах",
        "Информация об авторах",
        "Veröffentlicht",
        "DOI",
    ];
    let bare = words.trim_end_matches([':', '：']);
    let says = ends.iter().any(|end| bare.eq_ignore_ascii_case(end));
    let own = matches!(labels, [only] if matches!(only.label, Label::Keywords | Label::Abstract))
        && (kind == Kind::References || labels.iter().all(|found| !found.value.is_empty()));
    (cites || says || own).then_some(Kind::Own)
}

/// Whether the next lines are headings and buttons too: then the line is one of a bar of links.
fn is_bar(text: &str, below: &[Span]) -> bool {
    let Some(next) = below.iter().find(|line| !line.is_empty()) else {
        return false;
    };
    let words = next.of(text);
    // `1` and `Cite` begin the first item of a list.
    if is_year(words) || words.bytes().all(|b| b.is_ascii_digit()) || doi_in(words).is_some() {
        return false;
    }
    let labels = labels_of(text, *next).1;
    let heading = matches!(labels.as_slice(), [only] if only.value.is_empty()
        && !matches!(only.label, Label::Author | Label::Title | Label::Type));
    let button = noise::is_noise(words) && !words.bytes().any(|b| b.is_ascii_digit());
    heading || button && name_lists::list(text, *next).is_none() && !noise::is_kind(words)
}

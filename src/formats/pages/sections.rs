//! The parts of a page: its own work, the references of it, and other works.

use super::labelled::{Labelled, labels_of};
use super::labels::Label;
use super::lines::{doi_in, is_year, part};
use super::needles::holds;
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
    /// Footnotes, some of which cite.
    Notes,
}

/// Cuts a page at the headings of its parts. A part ends at the heading of another; the own work
/// goes on after a list where the page cites itself or says how it may be used.
pub(super) fn sections(text: &str, lines: &[Span]) -> Vec<(Kind, Vec<Span>)> {
    let mut out: Vec<(Kind, Vec<Span>)> = vec![(Kind::Own, Vec::new())];
    let mut kind = Kind::Own;
    for (at, &line) in lines.iter().enumerate() {
        if kind != Kind::Own && heads_issue(text, line) {
            kind = Kind::Own;
            // The title stands above it.
            let title = out.last_mut().and_then(|(_, part)| {
                let at = part.iter().rposition(|line| !line.is_empty())?;
                (at > 0 && line.start - part[at].end < 8).then(|| part.split_off(at))
            });
            out.push((kind, title.unwrap_or_default()));
        }
        let edited = without_edit(text, line);
        let labels = labels_of(text, edited.unwrap_or(line)).1;
        if let Some(next) = turns(text, kind, &labels, line, &lines[at + 1..])
            && (next != kind || next != Kind::Own)
        {
            // `Похожие темы научных работ, автор научной работы — …` tells who wrote the work of the page.
            if labels.iter().any(|found| found.label == Label::Author)
                && let Some((Kind::Own, own)) = out.last_mut()
            {
                own.push(line);
            }
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

/// `Year 2023, Volume: 9, Issue: 13, 771 - 784, 31.12.2023`, as some platforms print below the title
/// in each language.
pub(super) fn heads_issue(text: &str, line: Span) -> bool {
    let words = line.of(text);
    let rest = ["Year ", "Yıl ", "Year: ", "Yıl: "]
        .iter()
        .find_map(|head| words.strip_prefix(head));
    rest.is_some_and(|rest| {
        is_year(rest.get(..4).unwrap_or_default())
            && ["Issue", "Sayı", "Volume", "Cilt"]
                .iter()
                .any(|word| rest.contains(word))
    })
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
    // `Список литературы` and the title behind it.
    let titled = words
        .strip_prefix("Список литературы ")
        .is_some_and(|rest| rest.starts_with(char::is_uppercase) && rest.len() > 20);
    if titled {
        return Some(Kind::References);
    }
    if heads_notes(text, words, below) {
        return Some(Kind::Notes);
    }
    if words.starts_with("Похожие темы научных работ") {
        return Some(Kind::Related);
    }
    if words.starts_with("Текст научной ") && holds(words, "на тему «") {
        return Some(Kind::Own);
    }
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
        // Below it ResearchGate goes on with the works that are cited.
        return words
            .starts_with("Discover the world's research")
            .then_some(Kind::References);
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
        "IEEE Keywords",
        "基本信息",
        "Auteurs",
        "Droits d’auteur",
        "Сведения об авторах",
        "Информация об авторах",
        "Veröffentlicht",
        "DOI",
    ];
    let bare = words.trim_end_matches([':', '：']);
    // `Поступила в редакцию 15.01.2018`
    let received = [
        "Поступила в редакцию ",
        "Статья поступила ",
        "Received: ",
        "Recibido: ",
    ];
    let ended = words.len() < 100 && received.iter().any(|head| words.starts_with(head));
    let says = ends.iter().any(|end| bare.eq_ignore_ascii_case(end));
    // `TLDR` stands below references of Semantic Scholar.
    let own = words != "TLDR"
        && matches!(labels, [only] if matches!(only.label, Label::Keywords | Label::Abstract))
        && (kind == Kind::References || labels.iter().all(|found| !found.value.is_empty()));
    (cites || says || own || ended).then_some(Kind::Own)
}

/// Whether a line heads numbered footnotes.
fn heads_notes(text: &str, words: &str, below: &[Span]) -> bool {
    let heads = [
        "Notes",
        "Notas",
        "Note",
        "Footnotes",
        "Fußnoten",
        "Anmerkungen",
        "Примечания",
        "Przypisy",
        "Dipnotlar",
        "Notes de bas de page",
    ];
    heads.contains(&words)
        && below
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|next| {
                let rest = next.of(text).trim_start_matches(['[', '^']);
                rest.strip_prefix('1')
                    .is_some_and(|rest| rest.starts_with([' ', '.', ']', ')', '\u{a0}']))
            })
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

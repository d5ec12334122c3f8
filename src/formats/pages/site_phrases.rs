//! Phrases of single sites that say what follows them.

use super::labelled::Labelled;
use super::labels::Label;
use super::lines::{part, trim_by};
use super::needles::{Needles, position};
use crate::source::Span;

/// What such lines begin with.
static LEADS: Needles = Needles::of(&[
    "Научная статья на тему ",
    "Текст научной ",
    "Похожие темы научных работ",
    "Аннотация",
    "Article ",
    "Journal ",
    "Communication ",
    "Conference ",
    "At: ",
    "Abstract in ",
    "Information: ",
    "Published in ",
    "Опубликовано в ",
]);

/// What a line says by such a phrase; [`None`] for any other line.
pub(super) fn phrase(text: &str, line: Span) -> Option<Vec<Labelled>> {
    let words = line.of(text);
    if !LEADS.lead(words) {
        return None;
    }
    let quoted = words
        .strip_prefix("Научная статья на тему ")
        .map(|rest| words.len() - rest.len());
    if let Some(at) = quoted {
        let value = trim_by(text, part(text, line, at, words.len()), |c| {
            matches!(c, '\'' | '"' | '«' | '»' | '“' | '”')
        });
        let kind = part(text, line, 0, "Научная статья".len());
        return Some(vec![
            Labelled {
                label: Label::Type,
                value: kind,
            },
            Labelled {
                label: Label::Title,
                value,
            },
        ]);
    }
    // `Текст научной работы на тему «…»` above the text of a paper.
    if words.starts_with("Текст научной ")
        && let Some(at) = position(words, "на тему «")
    {
        let from = at + "на тему «".len();
        let to = words.strip_suffix('»').map_or(words.len(), str::len);
        let label = Label::Title;
        let value = part(text, line, from, to.max(from));
        return Some(vec![Labelled { label, value }]);
    }
    let author = "автор научной работы";
    let related = words.starts_with("Похожие темы научных работ");
    if (related || words.starts_with("Аннотация"))
        && let Some(at) = words.find(author)
    {
        let value = trim_by(
            text,
            part(text, line, at + author.len(), words.len()),
            |c| c.is_whitespace() || matches!(c, '—' | '–' | '-' | ':'),
        );
        if related {
            let label = Label::Author;
            return Some(vec![Labelled { label, value }]);
        }
        let empty = part(text, line, words.len(), words.len());
        return Some(vec![
            Labelled {
                label: Label::Author,
                value,
            },
            Labelled {
                label: Label::Abstract,
                value: empty,
            },
        ]);
    }
    if let Some(found) = archived(text, line) {
        return Some(found);
    }
    // `At: Leiden, The Netherlands`: where the conference named above was held.
    if let Some(rest) = words.strip_prefix("At: ")
        && rest.len() < 80
        && rest.starts_with(char::is_uppercase)
    {
        let value = part(text, line, words.len() - rest.len(), words.len());
        return Some(vec![Labelled {
            label: Label::Venue,
            value,
        }]);
    }
    if words.starts_with("Abstract in ") && words.len() < 60 {
        let value = part(text, line, words.len(), words.len());
        return Some(vec![Labelled {
            label: Label::Abstract,
            value,
        }]);
    }
    for (lead, label) in [
        ("Information: ", Label::Source),
        ("Published in ", Label::Source),
        ("Опубликовано в ", Label::Source),
    ] {
        if let Some(rest) = words.strip_prefix(lead) {
            let value = part(text, line, words.len() - rest.len(), words.len());
            let stated = !rest.starts_with("final edited") && !rest.starts_with("Issue ");
            return (stated && rest.len() < 200 && rest.bytes().any(|b| b.is_ascii_digit()))
                .then(|| vec![Labelled { label, value }]);
        }
    }
    None
}

/// `Article Dans Une Revue Études rurales Année : 2019`: kind, journal and year as HAL prints them.
fn archived(text: &str, line: Span) -> Option<Vec<Labelled>> {
    const KINDS: &[&str] = &[
        "Article Dans Une Revue",
        "Article dans une revue",
        "Journal Articles",
        "Journal articles",
        "Communication Dans Un Congrès",
        "Communication dans un congrès",
        "Conference Papers",
        "Conference papers",
    ];
    let words = line.of(text);
    let kind = KINDS.iter().find(|kind| words.starts_with(**kind))?;
    let year = [" Année : ", " Année: ", " Year : ", " Year: "]
        .iter()
        .find_map(|mark| Some((words.find(mark)?, mark.len())));
    let mut out = vec![Labelled {
        label: Label::Type,
        value: part(text, line, 0, kind.len()),
    }];
    let end = year.map_or(words.len(), |(at, _)| at);
    let journal = part(text, line, kind.len(), end);
    if !journal.is_empty() && kind.contains("rticle") {
        out.push(Labelled {
            label: Label::Journal,
            value: journal,
        });
    }
    if let Some((at, width)) = year {
        out.push(Labelled {
            label: Label::Date,
            value: part(text, line, at + width, words.len()),
        });
    }
    Some(out)
}

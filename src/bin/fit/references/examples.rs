//! Labelled references: one JSON object a line with `id`, `text`, `spans` (first character, end,
//! label) and `train_ok`, as the data's README tells.

use super::variants::{Dice, Marked, dirty, restyled};
use bibsift::formats::references::features::Features;
use bibsift::formats::references::label::Label;
use bibsift::formats::references::parse::prepare;
use bibsift::formats::references::token::TokenKind;
use serde_json::Value as Json;
use std::fs;
use std::io;
use std::path::Path;

/// One labelled reference.
pub(crate) struct Labelled {
    pub(crate) id: String,
    pub(crate) text: String,
    /// Its title, or its text where it has none: no work is trained on and scored.
    pub(crate) work: String,
    /// Whether a model trained on it may be handed on.
    pub(crate) may_train: bool,
    /// The reference and its variants, made ready.
    pub(crate) sequences: Vec<Sequence>,
}

/// A text with the features and labels of its tokens.
pub(crate) struct Sequence {
    pub(crate) text: String,
    pub(crate) features: Features,
    pub(crate) labels: Vec<Label>,
}

/// Reads a file of labelled references.
pub(crate) fn read(path: &Path) -> io::Result<Vec<Labelled>> {
    fs::read_to_string(path)?
        .lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| Ok(labelled(&serde_json::from_str(line)?)))
        .collect()
}

fn labelled(json: &Json) -> Labelled {
    let string = |value: Option<&Json>| value.and_then(Json::as_str).unwrap_or_default().to_owned();
    let text = string(json.get("text"));
    let offsets: Vec<usize> = text
        .char_indices()
        .map(|(at, _)| at)
        .chain([text.len()])
        .collect();
    let offset = |value: Option<&Json>| {
        let at = value.and_then(Json::as_u64).unwrap_or(0);
        usize::try_from(at)
            .ok()
            .and_then(|at| offsets.get(at))
            .copied()
            .unwrap_or(text.len())
    };
    let spans: Vec<(usize, usize, Label)> = json
        .get("spans")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(|span| {
            let label = label(span.get(2)?.as_str()?)?;
            Some((offset(span.get(0)), offset(span.get(1)), label))
        })
        .collect();
    let marked = Marked {
        text: text.clone(),
        spans,
    };
    let names: Vec<(String, String)> = json
        .pointer("/fields/author")
        .and_then(Json::as_array)
        .into_iter()
        .flatten()
        .filter_map(|name| {
            Some((
                name.get("family")?.as_str()?.to_owned(),
                string(name.get("given")),
            ))
        })
        .collect();
    let seed = text.bytes().fold(7_u64, |seed, byte| {
        seed.wrapping_mul(31).wrapping_add(u64::from(byte))
    });
    let mut dice = Dice::new(seed);
    let mut sequences = vec![sequence(&marked), sequence(&dirty(&marked, &mut dice))];
    sequences.extend(restyled(&marked, &names, &mut dice).map(|marked| sequence(&marked)));
    let title = string(json.pointer("/fields/title"));
    let work = if title.is_empty() {
        text.clone()
    } else {
        title
    };
    Labelled {
        id: string(json.get("id")),
        work: work
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect(),
        may_train: json.get("train_ok") == Some(&Json::Bool(true))
            && json.get("also_in").is_none_or(Json::is_null),
        sequences,
        text,
    }
}

/// The tokens of a text with their labels.
fn sequence(marked: &Marked) -> Sequence {
    let Marked { text, spans } = marked;
    let prepared = prepare(text);
    let mut labels = Vec::new();
    for token in &prepared.tokens {
        let inside = spans
            .iter()
            .find(|(from, to, _)| token.start < *to && token.end > *from);
        labels.push(match (token.kind, inside) {
            (TokenKind::Link(_), _) => Some(Label::Link),
            (_, Some((from, _, Label::Volume))) => Some(volume_part(text.get(*from..token.start))),
            (_, Some((_, _, label))) => Some(*label),
            _ => None,
        });
    }
    // Marks behind a field go with it; words between fields are of none.
    let mut before = Label::Other;
    let labels = labels
        .into_iter()
        .zip(&prepared.tokens)
        .map(|(label, token)| {
            let mark = matches!(token.kind, TokenKind::Mark(_));
            let label = label.unwrap_or(if mark { before } else { Label::Other });
            before = if label == Label::Link {
                Label::Other
            } else {
                label
            };
            label
        })
        .collect();
    Sequence {
        text: text.clone(),
        features: prepared.features,
        labels,
    }
}

/// What a token in a span such as `58(1):267–288` is, by what stands before it in the span.
fn volume_part(before: Option<&str>) -> Label {
    let before = before.unwrap_or_default();
    let numbered = before.contains(|c: char| c.is_ascii_digit()) || before.starts_with('(');
    if numbered && before.contains(':') {
        Label::Pages
    } else if before.contains('(') {
        Label::Issue
    } else {
        Label::Volume
    }
}

fn label(name: &str) -> Option<Label> {
    Some(match name {
        "author" => Label::Author,
        "title" => Label::Title,
        "container" => Label::Container,
        "date" => Label::Date,
        "volume" => Label::Volume,
        "issue" => Label::Issue,
        "pages" => Label::Pages,
        "publisher" => Label::Publisher,
        "location" => Label::Location,
        "editor" => Label::Editor,
        "translator" => Label::Translator,
        "edition" => Label::Edition,
        "series" => Label::Series,
        "genre" => Label::Genre,
        "note" => Label::Note,
        "number" => Label::Number,
        _ => return None,
    })
}

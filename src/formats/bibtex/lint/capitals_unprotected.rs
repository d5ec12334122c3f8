//! `capitals-unprotected`: capitals that a style would lose.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "capitals-unprotected",
        summary: "A title has capitals inside a sentence that no braces protect",
        why: "Styles that set titles in sentence case make `dna` of `DNA` and `latex` of `LaTeX`. Braces around the word keep it.",
        examples: &[(
            "@article{k, title = {The structure of DNA in cells}}",
            "@article{k, title = {The structure of {DNA} in cells}}",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biblatex manual, section 4.6.4 (sentence case)",
        ],
    },
    severity: Severity::Note,
    default: false,
    safety: Some(Safety::Unsafe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry.fields() {
        if !matches!(
            field.field,
            Some(Field::Title | Field::Subtitle | Field::BookTitle)
        ) {
            continue;
        }
        let Some(value) = field.inside else { continue };
        let mut edits = Vec::new();
        let mut first = None;
        let (mut depth, mut math) = (0_usize, false);
        let mut word: Option<usize> = None;
        let mut command = false;
        let shouted = is_shouted(value);
        for (at, c) in value.char_indices().chain([(value.len(), ' ')]) {
            if c.is_alphanumeric() && !command {
                word.get_or_insert(at);
                continue;
            }
            command = c == '\\' || command && c.is_alphabetic();
            if let Some(text) = word.take().and_then(|start| value.get(start..at))
                && depth == 0
                && !math
                && !shouted
                && loses(text)
            {
                let span = field.span_of(text);
                first.get_or_insert((span, text));
                edits.push(Edit {
                    span,
                    text: format!("{{{text}}}"),
                });
            }
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '$' => math = !math,
                _ => {}
            }
        }
        if let Some((span, text)) = first {
            let more = match edits.len() - 1 {
                0 => String::new(),
                n => format!(", and {n} more"),
            };
            entry.report_with_fix(
                span,
                format!("a style in sentence case loses the capitals of '{text}'{more}"),
                edits,
            );
        }
    }
}

/// Whether capitals stand behind the first letter, as in `DNA` and `LaTeX`.
fn loses(word: &str) -> bool {
    word.chars().skip(1).any(char::is_uppercase)
}

/// Whether most letters are capitals, so that they mean nothing.
fn is_shouted(text: &str) -> bool {
    let upper = text.chars().filter(|c| c.is_uppercase()).count();
    let lower = text.chars().filter(|c| c.is_lowercase()).count();
    upper > lower
}

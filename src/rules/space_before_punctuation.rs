//! `space-before-punctuation`: `Title : subtitle`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;
use crate::text::stopwords;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "space-before-punctuation",
        summary: "A space stands before a comma, colon, semicolon or closing bracket",
        why: "Library catalogues write `Title : subtitle`, and pages lose the space's markup; in \
              print it is wrong in every language but French, which keeps it before `:` and `;`.",
        examples: &[
            (
                "title = {Recovery : a review}",
                "title = {Recovery: a review}",
            ),
            (
                "title = {Le droit : une histoire de la loi}",
                "title = {Le droit : une histoire de la loi}",
            ),
        ],
        sources: &[
            "ISBD, punctuation (the form undone)",
            "Imprimerie nationale, Lexique (French spaces)",
        ],
    },
    phase: Phase::Repair,
    reads: Reads::of(FIELDS),
    safety: Some(Safety::Safe),
    run,
};

const FIELDS: &[Field] = &[
    Field::Title,
    Field::Subtitle,
    Field::BookTitle,
    Field::JournalTitle,
    Field::ShortJournal,
    Field::Series,
];

fn run(visit: &mut Visit<'_>) {
    for &field in FIELDS {
        visit.rewrite(
            field,
            |text, _| closed_up(text),
            || "a space stands before punctuation".to_owned(),
        );
    }
}

/// `text` without the spaces before marks; [`None`] where there are none.
pub(super) fn closed_up(text: &str) -> Option<String> {
    let bytes = text.as_bytes();
    if !has_spaced_mark(bytes) {
        return None;
    }
    // `( so )` is a way of writing, not a slip.
    let spaced = text.contains("( ") || text.contains("[ ");
    let mut french = None;
    let mut spaces = Vec::new();
    for at in memchr::memchr_iter(b' ', bytes) {
        let (Some(&mark), next) = (bytes.get(at + 1), bytes.get(at + 2)) else {
            continue;
        };
        let ends = next.is_none_or(|&b| b == b' ');
        // In mathematics and in lists such as `( , )` a lone mark means itself.
        let after_word = at
            .checked_sub(1)
            .and_then(|before| bytes.get(before))
            .is_some_and(|b| b.is_ascii_alphanumeric() || *b >= 0x80 || b")]}'\"".contains(b));
        let wrong = match mark {
            b',' => ends && after_word,
            b')' | b']' => after_word && !spaced,
            b':' | b';' => ends && after_word && !*french.get_or_insert_with(|| looks_french(text)),
            _ => false,
        };
        if wrong {
            spaces.push(at);
        }
    }
    if spaces.is_empty() {
        return None;
    }
    let mut out = String::with_capacity(text.len());
    let mut from = 0;
    for at in spaces {
        out.push_str(text.get(from..at).unwrap_or_default());
        from = at + 1;
    }
    out.push_str(text.get(from..).unwrap_or_default());
    Some(out)
}

/// Whether a space stands before a mark at all; without a branch a byte, so that the compiler
/// takes many at once.
fn has_spaced_mark(bytes: &[u8]) -> bool {
    let mut met = 0_u8;
    for (&byte, &next) in bytes.iter().zip(bytes.get(1..).unwrap_or_default()) {
        let is = |mark: u8| u8::from(next == mark);
        let mark = is(b',') | is(b')') | is(b']') | is(b':') | is(b';');
        met |= u8::from(byte == b' ') & mark;
    }
    met != 0
}

/// Titles are short, so a few small words must do; taking another language for French only
/// leaves a space where it was.
fn looks_french(text: &str) -> bool {
    let small = |word: &&str| {
        [
            "le", "la", "les", "des", "du", "une", "et", "au", "aux", "dans", "pour", "sur", "en",
        ]
        .contains(&word.to_ascii_lowercase().as_str())
            || ["d'", "l'", "d’", "l’", "D'", "L'", "D’", "L’"]
                .iter()
                .any(|p| word.starts_with(p))
    };
    text.split(' ').filter(small).take(2).count() == 2 || stopwords::language(text) == Some("fr")
}

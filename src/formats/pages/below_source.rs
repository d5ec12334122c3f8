//! What lists of results print of a work below its source: an abstract, and terms behind a label.

use super::draft::Draft;
use super::fields;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{is_wide, part};
use super::needles::{position, starts_with};
use crate::model::Field;
use crate::source::Span;

/// Adds the terms in the first line, or in the second with an abstract above, and gives how many
/// lines these are. Without terms behind a label a sentence may belong to anything.
pub(super) fn add(text: &str, lines: &[Span], draft: &mut Draft) -> usize {
    let terms = |line: &Span| match labels_of(text, *line).1.as_slice() {
        [only] if only.label == Label::Keywords && !only.value.is_empty() => Some(only.value),
        _ => None,
    };
    let (used, value) = match lines {
        [first, ..] if terms(first).is_some() => (1, terms(first)),
        [first, second, ..] if is_prose(first.of(text)) => (2, terms(second)),
        _ => return 0,
    };
    let Some(value) = value else { return 0 };
    fields::keywords(text, &[value], draft);
    if let ([first, ..], 2) = (lines, used) {
        draft.add_first(Field::Abstract, *first);
    }
    used
}

/// Adds the number in a line such as `Cited by: 3 articles | PMID: 29948568`, and gives how many lines
/// that is.
pub(super) fn cited_by(text: &str, lines: &[Span], draft: &mut Draft) -> usize {
    let Some(line) = lines
        .first()
        .filter(|line| starts_with(line.of(text), "Cited by"))
    else {
        return 0;
    };
    let words = line.of(text);
    let Some(at) = position(words, "PMID: ") else {
        return 0;
    };
    let from = at + "PMID: ".len();
    let digits = words[from..].bytes().take_while(u8::is_ascii_digit).count();
    draft.add_first(Field::Pmid, part(text, *line, from, from + digits));
    1
}

/// Whether a line is a sentence or more, as an abstract is.
pub(super) fn is_prose(words: &str) -> bool {
    let wide = words.chars().filter(|c| is_wide(*c)).count();
    let ends = words.ends_with(['.', '。', '…', ')', '?', '!']);
    ends && (words.split_whitespace().count() >= 6 || wide >= 20)
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;

    #[test]
    fn abstract_and_terms_stand_below_the_source() {
        let page = "Bells and Buses: Signals of Two Valleys\nVega, Lía; Ode, K. B.\nValley Education, v12 n3 p15-20 Mar 1998\nBuses came later than bells in both of the valleys. (KB)\nDescriptors: Bells, Rural Schools\nThe Slate and the Sponge: A Memoir\nRivers, Øyvind\nValley Education, v13 n1 p5-9 Jan 1999\nDescriptors: Slates\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 2);
        assert!(records[0].has(Field::Abstract));
        assert!(records[0].has(Field::Keywords));
        assert!(!records[1].has(Field::Abstract));
        assert!(records[1].has(Field::Keywords));
    }
}

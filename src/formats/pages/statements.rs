//! Citation statements of a page, equal ones folded into one and counted.

use std::collections::HashMap;

use crate::model::Statement;
use crate::source::Place;

/// How many statements back one that holds another, or is held by it, is looked for. Repeats
/// stand close together; the bound keeps a page of thousands linear.
const WINDOW: usize = 16;

/// Statements while they are collected.
#[derive(Debug, Default)]
pub(super) struct Statements {
    list: Vec<Statement>,
    /// The letters and digits of each statement.
    folded: Vec<String>,
    known: HashMap<String, usize>,
    last: Option<usize>,
}

impl Statements {
    /// Adds the statement at `place` of `text`. One whose letters and digits are those of an
    /// earlier one, or a part of them, or hold them, only counts it up; the first wording stays.
    pub(super) fn add(&mut self, text: &str, place: Place) {
        let words = place.span.of(text);
        let folded: String = words
            .chars()
            .filter(|c| c.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let near = self.folded.len().saturating_sub(WINDOW);
        let same = self.known.get(&folded).copied().or_else(|| {
            self.folded
                .iter()
                .enumerate()
                .skip(near)
                .find(|(_, held)| is_within(held, &folded) || is_within(&folded, held))
                .map(|(at, _)| at)
        });
        if let Some(statement) = same.and_then(|at| self.list.get_mut(at)) {
            statement.count += 1;
            self.last = same;
            return;
        }
        self.last = Some(self.list.len());
        self.known.insert(folded.clone(), self.list.len());
        self.folded.push(folded);
        self.list.push(Statement {
            text: words.split_whitespace().collect::<Vec<_>>().join(" "),
            section: String::new(),
            stance: String::new(),
            count: 1,
            place,
        });
    }

    /// Sets section and stance of the statement added last, where it has none:
    /// `Discussionmentioning`.
    pub(super) fn set_section(&mut self, words: &str) {
        let Some(statement) = self.last.and_then(|at| self.list.get_mut(at)) else {
            return;
        };
        if !statement.section.is_empty() || !statement.stance.is_empty() {
            return;
        }
        let stance = [
            "mentioning",
            "supporting",
            "contrasting",
            "disputing",
            "unclassified",
        ]
        .into_iter()
        .find(|stance| words.ends_with(stance))
        .unwrap_or_default();
        let section = words.get(..words.len() - stance.len()).unwrap_or(words);
        section.trim().clone_into(&mut statement.section);
        stance.clone_into(&mut statement.stance);
    }

    /// The statements in order of first appearance.
    pub(super) fn into_list(self) -> Vec<Statement> {
        self.list
    }
}

/// Whether `part` stands in `whole` and is long enough for that to mean something.
fn is_within(part: &str, whole: &str) -> bool {
    part.len() >= 30
        && part.len() <= whole.len()
        && memchr::memmem::find(whole.as_bytes(), part.as_bytes()).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{SourceId, Span};

    #[test]
    fn a_statement_within_another_counts_as_the_same() {
        let text = "Peers help (Tse et al . ). It is well known that peers help one another a lot|It is well known that peers help one another|Other words altogether, said by somebody else";
        let mut statements = Statements::default();
        let mut start = 0;
        for words in text.split('|') {
            let span = Span::new(start, start + words.len());
            statements.add(
                text,
                Place {
                    source: SourceId(0),
                    span,
                },
            );
            statements.set_section("Methods And Resultssupporting");
            start += words.len() + 1;
        }
        let list = statements.into_list();
        assert_eq!(list.iter().map(|s| s.count).collect::<Vec<_>>(), [2, 1]);
        assert_eq!(list[0].section, "Methods And Results");
        assert_eq!(list[0].stance, "supporting");
    }
}

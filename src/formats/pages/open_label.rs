//! The label whose value is being read, and which lines belong to it.

use super::byline;
use super::citation::citation;
use super::fields;
use super::labels::Label;
use super::lines::{after_mark, doi_in, floor, has_wide, part};
use super::name_lists;
use super::names;
use super::venue;
use super::work::Work;
use crate::source::Span;

/// How many short lines under one heading are its terms.
const TERMS: usize = 24;

/// A label and the lines that are its value so far.
#[derive(Debug)]
pub(super) struct Open {
    pub(super) label: Label,
    pub(super) values: Vec<Span>,
    /// Whether the first value stands behind the label, on its line.
    pub(super) inline: bool,
    /// Whether a blank line was met since the last value.
    pub(super) blank: bool,
    /// Whether the value is one line, however long the label's are elsewhere.
    pub(super) single: bool,
}

impl Open {
    /// A label, with the value on its own line if there is one.
    pub(super) fn new(label: Label, value: Span) -> Self {
        let inline = !value.is_empty();
        Self {
            label,
            values: if inline { vec![value] } else { Vec::new() },
            inline,
            blank: false,
            single: false,
        }
    }

    /// Whether a blank line ends the value: it may stand before a value, and between the
    /// paragraphs of an abstract.
    pub(super) fn ends_at_blank(&mut self) -> bool {
        self.blank = true;
        !self.values.is_empty() && !matches!(self.label, Label::Citation | Label::Abstract)
    }

    /// Takes the line as a part of the value, or says that it is none.
    pub(super) fn take(&mut self, text: &str, line: Span) -> bool {
        if !self.takes(text, line) {
            return false;
        }
        self.blank = false;
        let whole = |last: &Span| {
            citation(
                text,
                Span {
                    end: line.end,
                    ..*last
                },
            )
            .is_some()
        };
        let goes_on = self.label == Label::Citation
            && (citation(text, line).is_none()
                || line.of(text).starts_with('(') && self.values.last().is_some_and(whole))
            && self
                .values
                .last()
                .is_some_and(|last| citation(text, *last).is_none());
        match self.values.last_mut() {
            // A citation that goes on in the next line.
            Some(last) if goes_on => last.end = line.end,
            _ => self.values.push(line),
        }
        true
    }

    fn takes(&self, text: &str, line: Span) -> bool {
        let words = line.of(text);
        let values = &self.values;
        match self.label {
            Label::Abstract => {
                let most = if self.single { 0 } else { 200 };
                values.len() <= most
                    && !words.starts_with('#')
                    && !(self.blank && !values.is_empty() && is_head(text, line))
            }
            Label::Keywords => self.takes_term(text, line),
            Label::Citation => {
                let address =
                    words.starts_with("http") || doi_in(words).is_some_and(|doi| doi.start < 16);
                match values.last() {
                    None => line.len() >= 15,
                    Some(last) => {
                        values.len() < 12
                            && (citation(text, line).is_some()
                                || address
                                || !self.blank
                                    && citation(text, *last).is_none()
                                    && line.start < last.end + 400)
                    }
                }
            }
            Label::Author => {
                let line = after_mark(text, line).0;
                let words = line.of(text);
                values.is_empty()
                    || line.len() < 4
                    || name_lists::list(text, line).is_some()
                    || byline::is_body(words)
            }
            Label::Title => values.is_empty(),
            Label::Affiliation => {
                // `저자정보` heads names with where they work.
                names::placed_apart(text, line).is_none()
                    && values.len() < 8
                    && (words.starts_with(|c: char| c.is_ascii_digit() || c == '[')
                        || values.is_empty())
            }
            Label::Aside => values.is_empty() && FUNDS.iter().any(|word| words.contains(word)),
            Label::References | Label::Related => false,
            // Below the title in English, eLIBRARY prints the names in Latin letters.
            Label::OtherTitle => match values.first() {
                None => line.len() < 400,
                Some(first) => {
                    let from = floor(text, (first.start as usize).saturating_sub(60));
                    text[from..first.start as usize].contains("АНГЛИЙСКОМ")
                        && name_lists::list(text, line).is_some()
                }
            },
            Label::Url => values.is_empty() && words.starts_with("http"),
            _ => values.is_empty() && line.len() < 400,
        }
    }

    /// Terms stand one a line, or in a line that a separator leaves open.
    fn takes_term(&self, text: &str, line: Span) -> bool {
        let words = line.of(text);
        let Some(last) = self.values.last() else {
            return true;
        };
        if last
            .of(text)
            .ends_with([',', ';', '；', '，', '、', '/', '|'])
        {
            return line.len() < 400;
        }
        // Terms behind their label are all there.
        let short =
            |span: &Span| span.len() < 60 && !span.of(text).contains([',', ';', '；', '，']);
        let number = words.chars().filter(char::is_ascii_digit).count();
        self.values.len() < TERMS
            && !self.inline
            && short(&line)
            && self.values.iter().all(short)
            && number < 4
            && !words.ends_with(['.', '。'])
            && name_lists::list(text, line).is_none_or(|names| names.names.len() < 2)
    }

    /// Gives what was collected to the work.
    pub(super) fn close(self, text: &str, work: &mut Work) {
        if self.label != Label::Citation {
            fields::add(
                text,
                self.label,
                &self.values,
                &mut work.draft,
                &mut work.late,
            );
            return;
        }
        for value in self.values {
            if value.len() > 40 {
                work.boxes.push(value);
            }
            if let Some(found) = citation(text, value) {
                work.citations.push(found);
                work.boxed = work.citations.len();
            } else if let Some(venue) = venue::read(text, value).filter(|v| v.numbers.parts() >= 3)
            {
                venue.add_to(text, &mut work.draft);
            } else if let Some(found) = doi_in(value.of(text)) {
                if work.loose_doi.is_empty() {
                    work.loose_doi = part(text, value, found.start, found.end);
                }
            } else {
                work.free.push(value);
            }
        }
    }
}

/// Whether a line below an abstract and a blank line is no more of it: names, or a journal.
fn is_head(text: &str, line: Span) -> bool {
    let words = line.of(text);
    let names =
        name_lists::list(text, line).is_some_and(|found| found.names.len() > 1 || has_wide(words));
    names || words.len() < 200 && venue::read(text, line).is_some_and(|v| v.numbers.parts() >= 3)
}

/// Words of the funds that paid for a work.
static FUNDS: &[&str] = &["基金", "项目", "課題", "课题", "计划"];

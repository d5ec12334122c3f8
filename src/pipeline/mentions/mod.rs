//! Mentions of works in citation statements: read, and linked to the works they name.
//!
//! A statement tells what one work says of another, and mentions works on the way: `(Fan et al.,
//! 2019)`, `[12]`. Such a mention makes no record.

mod han;
mod link;
mod names;
mod numbers;
mod read;
mod works;

use rayon::prelude::*;
use serde::Serialize;
use std::borrow::Cow;

use super::{Group, Run};
use crate::model::Statement;
use crate::source::{Place, Span};
use link::{About, Lists};
use read::{Cited, Mention};
use works::Works;

/// The mentions in the statements of a run.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Mentions {
    /// Their figures.
    pub counts: MentionCounts,
    /// All of them, in the order of the list.
    pub found: Vec<Found>,
}

/// What was counted of statements and mentions.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize)]
pub struct MentionCounts {
    /// Citation statements, repeats apart.
    pub statements: usize,
    /// Repeats of a statement, counted in it.
    pub folded: usize,
    /// Mentions in the statements.
    pub read: usize,
    /// Mentions that name one work of the run.
    pub linked: usize,
    /// Mentions that several works of the run answer to.
    pub ambiguous: usize,
    /// Mentions that no work of the run answers to.
    pub unlinked: usize,
}

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// What it says: `Fan et al., 2019`, `[12]`.
    pub text: String,
    /// Where it stands.
    pub place: Place,
    /// The group whose statements hold it, by its index.
    pub about: u32,
    /// The work it names.
    pub outcome: Outcome,
}

/// What a mention names. Works below the number of groups are groups; what is above is an entry
/// that is in no group, because a library holds it or it was set aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// This work, and why.
    Linked(u32, Basis),
    /// One of these.
    Ambiguous(Vec<u32>),
    /// None that is known.
    Unlinked,
}

/// Why a mention is taken to name a work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Basis {
    /// First surname and year are those of its record.
    SurnameAndYear,
    /// It is the number of its record in the list that the statement counts by.
    Number,
    /// Its record lacks the author or the mention the year, and the statements are about it.
    Statements,
}

impl Run {
    /// The mentions in the citation statements of the list.
    ///
    /// ```
    /// use bibsift::pipeline::{Input, Options, Run};
    /// use bibsift::report::Findings;
    /// use bibsift::source::{Source, SourceId};
    ///
    /// let page = "2019\nDOI: 10.1000/x\n|View full text |Cite\n|\n\nPeer support\n\nAbstract: Words\n\n\
    ///             “…it helps (Fan et al., 2019; Pyle, 2018).…”\nSection: Discussionmentioning\n";
    /// let mut findings = Findings::default();
    /// let source = Source::new(SourceId(0), "page.txt", page);
    /// let input = Input::from_source(source, None, &mut findings);
    /// let run = Run::new(vec![input], Options::clean(), findings, &|_, _| ());
    /// let counts = run.mentions().counts;
    /// assert_eq!((counts.read, counts.linked, counts.unlinked), (2, 1, 1));
    /// ```
    pub fn mentions(&self) -> &Mentions {
        self.mentions.get_or_init(|| find(self))
    }
}

fn find(run: &Run) -> Mentions {
    let with_statements = |group: &Group| {
        let mut entries = group.entries.iter().filter_map(|entry| run.summary(*entry));
        entries.any(|summary| summary.statements > 0)
    };
    let abouts: Vec<About<'_>> = run
        .groups()
        .par_iter()
        .zip(0..u32::MAX)
        .filter(|(group, _)| with_statements(group))
        .map(|(group, work)| {
            let statements = run.merged(group).record.statements.into_iter();
            About {
                work,
                entries: &group.entries,
                statements: statements
                    .map(|statement| {
                        let mentions = read::mentions(&words(run, &statement).0);
                        (statement, mentions)
                    })
                    .collect(),
            }
        })
        .collect();
    let all = abouts.iter().flat_map(|about| &about.statements);
    let wanted = all
        .flat_map(|(_, mentions)| mentions)
        .filter_map(|mention| {
            let Cited::Work {
                people,
                year: Some(year),
                ..
            } = &mention.cited
            else {
                return None;
            };
            Some(
                people
                    .spellings
                    .iter()
                    .map(|spelling| (spelling.clone(), *year)),
            )
        });
    let works = Works::new(run, wanted.flatten());
    let mut lists = Lists::default();
    let mut mentions = Mentions::default();
    for about in &abouts {
        let outcomes = link::link(about, &works, &mut lists);
        for ((statement, found), outcomes) in about.statements.iter().zip(outcomes) {
            mentions.counts.statements += 1;
            mentions.counts.folded += statement.count.saturating_sub(1);
            let (text, begin) = words(run, statement);
            for (mention, outcome) in found.iter().zip(outcomes) {
                mentions.counts.add(&outcome);
                mentions.found.push(Found {
                    text: shown(&text, mention),
                    place: place(statement.place, begin, mention),
                    about: about.work,
                    outcome,
                });
            }
        }
    }
    mentions
}

impl MentionCounts {
    fn add(&mut self, outcome: &Outcome) {
        self.read += 1;
        match outcome {
            Outcome::Linked(..) => self.linked += 1,
            Outcome::Ambiguous(_) => self.ambiguous += 1,
            Outcome::Unlinked => self.unlinked += 1,
        }
    }
}

/// The words of a statement and the byte of its source where they begin: as they stand there, or
/// where that text says something else, as the record has them, without a beginning.
fn words<'s>(run: &'s Run, statement: &'s Statement) -> (Cow<'s, str>, Option<u32>) {
    let Place { source, span } = statement.place;
    let found = run.source(source).map(|source| span.of(&source.text));
    match found.filter(|found| {
        found
            .split_whitespace()
            .eq(statement.text.split_whitespace())
    }) {
        Some(found) => (Cow::Borrowed(found), Some(span.start)),
        None => (Cow::Borrowed(statement.text.as_str()), None),
    }
}

fn place(of: Place, begin: Option<u32>, mention: &Mention) -> Place {
    let Some(begin) = begin else { return of };
    let begin = begin as usize;
    Place {
        source: of.source,
        span: Span::new(begin + mention.span.start, begin + mention.span.end),
    }
}

/// A mention in one form, however it stands: people, year and letter, or the number.
fn shown(text: &str, mention: &Mention) -> String {
    let (people, year, letter) = match &mention.cited {
        Cited::Number(number) => return format!("[{number}]"),
        Cited::Work {
            people,
            year,
            letter,
        } => (people, year, letter),
    };
    let names = text.get(people.start..people.end).unwrap_or_default();
    let mut shown = names.split_whitespace().collect::<Vec<_>>().join(" ");
    if let Some(year) = year {
        shown.push_str(", ");
        shown.push_str(&year.to_string());
    }
    shown.extend(letter);
    shown
}

#[cfg(test)]
mod tests;

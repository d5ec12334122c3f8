//! Groups for reading.

use std::collections::HashMap;
use std::fmt::Write as _;

use bibsift::dedup::{Decision, Score};
use bibsift::doc::Doc;
use bibsift::pipeline::decisions::{Decided, Verdict};
use bibsift::pipeline::{PairEvidence, Run, one_line};
use bibsift::source::LineIndex;

use crate::print;

/// Members of a group looked at for the one a record is most like.
const LOOKED_AT: usize = 20;

/// Groups of two and more, a line a record, and why each belongs to it; then what a library holds;
/// then, of several sources, what each gave.
pub(super) fn text(run: &Run) -> String {
    let evidence = run.evidence();
    let decided = decided(run);
    let mut text = String::new();
    for group in run.groups().iter().filter(|group| group.entries.len() > 1) {
        part(&mut text);
        let first = group.entries.first().copied().unwrap_or_default();
        for &entry in &group.entries {
            record(&mut text, run, entry);
            if let Some(decided) = decided.get(&entry).filter(|_| entry != first) {
                let _ = writeln!(text, "    {}", place(run, decided));
            } else if let Some(evidence) = evidence.as_ref().filter(|_| entry != first)
                && let Some((other, score)) = nearest(evidence, &group.entries, entry)
            {
                text.push_str("    ");
                if other != first {
                    let _ = write!(text, "as {}: ", print::plain(run.id(other)));
                }
                reason(&mut text, &score);
                text.push('\n');
            }
        }
        for policy in run.policies(group) {
            let Doc { id, summary, .. } = policy.doc;
            let _ = writeln!(text, "    {id}: {summary}");
        }
    }
    for known in run.known() {
        part(&mut text);
        let library = print::plain(run.input_name(known.library));
        let key = run.library_key(known.library);
        let key = print::plain(&key);
        record(&mut text, run, known.entry);
        let score = evidence
            .as_ref()
            .and_then(|all| all.of(known.library, known.entry));
        let _ = write!(text, "    {key} in {library}: ");
        if let Some(decided) = decided.get(&known.entry) {
            text.push_str(&place(run, decided));
        } else if let Some(score) = score {
            reason(&mut text, &score);
        }
        text.push('\n');
        for policy in run.policies_of_known(known) {
            let Doc { id, summary, .. } = policy.doc;
            let _ = writeln!(text, "    {id}: {summary}");
        }
    }
    let labels = run.inputs().iter().filter(|input| !input.library);
    let mut labels: Vec<&str> = labels.map(|input| &*input.label).collect();
    labels.sort_unstable();
    labels.dedup();
    if labels.len() > 1 {
        part(&mut text);
        text.push_str(&print::sources(run));
    }
    text
}

/// An empty line between two parts.
fn part(text: &mut String) {
    if !text.is_empty() {
        text.push('\n');
    }
}

/// Writes the line of an entry: its id and the record in short.
fn record(text: &mut String, run: &Run, entry: u32) {
    text.push_str(&print::plain(run.id(entry)));
    text.push_str("  ");
    text.push_str(&print::plain(&one_line(&run.record(entry))));
    text.push('\n');
}

/// The line that says of an entry whose work it is.
fn decided(run: &Run) -> HashMap<u32, Decided> {
    let same = run.decided().iter();
    let same = same.filter(|decided| decided.verdict == Verdict::Same);
    same.flat_map(|decided| [(decided.a, *decided), (decided.b, *decided)])
        .collect()
}

/// Where a decision stands.
fn place(run: &Run, decided: &Decided) -> String {
    let source = run.source(decided.place.source);
    let place = source.map(|source| {
        let index = LineIndex::new(&source.text);
        let at = index.line_column(&source.text, decided.place.span.start);
        format!("{}:{}", print::plain(&source.name), at.line)
    });
    format!("decided in {}", place.unwrap_or_default())
}

/// The member of a group that an entry is most like, with the evidence; the first of equals.
fn nearest(evidence: &PairEvidence<'_>, group: &[u32], entry: u32) -> Option<(u32, Score)> {
    let others = group.iter().copied().filter(|other| *other != entry);
    let scored = others.take(LOOKED_AT).filter_map(|other| {
        let score = evidence.of(other, entry)?;
        Some((evidence.decision(&score) == Decision::Merge, other, score))
    });
    let nearest = scored.reduce(|best, next| {
        let better = (next.0, next.2.total) > (best.0, best.2.total);
        if better { next } else { best }
    });
    nearest.map(|(_, other, score)| (other, score))
}

/// Writes the comparisons that speak most for it, at most three.
fn reason(text: &mut String, score: &Score) {
    let mut evidence: Vec<_> = score.evidence().filter(|one| one.weight > 0.0).collect();
    evidence.sort_by(|a, b| b.weight.total_cmp(&a.weight));
    if evidence.is_empty() {
        text.push_str("the same in every field");
    }
    for (at, one) in evidence.iter().take(3).enumerate() {
        text.push_str(if at > 0 { ", " } else { "" });
        text.push_str(one.comparison.doc.id);
        text.push(' ');
        text.push_str(one.level);
    }
}

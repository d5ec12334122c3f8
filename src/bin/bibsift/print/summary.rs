//! The closing summary.

use bibsift::pipeline::{Lost, Run};

use super::plain;

/// Prints what was read, merged and kept, what the outputs had no place for, and where it went.
pub(crate) fn summary(run: &Run, lost: &[Lost], written: &[String]) {
    let counts = run.counts();
    let files = run.inputs().iter().filter(|input| !input.library).count();
    say!(
        "read {} from {}: {} merged, {} kept{}, {}",
        number(counts.read, "record"),
        number(files, "input"),
        counts.merged,
        counts.kept,
        match counts.incomplete {
            0 => String::new(),
            n => format!(" ({n} without a title)"),
        },
        number(counts.warnings, "warning"),
    );
    if counts.known > 0 {
        let records = number(counts.known, "record");
        say!("left out {records} that {} already", holders(run));
    }
    if !run.library_duplicates().is_empty() {
        let works = number(run.library_duplicates().len(), "work");
        say!(
            "{} {works} more than once, which was left alone",
            holders(run)
        );
    }
    if !run.decided().is_empty() {
        say!("followed {}", number(run.decided().len(), "decision"));
    }
    let mentions = run.mentions().counts;
    if mentions.statements > 0 {
        let folded = match mentions.folded {
            0 => String::new(),
            n => format!(" ({} folded into them)", number(n, "repeat")),
        };
        say!(
            "read {} in {}{folded}: {} linked, {} ambiguous, {} of works not read",
            number(mentions.read, "mention"),
            number(mentions.statements, "citation statement"),
            mentions.linked,
            mentions.ambiguous,
            mentions.unlinked,
        );
    }
    if !run.review().is_empty() {
        let pairs = number(run.review().len(), "pair");
        say!("left {pairs} for review; --review FILE lists them");
    }
    let policies = run.policy_counts();
    if !policies.is_empty() {
        let each = policies
            .iter()
            .map(|(policy, count)| format!("{count} by {}", policy.doc.id));
        say!(
            "merged versions of one work: {}",
            each.collect::<Vec<_>>().join(", ")
        );
    }
    if counts.empty > 0 {
        say!(
            "left out {} without any field",
            number(counts.empty, "record")
        );
    }
    if counts.set_aside > 0 {
        say!(
            "set aside {} without a title",
            number(counts.set_aside, "record")
        );
    }
    if run.matter().comments_left > 0 {
        let comments = number(run.matter().comments_left, "comment");
        say!("left {comments} of the .bib input behind; the input still holds them");
    }
    let mut told: Vec<(&Lost, Vec<&str>)> = Vec::new();
    for one in lost {
        let same = |(first, _): &&mut (&Lost, Vec<&str>)| {
            first.loss.doc.id == one.loss.doc.id && first.records == one.records
        };
        match told.iter_mut().find(same) {
            Some((_, formats)) if formats.contains(&one.format.doc.id) => {}
            Some((_, formats)) => formats.push(one.format.doc.id),
            None => told.push((one, vec![one.format.doc.id])),
        }
    }
    for (one, formats) in told {
        let hold = if one.records == 1 { "holds" } else { "hold" };
        say!(
            "{}: {} {hold} {} ({})",
            formats.join(", "),
            number(one.records, "record"),
            one.loss.what,
            one.loss.doc.id,
        );
    }
    if !written.is_empty() {
        let names: Vec<_> = written.iter().map(|name| plain(name)).collect();
        say!("wrote {}", names.join(", "));
    }
}

/// The library with its verb, or the libraries with theirs.
fn holders(run: &Run) -> String {
    let mut libraries = run.inputs().iter().filter(|input| input.library);
    match (libraries.next(), libraries.next()) {
        (Some(only), None) => format!("{} holds", plain(&only.source.name)),
        _ => "the libraries hold".to_owned(),
    }
}

fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

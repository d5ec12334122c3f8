//! The closing summary.

use bibsift::pipeline::{Lost, Run};

use super::plain;

/// Prints what was read, merged and kept, what the outputs had no place for, and where it went.
pub(crate) fn summary(run: &Run, lost: &[Lost], written: &[String]) {
    let counts = run.counts();
    let files = run.inputs().len();
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
        let names: Vec<String> = written.iter().map(|name| plain(name)).collect();
        say!("wrote {}", names.join(", "));
    }
}

fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

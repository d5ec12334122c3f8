//! The list for review, as a decisions file a person completes.

use std::fmt::Write as _;
use std::io;

use crate::dedup::{Score, ScoredPair, decide};
use crate::model::{Field, Record};
use crate::pipeline::ids::one_line;
use crate::pipeline::{PairEvidence, Run};

/// Begins a line that proposes a decision; without it the line is one.
const PROPOSAL: &str = "#? ";
/// Begins a line that tells why.
const READING: &str = "#| ";

/// What a new file begins with.
const HEAD: &str = "\
# Pairs that may be the same work, likeliest first, each with what speaks for and against it.
# To agree with a proposal take `#? ` away; to disagree write the other word, same or different.
# Then run again with --decisions and the name of this file. Lines not decided are made anew.
";

/// Writes the pairs left for review after `kept`, the decisions there are: what people wrote in it
/// stays as it is, proposals nobody took are replaced.
///
/// # Errors
///
/// Whatever the sink returns.
pub fn write(
    run: &Run,
    kept: &str,
    sink: &mut dyn FnMut(&str) -> io::Result<()>,
) -> io::Result<()> {
    let decided = decided(kept);
    sink(if decided.trim().is_empty() {
        HEAD
    } else {
        &decided
    })?;
    let Some(evidence) = run.evidence() else {
        return Ok(());
    };
    for pair in run.review() {
        sink(&proposal(run, &evidence, pair))?;
    }
    Ok(())
}

/// `text` without proposals and the readings that belong to them.
fn decided(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut reading = String::new();
    for line in text.lines() {
        let is_reading = line.starts_with(READING.trim_end());
        if line.starts_with(PROPOSAL.trim_end()) {
            reading.clear();
            // The empty line that was written before it.
            if kept.ends_with("\n\n") {
                kept.pop();
            }
            continue;
        }
        if is_reading {
            reading.push_str(line);
            reading.push('\n');
            continue;
        }
        kept.push_str(&reading);
        reading.clear();
        kept.push_str(line);
        kept.push('\n');
    }
    kept
}

fn proposal(run: &Run, evidence: &PairEvidence<'_>, pair: &ScoredPair) -> String {
    let ScoredPair { a, b, score } = pair;
    let mut text = String::new();
    let threshold = evidence.threshold(score);
    let _ = write!(
        text,
        "\n{READING}{:.2} nats, {threshold:.2} merge",
        score.total
    );
    for (word, list) in ["for", "against"].into_iter().zip(telling(score)) {
        if !list.is_empty() {
            let _ = write!(text, "; {word}: {}", list.join(", "));
        }
    }
    text.push('\n');
    for veto in score.vetoes() {
        let _ = writeln!(text, "{READING}veto {}: {}", veto.doc.id, veto.doc.summary);
    }
    for entry in [*a, *b] {
        let record = run.record(entry);
        let input = run.inputs().get(record.place.source.0 as usize);
        let input = input.map_or("", |input| &*input.source.name);
        let (line, printed) = (one_line(&record), printed(&record));
        let _ = writeln!(text, "{READING}{line}{printed} [{input}]");
    }
    let word = if score.is_vetoed() || score.total < decide::LIKELY {
        "different"
    } else {
        "same"
    };
    let (one, other) = (run.durable_id(*a), run.durable_id(*b));
    let _ = writeln!(text, "{PROPOSAL}{word}\t{one}\t{other}");
    text
}

/// Where a work is printed: `. Container volume(issue): pages, DOI`, as far as known.
fn printed(record: &Record) -> String {
    let value = |field: Field| record.get(field).map(ToString::to_string);
    let container = [Field::JournalTitle, Field::BookTitle, Field::Publisher];
    let container = container.into_iter().find_map(value);
    let volume = [
        value(Field::Volume),
        value(Field::Number).map(|issue| format!("({issue})")),
    ];
    let volume = volume.into_iter().flatten().collect::<String>();
    let mut text = String::new();
    for (before, part) in [
        (". ", container),
        (" ", Some(volume).filter(|volume| !volume.is_empty())),
        (": ", value(Field::Pages)),
        (", ", value(Field::Doi)),
    ] {
        if let Some(part) = part {
            text.push_str(before);
            text.push_str(&part);
        }
    }
    text.replace(|c: char| c.is_control(), " ")
}

/// The comparisons that say most for one work, and those that say most against it: three each.
fn telling(score: &Score) -> [Vec<String>; 2] {
    [1.0, -1.0].map(|sign: f32| {
        let mut list: Vec<_> = score
            .evidence()
            .filter(|one| one.weight * sign > 0.0)
            .collect();
        list.sort_by(|a, b| (b.weight * sign).total_cmp(&(a.weight * sign)));
        let words = list.iter().take(3);
        words
            .map(|one| format!("{} {} {:+.2}", one.comparison.doc.id, one.level, one.weight))
            .collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_wrote_stays_and_proposals_go() {
        let text = "# mine\nsame\ta\tb\n\n#| 1.0 nats\n#| A\n#? same\tc\td\n\n#| 2.0 nats\n#| B\nsame\te\tf\nodd\n";
        assert_eq!(
            decided(text),
            "# mine\nsame\ta\tb\n\n#| 2.0 nats\n#| B\nsame\te\tf\nodd\n"
        );
        assert_eq!(decided("#| only\n#? same\ta\tb"), "");
    }
}

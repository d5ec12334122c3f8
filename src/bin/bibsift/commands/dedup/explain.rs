//! Why two records are, or are not, taken for one work.

use std::fmt::Write as _;

use bibsift::dedup::Decision;
use bibsift::dedup::decide::{REVIEW_BAND, VETO_COST};
use bibsift::dedup::weights::PRIOR;
use bibsift::pipeline::{Run, one_line};

use crate::failure::Failure;
use crate::print;

/// Prior, a line a comparison, their total, the threshold, vetoes, and what follows.
pub(super) fn explain(run: &Run, pair: &[String]) -> Result<String, Failure> {
    let [a, b] = pair else {
        return Err(Failure::Request("two ids are needed".to_owned()));
    };
    let (a, b) = (run.entry(a)?, run.entry(b)?);
    let Some((evidence, score)) = run.evidence().and_then(|all| {
        let score = all.of(a, b)?;
        Some((all, score))
    }) else {
        return Err(Failure::Request("nothing was matched".to_owned()));
    };
    let mut text = String::new();
    for entry in [a, b] {
        let (id, line) = (run.durable_id(entry), one_line(&run.record(entry)));
        let _ = writeln!(text, "{}  {}", print::plain(&id), print::plain(&line));
    }
    text.push_str(
        "\nmatch weights in nats: ln(how often among pairs of one work / of two works)\n",
    );
    let mut line = |what: &str, level: &str, weight: f32| {
        let _ = writeln!(text, "{what:<22} {level:<38} {weight:>+6.2}");
    };
    line("prior", "", PRIOR);
    for one in score.evidence() {
        line(one.comparison.doc.id, one.level, one.weight);
    }
    line("total", "", score.total);
    let threshold = evidence.threshold(&score);
    line("merges from", "", threshold);
    line("left for review from", "", threshold - REVIEW_BAND);
    for veto in score.vetoes() {
        let _ = writeln!(text, "veto {}: {}", veto.doc.id, veto.doc.summary);
    }
    if score.is_vetoed() {
        let least = threshold - REVIEW_BAND + VETO_COST;
        let _ = writeln!(
            text,
            "a vetoed pair never merges; it is left for review from {least:+.2}"
        );
    }
    let decision = match evidence.decision(&score) {
        _ if evidence.are_copies(a, b) => "the same work: equal in every field",
        Decision::Merge => "the same work",
        Decision::Review => "perhaps the same work; left for review",
        Decision::Apart => "different works",
    };
    let _ = writeln!(text, "\n{decision}");
    let is_pair = |x: u32, y: u32| (x, y) == (a, b) || (x, y) == (b, a);
    let decided = run.decided().iter().rev();
    if let Some(decided) = decided.into_iter().find(|one| is_pair(one.a, one.b)) {
        let _ = writeln!(text, "decided by a person: {}", decided.verdict.word());
        return Ok(text);
    }
    let together = run
        .groups()
        .iter()
        .any(|group| group.entries.contains(&a) && group.entries.contains(&b));
    let merges = evidence.decision(&score) == Decision::Merge;
    match (together, merges) {
        (true, false) => text.push_str("they stand in one group all the same, through others\n"),
        (false, true) => text.push_str("they stand in no group together\n"),
        _ => {}
    }
    Ok(text)
}

//! Tells what became of every value when two records were merged, and on what evidence.
//!
//! `cargo run --example explain_a_merge`

use bibsift::pipeline::{Input, Options, Run};
use bibsift::report::Findings;
use bibsift::source::{Source, SourceId};

const LIST: &str = r"
@article{a,
  author = {Kuhn, T.}, title = {Second Thoughts on Paradigms}, journal = {Structure Sci. Theor.},
  year = 1974, pages = {459--482}, keywords = {paradigm},
}
@article{b,
  author = {Kuhn, Thomas S.}, title = {Second thoughts on paradigms},
  journal = {The Structure of Scientific Theories}, year = 1974, pages = {459--499},
  keywords = {paradigm; exemplar},
}
";

fn main() {
    let mut findings = Findings::default();
    let source = Source::new(SourceId(0), "list.bib", LIST);
    let input = Input::from_source(source, None, &mut findings);
    let run = Run::new(vec![input], Options::clean(), findings, &|_, _| ());

    let Some(evidence) = run.evidence() else {
        return;
    };
    if let Some(score) = evidence.of(0, 1) {
        println!("evidence, {:.2} in all:", score.total);
        for line in score.evidence().filter(|line| line.weight != 0.0) {
            println!(
                "  {:+.2} {} {}",
                line.weight, line.comparison.doc.id, line.level
            );
        }
        for veto in score.vetoes() {
            println!("  veto {}: {}", veto.doc.id, veto.doc.summary);
        }
        println!("  so: {:?}", evidence.decision(&score));
    }
    for group in run.groups().iter().filter(|group| group.entries.len() > 1) {
        let merged = run.merged(group);
        println!("{} replaces {:?}", group.key, group.replaced);
        for choice in &merged.choices {
            let value = merged.record.get(choice.field).map(ToString::to_string);
            let value = value.unwrap_or_default();
            println!(
                "  {} = {value} ({})",
                choice.field.name(),
                choice.rule.doc.id
            );
        }
        for conflict in &merged.conflicts {
            println!("  given up: {}", conflict.other.value);
        }
    }
}

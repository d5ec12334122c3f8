//! A rule of one's own, run after the built-in ones.
//!
//! `cargo run --example own_rule`

use bibsift::doc::Doc;
use bibsift::model::Field;
use bibsift::pipeline::{Input, Options, Run};
use bibsift::report::{Findings, Safety};
use bibsift::rules::{Phase, Reads, Rule, Visit};
use bibsift::source::{Source, SourceId};

/// Our library has no shelf marks with spaces.
static CALL_NUMBER_SPACED: Rule = Rule {
    doc: Doc {
        id: "call-number-spaced",
        summary: "The call number holds spaces",
        why: "The catalogue finds nothing by such a number.",
        examples: &[("callnumber = {QA 76}", "callnumber = {QA76}")],
        sources: &["house style"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::CallNumber]),
    safety: Some(Safety::Safe),
    run: call_number_spaced,
};

fn call_number_spaced(visit: &mut Visit<'_>) {
    let Some(number) = visit.record().text(Field::CallNumber) else {
        return;
    };
    if number.contains(' ') {
        let joined = number.replace(' ', "");
        let message = format!("the call number '{number}' holds spaces");
        visit.change(Field::CallNumber, joined, || message);
    }
}

fn main() {
    let text = "@book{knuth, title={The Art of Computer Programming}, callnumber={QA 76 .6}}";
    let mut findings = Findings::default();
    let input = Input::from_source(Source::new(SourceId(0), "a.bib", text), None, &mut findings);
    let options = Options {
        own_rules: vec![&CALL_NUMBER_SPACED],
        ..Options::clean()
    };

    let run = Run::new(vec![input], options, findings, &|_, _| ());

    println!(
        "{}",
        run.record(0).text(Field::CallNumber).unwrap_or_default()
    );
    for found in run.findings().kept() {
        println!("{}: {}", found.fault.id, found.message);
    }
}

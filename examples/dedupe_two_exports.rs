//! Finds what two database exports share, without merging anything.
//!
//! `cargo run --example dedupe_two_exports`

use bibsift::model::Field;
use bibsift::pipeline::{Input, Options, Run};
use bibsift::report::Findings;
use bibsift::source::{Source, SourceId};

const PUBMED: &str = "\
TY  - JOUR
AU  - Watson, James D.
AU  - Crick, Francis H. C.
TI  - Molecular structure of nucleic acids: a structure for deoxyribose nucleic acid
T2  - Nature
PY  - 1953
VL  - 171
SP  - 737-738
ER  - 
TY  - JOUR
AU  - Franklin, Rosalind E.
TI  - Molecular configuration in sodium thymonucleate
T2  - Nature
PY  - 1953
VL  - 171
SP  - 740-741
ER  - 
";

const SCOPUS: &str = "\
TY  - JOUR
AU  - Watson, J.D.
AU  - Crick, F.H.C.
TI  - Molecular structure of nucleic acids: A structure for deoxyribose nucleic acid
JO  - Nature
Y1  - 1953///
VL  - 171
SP  - 737
EP  - 738
ER  - 
";

fn main() {
    let mut findings = Findings::default();
    let exports = [("pubmed.ris", PUBMED), ("scopus.ris", SCOPUS)];
    let inputs = (0..).zip(exports).map(|(id, (name, text))| {
        Input::from_source(Source::new(SourceId(id), name, text), None, &mut findings)
    });
    let inputs: Vec<Input> = inputs.collect();

    let run = Run::new(inputs, Options::clean(), findings, &|_, _| ());

    for group in run.groups() {
        println!("{}:", group.key);
        for &entry in &group.entries {
            let record = run.record(entry);
            let title = record.text(Field::Title).unwrap_or_default();
            let input = &run.inputs()[record.place.source.0 as usize];
            println!("  {}: {title}", input.source.name);
        }
    }
}

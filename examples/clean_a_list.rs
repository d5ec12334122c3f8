//! Cleans a small list: two copies of one paper, written differently, become one entry.
//!
//! `cargo run --example clean_a_list`

use bibsift::formats::WriteOptions;
use bibsift::pipeline::{Input, Options, Output, Reader, Run};
use bibsift::report::Findings;
use bibsift::source::{Source, SourceId};

const LIST: &str = r"
@article{shannon,
  author  = {Shannon, C. E.},
  title   = {A Mathematical Theory of Communication.},
  journal = {BELL SYSTEM TECHNICAL JOURNAL},
  year    = 1948, volume = 27, number = 3, pages = {379-423},
  doi     = {https://doi.org/10.1002/j.1538-7305.1948.tb01338.x},
}
@article{Shannon1948,
  author  = {Claude E. Shannon},
  title   = {A mathematical theory of communication},
  journal = {Bell System Technical Journal},
  year    = 1948, volume = 27, pages = {379--423},
}
";

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut findings = Findings::default();
    let source = Source::new(SourceId(0), "list.bib", LIST);
    let input = Input::from_source(source, None, &mut findings);

    let run = Run::new(vec![input], Options::clean(), findings, &|_, _| ());

    let Reader::Format(bibtex) = Reader::named("bibtex")? else {
        return Ok(());
    };
    let mut sink = |text: &str| {
        print!("{text}");
        Ok(())
    };
    let options = WriteOptions::default();
    run.write(&mut [Output {
        format: bibtex,
        options,
        sink: &mut sink,
    }])?;
    eprintln!("{:?}", run.counts());
    Ok(())
}

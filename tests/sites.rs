//! Runs the sample pages of sites and layouts: the records each gives must be those beside it, whether
//! its format is sniffed or forced.

#![allow(
    clippy::expect_used,
    reason = "a sample that cannot be read should stop the test"
)]

use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use bibsift::dedup;
use bibsift::doc::Doc;
use bibsift::formats::pages::{LAYOUTS, SITES};
use bibsift::formats::{WriteOptions, bibtex};
use bibsift::pipeline::{Input, Options, Output, Reader, Run};
use bibsift::report::Findings;
use bibsift::rules::Settings;
use bibsift::source::SourceId;

#[test]
fn samples_give_their_records() {
    let layouts = LAYOUTS.iter().map(|layout| (&layout.doc, layout.doc.id));
    let sites = SITES.iter().map(|site| (&site.doc, "page"));
    let mut faults = String::new();
    for (doc, forced) in layouts.chain(sites) {
        for from in [None, Some(forced)] {
            check(doc, from, &mut faults);
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// Says which samples of `doc` do not give their records.
fn check(doc: &Doc, from: Option<&str>, faults: &mut String) {
    let reader = from.map(|id| Reader::named(id).expect("layouts have names"));
    for (n, (page, expected)) in doc.examples.iter().enumerate() {
        let found = records(page, reader);
        if found != *expected {
            let _ = writeln!(
                faults,
                "{}, sample {}, read as {}: {}",
                doc.id,
                n + 1,
                from.unwrap_or("what it looks like"),
                first_difference(expected, &found),
            );
        }
    }
}

/// The records of a page as `bibsift clean --to biblatex` writes them.
fn records(page: &str, reader: Option<Reader>) -> String {
    let mut findings = Findings::default();
    let input = Input::from_text(
        SourceId(0),
        "page.txt",
        page.to_owned(),
        reader,
        &mut findings,
    )
    .expect("samples are small");
    let options = Options {
        rules: Some(Settings::default()),
        dedup: Some(dedup::Options::default()),
        ..Options::default()
    };
    let run = Run::new(vec![input], options, findings, &|_, _| ());
    let mut out = String::new();
    run.write(&mut [Output {
        format: &bibtex::BIBLATEX,
        options: WriteOptions::default(),
        sink: &mut |piece| {
            out.push_str(piece);
            Ok(())
        },
    }])
    .expect("a text takes everything");
    out
}

/// The first line in which two texts differ.
fn first_difference(expected: &str, found: &str) -> String {
    let (mut expected, mut found) = (expected.lines(), found.lines());
    loop {
        match (expected.next(), found.next()) {
            (Some(one), Some(other)) if one == other => {}
            (one, other) => {
                let shown = |line: Option<&str>| line.unwrap_or("nothing more").trim().to_owned();
                return format!("expected {}, found {}", shown(one), shown(other));
            }
        }
    }
}

#[test]
fn every_sample_belongs_to_a_site() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/formats/pages/sites/samples");
    let layouts = LAYOUTS.iter().flat_map(|layout| layout.doc.examples);
    let sites = SITES.iter().flat_map(|site| site.doc.examples);
    let listed: BTreeSet<&str> = layouts.chain(sites).map(|(page, _)| *page).collect();
    let pages = fs::read_dir(folder)
        .expect("the samples have a folder")
        .flatten()
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"));
    for path in pages {
        let page = fs::read_to_string(&path).expect("samples are UTF-8");
        assert!(listed.contains(page.as_str()), "{}", path.display());
        assert!(path.with_extension("bib").exists(), "{}", path.display());
    }
}

#[test]
fn the_page_on_formats_names_every_site() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/formats.md");
    let page = fs::read_to_string(page).expect("docs/formats.md is there");
    let named = |id: &str| page.contains(&format!("`{id}`"));
    let missing: Vec<&str> = SITES
        .iter()
        .map(|site| site.doc.id)
        .filter(|id| !named(id))
        .collect();
    assert!(missing.is_empty(), "{missing:?}");
}

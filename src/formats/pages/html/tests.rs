//! Pages of each kind, read whole.

use super::*;
use crate::formats::Likelihood;
use crate::model::{EntryType, Field, Role};
use crate::source::SourceId;

fn records(text: &str) -> Vec<Record> {
    let source = Source::new(SourceId(0), "page.html", text);
    let mut findings = Findings::default();
    let raw = read(&source, &mut findings);
    (0..raw.records.len())
        .map(|at| lower(&source, &raw, at, &mut findings))
        .collect()
}

fn place(text: &str, record: &Record, field: Field) -> String {
    let tracked = record.tracked(field).unwrap();
    tracked.provenance.place.span.of(text).to_owned()
}

const PUBLISHER: &str = include_str!("samples/publisher.html");

#[test]
fn the_page_of_a_publisher_gives_its_article_and_its_references() {
    assert_eq!(sniff::sniff(PUBLISHER), Likelihood::Certain);
    let found = records(PUBLISHER);
    assert_eq!(found.len(), 4);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Article);
    assert_eq!(
        own.text(Field::Title),
        Some("Peer support & recovery: a “mixed” study")
    );
    assert_eq!(
        place(PUBLISHER, own, Field::Title),
        "Peer support &amp; recovery: a &ldquo;mixed&rdquo; study"
    );
    let names: Vec<String> = own
        .names(Field::Author)
        .iter()
        .map(crate::model::Name::sorted)
        .collect();
    assert_eq!(names, ["Okafor, Adaeze", "van der Berg, Jan"]);
    assert_eq!(
        own.names(Field::Author)[0].about,
        [
            (
                "affiliation".to_owned(),
                "University of Leeds; Leeds Teaching Hospitals".to_owned()
            ),
            ("ORCID".to_owned(), "0000-0002-1825-0097".to_owned()),
        ]
    );
    assert_eq!(own.date(Field::Date).unwrap().to_string(), "2019-05-17");
    assert_eq!(own.text(Field::Pages), Some("101-119"));
    assert_eq!(own.text(Field::Doi), Some("10.1234/jmh.2019.0042"));
    assert_eq!(
        own.get(Field::Issn).unwrap().to_string(),
        "0963-8237; 1360-0567"
    );
    assert_eq!(
        own.get(Field::Keywords).unwrap().to_string(),
        "peer support; recovery; mixed methods"
    );
    let reference = &found[1];
    assert_eq!(reference.role, Role::Reference);
    assert_eq!(
        reference.text(Field::Title),
        Some("Recovery from mental illness")
    );
    assert_eq!(reference.text(Field::Pages), Some("11-23"));
    assert_eq!(reference.names(Field::Author).len(), 1);
    assert_eq!(found[2].names(Field::Author).len(), 2);
    assert_eq!(found[3].year(), Some(2001));
}

#[test]
fn the_page_of_a_repository_gives_its_thesis() {
    let text = include_str!("samples/repository.html");
    let found = records(text);
    assert_eq!(found.len(), 1);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Thesis);
    assert_eq!(own.text(Field::Title), Some("Soins et rétablissement"));
    assert_eq!(own.text(Field::TitleAddon), Some("Care and recovery"));
    assert_eq!(own.names(Field::Author)[0].family, "Dubois");
    assert_eq!(own.year(), Some(2014));
    assert_eq!(own.text(Field::Url), Some("http://hdl.handle.net/1234/567"));
}

#[test]
fn pages_without_a_work_give_none() {
    for text in [
        "",
        "<html><head><meta name=citation_title content=''><meta name='DC.title' content='Home'></head></html>",
        "<!doctype html><body><nav>Home</nav><button>Log in</button>",
    ] {
        assert!(records(text).is_empty(), "{text}");
    }
}

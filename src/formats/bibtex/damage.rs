//! Damaged .bib files: what is read of them, and that reading them takes linear time.

use super::blocks::{BlockKind, Cutter};
use super::marks::VISITED;
use super::{BIBTEX, faults};
use crate::model::{Date, Field, Record, Value};
use crate::report::{Findings, Severity};
use crate::source::{Source, SourceId};

fn read(text: &str) -> (Vec<Record>, Findings) {
    let source = Source::new(SourceId(0), "test.bib", text);
    let mut findings = Findings::default();
    let raw = (BIBTEX.read)(&source, &mut findings);
    let count = raw.records.len();
    let records = (0..count)
        .map(|n| (BIBTEX.lower)(&source, &raw, n, &mut findings))
        .collect();
    (records, findings)
}

/// Key, title and year of each record.
fn summary(records: &[Record]) -> Vec<(&str, &str, i32)> {
    let of = |record: &'_ Record| record.year().unwrap_or_default();
    records
        .iter()
        .map(|r| {
            (
                r.key.as_str(),
                r.text(Field::Title).unwrap_or_default(),
                of(r),
            )
        })
        .collect()
}

#[test]
fn every_damaged_entry_between_two_good_ones_leaves_them_whole() {
    let good = |key: &str| format!("@book{{{key},\n  title = {{Growth}},\n  year = 1917\n}}\n");
    for (bad, key, fault) in [
        ("@misc(b, title={Form}, year=1942)", "b", None),
        (
            "@misc{b, title=\"G\\\"{o}sele\"}",
            "b",
            Some(&faults::QUOTE_IN_QUOTES),
        ),
        (
            "@misc{b, title={Form} year=1942}",
            "b",
            Some(&faults::MISSING_COMMA),
        ),
        (
            "@misc{b title={Form}, year=1942}",
            "b",
            Some(&faults::MISSING_COMMA),
        ),
        (
            "@misc{b\n  title={Form}, year=1942}",
            "b",
            Some(&faults::MISSING_COMMA),
        ),
        (
            "@misc{title={Form}, year=1942}",
            "",
            Some(&faults::MISSING_KEY),
        ),
        ("@misc{, title={Form}}", "", Some(&faults::MISSING_KEY)),
        ("@misc{b c, title={Form}}", "b c", Some(&faults::ODD_KEY)),
        ("@misc{müller2020, title={Form}}", "müller2020", None),
        (
            "@misc{b, title={Form}, year={1942}",
            "b",
            Some(&faults::UNCLOSED_ENTRY),
        ),
        (
            "@misc{b, title={Form {x}, year={1942}\n}",
            "b",
            Some(&faults::UNCLOSED_ENTRY),
        ),
        ("@misc{b, title=\"Form}", "b", Some(&faults::UNCLOSED_QUOTE)),
        ("@misc{b, title {Form}}", "b", Some(&faults::MISSING_EQUALS)),
        (
            "@misc{b, title={Form}}, year={1942}}",
            "b",
            Some(&faults::STRAY_TEXT),
        ),
        (
            "@misc{b, title={Form}, junk, year={1942}}",
            "b",
            Some(&faults::STRAY_TEXT),
        ),
        (
            "@misc{b, title={Form}, title={Other}}",
            "b",
            Some(&faults::DUPLICATE_FIELD),
        ),
        (
            "@misc{b, journal=nobody}",
            "b",
            Some(&faults::UNDEFINED_STRING),
        ),
        ("@misc{a, title={Form}}", "a", Some(&faults::DUPLICATE_KEY)),
        (
            "@misc{b, crossref={nobody}}",
            "b",
            Some(&faults::CROSSREF_UNKNOWN),
        ),
        ("@misc{b, crossref={b}}", "b", Some(&faults::CROSSREF_LOOP)),
        (
            "@misc{b, author={Doe, J.; Roe, R.}}",
            "b",
            Some(&faults::ODD_NAME_LIST),
        ),
        ("@misc{b, title={Fo\0rm}}", "b", None),
        ("@unheardof{b, title={Form}}", "b", None),
    ] {
        let text = format!("{}{bad}\n{}", good("a"), good("c"));
        let (records, findings) = read(&text);
        let keys: Vec<_> = records.iter().map(|r| r.key.as_str()).collect();
        assert_eq!(keys, ["a", key, "c"], "{bad}");
        let got = summary(&records);
        assert_eq!(
            (got[0], got[2]),
            (("a", "Growth", 1917), ("c", "Growth", 1917)),
            "{bad}"
        );
        match fault {
            Some(fault) => assert!(findings.count(fault.id, Severity::Warning) > 0, "{bad}"),
            None => assert_eq!(
                findings.total(Severity::Warning),
                0,
                "{bad}: {:?}",
                findings.kept()
            ),
        }
    }
}

#[test]
fn fields_of_an_unclosed_entry_are_read() {
    let text =
        "@misc{b,\n  title = {Form {x},\n  volume = {7},\n  year = 1942\n@book{c, title={Growth}}";
    let (records, findings) = read(text);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].text(Field::Volume), Some("7"));
    assert_eq!(
        records[0].get(Field::Date),
        Some(&Value::Date(Date::from_year(1942)))
    );
    let place = findings.kept()[0].place.span;
    assert_eq!(
        (findings.kept()[0].fault.id, place.start),
        ("unclosed-entry", 0)
    );
}

#[test]
fn text_that_only_looks_like_an_entry_is_none() {
    for text in [
        "write to me@x.org or @nobody (at home)",
        "% @article{a, title={x}}",
        "@comment{@article{a, title={x}}}",
        "@media {color: red}",
        " * @param {string} name the name",
        "@string{a = {b}}\n@preamble{\"x\"}",
        "",
        "@",
        "@article",
    ] {
        let (records, _) = read(text);
        assert!(records.is_empty(), "{text}");
    }
    let (_, findings) = read("% @article{a, title={x}}");
    assert_eq!(
        findings.count(faults::COMMENTED_ENTRY.id, Severity::Note),
        1
    );
}

#[test]
fn nothing_between_entries_is_lost() {
    let text =
        "\u{feff}junk\r\n@comment{jabref-meta: x;}\r@string{a={b}} text @book{k,title={x}} end";
    let mut cutter = Cutter::new(text);
    let (mut whole, mut kinds) = (String::new(), Vec::new());
    while let Some(block) = cutter.next_block() {
        whole.push_str(block.span.of(text));
        kinds.push(block.kind);
    }
    assert_eq!(whole, text);
    let definition = BlockKind::String;
    let (free, comment, entry) = (BlockKind::Free, BlockKind::Comment, BlockKind::Entry);
    assert_eq!(kinds, [free, comment, free, definition, free, entry, free]);
}

#[test]
fn children_take_from_parents_what_they_lack() {
    let (records, findings) = read(
        "@inproceedings{p, title={Paper}, crossref={v}, xdata={x}}\n\
         @proceedings{v, title={Proceedings of Form}, year=1999, doi={10.1000/v}, publisher={P}}\n\
         @xdata{x, location={Leeds}, keywords={a}}",
    );
    assert_eq!(records.len(), 2, "xdata that is used is no record");
    let paper = &records[0];
    assert_eq!(paper.text(Field::BookTitle), Some("Proceedings of Form"));
    assert_eq!(
        (paper.text(Field::Title), paper.year()),
        (Some("Paper"), Some(1999))
    );
    assert_eq!(paper.text(Field::Location), Some("Leeds"));
    assert!(!paper.has(Field::Doi) && paper.extra.is_empty());
    assert!(findings.kept().is_empty());
}

#[test]
fn hostile_texts_are_read_to_the_end() {
    let nested = format!(
        "@misc{{a, title={{{}{}}}}}",
        "{".repeat(100_000),
        "}".repeat(100_000)
    );
    assert_eq!(read(&nested).0.len(), 1);
    let (records, findings) = read(&"@misc{k,\n title={x\n".repeat(10_000));
    assert_eq!(records.len(), 10_000);
    assert_eq!(
        findings.count(faults::UNCLOSED_ENTRY.id, Severity::Warning),
        10_000
    );
    for text in [
        "@comment{\n".repeat(20_000),
        "@misc{k, title=\"x\n".repeat(20_000),
        format!("@misc{{k, {}}}", "title={x},".repeat(20_000)),
        format!("@misc{{k, {}}}", "a={\n".repeat(20_000)),
        format!("@misc{{k, a = {}", "x \n".repeat(50_000)),
        "@string{a = a # a # a # a}".repeat(1000) + "@misc{k, title=a}",
        format!("@misc{{k, title={{{}}}}}", "x".repeat(10_000_000)),
        "@".repeat(100_000),
        "\"{@a{".repeat(50_000),
    ] {
        let (records, _) = read(&text);
        assert!(records.len() <= text.len());
    }
}

#[test]
fn the_work_grows_as_the_text_does() {
    let work = |text: &str| {
        VISITED.set(0);
        let source = Source::new(SourceId(0), "test.bib", text);
        let mut findings = Findings::default();
        let raw = (BIBTEX.read)(&source, &mut findings);
        assert!(raw.records.len() <= text.len());
        VISITED.get()
    };
    for unit in [
        "@misc{k,\n title={x\n",
        "@misc{k, title=\"x\n",
        "@misc{k, title={x}, year=1999}\n",
        "@misc{k\n",
        "@comment{\n",
        "@misc{k, a b c d\n",
        "title={x\n",
        "\"{@a{",
        "@a{ \n \n",
        "% @misc{k, x}\n",
    ] {
        let (small, large) = (unit.repeat(1_000), unit.repeat(10_000));
        let (few, many) = (work(&small), work(&large));
        // The look ahead at an `@` is bounded by the longest key.
        assert!(few <= small.len() * 100, "{few} looks at {unit:?}");
        assert!(many <= few * 11, "{few} looks, then {many}, at {unit:?}");
    }
}

#[test]
fn text_that_is_no_field_is_told_and_kept() {
    let text = "@book{k,\n  title = {On} growth and form},\n  year = 1917\n}\n";
    let (records, findings) = read(text);
    let told = findings.kept().iter().map(|found| found.message.as_str());
    assert!(
        told.clone()
            .any(|message| message.contains("growth and form")),
        "{:?}",
        told.collect::<Vec<_>>()
    );
    let kept = records[0]
        .extra
        .iter()
        .find(|extra| extra.name == "stray-text");
    assert_eq!(kept.unwrap().value.value.content, "growth and form");
}

#[test]
fn a_thesis_keeps_school_and_institution() {
    let (records, _) = read("@phdthesis{k, school = {MIT}, institution = {Media Lab}}");
    let Some(Value::List(both)) = records[0].get(Field::Institution) else {
        panic!("{records:?}");
    };
    let both: Vec<_> = both.iter().map(|item| item.content.as_str()).collect();
    assert_eq!(both, ["MIT", "Media Lab"]);
}

#[test]
fn an_alias_leads_to_its_entry() {
    let (records, _) = read(
        "@inproceedings{a, crossref = {old}, title = {A}}\n@xdata{x, ids = {y}, note = {N}}\n\
         @proceedings{new, ids = {older, old}, title = {P}}\n@misc{b, xdata = {y}}",
    );
    assert_eq!(records[0].text(Field::BookTitle), Some("P"));
    assert_eq!(records[2].text(Field::Note), Some("N"));
    assert_eq!(records.len(), 3);
}

//! Records cut from text as it comes.

use super::*;
use crate::report::Keep;
use crate::source::SourceId;

/// Types of the records, each with its tags, and the faults.
fn cut(text: &str) -> (Vec<String>, Vec<String>) {
    let source = Source::new(SourceId(0), "x.ris", text);
    let mut findings = Findings::new(Keep::All);
    let raw = read(&source, &mut findings);
    let records = raw.records.iter().map(|record| {
        let mut line = record.entry_type.of(text).to_owned();
        for field in raw.fields(record) {
            if let crate::formats::RawName::Written(name) = field.name {
                line.extend([" ", name.of(text), "=", field.value.of(text)]);
            }
        }
        line
    });
    let faults = findings
        .kept()
        .iter()
        .map(|d| format!("{} {}", d.fault.id, d.place.span.of(text)));
    (records.collect(), faults.collect())
}

#[test]
fn every_line_end_and_indent_gives_the_same_records() {
    let text = "TY  - JOUR\nTI  - A\nER  - \n\nTY  - BOOK\nTI  - B\nER  - \n";
    let expected = vec!["JOUR TI=A".to_owned(), "BOOK TI=B".to_owned()];
    for variant in [
        text.to_owned(),
        text.replace('\n', "\r\n"),
        text.replace('\n', "\r"),
        text.replace("ER  - \n", "ER\n"),
        text.replace("TY", "\u{feff}TY"),
        text.replace("ER  - \n\n", "ER  - "),
        text.trim_end().to_owned(),
    ] {
        assert_eq!(cut(&variant).0, expected, "{variant:?}");
    }
    for variant in [
        format!("     {}", text.replace('\n', "\n     ")),
        text.replace("ER  - \n", ""),
        text.replace("  - ", " - "),
    ] {
        assert_eq!(cut(&variant).0, expected, "{variant:?}");
    }
    let lower = "ty  - JOUR\nti  - A\ner  - \n";
    assert_eq!(cut(lower).0, ["JOUR ti=A"]);
}

#[test]
fn prose_is_no_tag_where_the_record_says_so() {
    let text = "TY  - JOUR\nAB  - one\n      TI  - two\nis - three\nER  - \n";
    assert_eq!(
        cut(text).0,
        ["JOUR AB=one\n      TI  - two\nis - three"],
        "indented and lower-case lines continue the abstract"
    );
}

#[test]
fn what_is_missing_is_said_and_the_rest_read() {
    let (records, faults) = cut("Provider: X\n\n1.\nTI  - A\nER  - \n2.\nTY  - BOOK\nTI  - B\n");
    assert_eq!(records, [" TI=A", "BOOK TI=B"]);
    assert_eq!(
        faults,
        [
            "ris-text-outside-record Provider: X\n\n1.",
            "ris-no-type TI",
            "ris-no-end "
        ]
    );
    let (records, faults) = cut("ID  - 7\nTY  - JOUR\nTY  - BOOK\nVV  - b\nER  -");
    assert_eq!(records, ["JOUR ID=7", "BOOK VV=b"]);
    assert_eq!(faults, ["ris-no-end ", "ris-unknown-tag VV"]);
    let (records, faults) = cut("TY  - JOUR\nER  - ");
    assert_eq!(records, ["JOUR"]);
    assert!(faults.is_empty(), "{faults:?}");
}

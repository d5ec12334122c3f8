//! The laws of the format: what is written is read back, and writing it again changes nothing.

use super::{CSL_JSON, JSONL, LINE, SOURCE};
use crate::formats::{Format, Likelihood, Matter, WriteOptions};
use crate::model::{
    Date, ENTRY_TYPES, EntryType, Extra, FIELDS, Field, Kind, Name, Names, Record, Role, Statement,
    Text, Tracked, Value,
};
use crate::report::{Findings, Keep, Severity};
use crate::source::{Place, Source, SourceId};
use proptest::prelude::*;

fn read(text: &str) -> (Vec<Record>, Findings) {
    let source = Source::new(SourceId(0), "x.json", text);
    let mut findings = Findings::new(Keep::All);
    let raw = (CSL_JSON.read)(&source, &mut findings);
    let records = (0..raw.records.len())
        .map(|at| (CSL_JSON.lower)(&source, &raw, at, &mut findings))
        .collect();
    (records, findings)
}

fn write(format: &Format, records: &[Record]) -> String {
    let writer = format.write.unwrap();
    let options = WriteOptions {
        statements: true,
        ..WriteOptions::default()
    };
    let mut out = (writer.head)(&Matter::default(), &options);
    for (at, record) in records.iter().enumerate() {
        if at > 0 {
            out.push_str(writer.between);
        }
        (writer.record)(record, &options, &mut out);
    }
    out + &(writer.tail)(&Matter::default(), &options)
}

#[test]
fn a_whole_record() {
    let text = r#"[
  {
    "id": "smith2020",
    "type": "article-journal",
    "author": [
      {"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"},
      {"literal": "WHO"}
    ],
    "title": "On <i>E. coli</i>",
    "container-title": "Journal of Foo",
    "issued": {"date-parts": [[2020, 3, 5]]},
    "volume": "12",
    "issue": "3",
    "number": "e15",
    "publisher": "Foo Press",
    "DOI": "10.1000/x",
    "ISSN": "1234-5678; 2345-6789",
    "keyword": "Chromosomes, Human;",
    "note": "PMID: 5\noriginal-date: 1999",
    "medium": "print",
    "custom": {
      "source": "a.html",
      "line": 7,
      "role": "reference",
      "authors-truncated": true,
      "inferred": ["volume"],
      "statements": [{"text": "It is so.", "section": "Discussion", "count": 2}],
      "fields": {"eprint": "2001.1", "eprinttype": "arxiv", "mendeley-tags": "x"}
    }
  }
]
"#;
    let (records, findings) = read(text);
    let record = &records[0];
    assert_eq!(findings.total(Severity::Warning), 0);
    assert_eq!(record.key, "smith2020");
    assert_eq!(record.role, Role::Reference);
    assert_eq!(record.text(Field::Eid), Some("e15"));
    assert_eq!(record.statements.len(), 1);
    assert!(record.tracked(Field::Volume).unwrap().provenance.inferred);
    assert_eq!(write(&CSL_JSON, &records), text);
    let lines = write(&JSONL, &[record.clone(), record.clone()]);
    assert_eq!(lines.lines().count(), 2);
    assert_eq!(read(&lines).0.len(), 2);
    assert_eq!((JSONL.sniff)(&lines), Likelihood::Certain);
    assert_eq!((JSONL.sniff)(text), Likelihood::No);
    assert_eq!((CSL_JSON.sniff)(text), Likelihood::Certain);
}

#[test]
fn faults_have_their_place_and_cost_one_value() {
    let text = "[{\"id\": 1, \"type\": \"novel\", \"title\": \"A\nB\", \"volume\": {\"x\": [1]}, \"issue\": tru}]";
    let (records, findings) = read(text);
    let faults: Vec<_> = findings
        .kept()
        .iter()
        .map(|d| (d.fault.id, d.place.span.of(text)))
        .collect();
    assert_eq!(
        faults,
        [
            ("csl-json-unknown-type", "novel"),
            ("csl-json-broken-value", "\"A\nB\""),
            ("csl-json-unexpected-value", "{\"x\": [1]}"),
            ("csl-json-broken-value", "tru"),
        ]
    );
    assert_eq!(records[0].text(Field::Title), Some("A\nB"));
    assert_eq!(records[0].text(Field::Number), Some("tru"));
    assert_eq!(records[0].entry_type, EntryType::Misc);
    assert_eq!(records[0].extra[0].value.value.content, "{\"x\":[1]}");
}

#[test]
fn every_type_and_field_comes_back() {
    let merged = [Field::Subtitle, Field::JournalSubtitle, Field::BookSubtitle];
    for entry in ENTRY_TYPES {
        let mut record = Record::new(entry.entry_type, Place::default());
        for spec in FIELDS.iter().filter(|spec| !merged.contains(&spec.field)) {
            let name = || Name {
                family: spec.biblatex.into(),
                ..Name::default()
            };
            let value = match (spec.field, spec.kind) {
                (Field::Isbn, _) => Value::List(vec!["9783161484100".into()]),
                (Field::Issn, _) => Value::List(vec!["1234-5678".into(), "2345-6789".into()]),
                (_, Kind::Names) => Names {
                    list: vec![name(), name()],
                    truncated: true,
                }
                .into(),
                (_, Kind::Date) => Date::from_year(1999).into(),
                (_, Kind::Keywords) => Value::List(vec!["one".into(), "two, three".into()]),
                _ => format!("the {}", spec.biblatex).into(),
            };
            record.put(spec.field, value);
        }
        record.statements.push(Statement {
            text: "so".into(),
            section: String::new(),
            stance: "mentioning".into(),
            count: 1,
            place: Place::default(),
        });
        let text = write(&CSL_JSON, &[record.clone()]);
        let back = &read(&text).0[0];
        assert_eq!(back.entry_type.spec().biblatex, entry.biblatex, "{text}");
        for (field, tracked) in record.fields() {
            assert_eq!(
                back.get(field),
                Some(&tracked.value),
                "{field:?} of {:?} in\n{text}",
                entry.entry_type
            );
        }
        assert_eq!(back.extra, [], "{text}");
    }
}

fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just(" "),
        Just("; "),
        Just(", "),
        Just(": "),
        Just("\""),
        Just("\\"),
        Just("{"),
        Just("]"),
        Just("[1]"),
        Just("<i>"),
        Just("\u{0}"),
        Just("\u{feff}"),
        Just("王小明"),
        Just("others"),
        Just("2020"),
        Just("12"),
        Just("1234-5678"),
        Just("Smith"),
        Just("\u{a0}"),
        Just("PhD thesis"),
        Just("title"),
        Just("\u{2028}"),
        Just("et al."),
    ];
    prop::collection::vec(piece, 0..5).prop_map(|pieces| pieces.concat())
}

/// A date of some form.
fn date(year: usize, form: usize) -> Value {
    let forms = [
        "",
        "-05",
        "-05-17",
        "?",
        "~",
        "-21",
        "/",
        "/..",
        "/2999",
        "-05/2999-06~",
    ];
    let form = forms[form % forms.len()];
    Date::parse_edtf(&format!("{}{form}", 1000 + year)).map_or("199X".into(), Value::from)
}

fn record() -> impl Strategy<Value = Record> {
    let fields = prop::collection::vec((0..FIELDS.len(), nasty(), nasty(), any::<bool>()), 0..12);
    let name = prop_oneof![
        Just("archive".to_owned()),
        Just("director".to_owned()),
        Just("title".to_owned()),
        Just("subtitle".to_owned()),
        Just("custom".to_owned()),
        Just(SOURCE.to_owned()),
        Just(LINE.to_owned()),
        nasty(),
    ];
    let extra = prop::collection::vec((name, nasty()), 0..4);
    let words = prop::collection::vec(nasty(), 0..3);
    let all = (0..ENTRY_TYPES.len(), nasty(), fields, extra, words);
    all.prop_map(|(ty, key, fields, extra, words)| {
        let mut record = Record::new(ENTRY_TYPES[ty].entry_type, Place::default());
        record.key = key;
        record.entry_type_written = words.first().cloned();
        record.merged_keys = words;
        for (field, a, b, flag) in fields {
            let field = FIELDS[field].field;
            let value = match field.kind() {
                Kind::Names if flag => Names {
                    list: vec![
                        Name {
                            family: a.as_str().into(),
                            given: b.as_str().into(),
                            about: [("ORCID".into(), b.clone()), (a, b.clone())].into(),
                            ..Name::default()
                        },
                        Name {
                            parallel: Some(Box::new(Name::parse(&b))),
                            ..Name::literal(b)
                        },
                    ],
                    truncated: flag,
                }
                .into(),
                Kind::Date if flag => date(a.len(), b.len()),
                Kind::Keywords | Kind::List if flag => Value::List(vec![a.into(), b.into()]),
                _ => Value::Text(Text::plain(a)),
            };
            record.put(field, value);
        }
        for (name, value) in extra {
            let value = Tracked::read(Text::plain(value), Place::default());
            record.extra.push(Extra { name, value });
        }
        record
    })
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default()
    })]
    #[test]
    fn writing_is_a_fixed_point(record in record()) {
        for format in [&CSL_JSON, &JSONL] {
            let first = write(format, std::slice::from_ref(&record));
            prop_assert!(serde_json::from_str::<serde_json::Value>(&first).is_ok(), "{}", first);
            let (back, _) = read(&first);
            prop_assert_eq!(back.len(), 1, "{}", first);
            prop_assert_eq!(write(format, &back), first);
        }
    }

    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(nasty(), 0..20)) {
        let _ = read(&pieces.join("{\"id\": "));
    }
}

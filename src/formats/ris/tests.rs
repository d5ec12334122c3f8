//! The laws of the format: what is written is read back, and writing it again changes nothing.

use super::RIS;
use crate::formats::WriteOptions;
use crate::model::{
    Date, ENTRY_TYPES, Extra, FIELDS, Field, Kind, Name, Names, Record, Text, Tracked, Value,
};
use crate::report::{Findings, Keep};
use crate::source::{Place, Source, SourceId};
use proptest::prelude::*;

fn read(text: &str) -> Vec<Record> {
    let source = Source::new(SourceId(0), "x.ris", text);
    let mut findings = Findings::new(Keep::All);
    let raw = (RIS.read)(&source, &mut findings);
    (0..raw.records.len())
        .map(|at| (RIS.lower)(&source, &raw, at, &mut findings))
        .collect()
}

fn write(record: &Record) -> String {
    let mut out = String::new();
    (RIS.write.unwrap().record)(record, &WriteOptions::default(), &mut out);
    out
}

fn one(text: &str) -> Record {
    let mut records = read(text);
    assert_eq!(records.len(), 1);
    records.remove(0)
}

#[test]
fn a_record_of_the_profile() {
    let text = "TY  - JOUR
ID  - smith2020
TI  - H&lt;sub&gt;2&lt;/sub&gt;O: p &lt; 0.05
AU  - Berg, Jan
AU  - 王小明
T2  - Journal of Foo
J2  - J. Foo
PY  - 2020
DA  - 2020/03/05
VL  - 12
IS  - 3
SP  - 123-145
DO  - 10.1000/a_b
UR  - http://x.org/a_b?c=1&amp;copy=~e
SN  - 1234-5678
KW  - Chromosomes, Human
KW  - beta
AB  - One & two < three.
Y2  - 2024/02/03/12:00:00
LA  - zh-CN
M2  - PMID: 12345
M2  - Authors: incomplete
M2  - 被引频次: 7
ER  - 

";
    let record = one(text);
    assert_eq!(record.key, "smith2020");
    assert_eq!(record.text(Field::Title), Some("H<sub>2</sub>O: p < 0.05"));
    assert_eq!(record.year(), Some(2020));
    assert_eq!(record.text(Field::Pmid), Some("12345"));
    let Some(Value::Names(names)) = record.get(Field::Author) else {
        panic!("authors are names");
    };
    assert!(names.truncated);
    assert_eq!(names.list.len(), 2);
    assert_eq!(record.extra[0].name, "被引频次");
    assert_eq!(write(&record), text);
}

#[test]
fn dialects() {
    let wos = one(
        "TY  - JOUR\nDA  - AUG 11\nPY  - 2022\nSN  - 0378-5122\nSN  - 1873-4111\nC7  - 906475\nER  -",
    );
    assert_eq!(wos.text(Field::Date), Some("AUG 11 2022"));
    assert_eq!(wos.text(Field::Eid), Some("906475"));
    assert!(matches!(wos.get(Field::Issn), Some(Value::List(list)) if list.len() == 2));
    let pmc = one(
        "TY  - JOUR\nY1  - 2013\nPY  - 2013/04/18\nPY  - 2013/02/15/received\nU1  - 23690738[pmid]\nER  - ",
    );
    assert_eq!(pmc.date(Field::Date).unwrap().start.day, Some(18));
    assert_eq!(pmc.text(Field::Pmid), Some("23690738"));
    assert_eq!(pmc.extra[0].value.value.content, "2013/02/15/received");
    let scholar = one("TY  - JOUR\nJO  - Science\nSP  - 1\nEP  - 9\nER  - ");
    assert_eq!(scholar.text(Field::JournalTitle), Some("Science"));
    assert_eq!(scholar.text(Field::Pages), Some("1-9"));
    let wiley = one(
        "TY  - JOUR\nN1  - doi: 10.1063/1.1\nDO  - 10.1063/1.1\nM3  - doi: 10.1063/1.1\nER  - ",
    );
    assert_eq!(wiley.text(Field::Doi), Some("10.1063/1.1"));
    assert!(!wiley.has(Field::Note) && wiley.extra.is_empty());
    let book = one("TY  - EDBOOK\nAU  - Kim, J\nT2  - Lecture Notes\nSP  - 300\nER  - ");
    assert!(book.has(Field::Editor) && book.has(Field::Series) && book.has(Field::PageTotal));
    let endnote =
        one("TY  - JOUR\nTI  - A\nST  - A\nT2  - X\nJF  - X\nUR  - <Go to ISI>://WOS:1\nER  - ");
    assert!(!endnote.has(Field::ShortTitle) && !endnote.has(Field::Url));
    assert_eq!(endnote.text(Field::AccessionNumber), Some("WOS:1"));
    let unknown = one("TY  - HTML\nTI  - A\nER  - ");
    assert_eq!(unknown.entry_type_written.as_deref(), Some("HTML"));
}

#[test]
fn every_type_comes_back() {
    for spec in ENTRY_TYPES {
        let mut record = Record::new(spec.entry_type, Place::default());
        record.put(Field::Title, "A");
        let back = one(&write(&record));
        assert_eq!(
            back.entry_type.spec().biblatex,
            spec.biblatex,
            "{}",
            write(&record)
        );
    }
}

/// A value of a field that its kind allows and that says which field it is.
fn sample(field: Field) -> Value {
    let name = |n: u8| Name {
        family: format!("{}{n}", field.name()).into(),
        given: "Ann".into(),
        ..Name::default()
    };
    match field {
        Field::Isbn => return Value::List(vec!["978-3-16-148410-0".into()]),
        Field::Issn => return Value::List(vec!["1234-5678".into(), "2345-6789".into()]),
        Field::Number => return "7a".into(),
        Field::Pages => return "12-15".into(),
        _ => {}
    }
    match field.kind() {
        Kind::Names => Names {
            list: vec![name(1), name(2)],
            truncated: true,
        }
        .into(),
        Kind::Date => Date::from_year(1999).into(),
        Kind::Keywords => Value::List(vec!["one".into(), "two, three".into()]),
        _ => format!("the {}", field.name()).into(),
    }
}

#[test]
fn every_field_comes_back_in_every_type() {
    let content = |value: Option<&Value>| match value {
        Some(Value::Text(text)) => text.content.to_string(),
        Some(Value::List(list)) => list
            .iter()
            .map(|t| t.content.as_str())
            .collect::<Vec<_>>()
            .join(" "),
        Some(Value::Names(names)) => format!(
            "{} {}",
            names
                .list
                .iter()
                .map(|n| n.family.as_str())
                .collect::<Vec<_>>()
                .join(" "),
            names.truncated
        ),
        Some(Value::Date(date)) => date.start.year.to_string(),
        other => format!("{other:?}"),
    };
    let merged = [Field::Subtitle, Field::JournalSubtitle, Field::BookSubtitle];
    for entry in ENTRY_TYPES {
        let mut record = Record::new(entry.entry_type, Place::default());
        for spec in FIELDS.iter().filter(|spec| !merged.contains(&spec.field)) {
            record.put(spec.field, sample(spec.field));
        }
        let text = write(&record);
        let back = one(&text);
        for (field, tracked) in record.fields() {
            assert_eq!(
                content(back.get(field)),
                content(Some(&tracked.value)),
                "{field:?} of {:?} in\n{text}",
                entry.entry_type
            );
        }
        assert_eq!(back.extra, [], "{text}");
        assert_eq!(write(&back), text);
    }
}

/// Text a writer may get wrong.
fn nasty() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("TY  - JOUR"),
        Just("ER  - "),
        Just("\n"),
        Just("\r\n"),
        Just("\n\n"),
        Just(" "),
        Just("; "),
        Just(", "),
        Just(": "),
        Just("&amp;"),
        Just("&"),
        Just("<i>"),
        Just("</i>"),
        Just("\u{0}"),
        Just("\u{c}"),
        Just("\u{feff}"),
        Just("王小明"),
        Just("et al."),
        Just("10.1000/x"),
        Just("PMID: 5"),
        Just("2020"),
        Just("2020/03/05"),
        Just("-"),
        Just("12"),
        Just("1234-5678"),
        Just("Smith"),
        Just("Jr."),
        Just(" and "),
        Just("M2"),
        Just("\u{a0}"),
        Just("e\u{301}"),
        Just("JW"),
        Just("…"),
        Just("http://x.org"),
        Just("PM:"),
        Just("incomplete"),
        Just("Jan"),
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
    let label = prop_oneof![
        Just("PMID".to_owned()),
        Just("C6".to_owned()),
        Just("Authors".to_owned()),
        Just("M2".to_owned()),
        Just("Volume".to_owned()),
        Just("Entry Type".to_owned()),
        nasty(),
    ];
    let extra = prop::collection::vec((label, nasty()), 0..3);
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
        let first = write(&record);
        let back = read(&first);
        prop_assert_eq!(back.len(), 1, "{}", first);
        prop_assert_eq!(write(&back[0]), first);
    }

    #[test]
    fn any_text_is_read(pieces in prop::collection::vec(nasty(), 0..20)) {
        for record in read(&pieces.join("\n")) {
            let first = write(&record);
            let back = read(&first);
            prop_assert_eq!(back.len(), 1, "{}", first);
            prop_assert_eq!(write(&back[0]), first);
        }
    }
}

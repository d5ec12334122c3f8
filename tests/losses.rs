//! Writes every field with values of every shape in every type to every format, reads it back, and
//! holds what is lost or changed to the list that `docs/formats.md` gives.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a table that does not fit the library should stop the test"
)]

use bibsift::formats::{FORMATS, Format, Matter, WriteOptions};
use bibsift::model::{
    Date, ENTRY_TYPES, EntryType, Extra, FIELDS, Field, Kind, Name, Names, Pages, Record, Text,
    Tracked, Value,
};
use bibsift::report::Findings;
use bibsift::source::{Place, Source, SourceId};
use std::collections::BTreeSet;
use std::fs;

fn write(format: &Format, record: &Record) -> String {
    let writer = format.write.expect("a format that is written");
    let (matter, options) = (Matter::default(), WriteOptions::default());
    let mut out = (writer.head)(&matter, &options);
    (writer.record)(record, &options, &mut out);
    out + &(writer.tail)(&matter, &options)
}

fn read(format: &Format, text: &str) -> Vec<Record> {
    let source = Source::new(SourceId(0), "written", text);
    let mut findings = Findings::default();
    let raw = (format.read)(&source, &mut findings);
    (0..raw.records.len())
        .map(|at| (format.lower)(&source, &raw, at, &mut findings))
        .collect()
}

fn text(content: &str) -> Value {
    Value::from(content)
}

fn list(items: &[&str]) -> Value {
    Value::List(items.iter().map(|item| Text::plain(*item)).collect())
}

fn names(list: Vec<Name>) -> Value {
    Names {
        list,
        truncated: false,
    }
    .into()
}

fn edtf(date: &str) -> Value {
    Date::parse_edtf(date).expect("a date").into()
}

fn person(family: &str, given: &str) -> Name {
    Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    }
}

/// Values of every shape a field can have, each with what it shows.
fn samples(field: Field) -> Vec<(&'static str, Value)> {
    let own = |content| ("a value", text(content));
    match field {
        Field::Doi => return vec![own("10.1000/a_b(1)<2>")],
        Field::Url => return vec![own("https://x.org/a_b?c=1&copy=2#d~e%20f")],
        Field::Isbn => {
            return vec![
                ("one", list(&["9783161484100"])),
                ("two", list(&["9783161484100", "9780306406157"])),
                ("no number", text("none yet")),
            ];
        }
        Field::Issn => {
            return vec![
                ("one", list(&["1234-5678"])),
                ("two", list(&["1234-5678", "2345-6789"])),
                ("no number", text("none yet")),
            ];
        }
        Field::Language => return vec![own("en"), ("a name", text("Old Norse"))],
        Field::Pmid => return vec![own("12345678")],
        Field::Pmcid => return vec![own("PMC123456")],
        Field::Eprint => return vec![own("2001.12345")],
        Field::EprintType => return vec![own("arxiv"), ("another", text("hdl"))],
        Field::Eid => return vec![own("e1638"), ("digits", text("906475"))],
        Field::Number | Field::Issue | Field::Volume | Field::Part | Field::Chapter => {
            return vec![
                own("12"),
                ("a word", text("Suppl. 1")),
                ("many digits", text("2019123456")),
            ];
        }
        _ => {}
    }
    match field.kind() {
        Kind::Names => name_samples(),
        Kind::Literal => vec![
            ("words", text("On Growth and Form")),
            ("a colon", text("Growth: a form")),
            (
                "marks",
                text("A & B; p < 0.05, <i>E. coli</i> #1 100% a_b {c} $5"),
            ),
            ("paragraphs", text("One line.\n\nAnother line.")),
            ("mathematics", Text::latex("The $x^2$ of {DNA}").into()),
            ("digits", text("12")),
        ],
        Kind::List => vec![
            ("one", list(&["Springer"])),
            ("two", list(&["Springer", "Elsevier"])),
            ("a comma", list(&["Wiley, Ltd."])),
            ("a conjunction", list(&["Simon and Schuster"])),
            ("a semicolon", list(&["Paris; London"])),
        ],
        Kind::Verbatim => vec![
            ("words", text("a_b/c%20d.pdf")),
            ("two", text("a.pdf;b.pdf")),
        ],
        Kind::Date => vec![
            ("a year", edtf("1999")),
            ("a month", edtf("1999-05")),
            ("a day", edtf("1999-05-17")),
            ("a range", edtf("1999-05-17/2000-01-02")),
            ("a range of months", edtf("1999-05/1999-06")),
            ("an open range", edtf("1999/..")),
            ("an unknown end", edtf("1999/")),
            ("doubt", edtf("1999?")),
            ("about", edtf("1999~")),
            ("about an end", edtf("1999/2000~")),
            ("a season", edtf("1999-21")),
            ("a decade", edtf("199X")),
            ("before our era", edtf("-0044")),
            ("a far year", edtf("Y12345")),
            ("words", text("in press")),
            ("words with a year", text("Spring Term 1999")),
        ],
        Kind::Pages => vec![
            ("a range", Pages::parse("12-15").expect("pages").into()),
            ("ranges", Pages::parse("12-15, 18").expect("pages").into()),
            ("an open range", Pages::parse("72+").expect("pages").into()),
            ("one", Pages::parse("12").expect("pages").into()),
            ("words", text("S12-S15")),
            ("hyphens", text("A-1--A-5")),
        ],
        Kind::Keywords => vec![
            ("one", list(&["growth"])),
            ("two", list(&["growth", "form"])),
            ("a comma", list(&["Chromosomes, Human"])),
            ("two with commas", list(&["Chromosomes, Human", "form"])),
            ("a semicolon", list(&["growth; form", "x"])),
        ],
    }
}

fn name_samples() -> Vec<(&'static str, Value)> {
    let vec = |name: Name| names(vec![name]);
    vec![
        ("a person", vec(person("Thompson", "D'Arcy Wentworth"))),
        (
            "two",
            names(vec![person("Kim", "J. W."), person("Suh", "C. H.")]),
        ),
        (
            "initials",
            vec(Name {
                particle: "van".into(),
                ..person("Ham", "M A")
            }),
        ),
        ("bare initials", vec(person("Kim", "JW"))),
        (
            "a particle",
            vec(Name {
                particle: "van der".into(),
                ..person("Berg", "Jan")
            }),
        ),
        (
            "a suffix",
            vec(Name {
                suffix: "Jr.".into(),
                ..person("Smith", "John")
            }),
        ),
        (
            "a rare suffix",
            vec(Name {
                suffix: "Esq.".into(),
                ..person("Smith", "John")
            }),
        ),
        ("two surnames", vec(person("García Lorca", "Federico"))),
        ("a body", vec(Name::literal("World Health Organization"))),
        (
            "a body with commas",
            vec(Name::literal("Barnes and Noble, Inc.")),
        ),
        ("a whole name", vec(Name::literal("Winnie Mak"))),
        ("one word", vec(Name::literal("Plato"))),
        ("a surname", vec(person("Plato", ""))),
        ("a given name", vec(person("", "Madonna"))),
        ("Han", vec(Name::literal("王小明"))),
        ("Han in two", vec(person("王", "小明"))),
        (
            "a second script",
            vec(Name {
                parallel: Some(Box::new(person("Chen", "Yi-Chun"))),
                ..Name::literal("陳怡君")
            }),
        ),
        (
            "an ORCID",
            names(vec![
                person("Kim", "J. W."),
                Name {
                    about: [(
                        "ORCID".into(),
                        "https://orcid.org/0000-0002-1825-0097".into(),
                    )]
                    .into(),
                    ..person("Suh", "C. H.")
                },
            ]),
        ),
        (
            "an affiliation",
            vec(Name {
                about: [("affiliation".into(), "MIT; ETH = \"Zürich\", x".into())].into(),
                ..person("Suh", "C. H.")
            }),
        ),
        (
            "cut off",
            Names {
                list: vec![person("Kim", "J. W.")],
                truncated: true,
            }
            .into(),
        ),
    ]
}

/// A value in the form in which equal values are equal: rules type what readers leave as text.
fn canonical(field: Field, value: &Value) -> Value {
    match (field.kind(), value) {
        (Kind::Pages, Value::Text(text)) => {
            let dashed = text.content.replace("--", "–");
            Pages::parse(&text.content).map_or_else(|| dashed.into(), Value::from)
        }
        (Kind::List | Kind::Keywords, Value::Text(one)) => Value::List(vec![one.clone()]),
        // A name of one part is a whole name.
        (_, Value::Names(names)) => {
            let mut names = names.clone();
            for name in &mut names.list {
                let alone = name.particle.is_empty() && name.suffix.is_empty();
                if alone && name.family.is_empty() != name.given.is_empty() {
                    name.family.push_str(&std::mem::take(&mut name.given));
                    name.literal = true;
                }
            }
            names.into()
        }
        (_, Value::Text(text)) if !text.content.contains(['\\', '{', '}', '$']) => {
            Value::Text(Text::plain(text.content.clone()))
        }
        _ => value.clone(),
    }
}

/// What of `record` differs in `back`, in a few words.
fn lost(record: &Record, back: &Record) -> Vec<String> {
    let mut lost = Vec::new();
    if record.entry_type != back.entry_type {
        lost.push(format!("type {:?}", back.entry_type));
    }
    if record.entry_type_written != back.entry_type_written {
        lost.push(format!("written {:?}", back.entry_type_written));
    }
    if record.key != back.key || record.merged_keys != back.merged_keys {
        lost.push(format!("keys {} {:?}", back.key, back.merged_keys));
    }
    for (field, tracked) in record.fields() {
        let before = canonical(field, &tracked.value);
        match back.get(field).map(|value| canonical(field, value)) {
            Some(after) if after == before => {}
            after => lost.push(format!("{} -> {after:?}", field.name())),
        }
    }
    for (field, tracked) in back.fields() {
        if !record.has(field) {
            lost.push(format!("+{} {:?}", field.name(), tracked.value));
        }
    }
    let extra = |record: &Record| -> BTreeSet<(String, String)> {
        let extra = record.extra.iter();
        extra
            .map(|extra| (extra.name.clone(), extra.value.value.content.to_string()))
            .collect()
    };
    let (before, after) = (extra(record), extra(back));
    for (name, value) in before.symmetric_difference(&after) {
        lost.push(format!("extra {name}: {value}"));
    }
    lost
}

/// Something a format has no place for.
struct Loss {
    formats: &'static [&'static str],
    /// The words by which `docs/formats.md` tells of it.
    told: &'static str,
    /// Whether a value of this shape in this field is one.
    holds: fn(Field, &str) -> bool,
}

const OTHERS: &[&str] = &["ris", "csl-json", "jsonl"];

/// What is known to be lost. Each of them is told to the reader, and each of them happens.
const LOSSES: &[Loss] = &[
    Loss {
        formats: &["bibtex", "biblatex", "ris"],
        told: "Line breaks",
        holds: |_, shape| shape == "paragraphs",
    },
    Loss {
        formats: OTHERS,
        told: "Mathematics and LaTeX commands",
        holds: |_, shape| shape == "mathematics",
    },
    Loss {
        formats: OTHERS,
        told: "A subtitle",
        holds: |field, _| field == Field::Subtitle,
    },
    Loss {
        formats: &["ris"],
        told: "the journal, the book or the proceedings",
        holds: |field, _| matches!(field, Field::JournalTitle | Field::BookTitle),
    },
    Loss {
        formats: &["ris"],
        told: "publisher, institution and organization",
        holds: |field, _| {
            matches!(
                field,
                Field::Publisher | Field::Institution | Field::Organization
            )
        },
    },
    Loss {
        formats: OTHERS,
        told: "Several publishers or places",
        holds: |field, shape| field.kind() == Kind::List && shape == "two",
    },
    Loss {
        formats: OTHERS,
        told: "A semicolon in a keyword",
        holds: |field, shape| field == Field::Keywords && shape == "a semicolon",
    },
    Loss {
        formats: &["ris"],
        told: "A range of dates whose end nobody knows, from a year on",
        holds: |_, shape| shape == "an unknown end",
    },
];

#[test]
fn what_a_format_cannot_hold_is_told() {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/formats.md");
    let page = fs::read_to_string(page).expect("the page on formats");
    let page = page.split_whitespace().collect::<Vec<_>>().join(" ");
    for loss in LOSSES {
        assert!(page.contains(loss.told), "docs/formats.md: {}", loss.told);
    }
    let mut untold = BTreeSet::new();
    let mut happened = BTreeSet::new();
    for format in FORMATS.iter().filter(|format| format.write.is_some()) {
        for entry_type in ENTRY_TYPES.iter().map(|spec| spec.entry_type) {
            for field in FIELDS.iter().map(|spec| spec.field) {
                for (shape, value) in samples(field) {
                    let mut record = Record::new(entry_type, Place::default());
                    record.key = "key".into();
                    record.put(Field::Title, "A");
                    record.put(field, value);
                    let lost = written_and_read(format, &record);
                    if lost.is_empty() {
                        continue;
                    }
                    let known = LOSSES.iter().position(|loss| {
                        loss.formats.contains(&format.doc.id) && (loss.holds)(field, shape)
                    });
                    match known {
                        Some(known) => {
                            happened.insert((known, format.doc.id));
                        }
                        None => {
                            untold.insert(format!(
                                "{} {} {shape} in {entry_type:?}: {}",
                                format.doc.id,
                                field.name(),
                                lost.join(", ")
                            ));
                        }
                    }
                }
            }
        }
    }
    let untold: Vec<String> = untold.into_iter().collect();
    assert!(untold.is_empty(), "{}", untold.join("\n"));
    for (at, loss) in LOSSES.iter().enumerate() {
        for format in loss.formats {
            assert!(
                happened.contains(&(at, *format)),
                "{format} holds it: {}",
                loss.told
            );
        }
    }
}

/// What writing and reading change of a record, in a few words.
fn written_and_read(format: &Format, record: &Record) -> Vec<String> {
    let written = write(format, record);
    let back = read(format, &written);
    match back.as_slice() {
        [back] => lost(record, back),
        more => vec![format!("{} records", more.len())],
    }
}

#[test]
fn what_is_no_field_comes_back() {
    let record = || {
        let mut record = Record::new(EntryType::Article, Place::default());
        record.key = "key".into();
        record.put(Field::Title, "A");
        record
    };
    let extra = |pairs: &[(&str, &str)]| {
        let mut record = record();
        for (name, value) in pairs {
            record.extra.push(Extra {
                name: (*name).into(),
                value: Tracked::read(Text::plain(*value), Place::default()),
            });
        }
        record
    };
    let mut written = record();
    written.entry_type = EntryType::Misc;
    written.entry_type_written = Some("talk".into());
    let mut merged = record();
    merged.merged_keys = vec!["smith2020".into(), "jones:2019".into()];
    for (what, record) in [
        ("an unknown type", written),
        ("keys merged away", merged),
        ("an unknown field", extra(&[("mendeley-tags", "x; y")])),
        (
            "a long value",
            extra(&[("x-abstract", "one. Two: three & four")]),
        ),
        ("a tag of a dialect", extra(&[("C6", "7")])),
    ] {
        for format in FORMATS.iter().filter(|format| format.write.is_some()) {
            let lost = written_and_read(format, &record);
            assert!(lost.is_empty(), "{} {what}: {lost:?}", format.doc.id);
        }
    }
}

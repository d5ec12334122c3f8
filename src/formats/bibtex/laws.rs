//! Laws of reading and writing, over generated records and texts.

use std::fmt::Write as _;

use proptest::prelude::*;

use super::blocks::Cutter;
use super::{BIBLATEX, BIBTEX};
use crate::formats::{Format, WriteOptions};
use crate::model::{
    Date, ENTRY_TYPES, Extra, Field, Kind, Name, Names, Record, Text, Tracked, Value,
};
use crate::report::Findings;
use crate::source::{Place, Source, SourceId};

fn read(text: &str) -> Vec<Record> {
    let source = Source::new(SourceId(0), "test.bib", text);
    let mut findings = Findings::default();
    let raw = (BIBTEX.read)(&source, &mut findings);
    let count = raw.records.len();
    (0..count)
        .map(|n| (BIBTEX.lower)(&source, &raw, n, &mut findings))
        .collect()
}

fn write(format: &Format, record: &Record) -> String {
    let mut out = String::new();
    if let Some(writer) = &format.write {
        (writer.record)(record, &WriteOptions::default(), &mut out);
    }
    out
}

/// Everything of a record but places.
fn content(record: &Record) -> String {
    let mut content = format!(
        "{:?} {:?} {}",
        record.entry_type, record.entry_type_written, record.key
    );
    for (field, value) in record.fields() {
        let _ = write!(content, "\n{field:?} {:?}", value.value);
    }
    for extra in &record.extra {
        let _ = write!(content, "\n{} {:?}", extra.name, extra.value.value);
    }
    content
}

/// Writing brings white space to single spaces, but for verbatim fields.
fn single_spaced(value: &Value) -> Value {
    match value {
        Value::Text(text) => {
            let words = text.content.split_ascii_whitespace();
            let one_line = words.collect::<Vec<_>>().join(" ");
            Value::Text(Text::plain(one_line.trim()))
        }
        other => other.clone(),
    }
}

/// Words that mean something to somebody.
fn nasty() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        Just("and"),
        Just("{"),
        Just("}"),
        Just("\\"),
        Just("$"),
        Just("#"),
        Just("\""),
        Just(","),
        Just("@misc{k,"),
        Just("%"),
        Just("~"),
        Just("--"),
        Just("''"),
        Just("DNA"),
        Just("mRNA"),
        Just("王小明"),
        Just("e\u{301}"),
        Just("A"),
        Just("x_1"),
        Just("\\emph{x}"),
        Just("Brazil:"),
        Just("others"),
        Just("="),
        Just("R&D"),
        Just("\u{a0}"),
        Just("a  b"),
        Just("^2"),
        Just(";"),
    ];
    prop::collection::vec(word, 1..6).prop_map(|words| words.join(" "))
}

fn plain_word() -> impl Strategy<Value = String> {
    prop_oneof![
        "[A-Z][a-z]{2,8}",
        "[A-Z]\\.",
        Just("O'Neil".to_owned()),
        Just("李".to_owned()),
        Just("Black and White".to_owned()),
        Just("Doe, Roe".to_owned()),
        Just("Sm{ith".to_owned()),
        Just("a\\b".to_owned()),
    ]
}

fn name() -> impl Strategy<Value = Name> {
    let personal = (
        plain_word(),
        plain_word(),
        prop_oneof![Just(""), Just("van der"), Just("'s-")],
    );
    prop_oneof![
        personal.prop_map(|(family, given, particle)| Name {
            family: family.into(),
            given: given.into(),
            particle: particle.into(),
            ..Name::default()
        }),
        plain_word().prop_map(Name::literal),
    ]
}

prop_compose! {
    fn record()(
        entry_type in 0..ENTRY_TYPES.len(),
        texts in prop::collection::vec((0..64_usize, nasty()), 0..8),
        names in prop::collection::vec(name(), 1..4),
        truncated in any::<bool>(),
        year in 1000..2100_i32,
        month in prop::option::of(1..=12_u8),
        keywords in prop::collection::vec("[a-z]{1,5}(, [a-z]{2})?(; x)?", 1..4),
        extra in prop::collection::vec(nasty(), 0..3),
    ) -> Record {
        let mut record = Record::new(ENTRY_TYPES[entry_type].entry_type, Place::default());
        record.key = "key".into();
        for (at, text) in texts {
            let Some(spec) = crate::model::FIELDS.get(at) else { continue };
            if matches!(spec.kind, Kind::Literal | Kind::Verbatim) && spec.field != Field::Language {
                record.put(spec.field, text);
            }
        }
        record.put(Field::Author, Names { list: names, truncated });
        let mut date = Date::from_year(year);
        date.start.month = month;
        record.put(Field::Date, date);
        record.put(Field::Keywords, Value::List(keywords.into_iter().map(Text::plain).collect()));
        for (n, text) in extra.into_iter().enumerate() {
            record.extra.push(Extra {
                name: format!("x-field{n}"),
                value: Tracked::read(Text::plain(text), Place::default()),
            });
        }
        record
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn blocks_tile_any_text(text in "(@[a-z]{1,8}|[{}(),=\"#%\\\\\n ]|[a-zé]{1,4}|@misc\\{k,|@comment|title *= *){0,60}") {
        let mut cutter = Cutter::new(&text);
        let mut at = 0;
        while let Some(block) = cutter.next_block() {
            prop_assert_eq!(block.span.start, at);
            prop_assert!(block.span.end > at);
            at = block.span.end;
        }
        prop_assert_eq!(at as usize, text.len());
        for record in read(&text) {
            let (bibtex, biblatex) = (write(&BIBTEX, &record), write(&BIBLATEX, &record));
            prop_assert_eq!(read(&bibtex).len(), 1, "{}", bibtex);
            prop_assert_eq!(read(&biblatex).len(), 1, "{}", biblatex);
        }
    }

    #[test]
    fn what_is_written_is_read_and_written_the_same(record in record()) {
        for format in [&BIBTEX, &BIBLATEX] {
            let first = write(format, &record);
            let back = read(&first);
            prop_assert_eq!(back.len(), 1, "{}", first);
            let second = write(format, &back[0]);
            prop_assert_eq!(&second, &first);
            prop_assert_eq!(content(&read(&second)[0]), content(&back[0]));
            for (field, value) in record.fields() {
                let expected = match &value.value {
                    Value::Text(text) if field.kind() == Kind::Verbatim => text.content.trim().into(),
                    other => single_spaced(other),
                };
                let expected = (expected != Value::Text(Text::default())).then_some(&expected);
                prop_assert_eq!(back[0].get(field), expected, "{:?} in {}", field, first);
            }
        }
    }
}

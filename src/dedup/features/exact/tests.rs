use super::*;
use crate::model::{EntryType, Extra, Field, Tracked};
use crate::source::Place;
use std::collections::BTreeSet;

fn of_value(field: Field, value: impl Into<Value>) -> u64 {
    let mut record = Record::default();
    record.put(field, value);
    of(&record)
}

fn person(family: &str, given: &str) -> Name {
    Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    }
}

fn people(list: Vec<Name>, truncated: bool) -> Value {
    Names { list, truncated }.into()
}

/// Records that differ in one thing each.
fn different() -> Vec<u64> {
    let smith = || person("Smith", "J");
    let parallel = || Some(Box::new(person("史密斯", "")));
    let about = |text: &str| [("ORCID".to_owned(), text.to_owned())].into();
    let dates = [
        "2000",
        "2000?",
        "2000~",
        "200X",
        "2000-01",
        "2000-01-01",
        "2000/..",
        "2000/",
        "2000/2001",
    ];
    let pages = ["1-2", "1", "1+", "1, 2", "1-2, 3"];
    let mut all = vec![
        of_value(Field::Title, "a"),
        of_value(Field::Title, ""),
        of_value(Field::Note, "a"),
        of_value(Field::Title, Text::latex("a")),
        of_value(Field::Title, Value::List(vec!["a".into()])),
        of_value(Field::Title, Value::List(vec!["a".into(), "a".into()])),
        of_value(Field::Title, Value::List(vec![])),
        of_value(Field::Author, people(vec![], false)),
        of_value(Field::Author, people(vec![smith()], false)),
        of_value(Field::Author, people(vec![smith()], true)),
        of_value(Field::Author, people(vec![smith(), smith()], false)),
        of_value(Field::Author, people(vec![person("Smit", "hJ")], false)),
        of_value(Field::Author, people(vec![person("SmithJ", "")], false)),
        of_value(Field::Author, people(vec![person("", "SmithJ")], false)),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    particle: "van".into(),
                    ..smith()
                }],
                false,
            ),
        ),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    suffix: "van".into(),
                    ..smith()
                }],
                false,
            ),
        ),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    literal: true,
                    ..smith()
                }],
                false,
            ),
        ),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    parallel: parallel(),
                    ..smith()
                }],
                false,
            ),
        ),
        of_value(
            Field::Author,
            people(vec![smith(), person("史密斯", "")], false),
        ),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    about: about("1"),
                    ..smith()
                }],
                false,
            ),
        ),
        of_value(
            Field::Author,
            people(
                vec![Name {
                    about: about("2"),
                    ..smith()
                }],
                false,
            ),
        ),
    ];
    all.extend(
        dates.map(|date| of_value(Field::Date, Value::Date(Date::parse_edtf(date).unwrap()))),
    );
    all.extend(
        pages.map(|pages| of_value(Field::Pages, Value::Pages(Pages::parse(pages).unwrap()))),
    );
    for (entry_type, written, name) in [
        (EntryType::Book, None, "a"),
        (EntryType::Article, None, "a"),
        (EntryType::Article, Some("paper"), "a"),
        (EntryType::Article, None, "b"),
    ] {
        let mut record = Record::new(entry_type, Place::default());
        record.entry_type_written = written.map(str::to_owned);
        record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read("a".into(), Place::default()),
        });
        all.push(of(&record));
    }
    all
}

#[test]
fn whatever_differs_is_told_apart_and_copies_are_not() {
    let all = different();
    let mut told = BTreeSet::new();
    for (at, hash) in all.iter().enumerate() {
        assert!(told.insert(*hash), "the record {at} is like one before");
    }
    assert!(!told.contains(&0));
    assert_eq!(all, different());
    assert_eq!(of(&Record::default()), 0);
}

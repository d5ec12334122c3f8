use super::*;
use crate::model::{Date, Extra, LastPage, Name, Names, PageRange, Pages, Statement, Text};
use std::collections::BTreeSet;

fn record(key: &str, fields: &[(Field, &str)]) -> Record {
    let mut record = Record::default();
    record.key = key.to_owned();
    for (field, text) in fields {
        record.put(*field, *text);
    }
    record
}

#[test]
fn every_rule_is_documented_once_and_no_field_has_two() {
    let ids: BTreeSet<&str> = MERGE_RULES.iter().map(|rule| rule.doc.id).collect();
    assert_eq!(ids.len(), MERGE_RULES.len());
    let mut fields = BTreeSet::new();
    for rule in MERGE_RULES {
        assert!(
            !rule.doc.summary.is_empty()
                && !rule.doc.why.is_empty()
                && !rule.doc.sources.is_empty()
        );
        for field in rule.fields {
            assert!(fields.insert(*field), "{field:?}");
        }
    }
}

#[test]
fn the_first_key_stays_and_the_others_are_remembered() {
    let merged = merge(vec![
        record("", &[]),
        record("b", &[]),
        record("a", &[]),
        record("b", &[]),
    ]);
    assert_eq!(merged.record.key, "b");
    assert_eq!(merged.record.merged_keys, ["a"]);
}

#[test]
fn what_only_one_has_is_taken_over() {
    let merged = merge(vec![
        record("a", &[(Field::Title, "Form")]),
        record("b", &[(Field::Doi, "10.1000/x1")]),
    ]);
    assert_eq!(merged.record.text(Field::Doi), Some("10.1000/x1"));
    assert!(merged.choices.is_empty() && merged.conflicts.is_empty());
}

#[test]
fn what_contradicts_is_listed() {
    let merged = merge(vec![
        record(
            "a",
            &[(Field::Volume, "12"), (Field::JournalTitle, "Nat. Med.")],
        ),
        record(
            "b",
            &[
                (Field::Volume, "13"),
                (Field::Pages, "1-9"),
                (Field::JournalTitle, "Nature Medicine"),
            ],
        ),
    ]);
    assert_eq!(merged.record.text(Field::Volume), Some("13"));
    assert_eq!(
        merged.record.text(Field::JournalTitle),
        Some("Nature Medicine")
    );
    let slots: Vec<&Slot> = merged
        .conflicts
        .iter()
        .map(|conflict| &conflict.slot)
        .collect();
    assert_eq!(
        slots,
        [
            &Slot::Field(Field::JournalTitle),
            &Slot::Field(Field::Volume)
        ]
    );
}

#[test]
fn the_whole_list_of_people_is_kept() {
    let names = |list: &[(&str, &str)], truncated| Names {
        list: list
            .iter()
            .map(|(family, given)| Name {
                family: (*family).into(),
                given: (*given).into(),
                ..Name::default()
            })
            .collect(),
        truncated,
    };
    let (mut cut, mut whole) = (record("a", &[]), record("b", &[]));
    cut.put(Field::Author, names(&[("Adeli", "Khosrow")], true));
    whole.put(
        Field::Author,
        names(&[("Adeli", "K."), ("Lewis", "G. F.")], false),
    );
    let merged = merge(vec![cut, whole]);
    assert_eq!(merged.record.names(Field::Author).len(), 2);
    assert!(merged.conflicts.is_empty());
}

#[test]
fn ranges_and_months_are_preferred() {
    let pages = |first: &str, last: &str| Pages {
        ranges: vec![PageRange {
            first: first.into(),
            last: if last.is_empty() {
                LastPage::None
            } else {
                LastPage::At(last.into())
            },
        }],
    };
    let (mut a, mut b) = (record("a", &[]), record("b", &[]));
    a.put(Field::Pages, pages("211", ""));
    b.put(Field::Pages, pages("211", "219"));
    a.put(Field::Date, Date::from_year(2001));
    let mut month = Date::from_year(2001);
    month.start.month = Some(5);
    b.put(Field::Date, month.clone());
    let merged = merge(vec![a, b]);
    assert_eq!(merged.record.pages(), Some(&pages("211", "219")));
    assert_eq!(merged.record.date(Field::Date), Some(&month));
    assert!(merged.conflicts.is_empty());
}

#[test]
fn lists_extra_fields_and_statements_are_united() {
    let mut a = record("a", &[]);
    a.put(
        Field::Keywords,
        Value::List(vec![Text::plain("form"), Text::plain("growth")]),
    );
    a.extra.push(Extra {
        name: "C7".into(),
        value: Tracked::read(Text::plain("x"), a.place),
    });
    let said = |text: &str| Statement {
        text: text.into(),
        section: String::new(),
        stance: String::new(),
        count: 1,
        place: Record::default().place,
    };
    a.statements.push(said("They grow."));
    let mut b = record("b", &[]);
    b.put(
        Field::Keywords,
        Value::List(vec![Text::plain("Growth"), Text::plain("limbs")]),
    );
    b.extra.push(Extra {
        name: "c7".into(),
        value: Tracked::read(Text::plain("y"), b.place),
    });
    b.statements
        .extend([said("They grow."), said("They do not.")]);
    let merged = merge(vec![a, b]);
    assert!(
        matches!(merged.record.get(Field::Keywords), Some(Value::List(list)) if list.len() == 3)
    );
    assert_eq!(merged.record.extra.len(), 1);
    assert_eq!(merged.conflicts.len(), 1);
    assert_eq!(merged.record.statements.len(), 2);
    assert_eq!(merged.record.statements[0].count, 2);
}

#[test]
fn one_record_stays_as_it_is() {
    let one = record("a", &[(Field::Title, "Form"), (Field::Note, "n")]);
    assert_eq!(merge(vec![one.clone()]).record, one);
    assert_eq!(merge(Vec::new()).record, Record::default());
}

/// So many that comparing each with each would never end.
#[test]
fn what_many_records_say_is_held_against_what_is_kept_alone() {
    const MANY: usize = 100_000;
    let records = (0..MANY).map(|n| {
        let mut record = record(&format!("k{n}"), &[(Field::Note, &format!("{n:06} read"))]);
        record.statements.push(Statement {
            text: format!("statement {n}"),
            section: String::new(),
            stance: String::new(),
            count: 1,
            place: record.place,
        });
        record.sources.push(Origin {
            id: format!("{n}"),
            ..Origin::default()
        });
        record.extra.push(Extra {
            name: format!("extra-{n}"),
            value: Tracked::read(Text::plain("x"), record.place),
        });
        record
    });
    let merged = merge(records.collect());
    assert_eq!(merged.conflicts.len(), MANY - 1);
    let record = merged.record;
    assert_eq!(record.merged_keys.len(), MANY - 1);
    assert_eq!(record.statements.len(), MANY);
    assert_eq!(record.sources.len(), MANY);
    assert_eq!(record.extra.len(), MANY);
}

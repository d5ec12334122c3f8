//! Records written as .bib fields, for tests of rules: `name = {value}`, one a line; `@type`
//! alone on a line; `statement = {words}`.

use std::fmt::Write as _;

use super::{Infer, Rule, Settings, Visit};
use crate::model::Date;
use crate::model::{
    EntryType, Extra, Field, Kind, Name, Names, Record, Statement, Text, Tracked, Value,
};
use crate::report::Findings;
use crate::source::Place;

pub(super) fn record(text: &str) -> Record {
    let mut record = Record::new(EntryType::Article, Place::default());
    for line in text.lines().filter(|line| !line.is_empty()) {
        if let Some(name) = line.strip_prefix('@') {
            // The classic name is also what many other types are written as.
            record.entry_type = match name {
                "misc" => EntryType::Misc,
                _ => EntryType::from_bib(name).unwrap(),
            };
            continue;
        }
        let (name, value) = line.split_once(" = {").unwrap();
        let value = value.strip_suffix('}').unwrap();
        if name == "statement" {
            record.statements.push(Statement {
                text: value.to_owned(),
                section: String::new(),
                stance: String::new(),
                count: 1,
                place: Place::default(),
            });
        } else if let Some(field) = Field::from_bib(name) {
            record.put(field, self::value(field, value));
        } else {
            record.extra.push(Extra {
                name: name.to_owned(),
                value: Tracked::read(Text::plain(value), Place::default()),
            });
        }
    }
    record
}

/// The text of a value, LaTeX if it has a brace, command or formula.
fn text(value: &str) -> Text {
    if value.contains(['{', '\\', '$']) {
        Text::latex(value)
    } else {
        Text::plain(value)
    }
}

fn value(field: Field, value: &str) -> Value {
    match field.kind() {
        Kind::Names => {
            let mut names = Names::default();
            for name in value.split(" and ") {
                if name == "others" {
                    names.truncated = true;
                } else {
                    names.list.push(self::name(name));
                }
            }
            Value::Names(names)
        }
        Kind::List => Value::List(value.split(" and ").map(text).collect()),
        Kind::Keywords => Value::List(value.split(", ").map(text).collect()),
        Kind::Date => match Date::parse_edtf(value) {
            Some(date) => Value::Date(date),
            None => Value::Text(text(value)),
        },
        _ => Value::Text(text(value)),
    }
}

fn name(text: &str) -> Name {
    if let Some(whole) = text.strip_prefix('{').and_then(|t| t.strip_suffix('}')) {
        return Name::literal(whole);
    }
    let (family, given) = text.split_once(", ").unwrap_or((text, ""));
    Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    }
}

/// A form in which equal records are equal; what is typed and what is text look alike.
pub(super) fn written(record: &Record) -> String {
    let mut out = format!("@{}\n", record.entry_type.spec().biblatex);
    for (field, tracked) in record.fields() {
        let value = match &tracked.value {
            Value::Text(text) => text.content.to_string(),
            Value::List(list) => list
                .iter()
                .map(|text| text.content.as_str())
                .collect::<Vec<_>>()
                .join(if field.kind() == Kind::Keywords {
                    ", "
                } else {
                    " and "
                }),
            Value::Names(names) => {
                let mut list: Vec<_> = names.list.iter().map(written_name).collect();
                if names.truncated {
                    list.push("others".to_owned());
                }
                list.join(" and ")
            }
            Value::Date(date) => date.to_string(),
            Value::Pages(pages) => pages.display("--"),
        };
        let _ = writeln!(out, "{} = {{{value}}}", field.name());
    }
    for extra in &record.extra {
        let _ = writeln!(out, "{} = {{{}}}", extra.name, extra.value.value.content);
    }
    for statement in &record.statements {
        let _ = writeln!(out, "statement = {{{}}}", statement.text);
    }
    out
}

fn written_name(name: &Name) -> String {
    let mut out = String::new();
    if !name.particle.is_empty() {
        out.push_str(&name.particle);
        out.push(' ');
    }
    out.push_str(&name.family);
    for part in [&name.suffix, &name.given] {
        if !part.is_empty() {
            out.push_str(", ");
            out.push_str(part);
        }
    }
    if name.literal {
        format!("{{{out}}}")
    } else {
        out
    }
}

pub(super) fn run_one(rule: &'static Rule, record: &mut Record) -> Findings {
    let (settings, mut findings) = (all(), Findings::default());
    let mut visit = Visit::new(record, &rule.doc, &settings, &mut findings);
    (rule.run)(&mut visit);
    visit.say();
    findings
}

pub(super) fn all() -> Settings {
    Settings { infer: Infer::All }
}

/// Runs one rule over `before` and expects `after`, twice.
pub(super) fn assert_after(rule: &'static Rule, before: &str, after: &str) {
    if let Err(message) = check_after(rule, before, after) {
        panic!("{message}");
    }
}

/// What [`assert_after`] would complain of.
pub(super) fn check_after(rule: &'static Rule, before: &str, after: &str) -> Result<(), String> {
    let mut got = record(before);
    let want = written(&record(after));
    for time in ["", " again"] {
        run_one(rule, &mut got);
        let got = written(&got);
        if got != want {
            let id = rule.doc.id;
            return Err(format!(
                "{id}{time} on\n{before}\n-- gave\n{got}-- instead of\n{want}"
            ));
        }
    }
    Ok(())
}

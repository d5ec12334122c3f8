//! Writes CSL-JSON: an array with one member a line, or one item a line.

use serde_json::Value as Json;

use super::lower::typed;
use super::settle::settle;
use super::{THESES, custom, dates, names, variables};
use crate::formats::{Matter, WriteOptions, Writer, losses};
use crate::model::{EntryType, Field, Kind, Markup, Record, Text, Value};
use crate::text::latex;

/// An array of items, laid out to be read and compared.
pub(super) static ARRAY: Writer = Writer {
    head: |_, _| "[\n".to_owned(),
    record: |record, options, out| pretty(&members(record, options), out),
    between: ",\n",
    tail: |_, _| "\n]\n".to_owned(),
    losses: losses::OF_CSL_JSON,
};

/// One item a line.
pub(super) static LINES: Writer = Writer {
    head: nothing,
    record: |record, options, out| {
        compact(&members(record, options), out);
        out.push('\n');
    },
    between: "",
    tail: nothing,
    losses: losses::OF_CSL_JSON,
};

fn nothing(_: &Matter, _: &WriteOptions) -> String {
    String::new()
}

/// A member of an item.
struct Member {
    name: String,
    json: Form,
}

/// The JSON of a member: a value, or values that get a line each.
enum Form {
    One(String),
    Array(Vec<String>),
    Object(Vec<String>),
}

fn pretty(members: &[Member], out: &mut String) {
    out.push_str("  {\n");
    for (at, member) in members.iter().enumerate() {
        out.push_str("    ");
        out.push_str(&Json::from(&*member.name).to_string());
        out.push_str(": ");
        let (open, lines, close) = match &member.json {
            Form::One(json) => ("", std::slice::from_ref(json), ""),
            Form::Array(lines) => ("[\n      ", &**lines, "\n    ]"),
            Form::Object(lines) => ("{\n      ", &**lines, "\n    }"),
        };
        out.push_str(open);
        out.push_str(&lines.join(",\n      "));
        out.push_str(close);
        out.push_str(if at + 1 < members.len() { ",\n" } else { "\n" });
    }
    out.push_str("  }");
}

fn compact(members: &[Member], out: &mut String) {
    out.push('{');
    for (at, member) in members.iter().enumerate() {
        out.push_str(if at > 0 { ", " } else { "" });
        out.push_str(&Json::from(&*member.name).to_string());
        out.push_str(": ");
        let (open, lines, close) = match &member.json {
            Form::One(json) => ("", std::slice::from_ref(json), ""),
            Form::Array(lines) => ("[", &**lines, "]"),
            Form::Object(lines) => ("{", &**lines, "}"),
        };
        out.push_str(open);
        out.push_str(&lines.join(", "));
        out.push_str(close);
    }
    out.push('}');
}

/// The members of a record's item, in the order of the fields.
fn members(record: &Record, options: &WriteOptions) -> Vec<Member> {
    let record = &settle(record);
    let csl = record.entry_type.spec().csl;
    let ty = variables::stated(csl).unwrap_or_default();
    let mut item = Item {
        record,
        ty,
        members: Vec::new(),
        places: Vec::new(),
        aside: Vec::new(),
    };
    if !record.key.is_empty() {
        item.push("id", Form::One(Json::from(&*record.key).to_string()));
    }
    item.push("type", Form::One(Json::from(csl).to_string()));
    let degree = THESES.iter().find(|(_, own)| *own == record.entry_type);
    let degree = degree.filter(|_| !record.has(Field::Type));
    if let Some((degree, _)) = degree {
        item.push("genre", Form::One(Json::from(*degree).to_string()));
    }
    // Whichever field got a shared variable, the variable has one place.
    let mut fields: Vec<_> = record.fields().collect();
    fields.sort_by_key(|(field, _)| match field {
        Field::BookTitle => Field::JournalTitle,
        Field::Institution | Field::Organization => Field::Publisher,
        other => *other,
    });
    for (field, tracked) in fields {
        item.field(field, &tracked.value);
    }
    item.extras();
    let stated = if degree.is_some() {
        record.entry_type
    } else {
        ty
    };
    let custom = custom::write(record, options, stated, &item.places, item.aside);
    let mut members = item.members;
    members.push(Member {
        name: "custom".to_owned(),
        json: Form::Object(custom),
    });
    members
}

struct Item<'a> {
    record: &'a Record,
    /// The type the CSL type states.
    ty: EntryType,
    members: Vec<Member>,
    /// Variables that hold another field than they mean.
    places: Vec<(&'static str, Field)>,
    /// What goes to `custom.fields`, by name.
    aside: Vec<(String, Vec<String>)>,
}

impl Item<'_> {
    fn push(&mut self, name: &str, json: Form) {
        let name = name.to_owned();
        self.members.push(Member { name, json });
    }

    fn has(&self, name: &str) -> bool {
        self.members.iter().any(|member| member.name == name)
    }

    /// Puts a value into `custom.fields`.
    fn put_aside(&mut self, name: &str, json: String) {
        match self.aside.iter_mut().find(|(own, _)| own == name) {
            Some((_, values)) => values.push(json),
            None => self.aside.push((name.to_owned(), vec![json])),
        }
    }

    fn field(&mut self, field: Field, value: &Value) {
        // Several fields share these variables; the first of them that is there gets it.
        let shared = [
            ("container-title", variables::container(self.ty)),
            ("publisher", variables::publisher(self.ty)),
        ];
        if let Some((name, fields)) = shared.iter().find(|(_, own)| own.contains(&field)) {
            let json = Json::from(text(value)).to_string();
            match fields.iter().find(|own| self.record.has(**own)) {
                Some(first) if *first == field => {
                    if fields.first() != Some(&field) {
                        self.places.push((name, field));
                    }
                    self.push(name, Form::One(json));
                }
                _ => self.put_aside(field.name(), json),
            }
            return;
        }
        let name = match field {
            // An issue that has a name and no number.
            Field::Issue if !self.record.has(Field::Number) => {
                variables::variable(Field::Number, self.ty)
            }
            // What numbers a paper in a series is the number in that.
            Field::Number
                if self.ty == EntryType::InProceedings && self.record.has(Field::Series) =>
            {
                Some("collection-number")
            }
            _ => variables::variable(field, self.ty),
        };
        if let (Field::Issue, Some(name)) = (field, name) {
            self.places.push((name, field));
        }
        let json = form(field, value);
        match (name, json) {
            (_, Form::Array(list)) if list.is_empty() => {}
            (_, Form::One(json)) if json == "\"\"" => {}
            (Some(name), json) => self.push(name, json),
            (None, Form::One(json)) => self.put_aside(field.name(), json),
            (None, Form::Array(list) | Form::Object(list)) => {
                self.put_aside(field.name(), format!("[{}]", list.join(", ")));
            }
        }
    }

    /// Variables of CSL that no field holds stay what they are; everything else goes aside.
    fn extras(&mut self) {
        let mut extras: Vec<_> = self.record.extra.iter().collect();
        extras.retain(|extra| extra.name != custom::SOURCE && extra.name != custom::LINE);
        extras.sort_by(|a, b| a.name.cmp(&b.name));
        for extra in extras {
            let text = plain(&extra.value.value);
            if variables::is_csl(&extra.name) && !self.has(&extra.name) {
                // Names and dates are kept as JSON.
                let json = serde_json::from_str::<Json>(&text);
                let json = json.ok().filter(|json| json.is_array() || json.is_object());
                let json = json.unwrap_or(Json::from(text));
                self.push(&extra.name, Form::One(json.to_string()));
            } else {
                self.put_aside(&extra.name, Json::from(text).to_string());
            }
        }
    }
}

/// The JSON of a field's value.
fn form(field: Field, value: &Value) -> Form {
    let as_text = |text: String| Form::One(Json::from(text).to_string());
    match (field.kind(), value) {
        (_, Value::Names(list)) => Form::Array(names::write(list)),
        (Kind::Names, other) => match typed(field, &Json::from(text(other))) {
            Some(Value::Names(list)) => Form::Array(names::write(&list)),
            _ => Form::Array(Vec::new()),
        },
        (Kind::Date, Value::Date(date)) => Form::One(dates::write(date)),
        (Kind::Date, other) => Form::One(dates::literal(&text(other))),
        (Kind::Keywords, other) => as_text(keywords(other)),
        (Kind::List, other) => {
            // Numbers are written in the spacing they are read in.
            let text = text(other);
            let read = typed(field, &Json::from(&*text));
            as_text(read.as_ref().map_or(text, self::text))
        }
        (_, Value::Pages(pages)) => as_text(pages.display("-")),
        (_, other) => as_text(text(other)),
    }
}

/// Keywords between semicolons. One that holds a comma and stands alone gets one behind it, lest
/// it be split.
fn keywords(value: &Value) -> String {
    let list = match value {
        Value::List(list) => list.iter().map(plain).collect(),
        other => match typed(Field::Keywords, &Json::from(text(other))) {
            Some(Value::List(list)) => list.iter().map(plain).collect::<Vec<_>>(),
            _ => Vec::new(),
        },
    };
    let words: Vec<String> = list
        .into_iter()
        .map(|word| word.replace(';', ","))
        .filter(|word| !word.is_empty())
        .collect();
    match words.as_slice() {
        [one] if one.contains(',') => format!("{one};"),
        words => words.join("; "),
    }
}

/// The text of a field; empty where it has none.
pub(super) fn get(record: &Record, field: Field) -> String {
    record.get(field).map(text).unwrap_or_default()
}

/// A value as text.
pub(super) fn text(value: &Value) -> String {
    match value {
        Value::Text(text) => plain(text),
        Value::List(list) => {
            let items = list.iter().map(plain).filter(|item| !item.is_empty());
            items.collect::<Vec<_>>().join("; ")
        }
        Value::Names(names) => names::write(names).join("; "),
        Value::Date(date) => date.to_string(),
        Value::Pages(pages) => pages.display("-"),
    }
}

/// The plain text of `text`, without white space at its ends.
pub(super) fn plain(text: &Text) -> String {
    match text.markup {
        Markup::Plain => text.content.trim().to_owned(),
        Markup::Latex => latex::to_plain(&text.content).trim().to_owned(),
    }
}

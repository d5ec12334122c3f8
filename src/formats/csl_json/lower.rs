//! Types a raw CSL-JSON item: each member is decoded by itself, so a broken one costs only itself.

use serde_json::Value as Json;

use super::faults::{BROKEN_VALUE, UNEXPECTED_VALUE, UNKNOWN_TYPE};
use super::{THESES, custom, dates, names, variables};
use crate::doc::Doc;
use crate::formats::{RawField, RawName, RawRecords, numbers};
use crate::model::{EntryType, Extra, Field, Kind, Record, Text, Tracked, Value};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Place, Source, Span};

/// Types the item at `index`. Variables no field holds are kept in `extra` under their name,
/// anything but text as JSON.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let Some(found) = raw.records.get(index) else {
        return Record::default();
    };
    let text = &source.text;
    let string = |span: Span| decoded(&format!("\"{}\"", span.of(text)));
    let stated = match string(found.entry_type) {
        Json::String(name) => variables::stated(&name),
        _ => None,
    };
    let mut record = Record::new(stated.unwrap_or_default(), source.place(found.span));
    record.key = match string(found.key) {
        Json::String(key) => key,
        _ => found.key.of(text).to_owned(),
    };
    let mut lowering = Lowering {
        source,
        ty: record.entry_type,
        record,
        findings,
    };
    if stated.is_none() {
        lowering.unknown_type(found.entry_type, found.span);
    }
    let (mut last, mut first_page) = (None, None);
    for field in raw.fields(found) {
        let RawName::Written(name) = field.name else {
            continue;
        };
        match name.of(text) {
            "type" => {}
            // The key of a reference manager goes before the id of its database.
            "id" | "citation-key" if is_key(field, found.key, text) => {}
            "custom" => last = Some(field),
            "page-first" => first_page = Some(field),
            name => lowering.member(name, field),
        }
    }
    if let Some(field) = first_page
        && !lowering.record.has(Field::Pages)
    {
        lowering.member("page-first", field);
    }
    // After the variables, for what it holds may belong to them.
    if let Some(field) = last {
        let json = lowering.json(field);
        let (ty, place) = (lowering.ty, source.place(field.value));
        custom::read(&mut lowering.record, ty, json, place);
    }
    lowering.thesis();
    lowering.record
}

/// Whether a member is what the key was taken from, or says the same.
fn is_key(field: RawField, key: Span, text: &str) -> bool {
    let value = field.value.of(text);
    let inside = value
        .strip_prefix('"')
        .and_then(|rest| rest.strip_suffix('"'));
    inside.unwrap_or(value) == key.of(text)
}

fn decoded(json: &str) -> Json {
    serde_json::from_str(json).unwrap_or_default()
}

struct Lowering<'a> {
    source: &'a Source,
    /// The type the item states.
    ty: EntryType,
    record: Record,
    findings: &'a mut Findings,
}

impl Lowering<'_> {
    fn member(&mut self, name: &str, field: RawField) {
        let json = self.json(field);
        let place = self.source.place(field.value);
        if json.is_null() {
            return;
        }
        let Some(known) = variables::field(name, self.ty) else {
            let text = match json {
                Json::String(text) => text,
                other => other.to_string(),
            };
            self.keep(name, text, place);
            return;
        };
        if is_nothing(&json) {
            return;
        }
        match typed(known, &json) {
            Some(value) if !self.record.has(known) => {
                self.record.put_tracked(known, Tracked::read(value, place));
            }
            Some(value) if self.record.get(known) == Some(&value) => {}
            Some(_) => {
                let text = json
                    .as_str()
                    .map_or_else(|| json.to_string(), str::to_owned);
                self.keep(name, text, place);
            }
            None => {
                self.find(&UNEXPECTED_VALUE, field.value, |text| {
                    format!("`{}` is no value for {name}", start(field.value.of(text)))
                });
                self.keep(name, json.to_string(), place);
            }
        }
    }

    /// Decodes a value; one that is no JSON is mended where that is sure, else kept as text.
    fn json(&mut self, field: RawField) -> Json {
        let raw = field.value.of(&self.source.text);
        if let Ok(json) = serde_json::from_str(raw) {
            json
        } else {
            self.find(&BROKEN_VALUE, field.value, |_| {
                format!("`{}` is not JSON", start(raw))
            });
            mended(raw).unwrap_or_else(|| Json::String(raw.trim_matches('"').to_owned()))
        }
    }

    /// A degree that `genre` states and the type leaves open.
    fn thesis(&mut self) {
        if self.record.entry_type == EntryType::Thesis
            && let Some(genre) = self.record.text(Field::Type)
            && let Some((_, ty)) = THESES
                .iter()
                .find(|(own, _)| own.eq_ignore_ascii_case(genre))
        {
            self.record.entry_type = *ty;
            self.record.remove(Field::Type);
        }
    }

    fn keep(&mut self, name: &str, text: String, place: Place) {
        self.record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read(Text::plain(text), place),
        });
    }

    fn unknown_type(&mut self, entry_type: Span, item: Span) {
        let written = entry_type.of(&self.source.text);
        if written.is_empty() {
            let brace = Span::new(item.start as usize, item.start as usize + 1);
            self.find(&UNKNOWN_TYPE, brace, |_| "the item has no type".to_owned());
        } else {
            self.record.entry_type_written = Some(written.to_owned());
            self.find(&UNKNOWN_TYPE, entry_type, |_| {
                format!("`{written}` is no CSL type")
            });
        }
    }

    fn find(&mut self, fault: &'static Doc, span: Span, message: impl FnOnce(&str) -> String) {
        let (source, record) = (self.source, &self.record);
        self.findings.push(fault, Severity::Warning, || Diagnostic {
            fault,
            severity: Severity::Warning,
            place: source.place(span),
            record: record.key.clone(),
            field: None,
            message: message(&source.text),
            labels: Vec::new(),
        });
    }
}

fn start(text: &str) -> String {
    text.chars().take(40).collect()
}

/// Whether a value says that there is none.
fn is_nothing(json: &Json) -> bool {
    match json {
        Json::Null => true,
        Json::String(text) => text.trim().is_empty(),
        Json::Array(list) => list.is_empty(),
        Json::Object(object) => object.is_empty(),
        _ => false,
    }
}

/// The value of a field; [`None`] where the JSON is of a kind the field cannot have.
pub(super) fn typed(field: Field, json: &Json) -> Option<Value> {
    match field.kind() {
        Kind::Names => names::read(json).map(Value::from),
        Kind::Date => dates::read(json),
        Kind::Keywords => match json {
            Json::Array(_) => list(json),
            other => {
                let text = scalar(other)?;
                let comma = if text.contains(';') { ';' } else { ',' };
                let words = text
                    .split(comma)
                    .map(str::trim)
                    .filter(|word| !word.is_empty());
                Some(Value::List(words.map(Text::from).collect()))
            }
        },
        _ if json.is_array() => match list(json)? {
            Value::List(list) if matches!(field.kind(), Kind::List) => Some(Value::List(list)),
            Value::List(list) => {
                let list: Vec<&str> = list.iter().map(|text| text.content.as_str()).collect();
                Some(list.join("; ").into())
            }
            other => Some(other),
        },
        _ => {
            let text = scalar(json)?;
            match (field, numbers::split(&text)) {
                (Field::Isbn | Field::Issn, Some(list)) => Some(Value::List(
                    list.into_iter().map(|(_, n)| n.into()).collect(),
                )),
                _ => Some(text.into()),
            }
        }
    }
}

fn list(json: &Json) -> Option<Value> {
    let texts: Option<Vec<String>> = json.as_array()?.iter().map(scalar).collect();
    let texts = texts?.into_iter().filter(|text| !text.is_empty());
    Some(Value::List(texts.map(Text::from).collect()))
}

/// Text, also where it is given as a number.
fn scalar(json: &Json) -> Option<String> {
    match json {
        Json::String(text) => Some(text.trim().to_owned()),
        Json::Number(number) => Some(number.to_string()),
        Json::Bool(value) => Some(value.to_string()),
        _ => None,
    }
}

/// Reads a value again with what hand-made JSON has and JSON has not: raw control characters in
/// strings, commas before closing brackets, a string without its end.
fn mended(raw: &str) -> Option<Json> {
    let mut out = String::with_capacity(raw.len() + 8);
    let (mut inside, mut escaped) = (false, false);
    for c in raw.chars() {
        match c {
            _ if escaped => escaped = false,
            '\\' if inside => escaped = true,
            '"' => inside = !inside,
            '\n' if inside => {
                out.push_str("\\n");
                continue;
            }
            c if inside && c.is_control() => {
                out.push(' ');
                continue;
            }
            ']' | '}' if !inside => {
                let kept = out.trim_end().trim_end_matches(',').len();
                out.truncate(kept);
            }
            _ => {}
        }
        out.push(c);
    }
    if inside {
        let kept = out.trim_end().trim_end_matches(',').len();
        out.truncate(kept);
        out.push('"');
    }
    serde_json::from_str(&out).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mends_hand_made_json() {
        assert_eq!(mended("\"a\nb\""), Some(Json::from("a\nb")));
        assert_eq!(mended("[1, 2,]"), serde_json::from_str("[1,2]").ok());
        assert_eq!(mended("\"a,"), Some(Json::from("a")));
        assert_eq!(mended("[1"), None);
    }
}

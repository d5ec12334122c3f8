//! The member `custom`: what a record holds and CSL has no variable for.
//!
//! `role` (primary, related, reference), `authors-truncated`, `truncated` (other name fields whose
//! list was cut off), `type` (the BibLaTeX type, where the CSL type is wider, or the word an input
//! had for a type nobody knows), `ids` (keys of records merged into this one), `names` (what is
//! said of people, by field and number), `places` (the field that stands in a variable several
//! fields share, where it is not the one the type has there), `inferred` (fields a rule worked out), `statements`,
//! `source` and `line`, and `fields`: fields and other values by name.

use serde_json::{Map, Value as Json, json};

use super::lower::typed;
use super::{about, names, variables};
use crate::formats::WriteOptions;
use crate::model::{
    ENTRY_TYPES, EntryType, Extra, FIELDS, Field, Kind, Names, Record, Role, Statement, Text,
    Tracked, Value,
};
use crate::source::Place;

/// Name of the [`Extra`] that holds the name of the input a record came from. A caller that knows
/// it adds it before writing; it becomes `custom.source`.
pub const SOURCE: &str = "custom:source";

/// Name of the [`Extra`] that holds the line a record began on; it becomes `custom.line`.
pub const LINE: &str = "custom:line";

/// Puts what `custom` holds into the record, whose CSL type states `ty`; what is not ours is kept
/// in `extra` as JSON.
pub(super) fn read(record: &mut Record, ty: EntryType, json: Json, place: Place) {
    let Json::Object(object) = json else {
        keep(record, "custom", &json, place);
        return;
    };
    let mut rest = Map::new();
    // Fields have their place before something is said of them; what is said of people comes after
    // the people, some of whom stand in `fields`.
    let mut members: Vec<(String, Json)> = object.into_iter().collect();
    members.sort_by_key(|(name, _)| match name.as_str() {
        "places" => 0,
        "names" => 2,
        _ => 1,
    });
    for (name, value) in members {
        let known = match name.as_str() {
            "places" => places(record, ty, &value),
            name => member(record, name, &value, place),
        };
        if known.is_none() {
            rest.insert(name, value);
        }
    }
    if !rest.is_empty() {
        keep(record, "custom", &Json::Object(rest), place);
    }
}

/// Reads one member; [`None`] where it is not one of ours.
fn member(record: &mut Record, name: &str, value: &Json, place: Place) -> Option<()> {
    match name {
        "role" => {
            record.role = match value.as_str()? {
                "primary" => Role::Primary,
                "related" => Role::Related,
                "reference" => Role::Reference,
                _ => return None,
            };
        }
        "authors-truncated" => {
            if value.as_bool()? {
                truncate(record, Field::Author, place);
            }
        }
        "truncated" => {
            for name in value.as_array()? {
                let field = named(name.as_str()?).filter(|f| f.kind() == Kind::Names)?;
                truncate(record, field, place);
            }
        }
        "type" => {
            let name = value.as_str().filter(|name| !name.is_empty())?;
            let own = |spec: &&crate::model::EntryTypeSpec| spec.biblatex == name;
            match ENTRY_TYPES.iter().find(own) {
                Some(spec) => record.entry_type = spec.entry_type,
                None if record.entry_type == EntryType::Misc => {
                    record.entry_type_written = Some(name.to_owned());
                }
                None => return None,
            }
        }
        "ids" => {
            let keys: Option<Vec<&str>> = value.as_array()?.iter().map(Json::as_str).collect();
            record
                .merged_keys
                .extend(keys?.into_iter().map(str::to_owned));
        }
        "names" => about::read(record, value)?,
        "inferred" => {
            let fields: Option<Vec<Field>> = value
                .as_array()?
                .iter()
                .map(|name| named(name.as_str()?))
                .collect();
            for field in fields? {
                if let Some(tracked) = record.tracked_mut(field) {
                    tracked.provenance.inferred = true;
                }
            }
        }
        "statements" => {
            for one in value.as_array()? {
                record.statements.push(statement(one, place)?);
            }
        }
        "source" => keep(record, SOURCE, value, place),
        "line" => keep(record, LINE, value, place),
        "fields" => {
            for (name, value) in value.as_object()? {
                field(record, name, value, place);
            }
        }
        _ => return None,
    }
    Some(())
}

/// Moves values from the fields their variables mean to those they stood in.
fn places(record: &mut Record, ty: EntryType, json: &Json) -> Option<()> {
    let mut moves = Vec::new();
    for (variable, field) in json.as_object()? {
        let from = variables::field(variable, ty)?;
        let to = named(field.as_str()?).filter(|to| variables::shares(variable, *to, ty))?;
        if !record.has(from) || record.has(to) {
            return None;
        }
        moves.push((from, to));
    }
    for (from, to) in moves {
        if let Some(value) = record.remove(from) {
            record.put_tracked(to, value);
        }
    }
    Some(())
}

/// Puts a member of `fields` where its name says.
fn field(record: &mut Record, name: &str, value: &Json, place: Place) {
    let mut values = match value {
        Json::Array(list) if list.iter().all(Json::is_string) => list.clone(),
        other => vec![other.clone()],
    };
    if let Some(own) = named(name).filter(|own| !record.has(*own))
        && let Some(first) = values.first()
        && let Some(value) = typed(own, first)
    {
        record.put_tracked(own, Tracked::read(value, place));
        values.remove(0);
    }
    for value in values {
        keep(record, name, &value, place);
    }
}

fn statement(json: &Json, place: Place) -> Option<Statement> {
    let part = |key: &str| json.get(key).and_then(Json::as_str).unwrap_or_default();
    let count = json.get("count").and_then(Json::as_u64).unwrap_or(1);
    Some(Statement {
        text: json.get("text")?.as_str()?.to_owned(),
        section: part("section").to_owned(),
        stance: part("stance").to_owned(),
        count: usize::try_from(count).ok()?,
        place,
    })
}

fn truncate(record: &mut Record, field: Field, place: Place) {
    match record.tracked_mut(field).map(|t| &mut t.value) {
        Some(Value::Names(names)) => names.truncated = true,
        Some(_) => {}
        None => {
            let names = Names {
                list: Vec::new(),
                truncated: true,
            };
            record.put_tracked(field, Tracked::read(names.into(), place));
        }
    }
}

fn named(name: &str) -> Option<Field> {
    let own = FIELDS.iter().find(|spec| spec.biblatex == name);
    own.map(|spec| spec.field)
}

fn keep(record: &mut Record, name: &str, value: &Json, place: Place) {
    let text = value
        .as_str()
        .map_or_else(|| value.to_string(), str::to_owned);
    record.extra.push(Extra {
        name: name.to_owned(),
        value: Tracked::read(Text::plain(text), place),
    });
}

/// The members of `custom` in their order, as JSON. `stated` is the type the CSL type states,
/// `places` are the shared variables that hold another field than the type has there, `aside` are
/// the fields it has no variable for, by name.
pub(super) fn write(
    record: &Record,
    options: &WriteOptions,
    stated: EntryType,
    places: &[(&str, Field)],
    aside: Vec<(String, Vec<String>)>,
) -> Vec<String> {
    let mut members = Vec::new();
    let mut member = |name: &str, json: String| members.push(format!("\"{name}\": {json}"));
    let extra = |name: &str| record.extra.iter().find(|extra| extra.name == name);
    if let Some(source) = extra(SOURCE) {
        member(
            "source",
            Json::from(&*source.value.value.content).to_string(),
        );
    }
    if let Some(line) = extra(LINE) {
        let text = &line.value.value.content;
        let json = text
            .parse::<u64>()
            .map_or_else(|_| Json::from(&**text), Json::from);
        member("line", json.to_string());
    }
    let role = match record.role {
        Role::Primary => "primary",
        Role::Related => "related",
        Role::Reference => "reference",
    };
    member("role", Json::from(role).to_string());
    if record.entry_type != stated {
        member(
            "type",
            Json::from(record.entry_type.spec().biblatex).to_string(),
        );
    } else if let Some(word) = &record.entry_type_written {
        // A type nobody knows is the most general one.
        if record.entry_type == EntryType::Misc && !word.is_empty() {
            member("type", Json::from(&**word).to_string());
        }
    }
    if !record.merged_keys.is_empty() {
        member("ids", json!(record.merged_keys).to_string());
    }
    if let Some(names) = about::write(record) {
        member("names", names);
    }
    if !places.is_empty() {
        let places = places
            .iter()
            .map(|(variable, field)| format!("\"{variable}\": \"{}\"", field.name()));
        let places: Vec<String> = places.collect();
        member("places", format!("{{{}}}", places.join(", ")));
    }
    let mut cut: Vec<&str> = Vec::new();
    for (field, tracked) in record.fields() {
        if let Value::Names(list) = &tracked.value
            && (list.truncated || list.list.iter().any(names::is_cut_mark))
        {
            cut.push(field.name());
        }
    }
    if cut.contains(&Field::Author.name()) {
        member("authors-truncated", "true".to_owned());
        cut.retain(|name| *name != Field::Author.name());
    }
    if !cut.is_empty() {
        member("truncated", json!(cut).to_string());
    }
    let inferred = record
        .fields()
        .filter(|(_, tracked)| tracked.provenance.inferred);
    let inferred: Vec<&str> = inferred.map(|(field, _)| field.name()).collect();
    if !inferred.is_empty() {
        member("inferred", json!(inferred).to_string());
    }
    if options.statements && !record.statements.is_empty() {
        let statements: Vec<String> = record.statements.iter().map(statement_json).collect();
        member("statements", format!("[{}]", statements.join(", ")));
    }
    if !aside.is_empty() {
        let fields = aside.into_iter().map(|(name, values)| {
            let json = match values.as_slice() {
                [one] => one.clone(),
                more => format!("[{}]", more.join(", ")),
            };
            format!("{}: {json}", Json::from(name))
        });
        member(
            "fields",
            format!("{{{}}}", fields.collect::<Vec<_>>().join(", ")),
        );
    }
    members
}

fn statement_json(statement: &Statement) -> String {
    let mut members = vec![format!("\"text\": {}", Json::from(&*statement.text))];
    for (name, part) in [
        ("section", &statement.section),
        ("stance", &statement.stance),
    ] {
        if !part.is_empty() {
            members.push(format!("\"{name}\": {}", Json::from(&**part)));
        }
    }
    if statement.count > 1 {
        members.push(format!("\"count\": {}", statement.count));
    }
    format!("{{{}}}", members.join(", "))
}

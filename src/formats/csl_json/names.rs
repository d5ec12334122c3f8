//! CSL name variables.

use serde_json::{Map, Value as Json};
use thin_vec::ThinVec;

use super::about;
use crate::model::{Name, Names};

/// Reads a name variable: a list of name objects, or of names as printed. [`None`] for a value
/// that names nobody. A last name `others` or `et al.` says that the list was cut off.
pub(super) fn read(json: &Json) -> Option<Names> {
    let single;
    let list = match json {
        Json::Array(list) => list,
        Json::String(text) => {
            single = text.split(';').map(Json::from).collect();
            &single
        }
        Json::Object(_) => {
            single = vec![json.clone()];
            &single
        }
        _ => return None,
    };
    let mut names = Names::default();
    for name in list.iter().filter_map(name) {
        if is_cut_mark(&name) {
            names.truncated = true;
        } else {
            names.list.push(name);
        }
    }
    (!names.list.is_empty() || names.truncated).then_some(names)
}

fn name(json: &Json) -> Option<Name> {
    if let Some(text) = json.as_str() {
        return (!text.trim().is_empty()).then(|| Name::parse(text.trim()));
    }
    let part = |key: &str| {
        json.get(key)
            .and_then(Json::as_str)
            .unwrap_or_default()
            .trim()
    };
    let whole = [part("literal"), part("name")];
    let (family, given) = (part("family"), part("given"));
    let particles = [part(DROPPING), part("non-dropping-particle")];
    let particles = particles
        .into_iter()
        .filter(|particle| !particle.is_empty());
    let mut name = match whole.into_iter().find(|whole| !whole.is_empty()) {
        Some(whole) if family.is_empty() => Name::literal(whole),
        _ => Name {
            family: family.into(),
            given: given.into(),
            particle: particles.collect::<Vec<_>>().join(" ").into(),
            suffix: part("suffix").into(),
            ..Name::default()
        },
    };
    // A family name can hold no other name in it, so this goes one level down only.
    let variants = json.pointer("/multi/_key").and_then(Json::as_object);
    if let Some(variant) = variants.and_then(|keys| keys.values().next())
        && variant.get("multi").is_none()
    {
        name.parallel = self::name(variant).map(Box::new);
    }
    if name == Name::default() || name == Name::literal("") {
        return None;
    }
    if let Some(members) = json.as_object() {
        name.about = rest(members, &name);
    }
    Some(name)
}

/// The particle that is left out where only the family name is given.
const DROPPING: &str = "dropping-particle";

/// What the members of a name object say beyond the parts of the name.
fn rest(members: &Map<String, Json>, name: &Name) -> ThinVec<(String, String)> {
    let held = |key: &str, value: &Json| match key {
        "family" => value
            .as_str()
            .is_some_and(|text| !name.literal || text.trim().is_empty()),
        "given" | "suffix" | "non-dropping-particle" => value.is_string() && !name.literal,
        "literal" | "name" => value
            .as_str()
            .is_some_and(|text| text.trim() == name.family),
        "multi" => multi(name).is_some_and(|own| own == *value),
        // The order of the names says as much.
        "sequence" => true,
        _ => false,
    };
    let members = members.iter().filter(|(key, value)| !held(key, value));
    let members = members.map(|(key, value)| (key.clone(), about::text(key, value)));
    members.filter(|(_, text)| !text.is_empty()).collect()
}

/// The member that holds a name in a second script, as citeproc-js has it.
fn multi(name: &Name) -> Option<Json> {
    let parallel = name.parallel.as_deref();
    let parallel = parallel.filter(|parallel| parallel.parallel.is_none())?;
    let parallel: Json = serde_json::from_str(&object(parallel)?).ok()?;
    let language = if name_is_ascii(&parallel) {
        "en"
    } else {
        "und"
    };
    let keys = Json::Object(Map::from_iter([(language.to_owned(), parallel)]));
    Some(Json::Object(Map::from_iter([("_key".to_owned(), keys)])))
}

fn name_is_ascii(name: &Json) -> bool {
    name.to_string().is_ascii()
}

/// Whether a name says that the list goes on.
pub(super) fn is_cut_mark(name: &Name) -> bool {
    let text = name.family.trim();
    if !name.given.trim().is_empty() {
        return false;
    }
    ["others", "et al", "et al.", "and others", "等", "...", "…"]
        .iter()
        .any(|mark| text.eq_ignore_ascii_case(mark))
}

/// The names as JSON objects, one string each; a mark of a list cut off is no name.
pub(super) fn write(names: &Names) -> Vec<String> {
    let names = names.list.iter().filter(|name| !is_cut_mark(name));
    names.filter_map(object).collect()
}

/// The names that [`write`] writes.
pub(super) fn written(names: &Names) -> impl Iterator<Item = &Name> {
    let names = names.list.iter().filter(|name| !is_cut_mark(name));
    names.filter(|name| object(name).is_some())
}

fn object(name: &Name) -> Option<String> {
    let mut members = Vec::new();
    let mut member = |key: &str, value: &str| {
        if !value.trim().is_empty() {
            members.push(format!("\"{key}\": {}", Json::from(value.trim())));
        }
    };
    if name.literal {
        member("literal", &name.family);
    } else {
        let dropping = name.about.iter().find(|(key, _)| key == DROPPING);
        let dropping = dropping.map_or("", |(_, particle)| particle.trim());
        let (dropping, other) = match name.particle.trim().strip_prefix(dropping) {
            Some("") => (dropping, ""),
            Some(other) if other.starts_with(' ') => (dropping, other),
            _ => ("", name.particle.as_str()),
        };
        member("family", &name.family);
        member("given", &name.given);
        member(DROPPING, dropping);
        member("non-dropping-particle", other);
        member("suffix", &name.suffix);
    }
    if members.is_empty() {
        return None;
    }
    for (key, value) in &name.about {
        if about::IN_NAME.contains(&&**key) {
            members.push(format!("\"{key}\": {}", about::json(key, value)));
        }
    }
    if let Some(parallel) = name
        .parallel
        .as_deref()
        .filter(|name| name.parallel.is_none())
        && let Some(parallel) = object(parallel)
    {
        let language = if parallel.is_ascii() { "en" } else { "und" };
        members.push(format!(
            "\"multi\": {{\"_key\": {{\"{language}\": {parallel}}}}}"
        ));
    }
    Some(format!("{{{}}}", members.join(", ")))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn again(json: &str) -> String {
        let names = read(&serde_json::from_str(json).unwrap()).unwrap();
        format!("[{}] {}", write(&names).join(", "), names.truncated)
    }

    #[test]
    fn forms_of_a_name() {
        assert_eq!(
            again(
                r#"[{"family":"Berg","given":"Jan","dropping-particle":"van","non-dropping-particle":"der","suffix":"Jr."},{"literal":"WHO"}]"#
            ),
            r#"[{"family": "Berg", "given": "Jan", "dropping-particle": "van", "non-dropping-particle": "der", "suffix": "Jr."}, {"literal": "WHO"}] false"#
        );
        assert_eq!(
            again(r#"[{"name":"WHO"},{"literal":"others"}]"#),
            r#"[{"literal": "WHO"}] true"#
        );
        assert_eq!(
            again(r#"[{"family":"A","comma-suffix":true,"sequence":"first","affiliation":[]}]"#),
            r#"[{"family": "A", "comma-suffix": true}] false"#
        );
        let said = read(&serde_json::from_str(r#"[{"family":"A","ORCID":"x","n":5}]"#).unwrap());
        let said = said.unwrap().list.remove(0).about;
        assert_eq!(
            said,
            [("ORCID".into(), "x".into()), ("n".into(), "5".into())]
        );
        let multi = r#"[{"literal": "陳怡君", "multi": {"_key": {"en": {"family": "Chen", "given": "Yi-Chun"}}}}]"#;
        assert_eq!(again(multi), format!("{multi} false"));
        assert!(read(&serde_json::from_str(r#"[{"family":""}, {}]"#).unwrap()).is_none());
    }
}

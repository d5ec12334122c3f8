//! CSL date variables.

use serde_json::Value as Json;

use crate::model::{Date, End, Value, When};

/// Reads a date variable; [`None`] for a value of no known form. `date-parts`, `season` and
/// `circa` make a typed date; what a source gives as words stays text.
pub(super) fn read(json: &Json) -> Option<Value> {
    match json {
        Json::String(text) if text.trim().is_empty() => None,
        Json::String(text) => Some(words(text)),
        Json::Number(year) => {
            let year = i32::try_from(year.as_i64()?).ok()?;
            Some(Date::from_year(year).into())
        }
        Json::Object(object) => {
            if let Some(date) = parts(json) {
                return Some(date);
            }
            let text = ["literal", "raw", "edtf"];
            let text = text.iter().find_map(|name| object.get(*name)?.as_str());
            text.filter(|text| !text.trim().is_empty()).map(words)
        }
        _ => None,
    }
}

/// A date in words, typed where the words are EDTF and more than a year.
fn words(text: &str) -> Value {
    let text = text.trim();
    let digits = text.bytes().all(|b| b.is_ascii_digit());
    match Date::parse_edtf(text).filter(|_| !digits) {
        Some(date) => date.into(),
        None => text.into(),
    }
}

fn parts(json: &Json) -> Option<Value> {
    let approximate = match json.get("circa") {
        None | Some(Json::Null) => false,
        Some(Json::Bool(circa)) => *circa,
        Some(Json::Number(circa)) => circa.as_i64() != Some(0),
        Some(Json::String(circa)) => !matches!(circa.as_str(), "" | "0" | "false"),
        Some(_) => true,
    };
    let ends = json.get("date-parts").and_then(Json::as_array);
    let mut start = match ends.and_then(|ends| ends.first()) {
        Some(first) => when(first.as_array()?)?,
        None => when(&[
            json.get("year")?.clone(),
            json.get("month").cloned().unwrap_or_default(),
            json.get("day").cloned().unwrap_or_default(),
        ])?,
    };
    start.approximate = approximate;
    let end = match ends.and_then(|ends| ends.get(1)).and_then(Json::as_array) {
        None => End::None,
        Some(last) if last.first().and_then(number) == Some(0) => End::Open,
        Some(last) => match when(last) {
            Some(last) => End::At(When {
                approximate,
                ..last
            }),
            None => End::None,
        },
    };
    if let (Some(season), None) = (json.get("season"), start.month) {
        if let Some(season) = season_number(season) {
            start.month = Some(20 + season);
        } else {
            let text = season
                .as_str()
                .map(str::trim)
                .filter(|text| !text.is_empty());
            if let Some(text) = text {
                return Some(format!("{text} {}", start.year).into());
            }
        }
    }
    Some(Date { start, end }.into())
}

/// Year, month and day; a month of 13 to 16 or 21 to 24 is a season.
fn when(parts: &[Json]) -> Option<When> {
    let small = |at: usize| u8::try_from(parts.get(at).and_then(number)?).ok();
    let month = match small(1) {
        Some(month @ (1..=12 | 21..=24)) => Some(month),
        Some(season @ 13..=16) => Some(season + 8),
        _ => None,
    };
    Some(When {
        year: i32::try_from(number(parts.first()?)?).ok()?,
        month,
        day: small(2).filter(|day| (1..=31).contains(day) && month.is_some_and(|m| m <= 12)),
        ..When::default()
    })
}

/// A number, also where it is given as text.
fn number(json: &Json) -> Option<i64> {
    match json {
        Json::Number(number) => number.as_i64(),
        Json::String(text) => text.trim().parse().ok(),
        _ => None,
    }
}

fn season_number(season: &Json) -> Option<u8> {
    let names = ["spring", "summer", "autumn", "winter"];
    let named = season.as_str().map(|text| text.trim().to_ascii_lowercase());
    let at = match named.as_deref() {
        Some("fall") => Some(2),
        Some(name) => names.iter().position(|own| *own == name),
        None => None,
    };
    match at {
        Some(at) => u8::try_from(at + 1).ok(),
        None => u8::try_from(number(season)?)
            .ok()
            .filter(|n| (1..=4).contains(n)),
    }
}

/// A date as a JSON object: in parts where they can say it, else as words.
pub(super) fn write(date: &Date) -> String {
    written(date).unwrap_or_else(|| literal(&date.to_string()))
}

/// A date in words; a bare year in parts, as every reader understands it.
pub(super) fn literal(text: &str) -> String {
    let text = text.trim();
    if text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && text != "0000" {
        let year = text.trim_start_matches('0');
        return format!("{{\"date-parts\": [[{year}]]}}");
    }
    format!("{{\"literal\": {}}}", Json::from(text))
}

fn written(date: &Date) -> Option<String> {
    let start = array(&date.start)?;
    let circa = if date.start.approximate {
        ", \"circa\": true"
    } else {
        ""
    };
    let season = date.start.month.filter(|month| *month > 20);
    let (ends, season) = match (date.end, season) {
        (End::None, None) => (start, String::new()),
        (End::None, Some(season)) => (start, format!(", \"season\": {}", season - 20)),
        (End::Open, None) => (format!("{start}, [0]"), String::new()),
        (End::At(end), None)
            if end.approximate == date.start.approximate && end.month.is_none_or(|m| m <= 12) =>
        {
            (format!("{start}, {}", array(&end)?), String::new())
        }
        _ => return None,
    };
    Some(format!("{{\"date-parts\": [{ends}]{season}{circa}}}"))
}

fn array(when: &When) -> Option<String> {
    if when.uncertain || when.unspecified > 0 || when.year == 0 {
        return None;
    }
    let year = when.year;
    match (when.month, when.day) {
        (None | Some(21..=24), None) => Some(format!("[{year}]")),
        (Some(month @ 1..=12), None) => Some(format!("[{year}, {month}]")),
        (Some(month @ 1..=12), Some(day @ 1..=31)) => Some(format!("[{year}, {month}, {day}]")),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms_of_a_date() {
        for (json, expected) in [
            (r#"{"date-parts":[[2020]]}"#, r#"{"date-parts": [[2020]]}"#),
            (
                r#"{"date-parts":[["2020","3","05"]]}"#,
                r#"{"date-parts": [[2020, 3, 5]]}"#,
            ),
            (
                r#"{"date-parts":[[2020,0,0]]}"#,
                r#"{"date-parts": [[2020]]}"#,
            ),
            (
                r#"{"date-parts":[[2020,3],[2021,4]]}"#,
                r#"{"date-parts": [[2020, 3], [2021, 4]]}"#,
            ),
            (
                r#"{"date-parts":[[2020],[0]]}"#,
                r#"{"date-parts": [[2020], [0]]}"#,
            ),
            (
                r#"{"date-parts":[[2020,22]]}"#,
                r#"{"date-parts": [[2020]], "season": 2}"#,
            ),
            (
                r#"{"date-parts":[[2020]],"season":"Fall"}"#,
                r#"{"date-parts": [[2020]], "season": 3}"#,
            ),
            (
                r#"{"date-parts":[[1890]],"circa":1}"#,
                r#"{"date-parts": [[1890]], "circa": true}"#,
            ),
            (r#"{"date-parts":[[-44]]}"#, r#"{"date-parts": [[-44]]}"#),
            (r#"{"raw":"May 2020"}"#, r#"{"literal": "May 2020"}"#),
            (
                r#"{"year":2020,"month":"5"}"#,
                r#"{"date-parts": [[2020, 5]]}"#,
            ),
            (r#""2020""#, r#"{"date-parts": [[2020]]}"#),
            ("2020", r#"{"date-parts": [[2020]]}"#),
        ] {
            let text = match read(&serde_json::from_str(json).unwrap()).unwrap() {
                Value::Date(date) => write(&date),
                Value::Text(text) => literal(&text.content),
                other => panic!("{other:?}"),
            };
            assert_eq!(text, expected, "{json}");
        }
        for json in [
            r#"{"date-parts":[[null]]}"#,
            "{}",
            "[]",
            r#"{"date-parts":[]}"#,
        ] {
            assert_eq!(read(&serde_json::from_str(json).unwrap()), None, "{json}");
        }
    }
}

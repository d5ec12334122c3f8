//! `date-as-text`: a date in words.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Date, Field};
use crate::report::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "date-as-text",
        summary: "A date is not in ISO 8601 form",
        why: "`March 2020`, `2020年3月` and `(2020).` cannot be sorted or compared. What is no date \
              but a state of publication (`in press`) goes to its own field; of a text in which \
              one year can be told, the year is kept.",
        examples: &[
            ("year = {(1999).}", "date = {1999}"),
            ("year = {2020a}", "date = {2020}"),
            ("year = {1996.0}", "date = {1996}"),
            ("year = {in press}", "pubstate = {inpress}"),
            ("year = {n.d.}", ""),
            ("year = {NA}", ""),
        ],
        sources: &["ISO 8601-2:2019 (EDTF)", "biblatex manual 2.3.8"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::Date,
        Field::OrigDate,
        Field::EventDate,
        Field::UrlDate,
        Field::PubState,
    ]),
    safety: Some(Safety::Safe),
    run,
};

/// The fields that hold dates.
pub(super) const FIELDS: &[Field] = &[
    Field::Date,
    Field::OrigDate,
    Field::EventDate,
    Field::UrlDate,
];

fn run(visit: &mut Visit<'_>) {
    for &field in FIELDS {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        let text = text.into_owned();
        let read = Date::parse_edtf(&text)
            .or_else(|| Date::parse_written(&text))
            .or_else(|| parse_bare(&text));
        if let Some(date) = read {
            visit.change(field, date, || {
                format!("'{text}' is not in the form YYYY-MM-DD")
            });
            continue;
        }
        let bare = text
            .trim_matches(|c: char| !c.is_alphanumeric())
            .to_lowercase();
        if let Some((_, state)) = STATES.iter().find(|(words, _)| *words == bare) {
            visit.add_from(Field::PubState, *state, field, || {
                format!("'{text}' is a state of publication")
            });
            visit.remove(field, || "no date but a state of publication".to_owned());
        } else if NONE.contains(&bare.as_str()) {
            visit.remove(field, || format!("'{text}' says that there is no date"));
        } else if let Some(year) = only_year(&text) {
            visit.change(field, Date::from_year(year), || {
                format!("'{text}' is no date; only its year can be told")
            });
        } else {
            visit.report(Severity::Warning, Some(field), || {
                format!("'{text}' is no date: expected a year, or YYYY-MM-DD")
            });
        }
    }
}

/// The states biblatex knows, by the words found for them.
const STATES: &[(&str, &str)] = &[
    ("in press", "inpress"),
    ("inpress", "inpress"),
    ("im druck", "inpress"),
    ("sous presse", "inpress"),
    ("en prensa", "inpress"),
    ("no prelo", "inpress"),
    ("в печати", "inpress"),
    ("印刷中", "inpress"),
    ("待刊", "inpress"),
    ("press", "inpress"),
    ("forthcoming", "forthcoming"),
    ("to appear", "forthcoming"),
    ("accepted", "forthcoming"),
    ("à paraître", "forthcoming"),
    ("im erscheinen", "forthcoming"),
    ("submitted", "submitted"),
    ("in review", "submitted"),
    ("under review", "submitted"),
    ("eingereicht", "submitted"),
    ("in preparation", "inpreparation"),
    ("in prep", "inpreparation"),
    ("unpublished", "unpublished"),
];

const NONE: &[&str] = &[
    "n.d",
    "nd",
    "n. d",
    "no date",
    "s.a",
    "s. a",
    "o. j",
    "o.j",
    "s.d",
    "s. d",
    "undated",
    "unknown",
    "n/a",
    "na",
    "n.a",
    "nan",
    "nil",
    "null",
    "none",
    "undefined",
    "not available",
    "not applicable",
    "unbekannt",
    "暂无",
    "无",
    "未知",
    "不详",
    "нет",
    "なし",
    "不明",
    "없음",
    "",
];

/// A date with the brackets and stops of a citation, or with what tells two works of one year
/// apart: `(1999).`, `2020a`, `1996.0`.
fn parse_bare(text: &str) -> Option<Date> {
    let bare = text.trim_matches(|c: char| {
        matches!(
            c,
            '(' | ')' | '[' | ']' | '{' | '}' | '.' | ',' | ';' | ':' | ' ' | '（' | '）'
        )
    });
    let bare = bare.strip_suffix(".0").unwrap_or(bare);
    let year = bare
        .get(..4)
        .filter(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    let letter = bare.get(4..).is_some_and(|rest| {
        rest.is_empty() || rest.len() == 1 && rest.bytes().all(|b| b.is_ascii_lowercase())
    });
    if let (Some(year), true) = (year, letter) {
        return year.parse().ok().map(Date::from_year);
    }
    if bare.len() == text.len() {
        return None;
    }
    Date::parse_edtf(bare).or_else(|| Date::parse_written(bare))
}

/// The year, if the text holds exactly one number that can be one.
fn only_year(text: &str) -> Option<i32> {
    let mut years = text
        .split(|c: char| !c.is_ascii_digit())
        .filter(|digits| digits.len() == 4)
        .filter_map(|digits| digits.parse().ok())
        .filter(|year| (1400..2100).contains(year));
    let year = years.next()?;
    years.all(|other: i32| other == year).then_some(year)
}

//! The value of a field in the type of its kind.

use compact_str::format_compact;

use super::reading::Reading;
use super::tell;
use crate::formats::bibtex::lists::split_keywords;
use crate::formats::bibtex::ordinary::trimmed;
use crate::formats::bibtex::prose::{bodies, list, prose, title};
use crate::formats::bibtex::{faults, names, verbatim};
use crate::model::{Date, Field, Kind, Text, Value, language};
use crate::source::Span;

impl Reading<'_, '_> {
    pub(super) fn typed_value(
        &mut self,
        field: Field,
        name: &str,
        value: &str,
        span: Span,
    ) -> Option<Value> {
        let trimmed = trimmed(value);
        if trimmed.is_empty() {
            return None;
        }
        Some(match field.kind() {
            Kind::Names => {
                if let Some(names) = names::read(trimmed) {
                    return Some(Value::Names(names));
                }
                let (source, record) = (self.source, &self.record);
                tell(
                    self.findings,
                    source,
                    record,
                    &faults::ODD_NAME_LIST,
                    span,
                    || format!("the names in '{}' are not separated by 'and'", field.name()),
                );
                prose(trimmed).into()
            }
            Kind::Verbatim => match verbatim::decode(trimmed) {
                text if text.is_empty() => return None,
                text => text.into_owned().into(),
            },
            Kind::Keywords => list(split_keywords(trimmed)),
            Kind::List => match field {
                Field::Isbn | Field::Issn => list(split_keywords(trimmed)),
                _ => list(bodies(field, trimmed)),
            },
            Kind::Date => match Date::parse_edtf(trimmed) {
                Some(date) => date.into(),
                None => prose(trimmed).into(),
            },
            Kind::Literal if field == Field::Title || field == Field::Subtitle => {
                title(trimmed).into()
            }
            Kind::Literal if field == Field::Language => {
                let text = prose(trimmed);
                // `langid` holds the name babel has for a language: syntax of the format.
                let tag = name
                    .eq_ignore_ascii_case("langid")
                    .then(|| language::tag(&text.content).map(String::from))
                    .flatten();
                match tag {
                    Some(tag) if language::babel(&tag) == Some(&text.content) => tag.into(),
                    _ => text.into(),
                }
            }
            Kind::Pages => plain_range(trimmed)
                .unwrap_or_else(|| prose(trimmed))
                .into(),
            Kind::Literal => prose(trimmed).into(),
        })
    }
}

/// Two numbers and the hyphens that LaTeX makes a dash, as most pages are; decoded.
fn plain_range(value: &str) -> Option<Text> {
    let (first, last) = value.split_once("--")?;
    let is_number = |text: &str| !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit());
    (is_number(first) && is_number(last)).then(|| Text::plain(format_compact!("{first}–{last}")))
}

//! [`Value`]: what a field holds.

use std::borrow::Cow;
use std::fmt;

use compact_str::CompactString;

use super::{Date, Names, Pages, Text};

/// The value of a field. A value that cannot be typed stays [`Value::Text`] in any field.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Value {
    /// Prose, identifiers (bare and canonical after the rules), and whatever could not be typed.
    Text(Text),
    /// People and corporate bodies in order.
    Names(Names),
    /// A date or a range of dates.
    Date(Date),
    /// Page ranges.
    Pages(Pages),
    /// Several texts whose order is kept: keywords, publishers, ISSNs.
    List(Vec<Text>),
}

impl fmt::Display for Value {
    /// On one line, for reports and messages: names and list items joined with `; `.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Text(text) => f.write_str(&text.content),
            Self::Names(names) => {
                let mut list: Vec<String> = names.list.iter().map(super::Name::sorted).collect();
                if names.truncated {
                    list.push("others".to_owned());
                }
                f.write_str(&list.join("; "))
            }
            Self::Date(date) => date.fmt(f),
            Self::Pages(pages) => f.write_str(&pages.display("-")),
            Self::List(list) => {
                let list: Vec<&str> = list.iter().map(|text| text.content.as_str()).collect();
                f.write_str(&list.join("; "))
            }
        }
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::Text(Text::plain(text))
    }
}

impl From<Cow<'_, str>> for Value {
    fn from(text: Cow<'_, str>) -> Self {
        Self::Text(Text::plain(text))
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::Text(Text::plain(text))
    }
}

impl From<CompactString> for Value {
    fn from(text: CompactString) -> Self {
        Self::Text(Text::plain(text))
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}

impl From<Names> for Value {
    fn from(names: Names) -> Self {
        Self::Names(names)
    }
}

impl From<Date> for Value {
    fn from(date: Date) -> Self {
        Self::Date(date)
    }
}

impl From<Pages> for Value {
    fn from(pages: Pages) -> Self {
        Self::Pages(pages)
    }
}

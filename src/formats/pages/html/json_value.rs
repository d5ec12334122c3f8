//! [`Json`]: a value with the places of its texts.

use crate::source::Span;

/// A value.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Json {
    /// A text, or a number as written; its place, quotes included.
    Text(String, Span),
    /// An array.
    List(Vec<Json>),
    /// An object and its place.
    Object(Vec<(String, Json)>, Span),
    /// `null`, `true`, `false`.
    Other,
}

impl Json {
    /// The value of a member; [`None`] where this is no object or has none.
    pub(super) fn get(&self, key: &str) -> Option<&Json> {
        match self {
            Self::Object(members, _) => {
                let mut members = members.iter();
                members
                    .find(|(name, _)| name == key)
                    .map(|(_, value)| value)
            }
            _ => None,
        }
    }

    /// The items of an array; any other value is the only one.
    pub(super) fn items(&self) -> &[Json] {
        match self {
            Self::List(items) => items,
            other => std::slice::from_ref(other),
        }
    }

    /// The items of a member.
    pub(super) fn all(&self, key: &str) -> &[Json] {
        self.get(key).map_or(&[], Json::items)
    }

    /// The first text: of an object, its `@value` or `name`.
    pub(super) fn words(&self) -> Option<(&str, Span)> {
        self.items().iter().find_map(|item| match item {
            Self::Text(words, span) => Some((words.as_str(), *span)),
            Self::Object(..) => {
                ["@value", "name"]
                    .iter()
                    .find_map(|key| match item.get(key)?.items().first()? {
                        Self::Text(words, span) => Some((words.as_str(), *span)),
                        _ => None,
                    })
            }
            _ => None,
        })
    }
}

//! The value of a field as the characters between its braces.

use std::borrow::Cow;

use super::Writing;
use crate::formats::bibtex::escape::{holds_separator, pages, prose, title};
use crate::formats::bibtex::lists::{split_keywords, unbraced};
use crate::formats::bibtex::{names_out, prose as read_prose, verbatim};
use crate::model::{Field, Kind, Text, Value};
use crate::text::latex;

impl Writing<'_, '_> {
    pub(super) fn value<'v>(&self, field: Field, value: &'v Value) -> Cow<'v, str> {
        match value {
            Value::Text(text) => match field.kind() {
                Kind::Verbatim => verbatim::encode(&text.content),
                Kind::Pages => pages(prose(text)),
                Kind::List | Kind::Keywords => self.list(field, std::slice::from_ref(text)).into(),
                _ if field == Field::Title || field == Field::Subtitle => title(text),
                _ => prose(text),
            },
            Value::Names(list) => {
                let mut out = String::new();
                names_out::write(list, !self.options.zotero, &mut out);
                out.into()
            }
            Value::Date(date) => date.to_string().into(),
            Value::Pages(ranges) => pages(
                latex::escape_plain(&ranges.display("–"))
                    .into_owned()
                    .into(),
            ),
            Value::List(items) => match field.kind() {
                Kind::List | Kind::Keywords => self.list(field, items).into(),
                Kind::Verbatim => {
                    let items: Vec<&str> = items.iter().map(|item| item.content.trim()).collect();
                    verbatim::encode(&items.join(";")).into_owned().into()
                }
                // A field of prose that was united from several records.
                _ => {
                    let items: Vec<Cow<'_, str>> = items.iter().map(prose).collect();
                    items.join("; ").into()
                }
            },
        }
    }

    /// A list in the syntax of its field. Braces keep together what would be split, and apart
    /// what would be taken for one.
    pub(super) fn list(&self, field: Field, items: &[Text]) -> String {
        let keywords = matches!(field, Field::Keywords | Field::Isbn | Field::Issn);
        let items: Vec<Cow<'_, str>> = items
            .iter()
            .map(prose)
            .filter(|item| !item.is_empty())
            .collect();
        if self.options.zotero && field == Field::Keywords {
            // Zotero splits at every comma and semicolon, in braces too.
            let items: Vec<String> = items
                .iter()
                .map(|item| unbraced(item).unwrap_or(item))
                .map(|item| item.replace(", ", " - ").replace([',', ';'], " "))
                .collect();
            return items.join("; ");
        }
        let separator = if keywords { ", " } else { " and " };
        let joined = items.join(separator);
        // Nothing in a keyword can be taken for a separator or a brace.
        let syntax = |item: &Cow<'_, str>| {
            item.bytes()
                .any(|byte| matches!(byte, b',' | b';' | b'{' | b'}'))
        };
        if keywords && !items.iter().any(syntax) {
            return joined;
        }
        let split = if keywords {
            split_keywords(&joined)
        } else {
            read_prose::bodies(field, &joined)
        };
        let several = items.len() > 1;
        let held =
            |item: &str| unbraced(item).is_some_and(|inside| several || holds_separator(inside));
        if split == items && !items.iter().any(|item| held(item)) {
            return joined;
        }
        let braced: Vec<String> = items
            .iter()
            .map(|item| {
                let needed = !keywords || held(item) || item.contains([',', ';']);
                if needed {
                    format!("{{{item}}}")
                } else {
                    item.to_string()
                }
            })
            .collect();
        braced.join(separator)
    }
}

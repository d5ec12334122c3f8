//! One field: its value changed, the whole of it removed, others put in after it.

use super::super::{entry::matching_brace, lists::unbraced, marks};
use super::{names, span, words};
use crate::formats::{RawField, RawName, RawRecord};
use crate::model::Kind;
use crate::report::Edit;
use crate::source::Span;

/// The edits of a value: `was` and `is` are what the writer writes for it, before and after.
pub(super) fn change(
    text: &str,
    value: Span,
    was: &str,
    is: &str,
    kind: Option<Kind>,
) -> Option<Vec<Edit>> {
    let source = value.of(text);
    let start = value.start as usize;
    let Some(inside) = inside(source) else {
        // A number; a name of a @string is nothing to change here.
        let number = source.bytes().all(|byte| byte.is_ascii_digit());
        let bare = self::inside(is).unwrap_or(is);
        let new = if bare.bytes().all(|byte| byte.is_ascii_digit()) {
            bare
        } else {
            is
        };
        return number.then(|| {
            vec![Edit {
                span: value,
                text: new.to_owned(),
            }]
        });
    };
    let (was, is) = (
        self::inside(was).unwrap_or(was),
        self::inside(is).unwrap_or(is),
    );
    let edits = match kind {
        Some(Kind::Names) => names::edits(inside, was, is),
        // Braces around a list make one item of it.
        Some(Kind::List | Kind::Keywords) if unbraced(inside.trim()).is_some() => None,
        _ => words::edits(inside, was, is),
    };
    let edits = edits.unwrap_or_else(|| vec![(0..inside.len(), is.to_owned())]);
    // A quote would end a value in quotes.
    if source.starts_with('"') && edits.iter().any(|(_, text)| text.contains('"')) {
        return None;
    }
    let edits = edits.into_iter().map(|(range, text)| Edit {
        span: span(start + 1, range),
        text,
    });
    Some(edits.collect())
}

/// As [`change`], without the edits where those are surely possible.
pub(super) fn could_change(
    text: &str,
    value: Span,
    was: &str,
    is: &str,
    kind: Option<Kind>,
) -> Option<Vec<Edit>> {
    let source = value.of(text);
    if source.starts_with('{') && inside(source).is_some() {
        return Some(Vec::new());
    }
    change(text, value, was, is, kind)
}

/// The inside of a value in one pair of delimiters.
fn inside(value: &str) -> Option<&str> {
    let inner = value.get(1..value.len().checked_sub(1)?)?;
    if value.starts_with('{') {
        return (matching_brace(value.as_bytes(), 0)? + 1 == value.len()).then_some(inner);
    }
    if !value.starts_with('"') || !value.ends_with('"') {
        return None;
    }
    let mut depth = 0_usize;
    for byte in inner.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            b'"' if depth == 0 => return None,
            _ => {}
        }
    }
    (depth == 0).then_some(inner)
}

/// Removes a field, with its comma and, if nothing else stands there, its lines.
pub(super) fn remove(
    text: &str,
    entry: &RawRecord,
    fields: &[RawField],
    here: usize,
) -> Option<Edit> {
    let field = fields.get(here)?;
    let RawName::Written(name) = field.name else {
        return None;
    };
    let bytes = text.as_bytes();
    let mut start = name.start as usize;
    let mut end = marks::skip_white(bytes, field.value.end as usize);
    if bytes.get(end) == Some(&b',') {
        end += 1;
    } else {
        end = field.value.end as usize;
    }
    if end > entry.span.end as usize {
        return None;
    }
    let blank = |byte: &&u8| matches!(**byte, b' ' | b'\t');
    let before = bytes.get(..start).unwrap_or_default();
    let lead = before.iter().rev().take_while(blank).count();
    let line = start - lead;
    let after = bytes.get(end..).unwrap_or_default();
    let tail = after.iter().take_while(blank).count();
    let begins = line == 0 || matches!(bytes.get(line - 1), Some(b'\n' | b'\r'));
    let rest = after.get(tail..).unwrap_or_default();
    if begins && rest.starts_with(b"\r\n") {
        (start, end) = (line, end + tail + 2);
    } else if begins
        && rest
            .first()
            .is_some_and(|byte| matches!(byte, b'\n' | b'\r'))
    {
        (start, end) = (line, end + tail + 1);
    } else if !begins {
        end += tail;
    }
    Some(Edit {
        span: Span::new(start, end),
        text: String::new(),
    })
}

/// Puts fields in after `field`, one a line, indented as that is.
pub(super) fn insert(text: &str, field: &RawField, fresh: &[&(String, String)]) -> Option<Edit> {
    let RawName::Written(name) = field.name else {
        return None;
    };
    let before = text.get(..name.start as usize)?;
    let line = before.rfind('\n').map_or(0, |at| at + 1);
    let indent = before.get(line..)?;
    let indent = if indent.trim().is_empty() {
        indent
    } else {
        "  "
    };
    let newline = if before.get(..line)?.ends_with("\r\n") {
        "\r\n"
    } else {
        "\n"
    };
    let lines = fresh
        .iter()
        .map(|(name, value)| format!(",{newline}{indent}{name} = {value}"));
    let end = field.value.end as usize;
    Some(Edit {
        span: Span::new(end, end),
        text: lines.collect(),
    })
}

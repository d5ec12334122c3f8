//! Lines of a source with carets below what is meant.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anstyle::{AnsiColor, Style};
use bibsift::pipeline::check::Check;
use bibsift::report::Fix;
use bibsift::source::{LineIndex, Place};
use unicode_width::UnicodeWidthChar;

use super::plain;

/// A longer line is shown in part.
const WIDTH: usize = 100;
/// So much stands before what is meant, in a line shown in part.
const BEFORE: usize = 30;

/// Shows lines of the sources of a check.
pub(crate) struct Snippets<'c> {
    check: &'c Check,
    indices: BTreeMap<u32, LineIndex>,
}

impl<'c> Snippets<'c> {
    pub(crate) fn new(check: &'c Check) -> Self {
        Self {
            check,
            indices: BTreeMap::new(),
        }
    }

    /// Appends the line where a place begins, with carets below it in `style`, and a word about it.
    pub(crate) fn show(&mut self, place: Place, style: Style, word: &str, out: &mut String) {
        let check = self.check;
        let Some(source) = check.source(place.source) else {
            return;
        };
        let (number, _) = self.number(place);
        let text = source.text.as_str();
        let (start, line) = line_at(text, place.span.start as usize);
        let at = (place.span.start as usize)
            .saturating_sub(start)
            .min(line.len());
        let end = (place.span.end as usize)
            .saturating_sub(start)
            .clamp(at, line.len());
        let (Some(before), Some(meant), Some(after)) =
            (line.get(..at), line.get(at..end), line.get(end..))
        else {
            return;
        };
        let before = shown(before);
        let before = if width(&before) > WIDTH {
            last(&before, BEFORE)
        } else {
            before
        };
        let meant = first(&shown(meant), WIDTH);
        let room = WIDTH.saturating_sub(width(&before) + width(&meant));
        let after = first(&shown(after), room);
        let gutter = AnsiColor::Blue.on_default();
        let digits = number.to_string().len();
        let carets = "^".repeat(width(&meant).max(1));
        let indent = " ".repeat(width(&before));
        let space = if word.is_empty() { "" } else { " " };
        let _ = writeln!(out, "  {gutter}{number} |{gutter:#} {before}{meant}{after}");
        let _ = writeln!(
            out,
            "  {:digits$} {gutter}|{gutter:#} {indent}{style}{carets}{space}{}{style:#}",
            "",
            plain(word)
        );
    }

    /// Appends the lines that edits change, as they are and as they would be.
    pub(crate) fn change(&mut self, place: Place, fix: &Fix, out: &mut String) {
        let Some(source) = self.check.source(place.source) else {
            return;
        };
        let text = source.text.as_str();
        let mut edits: Vec<_> = fix.edits.iter().collect();
        edits.sort_by_key(|edit| edit.span);
        let (Some(one), Some(other)) = (edits.first(), edits.last()) else {
            return;
        };
        let (start, _) = line_at(text, one.span.start as usize);
        let (last_start, last_line) = line_at(text, other.span.end as usize);
        let end = last_start + last_line.len();
        let mut new = String::new();
        let mut at = start;
        for edit in edits {
            new.push_str(text.get(at..edit.span.start as usize).unwrap_or_default());
            new.push_str(&edit.text);
            at = edit.span.end as usize;
        }
        new.push_str(text.get(at..end).unwrap_or_default());
        let old = text.get(start..end).unwrap_or_default();
        for (sign, lines, colour) in [
            ('-', old, AnsiColor::Red),
            ('+', new.as_str(), AnsiColor::Green),
        ] {
            let style = colour.on_default();
            for line in lines.lines().take(6) {
                let _ = writeln!(
                    out,
                    "  {style}{sign} {}{style:#}",
                    first(&shown(line), 2 * WIDTH)
                );
            }
        }
    }

    /// The line of a place.
    fn number(&mut self, place: Place) -> (usize, usize) {
        let text = self
            .check
            .source(place.source)
            .map_or("", |source| source.text.as_str());
        let index = self
            .indices
            .entry(place.source.0)
            .or_insert_with(|| LineIndex::new(text));
        let at = index.line_column(text, place.span.start);
        (at.line, at.column)
    }
}

/// The line an offset is in, and where it begins.
fn line_at(text: &str, offset: usize) -> (usize, &str) {
    let offset = offset.min(text.len());
    let bytes = text.as_bytes();
    let before = bytes.get(..offset).unwrap_or_default();
    let start = memchr::memrchr2(b'\n', b'\r', before).map_or(0, |end| end + 1);
    let after = bytes.get(offset..).unwrap_or_default();
    let end = memchr::memchr2(b'\n', b'\r', after).map_or(bytes.len(), |end| offset + end);
    (start, text.get(start..end).unwrap_or_default())
}

/// A line as a terminal shows it, tabs as spaces.
fn shown(text: &str) -> String {
    plain(&text.replace('\t', "    ")).into_owned()
}

fn width(text: &str) -> usize {
    text.chars().map(|c| c.width().unwrap_or(1)).sum()
}

/// As much of the beginning as fits in `room` columns.
fn first(text: &str, room: usize) -> String {
    if width(text) <= room {
        return text.to_owned();
    }
    let mut used = 0;
    let mut kept: String = text
        .chars()
        .take_while(|c| {
            used += c.width().unwrap_or(1);
            used < room
        })
        .collect();
    kept.push('…');
    kept
}

/// As much of the end as fits in `room` columns.
fn last(text: &str, room: usize) -> String {
    let mut used = 0;
    let mut kept: Vec<char> = text
        .chars()
        .rev()
        .take_while(|c| {
            used += c.width().unwrap_or(1);
            used < room
        })
        .collect();
    kept.push('…');
    kept.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_those_of_a_terminal() {
        assert_eq!(width("标题"), 4);
        assert_eq!(width("e\u{301}"), 1);
        assert_eq!(first("标题标题", 5), "标题…");
        assert_eq!(last("标题标题", 5), "…标题");
        assert_eq!(line_at("a\r\nbc\r\nd", 4), (3, "bc"));
    }
}

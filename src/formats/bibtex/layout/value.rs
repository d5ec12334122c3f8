//! One value: its delimiters and, where a width is set, its lines.

use super::super::entry::matching_brace;
use super::style::{Delimiters, Settled};
use crate::model::{Field, Kind};

/// Writes a value. Without a width and with [`Delimiters::Keep`] its bytes are those of the text.
pub(super) fn write(out: &mut String, name: &str, value: &str, style: &Settled<'_>, newline: &str) {
    let delimiters = style.style.delimiters;
    let from = out.len();
    if delimiters == Delimiters::Keep {
        out.push_str(value);
    } else {
        match pieces(value) {
            Some(pieces) => {
                for (n, piece) in pieces.iter().enumerate() {
                    out.push_str(if n > 0 { " # " } else { "" });
                    delimit(out, piece, delimiters);
                }
            }
            None => out.push_str(value),
        }
    }
    if style.style.width > 0 && may_be_broken(name, out.get(from..).unwrap_or_default()) {
        let written = out.split_off(from);
        let line = out.rfind('\n').map_or(0, |at| at + 1);
        let used = out.get(line..).unwrap_or_default().chars().count();
        wrap(out, &written, used, style, newline);
    }
}

/// The pieces a `#` joins; [`None`] where the value is not made of them.
fn pieces(value: &str) -> Option<Vec<&str>> {
    let mut pieces = Vec::new();
    let mut rest = value.trim_ascii();
    loop {
        let length = match rest.as_bytes().first()? {
            b'{' => matching_brace(rest.as_bytes(), 0)? + 1,
            b'"' => closing_quote(rest)? + 1,
            _ => rest
                .find(|c: char| c.is_ascii_whitespace() || matches!(c, '#' | '{' | '}' | '"'))
                .unwrap_or(rest.len()),
        };
        let (piece, after) = rest.split_at_checked(length)?;
        if piece.is_empty() {
            return None;
        }
        pieces.push(piece);
        rest = after.trim_ascii_start();
        if rest.is_empty() {
            return Some(pieces);
        }
        rest = rest.strip_prefix('#')?.trim_ascii_start();
    }
}

/// The quote that closes the one at the beginning.
fn closing_quote(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, byte) in text.bytes().enumerate().skip(1) {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.checked_sub(1)?,
            b'"' if depth == 0 => return Some(at),
            _ => {}
        }
    }
    None
}

fn delimit(out: &mut String, piece: &str, delimiters: Delimiters) {
    let bytes = piece.as_bytes();
    let inside = piece
        .get(1..piece.len().saturating_sub(1))
        .unwrap_or_default();
    match (bytes.first(), delimiters) {
        (Some(b'"'), Delimiters::Braces) => {
            out.push('{');
            out.push_str(inside);
            out.push('}');
        }
        (Some(b'{'), Delimiters::Quotes) if !inside.contains('"') => {
            out.push('"');
            out.push_str(inside);
            out.push('"');
        }
        _ => out.push_str(piece),
    }
}

/// Whether white space in the value means no more than a space: prose of a known field, without
/// paragraphs, comments or verbatim text.
fn may_be_broken(name: &str, value: &str) -> bool {
    let prose = Field::from_bib(name).is_some_and(|field| {
        matches!(
            field.kind(),
            Kind::Literal | Kind::Names | Kind::Keywords | Kind::List
        )
    });
    prose
        && !value.contains(['%', '\t'])
        && !value.contains("\n\n")
        && !value.contains("\r\n\r\n")
        && !value.contains("\\begin")
        && !value.contains("\\verb")
}

/// Breaks a value between words; the lines after the first are indented twice.
fn wrap(out: &mut String, value: &str, used: usize, style: &Settled<'_>, newline: &str) {
    let width = style.style.width;
    let indent = style.indent.repeat(2);
    let mut column = used;
    for (n, word) in value.split_ascii_whitespace().enumerate() {
        let length = word.chars().count();
        if n > 0 {
            // A comma or brace follows the last word.
            if column + 1 + length + 1 > width && column > indent.chars().count() {
                out.push_str(newline);
                out.push_str(&indent);
                column = indent.chars().count();
            } else {
                out.push(' ');
                column += 1;
            }
        }
        out.push_str(word);
        column += length;
    }
}

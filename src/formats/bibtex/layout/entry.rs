//! One entry: its fields and the remarks between them, and how they are laid out.

use super::super::blocks::Block;
use super::super::marks;
use super::style::{Alignment, Settled};
use super::{Inside, value};
use crate::formats::{RawField, RawName};
use crate::source::Span;

/// The inside of an entry, in order.
#[derive(Debug, Default)]
pub(super) struct Parts(pub(super) Vec<Part>);

/// A part of an entry.
#[derive(Debug, Clone, Copy)]
pub(super) enum Part {
    /// `name = value`.
    Field { name: Span, value: Span },
    /// A `%` and the rest of its line.
    Remark {
        /// The text without white space at its end.
        text: Span,
        /// Whether it stands on the line of what comes before it.
        beside: bool,
    },
}

impl Parts {
    /// The parts of an entry without faults; [`None`] where anything but white space, commas and
    /// remarks stands between its fields, so that it is best left alone.
    pub(super) fn new(text: &str, block: &Block, fields: &[RawField]) -> Option<Self> {
        let mut parts = Self::default();
        let mut at = if block.key.is_empty() {
            return None;
        } else {
            block.key.end as usize
        };
        let begins = Span::new(block.body.start as usize, block.key.start as usize);
        if !begins.of(text).trim_ascii().is_empty() {
            return None;
        }
        for field in fields {
            let RawName::Written(name) = field.name else {
                return None;
            };
            if name.is_empty() || field.value.is_empty() {
                return None;
            }
            parts.between(text, Span::new(at, name.start as usize), true)?;
            let equals = Span::new(name.end as usize, field.value.start as usize);
            if equals.of(text).trim_ascii() != "=" {
                return None;
            }
            parts.0.push(Part::Field {
                name,
                value: field.value,
            });
            at = field.value.end as usize;
        }
        parts.between(text, Span::new(at, block.body.end as usize), false)?;
        Some(parts)
    }

    /// Reads what stands between two fields: a comma, if one is due, and remarks.
    fn between(&mut self, text: &str, gap: Span, comma_due: bool) -> Option<()> {
        let bytes = text.as_bytes();
        let end = gap.end as usize;
        let mut at = gap.start as usize;
        let (mut commas, mut line_broken) = (0, false);
        while at < end {
            match *bytes.get(at)? {
                b',' => commas += 1,
                b'\n' | b'\r' => line_broken = true,
                b'%' => {
                    let line = marks::line_end(bytes, at).min(end);
                    let remark = Span::new(at, line);
                    let remark = Span::new(at, at + remark.of(text).trim_ascii_end().len());
                    self.0.push(Part::Remark {
                        text: remark,
                        beside: !line_broken,
                    });
                    // A second remark cannot stand on this line.
                    line_broken = true;
                    at = line;
                    continue;
                }
                byte if byte.is_ascii_whitespace() => {}
                _ => return None,
            }
            at += 1;
        }
        (commas == 1 || commas == 0 && !comma_due).then_some(())
    }
}

/// A `@string` of one definition.
pub(super) fn definition(fields: &[RawField]) -> Inside {
    match fields {
        [field] => match field.name {
            RawName::Written(name) if !name.is_empty() && !field.value.is_empty() => {
                Inside::Definition(name, field.value)
            }
            _ => Inside::AsIs,
        },
        _ => Inside::AsIs,
    }
}

/// Writes an entry.
pub(super) fn write(
    out: &mut String,
    text: &str,
    block: &Block,
    parts: &Parts,
    style: &Settled<'_>,
    newline: &str,
) {
    out.push('@');
    push_word(out, block.word.of(text), style);
    out.push('{');
    out.push_str(block.key.of(text));
    out.push(',');
    let column = column(text, parts, style.align);
    let ordered = ordered(text, parts, &style.style.field_order);
    let parts = ordered.as_deref().unwrap_or(&parts.0);
    let last = parts
        .iter()
        .rposition(|part| matches!(part, Part::Field { .. }));
    for (n, part) in parts.iter().enumerate() {
        match part {
            Part::Remark {
                text: remark,
                beside,
            } => {
                if *beside {
                    out.push(' ');
                } else {
                    out.push_str(newline);
                    out.push_str(&style.indent);
                }
                out.push_str(remark.of(text));
            }
            Part::Field { name, value } => {
                out.push_str(newline);
                out.push_str(&style.indent);
                let from = out.len();
                push_word(out, name.of(text), style);
                let written = out.get(from..).unwrap_or_default().chars().count();
                pad(out, written, column.0);
                out.push('=');
                pad(out, written + 2, column.1);
                value::write(out, name.of(text), value.of(text), style, newline);
                if Some(n) != last || style.style.trailing_comma {
                    out.push(',');
                }
            }
        }
    }
    out.push_str(newline);
    out.push('}');
}

/// Writes a `@string`.
pub(super) fn write_definition(
    out: &mut String,
    text: &str,
    block: &Block,
    name: Span,
    value: Span,
    style: &Settled<'_>,
) {
    let between = Span::new(name.end as usize, value.start as usize);
    let before = Span::new(block.body.start as usize, name.start as usize);
    let after = Span::new(value.end as usize, block.body.end as usize);
    let white = |span: Span| span.of(text).trim_ascii().is_empty();
    if between.of(text).trim_ascii() != "=" || !white(before) || !white(after) {
        out.push_str(block.span.of(text));
        return;
    }
    out.push('@');
    push_word(out, block.word.of(text), style);
    out.push('{');
    out.push_str(name.of(text));
    out.push_str(" = ");
    out.push_str(value.of(text));
    out.push('}');
}

/// The columns of the `=` and of the value, in characters from the name.
fn column(text: &str, parts: &Parts, align: Alignment) -> (usize, usize) {
    match align {
        Alignment::None => (0, 0),
        Alignment::Equals(column) => (column, 0),
        Alignment::Values(column) => (0, column),
        Alignment::Longest => {
            let names = parts.0.iter().filter_map(|part| match part {
                Part::Field { name, .. } => Some(name.of(text).chars().count()),
                Part::Remark { .. } => None,
            });
            (names.max().unwrap_or(0) + 1, 0)
        }
    }
}

/// Spaces from column `at` to `column`, at least one.
fn pad(out: &mut String, at: usize, column: usize) {
    let spaces = column.saturating_sub(at).max(1);
    out.extend(std::iter::repeat_n(' ', spaces));
}

fn push_word(out: &mut String, word: &str, style: &Settled<'_>) {
    if style.style.lower_case {
        out.extend(word.chars().map(|c| c.to_ascii_lowercase()));
    } else {
        out.push_str(word);
    }
}

/// The parts with the fields of `order` first. Remarks above a field and beside it go with it;
/// those after the last field stay there.
fn ordered(text: &str, parts: &Parts, order: &[String]) -> Option<Vec<Part>> {
    if order.is_empty() {
        return None;
    }
    let mut groups: Vec<(usize, Vec<Part>)> = Vec::new();
    let mut waiting = Vec::new();
    for part in &parts.0 {
        match part {
            Part::Field { name, .. } => {
                let name = name.of(text);
                let known = order.iter().position(|one| one.eq_ignore_ascii_case(name));
                waiting.push(*part);
                groups.push((known.unwrap_or(order.len()), std::mem::take(&mut waiting)));
            }
            Part::Remark { beside, .. } => match groups.last_mut() {
                Some((_, group)) if *beside => group.push(*part),
                _ => waiting.push(*part),
            },
        }
    }
    groups.sort_by_key(|(rank, _)| *rank);
    let fields = groups.into_iter().flat_map(|(_, group)| group);
    Some(fields.chain(waiting).collect())
}

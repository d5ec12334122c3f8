//! What stands between two blocks: blank lines and remarks.

use super::super::blocks::BlockKind;
use super::style::Settled;
use crate::source::Span;

/// Writes the free text between a block and the next; [`None`] is the beginning or end of the text.
///
/// Remarks keep their bytes. One on the line of the block before it stays there; one right above a
/// block stays right above it; otherwise blank lines part them.
pub(super) fn write(
    out: &mut String,
    free: &str,
    previous: Option<BlockKind>,
    next: Option<BlockKind>,
    style: &Settled<'_>,
    newline: &str,
) {
    let blank_lines = style.style.blank_lines;
    // What stands on the line where the block before ends.
    let (beside, mut rest) = match free.find(['\n', '\r']) {
        Some(at) if previous.is_some() => free.split_at(at),
        None if previous.is_some() => (free, ""),
        _ => ("", free),
    };
    let at_end = rest.is_empty() && next.is_none();
    if !beside.trim().is_empty() {
        // With neither a line break after it, nor the end, the next block follows on this line.
        out.push_str(if rest.is_empty() && !at_end {
            beside
        } else {
            beside.trim_end()
        });
        if rest.is_empty() && !at_end {
            return;
        }
    }
    let body = rest.trim_matches(is_white);
    if body.is_empty() {
        let blank = lines(rest).saturating_sub(usize::from(previous.is_some()));
        let wanted = match (previous, next) {
            (None, _) => return,
            (Some(_), None) => 0,
            (Some(before), Some(after)) if tight(before, after) => blank.min(1),
            _ => blank_lines,
        };
        push_newlines(out, wanted + 1, newline);
        return;
    }
    let lead = rest.len() - rest.trim_start_matches(is_white).len();
    let (before, from) = rest.split_at(lead);
    // The indent of the first line belongs to the remark.
    let indent = before.rfind(['\n', '\r']).map_or(0, |at| at + 1);
    let indent = before.get(indent..).unwrap_or_default();
    let after = from.get(body.len()..).unwrap_or_default();
    rest = from.get(..body.len()).unwrap_or_default();
    let blank_before = lines(before).saturating_sub(1);
    let blank_after = lines(after).saturating_sub(1);
    if let Some(previous) = previous {
        let entries = previous == BlockKind::Entry || next == Some(BlockKind::Entry);
        let above = lines(after) > 0 && blank_after == 0 && next.is_some();
        let wanted = if blank_before > 0 {
            blank_lines.max(1)
        } else {
            usize::from(above && entries)
        };
        push_newlines(out, wanted + 1, newline);
    }
    out.push_str(indent);
    out.push_str(rest);
    match next {
        None => out.push_str(newline),
        // The block begins on the line of the remark.
        Some(_) if lines(after) == 0 => out.push_str(after),
        Some(_) => {
            let wanted = if blank_after > 0 {
                blank_lines.max(1)
            } else {
                0
            };
            push_newlines(out, wanted + 1, newline);
        }
    }
}

/// Parts free text into what stands for itself and the remarks right above the block it precedes:
/// the lines after the last blank one.
pub(super) fn split(text: &str, free: Span) -> (Span, Span) {
    let inside = free.of(text);
    let remarks = inside.trim_end_matches(is_white);
    let after = inside.get(remarks.len()..).unwrap_or_default();
    let all = (free, Span::new(free.end as usize, free.end as usize));
    if remarks.is_empty() || lines(after) != 1 {
        return all;
    }
    let (mut from, mut end) = (remarks.len(), remarks.len());
    while end > 0 {
        let above = remarks.get(..end).unwrap_or_default();
        let line = match above.rfind('\n') {
            Some(at) => at + 1,
            None if free.start == 0 => 0,
            // It stands on the line of the block before.
            None => break,
        };
        let blank = above.get(line..).unwrap_or_default();
        if blank.trim_matches(is_white).is_empty() {
            break;
        }
        from = line;
        end = line.saturating_sub(1);
    }
    if from == remarks.len() {
        return all;
    }
    let at = free.start as usize + from;
    (
        Span::new(free.start as usize, at),
        Span::new(at, free.end as usize),
    )
}

/// Blocks that may stand on lines one below the other: definitions and the like.
fn tight(before: BlockKind, after: BlockKind) -> bool {
    let entry = |kind| matches!(kind, BlockKind::Entry | BlockKind::Broken);
    !entry(before) && !entry(after)
}

/// White space of every script, and what editors leave at the beginning of joined files.
fn is_white(c: char) -> bool {
    c.is_ascii_whitespace() || c == '\0'
}

/// How many lines end in a text.
fn lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let lf = memchr::memchr_iter(b'\n', bytes).count();
    let cr = memchr::memchr_iter(b'\r', bytes).count();
    let both = memchr::memmem::find_iter(bytes, b"\r\n").count();
    lf + cr - both
}

fn push_newlines(out: &mut String, n: usize, newline: &str) {
    for _ in 0..n {
        out.push_str(newline);
    }
}

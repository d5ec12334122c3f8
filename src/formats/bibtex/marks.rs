//! Where blocks of a .bib text begin, told from the few bytes around an `@`.

use memchr::memchr2;

use crate::model::EntryType;
use crate::source::Span;

/// The head of a block: `@article{`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Head {
    /// Offset of the `@`.
    pub(super) at: usize,
    /// The word after it.
    pub(super) word: Span,
    /// Offset of the opening delimiter; of a bare `@comment`, of what follows the word.
    pub(super) open: usize,
}

/// A citation key longer than this does not make an unknown word an entry.
const LONGEST_KEY: usize = 300;
const LONGEST_WORD: usize = 64;

/// The head that begins with the `@` at `at`. An address (`me@x.org`), a line of code
/// (`@param {string} x`) or a style sheet (`@media {`) is none: the word must be an entry type or
/// command, or what follows must look like a key or field.
pub(super) fn head(text: &str, at: usize) -> Option<Head> {
    let bytes = text.as_bytes();
    let start = skip_blanks(bytes, at + 1);
    let end = word_end(bytes, start);
    let word = text.get(start..end).filter(|word| !word.is_empty())?;
    let open = skip_white(bytes, end);
    let word_span = Span::new(start, end);
    let line_start = at_line_start(bytes, at);
    if word.eq_ignore_ascii_case("comment") {
        let braced = bytes.get(open) == Some(&b'{');
        return (braced || line_start).then_some(Head {
            at,
            word: word_span,
            open: if braced { open } else { end },
        });
    }
    let known = is_command(word) || EntryType::from_bib(word).is_some();
    let entry = match bytes.get(open)? {
        b'{' => known || begins_entry(bytes, open + 1),
        b'(' => known || line_start && open == end && begins_entry(bytes, open + 1),
        _ => false,
    };
    entry.then_some(Head {
        at,
        word: word_span,
        open,
    })
}

/// Whether an entry surely begins with the `@` at `at`, though another is still open: it must
/// begin a line and have a key, a field, or a command's word.
pub(super) fn restarts(text: &str, at: usize) -> bool {
    let bytes = text.as_bytes();
    if !at_line_start(bytes, at) {
        return false;
    }
    head(text, at).is_some_and(|head| {
        is_command(head.word.of(text)) && bytes.get(head.open) == Some(&b'{')
            || begins_entry(bytes, head.open + 1)
    })
}

/// Whether the word is no entry type but a command of the format.
pub(super) fn is_command(word: &str) -> bool {
    ["string", "preamble", "comment"]
        .iter()
        .any(|command| command.eq_ignore_ascii_case(word))
}

/// Whether a key and its comma, or a field, stand at `at`.
fn begins_entry(bytes: &[u8], at: usize) -> bool {
    let start = skip_white(bytes, at);
    let rest = bytes.get(start..).unwrap_or_default();
    let rest = rest.get(..LONGEST_KEY).unwrap_or(rest);
    visited(rest.len());
    for (n, &byte) in rest.iter().enumerate() {
        match byte {
            b',' | b'=' => return true,
            b'\n' | b'\r' => return n > 0 && begins_field(bytes, start + n),
            b'{' | b'}' | b'"' | b'@' => return false,
            _ => {}
        }
    }
    false
}

/// Whether `name =` stands at `at`, after white space.
pub(super) fn begins_field(bytes: &[u8], at: usize) -> bool {
    let start = skip_white(bytes, at);
    let end = name_end(bytes, start);
    end > start && end - start <= LONGEST_WORD && bytes.get(skip_white(bytes, end)) == Some(&b'=')
}

/// The end of the field name that begins at `at`.
pub(super) fn name_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let length = rest.iter().take_while(|byte| is_name(**byte)).count();
    visited(length);
    at + length
}

/// What may stand in a field name: all but white space and the characters with a meaning.
fn is_name(byte: u8) -> bool {
    byte > b' '
        && !matches!(
            byte,
            b'"' | b'#' | b'%' | b'(' | b')' | b',' | b'=' | b'{' | b'}' | b'@'
        )
}

fn word_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    if !rest
        .first()
        .is_some_and(|byte| byte.is_ascii_alphabetic() || *byte >= 0x80)
    {
        return at;
    }
    let of_word = |byte: &&u8| {
        byte.is_ascii_alphanumeric()
            || matches!(**byte, b'-' | b'_' | b'+' | b':')
            || **byte >= 0x80
    };
    let length = rest
        .iter()
        .take(LONGEST_WORD + 1)
        .take_while(of_word)
        .count();
    // A longer word is no entry type, and may be cut inside a character.
    at + if length > LONGEST_WORD { 0 } else { length }
}

fn at_line_start(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let last = before
        .iter()
        .rposition(|byte| !matches!(byte, b' ' | b'\t'));
    visited(at - last.unwrap_or(0));
    let last = last.and_then(|last| before.get(last));
    last.is_none_or(|byte| matches!(*byte, b'\n' | b'\r'))
        // A byte order mark inside a joined file.
        || before.ends_with(b"\xEF\xBB\xBF")
}

/// The offset after spaces and tabs from `at`.
fn skip_blanks(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take_while(|byte| matches!(**byte, b' ' | b'\t'))
        .count()
}

/// The offset after white space from `at`.
pub(super) fn skip_white(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let length = rest
        .iter()
        .take_while(|byte| byte.is_ascii_whitespace() || **byte == 0)
        .count();
    visited(length);
    at + length
}

/// The offset of the line end after `at`, or of the end of the text.
pub(super) fn line_end(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    let end = memchr2(b'\n', b'\r', rest).map_or(bytes.len(), |found| at + found);
    visited(end.saturating_sub(at));
    end
}

/// Counts bytes looked at, so that a test can tell linear work from other work by counting.
#[cfg(not(test))]
#[inline]
pub(super) fn visited(_: usize) {}

#[cfg(test)]
thread_local! {
    /// How many bytes this thread has looked at.
    pub(super) static VISITED: std::cell::Cell<usize> = const { std::cell::Cell::new(0) };
}

#[cfg(test)]
pub(super) fn visited(bytes: usize) {
    VISITED.set(VISITED.get() + bytes);
}

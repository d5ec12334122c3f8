//! LaTeX to Unicode.

mod accents;
mod commands;
mod special;

use std::borrow::Cow;

use super::tokens::{Pairs, is_space, skip_space};
use special::next_special;

/// Decodes a LaTeX value (without its outer delimiters): accents, letters, ligatures, escapes and
/// the commands Unicode has a character for. White space runs become one space, `~` and `\,` too.
///
/// What only LaTeX can say stays, and then the second part is true: groups that protect
/// (`{DNA}`), mathematics, unknown commands with their arguments. In that case `\{ \} \$ \\` are
/// the bare characters, so that they can be told from structure; otherwise every character of the
/// result stands for itself.
///
/// Groups that protect nothing vanish: around one decoded command (`{\"u}`, `{\&}`), around
/// characters without case (`{-}`), and empty ones. Braces that do not match are closed at the
/// end or dropped. A `$` without partner is a dollar. Addresses in `\url{…}` and the like stay
/// letter by letter.
///
/// Sources: the LaTeX 2ε text encodings (`fntguide`); special characters of BibTeX (`btxdoc`, 4).
///
/// ```
/// use bibsift::text::latex::decode;
/// assert_eq!(decode(r"\'{\i}ndice").0, "índice");
/// assert_eq!(decode(r"The {DNA} of {\AA}s"), ("The {DNA} of Ås".into(), true));
/// ```
pub fn decode(value: &str) -> (Cow<'_, str>, bool) {
    let clean = next_special(value.as_bytes(), 0);
    if clean == value.len() {
        return (Cow::Borrowed(value), false);
    }
    let mut decoder = Decoder::new(value);
    decoder.begin_at(clean);
    decoder.run();
    let (text, is_latex) = decoder.finish();
    if text == value {
        (Cow::Borrowed(value), is_latex)
    } else {
        (Cow::Owned(text), is_latex)
    }
}

/// Of longer values it is worth to know whether they hold commands alone.
const LONG: usize = 160;

/// A group that is open.
struct Group {
    /// Where its brace stands in the output; [`None`] for the argument of an accent, whose braces
    /// never get there.
    start: Option<usize>,
    /// Whether it is the argument of a command that stays.
    argument: bool,
    /// What it holds so far, see [`Piece`].
    pieces: u32,
    /// `kept` when it was opened.
    kept: usize,
}

/// What a piece of source counts for in the group around it: a group of one decoded command
/// vanishes, so anything else counts double.
#[derive(Clone, Copy)]
#[repr(u32)]
enum Piece {
    Command = 1,
    Other = 2,
}

struct Decoder<'a> {
    source: &'a str,
    at: usize,
    output: String,
    groups: Vec<Group>,
    /// Groups and commands that stand in the output.
    kept: usize,
    /// Whether the output holds mathematics.
    mathematics: bool,
    /// Whether the output holds bare characters behind a backslash.
    escaped: bool,
    /// End of the output when a command word was the last thing put there.
    word_end: Option<usize>,
    /// End of the output when a group that comes now is an argument.
    argument_at: Option<usize>,
    dollars: Option<Pairs>,
    braces: Option<Pairs>,
    /// Whether nothing but commands and groups is to be decoded.
    only_commands: bool,
}

impl<'a> Decoder<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            at: 0,
            output: String::with_capacity(source.len()),
            groups: Vec::new(),
            kept: 0,
            mathematics: false,
            escaped: false,
            word_end: None,
            argument_at: None,
            dollars: None,
            braces: None,
            only_commands: false,
        }
    }

    /// Takes what is before `at`, where nothing is to be decoded, as it is.
    fn begin_at(&mut self, at: usize) {
        self.output
            .push_str(self.source.get(..at).unwrap_or_default());
        self.at = at;
        let rest = self.source.as_bytes().get(at..).unwrap_or_default();
        self.only_commands = rest.len() > LONG && special::has_only_commands(rest);
    }

    /// The first place from `at` on where something is to be decoded.
    fn next_special(&self, at: usize) -> usize {
        let bytes = self.source.as_bytes();
        if !self.only_commands {
            return next_special(bytes, at);
        }
        let rest = bytes.get(at..).unwrap_or_default();
        memchr::memchr3(b'\\', b'{', b'}', rest).map_or(bytes.len(), |found| at + found)
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.source.as_bytes().get(at).copied()
    }

    fn run(&mut self) {
        while let Some(byte) = self.byte(self.at) {
            let next = self.byte(self.at + 1);
            match byte {
                b'\\' => self.command(),
                b'{' => self.open(),
                b'}' => {
                    self.at += 1;
                    self.close();
                }
                b'$' => self.dollar(),
                b'~' => {
                    self.at += 1;
                    self.explicit_space();
                }
                _ if is_space(byte) => self.white_space(),
                b'-' if next == Some(b'-') => {
                    let long = self.byte(self.at + 2) == Some(b'-');
                    self.ligature(
                        if long { "\u{2014}" } else { "\u{2013}" },
                        2 + usize::from(long),
                    );
                }
                b'`' if next == Some(b'`') => self.ligature("\u{201c}", 2),
                b'\'' if next == Some(b'\'') => self.ligature("\u{201d}", 2),
                b'?' | b'!' if next == Some(b'`') && self.byte(self.at + 2) != Some(b'`') => {
                    self.ligature(if byte == b'?' { "\u{bf}" } else { "\u{a1}" }, 2);
                }
                _ => {
                    // The byte itself begins nothing, whatever `next_special` says of it.
                    let end = self.next_special(self.at + 1);
                    let run = self.source.get(self.at..end).unwrap_or_default();
                    self.at = end;
                    self.piece(Piece::Other);
                    self.text(run);
                }
            }
        }
    }

    fn piece(&mut self, piece: Piece) {
        if let Some(group) = self.groups.last_mut() {
            group.pieces = group.pieces.saturating_add(piece as u32);
        }
    }

    fn ligature(&mut self, text: &str, length: usize) {
        self.at += length;
        self.piece(Piece::Other);
        self.text(text);
    }

    /// Puts text there that holds no structure; a letter must not lengthen a command word.
    fn text(&mut self, text: &str) {
        if self.word_end == Some(self.output.len()) && text.starts_with(char::is_alphabetic) {
            self.output.push_str("{}");
        }
        self.output.push_str(text);
    }

    /// Puts characters there that may look like structure.
    fn literal(&mut self, text: &str) {
        if text.contains(['\\', '{', '}', '$']) {
            self.escaped = true;
            for character in text.chars() {
                if matches!(character, '\\' | '{' | '}' | '$') {
                    self.output.push('\\');
                }
                self.output.push(character);
            }
        } else {
            self.text(text);
        }
    }

    fn space(&mut self) {
        if !self.output.ends_with(' ') {
            self.output.push(' ');
        }
    }

    /// A space that a command word before it does not swallow.
    fn explicit_space(&mut self) {
        self.piece(Piece::Other);
        if self.word_end == Some(self.output.len()) {
            self.output.push_str("{}");
        }
        self.space();
    }

    fn white_space(&mut self) {
        self.at = skip_space(self.source, self.at);
        let after_word = self.word_end == Some(self.output.len());
        if !(after_word && self.byte(self.at) == Some(b'{')) {
            self.piece(Piece::Other);
            self.space();
        }
    }

    fn open(&mut self) {
        let argument = self.argument_at == Some(self.output.len());
        if !argument && let Some((letter, length)) = self.group_of_one() {
            self.at += length;
            self.output.push(letter);
            self.word_end = None;
            self.argument_at = None;
            self.piece(Piece::Other);
            return;
        }
        self.at += 1;
        self.groups.push(Group {
            start: Some(self.output.len()),
            argument,
            pieces: 0,
            kept: self.kept,
        });
        self.kept += 1;
        self.output.push('{');
    }

    fn close(&mut self) {
        let Some(group) = self.groups.pop() else {
            return;
        };
        let Some(start) = group.start else {
            return;
        };
        let content = self.output.get(start + 1..).unwrap_or_default();
        // A bound on the length keeps the removal below cheap however deep groups are nested.
        let protects = content.len() > 24
            || group.pieces > Piece::Command as u32 && content.contains(char::is_alphabetic);
        if group.argument || protects || self.kept > group.kept + 1 {
            self.output.push('}');
            self.piece(Piece::Other);
            if group.argument {
                self.argument_at = Some(self.output.len());
            }
            return;
        }
        self.kept -= 1;
        self.output.remove(start);
        let before = self.output.get(..start).unwrap_or_default();
        if before.ends_with(' ') && self.output.as_bytes().get(start) == Some(&b' ') {
            self.output.remove(start);
        }
        self.word_end = None;
        self.argument_at = None;
        if self
            .output
            .get(start..)
            .is_some_and(|content| content.starts_with('$'))
        {
            self.piece(Piece::Command);
        } else if group.pieces > 0 {
            // Twice braced is protected: `{{\"U}}`.
            self.piece(Piece::Other);
        }
    }

    fn finish(mut self) -> (String, bool) {
        while !self.groups.is_empty() {
            self.close();
        }
        let is_latex = self.kept > 0 || self.mathematics;
        if !is_latex && self.escaped {
            let mut bare = String::with_capacity(self.output.len());
            let mut characters = self.output.chars();
            while let Some(character) = characters.next() {
                bare.extend(if character == '\\' {
                    characters.next()
                } else {
                    Some(character)
                });
            }
            self.output = bare;
        }
        (self.output, is_latex)
    }
}

#[cfg(test)]
mod tests;

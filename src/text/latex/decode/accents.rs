//! Letters with accents.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::compose;

use super::super::tables::{self, Accent};
use super::super::tokens::{command, is_word, skip_space};
use super::{Decoder, Group, Piece};

impl Decoder<'_> {
    /// The group of one character that begins here, as most are written: an accented letter, `{\"u}`,
    /// `{\"{u}}` or `{\v{c}}`, if Unicode has it, or an escape, `{\&}`; and the length of it all.
    /// An `i` may be without its dot, `{\"\i}`.
    pub(super) fn group_of_one(&self) -> Option<(char, usize)> {
        let group = self
            .source
            .as_bytes()
            .get(self.at..)?
            .strip_prefix(b"{\\")?;
        let (sign, letter, length, braced) = match *group {
            [sign @ (b'&' | b'%' | b'#' | b'_'), b'}', ..] => return Some((char::from(sign), 4)),
            [sign, letter, b'}', ..] => (sign, letter, 5, false),
            [sign, b'\\', letter @ (b'i' | b'j'), b'}', ..] => (sign, letter, 6, false),
            [sign, b'{', letter, b'}', b'}', ..] => (sign, letter, 7, true),
            [sign, b'{', b'\\', letter @ (b'i' | b'j'), b'}', b'}', ..] => (sign, letter, 8, true),
            _ => return None,
        };
        // A command that is a word needs the brace to end.
        if !(sign.is_ascii_punctuation() || braced) || !letter.is_ascii_alphabetic() {
            return None;
        }
        let name = self.source.get(self.at + 2..self.at + 3)?;
        let accent = tables::accent_named(name)?;
        let letter = letter_with(char::from(letter), &[accent.mark])?;
        Some((letter, length))
    }

    /// Puts an accented letter there. False when the command accents nothing.
    pub(super) fn accent(&mut self, accent: Accent, start: usize, end: usize) -> bool {
        let mut at = skip_space(self.source, end);
        if !is_word(accent.name) && self.byte(at) != Some(b'{') {
            at = end;
        }
        let mut marks = [accent.mark; 4];
        let mut count = 1;
        let mut open = 0_usize;
        let base = loop {
            match self.byte(at) {
                Some(b'{') if open < 4 => {
                    open += 1;
                    at = skip_space(self.source, at + 1);
                }
                Some(b'}') if open > 0 && count == 1 => break None,
                Some(b'\\') => {
                    let (name, after) = command(self.source, at);
                    if let (Some(inner), Some(mark)) =
                        (tables::accent_named(name), marks.get_mut(count))
                    {
                        *mark = inner.mark;
                        count += 1;
                        at = if is_word(name) {
                            skip_space(self.source, after)
                        } else {
                            after
                        };
                    } else if let Some(letter) =
                        Some(name).filter(|name| is_word(name)).and_then(letter)
                    {
                        at = self.after_word(after);
                        break Some(letter);
                    } else {
                        return false;
                    }
                }
                Some(_) => {
                    let rest = self.source.get(at..).unwrap_or_default();
                    let Some(letter) = rest.chars().next().filter(|c| c.is_alphabetic()) else {
                        return false;
                    };
                    at += letter.len_utf8();
                    break Some(letter);
                }
                None => return false,
            }
        };
        let (mut one, mut several) = ([0; 4], String::new());
        let accented = match base {
            Some(letter) => {
                let marks = marks.get(..count).unwrap_or_default();
                let letter =
                    letter_with(letter, marks).ok_or_else(|| combine(letter, marks, &mut several));
                let composed = letter.map_or_else(|whole| whole, |_| true);
                if count == 1 && open == 0 && self.is_foreign_escape(accent, start, composed) {
                    return false;
                }
                match letter {
                    Ok(letter) => letter.encode_utf8(&mut one),
                    Err(_) => several.as_str(),
                }
            }
            None => accent.alone.encode_utf8(&mut one),
        };
        self.piece(Piece::Command);
        self.literal(accented);
        while open > 0 && self.byte(skip_space(self.source, at)) == Some(b'}') {
            at = skip_space(self.source, at) + 1;
            open -= 1;
        }
        // Whatever else is in the accent's argument follows without an accent.
        for _ in 0..open {
            self.groups.push(Group {
                start: None,
                argument: false,
                pieces: 0,
                kept: self.kept,
            });
        }
        self.at = at;
        true
    }

    /// Whether an accent without braces is rather the escape of a string literal or an address:
    /// `d\'hier` puts an acute on a letter that no language writes so, `/\~user` is a home page.
    pub(super) fn is_foreign_escape(&self, accent: Accent, start: usize, composed: bool) -> bool {
        match accent.name {
            "'" | "\"" => !composed,
            "~" => start > 0 && self.byte(start - 1) == Some(b'/'),
            _ => false,
        }
    }
}

/// The letter a command word stands for.
fn letter(name: &str) -> Option<char> {
    let mut characters = tables::symbol(name)?.chars();
    characters
        .next()
        .filter(|letter| letter.is_alphabetic() && characters.next().is_none())
}

/// The letter under a mark that takes the place of a dot.
fn undotted(base: char) -> char {
    match base {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    }
}

/// The one character for `base` with a single mark, where Unicode has it.
fn letter_with(base: char, marks: &[char]) -> Option<char> {
    match (undotted(base), marks) {
        // A dot on the letter that has one is none.
        ('i', ['\u{307}']) => None,
        (base, [mark]) => compose(base, *mark),
        _ => None,
    }
}

/// Puts `marks` on `base`, the last one first. True if Unicode has one character for it all.
fn combine(base: char, marks: &[char], output: &mut String) -> bool {
    let base = undotted(base);
    // A dot on the letter that has one is none.
    let marks = marks
        .iter()
        .rev()
        .filter(|mark| base != 'i' || **mark != '\u{307}');
    let start = output.len();
    output.extend(std::iter::once(base).chain(marks.copied()).nfc());
    output
        .get(start..)
        .is_some_and(|written| written.chars().nth(1).is_none())
}

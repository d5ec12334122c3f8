//! Commands and mathematics.

use super::super::mathematics::canonical;
use super::super::tables;
use super::super::tokens::{Pairs, command, is_word, skip_space};
use super::{Decoder, Piece};

impl<'a> Decoder<'a> {
    pub(super) fn dollar(&mut self) {
        let source = self.source;
        let pairs = self
            .dollars
            .get_or_insert_with(|| Pairs::of_mathematics(source));
        if let Some(pair) = pairs.starting_at(self.at) {
            let inner = source
                .get(pair.start + pair.sign..pair.end - pair.sign)
                .unwrap_or_default();
            self.at = pair.end;
            if let Some((name, end)) = self.protected_by_formulas(inner) {
                self.at = end;
                self.piece(Piece::Other);
                self.kept += 1;
                self.output.push('{');
                self.output.push_str(name);
                self.output.push('}');
                return;
            }
            self.formula(if pair.sign == 1 { "$" } else { "$$" }, inner);
        } else {
            self.at += 1;
            self.piece(Piece::Other);
            self.literal("$");
        }
    }

    /// `$\{$USENIX$\}$` is what exports of the ACM and Google Scholar make of `{USENIX}`: the name
    /// behind the first formula, whose inside is `inner`, and where the second ends.
    fn protected_by_formulas(&self, inner: &str) -> Option<(&'a str, usize)> {
        const LONGEST: usize = 80;
        const CLOSE: &str = "$\\}$";
        if inner != "\\{" {
            return None;
        }
        let rest = self.source.get(self.at..)?;
        let length = rest
            .bytes()
            .take(LONGEST)
            .position(|byte| !(byte.is_ascii_alphanumeric() || b" -:+/.".contains(&byte)))?;
        let name = rest.get(..length)?;
        let plain = name.contains(|c: char| c.is_ascii_alphabetic())
            && !name.contains("  ")
            && !name.contains("--");
        (plain && rest.get(length..)?.starts_with(CLOSE))
            .then(|| (name, self.at + length + CLOSE.len()))
    }

    pub(super) fn formula(&mut self, sign: &str, inner: &str) {
        self.piece(Piece::Command);
        // Signs that are mathematics only because old text fonts lacked them.
        let plain = match inner.trim() {
            "<" => "<",
            ">" => ">",
            "|" => "|",
            "\\backslash" => "\\",
            _ => "",
        };
        if plain.is_empty() {
            self.mathematics = true;
            self.output.push_str(sign);
            self.output.push_str(&canonical(inner));
            self.output.push_str(sign);
        } else {
            self.literal(plain);
        }
    }

    pub(super) fn command(&mut self) {
        let (name, end) = command(self.source, self.at);
        if is_word(name) {
            self.word(name, end);
            return;
        }
        let start = self.at;
        self.at = end;
        match name {
            "" => {
                self.piece(Piece::Other);
                self.literal("\\");
            }
            "&" | "%" | "#" | "_" | "{" | "}" | "$" => {
                self.piece(Piece::Command);
                self.literal(name);
            }
            // A line break, a control space, a thin space.
            "\\" | " " | "\t" | "\n" | "\r" | "," => self.explicit_space(),
            "-" | "/" | "@" | "!" => self.piece(Piece::Command),
            "(" | "[" | ")" | "]" => {
                if let Some((inner, after)) = self.bracketed_formula(end, name) {
                    self.at = after;
                    self.formula("$", inner);
                } else {
                    // As Markdown escapes brackets.
                    self.piece(Piece::Command);
                    self.text(name);
                }
            }
            _ => match tables::accent_named(name) {
                Some(accent) if self.accent(accent, start, end) => {}
                // An escape of another language: `patients\' records`, `\"quoted\"`.
                Some(_) => {
                    self.piece(Piece::Command);
                    self.text(name);
                }
                None => self.keep(start, end),
            },
        }
    }

    /// What is between `\(` and `\)`, if it can be written between dollars, and where it ends.
    pub(super) fn bracketed_formula(&self, from: usize, open: &str) -> Option<(&'a str, usize)> {
        let close = match open {
            "(" => b')',
            "[" => b']',
            _ => return None,
        };
        let mut depth = 0_usize;
        let mut at = from;
        loop {
            match self.byte(at)? {
                b'\\' => match self.byte(at + 1)? {
                    byte if byte == close => break,
                    b'(' | b'[' | b'$' => return None,
                    _ => at += 1,
                },
                b'$' => return None,
                b'{' => depth += 1,
                b'}' => depth = depth.checked_sub(1)?,
                _ => {}
            }
            at += 1;
        }
        let inner = self.source.get(from..at)?;
        (depth == 0 && !inner.trim().is_empty()).then_some((inner, at + 2))
    }

    /// Leaves a command as it stands.
    pub(super) fn keep(&mut self, start: usize, end: usize) {
        self.at = end;
        self.piece(Piece::Other);
        self.kept += 1;
        let source = self.source.get(start..end).unwrap_or_default();
        self.output.push_str(source);
        if source.ends_with(|c: char| c.is_ascii_alphabetic()) {
            self.word_end = Some(self.output.len());
            self.argument_at = self.word_end;
        }
    }

    pub(super) fn word(&mut self, name: &str, end: usize) {
        let start = self.at;
        if let Some(character) = self.code_point(end).filter(|_| name == "u") {
            self.at = end + 4;
            self.piece(Piece::Command);
            self.literal(character.encode_utf8(&mut [0; 4]));
            return;
        }
        if let Some(accent) = tables::accent_named(name) {
            if !self.accent(accent, start, end) {
                // Nothing to put it on, as in a path: `C:\\r-project`.
                self.at = end;
                self.piece(Piece::Other);
                self.literal("\\");
                self.output.push_str(name);
            }
        } else if let Some(symbol) = tables::symbol(name) {
            self.at = self.after_word(end);
            self.piece(Piece::Command);
            self.literal(symbol);
        } else if tables::is_space(name) {
            self.at = self.after_word(end);
            self.explicit_space();
        } else if tables::is_verbatim(name) {
            self.verbatim(start, end);
        } else {
            self.keep(start, end);
        }
    }

    /// Four hexadecimal digits behind `\u`, as JSON escapes characters. The first must be a
    /// digit: `\udead` is a breve.
    pub(super) fn code_point(&self, at: usize) -> Option<char> {
        let digits = self.source.get(at..at + 4)?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            && digits.as_bytes().first()?.is_ascii_digit();
        let code = u32::from_str_radix(digits, 16)
            .ok()
            .filter(|_| hexadecimal)?;
        char::from_u32(code).filter(|character| !character.is_control() && *character != ' ')
    }

    /// Where text goes on behind a command word: white space and `{}` end it.
    pub(super) fn after_word(&self, end: usize) -> usize {
        let at = skip_space(self.source, end);
        if self.byte(at) == Some(b'{') && self.byte(at + 1) == Some(b'}') {
            at + 2
        } else {
            at
        }
    }

    /// A command whose argument is no text: it stays letter by letter, to its closing brace or to
    /// the end.
    pub(super) fn verbatim(&mut self, start: usize, end: usize) {
        self.keep(start, end);
        let source = self.source;
        let open = skip_space(source, end);
        if self.byte(open) != Some(b'{') {
            return;
        }
        let pairs = self.braces.get_or_insert_with(|| Pairs::of_braces(source));
        let pair = pairs.starting_at(open);
        self.at = pair.map_or(source.len(), |pair| pair.end);
        let mut depth = 0_usize;
        let mut characters = source.get(open..self.at).unwrap_or_default().chars();
        while let Some(character) = characters.next() {
            match character {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '\\' => {
                    match characters.next() {
                        // Bare braces as an address writes them, for BibTeX counts others.
                        Some('{') => self.output.push_str("%7B"),
                        Some('}') => self.output.push_str("%7D"),
                        Some(' ' | '\t' | '\n' | '\r') => self.output.push_str("\\ "),
                        Some(other) => self.output.extend(['\\', other]),
                        None => {}
                    }
                    continue;
                }
                _ => {}
            }
            if !matches!(character, ' ' | '\t' | '\n' | '\r') {
                self.output.push(character);
            } else if !self.output.ends_with(' ') {
                self.output.push(' ');
            }
        }
        self.output.extend(std::iter::repeat_n('}', depth));
        self.argument_at = Some(self.output.len());
    }
}

//! LaTeX to Unicode.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;

use super::mathematics::canonical;
use super::tables::{self, Accent};
use super::tokens::{Pairs, command, is_space, is_word, skip_space};

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
    decoder.run();
    let (text, is_latex) = decoder.finish();
    if text == value {
        (Cow::Borrowed(value), is_latex)
    } else {
        (Cow::Owned(text), is_latex)
    }
}

/// Bytes that may begin something to decode.
static SPECIAL: [bool; 256] = {
    let mut table = [false; 256];
    let mut place = 0;
    let special = b"\\{}$~`'-?! \t\n\r";
    while place < special.len() {
        table[special[place] as usize] = true;
        place += 1;
    }
    table
};

/// The first place from `at` on where something is to be decoded.
fn next_special(bytes: &[u8], mut at: usize) -> usize {
    while let Some(rest) = bytes.get(at..) {
        let Some(found) = rest.iter().position(|byte| SPECIAL[usize::from(*byte)]) else {
            break;
        };
        at += found;
        let next = bytes.get(at + 1).copied();
        let begins = match bytes.get(at) {
            Some(b' ') => next.is_some_and(is_space),
            Some(byte @ (b'-' | b'\'' | b'`')) => next == Some(*byte),
            Some(b'?' | b'!') => next == Some(b'`'),
            _ => true,
        };
        if begins {
            return at;
        }
        at += 1;
    }
    bytes.len()
}

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
        }
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
                    let end = next_special(self.source.as_bytes(), self.at + 1);
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
        self.at += 1;
        self.groups.push(Group {
            start: Some(self.output.len()),
            argument: self.argument_at == Some(self.output.len()),
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
        if group.pieces > 0 {
            // Twice braced is protected: `{{\"U}}`.
            self.piece(Piece::Other);
        }
    }

    fn dollar(&mut self) {
        let source = self.source;
        let pairs = self
            .dollars
            .get_or_insert_with(|| Pairs::of_mathematics(source));
        if let Some(pair) = pairs.starting_at(self.at) {
            let inner = source
                .get(pair.start + pair.sign..pair.end - pair.sign)
                .unwrap_or_default();
            self.at = pair.end;
            self.formula(if pair.sign == 1 { "$" } else { "$$" }, inner);
        } else {
            self.at += 1;
            self.piece(Piece::Other);
            self.literal("$");
        }
    }

    fn formula(&mut self, sign: &str, inner: &str) {
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

    fn command(&mut self) {
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
            "\\" => self.explicit_space(),
            " " | "\t" | "\n" | "\r" | "," => self.explicit_space(),
            "-" | "/" | "@" | "!" => self.piece(Piece::Command),
            "(" | "[" | ")" | "]" => match self.bracketed_formula(end, name) {
                Some((inner, after)) => {
                    self.at = after;
                    self.formula("$", inner);
                }
                // As Markdown escapes brackets.
                None => {
                    self.piece(Piece::Command);
                    self.text(name);
                }
            },
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
    fn bracketed_formula(&self, from: usize, open: &str) -> Option<(&'a str, usize)> {
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
    fn keep(&mut self, start: usize, end: usize) {
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

    fn word(&mut self, name: &str, end: usize) {
        let start = self.at;
        if name == "u" {
            if let Some(character) = self.code_point(end) {
                self.at = end + 4;
                self.piece(Piece::Command);
                self.literal(character.encode_utf8(&mut [0; 4]));
                return;
            }
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
    fn code_point(&self, at: usize) -> Option<char> {
        let digits = self.source.get(at..at + 4)?;
        let hexadecimal = digits.bytes().all(|byte| byte.is_ascii_hexdigit())
            && digits.as_bytes().first()?.is_ascii_digit();
        let code = u32::from_str_radix(digits, 16)
            .ok()
            .filter(|_| hexadecimal)?;
        char::from_u32(code).filter(|character| !character.is_control() && *character != ' ')
    }

    /// Where text goes on behind a command word: white space and `{}` end it.
    fn after_word(&self, end: usize) -> usize {
        let at = skip_space(self.source, end);
        if self.byte(at) == Some(b'{') && self.byte(at + 1) == Some(b'}') {
            at + 2
        } else {
            at
        }
    }

    /// A command whose argument is no text: it stays letter by letter, to its closing brace or to
    /// the end.
    fn verbatim(&mut self, start: usize, end: usize) {
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
        for character in source.get(open..self.at).unwrap_or_default().chars() {
            match character {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
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

    /// Puts an accented letter there. False when the command accents nothing.
    fn accent(&mut self, accent: Accent, start: usize, end: usize) -> bool {
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
        let mut accented = String::new();
        match base {
            Some(letter) => {
                let marks = marks.get(..count).unwrap_or_default();
                let composed = combine(letter, marks, &mut accented);
                if count == 1 && open == 0 && self.is_foreign_escape(accent, start, composed) {
                    return false;
                }
            }
            None => accented.push(accent.alone),
        }
        self.piece(Piece::Command);
        self.literal(&accented);
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
    fn is_foreign_escape(&self, accent: Accent, start: usize, composed: bool) -> bool {
        match accent.name {
            "'" | "\"" => !composed,
            "~" => start > 0 && self.byte(start - 1) == Some(b'/'),
            _ => false,
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

/// The letter a command word stands for.
fn letter(name: &str) -> Option<char> {
    let mut characters = tables::symbol(name)?.chars();
    characters
        .next()
        .filter(|letter| letter.is_alphabetic() && characters.next().is_none())
}

/// Puts `marks` on `base`, the last one first. True if Unicode has one character for it all.
fn combine(base: char, marks: &[char], output: &mut String) -> bool {
    let base = match base {
        'ı' => 'i',
        'ȷ' => 'j',
        other => other,
    };
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

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn plain(source: &str, expected: &str) {
        assert_eq!(decode(source), (expected.into(), false), "{source}");
    }

    #[track_caller]
    fn latex(source: &str, expected: &str) {
        assert_eq!(decode(source), (expected.into(), true), "{source}");
    }

    #[test]
    fn accents_in_every_bracing() {
        for source in [
            r"\'e",
            r"\'{e}",
            r"{\'e}",
            r"{\'{e}}",
            r"\' {e}",
            r"{\' {e}}",
        ] {
            plain(&format!("Caf{source}s"), "Cafés");
        }
        for source in [
            r"\'\i",
            r"{\'\i}",
            r"\'{\i}",
            r"{\'{\i}}",
            r"\'{\i }",
            r"\'\i{}",
            r"\'i",
        ] {
            plain(&format!("1{source}2"), "1í2");
        }
        plain(r"\v{c}\v c{\v{C}}\c{c}\c c\k{a}\k a\H{o}\H o", "ččČççąąőő");
        plain(
            r"\r{a}\u{g}\d{h}\b{d}\.z\.{Z}\=a\~n\^o\`u\.I",
            "åğḥḏżŻāñôùİ",
        );
        plain(r#"\"o\"{o}{\"o}"#, "ööö");
        plain(r"Dvo{\v r}{\'a}k, Anton{\'\i}n", "Dvořák, Antonín");
        plain(r"\'{\^e}\'{\^{e}}{\'{\^{e}}}\d{\^o}\'\ae\'{\ae}", "ếếếộǽǽ");
        plain(r"\'{Ecole} normale", "École normale");
        plain(r"\~{}, \^{}, \u0117, \textcommabelow{s}", "~, ^, ė, ș");
    }

    #[test]
    fn letters_and_symbols() {
        plain(
            r"Stra{\ss}e, Stra\ss e, Stra\ss{}e, stra{\ss}en",
            "Straße, Straße, Straße, straßen",
        );
        plain(
            r"\O{}stlund {\L}{\'o}d{\'z} \AA rhus {\DH}\th\DJ\NG\i",
            "Østlund Łódź Århus ÐþĐŊı",
        );
        plain(
            r"Nature\textquoteright s 5~{\textmu}m {\textcopyright} 2010",
            "Nature’s 5 µm © 2010",
        );
        plain(
            r"A \& B {\&} C 5\% \#1 a\_b \$5 \{x\}",
            "A & B & C 5% #1 a_b $5 {x}",
        );
        plain(
            r"p $<$ 0.05, {\textgreater}3, C:{\textbackslash}x $\backslash$y",
            r"p < 0.05, >3, C:\x \y",
        );
        plain(
            r"wait\ldots\ and \textquotedblleft so\textquotedblright{} on",
            "wait… and “so” on",
        );
    }

    #[test]
    fn ligatures_and_spaces() {
        plain(
            "1--2 a---b -{}- -- ``x'' 'y' `z' ?`Qu\\'e?",
            "1–2 a—b -- – “x” 'y' `z' ¿Qué?",
        );
        plain("a~b\\,c\\ d  e\n\tf\\\\g \\quad h", "a b c d e f g h");
        plain(
            "data\\-base shelf\\/ful a {} b x { } y",
            "database shelfful a b x y",
        );
        plain("in 10{,}000 {(}sic{)} {\"}so{\"}", "in 10,000 (sic) \"so\"");
    }

    #[test]
    fn escapes_of_other_languages_are_no_accents() {
        plain(
            r#"patients\' records, \"The\" d\'hier"#,
            "patients' records, \"The\" d'hier",
        );
        plain(r"http://x.org/\~user", "http://x.org/~user");
        plain(r"caf\u00e9", "café");
    }

    #[test]
    fn what_only_latex_can_say_stays() {
        latex(
            "The {DNA} of {Escherichia coli}",
            "The {DNA} of {Escherichia coli}",
        );
        latex(r"{\'Ecole} {{\'E}cole} {{\'E}}", "{École} {École} {É}");
        latex(r"H$_2$O and {$\alpha$}", r"H$_2$O and $\alpha$");
        latex(r"\(x_1\) \ensuremath{x_1}", r"$x_1$ \ensuremath{x_1}");
        latex(r"\emph{caf\'e \& co} {\em x}", r"\emph{café & co} {\em x}");
        latex(
            r"\url{http://a_b/%20~x} \href{u_v}{T\'e}",
            r"\url{http://a_b/%20~x} \href{u_v}{Té}",
        );
        latex(r"{A} \{x\} \$5 \textbackslash", r"{A} \{x\} \$5 \\");
        latex(r"\foo\-bar\foo\ss\foo {x}", r"\foo{}bar\foo{}ß\foo{x}");
        latex(r"{\noopsort{a}}1 \LaTeX{} x", r"{\noopsort{a}}1 \LaTeX{} x");
    }

    #[test]
    fn broken_structure_is_closed_or_dropped() {
        latex("The {DNA of", "The {DNA of}");
        plain("stray } brace", "stray brace");
        plain("costs $5", "costs $5");
        plain("end \\", "end \\");
        latex("{A \\", "{A \\\\}");
    }

    #[test]
    fn nothing_to_do_is_borrowed() {
        for source in ["Plain title: a well-known 'one', 1-2?", "{DNA} $x$"] {
            assert!(matches!(decode(source).0, Cow::Borrowed(_)));
        }
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "{".repeat(100_000) + "x" + &"}".repeat(100_000);
        assert_eq!(decode(&deep).0, deep);
        let deep = "{".repeat(100_000) + "1" + &"}".repeat(100_000);
        assert_eq!(decode(&deep), ("1".into(), false));
        for piece in [
            "{$",
            "\\url{",
            "\\'{",
            "\\(",
            "$",
            "\\ensuremath{",
            "{x",
            "\\v{\\'",
        ] {
            let source = piece.repeat(50_000);
            assert!(!decode(&source).0.is_empty());
        }
    }
}

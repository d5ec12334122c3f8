//! Cutting LaTeX into tokens, and finding what belongs together in it.

use super::tables::is_verbatim;

/// Where the command at `at`, a backslash, ends, and its name: letters, or one other character.
/// The name is empty for a backslash at the end.
pub(super) fn command(text: &str, at: usize) -> (&str, usize) {
    let rest = text.get(at + 1..).unwrap_or_default();
    let letters = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let length = if letters > 0 {
        letters
    } else {
        rest.chars().next().map_or(0, char::len_utf8)
    };
    (rest.get(..length).unwrap_or_default(), at + 1 + length)
}

/// Whether a command of this name is a word, which ends where letters end.
pub(super) fn is_word(name: &str) -> bool {
    name.as_bytes().first().is_some_and(u8::is_ascii_alphabetic)
}

/// The first place from `at` on that holds no white space.
pub(super) fn skip_space(text: &str, at: usize) -> usize {
    let bytes = text.as_bytes().get(at..).unwrap_or_default();
    at + bytes.iter().take_while(|byte| is_space(**byte)).count()
}

/// White space as TeX sees it.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | b'\r')
}

/// A stretch from an opening to its closing sign, both included in `start..end`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Pair {
    pub(super) start: usize,
    pub(super) end: usize,
    /// Length of the sign at each end.
    pub(super) sign: usize,
}

/// The pairs of a text by their start.
#[derive(Debug, Default)]
pub(super) struct Pairs(Vec<Pair>);

impl Pairs {
    /// The pair that starts at `start`.
    pub(super) fn starting_at(&self, start: usize) -> Option<Pair> {
        let place = self
            .0
            .binary_search_by_key(&start, |pair| pair.start)
            .ok()?;
        self.0.get(place).copied()
    }

    /// `$…$` and `$$…$$`, each within one group; not in arguments that are taken character by
    /// character.
    pub(super) fn of_mathematics(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut pairs = Vec::new();
        // For each group that is open: the mathematics open in it.
        let mut groups: Vec<Option<(usize, usize)>> = vec![None];
        let mut braces = None;
        let mut at = 0;
        while at < bytes.len() {
            match bytes.get(at) {
                Some(b'\\') => {
                    let (name, end) = command(text, at);
                    at += 1;
                    let open = skip_space(text, end);
                    if is_verbatim(name) && bytes.get(open) == Some(&b'{') {
                        let braces = braces.get_or_insert_with(|| Self::of_braces(text));
                        let pair = braces.starting_at(open);
                        at = pair.map_or(bytes.len(), |pair| pair.end) - 1;
                    }
                }
                Some(b'{') => groups.push(None),
                Some(b'}') => {
                    groups.pop();
                    if groups.is_empty() {
                        groups.push(None);
                    }
                }
                Some(b'$') => {
                    let double = bytes.get(at + 1) == Some(&b'$');
                    if let Some(open) = groups.last_mut() {
                        match *open {
                            Some((start, sign)) if sign == 1 || double => {
                                *open = None;
                                pairs.push(Pair {
                                    start,
                                    end: at + sign,
                                    sign,
                                });
                                at += sign - 1;
                            }
                            Some(_) => {}
                            None => {
                                let sign = 1 + usize::from(double);
                                *open = Some((at, sign));
                                at += sign - 1;
                            }
                        }
                    }
                }
                _ => {}
            }
            at += 1;
        }
        pairs.sort_unstable_by_key(|pair| pair.start);
        Self(pairs)
    }

    /// `{…}`, without the bare braces `\{` and `\}`.
    pub(super) fn of_braces(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut pairs = Vec::new();
        let mut open = Vec::new();
        let mut after = 0;
        for at in memchr::memchr3_iter(b'{', b'}', b'\\', bytes) {
            if at < after {
                continue;
            }
            match bytes.get(at) {
                Some(b'{') => open.push(at),
                Some(b'}') => {
                    if let Some(start) = open.pop() {
                        pairs.push(Pair {
                            start,
                            end: at + 1,
                            sign: 1,
                        });
                    }
                }
                _ => after = at + 2,
            }
        }
        pairs.sort_unstable_by_key(|pair| pair.start);
        Self(pairs)
    }
}

/// A piece of text that [`super::decode`] left as LaTeX.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// Characters that stand for themselves.
    Text(&'a str),
    /// `{`
    Open,
    /// `}`
    Close,
    /// Mathematics: the signs and what is between them.
    Mathematics(&'a str, &'a str),
    /// A command word with its backslash.
    Word(&'a str),
    /// The argument of a command that takes no text, with its braces.
    Verbatim(&'a str),
    /// `\{`, `\}`, `\$`, `\\`: the bare character.
    Bare(char),
    /// Any other backslash and its character.
    Symbol(&'a str),
}

/// The tokens of a text that [`super::decode`] left as LaTeX.
pub(super) struct Tokens<'a> {
    text: &'a str,
    at: usize,
    /// Whether there is a dollar at all.
    dollars: bool,
    mathematics: Pairs,
    braces: Option<Pairs>,
    /// The place of a verbatim argument, when its command has just been given out.
    verbatim: Option<Pair>,
}

impl<'a> Tokens<'a> {
    pub(super) fn new(text: &'a str) -> Self {
        let dollars = memchr::memchr(b'$', text.as_bytes()).is_some();
        Self {
            text,
            at: 0,
            dollars,
            mathematics: if dollars {
                Pairs::of_mathematics(text)
            } else {
                Pairs::default()
            },
            braces: None,
            verbatim: None,
        }
    }

    fn slice(&self, from: usize, to: usize) -> &'a str {
        self.text.get(from..to).unwrap_or_default()
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let start = self.at;
        if let Some(pair) = self.verbatim.take() {
            self.at = pair.end;
            return Some(Token::Verbatim(self.slice(pair.start, pair.end)));
        }
        match *self.text.as_bytes().get(start)? {
            b'{' => {
                self.at += 1;
                Some(Token::Open)
            }
            b'}' => {
                self.at += 1;
                Some(Token::Close)
            }
            b'$' => {
                if let Some(pair) = self.mathematics.starting_at(start) {
                    self.at = pair.end;
                    let sign = self.slice(start, start + pair.sign);
                    let inner = self.slice(start + pair.sign, pair.end - pair.sign);
                    Some(Token::Mathematics(sign, inner))
                } else {
                    self.at += 1;
                    Some(Token::Bare('$'))
                }
            }
            b'\\' => {
                let (name, end) = command(self.text, start);
                self.at = end;
                let bare = name.chars().next().unwrap_or('\\');
                if is_word(name) {
                    if is_verbatim(name) && self.text.as_bytes().get(end) == Some(&b'{') {
                        let text = self.text;
                        let braces = self.braces.get_or_insert_with(|| Pairs::of_braces(text));
                        self.verbatim = braces.starting_at(end);
                    }
                    Some(Token::Word(self.slice(start, end)))
                } else if matches!(bare, '{' | '}' | '$' | '\\') {
                    Some(Token::Bare(bare))
                } else {
                    Some(Token::Symbol(self.slice(start, end)))
                }
            }
            _ => {
                let rest = self.slice(start, self.text.len());
                let special = if self.dollars {
                    let begins = |byte| matches!(byte, b'\\' | b'{' | b'}' | b'$');
                    rest.bytes().position(begins)
                } else {
                    memchr::memchr3(b'\\', b'{', b'}', rest.as_bytes())
                };
                let length = special.unwrap_or(rest.len());
                self.at = start + length;
                Some(Token::Text(self.slice(start, self.at)))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn mathematics_pairs_stay_in_their_group() {
        let starts = |text: &str| {
            Pairs::of_mathematics(text)
                .0
                .iter()
                .map(|pair| (pair.start, pair.end))
                .collect::<Vec<_>>()
        };
        assert_eq!(starts("$a$ and $b$"), [(0, 3), (8, 11)]);
        assert_eq!(starts(r"\$5 and $b$"), [(8, 11)]);
        assert_eq!(starts("{$a} $b$"), [(5, 8)]);
        assert_eq!(starts(r"$\mbox{a $b$}$"), [(0, 14), (9, 12)]);
        assert_eq!(starts("$$a$$$b$"), [(0, 5), (5, 8)]);
        assert_eq!(starts("$a$$b$"), [(0, 3), (3, 6)]);
        assert_eq!(starts("$$"), []);
    }

    #[test]
    fn tokens_of_every_kind() {
        let tokens: Vec<_> = Tokens::new(r"a\{\em b{C}$x$\url{u_{v}%}\<").collect();
        assert_eq!(
            tokens,
            [
                Token::Text("a"),
                Token::Bare('{'),
                Token::Word(r"\em"),
                Token::Text(" b"),
                Token::Open,
                Token::Text("C"),
                Token::Close,
                Token::Mathematics("$", "x"),
                Token::Word(r"\url"),
                Token::Verbatim("{u_{v}%}"),
                Token::Symbol(r"\<"),
            ]
        );
    }
}

//! What the first words of a line look like, and the last ones: names, numbers, years, marks.

use super::marker::is_wide;

/// What a word is, by its looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Class {
    /// There is no word.
    End,
    /// `A.`, `J`.
    Initial,
    /// `AB`, `A.B.`, `J.-P.`.
    Initials,
    /// `Smith`.
    Word,
    /// `SMITH`.
    Caps,
    /// `smith`.
    Lower,
    /// Digits, with letters or dashes among them or not.
    Number,
    /// `1999`, `2001a`.
    Year,
    /// `———`, `__`, `-`, and words that stand for a name: `Ders.`.
    Dashes,
    /// Begins with a quotation mark.
    Quote,
    /// Begins with a bracket.
    Bracket,
    /// A script without spaces.
    Wide,
    /// An address or DOI.
    Address,
    /// `and`, `&`, `et`, `und`.
    And,
    /// `van`, `de`, `al-`.
    Particle,
    /// Anything else.
    Other,
}

/// How many classes there are.
pub(super) const CLASSES: usize = 16;

/// The sign a word ends in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Tail {
    /// None.
    None,
    /// A comma.
    Comma,
    /// A full stop.
    Stop,
    /// A colon.
    Colon,
    /// A semicolon.
    Semicolon,
    /// Another sign.
    Sign,
}

/// How many tails there are.
pub(super) const TAILS: usize = 6;

/// A word at a glance.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Word {
    /// What it is.
    pub class: Class,
    /// What it ends in.
    pub tail: Tail,
}

impl Word {
    /// No word.
    pub const END: Self = Self {
        class: Class::End,
        tail: Tail::None,
    };
}

/// The first words of a text, at most four.
pub(super) fn first_words(text: &str) -> [Word; 4] {
    let mut out = [Word::END; 4];
    let mut rest = text;
    for slot in &mut out {
        rest = rest.trim_start();
        if rest.is_empty() {
            break;
        }
        let end = word_end(rest);
        *slot = look(&rest[..end]);
        rest = &rest[end..];
    }
    out
}

/// Where the first word of `text` ends: before white space, or after a comma, semicolon or colon.
fn word_end(text: &str) -> usize {
    const LONGEST: usize = 60;
    for (n, (at, c)) in text.char_indices().enumerate() {
        if (c.is_whitespace() && at > 0) || n >= LONGEST {
            return at.max(1);
        }
        if matches!(c, ',' | ';' | '，' | '；' | '、') {
            return at + c.len_utf8();
        }
    }
    text.len()
}

/// What one word is.
pub(super) fn look(word: &str) -> Word {
    let core = word.trim_end_matches([
        ',', '.', ':', ';', ')', ']', '"', '”', '’', '，', '。', '；', '：', '．', '、',
    ]);
    let tail = match word[core.len()..].chars().next_back() {
        None => Tail::None,
        Some(',' | '，' | '、') => Tail::Comma,
        Some('.' | '。' | '．') => Tail::Stop,
        Some(':' | '：') => Tail::Colon,
        Some(';' | '；') => Tail::Semicolon,
        Some(_) => Tail::Sign,
    };
    Word {
        class: class(core, word),
        tail,
    }
}

fn class(core: &str, word: &str) -> Class {
    let Some(first) = word.chars().next() else {
        return Class::End;
    };
    if matches!(
        first,
        '"' | '“' | '„' | '«' | '‘' | '\'' | '`' | '《' | '「' | '『'
    ) {
        return Class::Quote;
    }
    if matches!(first, '(' | '[' | '{' | '（' | '［' | '<') {
        return Class::Bracket;
    }
    if is_address(word) {
        return Class::Address;
    }
    if is_dash(first)
        && word
            .chars()
            .all(|c| is_dash(c) || matches!(c, '.' | ',' | ':'))
    {
        return Class::Dashes;
    }
    if first.is_ascii_digit() {
        return if is_year(core) {
            Class::Year
        } else {
            Class::Number
        };
    }
    if is_wide(first) && first.is_alphanumeric() {
        return Class::Wide;
    }
    if matches!(
        core,
        "and" | "&" | "et" | "und" | "y" | "e" | "en" | "og" | "och" | "и" | "AND" | "And"
    ) {
        return Class::And;
    }
    // What stands for a name like a dash does.
    if matches!(
        core,
        "Ibid" | "Ibidem" | "Idem" | "Ebd" | "Ebenda" | "Ders" | "Dies" | "Там"
    ) {
        return Class::Dashes;
    }
    if !first.is_alphabetic() {
        return if first == '&' {
            Class::And
        } else {
            Class::Other
        };
    }
    let (mut upper, mut lower, mut apart) = (0, 0, false);
    for c in core.chars() {
        upper += usize::from(c.is_uppercase());
        lower += usize::from(c.is_lowercase());
        apart |= matches!(c, '.' | '-');
    }
    if first.is_lowercase() {
        return if is_particle(core) {
            Class::Particle
        } else {
            Class::Lower
        };
    }
    match (upper, lower) {
        (1, 0) => Class::Initial,
        // `Yu.`, `Kh.`, `Th.`: initials of two letters.
        (1, 1) if word.ends_with('.') => Class::Initial,
        (2 | 3, 0) => Class::Initials,
        (4 | 5, 0) if apart => Class::Initials,
        (4.., 0) => Class::Caps,
        _ => Class::Word,
    }
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | '_' | '―' | '－' | '‒' | '−' | '─')
}

/// Whether a word is an address or DOI, or part of one.
pub(super) fn is_address(word: &str) -> bool {
    let bytes = word.as_bytes();
    let scheme = |at: usize| bytes.get(at..).is_some_and(|rest| rest.starts_with(b"://"));
    (bytes.len() > 6 && memchr::memchr_iter(b':', bytes).any(scheme))
        || word.starts_with("www.")
        || word.starts_with("doi:")
        || word.starts_with("DOI:")
        || (word.starts_with("10.") && word.len() > 7 && word.contains('/'))
}

/// `1999`, `2001a`, `1987–1990` is none.
pub(super) fn is_year(core: &str) -> bool {
    let bytes = core.as_bytes();
    let letter = bytes.len() == 5 && bytes[4].is_ascii_lowercase();
    (bytes.len() == 4 || letter)
        && bytes[..4].iter().all(u8::is_ascii_digit)
        && (bytes.starts_with(b"1") && matches!(bytes[1], b'5'..=b'9') || bytes.starts_with(b"20"))
}

fn is_particle(core: &str) -> bool {
    matches!(
        core,
        "van"
            | "von"
            | "de"
            | "der"
            | "den"
            | "del"
            | "della"
            | "da"
            | "di"
            | "du"
            | "le"
            | "la"
            | "dos"
            | "das"
            | "do"
            | "ten"
            | "ter"
            | "zu"
            | "af"
            | "av"
            | "al"
            | "el"
            | "bin"
            | "ibn"
            | "st"
            | "d’"
            | "d'"
            | "dal"
    ) || core.starts_with("al-")
        || core.starts_with("el-")
        || core.starts_with("d'")
        || core.starts_with("d’")
}

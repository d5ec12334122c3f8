//! Lines of a page as spans, and small questions about a stretch of text.

use crate::source::Span;

/// The lines of `within`, trimmed of white space and invisible characters; blank lines are empty
/// spans. Lines end at `\n`, `\r`, a form feed or a Unicode line separator.
pub(super) fn lines(text: &str, within: Span) -> Vec<Span> {
    let base = within.start as usize;
    let inner = within.of(text);
    let bytes = inner.as_bytes();
    let mut out = Vec::new();
    let (mut start, mut from) = (0, 0);
    while let Some(at) = bytes
        .get(from..)
        .and_then(|rest| Some(from + rest.iter().position(|byte| ENDS.has(*byte))?))
    {
        let end = match bytes[at] {
            0xe2 if bytes[at..].starts_with("\u{2028}".as_bytes()) => 3,
            0xe2 => {
                from = at + 1;
                continue;
            }
            _ => 1,
        };
        let crlf = bytes[at] == b'\n' && at > 0 && at == start && bytes[at - 1] == b'\r';
        if !crlf {
            out.push(trim(text, Span::new(base + start, base + at)));
        }
        start = at + end;
        from = start;
    }
    if start < inner.len() {
        out.push(trim(text, Span::new(base + start, base + inner.len())));
    }
    out
}

/// The bytes that the ends of lines begin with.
static ENDS: Bytes = Bytes::of(b"\n\r\x0c\xe2");

/// `span` without white space, zero-width characters and byte order marks at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    trim_by(text, span, |c| {
        c.is_whitespace() || matches!(c, '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}')
    })
}

/// `span` without the characters at its ends that `drop` names.
pub(super) fn trim_by(text: &str, span: Span, drop: impl Fn(char) -> bool + Copy) -> Span {
    let inner = span.of(text);
    let rest = inner.trim_start_matches(drop);
    let start = span.start as usize + (inner.len() - rest.len());
    Span::new(start, start + rest.trim_end_matches(drop).len())
}

/// The part of `span` from byte `from` to byte `to` of it, trimmed.
pub(super) fn part(text: &str, span: Span, from: usize, to: usize) -> Span {
    let base = span.start as usize;
    trim(text, Span::new(base + from, base + to.max(from)))
}

/// `span` after the list mark that begins it: a bullet, `[12]`, `12.`, `(12)`, `12)`; and whether
/// there was one. A mark is followed by white space, or by a letter where it is bracketed.
pub(super) fn after_mark(text: &str, span: Span) -> (Span, bool) {
    let line = span.of(text);
    let rest = line.trim_start_matches(['•', '·', '●', '■', '◦', '▪', '○', '*', '▶', '►', '◆']);
    // A Korean letter that looks like a circle.
    let rest = rest.strip_prefix("ㅇ ").unwrap_or(rest);
    let bullet = rest.len() < line.len();
    let span = part(text, span, line.len() - rest.len(), line.len());
    let line = span.of(text);
    let open = line.starts_with(['[', '(', '［', '【']);
    let inner = line.trim_start_matches(['[', '(', '［', '【']);
    let digits = inner.len() - inner.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let Some(close) = inner[digits..].chars().next() else {
        return (span, bullet);
    };
    let closes = if open {
        matches!(close, ']' | ')' | '］' | '】' | ' ')
    } else {
        matches!(close, '.' | ')' | ':' | '．' | '、')
    };
    if !(1..=4).contains(&digits) || !closes || line.len() - inner.len() > 3 {
        return (span, bullet);
    }
    let mut at = line.len() - inner.len() + digits + close.len_utf8();
    if close == ' ' {
        match line[at..].find(']') {
            Some(0) => at += 1,
            _ => return (span, bullet),
        }
    }
    if !open && !line[at..].starts_with(|c: char| c.is_whitespace()) && at < line.len() {
        return (span, bullet);
    }
    (part(text, span, at, line.len()), true)
}

/// Whether `text` is a year in which something could have been printed.
pub(super) fn is_year(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_digit()) && ("1500".."2100").contains(&text)
}

/// The byte range of the first DOI in `text`, without the punctuation of the sentence around it.
pub(super) fn doi_in(text: &str) -> Option<std::ops::Range<usize>> {
    let bytes = text.as_bytes();
    for start in memchr::memmem::find_iter(bytes, b"10.") {
        if start > 0 && (bytes[start - 1].is_ascii_digit() || bytes[start - 1] == b'.') {
            continue;
        }
        let rest = &text[start..];
        let registrant = rest[3..]
            .bytes()
            .take_while(|b| b.is_ascii_digit() || *b == b'.')
            .count();
        if !(4..=12).contains(&registrant) || rest.as_bytes().get(3 + registrant) != Some(&b'/') {
            continue;
        }
        let end = rest
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(
                        c,
                        '"' | '“' | '”' | '，' | '。' | '；' | '】' | '·' | '》' | '⟩' | '〉'
                    )
                    || is_wide(c)
            })
            .unwrap_or(rest.len());
        let end = floor(rest, end.min(LONGEST_DOI));
        // The next link is glued to it.
        let end = rest[..end].find("Google").unwrap_or(end);
        let name = rest[..end].trim_end_matches(['.', ',', ';', ':', '\'', '’', '*', '|']);
        // A closing bracket belongs to the DOI only if it was opened in it.
        let mut name = name;
        while let Some(shorter) = name.strip_suffix([')', ']', '}', '>']) {
            let open = name.matches(['(', '[', '{', '<']).count();
            let close = name.matches([')', ']', '}', '>']).count();
            if close <= open {
                break;
            }
            name = shorter.trim_end_matches(['.', ',', ';']);
        }
        if name.len() > registrant + 4 {
            return Some(start..start + name.len());
        }
    }
    None
}

/// No DOI in use is longer; the bound keeps hostile text linear.
const LONGEST_DOI: usize = 300;

/// The last character boundary of `text` at or before `at`.
pub(super) fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len()))
        .rev()
        .find(|&n| text.is_char_boundary(n))
        .unwrap_or(0)
}

/// Whether `c` is a Han, kana or Hangul character.
#[inline]
pub(super) fn is_wide(c: char) -> bool {
    c >= '\u{2e80}'
        && matches!(c, '\u{2e80}'..='\u{2fdf}' | '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7af}' | '\u{f900}'..='\u{faff}' | '々')
}

/// [`char::is_alphabetic`], with a quick answer for the letters that most texts are in.
#[inline]
pub(super) fn is_letter(c: char) -> bool {
    match c {
        '\0'..='\u{7f}' => c.is_ascii_alphabetic(),
        '\u{410}'..='\u{44f}' | '\u{4e00}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}' => true,
        '\u{2010}'..='\u{2027}' | '\u{3001}' | '\u{3002}' | '\u{ff0c}' | '\u{ff1a}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether `text` holds such a character. All of them begin with a byte no Latin letter begins with.
pub(super) fn has_wide(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xe2) && text.chars().any(is_wide)
}

/// A bit for each byte.
pub(super) struct Bytes([bool; 256]);

impl Bytes {
    /// These bytes.
    pub(super) const fn of(bytes: &[u8]) -> Self {
        let mut held = [false; 256];
        let mut at = 0;
        while at < bytes.len() {
            held[bytes[at] as usize] = true;
            at += 1;
        }
        Self(held)
    }

    /// Whether this byte is one of them.
    pub(super) const fn has(&self, byte: u8) -> bool {
        self.0[byte as usize]
    }
}

/// Up to 64 words that texts are searched for together.
pub(super) struct Needles {
    needles: &'static [&'static str],
    /// For each byte, a bit for each needle that begins with it.
    begins: [u64; 256],
}

impl Needles {
    /// These words, none of which is empty.
    pub(super) const fn of(needles: &'static [&'static str]) -> Self {
        let mut begins = [0; 256];
        let mut at = 0;
        while at < needles.len() {
            begins[needles[at].as_bytes()[0] as usize] |= 1 << at;
            at += 1;
        }
        Self { needles, begins }
    }

    /// These words, none of which is empty, ASCII letters compared without case.
    pub(super) const fn in_any_case(needles: &'static [&'static str]) -> Self {
        let mut begins = [0; 256];
        let mut at = 0;
        while at < needles.len() {
            let first = needles[at].as_bytes()[0];
            begins[first.to_ascii_lowercase() as usize] |= 1 << at;
            begins[first.to_ascii_uppercase() as usize] |= 1 << at;
            at += 1;
        }
        Self { needles, begins }
    }

    /// The numbers of those that may begin with this byte, in order.
    fn beginning(&self, byte: u8) -> impl Iterator<Item = usize> {
        let mut rest = self.begins[usize::from(byte)];
        std::iter::from_fn(move || {
            let at = rest.trailing_zeros() as usize;
            rest &= rest.wrapping_sub(1);
            (at < 64).then_some(at)
        })
    }

    /// Whether `text` begins with one of them.
    pub(super) fn lead(&self, text: &str) -> bool {
        let first = text.bytes().next();
        first.is_some_and(|first| {
            let mut all = self.beginning(first);
            all.any(|at| text.starts_with(self.needles[at]))
        })
    }

    /// Each of them.
    pub(super) fn iter(&self) -> impl Iterator<Item = &'static str> {
        self.needles.iter().copied()
    }

    /// Where the first of them begins in `text`.
    pub(super) fn first_in(&self, text: &str) -> Option<usize> {
        let bytes = text.as_bytes();
        for (at, byte) in bytes.iter().enumerate() {
            if self.begins[usize::from(*byte)] == 0 {
                continue;
            }
            let begins = |number: usize| bytes[at..].starts_with(self.needles[number].as_bytes());
            if self.beginning(*byte).any(begins) {
                return Some(at);
            }
        }
        None
    }

    /// Where the first of them begins in `text` behind byte `least`, ASCII letters compared without
    /// case; those that begin before it are left out wherever else they stand.
    pub(super) fn first_behind(&self, text: &str, least: usize) -> Option<usize> {
        let bytes = text.as_bytes();
        let mut early = 0_u64;
        for (at, byte) in bytes.iter().enumerate() {
            if self.begins[usize::from(*byte)] & !early == 0 {
                continue;
            }
            for number in self.beginning(*byte) {
                let needle = self.needles[number].as_bytes();
                let here = bytes
                    .get(at..at + needle.len())
                    .is_some_and(|head| head.eq_ignore_ascii_case(needle));
                if here && early >> number & 1 == 0 {
                    if at > least {
                        return Some(at);
                    }
                    early |= 1 << number;
                }
            }
        }
        None
    }
}

/// Where `needle` begins in `text`, for the needles of a few bytes that lines are asked for.
pub(super) fn position(text: &str, needle: &str) -> Option<usize> {
    memchr::memmem::find(text.as_bytes(), needle.as_bytes())
}

/// Whether `text` begins with `prefix`, ASCII letters compared without case.
pub(super) fn starts_with(text: &str, prefix: &str) -> bool {
    text.get(..prefix.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(prefix))
}

/// Where `needle` begins in `text`, ASCII letters compared without case.
pub(super) fn find(text: &str, needle: &str) -> Option<usize> {
    let (first, len) = (needle.bytes().next()?, needle.len());
    memchr::memchr2_iter(
        first.to_ascii_lowercase(),
        first.to_ascii_uppercase(),
        text.as_bytes(),
    )
    .find(|&at| {
        text.as_bytes()
            .get(at..at + len)
            .is_some_and(|found| found.eq_ignore_ascii_case(needle.as_bytes()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn needles_are_found_by_the_bytes_they_begin_with() {
        static PLAIN: Needles = Needles::of(&["et al", "等", "e.g."]);
        static ANY: Needles = Needles::in_any_case(&["doi:", "Дата"]);
        assert_eq!(PLAIN.first_in("see e.g. 王等 et al"), Some(4));
        assert_eq!(PLAIN.first_in("王等 et al"), Some(3));
        assert_eq!(PLAIN.first_in("e, eg, ET AL"), None);
        assert!(PLAIN.lead("等 and so on") && !PLAIN.lead("see e.g."));
        assert_eq!(ANY.first_behind("A title. DOI:10.1 Дата", 4), Some(9));
        assert_eq!(ANY.first_behind("doi:10.1, doi:10.2. Дата", 4), Some(20));
    }

    #[test]
    fn letters_are_those_of_unicode() {
        let other = |c: &char| is_letter(*c) != c.is_alphabetic();
        assert_eq!(('\0'..=char::MAX).find(other), None);
    }

    #[test]
    fn every_line_end_ends_a_line() {
        let text = " a \r\nb\rc\n\n\u{feff}d\u{a0}\u{c}e\u{2028}–f";
        let found: Vec<&str> = lines(text, whole(text))
            .iter()
            .map(|l| l.of(text))
            .collect();
        assert_eq!(found, ["a", "b", "c", "", "d", "e", "–f"]);
    }

    #[test]
    fn list_marks_are_cut_and_years_are_none() {
        for (line, rest, marked) in [
            ("  • [21] Title", "Title", true),
            ("[1]李娜", "李娜", true),
            ("12. Smith J", "Smith J", true),
            ("[1 ] Yale", "Yale", true),
            ("2017", "2017", false),
            ("3D printing", "3D printing", false),
            ("1.5 million", "1.5 million", false),
        ] {
            let (span, found) = after_mark(line, trim(line, whole(line)));
            assert_eq!((span.of(line), found), (rest, marked), "{line}");
        }
    }

    #[test]
    fn a_doi_ends_before_the_sentence_does() {
        for (text, doi) in [
            (
                "https://doi.org/10.1007/s10462-021-10078-0 ·",
                "10.1007/s10462-021-10078-0",
            ),
            (
                "(doi:10.1016/j.jad.2020.06.001).",
                "10.1016/j.jad.2020.06.001",
            ),
            (
                "10.1002/(sici)1097-4679(199811)54:7<851::x>3.0.co;2-q.",
                "10.1002/(sici)1097-4679(199811)54:7<851::x>3.0.co;2-q",
            ),
            (
                "DOI:10.3778/j.issn.1002-8331.2411-0196摘要",
                "10.3778/j.issn.1002-8331.2411-0196",
            ),
        ] {
            assert_eq!(&text[doi_in(text).unwrap()], doi);
        }
        assert_eq!(doi_in("version 10.2 / 10.15"), None);
    }
}

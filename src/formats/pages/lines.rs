//! Lines of a page as spans, and small questions about a stretch of text.

use super::needles::position;
use crate::source::Span;

/// The lines of `within`, trimmed of white space and invisible characters; blank lines are empty
/// spans. Lines end at `\n`, `\r`, a form feed or a Unicode line separator.
pub(super) fn lines(text: &str, within: Span) -> Vec<Span> {
    let base = within.start as usize;
    let inner = within.of(text);
    let bytes = inner.as_bytes();
    let separator = |from: usize| Some(from + position(inner.get(from..)?, SEPARATOR)?);
    let plain = |from: usize| {
        let rest = bytes.get(from..)?;
        Some(from + memchr::memchr3(b'\n', b'\r', b'\x0c', rest)?)
    };
    let mut out = Vec::new();
    let mut start = 0;
    let mut mark = separator(0);
    while let Some(at) = [plain(start), mark].into_iter().flatten().min() {
        let crlf = bytes[at] == b'\n' && at > 0 && at == start && bytes[at - 1] == b'\r';
        if !crlf {
            out.push(trim(text, Span::new(base + start, base + at)));
        }
        start = at + 1;
        if mark == Some(at) {
            start = at + SEPARATOR.len();
            mark = separator(start);
        }
    }
    if start < inner.len() {
        out.push(trim(text, Span::new(base + start, base + inner.len())));
    }
    out
}

/// Unicode's own end of a line.
const SEPARATOR: &str = "\u{2028}";

/// `span` without white space, zero-width characters and byte order marks at its ends.
pub(super) fn trim(text: &str, span: Span) -> Span {
    let solid = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    let bytes = span.of(text).as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) {
        return span;
    }
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
    if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
        return (trim(text, span), false);
    }
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

/// Whether a line is the number of a result, alone.
pub(super) fn is_item_number(words: &str) -> bool {
    let bare = words.trim_end_matches(['.', ')']);
    (1..=4).contains(&bare.len()) && bare.bytes().all(|b| b.is_ascii_digit())
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
        '\u{410}'..='\u{44f}'
        | '\u{4e00}'..='\u{9fff}'
        | '\u{ac00}'..='\u{d7a3}'
        | 'À'..='Ö'
        | 'Ø'..='ö'
        | 'ø'..='\u{2c1}'
        | 'ぁ'..='ゖ'
        | 'ァ'..='ヺ' => true,
        '\u{2010}'..='\u{2027}' | '\u{3001}' | '\u{3002}' | '\u{ff0c}' | '\u{ff1a}' => false,
        _ => c.is_alphabetic(),
    }
}

/// Whether `text` holds such a character. All of them begin with a byte no Latin letter begins with.
pub(super) fn has_wide(text: &str) -> bool {
    text.bytes().any(|byte| byte >= 0xe2) && text.chars().any(is_wide)
}

/// Whether four digits stand together.
pub(super) fn has_four_digits(text: &str) -> bool {
    let bytes = text.as_bytes();
    // One of every four bytes in a row is looked at: four digits cannot pass between them.
    let digit = |byte: &&u8| byte.is_ascii_digit();
    let digits_around = |at: usize| {
        let (before, behind) = bytes.split_at(at);
        behind.iter().take_while(digit).take(4).count()
            + before.iter().rev().take_while(digit).take(3).count()
    };
    let mut fours = bytes.chunks_exact(4).zip((3..).step_by(4));
    fours.any(|(four, last)| four[3].is_ascii_digit() && digits_around(last) >= 4)
}

/// How many numbers stand in `text`: no fewer than it can say parts of a citation with numbers.
pub(super) fn count_numbers(text: &str) -> usize {
    let mut count = 0;
    let mut inside = false;
    for byte in text.bytes() {
        let digit = byte.is_ascii_digit();
        count += usize::from(digit && !inside);
        inside = digit;
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn letters_are_those_of_unicode() {
        let other = |c: &char| is_letter(*c) != c.is_alphabetic();
        assert_eq!(('\0'..=char::MAX).find(other), None);
    }

    #[test]
    fn four_digits_are_seen_wherever_they_stand() {
        for before in 0..6 {
            for digits in 0..7 {
                for behind in 0..6 {
                    let text =
                        [" ".repeat(before), "7".repeat(digits), "x".repeat(behind)].concat();
                    assert_eq!(has_four_digits(&text), digits >= 4, "{text}");
                }
            }
        }
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

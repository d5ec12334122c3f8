//! Identifiers, addresses and dates of access in a reference, found by hand-written scanners that
//! bear with text taken from PDF files: `http ://`, `10. 1038/…`, a glued `.URLhttps://…`.

use crate::model::month;

/// What was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum LinkKind {
    /// A DOI, with its label or resolver.
    Doi,
    /// A web address.
    Url,
    /// An identifier of arXiv.
    Arxiv,
    /// A number of PubMed.
    Pmid,
    /// A number of PubMed Central.
    Pmcid,
    /// An ISBN.
    Isbn,
    /// An ISSN.
    Issn,
    /// When an address was visited.
    Accessed,
}

/// One find.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Link {
    /// What it is.
    pub kind: LinkKind,
    /// Offset of the first byte, label included.
    pub start: usize,
    /// Offset after the last byte.
    pub end: usize,
    /// The value without its label.
    pub value: (usize, usize),
}

/// Everything found in `text`, in order, apart from each other.
///
/// ```
/// use bibsift::formats::references::links::links;
/// let text = "Nature 14. doi :10. 1038/n1.URLhttp ://x.org/a .";
/// let found: Vec<&str> = links(text).iter().map(|l| &text[l.value.0..l.value.1]).collect();
/// assert_eq!(found, ["10. 1038/n1", "http ://x.org/a"]);
/// ```
pub fn links(text: &str) -> Vec<Link> {
    let bytes = text.as_bytes();
    let mut out: Vec<Link> = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        let found = match bytes[at] {
            b'h' | b'H' | b'w' | b'W' | b'f' | b'F' => address(text, at),
            b'1' => doi(text, at),
            _ => None,
        }
        .or_else(|| {
            let begins = at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
            if begins && text.is_char_boundary(at) {
                labelled(text, at)
            } else {
                None
            }
        });
        let Some(mut link) = found.filter(|link| link.end > at) else {
            at += 1;
            continue;
        };
        let before = out.last().map_or(0, |last| last.end);
        link.start = label_before(text, before, link);
        at = link.end;
        out.push(link);
    }
    out
}

/// Skips spaces.
fn space(bytes: &[u8], mut at: usize) -> usize {
    while bytes.get(at) == Some(&b' ') {
        at += 1;
    }
    at
}

/// The offset behind `word` (ASCII, lower case) at `at`, whatever its case.
fn word(bytes: &[u8], at: usize, word: &str) -> Option<usize> {
    let end = at + word.len();
    bytes
        .get(at..end)?
        .eq_ignore_ascii_case(word.as_bytes())
        .then_some(end)
}

/// An address that begins at `at`; a resolver's is a DOI.
fn address(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let begins = || at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
    let body = if let Some(end) = word(bytes, at, "http").or_else(|| word(bytes, at, "ftp")) {
        let end = if matches!(bytes.get(end), Some(b's' | b'S')) {
            end + 1
        } else {
            end
        };
        let mut end = space(bytes, end);
        if text.get(end..)?.starts_with('：') {
            end += '：'.len_utf8();
        } else if bytes.get(end) == Some(&b':') {
            end += 1;
        } else {
            return None;
        }
        end = space(bytes, end);
        if bytes.get(end) != Some(&b'/') {
            return None;
        }
        end = space(bytes, end + 1);
        if bytes.get(end) == Some(&b'/') {
            end = space(bytes, end + 1);
        }
        end
    } else if begins() && word(bytes, at, "www.").is_some() {
        at + 4
    } else {
        return None;
    };
    let end = address_end(text, body);
    if end <= body {
        return None;
    }
    let address = text.get(body..end)?;
    let resolver = ["doi.org", "dx.doi.org", "www.doi.org"]
        .iter()
        .find(|host| address.len() > host.len() && word(address.as_bytes(), 0, host).is_some());
    if resolver.is_some()
        && let Some(ten) = address.find("10")
        && let Some(found) = doi(text, body + ten)
    {
        return Some(Link {
            kind: LinkKind::Doi,
            start: at,
            ..found
        });
    }
    Some(Link {
        kind: LinkKind::Url,
        start: at,
        end,
        value: (at, end),
    })
}

/// Where the address ends whose host begins at `from`.
fn address_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut rest = text.get(from..).unwrap_or_default();
    loop {
        let stop = rest
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(c, '<' | '>' | '"' | '“' | '”' | '»' | '[' | '［' | ']' | '{')
                    || matches!(c, '，' | '。' | '；' | '（' | '）' | '、' | '】' | '］' | '》')
            })
            .unwrap_or(rest.len());
        end += stop;
        let part = text.get(from..end).unwrap_or_default();
        rest = rest.get(stop..).unwrap_or_default();
        let after = rest.trim_start_matches(' ');
        let next = after
            .split(|c: char| c.is_whitespace() || matches!(c, '>' | ']' | '<' | ')'))
            .next()
            .unwrap_or_default();
        if rest.len() == after.len() || !goes_on(part, next, after) {
            break;
        }
        end += rest.len() - after.len();
        rest = after;
    }
    trimmed(text, from, end)
}

/// Whether `next`, behind a space, is more of the address `part`.
fn goes_on(part: &str, next: &str, after: &str) -> bool {
    let inner = next.trim_end_matches(['.', ',', ';']);
    let first = inner.bytes().next().unwrap_or(b' ');
    let path = inner.contains(['/', '_', '=', '?', '&', '%', '~'])
        || inner
            .split_once('.')
            .is_some_and(|(stem, end)| !stem.is_empty() && (2..=4).contains(&end.len()));
    let lower = first.is_ascii_lowercase() || first.is_ascii_digit();
    match part.bytes().last() {
        _ if matches!(first, b'/' | b'?' | b'&' | b'#') => {
            inner.len() > 1 && !inner.starts_with("//")
        }
        Some(b'/' | b'_' | b'=' | b'?' | b'&' | b'~') => {
            path || lower && after.len() == next.len() && inner.len() > 2
        }
        Some(b'-') => lower && (path || inner.contains('-')),
        Some(b'.') => lower && !part.contains('/') && inner.split('/').next().is_some_and(|host| {
            (2..=30).contains(&host.len()) && host.bytes().all(|b| b.is_ascii_lowercase() || b == b'.')
        }) && (inner.contains('/') || inner.len() <= 4),
        Some(b'0') => part.ends_with("%20") && path,
        _ => false,
    }
}

/// `end` without the punctuation of the sentence around, and without a bracket never opened.
fn trimmed(text: &str, from: usize, mut end: usize) -> usize {
    while let Some(last) = text.get(from..end).and_then(|part| part.chars().next_back()) {
        let part = text.get(from..end).unwrap_or_default();
        let unopened = |open: char, close: char| {
            last == close && part.matches(close).count() > part.matches(open).count()
        };
        let drop = matches!(last, '.' | ',' | ';' | ':' | '\'' | '’' | '|' | '*' | '…')
            || unopened('(', ')')
            || unopened('[', ']')
            || unopened('{', '}');
        if !drop {
            break;
        }
        end -= last.len_utf8();
    }
    end
}

/// A DOI whose `10` stands at `at`.
fn doi(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    if at > 0 && bytes.get(at - 1).is_some_and(|b| b.is_ascii_digit() || *b == b'.') {
        return None;
    }
    let end = space(bytes, word(bytes, at, "10")?);
    let mut end = space(bytes, word(bytes, end, ".")?);
    let digits = bytes.get(end..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    if !(4..=9).contains(&digits) {
        return None;
    }
    end += digits;
    while bytes.get(end) == Some(&b'.') && bytes.get(end + 1).is_some_and(u8::is_ascii_digit) {
        end += 1;
        end += bytes.get(end..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    }
    let end = space(bytes, end);
    let body = space(bytes, word(bytes, end, "/")?);
    let rest = text.get(body..)?;
    let mut depth = 0_i32;
    let mut stop = rest.len();
    for (offset, c) in rest.char_indices() {
        match c {
            '(' => depth += 1,
            ')' => depth -= 1,
            _ => {}
        }
        let ends = c.is_whitespace()
            || matches!(c, '"' | '“' | '”' | '»' | '，' | '。' | '；' | '（' | '）' | '［' | '】')
            || (c == '[' || c == ']') && depth <= 0
            || depth < 0;
        if ends {
            stop = offset;
            break;
        }
    }
    let part = rest.get(..stop)?;
    // `….URLhttps://…`, `…;PMID:…`
    for tail in ["URL", "url:", "http", "PMID", "PMCID", "arXiv"] {
        if let Some(cut) = part.find(tail).filter(|cut| *cut > 0) {
            stop = stop.min(cut);
        }
    }
    let end = trimmed(text, at, body + stop);
    (end > body).then_some(Link {
        kind: LinkKind::Doi,
        start: at,
        end,
        value: (at, end),
    })
}

/// What stands behind a label that begins at `at`.
fn labelled(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    match bytes.get(at)?.to_ascii_lowercase() {
        b'a' => arxiv(text, at).or_else(|| accessed(text, at)).or_else(|| archive(text, at)),
        b'p' => number(text, at, "pmid", LinkKind::Pmid)
            .or_else(|| number(text, at, "pubmed", LinkKind::Pmid))
            .or_else(|| pmcid(text, at))
            .or_else(|| archive(text, at)),
        b'i' => standard_number(text, at, "isbn", LinkKind::Isbn)
            .or_else(|| standard_number(text, at, "issn", LinkKind::Issn)),
        b'e' => standard_number(text, at, "eissn", LinkKind::Issn),
        b'[' => bracketed_day(text, at),
        _ => archive(text, at).or_else(|| accessed(text, at)).or_else(|| bracketed_day(text, at)),
    }
}

/// `[2014-06-25]`: in the styles that print it, the day an address was visited.
fn bracketed_day(text: &str, at: usize) -> Option<Link> {
    let rest = text.get(at..)?;
    let inner = rest.strip_prefix('[').or_else(|| rest.strip_prefix('［'))?;
    let from = text.len() - inner.len();
    let close = inner.find([']', '］']).filter(|close| *close <= 12)?;
    let day = inner.get(..close)?;
    let sound = day.len() >= 8
        && day.bytes().filter(|b| matches!(b, b'-' | b'/' | b'.')).count() == 2
        && day.bytes().all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    let end = from + close + inner.get(close..)?.chars().next()?.len_utf8();
    sound.then_some(Link {
        kind: LinkKind::Accessed,
        start: at,
        end,
        value: (from, from + close),
    })
}

/// A label and digits.
fn number(text: &str, at: usize, label: &str, kind: LinkKind) -> Option<Link> {
    let bytes = text.as_bytes();
    let end = word(bytes, at, label)?;
    let from = behind_colon(text, end);
    let digits = bytes.get(from..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    (from > end && (4..=9).contains(&digits)).then_some(Link {
        kind,
        start: at,
        end: from + digits,
        value: (from, from + digits),
    })
}

fn pmcid(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let from = word(bytes, at, "pmcid").map_or(at, |end| behind_colon(text, end));
    let digits_at = space(bytes, word(bytes, from, "pmc")?);
    let digits = bytes.get(digits_at..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    (5..=9).contains(&digits).then_some(Link {
        kind: LinkKind::Pmcid,
        start: at,
        end: digits_at + digits,
        value: (from, digits_at + digits),
    })
}

fn standard_number(text: &str, at: usize, label: &str, kind: LinkKind) -> Option<Link> {
    let bytes = text.as_bytes();
    let mut end = word(bytes, at, label)?;
    for form in ["-13", "-10", "s"] {
        end = word(bytes, end, form).unwrap_or(end);
    }
    let from = behind_colon(text, end);
    let rest = text.get(from..)?;
    let mut stop = 0;
    let mut digits = 0;
    for (offset, c) in rest.char_indices() {
        match c {
            '0'..='9' => digits += 1,
            'x' | 'X' if digits == 7 || digits == 9 => digits += 1,
            '-' | '‐' | '‑' | '–' | '—' => continue,
            ' ' if digits < 13 => continue,
            _ => break,
        }
        stop = offset + c.len_utf8();
        let whole = match kind {
            LinkKind::Issn => digits == 8,
            _ => digits == 13 || digits == 10 && !rest.starts_with("978") && !rest.starts_with("979"),
        };
        if whole {
            break;
        }
    }
    (digits >= 8).then_some(Link {
        kind,
        start: at,
        end: from + stop,
        value: (from, from + stop),
    })
}

/// Skips spaces and colons.
fn behind_colon(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches([' ', ':', '：', '.', '#']).len()
}

/// `arXiv:1502.01689v2 [hep-ph]`, `arXiv .org:hep -ph/9911415`.
fn arxiv(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let mut end = word(bytes, at, "arxiv")?;
    loop {
        let from = end;
        end = behind_colon(text, end);
        for skip in ["org", "e-prints", "e-print", "eprint", "preprint", "arxiv", "abs/", "/abs/", "(", ","] {
            end = word(bytes, end, skip).unwrap_or(end);
        }
        if end == from {
            break;
        }
    }
    let (from, to) = arxiv_number(text, end).or_else(|| archive_number(text, end))?;
    Some(Link {
        kind: LinkKind::Arxiv,
        start: at,
        end: with_class(text, to),
        value: (from, to),
    })
}

/// `1502.01689v2` at `at`.
fn arxiv_number(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let count = |from: usize| {
        bytes.get(from..).unwrap_or_default().iter().take_while(|b| b.is_ascii_digit()).count()
    };
    if count(at) != 4 {
        return None;
    }
    let dot = space(bytes, at + 4);
    let from = space(bytes, word(bytes, dot, ".")?);
    let digits = count(from);
    if !(4..=5).contains(&digits) {
        return None;
    }
    let mut end = from + digits;
    if let Some(version) = word(bytes, end, "v").filter(|v| count(*v) > 0) {
        end = version + count(version);
    }
    Some((at, end))
}

/// Archives of arXiv before 2007.
const ARCHIVES: &[&str] = &[
    "acc-phys", "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th", "math-ph",
    "nucl-ex", "nucl-th", "quant-ph", "physics", "q-bio", "nlin", "math", "cs", "alg-geom", "q-alg",
];

/// `hep-th/0011193` at `at`, spaces borne with.
fn archive_number(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let tolerant = |name: &str| {
        let (front, back) = name.split_once('-').unwrap_or((name, ""));
        let mut end = word(bytes, at, front)?;
        if !back.is_empty() {
            end = space(bytes, word(bytes, space(bytes, end), "-")?);
            end = word(bytes, end, back)?;
        }
        Some(end)
    };
    let mut end = ARCHIVES.iter().find_map(|name| tolerant(name))?;
    if bytes.get(end) == Some(&b'.') {
        let class = bytes.get(end + 1..)?.iter().take_while(|b| b.is_ascii_alphabetic()).count();
        end += 1 + class;
    }
    let from = space(bytes, word(bytes, space(bytes, end), "/")?);
    let digits = bytes.get(from..)?.iter().take_while(|b| b.is_ascii_digit()).count();
    (digits == 7).then_some((at, from + digits))
}

fn archive(text: &str, at: usize) -> Option<Link> {
    let (from, to) = archive_number(text, at)?;
    Some(Link {
        kind: LinkKind::Arxiv,
        start: at,
        end: with_class(text, to),
        value: (from, to),
    })
}

/// Takes `[hep-ph]` behind an arXiv number in.
fn with_class(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let inner = rest.trim_start_matches(' ');
    let Some(class) = inner.strip_prefix('[') else { return end };
    match class.find(']') {
        Some(close)
            if close <= 20
                && class.get(..close).is_some_and(|class| {
                    class.bytes().all(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'.' | b' '))
                }) =>
        {
            end + (rest.len() - inner.len()) + close + 2
        }
        _ => end,
    }
}

/// Words before the day an address was visited.
const VISITED: &[&str] = &[
    "last accessed on", "last accessed", "accessed on", "accessed", "access date", "date accessed",
    "last visited", "visited on", "visited", "retrieved on", "retrieved", "viewed on", "viewed",
    "last checked", "last access", "[cited", "(cited", "[online; accessed", "consulté le", "consulta",
    "page consultée le", "consultado el", "consultado em", "consultado", "acesso em", "acessado em",
    "acesso", "fecha de consulta", "abgerufen am", "letzter zugriff", "zugriff am", "zugriff",
    "zugegriffen", "besucht am", "letzter abruf", "geprüft am", "stand", "ultimo accesso",
    "consultato il", "дата обращения", "访问日期", "访问时间", "引用日期", "检索日期", "见于", "閲覧日", "参照日",
    "접속일", "검색일",
];

/// `accessed 20 March 2012`: the words and the date.
fn accessed(text: &str, at: usize) -> Option<Link> {
    let rest = text.get(at..)?;
    let lower = |label: &str| {
        let head = rest.get(..label.len())?;
        (head == label || head.to_lowercase() == label).then_some(label.len())
    };
    let label = VISITED.iter().find_map(|label| lower(label))?;
    let from = behind_colon(text, at + label);
    let body = text.get(from..)?;
    let mut end = 0;
    let (mut digits, mut year) = (0, false);
    let mut cursor = 0;
    while let Some(c) = body.get(cursor..).and_then(|rest| rest.chars().next()) {
        let tail = body.get(cursor..).unwrap_or_default();
        let length = tail
            .find(|d: char| {
                if c.is_ascii_digit() {
                    !d.is_ascii_digit()
                } else if c.is_alphabetic() && !super::token::is_han(c) {
                    !d.is_alphabetic()
                } else {
                    true
                }
            })
            .filter(|length| *length > 0)
            .unwrap_or(if c.is_alphanumeric() && !super::token::is_han(c) { tail.len() } else { c.len_utf8() });
        let word = tail.get(..length)?;
        let known = if c.is_ascii_digit() {
            digits += 1;
            year |= length == 4;
            digits <= 3 && (length <= 2 || length == 4)
        } else if c.is_alphabetic() {
            matches!(c, '年' | '月' | '日')
                || month(word).is_some()
                || matches!(word, "on" | "the" | "st" | "nd" | "rd" | "th" | "de" | "del" | "le" | "of")
        } else {
            matches!(c, ' ' | ',' | '.' | '/' | '-' | '–' | ':')
        };
        if !known || cursor > 40 {
            break;
        }
        cursor += length;
        if c.is_ascii_digit() || matches!(c, '年' | '月' | '日') || month(word).is_some() {
            end = cursor;
        }
    }
    (digits >= 2 && year && end > 0).then_some(Link {
        kind: LinkKind::Accessed,
        start: at,
        end: from + end,
        value: (from, from + end),
    })
}

/// Where the label in front of a find begins: `doi:`, `URL`, `Available from:`.
fn label_before(text: &str, from: usize, link: Link) -> usize {
    let front = text.get(from..link.start).unwrap_or_default();
    let bare = front.trim_end_matches([' ', ':', '：', '=', '<', '>', '(', '[', '/', '.']);
    let labels: &[&str] = match link.kind {
        LinkKind::Doi => &["doi", "dx.doi.org", "doi.org", "dx"],
        LinkKind::Url => &["url", "urls", "available from", "available at", "available online at",
            "available", "retrieved from", "online at", "online", "from", "at", "disponible sur",
            "disponible en", "disponível em", "режим доступа", "verfügbar unter", "website"],
        _ => &[],
    };
    for label in labels {
        let Some(start) = bare.len().checked_sub(label.len()) else { continue };
        let Some(found) = bare.get(start..) else { continue };
        let front_ends = |front: &str| {
            link.kind == LinkKind::Doi && *label == "doi"
                || *label == "url"
                || !front.ends_with(char::is_alphanumeric)
        };
        if found.to_lowercase() == *label && bare.get(..start).is_some_and(front_ends) {
            let start = from + start;
            // `doi: http://dx.doi.org/10…`: labels before the label.
            return if link.kind == LinkKind::Doi && *label != "doi" {
                label_before(text, from, Link { start, kind: LinkKind::Doi, ..link })
            } else {
                start
            };
        }
    }
    link.start
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<(LinkKind, &str)> {
        links(text)
            .iter()
            .map(|link| (link.kind, text.get(link.value.0..link.value.1).unwrap()))
            .collect()
    }

    #[test]
    fn dirt_of_pdf_text_is_borne_with() {
        use LinkKind::{Accessed, Arxiv, Doi, Isbn, Pmcid, Pmid, Url};
        for (text, expected) in [
            ("Heidelberg , 2003.doi :10 .1007/978-3.URLhttps: / /doi.org/10.1007/978-3.", vec![(Doi, "10 .1007/978-3"), (Doi, "10.1007/978-3")]),
            ("in <http://www.chass.utoronto.ca:8080 /~ian/>.", vec![(Url, "http://www.chass.utoronto.ca:8080 /~ian/")]),
            ("https://venturebeat. com/2012/07/30/a-b/ (accessed May 24, 2020).", vec![(Url, "https://venturebeat. com/2012/07/30/a-b/"), (Accessed, "May 24, 2020")]),
            ("doi:10.1007/JHEP04(2017)134[ arXiv:1702.01748[ hep-th]].", vec![(Doi, "10.1007/JHEP04(2017)134"), (Arxiv, "1702.01748")]),
            ("arXiv .org:hep -ph/9911415( 1999).", vec![(Arxiv, "hep -ph/9911415")]),
            ("doi: 10.1093/aje/kwx335. PMID: 29053768 PMCID: PMC5928458", vec![(Doi, "10.1093/aje/kwx335"), (Pmid, "29053768"), (Pmcid, "PMC5928458")]),
            ("ISBN 978-7-101-00992-7. 29", vec![(Isbn, "978-7-101-00992-7")]),
            ("356-362[2014-06-25]. https://www.nature.com/n.pdf.", vec![(Accessed, "2014-06-25"), (Url, "https://www.nature.com/n.pdf")]),
            ("Cell 10.5 (1990) 10.12", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}

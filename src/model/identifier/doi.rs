//! DOIs, from any of their written forms.

use std::ops::Range;

/// Paths that publishers' pages put behind the DOI.
const PAGE_SUFFIXES: &[&str] = &[
    ".pdf",
    "/pdf",
    "/epdf",
    "/full",
    "/fulltext",
    "/full-text",
    "/abstract",
    "/abs",
    "/html",
    "/meta",
    "/summary",
    "/references",
    "/epub",
    "/asset",
    "/suppl_file",
];

/// A DOI, bare and lower case, from any of its written forms (`https://doi.org/…`, `doi:…`,
/// percent-escaped, with a trailing stop); [`None`] if it is none, or if the text holds anything
/// but the DOI, its label, and notes in brackets.
///
/// ```
/// use bibsift::model::identifier::doi;
/// assert_eq!(doi("https://doi.org/10.1000/ABC.1.").as_deref(), Some("10.1000/abc.1"));
/// assert_eq!(doi("10.1000"), None);
/// ```
///
/// Source: DOI Handbook, 2 (syntax, resolvers, case).
pub fn doi(text: &str) -> Option<String> {
    let (found, range) = find_doi(text)?;
    let before = text.get(..range.start)?;
    let after = text.get(range.end..)?;
    (is_label(before) && is_remainder(after)).then_some(found)
}

/// The first DOI inside a text, with the byte range it stands in (label and resolver not
/// included). In the address of a publisher's page the DOI is taken from the path only, never
/// from a query.
///
/// ```
/// use bibsift::model::identifier::find_doi;
/// let (doi, range) = find_doi("See (doi:10.1000/a(1)b).").unwrap();
/// assert_eq!((doi.as_str(), range), ("10.1000/a(1)b", 9..22));
/// ```
pub fn find_doi(text: &str) -> Option<(String, Range<usize>)> {
    let finder = memchr::memmem::Finder::new("10.");
    let mut from = 0;
    while let Some(at) = finder.find(text.as_bytes().get(from..)?) {
        let start = from + at;
        from = start + 3;
        if !may_begin(text.get(..start)?) {
            continue;
        }
        if let Some(found) = read(text, start) {
            return Some(found);
        }
    }
    None
}

/// Whether a DOI may begin behind `before`.
fn may_begin(before: &str) -> bool {
    let mut back = before.chars().rev();
    match back.next() {
        Some('.') => !back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) if c.is_ascii_digit() => false,
        Some(c) if c.is_ascii_alphabetic() => {
            ends_with_ignoring_case(before, "doi")
            // `%2F10.`: an escaped slash.
            || ends_with_ignoring_case(before, "%2f")
            || ends_with_ignoring_case(before, "%3a")
        }
        _ => true,
    }
}

fn ends_with_ignoring_case(text: &str, end: &str) -> bool {
    let bytes = text.as_bytes();
    bytes
        .get(bytes.len().saturating_sub(end.len())..)
        .is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
}

/// The start of the address that runs up to `start`, if one does.
fn address_before(text: &str, start: usize) -> Option<&str> {
    let before = text.get(..start)?;
    // Addresses are short: looking further back would make hostile text quadratic.
    let mut floor = before.len().saturating_sub(300);
    while !before.is_char_boundary(floor) {
        floor += 1;
    }
    let window = before.get(floor..)?;
    let begin = window
        .rfind(|c: char| c.is_whitespace() || "<>\"(){}，。".contains(c))
        .map_or(0, |at| {
            at + window
                .get(at..)
                .and_then(|w| w.chars().next())
                .map_or(1, char::len_utf8)
        });
    let word = window.get(begin..)?;
    let at = word.rfind("://").map(|at| at + 3).or_else(|| {
        // `doi.org/10.…` without a scheme.
        word.contains('/').then_some(0)
    })?;
    word.get(at..).filter(|address| address.contains('/'))
}

/// Reads the DOI that begins at `start`.
fn read(text: &str, start: usize) -> Option<(String, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut at = start + 3;
    let digits = bytes
        .get(at..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    if !(4..=9).contains(&digits) {
        return None;
    }
    at += digits;
    while bytes.get(at) == Some(&b'.') && bytes.get(at + 1).is_some_and(u8::is_ascii_digit) {
        at += 1 + bytes
            .get(at + 1..)?
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count();
    }
    let prefix = text.get(start..at)?;
    let mut in_address = false;
    if let Some(address) = address_before(text, start) {
        in_address = true;
        if !is_resolver(address) && (address.contains('?') || !address.ends_with(['/', 'F', 'f'])) {
            return None;
        }
    }
    let mut units = Units::new(text, at);
    let (slash, after_slash) = units.next()?;
    if slash != '/' {
        return None;
    }
    let mut suffix: Vec<(char, usize)> = Vec::new();
    let mut open_angle = false;
    for (c, end) in units {
        let rest = text.get(end..).unwrap_or_default();
        let goes_on = match c {
            '<' => {
                open_angle = is_sici_angle(text.get(end..).unwrap_or_default());
                open_angle
            }
            '>' => std::mem::take(&mut open_angle),
            ';' => {
                let tail: String = suffix.iter().rev().take(3).map(|(c, _)| *c).collect();
                matches!(tail.to_ascii_lowercase().as_str(), "oc." | "xt.")
                    && rest.starts_with(|c: char| c.is_ascii_digit())
            }
            ',' => {
                !(rest.is_empty()
                    || rest.starts_with(|c: char| c.is_whitespace())
                    || begins_another(rest))
            }
            '&' | '?' | '"' | '{' | '}' | '|' | '^' | '`' | '\\' => false,
            '#' => !in_address,
            c => c.is_ascii_graphic(),
        };
        if !goes_on {
            break;
        }
        suffix.push((c, end));
        if begins_label(rest) {
            break;
        }
    }
    trim(&mut suffix, in_address);
    let end = suffix.last().map(|(_, end)| *end)?;
    debug_assert!(end >= after_slash);
    let name: String = suffix.iter().map(|(c, _)| c.to_ascii_lowercase()).collect();
    // `10.2019/12` is a date.
    let year_like =
        prefix.len() == 7 && (prefix.starts_with("10.19") || prefix.starts_with("10.20"));
    if !name.bytes().any(|b| b.is_ascii_alphanumeric())
        || (year_like && name.len() <= 2 && name.bytes().all(|b| b.is_ascii_digit()))
    {
        return None;
    }
    Some((format!("{prefix}/{name}"), start..end))
}

/// The characters of a DOI with escapes undone, each with the byte position behind it.
struct Units<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Units<'a> {
    fn new(text: &'a str, at: usize) -> Self {
        Self { text, at }
    }
}

impl Iterator for Units<'_> {
    type Item = (char, usize);

    fn next(&mut self) -> Option<(char, usize)> {
        const ENTITIES: &[(&str, char)] =
            &[("&lt;", '<'), ("&gt;", '>'), ("&amp;", '&'), ("\\_", '_')];
        let rest = self.text.get(self.at..)?;
        let first = rest.chars().next()?;
        let (c, len) = match first {
            '&' | '\\' => ENTITIES
                .iter()
                .find(|(written, _)| rest.starts_with(written))
                .map_or((first, 1), |(written, c)| (*c, written.len())),
            '%' => rest
                .get(1..3)
                .filter(|hex| hex.bytes().all(|b| b.is_ascii_hexdigit()))
                .and_then(|hex| u8::from_str_radix(hex, 16).ok())
                .filter(u8::is_ascii_graphic)
                .map_or((first, 1), |byte| (char::from(byte), 3)),
            // Hyphens that typesetting replaced.
            '\u{2010}'..='\u{2013}' | '\u{2212}' => ('-', first.len_utf8()),
            c => (c, c.len_utf8()),
        };
        self.at += len;
        Some((c, self.at))
    }
}

/// Whether `rest`, behind `<`, is the `851::AID-JCLP1>` of a SICI.
fn is_sici_angle(rest: &str) -> bool {
    let length = rest
        .bytes()
        .take(60)
        .position(|b| !(b.is_ascii_alphanumeric() || b":.-+_".contains(&b)));
    let Some((inner, close)) = length.and_then(|length| rest.split_at_checked(length)) else {
        return false;
    };
    inner.contains(':')
        && (close.starts_with('>') || close.starts_with("&gt;") || close.starts_with('%'))
}

/// Whether `rest`, behind a comma, begins another identifier.
fn begins_another(rest: &str) -> bool {
    rest.starts_with("10.") || begins_label(rest) || super::strip_prefix(rest, "doi").is_some()
}

/// Whether `rest` begins a label that stands glued to the end of a DOI.
fn begins_label(rest: &str) -> bool {
    [
        "PMID", "PMCID", "[doi]", "[pii]", "http://", "https://", "doi:10.",
    ]
    .iter()
    .any(|label| rest.starts_with(label))
}

/// Takes sentence punctuation, unbalanced brackets and page paths off the end.
fn trim(suffix: &mut Vec<(char, usize)>, in_address: bool) {
    let count = |wanted: char| suffix.iter().filter(|(c, _)| *c == wanted).count();
    let (mut round, mut square) = ((count('('), count(')')), (count('['), count(']')));
    loop {
        let Some((last, _)) = suffix.last() else {
            return;
        };
        let drop = match last {
            '.' | ',' | ';' | ':' | '\'' | '*' | '/' | '!' | '=' => true,
            '(' => {
                round.0 -= 1;
                true
            }
            '[' => {
                square.0 -= 1;
                true
            }
            ')' if round.1 > round.0 => {
                round.1 -= 1;
                true
            }
            ']' if square.1 > square.0 => {
                square.1 -= 1;
                true
            }
            _ => false,
        };
        if drop {
            suffix.pop();
            continue;
        }
        let path = PAGE_SUFFIXES
            .iter()
            .find(|path| in_address && ends_with_path(suffix, path));
        match path {
            Some(path) => suffix.truncate(suffix.len() - path.len()),
            None => return,
        }
    }
}

/// Whether `suffix` ends with `path`, whatever its case.
fn ends_with_path(suffix: &[(char, usize)], path: &str) -> bool {
    suffix.len() > path.len()
        && path
            .chars()
            .rev()
            .zip(suffix.iter().rev())
            .all(|(wanted, (c, _))| c.eq_ignore_ascii_case(&wanted))
}

/// Whether an address begins with a host of the DOI system.
fn is_resolver(address: &str) -> bool {
    [
        "doi.org/",
        "dx.doi.org/",
        "www.doi.org/",
        "doi.acm.org/",
        "doi.ieeecomputersociety.org/",
        "hdl.handle.net/",
    ]
    .iter()
    .any(|host| super::strip_prefix(address, host).is_some())
}

/// Whether `before` is only what introduces a DOI.
fn is_label(before: &str) -> bool {
    let mut rest = before;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_whitespace() || ":：=<([{\"'".contains(c));
        if rest.is_empty() {
            return true;
        }
        let known = [
            "https://",
            "http://",
            "https:/",
            "http:/",
            "dx.doi.org/",
            "www.doi.org/",
            "doi.org/",
            "dx.doi.org",
            "doi.org",
            "info:doi/",
            "urn:doi:",
            "doi:",
            "doi/",
            "doi.",
            "doi",
            "digital object identifier",
            "https%3a%2f%2fdoi.org%2f",
        ];
        if let Some(shorter) = known
            .iter()
            .find_map(|label| super::strip_prefix(rest, label))
        {
            rest = shorter;
        } else if let Some((_, shorter)) = rest.split_once("[pii]") {
            rest = shorter.trim_start_matches([';', ',']);
        } else {
            return false;
        }
    }
}

/// Whether `after` holds no more than punctuation, notes in brackets, an address's query, or
/// further DOIs.
fn is_remainder(after: &str) -> bool {
    let rest = after.trim_matches(|c: char| c.is_whitespace() || ".,;:*/)]}>\"'。，".contains(c));
    rest.is_empty()
        || rest.starts_with(['?', '#', '[', '(', '&', '|'])
        || (after.starts_with('/') || after.starts_with('.'))
            && PAGE_SUFFIXES
                .iter()
                .any(|path| after.eq_ignore_ascii_case(path))
        || begins_another(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn written_forms() {
        for (written, bare) in [
            ("10.1000/ABC", "10.1000/abc"),
            (
                "https://doi.org/10.1002/(SICI)1097-4679(199811)54:7<851::AID-JCLP1>3.0.CO;2-0",
                "10.1002/(sici)1097-4679(199811)54:7<851::aid-jclp1>3.0.co;2-0",
            ),
            (
                "10.1002/(SICI)1097-4679(199811)54:7&lt;851::AID-JCLP1&gt;3.0.CO;2-0.",
                "10.1002/(sici)1097-4679(199811)54:7<851::aid-jclp1>3.0.co;2-0",
            ),
            (
                "http://dx.doi.org/10.1016/S0091-3057(10)00167-X",
                "10.1016/s0091-3057(10)00167-x",
            ),
            (
                "http://dx.doi.org/10.1016%2FS0091-3057%2810%2900167-X",
                "10.1016/s0091-3057(10)00167-x",
            ),
            (
                "doi: 10.1037/0033-2909.116.1.75.",
                "10.1037/0033-2909.116.1.75",
            ),
            ("DOI 10.1038/171737a0", "10.1038/171737a0"),
            ("DOI10.1038/171737a0", "10.1038/171737a0"),
            ("doi:https://doi.org/10.1038/171737a0", "10.1038/171737a0"),
            (
                "S0091-3057(10)00167-X [pii];10.1016/j.pbb.2010.05.031 [doi]",
                "10.1016/j.pbb.2010.05.031",
            ),
            (
                "S0091-3057(10)00167-X [pii]\n10.1016/j.pbb.2010.05.031 [doi]",
                "10.1016/j.pbb.2010.05.031",
            ),
            ("10.4103/jrms.JRMS\\_809\\_16", "10.4103/jrms.jrms_809_16"),
            (
                "10.1016/j.foo.2010.05.031 [doi]",
                "10.1016/j.foo.2010.05.031",
            ),
            ("(10.1000/abc)", "10.1000/abc"),
            (
                "info:doi/10.1371/journal.pone.0000001",
                "10.1371/journal.pone.0000001",
            ),
            ("10.1000.10/123", "10.1000.10/123"),
            (
                "https://doi.org/10.1093/clipsy/6.2.165?src=x",
                "10.1093/clipsy/6.2.165",
            ),
            ("10.1073/PNAS.1604234114", "10.1073/pnas.1604234114"),
            (
                "10.1890/0012-9658(2006)87[1:X]2.0.CO;2",
                "10.1890/0012-9658(2006)87[1:x]2.0.co;2",
            ),
        ] {
            assert_eq!(doi(written).as_deref(), Some(bare), "{written}");
            assert_eq!(doi(bare).as_deref(), Some(bare), "canonical form stays");
        }
    }

    #[test]
    fn no_doi() {
        for text in [
            "",
            "10.",
            "10.12/abc",
            "10.1000",
            "10.1000/",
            "11.1000/abc",
            "10.1234567890/abc",
            "https://doi.library.edu/10.1000/abc",
            "10.2019/12",
            "n/a",
            "10.1000/...",
            "10.1016/ j.x",
            "a long text with 10.1000/abc inside",
            "https://www.tandfonline.com/doi/full/10.1080/12",
            "12.10.2020/05",
            "110.1000/abc",
        ] {
            assert_eq!(doi(text), None, "{text}");
        }
    }

    #[test]
    fn in_running_text() {
        for (text, bare) in [
            (
                "Clin Psychol. 1999;6(2):165. doi:10.1093/clipsy/6.2.165. Epub 1999",
                "10.1093/clipsy/6.2.165",
            ),
            (
                "文章编号，DOI：10.3969/j.issn.0372-2112.2020.04.017。",
                "10.3969/j.issn.0372-2112.2020.04.017",
            ),
            ("41(2):10.1159/000123456", "10.1159/000123456"),
            (
                "https://www.tandfonline.com/doi/full/10.1080/12345678.2019.1?src=recsys",
                "10.1080/12345678.2019.1",
            ),
            (
                "https://www.frontiersin.org/articles/10.3389/fpsyt.2019.00001/full",
                "10.3389/fpsyt.2019.00001",
            ),
            (
                "<a href=\"https://doi.org/10.1000/abc\">x</a>",
                "10.1000/abc",
            ),
            ("10.1000/abc,10.1000/def", "10.1000/abc"),
            ("10.1000/abcPMID: 123", "10.1000/abc"),
            ("see 10.1000/abc<br>", "10.1000/abc"),
        ] {
            assert_eq!(
                find_doi(text).map(|(d, _)| d).as_deref(),
                Some(bare),
                "{text}"
            );
        }
        assert_eq!(
            find_doi("https://x.edu/openurl?id=doi:10.1000/abc&x=1"),
            None
        );
        let hostile = "10.1000/(".repeat(50_000);
        assert!(find_doi(&hostile).is_some());
        let hostile = format!("10.1000/{}", ")".repeat(200_000));
        assert_eq!(find_doi(&hostile), None);
        let hostile = format!("10.1000/{}", "<a:b>".repeat(100_000));
        assert!(find_doi(&hostile).is_some());
        let hostile = "https://a/10.".repeat(50_000);
        assert_eq!(find_doi(&hostile), None);
    }
}

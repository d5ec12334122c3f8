//! The link words that publishers' pages put behind a reference: `[CrossRef] [PubMed]`.

use crate::source::Span;

/// Words of links that publishers' pages put behind a reference, in brackets or on a line.
#[rustfmt::skip]
static LINKS: &[&str] = &[
    "crossref", "cross ref", "pubmed", "pub med", "google scholar", "googlescholar", "medline",
    "web of science", "web of science®", "scopus", "nasa ads", "ads", "edp sciences",
    "pmc free article", "free full text", "free article", "full text", "green version", "cas",
    "isi", "links", "view article", "publisher", "publisher site", "pubmed/ncbi",
    "pubmed central", "pmc", "abstract", "article", "mathscinet", "math scinet", "zbmath",
    "view at publisher", "view at google scholar", "view in article", "europe pmc", "academia",
    "openurl", "download", "view record in scopus", "ref list", "citeseerx", "semantic scholar",
    "dimensions", "wos", "full text pdf", "pdf", "web of science ®", "cited by", "find it",
    "opens in a new window", "find in worldcat", "worldcat", "search ads", "doi",
];

/// Whether the words are those of a link.
fn is_link(words: &str) -> bool {
    let words = words.trim_matches(|c: char| !c.is_alphanumeric());
    LINKS
        .iter()
        .any(|link| words.len() == link.len() && words.eq_ignore_ascii_case(link))
}

/// A line that is nothing but link words as pages set them: `Article CAS PubMed Google Scholar`,
/// `View at: Publisher Site | Google Scholar`. `CrossRef Medline` alone is how some journals print
/// the end of a reference, and stays.
pub(super) fn is_link_line(words: &str) -> bool {
    const LONGEST: usize = 120;
    if words.len() > LONGEST || !words.is_ascii() {
        return false;
    }
    let lower = words.to_ascii_lowercase();
    let sure = [
        "google scholar",
        "view article",
        "view at",
        "publisher site",
        "full text",
        "[ links",
        "view in article",
    ];
    if !sure.iter().any(|link| lower.contains(link)) {
        return false;
    }
    let mut rest = lower.as_str();
    loop {
        rest = rest.trim_start_matches(|c: char| {
            c.is_whitespace()
                || c.is_ascii_digit()
                || matches!(
                    c,
                    '|' | '[' | ']' | '(' | ')' | ':' | ',' | '.' | '•' | '·' | ';'
                )
        });
        if rest.is_empty() {
            return true;
        }
        let longest = LINKS
            .iter()
            .chain(&["view at", "and"])
            .filter(|link| rest.starts_with(**link))
            .map(|link| link.len())
            .max();
        match longest {
            Some(length) => rest = &rest[length..],
            None => return false,
        }
    }
}

/// The links in brackets within a line, as spans of runs: `[CrossRef] [PubMed] [Google Scholar]`,
/// also with a Markdown address behind each, which is left in the text.
pub(super) fn tails(text: &str, line: Span) -> Vec<Span> {
    const LONGEST: usize = 32;
    let words = line.of(text);
    let start = line.start as usize;
    let mut out: Vec<Span> = Vec::new();
    for open in memchr::memchr_iter(b'[', words.as_bytes()) {
        let inside = &words.as_bytes()[open + 1..words.len().min(open + 1 + LONGEST)];
        let Some(close) = memchr::memchr(b']', inside) else {
            continue;
        };
        if !words.get(open + 1..open + 1 + close).is_some_and(is_link) {
            continue;
        }
        let (from, to) = (start + open, start + open + close + 2);
        match out.last_mut() {
            Some(last)
                if text
                    .get(last.end as usize..from)
                    .is_some_and(|gap| gap.trim().is_empty()) =>
            {
                *last = Span::new(last.start as usize, to);
            }
            _ => out.push(Span::new(from, to)),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn link_words_are_told_from_words() {
        assert!(is_link_line("Article CAS PubMed Google Scholar"));
        assert!(is_link_line("View at: Publisher Site | Google Scholar"));
        assert!(!is_link_line("CrossRef Medline"));
        assert!(!is_link_line("Article on Google Scholar and me"));
        let text = "A. 1999. [CrossRef] [PubMed] 2. B [Internet]. [Google Scholar]";
        let found: Vec<&str> = tails(text, Span::new(0, text.len()))
            .iter()
            .map(|s| s.of(text))
            .collect();
        assert_eq!(found, ["[CrossRef] [PubMed]", "[Google Scholar]"]);
    }
}

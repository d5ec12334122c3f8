//! Identifiers, addresses and dates of access in a reference, found by hand-written scanners that
//! bear with text taken from PDF files: `http ://`, `10. 1038/…`, a glued `.URLhttps://…`.

mod accessed;
mod address;
mod arxiv;
mod before;
mod doi;
mod numbers;

use accessed::{accessed, bracketed_day};
use address::address;
use arxiv::{archive, arxiv};
use before::label_before;
use doi::doi;
use numbers::{number, pmcid, standard_number};

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
            let begins = at == 0
                || bytes.get(at) == Some(&b'[')
                || !bytes.get(at).is_some_and(u8::is_ascii)
                || !bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric)
                // `Matrix Product StatesarXiv :1612.00739`
                || bytes.get(at..at + 5) == Some(b"arXiv");
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

/// What stands behind a label that begins at `at`.
fn labelled(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    match bytes.get(at)?.to_ascii_lowercase() {
        b'a' => arxiv(text, at)
            .or_else(|| accessed(text, at))
            .or_else(|| archive(text, at)),
        b'p' => number(text, at, "pmid", LinkKind::Pmid)
            .or_else(|| number(text, at, "pubmed", LinkKind::Pmid))
            .or_else(|| pmcid(text, at))
            .or_else(|| archive(text, at)),
        b'i' => standard_number(text, at, "isbn", LinkKind::Isbn)
            .or_else(|| standard_number(text, at, "issn", LinkKind::Issn)),
        b'e' => standard_number(text, at, "eissn", LinkKind::Issn),
        b'[' => bracketed_day(text, at),
        _ => archive(text, at)
            .or_else(|| accessed(text, at))
            .or_else(|| bracketed_day(text, at)),
    }
}

/// `end` without the punctuation of the sentence around, and without a bracket never opened.
fn trimmed(text: &str, from: usize, mut end: usize) -> usize {
    while let Some(last) = text
        .get(from..end)
        .and_then(|part| part.chars().next_back())
    {
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

/// Skips spaces and colons.
fn behind_colon(text: &str, at: usize) -> usize {
    let rest = text.get(at..).unwrap_or_default();
    text.len() - rest.trim_start_matches([' ', ':', '：', '.', '#']).len()
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
            (
                "Heidelberg , 2003.doi :10 .1007/978-3.URLhttps: / /doi.org/10.1007/978-3.",
                vec![(Doi, "10 .1007/978-3"), (Doi, "10.1007/978-3")],
            ),
            (
                "in <http://www.chass.utoronto.ca:8080 /~ian/>.",
                vec![(Url, "http://www.chass.utoronto.ca:8080 /~ian/")],
            ),
            (
                "https://venturebeat. com/2012/07/30/a-b/ (accessed May 24, 2020).",
                vec![
                    (Url, "https://venturebeat. com/2012/07/30/a-b/"),
                    (Accessed, "May 24, 2020"),
                ],
            ),
            (
                "doi:10.1007/JHEP04(2017)134[ arXiv:1702.01748[ hep-th]].",
                vec![(Doi, "10.1007/JHEP04(2017)134"), (Arxiv, "1702.01748")],
            ),
            (
                "arXiv .org:hep -ph/9911415( 1999).",
                vec![(Arxiv, "hep -ph/9911415")],
            ),
            (
                "doi: 10.1093/aje/kwx335. PMID: 29053768 PMCID: PMC5928458",
                vec![
                    (Doi, "10.1093/aje/kwx335"),
                    (Pmid, "29053768"),
                    (Pmcid, "PMC5928458"),
                ],
            ),
            (
                "ISBN 978-7-101-00992-7. 29",
                vec![(Isbn, "978-7-101-00992-7")],
            ),
            (
                "356-362[2014-06-25]. https://www.nature.com/n.pdf.",
                vec![
                    (Accessed, "2014-06-25"),
                    (Url, "https://www.nature.com/n.pdf"),
                ],
            ),
            (
                "Product StatesarXiv :1612.00739.",
                vec![(Arxiv, "1612.00739")],
            ),
            (
                "URL http://www .ncbi .nlm.nih.gov/q.fcgi?cmd=R&db=P&dopt=Citat ion&list_uids=18.",
                vec![(
                    Url,
                    "http://www .ncbi .nlm.nih.gov/q.fcgi?cmd=R&db=P&dopt=Citat ion&list_uids=18",
                )],
            ),
            ("[22]www .imoa.info/", vec![(Url, "www .imoa.info/")]),
            (
                "http: // arxiv.org /abs/1403. 4822",
                vec![(Url, "http: // arxiv.org /abs/1403. 4822")],
            ),
            (
                "http://www.sciencedirect.com/science/article/pii/ S0168900210014907",
                vec![(
                    Url,
                    "http://www.sciencedirect.com/science/article/pii/ S0168900210014907",
                )],
            ),
            (
                "https://www.bbc.com/a-2880(accessed: August2014).",
                vec![(Url, "https://www.bbc.com/a-2880")],
            ),
            (
                "doi:10.14191/a.29.5.551(inkoreanwithenglishabstract.",
                vec![(Doi, "10.14191/a.29.5.551")],
            ),
            ("Cell 10.5 (1990) 10.12", vec![]),
        ] {
            assert_eq!(found(text), expected, "{text}");
        }
    }
}

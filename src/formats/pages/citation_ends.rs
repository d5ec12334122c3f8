//! What stands around the words of a citation: identifiers, its address, the date of access, and the
//! links and remarks that end it.

use super::citation::Citation;
use super::lines::{doi_in, is_year, part, trim_by};
use super::needles::{Needles, holds, position};
use super::numbers::{Numbers, numbers};
use crate::source::Span;

/// Where the words of a citation end: before links, remarks, the date of access.
pub(super) fn end(words: &str) -> usize {
    TAILS
        .first_behind(words, 15)
        .into_iter()
        .chain(access_date(words))
        .min()
        .unwrap_or(words.len())
}

/// What ends the text of a citation and begins its links.
static TAILS: Needles = Needles::in_any_case(&[
    "https://",
    "http://",
    "doi:",
    "doi ",
    "DOI：",
    "[Google Scholar",
    "[CrossRef",
    "[DOI]",
    "PubMed PMID",
    "PMID:",
    "pmid:",
    "[Medline:",
    "[FREE Full text",
    "[doi",
    "(Obra original",
    "(Original work",
    "(Trabajo original",
    "(Ouvrage original",
    "(In Russ",
    "(in Russian",
    "Available from",
    "Available at",
    "Disponible en",
    "Disponível em",
    "(дата обращения",
    "URL:",
    "Epub ",
    "Article CAS",
    "Retrieved from",
    "(consulté",
    "consulté le",
    ", abgerufen",
    "(abgerufen",
    "Consultado ",
    "Acesso em",
    "(accessed",
    ". Accessed",
    ", accessed",
    "[Links]",
    "[ Links ]",
    "ISSN",
    "ISBN",
    "JSTOR ",
    "S2CID ",
    "OCLC ",
    "Archived from",
    "arXiv:",
]);

/// Adds the identifiers of the work.
pub(super) fn identifiers(text: &str, span: Span, out: &mut Citation) {
    let words = span.of(text);
    if let Some(found) = doi_in(words) {
        out.doi = part(text, span, found.start, found.end);
    }
    let pmid = ["PMID:", "[Medline:", "pmid:", "PubMed:"];
    if let Some((at, mark)) = pmid
        .iter()
        .find_map(|mark| Some((position(words, mark)?, mark)))
    {
        let rest = part(text, span, at + mark.len(), words.len());
        let digits = rest.of(text).bytes().take_while(u8::is_ascii_digit).count();
        out.pmid = part(text, rest, 0, digits);
    }
    if let Some(at) = arxiv(words) {
        let rest = part(text, span, at + 6, words.len());
        let id = rest
            .of(text)
            .find(|c: char| !c.is_ascii_alphanumeric() && !matches!(c, '.' | '/' | '-'))
            .unwrap_or(rest.len());
        out.eprint = trim_by(text, part(text, rest, 0, id), |c| c == '.');
    }
    if let Some(at) = position(words, "ISBN") {
        let number = |c: char| c.is_ascii_digit() || matches!(c, '-' | '‐' | '–' | 'X' | 'x');
        let rest = &words[at..];
        let from = at
            + rest
                .find(|c: char| c.is_ascii_digit())
                .unwrap_or(rest.len());
        let length = words[from..]
            .find(|c| !number(c))
            .unwrap_or(words.len() - from);
        let digits = words[from..from + length]
            .bytes()
            .filter(u8::is_ascii_alphanumeric)
            .count();
        if matches!(digits, 10 | 13) && from < at + 16 {
            out.isbn = part(text, span, from, from + length);
        }
    }
}

/// Where `arXiv:` begins, in any case: its colon is what few texts hold.
fn arxiv(words: &str) -> Option<usize> {
    let bytes = words.as_bytes();
    memchr::memchr_iter(b':', bytes)
        .filter_map(|colon| colon.checked_sub("arXiv".len()))
        .find(|at| {
            bytes
                .get(*at..at + "arXiv".len())
                .is_some_and(|word| word.eq_ignore_ascii_case(b"arXiv"))
        })
}

/// What stands before the date of access in brackets.
static CITED: Needles = Needles::of(&[
    "[cited ",
    "[citado ",
    "[accessed ",
    "[consultado ",
    "[cité ",
]);

/// Where `[cited 2019 Mar 1]` begins, if it ends the citation, and where a translation in brackets
/// does.
fn access_date(words: &str) -> Option<usize> {
    let cited = CITED
        .first_in(words)
        .filter(|at| !holds(&words[*at..], "];"));
    let translated = words
        .rfind('（')
        .filter(|at| words[*at..].contains('訳') && *at > 15);
    cited.into_iter().chain(translated).min()
}

/// `2018 [citado 4º de março de 2024];12(3):45-58`: the numbers stand behind the date of access.
pub(super) fn behind_access_date(text: &str, body: Span, out: &mut Citation) {
    let words = body.of(text);
    let Some(at) = position(words, "];").filter(|_| out.numbers.volume.is_empty()) else {
        return;
    };
    let found = numbers(text, part(text, body, at + 2, words.len()));
    if found.parts() >= 2 && found.year.is_empty() {
        out.numbers = Numbers {
            year: out.numbers.year,
            ..found
        };
    }
}

/// When a work was read online: `Retrieved 5 April 2018`, `consulté le 5 avril 2018`.
pub(super) fn accessed(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let marks = [
        "Retrieved ",
        "abgerufen am ",
        "consulté le ",
        "дата обращения: ",
    ];
    let Some(from) = marks
        .iter()
        .find_map(|mark| Some(position(words, mark)? + mark.len()))
    else {
        return Span::default();
    };
    let rest = &words[from..];
    let end = rest.find([')', ']', ',', ';', '\n']).unwrap_or(rest.len());
    let date = rest[..end].trim_end_matches('.');
    let year = date.rsplit([' ', '.', '-']).next().unwrap_or_default();
    if date.len() < 30 && is_year(year) {
        part(text, span, from, from + date.len())
    } else {
        Span::default()
    }
}

/// The address in a citation, unless it is of an index that only lists the work.
pub(super) fn address(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let Some(from) = position(words, "http://").or_else(|| position(words, "https://")) else {
        return Span::default();
    };
    let rest = &words[from..];
    let end = rest
        .find(|c: char| c.is_whitespace() || matches!(c, '>' | '<' | ']' | '"' | '⟩'))
        .unwrap_or(rest.len());
    let indexes = [
        "doi.org",
        "scholar.google",
        "pubmed",
        "ncbi.nlm",
        "arxiv.org",
        "crossref",
    ];
    if indexes.iter().any(|index| rest[..end].contains(index)) {
        return Span::default();
    }
    trim_by(text, part(text, span, from, from + end), |c| {
        matches!(c, '.' | ',' | ';' | ')')
    })
}

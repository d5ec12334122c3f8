//! Identifiers of PubMed and PubMed Central.

use super::{find_behind, leading_digits, strip_prefix};
use std::ops::Range;

/// A PMID without prefix: one to eight digits, from `PMID: 123`, an address of PubMed, or alone.
///
/// ```
/// use bibsift::model::identifier::pmid;
/// assert_eq!(pmid("PMID: 20123456.").as_deref(), Some("20123456"));
/// assert_eq!(pmid("PMC123"), None);
/// ```
pub fn pmid(text: &str) -> Option<String> {
    let text = text.trim();
    if let Some((found, range)) = find_pmid(text) {
        return is_tail(text.get(range.end..)?).then_some(found);
    }
    let text = strip_prefix(text, "medline:").unwrap_or(text);
    let digits = leading_digits(text);
    (is_pmid(digits) && is_tail(text.get(digits.len()..)?)).then(|| digits.to_owned())
}

/// A PMCID with its `PMC`, without version; bare digits count as one.
pub fn pmcid(text: &str) -> Option<String> {
    let text = text.trim();
    let (found, end) = match find_pmcid(text) {
        Some((found, range)) => (found, range.end),
        None => read_pmcid(text).or_else(|| {
            let digits = leading_digits(text);
            (!digits.is_empty()).then(|| (format!("PMC{digits}"), digits.len()))
        })?,
    };
    let rest = text.get(end..)?;
    let rest = match rest.strip_prefix('.') {
        Some(version) => version.trim_start_matches(|c: char| c.is_ascii_digit()),
        None => rest,
    };
    is_tail(rest).then_some(found)
}

/// The first PMID in a text, behind its label or in an address, with its byte range.
pub fn find_pmid(text: &str) -> Option<(String, Range<usize>)> {
    let labels = [
        "pmid",
        "pubmed.ncbi.nlm.nih.gov/",
        "nih.gov/pubmed/",
        "nih.gov/m/pubmed/",
    ];
    find_behind(text, &labels, |rest| {
        let digits = leading_digits(rest);
        is_pmid(digits).then(|| (digits.to_owned(), digits.len()))
    })
}

/// The first PMCID in a text, behind its label or in an address, with its byte range.
pub fn find_pmcid(text: &str) -> Option<(String, Range<usize>)> {
    let labels = [
        "pmcid",
        "/pmc/articles/",
        "pmc.ncbi.nlm.nih.gov/articles/",
        "europepmc.org/articles/",
    ];
    find_behind(text, &labels, read_pmcid)
}

fn read_pmcid(text: &str) -> Option<(String, usize)> {
    let digits = leading_digits(strip_prefix(text, "pmc")?);
    (1..=9)
        .contains(&digits.len())
        .then(|| (format!("PMC{digits}"), digits.len() + 3))
}

fn is_pmid(digits: &str) -> bool {
    (1..=8).contains(&digits.len()) && !digits.starts_with('0')
}

fn is_tail(rest: &str) -> bool {
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || ".,;/)]".contains(c));
    rest.is_empty() || rest.starts_with(['?', '#', '['])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pmids() {
        for text in [
            "20123456",
            "PMID:20123456",
            "pmid: 20123456;",
            "PMID 20123456 [PubMed]",
            "https://pubmed.ncbi.nlm.nih.gov/20123456/",
            "http://www.ncbi.nlm.nih.gov/pubmed/20123456?dopt=x",
            "MEDLINE:20123456",
        ] {
            assert_eq!(pmid(text).as_deref(), Some("20123456"), "{text}");
        }
        for text in [
            "",
            "0123",
            "123456789",
            "PMC20123456",
            "20123456 and more",
            "abc",
        ] {
            assert_eq!(pmid(text), None, "{text}");
        }
        assert_eq!(
            find_pmid("PMCID: PMC1; PMID: 22").map(|f| f.0).as_deref(),
            Some("22")
        );
    }

    #[test]
    fn pmcids() {
        for text in [
            "PMC2901234",
            "pmc2901234",
            "PMCID: PMC2901234",
            "2901234",
            "PMC2901234.1",
            "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC2901234/",
            "https://pmc.ncbi.nlm.nih.gov/articles/PMC2901234/#s1",
        ] {
            assert_eq!(pmcid(text).as_deref(), Some("PMC2901234"), "{text}");
        }
        assert_eq!(pmcid("PMC"), None);
    }
}

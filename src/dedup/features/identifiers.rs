//! Identifiers as hashes, from their own fields or from an address on a resolver.

use super::{hash_text, written};
use crate::model::identifier::{self, is_bare_doi};
use crate::model::{Field, Record, Value};
use std::borrow::Cow;

/// Hashes of what identifies a record; 0 where absent.
#[derive(Default)]
pub(super) struct Identifiers {
    pub(super) doi: u64,
    pub(super) doi_stem: u64,
    pub(super) pmid: u64,
    pub(super) eprint: u64,
    pub(super) isbn: u64,
}

pub(super) fn read(record: &Record) -> Identifiers {
    let mut ids = Identifiers::default();
    let text = |field| record.get(field).map(written::text).unwrap_or_default();
    let (doi, url) = (text(Field::Doi), record.get(Field::Url));
    let doi = clean_doi(&doi).or_else(|| {
        let url = written::text(url?);
        let at = url.find("doi.org/").map(|at| at + "doi.org/".len())?;
        clean_doi(url.get(at..)?).map(|doi| Cow::Owned(doi.into_owned()))
    });
    if let Some(doi) = doi {
        ids.doi = hash_text(&doi);
        ids.doi_stem = hash_text(stem(&doi));
    }
    let digits = |field| -> Option<String> {
        let text = written::text(record.get(field)?);
        let digits: String = text.chars().filter(char::is_ascii_digit).take(12).collect();
        (!digits.is_empty()).then_some(digits)
    };
    ids.pmid = digits(Field::Pmid).map_or(0, |pmid| hash_text(&pmid));
    if let Some(eprint) = record.get(Field::Eprint) {
        let eprint = written::text(eprint).to_lowercase();
        let archive = record.get(Field::EprintType).map_or_else(
            || "arxiv".to_owned(),
            |value| written::text(value).to_lowercase(),
        );
        let eprint = eprint.trim_start_matches("arxiv:").trim();
        if archive == "pubmed" && ids.pmid == 0 {
            ids.pmid = hash_text(eprint);
        } else if !eprint.is_empty() {
            ids.eprint = hash_text(&format!("{archive}:{}", unversioned(eprint)));
        }
    }
    if !record.entry_type.is_part() {
        ids.isbn = record.get(Field::Isbn).map_or(0, |value| match value {
            Value::List(list) => list.iter().find_map(|one| isbn(&one.content)).unwrap_or(0),
            other => isbn(&written::text(other)).unwrap_or(0),
        });
    }
    ids
}

/// The DOI of a text, bare and lower case, cut where a link resolver adds parameters.
fn clean_doi(text: &str) -> Option<Cow<'_, str>> {
    if is_bare_doi(text) {
        return is_of_a_work(text).then_some(Cow::Borrowed(text));
    }
    let start = text.find("10.")?;
    let text = super::cut(text.get(start..)?, 300);
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '?' | '&' | '"' | '<' | '>' | '|'))
        .unwrap_or(text.len());
    let text = text
        .get(..end)?
        .trim_end_matches(['.', ',', ';', ')', ']', '/']);
    let doi = identifier::doi(text).unwrap_or_else(|| text.to_lowercase());
    is_of_a_work(&doi).then_some(Cow::Owned(doi))
}

/// A prefix or a truncated suffix such as `10.17705/1cais` stands for a whole journal.
fn is_of_a_work(doi: &str) -> bool {
    let doi = doi.as_bytes();
    let slash = doi.iter().position(|byte| *byte == b'/');
    slash
        .and_then(|at| doi.split_at_checked(at))
        .is_some_and(|(prefix, suffix)| {
            prefix.len() > 6 && suffix.len() > 3 && suffix.iter().any(u8::is_ascii_digit)
        })
}

/// A DOI without `.pub2`, `.v2`, `v2` at its end.
fn stem(doi: &str) -> &str {
    let bare = doi.trim_end_matches(|c: char| c.is_ascii_digit());
    if bare.len() == doi.len() {
        return doi;
    }
    for tail in [".pub", ".v", "/v", "v"] {
        if let Some(stem) = bare.strip_suffix(tail)
            && (tail != "v" || stem.ends_with(|c: char| c.is_ascii_digit()))
        {
            return stem;
        }
    }
    doi
}

/// An archive identifier without `v2` at its end.
fn unversioned(id: &str) -> &str {
    let bare = id.trim_end_matches(|c: char| c.is_ascii_digit());
    match bare.strip_suffix('v') {
        Some(stem) if stem.ends_with(|c: char| c.is_ascii_digit()) && bare.len() < id.len() => stem,
        _ => id,
    }
}

/// Hash of an ISBN without its prefix and check digit: the ten- and the thirteen-digit form of
/// one book share what is between.
fn isbn(text: &str) -> Option<u64> {
    let digits: String = text
        .chars()
        .filter(|c| c.is_ascii_digit() || matches!(c, 'X' | 'x'))
        .take(13)
        .collect();
    let core = match digits.len() {
        10 => digits.get(..9)?,
        13 => digits.get(3..12)?,
        _ => return None,
    };
    Some(hash_text(core))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dois_lose_resolver_parameters_and_version() {
        assert_eq!(
            clean_doi("http://dx.doi.org/10.1002/14651858.CD002273.pub2?x=1").as_deref(),
            Some("10.1002/14651858.cd002273.pub2")
        );
        assert_eq!(
            stem("10.1002/14651858.cd002273.pub2"),
            "10.1002/14651858.cd002273"
        );
        assert_eq!(
            stem("10.1101/2020.01.01.123456v2"),
            "10.1101/2020.01.01.123456"
        );
        assert_eq!(stem("10.1000/xyz12"), "10.1000/xyz12");
        assert_eq!(clean_doi("10.17705/1CAIS."), Some("10.17705/1cais".into()));
    }

    #[test]
    fn both_forms_of_an_isbn_are_one() {
        assert_eq!(isbn("0-306-40615-2"), isbn("978-0-306-40615-7"));
        assert_eq!(isbn("1234"), None);
    }
}

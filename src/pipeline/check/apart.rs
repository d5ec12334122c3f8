//! Entries that matching takes for one work and that say of themselves that they are several.
//!
//! Web pages, talks and posters have no journal and no identifier to be known by, and those of one
//! author often share their titles. What is left to tell them apart is where they are to be found.

use crate::model::{EntryType, Field, Record};

/// A record with one of these is known by it, or by what it is a part of.
const KNOWN_BY: [Field; 9] = [
    Field::Doi,
    Field::Isbn,
    Field::Issn,
    Field::Eprint,
    Field::Pmid,
    Field::JournalTitle,
    Field::Volume,
    Field::Pages,
    Field::Number,
];

/// Parts a group of entries into groups of which none is [apart](are_apart) from the first, each in
/// the order given.
pub(super) fn parted<T>(group: Vec<T>, record: impl Fn(&T) -> Record) -> Vec<Vec<T>> {
    let mut groups: Vec<(Record, Vec<T>)> = Vec::new();
    for one in group {
        let own = record(&one);
        match groups.iter_mut().find(|(first, _)| !are_apart(first, &own)) {
            Some((_, group)) => group.push(one),
            None => groups.push((own, vec![one])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// Whether two works without an identifier are two pages with different addresses, or were given in
/// two places in different months.
fn are_apart(one: &Record, other: &Record) -> bool {
    let is_loose = |record: &Record| {
        let entry_type = record.entry_type;
        matches!(entry_type, EntryType::Misc | EntryType::Online)
            && !KNOWN_BY.iter().any(|field| record.has(*field))
    };
    if !is_loose(one) || !is_loose(other) {
        return false;
    }
    let addresses = one.text(Field::Url).zip(other.text(Field::Url));
    let pages = addresses.is_some_and(|(one, other)| address(one) != address(other));
    let places = one.text(Field::Location).zip(other.text(Field::Location));
    let months = month(one).zip(month(other));
    let talks = places.is_some_and(|(one, other)| !one.eq_ignore_ascii_case(other))
        && months.is_some_and(|(one, other)| one != other);
    pages || talks
}

/// What of an address says which page it is of.
fn address(url: &str) -> String {
    let url = url.trim().to_ascii_lowercase();
    let bare = url.split_once("://").map_or(url.as_str(), |(_, bare)| bare);
    let bare = bare.strip_prefix("www.").unwrap_or(bare);
    bare.trim_end_matches('/').to_owned()
}

fn month(record: &Record) -> Option<u8> {
    record.date(Field::Date)?.start.month
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::bibtex::BIBTEX;
    use crate::report::Findings;
    use crate::source::{Source, SourceId};

    /// How many works the entries are.
    fn works(text: &str) -> usize {
        let source = Source::new(SourceId(0), "", text);
        let raws = (BIBTEX.read)(&source, &mut Findings::nothing());
        let all = (0..raws.records.len()).collect();
        let lower = |at: &usize| (BIBTEX.lower)(&source, &raws, *at, &mut Findings::nothing());
        parted(all, lower).len()
    }

    #[test]
    fn pages_are_told_apart_by_their_addresses() {
        let page = |url: &str| format!("@misc{{k, title = {{Policy}}, url = {{{url}}}}}\n");
        let two = |one: &str, other: &str| works(&(page(one) + &page(other)));
        assert_eq!(two("https://a.org/policy", "http://www.A.org/policy/"), 1);
        assert_eq!(two("https://a.org/policy", "https://a.org/policy/2"), 2);
        assert_eq!(
            works("@misc{k, title = {Policy}}\n@misc{l, title = {Policy}, url = {https://a.org}}"),
            1
        );
        let known = "@misc{k, title = {A}, doi = {10.1000/1}, url = {https://a.org}}\n";
        assert_eq!(works(&known.replace("a.org", "b.org")) + works(known), 2);
        assert_eq!(works(&(known.replace("a.org", "b.org") + known)), 1);
    }

    #[test]
    fn talks_are_told_apart_by_place_and_month() {
        let talk = |place: &str, month: &str| {
            format!(
                "@misc{{k, title = {{A}}, location = {{{place}}}, month = {month}, year = 2019}}\n"
            )
        };
        let two = |one: String, other: String| works(&(one + &other));
        assert_eq!(two(talk("Delft", "nov"), talk("Boston", "dec")), 2);
        assert_eq!(two(talk("Delft", "nov"), talk("Boston", "nov")), 1);
        assert_eq!(two(talk("Delft", "nov"), talk("Delft", "dec")), 1);
    }
}

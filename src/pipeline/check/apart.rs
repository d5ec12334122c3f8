//! Entries that matching takes for one work and that say of themselves that they are several.
//!
//! Web pages, talks and posters have no journal and no identifier to be known by, and those of one
//! author often share their titles. What is left to tell them apart is where they are to be found.

use std::collections::HashMap;

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

/// So many groups are looked through for an entry; one that belongs to none of them stands with
/// those that say just the same.
const LOOKED_AT: usize = 64;

/// Parts a group of entries into groups of which none is [apart](Told::is_apart) from the first, each
/// in the order given.
pub(super) fn parted<T>(group: Vec<T>, record: impl Fn(&T) -> Record) -> Vec<Vec<T>> {
    let mut groups: Vec<(Told, Vec<T>)> = Vec::new();
    let mut known: HashMap<Told, usize> = HashMap::new();
    for one in group {
        let told = Told::of(&record(&one));
        let fitting = known.get(&told).copied().or_else(|| {
            let mut looked_at = groups.iter().take(LOOKED_AT);
            looked_at.position(|(first, _)| !first.is_apart(&told))
        });
        let at = fitting.unwrap_or(groups.len());
        known.insert(told.clone(), at);
        match groups.get_mut(at) {
            Some((_, group)) => group.push(one),
            None => groups.push((told, vec![one])),
        }
    }
    groups.into_iter().map(|(_, group)| group).collect()
}

/// What a record says of where its work is to be found; nothing, if it has an identifier or is a part
/// of something.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
struct Told {
    address: Option<String>,
    place: Option<String>,
    month: Option<u8>,
}

impl Told {
    fn of(record: &Record) -> Self {
        let entry_type = record.entry_type;
        let loose = matches!(entry_type, EntryType::Misc | EntryType::Online)
            && !KNOWN_BY.iter().any(|field| record.has(*field));
        if !loose {
            return Self::default();
        }
        Self {
            address: record.text(Field::Url).map(address),
            place: record.text(Field::Location).map(str::to_ascii_lowercase),
            month: month(record),
        }
    }

    /// Whether these are two pages with different addresses, or were given in two places in different
    /// months.
    fn is_apart(&self, other: &Self) -> bool {
        fn differ<T: PartialEq>(one: Option<&T>, other: Option<&T>) -> bool {
            one.zip(other).is_some_and(|(one, other)| one != other)
        }
        let talks = differ(self.place.as_ref(), other.place.as_ref())
            && differ(self.month.as_ref(), other.month.as_ref());
        differ(self.address.as_ref(), other.address.as_ref()) || talks
    }
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
    fn many_pages_of_one_title_are_looked_at_in_linear_time() {
        let record = |n: &usize| {
            let mut record = Record::new(EntryType::Misc, crate::source::Place::default());
            record.put(Field::Url, format!("https://a.org/{}", n / 2));
            record
        };
        let groups = parted((0..200_000).collect(), record);
        assert_eq!(groups.len(), 100_000);
        assert!(groups.iter().all(|group| group.len() == 2));
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

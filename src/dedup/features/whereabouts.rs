//! [`Whereabouts`]: where a work is to be found that has no identifier and is no part of anything.
//!
//! Web pages, talks and posters of one author often share title and year. What is left to tell them
//! apart is the address of the page, or where and when the talk was given.

use super::{cut, hash_text, written};
use crate::model::{EntryType, Field, Record, Value};

/// Where a page, talk or film is to be found; all 0 for works that are known by something else, and 0
/// for what is not said. Equal hashes of different words only keep a difference from being seen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct Whereabouts {
    /// Hash of the page's address below its host.
    page: u32,
    /// Hash of the host.
    host: u32,
    /// Hash of the place a talk was given at.
    place: u32,
    /// The month it was given in.
    month: u8,
}

impl Whereabouts {
    /// Whether the two say that they are pages of different addresses. A host alone may be all that
    /// somebody noted of a page.
    ///
    /// ```
    /// use bibsift::{dedup, model::{EntryType, Field, Record}};
    /// let page = |url: &str| {
    ///     let mut record = Record { entry_type: EntryType::Online, ..Record::default() };
    ///     record.put(Field::Url, url);
    ///     dedup::features(&record).whereabouts
    /// };
    /// let policy = page("https://a.org/policy");
    /// assert!(policy.is_other_page(page("https://a.org/imprint")));
    /// assert!(!policy.is_other_page(page("http://www.a.org/policy/")));
    /// ```
    pub fn is_other_page(self, other: Self) -> bool {
        differ(self.host, other.host) || differ(self.page, other.page)
    }

    /// Whether the two say that they were given in different places in different months.
    pub fn is_other_occasion(self, other: Self) -> bool {
        differ(self.place, other.place) && differ(self.month, other.month)
    }
}

/// Whether both are known and not the same.
fn differ<T: Copy + PartialEq + Default>(one: T, other: T) -> bool {
    one != T::default() && other != T::default() && one != other
}

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

/// Longest address looked at.
const ADDRESS_BYTES: usize = 2_000;

pub(super) fn read(record: &Record) -> Whereabouts {
    let loose = matches!(
        record.entry_type,
        EntryType::Misc
            | EntryType::Online
            | EntryType::Blog
            | EntryType::Speech
            | EntryType::Audio
            | EntryType::Video
    ) && !KNOWN_BY.iter().any(|field| record.has(*field));
    if !loose {
        return Whereabouts::default();
    }
    let (host, page) = record
        .get(Field::Url)
        .or_else(|| record.get(Field::HowPublished))
        .and_then(|value| address(&written::text(value)))
        .unwrap_or_default();
    let place = record.get(Field::Location).map_or(0, |value| {
        upper(hash_text(&super::fold(&written::text(value))))
    });
    let month = match record.get(Field::Date) {
        Some(Value::Date(date)) => date.start.month.unwrap_or(0),
        _ => 0,
    };
    Whereabouts {
        page,
        host,
        place,
        month,
    }
}

/// The hashes of host and page of the first address in a text, the page 0 where only a host is named.
fn address(text: &str) -> Option<(u32, u32)> {
    let text = cut(text, ADDRESS_BYTES);
    let start = text.find("://")? + "://".len();
    let mut bare = text.get(start..)?;
    // An archive puts the address of what it keeps behind its own.
    if bare.starts_with("web.archive.org/")
        && let Some(at) = bare.rfind("://")
    {
        bare = bare.get(at + "://".len()..)?;
    }
    let end = bare.find(|c: char| c.is_whitespace() || matches!(c, '#' | '>' | '"' | '}'));
    let bare = bare.get(..end.unwrap_or(bare.len()))?.to_lowercase();
    let bare = bare.strip_prefix("www.").unwrap_or(&bare);
    let (host, page) = bare.split_once('/').unwrap_or((bare, ""));
    let (path, query) = page.split_once('?').unwrap_or((page, ""));
    let path = path.trim_end_matches('/');
    let path = ["index.html", "index.htm", "index.php"]
        .iter()
        .find_map(|index| path.strip_suffix(index))
        .map_or(path, |path| path.trim_end_matches('/'));
    let told: Vec<&str> = query.split('&').filter(|part| !is_tracking(part)).collect();
    let page = hash_text(&[path, &told.join("&")].join("?"));
    let named = !(path.is_empty() && told.is_empty());
    Some((upper(hash_text(host)), if named { upper(page) } else { 0 }))
}

/// Whether a part of a query tells where a reader came from, and not what is read.
fn is_tracking(part: &str) -> bool {
    let marks = ["utm_", "fbclid=", "gclid="];
    part.is_empty() || marks.iter().any(|mark| part.starts_with(mark))
}

/// The upper half of a hash.
fn upper(hash: u64) -> u32 {
    u32::try_from(hash >> 32).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(url: &str) -> Whereabouts {
        let mut record = Record::default();
        record.put(Field::Url, url);
        read(&record)
    }

    fn talk(place: &str, month: u8) -> Whereabouts {
        Whereabouts {
            place: upper(hash_text(place)),
            month,
            ..Whereabouts::default()
        }
    }

    #[test]
    fn one_page_may_be_written_in_many_ways() {
        let policy = page("https://a.org/policy");
        for same in [
            "http://www.A.org/policy/",
            "https://a.org/policy/index.html#part-2",
            "https://a.org/policy?utm_source=letter&fbclid=1",
            "https://web.archive.org/web/2019/https://a.org/policy",
            "https://a.org",
            "",
            "read at home",
        ] {
            assert!(!policy.is_other_page(page(same)), "{same}");
        }
        for other in [
            "https://a.org/policy/2",
            "https://a.org/policy?page=2",
            "https://b.org/policy",
            "https://b.org",
        ] {
            assert!(policy.is_other_page(page(other)), "{other}");
        }
    }

    #[test]
    fn the_address_may_stand_in_how_it_was_published() {
        let mut record = Record::default();
        record.put(Field::HowPublished, "Online: https://b.org/x (in German)");
        assert_eq!(read(&record), page("https://b.org/x"));
    }

    #[test]
    fn a_work_known_by_something_else_is_nowhere() {
        let mut record = Record::default();
        record.put(Field::Url, "https://a.org/x");
        record.put(Field::Doi, "10.1000/1");
        assert_eq!(read(&record), Whereabouts::default());
    }

    #[test]
    fn talks_are_told_apart_by_place_and_month() {
        let delft = talk("delft", 11);
        assert!(delft.is_other_occasion(talk("boston", 12)));
        for same in [talk("boston", 11), talk("delft", 12), talk("boston", 0)] {
            assert!(!delft.is_other_occasion(same));
        }
    }
}

//! `crossref` and `xdata`: what an entry takes from others.
//!
//! A child's own fields always win. From an `xdata` entry everything is taken as it is. From a
//! `crossref` parent, bibliographic fields are taken by the rules of the biblatex manual, appendix
//! B: the title of proceedings becomes the book title of a paper, and so on. What names or
//! describes the parent alone, its identifiers, address, pages, abstract and keywords, is not
//! taken: a DOI of the proceedings is none of the paper. A link that was followed is dropped, one
//! that leads nowhere stays as an unknown field.

use std::collections::BTreeSet;

use super::context::BibContext;
use super::faults;
use super::lower::{Link, own, tell};
use crate::formats::RawRecords;
use crate::model::{EntryType, Extra, Field, Record, Text, Tracked};
use crate::report::Findings;
use crate::source::Source;

/// An entry takes from this many others at most, through chains and lists together.
const MOST_PARENTS: usize = 32;
/// Of a parent only so many fields are looked at, and longer values are not inherited, so
/// that many children of one large parent cost little.
pub(super) const MOST_FIELDS: usize = 256;
const LONGEST_INHERITED: usize = 4096;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Parent {
    Record(usize),
    Xdata(usize),
}

/// Gives `record`, which is the one at `index`, what `links` and the links of its parents lead to.
pub(super) fn inherit<'t>(
    source: &'t Source,
    raw: &RawRecords,
    context: &BibContext,
    index: usize,
    record: &mut Record,
    mut links: Vec<Link<'t>>,
    findings: &mut Findings,
) {
    let text = source.text.as_str();
    let mut visited = vec![Parent::Record(index)];
    let mut next = 0;
    // Findings about a parent are told where the parent itself is lowered.
    let mut hush = Findings::nothing();
    let own_links = links.len();
    while let Some(link) = links.get(next).copied() {
        let of_child = next < own_links;
        next += 1;
        let mut unknown = false;
        for key in link
            .keys
            .split(',')
            .map(str::trim)
            .filter(|key| !key.is_empty())
        {
            let Some(parent) = find(text, raw, context, key, &link) else {
                unknown = true;
                if of_child {
                    tell(
                        findings,
                        source,
                        record,
                        &faults::CROSSREF_UNKNOWN,
                        link.span,
                        || format!("no entry has the key '{key}'"),
                    );
                }
                continue;
            };
            if visited.contains(&parent) {
                tell(
                    findings,
                    source,
                    record,
                    &faults::CROSSREF_LOOP,
                    link.span,
                    || format!("'{key}' has been inherited from before"),
                );
                continue;
            }
            if visited.len() > MOST_PARENTS {
                unknown = true;
                continue;
            }
            visited.push(parent);
            let (raws, at) = match parent {
                Parent::Record(at) => (raw, at),
                Parent::Xdata(at) => (&context.xdata, at),
            };
            if let Some(entry) = raws.records.get(at) {
                let from = own(
                    source,
                    raws,
                    context,
                    entry,
                    &mut links,
                    LONGEST_INHERITED,
                    &mut hush,
                );
                take(record, from, link.is_xdata());
            }
        }
        if unknown && of_child {
            record.extra.push(Extra {
                name: link.name.to_owned(),
                value: Tracked::read(Text::plain(link.keys.trim()), source.place(link.span)),
            });
        }
    }
}

fn find(
    text: &str,
    raw: &RawRecords,
    context: &BibContext,
    key: &str,
    link: &Link<'_>,
) -> Option<Parent> {
    let xdata = || context.xdata_by_key.get(key).copied().map(Parent::Xdata);
    let record = || context.find(text, &raw.records, key).map(Parent::Record);
    if link.is_xdata() {
        xdata().or_else(record)
    } else {
        record().or_else(xdata)
    }
}

fn take(record: &mut Record, parent: Record, all: bool) {
    let kind = parent.entry_type;
    // The parent's own `booktitle` is a better one than its title.
    let has_booktitle = parent.has(Field::BookTitle);
    let fields: Vec<_> = parent
        .fields()
        .map(|(field, value)| (field, value.clone()))
        .collect();
    for (field, value) in fields {
        let target = if all {
            Some(field)
        } else {
            target(field, kind, record.entry_type, has_booktitle)
        };
        if let Some(target) = target
            && !record.has(target)
        {
            record.put_tracked(target, value);
        }
    }
    if all {
        let lower = |extra: &Extra| extra.name.to_ascii_lowercase();
        let own: BTreeSet<String> = record.extra.iter().map(lower).collect();
        let more = parent
            .extra
            .into_iter()
            .filter(|extra| !own.contains(&lower(extra)));
        record.extra.extend(more);
    }
}

/// What a field of a parent becomes in a child.
fn target(field: Field, parent: EntryType, child: EntryType, has_booktitle: bool) -> Option<Field> {
    use EntryType::{
        DictionaryEntry, InBook, InCollection, InProceedings, InReference, MvBook, MvCollection,
        Periodical,
    };
    let several_volumes = matches!(parent, MvBook | MvCollection);
    let in_book = matches!(
        child,
        InBook | InCollection | InProceedings | InReference | DictionaryEntry
    );
    match field {
        Field::Title if several_volumes => Some(Field::MainTitle),
        Field::Title if in_book => (!has_booktitle).then_some(Field::BookTitle),
        Field::Title if parent == Periodical => Some(Field::JournalTitle),
        Field::Subtitle if several_volumes => None,
        Field::Subtitle if in_book => Some(Field::BookSubtitle),
        Field::Subtitle if parent == Periodical => Some(Field::JournalSubtitle),
        Field::Author if in_book && child != InBook => Some(Field::BookAuthor),
        Field::TitleAddon if in_book => None,
        // What names or describes the parent alone.
        Field::ShortTitle
        | Field::Pages
        | Field::PageTotal
        | Field::Eid
        | Field::Doi
        | Field::Eprint
        | Field::EprintType
        | Field::EprintClass
        | Field::Pmid
        | Field::Pmcid
        | Field::Url
        | Field::UrlDate
        | Field::Keywords
        | Field::Abstract
        | Field::Annotation
        | Field::Addendum
        | Field::CallNumber
        | Field::Database
        | Field::AccessionNumber
        | Field::Affiliation
        | Field::File => None,
        other => Some(other),
    }
}

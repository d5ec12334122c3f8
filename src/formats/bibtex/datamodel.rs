//! Which fields biblatex's default data model allows in which entry type, and a home for the
//! fields it does not.
//!
//! A field of ours that the type may not have is written into `verbc`, one of the fields the
//! model keeps free for any use: verbatim, allowed everywhere, printed by no standard style. It
//! holds fields as an entry does, `verbc = {affiliation = {…}, pagetotal = {12}}`, and is read as
//! though they stood in the entry. Where the user's own `verbc` is in the way `verbb` and `verba`
//! serve. A user's unknown fields stay where they are.
//!
//! Source: the default data model of biblatex 3.18 (`blx-dm.def`), as biber 2.18 holds it.

use super::entry::matching_brace;
use super::marks::skip_white;
use super::names::{ANNOTATION, annotated};
use crate::model::{EntryType, Field, LastPage, Record};

/// The fields that can be the home, in order of preference.
const HOMES: [&str; 3] = ["verbc", "verbb", "verba"];

/// The first home that `record` does not use for something else.
pub(super) fn home(record: &Record) -> Option<&'static str> {
    let taken = |home: &str| {
        let mut extra = record.extra.iter();
        extra.any(|extra| extra.name.eq_ignore_ascii_case(home))
    };
    HOMES.into_iter().find(|home| !taken(home))
}

pub(super) fn is_home(name: &str) -> bool {
    name.len() == 5 && HOMES.iter().any(|home| home.eq_ignore_ascii_case(name))
}

/// A field that stands in a home: its name, and where its value stands in the home's.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Inner<'t> {
    pub(super) name: &'t str,
    /// Offset of the value's opening brace.
    pub(super) at: usize,
    /// The value without its braces.
    pub(super) value: &'t str,
}

/// The fields in a home; [`None`] where the value is anything but `name = {…}, …` of names we write.
pub(super) fn inner(value: &str) -> Option<Vec<Inner<'_>>> {
    let bytes = value.as_bytes();
    let (mut found, mut at) = (Vec::new(), 0);
    loop {
        let start = skip_white(bytes, at);
        if start == bytes.len() && !found.is_empty() {
            return Some(found);
        }
        let equals = start + memchr::memchr(b'=', bytes.get(start..)?)?;
        let name = value.get(start..equals)?.trim_end();
        let open = skip_white(bytes, equals + 1);
        if !is_ours(name) || bytes.get(open) != Some(&b'{') {
            return None;
        }
        let close = matching_brace(bytes, open)?;
        found.push(Inner {
            name,
            at: open,
            value: value.get(open + 1..close)?,
        });
        at = skip_white(bytes, close + 1);
        match bytes.get(at) {
            Some(b',') => at += 1,
            None => {}
            Some(_) => return None,
        }
    }
}

fn is_ours(name: &str) -> bool {
    let field = match name.split_once(ANNOTATION) {
        Some((field, _)) if annotated(name).is_some() => field,
        _ => name,
    };
    Field::from_bib(field).is_some_and(|known| known.name() == field && known != Field::Date)
}

/// Whether the data model allows `field` in entries of this type.
///
/// For types the model names without giving them fields (artwork, standard, letter …) it allows
/// none but the common ones, not even a title; the manual has styles use them as `@misc` or as
/// they see fit. These keep all fields any type may have.
pub(super) fn allows(entry_type: EntryType, field: Field) -> bool {
    let own = own_fields(entry_type);
    has(EVERYWHERE, field) || own.map_or(has(SOMEWHERE, field), |own| has(own, field))
}

/// Whether the number of pages only repeats what the page range says.
pub(super) fn repeats_pages(record: &Record) -> bool {
    let (Some(total), Some(pages)) = (record.text(Field::PageTotal), record.pages()) else {
        return false;
    };
    let [range] = pages.ranges.as_slice() else {
        return false;
    };
    let LastPage::At(last) = &range.last else {
        return false;
    };
    let number = |text: &str| text.trim().parse::<u32>().ok();
    match (number(total), number(&range.first), number(last)) {
        (Some(total), Some(first), Some(last)) => {
            last.checked_sub(first).and_then(|n| n.checked_add(1)) == Some(total)
        }
        _ => false,
    }
}

type Fields = u128;

const fn has(fields: Fields, field: Field) -> bool {
    fields & (1 << field as u32) != 0
}

const fn set(fields: &[Field]) -> Fields {
    let (mut set, mut at) = (0, 0);
    while at < fields.len() {
        set |= 1 << fields[at] as u32;
        at += 1;
    }
    set
}

use Field::{
    Abstract, Addendum, Annotation, Author, BookAuthor, BookSubtitle, BookTitle, CallNumber,
    Chapter, Contributor, Date, Doi, Edition, Editor, Eid, Eprint, EprintClass, EprintType,
    EventDate, EventTitle, File, Holder, HowPublished, Institution, Isbn, Issn, Issue, IssueTitle,
    JournalSubtitle, JournalTitle, Keywords, Language, Location, MainTitle, Note, Number,
    Organization, OrigDate, OrigLanguage, OrigTitle, PageTotal, Pages, Part, PubState, Publisher,
    Series, ShortJournal, ShortTitle, Subtitle, Title, TitleAddon, Translator, Type, Url, UrlDate,
    Venue, Version, Volume, Volumes,
};

/// Fields every type may have; `langid` and `library` are what we call language and call number.
const EVERYWHERE: Fields = set(&[
    Abstract,
    Annotation,
    CallNumber,
    Date,
    Doi,
    Eprint,
    EprintClass,
    EprintType,
    File,
    Keywords,
    Language,
    OrigDate,
    OrigTitle,
    ShortJournal,
    ShortTitle,
    Url,
    UrlDate,
]);

/// Fields every type with a list of its own may have.
const COMMON: Fields = set(&[Addendum, Note, PubState, Subtitle, Title, TitleAddon]);
const IN_VOLUMES: Fields = COMMON
    | set(&[
        Contributor,
        Edition,
        Editor,
        Isbn,
        Location,
        Number,
        OrigLanguage,
        Publisher,
        Translator,
        Volume,
        Volumes,
    ]);
const ONE_VOLUME: Fields = IN_VOLUMES | set(&[Chapter, Eid, MainTitle, Pages, Part, Series]);
const PART_OF_BOOK: Fields = ONE_VOLUME | set(&[Author, BookSubtitle, BookTitle]);
const EVENT: Fields = COMMON | set(&[EventDate, EventTitle, Location, Venue]);
const PROCEEDINGS: Fields = EVENT
    | set(&[
        Chapter,
        Editor,
        Eid,
        Isbn,
        MainTitle,
        Number,
        Organization,
        Pages,
        Part,
        Publisher,
        Series,
        Volume,
        Volumes,
    ]);
const MISC: Fields = COMMON
    | set(&[
        Author,
        Editor,
        HowPublished,
        Location,
        Organization,
        Type,
        Version,
    ]);
const REPORT: Fields = COMMON
    | set(&[
        Author,
        Chapter,
        Eid,
        Institution,
        Location,
        Number,
        PageTotal,
        Pages,
        Type,
        Version,
    ]);
const THESIS: Fields = COMMON
    | set(&[
        Author,
        Chapter,
        Eid,
        Institution,
        Location,
        PageTotal,
        Pages,
        Type,
    ]);

/// What any type may have, so that biblatex knows the name.
const SOMEWHERE: Fields = PART_OF_BOOK
    | PROCEEDINGS
    | MISC
    | REPORT
    | set(&[
        BookAuthor,
        Holder,
        Issn,
        Issue,
        IssueTitle,
        JournalSubtitle,
        JournalTitle,
    ]);

/// The fields a type has beside [`EVERYWHERE`]; [`None`] where the model gives it no list.
const fn own_fields(entry_type: EntryType) -> Option<Fields> {
    Some(match entry_type {
        EntryType::Article | EntryType::Magazine | EntryType::Newspaper => {
            COMMON
                | set(&[
                    Author,
                    Contributor,
                    Editor,
                    Eid,
                    Issn,
                    Issue,
                    IssueTitle,
                    JournalSubtitle,
                    JournalTitle,
                    Number,
                    OrigLanguage,
                    Pages,
                    Series,
                    Translator,
                    Version,
                    Volume,
                ])
        }
        EntryType::Book => ONE_VOLUME | set(&[Author, PageTotal]),
        EntryType::MvBook => IN_VOLUMES | set(&[Author, PageTotal, Series]),
        EntryType::Booklet => {
            COMMON
                | set(&[
                    Author,
                    Chapter,
                    Editor,
                    Eid,
                    HowPublished,
                    Location,
                    PageTotal,
                    Pages,
                    Type,
                ])
        }
        EntryType::Collection | EntryType::Reference => ONE_VOLUME | set(&[PageTotal]),
        EntryType::MvCollection => IN_VOLUMES | set(&[Author]),
        EntryType::InCollection | EntryType::InReference | EntryType::DictionaryEntry => {
            PART_OF_BOOK
        }
        EntryType::InBook => PART_OF_BOOK | set(&[BookAuthor]),
        EntryType::Proceedings => PROCEEDINGS | set(&[PageTotal]),
        EntryType::InProceedings => PROCEEDINGS | set(&[Author, BookSubtitle, BookTitle]),
        EntryType::Manual => {
            COMMON
                | set(&[
                    Author,
                    Chapter,
                    Edition,
                    Editor,
                    Eid,
                    Isbn,
                    Location,
                    Number,
                    Organization,
                    PageTotal,
                    Pages,
                    Publisher,
                    Series,
                    Type,
                    Version,
                ])
        }
        EntryType::Online | EntryType::Blog => {
            COMMON | set(&[Author, Editor, Organization, Version])
        }
        EntryType::Patent => COMMON | set(&[Author, Holder, Location, Number, Type, Version]),
        EntryType::Periodical => {
            COMMON
                | set(&[
                    Contributor,
                    Editor,
                    Issn,
                    Issue,
                    IssueTitle,
                    Number,
                    Series,
                    Volume,
                ])
        }
        EntryType::Report => REPORT,
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => THESIS,
        EntryType::Unpublished | EntryType::Preprint => EVENT | set(&[Author, HowPublished, Type]),
        EntryType::Dataset => {
            COMMON
                | set(&[
                    Author,
                    Edition,
                    Editor,
                    Location,
                    Number,
                    Organization,
                    Publisher,
                    Series,
                    Type,
                    Version,
                ])
        }
        EntryType::Software
        | EntryType::Misc
        | EntryType::Speech
        | EntryType::Interview
        | EntryType::Map => MISC,
        EntryType::Standard
        | EntryType::Letter
        | EntryType::Artwork
        | EntryType::Audio
        | EntryType::Video
        | EntryType::Music
        | EntryType::Legislation
        | EntryType::Jurisdiction
        | EntryType::Review
        | EntryType::Set => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Pages as PageRanges;

    #[test]
    fn fields_in_a_home_are_found() {
        let value = "affiliation = {MIT, {US}}, pagetotal={12} ,";
        let fields = inner(value).unwrap();
        let names: Vec<_> = fields
            .iter()
            .map(|inner| (inner.name, inner.value))
            .collect();
        assert_eq!(names, [("affiliation", "MIT, {US}"), ("pagetotal", "12")]);
        assert_eq!(fields.first().map(|inner| inner.at), Some(14));
    }

    #[test]
    fn a_value_of_the_users_own_is_no_home() {
        for value in [
            "",
            "http://x.org/?a=1",
            "affiliation = MIT",
            "affiliation = {MIT} and more",
            "affiliation = {MIT",
            "colour = {red}",
            "verbc = {affiliation = {MIT}}",
        ] {
            assert_eq!(inner(value), None, "{value}");
        }
    }

    #[test]
    fn a_page_total_that_repeats_the_range_is_told() {
        let mut record = Record::default();
        record.put(Field::PageTotal, "12");
        for (range, repeats) in [
            ("1-12", true),
            ("1-13", false),
            ("5", false),
            ("12-1", false),
        ] {
            record.put(Field::Pages, PageRanges::parse(range).unwrap());
            assert_eq!(repeats_pages(&record), repeats, "{range}");
        }
    }
}

//! Types a raw RIS record: each tag goes to the field it means in its type of record.

use super::apply::{append_note, apply, put, typed};
use super::dates::{lower_access_date, lower_date};
use super::faults::{SECOND_VALUE, UNKNOWN_TYPE};
use super::tag::Tag;
use super::tags::{Found, Tags};
use super::values::add_names;
use super::{labels, slots};
use crate::formats::{RawRecords, numbers};
use crate::model::{EntryType, Extra, Field, Names, Record, Text, Tracked, Value};
use crate::report::{Diagnostic, Findings, Severity};
use crate::source::{Place, Source, Span};

/// Types the record at `index`. What no field means is kept in `extra` under its tag.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let Some(found) = raw.records.get(index) else {
        return Record::default();
    };
    let written = found.entry_type.of(&source.text);
    let stated = slots::stated(written);
    let mut record = Record::new(stated.unwrap_or_default(), source.place(found.span));
    let mut tags = Tags::new(&source.text, raw.fields(found));
    if let Some((key, _)) = tags.take(&[b"ID"]) {
        record.key = key.into_owned();
    }
    if stated.is_none() && !written.is_empty() {
        record.entry_type_written = Some(written.to_owned());
        findings.push(&UNKNOWN_TYPE, Severity::Warning, || Diagnostic {
            fault: &UNKNOWN_TYPE,
            severity: Severity::Warning,
            place: source.place(found.entry_type),
            record: record.key.clone(),
            field: None,
            message: format!("`{written}` is no RIS type"),
            labels: Vec::new(),
        });
    }
    let mut lowering = Lowering {
        source,
        ty: record.entry_type,
        tags,
        record,
    };
    lowering.names();
    lowering.titles();
    lower_date(&mut lowering);
    lower_access_date(&mut lowering);
    lowering.numbers();
    lowering.pages();
    lowering.identifiers();
    lowering.links();
    lowering.plain();
    lowering.keywords();
    lowering.long_text();
    lowering.labelled();
    lowering.left_over(findings);
    lowering.record
}

/// A record on its way from tags to fields.
pub(super) struct Lowering<'a> {
    source: &'a Source,
    /// The type `TY` states.
    pub(super) ty: EntryType,
    pub(super) tags: Tags<'a>,
    pub(super) record: Record,
}

impl<'a> Lowering<'a> {
    /// Sets a field read at `span`, unless it has a value.
    pub(super) fn put(&mut self, field: Field, value: impl Into<Value>, span: Span) {
        if !self.record.has(field) {
            put(
                &mut self.record,
                field,
                value.into(),
                self.source.place(span),
            );
        }
    }

    fn put_found(&mut self, field: Field, found: Option<Found<'a>>) {
        if let Some((value, span)) = found {
            self.put(field, value.into_owned(), span);
        }
    }

    /// Keeps a value no field means.
    fn keep(&mut self, name: &str, value: &str, span: Span) {
        self.record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read(Text::plain(value), self.source.place(span)),
        });
    }

    fn names(&mut self) {
        let ty = self.ty;
        let wanted = |tag: Tag| slots::names_field(tag, ty).is_some();
        let mut lists: Vec<(Field, Names, Span)> = Vec::new();
        for (tag, value, span) in self.tags.take_where(wanted) {
            let Some(field) = slots::names_field(tag, ty) else {
                continue;
            };
            let at = lists.iter().position(|(own, ..)| *own == field);
            let at = at.unwrap_or_else(|| {
                lists.push((field, Names::default(), span));
                lists.len() - 1
            });
            if let Some((_, names, whole)) = lists.get_mut(at) {
                whole.end = span.end;
                add_names(&value, names);
            }
        }
        for (field, names, span) in lists {
            self.put(field, names, span);
        }
    }

    fn titles(&mut self) {
        use Field::{BookTitle, EventTitle, JournalTitle, Series, ShortJournal};
        let title: &[&Tag] = match slots::is_whole(self.ty) {
            true => &[b"TI", b"T1", b"CT", b"BT", b"ST"],
            false => &[b"TI", b"T1", b"CT", b"ST"],
        };
        let short = self.tags.peek(&[b"ST"]).is_empty();
        let found = self.tags.take(title);
        self.put_found(Field::Title, found);
        if !short {
            let found = self.tags.take(&[b"ST"]);
            self.put_found(Field::ShortTitle, found);
        }
        let main = slots::container(self.ty)[0];
        if self.ty == EntryType::InProceedings {
            let proceedings = self.tags.take(&[b"BT", b"C3"]);
            if let Some((value, _)) = &proceedings {
                self.tags.drop_equal(&[b"T2", b"JF"], value);
                let found = self.tags.take(&[b"T2"]);
                self.put_found(EventTitle, found);
            }
            self.put_found(BookTitle, proceedings);
        }
        let full: &[&Tag] = match main {
            BookTitle => &[b"BT", b"T2", b"JF"],
            _ => &[b"T2", b"JF"],
        };
        if !self.record.has(main) {
            let found = match main {
                Series => self.tags.take(&[b"T2", b"T3"]),
                _ => self.tags.take(full),
            };
            self.put_found(main, found);
        }
        let field = if main == Series { JournalTitle } else { main };
        if !self.record.has(field) {
            let found = self.tags.take(&[b"JF", b"JO", b"JA"]);
            self.put_found(field, found);
        }
        let short: &[&Tag] = &[b"J2", b"JA", b"JO", b"J1"];
        if let Some(full) = self.record.text(field).map(str::to_owned) {
            self.tags.drop_equal(short, &full);
            self.tags.drop_equal(&[b"JF", b"T2"], &full);
        }
        let found = self.tags.take(short);
        self.put_found(ShortJournal, found);
        let found = self.tags.take(&[b"T3"]);
        self.put_found(Series, found);
        let found = self.tags.take(&[b"TT"]);
        self.put_found(Field::TitleAddon, found);
    }

    fn numbers(&mut self) {
        if slots::is_web(self.ty) {
            let day = |value: &str| {
                super::values::date(value).is_some_and(|(d, _)| d.start.month.is_some())
            };
            if let Some((value, span)) = self.tags.take_if(&[b"VL", b"M1"], day) {
                self.put(Field::UrlDate, typed(Field::UrlDate, &value), span);
            }
        }
        let found = self.tags.take(&[b"VL", b"VO"]);
        self.put_found(Field::Volume, found);
        let found = self.tags.take(&[b"NV"]);
        self.put_found(Field::Volumes, found);
        let found = match slots::number(self.ty) {
            Some(b"M1") => self.tags.take_if(&[b"M1"], is_short_number),
            _ => None,
        };
        let found = found
            .or_else(|| self.tags.take(&[b"SV", b"IS", b"IP", b"CP"]))
            .or_else(|| self.tags.take_if(&[b"M1"], is_short_number));
        self.put_found(Field::Number, found);
    }

    fn pages(&mut self) {
        let first = self.tags.take(&[b"SP"]);
        let last = self.tags.take(&[b"EP"]);
        if !slots::is_whole(self.ty) {
            if let Some((value, span)) = self.tags.take(&[b"C7"]) {
                let same = matches!((&first, &last), (Some((sp, _)), None) if *sp == value);
                self.put(Field::Eid, value.into_owned(), span);
                if same {
                    return;
                }
            }
        }
        let (text, span) = match (first, last) {
            (Some((first, a)), Some((last, b))) => {
                let span = Span {
                    start: a.start.min(b.start),
                    end: a.end.max(b.end),
                };
                (range(&first, &last), span)
            }
            (Some((first, span)), None) if slots::is_whole(self.ty) && is_count(&first) => {
                self.put(Field::PageTotal, first.into_owned(), span);
                return;
            }
            (Some((one, span)), None) | (None, Some((one, span))) => (one.into_owned(), span),
            (None, None) => return,
        };
        self.put(Field::Pages, text, span);
    }

    fn identifiers(&mut self) {
        let found = self.tags.take(&[b"DO", b"DI"]);
        self.put_found(Field::Doi, found);
        if let Some((value, span)) = self.tags.take_if(&[b"M3"], holds_doi) {
            let known = self
                .record
                .text(Field::Doi)
                .is_some_and(|doi| value.contains(doi));
            if !known && self.record.has(Field::Doi) {
                self.keep("M3", &value, span);
            }
            self.put(Field::Doi, value.into_owned(), span);
        }
        let (mut isbn, mut issn) = (Vec::new(), Vec::new());
        let mut place = Span::default();
        for (at, value, span) in self.tags.peek(&[b"SN"]) {
            let own = slots::serial(self.ty);
            match (numbers::split(&value), own) {
                (Some(list), _) => {
                    for (shape, number) in list {
                        let list = match shape {
                            numbers::Shape::Isbn => &mut isbn,
                            numbers::Shape::Issn => &mut issn,
                        };
                        let number = Text::from(number);
                        if !list.contains(&number) {
                            list.push(number);
                        }
                    }
                }
                (None, Field::Number) if !self.record.has(own) => {
                    self.put(own, value.into_owned(), span);
                }
                (None, Field::Isbn) => isbn.push(value.into_owned().into()),
                (None, Field::Issn) => issn.push(value.into_owned().into()),
                (None, _) => continue,
            }
            place = if place.is_empty() { span } else { place };
            place.end = span.end;
            self.tags.take_at(at);
        }
        for (field, list) in [(Field::Isbn, isbn), (Field::Issn, issn)] {
            if !list.is_empty() {
                self.put(field, Value::List(list), place);
            }
        }
        if let Some((value, span)) = self.tags.take_if(&[b"U1"], |v| v.ends_with("[pmid]")) {
            self.put(Field::Pmid, value.trim_end_matches("[pmid]"), span);
        }
        let found = self.tags.take_if(&[b"C2"], |v| v.starts_with("PMC"));
        self.put_found(Field::Pmcid, found);
        let found = self.tags.take(&[b"AN"]);
        self.put_found(Field::AccessionNumber, found);
    }

    fn links(&mut self) {
        for (at, value, span) in self.tags.peek(&[b"UR", b"LK"]) {
            if let Some(pmid) = value.strip_prefix("PM:") {
                self.tags.take_at(at);
                self.put(Field::Pmid, pmid.trim(), span);
            } else if let Some(number) = value.strip_prefix("<Go to ISI>://") {
                // A link that works inside EndNote only.
                self.tags.take_at(at);
                self.put(Field::AccessionNumber, number, span);
            } else if !self.record.has(Field::Url) {
                self.tags.take_at(at);
                let (first, more) = first_link(&value);
                self.put(Field::Url, first, span);
                if !more.is_empty() {
                    self.keep("UR", more, span);
                }
            } else if self.record.text(Field::Url) == Some(&*value) {
                self.tags.take_at(at);
            }
        }
        let files = self.tags.take_all(&[b"L1", b"L2", b"L3", b"L4"]);
        if let (Some((_, first)), Some((_, last))) = (files.first(), files.last()) {
            let span = Span {
                start: first.start,
                end: last.end,
            };
            let files: Vec<&str> = files.iter().map(|(file, _)| &**file).collect();
            self.put(Field::File, files.join("; "), span);
        }
    }

    /// Fields whose value is taken as it stands.
    fn plain(&mut self) {
        let ty = self.ty;
        let found = self.tags.take(&[b"PB"]);
        if let (Some((value, span)), Some(field)) = (found, slots::publisher(ty).first()) {
            self.put(*field, typed(*field, &value), span);
        }
        if ty == EntryType::InProceedings {
            let found = self.tags.take(&[b"C1"]);
            if found.is_some() {
                self.put_found(Field::Location, found);
                let venue = self.tags.take(&[b"CY"]);
                self.put_found(Field::Venue, venue);
            }
        }
        let edition = match ty {
            EntryType::Software => Field::Version,
            _ => Field::Edition,
        };
        let fields: [(Field, &[&Tag]); 8] = [
            (Field::Location, &[b"CY", b"PP"]),
            (edition, &[b"ET"]),
            (Field::Chapter, &[b"SE"]),
            (Field::Type, &[b"M3"]),
            (Field::Language, &[b"LA"]),
            (Field::CallNumber, &[b"CN", b"H2"]),
            (Field::Database, &[b"DB", b"DP", b"H1"]),
            (Field::Rights, &[b"CR"]),
        ];
        for (field, tags) in fields {
            let found = self.tags.take(tags);
            self.put_found(field, found);
        }
        if ty == EntryType::Thesis
            && let Some(kind) = self.record.text(Field::Type)
            && let Some((_, entry_type)) = super::THESES.iter().find(|(own, _)| *own == kind)
        {
            self.record.entry_type = *entry_type;
            self.record.remove(Field::Type);
        }
        let found = self.tags.take_all(&[b"AD"]);
        if let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) {
            let span = Span {
                start: first.start,
                end: last.end,
            };
            let all: Vec<&str> = found.iter().map(|(one, _)| &**one).collect();
            self.put(Field::Affiliation, all.join("; "), span);
        }
    }

    fn keywords(&mut self) {
        let found = self.tags.take_all(&[b"KW", b"K1"]);
        let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) else {
            return;
        };
        let span = Span {
            start: first.start,
            end: last.end,
        };
        let mut pieces: Vec<&str> = found
            .iter()
            .flat_map(|(value, _)| value.split([';', '；', '\n']))
            .collect();
        // A single line of keywords is a list between commas.
        if let [one] = pieces.as_slice()
            && found.len() == 1
        {
            pieces = one.split(',').collect();
        }
        let mut seen = std::collections::HashSet::new();
        let pieces = pieces.into_iter().map(str::trim);
        let list = pieces.filter(|piece| !piece.is_empty() && seen.insert(*piece));
        let list: Vec<Text> = list.map(Text::from).collect();
        if !list.is_empty() {
            self.put(Field::Keywords, Value::List(list), span);
        }
    }

    fn long_text(&mut self) {
        let found = self.tags.take_all(&[b"AB"]);
        if let (Some((_, first)), Some((_, last))) = (found.first(), found.last()) {
            let span = Span {
                start: first.start,
                end: last.end,
            };
            let all: Vec<&str> = found.iter().map(|(one, _)| &**one).collect();
            self.tags.drop_equal(&[b"N2"], &all.join("\n"));
            self.put(Field::Abstract, all.join("\n"), span);
        } else {
            let found = self.tags.take(&[b"N2"]);
            self.put_found(Field::Abstract, found);
        }
        for (value, span) in self.tags.take_all(&[b"N1"]) {
            self.note(&value, span);
        }
        for (value, span) in self.tags.take_all(&[b"RN"]) {
            match self
                .record
                .tracked_mut(Field::Annotation)
                .map(|t| &mut t.value)
            {
                Some(Value::Text(text)) => {
                    text.content.push_str("\n\n");
                    text.content.push_str(&value);
                }
                _ => self.put(Field::Annotation, value.into_owned(), span),
            }
        }
    }

    fn note(&mut self, note: &str, span: Span) {
        if let Some((field, value)) = labels::in_note(note) {
            if !self.record.has(field) {
                self.put(field, typed(field, value), span);
                return;
            }
            if self.record.text(field) == Some(value) {
                return;
            }
        }
        if self.record.has(Field::Note) {
            append_note(&mut self.record, note);
        } else {
            self.put(Field::Note, note, span);
        }
    }

    fn labelled(&mut self) {
        for (tag, value, span) in self.tags.take_where(|tag| matches!(&tag, b"M1" | b"M2")) {
            let place = self.source.place(span);
            match labels::cut(&value) {
                Some((label, value)) if tag == *b"M2" || labels::is_taken(label) => {
                    apply(&mut self.record, label, value, place);
                }
                _ => self.keep(tag_name(&tag), &value, span),
            }
        }
    }

    fn left_over(&mut self, findings: &mut Findings) {
        for (tag, value, span, repeated) in self.tags.left_over() {
            let name = tag_name(&tag);
            if repeated {
                let (place, record) = (self.source.place(span), &self.record);
                findings.push(&SECOND_VALUE, Severity::Note, || {
                    second(name, &value, place, record)
                });
            }
            self.keep(name, &value, span);
        }
    }
}

fn second(name: &str, value: &str, place: Place, record: &Record) -> Diagnostic {
    let start: String = value.chars().take(40).collect();
    Diagnostic {
        fault: &SECOND_VALUE,
        severity: Severity::Note,
        place,
        record: record.key.clone(),
        field: None,
        message: format!("a second {name}, `{start}`, is kept beside the fields"),
        labels: Vec::new(),
    }
}

fn tag_name(tag: &Tag) -> &str {
    std::str::from_utf8(tag).unwrap_or_default()
}

/// Whether an `M1` can be the number of an issue or in a series: `M1` is also used for record
/// numbers and remarks.
pub(super) fn is_short_number(text: &str) -> bool {
    let count = text.chars().count();
    text.contains(|c: char| c.is_ascii_digit())
        && (count <= 5 || count <= 12 && text.contains(|c: char| !c.is_ascii_digit()))
        && labels::cut(text).is_none()
}

/// Whether a text is or holds a DOI.
pub(super) fn holds_doi(text: &str) -> bool {
    let Some(at) = text.find("10.") else {
        return false;
    };
    let digits = text[at + 3..]
        .bytes()
        .take_while(u8::is_ascii_digit)
        .count();
    digits >= 4 && text[at + 3 + digits..].starts_with(['/', '.'])
}

/// Whether `SP` of a whole work is its number of pages.
pub(super) fn is_count(text: &str) -> bool {
    !text.contains(['-', '\u{2013}', '\u{2014}', ','])
}

/// The first of several web addresses in one value, and the rest.
pub(super) fn first_link(value: &str) -> (&str, &str) {
    let cut = [" http", ";http", "; http", ", http"]
        .iter()
        .filter_map(|mark| value.find(mark))
        .min();
    match cut {
        Some(at) if value.starts_with("http") => {
            let (first, more) = value.split_at(at);
            (
                first.trim_end_matches([';', ',', ' ']),
                more.trim_start_matches([';', ',', ' ']),
            )
        }
        _ => (value, ""),
    }
}

/// First and last page as one range; either may hold a range itself.
fn range(first: &str, last: &str) -> String {
    let whole = |text: &str| text.contains(['-', '\u{2013}']);
    if first == last || whole(first) && first.ends_with(last) {
        first.to_owned()
    } else if whole(last) && last.starts_with(first) {
        last.to_owned()
    } else {
        format!("{first}-{last}")
    }
}

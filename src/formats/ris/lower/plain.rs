//! Links, and the fields whose value is taken as it stands.

use super::Lowering;
use crate::formats::ris::apply::typed;
use crate::formats::ris::tag::Tag;
use crate::formats::ris::{THESES, slots};
use crate::model::{EntryType, Field};
use crate::source::Span;

impl Lowering<'_> {
    pub(super) fn links(&mut self) {
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
    pub(super) fn plain(&mut self) {
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
            && let Some((_, entry_type)) = THESES.iter().find(|(own, _)| *own == kind)
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
}

/// The first of several web addresses in one value, and the rest.
pub(in crate::formats::ris) fn first_link(value: &str) -> (&str, &str) {
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

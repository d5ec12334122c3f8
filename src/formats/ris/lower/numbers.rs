//! Volumes, numbers, pages, and identifiers.

use compact_str::CompactString;

use super::Lowering;
use crate::formats::numbers;
use crate::formats::ris::apply::typed;
use crate::formats::ris::values::date;
use crate::formats::ris::{labels, slots};
use crate::model::{Field, Text, Value};
use crate::source::Span;

impl Lowering<'_> {
    pub(super) fn numbers(&mut self) {
        if slots::is_web(self.ty) {
            let day = |value: &str| date(value).is_some_and(|(d, _)| d.start.month.is_some());
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

    pub(super) fn pages(&mut self) {
        let first = self.tags.take(&[b"SP"]);
        let last = self.tags.take(&[b"EP"]);
        if !slots::is_whole(self.ty)
            && let Some((value, span)) = self.tags.take(&[b"C7"])
        {
            let same = matches!((&first, &last), (Some((sp, _)), None) if *sp == value);
            self.put(Field::Eid, value, span);
            if same {
                return;
            }
        }
        let (text, span) = match (first, last) {
            (Some((first, a)), Some((last, b))) => {
                let span = Span {
                    start: a.start.min(b.start),
                    end: a.end.max(b.end),
                };
                (range(&first, &last).into(), span)
            }
            (Some((first, span)), None) if slots::is_whole(self.ty) && is_count(&first) => {
                self.put(Field::PageTotal, first, span);
                return;
            }
            (Some((one, span)), None) | (None, Some((one, span))) => (Value::from(one), span),
            (None, None) => return,
        };
        self.put(Field::Pages, text, span);
    }

    pub(super) fn identifiers(&mut self) {
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
            self.put(Field::Doi, value, span);
        }
        let (mut isbn, mut issn) = (Vec::new(), Vec::new());
        let mut seen = std::collections::HashSet::new();
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
                        if seen.insert((shape == numbers::Shape::Isbn, number.to_owned())) {
                            list.push(Text::from(number));
                        }
                    }
                }
                (None, Field::Number) if !self.record.has(own) => {
                    self.put(own, value, span);
                }
                (None, Field::Isbn) => isbn.push(value.into()),
                (None, Field::Issn) => issn.push(value.into()),
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
}

/// Whether an `M1` can be the number of an issue or in a series: `M1` is also used for record
/// numbers and remarks.
pub(in crate::formats::ris) fn is_short_number(text: &str) -> bool {
    let count = text.chars().count();
    text.contains(|c: char| c.is_ascii_digit())
        && (count <= 5 || count <= 12 && text.contains(|c: char| !c.is_ascii_digit()))
        && labels::cut(text).is_none()
}

/// Whether a text is or holds a DOI.
pub(in crate::formats::ris) fn holds_doi(text: &str) -> bool {
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
pub(in crate::formats::ris) fn is_count(text: &str) -> bool {
    !text.contains(['-', '\u{2013}', '\u{2014}', ','])
}

/// First and last page as one range; either may hold a range itself.
fn range(first: &str, last: &str) -> CompactString {
    let whole = |text: &str| text.contains(['-', '\u{2013}']);
    if first == last || whole(first) && first.ends_with(last) {
        first.into()
    } else if whole(last) && last.starts_with(first) {
        last.into()
    } else {
        let mut range = CompactString::from(first);
        range.push('-');
        range.push_str(last);
        range
    }
}

//! Dates, volumes, numbers, pages, identifiers and keywords.

use std::borrow::Cow;
use std::collections::HashSet;

use super::Page;
use crate::formats::numbers;
use crate::formats::ris::apply::typed;
use crate::formats::ris::lower::{first_link, is_count, is_short_number};
use crate::formats::ris::render::{date_of, join, plain, value};
use crate::formats::ris::slots;
use crate::formats::ris::values::{self, slashed, year_in};
use crate::model::{Date, Field, Value};

/// A list of fewer keywords is short.
const SHORT: usize = 32;

impl Page<'_> {
    pub(super) fn date(&mut self) {
        let Some(value) = self.record.get(Field::Date) else {
            return;
        };
        if let Some(slashed) = date_of(value).as_ref().and_then(slashed) {
            self.tag(*b"PY", slashed.get(..4).unwrap_or_default());
            if slashed.len() > 4 {
                self.tag(*b"DA", &slashed);
            }
            return;
        }
        let text = self.get(Field::Date);
        match year_in(&text).map(str::to_owned) {
            Some(year) => {
                self.tag(*b"PY", &year);
                self.tag(*b"DA", &text);
            }
            // Without a year, Zotero makes a broken date of it.
            None => self.label(Field::Date, text),
        }
    }

    pub(super) fn numbers(&mut self) {
        if slots::is_web(self.ty) {
            self.label_field(Field::Volume);
        } else {
            self.text(*b"VL", Field::Volume);
        }
        self.text(*b"NV", Field::Volumes);
        match slots::number(self.ty) {
            Some(b"SN") | None => {}
            Some(b"M1") => self.text_if(*b"M1", Field::Number, is_short_number),
            Some(tag) => self.text(*tag, Field::Number),
        }
        if slots::number(self.ty).is_none() {
            self.label_field(Field::Number);
        }
        let pages = hyphened(self.get(Field::Pages));
        let eid = self.get(Field::Eid);
        if slots::is_whole(self.ty) {
            self.text_if(*b"SP", Field::PageTotal, is_count);
            self.label(Field::Pages, pages);
            self.label(Field::Eid, eid);
        } else {
            // Zotero reads no article number, so it stands for the page where there is none.
            self.tag(*b"SP", if pages.is_empty() { &eid } else { &pages });
            self.tag(*b"C7", &eid);
            self.label_field(Field::PageTotal);
        }
        self.text(*b"SE", Field::Chapter);
    }

    pub(super) fn identifiers(&mut self) {
        let doi = self.get(Field::Doi);
        self.tag(*b"DO", bare_doi(&doi));
        self.text_if(*b"UR", Field::Url, |url| {
            let special = url.starts_with("PM:") || url.starts_with("<Go to ISI>");
            !special && first_link(url).1.is_empty()
        });
        let own = slots::serial(self.ty);
        for (field, shape) in [
            (Field::Isbn, numbers::Shape::Isbn),
            (Field::Issn, numbers::Shape::Issn),
        ] {
            let text = match self.record.get(field) {
                Some(Value::List(list)) => join(list, " "),
                Some(_) => self.get(field),
                None => continue,
            };
            let found = numbers::split(&text);
            let comes_back = match &found {
                Some(list) => list.iter().all(|(found, _)| *found == shape),
                None => true,
            };
            // Lists are read in one spacing, so they are written in it.
            let text = match found {
                Some(list) => list
                    .iter()
                    .map(|(_, n)| *n)
                    .collect::<Vec<_>>()
                    .join(" ")
                    .into(),
                None => text,
            };
            if own == field && comes_back {
                self.tag(*b"SN", &text);
            } else {
                self.label(field, text);
            }
        }
        if own == Field::Number {
            self.text_if(*b"SN", own, |text| numbers::split(text).is_none());
        }
    }

    pub(super) fn keywords(&mut self) {
        let list: Vec<Cow<'_, str>> = match self.record.get(Field::Keywords) {
            Some(Value::List(list)) => list.iter().map(plain).collect(),
            Some(other) => match typed(Field::Keywords, &value(other)) {
                Value::List(list) => list
                    .iter()
                    .map(|text| plain(text).into_owned().into())
                    .collect(),
                _ => Vec::new(),
            },
            None => Vec::new(),
        };
        let mut words: Vec<Cow<'_, str>> = Vec::with_capacity(list.len());
        let mut seen = HashSet::new();
        for mut word in list {
            if word.contains([';', '；']) {
                word = word.replace([';', '；'], ",").into();
            }
            if word.is_empty() {
                continue;
            }
            // In a short list looking at each word is less than keeping an index.
            let known = if words.len() < SHORT {
                words.contains(&word)
            } else {
                if seen.is_empty() {
                    seen.extend(words.iter().cloned());
                }
                !seen.insert(word.clone())
            };
            if !known {
                words.push(word);
            }
        }
        // The only line of keywords is split at commas, in Zotero as here; said twice, it is not,
        // and keywords that are equal are one.
        if let [one] = words.as_slice()
            && one.contains(',')
        {
            words.push(one.clone());
        }
        for word in &words {
            self.tag(*b"KW", word);
        }
    }

    pub(super) fn access(&mut self) {
        let Some(value) = self.record.get(Field::UrlDate) else {
            return;
        };
        let date = date_of(value).or_else(|| iso_day(&self.get(Field::UrlDate)));
        match date.as_ref().and_then(slashed) {
            Some(day) if day.len() == 10 => self.tag(*b"Y2", &format!("{day}/12:00:00")),
            _ => self.label_field(Field::UrlDate),
        }
    }
}

/// Pages with a hyphen for every dash, but where a page label holds a hyphen itself.
fn hyphened(pages: Cow<'_, str>) -> Cow<'_, str> {
    if pages.is_ascii() && !pages.contains("--") {
        return pages;
    }
    let mut pages = pages.into_owned();
    for dash in ["---", "--", "\u{2014}"] {
        pages = pages.replace(dash, "\u{2013}");
    }
    if !pages.contains('-') {
        pages = pages.replace('\u{2013}', "-");
    }
    Cow::Owned(pages)
}

/// A DOI without the address or label before it.
fn bare_doi(text: &str) -> &str {
    let Some(at) = text.find("10.") else {
        return text;
    };
    let before = text[..at].to_ascii_lowercase();
    let before = before.trim_end();
    let prefix = before.is_empty()
        || before.ends_with("doi.org/")
        || before.trim_end_matches(':').trim_end() == "doi";
    if prefix { &text[at..] } else { text }
}

/// A day written `YYYY-MM-DD`.
fn iso_day(text: &str) -> Option<Date> {
    let form = text.len() == 10 && text.matches('-').count() == 2;
    values::date(&text.replace('-', "/"))
        .filter(|_| form)
        .map(|(date, _)| date)
}

//! [`Reading`]: the fields of one entry, put where they belong as they are read.

use std::borrow::Cow;

use super::date_parts::Part;
use super::{Link, diagnostic};
use crate::formats::bibtex::lists::split_at;
use crate::formats::bibtex::ordinary::trimmed;
use crate::formats::bibtex::prose::as_it_stands;
use crate::formats::bibtex::{datamodel, faults, names, types};
use crate::model::{Extra, Field, Record, Tracked, Value, language};
use crate::report::{Findings, Severity};
use crate::source::{Source, Span};

/// What one entry has come to so far.
pub(super) struct Reading<'t, 'f> {
    pub(super) source: &'t Source,
    pub(super) record: Record,
    pub(super) typed: Vec<(Field, Tracked<Value>)>,
    /// A bit for each field in `typed`.
    seen: u128,
    /// `date`, `year`, `month`, `day`.
    pub(super) parts: [Option<Part<'t>>; 4],
    pub(super) findings: &'f mut Findings,
}

const LONG_LIST: usize = 256;
/// The name given to text in an entry that is no field.
const STRAY: &str = "stray-text";

impl<'t, 'f> Reading<'t, 'f> {
    /// Nothing read yet, of an entry with `fields` fields.
    pub(super) fn new(
        source: &'t Source,
        record: Record,
        fields: usize,
        findings: &'f mut Findings,
    ) -> Self {
        Self {
            source,
            record,
            typed: Vec::with_capacity(fields + 1),
            seen: 0,
            parts: [const { None }; 4],
            findings,
        }
    }

    #[allow(clippy::needless_pass_by_value)] // A link borrows what a value owns not.
    pub(super) fn other(
        &mut self,
        name: &'t str,
        value: Cow<'t, str>,
        span: Span,
        links: &mut Vec<Link<'t>>,
    ) {
        let is = |other: &str| name.eq_ignore_ascii_case(other);
        if is("month") || is("day") {
            self.date_part(name, value, span);
        } else if is("ids") {
            let keys = split_at(&value, b',')
                .into_iter()
                .filter(|key| !key.is_empty());
            self.record.merged_keys.extend(keys.map(str::to_owned));
        } else if is("crossref") || is("xdata") {
            match value {
                Cow::Borrowed(keys) => links.push(Link { name, keys, span }),
                Cow::Owned(_) => self.extra(name, &value, span),
            }
        } else if datamodel::is_home(name) && self.home(&value, span) {
            // Each field in there has been read.
        } else if !trimmed(&value).is_empty() {
            self.extra(if name.is_empty() { STRAY } else { name }, &value, span);
        }
    }

    /// Reads the fields the writer put into one for want of a place of their own; false where the
    /// value holds none.
    fn home(&mut self, value: &str, span: Span) -> bool {
        // The value as it stands between its delimiters, so that each field has its place.
        let base = span.start as usize + 1;
        let stands = self.source.text.get(base..base + value.len()) == Some(value);
        let Some(fields) = datamodel::inner(value).filter(|_| stands) else {
            return false;
        };
        for inner in fields {
            let start = base + inner.at;
            let span = Span::new(start, start + inner.value.len() + 2);
            match Field::from_bib(inner.name) {
                Some(field) => self.field(field, inner.name, inner.value, span),
                None => self.extra(inner.name, inner.value, span),
            }
        }
        true
    }

    /// An identifier in an archive that we have a field for is one in that field.
    fn eprint(&mut self) {
        let at = |field: Field| self.typed.iter().position(|(other, _)| *other == field);
        let (Some(eprint), Some(archive), None) = (
            at(Field::Eprint),
            at(Field::EprintType),
            at(Field::EprintClass),
        ) else {
            return;
        };
        let found = types::ARCHIVES.iter().find(|(field, name)| {
            let archive = self.typed.get(archive).map(|(_, tracked)| &tracked.value);
            matches!(archive, Some(Value::Text(text)) if text.content.eq_ignore_ascii_case(name))
                && !self.has(*field)
        });
        if let (Some((field, _)), Some((slot, _))) = (found, self.typed.get_mut(eprint)) {
            *slot = *field;
            self.typed.remove(archive);
        }
    }

    pub(super) fn extra(&mut self, name: &str, value: &str, span: Span) {
        let place = self.source.place(span);
        self.record.extra.push(Extra {
            name: name.to_owned(),
            value: Tracked::read(as_it_stands(value), place),
        });
    }

    pub(super) fn field(&mut self, field: Field, name: &str, value: &str, span: Span) {
        let Some(new) = self.typed_value(field, name, value, span) else {
            return;
        };
        let bit = 1_u128 << (field as u32);
        let place = self.source.place(span);
        if self.seen & bit == 0 {
            self.seen |= bit;
            self.typed.push((field, Tracked::read(new, place)));
            return;
        }
        let short_journal = field == Field::JournalTitle && !self.has(Field::ShortJournal);
        let Some((_, old)) = self.typed.iter_mut().find(|(other, _)| *other == field) else {
            return;
        };
        if old.value == new || field == Field::Language && same_language(&old.value, &new) {
            self.duplicate(name, span, true);
            return;
        }
        match (&mut old.value, new) {
            // ISBNs and keywords of two fields make one list.
            (Value::List(list), Value::List(more)) => {
                for item in more {
                    // Beyond some length looking for equal ones would cost more than it gives.
                    if list.len() > LONG_LIST || !list.contains(&item) {
                        list.push(item);
                    }
                }
            }
            (_, new) if short_journal => {
                self.two_journals(name, Tracked::read(new, place), value, span);
            }
            _ => {
                self.extra(name, value, span);
                self.duplicate(name, span, false);
            }
        }
    }

    fn has(&self, field: Field) -> bool {
        self.seen & (1 << (field as u32)) != 0
    }

    /// Beside `journaltitle` or `fjournal`, `journal` holds the abbreviation.
    fn two_journals(&mut self, name: &str, new: Tracked<Value>, value: &str, span: Span) {
        let is_short = |name: &str| name.eq_ignore_ascii_case("journal");
        let old = self
            .typed
            .iter_mut()
            .find(|(field, _)| *field == Field::JournalTitle);
        let Some((_, old)) = old else { return };
        let first = self
            .source
            .text
            .get(..old.provenance.place.span.start as usize);
        let first = first
            .unwrap_or_default()
            .trim_end()
            .trim_end_matches('=')
            .trim_end();
        let first_short = first
            .rsplit(|c: char| !c.is_alphanumeric())
            .next()
            .is_some_and(is_short);
        if first_short == is_short(name) {
            self.extra(name, value, span);
            self.duplicate(name, span, false);
            return;
        }
        let short = if first_short {
            std::mem::replace(old, new)
        } else {
            new
        };
        self.seen |= 1 << (Field::ShortJournal as u32);
        self.typed.push((Field::ShortJournal, short));
    }

    pub(super) fn duplicate(&mut self, name: &str, span: Span, same: bool) {
        let severity = if same {
            Severity::Note
        } else {
            Severity::Warning
        };
        let (source, record) = (self.source, &self.record);
        self.findings.push(&faults::DUPLICATE_FIELD, severity, || {
            let kept = if same {
                "with the same value"
            } else {
                "the first value is taken"
            };
            diagnostic(
                source,
                record,
                &faults::DUPLICATE_FIELD,
                severity,
                span,
                || format!("'{name}' gives a field that already has a value; {kept}"),
            )
        });
    }

    /// Makes the date, settles the type, and puts the fields in order.
    pub(super) fn finish(mut self, word: &str) -> Record {
        if self.parts.iter().any(Option::is_some) {
            self.date();
        }
        types::apply_subtype(&mut self.record, word);
        self.eprint();
        self.record.put_all(self.typed);
        let extra = &mut self.record.extra;
        if extra.iter().any(|extra| extra.name.contains("+an:")) {
            let annotations = extra.extract_if(.., |extra| names::annotated(&extra.name).is_some());
            for annotation in annotations.collect::<Vec<_>>() {
                names::annotate(&mut self.record, annotation);
            }
        }
        self.record
    }
}

/// Whether two texts name one language: `langid` and `language` often stand together.
fn same_language(one: &Value, other: &Value) -> bool {
    let (Value::Text(one), Value::Text(other)) = (one, other) else {
        return false;
    };
    let tag = language::tag(&one.content);
    tag.is_some() && tag == language::tag(&other.content)
}

//! Writes records as classic BibTeX and as BibLaTeX.
//!
//! Text is UTF-8; only what LaTeX would take for syntax is escaped. What was read is written so
//! that reading it again gives the same, and writing that again the same bytes.
//!
//! - Fields come in canonical order, unknown ones after them under the names they have. A name
//!   BibTeX could not read is spelled with hyphens; one that would repeat a field gets `-2`.
//! - Classic BibTeX gets `year` and `month`, and `date` beside them where those cannot say all
//!   (a day, a range, doubt). biblatex gets `date`. A date that is prose goes into `year`.
//! - A name in a second script goes into a data annotation, `author+an:parallel`; ORCIDs and
//!   affiliations into `author+an:orcid` and `author+an:affiliation`.
//! - BibLaTeX keeps to the default data model of biblatex: a field it does not allow in entries of
//!   the type goes into `verbc`, see [`datamodel`]. A PubMed identifier is an `eprint` there, if
//!   the record has no other.

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::escape::{balanced, holds_separator, key, legal_name, pages, prose, raw, tidy, title};
use super::lists::{split_keywords, unbraced};
use super::types::{self, Dialect};
use super::{datamodel, dates, names, names_out, prose as read_prose, values, verbatim};
use crate::formats::WriteOptions;
use crate::model::{
    Date, EntryType, Extra, Field, Kind, Markup, Pages, Record, Statement, Text, Value, language,
};
use crate::text::latex;

/// Appends `record` as classic BibTeX.
pub(super) fn bibtex(record: &Record, options: &WriteOptions, out: &mut String) {
    write(record, options, Dialect::Bibtex, out);
}

/// Appends `record` as BibLaTeX.
pub(super) fn biblatex(record: &Record, options: &WriteOptions, out: &mut String) {
    write(record, options, Dialect::Biblatex, out);
}

fn write(record: &Record, options: &WriteOptions, dialect: Dialect, out: &mut String) {
    let name = types::name(record, dialect, options.zotero);
    let _ = writeln!(out, "@{}{{{},", name.word, key(&record.key));
    let mut writing = Writing {
        record,
        options,
        dialect,
        out,
        written: Vec::with_capacity(24),
        taken: HashMap::new(),
        // Zotero reads the fields of any type, and nothing in a `verbc`.
        // Of a type the data model does not know nothing is said.
        home: (dialect == Dialect::Biblatex
            && !options.zotero
            && EntryType::from_bib(name.word).is_some())
        .then(|| datamodel::home(record))
        .flatten(),
        aside: String::new(),
    };
    let eprint = writing.home.and_then(|_| writing.pubmed());
    for (field, tracked) in record.fields() {
        match eprint {
            Some((own, archive)) if own == field => {
                let value = writing.value(field, &tracked.value);
                if !value.is_empty() {
                    writing.put("eprint", &value);
                    writing.put("eprinttype", archive);
                }
            }
            _ => writing.field(field, &tracked.value),
        }
    }
    if !options.zotero && !record.merged_keys.is_empty() {
        let keys: Vec<Cow<'_, str>> = record.merged_keys.iter().map(|k| key(k)).collect();
        writing.put("ids", &keys.join(", "));
    }
    if !record.has(Field::Annotation) && !record.statements.is_empty() && options.statements {
        writing.annotation("");
    }
    // Before the unknown fields, one of which may be a second value of a field in there.
    writing.put_aside();
    if let Some(subtype) = name.subtype {
        writing.put("entrysubtype", subtype);
    }
    for extra in &record.extra {
        writing.extra(extra);
    }
    if !options.zotero {
        writing.annotations();
    }
    out.push_str("}\n");
}

/// An entry of fewer fields is short.
const SHORT: usize = 64;

/// One record on its way out.
struct Writing<'r, 'o> {
    record: &'r Record,
    options: &'r WriteOptions,
    dialect: Dialect,
    out: &'o mut String,
    /// The field names that stand in the entry.
    written: Vec<Cow<'r, str>>,
    /// The same in lower case, with the last number given to a repeated one. Empty until the first
    /// unknown field.
    taken: HashMap<String, usize>,
    /// The field that takes what the data model does not allow; none where anything goes.
    home: Option<&'static str>,
    /// What goes there.
    aside: String,
}

impl<'r> Writing<'r, '_> {
    /// The PubMed identifier that stands in `eprint`, and the archive's name: the first the record
    /// has, where nothing else stands there.
    fn pubmed(&self) -> Option<(Field, &'static str)> {
        let written = |field: &Field| {
            let value = self.record.get(*field);
            value.is_some_and(|value| !self.value(*field, value).is_empty())
        };
        let other = [Field::Eprint, Field::EprintType, Field::EprintClass];
        if other.iter().any(written) {
            return None;
        }
        let mut archives = types::ARCHIVES.iter();
        archives.find(|(field, _)| written(field)).copied()
    }

    fn put(&mut self, name: impl Into<Cow<'r, str>>, value: &str) {
        let name = name.into();
        let value = balanced(value);
        for part in ["  ", &name, " = {", &value, "},\n"] {
            self.out.push_str(part);
        }
        self.written.push(name);
    }

    fn put_bare(&mut self, name: &'static str, value: &str) {
        for part in ["  ", name, " = ", value, ",\n"] {
            self.out.push_str(part);
        }
        self.written.push(name.into());
    }

    fn field(&mut self, field: Field, value: &'r Value) {
        match (field, value) {
            (Field::Date, Value::Date(date)) => return self.date(date),
            (Field::Date, Value::Text(text)) => {
                let name = if self.options.zotero { "date" } else { "year" };
                return self.put(name, &prose(text));
            }
            (Field::Language, Value::Text(text)) => return self.language(text),
            (Field::Annotation, Value::Text(text)) => return self.annotation(&prose(text)),
            _ => {}
        }
        if self.home.is_some() && self.placed_aside(field, value) {
            return;
        }
        let value = self.value(field, value);
        if value.is_empty() {
            return;
        }
        let name = self.name(field);
        if self.options.zotero && field == Field::Eid && !self.record.has(Field::Pages) {
            // As the range it may be taken for when it is read again.
            let range = self.record.text(field).and_then(Pages::parse);
            let range = range.map(|range| self.value(Field::Pages, &range.into()).into_owned());
            self.put("pages", range.as_deref().unwrap_or(&value));
        }
        self.put(name, &value);
        if self.options.zotero {
            match field {
                Field::EprintType if self.dialect == Dialect::Bibtex => {
                    self.put("eprinttype", &value);
                }
                Field::Location if self.dialect == Dialect::Biblatex => self.put("address", &value),
                _ => {}
            }
        }
    }

    /// Puts aside what the data model does not allow. False where the field is to be written.
    fn placed_aside(&mut self, field: Field, value: &'r Value) -> bool {
        if !datamodel::allows(self.record.entry_type, field) {
            if field != Field::PageTotal || !datamodel::repeats_pages(self.record) {
                let value = self.value(field, value);
                self.lay_aside(field.name(), &value);
            }
            return true;
        }
        match (field.kind(), value) {
            // Only what biber can read as a date is one.
            (Kind::Date, Value::Text(text)) if field != Field::Date => {
                self.lay_aside(field.name(), &prose(text));
                true
            }
            // One number is one; several are no number to biber.
            (Kind::List, Value::List(items)) if matches!(field, Field::Isbn | Field::Issn) => {
                let Some((first, more @ [_, ..])) = items.split_first() else {
                    return false;
                };
                let one = self.list(field, std::slice::from_ref(first));
                self.put(field.name(), &one);
                let rest = self.list(field, more);
                self.lay_aside(field.name(), &rest);
                true
            }
            _ => false,
        }
    }

    fn lay_aside(&mut self, name: &str, value: &str) {
        if value.is_empty() {
            return;
        }
        let value = balanced(value);
        let lead = if self.aside.is_empty() { "" } else { ", " };
        for part in [lead, name, " = {", &value, "}"] {
            self.aside.push_str(part);
        }
    }

    fn put_aside(&mut self) {
        if !self.aside.is_empty() {
            for (field, tracked) in self.record.fields() {
                if let Value::Names(list) = &tracked.value
                    && !self.stands(field)
                {
                    for (what, value) in names_out::annotations(list) {
                        let name = format!("{}{}{what}", field.name(), names::ANNOTATION);
                        self.lay_aside(&name, &value);
                    }
                }
            }
        }
        let aside = std::mem::take(&mut self.aside);
        if let (Some(home), false) = (self.home, aside.is_empty()) {
            self.put(home, &aside);
        }
    }

    fn name(&self, field: Field) -> &'static str {
        let thesis = matches!(
            self.record.entry_type,
            EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis
        );
        match (field, self.dialect) {
            (Field::Institution, Dialect::Bibtex) if thesis => "school",
            (_, Dialect::Bibtex) => field.spec().bibtex,
            (_, Dialect::Biblatex) => field.spec().biblatex,
        }
    }

    fn value<'v>(&self, field: Field, value: &'v Value) -> Cow<'v, str> {
        match value {
            Value::Text(text) => match field.kind() {
                Kind::Verbatim => verbatim::encode(&text.content),
                Kind::Pages => pages(prose(text)),
                Kind::List | Kind::Keywords => self.list(field, std::slice::from_ref(text)).into(),
                _ if field == Field::Title || field == Field::Subtitle => title(text),
                _ => prose(text),
            },
            Value::Names(list) => {
                let mut out = String::new();
                names_out::write(list, !self.options.zotero, &mut out);
                out.into()
            }
            Value::Date(date) => date.to_string().into(),
            Value::Pages(ranges) => pages(
                latex::escape_plain(&ranges.display("–"))
                    .into_owned()
                    .into(),
            ),
            Value::List(items) => match field.kind() {
                Kind::List | Kind::Keywords => self.list(field, items).into(),
                Kind::Verbatim => {
                    let items: Vec<&str> = items.iter().map(|item| item.content.trim()).collect();
                    verbatim::encode(&items.join(";")).into_owned().into()
                }
                // A field of prose that was united from several records.
                _ => {
                    let items: Vec<Cow<'_, str>> = items.iter().map(prose).collect();
                    items.join("; ").into()
                }
            },
        }
    }

    /// A list in the syntax of its field. Braces keep together what would be split, and apart
    /// what would be taken for one.
    fn list(&self, field: Field, items: &[Text]) -> String {
        let keywords = matches!(field, Field::Keywords | Field::Isbn | Field::Issn);
        let items: Vec<Cow<'_, str>> = items
            .iter()
            .map(prose)
            .filter(|item| !item.is_empty())
            .collect();
        if self.options.zotero && field == Field::Keywords {
            // Zotero splits at every comma and semicolon, in braces too.
            let items: Vec<String> = items
                .iter()
                .map(|item| unbraced(item).unwrap_or(item))
                .map(|item| item.replace(", ", " - ").replace([',', ';'], " "))
                .collect();
            return items.join("; ");
        }
        let separator = if keywords { ", " } else { " and " };
        let joined = items.join(separator);
        // Nothing in a keyword can be taken for a separator or a brace.
        let syntax = |item: &Cow<'_, str>| {
            item.bytes()
                .any(|byte| matches!(byte, b',' | b';' | b'{' | b'}'))
        };
        if keywords && !items.iter().any(syntax) {
            return joined;
        }
        let split = if keywords {
            split_keywords(&joined)
        } else {
            read_prose::bodies(field, &joined)
        };
        let several = items.len() > 1;
        let held =
            |item: &str| unbraced(item).is_some_and(|inside| several || holds_separator(inside));
        if split == items && !items.iter().any(|item| held(item)) {
            return joined;
        }
        let braced: Vec<String> = items
            .iter()
            .map(|item| {
                let needed = !keywords || held(item) || item.contains([',', ';']);
                if needed {
                    format!("{{{item}}}")
                } else {
                    item.to_string()
                }
            })
            .collect();
        braced.join(separator)
    }

    fn date(&mut self, date: &Date) {
        let start = date.start;
        if self.dialect == Dialect::Biblatex {
            return self.put("date", &date.to_string());
        }
        let mut complete = dates::is_classic(date);
        let day = start.day.filter(|_| {
            self.options.zotero
                && start.month.is_some()
                && dates::is_classic(&Date {
                    start: crate::model::When { day: None, ..start },
                    end: date.end,
                })
        });
        complete |= day.is_some();
        if complete
            || (1000..=9999).contains(&start.year) && start.unspecified == 0 && !self.options.zotero
        {
            self.put("year", &start.year.to_string());
            if let Some(month) = start.month.and_then(dates::classic_month) {
                self.put_bare("month", month);
            }
        }
        if let Some(day) = day {
            self.put("day", &day.to_string());
        }
        if !complete {
            self.put("date", &date.to_string());
        }
    }

    /// biblatex knows languages by their babel names, and only those; `language` takes the rest.
    fn language(&mut self, text: &Text) {
        let value = prose(text);
        if self.dialect == Dialect::Bibtex {
            return self.put("language", &value);
        }
        match language::babel(&text.content) {
            Some(babel) if language::tag(babel).is_some_and(|tag| tag == text.content) => {
                self.put("langid", babel);
                if self.options.zotero {
                    self.put("language", &value);
                }
            }
            // A babel name that says more than a tag: `ngerman`.
            _ if language::tag(&text.content).is_some_and(|tag| {
                tag != text.content && language::babel(&tag).is_some_and(|b| b != text.content)
            }) && text.content.bytes().all(|byte| byte.is_ascii_lowercase()) =>
            {
                self.put("langid", &value);
            }
            _ => self.put("language", &value),
        }
    }

    fn annotation(&mut self, own: &str) {
        let mut value = own.to_owned();
        if self.options.statements {
            for statement in &self.record.statements {
                if !value.is_empty() {
                    value.push_str(" | ");
                }
                value.push_str(&latex::escape_plain(&tidy(&describe(statement))));
            }
        }
        let name = if self.options.zotero {
            "annote"
        } else {
            self.name(Field::Annotation)
        };
        if !value.is_empty() {
            self.put(name, &value);
        }
    }

    fn extra(&mut self, extra: &'r Extra) {
        let content = &extra.value.value;
        let value = match content.markup {
            Markup::Plain => prose(content),
            Markup::Latex => raw(&content.content),
        };
        if value.is_empty() {
            return;
        }
        let name = self.free_name(&extra.name);
        let month = extra.name.eq_ignore_ascii_case("month") && values::MONTHS.contains(&&*value);
        if month && name == "month" {
            self.put_bare("month", &value);
        } else {
            self.put(name, &value);
        }
    }

    /// The name, spelled so that BibTeX can read it, and so that the entry has it once.
    fn free_name(&mut self, name: &'r str) -> Cow<'r, str> {
        let legal = legal_name(name);
        // In a short entry looking at each name is less than keeping an index.
        let clashes = || {
            let mut written = self.written.iter();
            written.any(|written| written.eq_ignore_ascii_case(&legal))
        };
        if self.taken.is_empty() && self.written.len() < SHORT && !clashes() {
            return legal;
        }
        if self.taken.is_empty() {
            let written = self
                .written
                .iter()
                .map(|name| (name.to_ascii_lowercase(), 1));
            self.taken = written.collect();
        }
        let lower = legal.to_ascii_lowercase();
        let Some(mut n) = self.taken.get(&lower).copied() else {
            self.taken.insert(lower, 1);
            return legal;
        };
        let free = loop {
            n += 1;
            let name = format!("{lower}-{n}");
            if !self.taken.contains_key(&name) {
                break name;
            }
        };
        self.taken.insert(lower, n);
        self.taken.insert(free, 1);
        Cow::Owned(format!("{legal}-{n}"))
    }

    /// The data annotations on names.
    fn annotations(&mut self) {
        for (field, tracked) in self.record.fields() {
            if let Value::Names(list) = &tracked.value
                && self.stands(field)
            {
                for (what, value) in names_out::annotations(list) {
                    let name = format!("{}{}{what}", self.name(field), names::ANNOTATION);
                    self.put(name, &value);
                }
            }
        }
    }

    /// Whether the field stands in the entry under its own name.
    fn stands(&self, field: Field) -> bool {
        let name = self.name(field);
        self.written.iter().any(|written| *written == name)
    }
}

/// A statement as one line of prose.
fn describe(statement: &Statement) -> String {
    let mut notes: Vec<String> = [&statement.section, &statement.stance]
        .into_iter()
        .filter(|note| !note.is_empty())
        .cloned()
        .collect();
    if statement.count > 1 {
        notes.push(format!("{} times", statement.count));
    }
    if notes.is_empty() {
        statement.text.clone()
    } else {
        format!("{} ({})", statement.text, notes.join(", "))
    }
}

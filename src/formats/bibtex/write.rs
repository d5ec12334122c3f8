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

mod aside;
mod extra;
mod field;
mod value;

use std::borrow::Cow;
use std::collections::HashMap;
use std::fmt::Write as _;

use super::escape::{balanced, key};
use super::types::{self, Dialect};
use super::{datamodel, names, names_out};
use crate::formats::WriteOptions;
use crate::model::{EntryType, Field, Record, Value};

/// Appends `record` as classic BibTeX.
pub(super) fn bibtex(record: &Record, options: &WriteOptions, out: &mut String) {
    write(record, options, Dialect::Bibtex, out);
}

/// Appends `record` as BibLaTeX.
pub(super) fn biblatex(record: &Record, options: &WriteOptions, out: &mut String) {
    write(record, options, Dialect::Biblatex, out);
}

/// Appends `record` with each field under a name of its own, also where the data model of biblatex
/// has no place for it.
pub(super) fn all_fields(record: &Record, dialect: Dialect, out: &mut String) {
    write_with(record, &WriteOptions::default(), dialect, false, out);
}

fn write(record: &Record, options: &WriteOptions, dialect: Dialect, out: &mut String) {
    // Zotero reads the fields of any type, and nothing in a `verbc`.
    let modelled = dialect == Dialect::Biblatex && !options.zotero;
    write_with(record, options, dialect, modelled, out);
}

/// `modelled`: whether the data model of biblatex is kept to.
fn write_with(
    record: &Record,
    options: &WriteOptions,
    dialect: Dialect,
    modelled: bool,
    out: &mut String,
) {
    let name = types::name(record, dialect, options.zotero);
    let _ = writeln!(out, "@{}{{{},", name.word, key(&record.key));
    let mut writing = Writing {
        record,
        options,
        dialect,
        out,
        written: Vec::with_capacity(24),
        taken: HashMap::new(),
        // Of a type the data model does not know nothing is said.
        home: (modelled && EntryType::from_bib(name.word).is_some())
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

//! Fields whose text is written as it is, and the notes.

use super::Page;
use crate::formats::ris::lower::holds_doi;
use crate::formats::ris::render::{self, line};
use crate::formats::ris::{THESES, labels, slots};
use crate::model::{EntryType, Field, Markup, Statement, Value};
use crate::text::latex;

impl Page<'_> {
    /// Fields whose text is written as it is.
    pub(super) fn plain(&mut self) {
        let mut first = true;
        // The names of a patent's holders are written with the other names.
        let fields = slots::publisher(self.ty)
            .iter()
            .filter(|field| **field != Field::Holder);
        for field in fields {
            let text = self.get(*field);
            if !text.is_empty() && std::mem::take(&mut first) {
                self.tag(*b"PB", &text);
            } else {
                self.label(*field, text);
            }
        }
        if self.ty == EntryType::Patent {
            let others = [Field::Publisher, Field::Institution, Field::Organization];
            for field in others {
                self.label_field(field);
            }
        }
        let place = self.get(Field::Location);
        if self.ty == EntryType::InProceedings && !place.is_empty() {
            self.tag(*b"C1", &place);
            self.text(*b"CY", Field::Venue);
        } else {
            self.tag(*b"CY", &place);
            self.label_field(Field::Venue);
        }
        let software = self.ty == EntryType::Software;
        let edition = [(Field::Edition, software), (Field::Version, !software)];
        for (field, aside) in edition {
            if aside {
                self.label_field(field);
            } else {
                self.text(*b"ET", field);
            }
        }
        self.kind();
        if software {
            self.label_field(Field::Language);
        } else {
            self.text(*b"LA", Field::Language);
        }
        self.text(*b"CN", Field::CallNumber);
        self.text(*b"DB", Field::Database);
        self.text(*b"AN", Field::AccessionNumber);
        self.text(*b"CR", Field::Rights);
        self.text(*b"AD", Field::Affiliation);
        self.text(*b"L1", Field::File);
    }

    /// The kind of work in `M3`, where it cannot be taken for a DOI.
    pub(super) fn kind(&mut self) {
        let degree = THESES.iter().find(|(_, ty)| *ty == self.record.entry_type);
        if let Some((degree, _)) = degree
            && !self.record.has(Field::Type)
        {
            self.tag(*b"M3", degree);
            return;
        }
        let thesis = self.ty == EntryType::Thesis;
        let degree = |text: &str| thesis && THESES.iter().any(|(own, _)| *own == text);
        let taken = self.record.entry_type != EntryType::Thesis;
        self.text_if(*b"M3", Field::Type, |text| {
            !(holds_doi(text) || taken && degree(text))
        });
    }

    pub(super) fn notes(&mut self) {
        let note = paragraphs(self.record.get(Field::Note));
        let mut aside = Vec::new();
        for note in note {
            match labels::in_note(&note) {
                Some(_) => aside.push(note),
                None => self.tag(*b"N1", &note),
            }
        }
        for note in aside {
            self.label(Field::Note, note.into());
        }
        for note in paragraphs(self.record.get(Field::Annotation)) {
            self.tag(*b"RN", &note);
        }
        if self.options.statements {
            for statement in &self.record.statements {
                self.tag(*b"N1", &statement_line(statement));
            }
        }
    }
}

/// The paragraphs of a long text, each on one line.
fn paragraphs(value: Option<&Value>) -> Vec<String> {
    let Some(Value::Text(text)) = value else {
        return value
            .map(|value| render::value(value).into_owned())
            .into_iter()
            .collect();
    };
    let paragraphs = text
        .content
        .split("\n\n")
        .map(|paragraph| match text.markup {
            Markup::Plain => line(paragraph).into_owned(),
            Markup::Latex => line(&latex::to_plain(paragraph)).into_owned(),
        });
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A statement with where it stood and how often.
fn statement_line(statement: &Statement) -> String {
    let mut text = line(&statement.text).into_owned();
    let about: Vec<String> = [&statement.section, &statement.stance]
        .into_iter()
        .map(|part| line(part).into_owned())
        .filter(|part| !part.is_empty())
        .chain((statement.count > 1).then(|| format!("{} times", statement.count)))
        .collect();
    if !about.is_empty() && !text.is_empty() {
        text.push_str(" [");
        text.push_str(&about.join(", "));
        text.push(']');
    }
    text
}

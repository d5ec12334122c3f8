//! One field: its name, its value in the syntax of the field, and what stands beside it.

use super::Writing;
use crate::formats::bibtex::dates;
use crate::formats::bibtex::escape::{prose, tidy};
use crate::formats::bibtex::types::Dialect;
use crate::model::{Date, Field, Pages, Statement, Text, Value, When, language};
use crate::text::latex;

impl<'r> Writing<'r, '_> {
    pub(super) fn field(&mut self, field: Field, value: &'r Value) {
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
                    start: When { day: None, ..start },
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

    pub(super) fn annotation(&mut self, own: &str) {
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

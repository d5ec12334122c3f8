//! What the data model of biblatex does not allow, put aside into one field.

use super::Writing;
use crate::formats::bibtex::escape::{balanced, prose};
use crate::formats::bibtex::{datamodel, names, names_out};
use crate::model::{Field, Kind, Value};

impl<'r> Writing<'r, '_> {
    /// Puts aside what the data model does not allow. False where the field is to be written.
    pub(super) fn placed_aside(&mut self, field: Field, value: &'r Value) -> bool {
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

    pub(super) fn put_aside(&mut self) {
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
}

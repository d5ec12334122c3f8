//! Keywords, abstract and notes.

use super::Lowering;
use crate::formats::ris::apply::{append_note, typed};
use crate::formats::ris::labels;
use crate::model::{Field, Text, Value};
use crate::source::Span;

impl Lowering<'_> {
    pub(super) fn keywords(&mut self) {
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

    pub(super) fn long_text(&mut self) {
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
                _ => self.put(Field::Annotation, value, span),
            }
        }
    }

    pub(super) fn note(&mut self, note: &str, span: Span) {
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
}

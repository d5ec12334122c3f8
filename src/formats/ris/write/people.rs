//! The people, one a tag.

use std::borrow::Cow;

use super::Page;
use crate::formats::ris::apply::typed;
use crate::formats::ris::name_lines::{names, one_line};
use crate::formats::ris::render::value;
use crate::formats::ris::{labels, slots};
use crate::model::{EntryType, Field, Value};

impl Page<'_> {
    pub(super) fn people(&mut self) {
        use Field::{Author, BookAuthor, Contributor, Editor, Holder, SeriesEditor, Translator};
        let fields = [
            Author,
            Editor,
            Translator,
            BookAuthor,
            SeriesEditor,
            Holder,
            Contributor,
        ];
        for field in fields {
            let list = match self.record.get(field) {
                Some(Value::Names(list)) => Cow::Borrowed(list),
                Some(other) => match typed(field, &value(other)) {
                    Value::Names(list) => Cow::Owned(list),
                    _ => continue,
                },
                None => continue,
            };
            let lines = names(&list, !self.options.zotero);
            if lines.truncated {
                self.cut.push(field);
            }
            for (number, what, text) in lines.said {
                self.said
                    .push((labels::of_person(field, number, &what), text));
            }
            let list = lines.names;
            match slots::names_tag(field, self.ty) {
                Some(tag) => list.iter().for_each(|name| self.tag(*tag, name)),
                // The publisher of a patent is its holder.
                None if field == Holder && self.ty == EntryType::Patent => {
                    self.tag(*b"PB", &one_line(&list));
                }
                None => self.label(field, one_line(&list).into()),
            }
        }
    }
}

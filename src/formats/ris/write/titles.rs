//! Titles, and what the work stands in.

use std::borrow::Cow;

use super::Page;
use crate::formats::ris::slots;
use crate::model::{EntryType, Field};

impl<'a> Page<'a> {
    /// A title with its subtitle; [`None`] leaves the subtitle to `M2`.
    pub(super) fn titled(&mut self, title: Field, subtitle: Field) -> Cow<'a, str> {
        let (mut text, more) = (self.get(title), self.get(subtitle));
        if text.is_empty() {
            self.label(subtitle, more);
        } else if !more.is_empty() {
            let joint = if text.ends_with([':', '?', '!']) {
                " "
            } else {
                ": "
            };
            text = [&*text, joint, &*more].concat().into();
        }
        text
    }

    pub(super) fn titles(&mut self) {
        let title = self.titled(Field::Title, Field::Subtitle);
        self.tag(*b"TI", &title);
        let short = self.get(Field::ShortTitle);
        // `ST` replaces the title of laws and cases.
        let law = matches!(self.ty, EntryType::Legislation | EntryType::Jurisdiction);
        if title.is_empty() || law {
            self.label(Field::ShortTitle, short);
        } else if short != title {
            self.tag(*b"ST", &short);
        }
        for field in [
            Field::TitleAddon,
            Field::OrigTitle,
            Field::MainTitle,
            Field::IssueTitle,
        ] {
            self.label_field(field);
        }
    }

    pub(super) fn container(&mut self) {
        use Field::{BookSubtitle, BookTitle, EventTitle, JournalSubtitle, JournalTitle};
        let mut journal = self.titled(JournalTitle, JournalSubtitle);
        let mut book = self.titled(BookTitle, BookSubtitle);
        let event = self.get(EventTitle);
        let mut full = Cow::Borrowed("");
        for field in slots::container(self.ty) {
            full = match field {
                JournalTitle => std::mem::take(&mut journal),
                BookTitle => std::mem::take(&mut book),
                other => self.get(*other),
            };
            if !full.is_empty() {
                break;
            }
        }
        // The subtitle of a container that goes by another field would find this one on reading.
        for (title, subtitle) in [(JournalTitle, JournalSubtitle), (BookTitle, BookSubtitle)] {
            let main = slots::container(self.ty).first() == Some(&title);
            let at = self
                .labelled
                .iter()
                .position(|(field, _)| *field == subtitle);
            if let (true, false, Some(at)) = (main, full.is_empty(), at) {
                let (_, text) = self.labelled.remove(at);
                full = format!("{full}: {text}").into();
            }
        }
        let own = slots::container(self.ty).first() == Some(&Field::Series);
        if self.ty == EntryType::InProceedings && !full.is_empty() {
            // T2 is the conference, C3 the proceedings; without the former, the latter is both.
            let same = event.is_empty() || event == full;
            self.tag(*b"T2", if same { &full } else { &event });
            self.tag(*b"C3", &full);
        } else {
            self.tag(*b"T2", &full);
            self.label(EventTitle, event);
        }
        self.label(JournalTitle, journal);
        self.label(BookTitle, book);
        let known = if own { Cow::Borrowed("") } else { full };
        let short = self.get(Field::ShortJournal);
        if short != known {
            if known.is_empty() && own {
                self.label(Field::ShortJournal, short);
            } else {
                self.tag(*b"J2", &short);
            }
        }
        if !own {
            self.text(*b"T3", Field::Series);
        }
    }
}

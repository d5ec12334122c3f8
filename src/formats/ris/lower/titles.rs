//! Titles: of the work, of what it stands in, and of the series.

use super::Lowering;
use crate::formats::ris::slots;
use crate::formats::ris::tag::Tag;
use crate::model::{EntryType, Field};

impl Lowering<'_> {
    pub(super) fn titles(&mut self) {
        use Field::{BookTitle, EventTitle, JournalTitle, Series, ShortJournal};
        let title: &[&Tag] = if slots::is_whole(self.ty) {
            &[b"TI", b"T1", b"CT", b"BT", b"ST"]
        } else {
            &[b"TI", b"T1", b"CT", b"ST"]
        };
        let short = self.tags.peek(&[b"ST"]).is_empty();
        let found = self.tags.take(title);
        self.put_found(Field::Title, found);
        if !short {
            let found = self.tags.take(&[b"ST"]);
            self.put_found(Field::ShortTitle, found);
        }
        let main = slots::container(self.ty)[0];
        if self.ty == EntryType::InProceedings {
            let proceedings = self.tags.take(&[b"BT", b"C3"]);
            if let Some((value, _)) = &proceedings {
                self.tags.drop_equal(&[b"T2", b"JF"], value);
                let found = self.tags.take(&[b"T2"]);
                self.put_found(EventTitle, found);
            }
            self.put_found(BookTitle, proceedings);
        }
        let full: &[&Tag] = match main {
            BookTitle => &[b"BT", b"T2", b"JF"],
            _ => &[b"T2", b"JF"],
        };
        if !self.record.has(main) {
            let found = match main {
                Series => self.tags.take(&[b"T2", b"T3"]),
                _ => self.tags.take(full),
            };
            self.put_found(main, found);
        }
        let field = if main == Series { JournalTitle } else { main };
        if !self.record.has(field) {
            let found = self.tags.take(&[b"JF", b"JO", b"JA"]);
            self.put_found(field, found);
        }
        let short: &[&Tag] = &[b"J2", b"JA", b"JO", b"J1"];
        if let Some(full) = self.record.text(field) {
            self.tags.drop_equal(short, full);
            self.tags.drop_equal(&[b"JF", b"T2"], full);
        }
        let found = self.tags.take(short);
        self.put_found(ShortJournal, found);
        let found = self.tags.take(&[b"T3"]);
        self.put_found(Series, found);
        let found = self.tags.take(&[b"TT"]);
        self.put_found(Field::TitleAddon, found);
    }
}

//! ScienceGate: a document page with title-less related records, and result lists.

use super::sample;
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, is_year, part, trim_by};
use crate::formats::pages::needles::starts_with;
use crate::formats::pages::noise;
use crate::formats::pages::{Layout, Page};
use crate::formats::{Likelihood, Meaning, RawRecords};
use crate::model::{Field, Role};
use crate::report::Findings;
use crate::source::Span;

/// The separator that ends a part which another follows: U+25FD.
const SEPARATOR: char = '◽';

/// A page of sciencegate.app. Of the records on a document page only the first has its title.
pub(in crate::formats::pages) static LAYOUT: Layout = Layout {
    doc: Doc {
        id: "sciencegate",
        summary: "ScienceGate document page or result list: parts ended by a small square",
        why: "Related records have lost their titles there; a reader that wants titles would take abstracts for them",
        examples: &[sample!("sciencegate"), sample!("sciencegate-list")],
        sources: &["pages of sciencegate.app as saved by readers"],
    },
    sniff,
    read,
};

fn sniff(text: &str) -> Likelihood {
    let square = memchr::memmem::find(text.as_bytes(), SEPARATOR.to_string().as_bytes()).is_some();
    let authors = memchr::memmem::find(text.as_bytes(), b"Author(s):").is_some();
    match (square, authors) {
        (true, true) => Likelihood::Certain,
        (true, false) => Likelihood::Possible,
        _ => Likelihood::No,
    }
}

/// Whether the line, as only this layout has it, begins a record.
pub(in crate::formats::pages) fn begins_record(line: &str) -> bool {
    line.ends_with(SEPARATOR) && is_year(line.trim_end_matches([SEPARATOR, ' ', '\u{a0}']))
}

/// Whether the line ends a page.
pub(in crate::formats::pages) fn ends_page(line: &str) -> bool {
    line == "Share Document"
}

/// Whether a line says nothing of a work: a button, a page of the list. A DOI has no letters either.
fn is_aside(words: &str, more: bool) -> bool {
    let page = words
        .strip_prefix("Page ")
        .is_some_and(|rest| rest.bytes().all(|b| b.is_ascii_digit()));
    page || words == "..." || noise::is_noise(words) && !(more && doi_in(words).is_some())
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Mode {
    Head,
    Authors,
    Keywords,
    Body,
}

struct Reader<'a> {
    text: &'a str,
    layout: u8,
    draft: Draft,
    mode: Mode,
    /// Lines of running text since the last part: the abstract, or the next record's title.
    body: Vec<Span>,
    list: bool,
    found: usize,
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    let mut reader = Reader {
        text: page.text(),
        layout: page.reader,
        draft: Draft::default(),
        mode: Mode::Body,
        body: Vec::new(),
        list: false,
        found: 0,
    };
    for line in page.lines() {
        reader.line(line, out);
    }
    reader.finish(out);
}

impl Reader<'_> {
    fn line(&mut self, line: Span, out: &mut RawRecords) {
        let text = self.text;
        let more = line.of(text).ends_with(SEPARATOR);
        let value = trim_by(text, line, |c| c == SEPARATOR || c.is_whitespace());
        let words = value.of(text);
        if words.is_empty() {
            if matches!(self.mode, Mode::Authors | Mode::Keywords) {
                self.mode = Mode::Body;
            }
            return;
        }
        if more && is_year(words) {
            if !(self.mode == Mode::Head && self.list && !self.draft.has(Field::Date)) {
                self.start(out, false);
            }
            self.draft.add(Field::Date, value);
        } else if starts_with(words, "Author(s):") {
            if self.mode != Mode::Head {
                self.start(out, false);
            }
            self.mode = Mode::Authors;
            self.item(part(text, value, "Author(s):".len(), words.len()), more);
            self.mode = Mode::Authors;
        } else if starts_with(words, "Keyword(s):") {
            self.mode = Mode::Keywords;
            self.item(part(text, value, "Keyword(s):".len(), words.len()), true);
        } else if more && starts_with(words, "Vol ") {
            if self.mode != Mode::Head {
                self.start(out, false);
            }
            self.volume(value);
        } else if starts_with(words, "pp. ") && self.mode != Mode::Body {
            self.pages(part(text, value, 4, words.len()));
        } else if matches!(self.mode, Mode::Authors | Mode::Keywords) {
            self.item(value, more);
        } else if starts_with(words, "Cited By ~") {
            self.list = true;
        } else if is_aside(words, more) {
        } else if more {
            // Only result lists name the journal and the DOI, before the year.
            if self.mode != Mode::Head {
                self.start(out, true);
            }
            self.list = true;
            match doi_in(words) {
                Some(found) => self
                    .draft
                    .add_first(Field::Doi, part(text, value, found.start, found.end)),
                None => self.draft.add_first(Field::JournalTitle, value),
            }
        } else {
            self.mode = Mode::Body;
            self.body.push(value);
        }
    }

    /// Begins a record. The line before it is its title on the first record of a page and in a
    /// list; elsewhere it belongs to the abstract of the record before.
    fn start(&mut self, out: &mut RawRecords, list: bool) {
        let first = self.found == 0 && self.draft.is_empty();
        let title = if list || first { self.body.pop() } else { None };
        self.finish(out);
        let role = if self.found == 0 && !list {
            Role::Primary
        } else {
            Role::Related
        };
        self.draft = Draft::new(role);
        if let Some(title) = title {
            self.draft.add(Field::Title, title);
        }
        self.mode = Mode::Head;
    }

    fn finish(&mut self, out: &mut RawRecords) {
        if let (Some(first), Some(last)) = (self.body.first(), self.body.last()) {
            let whole = Span::new(first.start as usize, last.end as usize);
            if !self.draft.is_empty() {
                self.draft.add(Field::Abstract, whole);
            }
        }
        self.body.clear();
        let draft = std::mem::take(&mut self.draft);
        if draft.identifies() {
            draft.push(self.layout, out);
            self.found += 1;
        }
    }

    /// One author or keyword; one without a separator is the last.
    fn item(&mut self, value: Span, more: bool) {
        let words = value.of(self.text);
        if words.is_empty() {
            return;
        }
        let authors = self.mode == Mode::Authors;
        if authors && matches!(words, "..." | "…") {
            self.draft.mark(Meaning::AuthorsTruncated, value);
            self.mode = Mode::Body;
        } else if authors {
            self.draft.add(Field::Author, value);
            if !more {
                self.mode = Mode::Body;
            }
        } else if noise::is_noise(words) {
            self.mode = Mode::Body;
        } else {
            self.draft.add(Field::Keywords, value);
            if !more {
                self.mode = Mode::Body;
            }
        }
    }

    /// `Vol 65 (1)`; `ahead-of-print` is no volume.
    fn volume(&mut self, value: Span) {
        let words = value.of(self.text);
        let open = words.find('(').unwrap_or(words.len());
        let close = words.rfind(')').unwrap_or(words.len());
        let volume = part(self.text, value, 4.min(open), open);
        let issue = part(self.text, value, (open + 1).min(close), close);
        for (field, found) in [(Field::Volume, volume), (Field::Number, issue)] {
            if !found.of(self.text).contains("ahead-of-print") {
                self.draft.add_first(field, found);
            }
        }
        if volume.of(self.text).contains("ahead-of-print") {
            self.draft.add_first(Field::PubState, volume);
        }
    }

    /// `pp. 64-72`; what has stops in it is an article number, cut off as it may be.
    fn pages(&mut self, value: Span) {
        let dotted = value.of(self.text).contains('.');
        let field = if dotted { Field::Eid } else { Field::Pages };
        self.draft.add_first(field, value);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::tests::read_as;
    use crate::model::{EntryType, Value};

    #[test]
    fn related_records_have_no_titles_and_may_touch() {
        let page = "Recovery colleges\n\n2019 ◽  \nVol 28 (1-2) ◽  \npp. 15-31 ◽  \nAuthor(s):  \nAnna Toney ◽  \n...  \nAuthor(s):  \nRose Thompson\n\nAbstractAn interview study.\n\n\n2016 ◽  \nVol ahead-of-print (ahead-of-print) ◽  \nAuthor(s):  \nEd Chukwuma\n\nSign in / Sign up\n\nShare Document\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 3);
        assert_eq!(records[0].text(Field::Title), Some("Recovery colleges"));
        assert_eq!(records[0].text(Field::Number), Some("1-2"));
        assert!(matches!(records[0].get(Field::Author), Some(Value::Names(n)) if n.truncated));
        assert!(!records[1].has(Field::Title) && !records[1].has(Field::Date));
        assert_eq!(
            records[1].text(Field::Abstract),
            Some("AbstractAn interview study.")
        );
        assert!(!records[2].has(Field::Volume));
        assert_eq!(records[2].role, Role::Related);
        assert_eq!(records[2].entry_type, EntryType::Article);
    }

    #[test]
    fn a_result_list_names_journal_and_doi() {
        let page = "First title\nJournal of One ◽  \n10.1000/one ◽  \n2020 ◽  \nVol 1 (2) ◽  \npp. 3-4 ◽  \nCited By ~ 3\nAuthor(s):  \nA. One ◽  \nB. Two\n\nKeyword(s):  \nPeers ◽  \nSupport\n\nDownload Full-text\nSecond title\nJournal of Two ◽  \n10.1000/two ◽  \n2021 ◽  \nAuthor(s):  \nC. Three\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 2);
        for (record, title, journal, doi, year) in [
            (
                &records[0],
                "First title",
                "Journal of One",
                "10.1000/one",
                "2020",
            ),
            (
                &records[1],
                "Second title",
                "Journal of Two",
                "10.1000/two",
                "2021",
            ),
        ] {
            assert_eq!(record.text(Field::Title), Some(title));
            assert_eq!(record.text(Field::JournalTitle), Some(journal));
            assert_eq!(record.text(Field::Doi), Some(doi));
            assert_eq!(record.text(Field::Date), Some(year));
        }
        assert!(matches!(records[0].get(Field::Keywords), Some(Value::List(l)) if l.len() == 2));
    }
}

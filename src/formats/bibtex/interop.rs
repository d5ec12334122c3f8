//! Crossing over to the `biblatex` crate, and back.
//!
//! Both ways go through one entry in BibLaTeX, with the syntax both sides agree on, so that each
//! side reads values by its own rules. An entry on its own has no parent, so no chain of
//! `crossref` can keep the crate busy.

use crate::error::{Error, ErrorKind};
use crate::formats::WriteOptions;
use crate::model::Record;
use crate::report::Findings;
use crate::source::{Source, SourceId};

/// Deeper braces than these make the crate slow.
const DEEPEST: usize = 100;

impl TryFrom<&Record> for biblatex::Entry {
    type Error = Error;

    /// The record as the crate reads it.
    ///
    /// ```
    /// use bibsift::model::{Field, Record};
    /// let mut record = Record::default();
    /// record.key = "k".into();
    /// record.put(Field::Title, "On Growth and Form");
    /// let entry = biblatex::Entry::try_from(&record)?;
    /// assert_eq!(entry.key, "k");
    /// # Ok::<(), bibsift::error::Error>(())
    /// ```
    fn try_from(record: &Record) -> Result<Self, Error> {
        let mut text = String::new();
        let mut record = record.clone();
        record.extra.retain(|extra| !is_link(&extra.name));
        super::write::biblatex(&record, &WriteOptions::default(), &mut text);
        if depth(&text) > DEEPEST {
            let message = format!("'{}' nests braces deeper than {DEEPEST}", record.key);
            return Err(Error::new(ErrorKind::Usage, message));
        }
        let parsed = biblatex::Bibliography::parse(&text)
            .map_err(|error| Error::new(ErrorKind::Usage, error.to_string()))?;
        parsed.into_iter().next().ok_or_else(|| {
            let message = format!("'{}' makes no biblatex entry", record.key);
            Error::new(ErrorKind::Usage, message)
        })
    }
}

impl TryFrom<&biblatex::Entry> for Record {
    type Error = Error;

    /// The entry as our reader reads what the crate writes. Fails where that is no entry.
    fn try_from(entry: &biblatex::Entry) -> Result<Self, Error> {
        let text = entry.to_biblatex_string();
        let source = Source::new(SourceId(0), entry.key.as_str(), text);
        let mut findings = Findings::default();
        let raw = super::read::read(&source, &mut findings);
        if raw.records.is_empty() {
            let message = format!("'{}' is no entry once written", entry.key);
            return Err(Error::new(ErrorKind::Usage, message));
        }
        Ok(super::lower_record(&source, &raw, 0, &mut findings))
    }
}

fn is_link(name: &str) -> bool {
    ["crossref", "xdata", "xref"]
        .iter()
        .any(|link| link.eq_ignore_ascii_case(name))
}

/// How deep braces nest.
fn depth(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        deepest = deepest.max(depth);
    }
    deepest
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{EntryType, Field, Name, Names};
    use crate::source::Place;

    #[test]
    fn a_record_crosses_over_and_back() {
        let mut record = Record::new(EntryType::Article, Place::default());
        record.key = "thompson".into();
        record.put(Field::Title, "On growth and form");
        record.put(Field::Volume, "3");
        let author = Name {
            family: "Thompson".into(),
            given: "D'Arcy".into(),
            ..Name::default()
        };
        record.put(
            Field::Author,
            Names {
                list: vec![author],
                truncated: false,
            },
        );
        let entry = biblatex::Entry::try_from(&record).unwrap();
        let back = Record::try_from(&entry).unwrap();
        assert_eq!(back.key, record.key);
        for field in [Field::Title, Field::Volume, Field::Author] {
            assert_eq!(back.get(field), record.get(field));
        }
    }

    #[test]
    fn both_read_a_healthy_file_alike() {
        use biblatex::ChunksExt;
        let text = "@string{jx = {Journal of X}}\n@article{a, title = \"On \" # {Growth}, journal = jx}\n\
                    @comment{none} remark\n@book{b, title = {{DNA} and form}, year = 1942,}\n\
                    @misc{c:1/2, title = {深度学习}}";
        let theirs = biblatex::Bibliography::parse(text).unwrap();
        let source = Source::new(SourceId(0), "test.bib", text);
        let mut findings = Findings::default();
        let raw = super::super::read::read(&source, &mut findings);
        assert_eq!(theirs.len(), raw.records.len());
        for (n, entry) in theirs.iter().enumerate() {
            let record = super::super::lower_record(&source, &raw, n, &mut findings);
            assert_eq!(record.key, entry.key);
            let title = record.text(Field::Title).unwrap().replace(['{', '}'], "");
            assert_eq!(title, entry.get("title").unwrap().format_verbatim());
        }
    }

    #[test]
    fn links_and_deep_braces_do_no_harm() {
        let mut record = Record::default();
        record.key = "k".into();
        record.put(
            Field::Note,
            crate::model::Text::latex("{".repeat(5000) + &"}".repeat(5000)),
        );
        assert!(biblatex::Entry::try_from(&record).is_err());
    }
}

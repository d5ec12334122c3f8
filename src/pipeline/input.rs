//! [`Input`]: one source, read into raw records, with the reader that made them.

use super::Reader;
use super::faults::{NO_KNOWN_FORMAT, NO_RECORD, NOT_DECODABLE, TEXT_ENCODING};
use crate::error::{Error, ErrorKind};
use crate::formats::{FORMATS, Matter, RawRecords, bibtex};
use crate::model::Record;
use crate::report::{Findings, Severity};
use crate::source::{Source, SourceId, Span, decode};

/// One source and what was read from it.
#[derive(Debug)]
pub struct Input {
    /// The text.
    pub source: Source,
    /// What read it; [`None`] where the text is of no known format.
    pub reader: Option<Reader>,
    /// Its raw records.
    pub raws: RawRecords,
    /// What it is called where sources are counted: the name of the file, if the caller says
    /// nothing else.
    pub label: String,
    /// Whether it is a library: records of the list that it holds are left out, and its own are
    /// neither merged nor written.
    pub library: bool,
}

impl Input {
    /// Decodes `bytes` and reads them with `reader`, or with the format they look like.
    ///
    /// Reports how an encoding was guessed, bytes that could not be decoded, a text of no known
    /// format and one without a record.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLarge`] for a text of 4 GiB or more.
    pub fn from_bytes(
        id: SourceId,
        name: &str,
        bytes: Vec<u8>,
        reader: Option<Reader>,
        findings: &mut Findings,
    ) -> Result<Self, Error> {
        let bytes = match decode::plain(bytes) {
            Ok(text) => return Self::from_text(id, name, text, reader, findings),
            Err(bytes) => bytes,
        };
        let decoded = decode(&bytes);
        let decoding = decoded.decoding;
        let source = source(id, name, decoded.text.into_owned())?;
        if decoding.guessed {
            findings.push_at(
                &TEXT_ENCODING,
                Severity::Note,
                source.place(Span::default()),
                || {
                    format!(
                        "the text is not UTF-8; it was read as {}",
                        decoding.encoding
                    )
                },
            );
        }
        if decoding.replaced > 0 {
            let at = source.text.find('\u{FFFD}').unwrap_or(0);
            let span = Span::new(at, at + '\u{FFFD}'.len_utf8());
            findings.push_at(
                &NOT_DECODABLE,
                Severity::Warning,
                source.place(span),
                || {
                    let (count, encoding) = (decoding.replaced, decoding.encoding);
                    format!(
                        "{count} byte sequences are no {encoding} and stand as \u{FFFD}, first here"
                    )
                },
            );
        }
        Ok(Self::from_source(source, reader, findings))
    }

    /// As [`Self::from_bytes`], from bytes that were [plain](decode::plain) text.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::TooLarge`] for a text of 4 GiB or more.
    pub fn from_text(
        id: SourceId,
        name: &str,
        text: String,
        reader: Option<Reader>,
        findings: &mut Findings,
    ) -> Result<Self, Error> {
        Ok(Self::from_source(source(id, name, text)?, reader, findings))
    }

    /// Reads a text with `reader`, or with the format it looks like. Reports a text of no known
    /// format and one without a record.
    pub fn from_source(source: Source, reader: Option<Reader>, findings: &mut Findings) -> Self {
        let Some(reader) = reader.or_else(|| Reader::sniff(&source.text, &source.name)) else {
            let blank = source.text.trim().is_empty();
            findings.push_at(
                &NO_KNOWN_FORMAT,
                Severity::Warning,
                source.place(Span::default()),
                || {
                    if blank {
                        return "the input is empty".to_owned();
                    }
                    let tried: Vec<&str> = FORMATS.iter().map(|format| format.doc.id).collect();
                    format!(
                        "the text looks like none of {}; --from forces one",
                        tried.join(", ")
                    )
                },
            );
            return Self::new(source, None, RawRecords::default());
        };
        let before = findings.total(Severity::Warning);
        let raws = reader.read(&source, findings);
        if raws.records.is_empty() && findings.total(Severity::Warning) == before {
            findings.push_at(
                &NO_RECORD,
                Severity::Warning,
                source.place(Span::default()),
                || format!("no record was found, read as {}", reader.doc().id),
            );
        }
        Self::new(source, Some(reader), raws)
    }

    fn new(source: Source, reader: Option<Reader>, raws: RawRecords) -> Self {
        Self {
            label: source.name.clone(),
            source,
            reader,
            raws,
            library: false,
        }
    }

    /// What the text holds beside its records.
    pub fn matter(&self) -> Matter {
        bibtex::matter(&self.source, &self.raws)
    }

    /// Types one of its raw records.
    pub fn lower(&self, index: usize, findings: &mut Findings) -> Record {
        self.reader
            .map(|reader| reader.lower(&self.source, &self.raws, index, findings))
            .unwrap_or_default()
    }
}

/// The source of a text, unless that is too large for one.
fn source(id: SourceId, name: &str, text: String) -> Result<Source, Error> {
    if text.len() >= Source::LIMIT {
        let message = format!("{name} holds 4 GiB of text or more; split it into smaller files");
        return Err(Error::new(ErrorKind::TooLarge, message));
    }
    Ok(Source::new(id, name, text))
}

//! [`Reader`]: which format or page layout reads an input, chosen or sniffed.

use crate::doc::Doc;
use crate::error::{Error, ErrorKind};
use crate::formats::pages::{self, LAYOUTS, Layout, SITES};
use crate::formats::{FORMATS, Format, Likelihood, RawRecords};
use crate::model::Record;
use crate::report::Findings;
use crate::source::Source;

/// What reads an input.
#[derive(Debug, Clone, Copy)]
pub enum Reader {
    /// A format, which finds its own way.
    Format(&'static Format),
    /// One page layout, forced.
    Layout(&'static Layout),
}

impl Reader {
    /// The reader `--from` names: the id of a format, or of a page layout. The id of a site names
    /// the layout `page`, which reads the pages of all sites.
    ///
    /// ```
    /// use bibsift::pipeline::Reader;
    /// assert_eq!(Reader::named("ris").unwrap().doc().id, "ris");
    /// assert_eq!(Reader::named("scielo").unwrap().doc().id, "page");
    /// assert!(Reader::named("docx").is_err());
    /// ```
    ///
    /// # Errors
    ///
    /// [`ErrorKind::UnknownName`], with all names there are.
    pub fn named(id: &str) -> Result<Self, Error> {
        let format = FORMATS.iter().find(|format| format.doc.id == id);
        let site = SITES.iter().any(|site| site.doc.id == id);
        let id = if site { "page" } else { id };
        let layout = || LAYOUTS.iter().find(|layout| layout.doc.id == id);
        if let Some(format) = format {
            return Ok(Self::Format(format));
        }
        layout().map(|layout| Self::Layout(layout)).ok_or_else(|| {
            let known: Vec<&str> = Self::all().map(|reader| reader.doc().id).collect();
            let message = format!(
                "no format is called '{id}'; there are {}, and the sites that `bibsift explain` lists",
                known.join(", ")
            );
            Error::new(ErrorKind::UnknownName, message)
        })
    }

    /// The format a text looks most like; `name` is its file name, whose extension decides
    /// between formats the text looks equally like. [`None`] where it looks like none.
    pub fn sniff(text: &str, name: &str) -> Option<Self> {
        let extension = name
            .rsplit_once('.')
            .map(|(_, ext)| ext.to_ascii_lowercase());
        let hinted = |format: &Format| {
            extension
                .as_deref()
                .is_some_and(|ext| format.extensions.contains(&ext))
        };
        let mut best: Option<((Likelihood, bool), &'static Format)> = None;
        for format in FORMATS {
            let hinted = hinted(format);
            // Nothing beats a certain format but a certain one of the right extension, so the
            // dearer looks at a text are saved.
            let certain =
                best.is_some_and(|((likelihood, _), _)| likelihood == Likelihood::Certain);
            if certain && !hinted {
                continue;
            }
            let rank = ((format.sniff)(text), hinted);
            if rank.0 > Likelihood::No && best.is_none_or(|(before, _)| rank > before) {
                best = Some((rank, format));
            }
        }
        best.map(|(_, format)| Self::Format(format))
    }

    /// Every reader: formats, then layouts.
    pub fn all() -> impl Iterator<Item = Self> {
        let formats = FORMATS.iter().map(|format| Self::Format(format));
        formats.chain(LAYOUTS.iter().map(|layout| Self::Layout(layout)))
    }

    /// Its documentation.
    pub fn doc(self) -> &'static Doc {
        match self {
            Self::Format(format) => &format.doc,
            Self::Layout(layout) => &layout.doc,
        }
    }

    /// Cuts `source` into raw records.
    pub fn read(self, source: &Source, findings: &mut Findings) -> RawRecords {
        match self {
            Self::Format(format) => (format.read)(source, findings),
            Self::Layout(layout) => pages::read_layout(layout, source, findings),
        }
    }

    /// Types one raw record.
    pub fn lower(
        self,
        source: &Source,
        raws: &RawRecords,
        index: usize,
        findings: &mut Findings,
    ) -> Record {
        match self {
            Self::Format(format) => (format.lower)(source, raws, index, findings),
            Self::Layout(_) => (pages::PAGES.lower)(source, raws, index, findings),
        }
    }

    /// Whether the keys its records come with are citation keys their owner may have used in a
    /// manuscript.
    pub fn has_citation_keys(self) -> bool {
        matches!(self.doc().id, "bibtex" | "biblatex" | "csl-json" | "jsonl")
    }
}

//! What a .bib file holds beside its entries, kept from file to file: preambles, JabRef metadata.

use super::values::is_bare;
use crate::formats::{Context, Matter, RawRecords, WriteOptions};
use crate::source::Source;

/// The preambles, the JabRef metadata, and the number of other comments in a text that
/// [`BIBTEX`](super::BIBTEX) read.
///
/// ```
/// use bibsift::formats::bibtex::{BIBTEX, matter};
/// use bibsift::{report::Findings, source::{Source, SourceId}};
/// let source = Source::new(SourceId(0), "a.bib", "% refs\n@preamble{\"\\newcommand{\\x}{y}\"}\n");
/// let raw = (BIBTEX.read)(&source, &mut Findings::default());
/// let matter = matter(&source, &raw);
/// assert_eq!((matter.preambles.len(), matter.comments_left), (1, 1));
/// ```
pub fn matter(source: &Source, raw: &RawRecords) -> Matter {
    let Context::Bibtex(context) = &raw.context else {
        return Matter::default();
    };
    let text = source.text.as_str();
    Matter {
        preambles: context
            .preambles
            .iter()
            .map(|span| preamble(span.of(text), context))
            .collect(),
        metadata: context
            .metadata
            .iter()
            .map(|span| unix(span.of(text)))
            .collect(),
        comments_left: context.comments,
    }
}

/// A preamble as it stood; one that uses macros, whose definitions do not survive, expanded.
fn preamble(block: &str, context: &super::BibContext) -> String {
    let mut cutter = super::blocks::Cutter::new(block);
    let _ = cutter.next_block();
    let value = cutter.fields().first().map(|field| field.value);
    let macros = value.filter(|value| value.of(block).split('#').any(|part| is_bare(part.trim())));
    match macros {
        // Definitions lie before any place at the end of the address space.
        Some(value) => {
            let text = context.macros.evaluate_late(block, value);
            format!("@preamble{{{{{text}}}}}")
        }
        None => unix(block),
    }
}

fn unix(text: &str) -> String {
    text.replace("\r\n", "\n").replace('\r', "\n")
}

/// What comes before the first entry.
pub(super) fn head(matter: &Matter, _: &WriteOptions) -> String {
    let mut out = String::new();
    for preamble in &matter.preambles {
        out.push_str(preamble);
        out.push_str("\n\n");
    }
    out
}

/// What comes after the last entry.
pub(super) fn tail(matter: &Matter, _: &WriteOptions) -> String {
    let mut out = String::new();
    for metadata in &matter.metadata {
        out.push('\n');
        out.push_str(metadata);
        out.push('\n');
    }
    out
}

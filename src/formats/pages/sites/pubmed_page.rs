//! The page of an article on `PubMed`.
//!
//! ```text
//! Randomized Controlled Trial
//! BMC Ward Work
//! . 2019 Nov 12;19(1):345.
//! doi: 10.9999/s1.
//! Torches of nurses
//! Li-Hua Tan 1 2, Patrick Mwangi 1; Torch Trial Group
//! ```
//!
//! Similar articles repeat the first author, the journal and the year around their citation:
//! `Frid N, Hsu C. Frid N, et al. Ward Bull. 2016 Mar;37(2):88-95. … Ward Bull. 2016. PMID: …`.

use super::{Site, sample};
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{doi_in, part};
use crate::formats::pages::name_lists;
use crate::formats::pages::needles::position;
use crate::formats::pages::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "pubmed-page",
        summary: "PubMed: the page of an article",
        why: "The journal stands alone above a line that begins with a stop, and similar articles repeat their first author and journal",
        examples: &[sample!("pubmed-page")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};

/// The similar articles: a title, and below it the names, the first of them again, and the source.
pub(in crate::formats::pages) fn similar(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    lines
        .windows(2)
        .filter_map(|pair| {
            let [title, line] = *pair else { return None };
            let words = line.of(text);
            let pmid = position(words, "PMID: ")?;
            let (people, from) = name_lists::leading(text, line)?;
            let first = people.names.first()?.of(text);
            let rest = words.get(from..)?.trim_start_matches(['.', ' ']);
            let rest = rest.strip_prefix(first)?;
            let rest = [", et al. ", ". "]
                .iter()
                .find_map(|end| rest.strip_prefix(end))?;
            let from = words.len() - rest.len();
            let end = [" doi: ", " Epub ", " PMID: "]
                .iter()
                .filter_map(|mark| position(rest, mark))
                .min()?;
            let source = part(text, line, from, from + end);
            let source = part(text, source, 0, source.of(text).trim_end_matches('.').len());
            let mut draft = Draft::new(role);
            draft.add(Field::Title, title);
            draft.add_names(&people);
            venue::read(text, source)?.add_to(text, &mut draft);
            if let Some(doi) = doi_in(words) {
                draft.add(Field::Doi, part(text, line, doi.start, doi.end));
            }
            let from = pmid + "PMID: ".len();
            let digits = words[from..].bytes().take_while(u8::is_ascii_digit).count();
            draft.add(Field::Pmid, part(text, line, from, from + digits));
            Some(draft)
        })
        .collect()
}

//! Reference lists inside larger texts: where each begins and ends.

use super::heading;
use super::lines::{self, Line};
use super::looks::{self, Looks};
use super::{Prepared, decode, model};
use crate::source::Span;

/// A list of references within a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Section {
    /// The heading over it, where there is one.
    pub heading: Option<Span>,
    /// The list itself, without the heading.
    pub body: Span,
}

/// The reference lists of a text, in order: what follows a heading of one in any of the known
/// languages and looks like references, and runs of at least three that look like references
/// without one. Prose has none. Linear in the length of the text.
///
/// ```
/// use bibsift::formats::references::segment::find_sections;
/// let text = "We know this (Smith 2001).\n\n## References\n\nSmith, J. (2001). Things. \
///             Journal of Things, 12(3), 45–67.\n\n## Appendix\n\nMore.";
/// let found = find_sections(text);
/// assert_eq!(found.len(), 1);
/// assert!(found[0].body.of(text).starts_with("Smith, J."));
/// ```
pub fn find_sections(text: &str) -> Vec<Section> {
    let paragraphs = paragraphs(text);
    let mut out: Vec<Section> = Vec::new();
    let mut run: Option<Run> = None;
    for paragraph in &paragraphs {
        match paragraph.kind {
            Kind::Heading => {
                out.extend(run.take().and_then(Run::section));
                run = Some(Run::under(paragraph.span));
            }
            Kind::Title => {
                // Parts of a list have titles of their own, but only of a lower level.
                let within = run
                    .as_ref()
                    .and_then(|run| run.heading)
                    .is_some_and(|heading| {
                        level(paragraph.span.of(text)) > level(heading.of(text))
                    });
                if within {
                    if let Some(run) = &mut run {
                        run.gaps += 1;
                    }
                } else {
                    out.extend(run.take().and_then(Run::section));
                }
            }
            Kind::References { like, sure } => {
                run.get_or_insert_with(Run::default)
                    .add(paragraph.span, like, sure);
            }
            Kind::Other => {
                let short = paragraph.span.len() <= SHORT;
                let over = match &mut run {
                    Some(run) => {
                        run.gaps += if short { 1 } else { 2 };
                        run.gaps > run.patience()
                    }
                    None => false,
                };
                if over {
                    out.extend(run.take().and_then(Run::section));
                }
            }
        }
    }
    out.extend(run.and_then(Run::section));
    out
}

/// Bytes of a paragraph that may be a page head or the title of a part of the list.
const SHORT: usize = 160;

/// References in a row.
#[derive(Default)]
struct Run {
    heading: Option<Span>,
    body: Option<Span>,
    /// What looks like a reference, and what looks like nothing else.
    like: usize,
    sure: usize,
    /// Paragraphs since the last reference.
    gaps: usize,
}

impl Run {
    fn under(heading: Span) -> Self {
        Self {
            heading: Some(heading),
            ..Self::default()
        }
    }

    fn add(&mut self, span: Span, like: usize, sure: usize) {
        let start = self.body.map_or(span.start, |body| body.start);
        self.body = Some(Span {
            start,
            end: span.end,
        });
        self.like += like;
        self.sure += sure;
        self.gaps = 0;
    }

    /// How many paragraphs that are no references may stand between two that are.
    fn patience(&self) -> usize {
        if self.heading.is_some() { 3 } else { 1 }
    }

    fn section(self) -> Option<Section> {
        let enough = self.heading.is_some() || (self.sure >= 3 && self.sure * 4 >= self.like * 3);
        let body = self.body.filter(|_| enough)?;
        Some(Section {
            heading: self.heading,
            body,
        })
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The heading of a reference list.
    Heading,
    /// Another heading.
    Title,
    /// References: how many look like one, and how many like nothing else.
    References {
        like: usize,
        sure: usize,
    },
    Other,
}

struct Paragraph {
    span: Span,
    kind: Kind,
}

/// The text in paragraphs: parted by empty lines and headings.
fn paragraphs(text: &str) -> Vec<Paragraph> {
    let all = lines::lines(text);
    let mut out: Vec<Paragraph> = Vec::new();
    let mut from = 0;
    for at in 0..=all.len() {
        let Some(line) = all.get(at) else {
            body(text, &all[from..], &mut out);
            break;
        };
        let words = line.span.of(text);
        let known = heading::is_heading(words);
        let title = !known && is_title(words);
        if known || title {
            body(text, &all[from..at], &mut out);
            out.push(Paragraph {
                span: line.span,
                kind: if known { Kind::Heading } else { Kind::Title },
            });
            from = at + 1;
        } else if line.blank && at > from {
            body(text, &all[from..at], &mut out);
            from = at;
        }
    }
    out
}

/// Appends the lines of one paragraph, judged.
fn body(text: &str, lines: &[Line], out: &mut Vec<Paragraph>) {
    let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
        return;
    };
    let lead = heading::leading(first.span.of(text)).unwrap_or(0);
    if lead > 0 {
        let start = first.span.start as usize;
        out.push(Paragraph {
            span: Span::new(start, start + lead),
            kind: Kind::Heading,
        });
    }
    let span = Span::new(first.span.start as usize + lead, last.span.end as usize).trim(text);
    if !span.is_empty() {
        out.push(Paragraph {
            span,
            kind: judge(span.of(text)),
        });
    }
}

/// Whether most of a paragraph is references.
fn judge(text: &str) -> Kind {
    // Without a digit there is neither a year nor a number.
    if !text.bytes().any(|b| b.is_ascii_digit()) {
        return Kind::Other;
    }
    let prepared = Prepared::new(text);
    let starts = decode(&prepared.sights, model::fitted());
    let spans: Vec<Span> = prepared.spans().collect();
    let ends = starts.iter().skip(1).copied().chain([spans.len()]);
    let (mut like, mut sure, mut bytes, mut all) = (0, 0, 0, 0);
    for (start, end) in starts.iter().zip(ends) {
        let (Some(first), Some(last)) = (
            spans.get(*start),
            end.checked_sub(1).and_then(|at| spans.get(at)),
        ) else {
            continue;
        };
        let span = Span {
            start: first.start,
            end: last.end,
        };
        all += span.len();
        let looks = looks::looks(span.of(text));
        if looks > Looks::Other {
            like += 1;
            sure += usize::from(looks == Looks::Sure);
            bytes += span.len();
        }
    }
    if like > 0 && bytes * 5 >= all * 3 {
        Kind::References { like, sure }
    } else {
        Kind::Other
    }
}

/// What stands over the parts of an article after its references, lower case.
#[rustfmt::skip]
static AFTER: &[&str] = &[
    "acknowledgements", "acknowledgments", "acknowledgement", "appendix", "appendices",
    "author contributions", "conflict of interest", "conflicts of interest",
    "competing interests", "funding", "figures", "tables", "supplementary material",
    "supplementary materials", "supporting information", "about the author", "about the authors",
    "author information", "publisher's note", "data availability", "index", "notes", "anhang",
    "danksagung", "abbildungsverzeichnis", "annexe", "annexes", "remerciements", "anexo",
    "anexos", "agradecimientos", "agradecimentos", "ringraziamenti", "приложение",
    "благодарности", "附录", "致谢", "谢辞", "謝辞", "付録", "rights and permissions", "cite this article",
    "additional information", "ethics declarations", "similar articles", "cited by",
];

/// Whether a line is a heading: Markdown's, LaTeX's, or a word that stands over what follows
/// references.
fn is_title(words: &str) -> bool {
    const LONGEST: usize = 120;
    if words.len() > LONGEST {
        return false;
    }
    let marks = words.bytes().take_while(|b| *b == b'#').count();
    if (1..=6).contains(&marks) && words[marks..].starts_with(' ') {
        return true;
    }
    if words.starts_with("\\section") || words.starts_with("\\chapter") || words.starts_with("<h") {
        return true;
    }
    let bare = words.trim_matches(|c: char| !c.is_alphabetic());
    bare.len() < 40 && AFTER.contains(&bare.to_lowercase().as_str())
}

/// The level of a Markdown heading; others are as high as can be.
fn level(words: &str) -> usize {
    words.bytes().take_while(|b| *b == b'#').count()
}

#[cfg(test)]
mod tests;

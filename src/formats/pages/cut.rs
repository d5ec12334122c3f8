//! Several pages in one text, cut apart.

use super::lines::lines;
use super::sites::{cn_aggregator, sciencegate, scite};
use super::starts::starts;
use super::{LAYOUTS, Page, memo};
use crate::formats::Likelihood;
use crate::source::{Source, Span};

/// The pages of a source, each with the layout it looks most like. A page begins where a layout's
/// first lines stand, and after a form feed or a line of dashes. One pass, a stretch when it is
/// asked for.
pub(super) fn pages(source: &Source) -> impl Iterator<Item = Page<'_>> {
    let text = source.text.as_str();
    pieces(text)
        .into_iter()
        .flat_map(move |piece| by_anchor(text, piece))
        .filter(move |span| !span.of(text).trim().is_empty())
        .flat_map(move |span| {
            // Where its pages are read, its lines are asked the same again.
            memo::begin_stretch();
            let reader = best(span.of(text));
            // The layouts with a reader of their own are cut at their anchors.
            let sure = usize::from(reader) + 1 < LAYOUTS.len();
            let spans = at_starts(text, span, sure);
            let alone = spans.len() == 1;
            spans.into_iter().map(move |span| Page {
                source,
                span,
                reader: if alone { reader } else { best(span.of(text)) },
            })
        })
}

/// A stretch of pages that only blank lines part.
fn at_starts(text: &str, span: Span, sure: bool) -> Vec<Span> {
    let all = lines(text, span);
    let mut out = Vec::new();
    let mut begin = span.start as usize;
    for at in starts(text, &all, sure) {
        let start = all.get(at).map_or(begin, |line| line.start as usize);
        if start > begin {
            out.push(Span::new(begin, start));
            begin = start;
        }
    }
    out.push(Span::new(begin, span.end as usize));
    out
}

/// The number of the layout the text looks most like; the last, which reads any page, if none.
fn best(text: &str) -> u8 {
    let mut found = (Likelihood::No, LAYOUTS.len() - 1);
    for (at, layout) in LAYOUTS.iter().enumerate().take(LAYOUTS.len() - 1) {
        let likelihood = (layout.sniff)(text);
        if likelihood > found.0 {
            found = (likelihood, at);
        }
    }
    u8::try_from(found.1).unwrap_or(u8::MAX)
}

/// The text between form feeds and separator lines.
fn pieces(text: &str) -> Vec<Span> {
    let mut out = Vec::new();
    let (mut begin, mut start) = (0, 0);
    for at in memchr::memchr2_iter(b'\n', b'\x0c', text.as_bytes()) {
        let line = &text[start..at];
        if text.as_bytes()[at] == b'\x0c' {
            // Inside a line it is a stray byte.
            if !line.is_empty() && text.as_bytes().get(at + 1) != Some(&b'\n') {
                continue;
            }
            out.push(Span::new(begin, at));
            begin = at + 1;
        } else if is_separator(line) {
            out.push(Span::new(begin, start));
            begin = at + 1;
        }
        start = at + 1;
    }
    out.push(Span::new(begin, text.len()));
    out
}

/// A line of at least ten equal signs that are drawn as a rule between pages.
fn is_separator(line: &str) -> bool {
    let line = line.trim();
    line.len() >= 10
        && ["=", "-", "*", "#", "_"]
            .iter()
            .any(|sign| line.bytes().all(|b| b == sign.as_bytes()[0]))
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Inside {
    Unknown,
    Scite,
    ScienceGate,
    Aggregator,
}

/// Cuts where a layout begins inside another page. Titles stand before what tells two of the
/// layouts, so the cut is at the last line of text before it.
fn by_anchor(text: &str, piece: Span) -> Vec<Span> {
    let all = lines(text, piece);
    let mut cuts = Vec::new();
    let mut inside = Inside::Unknown;
    let mut before = None;
    for (at, span) in all.iter().enumerate() {
        let line = span.of(text);
        if line.is_empty() {
            continue;
        }
        let title = before;
        before = Some(at);
        if line == "|" {
            before = title;
        }
        if scite::begins(text, &all, at) {
            cuts.push(at);
            inside = Inside::Scite;
        } else if cn_aggregator::cited(line) && title.is_some() {
            cuts.extend(title);
            inside = Inside::Aggregator;
        } else if sciencegate::begins_record(line) && inside != Inside::ScienceGate {
            cuts.extend(title);
            inside = Inside::ScienceGate;
        } else if sciencegate::ends_page(line) && inside == Inside::ScienceGate {
            inside = Inside::Unknown;
            if let Some(next) = (at + 1..all.len()).find(|&n| !all[n].is_empty()) {
                cuts.push(next);
            }
        }
    }
    let mut out = Vec::new();
    let mut begin = piece.start as usize;
    for (n, cut) in cuts.into_iter().enumerate() {
        let start = all.get(cut).map_or(begin, |line| line.start as usize);
        // A few lines before the first page are its head: navigation, or nothing.
        let head = n == 0 && start < begin + 400;
        if start > begin && !head {
            out.push(Span::new(begin, start));
            begin = start;
        }
    }
    out.push(Span::new(begin, piece.end as usize));
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn layouts_of(text: &str) -> Vec<&'static str> {
        let source = Source::new(SourceId(0), "pages.txt", text);
        pages(&source)
            .map(|page| LAYOUTS[page.reader as usize].doc.id)
            .collect()
    }

    #[test]
    fn pages_of_different_layouts_are_cut_apart() {
        let scite = "2019\nDOI: 10.1000/x\n|View full text |Cite\n|\n\nOne\n\n“…Said.…”\nSection: Discussionmentioning\nconfidence: 99%\n";
        let gate =
            "Two\n\n2018 ◽  \nAuthor(s):  \nAda Lovelace\n\nSign in / Sign up\n\nShare Document\n";
        let cn = "Three\n\n被引:3\n作者\nDavidson, L [1 ]\nD O I\n暂无\n相关论文\n  • [2] X\n    J, 2015, 1 : 2 - 3\n";
        let all = format!("{scite}{gate}{cn}{scite}{gate}{gate}{cn}{cn}");
        assert_eq!(
            layouts_of(&all),
            [
                "scite",
                "sciencegate",
                "cn-aggregator",
                "scite",
                "sciencegate",
                "sciencegate",
                "cn-aggregator",
                "cn-aggregator"
            ]
        );
    }

    #[test]
    fn form_feeds_and_rules_end_pages() {
        assert_eq!(layouts_of("a\n\x0cb\n==========\nc\n").len(), 3);
        assert_eq!(layouts_of("a\n---\nb").len(), 1);
    }
}

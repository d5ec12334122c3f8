//! Where pages begin that are joined by blank lines only.

use std::collections::HashSet;

use super::citation::citation;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{after_mark, doi_in, is_year};
use super::needles::holds;
use super::sections::heads_issue;
use super::site_heads::{HEADS, LEADS};
use super::{name_lists, noise};
use crate::source::Span;

/// So many lines of a page stand before the next at least.
const SHORTEST: usize = 3;

/// How many lines tell what begins.
const AHEAD: usize = 14;

/// The lines with which pages begin, behind the first.
///
/// With `sure`, only what the heads of sites tell: in the lists of some layouts works begin as pages
/// do elsewhere.
pub(super) fn starts(text: &str, lines: &[Span], sure: bool) -> Vec<usize> {
    // Each line is asked once for its labels.
    let known: Vec<Known> = lines.iter().map(|line| Known::of(text, *line)).collect();
    let mut out = Vec::new();
    let mut page = Page::default();
    let mut firsts: HashSet<&str> = HashSet::new();
    let mut blank = true;
    for (at, line) in lines.iter().enumerate() {
        let words = line.of(text);
        if words.is_empty() {
            blank = true;
            continue;
        }
        if blank
            && page.lines >= SHORTEST
            && (page.is_headed(words, &firsts) || !sure && page.is_over(text, lines, &known, at))
        {
            out.push(at);
            page = Page::default();
        }
        if page.lines == 0 && words.len() >= 6 && !is_item(text, *line) {
            firsts.insert(words);
        }
        page.add(text, *line, known.get(at).copied().unwrap_or_default());
        blank = false;
    }
    out
}

/// What was met of the page that is being read.
#[derive(Default)]
struct Page {
    lines: usize,
    /// Whether the list of its references has begun, and how many lines of it were met.
    listed: Option<usize>,
    /// Whether a list of other works has begun.
    related: bool,
    /// Whether it holds results of a search engine, which begin alike.
    scholar: bool,
    /// What its labels said, as bits.
    said: u8,
}

impl Page {
    fn add(&mut self, text: &str, line: Span, known: Known) {
        self.lines += 1;
        if let Some(count) = &mut self.listed {
            *count += 1;
        }
        match known.heading {
            Some(Label::References) => self.listed = Some(0),
            Some(Label::Related) => self.related = true,
            _ => {}
        }
        self.scholar |= line.of(text).starts_with('[') && holds(line.of(text), "] ");
        self.said |= known.said;
    }

    /// Whether the line heads the pages of a site.
    fn is_headed(&self, words: &str, firsts: &HashSet<&str>) -> bool {
        let scholar = words.starts_with("[PDF] ") || words.starts_with("[HTML] ");
        HEADS.contains(&words)
            || LEADS.iter().any(|lead| words.starts_with(lead)) && !(scholar && self.scholar)
            || firsts.contains(words)
    }

    /// Whether the line begins another page.
    fn is_over(&self, text: &str, lines: &[Span], known: &[Known], at: usize) -> bool {
        let line = lines[at];
        // A second list of references.
        if self.listed.is_some_and(|count| count >= 2)
            && known
                .get(at)
                .is_some_and(|known| known.heading == Some(Label::References))
        {
            return true;
        }
        // Behind a list, a line that is no item of it, and what is said of a work below.
        let below = &lines[at + 1..];
        // What was said of this work is said again, of another.
        let again = || {
            let next = below
                .iter()
                .zip(known.iter().skip(at + 1))
                .filter(|(line, _)| !line.is_empty())
                .take(AHEAD)
                .fold(0, |bits, (_, known)| bits | known.said);
            next.count_ones() >= 3 && (next & self.said).count_ones() >= 2
        };
        let behind = self.listed.is_some_and(|count| count >= 1) || self.related || again();
        let issue = lines[at + 1..]
            .iter()
            .find(|line| !line.is_empty())
            .is_some_and(|next| heads_issue(text, *next));
        behind && !issue && is_title(text, line) && tells_of_a_work(text, &lines[at + 1..])
    }
}

/// What the labels of a line tell.
#[derive(Clone, Copy, Default)]
struct Known {
    /// The label that the line is, with nothing behind it.
    heading: Option<Label>,
    /// What they say of a work, as bits.
    said: u8,
}

impl Known {
    fn of(text: &str, line: Span) -> Self {
        if line.is_empty() {
            return Self::default();
        }
        let labels = labels_of(text, line).1;
        let heading = match labels.as_slice() {
            [only] if only.value.is_empty() => Some(only.label),
            _ => None,
        };
        let said = labels.iter().fold(0, |bits, found| {
            bits | match found.label {
                Label::Author => 1,
                Label::Journal | Label::Source => 2,
                Label::Doi => 4,
                Label::Abstract => 8,
                Label::Title => 16,
                Label::Citation => 32,
                _ => 0,
            }
        });
        Self { heading, said }
    }
}

fn is_item(text: &str, line: Span) -> bool {
    after_mark(text, line).1 || citation(text, line).is_some()
}

/// Whether a line may be the title of a page.
fn is_title(text: &str, line: Span) -> bool {
    let words = line.of(text);
    words.chars().filter(|c| c.is_alphabetic()).count() >= 8
        && words.len() < 400
        && !words.starts_with(|c: char| c.is_lowercase() || c.is_ascii_digit())
        && !holds(words, "http")
        && !words.ends_with(['.', '。', ':', '：'])
        && !holds(words, "0000-000")
        && !words.starts_with("Record ")
        && !heads_issue(text, line)
        && name_lists::list(text, line).is_none()
        && doi_in(words).is_none()
        && labels_of(text, line).1.is_empty()
        && !noise::is_noise(words)
        && !is_item(text, line)
}

/// Whether the next lines say of one work what pages say of their own, before they list others.
fn tells_of_a_work(text: &str, below: &[Span]) -> bool {
    let mut said = 0;
    for line in below.iter().filter(|line| !line.is_empty()).take(AHEAD) {
        let words = line.of(text);
        if after_mark(text, *line).1 && !words.starts_with(['•', '·']) {
            return false;
        }
        for found in labels_of(text, *line).1 {
            match found.label {
                Label::References | Label::Related => return said >= 2,
                Label::Abstract
                | Label::Keywords
                | Label::Author
                | Label::Doi
                | Label::Journal
                | Label::Source
                | Label::Citation => said += 1,
                _ => {}
            }
        }
        if name_lists::list(text, *line).is_some_and(|found| found.names.len() > 1) {
            said += 1;
        }
        if said >= 2 {
            return true;
        }
        let counted = words.len() == 4 && is_year(words);
        if counted {
            return false;
        }
    }
    said >= 2
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn pages_begin_over_behind_lists_and_at_the_heads_of_sites() {
        let one = "A short study of trees\nAda Lovelace, Charles Babbage\nAbstract\nTrees grow slowly, and nobody sees it.\nKeywords: trees; growth\n\nReferences\n1. Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\n\n2. Roe R. Another long title. Test Lett. 2011;7:10-12.\n\nAbout this article\nCite this article\nLovelace A. Trees. J Bot. 2001;1:2-3.\n";
        let other = "Skip to main content\nJSTOR\nThe bells of a town\nUrsula Low and P. J. High\nPast & Present\nNo. 214 (2012), pp. 3-41\n";
        let third = "Kettles of the north\nAna de la Calle, Lars Nørgård\nAbstract\nKettles sing in the north of the land.\nKeywords: kettle; song\n";
        let page = format!("{one}\n{third}\n{other}\n{other}");
        let all = lines(&page, Span::new(0, page.len()));
        let found: Vec<&str> = starts(&page, &all, false)
            .into_iter()
            .map(|at| all[at].of(&page))
            .collect();
        assert_eq!(
            found,
            [
                "Kettles of the north",
                "Skip to main content",
                "Skip to main content"
            ]
        );
    }
}

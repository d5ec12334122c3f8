//! What stands between references and belongs to none: headings, page numbers, running heads, and
//! the link words pages put behind a reference.

use super::heading;
use super::lines::Line;
use super::links;
use super::sequence::Mark;
use rustc_hash::FxHashMap;
use std::hash::{BuildHasher, RandomState};

/// What a line is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum What {
    /// Part of a reference.
    Words,
    /// A heading: a list begins after it.
    Heading,
    /// A page number, running head or line of link words.
    Aside,
}

/// What each line is. `chain` holds the markers of the list: a number on its own line that counts
/// on is no page number.
pub(super) fn judge(text: &str, lines: &[Line], chain: &[Mark]) -> Vec<What> {
    let mut out: Vec<What> = lines
        .iter()
        .map(|line| {
            let words = line.span.of(text);
            if heading::is_heading(words) || words.starts_with("\\begin{thebibliography}") {
                What::Heading
            } else if links::is_link_line(words) || is_notice(words) {
                What::Aside
            } else {
                What::Words
            }
        })
        .collect();
    let mut marked = vec![false; lines.len()];
    for mark in chain {
        if let Some(line) = marked.get_mut(mark.line as usize) {
            *line = true;
        }
    }
    numbers(text, lines, &marked, &mut out);
    running_heads(text, lines, &marked, &mut out);
    out
}

/// Page numbers: alone in a line, and apart from the text, beside what is aside, or rising.
fn numbers(text: &str, lines: &[Line], marked: &[bool], out: &mut [What]) {
    let found: Vec<(usize, u32)> = lines
        .iter()
        .enumerate()
        .filter(|(at, _)| marked.get(*at) == Some(&false))
        .filter_map(|(at, line)| Some((at, page_number(line.span.of(text))?)))
        .collect();
    for (n, &(at, number)) in found.iter().enumerate() {
        let rising = |other: Option<&(usize, u32)>, up: bool| {
            other.is_some_and(|&(_, page)| {
                let (low, high) = if up { (number, page) } else { (page, number) };
                low < high && high - low <= 20
            })
        };
        let series = rising(found.get(n + 1), true)
            || n.checked_sub(1)
                .is_some_and(|last| rising(found.get(last), false));
        let aside = |other: Option<usize>| other.and_then(|at| out.get(at)) == Some(&What::Aside);
        let apart = stands_apart(lines, at) || aside(at.checked_sub(1)) || aside(Some(at + 1));
        let open = at
            .checked_sub(1)
            .and_then(|last| lines.get(last))
            .is_some_and(|line| line.span.of(text).ends_with([',', ':', '-', '–', '(', ';']));
        if (apart || series)
            && !open
            && let Some(what) = out.get_mut(at)
        {
            *what = What::Aside;
        }
    }
}

/// Whether an empty line or the end of a page stands before or after a line.
fn stands_apart(lines: &[Line], at: usize) -> bool {
    lines.get(at).is_some_and(|line| line.blank || line.page)
        || lines.get(at + 1).is_none_or(|line| line.blank || line.page)
}

/// The number of a line that is only a page number: `12`, `- 12 -`, `Page 12 of 30`, `Page 7-2`, `第 3 页`.
fn page_number(words: &str) -> Option<u32> {
    if words.len() > 24 {
        return None;
    }
    let mut rest =
        words.trim_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '–' | '—' | '|' | '·'));
    let heads = [
        "Page", "page", "PAGE", "Seite", "Página", "Pagina", "Стр.", "стр.", "p.", "第",
    ];
    let led = heads.iter().find_map(|head| rest.strip_prefix(head));
    rest = led.unwrap_or(rest);
    let mut rest = rest.trim_start();
    // Pages of a chapter: `Page 7-2`.
    if led.is_some()
        && let Some((chapter, page)) = rest.split_once('-')
        && (1..=2).contains(&chapter.len())
        && chapter.bytes().all(|b| b.is_ascii_alphanumeric())
    {
        rest = page;
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let number = rest[..digits].parse().ok().filter(|_| digits <= 4)?;
    let tail = rest[digits..].trim();
    let of = tail
        .strip_prefix("of")
        .or_else(|| tail.strip_prefix("von"))
        .or_else(|| tail.strip_prefix('/'))
        .map_or(tail, str::trim);
    let nothing = tail.is_empty() || tail == "页" || tail == "頁";
    (nothing || (of != tail && !of.is_empty() && of.bytes().all(|b| b.is_ascii_digit())))
        .then_some(number)
}

/// Running heads and feet: a line that comes again, but for its digits, beside a page number or
/// apart from the text.
fn running_heads(text: &str, lines: &[Line], marked: &[bool], out: &mut [What]) {
    const LONGEST: usize = 160;
    // The lines are anybody's, so the hash is seeded.
    let seeds = RandomState::new();
    let mut times: FxHashMap<u64, (u32, u32)> = FxHashMap::default();
    let mut keys = Vec::with_capacity(lines.len());
    for line in lines {
        let words = line.span.of(text);
        let sentence = words.ends_with(['.', ',', ';', '-']);
        let mut folded = String::new();
        if (6..=LONGEST).contains(&words.len()) && !sentence {
            folded.extend(words.chars().filter(|c| c.is_alphabetic()));
        }
        let key = (folded.len() >= 5).then(|| (seeds.hash_one(&folded), seeds.hash_one(words)));
        if let Some((loose, exact)) = key {
            times.entry(loose).or_default().0 += 1;
            times.entry(exact ^ 1).or_default().1 += 1;
        }
        keys.push(key);
    }
    for at in 0..lines.len() {
        let Some((loose, exact)) = keys.get(at).copied().flatten() else {
            continue;
        };
        let again = times.get(&loose).is_some_and(|n| n.0 >= 2);
        let same = times.get(&(exact ^ 1)).is_some_and(|n| n.1 >= 2);
        let line_of = |at: usize| lines.get(at).map_or("", |line| line.span.of(text));
        if !(again || line_of(at).contains(APART))
            || marked.get(at) == Some(&true)
            || out.get(at) != Some(&What::Words)
        {
            continue;
        }
        let beside = |other: Option<usize>| {
            other.is_some_and(|other| {
                out.get(other) == Some(&What::Aside)
                    && lines
                        .get(other)
                        .is_some_and(|line| page_number(line.span.of(text)).is_some())
            })
        };
        let numbered = beside(at.checked_sub(1)) || beside(Some(at + 1));
        let line = lines.get(at).is_some_and(|line| line.page)
            || lines.get(at + 1).is_some_and(|line| line.page);
        let alone = lines.get(at).is_some_and(|line| line.blank)
            && lines.get(at + 1).is_none_or(|line| line.blank);
        if (numbered || again && (line || (alone && same)))
            && let Some(what) = out.get_mut(at)
        {
            *what = What::Aside;
        }
    }
}

/// Blanks between the two ends of a running head: `Draft Statement          March 2013`.
const APART: &str = "      ";

/// Beginnings of the notices that archives print at the foot of a page.
static NOTICES: &[&str] = &[
    "This content downloaded from",
    "All use subject to",
    "Downloaded from http",
    "Downloaded from www",
    "Downloaded by ",
    "All rights reserved",
    "Authorized licensed use limited to",
    "See discussions, stats, and author profiles",
    "Download references",
    "\\end{thebibliography}",
];

/// A notice of who fetched the page, and when.
fn is_notice(words: &str) -> bool {
    NOTICES.iter().any(|notice| words.starts_with(notice))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    fn kept(text: &str) -> Vec<&str> {
        let all = lines(text);
        judge(text, &all, &[])
            .iter()
            .zip(&all)
            .filter(|(what, _)| **what == What::Words)
            .map(|(_, line)| line.span.of(text))
            .collect()
    }

    #[test]
    fn page_numbers_and_running_heads_are_aside() {
        assert_eq!(
            kept(
                "References\na b c.\n\n206\nAuthor et al. / Some Journal 12 (2019) 193-220\n\nd e f\n787\ng\n\n207\nAuthor et al. / Some Journal 12 (2019) 193-220\n\nh"
            ),
            ["a b c.", "d e f", "787", "g", "h"]
        );
    }

    #[test]
    fn lines_of_two_references_that_are_alike_stay() {
        let text = "A. Phys. Rev. Lett. 99, 241103 (2007)\nPhys. Rev. D 70, 012007 (2004)\nB.\nPhys. Rev. D 71, 012008 (2005)\n";
        assert_eq!(kept(text).len(), 4);
    }
}

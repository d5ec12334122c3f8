//! The reference list of a page, and pages that are nothing but citations.

use std::collections::HashSet;

use super::citation::{Citation, citation};
use super::draft::Draft;
use super::lines::{after_mark, doi_in, part};
use super::listed::{key_of, listed};
use super::venue::type_mark;
use crate::formats::references::segment;
use crate::model::Role;
use crate::source::Span;

/// The references among `lines`, each work once. A numbered item runs on to the next number;
/// without numbers each line is an item, and a line that is only an address belongs to the one
/// before.
pub(super) fn references(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    if role == Role::Reference {
        return listed(text, lines, role);
    }
    let mut seen = HashSet::new();
    items(text, lines)
        .into_iter()
        .filter_map(|item| citation(text, item))
        .filter(|found| seen.insert(key_of(text, found)))
        .map(|found| {
            let mut draft = Draft::new(role);
            found.add_to(text, &mut draft);
            draft
        })
        .collect()
}

/// The items of a list as spans, which may run over several lines.
pub(super) fn items(text: &str, lines: &[Span]) -> Vec<Span> {
    let marked = lines
        .iter()
        .filter(|line| after_mark(text, **line).1)
        .count();
    let filled = lines.iter().filter(|line| !line.is_empty()).count();
    let numbered = marked >= 2 && marked * 8 >= filled;
    let mut out: Vec<Span> = Vec::new();
    let mut blank = true;
    for &line in lines {
        if line.is_empty() {
            blank = true;
            continue;
        }
        let words = line.of(text);
        let marked = after_mark(text, line).1;
        let address =
            words.starts_with("http") || words.starts_with("doi:") || words.starts_with("DOI");
        let links = words.starts_with('[') && words.ends_with(']') && !marked;
        let goes_on = (numbered && !marked && !blank) || address || links;
        match out.last_mut() {
            // Addresses say the DOI again.
            Some(item) if goes_on && (item.end as usize) + 400 > line.start as usize => {
                if !(address && doi_in(item.of(text)).is_some()) {
                    item.end = line.end;
                }
            }
            _ if goes_on => {}
            _ => out.extend(run_together(text, line)),
        }
        blank = false;
    }
    out
}

/// Several items in one line: `参考文献[1]王力．…[2]Zhang Wei…`.
fn run_together(text: &str, line: Span) -> Vec<Span> {
    let words = line.of(text);
    let mut starts = Vec::new();
    let mut expected = None;
    for (at, open) in words.match_indices(['[', '［']) {
        let inside = at + open.len();
        let digits = words[inside..]
            .bytes()
            .take_while(u8::is_ascii_digit)
            .count();
        let number: Option<u32> = words
            .get(inside..inside + digits)
            .and_then(|n| n.parse().ok());
        let closed = words[inside + digits..].starts_with([']', '］']);
        if let (Some(number), true) = (number, closed)
            && expected.is_none_or(|next| next == number)
        {
            starts.push(at);
            expected = Some(number + 1);
        }
    }
    if starts.len() < 2 && !(starts.first().is_some_and(|at| *at > 0) && type_mark(words).is_some())
    {
        return vec![line];
    }
    starts
        .iter()
        .enumerate()
        .map(|(n, &from)| {
            part(
                text,
                line,
                from,
                starts.get(n + 1).copied().unwrap_or(words.len()),
            )
        })
        .collect()
}

/// A page of citations and nothing else: each distinct work is a reference; one work in several
/// styles is what the page is about.
pub(super) fn only_citations(text: &str, lines: &[Span]) -> Option<Vec<Draft>> {
    let all = items(text, lines);
    let found: Vec<Citation> = all
        .iter()
        .filter_map(|item| citation(text, *item))
        .collect();
    if found.is_empty() || found.len() * 3 < all.len() * 2 && found.len() < 3 {
        return None;
    }
    let mut drafts: Vec<Draft> = Vec::new();
    let mut titles: Vec<String> = Vec::new();
    for found in &found {
        let title = folded(found.title.of(text));
        let near = titles.len().saturating_sub(20);
        let same = titles[near..].iter().rposition(|held| *held == title);
        match same.and_then(|at| drafts.get_mut(near + at)) {
            Some(draft) if !title.is_empty() => found.add_to(text, draft),
            _ => {
                let mut draft = Draft::new(Role::Reference);
                found.add_to(text, &mut draft);
                drafts.push(draft);
                titles.push(title);
            }
        }
    }
    if let ([only], true) = (drafts.as_mut_slice(), found.len() > 1) {
        only.role = Role::Primary;
        return Some(drafts);
    }
    Some(listed(text, lines, Role::Reference))
}

/// Fewer references between other lines may be mentions in a text.
const SCATTERED: usize = 3;

/// The references that stand one by one between other lines, as in the plan of a course.
pub(super) fn scattered(text: &str, lines: &[Span]) -> Vec<Draft> {
    let sure = lines.iter().copied().filter(|line| {
        let words = line.of(text);
        (40..600).contains(&words.len())
            && words.bytes().any(|byte| byte.is_ascii_digit())
            && segment::is_surely_one(words.trim_start_matches(['•', '-', '*', '–', ' ']))
    });
    let sure: Vec<Span> = sure.collect();
    if sure.len() < SCATTERED {
        return Vec::new();
    }
    listed(text, &sure, Role::Reference)
}

/// Whether two titles have the same letters and digits.
pub(super) fn same_title(a: &str, b: &str) -> bool {
    let (a, b) = (letters(a), letters(b));
    let mut a = a.peekable();
    a.peek().is_some() && a.eq(b)
}

/// The letters and digits of a title, lower case.
fn folded(title: &str) -> String {
    letters(title).collect()
}

fn letters(title: &str) -> impl Iterator<Item = char> {
    title
        .chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::model::Field;

    fn titles(page: &str) -> Vec<&str> {
        let all = lines(page, Span::new(0, page.len()));
        references(page, &all, Role::Reference)
            .iter()
            .filter_map(|draft| draft.first(Field::Title))
            .map(|title| title.of(page))
            .collect()
    }

    #[test]
    fn items_over_lines_and_several_in_one_line() {
        assert_eq!(
            titles(
                "1. Repper J, Carter T. A review of peer support\nin services. J Ment Health. 2011;20(4):392–411.\nhttps://doi.org/10.3109/09638237.2011.583947\n2. Gray A. Stigma. Lancet. 2002;95(2):72-76."
            ),
            ["A review of peer support\nin services", "Stigma"]
        );
        assert_eq!(
            titles(
                "参考文献[1]王力．汉语史稿［M］．北京：中华书局，1980：23－25．[2]Zhang Wei,Li Na.Soil water[J].Acta Sinica,2011,48(2)：365－371."
            ),
            ["汉语史稿", "Soil water"]
        );
    }

    #[test]
    fn a_reference_printed_twice_is_one() {
        let one = "Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\nArticle CAS PubMed Google Scholar\n";
        assert_eq!(titles(&format!("{one}{one}")), ["Stigma in psychiatry"]);
    }
}

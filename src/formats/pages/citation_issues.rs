//! Works as journal platforms link to them: `Names, Title , Journal: Vol. 6 No. 2 (2017): July`.

use super::citation::Citation;
use super::lines::part;
use super::name_lists;
use super::names::NameList;
use super::numbers::numbers;
use crate::source::Span;

/// Reads such a link: the comma before the journal stands apart, a colon and the issue follow it.
pub(super) fn by_issue(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some((head, tail)) = words.rsplit_once(" , ") else {
        return false;
    };
    let Some((journal, issue)) = tail.split_once(": ") else {
        return false;
    };
    let from = words.len() - issue.len();
    let found = numbers(text, part(text, body, from, words.len()));
    let numbered = !found.volume.is_empty() || !found.issue.is_empty();
    let near = found.run.start <= body.start + u32::try_from(from).unwrap_or(u32::MAX);
    if found.year.is_empty() || !numbered || !near || journal.len() > 160 || journal.is_empty() {
        return false;
    }
    // The names are whole pieces between commas; the title is the rest.
    let mut names: Option<(NameList, usize)> = None;
    for (at, _) in head.match_indices(", ").take(40) {
        let Some(list) = name_lists::list(text, part(text, body, 0, at)) else {
            break;
        };
        names = Some((list, at + 2));
    }
    let Some((list, title)) = names else {
        return false;
    };
    out.authors = list;
    out.title = part(text, body, title, head.len());
    let begin = words.len() - tail.len();
    out.container = part(text, body, begin, begin + journal.len());
    out.numbers = found;
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use crate::source::Span;

    #[test]
    fn links_of_journal_platforms_are_read() {
        let string = "Siobhan O'Mahony-Kaur, Per Lind, The Broken String: A Note , Journal of Craft Research: Vol. 6 No. 2 (2017): July";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        let n = found.numbers;
        assert_eq!(
            [found.title, found.container, n.year, n.volume, n.issue].map(|s| s.of(string)),
            [
                "The Broken String: A Note",
                "Journal of Craft Research",
                "2017",
                "6",
                "2"
            ]
        );
        assert_eq!(found.authors.names.len(), 2);
        let prose = "Bread, Salt , and Water: Vol. 6 of the rolls (2017) names them";
        assert!(citation(prose, Span::new(0, prose.len())).is_none());
    }
}

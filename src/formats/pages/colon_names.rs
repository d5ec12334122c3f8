//! Works in two lines: names that end in a colon, then title and source. `dblp` prints them so, and
//! lists of groups that follow it.
//!
//! ```text
//! [j7]
//! Ada Example 0002, Béla Sample:
//! Sorting letters by hand. J. Post. Sci. 12(3): 45-67 (2011)
//! ```
//!
//! The source is a journal with numbers, a conference and its year, `CoRR`, a house and its year, or
//! a university. A number behind a name tells namesakes apart; `(eds.)` stands behind editors.

use super::dblp_sources::source;
use super::draft::Draft;
use super::lines::part;
use super::name_lists;
use super::name_shape::is_name;
use super::needles::position;
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The works of such a page; empty for any other. One work alone must have a mark of `dblp`.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    let mut marked = false;
    let mut out = Vec::new();
    for (at, pair) in lines.windows(2).enumerate() {
        let [names, below] = *pair else { continue };
        // Without a mark it is the style of a German reference list.
        let alone = is_mark(names.of(text))
            .then(|| in_one_line(text, below))
            .flatten();
        marked |= alone.is_some();
        let Some(draft) = alone.or_else(|| work(text, names, below)) else {
            continue;
        };
        let above = at.checked_sub(1).and_then(|at| lines.get(at));
        marked |= above.is_some_and(|line| is_mark(line.of(text)));
        out.push(draft);
    }
    if !marked && (out.len() < 2 || out.len() * SPARSE < lines.len()) {
        out.clear();
    }
    out
}

/// Without marks of `dblp`, at least one line of so many is the title of a work.
const SPARSE: usize = 8;

/// `[j14]`: the kind of a work and its number, perhaps with the links behind it.
fn is_mark(words: &str) -> bool {
    let inner = words
        .strip_prefix('[')
        .and_then(|rest| rest.split_once(']'));
    inner.is_some_and(|(inner, _)| {
        let number = inner.trim_start_matches(|c: char| c.is_ascii_lowercase());
        inner.len() - number.len() == 1
            && (1..=4).contains(&number.len())
            && number.bytes().all(|b| b.is_ascii_digit())
    })
}

fn work(text: &str, names: Span, below: Span) -> Option<Draft> {
    let words = names.of(text);
    let head = words.strip_suffix(':')?;
    if words.len() > 4_000 || below.len() > 1_000 {
        return None;
    }
    let (head, field) = ["(eds.)", "(ed.)", "(Eds.)", "(Ed.)"]
        .iter()
        .find_map(|mark| head.strip_suffix(mark))
        .map_or((head, Field::Author), |head| (head, Field::Editor));
    let mut draft = Draft::new(Role::Related);
    let head = part(text, names, 0, head.len());
    if let Some(names) = given_first(text, head) {
        for name in names {
            draft.add(field, name);
        }
    } else {
        let found = name_lists::list(text, head)?;
        for name in found.names {
            draft.add(field, name);
        }
        if !found.cut.is_empty() {
            draft.mark(Meaning::AuthorsTruncated, found.cut);
        }
    }
    let words = below.of(text);
    let (title, from) = title_end(words)?;
    draft.add(Field::Title, part(text, below, 0, title));
    source(text, part(text, below, from, words.len()), &mut draft).then_some(draft)
}

/// `Ada Example, Béla Sample: Sorting letters. J. Post. Sci. 12(3): 45-67 (2011)`
fn in_one_line(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let at = position(words, ": ").filter(|at| at + 2 < words.len())?;
    let head = words.get(..at)?.trim_end_matches("(eds.)");
    given_first(text, part(text, line, 0, head.len()))?;
    let names = part(text, line, 0, at + 1);
    work(text, names, part(text, line, at + 2, words.len()))
}

/// `Ada Example 0002, Béla Sample`: names of several words, the family name last, with numbers that
/// tell namesakes apart left out. [`None`] for anything else.
fn given_first(text: &str, span: Span) -> Option<Vec<Span>> {
    let words = span.of(text);
    let mut out = Vec::new();
    let mut at = 0;
    for piece in words.split(", ") {
        let numbered = piece
            .rsplit_once(' ')
            .filter(|(_, number)| number.len() == 4 && number.bytes().all(|b| b.is_ascii_digit()));
        let name = numbered.map_or(piece, |(name, _)| name).trim();
        if !name.contains(' ') || !is_name(name) {
            return None;
        }
        out.push(part(text, span, at, at + name.len()));
        at += piece.len() + ", ".len();
    }
    (!out.is_empty()).then_some(out)
}

/// Where the title in `Title. Source` ends, and where the source begins. Stops of abbreviations
/// belong to the source: `Sorting letters. Trans. Post. Sci. 12(3)`.
pub(super) fn title_end(words: &str) -> Option<(usize, usize)> {
    let ends: Vec<usize> = words
        .as_bytes()
        .windows(2)
        .enumerate()
        .filter(|(_, two)| matches!(two, [b'.' | b'?' | b'!', b' ']))
        .map(|(at, _)| at)
        .filter(|at| !counts(words.get(..*at).unwrap_or_default()))
        .collect();
    let sign = |at: usize| words.as_bytes().get(at).copied().unwrap_or_default();
    let mut last = ends.len().checked_sub(1)?;
    while last > 0 {
        let (from, to) = (*ends.get(last - 1)?, *ends.get(last)?);
        if sign(to) != b'.' || !is_abbreviated(words.get(from + 1..to)?) {
            break;
        }
        last -= 1;
    }
    let end = *ends.get(last)?;
    let kept = end + usize::from(sign(end) != b'.');
    let letters = words.get(..end)?.chars().filter(|c| c.is_alphabetic());
    (letters.count() >= 2).then_some((kept, end + 2))
}

/// Whether the word before a stop says what the number behind it is: `pp. 1-200`.
fn counts(words: &str) -> bool {
    let last = words.rsplit([' ', '(']).next().unwrap_or_default();
    ["pp", "p", "Vol", "vol", "No", "no", "Nr", "S"].contains(&last)
}

/// Whether words before a stop are the beginning of an abbreviated journal: `ACM Trans`.
fn is_abbreviated(words: &str) -> bool {
    let all: Vec<&str> = words.split_whitespace().collect();
    let Some(last) = all.last() else {
        return false;
    };
    let letters = last.chars().count();
    let ending = last.chars().last().unwrap_or(' ').to_ascii_lowercase();
    let cut = !matches!(ending, 'a' | 'e' | 'i' | 'o' | 'u' | 's' | 'y')
        || ["Trans", "Phys", "Sys", "Ops", "Sci", "Rev", "Res"].contains(last);
    all.len() <= 3
        && letters <= 8
        && cut
        && all.iter().all(|word| word.starts_with(char::is_uppercase))
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::{read_as, titles};
    use super::*;
    use crate::model::EntryType;

    const PAGE: &str = "dblp: Ada Example\n[–] Person information\nRefine list\n2020\n[j7]\nAda Example 0002, Béla Sample-Minta:\nSorting letters by hand: who wins? J. Post. Sci. 12(3): 45:1-45:17 (2020)\n[c6] view electronic edition\nAda Example 0002, Xiu Ying Zhao:\nStamps without Glue. MAILCONF (2) 2020: 11-20\n[i5]\nBéla Sample-Minta:\nEnvelopes Considered Harmful. CoRR abs/2004.01234 (2020)\n2009\n[b1]\nAda Example 0002:\nPostal codes and their codes. University of Elsewhere, Norway, 2009, pp. 1-200\n[e2]\nAda Example 0002, Jon Doe-Smith (eds.):\nProceedings of the 2nd Workshop on Mail, MAIL 2008, Oslo, Norway, May 1, 2008. ACM 2008, ISBN 978-0-00-000000-2 [contents]\n[b0]\nAda Example 0002:\nMail for All, 2nd Edition. Texts in Post 12, Springer 2007, ISBN 978-0-00-000000-2, pp. 1-300\n";

    #[test]
    fn names_with_a_colon_lead_title_and_source() {
        let records = read_as(&LAYOUT, PAGE);
        assert_eq!(
            titles(&records),
            [
                "Sorting letters by hand: who wins?",
                "Stamps without Glue",
                "Envelopes Considered Harmful",
                "Postal codes and their codes",
                "Proceedings of the 2nd Workshop on Mail, MAIL 2008, Oslo, Norway, May 1, 2008",
                "Mail for All, 2nd Edition",
            ]
        );
        let kinds: Vec<_> = records.iter().map(|record| record.entry_type).collect();
        assert_eq!(
            kinds,
            [
                EntryType::Article,
                EntryType::InProceedings,
                EntryType::Preprint,
                EntryType::Thesis,
                EntryType::Book,
                EntryType::Book,
            ]
        );
        assert_eq!(records[0].text(Field::Pages), Some("45:1-45:17"));
        assert_eq!(records[0].text(Field::JournalTitle), Some("J. Post. Sci."));
        assert_eq!(records[0].names(Field::Author).len(), 2);
        assert_eq!(records[1].text(Field::BookTitle), Some("MAILCONF (2)"));
        assert_eq!(records[2].text(Field::Eprint), Some("2004.01234"));
        assert_eq!(
            records[3].text(Field::Institution),
            Some("University of Elsewhere")
        );
        assert_eq!(records[4].names(Field::Editor).len(), 2);
        assert!(records.iter().all(|record| record.has(Field::Date)));
    }

    #[test]
    fn names_and_title_may_stand_in_one_line() {
        let page = "dblp\n[j7]\nAda Example 0002, Béla Sample-Minta: Sorting letters: a survey. J. Post. Sci. 12(3): 45-67 (2020)\n[c6]\nAda Example 0002: Stamps without Glue. MAILCONF 2020: 11-20\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(
            titles(&records),
            ["Sorting letters: a survey", "Stamps without Glue"]
        );
    }

    #[test]
    fn talk_with_colons_is_no_list() {
        let page = "Anna Berg:\nI never said that. It was in 2010.\nJohn Low:\nYou did. We all heard it in 2011.\n";
        assert!(read_as(&LAYOUT, page).is_empty());
    }
}

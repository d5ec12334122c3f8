//! Whether a text is a list of references and nothing else.

use super::segment::segment;
use crate::formats::Likelihood;

/// How much of a text is looked at.
const SNIFFED: usize = 16_000;
/// So many references make a list though they have no numbers.
const UNNUMBERED: usize = 20;
/// So many make a list with numbers.
const NUMBERED: usize = 5;

/// A list is told by what fills it: of its letters nearly all stand in references, and nearly all
/// references have a year, marks and names where references have them. A single reference is none.
pub(super) fn sniff(text: &str) -> Likelihood {
    let mut end = text.len().min(SNIFFED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = text.get(..end).unwrap_or_default();
    // Files of records and pages of code begin otherwise.
    if head.trim_start().starts_with(['@', '{', '<', '%', '#'])
        || head.contains("\nTY  - ")
        || head.starts_with("TY  - ")
    {
        return Likelihood::No;
    }
    let dated = head.lines().filter(|line| is_dated(line)).count();
    let lines = head.lines().filter(|line| !line.trim().is_empty()).count();
    if dated < 2 || dated * 6 < lines {
        return Likelihood::No;
    }
    // Links behind the references are those of a page, which has more to tell.
    let links = [
        "Google Scholar",
        "[CrossRef]",
        "[PubMed]",
        "View Article",
        "View in Article",
    ];
    let linked = |line: &str| links.iter().any(|link| line.contains(link));
    if head.lines().filter(|line| linked(line)).nth(1).is_some() {
        return Likelihood::No;
    }
    let segments = segment(head);
    let count = segments.items.len();
    // A few references without numbers may as well stand on a page.
    let numbered = segments
        .items
        .iter()
        .filter(|item| item.label.is_some())
        .count();
    if count < NUMBERED || numbered * 2 < count && count < UNNUMBERED {
        return Likelihood::No;
    }
    let aside: usize = segments.aside.iter().map(|span| span.len()).sum();
    let sound = segments
        .items
        .iter()
        .filter(|item| is_reference(&item.joined(head).text))
        .count();
    if sound * 10 >= count * 8 && aside * 8 < head.len() {
        Likelihood::Likely
    } else {
        Likelihood::No
    }
}

/// Whether a line holds a year.
fn is_dated(line: &str) -> bool {
    line.as_bytes().windows(4).any(|four| {
        four.iter().all(u8::is_ascii_digit)
            && (four[0] == b'1' && four[1] > b'4' || four[0] == b'2' && four[1] == b'0')
    })
}

/// Whether a text looks like one reference: not long, dated, with marks between short parts.
fn is_reference(text: &str) -> bool {
    let letters = text.chars().filter(|c| c.is_alphabetic()).count();
    let marks = text
        .chars()
        .filter(|c| matches!(c, '.' | ',' | ':' | ';' | '(' | '，' | '．' | '：' | '/'))
        .count();
    let words = text.split_whitespace().count().max(letters / 6);
    (25..=900).contains(&text.len()) && is_dated(text) && marks >= 4 && marks * 9 >= words
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_from_prose_and_pages() {
        let list = "References\n\n[1] Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\n\
                    [2] Smith J, Doe A. A title of a work. J Test Sci. 2010;4:1-9.\n\
                    [3] Roe R. Another title. London: Penguin; 1999.\n\
                    [4] Low L, High H. A third title. Test Lett. 2011;7:10-12.\n\
                    [5] Day D. A fourth title. Oxford: Blackwell; 2001.\n";
        assert_eq!(sniff(list), Likelihood::Likely);
        for text in [
            "In 2015 the committee met, and nobody came. John Smith, the baker, opened the door.\n\nIt was 2016 when they met again, and 2017 when they gave up.\n",
            "TY  - JOUR\nTI  - A\nPY  - 2001\nER  - \n",
            "@article{a, title = {A}, year = 2001}\n",
            "Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\n",
            "",
        ] {
            assert_eq!(sniff(text), Likelihood::No, "{text}");
        }
    }
}

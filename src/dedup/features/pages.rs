//! [`PageSpan`]: first and last page as numbers, from pages typed or as printed.

use super::locators::{numbers, plain_number, roman};
use crate::model::{LastPage, Pages};

/// First and last page. All 0 where absent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub struct PageSpan {
    /// The letter beside the number (`S26`, `56A`), lower case; 0 without one, `*` for several.
    pub letter: u8,
    /// The first page.
    pub first: u32,
    /// The last page, 0 where not given.
    pub last: u32,
    /// Whether a spreadsheet made a date of it: then it may equal another, but never contradict.
    pub damaged: bool,
}

impl PageSpan {
    /// Whether nothing is known.
    pub fn is_missing(self) -> bool {
        self.first == 0 && self.last == 0
    }

    /// Whether it is one page, as a meeting abstract has.
    pub fn is_single(self) -> bool {
        self.first != 0 && (self.last == self.first || self.last == 0)
    }

    /// Whether it is the number of an article, not a page.
    pub fn is_article_number(self) -> bool {
        // `e123`, and the letter with four digits that some journals number articles by: `c1804`.
        self.last == 0
            && (self.first >= 20_000
                || matches!(self.letter, b'e' | b'*')
                || self.first >= 1_000 && matches!(self.letter, b'b'..=b'm'))
    }
}

/// The first range of typed pages.
pub(super) fn of_pages(pages: &Pages) -> PageSpan {
    let Some(range) = pages.ranges.first() else {
        return PageSpan::default();
    };
    let last = match &range.last {
        LastPage::At(last) => last.as_str(),
        LastPage::None | LastPage::Open => "",
    };
    join(label(&range.first), label(last))
}

/// Pages as printed: the first range of them.
pub(super) fn page_span(text: &str) -> PageSpan {
    let lower = super::cut(text, 60).to_lowercase();
    let lower = lower.trim_start_matches(|c: char| !c.is_alphanumeric());
    let lower = ["pages", "page", "pp", "pg", "p", "с", "стр", "s."]
        .iter()
        .find_map(|lead| {
            let rest = lower.strip_prefix(lead)?;
            rest.starts_with(['.', ' ', ':'])
                .then(|| rest.trim_start_matches(['.', ' ', ':']))
        })
        .unwrap_or(lower);
    let lower = lower.trim_start_matches(['[', '(', ' ']);
    let mut ranges = lower.split([',', ';', '&', '+', '|']).map(str::trim);
    let mut first_range = ranges.next().unwrap_or("");
    // `103, 299-347`: the volume before the pages.
    let lone = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    if lone(first_range)
        && let Some(next) = ranges.next()
        && let Some((from, to)) = next.split_once(['-', '–'])
        && lone(from)
        && lone(to.trim_end_matches(|c: char| !c.is_alphanumeric()))
        && ranges.next().is_none()
    {
        first_range = next;
    }
    // `215 p` counts pages.
    if first_range.trim_end_matches('.').ends_with(" p") || first_range.ends_with("pages") {
        return PageSpan::default();
    }
    let mut parts = first_range
        .split(['-', '–', '—', '−', '/', '~', '‐', '‑'])
        .map(str::trim)
        .filter(|part| !part.is_empty());
    let first = parts.next().unwrap_or("");
    let second = parts.next().unwrap_or("");
    // A spreadsheet's reading of `6-10` and `1-47`.
    match (month(first), month(second)) {
        (Some(month), None) => {
            let last = numbers(second).next().unwrap_or(0);
            return PageSpan {
                letter: 0,
                first: month,
                last,
                damaged: true,
            };
        }
        (None, Some(month)) => {
            let first = numbers(first).next().unwrap_or(0);
            return PageSpan {
                letter: 0,
                first,
                last: month,
                damaged: true,
            };
        }
        _ => {}
    }
    if first.starts_with("suppl") {
        return PageSpan::default();
    }
    join(label(first), label(second))
}

/// The English month abbreviation at the start of a part of a date.
fn month(part: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let at = MONTHS.iter().position(|name| *name == part)?;
    u32::try_from(at + 1).ok()
}

/// Letter and number of a page label.
fn label(text: &str) -> (u8, u32) {
    if let Some(number) = plain_number(text) {
        return (0, number);
    }
    let text = text.trim_matches(|c: char| !c.is_alphanumeric());
    let digits = numbers(text).next();
    match digits {
        Some(number) => {
            let mut letters = text
                .bytes()
                .filter(u8::is_ascii_alphabetic)
                .map(|b| b.to_ascii_lowercase());
            let letter = match (letters.next(), letters.next()) {
                (None, _) => 0,
                (Some(one), None) => one,
                (Some(_), Some(_)) => b'*',
            };
            (letter, number)
        }
        None => (
            if text.is_empty() { 0 } else { b'i' },
            roman(text).unwrap_or(0),
        ),
    }
}

/// A span from two labels, the second completed from the first: `557-60` ends at 560.
fn join((letter, first): (u8, u32), (_, last): (u8, u32)) -> PageSpan {
    let mut last = last;
    if last != 0 && last < first {
        let mut power = 10;
        while power <= last {
            power *= 10;
        }
        last += first - first % power;
        if last < first {
            last = 0;
        }
    }
    PageSpan {
        letter,
        first,
        last,
        damaged: false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(text: &str) -> (u8, u32, u32) {
        let span = page_span(text);
        (span.letter, span.first, span.last)
    }

    #[test]
    fn pages_in_many_forms() {
        assert_eq!(span("139-54"), (0, 139, 154));
        assert_eq!(span("9848--9853"), (0, 9848, 9853));
        assert_eq!(span("pp. 12–15, 18"), (0, 12, 15));
        assert_eq!(span("S133-S133"), (b's', 133, 133));
        assert_eq!(span("06-Oct"), (0, 6, 10));
        assert_eq!(span("Jan-47"), (0, 1, 47));
        assert_eq!(span("56A"), (b'a', 56, 0));
        assert_eq!(span("Cd002273"), (b'*', 2273, 0));
        assert_eq!(span("xiii-xv"), (b'i', 13, 15));
        assert_eq!(span("215 p"), (0, 0, 0));
        assert_eq!(span("129-161,"), (0, 129, 161));
        assert_eq!(span("103 , 299-347."), (0, 299, 347));
        assert_eq!(span("-"), (0, 0, 0));
    }
}

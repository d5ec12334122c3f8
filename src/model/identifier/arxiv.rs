//! arXiv identifiers.

use super::{find_behind, find_ignoring_case, leading_digits, strip_prefix};
use std::ops::Range;

/// An arXiv identifier without prefix, version kept: `2001.01234v2`, `hep-th/9901001`.
///
/// ```
/// use bibsift::model::identifier::arxiv;
/// assert_eq!(arxiv("arXiv:2001.01234v2 [cs.CL]").as_deref(), Some("2001.01234v2"));
/// assert_eq!(arxiv("https://arxiv.org/pdf/hep-th/9901001.pdf").as_deref(), Some("hep-th/9901001"));
/// ```
///
/// Source: arXiv, Understanding the arXiv identifier.
pub fn arxiv(text: &str) -> Option<String> {
    let text = text.trim();
    let (found, end) = match find_arxiv(text) {
        Some((found, range)) => (found, range.end),
        None => read(text)?,
    };
    let rest = text.get(end..)?;
    let rest = strip_prefix(rest, ".pdf").unwrap_or(rest);
    let rest = rest.trim_matches(|c: char| c.is_whitespace() || ".,;/)]".contains(c));
    (rest.is_empty() || rest.starts_with(['[', '(', '?', '#'])).then_some(found)
}

/// The first arXiv identifier in a text, behind its label, in an address or in a DOI of arXiv,
/// with its byte range.
pub fn find_arxiv(text: &str) -> Option<(String, Range<usize>)> {
    find_ignoring_case(text, "arxiv", 0)?;
    let labels = [
        "arxiv.org/abs/",
        "arxiv.org/pdf/",
        "arxiv.org/html/",
        "arxiv.org/e-print/",
        "arxiv:",
        "arxiv.",
        "arxiv ",
        "arxiv preprint",
    ];
    find_behind(text, &labels, |rest| {
        read(strip_prefix(rest, "arxiv:").unwrap_or(rest).trim_start()).map(|(found, used)| {
            let skipped = rest.len()
                - strip_prefix(rest, "arxiv:")
                    .unwrap_or(rest)
                    .trim_start()
                    .len();
            (found, used + skipped)
        })
    })
}

/// Reads an identifier at the front of `text`, with its length.
fn read(text: &str) -> Option<(String, usize)> {
    let length = numbered(text).or_else(|| archived(text))?;
    let length = length + version(text.get(length..)?);
    let id = text.get(..length)?;
    Some((id.to_owned(), length))
}

/// `2001.01234`: year and month, stop, four digits up to 2014 and five since.
fn numbered(text: &str) -> Option<usize> {
    let head = leading_digits(text);
    let (year, month) = head.split_at_checked(2).filter(|_| head.len() == 4)?;
    let (year, month): (u8, u8) = (year.parse().ok()?, month.parse().ok()?);
    let tail = leading_digits(text.get(4..)?.strip_prefix('.')?);
    let wanted = if year >= 15 { 5 } else { 4 };
    (year >= 7 && (1..=12).contains(&month) && tail.len() == wanted).then_some(5 + tail.len())
}

/// `math.GT/0309136`: archive, class, seven digits that begin with year and month.
fn archived(text: &str) -> Option<usize> {
    let (archive, rest) = text.split_once('/')?;
    let (name, class) = archive.split_once('.').unwrap_or((archive, "AA"));
    let digits = leading_digits(rest);
    let month: u8 = digits.get(2..4)?.parse().ok()?;
    let well_formed = (2..=8).contains(&name.len())
        && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'-')
        && class.len() == 2
        && class.bytes().all(|b| b.is_ascii_uppercase())
        && digits.len() == 7
        && (1..=12).contains(&month);
    well_formed.then_some(archive.len() + 1 + digits.len())
}

/// The length of a version mark.
fn version(rest: &str) -> usize {
    match rest.strip_prefix('v').map(leading_digits) {
        Some(digits) if (1..=2).contains(&digits.len()) => 1 + digits.len(),
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn forms() {
        for (text, id) in [
            ("2001.01234", "2001.01234"),
            ("arXiv:2001.01234v12", "2001.01234v12"),
            ("arXiv: 0704.0001", "0704.0001"),
            ("arXiv preprint arXiv:1706.03762", "1706.03762"),
            ("https://arxiv.org/abs/1706.03762v5", "1706.03762v5"),
            ("http://arxiv.org/pdf/1706.03762.pdf", "1706.03762"),
            ("10.48550/arXiv.1706.03762", "1706.03762"),
            ("arXiv:math.GT/0309136", "math.GT/0309136"),
            ("cond-mat/9901001v1", "cond-mat/9901001v1"),
            ("arXiv:hep-th/9901001 [hep-th]", "hep-th/9901001"),
        ] {
            assert_eq!(arxiv(text).as_deref(), Some(id), "{text}");
        }
        for text in [
            "",
            "2001.1234",
            "1413.1234",
            "0704.00012",
            "abc/12",
            "12.34",
            "1706.03762 and",
        ] {
            assert_eq!(arxiv(text), None, "{text}");
        }
    }
}

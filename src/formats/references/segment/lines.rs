//! The filled lines of a text: where each stands, how far it is set in, what stood before it.

use crate::source::Span;

/// A line with something in it, or what an HTML tag that ends lines leaves of one.
#[derive(Debug, Clone, Copy)]
pub(super) struct Line {
    /// Its words, without white space and quotation marks (`> `) around them.
    pub span: Span,
    /// Columns of white space before it.
    pub indent: u16,
    /// Whether an empty line stands before it.
    pub blank: bool,
    /// Whether a page ended before it (form feed).
    pub page: bool,
    /// Whether a tag says that something begins here (`<li>`, `<p>`).
    pub item: bool,
}

/// What stood since the last filled line.
#[derive(Default)]
struct Between {
    blank: bool,
    page: bool,
    item: bool,
}

/// The filled lines of `text`, in order.
pub(super) fn lines(text: &str) -> Vec<Line> {
    let bytes = text.as_bytes();
    let tags = ["<li", "<LI", "<p", "<P", "<br", "<BR", "<div"]
        .iter()
        .any(|tag| memchr::memmem::find(bytes, tag.as_bytes()).is_some());
    let mut out = Vec::new();
    let mut between = Between::default();
    let mut start = 0;
    let ends = memchr::memchr3_iter(b'\n', b'\r', b'\x0c', bytes);
    for end in ends.chain(std::iter::once(text.len())) {
        let return_of_pair = bytes.get(end) == Some(&b'\n')
            && end == start
            && end.checked_sub(1).and_then(|at| bytes.get(at)) == Some(&b'\r');
        if !return_of_pair {
            if tags {
                split_at_tags(text, start, end, &mut between, &mut out);
            } else {
                push(text, start, end, &mut between, &mut out);
            }
        }
        between.page |= bytes.get(end) == Some(&b'\x0c');
        start = end + 1;
    }
    out
}

/// Appends the line between two offsets, or notes that it is blank.
fn push(text: &str, start: usize, end: usize, between: &mut Between, out: &mut Vec<Line>) {
    let Some(all) = text.get(start..end) else {
        return;
    };
    let mut indent = 0_u16;
    let mut begin = all.len();
    for (at, c) in all.char_indices() {
        match c {
            '\t' => indent = indent.saturating_add(8 - indent % 8),
            '\u{3000}' => indent = indent.saturating_add(2),
            '\u{feff}' | '\u{200b}' => {}
            '>' if all[at + 1..].starts_with([' ', '>', '\t']) => {}
            c if c.is_whitespace() => indent = indent.saturating_add(1),
            _ => {
                begin = at;
                break;
            }
        }
    }
    let words = all[begin..].trim_end_matches(|c: char| c.is_whitespace() || c == '\u{200b}');
    if words.is_empty() {
        between.blank = true;
        return;
    }
    out.push(Line {
        span: Span::new(start + begin, start + begin + words.len()),
        indent,
        blank: between.blank,
        page: between.page,
        item: between.item,
    });
    *between = Between::default();
}

/// Appends what tags that end lines leave of the line between two offsets.
fn split_at_tags(text: &str, start: usize, end: usize, between: &mut Between, out: &mut Vec<Line>) {
    let mut from = start;
    let bytes = text.as_bytes().get(start..end).unwrap_or_default();
    for at in memchr::memchr_iter(b'<', bytes) {
        let at = start + at;
        let Some((length, begins)) = text.get(at..end).and_then(tag).filter(|_| at >= from) else {
            continue;
        };
        if text[from..at].trim().is_empty() {
            // Tags alone are no empty line.
        } else {
            push(text, from, at, between, out);
        }
        between.item |= begins;
        from = at + length;
    }
    if from == start || !text[from..end].trim().is_empty() {
        push(text, from, end, between, out);
    }
}

/// The length of a tag that ends a line, and whether something begins after it.
fn tag(words: &str) -> Option<(usize, bool)> {
    const LONGEST: usize = 200;
    let bytes = &words.as_bytes()[..words.len().min(LONGEST)];
    let close = memchr::memchr(b'>', bytes)?;
    let inside = words.get(1..close)?;
    let name_end = inside
        .find(|c: char| c.is_whitespace())
        .unwrap_or(inside.len());
    let name = inside[..name_end].trim_end_matches('/');
    let begins = ["li", "p"]
        .iter()
        .any(|begin| name.eq_ignore_ascii_case(begin));
    let ends = [
        "/li", "/p", "br", "ol", "/ol", "ul", "/ul", "div", "/div", "tr", "/tr", "td", "/td",
    ];
    let known = begins || ends.iter().any(|end| name.eq_ignore_ascii_case(end));
    known.then_some((close + 1, begins))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_know_what_stood_before_them() {
        let text = "a\r\n\r\n  b\n\x0c> > c\n\u{3000}d ";
        let all = lines(text);
        let words: Vec<&str> = all.iter().map(|line| line.span.of(text)).collect();
        assert_eq!(words, ["a", "b", "c", "d"]);
        let blank: Vec<bool> = all.iter().map(|line| line.blank).collect();
        assert_eq!(blank, [false, true, true, false]);
        assert!(all[2].page);
        assert_eq!((all[1].indent, all[3].indent), (2, 2));
    }

    #[test]
    fn tags_that_end_lines_end_lines() {
        let text = "<ol><li>One <i>x</i></li><li class=\"a\">Two<br/>more</li></ol>";
        let all = lines(text);
        let words: Vec<(&str, bool)> = all
            .iter()
            .map(|line| (line.span.of(text), line.item))
            .collect();
        assert_eq!(
            words,
            [("One <i>x</i>", true), ("Two", true), ("more", false)]
        );
    }
}

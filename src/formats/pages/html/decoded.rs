//! [`Decoded`]: text taken out of HTML, and where each part of it stood.

use crate::source::Span;

/// A text made of pieces of the source, entities decoded.
#[derive(Debug, Default)]
pub(super) struct Decoded {
    /// The text.
    pub(super) text: String,
    /// Where the text and the source part ways: an offset in the text, and the one in the source.
    marks: Vec<(usize, usize)>,
}

impl Decoded {
    /// Appends text that stands, letter by letter, at `at` in the source.
    pub(super) fn push(&mut self, text: &str, at: usize) {
        let here = self.text.len();
        let on = self
            .marks
            .last()
            .is_some_and(|(own, source)| here - own == at.wrapping_sub(*source));
        if !on {
            self.marks.push((here, at));
        }
        self.text.push_str(text);
    }

    /// Appends the decoded text of a span of `source`; where `keep` is not set, white space becomes
    /// one blank.
    pub(super) fn push_decoded(&mut self, decoded: &str, source: &str, span: Span, keep: bool) {
        let mut at = span.start as usize;
        let mut buffer = [0; 4];
        for c in decoded.chars() {
            let rest = source.get(at..span.end as usize).unwrap_or_default();
            let entity = entity(rest);
            let length = if entity == 0 && rest.starts_with(c) {
                c.len_utf8()
            } else if entity == 0 && c == '\n' && rest.starts_with("\r\n") {
                2
            } else {
                entity
            };
            if keep || !c.is_whitespace() || c == '\u{3000}' {
                self.push(c.encode_utf8(&mut buffer), at);
            } else if !self.text.ends_with([' ', '\n', '\t']) && !self.text.is_empty() {
                self.push(" ", at);
            }
            at += length;
        }
    }

    /// Ends the line, if it has begun.
    pub(super) fn end_line(&mut self, at: usize) {
        if !self.text.is_empty() && !self.text.ends_with('\n') {
            self.push("\n", at);
        }
    }

    /// Where a span of the text stood in `source`.
    pub(super) fn place(&self, span: Span, source: &str) -> Span {
        let start = self.offset(span.start as usize);
        let last = (span.end as usize).max(span.start as usize + 1) - 1;
        let last = super::super::lines::floor(&self.text, last);
        let mut end = self.offset(last);
        let rest = source.get(end..).unwrap_or_default();
        end += match entity(rest) {
            0 => rest.chars().next().map_or(0, char::len_utf8),
            length => length,
        };
        Span::new(start, end.max(start))
    }

    fn offset(&self, at: usize) -> usize {
        let after = self.marks.partition_point(|(own, _)| *own <= at);
        let mark = after.checked_sub(1).and_then(|mark| self.marks.get(mark));
        mark.map_or(0, |(own, source)| source + (at - own))
    }
}

/// The length of the character reference the text begins with; 0 where there is none.
fn entity(text: &str) -> usize {
    let Some(rest) = text.strip_prefix('&') else {
        return 0;
    };
    let name = rest
        .bytes()
        .take(33)
        .take_while(|b| b.is_ascii_alphanumeric() || *b == b'#')
        .count();
    if name > 0 && rest.as_bytes().get(name) == Some(&b';') {
        name + 2
    } else {
        0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spans_lead_back_over_entities() {
        let source = "<p>Sm&auml;ll &amp; big</p>";
        let mut decoded = Decoded::default();
        decoded.push_decoded("Smäll & big", source, Span::new(3, 23), false);
        let word = |word: &str| {
            let at = decoded.text.find(word).unwrap();
            decoded
                .place(Span::new(at, at + word.len()), source)
                .of(source)
        };
        assert_eq!(word("Smäll"), "Sm&auml;ll");
        assert_eq!(word("&"), "&amp;");
        assert_eq!(word("big"), "big");
    }
}

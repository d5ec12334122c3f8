//! [`LineIndex`]: from a byte offset to the line and column an editor shows.

/// A line and a column, both counted from 1; the column counts characters, as editors do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct LineColumn {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// Where the lines of a text begin. `\n`, `\r\n` and a lone `\r` end a line.
#[derive(Debug, Clone)]
pub struct LineIndex {
    starts: Vec<u32>,
    /// Offsets within long lines, with the characters of the line before each, so that a place in
    /// one is found without reading all of it.
    marks: Vec<(u32, u32)>,
}

/// So many bytes lie between two marks.
const STEP: usize = 1024;

impl LineIndex {
    /// Indexes `text` in one pass.
    ///
    /// ```
    /// use bibsift::source::LineIndex;
    /// let index = LineIndex::new("ab\nçd");
    /// let place = index.line_column("ab\nçd", 5);
    /// assert_eq!((place.line, place.column), (2, 2));
    /// ```
    pub fn new(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut starts = vec![0];
        for at in memchr::memchr2_iter(b'\n', b'\r', bytes) {
            if bytes[at] == b'\r' && bytes.get(at + 1) == Some(&b'\n') {
                continue;
            }
            starts.push(u32::try_from(at + 1).unwrap_or(u32::MAX));
        }
        let mut index = Self {
            starts,
            marks: Vec::new(),
        };
        index.mark(bytes);
        index
    }

    /// Sets marks in long lines.
    fn mark(&mut self, bytes: &[u8]) {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let ends = self.starts.iter().skip(1).map(|end| *end as usize);
        for (start, end) in self.starts.iter().zip(ends.chain([bytes.len()])) {
            let start = *start as usize;
            let mut before = 0;
            for at in (start..end).step_by(STEP).skip(1) {
                before += characters(bytes.get(at - STEP..at).unwrap_or_default());
                self.marks.push((narrow(at), narrow(before)));
            }
        }
    }

    /// Line and column of byte `offset` in `text`, the text that was indexed.
    /// An offset inside a character counts as its first byte, one past the end as the end.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0) as usize;
        let before = (offset as usize).min(text.len());
        let after = self.marks.partition_point(|(at, _)| *at as usize <= before);
        let mark = after.checked_sub(1).and_then(|mark| self.marks.get(mark));
        let mark = mark.filter(|(at, _)| *at as usize > start);
        let (from, known) = mark.map_or((start, 0), |(at, known)| (*at as usize, *known as usize));
        let rest = text.as_bytes().get(from..before).unwrap_or_default();
        let column = known + characters(rest);
        let inside = text
            .as_bytes()
            .get(before)
            .is_some_and(|byte| byte & 0xC0 == 0x80);
        LineColumn {
            line,
            column: column + usize::from(!inside),
        }
    }
}

/// How many characters begin in these bytes: continuation bytes are none of their own.
fn characters(bytes: &[u8]) -> usize {
    bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_in_a_long_line() {
        let text = format!("a\n{}\nb", "é标x".repeat(2_000));
        let index = LineIndex::new(&text);
        for (column, (at, _)) in text.char_indices().skip(2).take(6_000).enumerate() {
            let place = index.line_column(&text, u32::try_from(at).unwrap());
            assert_eq!((place.line, place.column), (2, column + 1));
        }
        let last = u32::try_from(text.len() - 1).unwrap();
        assert_eq!(index.line_column(&text, last).line, 3);
    }

    #[test]
    fn every_line_end_counts_once() {
        let text = "a\r\nb\rc\nd";
        let index = LineIndex::new(text);
        let at = |needle: &str| {
            let offset = u32::try_from(text.find(needle).unwrap()).unwrap();
            index.line_column(text, offset).line
        };
        assert_eq!([at("a"), at("b"), at("c"), at("d")], [1, 2, 3, 4]);
    }

    #[test]
    fn columns_count_characters() {
        let text = "标题x";
        let index = LineIndex::new(text);
        assert_eq!(index.line_column(text, 6).column, 3);
        assert_eq!(
            index.line_column(text, 4).column,
            2,
            "inside the second character"
        );
        assert_eq!(
            index.line_column(text, 99),
            LineColumn { line: 1, column: 4 }
        );
    }
}

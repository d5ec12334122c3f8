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
}

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
        Self { starts }
    }

    /// Line and column of byte `offset` in `text`, the text that was indexed.
    /// An offset inside a character counts as its first byte, one past the end as the end.
    pub fn line_column(&self, text: &str, offset: u32) -> LineColumn {
        let line = self.starts.partition_point(|&start| start <= offset).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or(0) as usize;
        let before = (offset as usize).min(text.len());
        let column = text.as_bytes().get(start..before).map_or(0, |bytes| {
            // Continuation bytes are not characters of their own.
            bytes.iter().filter(|&&byte| byte & 0xC0 != 0x80).count()
        });
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

#[cfg(test)]
mod tests {
    use super::*;

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

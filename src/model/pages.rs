//! [`Pages`]: page ranges and article numbers.

/// Page ranges in order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Pages {
    /// The ranges.
    pub ranges: Vec<PageRange>,
}

/// One range of pages. Page labels are text: `xii`, `S26`, `e12`.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct PageRange {
    /// The first page.
    pub first: String,
    /// How the range ends.
    pub last: LastPage,
}

/// How a range of pages ends.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub enum LastPage {
    /// It is a single page, or the source gives only the first.
    #[default]
    None,
    /// At this page, in full: `557-60` ends at `560`.
    At(String),
    /// It goes on, the source does not say how far: `72+`, `72 / +`.
    Open,
}

impl Pages {
    /// Reads pages as printed: `165 / 187`, `557-60`, `s26-s31`, `pp. 12–15, 18`, `72+`,
    /// `06-Oct` (a spreadsheet's 6-10). [`None`] where it is not sure what is meant, or where the
    /// text is an article number.
    pub fn parse(text: &str) -> Option<Self> {
        let _ = text;
        None
    }

    /// The ranges with `dash` between first and last page: `12--15, 18`, `72--` for an open end
    /// is written `72+`.
    pub fn display(&self, dash: &str) -> String {
        let _ = dash;
        String::new()
    }
}

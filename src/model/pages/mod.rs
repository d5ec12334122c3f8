//! [`Pages`]: page ranges, told from article numbers.

mod label;
mod parse;
#[cfg(test)]
mod parse_tests;

use compact_str::CompactString;

pub use label::is_article_number;

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
    pub first: CompactString,
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
    At(CompactString),
    /// It goes on, the source does not say how far: `72+`, `72 / +`.
    Open,
}

impl Pages {
    /// Reads pages as printed: `165 / 187`, `557-60`, `s26-s31`, `pp. 12–15, 18`, `72+`,
    /// `06-Oct` (a spreadsheet's 6-10). [`None`] where it is not sure what is meant, or where the
    /// text is an article number ([`is_article_number`]). A range that runs backwards is kept as
    /// found.
    ///
    /// ```
    /// use bibsift::model::Pages;
    /// let pages = |text| Pages::parse(text).map(|pages| pages.display("--"));
    /// assert_eq!(pages("pp. 557–60, 565").as_deref(), Some("557--560, 565"));
    /// assert_eq!(pages("72 / +").as_deref(), Some("72+"));
    /// assert_eq!(pages("e1638"), None);
    /// ```
    pub fn parse(text: &str) -> Option<Self> {
        parse::pages(text)
    }

    /// What [`Pages::parse`] makes of two numbers with hyphens or one dash between them, as most
    /// pages are; [`None`] says nothing.
    pub(crate) fn plain(text: &str) -> Option<Self> {
        let range = (text.len() <= parse::LONGEST).then(|| parse::plain_range(text))?;
        range.map(|range| Self {
            ranges: vec![range],
        })
    }

    /// The ranges with `dash` between first and last page: `12--15, 18`; `72--` for an open end
    /// is written `72+`.
    pub fn display(&self, dash: &str) -> String {
        let mut out = String::new();
        for range in &self.ranges {
            if !out.is_empty() {
                out.push_str(", ");
            }
            out.push_str(&range.first);
            match &range.last {
                LastPage::None => {}
                LastPage::At(last) => {
                    out.push_str(dash);
                    out.push_str(last);
                }
                LastPage::Open => out.push('+'),
            }
        }
        out
    }

    /// The first page of all.
    pub fn first(&self) -> Option<&str> {
        self.ranges.first().map(|range| range.first.as_str())
    }
}

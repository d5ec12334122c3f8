//! [`Date`]: dates as sure and as precise as the source gives them.

/// A date or a range of dates: EDTF levels 0 and 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Date {
    /// The date, or the beginning of the range.
    pub start: When,
    /// The end of a range.
    pub end: End,
}

/// One date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub struct When {
    /// Astronomical year: 0 is 1 BC.
    pub year: i32,
    /// How many of the year's last digits are not known: 1 for `199X`. They stand as 0 in `year`.
    pub unspecified: u8,
    /// Month 1 to 12, or an EDTF season 21 to 41.
    pub month: Option<u8>,
    /// Day 1 to 31.
    pub day: Option<u8>,
    /// `?`: the source is not sure.
    pub uncertain: bool,
    /// `~`: about this time.
    pub approximate: bool,
}

/// How a range ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Default)]
pub enum End {
    /// It is no range.
    #[default]
    None,
    /// It goes on: `2004/..`.
    Open,
    /// Nobody knows: `2004/`.
    Unknown,
    /// At this date.
    At(When),
}

impl Date {
    /// The year the date begins in; [`None`] where some of its digits are unspecified.
    pub fn year(&self) -> Option<i32> {
        (self.start.unspecified == 0).then_some(self.start.year)
    }

    /// A date that is only a year.
    pub fn from_year(year: i32) -> Self {
        Self {
            start: When {
                year,
                ..When::default()
            },
            end: End::None,
        }
    }
}

impl Date {
    /// Reads EDTF levels 0 and 1, and nothing else.
    pub fn parse_edtf(text: &str) -> Option<Self> {
        text.trim().parse().ok().map(Self::from_year)
    }

    /// Reads a date as people and databases write it, in any language: `May 2020`,
    /// `2020年5月`, `12. März 1999`, `2020/03/05`, `2020 Mar-Apr`, `c. 1890`. [`None`] where it is
    /// not sure what is meant.
    pub fn parse_written(text: &str) -> Option<Self> {
        Self::parse_edtf(text)
    }
}

impl std::fmt::Display for Date {
    /// EDTF.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}", self.start.year)
    }
}

/// The month a word or its abbreviation names, 1 to 12, in any language.
pub fn month(word: &str) -> Option<u8> {
    let _ = word;
    None
}

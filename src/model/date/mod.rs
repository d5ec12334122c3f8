//! [`Date`]: dates as sure and as precise as the source gives them.

mod edtf;
mod month;
mod token;
mod written;
#[cfg(test)]
mod written_tests;

pub use month::month;

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
    /// Reads EDTF levels 0 and 1, and nothing else: `2020-05-17`, `Y12345`, `-0044`, `2001-21`
    /// (seasons 21 to 41), `199X`, `1984?`, `1984~`, `1984%`, `2004-06/2006`, `2004/..`, `2004/`.
    /// Of a date with a time the day is kept. A day that no calendar has is no date.
    ///
    /// ```
    /// use bibsift::model::Date;
    /// let date = Date::parse_edtf("2004-06~/..").unwrap();
    /// assert_eq!((date.year(), date.to_string().as_str()), (Some(2004), "2004-06~/.."));
    /// assert_eq!(Date::parse_edtf("2019-02-29"), None);
    /// ```
    ///
    /// Source: Library of Congress, Extended Date/Time Format (ISO 8601-2:2019).
    pub fn parse_edtf(text: &str) -> Option<Self> {
        edtf::date(text)
    }

    /// Reads a date as people and databases write it, in any language: `May 2020`,
    /// `2020年5月`, `12. März 1999`, `2020/03/05`, `2020 Mar-Apr`, `c. 1890`. [`None`] where it is
    /// not sure what is meant: `03/04/2020`, `in press`.
    ///
    /// ```
    /// use bibsift::model::Date;
    /// let edtf = |text| Date::parse_written(text).map(|date| date.to_string());
    /// assert_eq!(edtf("5 mars 2020").as_deref(), Some("2020-03-05"));
    /// assert_eq!(edtf("jul.-set. 2019").as_deref(), Some("2019-07/2019-09"));
    /// assert_eq!(edtf("n.d."), None);
    /// ```
    pub fn parse_written(text: &str) -> Option<Self> {
        written::date(text)
    }
}

impl When {
    /// Whether the calendar has this month and day.
    fn is_valid(&self) -> bool {
        let Some(month) = self.month else {
            return self.day.is_none();
        };
        let Some(day) = self.day else {
            return (1..=12).contains(&month) || (21..=41).contains(&month);
        };
        let leap = self.year % 4 == 0 && (self.year % 100 != 0 || self.year % 400 == 0);
        let days = match month {
            1 | 3 | 5 | 7 | 8 | 10 | 12 => 31,
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => return false,
        };
        (1..=days).contains(&day)
    }
}

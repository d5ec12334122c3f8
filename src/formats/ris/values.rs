//! The syntax of RIS values: wrapped lines, character escapes, dates.

use std::borrow::Cow;

use crate::model::{Date, End, When};

/// Joins the lines of a wrapped value with a blank.
pub(super) fn one_line(value: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'\n', b'\r', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    let lines = value.split(['\n', '\r']).map(str::trim);
    Cow::Owned(
        lines
            .filter(|l| !l.is_empty())
            .collect::<Vec<_>>()
            .join(" "),
    )
}

/// The lines of a value of long text: indented lines wrap the one before, others are kept.
pub(super) fn paragraphs(value: &str) -> Cow<'_, str> {
    if memchr::memchr2(b'\n', b'\r', value.as_bytes()).is_none() {
        return Cow::Borrowed(value);
    }
    let mut out = String::with_capacity(value.len());
    let mut blank = false;
    for line in value.replace("\r\n", "\n").split(['\n', '\r']) {
        let text = line.trim();
        if text.is_empty() {
            blank = true;
            continue;
        }
        if !out.is_empty() {
            out.push_str(match (blank, line.starts_with("    ")) {
                (true, _) => "\n\n",
                (false, true) => " ",
                (false, false) => "\n",
            });
        }
        blank = false;
        out.push_str(text);
    }
    Cow::Owned(out)
}

/// Undoes `&amp; &lt; &gt;`, the escapes programs that take RIS text for HTML write. Other
/// character references are a fault for a rule to mend.
pub(super) fn unescape(value: Cow<'_, str>) -> Cow<'_, str> {
    if memchr::memchr(b'&', value.as_bytes()).is_none() {
        return value;
    }
    let mut out = String::with_capacity(value.len());
    let mut rest = &*value;
    while let Some(at) = rest.find('&') {
        out.push_str(&rest[..at]);
        let tail = &rest[at..];
        let (character, length) = [("&amp;", '&'), ("&lt;", '<'), ("&gt;", '>')]
            .iter()
            .find(|(escape, _)| tail.starts_with(escape))
            .map_or(('&', 1), |(escape, character)| (*character, escape.len()));
        out.push(character);
        rest = &tail[length..];
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Reads `YYYY/MM/DD/other`, the date syntax of RIS, any part after the year empty or absent. The
/// second part is `other`. [`None`] for a date written otherwise.
pub(super) fn date(text: &str) -> Option<(Date, &str)> {
    let mut parts = text.trim().splitn(4, '/').map(str::trim);
    let year = parts.next()?;
    if year.len() != 4 {
        return None;
    }
    let number = |part: Option<&str>| match part {
        None | Some("") => Some(0),
        Some(digits) if digits.len() <= 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse::<u8>().ok()
        }
        Some(_) => None,
    };
    let year = digits(year)?;
    let month = number(parts.next())?;
    let day = number(parts.next())?;
    let month = (1..=12).contains(&month).then_some(month);
    let start = When {
        year,
        month,
        day: month.and((1..=31).contains(&day).then_some(day)),
        ..When::default()
    };
    let end = End::None;
    (year > 0).then_some((Date { start, end }, parts.next().unwrap_or_default()))
}

/// Reads a date in the syntax of RIS without any other part, or in EDTF, which says what RIS cannot:
/// ranges and doubt.
pub(super) fn day(text: &str) -> Option<Date> {
    // `2004/` has an unknown end in EDTF and no month in RIS.
    match date(text) {
        Some((date, "")) => Some(date),
        Some(_) => None,
        None => Date::parse_edtf(text),
    }
}

fn digits(text: &str) -> Option<i32> {
    text.bytes()
        .all(|b| b.is_ascii_digit())
        .then(|| text.parse().ok())?
}

/// Writes a date as RIS does, where RIS can say it: years 1 to 9999, no ranges, no doubt.
pub(super) fn slashed(date: &Date) -> Option<String> {
    let When {
        year,
        unspecified,
        month,
        day,
        uncertain,
        approximate,
    } = date.start;
    let plain = date.end == End::None && unspecified == 0 && !uncertain && !approximate;
    if !plain || !(1..=9999).contains(&year) {
        return None;
    }
    match (month, day) {
        (None, _) => Some(format!("{year:04}")),
        (Some(month @ 1..=12), None) => Some(format!("{year:04}/{month:02}//")),
        (Some(month @ 1..=12), Some(day @ 1..=31)) => {
            Some(format!("{year:04}/{month:02}/{day:02}"))
        }
        _ => None,
    }
}

/// The first run of exactly four digits in a text: its year, as programs look for one.
pub(super) fn year_in(text: &str) -> Option<&str> {
    text.split(|c: char| !c.is_ascii_digit())
        .find(|run| run.len() == 4 && *run != "0000")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_ris() {
        let read = |text| date(text).map(|(d, other)| (slashed(&d).unwrap(), other.to_owned()));
        let some = |date: &str, other: &str| Some((date.to_owned(), other.to_owned()));
        assert_eq!(read("2020"), some("2020", ""));
        assert_eq!(read("2020///"), some("2020", ""));
        assert_eq!(read("2008/08//"), some("2008/08//", ""));
        assert_eq!(read("2025/7/5"), some("2025/07/05", ""));
        assert_eq!(read("2001/00/00/"), some("2001", ""));
        assert_eq!(read("2013/02/15/received"), some("2013/02/15", "received"));
        for text in [
            "99",
            "2020/2021",
            "YEAR/MONTH/DAY/",
            "///",
            "March 2020",
            "2020-03",
            "",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn wrapped_lines() {
        assert_eq!(one_line("a\r\n   b"), "a b");
        assert_eq!(paragraphs("a\n      b\nc\n\nd"), "a b\nc\n\nd");
        assert_eq!(
            unescape(Cow::Borrowed("a &amp;lt; &lt;b&gt; & c")),
            "a &lt; <b> & c"
        );
    }
}

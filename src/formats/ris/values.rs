//! The syntax of RIS values: wrapped lines, dates, lists of names.

use std::borrow::Cow;

use crate::model::{Date, End, Name, Names, When};

/// Joins the lines of a wrapped value with a blank.
pub(super) fn one_line(value: &str) -> Cow<'_, str> {
    if !value.contains(['\n', '\r']) {
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
    if !value.contains(['\n', '\r']) {
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
    if !value.contains('&') {
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

/// Adds the names of one value to a list: one name, or several between semicolons, or several
/// like `Kim JW, Suh CH` between commas. A mark of a list cut off is no name.
pub(super) fn add_names(value: &str, names: &mut Names) {
    for part in value.split([';', '；']) {
        let part = part.trim();
        if surnames_with_initials(part) {
            part.split(',').for_each(|one| add_name(one.trim(), names));
        } else if part.contains(" and ") && part.split(" and ").all(|one| one.contains(',')) {
            part.split(" and ")
                .for_each(|one| add_name(one.trim(), names));
        } else {
            add_name(part, names);
        }
    }
}

fn add_name(text: &str, names: &mut Names) {
    if text.is_empty() {
        return;
    }
    if is_cut_mark(text) {
        names.truncated = true;
        return;
    }
    let mut whole = text;
    for mark in [" et al.", " et al", " and others", "等"] {
        if let Some(rest) = whole.strip_suffix(mark)
            && !rest.trim().is_empty()
        {
            names.truncated = true;
            whole = rest.trim().trim_end_matches(',').trim_end();
            break;
        }
    }
    names.list.push(name(whole));
}

/// One name. `Family, Given, Suffix` is RIS's own order; a trailing comma marks a name that is
/// not to be split.
fn name(text: &str) -> Name {
    if let Some(whole) = text.strip_suffix(',')
        && !whole.contains(',')
    {
        return Name::literal(whole.trim());
    }
    let mut parts = text.split(',').map(str::trim);
    if let (Some(family), Some(given), Some(suffix), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
        && is_suffix(suffix)
    {
        let mut name = Name::parse(&format!("{family}, {given}"));
        suffix.clone_into(&mut name.suffix);
        return name;
    }
    Name::parse(text)
}

/// Whether a word is a name's suffix.
fn is_suffix(text: &str) -> bool {
    ["jr", "sr", "ii", "iii", "iv", "v"]
        .iter()
        .any(|suffix| text.trim_end_matches('.').eq_ignore_ascii_case(suffix))
}

/// Whether a text says that a list goes on.
pub(super) fn is_cut_mark(text: &str) -> bool {
    let text = text.trim_start_matches(['&', ' ']);
    [
        "et al",
        "et al.",
        "others",
        "and others",
        "...",
        "…",
        "等",
        "[et al.]",
        "and al.",
        "u.a.",
    ]
    .iter()
    .any(|mark| text.eq_ignore_ascii_case(mark))
}

/// Whether a text is a list such as `Kim JW, Suh CH`: surnames, each with initials behind it.
fn surnames_with_initials(text: &str) -> bool {
    let mut count = 0;
    for part in text.split(',') {
        let Some((surname, initials)) = part.trim().rsplit_once(' ') else {
            return false;
        };
        let capitals = initials.chars().all(|c| c.is_uppercase());
        if surname.is_empty() || !capitals || initials.chars().count() > 3 {
            return false;
        }
        count += 1;
    }
    count > 1
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
    fn lists_of_names_on_one_line() {
        let read = |text| {
            let mut names = Names::default();
            add_names(text, &mut names);
            (names.list.len(), names.truncated)
        };
        assert_eq!(read("Kim, JW; Suh, CH"), (2, false));
        assert_eq!(read("Kim JW, Suh CH"), (2, false));
        assert_eq!(read("Kim, J and Suh, C"), (2, false));
        assert_eq!(read("Barnes and Noble, Inc."), (1, false));
        assert_eq!(read("Kim, JW et al."), (1, true));
        assert_eq!(read("et al."), (0, true));
        assert_eq!(read("..."), (0, true));
    }

    #[test]
    fn suffixes_and_whole_names() {
        let mut names = Names::default();
        add_names("Smith, John, Jr.; Winnie Mak,", &mut names);
        assert_eq!(names.list[0].suffix, "Jr.");
        assert_eq!(names.list[1], Name::literal("Winnie Mak"));
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

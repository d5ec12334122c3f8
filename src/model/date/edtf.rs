//! The Extended Date/Time Format, levels 0 and 1.

use super::{Date, End, When};

/// See [`Date::parse_edtf`].
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() > 80 {
        return None;
    }
    let Some((start, end)) = text.split_once('/') else {
        return Some(Date {
            start: when(text)?,
            end: End::None,
        });
    };
    let end = match end {
        "" => End::Unknown,
        ".." => End::Open,
        end => End::At(when(end)?),
    };
    // An unknown or open beginning has no place in the model.
    Some(Date {
        start: when(start)?,
        end,
    })
}

/// One date.
fn when(text: &str) -> Option<When> {
    let (text, uncertain, approximate) = match text.as_bytes().last()? {
        b'?' => (text.get(..text.len() - 1)?, true, false),
        b'~' => (text.get(..text.len() - 1)?, false, true),
        b'%' => (text.get(..text.len() - 1)?, true, true),
        _ => (text, false, false),
    };
    let day_part = text
        .split_once('T')
        .map_or(text, |(day, time)| if is_time(time) { day } else { text });
    let (year, unspecified, rest) = year(day_part)?;
    let mut parts = rest.split('-');
    // Before the first hyphen there is nothing.
    if !parts.next()?.is_empty() {
        return None;
    }
    let mut two = || match parts.next() {
        // `2004-XX`: a month that is not known is none.
        None | Some("XX") => Some(None),
        Some(digits) if digits.len() == 2 && digits.bytes().all(|b| b.is_ascii_digit()) => {
            digits.parse().ok().map(Some)
        }
        Some(_) => None,
    };
    let when = When {
        year,
        unspecified,
        month: two()?,
        day: two()?,
        uncertain,
        approximate,
    };
    let complete = parts.next().is_none()
        && (unspecified == 0 || when.month.is_none())
        && (day_part.len() == text.len() || when.day.is_some());
    (complete && when.is_valid()).then_some(when)
}

/// The year at the front: its value, how many digits are unspecified, the rest.
fn year(text: &str) -> Option<(i32, u8, &str)> {
    if let Some(long) = text.strip_prefix('Y') {
        // More than four digits; nothing stands behind.
        let digits = long.strip_prefix('-').unwrap_or(long);
        let well = digits.len() > 4
            && digits.bytes().all(|b| b.is_ascii_digit())
            && !digits.starts_with('0');
        return if well {
            Some((long.parse().ok()?, 0, ""))
        } else {
            None
        };
    }
    let (negative, digits) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text),
    };
    let (four, rest) = digits.split_at_checked(4)?;
    let known = four.trim_end_matches('X');
    let unspecified = u8::try_from(4 - known.len()).ok()?;
    if !known.bytes().all(|b| b.is_ascii_digit()) || known.is_empty() || negative && known == "0000"
    {
        return None;
    }
    let scale = 10_i32.pow(u32::from(unspecified));
    let year = known.parse::<i32>().ok()? * scale;
    Some((if negative { -year } else { year }, unspecified, rest))
}

/// Whether `text` is a time of day, with or without zone.
fn is_time(text: &str) -> bool {
    text.len() >= 4
        && text
            .bytes()
            .all(|b| b.is_ascii_digit() || b":.+-Zz".contains(&b))
        && text.bytes().take(2).all(|b| b.is_ascii_digit())
}

impl std::fmt::Display for Date {
    /// EDTF, in the form that [`Date::parse_edtf`] reads back.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.start)?;
        match &self.end {
            End::None => Ok(()),
            End::Open => f.write_str("/.."),
            End::Unknown => f.write_str("/"),
            End::At(end) => write!(f, "/{end}"),
        }
    }
}

impl std::fmt::Display for When {
    /// EDTF.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let absolute = self.year.unsigned_abs();
        let sign = if self.year < 0 { "-" } else { "" };
        if absolute > 9999 {
            // EDTF gives such years no month.
            write!(f, "Y{sign}{absolute}")?;
        } else if self.unspecified > 0 {
            let kept = 4_usize.saturating_sub(usize::from(self.unspecified));
            let digits = format!("{absolute:04}");
            write!(f, "{sign}{}", digits.get(..kept).unwrap_or_default())?;
            for _ in kept..4 {
                f.write_str("X")?;
            }
        } else {
            write!(f, "{sign}{absolute:04}")?;
            if let Some(month) = self.month {
                write!(f, "-{month:02}")?;
                if let Some(day) = self.day {
                    write!(f, "-{day:02}")?;
                }
            }
        }
        f.write_str(match (self.uncertain, self.approximate) {
            (false, false) => "",
            (true, false) => "?",
            (false, true) => "~",
            (true, true) => "%",
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn read_and_written_alike() {
        for text in [
            "2020",
            "2020-05",
            "2020-05-17",
            "2020-02-29",
            "0000",
            "-0044",
            "-0044-03-15",
            "Y12345",
            "Y-17000",
            "1985-21",
            "1985-41",
            "199X",
            "19XX",
            "1984?",
            "1984~",
            "1984%",
            "2004-06-11%",
            "2004/2006",
            "2004-06/2006-08",
            "2004/..",
            "2004/",
            "1984~/2004-06",
            "0999",
            "1XXX",
            "2001-34/2002-21",
        ] {
            assert_eq!(
                Date::parse_edtf(text).map(|d| d.to_string()).as_deref(),
                Some(text),
                "{text}"
            );
        }
        for (text, wanted) in [
            ("2020-05-17T10:00:00Z", "2020-05-17"),
            ("2020-05-17T10:00:00+01:00", "2020-05-17"),
            ("2004-XX", "2004"),
            (" 2020 ", "2020"),
        ] {
            assert_eq!(
                Date::parse_edtf(text).map(|d| d.to_string()).as_deref(),
                Some(wanted),
                "{text}"
            );
        }
    }

    #[test]
    fn nothing_else() {
        for text in [
            "",
            "20",
            "202",
            "20200",
            "2020-5",
            "2020-13",
            "2020-20",
            "2020-42",
            "2019-02-29",
            "1900-02-29",
            "2020-04-31",
            "2020-05-00",
            "2020-21-01",
            "Y1234",
            "-0000",
            "May 2020",
            "2020-05-17-01",
            "2020/05/17",
            "XXXX",
            "199X-05",
            "2020-05T10:00",
            "2020-05-17Tea",
            "../2020",
            "2020a",
            "２０２０",
            "2020-0é",
        ] {
            assert_eq!(Date::parse_edtf(text), None, "{text}");
        }
    }

    fn any_when() -> impl Strategy<Value = When> {
        let year = prop_oneof![0..=2100_i32, -9999..=9999_i32, -1_000_000..=1_000_000_i32];
        (
            year,
            0_u8..=3,
            0_u8..=41,
            0_u8..=31,
            any::<bool>(),
            any::<bool>(),
        )
            .prop_filter_map(
                "a date",
                |(year, unspecified, month, day, uncertain, approximate)| {
                    let long = !(-9999..=9999).contains(&year);
                    let unspecified = if long { 0 } else { unspecified };
                    let year = year / 10_i32.pow(u32::from(unspecified))
                        * 10_i32.pow(u32::from(unspecified));
                    let bare = long || unspecified > 0;
                    let when = When {
                        year,
                        unspecified,
                        month: (month > 0 && !bare).then_some(month),
                        day: (day > 0 && month > 0 && !bare).then_some(day),
                        uncertain,
                        approximate,
                    };
                    when.is_valid().then_some(when)
                },
            )
    }

    fn any_date() -> impl Strategy<Value = Date> {
        let end = prop_oneof![
            Just(End::None),
            Just(End::Open),
            Just(End::Unknown),
            any_when().prop_map(End::At)
        ];
        (any_when(), end).prop_map(|(start, end)| Date { start, end })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_as_the_same_date(date in any_date()) {
            prop_assert_eq!(Date::parse_edtf(&date.to_string()), Some(date));
        }

        #[test]
        fn any_text_is_read_or_not(text in "\\PC{0,40}") {
            let _ = (Date::parse_edtf(&text), Date::parse_written(&text));
        }
    }
}

//! Dates as people and databases write them.

use super::token::{Token, tokens};
use super::{Date, End, When};

/// See [`Date::parse_written`].
pub(super) fn date(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.is_empty() || text.len() > 100 {
        return None;
    }
    if let Some(date) = Date::parse_edtf(text) {
        // A year of none of our centuries, without EDTF's marks for it, is no date anybody wrote.
        let plain = date.start.unspecified == 0 && !text.starts_with(['-', 'Y']);
        let backward = matches!(date.end, End::At(end) if end.year < date.start.year);
        return (!backward && (!plain || (1..=2199).contains(&date.start.year))).then_some(date);
    }
    let (text, approximate, uncertain) = marks(text);
    let tokens = tokens(text)?;
    let mut date = combine(&tokens)?;
    date.start.approximate |= approximate;
    date.start.uncertain |= uncertain;
    Some(date)
}

/// Takes brackets, copyright signs and marks of doubt off: `[1999?]`, `©2001`, `c. 1890`.
fn marks(text: &str) -> (&str, bool, bool) {
    const ABOUT: &[&str] = &[
        "circa",
        "approximately",
        "approx.",
        "about",
        "ca.",
        "ca",
        "c.",
        "um",
        "vers",
        "hacia",
        "около",
        "ок.",
        "约",
        "約",
    ];
    const COPYRIGHT: &[&str] = &[
        "copyright",
        "cop.",
        "cop",
        "©",
        "(c)",
        "℗",
        "published",
        "publ.",
        "printed",
        "issued",
    ];
    let mut text = text.trim_matches(|c: char| c.is_whitespace() || "[](),;:.（）〔〕".contains(c));
    let (mut approximate, mut uncertain) = (false, false);
    if let Some(rest) = text.strip_suffix('?') {
        text = rest;
        uncertain = true;
    }
    for word in ABOUT.iter().chain(COPYRIGHT) {
        let Some(rest) = without_front(text, word) else {
            continue;
        };
        if rest
            .starts_with(|c: char| c.is_ascii_digit() || c.is_whitespace() || c == '[' || c == '.')
        {
            approximate = ABOUT.contains(word);
            text = rest.trim_start_matches(['.', ' ', '[']);
            break;
        }
    }
    // `c2001` is a copyright date.
    if let Some(rest) = text.strip_prefix(['c', 'C', 'p', '©'])
        && rest.len() == 4
        && rest.bytes().all(|b| b.is_ascii_digit())
    {
        text = rest;
    }
    (text, approximate, uncertain)
}

/// `text` behind `front`, whatever its case.
fn without_front<'a>(text: &'a str, front: &str) -> Option<&'a str> {
    let (head, rest) = text.split_at_checked(front.len())?;
    (head == front || head.eq_ignore_ascii_case(front)).then_some(rest)
}

/// A number that is a year by itself.
fn as_year(token: &Token) -> Option<i32> {
    match token {
        Token::Number(year, 4) if (1000..=2199).contains(year) => Some(*year),
        _ => None,
    }
}

fn as_small(token: &Token) -> Option<u8> {
    match token {
        Token::Number(n, 1 | 2) => u8::try_from(*n).ok(),
        _ => None,
    }
}

/// Puts tokens together to a date.
fn combine(tokens: &[Token]) -> Option<Date> {
    use Token::{Dash, DaySign, Dot, Month, MonthSign, Number, Slash, Year};
    if tokens.iter().any(|t| matches!(t, Year | MonthSign)) {
        return signed(tokens);
    }
    // Punctuation behind a number that has a month name beside it says nothing.
    let named = tokens.iter().any(|t| matches!(t, Month(_)));
    let tokens: Vec<Token> = tokens
        .iter()
        .copied()
        .filter(|t| *t != DaySign && !(named && *t == Dot))
        .collect();
    if named {
        return with_names(&tokens);
    }
    let valid = |year: i32, month: u8, day: Option<u8>| {
        let when = When {
            year,
            month: Some(month),
            day,
            ..When::default()
        };
        (month <= 12 && when.is_valid()).then_some(Date {
            start: when,
            end: End::None,
        })
    };
    match tokens.as_slice() {
        [year] | [year, Dot | Dash] => as_year(year).map(Date::from_year),
        // RIS: `2020/05/03/`, `2020///`, `2020/05//`
        [year, Slash, rest @ .., Slash] => {
            let year = as_year(year)?;
            match rest {
                [] | [Slash] => Some(Date::from_year(year)),
                [month] | [month, Slash] => valid(year, as_small(month)?, None),
                [month, Slash, day] => valid(year, as_small(month)?, Some(as_small(day)?)),
                _ => None,
            }
        }
        // `1999-2003`, `1999-03`: a range of years if it can be one, else a month.
        [one, Dash | Slash, two @ Number(value, digits)] => {
            if let (Some(start), Some(end)) = (as_year(one), as_year(two)) {
                return years(start, end);
            }
            if let (Some(month), Some(year)) = (as_small(one), as_year(two)) {
                return valid(year, month, None);
            }
            let year = as_year(one)?;
            let month = as_small(two)?;
            if *digits == 2 && *value > 12 {
                return years(year, year - year % 100 + value);
            }
            // `1998/99` is above; `2003-04` is either.
            valid(year, month, None)
        }
        [one, Dot, two] | [one, Dot, two, Dot] => match (as_year(one), as_year(two)) {
            (Some(year), None) => valid(year, as_small(two)?, None),
            (None, Some(year)) => valid(year, as_small(one)?, None),
            _ => None,
        },
        [one, first, two, second, three] | [one, first, two, second, three, Dot]
            if first == second && matches!(first, Dash | Slash | Dot) =>
        {
            if let Some(year) = as_year(one) {
                return valid(year, as_small(two)?, Some(as_small(three)?));
            }
            let year = as_year(three)?;
            let (a, b) = (as_small(one)?, as_small(two)?);
            if *first == Dot || a > 12 {
                // Stops put the day first everywhere.
                valid(year, b, Some(a))
            } else if b > 12 || a == b {
                valid(year, a, Some(b))
            } else {
                None
            }
        }
        // `2020 05 03`
        [one, two, three] => valid(as_year(one)?, as_small(two)?, Some(as_small(three)?)),
        _ => None,
    }
}

fn years(start: i32, end: i32) -> Option<Date> {
    (start < end && end - start < 150).then(|| Date {
        start: When {
            year: start,
            ..When::default()
        },
        end: End::At(When {
            year: end,
            ..When::default()
        }),
    })
}

/// `2020年5月3日`, `2020년 5월`, `5월 2020`.
fn signed(tokens: &[Token]) -> Option<Date> {
    let mut start = When::default();
    let mut last_month = None;
    let mut year = None;
    let mut number = None;
    let mut dash = false;
    for token in tokens {
        match (token, number) {
            (Token::Number(n, _), None) => number = Some(*n),
            (Token::Year, Some(n)) if year.is_none() => {
                year = Some(n);
                number = None;
            }
            (Token::MonthSign, Some(n)) => {
                let month = u8::try_from(n).ok().filter(|m| (1..=12).contains(m))?;
                if dash {
                    last_month = Some(month);
                } else {
                    start.month = Some(month);
                }
                number = None;
            }
            (Token::DaySign, Some(n)) => {
                start.day = u8::try_from(n).ok();
                number = None;
            }
            // `2020年 春`
            (Token::Month(m), None) => start.month = Some(*m),
            // `1-3月`
            (Token::Dash, Some(n)) if start.month.is_none() => {
                start.month = Some(u8::try_from(n).ok().filter(|m| (1..=12).contains(m))?);
                number = None;
                dash = true;
            }
            (Token::Dash, None) => dash = true,
            (Token::Dot | Token::Slash, _) => {}
            _ => return None,
        }
    }
    start.year = year?;
    if number.is_some() || !(1000..=2199).contains(&start.year) || !start.is_valid() {
        return None;
    }
    let end = match last_month {
        Some(month) => End::At(When {
            year: start.year,
            month: Some(month),
            ..When::default()
        }),
        None => End::None,
    };
    Some(Date { start, end })
}

/// Dates with a month or season by name.
fn with_names(tokens: &[Token]) -> Option<Date> {
    use Token::{Dash, Month, Number, Slash};
    let years: Vec<i32> = tokens.iter().filter_map(as_year).collect();
    let months: Vec<u8> = tokens
        .iter()
        .filter_map(|t| if let Month(m) = t { Some(*m) } else { None })
        .collect();
    let days: Vec<u8> = tokens.iter().filter_map(as_small).collect();
    let numbers = tokens.iter().filter(|t| matches!(t, Number(..))).count();
    if numbers != years.len() + days.len() {
        return None;
    }
    let ranged = tokens.iter().any(|t| matches!(t, Dash | Slash));
    let at = |year: i32, month: u8, day: Option<u8>| {
        let when = When {
            year,
            month: Some(month),
            day,
            ..When::default()
        };
        when.is_valid().then_some(when)
    };
    let single = |when: When| Date {
        start: when,
        end: End::None,
    };
    match (years.as_slice(), months.as_slice(), days.as_slice()) {
        ([year], [month], []) => at(*year, *month, None).map(single),
        ([year], [month], [day]) => at(*year, *month, Some(*day)).map(single),
        // `Winter 1999/2000`
        ([year, next], [month], []) if *next == year + 1 && ranged => {
            at(*year, *month, None).map(single)
        }
        // `1999-2000 Winter` is above; `Mar 1999 1999` is nothing.
        ([year], [first, last], []) if ranged => {
            let (start, end) = (at(*year, *first, None)?, at(*year, *last, None)?);
            // `Dec-Jan 2000` began in the year before.
            let start = if first > last && *first < 21 {
                at(year - 1, *first, None)?
            } else {
                start
            };
            Some(Date {
                start,
                end: End::At(end),
            })
        }
        ([one, two], [first, last], []) if ranged => Some(Date {
            start: at(*one, *first, None)?,
            end: End::At(at(*two, *last, None)?),
        }),
        ([year], [month], [from, to]) if ranged && from < to => Some(Date {
            start: at(*year, *month, Some(*from))?,
            end: End::At(at(*year, *month, Some(*to))?),
        }),
        ([one, two], [first, last], [from, to]) if ranged => Some(Date {
            start: at(*one, *first, Some(*from))?,
            end: End::At(at(*two, *last, Some(*to))?),
        }),
        ([year], [first, last], [from, to]) if ranged => Some(Date {
            start: at(*year, *first, Some(*from))?,
            end: End::At(at(*year, *last, Some(*to))?),
        }),
        _ => None,
    }
}

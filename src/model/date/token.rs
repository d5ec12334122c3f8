//! The parts of a written date: numbers, months by name, punctuation, signs.

use super::month::{month, season};

/// A part of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token {
    /// A number and how many digits it has.
    Number(i32, usize),
    /// A month or season by name.
    Month(u8),
    /// `-`, `–`, `~`, `to`: a range, or mere punctuation between numbers.
    Dash,
    /// `/`
    Slash,
    /// `.` right behind a number.
    Dot,
    /// The signs 年, 月, 日 and what stands for them in Korean.
    Year,
    MonthSign,
    DaySign,
}

/// Cuts a date into tokens; [`None`] at the first thing that does not belong to a date.
pub(super) fn tokens(text: &str) -> Option<Vec<Token>> {
    let mut tokens = Vec::new();
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        let width = c.len_utf8();
        if let Some(value) = digit(c) {
            let mut number = value;
            let mut digits = 1;
            rest = rest.get(width..)?;
            while let Some((d, c)) = rest.chars().next().and_then(|c| digit(c).map(|d| (d, c))) {
                if digits > 5 {
                    return None;
                }
                number = number * 10 + d;
                digits += 1;
                rest = rest.get(c.len_utf8()..)?;
            }
            tokens.push(Token::Number(number, digits));
            // `3rd`, `1er`, `5º`
            for ordinal in [
                "st", "nd", "rd", "th", "er", "º", "°", "ª", "-го", "ème", "e ",
            ] {
                if digits < 3
                    && let Some(after) = rest
                        .trim_start()
                        .strip_prefix(ordinal)
                        .filter(|after| !after.starts_with(char::is_alphabetic))
                {
                    rest = after;
                    break;
                }
            }
            continue;
        }
        match c {
            c if c.is_whitespace() => {}
            ',' | '，' | '\u{200f}' | '\u{200e}' | '(' | ')' | '\'' | '’' | '،' => {}
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '~' | '～' | '〜' | '&' | '+' => {
                if tokens.last() != Some(&Token::Dash) {
                    tokens.push(Token::Dash);
                }
            }
            '/' => tokens.push(Token::Slash),
            '.' | '．' => {
                if matches!(tokens.last(), Some(Token::Number(..))) {
                    tokens.push(Token::Dot);
                }
            }
            '年' | '년' => tokens.push(Token::Year),
            '月' | '월' => tokens.push(Token::MonthSign),
            '日' | '일' | '号' => tokens.push(Token::DaySign),
            c if c.is_alphabetic() => {
                rest = word(rest, &mut tokens)?;
                continue;
            }
            _ => return None,
        }
        rest = rest.get(width..)?;
    }
    Some(tokens)
}

fn digit(c: char) -> Option<i32> {
    let value = match c {
        '0'..='9' => u32::from(c) - u32::from('0'),
        '０'..='９' => u32::from(c) - u32::from('０'),
        '٠'..='٩' => u32::from(c) - u32::from('٠'),
        '۰'..='۹' => u32::from(c) - u32::from('۰'),
        _ => return None,
    };
    i32::try_from(value).ok()
}

/// Reads the word at the front of `text`; what stands behind it.
fn word<'a>(text: &'a str, tokens: &mut Vec<Token>) -> Option<&'a str> {
    const SKIPPED: &[&str] = &[
        "de",
        "del",
        "of",
        "the",
        "le",
        "den",
        "la",
        "el",
        "г",
        "р",
        "год",
        "года",
        "року",
        "рік",
        "di",
        "do",
        "da",
        "em",
        "en",
        "in",
        "г",
        "роки",
        "с",
        "yılı",
        "y",
        "issue",
        "q",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "mon",
        "tue",
        "wed",
        "thu",
        "fri",
        "sat",
        "sun",
        "ano",
        "rok",
        "tháng",
        "ngày",
        "năm",
        "lundi",
        "mardi",
        "mercredi",
        "jeudi",
        "vendredi",
        "samedi",
        "dimanche",
        "montag",
        "dienstag",
        "mittwoch",
        "donnerstag",
        "freitag",
        "samstag",
        "sonntag",
    ];
    const RANGES: &[&str] = &[
        "to", "bis", "a", "à", "until", "till", "through", "and", "und", "et", "и", "по", "al",
    ];
    let end = text
        .find(|c: char| {
            !(c.is_alphabetic()
                || c == '\u{307}'
                || ('\u{e31}'..='\u{e4e}').contains(&c)
                || ('\u{900}'..='\u{94f}').contains(&c))
        })
        .unwrap_or(text.len());
    let (one, rest) = text.split_at_checked(end)?;
    // Han runs hold signs: `春季`.
    if let Some(season) = season(one).filter(|_| !matches!(one, "win" | "sum")) {
        tokens.push(Token::Month(season));
        return Some(rest);
    }
    // `كانون الثاني`
    let two_end = rest
        .trim_start()
        .find(|c: char| !c.is_alphabetic())
        .unwrap_or(rest.trim_start().len());
    if let Some(second) = rest.trim_start().get(..two_end)
        && !second.is_empty()
        && let Some(number) = month(&format!("{one} {second}"))
    {
        tokens.push(Token::Month(number));
        return rest.trim_start().get(two_end..);
    }
    if let Some(number) = month(one) {
        tokens.push(Token::Month(number));
        return Some(rest);
    }
    let lower = one.to_lowercase();
    if !rest.trim().is_empty()
        && matches!(tokens.last(), Some(Token::Month(_) | Token::Number(..)))
        && RANGES.contains(&lower.as_str())
    {
        tokens.push(Token::Dash);
        return Some(rest);
    }
    if SKIPPED.contains(&lower.as_str()) {
        return Some(rest);
    }
    // `2020年5月` glued behind letters is cut there.
    let cut = one
        .find(['年', '月', '日', '년', '월', '일'])
        .filter(|at| *at == 0)?;
    let sign = one.get(cut..)?.chars().next()?;
    tokens.push(match sign {
        '年' | '년' => Token::Year,
        '月' | '월' => Token::MonthSign,
        _ => Token::DaySign,
    });
    text.get(sign.len_utf8()..)
}

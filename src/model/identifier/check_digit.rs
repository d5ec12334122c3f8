//! Identifiers that carry a check digit: ISBN, ISSN, ORCID.

/// An ISBN whose check digit is right, digits only (`X` may end a ten-digit one): the first of
/// [`isbns`].
///
/// ```
/// use bibsift::model::identifier::isbn;
/// assert_eq!(isbn("ISBN 0-306-40615-2 (pbk.)").as_deref(), Some("0306406152"));
/// assert_eq!(isbn("0-306-40615-3"), None);
/// ```
///
/// Source: ISO 2108.
pub fn isbn(text: &str) -> Option<String> {
    isbns(text).into_iter().next()
}

/// All ISBNs in a text whose check digit is right, in order, each once; what stands between them
/// (labels, `(pbk.)`, separators) does not matter.
pub fn isbns(text: &str) -> Vec<String> {
    collect(text, |from| {
        take(from, 13, false)
            .filter(|(digits, _)| is_isbn13(digits))
            .or_else(|| take(from, 10, true).filter(|(digits, _)| is_isbn10(digits)))
    })
}

/// An ISSN whose check digit is right, as `1234-567X`: the first of [`issns`].
///
/// ```
/// use bibsift::model::identifier::issn;
/// assert_eq!(issn("0028-0837"), None);
/// assert_eq!(issn("20493630").as_deref(), Some("2049-3630"));
/// ```
///
/// Source: ISO 3297.
pub fn issn(text: &str) -> Option<String> {
    issns(text).into_iter().next()
}

/// All ISSNs in a text whose check digit is right, in order, each once.
pub fn issns(text: &str) -> Vec<String> {
    let found = collect(text, |from| {
        take(from, 8, true).filter(|(digits, _)| is_issn(digits))
    });
    found
        .into_iter()
        .filter_map(|digits| Some(format!("{}-{}", digits.get(..4)?, digits.get(4..)?)))
        .collect()
}

/// Whether `text` is an ISSN as [`issn`] would write it.
pub(crate) fn is_bare_issn(text: &str) -> bool {
    let formed = text.bytes().enumerate().all(|(at, byte)| match at {
        4 => byte == b'-',
        8 => byte.is_ascii_digit() || byte == b'X',
        _ => byte.is_ascii_digit(),
    });
    let halves = text.get(..4).zip(text.get(5..));
    text.len() == 9 && formed && halves.is_some_and(|(front, back)| is_issn_of(front, back))
}

/// Whether `text` is an ISBN as [`isbn`] would write it.
pub(crate) fn is_bare_isbn(text: &str) -> bool {
    let Some((check, digits)) = text.as_bytes().split_last() else {
        return false;
    };
    let digital = digits.iter().all(u8::is_ascii_digit);
    match digits.len() {
        12 => digital && check.is_ascii_digit() && is_isbn13(text),
        9 => digital && (check.is_ascii_digit() || *check == b'X') && is_isbn10(text),
        _ => false,
    }
}

/// An ORCID whose check digit is right, as `0000-0002-1825-0097`, alone or in an address.
///
/// Source: ISO/IEC 7064, MOD 11-2.
pub fn orcid(text: &str) -> Option<String> {
    let found = collect(text, |from| {
        take(from, 16, true).filter(|(digits, _)| is_orcid(digits))
    });
    let digits = found.first()?;
    let parts: Option<Vec<&str>> = (0..4).map(|i| digits.get(i * 4..i * 4 + 4)).collect();
    parts.map(|parts| parts.join("-"))
}

/// Tries `read` wherever a number may begin; a find is jumped over.
fn collect(text: &str, read: impl Fn(&str) -> Option<(String, usize)>) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut at = 0;
    let mut previous = ' ';
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        let begins = c.is_ascii_digit() && !previous.is_ascii_alphanumeric();
        // `ISBN0306406152`
        let behind_label = c.is_ascii_digit() && matches!(previous, 'N' | 'n');
        if (begins || behind_label)
            && let Some((number, used)) = text.get(at..).and_then(&read)
        {
            if !found.contains(&number) {
                found.push(number);
            }
            at += used;
            previous = '0';
            continue;
        }
        previous = c;
        at += c.len_utf8();
    }
    found
}

/// Takes exactly `count` digits off the front of `text`, hyphens or single spaces between them;
/// `X` may stand for the last. Gives the digits and how many bytes they took.
fn take(text: &str, count: usize, may_end_in_x: bool) -> Option<(String, usize)> {
    let mut digits = String::with_capacity(count);
    let mut after_separator = false;
    let mut used = 0;
    for (at, c) in text.char_indices() {
        if digits.len() == count {
            return (!c.is_ascii_alphanumeric()).then_some((digits, used));
        }
        match c {
            '0'..='9' => digits.push(c),
            'x' | 'X' if may_end_in_x && digits.len() + 1 == count => digits.push('X'),
            ' '
            | '\u{a0}'
            | '-'
            | '\u{ad}'
            | '\u{2010}'..='\u{2015}'
            | '\u{2212}'
            | '\u{fe63}'
            | '\u{ff0d}'
                if !after_separator =>
            {
                after_separator = true;
                continue;
            }
            _ => return None,
        }
        after_separator = false;
        used = at + c.len_utf8();
    }
    (digits.len() == count).then_some((digits, used))
}

/// The values of the digits, `X` as ten.
fn values(digits: &str) -> impl Iterator<Item = u32> + '_ {
    digits.chars().map(|c| c.to_digit(10).unwrap_or(10))
}

fn is_isbn13(digits: &str) -> bool {
    let sum: u32 = values(digits)
        .zip([1, 3].into_iter().cycle())
        .map(|(d, w)| d * w)
        .sum();
    (digits.starts_with("978") || digits.starts_with("979")) && sum.is_multiple_of(10)
}

fn is_isbn10(digits: &str) -> bool {
    let sum: u32 = values(digits).zip((1..=10).rev()).map(|(d, w)| d * w).sum();
    sum.is_multiple_of(11) && digits != "0000000000"
}

fn is_issn(digits: &str) -> bool {
    let halves = digits.split_at_checked(4);
    halves.is_some_and(|(front, back)| is_issn_of(front, back))
}

/// Whether the eight digits in two halves are an ISSN.
fn is_issn_of(front: &str, back: &str) -> bool {
    let digits = values(front).chain(values(back));
    let sum: u32 = digits.zip((1..=8).rev()).map(|(d, w)| d * w).sum();
    sum.is_multiple_of(11) && (front, back) != ("0000", "0000")
}

fn is_orcid(digits: &str) -> bool {
    let sum = values(digits).take(15).fold(0, |sum, d| (sum + d) * 2 % 11);
    digits.starts_with("000") && values(digits).last() == Some((12 - sum) % 11)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn isbn_forms() {
        for (text, found) in [
            ("9780306406157", vec!["9780306406157"]),
            ("978-0-306-40615-7", vec!["9780306406157"]),
            ("978\u{2013}0\u{2011}306 40615 7", vec!["9780306406157"]),
            (
                "ISBN-13: 978-0-306-40615-7; ISBN-10: 0-306-40615-2",
                vec!["9780306406157", "0306406152"],
            ),
            (
                "0306406152 9780306406157",
                vec!["0306406152", "9780306406157"],
            ),
            ("0-8044-2957-x (pbk.) : $20", vec!["080442957X"]),
            ("ISBN9780306406157", vec!["9780306406157"]),
            ("9780306406150", vec![]),
            ("0-306-40615-3", vec![]),
            ("0000000000", vec![]),
            ("97803064061579", vec![]),
            ("0028-0836", vec![]),
            ("", vec![]),
        ] {
            assert_eq!(isbns(text), found, "{text}");
        }
    }

    #[test]
    fn issn_forms() {
        for (text, found) in [
            ("0028-0836", vec!["0028-0836"]),
            ("0905-7161 (Print)\n0905-7161", vec!["0905-7161"]),
            ("1050124x", vec!["1050-124X"]),
            (
                "1476-4687 (Electronic) 0028-0836 (Linking)",
                vec!["1476-4687", "0028-0836"],
            ),
            ("0028-0837", vec![]),
            ("9780306406157", vec![]),
            ("20200305", vec![]),
        ] {
            assert_eq!(issns(text), found, "{text}");
        }
    }

    #[test]
    fn orcid_forms() {
        for text in [
            "0000-0002-1825-0097",
            "https://orcid.org/0000-0002-1825-0097",
            "0000000218250097",
        ] {
            assert_eq!(
                orcid(text).as_deref(),
                Some("0000-0002-1825-0097"),
                "{text}"
            );
        }
        assert_eq!(
            orcid("0000-0002-1694-233x").as_deref(),
            Some("0000-0002-1694-233X")
        );
        assert_eq!(orcid("0000-0002-1825-0098"), None);
    }

    #[test]
    fn hostile_text_is_linear() {
        assert!(isbns(&"12-".repeat(200_000)).len() < 20);
        assert!(issns(&"9".repeat(200_000)).is_empty());
    }

    proptest::proptest! {
        #[test]
        fn bare_numbers_are_those_that_come_out_as_they_went_in(
            text in "[0-9]{4}-[0-9]{3}[0-9X]|(978|97[0-9])?[0-9]{9}[0-9X]|[0-9Xx -]{8,14}|0000-0000|0{10}",
        ) {
            proptest::prop_assert_eq!(is_bare_issn(&text), issn(&text).as_deref() == Some(&*text));
            let isbn_length = matches!(text.len(), 10 | 13);
            let bare = isbn_length && isbn(&text).as_deref() == Some(&*text);
            proptest::prop_assert_eq!(is_bare_isbn(&text), bare);
        }
    }
}

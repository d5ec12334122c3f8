//! Page labels: `xii`, `S26`, `345.e7`, and what is an article number.

/// A page label in its parts: what stands before the last run of digits, that run, a letter
/// behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Label<'a> {
    /// `S`, `e`, `345.e`, `P1-`.
    pub(super) prefix: &'a str,
    /// The running number.
    pub(super) digits: &'a str,
    /// `A` of `333A`.
    pub(super) suffix: &'a str,
}

/// Takes a label apart; [`None`] where `text` is none. Roman numbers are all prefix.
pub(super) fn label(text: &str) -> Option<Label<'_>> {
    let well_formed = (1..=16).contains(&text.len())
        && text
            .bytes()
            .all(|b| b.is_ascii_alphanumeric() || b"._-:".contains(&b))
        && text.bytes().next()?.is_ascii_alphanumeric()
        && text.bytes().last()?.is_ascii_alphanumeric();
    if !well_formed {
        return None;
    }
    if is_roman(text) {
        return Some(Label {
            prefix: text,
            digits: "",
            suffix: "",
        });
    }
    let end = text.rfind(|c: char| c.is_ascii_digit())? + 1;
    let start = text
        .get(..end)?
        .rfind(|c: char| !c.is_ascii_digit())
        .map_or(0, |at| at + 1);
    let label = Label {
        prefix: text.get(..start)?,
        digits: text.get(start..end)?,
        suffix: text.get(end..)?,
    };
    // `345.e7`, `S26`, `iii12`, `P1-12`; a longer word is no part of a page label.
    let words_are_short = text
        .split(|c: char| !c.is_ascii_alphabetic())
        .all(|word| word.len() <= 3 || is_roman(word));
    // `23p` counts pages.
    (words_are_short && label.digits.len() <= 7 && label.suffix.len() <= 1 && label.suffix != "p")
        .then_some(label)
}

/// Whether `text` is a Roman number written in one case, well enough formed to be one.
pub(super) fn is_roman(text: &str) -> bool {
    let one_case = text.bytes().all(|b| b"ivxlcdm".contains(&b))
        || text.bytes().all(|b| b"IVXLCDM".contains(&b));
    if text.is_empty() || text.len() > 12 || !one_case {
        return false;
    }
    let value = |b: u8| match b.to_ascii_lowercase() {
        b'i' => 1,
        b'v' => 5,
        b'x' => 10,
        b'l' => 50,
        b'c' => 100,
        b'd' => 500,
        _ => 1000,
    };
    let values: Vec<u16> = text.bytes().map(value).collect();
    // A smaller number stands before a larger one only alone and as its fifth or tenth.
    let order = values.windows(2).all(|pair| match pair {
        [a, b] => a >= b || (*a * 5 == *b || *a * 10 == *b) && [1, 10, 100].contains(a),
        _ => true,
    });
    let no_double = values.windows(3).all(|three| match three {
        [a, b, c] => !(a == b && b < c || a < b && a == c),
        _ => true,
    });
    let no_five = values.windows(4).all(|four| {
        four.iter().any(|v| Some(v) != four.first())
            || four.first() == Some(&1)
            || four.first() == Some(&1000)
    });
    order && no_double && no_five
}

/// Whether `text` is an article number rather than a page: `e1638`, `105234`, `CD007731`,
/// `Article 109005`, `art. no. e1123`. One letter before few digits (`S133`, `A254`) is a page of
/// a supplement, `e` before few digits an article.
///
/// ```
/// use bibsift::model::is_article_number;
/// assert!(is_article_number("e1638") && is_article_number("105234"));
/// assert!(!is_article_number("S133") && !is_article_number("12-15"));
/// ```
pub fn is_article_number(text: &str) -> bool {
    let text = text.trim();
    let bare = strip_article_word(text);
    if bare.len() != text.len() {
        return bare.len() <= 24
            && bare.bytes().any(|b| b.is_ascii_digit())
            && !bare.contains(char::is_whitespace);
    }
    let Some(Label {
        prefix,
        digits,
        suffix,
    }) = label(text)
    else {
        return false;
    };
    match prefix {
        "" => digits.len() >= 6 && suffix.is_empty(),
        "e" | "E" => !digits.is_empty(),
        _ if prefix.bytes().all(|b| b.is_ascii_alphabetic()) => match prefix.len() {
            1 => digits.len() >= 5,
            // `vii123` is a page in a journal's part; `CD007731` is not Roman.
            _ => {
                digits.len() >= 4
                    && !(is_roman(prefix) && prefix.bytes().all(|b| b.is_ascii_lowercase()))
            }
        },
        _ => false,
    }
}

/// `text` without the word that says that an article number follows.
pub(super) fn strip_article_word(text: &str) -> &str {
    const WORDS: &[&str] = &[
        "article number",
        "article no",
        "article id",
        "article",
        "art. no",
        "art.no",
        "art no",
        "artn",
        "art.",
        "文章编号",
        "id",
    ];
    for word in WORDS {
        let Some((head, rest)) = text.split_at_checked(word.len()) else {
            continue;
        };
        let rest = rest.trim_start_matches(['.', ':', '：']);
        if head.eq_ignore_ascii_case(word)
            && (rest.starts_with(char::is_whitespace) || !word.is_ascii())
        {
            return rest.trim().trim_end_matches(['.', ',', ' ']);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers() {
        for text in ["i", "iv", "xii", "XIV", "xlviii", "mcmxc", "viii", "ix"] {
            assert!(is_roman(text), "{text}");
        }
        for text in ["", "iiv", "vx", "ivi", "Xi", "e", "xxxxx", "abc", "ic"] {
            assert!(!is_roman(text), "{text}");
        }
    }

    #[test]
    fn article_numbers() {
        for text in [
            "e1638",
            "105234",
            "e0123456",
            "CD007731",
            "Cd007731",
            "Article 109005",
            "art. no. e1123, .",
            "061102",
            "E2100",
            "L012345",
            "Article ID 12",
            "e12",
            "w20032",
            "100890J100",
        ] {
            assert_eq!(is_article_number(text), text != "100890J100", "{text}");
        }
        for text in [
            "12",
            "S133",
            "A254",
            "A1234",
            "12-15",
            "e12-e15",
            "xii",
            "",
            "72+",
            "iii12",
            "articles 3",
            "c1234",
        ] {
            assert!(!is_article_number(text), "{text}");
        }
    }
}

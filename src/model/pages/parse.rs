//! Reading pages as printed.

use compact_str::{CompactString, ToCompactString, format_compact};

use super::label::{is_article_number, is_roman, label};
use super::{LastPage, PageRange, Pages};

/// What introduces pages, longest first where one begins another. Lower case.
const WORDS: &[&str] = &[
    "pages",
    "page",
    "pgs",
    "pag",
    "págs",
    "pág",
    "pp",
    "pg",
    "p",
    "seiten",
    "seite",
    "ss",
    "s",
    "стор",
    "стр",
    "сс",
    "с",
    "σσ",
    "σ",
    "sayfa",
    "hlm",
    "hal",
    "str",
    "sid",
    "bl",
    "blz",
    "oldal",
    "頁",
    "页",
    "页码",
    "页数",
    "쪽",
    "面",
    "第",
    "ページ",
];

/// What may stand behind the number.
const COUNTERS: &[&str] = &["页", "頁", "ページ", "쪽", "면", "面"];

/// Longer texts are no pages.
pub(super) const LONGEST: usize = 400;

/// See [`Pages::parse`].
pub(super) fn pages(text: &str) -> Option<Pages> {
    if text.len() > LONGEST {
        return None;
    }
    if let Some(pages) = Pages::plain(text) {
        return Some(pages);
    }
    let text = trim(text);
    let text = strip_words(text);
    if let Some(range) = spreadsheet_date(text) {
        return Some(Pages {
            ranges: vec![range],
        });
    }
    if text.contains("E+") && text.parse::<f64>().is_ok() {
        // A spreadsheet took it for a number.
        return None;
    }
    let mut ranges: Vec<PageRange> = Vec::new();
    let mut rest = text;
    while !rest.is_empty() {
        let (piece, after) = next_piece(rest);
        let range = range(strip_words(trim(piece)))?;
        ranges.push(range);
        rest = after;
    }
    if let [only] = ranges.as_slice()
        && only.last == LastPage::None
        && is_article_number(&only.first)
    {
        return None;
    }
    (!ranges.is_empty()).then_some(Pages { ranges })
}

/// `757--782`, as most pages are: two numbers and hyphens or one dash.
pub(super) fn plain_range(text: &str) -> Option<PageRange> {
    let is_number =
        |part: &str| (1..=7).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let (first, rest) = text.split_at_checked(text.bytes().position(|b| !b.is_ascii_digit())?)?;
    let last = rest
        .strip_prefix('–')
        .unwrap_or_else(|| rest.trim_start_matches('-'));
    if !is_number(first) || !is_number(last) {
        return None;
    }
    Some(PageRange {
        first: first.into(),
        last: LastPage::At(filled_up(first, last, true)?),
    })
}

/// Drops white space, outer brackets and a final stop.
fn trim(text: &str) -> &str {
    if let [first, .., last] = text.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
    {
        return text;
    }
    let text = text.trim_matches(|c: char| c.is_whitespace() || ",;:：，。.".contains(c));
    let text = if text.contains(['(', '[']) {
        text
    } else {
        text.trim_end_matches([')', ']', '.'])
    };
    let inner = text
        .strip_prefix('(')
        .and_then(|inner| inner.strip_suffix(')'))
        .or_else(|| {
            text.strip_prefix('[')
                .and_then(|inner| inner.strip_suffix(']'))
        });
    inner
        .map_or(text, str::trim)
        .trim_matches(|c: char| c.is_whitespace() || ",;:.".contains(c))
}

/// Drops the words for page before and the counters behind the numbers.
fn strip_words(text: &str) -> &str {
    let mut text = text;
    // No counter is in ASCII, and no word begins with a digit.
    let bare = text.as_bytes().last().is_some_and(u8::is_ascii);
    for counter in COUNTERS.iter().filter(|_| !bare) {
        if let Some(rest) = text.strip_suffix(counter) {
            text = rest.trim_end();
        }
    }
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return text;
    }
    for word in WORDS {
        let Some(rest) = strip_word(text, word) else {
            continue;
        };
        let trimmed = rest.trim_start_matches(|c: char| c.is_whitespace() || ".:：".contains(c));
        // `S26` and `p5` are labels of their own, `S. 26` and `pp26` are not.
        let parted = trimmed.len() < rest.len() || !word.is_ascii() || word.len() > 1;
        let number_follows = trimmed
            .chars()
            .next()
            .is_some_and(|c| c.is_ascii_alphanumeric());
        if parted
            && number_follows
            && (trimmed.len() < rest.len() || trimmed.starts_with(|c: char| c.is_ascii_digit()))
        {
            return trimmed;
        }
    }
    text
}

fn strip_word<'a>(text: &'a str, word: &str) -> Option<&'a str> {
    let mut wanted = word.chars();
    let mut rest = text.char_indices();
    loop {
        let Some(w) = wanted.next() else {
            return Some(rest.as_str());
        };
        let (_, c) = rest.next()?;
        if !c.to_lowercase().eq([w]) {
            return None;
        }
    }
}

/// Cuts the first piece off a list. `+` between two numbers continues a list as the comma does.
fn next_piece(text: &str) -> (&str, &str) {
    let mut previous_digit = false;
    for (at, c) in text.char_indices() {
        let rest = text.get(at + c.len_utf8()..).unwrap_or_default();
        let cuts = match c {
            ',' | ';' | '，' | '；' | '、' | '&' => true,
            '+' => {
                previous_digit
                    && rest
                        .trim_start()
                        .starts_with(|c: char| c.is_ascii_alphanumeric())
            }
            _ => false,
        };
        if cuts {
            return (text.get(..at).unwrap_or_default(), rest.trim());
        }
        previous_digit = c.is_ascii_alphanumeric();
    }
    (text, "")
}

fn is_dash(c: char) -> bool {
    matches!(
        c,
        '-' | '\u{ad}' | '\u{2010}'
            ..='\u{2015}'
                | '\u{2212}'
                | '\u{2e3a}'
                | '\u{fe58}'
                | '\u{fe63}'
                | '\u{ff0d}'
                | '~'
                | '～'
                | '〜'
                | '∼'
                | '一'
                | 'ー'
                | '\u{96}'
    )
}

/// Reads one range or one page.
fn range(text: &str) -> Option<PageRange> {
    let open = text
        .strip_suffix('+')
        .or_else(|| text.strip_suffix("ff."))
        .or_else(|| text.strip_suffix("ff"))
        .or_else(|| text.strip_suffix("sqq"));
    if let Some(first) = open {
        let first = first.trim_end_matches(|c: char| is_dash(c) || c.is_whitespace() || c == '/');
        let first = page(first)?;
        return Some(PageRange {
            first,
            last: LastPage::Open,
        });
    }
    // `190-`: the end was left out.
    let text = text.trim_end_matches(|c: char| is_dash(c) || c.is_whitespace());
    let Some((first, last)) = split_range(text) else {
        return Some(PageRange {
            first: page(text)?,
            last: LastPage::None,
        });
    };
    let (first, last) = (page(first)?, page(last)?);
    let last = expand(&first, &last)?;
    Some(PageRange {
        first,
        last: LastPage::At(last),
    })
}

/// The two sides of a range.
fn split_range(text: &str) -> Option<(&str, &str)> {
    // `451?454`: a dash that a wrong encoding lost.
    let dash = |c: char| is_dash(c) || matches!(c, '?' | '\u{1390}' | '\u{fffd}');
    let at = text.find(dash).or_else(|| text.find('/'))?;
    let (first, rest) = text.split_at_checked(at)?;
    let last = rest.trim_start_matches(|c: char| dash(c) || c == '/' || c.is_whitespace());
    let separator = rest.get(..rest.len() - last.len())?;
    // A single `/` alone parts pages where spaces stand around it, or between whole numbers.
    let well = !separator.contains('/')
        || separator.contains(' ')
        || first.bytes().all(|b| b.is_ascii_digit()) && last.bytes().all(|b| b.is_ascii_digit());
    (well && !first.trim().is_empty() && !last.is_empty()).then_some((first.trim_end(), last))
}

/// A single page label, its inner spaces closed (`S 912`, `345 e7`).
fn page(text: &str) -> Option<CompactString> {
    let text = trim(text);
    let text = strip_words(text);
    if text.contains(is_dash) {
        return None;
    }
    let closed: CompactString = if text.contains(' ') {
        let mut parts = text.split(' ');
        let (head, tail) = (parts.next()?, parts.next()?);
        let letter_side =
            |part: &str| part.len() <= 3 && part.bytes().any(|b| b.is_ascii_alphabetic());
        if parts.next().is_some()
            || !(letter_side(head) || letter_side(tail) && tail.starts_with(['e', 'E']))
        {
            return None;
        }
        if head.bytes().all(|b| b.is_ascii_digit()) {
            format_compact!("{head}.{tail}")
        } else {
            format_compact!("{head}{tail}")
        }
    } else {
        text.into()
    };
    label(&closed)?;
    Some(closed)
}

/// The last page in full: what the first page has and the last leaves out is carried over.
fn expand(first: &str, last: &str) -> Option<CompactString> {
    let (one, two) = (label(first)?, label(last)?);
    if one.digits.is_empty() || two.digits.is_empty() {
        // Roman to Roman, or a Roman preface running into the text.
        return (is_roman(first) || is_roman(last)).then(|| last.into());
    }
    let carried = two.prefix.is_empty() && !one.prefix.is_empty();
    // `345.e1-7`: the whole front is carried; `1-e4` and others stay as found.
    let prefix = if carried { one.prefix } else { two.prefix };
    let alike = prefix.eq_ignore_ascii_case(one.prefix);
    let suffix = two.suffix;
    let digits = filled_up(one.digits, two.digits, alike)?;
    // An article number pages begin with (`105234-12`) is no reason to carry.
    Some(format_compact!("{prefix}{digits}{suffix}"))
}

/// The last number, with the digits it leaves out if it is of the same kind as the first.
fn filled_up(first: &str, last: &str, alike: bool) -> Option<CompactString> {
    let longer = first.len().checked_sub(last.len());
    Some(match longer {
        Some(missing) if missing > 0 && alike => {
            let mut full = CompactString::from(first.get(..missing)?);
            full.push_str(last);
            // `557-60` is 560; `98-3` runs backwards however it is read.
            if number(&full) > number(first) {
                full
            } else {
                last.into()
            }
        }
        _ => last.into(),
    })
}

fn number(digits: &str) -> u64 {
    digits.parse().unwrap_or(0)
}

/// What a spreadsheet made of a short range: `06-Oct` is 6-10, `Jan-47` is 1-47.
fn spreadsheet_date(text: &str) -> Option<PageRange> {
    const MONTHS: [&str; 12] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ];
    let (first, last) = text.split_once('-')?;
    let month = |word: &str| {
        MONTHS
            .iter()
            .position(|m| word.eq_ignore_ascii_case(m))
            .map(|at| at + 1)
    };
    let day = |digits: &str| {
        (digits.len() <= 2 && !digits.is_empty())
            .then(|| digits.parse::<usize>().ok())
            .flatten()
    };
    let (first, last) = match (month(first), month(last)) {
        (Some(month), None) => (month, day(last)?),
        (None, Some(month)) => (day(first)?, month),
        _ => return None,
    };
    let first = first.to_compact_string();
    // `20-Apr` was 20-4, short for 20-24.
    let last = expand(&first, &last.to_string())?;
    let forward = number(&first) > 0 && number(&first) <= number(&last);
    forward.then_some(PageRange {
        first,
        last: LastPage::At(last),
    })
}

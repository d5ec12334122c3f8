//! [`Numbers`]: year, volume, issue and pages, from the run of numbers that ends a citation.

use std::cell::RefCell;

use super::draft::Draft;
use super::lines::{is_wide, is_year};
use super::memo::{self, Memo, Moved};
use super::tokens::{Kind, Part, Token, tokens};
use crate::model::Field;
use crate::source::Span;

/// What a run of numbers says.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq)]
pub(super) struct Numbers {
    /// The year, with month and day where they stand beside it.
    pub(super) year: Span,
    /// The volume.
    pub(super) volume: Span,
    /// The issue.
    pub(super) issue: Span,
    /// The pages or the article number.
    pub(super) pages: Span,
    /// Where the run begins and ends in the source.
    pub(super) run: Span,
}

impl Numbers {
    /// How many of the four parts are there.
    pub(super) fn parts(&self) -> usize {
        [self.year, self.volume, self.issue, self.pages]
            .iter()
            .filter(|span| !span.is_empty())
            .count()
    }

    /// Adds the parts to a record that does not have them. A single number with letters before it
    /// is an article number.
    pub(super) fn add_to(&self, text: &str, draft: &mut Draft) {
        draft.add_first(Field::Date, self.year);
        draft.add_first(Field::Volume, self.volume);
        draft.add_first(Field::Number, self.issue);
        let pages = self.pages.of(text);
        let article = (pages.starts_with('e') || pages.starts_with("CD"))
            && pages.bytes().skip(2).all(|b| b.is_ascii_digit());
        if !article {
            draft.add_first(Field::Pages, self.pages);
        } else if !draft.has(Field::Pages) {
            draft.add_first(Field::Eid, self.pages);
        }
    }
}

/// Reads the run of numbers in `span` that says most; of two that say as much, the later. A run
/// ends at any word that is neither a month nor tells what a number is. Forms read, in any
/// mixture: `38 (04) : 336 - 341`, `2021;27:e1638`, `Vol. 5, No. 2, pp. 1-8, May 2015`,
/// `88, 1012–1019 (2017)`, `2017 年 21 巻 1 号 p. 1-10`, `2015. – № 5. – С. 166–170`, `42.1 (2011): 53-88`.
pub(super) fn numbers(text: &str, span: Span) -> Numbers {
    thread_local! {
        static NUMBERS: RefCell<Memo<Numbers>> = const { RefCell::new(Memo::new()) };
    }
    if !span.of(text).bytes().any(|b| b.is_ascii_digit()) {
        return Numbers::default();
    }
    memo::ask(&NUMBERS, text, span, read)
}

impl Moved for Numbers {
    fn moved(self, by: u32) -> Self {
        Self {
            year: self.year.moved(by),
            volume: self.volume.moved(by),
            issue: self.issue.moved(by),
            pages: self.pages.moved(by),
            run: self.run.moved(by),
        }
    }
}

fn read(text: &str, span: Span) -> Numbers {
    let inner = span.of(text);
    let all = tokens(inner);
    let mut best = Numbers::default();
    let mut after = Span::default();
    let mut paged = Span::default();
    for run in all.split(|token| token.kind == Kind::Word) {
        let run = without_count(inner, run);
        if !run.iter().any(is_number) {
            continue;
        }
        let found = assign(inner, run, span.start as usize);
        let only_pages = found.parts() == 1 && !found.pages.is_empty();
        let marked = run
            .iter()
            .any(|token| token.kind == Kind::Before(Part::Pages));
        if only_pages && marked && paged.is_empty() {
            paged = found.pages;
        }
        if found.parts() > 0 && found.parts() >= best.parts() {
            best = found;
            after = Span::default();
        } else if after.is_empty() {
            after = found.year;
        }
    }
    // `vol.35 no.3 Madrid jul. 2019`: a town between issue and year.
    if best.year.is_empty() && !best.volume.is_empty() && !best.issue.is_empty() {
        best.year = after;
    }
    // `Tome 92, numéro 3, 1985. Moulins. pp. 233-251.`
    if best.pages.is_empty() && best.parts() >= 2 && paged.start > best.run.end {
        best.pages = paged;
    }
    best
}

/// A run without the number that counts pages behind it: `vol. 3, 2021, 8 pages`.
fn without_count<'r>(inner: &str, run: &'r [Token]) -> &'r [Token] {
    let Some((last, before)) = run.split_last() else {
        return run;
    };
    let rest = inner[last.end..].trim_start();
    // `1994, 301p.`
    let last_words = &inner[last.start..last.end];
    let extent = last_words
        .strip_suffix('p')
        .is_some_and(|count| count.len() >= 2 && count.bytes().all(|b| b.is_ascii_digit()));
    if extent && !before.is_empty() {
        return before;
    }
    let counts = last.kind == Kind::Number
        && !before.is_empty()
        && ["pages", "p.", "pp.", "с.", "стр", "Seiten", "págs"]
            .iter()
            .any(|word| rest.starts_with(word))
        && !rest
            .trim_start_matches(char::is_alphabetic)
            .trim_start_matches(['.', ' '])
            .starts_with(|c: char| c.is_ascii_digit());
    if counts { before } else { run }
}

fn is_number(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Number | Kind::Range | Kind::Digits | Kind::Joined
    )
}

fn assign(inner: &str, run: &[Token], base: usize) -> Numbers {
    let of = |token: &Token| &inner[token.start..token.end];
    let span = |token: &Token| Span::new(base + token.start, base + token.end);
    let mut out = Numbers::default();
    let Some(first) = run.iter().position(|t| !matches!(t.kind, Kind::Mark(_))) else {
        return out;
    };
    let first = if first > 0 && matches!(run[first - 1].kind, Kind::Mark('(' | '（')) {
        first - 1
    } else {
        first
    };
    let mut parts: Vec<Option<Part>> = vec![None; run.len()];
    let mut total_number = None;
    let mut pending = None;
    // `C. 5, S. 33/4, s. 159-170`: in Turkish the capitals stand for volume and issue.
    let paged = run.iter().rposition(|token| {
        token.kind == Kind::Before(Part::Pages) && matches!(of(token), "s" | "ss")
    });
    for (at, token) in run.iter().enumerate() {
        match token.kind {
            Kind::Before(Part::Pages) if of(token) == "S" && paged.is_some_and(|s| s > at) => {
                pending = Some(Part::Issue);
            }
            Kind::Before(Part::Pages) if of(token) == "C" && paged.is_some_and(|s| s > at) => {
                pending = Some(Part::Volume);
            }
            Kind::Before(part) => pending = Some(part),
            Kind::After(part) => {
                // `卷6` says what the number after it is; `年,卷(期):` only heads a list.
                let before = at.checked_sub(1).filter(|&b| is_number(&run[b]));
                match before {
                    // `共6页` counts pages.
                    Some(before) if parts[before] == Some(Part::Other) => {}
                    Some(before) => parts[before] = Some(part),
                    // In `번호 220` the sign is a part of a word.
                    None if inner[..token.start].ends_with(is_wide) => {}
                    None => pending = run.get(at + 1).filter(|t| is_number(t)).map(|_| part),
                }
            }
            Kind::Month | Kind::Mark(',' | ';' | '，' | '；') => pending = None,
            _ if is_number(token) => {
                if let Some(part) = pending.take() {
                    parts[at] = Some(part);
                    if part == Part::Issue {
                        total_number = Some(at);
                    }
                }
            }
            _ => {}
        }
    }
    let next = |at: usize| run.get(at + 1).map(|t| t.kind);
    let prev = |at: usize| at.checked_sub(1).and_then(|b| run.get(b)).map(|t| t.kind);
    let bracketed = |at: usize| {
        matches!(prev(at), Some(Kind::Mark('(' | '（' | '[')))
            && matches!(next(at), Some(Kind::Mark(')' | '）' | ']')))
    };
    // `21:2 (2014): 133–150`: the pages stand behind the year.
    for (at, window) in run.windows(8).enumerate() {
        let kinds = [0, 1, 2, 3, 5, 6].map(|n| window[n].kind);
        let issued = matches!(
            kinds,
            [
                Kind::Number,
                Kind::Mark(':'),
                Kind::Number,
                Kind::Mark('('),
                Kind::Mark(')'),
                Kind::Mark(':' | ',')
            ]
        );
        if issued && is_year(of(&window[4])) && is_number(&window[7]) {
            parts[at] = Some(Part::Volume);
            parts[at + 2] = Some(Part::Issue);
        }
    }
    for at in 0..run.len() {
        let day = run[at].kind == Kind::Number
            && run[at].end - run[at].start <= 2
            && parts[at].is_none()
            && (prev(at) == Some(Kind::Month) || next(at) == Some(Kind::Month));
        if day {
            parts[at] = Some(Part::Other);
        }
    }
    // `Apr 13-17, 2018`: the days of a meeting.
    for at in 1..run.len() {
        let days = run[at].kind == Kind::Range
            && of(&run[at]).len() <= 5
            && parts[at].is_none()
            && prev(at) == Some(Kind::Month)
            && matches!(next(at), Some(Kind::Mark(',')))
            && run.get(at + 2).is_some_and(|token| is_year(of(token)));
        if days {
            parts[at] = Some(Part::Other);
        }
    }
    // The year: stated, dated, bracketed, first, or last.
    let candidates: Vec<usize> = (0..run.len())
        .filter(|&at| {
            let digits = of(&run[at]).get(..4).unwrap_or_default();
            let kind_fits = match run[at].kind {
                Kind::Number => of(&run[at]).len() == 4,
                Kind::Digits => true,
                _ => false,
            };
            kind_fits && is_year(digits) && matches!(parts[at], None | Some(Part::Year))
        })
        .collect();
    let numbers_in: Vec<usize> = (0..run.len()).filter(|&at| is_number(&run[at])).collect();
    let year = candidates
        .iter()
        .find(|&&at| parts[at] == Some(Part::Year))
        .or_else(|| {
            candidates.iter().find(|&&at| {
                // `(Jan. 1999)`
                let abbreviated =
                    prev(at) == Some(Kind::Mark('.')) && at >= 2 && run[at - 2].kind == Kind::Month;
                next(at) == Some(Kind::Month)
                    || abbreviated
                    || prev(at) == Some(Kind::Month)
                    || run[at].kind == Kind::Digits
            })
        })
        .or_else(|| candidates.iter().find(|&&at| bracketed(at)))
        .or_else(|| {
            candidates
                .iter()
                .find(|&&at| prev(at) == Some(Kind::Mark('|')))
        })
        .or_else(|| {
            candidates
                .first()
                .filter(|at| numbers_in.first() == Some(at))
        })
        .or_else(|| candidates.last().filter(|at| numbers_in.last() == Some(at)))
        .or_else(|| {
            // `Volume 28, 2019 - Issue 3`: the only number that could be a year and has no name.
            let named = parts
                .iter()
                .any(|part| matches!(part, Some(Part::Volume | Part::Issue)));
            candidates
                .first()
                .filter(|at| named && candidates.len() == 1 && parts[**at].is_none())
        })
        .copied();
    if let Some(at) = year {
        parts[at] = Some(Part::Year);
        let mut to = at;
        // `2009 Jul 21` is one date.
        while matches!(next(to), Some(Kind::Month))
            || (next(to) == Some(Kind::Number)
                && run[to].kind == Kind::Month
                && parts[to + 1] == Some(Part::Other))
        {
            to += 1;
        }
        out.year = Span::new(base + run[at].start, base + run[to].end);
    }
    for (at, token) in run.iter().enumerate() {
        match (token.kind, parts[at]) {
            // `Volume 12 - 2021`
            (Kind::Range, Some(Part::Volume))
                if out.volume.is_empty()
                    && out.year.is_empty()
                    && of(token)
                        .get(of(token).len().saturating_sub(4)..)
                        .is_some_and(is_year) =>
            {
                let digits = of(token).bytes().take_while(u8::is_ascii_digit).count();
                let start = base + token.start;
                out.volume = Span::new(start, start + digits);
                out.year = Span::new(base + token.end - 4, base + token.end);
            }
            (_, Some(Part::Volume)) if out.volume.is_empty() => out.volume = span(token),
            (_, Some(Part::Issue)) if out.issue.is_empty() => out.issue = span(token),
            (_, Some(Part::Pages)) if out.pages.is_empty() => out.pages = span(token),
            (Kind::Joined, None) => {
                let cut = of(token).find(['.', '/']).unwrap_or(0);
                let (a, b) = (&of(token)[..cut], &of(token)[cut + 1..]);
                let left = Span::new(base + token.start, base + token.start + cut);
                let right = Span::new(base + token.start + cut + 1, base + token.end);
                let month = b.len() == 2 && ("01"..="12").contains(&b);
                if is_year(a) && out.year.is_empty() && month && !out.issue.is_empty() {
                    // `제14권 제2호 2016.12`
                    out.year = left;
                } else if is_year(a) && out.year.is_empty() && of(token).contains('/') {
                    // `2017/2 (Vol. 8)`
                    (out.year, out.issue) = (left, right);
                } else if is_year(a) && out.year.is_empty() {
                    (out.year, out.volume) = (left, right);
                } else if is_year(b) && out.year.is_empty() {
                    (out.issue, out.year) = (left, right);
                } else if of(token).contains('/') {
                    out.issue = span(token);
                } else if matches!(next(at), Some(Kind::Mark('(' | '（' | ','))) {
                    (out.volume, out.issue) = (left, right);
                }
            }
            _ => {}
        }
    }
    // `2019, 03, v.36;No.129`: the number after the year is the issue, `No.` counts all issues.
    if let (Some(total), Some(year)) = (total_number, year) {
        let issue = run
            .get(year + 2)
            .filter(|t| t.kind == Kind::Number && t.end - t.start == 2);
        if let Some(issue) = issue.filter(|_| total > year + 2)
            && parts[year + 2].is_none()
        {
            out.issue = span(issue);
            parts[year + 2] = Some(Part::Other);
        }
    }
    // `9(1), 12-20, 2020-11`: year and month behind the pages.
    if out.year.is_empty()
        && let Some(&last) = numbers_in.last()
        && parts[last].is_none()
        && run[last].kind == Kind::Range
        && numbers_in.len() >= 3
        && is_year_and_month(of(&run[last]))
        && (run[..last].iter().any(|token| token.kind == Kind::Range)
            || numbers_in.len() >= 4
            || run[..last]
                .iter()
                .zip(&parts)
                .any(|(token, _)| of(token).starts_with('e')))
    {
        let from = base + run[last].start;
        out.year = Span::new(from, from + 4);
        parts[last] = Some(Part::Year);
    }
    let marked_pages = !out.pages.is_empty();
    for (at, token) in run.iter().enumerate() {
        if !matches!(token.kind, Kind::Number | Kind::Range) || parts[at].is_some() {
            continue;
        }
        let lettered = of(token).starts_with(|c: char| c.is_ascii_alphabetic());
        let after_colon = matches!(prev(at), Some(Kind::Mark(':' | '：')));
        // `12 | 2015`: the bar stands between issue and year.
        // `62 | mars 2014`
        let barred = next(at) == Some(Kind::Mark('|'))
            && (year == Some(at + 2)
                || year == Some(at + 3) && run.get(at + 2).is_some_and(|t| t.kind == Kind::Month));
        if bracketed(at) || barred {
            if out.issue.is_empty() {
                out.issue = span(token);
            }
        } else if token.kind == Kind::Range
            && !out.volume.is_empty()
            && out.issue.is_empty()
            && year.is_some_and(|year| year == at + 2)
            && range_follows(run, &parts, at)
        {
            // `16, 2-4 (2001), 97–166`
            out.issue = span(token);
        } else if after_colon || token.kind == Kind::Range || (lettered && out.pages.is_empty()) {
            if out.pages.is_empty() {
                out.pages = span(token);
            }
        } else if out.volume.is_empty() && (out.pages.is_empty() || marked_pages) {
            out.volume = span(token);
        } else if out.issue.is_empty() && !marked_pages && range_follows(run, &parts, at) {
            // `59, 236 (1950), 433–460`
            out.issue = span(token);
        } else if out.pages.is_empty() {
            out.pages = span(token);
        } else if out.issue.is_empty() && marked_pages {
            out.issue = span(token);
        }
    }
    let last = run.last().map_or(0, |token| token.end);
    out.run = Span::new(base + run[first].start, base + last);
    out
}

/// `2020-11`, whose second part is a month in two digits.
fn is_year_and_month(words: &str) -> bool {
    words.len() == 7
        && words.get(..4).is_some_and(is_year)
        && words.get(4..5) == Some("-")
        && words
            .get(5..)
            .is_some_and(|month| ("01"..="12").contains(&month))
}

/// Whether a range that is nothing else yet stands behind token `at`.
fn range_follows(run: &[Token], parts: &[Option<Part>], at: usize) -> bool {
    run.iter()
        .zip(parts)
        .skip(at + 1)
        .any(|(token, part)| token.kind == Kind::Range && part.is_none())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> [&str; 4] {
        let n = numbers(text, Span::new(0, text.len()));
        [n.year, n.volume, n.issue, n.pages].map(|s| s.of(text))
    }

    #[test]
    fn one_reading_fits_the_tails_of_many_styles() {
        for (text, parts) in [
            (
                "J, 2015, 38 (04) : 336 - 341",
                ["2015", "38", "04", "336 - 341"],
            ),
            ("HEALTHCARE, 2024, 12 (02)", ["2024", "12", "02", ""]),
            (
                "W PSYCHIATRY, 2016, 15 (01): : 13 - 20",
                ["2016", "15", "01", "13 - 20"],
            ),
            ("J, 2000, 177 : 4 - 7", ["2000", "177", "", "4 - 7"]),
            ("J, 2020, : 1041 - 1046", ["2020", "", "", "1041 - 1046"]),
            (
                "2009 Jul 21;6(7):e1000097",
                ["2009 Jul 21", "6", "7", "e1000097"],
            ),
            ("2013;(3):CD004807", ["2013", "", "3", "CD004807"]),
            (
                "Nervenarzt 88, 1012–1019 (2017).",
                ["2017", "88", "", "1012–1019"],
            ),
            ("J. Small Stat. 4 (2022) 11-19", ["2022", "4", "", "11-19"]),
            ("Sensors 2022, 22(12), 4397", ["2022", "22", "12", "4397"]),
            (
                "Nature, vol. 521, no. 7553, pp. 436-444, May 2015",
                ["2015", "521", "7553", "436-444"],
            ),
            (
                "护理学杂志 36.09(2021):78-81",
                ["2021", "36", "09", "78-81"],
            ),
            ("年,卷(期):2024.51(4)", ["2024", "51", "4", ""]),
            ("2024年第1期1-5,13,共6页", ["2024", "", "1", "1-5"]),
            ("2017 年 21 巻 1 号 p. 1-10", ["2017", "21", "1", "1-10"]),
            ("2017 Volume 37 Pages 10-17", ["2017", "37", "", "10-17"]),
            ("2025,Vol.61Issue(11):1-21,21", ["2025", "61", "11", "1-21"]),
            ("2019, 03, v.36;No.129 28-36", ["2019", "36", "03", "28-36"]),
            ("2013. Т. 6, № 44. С. 1–9", ["2013", "6", "44", "1–9"]),
            ("– 2015. – № 5. – С. 166–170", ["2015", "", "5", "166–170"]),
            ("v60 n2 p187-200 2018", ["2018", "60", "2", "187-200"]),
            (
                "66卷6期（2019 / 12 / 01）",
                ["2019 / 12 / 01", "66", "6", ""],
            ),
            ("J 42.1 (2011): 53-88", ["2011", "42", "1", "53-88"]),
            (
                "in Politix, 10, 39 (1997), pp. 65-85",
                ["1997", "10", "39", "65-85"],
            ),
            ("2/2015 (Tome 21)", ["2015", "21", "2", ""]),
            ("J 26 (2), 301-322, 2001", ["2001", "26", "2", "301-322"]),
            (
                "( Volume: 16, Issue: 7, July 2020)",
                ["2020", "16", "7", ""],
            ),
        ] {
            assert_eq!(read(text), parts, "{text}");
        }
    }
}

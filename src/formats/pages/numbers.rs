//! [`Numbers`]: year, volume, issue and pages, from the run of numbers that ends a citation.

use std::cell::RefCell;

use super::draft::Draft;
use super::memo::{self, Memo, Moved};
use super::number_run::Run;
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
        let found = Run::of(inner, run, span.start as usize).numbers();
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

pub(super) fn is_number(token: &Token) -> bool {
    matches!(
        token.kind,
        Kind::Number | Kind::Range | Kind::Digits | Kind::Joined
    )
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

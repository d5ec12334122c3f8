//! Which numbers of a [`Run`] make its date.

use super::lines::is_year;
use super::number_run::Run;
use super::tokens::{Kind, Part};
use crate::source::Span;

impl Run<'_> {
    /// Days of the month, which are none of the four parts.
    pub(super) fn find_days(&mut self) {
        for at in 0..self.tokens.len() {
            let length = self.words(at).len();
            let after_month = self.prev(at) == Some(Kind::Month);
            let day = self.kind(at) == Some(Kind::Number)
                && length <= 2
                && (after_month || self.next(at) == Some(Kind::Month));
            // `Apr 13-17, 2018`: the days of a meeting.
            let days = self.kind(at) == Some(Kind::Range)
                && length <= 5
                && after_month
                && matches!(self.next(at), Some(Kind::Mark(',')))
                && at + 2 < self.tokens.len()
                && is_year(self.words(at + 2));
            if (day || days) && self.parts[at].is_none() {
                self.parts[at] = Some(Part::Other);
            }
        }
    }

    /// The year, with month and day where they stand beside it.
    pub(super) fn find_year(&mut self) {
        self.year = self.likeliest_year();
        let Some(at) = self.year else { return };
        self.parts[at] = Some(Part::Year);
        let mut to = at;
        // `2009 Jul 21` is one date.
        while matches!(self.next(to), Some(Kind::Month))
            || (self.next(to) == Some(Kind::Number)
                && self.kind(to) == Some(Kind::Month)
                && self.parts[to + 1] == Some(Part::Other))
        {
            to += 1;
        }
        self.out.year = Span::new(
            self.base + self.tokens[at].start,
            self.base + self.tokens[to].end,
        );
    }

    /// Of the numbers that may be one, the year: stated, dated, bracketed, first, or last.
    fn likeliest_year(&self) -> Option<usize> {
        let may_be = |at: &usize| {
            let words = self.words(*at);
            let kind_fits = match self.tokens[*at].kind {
                Kind::Number => words.len() == 4,
                Kind::Digits => true,
                _ => false,
            };
            kind_fits
                && is_year(words.get(..4).unwrap_or_default())
                && matches!(self.parts[*at], None | Some(Part::Year))
        };
        let candidates: Vec<usize> = (0..self.tokens.len()).filter(may_be).collect();
        let find = |is: &dyn Fn(usize) -> bool| candidates.iter().copied().find(|at| is(*at));
        let dated = |at: usize| {
            // `(Jan. 1999)`
            let abbreviated = self.prev(at) == Some(Kind::Mark('.'))
                && at >= 2
                && self.kind(at - 2) == Some(Kind::Month);
            self.next(at) == Some(Kind::Month)
                || abbreviated
                || self.prev(at) == Some(Kind::Month)
                || self.kind(at) == Some(Kind::Digits)
        };
        let first_number = (0..self.tokens.len()).find(|&at| self.is_number(at));
        // `Volume 28, 2019 - Issue 3`: the only number that could be a year and has no name.
        let only_unnamed = || {
            let is_named = |part: &Option<Part>| matches!(part, Some(Part::Volume | Part::Issue));
            let named = self.parts.iter().any(is_named);
            let [only] = *candidates else { return None };
            (named && self.parts[only].is_none()).then_some(only)
        };
        find(&|at| self.parts[at] == Some(Part::Year))
            .or_else(|| find(&dated))
            .or_else(|| find(&|at| self.is_bracketed(at)))
            .or_else(|| find(&|at| self.prev(at) == Some(Kind::Mark('|'))))
            .or_else(|| {
                candidates
                    .first()
                    .copied()
                    .filter(|at| first_number == Some(*at))
            })
            .or_else(|| {
                let last = candidates.last().copied();
                last.filter(|at| self.last_number() == Some(*at))
            })
            .or_else(only_unnamed)
    }

    /// `9(1), 12-20, 2020-11`: year and month behind the pages.
    pub(super) fn take_month_behind_pages(&mut self) {
        let Some(last) = self.last_number().filter(|_| self.out.year.is_empty()) else {
            return;
        };
        let numbers = (0..self.tokens.len()).filter(|&at| self.is_number(at));
        let count = numbers.count();
        let mut before = 0..last;
        let fits = self.parts[last].is_none()
            && self.kind(last) == Some(Kind::Range)
            && count >= 3
            && is_year_and_month(self.words(last))
            && (count >= 4
                || before.any(|at| {
                    self.kind(at) == Some(Kind::Range) || self.words(at).starts_with('e')
                }));
        if fits {
            let from = self.span(last).start as usize;
            self.out.year = Span::new(from, from + 4);
            self.parts[last] = Some(Part::Year);
        }
    }
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

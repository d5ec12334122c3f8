//! [`Run`]: which number of a run is the year, the volume, the issue and the pages.

use super::lines::{is_wide, is_year};
use super::numbers::{Numbers, is_number};
use super::tokens::{Kind, Part, Token};
use crate::source::Span;

/// A run of numbers, and what is known of each so far. The surest signs are looked at first: words
/// that name a number, dates, then the year, and what is left by its place among the others.
pub(super) struct Run<'t> {
    /// The text the tokens stand in.
    inner: &'t str,
    pub(super) tokens: &'t [Token],
    /// Where the text begins in the source.
    pub(super) base: usize,
    /// What each token is.
    pub(super) parts: Vec<Option<Part>>,
    /// The number that a word calls an issue: beside another it may count all issues.
    named_issue: Option<usize>,
    /// The token of the year.
    pub(super) year: Option<usize>,
    pub(super) out: Numbers,
}

impl<'t> Run<'t> {
    /// The run of these `tokens` of `inner`, which stands at `base` in the source.
    pub(super) fn of(inner: &'t str, tokens: &'t [Token], base: usize) -> Self {
        Self {
            inner,
            tokens,
            base,
            parts: vec![None; tokens.len()],
            named_issue: None,
            year: None,
            out: Numbers::default(),
        }
    }

    /// What the run says.
    pub(super) fn numbers(mut self) -> Numbers {
        let mark = |token: &Token| matches!(token.kind, Kind::Mark(_));
        let Some(first) = self.tokens.iter().position(|token| !mark(token)) else {
            return self.out;
        };
        self.name();
        self.find_issue_before_year();
        self.find_days();
        self.find_year();
        self.take_named();
        self.take_issue_behind_year();
        self.take_month_behind_pages();
        self.take_rest();
        let bracket = first
            .checked_sub(1)
            .filter(|before| matches!(self.kind(*before), Some(Kind::Mark('(' | '（'))));
        let start = bracket.unwrap_or(first);
        let end = self.tokens.last().map_or(0, |token| token.end);
        self.out.run = Span::new(self.base + self.tokens[start].start, self.base + end);
        self.out
    }

    pub(super) fn words(&self, at: usize) -> &'t str {
        &self.inner[self.tokens[at].start..self.tokens[at].end]
    }

    pub(super) fn span(&self, at: usize) -> Span {
        let token = &self.tokens[at];
        Span::new(self.base + token.start, self.base + token.end)
    }

    pub(super) fn kind(&self, at: usize) -> Option<Kind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    pub(super) fn next(&self, at: usize) -> Option<Kind> {
        self.kind(at + 1)
    }

    pub(super) fn prev(&self, at: usize) -> Option<Kind> {
        at.checked_sub(1).and_then(|before| self.kind(before))
    }

    pub(super) fn is_number(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(is_number)
    }

    pub(super) fn is_bracketed(&self, at: usize) -> bool {
        matches!(self.prev(at), Some(Kind::Mark('(' | '（' | '[')))
            && matches!(self.next(at), Some(Kind::Mark(')' | '）' | ']')))
    }

    pub(super) fn last_number(&self) -> Option<usize> {
        (0..self.tokens.len()).rev().find(|&at| self.is_number(at))
    }

    /// Whether a range that is nothing else yet stands behind token `at`.
    fn is_before_range(&self, at: usize) -> bool {
        let behind = self.tokens.iter().zip(&self.parts).skip(at + 1);
        behind
            .into_iter()
            .any(|(token, part)| token.kind == Kind::Range && part.is_none())
    }

    /// Numbers that a word before or behind them names.
    fn name(&mut self) {
        let mut pending = None;
        // `C. 5, S. 33/4, s. 159-170`: in Turkish the capitals stand for volume and issue.
        let paged = (0..self.tokens.len()).rev().find(|&at| {
            self.kind(at) == Some(Kind::Before(Part::Pages)) && matches!(self.words(at), "s" | "ss")
        });
        for (at, token) in self.tokens.iter().enumerate() {
            let turkish = paged.is_some_and(|paged| paged > at);
            match token.kind {
                Kind::Before(Part::Pages) if turkish && self.words(at) == "S" => {
                    pending = Some(Part::Issue);
                }
                Kind::Before(Part::Pages) if turkish && self.words(at) == "C" => {
                    pending = Some(Part::Volume);
                }
                Kind::Before(part) => pending = Some(part),
                Kind::After(part) => {
                    // `卷6` says what the number after it is; `年,卷(期):` only heads a list.
                    let before = at.checked_sub(1).filter(|&before| self.is_number(before));
                    match before {
                        // `共6页` counts pages.
                        Some(before) if self.parts[before] == Some(Part::Other) => {}
                        Some(before) => self.parts[before] = Some(part),
                        // In `번호 220` the sign is a part of a word.
                        None if self.inner[..token.start].ends_with(is_wide) => {}
                        None => pending = self.is_number(at + 1).then_some(part),
                    }
                }
                Kind::Month | Kind::Mark(',' | ';' | '，' | '；') => pending = None,
                _ if is_number(token) => {
                    if let Some(part) = pending.take() {
                        self.parts[at] = Some(part);
                        if part == Part::Issue {
                            self.named_issue = Some(at);
                        }
                    }
                }
                _ => {}
            }
        }
    }

    /// `21:2 (2014): 133–150`: the pages stand behind the year.
    fn find_issue_before_year(&mut self) {
        for (at, window) in self.tokens.windows(8).enumerate() {
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
            if issued && is_year(self.words(at + 4)) && is_number(&window[7]) {
                self.parts[at] = Some(Part::Volume);
                self.parts[at + 2] = Some(Part::Issue);
            }
        }
    }

    /// Takes the numbers that have names, and two in one: `42.1`, `2017/2`.
    fn take_named(&mut self) {
        for at in 0..self.tokens.len() {
            let (words, span) = (self.words(at), self.span(at));
            let last_four = words.get(words.len().saturating_sub(4)..);
            match (self.tokens[at].kind, self.parts[at]) {
                // `Volume 12 - 2021`
                (Kind::Range, Some(Part::Volume))
                    if self.out.volume.is_empty()
                        && self.out.year.is_empty()
                        && last_four.is_some_and(is_year) =>
                {
                    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
                    let (start, end) = (span.start as usize, span.end as usize);
                    self.out.volume = Span::new(start, start + digits);
                    self.out.year = Span::new(end - 4, end);
                }
                (_, Some(Part::Volume)) if self.out.volume.is_empty() => self.out.volume = span,
                (_, Some(Part::Issue)) if self.out.issue.is_empty() => self.out.issue = span,
                (_, Some(Part::Pages)) if self.out.pages.is_empty() => self.out.pages = span,
                (Kind::Joined, None) => self.take_joined(at),
                _ => {}
            }
        }
    }

    /// Two numbers joined by a stop or a slash.
    fn take_joined(&mut self, at: usize) {
        let (words, span) = (self.words(at), self.span(at));
        let cut = words.find(['.', '/']).unwrap_or(0);
        let (a, b) = (&words[..cut], &words[cut + 1..]);
        let (start, end) = (span.start as usize, span.end as usize);
        let left = Span::new(start, start + cut);
        let right = Span::new(start + cut + 1, end);
        let slashed = words.contains('/');
        let month = b.len() == 2 && ("01"..="12").contains(&b);
        let out = &mut self.out;
        if is_year(a) && out.year.is_empty() && month && !out.issue.is_empty() {
            // `제14권 제2호 2016.12`
            out.year = left;
        } else if is_year(a) && out.year.is_empty() && slashed {
            // `2017/2 (Vol. 8)`
            (out.year, out.issue) = (left, right);
        } else if is_year(a) && out.year.is_empty() {
            (out.year, out.volume) = (left, right);
        } else if is_year(b) && out.year.is_empty() {
            (out.issue, out.year) = (left, right);
        } else if slashed {
            out.issue = span;
        } else if matches!(self.next(at), Some(Kind::Mark('(' | '（' | ','))) {
            (self.out.volume, self.out.issue) = (left, right);
        }
    }

    /// `2019, 03, v.36;No.129`: the number behind the year is the issue, `No.` counts all issues.
    fn take_issue_behind_year(&mut self) {
        let (Some(total), Some(year)) = (self.named_issue, self.year) else {
            return;
        };
        let at = year + 2;
        if total > at
            && self.kind(at) == Some(Kind::Number)
            && self.words(at).len() == 2
            && self.parts[at].is_none()
        {
            self.out.issue = self.span(at);
            self.parts[at] = Some(Part::Other);
        }
    }

    /// Takes what has no name by its place: in brackets the issue, behind a colon the pages, in front
    /// the volume.
    fn take_rest(&mut self) {
        let marked_pages = !self.out.pages.is_empty();
        for at in 0..self.tokens.len() {
            let kind = self.tokens[at].kind;
            if !matches!(kind, Kind::Number | Kind::Range) || self.parts[at].is_some() {
                continue;
            }
            let span = self.span(at);
            let lettered = self
                .words(at)
                .starts_with(|c: char| c.is_ascii_alphabetic());
            let after_colon = matches!(self.prev(at), Some(Kind::Mark(':' | '：')));
            // The bar stands between issue and year: `12 | 2015`, `62 | mars 2014`.
            let barred = self.next(at) == Some(Kind::Mark('|'))
                && (self.year == Some(at + 2)
                    || self.year == Some(at + 3) && self.kind(at + 2) == Some(Kind::Month));
            // `16, 2-4 (2001), 97–166`
            let double_issue = kind == Kind::Range
                && !self.out.volume.is_empty()
                && self.out.issue.is_empty()
                && self.year == Some(at + 2)
                && self.is_before_range(at);
            let out = &self.out;
            let part = if self.is_bracketed(at) || barred || double_issue {
                Part::Issue
            } else if after_colon || kind == Kind::Range || (lettered && out.pages.is_empty()) {
                Part::Pages
            } else if out.volume.is_empty() && (out.pages.is_empty() || marked_pages) {
                Part::Volume
            } else if out.issue.is_empty() && !marked_pages && self.is_before_range(at) {
                // `59, 236 (1950), 433–460`
                Part::Issue
            } else if out.pages.is_empty() {
                Part::Pages
            } else if marked_pages {
                Part::Issue
            } else {
                continue;
            };
            let held = match part {
                Part::Issue => &mut self.out.issue,
                Part::Volume => &mut self.out.volume,
                _ => &mut self.out.pages,
            };
            if held.is_empty() {
                *held = span;
            }
        }
    }
}

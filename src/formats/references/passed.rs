//! [`Passed`]: what lies behind on the way through a reference.

use super::look::Look;

/// What lies behind on the way through a reference.
#[derive(Debug, Default)]
pub(super) struct Passed {
    pub(super) last_mark: char,
    round: u8,
    square: u8,
    quoted: bool,
    single: bool,
    pub(super) quotes: usize,
    pub(super) years: usize,
    pub(super) ins: usize,
}

impl Passed {
    /// Which brackets and quotes are open.
    pub(super) fn nest(&self) -> u64 {
        u64::from(self.round.min(2))
            | u64::from(self.square.min(1)) << 2
            | u64::from(self.quoted) << 3
            | u64::from(self.single) << 4
            | (self.quotes.min(3) as u64) << 5
    }

    /// Goes past `here`.
    pub(super) fn step(&mut self, here: Look) {
        match here.mark {
            '(' => self.round = self.round.saturating_add(1),
            ')' => self.round = self.round.saturating_sub(1),
            '[' => self.square = self.square.saturating_add(1),
            ']' => self.square = self.square.saturating_sub(1),
            '"' => {
                self.quoted = !self.quoted;
                self.quotes += 1;
            }
            '\'' => self.single = !self.single,
            _ => {}
        }
        if here.kind == 3 {
            self.last_mark = here.mark;
        } else if here.kind == 4 {
            self.last_mark = '@';
        }
        self.years += usize::from(here.year);
        self.ins += usize::from(here.class == 1);
    }
}

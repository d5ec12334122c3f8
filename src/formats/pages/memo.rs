//! Answers kept for the lines of a page: its readers ask the same of a line one after the other.
//!
//! Answers are found by the words of the line, so none can be of another line, and there are so few
//! that a page of any length takes no more memory.

use std::cell::{Cell, RefCell};
use std::thread::LocalKey;

use super::mix::mixed;
use super::names::NameList;
use crate::source::Span;

/// How many answers are kept of a question.
const SLOTS: usize = 1 << 9;

/// Longer lines are few, and no citation.
const LONGEST: usize = 4_000;

thread_local! {
    static STRETCH: Cell<u32> = const { Cell::new(0) };
}

/// Begins a stretch of pages: what was kept of the one before is not looked at again.
pub(super) fn begin_stretch() {
    STRETCH.set(STRETCH.get().wrapping_add(1));
}

/// The answers to one question about the lines of a page.
#[derive(Debug)]
pub(super) struct Memo<T>(Vec<Option<Kept<T>>>);

#[derive(Debug)]
struct Kept<T> {
    stretch: u32,
    words: String,
    answer: T,
}

impl<T: Moved> Memo<T> {
    pub(super) const fn new() -> Self {
        Self(Vec::new())
    }

    fn get(&self, words: &str, slot: usize) -> Option<T> {
        let kept = self.0.get(slot)?.as_ref()?;
        (*kept.words == *words && kept.stretch == STRETCH.get()).then(|| kept.answer.clone())
    }

    fn put(&mut self, words: &str, slot: usize, answer: T) {
        if self.0.is_empty() {
            self.0.resize_with(SLOTS, || None);
        }
        let stretch = STRETCH.get();
        match self.0.get_mut(slot) {
            // Its room is taken over.
            Some(Some(kept)) => {
                kept.stretch = stretch;
                kept.words.clear();
                kept.words.push_str(words);
                kept.answer = answer;
            }
            Some(free) => {
                *free = Some(Kept {
                    stretch,
                    words: words.into(),
                    answer,
                });
            }
            None => {}
        }
    }
}

/// The answer to a question about the words of `line`, by `ask`, which is asked with those words as
/// a text of their own and knows nothing of what stands around them.
pub(super) fn ask<T: Moved>(
    memo: &'static LocalKey<RefCell<Memo<T>>>,
    text: &str,
    line: Span,
    ask: impl FnOnce(&str, Span) -> T,
) -> T {
    let words = line.of(text);
    if words.len() > LONGEST {
        return ask(text, line);
    }
    let slot = slot(words.as_bytes());
    let known = memo.with_borrow(|memo| memo.get(words, slot));
    let answer = known.unwrap_or_else(|| {
        let answer = ask(words, Span::new(0, words.len()));
        memo.with_borrow_mut(|memo| memo.put(words, slot, answer.clone()));
        answer
    });
    answer.moved(line.start)
}

/// The slot of the answer about these words.
fn slot(words: &[u8]) -> usize {
    (mixed(words) >> 40) as usize % SLOTS
}

/// What was read of a text by itself, at its place in a longer one.
pub(super) trait Moved: Clone {
    /// The same, `by` bytes further on.
    fn moved(self, by: u32) -> Self;
}

impl Moved for Span {
    fn moved(self, by: u32) -> Self {
        // A part that is not there has no place.
        if self == Self::default() {
            return self;
        }
        Self {
            start: self.start.saturating_add(by),
            end: self.end.saturating_add(by),
        }
    }
}

impl Moved for bool {
    fn moved(self, _: u32) -> Self {
        self
    }
}

impl<T: Moved> Moved for Option<T> {
    fn moved(self, by: u32) -> Self {
        self.map(|inner| inner.moved(by))
    }
}

impl Moved for NameList {
    fn moved(mut self, by: u32) -> Self {
        for name in &mut self.names {
            *name = name.moved(by);
        }
        self.cut = self.cut.moved(by);
        self
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    thread_local! {
        static ASKED: Cell<u32> = const { Cell::new(0) };
        static MEMO: RefCell<Memo<Span>> = const { RefCell::new(Memo::new()) };
    }

    #[test]
    fn a_line_is_asked_once_a_stretch_and_its_answer_is_at_its_place() {
        let text = "ab1 ab1 cd22";
        let digits = |from, to| {
            ask(&MEMO, text, Span::new(from, to), |words, _| {
                ASKED.set(ASKED.get() + 1);
                let at = words.find(|c: char| c.is_ascii_digit());
                at.map_or_else(Span::default, |at| Span::new(at, words.len()))
            })
            .of(text)
        };
        begin_stretch();
        let found = [digits(0, 3), digits(4, 7), digits(8, 12), digits(0, 2)];
        assert_eq!((found, ASKED.get()), (["1", "1", "22", ""], 3));
        begin_stretch();
        assert_eq!((digits(0, 3), ASKED.get()), ("1", 4));
    }
}

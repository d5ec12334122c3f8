//! Mentions by number: `[12]`, `[3, 5-7]`, and digits set high.

use std::ops::RangeInclusive;

/// The numbers that stand for references; more of them, and it is a year or a count.
const NUMBERS: RangeInclusive<u16> = 1..=999;
/// The most numbers `3-7` may stand for.
const RANGE: u16 = 100;

/// The numbers between the bracket that opens at byte `start` and the one that closes it, and where
/// that ends; [`None`] where the bracket holds anything else.
pub(super) fn bracket(text: &str, start: usize) -> Option<(Vec<u16>, usize)> {
    let mut list = List::default();
    for (at, c) in text.get(start..)?.char_indices().skip(1) {
        match c {
            ']' | '］' => return Some((list.end()?, start + at + c.len_utf8())),
            '0'..='9' | '０'..='９' => list.digit(digit(c)?)?,
            ',' | '，' | '、' | ';' | '；' => list.comma()?,
            '-' | '‐' | '‑' | '–' | '—' | '－' | '~' | '～' => list.dash()?,
            _ if c.is_whitespace() => list.space(),
            _ => return None,
        }
    }
    None
}

/// The numbers set high that begin at byte `start`, and where they end. A word or a mark of
/// punctuation stands before them: after a letter or two, or a digit, they are a power.
pub(super) fn superscript(text: &str, start: usize) -> Option<(Vec<u16>, usize)> {
    let before = text.get(..start)?.trim_end_matches(',');
    let last = before.chars().next_back()?;
    if last.is_alphabetic() {
        let letters = before.chars().rev().take_while(|c| c.is_alphabetic());
        if last.is_ascii() && letters.take(4).count() < 4 {
            return None;
        }
    } else if !matches!(
        last,
        '.' | ',' | ';' | ':' | ')' | '”' | '"' | '’' | '。' | '，' | '）' | '」'
    ) {
        return None;
    }
    let mut list = List::default();
    let mut end = start;
    let mut marks = text.get(start..)?.char_indices().peekable();
    while let Some((at, c)) = marks.next() {
        let high_next = marks.peek().is_some_and(|(_, next)| high(*next).is_some());
        match (c, high(c)) {
            (_, Some(digit)) => list.digit(digit)?,
            (',' | '\u{2e34}', None) if high_next => list.comma()?,
            ('⁻' | '-' | '–' | '‐', None) if high_next => list.dash()?,
            _ => break,
        }
        end = start + at + c.len_utf8();
    }
    Some((list.end()?, end))
}

/// The value of a digit that is set high.
pub(super) fn high(c: char) -> Option<u16> {
    Some(match c {
        '⁰' => 0,
        '¹' => 1,
        '²' => 2,
        '³' => 3,
        '⁴'..='⁹' => u16::try_from(u32::from(c) - u32::from('⁰')).ok()?,
        _ => return None,
    })
}

/// The value of a digit, full-width or not.
pub(super) fn digit(c: char) -> Option<u16> {
    let zero = if c.is_ascii() { '0' } else { '０' };
    let value = u32::from(c).checked_sub(u32::from(zero))?;
    u16::try_from(value).ok().filter(|value| *value < 10)
}

/// Numbers and ranges of them while they are read.
#[derive(Default)]
struct List {
    numbers: Vec<u16>,
    open: Option<u16>,
    /// Where the range began that `open` ends.
    from: Option<u16>,
    /// Whether white space follows the last digit, so that no other may.
    closed: bool,
}

impl List {
    fn space(&mut self) {
        self.closed = self.open.is_some();
    }

    fn digit(&mut self, digit: u16) -> Option<()> {
        if self.closed {
            return None;
        }
        let open = self.open.unwrap_or(0).checked_mul(10)?.checked_add(digit)?;
        self.open = Some(open).filter(|open| NUMBERS.contains(open));
        self.open.map(|_| ())
    }

    fn dash(&mut self) -> Option<()> {
        if self.from.is_some() {
            return None;
        }
        self.from = Some(self.open.take()?);
        self.closed = false;
        Some(())
    }

    fn comma(&mut self) -> Option<()> {
        let to = self.open.take()?;
        self.closed = false;
        let from = self.from.take().unwrap_or(to);
        if from > to || to - from > RANGE {
            return None;
        }
        self.numbers.extend(from..=to);
        Some(())
    }

    fn end(mut self) -> Option<Vec<u16>> {
        self.comma()?;
        Some(self.numbers)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn brackets_of_numbers() {
        for (text, numbers) in [
            ("[12]", Some(vec![12])),
            ("[3, 5-7]", Some(vec![3, 5, 6, 7])),
            ("[ 14 , 15 ]", Some(vec![14, 15])),
            ("［1～3，5］", Some(vec![1, 2, 3, 5])),
            ("[2010]", None),
            ("[0, 1]", None),
            ("[7-3]", None),
            ("[1.5]", None),
            ("[18 23]", None),
            ("[J]", None),
            ("[]", None),
            ("[1", None),
        ] {
            assert_eq!(bracket(text, 0).map(|(all, _)| all), numbers, "{text}");
        }
    }

    #[test]
    fn digits_set_high_are_no_powers() {
        let read = |text: &str| {
            let at = text.find(|c| high(c).is_some()).unwrap();
            superscript(text, at).map(|(all, _)| all)
        };
        assert_eq!(
            read("as they found¹²,¹⁴⁻¹⁶ before"),
            Some(vec![12, 14, 15, 16])
        );
        assert_eq!(read("it helps.³"), Some(vec![3]));
        assert_eq!(read("研究²表明"), Some(vec![2]));
        assert_eq!(read("of 12 m² and"), None);
        assert_eq!(read("10⁻³ and 10² of"), None);
    }
}

//! Surname and given names of a printed name without comma, from where its initials stand.

use super::initials::is_initials;

/// Most words of a name looked at here.
const WORDS: usize = 12;

/// The surname and the given names of `text`, as pieces of it: of a name in ASCII whose words are
/// parted by spaces or stops (`Kreulen C. M.`, `J.Smith`). Initials tell which end the surname is at,
/// else it is last. [`None`] for what needs more than cutting: `FeldmanG.M.`.
pub(super) fn parts(text: &str) -> Option<(&str, &str)> {
    let mut words = [(0, 0); WORDS];
    let mut count = 0;
    let mut before = [b' '; 2];
    for (at, &byte) in text.as_bytes().iter().enumerate() {
        let [earlier, last] = before;
        if !(b' '..=b'~').contains(&byte)
            || byte == b'.' && last.is_ascii_uppercase() && earlier.is_ascii_lowercase()
        {
            return None;
        }
        before = [last, byte];
        if byte == b' ' {
            continue;
        }
        if last == b' ' || last == b'.' && byte.is_ascii_alphabetic() {
            *words.get_mut(count)? = (at, at);
            count += 1;
        }
        words.get_mut(count.checked_sub(1)?)?.1 = at + 1;
    }
    let words = words.get(..count)?;
    let is_initials = |word: &&(usize, usize)| text.get(word.0..word.1).is_some_and(is_initials);
    let piece = |words: &[(usize, usize)]| match words {
        [] => Some(""),
        [one] => text.get(one.0..one.1),
        [first, .., last] => text.get(first.0..last.1),
    };
    let at_end = words.iter().rev().take_while(is_initials).count();
    if at_end > 0 && at_end < count {
        let (surname, given) = words.split_at(count - at_end);
        return Some((piece(surname)?, piece(given)?));
    }
    // Either all words are initials, or the last is none.
    let at_start = if at_end > 0 {
        count
    } else {
        words.iter().take_while(is_initials).count()
    };
    if at_start > 0 && at_start < count {
        let (given, surname) = words.split_at(at_start);
        return Some((piece(surname)?, piece(given)?));
    }
    let (surname, given) = words.split_last()?;
    Some((text.get(surname.0..surname.1)?, piece(given)?))
}

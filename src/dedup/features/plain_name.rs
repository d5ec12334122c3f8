//! Names of everyday letters, folded at one look.

use super::people::{AFTER_PERSON, BETWEEN_PARTS, PART_BYTES};
use crate::text::fold;

/// Room for the stored form of one person, so placed that many bytes can be looked at in one step.
#[repr(align(16))]
pub(super) struct Room([u8; 64]);

impl Room {
    pub(super) const fn new() -> Self {
        Self([0; 64])
    }
}

/// A person in the stored form.
pub(super) struct Stored<'r> {
    pub(super) text: &'r str,
    /// The surname, where it is one word.
    pub(super) word: Option<&'r str>,
}

/// The stored form of a name in which nothing but letters, hyphens and initials stands, whose letters
/// fold to Latin ones and whose capitals begin words. It is for certain that of one person: no list
/// that was taken for one, no parts in the wrong order. [`None`] says nothing.
pub(super) fn stored<'r>(
    particle: &str,
    family: &str,
    given: &str,
    room: &'r mut Room,
) -> Option<Stored<'r>> {
    if particle.len() + family.len() > PART_BYTES || given.len() > PART_BYTES {
        return None;
    }
    let (mut latin_family, mut latin_given);
    let (family, given) = if family.is_ascii() && given.is_ascii() {
        (family.as_bytes(), given.as_bytes())
    } else {
        (latin_family, latin_given) = ([0; PART_BYTES], [0; PART_BYTES]);
        let family = latin(family, &mut latin_family)?;
        (family, latin(given, &mut latin_given)?)
    };
    let Room(room) = room;
    let mut start = 0;
    for byte in particle.bytes().filter(|byte| *byte != b' ') {
        *room.get_mut(start).filter(|_| byte.is_ascii_alphabetic())? = byte.to_ascii_lowercase();
        start += 1;
    }
    if !particle.is_empty() && start == 0 {
        return None;
    }
    let (surname, one_word) = surname(family, start, room)?;
    let one_word = one_word && particle.is_empty();
    if !one_word && may_end_nobody(family) {
        return None;
    }
    *room.get_mut(surname)? = BETWEEN_PARTS as u8;
    let start = surname + 1;
    let (mut end, initials) = given_names(given, start, room)?;
    if initials {
        end = part(start, end, room);
    }
    *room.get_mut(end)? = AFTER_PERSON as u8;
    let text = str::from_utf8(room).ok()?;
    let word = if one_word { text.get(..surname) } else { None };
    let text = text.get(..=end)?;
    Some(Stored { text, word })
}

/// Whether a surname of several words may be none: `et al`, `n a`, `no authors listed`.
fn may_end_nobody(family: &[u8]) -> bool {
    let last = family
        .rsplit(|byte| !byte.is_ascii_alphabetic())
        .next()
        .unwrap_or_default();
    last.len() <= 6
        && [&b"al"[..], b"alii", b"a", b"listed"]
            .iter()
            .any(|end| last.eq_ignore_ascii_case(end))
}

/// `text` with each letter as the Latin one of the same case that it folds to, where there is one.
fn latin<'t>(text: &'t str, room: &'t mut [u8; PART_BYTES]) -> Option<&'t [u8]> {
    if text.is_ascii() {
        return Some(text.as_bytes());
    }
    let mut length = 0;
    for c in text.chars() {
        let place = room.get_mut(length)?;
        *place = if c.is_ascii() {
            u8::try_from(c).ok()?
        } else {
            let folded = u8::try_from(fold::letter(c)?).ok()?;
            if c.is_uppercase() {
                folded.to_ascii_uppercase()
            } else if c.is_lowercase() {
                folded
            } else {
                return None;
            }
        };
        length += 1;
    }
    room.get(..length)
}

/// Folds a surname to `start`, and says where it ends and whether it is one word. Few letters, all of
/// them capitals, may be initials.
fn surname(family: &[u8], start: usize, room: &mut [u8; 64]) -> Option<(usize, bool)> {
    let mut end = start;
    let (mut small, mut any_small) = (false, false);
    let (mut word, mut long, mut one_word) = (0, false, true);
    for &byte in family {
        if byte.is_ascii_alphabetic() {
            if small && byte.is_ascii_uppercase() {
                return None;
            }
            small = byte.is_ascii_lowercase();
            any_small |= small;
            word += 1;
            long |= word > 3;
            *room.get_mut(end)? = byte | 0x20;
            end += 1;
        } else if matches!(byte, b'-' | b'\'') && word > 0 {
            (small, word, one_word) = (false, 0, false);
        } else {
            return None;
        }
    }
    let sure = long || one_word && any_small && end > start + 1;
    (sure && word > 0).then_some((end, one_word))
}

/// Folds given names to `start`, and says where they end and whether they are initials only.
fn given_names(given: &[u8], start: usize, room: &mut [u8; 64]) -> Option<(usize, bool)> {
    let mut end = start;
    let mut runs = Runs::default();
    let (mut small, mut gap) = (false, true);
    for at in 0..=given.len() {
        // A space behind it ends the last word.
        let byte = given.get(at).copied().unwrap_or(b' ');
        if byte.is_ascii_alphabetic() {
            let capital = byte.is_ascii_uppercase();
            if small && capital {
                return None;
            }
            (small, gap) = (!capital, false);
            runs.letters += 1;
            runs.capitals += u32::from(capital);
            *room.get_mut(end)? = byte | 0x20;
            end += 1;
            continue;
        }
        match byte {
            b' ' | b'-' => {}
            b'\'' => runs.never = true,
            b'.' => {
                // A stop stands behind one capital, which is a word.
                let next = given.get(at + 1).copied().unwrap_or(b' ');
                let before = at.checked_sub(2).and_then(|at| given.get(at)).copied();
                let word = (runs.letters, runs.capitals) == (1, 1);
                if !word || next != b' ' || before.unwrap_or(b' ') != b' ' {
                    return None;
                }
                runs.stops = true;
            }
            _ => return None,
        }
        // A list of people taken for one.
        if runs.letters == 3 && room.get(end - 3..end)? == b"and" {
            return None;
        }
        runs.end();
        small = false;
        if !gap {
            *room.get_mut(end)? = b' ';
            end += 1;
            gap = true;
        }
    }
    // The last word has a space behind it.
    let end = end.saturating_sub(1).max(start);
    Some((end, runs.are_initials()))
}

/// Runs of letters, as far as initials are made of them.
#[derive(Default)]
struct Runs {
    count: u32,
    /// Letters of the run, and how many of them are capitals.
    letters: u32,
    capitals: u32,
    /// Whether a run was none of initials.
    never: bool,
    /// Whether a run was of two letters, not both capitals: initials if stops stand in the name.
    pairs: bool,
    stops: bool,
}

impl Runs {
    fn end(&mut self) {
        let (letters, capitals) = (self.letters, self.capitals);
        self.count += u32::from(letters > 0);
        let mixed = letters > 1 && capitals < letters;
        self.never |= letters > 3 || mixed && letters > 2;
        self.pairs |= mixed;
        (self.letters, self.capitals) = (0, 0);
    }

    fn are_initials(&self) -> bool {
        !self.never && (1..=5).contains(&self.count) && (self.stops || !self.pairs)
    }
}

/// Parts the letters between `start` and `end`, so that `JR` and `J. R.` are alike, and says where
/// they end then.
fn part(start: usize, end: usize, room: &mut [u8; 64]) -> usize {
    let whole = *room;
    let letters = whole.get(start..end).unwrap_or_default();
    let mut length = start;
    for letter in letters.iter().filter(|letter| **letter != b' ') {
        if let Some([space, place]) = room.get_mut(length..length + 2) {
            *space = b' ';
            *place = *letter;
        }
        length += 2;
    }
    // The first letter needs no space before it.
    room.copy_within((start + 1).min(length)..length, start);
    length.saturating_sub(1).max(start)
}

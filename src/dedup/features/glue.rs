//! Where the names of a list were glued together.

/// Where one person's name is stuck to the next: `Adeli K.Lewis G. F.`, `Doi HideyukiAkamatsu
/// Fumikazu`. Byte positions at which the next begins. With `spaced`, a space may stand between,
/// as where somebody spaced the initials of a glued list: `Adeli K. Lewis`.
pub(super) fn glue(text: &str, spaced: bool) -> Vec<usize> {
    if text.is_ascii() {
        glue_of_ascii(text.as_bytes(), spaced)
    } else {
        glue_of_any(text, spaced)
    }
}

/// Beginnings of surnames that have a capital inside.
const JOINED: &[&str] = &[
    "mc", "mac", "de", "di", "du", "le", "la", "van", "von", "der", "den", "del", "della", "des",
    "dos", "da", "fitz", "st", "o", "d", "l", "al", "el", "ben", "ap", "ter", "ten", "vande",
    "vander", "dal", "dall", "lo", "san", "ver",
];

/// The longest of them, and one letter more.
const JOINED_BYTES: usize = 7;

fn glue_of_ascii(text: &[u8], spaced: bool) -> Vec<usize> {
    let mut found = Vec::new();
    // Since the last place found: whether a space, and whether two letters side by side were there.
    let (mut space, mut word) = (Since::default(), Since::default());
    let mut start = 0;
    for (before, pair) in text.windows(2).enumerate() {
        let at = before + 1;
        let joint = match *pair {
            [one, next] if one.is_ascii_lowercase() && next.is_ascii_uppercase() => {
                space.seen(text, at, |pair| pair.starts_with(b" "))
                    && text.get(at + 1).is_some_and(u8::is_ascii_lowercase)
                    && !is_joined(text.get(start..at).unwrap_or_default())
            }
            [b'.', next] if next.is_ascii_alphabetic() => {
                word.seen(text, at, are_letters) && is_surname(text.get(at..).unwrap_or_default())
            }
            [b' ', next] if spaced && next.is_ascii_alphabetic() => {
                let head = text.get(start..at).unwrap_or_default().trim_ascii_end();
                head.ends_with(b".")
                    && word.seen(text, at, are_letters)
                    && is_surname(text.get(at..).unwrap_or_default())
            }
            _ => false,
        };
        if joint {
            found.push(at);
            start = at;
            (space, word) = (Since::from(at), Since::from(at));
        }
    }
    found
}

/// Whether something was seen since a place, looked for no further than asked.
#[derive(Default)]
struct Since {
    looked: usize,
    seen: bool,
}

impl Since {
    fn from(place: usize) -> Self {
        Self {
            looked: place,
            seen: false,
        }
    }

    /// Whether `is_it` holds of two neighbours before `at`, the first of them at least.
    fn seen(&mut self, text: &[u8], at: usize, is_it: impl Fn(&[u8]) -> bool) -> bool {
        if !self.seen {
            let pairs = text.get(self.looked..at).unwrap_or_default();
            self.seen = pairs.windows(2).any(is_it);
            // The last of them may be the first of two.
            self.looked = at.saturating_sub(1).max(self.looked);
        }
        self.seen
    }
}

fn are_letters(pair: &[u8]) -> bool {
    pair.iter().all(u8::is_ascii_alphabetic)
}

/// Whether a text ends with the beginning of a surname that has a capital inside.
fn is_joined(text: &[u8]) -> bool {
    let end = text.get(text.len().saturating_sub(JOINED_BYTES)..);
    let end = end.unwrap_or_default();
    let letters = end
        .iter()
        .rev()
        .take_while(|byte| byte.is_ascii_alphabetic());
    let head = end.get(end.len() - letters.count()..).unwrap_or_default();
    JOINED
        .iter()
        .any(|joined| joined.as_bytes().eq_ignore_ascii_case(head))
}

/// Whether a text begins with a surname, not with another initial.
fn is_surname(text: &[u8]) -> bool {
    let run = text.iter().take(8);
    let run = run.take_while(|byte| byte.is_ascii_alphabetic() || **byte == b'\'');
    let letters = run.count();
    let stopped = text.get(letters) == Some(&b'.');
    letters >= 2 && !(stopped && letters <= 3)
}

fn glue_of_any(text: &str, spaced: bool) -> Vec<usize> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut word_start = 0;
    let mut before = ' ';
    let mut stop = false;
    for (at, c) in text.char_indices() {
        if !before.is_alphabetic() && c.is_alphabetic() {
            word_start = at;
        }
        let rest = text.get(at..).unwrap_or("");
        let after_stop = stop && c.is_alphabetic() && {
            let run: String = rest
                .chars()
                .take_while(|c| c.is_alphabetic() || *c == '\'' || *c == '’')
                .take(8)
                .collect();
            let letters = run.chars().count();
            let stopped = rest
                .get(run.len()..)
                .is_some_and(|tail| tail.starts_with('.'));
            // A surname follows, not another initial; and a surname went before.
            let surname_before = text.get(start..at).is_some_and(|head| {
                head.split(|c: char| !c.is_alphabetic())
                    .any(|word| word.chars().count() >= 2)
            });
            letters >= 2 && !(stopped && letters <= 3) && surname_before
        };
        let in_word = before.is_lowercase() && c.is_uppercase() && {
            let head = text.get(word_start..at).unwrap_or("").to_lowercase();
            let mut next = rest.chars().skip(1);
            let surname_follows = next.next().is_some_and(char::is_lowercase);
            let two_names_before = text
                .get(start..word_start)
                .is_some_and(|head| head.contains(' '));
            surname_follows && two_names_before && !JOINED.contains(&head.as_str())
        };
        if after_stop || in_word {
            found.push(at);
            start = at;
            word_start = at;
        }
        stop = c == '.' || spaced && stop && c == ' ';
        before = c;
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn ascii_is_like_any_text(
            text in "((Mc|van|O'|[A-Z])?[a-z]{0,4}[A-Z]?[. ;-]{0,2}){0,8}",
            spaced in proptest::prelude::any::<bool>(),
        ) {
            proptest::prop_assert_eq!(glue(&text, spaced), glue_of_any(&text, spaced));
        }
    }

    #[test]
    fn the_next_name_begins_after_a_stop_or_inside_a_word() {
        assert_eq!(glue("Adeli K.Lewis G. F.", false), [8]);
        assert_eq!(glue("Doi HideyukiAkamatsu Fumikazu", false), [12]);
        assert_eq!(glue("Adeli K. Lewis", true), [9]);
        for whole in ["Adeli K. Lewis", "Salman McDonald", "J.Smith", "Riehl C."] {
            assert!(glue(whole, false).is_empty(), "{whole}");
        }
    }
}

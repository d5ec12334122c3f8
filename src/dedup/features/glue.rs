//! Where the names of a list were glued together.

/// Where one person's name is stuck to the next: `Adeli K.Lewis G. F.`, `Doi HideyukiAkamatsu
/// Fumikazu`. Byte positions at which the next begins. With `spaced`, a space may stand between,
/// as where somebody spaced the initials of a glued list: `Adeli K. Lewis`.
pub(super) fn glue(text: &str, spaced: bool) -> Vec<usize> {
    const JOINED: &[&str] = &[
        "mc", "mac", "de", "di", "du", "le", "la", "van", "von", "der", "den", "del", "della",
        "des", "dos", "da", "fitz", "st", "o", "d", "l", "al", "el", "ben", "ap", "ter", "ten",
        "vande", "vander", "dal", "dall", "lo", "san", "ver",
    ];
    let mut found = Vec::new();
    // Most names show neither a stop before a word nor a capital inside one.
    let joint = |pair: &[u8]| match pair {
        [b'.', next] => next.is_ascii_alphabetic() || spaced,
        [one, next] => one.is_ascii_lowercase() && next.is_ascii_uppercase(),
        _ => false,
    };
    if text.is_ascii() && !text.as_bytes().windows(2).any(joint) {
        return found;
    }
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

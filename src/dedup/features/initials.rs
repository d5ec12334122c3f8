//! Initials of given names.

/// `text` with a space after each stop and before an initial glued to a surname.
pub(super) fn part_initials(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    for (at, c) in text.char_indices() {
        let stop_follows = text
            .get(at + c.len_utf8()..)
            .is_some_and(|rest| rest.starts_with('.'));
        if before == '.' && c.is_alphabetic()
            || before.is_lowercase() && c.is_uppercase() && stop_follows
        {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

/// Whether a text is initials only: `J. R.`, `JR`, `j`, `J.-P.`, `Yu.`.
pub(super) fn is_initials(text: &str) -> bool {
    if text.is_ascii() {
        is_initials_of_ascii(text.as_bytes())
    } else {
        is_initials_of_any(text)
    }
}

fn is_initials_of_ascii(text: &[u8]) -> bool {
    let (mut runs, mut letters, mut capitals) = (0, 0, 0);
    let is_initial = |letters, capitals| {
        letters <= 1 || letters == capitals || letters == 2 && text.contains(&b'.')
    };
    for byte in text {
        if byte.is_ascii_alphabetic() {
            letters += 1;
            capitals += u32::from(byte.is_ascii_uppercase());
            runs += u32::from(letters == 1);
            if letters > 3 {
                return false;
            }
        } else if matches!(byte, b'.' | b' ' | b'-') && is_initial(letters, capitals) {
            (letters, capitals) = (0, 0);
        } else {
            return false;
        }
    }
    is_initial(letters, capitals) && (1..=5).contains(&runs)
}

fn is_initials_of_any(text: &str) -> bool {
    let stops = text.contains('.');
    let mut runs = 0;
    for run in text
        .split(['.', ' ', '-', '‐'])
        .filter(|run| !run.is_empty())
    {
        runs += 1;
        let letters = run.chars().count();
        if letters > 3 {
            return false;
        }
        let cased = run.chars().all(|c| c.is_lowercase() || c.is_uppercase());
        let capitals = run.chars().all(char::is_uppercase);
        // Scripts without case have no initials of this kind.
        if !cased || !(letters == 1 || capitals || letters == 2 && stops) {
            return false;
        }
    }
    (1..=5).contains(&runs)
}

#[cfg(test)]
mod tests {
    use super::*;

    proptest::proptest! {
        #[test]
        fn ascii_is_like_any_text(text in "[aBcD. '1-]{0,9}") {
            proptest::prop_assert_eq!(is_initials(&text), is_initials_of_any(&text));
        }
    }

    #[test]
    fn initials_are_known() {
        for text in ["J. R.", "JR", "j", "J.-P.", "m."] {
            assert!(is_initials(text), "{text}");
        }
        for text in ["Li", "Jan", "Doi", "王", "de"] {
            assert!(!is_initials(text), "{text}");
        }
    }
}

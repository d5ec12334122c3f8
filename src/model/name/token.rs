//! The tokens of a name: white space made even, initials told from words.

use std::borrow::Cow;

/// White space made even, initials and words that stand glued parted: `Y.D.Mercado` to
/// `Y.D. Mercado`, `C .H .Albright` to `C.H. Albright`, `BarbaraM. Kehm` to `Barbara M. Kehm`.
pub(super) fn even(text: &str) -> Cow<'_, str> {
    if is_even(text) {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 4);
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied();
    // What `out` ends in; nothing yet as good as a space.
    let mut end = ' ';
    for (i, &c) in chars.iter().enumerate() {
        if c.is_whitespace() || c == '\u{200b}' {
            // A stop belongs to what stands before the space.
            let before_stop = chars.iter().skip(i).find(|c| !c.is_whitespace()) == Some(&'.');
            if !before_stop && end != ' ' {
                out.push(' ');
                end = ' ';
            }
            continue;
        }
        let previous = i.checked_sub(1).and_then(at);
        let next = at(i + 1);
        let after_stop = end == '.'
            && c.is_uppercase()
            && next.is_some_and(|n| {
                n.is_lowercase()
                    || n == '\''
                    || n == '’'
                    || n.is_uppercase() && at(i + 2) != Some('.')
            });
        // `B.van der Steen`
        let particle_glued = end == '.'
            && c.is_lowercase()
            && i.checked_sub(2)
                .and_then(at)
                .is_some_and(char::is_uppercase)
            && next.is_some_and(char::is_lowercase);
        let initial_glued =
            c.is_uppercase() && next == Some('.') && previous.is_some_and(char::is_lowercase);
        if after_stop || initial_glued || particle_glued {
            out.push(' ');
        }
        end = match c {
            '\u{2019}' | '\u{2bc}' | '\u{2018}' if previous.is_some_and(char::is_alphabetic) => '’',
            c => c,
        };
        out.push(end);
    }
    out.truncate(out.trim_end().len());
    Cow::Owned(out)
}

/// Whether a text surely is even: single spaces, none of them before a stop, no letter behind a
/// stop, and no initial behind a small letter.
fn is_even(text: &str) -> bool {
    let (mut before, mut last) = (' ', ' ');
    for c in text.chars() {
        let well = match c {
            ' ' => last != ' ',
            '.' => last != ' ' && !(before.is_lowercase() && last.is_uppercase()),
            '\u{200b}' | '\u{2019}' | '\u{2bc}' | '\u{2018}' => false,
            'a'..='z' | 'A'..='Z' => last != '.',
            _ => !c.is_whitespace() && (last != '.' || !c.is_alphabetic()),
        };
        if !well {
            return false;
        }
        (before, last) = (last, c);
    }
    last != ' '
}

/// Whether `token` is initials by its look alone: `J.`, `J.K.`, `J.-P.`, `JK`, `Yu.`, `Дж.`.
/// Without a stop it must be at most four capitals.
pub(super) fn is_initials(token: &str) -> bool {
    if !token.chars().next().is_some_and(char::is_uppercase) || token.len() > 24 {
        return false;
    }
    if token.contains('.') {
        let ends_in_stop = token.ends_with('.');
        let mut segments = token
            .split(['.', '-', '\u{2010}', '\u{2011}'])
            .filter(|s| !s.is_empty())
            .peekable();
        while let Some(segment) = segments.next() {
            let letters = segment.chars().count();
            let capitals = segment.chars().filter(|c| c.is_uppercase()).count();
            let last = segments.peek().is_none();
            let short =
                letters <= 2 || capitals == letters && letters <= 3 || letters == 3 && ends_in_stop;
            let well = short
                && segment.chars().next().is_some_and(char::is_uppercase)
                && segment.chars().all(char::is_alphabetic);
            if !well || last && !ends_in_stop && capitals != letters {
                return false;
            }
        }
        return !matches!(
            token,
            "St." | "Jr." | "Sr." | "Mc." | "Ltd." | "Inc." | "Co."
        );
    }
    let mut letters = 0;
    for c in token.chars() {
        if c.is_uppercase() {
            letters += 1;
        } else if !matches!(c, '-' | '\u{2010}' | '\u{2011}') {
            return false;
        }
    }
    (1..=4).contains(&letters)
}

/// Whether `token` is letters without a small one among them, two at least.
pub(super) fn is_capitals(token: &str) -> bool {
    let mut letters = 0;
    for c in token.chars().filter(|c| c.is_alphabetic()) {
        if !c.is_uppercase() {
            return false;
        }
        letters += 1;
    }
    letters >= 2
}

/// Whether `token` holds a vowel letter of Latin or Cyrillic.
pub(super) fn has_vowel(token: &str) -> bool {
    token
        .chars()
        .flat_map(char::to_lowercase)
        .any(|c| "aeiouyäöüáéíóúàèìòùâêîôûåæøœãõаеёиоуыэюяіїє".contains(c))
}

/// The initials of given names: `Jan Kees` gives `J. K.`, `Jean-Paul` `J.-P.`, `JK` `J. K.`.
///
/// ```
/// use bibsift::model::initials;
/// assert_eq!(initials("Winnie W. S."), "W. W. S.");
/// ```
pub fn initials(given: &str) -> String {
    let mut out = String::new();
    for token in given.split(|c: char| c.is_whitespace() || c == '.') {
        for (i, part) in token.split(['-', '\u{2010}', '\u{2011}']).enumerate() {
            let run = is_initials(part) && !part.contains('.');
            let wanted = if run { part.chars().count() } else { 1 };
            for c in part.chars().filter(|c| c.is_alphabetic()).take(wanted) {
                if !out.is_empty() {
                    out.push(if i > 0 || token.is_empty() { '-' } else { ' ' });
                }
                out.push(c);
                out.push('.');
            }
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn evened() {
        for (text, wanted) in [
            ("  J.  K.\u{a0}Tebes ", "J. K. Tebes"),
            ("Y.D.Mercado", "Y.D. Mercado"),
            ("C .H .Albright", "C.H. Albright"),
            ("BarbaraM.KEHM", "Barbara M. KEHM"),
            ("J.-P. Serre", "J.-P. Serre"),
            ("A.R.O'Brien", "A.R. O'Brien"),
        ] {
            assert_eq!(even(text), wanted);
        }
    }

    #[test]
    fn told_initials() {
        for token in [
            "J.", "J.K.", "J.-P.", "JK", "MHG", "J", "J-P", "Yu.", "Дж.", "Ch.", "И.", "R.E",
            "Th.", "C.-T.",
        ] {
            assert!(is_initials(token), "{token}");
        }
        for token in [
            "Li", "SMITH", "St.", "j.", "van", "Jan", "", "3", "D'A", "Smith.", "A.Smith",
        ] {
            assert!(!is_initials(token), "{token}");
        }
    }

    #[test]
    fn made_initials() {
        for (given, wanted) in [
            ("Jan Kees", "J. K."),
            ("Jean-Paul", "J.-P."),
            ("JK", "J. K."),
            ("J.K.", "J. K."),
            ("", ""),
            ("Александр Романович", "А. Р."),
            ("J.-P.", "J. -P."),
        ] {
            if given != "J.-P." {
                assert_eq!(initials(given), wanted, "{given}");
            }
        }
        assert_eq!(initials("J.-P."), "J.-P.");
    }
}

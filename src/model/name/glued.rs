//! Lists of names whose separators were lost: `Akihiro OgushiYasuko Shimizu`,
//! `Adeli K.Lewis G. F.`, `Martin OSauvant D`.

use super::token::is_initials;

/// Beginnings of family names that go on with a capital.
const BEGINNINGS: &[&str] = &[
    "Mc", "Mac", "De", "Di", "Le", "La", "Van", "Du", "Fitz", "Da", "Del", "Della", "Dela", "Des",
    "Dos", "Lo", "Los", "Las", "Ter", "Ten", "Vander", "Vanden", "Von", "St", "El", "Al", "Abu",
    "Ben", "Mac", "Dal", "O’", "O'", "D’", "D'", "Ó", "ap", "de", "van", "di", "du", "la", "le",
    "d'", "al", "el",
];

/// Cuts a text where names stand glued. Only if every piece then is a whole name (two words at
/// least) is it cut at all.
pub(super) fn split(text: &str) -> Vec<&str> {
    let mut cuts = Vec::new();
    let mut word_start = 0;
    let mut previous = ' ';
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|(_, n)| *n);
        if c.is_whitespace() || c == '-' {
            word_start = at + c.len_utf8();
        } else if c.is_uppercase() && at > word_start {
            let word = text.get(word_start..at).unwrap_or_default();
            // Longer words are no names, and looking at them again and again would be quadratic.
            let whole_before = || {
                let from = cuts.last().copied().unwrap_or(0);
                text.get(from..at).is_some_and(is_whole)
            };
            let lower_next = next.is_some_and(|n| n.is_lowercase() || matches!(n, '\'' | '’'));
            // `OgushiYasuko`
            let after_small = previous.is_lowercase() && !BEGINNINGS.contains(&word);
            // `K.Lewis`
            let after_stop = previous == '.' && lower_next;
            // `OSauvant`, `JKDoe`
            let after_capitals = previous.is_uppercase()
                && lower_next
                && is_initials(word)
                && next != Some('\'')
                && next != Some('’');
            if (after_small || after_stop || after_capitals)
                && at - word_start < 80
                && whole_before()
            {
                cuts.push(at);
                word_start = at;
            }
        } else if c.is_lowercase() && previous == '.' && at > word_start {
            // `A.van Alphen N.`
            let from = cuts.last().copied().unwrap_or(0);
            let rest = text.get(at..).unwrap_or_default();
            let particle = rest
                .split(' ')
                .next()
                .is_some_and(super::words::is_particle);
            if particle && text.get(from..at).is_some_and(is_whole) {
                cuts.push(at);
                word_start = at;
            }
        }
        previous = c;
    }
    let mut pieces = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for cut in cuts.into_iter().chain([text.len()]) {
        pieces.push(text.get(from..cut).unwrap_or_default().trim());
        from = cut;
    }
    if pieces.len() > 1 && pieces.iter().all(|piece| is_whole(piece)) {
        pieces
    } else {
        vec![text]
    }
}

/// Whether `text` can be a whole name: two words, one of them more than initials.
fn is_whole(text: &str) -> bool {
    let text = text.trim();
    // A name is short; longer text is not looked through again and again.
    let mut words = text.split_whitespace().take(12);
    let mut count = 0;
    let mut family = false;
    for word in &mut words {
        count += 1;
        family |= !is_initials(word) && word.chars().nth(1).is_some();
    }
    count > 1 && family
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cut() {
        for (text, pieces) in [
            (
                "Akihiro OgushiYasuko Shimizu",
                vec!["Akihiro Ogushi", "Yasuko Shimizu"],
            ),
            ("Adeli K.Lewis G. F.", vec!["Adeli K.", "Lewis G. F."]),
            ("Martin OSauvant D", vec!["Martin O", "Sauvant D"]),
            (
                "van 't Spijker A.Kreulen C. M.Creugers N. H.",
                vec!["van 't Spijker A.", "Kreulen C. M.", "Creugers N. H."],
            ),
            (
                "Rosenow F.van Alphen N.Becker A.",
                vec!["Rosenow F.", "van Alphen N.", "Becker A."],
            ),
            (
                "Ofstad Endre GrunerHerfindal IvarSolberg Erling John",
                vec![
                    "Ofstad Endre Gruner",
                    "Herfindal Ivar",
                    "Solberg Erling John",
                ],
            ),
            (
                "Schultz C. J.Mueller W. M.LaViolette P. S.",
                vec!["Schultz C. J.", "Mueller W. M.", "LaViolette P. S."],
            ),
            ("Deacon C.", vec!["Deacon C."]),
            ("Y.D.Mercado", vec!["Y.D.Mercado"]),
            ("BarbaraM.KEHM", vec!["BarbaraM.KEHM"]),
            ("Ronald McDonald", vec!["Ronald McDonald"]),
            ("Yves DeClerck", vec!["Yves DeClerck"]),
            ("Winnie W.S.Mak", vec!["Winnie W.S.Mak"]),
            ("A.R.O'Brien", vec!["A.R.O'Brien"]),
        ] {
            assert_eq!(split(text), pieces, "{text}");
        }
    }
}

//! Names of people written in two scripts.

use super::features::Person;
use crate::text::transliterate;

/// Whether a name in another script may be one in Latin letters: `张芳`, `Zhang Fang`; `Юрьев А.`,
/// `Iurev Aleksei`.
pub(super) fn same_transliterated(a: Person, b: Person) -> bool {
    let (foreign, latin) = if a.surname.is_ascii() { (b, a) } else { (a, b) };
    // A surname and given name in Han are one word; each character becomes a capitalised one.
    let spelt = transliterate::ascii(&format!("{} {}", foreign.surname, foreign.given));
    let mut words: Vec<String> = Vec::new();
    for (at, c) in spelt.char_indices() {
        let starts = c.is_uppercase() || spelt.get(..at).is_some_and(|head| head.ends_with(' '));
        if words.is_empty() || starts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.extend(c.to_lowercase().filter(|c| *c != ' '));
        }
    }
    words.retain(|word| !word.is_empty());
    let Some((surname, given)) = words.split_first() else {
        return false;
    };
    let given = given.concat();
    let is = |family: &str, first: &str| {
        let first = first.replace(' ', "");
        sounds(family) == sounds(surname)
            && (first.is_empty()
                || given.is_empty()
                || sounds(&first).starts_with(&sounds(&given))
                || sounds(&given).starts_with(&sounds(&first))
                || first.len() <= 3 && sounds(&first).get(..1) == sounds(&given).get(..1))
    };
    is(latin.surname, latin.given) || is(latin.given, latin.surname)
}

/// What schemes of transliteration have in common of a word.
fn sounds(word: &str) -> String {
    let bare: String = word
        .chars()
        .filter(|c| !matches!(c, 'i' | 'y' | 'j' | 'h' | '\''))
        .map(|c| match c {
            'w' => 'v',
            'x' | 'q' => 'k',
            other => other,
        })
        .collect();
    if bare.is_empty() {
        word.get(..1).unwrap_or("").to_owned()
    } else {
        bare
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person<'a>(surname: &'a str, given: &'a str) -> Person<'a> {
        Person { surname, given }
    }

    #[test]
    fn one_person_in_two_scripts() {
        for (foreign, latin) in [
            (person("张芳", ""), person("zhang", "fang")),
            (person("李晓东", ""), person("li", "x d")),
            (person("юрьев", "а"), person("iurev", "aleksei")),
            (person("щербаков", "алексеи"), person("shcherbakov", "a")),
        ] {
            assert!(same_transliterated(foreign, latin), "{foreign:?} {latin:?}");
        }
        assert!(!same_transliterated(
            person("张芳", ""),
            person("wang", "fang")
        ));
    }
}

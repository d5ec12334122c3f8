//! Names as pages print them, turned so that they are read as what they are.

use super::name_shape::is_group;
use crate::model::Name;

/// A name, or the name of a group, whose words are not turned round.
pub(super) fn name_of(words: &str) -> Name {
    if is_group(words) && !words.contains(',') {
        Name::literal(words)
    } else {
        Name::parse(words)
    }
}

/// `CE Mac an tSaoir`: behind two initials without stops all is the family name.
pub(super) fn behind_initials(name: String) -> String {
    match name.split_once(' ') {
        Some((initials, family))
            if (2..=4).contains(&initials.len())
                && initials.bytes().all(|b| b.is_ascii_uppercase())
                && family.contains(' ')
                && !family.contains([',', '.'])
                && family.contains(char::is_lowercase) =>
        {
            format!("{family}, {initials}")
        }
        _ => name,
    }
}

/// `Ó Dónaill S`, `Mac an tSaoir JJ`: before initials without stops all is the family name.
pub(super) fn before_initials(name: String) -> String {
    match name.rsplit_once(' ') {
        Some((family, initials))
            if (1..=3).contains(&initials.len())
                && initials.bytes().all(|b| b.is_ascii_uppercase())
                && family.contains(' ')
                && !family.contains([',', '.'])
                && family.contains(char::is_lowercase)
                && family.starts_with(char::is_uppercase)
                && family
                    .split(' ')
                    .all(|word| word == "Ó" || word.chars().nth(1).is_some())
                && !matches!(initials, "II" | "III" | "IV") =>
        {
            format!("{family}, {initials}")
        }
        _ => name,
    }
}

/// `Яковлева Нина Петровна`: where a patronymic ends a name, the family name begins it.
pub(super) fn with_patronymic(name: String) -> String {
    const ENDS: &[&str] = &[
        "вич",
        "вна",
        "чна",
        "ВИЧ",
        "ВНА",
        "ЧНА",
        "льич",
        "ЛЬИЧ",
        "омич",
        "ОМИЧ",
        "укич",
        "УКИЧ",
        "китич",
        "КИТИЧ",
        "узьмич",
        "УЗЬМИЧ",
        "оглы",
        "кызы",
        "Оглы",
        "Кызы",
        "огли",
        "оглу",
    ];
    let mut words = name.split(' ');
    let parts = (words.next(), words.next(), words.next(), words.next());
    match parts {
        (Some(family), Some(given), Some(father), None)
            if ENDS.iter().any(|end| father.ends_with(end))
                && !name.contains([',', '.'])
                && !ENDS.iter().any(|end| given.ends_with(end)) =>
        {
            format!("{family}, {given} {father}")
        }
        _ => name,
    }
}

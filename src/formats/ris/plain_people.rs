//! Names that are surely read back as they are written: `Family, Given`.

use crate::model::Name;

/// Whether a name is one of the many for which `Family, Given` is [`name_text`] and comes back:
/// a family name of one Latin word, with one given name or with given names and initials that end
/// in an initial. None of these is a list, a body, a suffix or the mark of a list cut off.
pub(super) fn is_plain_person(name: &Name) -> bool {
    // Names of more bytes are not split.
    const LONGEST: usize = 200;
    const COMPANY: [&str; 9] = [
        "inc", "ltd", "llc", "gmbh", "co", "corp", "plc", "pty", "limited",
    ];
    let (family, given) = (name.family.as_str(), name.given.as_str());
    if name.literal
        || !name.particle.is_empty()
        || !name.suffix.is_empty()
        || family.len() + given.len() > LONGEST
        || !is_capitalised(family)
    {
        return false;
    }
    match given.rsplit_once(' ') {
        Some((front, last)) => {
            is_initial(last)
                && front
                    .split(' ')
                    .all(|token| is_initial(token) || is_capitalised(token))
        }
        None if is_initial(given) => true,
        None => {
            is_capitalised(given) && !COMPANY.iter().any(|form| given.eq_ignore_ascii_case(form))
        }
    }
}

/// Whether a name is a family name and a given name of a few Han characters each. None of the
/// marks of a list cut off is among them but `等`.
pub(super) fn is_han_person(name: &Name) -> bool {
    let han = |part: &str| {
        (3..=9).contains(&part.len())
            && part
                .chars()
                .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && c != '等')
    };
    !name.literal
        && name.particle.is_empty()
        && name.suffix.is_empty()
        && han(&name.family)
        && han(&name.given)
}

/// `Family, Given`.
pub(super) fn with_comma(name: &Name) -> String {
    let mut text = String::with_capacity(name.family.len() + name.given.len() + 2);
    text.push_str(&name.family);
    text.push_str(", ");
    text.push_str(&name.given);
    text
}

/// A name as it is printed, if it is read back from that at one look.
pub(super) fn as_read(name: &Name) -> Option<String> {
    if name.literal || !name.particle.is_empty() || !name.suffix.is_empty() {
        return None;
    }
    let text = with_comma(name);
    let back = Name::plain(&text)?;
    (back.family == name.family && back.given == name.given).then_some(text)
}

/// `J.`
fn is_initial(token: &str) -> bool {
    matches!(token.as_bytes(), [b'A'..=b'Z', b'.'])
}

/// A Latin word that begins with a capital.
fn is_capitalised(token: &str) -> bool {
    let latin = |c: char| c.is_ascii_alphabetic() || c >= '\u{c0}' && c.is_alphabetic();
    token.starts_with(char::is_uppercase)
        && token
            .chars()
            .all(|c| c <= '\u{24f}' && latin(c) || matches!(c, '-' | '\''))
}

#[cfg(test)]
mod tests {
    use super::super::name_lines::{comes_back, name_text};
    use super::super::names::is_cut_mark;
    use super::*;

    proptest::proptest! {
        #[test]
        fn plain_people_come_back(
            family in "[A-ZÉŠ][A-Za-zéß'-]{0,9}|Group|Institut|Jr|Others|Mc|De|The",
            given in "([A-Z][.]|[A-ZÖ][a-zA-Zö'-]{0,8}|Jr|III|MD|Co|Limited|And)( ([A-Z][.]|[A-Z][a-z]{0,8})){0,3}|Inc|Junior|PhD|Neto|Ltd",
        ) {
            let name = Name { family: family.into(), given: given.into(), ..Name::default() };
            if is_plain_person(&name) {
                let text = name_text(&name);
                proptest::prop_assert_eq!(&text, &format!("{}, {}", name.family, name.given));
                proptest::prop_assert!(comes_back(&text, false) && !is_cut_mark(&text));
            }
        }
    }

    proptest::proptest! {
        #[test]
        fn han_people_come_back(
            family in "[\u{4e00}-\u{9fff}王等一]{1,3}",
            given in "[\u{4e00}-\u{9fff}明等一]{1,3}",
        ) {
            let name = Name { family: family.into(), given: given.into(), ..Name::default() };
            if is_han_person(&name) {
                let text = name_text(&name);
                proptest::prop_assert_eq!(&text, &with_comma(&name));
                proptest::prop_assert!(comes_back(&text, false) && !is_cut_mark(&text));
            }
        }
    }
}

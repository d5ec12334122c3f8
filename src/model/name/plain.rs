//! The printed form most names have, `Smith, John A.`, read without looking for anything else.

use super::words::is_suffix;
use super::{Name, corporate};

/// Longer texts are no names of this form.
const LONGEST: usize = 80;

/// The name in `text`, where it is a family name of one word, a comma, and given names and initials
/// parted by single spaces, with nothing in it that could be a particle, a suffix, a degree or the
/// name of a body. [`None`] says nothing: the text may still be a name.
pub(super) fn name(text: &str) -> Option<Name> {
    let comma = memchr::memchr(b',', text.as_bytes()).filter(|_| text.len() <= LONGEST)?;
    let (family, given) = (text.get(..comma)?, text.get(comma + 1..)?);
    let given = given.strip_prefix(' ')?;
    if !is_word(family) {
        return None;
    }
    let (mut initials, mut last) = (false, "");
    for token in given.split(' ') {
        let initial = matches!(token.as_bytes(), [b'A'..=b'Z', b'.']);
        if !initial && !is_word(token) {
            return None;
        }
        initials |= initial;
        last = token;
    }
    // Suffixes and companies are spelt in ASCII, and are no longer than this.
    let telling = last.len() <= 9 && last.is_ascii() && !last.ends_with('.');
    let alone = last.len() == given.len();
    if telling && (is_suffix(last) || alone && corporate::is_company(last)) {
        return None;
    }
    if !alone && !initials && corporate::inverted(family, given).is_some() {
        return None;
    }
    Some(Name {
        family: family.to_owned(),
        given: given.to_owned(),
        ..Name::default()
    })
}

/// Whether `token` is a capital and small letters of Latin: of ASCII, or from `À` to `ſ`.
fn is_word(token: &str) -> bool {
    let [first, rest @ ..] = token.as_bytes() else {
        return false;
    };
    let (mut lead, rest) = match (first, rest) {
        (b'A'..=b'Z', rest) => (0, rest),
        // The capitals among them most names begin with: `À` to `Þ`, `Ł`, `Š`, `Ž`, `Č`.
        (0xc3, [0x80..=0x96 | 0x98..=0x9e, rest @ ..])
        | (0xc5, [0x81 | 0xa0 | 0xbd, rest @ ..])
        | (0xc4, [0x8c, rest @ ..]) => (0, rest),
        _ => return false,
    };
    !rest.is_empty()
        && rest.iter().all(|&byte| {
            let well = match byte {
                b'a'..=b'z' | 0xc3..=0xc5 => true,
                // `×` and `÷` are no letters.
                0x80..=0xbf => lead != 0xc3 || !matches!(byte, 0x97 | 0xb7),
                _ => false,
            };
            lead = byte;
            well
        })
}

#[cfg(test)]
mod tests {
    use super::super::parse::thorough;
    use super::*;

    #[test]
    fn forms() {
        let read = |text| name(text).map(|name| (name.family, name.given));
        let some = |family: &str, given: &str| Some((family.to_owned(), given.to_owned()));
        assert_eq!(read("Smith, John A."), some("Smith", "John A."));
        assert_eq!(read("Łukasiewicz, L. J."), some("Łukasiewicz", "L. J."));
        for other in [
            "Smith",
            "Smith, Jr",
            "Acme, Inc",
            "Smith, J",
            "Smith,John",
            "Smith, John Jr",
            "Berg, Jan van der",
            "de Boer, Jan",
            "Group, Working Party",
            "SMITH, John",
            "Smith, ",
            "Smith, John, Jr",
            "Smith,  John",
            "A×b, C.",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_read_here_is_read_the_same_with_more_thought(
            family in "[A-ZÉŠŁČ][a-zéßşı]{1,8}|Group|Institut|Others|De|The|University|Bank",
            given in "([A-Z][.]|[A-ZÖ][a-zö]{1,8}|Jr|Iii|Md|Co|Limited|And|Neto|Of|Van)( ([A-Z][.]|[A-Z][a-z]{1,8}|Jr|Phd|De|Health))?",
        ) {
            let text = format!("{family}, {given}");
            if let Some(name) = name(&text) {
                proptest::prop_assert_eq!(name, thorough(&text));
            }
        }
    }
}

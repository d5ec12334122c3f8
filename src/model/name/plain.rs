//! The printed forms most names have, `Smith, John A.`, `Smith, JA`, `John A. Smith` and `王小明`, read
//! without looking for anything else.

use super::words::{is_capital_particle, is_eastern_order, is_kin, is_patronymic, is_suffix};
use super::{Name, corporate};

/// Longer texts are no names of this form.
const LONGEST: usize = 80;

/// The name in `text`, where it is words and initials parted by single spaces, a comma perhaps
/// behind a family name of one word, with nothing in it that could be a particle, a suffix, a degree
/// or the name of a body; or where it is a few Han characters. [`None`] says nothing: the text may
/// still be a name.
pub(super) fn name(text: &str) -> Option<Name> {
    if text.len() > LONGEST {
        return None;
    }
    if is_han(text) {
        return Some(Name::literal(text));
    }
    match text.bytes().position(|byte| byte == b',') {
        Some(comma) => with_comma(text.get(..comma)?, text.get(comma + 1..)?),
        None => without_comma(text),
    }
}

fn with_comma(family: &str, given: &str) -> Option<Name> {
    let given = given.strip_prefix(" ")?;
    if !is_word(family) {
        return None;
    }
    let (mut initials, mut last) = (false, "");
    for token in tokens(given) {
        let initial = is_initial(token);
        if !initial && !is_word(token) && !is_run_of_initials(token) {
            return None;
        }
        initials |= initial;
        last = token;
    }
    // Companies are spelt in ASCII, suffixes beyond it in two letters; both are no longer than this.
    let telling = last.len() <= 9 && !last.ends_with('.') && (last.is_ascii() || last.len() <= 4);
    let alone = last.len() == given.len();
    if telling && (is_suffix(last) || alone && corporate::is_company(last)) {
        return None;
    }
    if !alone && !initials && corporate::inverted(family, given).is_some() {
        return None;
    }
    Some(person(family, given))
}

fn without_comma(text: &str) -> Option<Name> {
    // Words that stand for those left out of a list.
    const OTHERS: [&str; 2] = ["Al", "Others"];
    let space = text.bytes().rposition(|byte| byte == b' ')?;
    let (given, family) = (text.get(..space)?, text.get(space + 1..)?);
    // `Johnson BW`
    if is_run_of_initials(family) && is_word(given) {
        return Some(person(given, family));
    }
    // In other scripts the order differs.
    if text.bytes().any(|byte| byte >= 0xd0) || !is_word(family) || OTHERS.contains(&family) {
        return None;
    }
    let (mut count, mut first) = (1, "");
    for token in tokens(given) {
        let initial = is_initial(token);
        if !initial && (!is_word(token) || corporate::may_be_of_a_body(token)) {
            return None;
        }
        // `Vincent Van Gogh`
        if count > 1 && is_capital_particle(token) {
            return None;
        }
        if count == 1 {
            first = token;
        }
        count += 1;
    }
    let more = count > 2 && (is_suffix(family) || is_patronymic(family) || is_kin(family));
    let eastern = count == 2 && is_eastern_order(first, family);
    if more || eastern || corporate::may_be_of_a_body(family) {
        return None;
    }
    Some(person(family, given))
}

fn person(family: &str, given: &str) -> Name {
    Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    }
}

/// What stands between the spaces of `text`.
fn tokens(text: &str) -> impl Iterator<Item = &str> {
    let mut rest = Some(text);
    std::iter::from_fn(move || {
        let whole = rest?;
        let Some(space) = whole.bytes().position(|byte| byte == b' ') else {
            rest = None;
            return Some(whole);
        };
        rest = whole.get(space + 1..);
        whole.get(..space)
    })
}

/// Two to four Han characters, and not the mark of a cut list behind a name.
fn is_han(text: &str) -> bool {
    let bytes = text.as_bytes();
    matches!(bytes, [0xe4..=0xe9, ..])
        && (6..=12).contains(&bytes.len())
        && text
            .chars()
            .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && c != '等')
}

/// `J.`, `É.`, `Ж.`
fn is_initial(token: &str) -> bool {
    match token.as_bytes() {
        [b'A'..=b'Z', b'.'] => true,
        [front @ .., b'.'] => front.len() == 2 && after_capital(front) == Some(&[]),
        _ => false,
    }
}

/// Whether `token` is initials without stops, and by their letters no family name in capitals.
fn is_run_of_initials(token: &str) -> bool {
    (1..=3).contains(&token.len())
        && token != "AL"
        && token
            .bytes()
            .all(|byte| byte.is_ascii_uppercase() && !matches!(byte, b'I' | b'U'))
}

/// What follows the capital at the front of `bytes`. Beyond ASCII those most names begin with: `À` to
/// `Þ`, `Ł`, `Š`, `Ž`, `Č`, and `А` to `Я`.
fn after_capital(bytes: &[u8]) -> Option<&[u8]> {
    match bytes {
        [b'A'..=b'Z', rest @ ..]
        | [0xc3, 0x80..=0x96 | 0x98..=0x9e, rest @ ..]
        | [0xc5, 0x81 | 0xa0 | 0xbd, rest @ ..]
        | [0xc4, 0x8c, rest @ ..]
        | [0xd0, 0x90..=0xaf, rest @ ..] => Some(rest),
        _ => None,
    }
}

/// Whether `token` is a capital and small letters of one script, or several such with hyphens
/// between them: of ASCII and from `À` to `ſ`, or of Cyrillic.
fn is_word(token: &str) -> bool {
    let mut rest = token.as_bytes();
    loop {
        let small = match (rest, after_capital(rest)) {
            (_, None) => return false,
            ([0xd0, ..], Some(small)) => cyrillic(small),
            (_, Some(small)) => latin(small),
        };
        match small {
            [] => return rest.len() > 2 || rest.is_ascii() && rest.len() == 2,
            [b'-', more @ ..] if small.len() + 1 < rest.len() => rest = more,
            _ => return false,
        }
    }
}

/// What follows the small letters of Latin at the front of `bytes`.
fn latin(bytes: &[u8]) -> &[u8] {
    let mut lead = 0;
    let letters = bytes.iter().take_while(|&&byte| {
        let well = match byte {
            b'a'..=b'z' | 0xc3..=0xc5 => true,
            // `×` and `÷` are no letters.
            0x80..=0xbf => lead != 0xc3 || !matches!(byte, 0x97 | 0xb7),
            _ => false,
        };
        lead = byte;
        well
    });
    bytes.get(letters.count()..).unwrap_or_default()
}

/// What follows the letters from `а` to `ѓ` at the front of `bytes`.
fn cyrillic(bytes: &[u8]) -> &[u8] {
    let pairs = bytes.chunks_exact(2);
    let letters =
        pairs.take_while(|pair| matches!(pair, [0xd0, 0xb0..=0xbf] | [0xd1, 0x80..=0x93]));
    bytes.get(2 * letters.count()..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::super::parse::thorough;
    use super::*;

    #[test]
    fn forms() {
        let read = |text| name(text).map(|name| (name.family, name.given));
        let some = |family: &str, given: &str| Some((family.into(), given.into()));
        assert_eq!(read("Smith, John A."), some("Smith", "John A."));
        assert_eq!(read("Łukasiewicz, L. J."), some("Łukasiewicz", "L. J."));
        assert_eq!(read("Зайцев, Александр"), some("Зайцев", "Александр"));
        assert_eq!(read("Smith-Jones, Ann"), some("Smith-Jones", "Ann"));
        assert_eq!(read("Elena M. Yılmaz"), some("Yılmaz", "Elena M."));
        assert_eq!(read("Johnson BW"), some("Johnson", "BW"));
        assert_eq!(read("Johnson, BW"), some("Johnson", "BW"));
        assert_eq!(read("Новиков, А."), some("Новиков", "А."));
        assert_eq!(read("王小明"), some("王小明", ""));
        for other in [
            "Smith",
            "Smith, Jr",
            "Acme, Inc",
            "Smith, CO",
            "Smith, JU",
            "王等",
            "王",
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
            "John Smith Jr",
            "Vincent Van Gogh",
            "Study Group",
            "Et Al",
            "Et AL",
            "Wei LIU",
            "Zhang Yingxun",
            "Александр Зайцев",
            "É",
            "John É",
        ] {
            assert_eq!(read(other), None, "{other}");
        }
    }

    proptest::proptest! {
        #[test]
        fn what_is_read_here_is_read_the_same_with_more_thought(
            family in "[A-ZÉŠŁČ][a-zéßşı]{1,8}(-[A-Z][a-z]{1,3})?|[А-Я][а-яё]{1,8}(-[А-Я][а-я]{1,3})?|Group|Institut|Others|De|The|University|Bank|Группа|Фонд|Совет",
            given in "([A-Z][.]|[ÉА-Я][.]|[A-Z]{1,3}|JR|MD|PHD|CO|SA|[A-ZÖ][a-zö]{1,8}(-[A-Z][a-z]{1,3})?|[А-Я][а-я]{1,8}|Jr|Iii|Md|Co|Limited|And|Neto|Of|Van|Мл|Ст)( ([A-Z][.]|[ÉА-Я][.]|[A-Z]{1,3}|MD|[A-Z][a-z]{1,8}|[А-Я][а-я]{1,8}|Jr|Phd|De|Health|Мл|Ст|Совет))?",
        ) {
            let text = format!("{family}, {given}");
            if let Some(name) = name(&text) {
                proptest::prop_assert_eq!(name, thorough(&text));
            }
        }

        #[test]
        fn what_is_read_of_han_is_read_the_same_with_more_thought(text in "[王李明一国院社等外.]{1,5}") {
            if let Some(name) = name(&text) {
                proptest::prop_assert_eq!(name, thorough(&text));
            }
        }

        #[test]
        fn what_is_read_without_comma_is_read_the_same_with_more_thought(
            front in "([A-Z][.]|[А-Я][а-я]{1,4}|[A-ZÖ][a-zö]{1,8}(-[A-Z][a-z]{1,3})?|Jr|Md|Co|The|And|Neto|Of|Van|World|United|Kim|Zhang|Li|Wang|Park|San|St|Le) ",
            middle in "(([A-Z][.]|[A-Z][a-zé]{1,8}|De|Health|Y|E|La|Mac|Van|Of|On|Per) ){0,2}",
            last in "[A-ZÉŠŁČ][a-zéßşı]{1,8}(-[A-Z][a-z]{1,3})?|Group|Institut|Jr|Sr|Ii|Iv|Petrovich|Ivanovna|Wei|Xiaoming|Min-Ji|Li|Na|University|Bank|Inc|Study|Research|Trial|Network|[A-Z]{1,3}|JR|MA|SA",
        ) {
            let text = format!("{front}{middle}{last}");
            if let Some(name) = name(&text) {
                proptest::prop_assert_eq!(name, thorough(&text));
            }
        }
    }
}

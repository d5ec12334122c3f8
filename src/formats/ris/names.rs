//! Names as RIS lists them.

use crate::model::{Name, Names};

/// Adds the names of one value to a list: one name, or several between semicolons, or several
/// like `Kim JW, Suh CH` between commas. A mark of a list cut off is no name.
pub(super) fn add_names(value: &str, names: &mut Names) {
    // Most values are one name of the usual form.
    if let Some(name) = Name::plain(value) {
        names.list.push(name);
        return;
    }
    for part in semicolons(value) {
        let part = part.trim();
        if surnames_with_initials(part) {
            part.split(',').for_each(|one| add_name(one.trim(), names));
        } else if part.contains(" and ") && part.split(" and ").all(|one| one.contains(',')) {
            part.split(" and ")
                .for_each(|one| add_name(one.trim(), names));
        } else {
            add_name(part, names);
        }
    }
}

/// The parts of a value between semicolons, those left out that end a character reference
/// (`Fern&#225;ndez`).
fn semicolons(value: &str) -> impl Iterator<Item = &str> {
    // The one beyond ASCII begins with this byte in UTF-8.
    let several = memchr::memchr2(b';', 0xef, value.as_bytes()).is_some();
    let mut rest = Some(value);
    std::iter::from_fn(move || {
        let whole = rest?;
        if !several {
            rest = None;
            return Some(whole);
        }
        let mut from = 0;
        while let Some(found) = whole.get(from..).and_then(|text| text.find([';', '；'])) {
            let at = from + found;
            let end = at
                + if whole.as_bytes().get(at) == Some(&b';') {
                    1
                } else {
                    '；'.len_utf8()
                };
            let head = whole.get(..at).unwrap_or_default();
            if !ends_in_reference(head) {
                rest = whole.get(end..);
                return Some(head);
            }
            from = end;
        }
        rest = None;
        Some(whole)
    })
}

/// Whether a text ends in a character reference that wants its semicolon.
pub(super) fn ends_in_reference(text: &str) -> bool {
    // The longest name of a reference that stands in names of people has far fewer letters.
    let tail: &str = text.rsplit('&').next().unwrap_or_default();
    tail.len() < text.len()
        && (2..=8).contains(&tail.len())
        && tail.bytes().enumerate().all(|(at, byte)| {
            byte.is_ascii_alphanumeric() || at == 0 && byte == b'#' && tail.len() > 1
        })
}

fn add_name(text: &str, names: &mut Names) {
    if text.is_empty() {
        return;
    }
    if is_cut_mark(text) {
        names.truncated = true;
        return;
    }
    let mut whole = text;
    for mark in [" et al.", " et al", " and others", "等"] {
        if let Some(rest) = whole.strip_suffix(mark)
            && !rest.trim().is_empty()
        {
            names.truncated = true;
            whole = rest.trim().trim_end_matches(',').trim_end();
            break;
        }
    }
    names.list.push(name(whole));
}

/// One name. `Family, Given, Suffix` is RIS's own order; a trailing comma marks a name that is
/// not to be split.
fn name(text: &str) -> Name {
    if let Some(whole) = text.strip_suffix(',')
        && !whole.contains(',')
    {
        return Name::literal(whole.trim());
    }
    let mut parts = text.split(',').map(str::trim);
    if let (Some(family), Some(given), Some(suffix), None) =
        (parts.next(), parts.next(), parts.next(), parts.next())
        && is_suffix(suffix)
    {
        let mut name = Name::parse(&format!("{family}, {given}"));
        name.suffix = suffix.into();
        return name;
    }
    Name::parse(text)
}

/// Whether a word is a name's suffix.
fn is_suffix(text: &str) -> bool {
    ["jr", "sr", "ii", "iii", "iv", "v"]
        .iter()
        .any(|suffix| text.trim_end_matches('.').eq_ignore_ascii_case(suffix))
}

/// Whether a text says that a list goes on.
pub(super) fn is_cut_mark(text: &str) -> bool {
    let text = text.trim_start_matches(['&', ' ']);
    [
        "et al",
        "et al.",
        "others",
        "and others",
        "...",
        "…",
        "等",
        "[et al.]",
        "and al.",
        "u.a.",
    ]
    .iter()
    .any(|mark| text.eq_ignore_ascii_case(mark))
}

/// Whether a text is a list such as `Kim JW, Suh CH`: surnames, each with initials behind it.
fn surnames_with_initials(text: &str) -> bool {
    if memchr::memchr(b',', text.as_bytes()).is_none() {
        return false;
    }
    let mut count = 0;
    for part in text.split(',') {
        let Some((surname, initials)) = part.trim().rsplit_once(' ') else {
            return false;
        };
        let capitals = initials.chars().all(char::is_uppercase);
        if surname.is_empty() || !capitals || initials.chars().count() > 3 {
            return false;
        }
        count += 1;
    }
    count > 1
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_of_names_on_one_line() {
        let read = |text| {
            let mut names = Names::default();
            add_names(text, &mut names);
            (names.list.len(), names.truncated)
        };
        assert_eq!(read("Kim, JW; Suh, CH"), (2, false));
        assert_eq!(read("Kim JW, Suh CH"), (2, false));
        assert_eq!(read("Kim, J and Suh, C"), (2, false));
        assert_eq!(read("Barnes and Noble, Inc."), (1, false));
        assert_eq!(read("Kim, JW et al."), (1, true));
        assert_eq!(read("et al."), (0, true));
        assert_eq!(read("..."), (0, true));
    }

    #[test]
    fn a_character_reference_is_one_piece() {
        assert_eq!(
            semicolons("Fern&#225;ndez, M.; &Ouml;zt&uuml;rk, D. S.").collect::<Vec<_>>(),
            ["Fern&#225;ndez, M.", " &Ouml;zt&uuml;rk, D. S."]
        );
        assert_eq!(semicolons("A & B; C").collect::<Vec<_>>(), ["A & B", " C"]);
    }

    #[test]
    fn suffixes_and_whole_names() {
        let mut names = Names::default();
        add_names("Smith, John, Jr.; Winnie Mak,", &mut names);
        assert_eq!(names.list[0].suffix, "Jr.");
        assert_eq!(names.list[1], Name::literal("Winnie Mak"));
    }
}

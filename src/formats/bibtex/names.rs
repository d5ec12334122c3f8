//! Name lists: from `van der Waals, Jr., J. and {WHO} and others` to [`Names`] and back.

use std::borrow::Cow;

use compact_str::CompactString;

use super::lists::{bare, split_and, split_at, unbraced};
use super::ordinary::{is_ordinary, trimmed};
use crate::model::{Extra, Field, Kind, Markup, Name, Names, Record, Value};
use crate::text::latex;

/// Reads a name list as it stands in a value. [`None`] where it is not in the syntax of BibTeX:
/// separated by semicolons, or a name with more than two commas.
pub(super) fn read(value: &str) -> Option<Names> {
    if has_semicolons(value) {
        return None;
    }
    let items = split_and(value);
    let mut names = Names {
        list: Vec::with_capacity(items.len()),
        truncated: false,
    };
    for item in items {
        if is_others(item) {
            names.truncated = true;
        } else {
            // `A and , and B` holds two names.
            let name = read_one(item)?;
            let empty = name.family.is_empty() && name.given.is_empty() && name.particle.is_empty();
            names.list.extend((!empty).then_some(name));
        }
    }
    Some(names)
}

/// `others`, or what people write for it.
pub(super) fn is_others(item: &str) -> bool {
    (5..=7).contains(&item.len())
        && ["others", "et al.", "et al", "et. al."]
            .iter()
            .any(|word| word.eq_ignore_ascii_case(item))
}

/// Whether semicolons separate: outside braces, and not the end of an HTML entity.
fn has_semicolons(value: &str) -> bool {
    if memchr::memchr(b';', value.as_bytes()).is_none() {
        return false;
    }
    let parts = split_at(value, b';');
    let entity = |part: &&str| {
        part.rsplit('&').next().is_some_and(|word| {
            word.len() < part.len()
                && word.len() < 10
                && word
                    .bytes()
                    .all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
        })
    };
    let last = parts.len() - 1;
    parts
        .iter()
        .take(last)
        .any(|part| !part.is_empty() && !entity(part))
}

fn read_one(item: &str) -> Option<Name> {
    if let Some(name) = simple(item) {
        return Some(name);
    }
    if unbraced(item).is_some() {
        return Some(Name::literal(plain(bare(item))));
    }
    let parts = split_at(item, b',');
    if let Some(name) = extended(&parts) {
        return Some(name);
    }
    match *parts.as_slice() {
        [whole] => Some(one_part(whole)),
        // A comma at the end says where the family name ends.
        [last, ""] => Some(three_parts(last, "", "")),
        [last, first] | [last, first, ""] => Some(three_parts(last, "", first)),
        [last, suffix, first] => Some(three_parts(last, suffix, first)),
        _ => None,
    }
}

/// The name in its most frequent forms, `First Last` and `Last, First` in ordinary characters;
/// [`None`] where a closer look is needed.
fn simple(item: &str) -> Option<Name> {
    let bytes = item.as_bytes();
    if !is_ordinary(item) || bytes.contains(&b'=') || bytes.contains(&NBSP) {
        return None;
    }
    let Some(comma) = memchr::memchr(b',', bytes) else {
        return Some(Name::parse(item));
    };
    let family = trimmed(item.get(..comma)?);
    let given = trimmed(item.get(comma + 1..)?);
    let one_word = !family.is_empty() && !family.bytes().any(|byte| byte == b' ');
    (one_word && !given.bytes().any(|byte| byte == b',')).then(|| Name {
        family: family.into(),
        given: given.into(),
        ..Name::default()
    })
}

/// The first byte of a no-break space, and of little else.
const NBSP: u8 = 0xC2;

/// `von Last, Jr, First`: words in lower case before the last are the particle.
fn three_parts(last: &str, suffix: &str, first: &str) -> Name {
    if !last.bytes().any(|b| b.is_ascii_whitespace() || b == b'~') {
        return Name {
            family: plain(last),
            given: plain(first),
            suffix: plain(suffix),
            ..Name::default()
        };
    }
    let words = words(last);
    let family = words.len().saturating_sub(1);
    let particles = words
        .iter()
        .take(family)
        .take_while(|word| is_lower(word))
        .count();
    let (particle, family) = words.split_at_checked(particles).unwrap_or_default();
    Name {
        family: join(family),
        given: plain(first),
        particle: join(particle),
        suffix: plain(suffix),
        ..Name::default()
    }
}

/// A name without comma. Braces that hold several words together are heeded as BibTeX heeds them;
/// otherwise the name says itself how it is to be read.
fn one_part(whole: &str) -> Name {
    let words = words(whole);
    let held = words
        .iter()
        .any(|word| word.contains('{') && word.contains(char::is_whitespace));
    let (Some((last, before)), true) = (words.split_last(), held) else {
        return Name::parse(&plain(whole));
    };
    let given = before.iter().take_while(|word| !is_lower(word)).count();
    let (given, particle) = before.split_at_checked(given).unwrap_or_default();
    Name {
        family: plain(last),
        given: join(given),
        particle: join(particle),
        ..Name::default()
    }
}

/// The extended form `family=…, given=…, prefix=…, suffix=…`.
fn extended(parts: &[&str]) -> Option<Name> {
    let mut name = Name::default();
    for part in parts {
        let (key, value) = part.split_once('=')?;
        let value = value.trim();
        let value = value
            .strip_prefix('"')
            .and_then(|v| v.strip_suffix('"'))
            .unwrap_or(value);
        let slot = match key.trim() {
            "family" => &mut name.family,
            "given" => &mut name.given,
            "prefix" => &mut name.particle,
            "suffix" => &mut name.suffix,
            // Initials, sorting and the like follow from the rest.
            _ => continue,
        };
        *slot = plain(value);
    }
    (!name.family.is_empty()).then_some(name)
}

/// Words, with braces holding together.
fn words(text: &str) -> Vec<&str> {
    let (mut words, mut start, mut depth) = (Vec::new(), None, 0_usize);
    for (at, byte) in text.bytes().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 && (byte.is_ascii_whitespace() || byte == b'~') {
            words.extend(start.take().and_then(|start| text.get(start..at)));
        } else {
            start.get_or_insert(at);
        }
    }
    words.extend(start.and_then(|start| text.get(start..)));
    words
}

/// Whether the first letter of a word is in lower case (`von`, `'s-`), so that it is a particle. One
/// in braces is not.
fn is_lower(word: &str) -> bool {
    let first = if word.starts_with('\\') {
        latex::decode(word).0.chars().find(|c| c.is_alphabetic())
    } else {
        word.starts_with('{')
            .then_some('{')
            .or_else(|| word.chars().find(|c| c.is_alphabetic()))
    };
    first.is_some_and(char::is_lowercase)
}

fn join(words: &[&str]) -> CompactString {
    match words {
        [] => CompactString::default(),
        [one] => plain(one),
        _ => plain(&words.join(" ")),
    }
}

/// Decodes LaTeX and takes groups away: a name is plain text.
fn plain(value: &str) -> CompactString {
    let value = trimmed(value);
    if is_ordinary(value) && !value.as_bytes().contains(&NBSP) {
        return value.into();
    }
    let (decoded, markup) = latex::decode(value);
    let text = if markup {
        Cow::Owned(latex::to_plain(&decoded))
    } else {
        decoded
    };
    // A tie holds initials together in print; it is a space to everybody else.
    let text = if text.contains('\u{a0}') {
        Cow::Owned(text.replace('\u{a0}', " "))
    } else {
        text
    };
    trimmed(&text).into()
}

/// What stands between a field and the name of a data annotation on its items.
pub(super) const ANNOTATION: &str = "+an:";

/// The name of the data annotation that holds names in a second script.
pub(super) const PARALLEL: &str = "parallel";

/// The data annotations that hold what a source says of people, and what [`Name::about`] calls it.
pub(super) const ABOUT: [(&str, &str); 2] = [("orcid", "ORCID"), ("affiliation", "affiliation")];

/// The name field that a data annotation of ours is on, and the annotation's name.
pub(super) fn annotated(name: &str) -> Option<(Field, &str)> {
    let (field, what) = name.split_once(ANNOTATION)?;
    let ours = what == PARALLEL || ABOUT.iter().any(|(own, _)| *own == what);
    let field = Field::from_bib(field).filter(|field| ours && field.kind() == Kind::Names)?;
    Some((field, what))
}

/// Gives the names of `record` what `annotation` says of them: their form in a second script, an
/// ORCID, an affiliation.
pub(super) fn annotate(record: &mut Record, annotation: Extra) {
    let value = match annotation.value.value.markup {
        Markup::Plain => latex::escape_plain(&annotation.value.value.content).into(),
        Markup::Latex => annotation.value.value.content.clone(),
    };
    let about = annotated(&annotation.name);
    let names = about.and_then(|(field, _)| record.tracked_mut(field));
    let (Some((_, what)), Some(Value::Names(names))) =
        (about, names.map(|tracked| &mut tracked.value))
    else {
        record.extra.push(annotation);
        return;
    };
    let own = ABOUT.iter().find(|(own, _)| *own == what);
    let one = |part: &str| {
        let (n, value) = part.split_once('=')?;
        let at = n.trim().parse::<usize>().ok()?.checked_sub(1)?;
        let value = value.trim().trim_matches('"');
        (at < names.list.len()).then(|| (at, value.to_owned()))
    };
    // One that is not wholly of these names stays what it is.
    let parts: Option<Vec<_>> = split_at(&value, b';').into_iter().map(one).collect();
    let Some(parts) = parts else {
        record.extra.push(annotation);
        return;
    };
    for (at, value) in parts {
        let Some(name) = names.list.get_mut(at) else {
            continue;
        };
        match own {
            Some((_, own)) => name.about.push(((*own).to_owned(), plain(&value).into())),
            None => name.parallel = read_one(&value).map(Box::new),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::names_out::write;
    use super::*;

    fn name(particle: &str, family: &str, suffix: &str, given: &str) -> Name {
        Name {
            family: family.into(),
            given: given.into(),
            particle: particle.into(),
            suffix: suffix.into(),
            ..Name::default()
        }
    }

    fn one(value: &str) -> Name {
        let names = read(value).unwrap();
        assert_eq!(names.list.len(), 1, "{value}");
        names.list[0].clone()
    }

    #[test]
    fn comma_forms_are_read_by_bibtex_rules() {
        for (value, expected) in [
            (
                "van der Waals, Jr., J.",
                name("van der", "Waals", "Jr.", "J."),
            ),
            ("Doe, Jane", name("", "Doe", "", "Jane")),
            ("De La Cruz, Juan", name("", "De La Cruz", "", "Juan")),
            ("Juan De La Cruz", name("", "De La Cruz", "", "Juan")),
            ("Silva e Costa, Ana", name("", "Silva e Costa", "", "Ana")),
            ("{van Gogh}, Vincent", name("", "van Gogh", "", "Vincent")),
            ("Doe,", name("", "Doe", "", "")),
            ("Doe, Jane,", name("", "Doe", "", "Jane")),
            ("{Doe, Roe}, J", name("", "Doe, Roe", "", "J")),
            ("李, 四", name("", "李", "", "四")),
            (
                "family=Berg, given={Jan}, prefix=van der, useprefix=true",
                name("van der", "Berg", "", "Jan"),
            ),
            (
                "John {von Neumann Smith}",
                name("", "von Neumann Smith", "", "John"),
            ),
        ] {
            assert_eq!(one(value), expected, "{value}");
        }
    }

    #[test]
    fn braces_make_a_literal() {
        assert_eq!(
            one("{Barnes and Noble, Inc.}"),
            Name::literal("Barnes and Noble, Inc.")
        );
        assert_eq!(one("{{WHO}}"), Name::literal("WHO"));
    }

    #[test]
    fn others_is_no_person() {
        let names = read("Doe, J. and others").unwrap();
        assert_eq!((names.list.len(), names.truncated), (1, true));
    }

    #[test]
    fn what_is_no_bibtex_list_is_none() {
        assert_eq!(read("Doe, J.; Roe, R."), None);
        assert_eq!(read("Doe J, Roe R, Poe E, Moe M"), None);
        assert!(
            read("M&uuml;ller, K.").is_some(),
            "an entity ends with a semicolon"
        );
    }

    #[test]
    fn what_is_written_is_read_again() {
        for expected in [
            name("van der", "Waals", "Jr.", "J."),
            name("", "van Gogh", "", "Vincent"),
            name("", "Doe", "Jr.", ""),
            name("", "Doe, Roe", "", "J"),
            name("", "Black and White", "", "A. and B."),
            name("", "", "", "Madonna"),
            Name::literal("Barnes and Noble, Inc."),
            Name::literal("王小明"),
            Name::literal("others"),
        ] {
            let mut out = String::new();
            let names = Names {
                list: vec![expected.clone()],
                truncated: true,
            };
            write(&names, true, &mut out);
            assert_eq!(read(&out).unwrap(), names, "{out}");
        }
    }
}

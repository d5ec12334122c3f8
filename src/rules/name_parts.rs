//! Going through the parts of names.

use super::{
    email_in_name, empty_name, name_with_degree, name_with_mark, name_with_role, orcid_in_name,
    others_as_name,
};
use crate::model::{Name, Names};

/// Rewrites family and given names, of second scripts too: `rewrite` sees a part and whether it
/// is a whole name, and gives what it ought to be. Says whether anything changed.
pub(super) fn rewrite(names: &mut Names, rewrite: impl Fn(&str, bool) -> Option<String>) -> bool {
    let mut changed = false;
    names.list.retain_mut(|name| {
        let mut own = rewrite_one(name, &rewrite);
        if let Some(parallel) = &mut name.parallel {
            own |= rewrite_one(parallel, &rewrite);
        }
        changed |= own;
        // What had no letter before may be the mark of a cut list.
        !own || !is_empty(name)
    });
    changed
}

fn rewrite_one(name: &mut Name, rewrite: &impl Fn(&str, bool) -> Option<String>) -> bool {
    let whole = name.literal;
    let mut changed = false;
    for part in [&mut name.family, &mut name.given] {
        if !part.is_empty()
            && let Some(new) = rewrite(part, whole)
        {
            *part = new.into();
            changed = true;
        }
    }
    if changed && name.family.is_empty() && !name.given.is_empty() {
        name.family = std::mem::take(&mut name.given);
    }
    changed
}

/// Whether `name` is words with one capital each, and initials, or a short Chinese name: no rule
/// about names has anything to do with it, or with a list of nothing else.
pub(super) fn is_plain(name: &Name) -> bool {
    let (family, given) = (name.family.as_str(), name.given.as_str());
    if !name.suffix.is_empty() || name.parallel.is_some() {
        return false;
    }
    if name.literal {
        return given.is_empty() && is_short_han(family);
    }
    if is_han(family) {
        return is_han(given);
    }
    if !is_word(family.as_bytes()) {
        return false;
    }
    let (mut tokens, mut last): (_, &[u8]) = (0, b"");
    let bytes = given.as_bytes();
    for token in bytes.split(|byte| *byte == b' ') {
        if !is_initial(token) && !is_word(token) {
            return is_run_of_initials(bytes) && !may_be_others(family);
        }
        tokens += 1;
        last = token;
    }
    let degree =
        tokens > 1 && !last.ends_with(b".") && name_with_degree::degree_at(given).is_some();
    !degree && !may_be_others(family) && !may_be_others(given)
}

/// Whether `part` ends in the letter of a mark such as `others` and is one.
fn may_be_others(part: &str) -> bool {
    let last = part.bytes().next_back().unwrap_or_default();
    let may_be = match last {
        // A word alone is one only of these.
        b'l' | b's' if !part.contains(' ') => matches!(part, "Etal" | "Others"),
        b'l' | b'i' | b'a' | b's' | b'k' => part.contains(' '),
        // The only mark of initials is `u. a.`
        b'.' => !part.is_ascii() || part.ends_with("U. A."),
        _ => false,
    };
    may_be && others_as_name::without(part, false).is_some()
}

/// Whether `name` is two or three Han characters, too few for a role behind the name, and no word for
/// nobody.
fn is_short_han(name: &str) -> bool {
    (6..=9).contains(&name.len()) && is_han(name) && !empty_name::is_nobody(name)
}

/// Whether `part` is Han characters and none of them the mark of a cut list.
fn is_han(part: &str) -> bool {
    matches!(part.as_bytes(), [0xe4..=0xe9, ..])
        && part
            .chars()
            .all(|c| matches!(c, '\u{4e00}'..='\u{9fff}') && c != '等')
}

/// `J.`, `А.`
fn is_initial(token: &[u8]) -> bool {
    matches!(token, [b'A'..=b'Z', b'.'] | [0xd0, 0x90..=0xaf, b'.'])
}

/// `JA`: up to three initials without stops, which alone are no degree.
fn is_run_of_initials(given: &[u8]) -> bool {
    (1..=3).contains(&given.len()) && given.iter().all(u8::is_ascii_uppercase)
}

/// Whether `token` is a capital and small letters of Latin or of Cyrillic, or several such with
/// hyphens or apostrophes between them.
fn is_word(token: &[u8]) -> bool {
    match token {
        [0xd0, ..] => is_cyrillic_word(token),
        _ => is_latin_word(token),
    }
}

/// The letters from `А` to `я`, and `ё`.
fn is_cyrillic_word(token: &[u8]) -> bool {
    token.split(|byte| *byte == b'-').all(|word| {
        let (letters, rest) = word.as_chunks::<2>();
        matches!(letters, [[0xd0, 0x90..=0xaf], small @ ..] if !small.is_empty()
        && small.iter().all(|letter| {
            matches!(letter, [0xd0, 0xb0..=0xbf] | [0xd1, 0x80..=0x8f | 0x91])
        })) && rest.is_empty()
    })
}

fn is_latin_word(token: &[u8]) -> bool {
    let (mut start, mut small, mut lead) = (true, false, 0);
    for &byte in token {
        match byte {
            b'a'..=b'z' if !start => small = true,
            b'A'..=b'Z' if start => start = false,
            b'-' | b'\'' if !start => start = true,
            0xc3..=0xc5 => start = false,
            // `×` and `÷` are no letters.
            0x80..=0xbf if lead != 0xc3 || !matches!(byte, 0x97 | 0xb7) => {}
            _ => return false,
        }
        lead = byte;
    }
    small && !start
}

/// Whether something beside the name still stands in it that another rule will take out. Rules
/// that read a name anew or change its letters wait for that.
pub(super) fn is_littered(name: &Name) -> bool {
    let wrong = |part: &str| {
        !part.is_empty()
            && (orcid_in_name::without(part).is_some()
                || email_in_name::without(part).is_some()
                || name_with_mark::unmarked(part, name.literal).is_some()
                || name_with_role::mark_of(part, name.literal).is_some()
                || others_as_name::without(part, name.literal).is_some()
                || !name.literal && name_with_degree::degree_at(part).is_some())
    };
    wrong(&name.family) || wrong(&name.given)
}

/// Whether a name holds no letter or digit.
pub(super) fn is_empty(name: &Name) -> bool {
    !name.family.chars().any(char::is_alphanumeric)
        && !name.given.chars().any(char::is_alphanumeric)
        && name.parallel.as_deref().is_none_or(is_empty)
}

/// The name as one string in the order a list prints it: given names behind a comma.
pub(super) fn printed(name: &Name) -> String {
    let mut out = String::new();
    for (before, part) in [
        ("", &name.particle),
        (" ", &name.family),
        (", ", &name.suffix),
        (", ", &name.given),
    ] {
        if !part.is_empty() {
            if !out.is_empty() {
                out.push_str(before);
            }
            out.push_str(part);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::model::{Field, Record};
    use crate::report::Findings;
    use crate::rules::{RULES, Reads, apply, testing::all};

    fn name(family: &str, given: &str) -> Name {
        Name {
            family: family.into(),
            given: given.into(),
            ..Name::default()
        }
    }

    #[test]
    fn plain_and_other_names() {
        for (family, given) in [
            ("Smith", "John A."),
            ("O'Brien-Łuk", "J."),
            ("Müller", "Éva"),
            ("Ölund", "Per"),
            ("Новиков", "А."),
            ("Римский-Корсаков", "Николай"),
            ("Smith", "JA"),
            ("王", "小明"),
        ] {
            assert!(is_plain(&name(family, given)), "{family}, {given}");
        }
        for (family, given) in [
            ("SMITH", "John"),
            ("Smith", ""),
            ("Smith", "J.K."),
            ("Smith", "John PhD"),
            ("Smith", "John Med"),
            ("others", "John"),
            ("Smith", "John Et al"),
            ("Smith1", "John"),
            ("SmithJones", "Ann"),
            ("Smith-", "Ann"),
            ("НОВИКОВ", "А."),
            ("Новиков", "а"),
            ("王小明", ""),
            ("王", "小等"),
            ("Smith", "JOHN"),
        ] {
            assert!(!is_plain(&name(family, given)), "{family}, {given}");
        }
        assert!(is_plain(&Name::literal("王小明")));
        for other in ["王", "王小等", "佚名", "王小明主编", "WHO"] {
            assert!(!is_plain(&Name::literal(other)), "{other}");
        }
    }

    proptest! {
        #[test]
        fn no_rule_changes_plain_names(names in prop::collection::vec((
            "[A-ZÉŠ][a-zéß]{1,8}(['-][A-Z][a-z]{1,4})?|[王李明著]{1,2}|[А-Я][а-яё]{1,8}|Others|Etal|Anon|Md|Др",
            "([A-Z][.]|[А-Я][.]|[A-ZÖ][a-zö]{1,8}|[А-Я][а-я]{1,8}|Ph|Al|Et|U[.]|И|[A-Z]{1,3}|AL|MD|[王小明著他]{1,2})( ([A-Z][.]|[А-Я][.]|[A-Z][a-z]{1,8}|Phd|Med|Md|Al|A[.]|Др)){0,2}",
        ), 1..4), han in prop::collection::vec("[王李明编著譯主他外整理撰无名暂佚]{1,4}", 0..3)) {
            let mut list: Vec<Name> = names.iter().map(|(family, given)| name(family, given)).collect();
            list.extend(han.iter().map(Name::literal));
            list.retain(is_plain);
            // So that the list as a whole is not known to be plain, and every rule looks at it.
            list.push(Name::literal("Bundestag"));
            let mut record = Record::default();
            record.put(Field::Author, Names { list, truncated: false });
            let before = record.clone();
            for rule in RULES.iter().filter(|rule| rule.reads == Reads::NAMES) {
                let mut names = record.clone();
                apply(rule, &mut names, &all(), &mut Findings::default());
                prop_assert_eq!(&names, &before, "{}", rule.doc.id);
            }
        }
    }
}

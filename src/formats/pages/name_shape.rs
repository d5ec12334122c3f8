//! The shape of one name: initials, groups of people, and words that stand in no name.

use std::collections::HashSet;
use std::sync::OnceLock;

use super::lengths::Lengths;
use super::lines::{has_wide, is_letter, is_wide};
use super::name_words::{BODIES, GROUPS, NOT_NAMES, PARTICLES};
use super::needles::holds;
use crate::text::mojibake;

/// Whether the text is nothing but initials: `J. P.`, `JP`, `М.И.`, `J.-P.`
pub(super) fn is_initials(text: &str) -> bool {
    // `M. del P.`, `J. da S.`
    let joints = [
        "de", "del", "la", "las", "los", "da", "das", "do", "dos", "e", "y",
    ];
    let mut words = text.split(' ');
    if words.next().is_some_and(|word| word.ends_with('.')) && words.any(|w| joints.contains(&w)) {
        let short = |word: &str| {
            let bare = word.trim_end_matches('.');
            bare.chars().count() <= 2 && bare.starts_with(char::is_uppercase)
        };
        // `H. M. de la O` has a family name.
        return text.ends_with('.')
            && text
                .split(' ')
                .all(|word| joints.contains(&word) || short(word));
    }
    let letters = text.chars().filter(|c| is_letter(*c)).take(7).count();
    if !(1..=6).contains(&letters) {
        return false;
    }
    // `LI Y` is a family name and its initial.
    let family = !text.contains('.')
        && text.trim().contains(' ')
        && text
            .split(' ')
            .any(|word| word.chars().count() > 1 && !word.contains('-'));
    // So is `ЛИ С.`, but not `Yu. A.` or `J. P.`
    let cut = text.trim().split_once(' ').is_some_and(|(family, given)| {
        let bare = given.trim_end_matches('.');
        family.chars().count() >= 2
            && family.chars().all(char::is_uppercase)
            && bare.len() < given.len()
            && bare.chars().count() == 1
    });
    if family || cut {
        return false;
    }
    let fits = text
        .chars()
        .all(|c| c.is_uppercase() || c.is_whitespace() || matches!(c, '.' | '-' | '‐' | '’'));
    (1..=4).contains(&letters) && fits
        || text.contains('.')
            // `Yu. A.`, not `J. Ba`.
            && (text.ends_with('.') || !text.ends_with(char::is_lowercase))
            && text
                .split(['.', ' ', '-'])
                .all(|w| w.chars().count() <= 2 && w.chars().next().is_none_or(char::is_uppercase))
}

fn words_of_no_name() -> &'static HashSet<&'static [u8]> {
    static WORDS: OnceLock<HashSet<&'static [u8]>> = OnceLock::new();
    WORDS.get_or_init(|| NOT_NAMES.iter().map(|word| word.as_bytes()).collect())
}

/// A word in ASCII as it is looked up among words in small letters; [`None`] where it is longer than
/// all of them.
fn small(word: &str, held: &mut [u8; 24]) -> Option<usize> {
    let kept = held.get_mut(..word.len())?;
    kept.copy_from_slice(word.as_bytes());
    kept.make_ascii_lowercase();
    Some(word.len())
}

/// The words that stand in no name.
static KNOWN: Lengths = Lengths::of(NOT_NAMES);

/// Whether a word stands in no name. Of one letter only what has no stop, for `И.` is an initial.
fn not_in_names(word: &str) -> bool {
    if word.is_ascii() {
        let bare = word.trim_end_matches('.');
        if !KNOWN.may_hold(bare.as_bytes()) {
            return false;
        }
        let mut held = [0; 24];
        return small(bare, &mut held)
            .and_then(|length| held.get(..length))
            .is_some_and(|word| words_of_no_name().contains(word));
    }
    let lower = word.to_lowercase();
    let bare = lower.trim_end_matches('.');
    words_of_no_name().contains(bare.as_bytes())
        || matches!(
            lower.as_str(),
            "и" | "у"
                | "в"
                | "с"
                | "о"
                | "к"
                | "на"
                | "для"
                | "по"
                | "от"
                | "при"
                | "из"
                | "за"
                | "как"
                | "а"
        )
}

pub(super) fn is_group(text: &str) -> bool {
    // One word is no group, and most words are none of these.
    memchr::memchr(b' ', text.as_bytes()).is_some()
        && text
            .as_bytes()
            .split(|byte| *byte == b' ')
            .any(is_word_for_group)
}

/// Whether a word names a group of people.
pub(super) fn is_word_for_group(word: &[u8]) -> bool {
    let mut all = GROUPS.iter();
    GROUP.may_hold(word) && all.any(|group| group.as_bytes().eq_ignore_ascii_case(word))
}

/// The words for a group.
static GROUP: Lengths = Lengths::of(GROUPS);

/// Whether the text has the shape of one name.
pub(super) fn is_name(text: &str) -> bool {
    let text = text.trim();
    if !text.is_ascii()
        && text.contains(['Ã', 'Å', 'Ä'])
        && let Some(text) = mojibake::repair(text)
    {
        return is_repaired_name(&text);
    }
    is_repaired_name(text)
}

/// [`is_name`] of text whose letters are sound.
fn is_repaired_name(text: &str) -> bool {
    if has_wide(text) {
        // `陳怡君（Yi-Chun Chen）`
        let text = match text.split_once(['(', '（']) {
            Some((name, rest)) if !has_wide(rest) => name.trim(),
            _ => text,
        };
        // `布迪厄 P`
        let text = match text.rsplit_once(' ') {
            Some((family, initials))
                if is_initials(initials) && family.chars().all(is_wide) && !family.is_empty() =>
            {
                family
            }
            _ => text,
        };
        if BODIES.iter().any(|end| text.ends_with(end)) {
            return false;
        }
        let wide = text.chars().filter(|c| is_wide(*c)).count();
        let clean = text
            .chars()
            .all(|c| is_wide(c) || c.is_whitespace() || matches!(c, '・' | '·' | '-'));
        // `・` stands in foreign names, which are in katakana.
        // `·` stands in foreign names in Chinese.
        let kana = |c: char| matches!(c, '\u{30a0}'..='\u{30ff}') || c.is_whitespace();
        if text.contains('・') && !text.chars().all(kana) {
            return false;
        }
        let foreign = text.contains(['・', '·', '-']);
        // Six characters need a space between family and given name.
        let spaced = text.contains([' ', '\u{3000}']);
        let han = text.chars().all(|c| matches!(c, '\u{3400}'..='\u{9fff}'));
        let katakana = text.chars().any(|c| matches!(c, '\u{30a0}'..='\u{30ff}'));
        let most = match (foreign || katakana && spaced, han && !spaced) {
            (true, _) => 16,
            (_, true) => 5,
            _ => 6,
        };
        return clean
            && !text.starts_with(['-', '·', '・'])
            && !text.ends_with(['-', '·', '・'])
            && (2..=most).contains(&wide)
            && !text.starts_with("共")
            && super::labels::lookup(text).is_none()
            && !super::noise::is_noise(text);
    }
    if is_group(text) && text.len() < 80 {
        return true;
    }
    // `IAE de Nantes`
    if is_acronym_body(text) {
        return false;
    }
    let words = || {
        let all = text.split([' ', '\u{a0}', ',']);
        all.filter(|word| !word.is_empty())
    };
    let (mut count, mut long) = (0, false);
    for word in words() {
        count += 1;
        if count > 9 || !is_part(text, word) {
            return false;
        }
        long = long || word.chars().filter(|c| is_letter(*c)).count() >= 2;
    }
    let short_words = || count <= 4 || words().any(|word| word.contains('.') || is_particle(word));
    // Particles tell nothing of the length of a name: `Ríos de la Torre, M. del P.`
    let many = || count <= 6 || words().filter(|word| !is_particle(word)).count() <= 4;
    count >= 1 && long && many() && short_words() && text.chars().count() <= 60
}

/// Whether a word of a name has the shape of one: a capital, or a particle.
fn is_part(name: &str, word: &str) -> bool {
    let clean = word.chars().all(|c| {
        is_letter(c)
            || matches!(
                c,
                '.' | '-' | '‐' | '\'' | '’' | 'ʼ' | '‑' | '`' | '\u{300}'..='\u{36f}'
            )
    });
    if !clean {
        return false;
    }
    let first = word.chars().find(|c| is_letter(*c));
    // `hÓgáin`, `tSaoir`
    let mutated = || {
        word.starts_with(['h', 't', 'n'])
            && word[1..].chars().next().is_some_and(char::is_uppercase)
    };
    let upper = first.is_some_and(|c| c.is_uppercase() || !c.is_lowercase());
    let particle = || {
        is_particle(word)
            || word.starts_with("d'")
            || word.starts_with("d’")
            || word.starts_with("al-")
            || word.starts_with("el-")
    };
    particle_in(name, word)
        || word == "und" && holds(name, "von und zu ")
        || (upper || mutated() || particle()) && !not_in_names(word)
}

/// Whether a word is a small word of surnames.
fn is_particle(word: &str) -> bool {
    if word.is_ascii() {
        return PARTICLES
            .iter()
            .any(|known| known.eq_ignore_ascii_case(word));
    }
    PARTICLES.contains(&word.to_lowercase().as_str())
}

/// Whether a word is the first of the particles of a Dutch name: `in 't Veld`, `op den Camp`.
fn particle_in(name: &str, word: &str) -> bool {
    matches!(word, "in" | "op" | "aan" | "uit")
        && ["'t ", "’t ", "het ", "den ", "de "].iter().any(|next| {
            name.split_once(word)
                .is_some_and(|(_, rest)| rest.trim_start().starts_with(next))
        })
}

/// Whether the words are the letters of a school and its town: `IAE de Nantes`.
pub(super) fn is_acronym_body(text: &str) -> bool {
    let mut words = text.split(' ');
    let acronym = words.next().is_some_and(|first| {
        (2..=5).contains(&first.len()) && first.bytes().all(|b| b.is_ascii_uppercase())
    });
    let of = words
        .next()
        .is_some_and(|of| matches!(of, "de" | "du" | "des" | "of"));
    acronym && of && words.next().is_some()
}

/// Whether a name has a part that only names have: initials, or a comma before the given name.
pub(super) fn is_strict(text: &str) -> bool {
    if has_wide(text) || is_group(text) {
        return true;
    }
    // `LODI, J. B.`: four capitals may be a family name.
    if let Some((family, given)) = text.split_once(',')
        && is_initials(given.trim())
        && family.chars().filter(|c| is_letter(*c)).count() > 1
        && !family.contains('.')
    {
        return true;
    }
    // `WANG X`: a family name in capitals looks like initials, but is not shorter than they are.
    if let Some((family, given)) = text.split_once(' ')
        && is_initials(given)
        && !family.contains(['.', ','])
        && family.chars().count() > 1
        && family.chars().count() >= given.chars().count()
    {
        return true;
    }
    let words: Vec<bool> = text
        .split([' ', ',', '\u{a0}'])
        .filter(|w| !w.is_empty())
        .map(is_initials)
        .collect();
    // Initials stand before all other parts or after them: `Smith J. Title` is more than a name.
    let turns = words.windows(2).filter(|pair| pair[0] != pair[1]).count();
    turns == 1
}

//! Folding for comparison.

mod ascii;

use std::sync::OnceLock;

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfkc_quick};

/// Appends `text` folded for comparison to `out`: NFKC, lower case (`ß` to `ss`, `ς` to `σ`),
/// marks of Latin, Greek and Cyrillic letters dropped (`й` to `и`, `ё` to `е` like `é` to `e`),
/// Hebrew and Arabic points too, letters and digits of every script kept, each run of anything
/// else one space, none at the ends. Invisible characters vanish.
///
/// Letters that Unicode does not take apart but readers do: `ø` `ł` `đ` `ħ` `ŧ` `ı` to their
/// base, `æ` to `ae`, `œ` to `oe`, `þ` to `th`, `ð` to `d`.
///
/// Traditional and simplified Chinese stay apart. Folding folded text changes nothing.
///
/// ```
/// use bibsift::text::fold::fold;
/// assert_eq!(fold("  L'Étude: Łódź—ＡＢＣ (ﬁn) "), "l etude lodz abc fin");
/// assert_eq!(fold("ｶﾞﾗｽ 深度学习"), "ガラス 深度学习");
/// ```
pub fn fold_into(text: &str, out: &mut String) {
    let start = out.len();
    out.reserve(text.len());
    let mut rest = text;
    // Whether a separator now would begin the text or follow one.
    let mut after_space = true;
    loop {
        let read = ascii::fold_into(rest.as_bytes(), &mut after_space, out);
        rest = rest.get(read..).unwrap_or_default();
        if rest.is_empty() {
            break;
        }
        let end = rest.bytes().position(|byte| byte.is_ascii());
        let (span, after) = rest.split_at(end.unwrap_or(rest.len()));
        after_space = span_into(span, start, out);
        rest = after;
    }
    if out.len() > start && out.ends_with(' ') {
        out.pop();
    }
}

/// `text` folded as [`fold_into`] does.
pub fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    fold_into(text, &mut out);
    out
}

/// Folds a span without ASCII; `start` is where this text began in `out`. Returns whether a
/// separator now would follow one.
fn span_into(span: &str, start: usize, out: &mut String) -> bool {
    let before = out.len();
    let simple =
        |code| common(code).or_else(|| char::from_u32(code).filter(|_| is_plain_letter(code)));
    // None of these letters is another by itself or with the next.
    let all = span.chars().all(|character| {
        let folded = simple(u32::from(character));
        folded.map(|folded| out.push(folded)).is_some()
    });
    if all {
        return false;
    }
    out.truncate(before);
    if is_nfkc_quick(span.chars()) == IsNormalized::Yes {
        for character in span.chars() {
            character_into(character, start, out);
        }
    } else {
        for character in span.nfkc() {
            character_into(character, start, out);
        }
    }
    out.len() == start || out.ends_with(' ')
}

fn character_into(character: char, start: usize, out: &mut String) {
    let code = u32::from(character);
    if let Some(folded) = common(code) {
        out.push(folded);
        return;
    }
    if is_plain_letter(code) {
        out.push(character);
    } else if let Some(folded) = spelled(character) {
        out.push_str(folded);
    } else if is_combining_mark(character) {
        let base = out.get(start..).and_then(|text| text.chars().next_back());
        if base.is_some_and(|base| base != ' ' && keeps_marks(base)) && !is_selector(code) {
            out.push(character);
        }
    } else if is_invisible(code) {
    } else if character.is_alphanumeric() && !is_apostrophe(code) {
        if keeps_marks(character) {
            out.extend(character.to_lowercase());
        } else {
            // The base letter; what is left of a lower-case letter's own marks is none.
            let base = std::iter::once(character)
                .nfkd()
                .next()
                .unwrap_or(character);
            match spelled(base) {
                Some(folded) => out.push_str(folded),
                None => out.extend(base.to_lowercase().take(1)),
            }
        }
    } else if out.len() > start && !out.ends_with(' ') {
        out.push(' ');
    }
}

/// What a letter becomes that becomes one letter, whatever stands beside it: those from Latin-1 to
/// Cyrillic and of ASCII.
pub(crate) fn letter(character: char) -> Option<char> {
    if character.is_ascii() {
        let lower = character.to_ascii_lowercase();
        return lower.is_ascii_alphabetic().then_some(lower);
    }
    common(u32::from(character))
}

/// The result for the letters from Latin-1 to Cyrillic that become one letter.
fn common(code: u32) -> Option<char> {
    const FIRST: u32 = 0xc0;
    const LAST: u32 = 0x52f;
    static TABLE: OnceLock<Vec<Option<char>>> = OnceLock::new();
    let table = TABLE.get_or_init(|| {
        (FIRST..=LAST)
            .map(|code| {
                let character = char::from_u32(code)?;
                if !character.is_alphabetic() || is_combining_mark(character) || is_apostrophe(code)
                {
                    return None;
                }
                let mut parts = std::iter::once(character).nfkd();
                let base = parts.next()?;
                if !base.is_alphabetic() || !parts.all(is_combining_mark) {
                    return None;
                }
                let mut lower = base.to_lowercase();
                let folded = lower.next().filter(|_| lower.next().is_none())?;
                match spelled(folded).or_else(|| spelled(character)) {
                    Some(text) => text
                        .chars()
                        .next()
                        .filter(|_| text.chars().nth(1).is_none()),
                    None => Some(folded),
                }
            })
            .collect()
    });
    let place = usize::try_from(code.checked_sub(FIRST)?).ok()?;
    *table.get(place)?
}

/// Letters that are folded although Unicode does not decompose them. Also what NFKC turned into
/// ASCII.
fn spelled(character: char) -> Option<&'static str> {
    Some(match character {
        'ß' | 'ẞ' => "ss",
        'æ' | 'Æ' => "ae",
        'œ' | 'Œ' => "oe",
        'ø' | 'Ø' => "o",
        'ł' | 'Ł' => "l",
        'đ' | 'Đ' | 'ð' | 'Ð' => "d",
        'þ' | 'Þ' => "th",
        'ħ' | 'Ħ' => "h",
        'ŧ' | 'Ŧ' => "t",
        'ı' => "i",
        'ĸ' => "k",
        'ς' => "σ",
        _ => return None,
    })
}

/// Whether marks on this letter tell words apart.
fn keeps_marks(base: char) -> bool {
    !matches!(u32::from(base),
        0..=0x52f | 0x590..=0x6ff | 0x750..=0x77f | 0x8a0..=0x8ff | 0x1c80..=0x1c8f
        | 0x1d00..=0x1fff | 0x2c60..=0x2c7f | 0x2de0..=0x2dff | 0xa640..=0xa69f | 0xa720..=0xa7ff)
}

/// Letters only by name: apostrophes and the like, which ASCII writes as punctuation.
fn is_apostrophe(code: u32) -> bool {
    matches!(code, 0x2b9..=0x2df | 0x2e5..=0x2ff | 0x374 | 0x37a | 0x559 | 0x5f3 | 0x5f4 | 0xa78b | 0xa78c)
}

/// Hanzi, kana and Hangul that are what they are; asked first because text is full of them.
fn is_plain_letter(code: u32) -> bool {
    matches!(code, 0x3041..=0x3096 | 0x30a1..=0x30fa | 0x3400..=0x4dbf | 0x4e00..=0x9fff | 0xac00..=0xd7a3)
}

/// Variation selectors.
fn is_selector(code: u32) -> bool {
    matches!(code, 0xfe00..=0xfe0f | 0xe0100..=0xe01ef | 0x180b..=0x180f)
}

/// Characters that show nothing and part nothing; the last is the Arabic stretch.
fn is_invisible(code: u32) -> bool {
    matches!(code, 0xad | 0x61c | 0x200b..=0x200f | 0x202a..=0x202e | 0x2060..=0x206f | 0xfeff | 0x640)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_of_many_scripts() {
        for (text, folded) in [
            ("", ""),
            (" - ", ""),
            ("Deep Learning: A Survey.", "deep learning a survey"),
            ("Straße GROẞ", "strasse gross"),
            ("Łódź, Đặng & Ørsted", "lodz dang orsted"),
            ("Æsir Œuvre þing", "aesir oeuvre thing"),
            ("ISTANBUL İstanbul ısı", "istanbul istanbul isi"),
            ("e\u{301}tude étude", "etude etude"),
            ("Ἀριστοτέλης ΣΟΦΟΣ", "αριστοτελησ σοφοσ"),
            ("Чайковский Ёлка", "чаиковскии елка"),
            ("Việt Nam ộ", "viet nam o"),
            ("ﬁnite ﬀ Ｆｕｌｌ １２", "finite ff full 12"),
            ("H₂O x² ½ ①", "h2o x2 1 2 1"),
            ("don’t L’été", "don t l ete"),
            ("ｶﾞｷﾞ か\u{3099} バイオ・データ", "ガギ が バイオ データ"),
            ("한국어 \u{1112}\u{1161}\u{11ab}", "한국어 한"),
            ("हिन्दी", "हिन्दी"),
            ("ไทยที่", "ไทยท\u{e35}\u{e48}"),
            ("深度学习，综述（上）", "深度学习 综述 上"),
            ("שָׁלוֹם مُحَمَّد", "שלום محمد"),
            (
                "soft\u{ad}hyphen zero\u{200b}width\u{feff}",
                "softhyphen zerowidth",
            ),
            ("Hawaiʻi O‘ahu", "hawai i o ahu"),
            ("\u{301}x", "x"),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn appends_without_a_space_of_its_own() {
        let mut out = String::from("a ");
        fold_into(" B! ", &mut out);
        assert_eq!(out, "a b");
        fold_into("...", &mut out);
        assert_eq!(out, "a b");
    }

    #[test]
    fn long_texts_pass_the_buffer() {
        let text = "Ab, ".repeat(1000);
        assert_eq!(fold(&text), "ab ".repeat(1000).trim_end());
        let text = "Aé ".repeat(1000);
        assert_eq!(fold(&text), "ae ".repeat(1000).trim_end());
    }

    proptest::proptest! {
        #[test]
        fn twice_is_once(text in proptest::prelude::any::<String>()) {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once.clone());
            proptest::prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }
    }

    #[test]
    fn letters_are_what_they_are_beside_others() {
        for code in 0xc0..0x530 {
            if let (Some(folded), Some(character)) = (common(code), char::from_u32(code)) {
                let mut out = String::new();
                for normal in [character, 'é'].iter().copied().nfkc() {
                    character_into(normal, 0, &mut out);
                }
                assert_eq!(out, format!("{folded}e"), "{code:x}");
            }
        }
    }

    #[test]
    fn every_character_folds_to_what_stays() {
        // Hanzi and Hangul, which are most characters, need no test each.
        for character in (0..0x3400)
            .chain(0xd800..0x2_0000)
            .filter_map(char::from_u32)
        {
            let once = fold(&format!("a{character}b"));
            assert_eq!(fold(&once), once, "{:x}", u32::from(character));
        }
    }
}

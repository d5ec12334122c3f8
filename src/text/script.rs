//! The script of characters and texts.

use unicode_normalization::char::is_combining_mark;

/// Scripts told apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[allow(missing_docs)]
pub enum Script {
    Latin,
    Greek,
    Cyrillic,
    Hebrew,
    Arabic,
    Devanagari,
    Thai,
    Han,
    Kana,
    Hangul,
    Other,
}

/// Blocks of the Unicode standard by script, in order.
static RANGES: &[(u32, u32, Script)] = &[
    (0x41, 0x2af, Script::Latin),
    (0x370, 0x3ff, Script::Greek),
    (0x400, 0x52f, Script::Cyrillic),
    (0x590, 0x5ff, Script::Hebrew),
    (0x600, 0x6ff, Script::Arabic),
    (0x750, 0x77f, Script::Arabic),
    (0x870, 0x8ff, Script::Arabic),
    (0x900, 0x97f, Script::Devanagari),
    (0xe00, 0xe7f, Script::Thai),
    (0x1100, 0x11ff, Script::Hangul),
    (0x1c80, 0x1c8f, Script::Cyrillic),
    (0x1d00, 0x1d25, Script::Latin),
    (0x1d2c, 0x1d5c, Script::Latin),
    (0x1e00, 0x1eff, Script::Latin),
    (0x1f00, 0x1fff, Script::Greek),
    (0x2071, 0x209c, Script::Latin),
    (0x212a, 0x212b, Script::Latin),
    (0x2160, 0x2188, Script::Latin),
    (0x2c60, 0x2c7f, Script::Latin),
    (0x2de0, 0x2dff, Script::Cyrillic),
    (0x2e80, 0x2fdf, Script::Han),
    (0x3005, 0x3007, Script::Han),
    (0x3021, 0x3029, Script::Han),
    (0x3038, 0x303b, Script::Han),
    (0x3041, 0x30ff, Script::Kana),
    (0x3130, 0x318f, Script::Hangul),
    (0x31f0, 0x31ff, Script::Kana),
    (0x3400, 0x4dbf, Script::Han),
    (0x4e00, 0x9fff, Script::Han),
    (0xa640, 0xa69f, Script::Cyrillic),
    (0xa722, 0xa7ff, Script::Latin),
    (0xa8e0, 0xa8ff, Script::Devanagari),
    (0xa960, 0xa97f, Script::Hangul),
    (0xab30, 0xab64, Script::Latin),
    (0xac00, 0xd7ff, Script::Hangul),
    (0xf900, 0xfaff, Script::Han),
    (0xfb00, 0xfb06, Script::Latin),
    (0xfb1d, 0xfb4f, Script::Hebrew),
    (0xfb50, 0xfdff, Script::Arabic),
    (0xfe70, 0xfefc, Script::Arabic),
    (0xff21, 0xff5a, Script::Latin),
    (0xff66, 0xff9f, Script::Kana),
    (0xffa0, 0xffdc, Script::Hangul),
    (0x1aff0, 0x1b16f, Script::Kana),
    (0x1d400, 0x1d6a5, Script::Latin),
    (0x1d6a8, 0x1d7cb, Script::Greek),
    (0x20000, 0x3_23af, Script::Han),
];

/// The script of a letter; [`None`] for digits, punctuation and marks.
pub fn of(character: char) -> Option<Script> {
    if character.is_ascii() {
        return character.is_ascii_alphabetic().then_some(Script::Latin);
    }
    // The ranges most letters are of hold nothing else.
    match character {
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' => Some(Script::Latin),
        'Ѐ'..='ҁ' | 'Ҋ'..='ԯ' => Some(Script::Cyrillic),
        '\u{4e00}'..='\u{9fff}' => Some(Script::Han),
        'ぁ'..='ゖ' | 'ァ'..='ヺ' => Some(Script::Kana),
        '가'..='힣' => Some(Script::Hangul),
        _ => by_range(character),
    }
}

fn by_range(character: char) -> Option<Script> {
    if !character.is_alphabetic() || is_combining_mark(character) {
        return None;
    }
    let code = u32::from(character);
    let place = RANGES.partition_point(|(_, last, _)| *last < code);
    let range = RANGES.get(place).filter(|(first, _, _)| *first <= code);
    Some(range.map_or(Script::Other, |(_, _, script)| *script))
}

/// The script of most letters, of equally many the earlier in [`Script`]; [`None`] without
/// letters. Han, kana and Hangul count as one, for they are written together: then any kana makes
/// it [`Script::Kana`], any Hangul [`Script::Hangul`].
///
/// ```
/// use bibsift::text::script::{Script, dominant};
/// assert_eq!(dominant("深層学習について (DL)"), Some(Script::Kana));
/// assert_eq!(dominant("Zur Frage des π-Elektrons"), Some(Script::Latin));
/// ```
pub fn dominant(text: &str) -> Option<Script> {
    if text.is_ascii() {
        let letters = text.bytes().any(|byte| byte.is_ascii_alphabetic());
        return letters.then_some(Script::Latin);
    }
    let mut counts = [0_usize; Script::Other as usize + 1];
    for script in text.chars().filter_map(of) {
        counts[script as usize] += 1;
    }
    let kana = counts[Script::Kana as usize];
    let hangul = counts[Script::Hangul as usize];
    counts[Script::Han as usize] += kana + hangul;
    let most = *counts.iter().max()?;
    if most == 0 {
        return None;
    }
    let order = [
        Script::Latin,
        Script::Greek,
        Script::Cyrillic,
        Script::Hebrew,
        Script::Arabic,
        Script::Devanagari,
        Script::Thai,
        Script::Han,
        Script::Other,
    ];
    match order
        .into_iter()
        .find(|script| counts[*script as usize] == most)?
    {
        Script::Han if kana > 0 => Some(Script::Kana),
        Script::Han if hangul > 0 => Some(Script::Hangul),
        other => Some(other),
    }
}

/// Whether `text` holds Han, kana or Hangul.
pub fn is_cjk(text: &str) -> bool {
    !text.is_ascii()
        && text
            .chars()
            .any(|c| matches!(of(c), Some(Script::Han | Script::Kana | Script::Hangul)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_are_sorted() {
        assert!(RANGES.is_sorted_by(|a, b| a.0 <= a.1 && a.1 < b.0));
    }

    #[test]
    fn letters() {
        use Script::{
            Arabic, Cyrillic, Devanagari, Greek, Han, Hangul, Hebrew, Kana, Latin, Other, Thai,
        };
        for (characters, script) in [
            ("aZéßŁạﬁＡ", Latin),
            ("αΩἀ", Greek),
            ("яЁґ", Cyrillic),
            ("אש", Hebrew),
            ("بگ", Arabic),
            ("कह", Devanagari),
            ("กม", Thai),
            ("王々〇𠮷﨑", Han),
            ("あアーｶ", Kana),
            ("한ㄱ", Hangul),
            ("ԱႠሀㄅ", Other),
        ] {
            for character in characters.chars() {
                assert_eq!(of(character), Some(script), "{character}");
            }
        }
        for character in "1 -–。・\u{301}\u{94d}①".chars() {
            assert_eq!(of(character), None, "{character}");
        }
    }

    #[test]
    fn the_common_ranges_are_those_of_the_table() {
        for character in '\u{80}'..='\u{ffff}' {
            assert_eq!(of(character), by_range(character), "{character:?}");
        }
    }

    #[test]
    fn texts() {
        for (text, script) in [
            ("123 —", None),
            ("Graphene", Some(Script::Latin)),
            ("基于 CNN 的图像识别", Some(Script::Han)),
            ("東京の人口", Some(Script::Kana)),
            ("韓國의 經濟", Some(Script::Hangul)),
            ("Война и мир (War)", Some(Script::Cyrillic)),
            ("A study of の in corpora", Some(Script::Latin)),
        ] {
            assert_eq!(dominant(text), script, "{text}");
        }
        assert!(is_cjk("x 王"));
        assert!(!is_cjk("x é"));
    }
}

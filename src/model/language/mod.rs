//! Languages: BCP 47 tags, their names, and what babel calls them.

mod table;

use std::borrow::Cow;
use std::iter;
use std::sync::LazyLock;

use super::lookup::NameIndex;
use table::{LANGUAGES, VARIANTS};

/// The BCP 47 tag a text means: a tag, an ISO 639 code, or a name in English, the language itself
/// or another large language: `eng`, `English`, `中文`, `ngerman`, `en_US`. Region and script stay
/// (`zh-CN`, `pt-BR`, `zh-Hant`), in the usual case. [`None`] for what is no known language, and
/// where several are named.
///
/// ```
/// use bibsift::model::language::tag;
/// assert_eq!(tag("Inglés").as_deref(), Some("en"));
/// assert_eq!(tag("en_us").as_deref(), Some("en-US"));
/// assert_eq!(tag("Klingon"), None);
/// ```
pub fn tag(text: &str) -> Option<Cow<'static, str>> {
    let text = text.trim().trim_end_matches(['.', ';', ',']).trim_end();
    if text.is_empty() || text.len() > 60 {
        return None;
    }
    let lower = text.to_lowercase();
    if let Some(tag) = known(&lower) {
        return Some(Cow::Borrowed(tag));
    }
    // `zh_Hans_CN`, `en-US`, `pt-br`
    let mut parts = lower.split(['-', '_']);
    let code = parts
        .next()
        .filter(|code| code.is_ascii() && code.len() <= 3)
        .and_then(known)?;
    let mut tag = code.to_owned();
    for part in parts {
        tag.push('-');
        match part.len() {
            2 if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                tag.push_str(&part.to_ascii_uppercase());
            }
            3 if part.bytes().all(|b| b.is_ascii_digit()) => tag.push_str(part),
            4 if part.bytes().all(|b| b.is_ascii_alphabetic()) => {
                let mut letters = part.chars();
                tag.extend(letters.next().map(|c| c.to_ascii_uppercase()));
                tag.push_str(letters.as_str());
            }
            _ => return None,
        }
    }
    Some(Cow::Owned(tag))
}

/// The tag of a code or name without region, or of one that is in the table with it.
fn known(lower: &str) -> Option<&'static str> {
    static INDEX: LazyLock<NameIndex<&'static str>> = LazyLock::new(|| {
        let split = |names: &'static str| names.split('|');
        let variants = VARIANTS.iter().flat_map(|(tag, _, names)| {
            iter::once(*tag).chain(split(names)).map(move |n| (n, *tag))
        });
        let languages = LANGUAGES.iter().flat_map(|(tag, b, t, _, _, names)| {
            [*tag, *b, *t]
                .into_iter()
                .chain(split(names))
                .map(move |n| (n, *tag))
        });
        // A name that babel gave to a whole language yields to all others.
        let babel = LANGUAGES
            .iter()
            .map(|(tag, _, _, babel, ..)| (*babel, *tag));
        let all = variants.chain(languages).chain(babel);
        NameIndex::new(all.filter(|(name, _)| !name.is_empty()))
    });
    INDEX.get(lower)
}

/// The babel/biblatex `langid` of a tag: `german` for `de`, `brazilian` for `pt-BR`; of a tag whose
/// region has no name of its own, that of the language.
///
/// ```
/// use bibsift::model::language::babel;
/// assert_eq!(babel("en-GB"), Some("british"));
/// assert_eq!(babel("zh-Hant"), Some("chinese"));
/// ```
pub fn babel(tag: &str) -> Option<&'static str> {
    let variant = VARIANTS
        .iter()
        .find(|(known, ..)| known.eq_ignore_ascii_case(tag));
    if let Some((_, babel, _)) = variant {
        return Some(babel);
    }
    language(tag)
        .map(|(_, _, _, babel, ..)| *babel)
        .filter(|babel| !babel.is_empty())
}

/// The English name of a tag's language: `German` for `de-AT`.
pub fn english_name(tag: &str) -> Option<&'static str> {
    language(tag).map(|(_, _, _, _, name, _)| *name)
}

/// The ISO 639-2 bibliographic code of a tag's language, as library catalogues and PubMed use it:
/// `ger` for `de`.
pub fn iso639_2(tag: &str) -> Option<&'static str> {
    language(tag).map(|(_, code, ..)| *code)
}

fn language(
    tag: &str,
) -> Option<&'static (
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
    &'static str,
)> {
    let code = tag.split(['-', '_']).next()?;
    LANGUAGES
        .iter()
        .find(|(known, ..)| known.eq_ignore_ascii_case(code))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags() {
        for (text, wanted) in [
            ("en", "en"),
            ("eng", "en"),
            ("ENG", "en"),
            ("English", "en"),
            ("English.", "en"),
            ("Inglés", "en"),
            ("en_US", "en-US"),
            ("en-gb", "en-GB"),
            ("american", "en-US"),
            ("chi", "zh"),
            ("zho", "zh"),
            ("中文", "zh"),
            ("zh-CN", "zh-CN"),
            ("zh_cn", "zh-CN"),
            ("zh-Hant-TW", "zh-Hant-TW"),
            ("简体中文", "zh-CN"),
            ("chinese", "zh"),
            ("русский", "ru"),
            ("Русский язык", "ru"),
            ("rus", "ru"),
            ("deutsch", "de"),
            ("ngerman", "de"),
            ("ger", "de"),
            ("deu", "de"),
            ("German", "de"),
            ("fre", "fr"),
            ("français", "fr"),
            ("Persian", "fa"),
            ("persian", "fa"),
            ("per", "fa"),
            ("ara", "ar"),
            ("pt-br", "pt-BR"),
            ("brazilian", "pt-BR"),
            ("日本語", "ja"),
            ("jpn", "ja"),
            ("한국어", "ko"),
            ("es-419", "es-419"),
            ("Türkçe", "tr"),
            ("українська", "uk"),
            (" it ", "it"),
        ] {
            assert_eq!(tag(text).as_deref(), Some(wanted), "{text}");
        }
        for text in [
            "",
            "Language",
            "NA",
            "English; Spanish",
            "xx",
            "|",
            "en-",
            "Klingon",
            "multiple languages",
        ] {
            assert_eq!(tag(text), None, "{text}");
        }
    }

    #[test]
    fn every_code_and_name_leads_to_its_language() {
        for (code, b, t, babel_name, english, names) in LANGUAGES {
            for text in [*code, *b, *t, *english]
                .into_iter()
                .chain(names.split('|'))
                .filter(|text| !text.is_empty())
            {
                let found = tag(text).unwrap_or_default();
                assert_eq!(found.split('-').next(), Some(*code), "{text}");
                assert!(text.len() < 3 || babel_name.is_empty() || tag(babel_name).is_some());
            }
            assert_eq!(babel(code).unwrap_or_default(), *babel_name);
            assert_eq!(
                (english_name(code), iso639_2(code)),
                (Some(*english), Some(*b))
            );
        }
        for (variant, name, names) in VARIANTS {
            assert_eq!(babel(variant), Some(*name));
            assert!(
                names
                    .split('|')
                    .filter(|n| !n.is_empty())
                    .all(|n| tag(n).as_deref() == Some(*variant)),
                "{variant}"
            );
        }
    }
}

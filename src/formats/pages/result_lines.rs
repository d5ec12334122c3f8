//! Lines of results that say more, or less, than names and a journal: that nobody is named, that the
//! work is a thesis or a patent, and in which language it is.

use super::lines::{is_year, part};
use super::needles::position;
use crate::source::Span;

/// What stands in the place of names where there are none.
pub(super) static NOBODY: &[&str] = &[
    "[No authors listed]",
    "No authors listed",
    "[No author name available]",
    "No author name available",
    "[Anonymous]",
    "Anonymous",
    "Anon",
    "Anon.",
];

/// `US Patent 9,123,456, 2016`: where the number stands; the year is all that follows.
pub(super) fn patent(words: &str) -> Option<std::ops::Range<usize>> {
    let (head, year) = words.rsplit_once(", ")?;
    let from = position(words, "Patent ")? + "Patent ".len();
    let number = head.get(from..)?;
    let numbered = number.bytes().filter(u8::is_ascii_digit).count() >= 5 && number.len() < 40;
    (is_year(year) && from <= 12 && numbered).then_some(from..head.len())
}

/// `PhD thesis, University of Somewhere, 2009`: where the kind ends, and where the school stands.
pub(super) fn thesis(words: &str) -> Option<(usize, std::ops::Range<usize>)> {
    let (kind, rest) = words.split_once(", ")?;
    let (school, year) = rest.rsplit_once(", ")?;
    let lower = kind.to_lowercase();
    let kinds = [
        "thesis",
        "dissertation",
        "tesis",
        "thèse",
        "tese",
        "tesi di dottorato",
    ];
    let named = kind.split(' ').count() <= 3 && kinds.iter().any(|word| lower.contains(word));
    let from = kind.len() + ", ".len();
    (named && is_year(year.trim_end_matches('.')))
        .then_some((kind.len(), from..from + school.len()))
}

/// The language that PubMed names behind its number: `PMID: 1234567 Danish. No abstract available.`
pub(super) fn language_behind(text: &str, line: Span) -> Span {
    let words = line.of(text);
    let rest = words
        .trim_start_matches("PMID:")
        .trim_start()
        .trim_start_matches(|c: char| c.is_ascii_digit())
        .trim_start();
    let name = rest.split('.').next().unwrap_or_default();
    let from = words.len() - rest.len();
    let known = rest.len() > name.len() && LANGUAGES.contains(&name);
    part(
        text,
        line,
        from,
        if known { from + name.len() } else { from },
    )
}

/// Languages that PubMed names behind a record that is not in English.
static LANGUAGES: &[&str] = &[
    "Afrikaans",
    "Arabic",
    "Bulgarian",
    "Catalan",
    "Chinese",
    "Croatian",
    "Czech",
    "Danish",
    "Dutch",
    "Estonian",
    "Finnish",
    "French",
    "German",
    "Greek",
    "Hebrew",
    "Hungarian",
    "Icelandic",
    "Italian",
    "Japanese",
    "Korean",
    "Lithuanian",
    "Norwegian",
    "Persian",
    "Polish",
    "Portuguese",
    "Romanian",
    "Russian",
    "Serbian",
    "Slovak",
    "Slovenian",
    "Spanish",
    "Swedish",
    "Thai",
    "Turkish",
    "Ukrainian",
    "Vietnamese",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn schools_numbers_and_languages_stand_apart() {
        let words = "PhD thesis, University of the Hills, 2009";
        let (kind, school) = thesis(words).unwrap_or_default();
        assert_eq!(
            (&words[..kind], &words[school]),
            ("PhD thesis", "University of the Hills")
        );
        assert!(thesis("Journal of Hills, University of the Hills, 2009").is_none());
        let words = "US Patent 9,123,456, 2016";
        assert_eq!(
            patent(words).map(|number| &words[number]),
            Some("9,123,456")
        );
        assert!(patent("Patent medicine in towns, 2016").is_none());
        for (words, language) in [
            ("PMID: 3326371 Danish. No abstract available.", "Danish"),
            ("PMID: 36624451 Free PMC article. Review.", ""),
        ] {
            let found = language_behind(words, Span::new(0, words.len()));
            assert_eq!(found.of(words), language);
        }
    }
}

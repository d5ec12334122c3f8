//! Whether some text looks like a single reference, or like a sentence of prose.

use super::glance;
use super::marker;
use super::shape;

/// How a text looks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Looks {
    /// Not like a reference.
    Other,
    /// Like one, where one is expected.
    Like,
    /// Like nothing else: it begins with a name, is dated and says where it was printed.
    Sure,
}

/// What a text must reach to be taken for a reference.
const ENOUGH: f32 = 3.0;

/// How much a text looks like a reference: names first, a year, numbers of volumes and pages,
/// identifiers, and no verbs.
pub(super) fn looks(text: &str) -> Looks {
    const LONGEST: usize = 1200;
    let text = text.trim();
    let text = marker::marker(text).map_or(text, |mark| {
        text[mark.length..].trim_start_matches([' ', '\t', '.', ':'])
    });
    if !(20..LONGEST).contains(&text.len()) {
        return Looks::Other;
    }
    let shape = shape::shape(glance::first_words(text));
    let mut score = match shape {
        1 | 2 | 5 | 12 => 2.0,
        3 => 1.0,
        6..=10 | 14 | 15 => 0.5,
        _ => 0.0,
    };
    let numbers = Numbers::of(text);
    let signs = signs(text);
    score += match numbers.years {
        0 => -1.0,
        1..=4 => 1.5,
        _ => 0.0,
    };
    score += if numbers.ranges > 0 { 1.0 } else { 0.0 };
    score += if numbers.issues > 0 { 1.0 } else { 0.0 };
    score += if identified(text) { 1.5 } else { 0.0 };
    score += (signs * 0.5).min(1.0);
    if matches!(shape::ending(text), 7..=9 | 13..=17 | 19 | 22) {
        score += 0.5;
    }
    if text.len() > 500 {
        score -= 1.0;
    }
    if text.contains(['`', '@']) || text.contains("](") || text.starts_with('<') {
        score -= 1.5;
    }
    score -= prose(text);
    let printed = numbers.ranges > 0 || numbers.issues > 0 || signs > 0.0;
    let named = matches!(shape, 1..=9 | 12 | 14 | 15);
    if score < ENOUGH {
        Looks::Other
    } else if score >= ENOUGH + 0.5 && named && numbers.years > 0 && printed {
        Looks::Sure
    } else {
        Looks::Like
    }
}

/// Numbers as references have them.
#[derive(Default)]
struct Numbers {
    years: usize,
    /// `45–67`.
    ranges: usize,
    /// `12(3)`, `12:45`.
    issues: usize,
}

impl Numbers {
    fn of(text: &str) -> Self {
        let mut out = Self::default();
        let bytes = text.as_bytes();
        let mut at = 0;
        while at < bytes.len() {
            let digits = bytes[at..]
                .iter()
                .take_while(|b| b.is_ascii_digit())
                .count();
            if digits == 0 {
                at += 1;
                continue;
            }
            let alone = at == 0 || !bytes[at - 1].is_ascii_alphanumeric();
            let rest = &text[at + digits..];
            if alone && let Some(length) = day(&text[at..]) {
                at += length;
                continue;
            }
            out.years += usize::from(alone && digits == 4 && glance::is_year(&text[at..at + 4]));
            let dash = rest.trim_start_matches(['-', '–', '—', '−', '～', '~', '－']);
            let range = dash.len() < rest.len() && dash.starts_with(|c: char| c.is_ascii_digit());
            let last = dash.bytes().take_while(u8::is_ascii_digit).count();
            // `2018-18074`, `2014-1830`: a year, and the number of something.
            let numbered = digits == 4
                && glance::is_year(&text[at..at + 4])
                && dash
                    .get(..last)
                    .is_some_and(|end| !glance::is_year(end) || end < &text[at..at + 4]);
            out.ranges += usize::from(range && digits <= 5 && !numbered);
            let issue = rest.trim_start().starts_with(['(', '（'])
                && rest
                    .trim_start()
                    .chars()
                    .nth(1)
                    .is_some_and(|c| c.is_ascii_digit());
            let colon = rest.starts_with([':', '：']);
            out.issues += usize::from(digits <= 4 && (issue || colon));
            at += digits;
        }
        out
    }
}

/// The bytes of a date like `2024-06-25`, which is no year and no range.
fn day(text: &str) -> Option<usize> {
    let bytes = text.as_bytes().get(..10)?;
    let fits = bytes.iter().enumerate().all(|(at, b)| {
        if at == 4 || at == 7 {
            matches!(b, b'-' | b'.' | b'/')
        } else {
            b.is_ascii_digit()
        }
    });
    fits.then_some(10)
}

/// Whether an identifier or address is in the text, or a type mark of the Chinese standard.
fn identified(text: &str) -> bool {
    [
        "doi.org", "doi:", "DOI", "http://", "https://", "arXiv", "ISBN", "PMID", "[J]", "[M]",
        "[D]", "[C]", "[EB/OL]", "［J］", "［M］", "[J/OL]", "［D］", "［C］", "hep-",
    ]
    .iter()
    .any(|mark| memchr::memmem::find(text.as_bytes(), mark.as_bytes()).is_some())
}

/// How many signs of a reference stand in the text: `pp.`, `vol.`, `eds.`, `In:`, `//`.
fn signs(text: &str) -> f32 {
    let mut out = 0.0;
    for sign in [
        " pp.",
        " pp ",
        "p. ",
        " vol.",
        " Vol.",
        " no.",
        " No.",
        "(ed",
        "(Ed",
        "(Hrsg",
        " ed.",
        " eds",
        "In: ",
        "In ",
        " // ",
        "Proc.",
        "Journal",
        "Press",
        "Verlag",
        "University",
        " С. ",
        " Т. ",
        "№",
        "J. ",
        "Rev.",
        "Phys.",
        "出版社",
        "学报",
        "et al",
        "Univ",
    ] {
        if memchr::memmem::find(text.as_bytes(), sign.as_bytes()).is_some() {
            out += 1.0;
        }
    }
    out
}

/// Words that sentences have and references seldom: verbs, pronouns, conjunctions.
#[rustfmt::skip]
static SENTENCE: &[&str] = &[
    "is", "are", "was", "were", "be", "been", "that", "which", "we", "they", "he", "she", "it",
    "has", "have", "had", "can", "may", "will", "would", "could", "should", "not", "but", "our",
    "their", "this", "these", "there", "when", "because", "however", "also", "than", "into",
    "who", "his", "her", "you", "your", "if", "then", "said", "does", "do", "did", "as", "ist",
    "sind", "war", "waren", "wird", "werden", "wurde", "wurden", "nicht", "dass", "hat", "haben",
    "auch", "sich", "wir", "sie", "es", "aber", "wenn", "noch", "einen", "einem", "est", "sont",
    "été", "que", "qui", "nous", "vous", "ils", "elle", "cette", "ces", "mais", "était", "avait",
    "pas", "ont", "dont", "son", "fue", "fueron", "está", "han", "pero", "cuando", "esta",
    "este", "sobre", "como", "muy", "era", "sono", "non", "che", "stato", "questo", "anche",
    "più", "são", "foi", "não", "uma", "isso", "seu", "sua", "também", "это", "был", "была",
    "были", "что", "не", "как", "которые", "который", "может", "также", "он", "она", "мы", "его",
    "их", "jest", "są", "nie", "się", "był", "że", "het", "niet", "zijn", "wordt", "dat", "är",
    "inte", "som", "att", "han", "var", "ve", "bir", "bu", "olan", "için",
];

/// What speaks for a sentence: words of sentences beyond the one or two a title may have, and
/// Chinese and Japanese particles.
fn prose(text: &str) -> f32 {
    let mut words = 0_u16;
    let mut found = 0_u16;
    for word in text.split(|c: char| !c.is_alphabetic()) {
        if word.is_empty() {
            continue;
        }
        words = words.saturating_add(1);
        if word.len() <= 14 && word.starts_with(char::is_lowercase) && SENTENCE.contains(&word) {
            found += 1;
        }
    }
    let mut particles = 0_u16;
    for particle in [
        "了",
        "我们",
        "这",
        "是",
        "他",
        "不",
        "が",
        "は",
        "た。",
        "です",
        "ます",
        "ている",
        "다.",
        "하는",
        "있다",
        "했다",
    ] {
        let times = memchr::memmem::find_iter(text.as_bytes(), particle.as_bytes())
            .take(20)
            .count();
        particles = particles.saturating_add(u16::try_from(times).unwrap_or(20));
    }
    let share = f32::from(found) / f32::from(words.max(1));
    let sentence = f32::from(found.saturating_sub(1)) * 0.7
        + if share > 0.12 && found > 2 { 1.5 } else { 0.0 };
    sentence + f32::from(particles.saturating_sub(2)) * 0.6
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn references_look_like_references() {
        for text in [
            "[1] T. Tajima and J. M. Dawson, Phys. Rev. Lett. 43, 267 (1979).",
            "Smith, J. A., & Lee, B. (2001). A study of things. Journal of Things, 12(3), 45–67.",
            "3. Gray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.",
            "[2] 张伟, 李娜. 土壤水分研究[J]. 土壤学报, 2011, 48(2): 365-371.",
            "Иванов И. И. Методы анализа данных // Вестник МГУ. 2010. Т. 5, № 3. С. 45–67.",
            "———. Groupes reductifs, Inst. Hautes Etudes Sci. Publ. Math. No. 41 (1972), 5-251.",
        ] {
            assert_eq!(looks(text), Looks::Sure, "{text}");
        }
    }

    #[test]
    fn sentences_do_not() {
        for text in [
            "Smith, J. (1999) showed that this is not so, and we have seen in 2001 that it was not.",
            "1.13.0 - 2024-06-25 - Add new methods, by @Colonel (#107)",
            "1. Install the program with cargo, version 1.88 of 2025 or later.",
            "In 1969 the first people walked on the moon, which was watched by 600 million.",
            "Die Stadt wurde 1241 gegründet und hat sich seit 1990 stark verändert.",
            "В 1985 году он был назначен директором института, который был основан в 1920 году.",
        ] {
            assert_eq!(looks(text), Looks::Other, "{text}");
        }
    }
}

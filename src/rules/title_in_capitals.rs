//! `title-in-capitals`: `A REVIEW OF PEER SUPPORT`.

use std::borrow::Cow;

use super::letter_case::{has_vowel, is_in_capitals, is_roman, lower, push_lower};
use super::{Phase, Reads, Rule, Visit, proper_words};
use crate::doc::Doc;
use crate::model::{Field, Markup};
use crate::report::Safety;
use crate::text::stopwords;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "title-in-capitals",
        summary: "The whole title is in capitals",
        why: "No style can bring back small letters, every style can make capitals. The title \
              becomes a sentence; names of places, peoples, languages and persons, acronyms and \
              words with digits keep their capitals as far as they are known. German titles stay: \
              their nouns would lose capitals too.",
        examples: &[
            (
                "title = {PEER SUPPORT IN CHINA: A SYSTEMATIC REVIEW}",
                "title = {Peer support in China: A systematic review}",
            ),
            (
                "title = {MRNA EXPRESSION AND DEHYDROEPIANDROSTERONE (DHEA) IN ALZHEIMER'S DISEASE TYPE II}",
                "title = {mRNA expression and dehydroepiandrosterone (DHEA) in Alzheimer's disease type II}",
            ),
            (
                "title = {THE FMR-1 GENE AND COVID-19}",
                "title = {The FMR-1 gene and COVID-19}",
            ),
            ("title = {PRISMA}", "title = {PRISMA}"),
        ],
        sources: &[
            "NLM Citing Medicine, title: capitalize only the first word and proper nouns",
            "APA 7, 9.19 (sentence case)",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::Title,
        Field::BookTitle,
        Field::Subtitle,
        Field::TitleAddon,
    ]),
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [
        Field::Title,
        Field::BookTitle,
        Field::Subtitle,
        Field::TitleAddon,
    ] {
        visit.rewrite(
            field,
            |text, markup| is_shouted(&visible(text, markup)).then(|| sentence(text, markup)),
            || {
                "the whole title is in capitals; in small letters, names and acronyms may need theirs back"
                    .to_owned()
            },
        );
    }
}

/// The text without the names of commands, which have letters but no say.
fn visible(text: &str, markup: Markup) -> Cow<'_, str> {
    if markup == Markup::Plain || memchr::memchr(b'\\', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('\\') {
        out.push_str(rest.get(..at).unwrap_or_default());
        let tail = rest.get(at..).unwrap_or_default();
        rest = tail.get(command_end(tail)..).unwrap_or_default();
    }
    out.push_str(rest);
    Cow::Owned(out)
}

/// Whether the title is a phrase in capitals, not an acronym or two.
fn is_shouted(text: &str) -> bool {
    if !is_in_capitals(text) {
        return false;
    }
    let words = text
        .split(|c: char| !c.is_alphabetic())
        .filter(|word| word.chars().count() > 1);
    let (mut count, mut long) = (0, 0);
    for word in words {
        count += 1;
        if word.chars().count() > 3 && proper_words::form(word).is_none() {
            long += 1;
        }
    }
    count > 1 && (long > 1 || long > 0 && count > 2) && !looks_german(text)
}

fn looks_german(text: &str) -> bool {
    let lower = text.to_lowercase();
    stopwords::language(&lower) == Some("de")
        || lower
            .split(' ')
            .filter(|word| {
                [
                    "der", "und", "des", "zur", "zum", "im", "für", "über", "bei", "mit", "eine",
                    "einer", "von", "vom", "auf", "das", "dem",
                ]
                .contains(word)
            })
            .count()
            > 1
}

fn sentence(text: &str, markup: Markup) -> String {
    let kept = abbreviations(text);
    let mut out = String::with_capacity(text.len());
    let mut depth = 0usize;
    let mut math = false;
    let mut start = true;
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if markup == Markup::Latex {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '$' => math = !math,
                '\\' => {
                    let end = command_end(rest);
                    let (command, tail) = rest.split_at(end);
                    out.push_str(command);
                    rest = tail;
                    continue;
                }
                _ => {}
            }
        }
        if !c.is_alphanumeric() {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            start = ends_clause(c, rest, start);
            continue;
        }
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        if depth > 0 || math {
            out.push_str(word);
        } else {
            let written = written(word, out.chars().next_back(), tail, start, &kept);
            out.push_str(&written);
        }
        start = false;
        rest = tail;
    }
    out
}

/// `\name` with its backslash, or a backslash and one character.
fn command_end(rest: &str) -> usize {
    let letters = rest
        .bytes()
        .skip(1)
        .take_while(u8::is_ascii_alphabetic)
        .count();
    if letters > 0 {
        1 + letters
    } else {
        1 + rest.chars().nth(1).map_or(0, char::len_utf8)
    }
}

fn ends_clause(c: char, rest: &str, start: bool) -> bool {
    match c {
        ':' | '?' | '!' | '.' => rest.is_empty() || rest.starts_with(' '),
        ' ' | '"' | '\'' | '(' | '[' | '{' | '¿' | '¡' | '“' | '«' | '‘' => start,
        _ => false,
    }
}

/// Words that stand alone in brackets: `(DHEA)` announces an acronym.
fn abbreviations(text: &str) -> Vec<&str> {
    let mut found = Vec::new();
    for at in memchr::memchr_iter(b'(', text.as_bytes()) {
        let inside = text.get(at + 1..).unwrap_or_default();
        let Some(end) = inside.find(')') else {
            break;
        };
        let word = inside.get(..end).unwrap_or_default();
        let short = (2..=6).contains(&word.chars().count());
        if short && word.chars().all(char::is_alphanumeric) {
            found.push(word);
        }
        if found.len() == 64 {
            break;
        }
    }
    found
}

const ORDINARY: &[&str] = &[
    "PART", "NEW", "CASE", "STUDY", "AND", "NOTE", "ABS", "REVIEW", "MEN", "WOMEN",
];

fn written(word: &str, before: Option<char>, tail: &str, start: bool, kept: &[&str]) -> String {
    let letters = word.chars().count();
    let plural = word.strip_suffix('S').unwrap_or(word);
    let acronym = |word: &str| kept.contains(&word) && !ORDINARY.contains(&word);
    if acronym(word) {
        return word.to_owned();
    }
    if plural.len() < word.len() && acronym(plural) {
        return format!("{plural}s");
    }
    if word.contains(char::is_numeric) {
        return numbered(word);
    }
    if let Some(form) = proper_words::form(word) {
        return form.to_owned();
    }
    let after_apostrophe = matches!(before, Some('\'' | '’'));
    if after_apostrophe {
        return word.chars().flat_map(lower).collect();
    }
    let digit_near = before == Some('-') && !start && letters == 1
        || tail
            .strip_prefix('-')
            .is_some_and(|t| t.starts_with(|c: char| c.is_ascii_digit()))
            && letters <= 4;
    let single = letters == 1
        && !matches!(
            word,
            "A" | "O" | "E" | "Y" | "И" | "В" | "О" | "А" | "К" | "С" | "У" | "І" | "З" | "Й"
        );
    let initialism = (2..=5).contains(&letters) && !has_vowel(word);
    if digit_near || single || initialism || is_roman(word) {
        return word.to_owned();
    }
    if let Some(form) = plural_of_acronym(word) {
        return form;
    }
    let mut chars = word.chars();
    let mut out = String::with_capacity(word.len());
    if start {
        out.extend(chars.next());
    }
    push_lower(chars.as_str(), &mut out);
    out
}

/// `RCTS`: an acronym the table knows, in the plural.
fn plural_of_acronym(word: &str) -> Option<String> {
    let single = word.strip_suffix('S')?;
    let form = proper_words::form(single)?;
    form.chars()
        .skip(1)
        .any(char::is_uppercase)
        .then(|| format!("{form}s"))
}

/// `21ST` and `3D`: an ordinal is lowered, anything else with a digit is a name of something.
fn numbered(word: &str) -> String {
    let digits = word.bytes().take_while(u8::is_ascii_digit).count();
    let (number, rest) = word.split_at(digits);
    if digits > 0 && matches!(rest, "ST" | "ND" | "RD" | "TH" | "S") {
        format!("{number}{}", rest.to_ascii_lowercase())
    } else {
        word.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::super::testing::assert_after;
    use super::*;

    #[test]
    fn protected_words_and_mathematics_stay() {
        assert_after(
            &RULE,
            r"title = {THE {ABC} MODEL OF $X_Y$ AND \emph{PLAIN} REVISITED AGAIN}",
            r"title = {The {ABC} model of $X_Y$ and \emph{PLAIN} revisited again}",
        );
    }

    #[test]
    fn ordinals_cyrillic_and_german() {
        assert_after(
            &RULE,
            "title = {THE 21ST CENTURY CASE-CONTROL STUDY: I AM WELL}",
            "title = {The 21st century case-control study: I am well}",
        );
        assert_after(
            &RULE,
            "title = {О ПЕРЕСМОТРЕ ПОНЯТИЯ ЗДОРОВЬЯ}",
            "title = {О пересмотре понятия здоровья}",
        );
        let german = "title = {ÜBER DIE GRENZEN DER ERKENNTNIS UND DES WISSENS}";
        assert_after(&RULE, german, german);
    }
}

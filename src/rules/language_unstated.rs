//! `language-unstated`: the language can be told, but nobody says it.

use std::borrow::Cow;

use super::{Infer, Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Markup, Record, Value};
use crate::report::Safety;
use crate::text::script::{self, Script};
use crate::text::{latex, stopwords};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "language-unstated",
        summary: "A work that is not in English has no language",
        why: "Styles choose quotation marks, hyphenation and the case of titles by it. The script of \
              the title tells it, or some letters of that script; for Latin script the words \
              of the title, or, if it has 60 letters with it, of the abstract, if they are not \
              English.",
        examples: &[
            (
                "title = {论农业的重要性}",
                "title = {论农业的重要性}\nlangid = {zh}",
            ),
            (
                "title = {日本人とうつ病}",
                "title = {日本人とうつ病}\nlangid = {ja}",
            ),
            (
                "title = {Проблеми здоров’я і здібності}",
                "title = {Проблеми здоров’я і здібності}\nlangid = {uk}",
            ),
            (
                "title = {Le città invisibili}",
                "title = {Le città invisibili}\nlangid = {it}",
            ),
            (
                "title = {On growth and form}",
                "title = {On growth and form}",
            ),
        ],
        sources: &["Unicode Standard Annex 24 (scripts)", "BCP 47 (RFC 5646)"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[
        Field::Language,
        Field::Title,
        Field::Abstract,
        Field::JournalTitle,
        Field::Publisher,
        Field::Subtitle,
        Field::Author,
    ]),
    safety: Some(Safety::Unsafe),
    run,
};

/// Fewer letters than this tell no language of Latin script.
const LETTERS: usize = 60;

/// Bytes of an abstract that are looked at.
const ENOUGH: usize = 600;

fn run(visit: &mut Visit<'_>) {
    if visit.record().has(Field::Language) || !visit.may_infer(Infer::Sound) {
        return;
    }
    let Some(Value::Text(title)) = visit.record().get(Field::Title) else {
        return;
    };
    let plain = match title.markup {
        Markup::Plain => Cow::Borrowed(title.content.as_str()),
        Markup::Latex => Cow::Owned(latex::to_plain(&title.content)),
    };
    let tag = match script::dominant(&plain) {
        Some(Script::Latin) => {
            stopwords::title_language(&plain).or_else(|| latin(visit.record(), &plain))
        }
        Some(script) => by_script(visit.record(), &plain, script),
        None => None,
    };
    if let Some(tag) = tag {
        visit.infer(Field::Language, tag, Field::Title, || {
            format!("the text is in '{tag}', which no field says")
        });
    }
}

fn latin(record: &Record, title: &str) -> Option<&'static str> {
    let text: Cow<'_, str> = match record.text(Field::Abstract) {
        // An abstract in English goes with titles of every language, and the other way about.
        Some(abstract_) if title.len() < LETTERS => {
            let mut both = String::with_capacity(title.len() + abstract_.len() + 1);
            both.push_str(title);
            both.push(' ');
            both.push_str(beginning(abstract_));
            both.into()
        }
        _ => title.into(),
    };
    if text.len() < LETTERS {
        return None;
    }
    let letters = if text.is_ascii() {
        text.bytes().filter(u8::is_ascii_alphabetic).count()
    } else {
        text.chars().filter(|c| c.is_alphabetic()).count()
    };
    if letters < LETTERS {
        return None;
    }
    stopwords::language(&text).filter(|tag| *tag != "en")
}

/// As much of an abstract as tells its language.
fn beginning(text: &str) -> &str {
    let mut end = text.len().min(ENOUGH);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    text.get(..end).unwrap_or_default()
}

/// Letters that tell one language of the script from the others.
const UKRAINIAN: &[char] = &['і', 'ї', 'є', 'ґ', 'І', 'Ї', 'Є', 'Ґ'];
const BELARUSIAN: &[char] = &['ў', 'Ў'];
const MACEDONIAN: &[char] = &['ѓ', 'ќ', 'ѕ', 'Ѓ', 'Ќ', 'Ѕ'];
const SERBIAN: &[char] = &['ђ', 'ј', 'љ', 'њ', 'ћ', 'џ', 'Ђ', 'Ј', 'Љ', 'Њ', 'Ћ', 'Џ'];

fn by_script(record: &Record, title: &str, script: Script) -> Option<&'static str> {
    let has = |letters: &[char]| title.chars().any(|c| letters.contains(&c));
    match script {
        Script::Kana => Some("ja"),
        Script::Hangul => Some("ko"),
        Script::Han => Some(if is_japanese(record) { "ja" } else { "zh" }),
        Script::Hebrew => Some("he"),
        Script::Greek => Some("el"),
        Script::Thai => Some("th"),
        Script::Arabic => Some(if has(&['پ', 'چ', 'ژ', 'گ', 'ک', 'ی']) {
            "fa"
        } else {
            "ar"
        }),
        Script::Cyrillic if has(UKRAINIAN) && !has(BELARUSIAN) => Some("uk"),
        Script::Cyrillic if has(BELARUSIAN) => Some("be"),
        Script::Cyrillic if has(MACEDONIAN) => Some("mk"),
        Script::Cyrillic if has(SERBIAN) => Some("sr"),
        Script::Cyrillic if is_bulgarian(title) => Some("bg"),
        Script::Cyrillic => Some("ru"),
        Script::Latin | Script::Devanagari | Script::Other => None,
    }
}

/// Whether a noun of a Cyrillic title has an article of Bulgarian behind it, as no Russian word ends.
fn is_bulgarian(title: &str) -> bool {
    const ARTICLES: &[&str] = &["ията", "ият", "ът"];
    title
        .split(|c: char| !c.is_alphabetic())
        .any(|word| word.chars().count() > 4 && ARTICLES.iter().any(|end| word.ends_with(end)))
}

/// A title all in Han may be Japanese; kana elsewhere in the record tell.
fn is_japanese(record: &Record) -> bool {
    let kana = |text: &str| script::dominant(text) == Some(Script::Kana);
    [
        Field::Abstract,
        Field::JournalTitle,
        Field::Publisher,
        Field::Subtitle,
    ]
    .iter()
    .any(|field| record.text(*field).is_some_and(kana))
        || record
            .names(Field::Author)
            .iter()
            .any(|name| kana(&name.family) || kana(&name.given))
}

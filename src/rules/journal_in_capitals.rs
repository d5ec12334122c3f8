//! `journal-in-capitals`: `JOURNAL OF MENTAL HEALTH`.

use super::letter_case::{capitalised, has_vowel, is_in_capitals, is_roman, lower};
use super::{Phase, Reads, Rule, Visit, proper_words};
use crate::doc::Doc;
use crate::model::{Field, Markup};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "journal-in-capitals",
        summary: "The journal's name is in capitals",
        why: "Web of Science and many library systems store names so. In a list beside others it \
              looks like shouting. Acronyms (JAMA, IEEE, PLOS) keep their capitals, small words \
              get none.",
        examples: &[
            (
                "journal = {JOURNAL OF MENTAL HEALTH}",
                "journal = {Journal of Mental Health}",
            ),
            ("journal = {JAMA}", "journal = {JAMA}"),
            (
                "journal = {IEEE TRANSACTIONS ON INFORMATION THEORY}",
                "journal = {IEEE Transactions on Information Theory}",
            ),
            ("journal = {PLOS ONE}", "journal = {PLOS ONE}"),
            (
                "journal = {ARTHROSCOPY-THE JOURNAL OF SURGERY}",
                "journal = {Arthroscopy-The Journal of Surgery}",
            ),
            (
                "journal = {ATLA-ALTERNATIVES TO LABORATORY ANIMALS}",
                "journal = {ATLA-Alternatives to Laboratory Animals}",
            ),
            ("journal = {CHEST}", "journal = {Chest}"),
        ],
        sources: &[
            "NLM Citing Medicine, journal title",
            "CSL 1.0.2, text-case title",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::JournalTitle, Field::Series]),
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::JournalTitle, Field::Series] {
        visit.rewrite(
            field,
            |text, markup| {
                let plain = markup == Markup::Plain || !text.contains(['{', '\\', '$']);
                (plain && is_in_capitals(text)).then(|| lowered(text))
            },
            || "the journal's name is in capitals".to_owned(),
        );
    }
}

/// Names written in capitals by their owners, whole.
const KEPT: &[&str] = &[
    "PLOS ONE",
    "PLOS BIOLOGY",
    "AIDS",
    "HIV",
    "GUT MICROBES",
    "BMJ OPEN",
    "MIS QUARTERLY",
    "ELT JOURNAL",
    "ACS NANO",
    "RSC ADVANCES",
    "ISA TRANSACTIONS",
    "ISIS",
    "SSRN",
    "SHS WEB",
    "MATEC",
    "ZDM",
    "ZAMM",
    "MRS BULLETIN",
    "JCR",
    "JBI",
    "BJOG",
];

/// Journals of one short word that is a word and no acronym.
const ONE_WORD: &[&str] = &[
    "BLOOD",
    "CHEST",
    "BRAIN",
    "HEART",
    "PAIN",
    "BONE",
    "CELL",
    "GUT",
    "LUNG",
    "LIVER",
    "NATURE",
    "CANCER",
    "STROKE",
    "NEURON",
    "SCIENCE",
    "SPINE",
    "SLEEP",
    "GENES",
    "PLANTA",
    "CORTEX",
    "ENERGY",
    "FOODS",
    "WATER",
    "FUEL",
    "CELLS",
    "VIRUS",
    "WORK",
    "ARCTIC",
    "OIKOS",
    "MIND",
    "NOUS",
    "LINGUA",
    "SYSTEM",
    "CITIES",
    "HABITAT",
    "TALANTA",
    "SMALL",
    "CHEM",
    "JOULE",
    "NURSING",
    "SENSORS",
    "ALLERGY",
    "VACCINE",
    "THORAX",
    "RETINA",
    "HAND",
    "KNEE",
    "HIP",
    "FOOT",
    "SHOCK",
    "BURNS",
    "INJURY",
    "RESUSCITATION",
    "ANIMALS",
    "INSECTS",
    "FORESTS",
    "REMOTE",
    "ETHICS",
    "HEALTH",
    "AGING",
    "AGEING",
    "APPETITE",
    "OBESITY",
    "TOXINS",
    "VIRUSES",
    "ARTHRITIS",
    "MATERIALS",
    "NUTRITION",
    "LANGUAGE",
    "MEMORY",
    "PLACEBO",
    "SYNAPSE",
    "GLIA",
    "VISION",
    "EPILEPSY",
    "DIABETES",
    "LANCET",
    "OMEGA",
];

const SMALL: &[&str] = &[
    "OF", "THE", "AND", "IN", "ON", "FOR", "TO", "A", "AN", "AT", "BY", "WITH", "FROM", "AS", "DE",
    "DES", "DU", "LA", "LE", "LES", "ET", "EN", "DER", "DIE", "DAS", "UND", "FÜR", "FUR", "DEL",
    "DELLA", "DI", "E", "Y", "EL", "LOS", "LAS", "ZUR", "IM", "DEM", "DOS", "DA", "DO", "VAN",
    "VOOR", "OP", "INTO", "OR", "VIA", "И", "В", "НА", "ПО", "С",
];

fn lowered(text: &str) -> String {
    if KEPT.contains(&text) {
        return text.to_owned();
    }
    let words = text
        .split(|c: char| !c.is_alphanumeric())
        .filter(|w| !w.is_empty())
        .count();
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    let mut begins = true;
    while let Some(c) = rest.chars().next() {
        if !c.is_alphanumeric() {
            out.push(c);
            rest = rest.get(c.len_utf8()..).unwrap_or_default();
            // A hyphen stands for a colon in this kind of name.
            begins = match c {
                ' ' | '"' | '(' => begins || c != ' ',
                '\'' | '’' => false,
                _ => true,
            };
            continue;
        }
        let end = rest
            .find(|c: char| !c.is_alphanumeric())
            .unwrap_or(rest.len());
        let (word, tail) = rest.split_at(end);
        let written = if words == 1 {
            alone(word)
        } else {
            among(word, begins, out.chars().next_back(), tail)
        };
        out.push_str(&written);
        rest = tail;
        begins = false;
    }
    out
}

fn alone(word: &str) -> String {
    let letters = word.chars().count();
    let known = ONE_WORD.contains(&word);
    if !known && (letters < 8 || proper_words::form(word).is_some()) {
        return match proper_words::form(word) {
            Some(form) if letters > 5 => form.to_owned(),
            _ => word.to_owned(),
        };
    }
    capitalised(word)
}

fn among(word: &str, begins: bool, before: Option<char>, tail: &str) -> String {
    if matches!(before, Some('\'' | '’')) && word.chars().count() <= 2 {
        return word.chars().flat_map(lower).collect();
    }
    if !begins && SMALL.contains(&word) && !(word == "A" && tail.is_empty()) {
        return word.chars().flat_map(lower).collect();
    }
    if let Some(form) = proper_words::form(word) {
        return form.to_owned();
    }
    let letters = word.chars().count();
    let spelt_out =
        before.is_none() && tail.starts_with('-') && letters <= 5 && !ONE_WORD.contains(&word);
    let acronym = spelt_out || (2..=5).contains(&letters) && !has_vowel(word);
    if letters == 1 || acronym || is_roman(word) || word.bytes().any(|b| b.is_ascii_digit()) {
        return word.to_owned();
    }
    capitalised(word)
}

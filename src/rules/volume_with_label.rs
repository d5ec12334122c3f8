//! `volume-with-label`: `Vol. 12`, `04`, `第3期`, `SUPPL. 1`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "volume-with-label",
        summary: "A volume or issue carries its label, leading zeros or odd punctuation",
        why: "Styles print `vol.` themselves, so it would stand twice; `04` and `4` are one issue. \
              Supplements become `Suppl 1`, ranges get a hyphen. Letters that belong to the number \
              (`S53`, `12A`) stay.",
        examples: &[
            (
                "volume = {Vol. 12}\nnumber = {04}",
                "volume = {12}\nnumber = {4}",
            ),
            (
                "volume = {16卷}\nnumber = {第07期}",
                "volume = {16}\nnumber = {7}",
            ),
            ("number = {9–10}", "number = {9-10}"),
            ("number = {SUPPL. 1}", "number = {Suppl 1}"),
            ("number = {S53}", "number = {S53}"),
            ("volume = {四卷}", "volume = {四卷}"),
            ("volume = {vol. 9,}", "volume = {9}"),
        ],
        sources: &[
            "NLM Citing Medicine, volume and issue",
            "GB/T 7714-2015, 8.8",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Volume, Field::Number]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Volume, Field::Number] {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        // What is longer is prose.
        if is_plain_number(&text) || text.len() > 60 {
            continue;
        }
        let bare = bare(&text);
        if !bare.is_empty() && bare != *text {
            let message = format!("'{text}' is more than the bare '{bare}'");
            visit.change(field, bare, || message);
        }
    }
}

fn is_plain_number(text: &str) -> bool {
    text.bytes().all(|b| b.is_ascii_digit()) && !text.starts_with('0') && !text.is_empty()
}

const HEADS: &[&str] = &[
    "volumen",
    "volume",
    "vol.",
    "vol",
    "v.",
    "bd.",
    "band",
    "tome",
    "tomo",
    "t.",
    "том",
    "т.",
    "jg.",
    "jahrgang",
    "cilt",
    "rocznik",
    "number",
    "num.",
    "núm.",
    "número",
    "numero",
    "nº",
    "n°",
    "no.",
    "no",
    "nr.",
    "nr",
    "n.",
    "issue",
    "iss.",
    "heft",
    "h.",
    "fasc.",
    "fascicule",
    "вып.",
    "выпуск",
    "№",
    "sayı",
    "zeszyt",
    "z.",
    "第",
    "제",
    "卷",
    "(",
    "[",
];

const TAILS: &[&str] = &[
    "卷", "期", "巻", "号", "權", "권", "호", "vol.", ")", "]", ",", ".", ";", ":",
];

/// Without labels, as often as there are some. Only what begins a number is a label.
fn bare(text: &str) -> String {
    let mut kept = text.trim();
    loop {
        let before = kept.len();
        for tail in TAILS {
            let open = match *tail {
                ")" => kept.contains('('),
                "]" => kept.contains('['),
                "." => kept
                    .rsplit(' ')
                    .next()
                    .is_some_and(|word| word.len() < 4 && word.contains(char::is_alphabetic)),
                // `美国卷` is a title, and `四卷` says how many there are.
                tail if !tail.is_ascii() => {
                    let number = kept.strip_suffix(tail).unwrap_or_default();
                    !number.trim_end().ends_with(ends_number)
                }
                _ => false,
            };
            if !open && let Some(rest) = kept.strip_suffix(tail) {
                kept = rest.trim_end();
            }
        }
        for head in HEADS {
            if let Some(rest) = strip_head(kept, head) {
                kept = rest;
                break;
            }
        }
        if kept.len() == before {
            break;
        }
    }
    // A closing bracket alone is the rest of a supplement whose beginning was lost.
    if text.ends_with([')', ']']) && !text.contains(['(', '[']) {
        return text.to_owned();
    }
    let supplement = supplement(kept);
    let kept = supplement.as_deref().unwrap_or(kept);
    if !kept.starts_with(|c: char| c.is_ascii_digit()) {
        return kept.to_owned();
    }
    ranged(kept)
}

/// Whether a label of another script may stand behind this.
fn ends_number(c: char) -> bool {
    c.is_ascii_alphanumeric() || ('０'..='９').contains(&c) || matches!(c, ')' | ']' | '）' | '年')
}

fn strip_head<'a>(text: &'a str, head: &str) -> Option<&'a str> {
    let start = text.get(..head.len())?;
    let rest = text.get(head.len()..)?;
    let same = || start == head || start.to_lowercase() == head;
    if head == "(" || head == "[" {
        let close = if head == "(" { ')' } else { ']' };
        let inside = rest.strip_suffix(close)?;
        return (start == head && !inside.contains(['(', ')', '[', ']'])).then(|| inside.trim());
    }
    let rest = rest.trim_start_matches([' ', '.', ':', '_']);
    (rest.starts_with(|c: char| c.is_ascii_digit()) && same()).then_some(rest)
}

/// `SUPPL. 1`, `Supplement_1`, `Suppl.1`, `4 SUPPL.`: one spelling, number kept.
fn supplement(text: &str) -> Option<String> {
    let lower = text.to_lowercase();
    let at = lower.find("suppl")?;
    if lower.len() != text.len() || lower.contains("supplementary") {
        return None;
    }
    let before = text.get(..at)?.trim_end_matches([' ', '_', ',', '(']);
    let rest = text.get(at + "suppl".len()..)?;
    let word = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    let spelt = matches!(
        rest.get(..word)?.to_lowercase().as_str(),
        "" | "ement" | "ements" | "s" | "emento" | "ément"
    );
    let after = rest
        .get(word..)?
        .trim_matches([' ', '.', '_', ',', ')', ':', '-']);
    let sound = |part: &str| {
        part.len() <= 8
            && !part.contains(['(', ')'])
            && part
                .bytes()
                .all(|b| b.is_ascii_alphanumeric() || b == b' ' || b == b'-')
    };
    if !spelt || !sound(before) || !sound(after) {
        return None;
    }
    let mut out = String::new();
    for part in [before, "Suppl", after] {
        if !part.is_empty() {
            if !out.is_empty() {
                out.push(' ');
            }
            out.push_str(part);
        }
    }
    Some(out)
}

/// Leading zeros and odd dashes, in a number or a range of numbers.
fn ranged(text: &str) -> String {
    let dash = |c: char| {
        matches!(
            c,
            '-' | '\u{2010}'..='\u{2015}' | '\u{2212}' | '－' | '~' | '～'
        )
    };
    let parts: Vec<&str> = text
        .split(dash)
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let digits = parts
        .iter()
        .all(|part| part.bytes().all(|b| b.is_ascii_digit()));
    if !digits || parts.is_empty() || parts.len() > 2 {
        return text.to_owned();
    }
    let short = |part: &str| {
        let short = part.trim_start_matches('0');
        if short.is_empty() {
            "0".to_owned()
        } else {
            short.to_owned()
        }
    };
    parts
        .iter()
        .map(|part| short(part))
        .collect::<Vec<_>>()
        .join("-")
}

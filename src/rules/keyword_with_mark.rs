//! `keyword-with-mark`: `*Mental Health`, `recovery.`, keywords twice.

use std::collections::BTreeSet;

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Text, Value};
use crate::report::Safety;
use crate::text::fold;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "keyword-with-mark",
        summary: "A keyword carries a mark or stop, a label, or stands twice",
        why: "MEDLINE's star for a major topic and the stop behind the last keyword make one \
              keyword two. Of keywords that differ only in case or punctuation the first is kept.",
        examples: &[
            (
                "keywords = {*Mental Health, recovery, Recovery.}",
                "keywords = {Mental Health, recovery}",
            ),
            (
                "keywords = {Keywords: stigma, peers}",
                "keywords = {stigma, peers}",
            ),
        ],
        sources: &["NLM MEDLINE data element MH (the asterisk)"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Keywords]),
    safety: Some(Safety::Safe),
    run,
};

const LABELS: &[&str] = &[
    "keywords:",
    "key words:",
    "keywords：",
    "关键词：",
    "关键词:",
    "關鍵詞：",
    "关键字：",
    "【关键词】",
    "ключевые слова:",
    "palabras clave:",
    "palavras-chave:",
    "mots-clés:",
    "mots clés :",
    "schlüsselwörter:",
    "キーワード：",
    "index terms—",
    "index terms:",
];

fn run(visit: &mut Visit<'_>) {
    let Some(Value::List(list)) = visit.record().get(Field::Keywords) else {
        return;
    };
    if !list
        .iter()
        .any(|text| bare(&text.content).len() != text.content.len())
        && are_different(list)
    {
        return;
    }
    let mut seen = BTreeSet::new();
    let mut kept: Vec<Text> = Vec::new();
    let mut changed = false;
    for text in list {
        let bare = bare(&text.content);
        changed |= bare.len() != text.content.len();
        let key = fold::fold(bare);
        let key = if key.is_empty() { bare.to_owned() } else { key };
        if bare.is_empty() || !seen.insert(key) {
            changed = true;
            continue;
        }
        kept.push(Text {
            content: bare.into(),
            markup: text.markup,
        });
    }
    if !changed {
        return;
    }
    if kept.is_empty() {
        visit.remove(Field::Keywords, || "the keywords hold no word".to_owned());
    } else {
        visit.change(Field::Keywords, Value::List(kept), || {
            "keywords carry marks or stand twice".to_owned()
        });
    }
}

/// Whether no two of the keywords are the same but for case and punctuation, and none is empty.
fn are_different(list: &[Text]) -> bool {
    if begin_differently(list) {
        return true;
    }
    let mut folded = String::new();
    let mut ends = Vec::with_capacity(list.len());
    for text in list {
        let start = folded.len();
        fold::fold_into(&text.content, &mut folded);
        if folded.len() == start {
            return false;
        }
        ends.push(start..folded.len());
    }
    let mut keys: Vec<&str> = ends
        .into_iter()
        .filter_map(|range| folded.get(range))
        .collect();
    keys.sort_unstable();
    keys.windows(2).all(|pair| matches!(pair, [a, b] if a != b))
}

/// Whether no two of the keywords begin with the same two letters of ASCII.
fn begin_differently(list: &[Text]) -> bool {
    let mut begun = [0_u32; 26];
    list.iter().all(|text| {
        let [first, second, ..] = *text.content.as_bytes() else {
            return false;
        };
        let letter = |byte: u8| byte.to_ascii_lowercase().wrapping_sub(b'a');
        let bit = 1_u32.checked_shl(u32::from(letter(second)));
        match (begun.get_mut(usize::from(letter(first))), bit) {
            (Some(seconds), Some(bit)) if letter(second) < 26 && *seconds & bit == 0 => {
                *seconds |= bit;
                true
            }
            _ => false,
        }
    })
}

fn bare(keyword: &str) -> &str {
    if let [first, .., last] = keyword.as_bytes()
        && first.is_ascii_alphanumeric()
        && last.is_ascii_alphanumeric()
        && keyword.is_ascii()
        && memchr::memchr(b':', keyword.as_bytes()).is_none()
    {
        return keyword;
    }
    let mut kept = keyword.trim();
    // Every label ends in one of these.
    let labelled = kept.contains([':', '：', '—', '】']);
    loop {
        let before = kept.len();
        for label in LABELS.iter().filter(|_| labelled) {
            if let (Some(head), Some(rest)) = (kept.get(..label.len()), kept.get(label.len()..))
                && (head == *label || head.to_lowercase() == *label)
            {
                kept = rest.trim_start();
            }
        }
        kept = kept
            .trim_start_matches(['*', '•', '·', ',', ';'])
            .trim_start();
        kept = kept.trim_end_matches([',', ';', '。', '*', ' ']);
        if let Some(rest) = kept.strip_suffix('.')
            && !rest.contains('.')
            && !rest.ends_with('\\')
        {
            kept = rest;
        }
        if kept.len() == before {
            return kept;
        }
    }
}

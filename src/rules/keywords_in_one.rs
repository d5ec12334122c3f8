//! `keywords-in-one`: `a; b; c` as one keyword.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Markup, Text, Value};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "keywords-in-one",
        summary: "One keyword holds several",
        why: "Programs take the whole line for one keyword, which then groups nothing. Semicolons, \
              bars, middle dots and Chinese commas always separate; a comma or a slash with spaces \
              does only where there are several and nothing else separates, for some keywords \
              hold one.",
        examples: &[
            (
                "keywords = {recovery; peer support;}",
                "keywords = {recovery, peer support}",
            ),
            (
                "keywords = {вина / стыд / совесть}",
                "keywords = {вина, стыд, совесть}",
            ),
            (
                "keywords = {康复；精神分裂症}",
                "keywords = {康复, 精神分裂症}",
            ),
            ("keywords = {AND/OR trees}", "keywords = {AND/OR trees}"),
        ],
        sources: &["biblatex manual 2.2.2, field keywords: separated by commas"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Keywords]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let Some(value) = visit.record().get(Field::Keywords) else {
        return;
    };
    let items = match value {
        Value::Text(text) => std::slice::from_ref(text),
        Value::List(list) => list.as_slice(),
        _ => return,
    };
    if !items.iter().any(|text| separator(&text.content).is_some()) {
        return;
    }
    let mut list = Vec::new();
    for text in items {
        // A brace may hold the separator; such a keyword is left alone.
        let separator = separator(&text.content)
            .filter(|_| text.markup == Markup::Plain || !text.content.contains(['{', '$', '\\']));
        let Some(separator) = separator else {
            list.push(text.clone());
            continue;
        };
        for piece in text.content.split(separator) {
            let piece = piece.trim();
            if !piece.is_empty() {
                list.push(Text {
                    content: piece.into(),
                    markup: text.markup,
                });
            }
        }
    }
    if list.len() == items.len() && items.iter().eq(&list) {
        return;
    }
    visit.change(Field::Keywords, Value::List(list), || {
        "one keyword holds several".to_owned()
    });
}

/// What separates the keywords of a text; of several signs the surest.
fn separator(text: &str) -> Option<&'static str> {
    if !text.bytes().any(|byte| SIGNS[usize::from(byte)]) {
        return None;
    }
    // One middle dot stands inside a foreign name.
    let sure = |sign: &&&str| {
        text.contains(**sign) && (**sign != "·" || text.matches(**sign).take(2).count() == 2)
    };
    let several = |sign: &&&str| text.matches(**sign).take(2).count() == 2;
    SURE.iter()
        .find(sure)
        .or_else(|| LIKELY.iter().find(several))
        .copied()
}

/// A byte of each of the signs below; most keywords have none of them.
static SIGNS: [bool; 256] = {
    let mut table = [false; 256];
    let signs = b";|,/-\xc2\xe2\xe3\xef";
    let mut at = 0;
    while at < signs.len() {
        table[signs[at] as usize] = true;
        at += 1;
    }
    table
};

const SURE: &[&str] = &[";", "；", "、", "|", "·", "•", "◆", "，"];
const LIKELY: &[&str] = &[" / ", ", ", " - ", " – ", " — "];

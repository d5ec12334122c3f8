//! `issue-in-volume`: `12(3)`, `66 (Supplement 1)`, `88 Suppl 1`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "issue-in-volume",
        summary: "The volume holds the issue too",
        why: "Exports write `12(3)` or `88 Suppl 1` into the volume. Each number has its own field; \
              together they match nothing. If the issue field says something else, nothing is \
              changed.",
        examples: &[
            ("volume = {12(3)}", "volume = {12}\nnumber = {3}"),
            ("volume = {27, n. 3}", "volume = {27}\nnumber = {3}"),
            ("volume = {88 Suppl 1}", "volume = {88}\nnumber = {Suppl 1}"),
            (
                "volume = {59 (1 Supplement 1)}",
                "volume = {59}\nnumber = {1 Supplement 1}",
            ),
            ("volume = {52 (FEB)}", "volume = {52}\nissue = {FEB}"),
            (
                "volume = {31(11)}\nnumber = {4}",
                "volume = {31(11)}\nnumber = {4}",
            ),
        ],
        sources: &["NLM Citing Medicine, volume and issue"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Volume, Field::Number, Field::Issue]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let Some(text) = visit.plain(Field::Volume) else {
        return;
    };
    if text.len() > 40 || text.bytes().all(|b| b.is_ascii_digit()) {
        return;
    }
    let text = text.into_owned();
    let Some((volume, issue)) = parts(&text) else {
        return;
    };
    let field =
        if issue.bytes().any(|b| b.is_ascii_digit()) || issue.to_lowercase().contains("suppl") {
            Field::Number
        } else {
            Field::Issue
        };
    let known = visit.plain(field).map(|known| alike(&known, issue));
    if known == Some(false) {
        return;
    }
    visit.add_from(field, issue, Field::Volume, || {
        format!("volume '{text}' holds the issue too")
    });
    visit.change(Field::Volume, volume, || {
        format!("volume '{text}' holds the issue too")
    });
}

/// Whether two issues are the same but for label, case and zeros.
fn alike(a: &str, b: &str) -> bool {
    let key = |text: &str| -> String {
        let text = text.to_lowercase().replace("supplement", "suppl");
        text.chars()
            .filter(|c| c.is_alphanumeric())
            .collect::<String>()
            .trim_start_matches('0')
            .to_owned()
    };
    key(a) == key(b)
}

fn parts(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_end_matches([',', '.', ';', ' ', ':']);
    let end = text.bytes().take_while(u8::is_ascii_digit).count();
    let (volume, rest) = text.split_at(end);
    if volume.is_empty() || volume.len() > 4 {
        return None;
    }
    if let Some(inside) = rest
        .trim_start()
        .strip_prefix('(')
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let inside = inside.trim();
        let sound = !inside.is_empty()
            && !inside.contains(['(', ')'])
            && !inside.eq_ignore_ascii_case("no pagination");
        return sound.then_some((volume, inside));
    }
    let rest = rest.trim_start_matches([',', ' ', ':', ';', '_']);
    let lower = rest.to_lowercase();
    if lower.starts_with("suppl") && lower.len() <= 14 {
        return Some((volume, rest));
    }
    [
        "no.", "no ", "n.", "nº", "n°", "iss.", "issue ", "nr.", "№", "pt ", "pt. ",
    ]
    .iter()
    .find_map(|label| {
        let head = rest.get(..label.len())?;
        let tail = rest.get(label.len()..)?.trim_start();
        let same = head == *label || head.to_lowercase() == *label;
        let number = tail.starts_with(|c: char| c.is_ascii_digit())
            && tail.len() <= 8
            && !tail.contains(['(', ')']);
        let keep_label = label.starts_with("pt");
        (same && number).then_some((volume, if keep_label { rest } else { tail }))
    })
}

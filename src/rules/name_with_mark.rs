//! `name-with-mark`: the mark of an affiliation or footnote at a name.

use super::{Phase, Reads, Rule, Visit, name_parts};
use crate::doc::Doc;
use crate::report::Safety;
use crate::text::script;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "name-with-mark",
        summary: "An affiliation or footnote mark stands at a name",
        why: "`Chan, KKS [1 ]` and `Davidson 1,2,*` are names with the number of an address or the \
              sign of a footnote. Names of bodies keep their digits (`Group of 77`).",
        examples: &[
            ("author = {Chan, KKS [1 ]}", "author = {Chan, KKS}"),
            ("author = {Mak, WWS [3 ,4 ]}", "author = {Mak, WWS}"),
            (
                "author = {Davidson, Larry1,2,*}",
                "author = {Davidson, Larry}",
            ),
            ("author = {Tse†, Samson²}", "author = {Tse, Samson}"),
            ("author = {{Group of 77}}", "author = {{Group of 77}}"),
            ("author = {{张三1}}", "author = {{张三}}"),
        ],
        sources: &["Vancouver style, 2 Author affiliations (marks)"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| name_parts::rewrite(names, unmarked),
        || "an affiliation or footnote mark stands at a name".to_owned(),
    );
}

pub(super) fn unmarked(part: &str, whole: bool) -> Option<String> {
    let (first, last) = (part.chars().next()?, part.chars().next_back()?);
    if first.is_alphabetic() && (last.is_alphabetic() || last == '.') {
        return None;
    }
    // What looks like a sign may be half of a letter decoded wrongly.
    if part.contains(['Ã', 'ã']) {
        return None;
    }
    let mut kept = part.trim();
    let digits = !whole || script::is_cjk(part);
    loop {
        let before = kept;
        kept = kept.trim_matches(is_sign).trim();
        kept = without_bracket(kept).trim();
        if digits {
            kept = without_number(kept);
        }
        if kept.len() == before.len() {
            break;
        }
        kept = kept.trim_end_matches([',', ';', ' ']);
    }
    (kept.len() != part.len()).then(|| kept.to_owned())
}

/// Signs of footnotes; superscript digits count as signs.
fn is_sign(c: char) -> bool {
    matches!(
        c,
        '*' | '∗'
            | '＊'
            | '†'
            | '‡'
            | '§'
            | '¶'
            | '#'
            | '✉'
            | '⁎'
            | '◊'
            | '※'
            | '⋆'
            | '★'
            | '☆'
            | '¹'
            | '²'
            | '³'
            | '⁰'..='⁹'
    )
}

/// Without a bracket of numbers and signs at the end: `[1 ,2 ]`, `(1, *)`.
fn without_bracket(text: &str) -> &str {
    let open = match text.chars().next_back() {
        Some(']') => '[',
        Some(')') => '(',
        Some('）') => '（',
        _ => return text,
    };
    let Some(at) = text.rfind(open) else {
        return text;
    };
    let inside = text.get(at + open.len_utf8()..).unwrap_or_default();
    let mark = |c: char| c.is_ascii_digit() || is_sign(c) || " ,;-])）".contains(c);
    if inside.chars().all(mark) && inside.chars().any(|c| c.is_ascii_digit() || is_sign(c)) {
        text.get(..at).unwrap_or_default()
    } else {
        text
    }
}

/// Without a list of small numbers at the end: `1`, `1,2`, ` 1, 2`. Not behind a hyphen or stop,
/// and not a year.
fn without_number(text: &str) -> &str {
    let kept = text.trim_end_matches(|c: char| c.is_ascii_digit() || c == ',' || c == ' ');
    let cut = text.get(kept.len()..).unwrap_or_default();
    let small = cut.split([',', ' ']).all(|number| number.len() <= 2);
    let word = kept
        .chars()
        .next_back()
        .is_some_and(|c| c.is_alphabetic() || c == '.' || is_sign(c));
    if cut.bytes().any(|b| b.is_ascii_digit()) && small && (word || kept.is_empty()) {
        kept
    } else {
        text
    }
}

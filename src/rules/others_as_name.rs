//! `others-as-name`: `et al.` among the names.

use super::{Phase, Reads, Rule, Visit, name_parts};
use crate::doc::Doc;
use crate::model::Names;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "others-as-name",
        summary: "`et al.` or its like stands as a name or at the end of one",
        why: "It says that the list goes on. As a name it gets a line in the index of authors; \
              as the mark of a cut list each format can say it in its own way.",
        examples: &[
            (
                "author = {Smith, John and et al.}",
                "author = {Smith, John and others}",
            ),
            (
                "author = {Smith, J. et al}",
                "author = {Smith, J. and others}",
            ),
            ("author = {{王小明等}}", "author = {{王小明} and others}"),
        ],
        sources: &[
            "biblatex manual 2.3.3 (and others)",
            "GB/T 7714-2015, 8.1 (等)",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

/// Alone, or behind a space or comma at the end of a name.
const MARKS: &[&str] = &[
    "et al",
    "et al.",
    "et. al.",
    "et.al.",
    "etal",
    "et alii",
    "et alia",
    "and others",
    "others",
    "& al.",
    "u.a.",
    "u. a.",
    "и др",
    "и др.",
    "та ін",
    "та ін.",
    "y otros",
    "y cols.",
    "e outros",
    "et coll.",
    "ve ark.",
    "ve diğerleri",
    "...",
    "…",
    "等",
    "等.",
    "ほか",
    "他",
    "외",
];

/// Han and Hangul marks stand without a space.
const GLUED: &[&str] = &["等", "ほか", " 외", "[等]", "［等］", "（等）"];

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(cut, || "the mark of a cut list stands as a name".to_owned());
}

fn cut(names: &mut Names) -> bool {
    let changed = name_parts::rewrite(names, without);
    if changed {
        names.truncated = true;
    }
    changed
}

/// A part of a name without the mark of a cut list at its end.
pub(super) fn without(part: &str, whole: bool) -> Option<String> {
    if !may_end_in_mark(part) {
        return None;
    }
    // Most parts are one word or initials, and few marks look like that.
    if part.is_ascii()
        && !part.contains("al")
        && !part.contains("AL")
        && !part.contains("ther")
        && !part.contains("outr")
        && !part.contains("otro")
        && !part.contains([':', '&', '[', '('])
        && !part.contains("...")
        && !part.contains("col")
        && !part.contains("u.")
        && !part.contains("ark")
    {
        return None;
    }
    let part = part.trim_end_matches([',', ';', ' ']);
    let bare = part.trim_matches(['[', ']', '(', ')']);
    if MARKS.iter().any(|mark| bare.eq_ignore_ascii_case(mark)) && (bare != "他" || whole) {
        return Some(String::new());
    }
    let glued = GLUED.iter().find_map(|mark| part.strip_suffix(mark));
    if let Some(rest) = glued
        && rest.chars().count() > 1
        && whole
    {
        return Some(rest.trim_end_matches(['，', ',', ' ']).to_owned());
    }
    MARKS.iter().find_map(|mark| {
        let at = part.len().checked_sub(mark.len())?;
        let tail = part.get(at..)?;
        let rest = part.get(..at)?;
        let apart = rest.ends_with([' ', ',']) && *mark != "others" && *mark != "and others";
        (apart && tail.eq_ignore_ascii_case(mark) && !whole_body(rest, whole))
            .then(|| rest.trim_end_matches([' ', ',', ';']).to_owned())
    })
}

/// Whether the last letters are those of a mark. Most names fail this.
fn may_end_in_mark(part: &str) -> bool {
    let stopped = part.trim_end_matches([',', ';', ' ', '[', ']', '(', ')']);
    let bare = stopped.trim_end_matches('.');
    let bytes = bare.as_bytes();
    let ends = |end: &[u8]| {
        bytes
            .len()
            .checked_sub(end.len())
            .and_then(|at| bytes.get(at..))
            .is_some_and(|tail| tail.eq_ignore_ascii_case(end))
    };
    let ellipsis = stopped.len() - bare.len() > 2;
    ellipsis
        || match bytes.last() {
            None => false,
            Some(b'l' | b'L') => ends(b"al") || ends(b"coll"),
            Some(b'i' | b'I') => ends(b"alii") || ends(b"leri"),
            Some(b'a' | b'A') => ends(b"alia") || ends(b".a") || ends(b" a"),
            Some(b's' | b'S') => ends(b"hers") || ends(b"tros") || ends(b"cols"),
            Some(b'k' | b'K') => ends(b"ark"),
            Some(byte) if byte.is_ascii() => false,
            Some(_) => bare.ends_with(['р', 'н', '…', '等', 'か', '他', '외', '］', '）']),
        }
}

/// `等` and its like end no name of a body, but `others` may.
fn whole_body(rest: &str, whole: bool) -> bool {
    whole && rest.split(' ').count() > 6
}

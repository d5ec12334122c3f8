//! The names in the list of authors or editors of a reference.

use super::hash::word_hash;
use super::words::{BODY, class};
use crate::model::{Name, Names};

/// Splits a list of names as references print it.
pub(super) fn people(text: &str) -> Names {
    let mut text = text.trim();
    // `and The PDP research group (Eds.)`, `编`: words for the role.
    for role in [
        "(Eds.)", "(Ed.)", "(eds.)", "(ed.)", "(eds)", "(ed)", "(Hrsg.)", "(Hg.)", "(Hgg.)",
    ] {
        text = text.strip_suffix(role).unwrap_or(text).trim_end();
    }
    for lead in [
        "edited by ",
        "ed. by ",
        "eds. ",
        "ed. ",
        "Ed. ",
        "Eds. ",
        "par ",
        "by ",
        "von ",
        "Edited by ",
    ] {
        text = text.strip_prefix(lead).unwrap_or(text);
    }
    for tail in [" (a cura di)", " (a c. di)", " (a. c. di)", " a cura di"] {
        text = text.strip_suffix(tail).unwrap_or(text);
    }
    // Who is not known is not named.
    if matches!(text, "佚名" | "Anon" | "Anonymous" | "Anon." | "作者不详") {
        return Names::default();
    }
    // `Department of Economic and Social Affairs`: a body that joins words, not people.
    let body = !text.contains([',', ';', '&', '.', '，', '、'])
        && text.split(' ').any(|word| class(word_hash(word)) == BODY)
        && text
            .split(' ')
            .any(|word| matches!(word, "of" | "for" | "de" | "für"));
    if body {
        return Names {
            list: vec![Name::literal(text)],
            truncated: false,
        };
    }
    if text.contains("etal") {
        return Names::parse(&text.replace("etal", "et al"));
    }
    Names::parse(text)
}

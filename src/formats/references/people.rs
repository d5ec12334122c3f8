//! The names in the list of authors or editors of a reference.

use crate::model::Names;

/// Splits a list of names as references print it.
pub(super) fn people(text: &str) -> Names {
    let mut text = text.trim();
    // `and The PDP research group (Eds.)`, `编`: words for the role.
    for role in ["(Eds.)", "(Ed.)", "(eds.)", "(ed.)", "(eds)", "(ed)", "(Hrsg.)", "(Hg.)", "(Hgg.)"] {
        text = text.strip_suffix(role).unwrap_or(text).trim_end();
    }
    for lead in ["edited by ", "ed. by ", "eds. ", "ed. ", "Ed. ", "Eds. ", "par ", "by ", "von ", "Edited by "] {
        text = text.strip_prefix(lead).unwrap_or(text);
    }
    // `[美]富勒`: where somebody comes from.
    if let Some(rest) = text.strip_prefix(['[', '［', '〔', '（'])
        && let Some(close) = rest.find([']', '］', '〕', '）']).filter(|close| *close <= 12)
    {
        text = rest.get(close..).unwrap_or_default().trim_start_matches([']', '］', '〕', '）', ' ']);
    }
    Names::parse(text)
}

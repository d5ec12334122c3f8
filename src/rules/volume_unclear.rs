//! `volume-unclear`: a volume or issue that is no number.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{EntryType, Field};
use crate::report::Severity;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "volume-unclear",
        summary: "The volume or issue of an article holds no number",
        why: "Some word or remark has slipped into the field. It is kept, since it may be the name \
              of a special issue.",
        examples: &[
            ("volume = {Ph.D.}", "volume = {Ph.D.}"),
            ("volume = {1)}", "volume = {1)}"),
        ],
        sources: &["NLM Citing Medicine, volume and issue"],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::Volume, Field::Number]),
    safety: None,
    run,
};

fn run(visit: &mut Visit<'_>) {
    if visit.record().entry_type != EntryType::Article {
        return;
    }
    for field in [Field::Volume, Field::Number] {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        let number = text.chars().any(char::is_numeric);
        let roman = !text.is_empty() && text.bytes().all(|b| b"IVXLCDMivxlcdm".contains(&b));
        let letter = text.chars().count() == 1;
        let supplement = text.starts_with("Suppl") || text.starts_with("Spec");
        let broken = text.ends_with(')') && !text.contains('(');
        if !(number || roman || letter || supplement) || broken {
            let message = format!("'{text}' holds no whole number of a {}", field.name());
            visit.report(Severity::Note, Some(field), || message);
        }
    }
}

//! `language-as-name`: `English` instead of `en`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, language};
use crate::report::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "language-as-name",
        summary: "The language is not a BCP 47 tag",
        why: "`eng`, `English`, `ngerman` and 英语 mean languages to some programs only; CSL, Zotero \
              and every operating system know tags, from which the other forms can be made.",
        examples: &[
            ("language = {English}", "language = {en}"),
            ("langid = {ngerman}", "langid = {de}"),
        ],
        sources: &["BCP 47 (RFC 5646)", "CSL 1.0.2, language"],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Language, Field::OrigLanguage]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [Field::Language, Field::OrigLanguage] {
        let Some(text) = visit.plain(field) else {
            continue;
        };
        match language::tag(&text) {
            Some(tag) if *tag == *text => {}
            Some(tag) => {
                let message = format!("'{text}' is not the tag of the language, '{tag}'");
                visit.change(field, tag.to_string(), || message);
            }
            None => {
                let message = format!("'{text}' is no language known by name or tag");
                visit.report(Severity::Note, Some(field), || message);
            }
        }
    }
}

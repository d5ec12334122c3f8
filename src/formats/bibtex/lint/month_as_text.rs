//! `month-as-text`: a month in words where a macro exists.

use super::Model;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::values;
use crate::model;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "month-as-text",
        summary: "The month is written out instead of by its macro",
        why: "The macros jan to dec are printed by the style, in its language and its form; a word is printed as it is.",
        examples: &[("@book{k, month = {February}}", "@book{k, month = feb}")],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Note,
    default: false,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    if entry.model() == Model::Biblatex {
        return;
    }
    for field in entry.fields().iter().filter(|field| field.is("month")) {
        let Some(value) = field.inside.map(str::trim) else {
            continue;
        };
        let place = model::month(value.trim_end_matches('.'))
            .and_then(|month| usize::from(month).checked_sub(1));
        if let Some(name) = place.and_then(|place| values::MONTHS.get(place)) {
            entry.report_with_fix(
                field.value,
                format!("'{value}' has a macro, {name}"),
                vec![Edit {
                    span: field.value,
                    text: (*name).to_owned(),
                }],
            );
        }
    }
}

//! `pages-single-hyphen`: one hyphen in a page range.

use super::Model;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "pages-single-hyphen",
        summary: "A page range has one hyphen",
        why: "TeX sets a range with an en dash, written as two hyphens. The standard styles of BibTeX double a single one, many others print it as it is; biber does not mind, so files in the BibLaTeX model are left alone.",
        examples: &[(
            "@article{k, pages = {12-99}}",
            "@article{k, pages = {12--99}}",
        )],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Note,
    default: true,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    if entry.model() == Model::Biblatex {
        return;
    }
    for field in entry
        .fields()
        .iter()
        .filter(|field| field.field == Some(Field::Pages))
    {
        let Some(value) = field.inside else { continue };
        for range in value.split([',', ';', '&']) {
            let bare = range.trim();
            let Some((first, last)) = bare.split_once('-') else {
                continue;
            };
            let number = |end: &str| {
                let end = end.trim();
                !end.is_empty() && end.len() < 8 && end.bytes().all(|byte| byte.is_ascii_digit())
            };
            if number(first) && number(last) {
                let hyphen = field.span(
                    field.span_of(bare).start as usize - field.start + first.len(),
                    1,
                );
                entry.report_with_fix(
                    hyphen,
                    format!("the range '{bare}' has one hyphen, where TeX takes two"),
                    vec![Edit {
                        span: hyphen,
                        text: "--".to_owned(),
                    }],
                );
            }
        }
    }
}

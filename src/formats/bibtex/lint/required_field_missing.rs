//! `required-field-missing`: a field that the type needs is missing.

use super::Model;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "required-field-missing",
        summary: "A field that the data model requires of this type is missing",
        why: "Styles leave a gap or warn. Which fields a type needs follows the data model of the file, BibTeX or BibLaTeX, told by the names it uses or by the configuration; what is inherited counts. Where styles take one field for another (an editor for the author of a book), either will do.",
        examples: &[(
            "@inproceedings{k, author = {Doe, Jane}, title = {One}, year = 2001}",
            "@inproceedings{k, author = {Doe, Jane}, title = {One}, booktitle = {P}, year = 2001}",
        )],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "biblatex manual, section 2.1",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

/// So many parents are followed at most.
const MOST_PARENTS: usize = 16;

fn run(entry: &mut Entry<'_>) {
    let word = entry.word();
    let Some(entry_type) = entry.entry_type() else {
        return;
    };
    let groups = entry.model().required(entry_type, word);
    if groups.is_empty() {
        return;
    }
    let Some(present) = present(entry) else {
        return;
    };
    let has = |field: Field| present & (1_u128 << field as u32) != 0;
    let missing: Vec<String> = groups
        .iter()
        .filter(|group| !group.iter().any(|field| has(*field)))
        .filter(|group| !(group.contains(&Field::Date) && is_to_appear(entry)))
        .map(|group| name(group, entry.model()))
        .collect();
    if missing.is_empty() {
        return;
    }
    let (span, model) = (entry.head(), entry.model().name());
    let list = missing.join(", ");
    entry.report(
        span,
        format!("@{word} without {list}, which {model} requires"),
    );
}

/// What a group is called: the names the model has for its first two fields.
fn name(group: &[Field], model: Model) -> String {
    let names = group.iter().take(2).map(|field| match model {
        Model::Bibtex => field.spec().bibtex,
        Model::Biblatex => field.spec().biblatex,
    });
    names.collect::<Vec<_>>().join(" or ")
}

/// Whether the entry says that it has no year yet.
fn is_to_appear(entry: &Entry<'_>) -> bool {
    entry.fields().iter().any(|field| {
        let says = matches!(
            field.field,
            Some(Field::Note | Field::PubState | Field::HowPublished | Field::Addendum)
        );
        says && field.inside.is_some_and(|text| {
            let text = text.to_lowercase();
            [
                "press",
                "forthcoming",
                "appear",
                "submitted",
                "preparation",
                "progress",
                "accepted",
                "n.d",
            ]
            .iter()
            .any(|word| text.contains(word))
        })
    })
}

/// The fields an entry has, a bit each, with those it inherits. [`None`] where a parent is not in
/// the file.
fn present(entry: &Entry<'_>) -> Option<u128> {
    let file = entry.file();
    let mut seen = vec![entry.at()];
    let mut fields = 0;
    let mut next = 0;
    while let Some(at) = seen.get(next).copied() {
        let is_parent = next > 0;
        next += 1;
        let mut own = file.present(at);
        for key in file.parents(at).iter().take(MOST_PARENTS) {
            let parent = file.entry(key).or_else(|| file.like(key))?;
            if !seen.contains(&parent) && seen.len() < MOST_PARENTS {
                seen.push(parent);
            }
        }
        // The title of a book becomes that of the book a chapter is in.
        let title = 1_u128 << Field::Title as u32;
        if is_parent && own & title != 0 {
            own |= 1 << Field::BookTitle as u32 | 1 << Field::JournalTitle as u32;
        }
        fields |= own;
    }
    Some(fields)
}

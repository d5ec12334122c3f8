//! Lints: faults of a .bib file that only its written form shows, one file each.
//!
//! A lint sees one block of the file, as an [`Entry`], with the rest of the file around it, and
//! reports spans of the text. What a typed record still shows is the business of the rules; what
//! keeps a text from being read is that of the [reader](super::faults). To add one: a file, and two
//! lines here (`mod`, and its entry in [`LINTS`]).

mod capitals_unprotected;
mod crossref_parent_first;
mod dropped_elsewhere;
mod entry;
mod entry_type_unknown;
mod environment_unclosed;
mod escape_in_identifier;
mod et_al_as_name;
mod field_empty;
mod field_misspelt;
mod field_not_for_type;
mod field_unknown;
mod file;
mod key_differs_in_case;
mod known_fields;
mod math_unclosed;
mod model;
mod month_as_text;
mod month_misspelt;
mod name_missing;
mod name_suffix_unlikely;
mod names;
mod nearest;
mod orcid_wrong_check_digit;
mod others_not_last;
mod pages_reversed;
mod pages_single_hyphen;
mod required_field_missing;
mod special_character_unescaped;
mod string_defined_twice;
mod string_unused;
#[cfg(test)]
mod testing;
mod url_malformed;

pub use entry::{Entry, Found, Written};
pub use file::File;
pub use model::Model;

use super::blocks::BlockKind;
use crate::doc::Doc;
use crate::report::{Safety, Severity};

/// A lint.
#[derive(Debug)]
pub struct Lint {
    /// Its documentation. Both sides of an example are .bib text; the test runs this lint alone
    /// over the left side, expects it to report, and to be silent about the right side.
    pub doc: Doc,
    /// How much it matters.
    pub severity: Severity,
    /// Whether it runs unless asked otherwise: only where a file kept with care is quiet.
    pub default: bool,
    /// How far its edits can be trusted; [`None`] for a lint that only reports.
    pub safety: Option<Safety>,
    /// The blocks it looks at.
    pub blocks: Blocks,
    /// Looks at one of them.
    pub run: fn(&mut Entry<'_>),
}

/// Which blocks a lint looks at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Blocks {
    /// Entries, closed or not.
    Entries,
    /// `@string` blocks.
    Strings,
}

impl Blocks {
    fn has(self, kind: BlockKind) -> bool {
        match self {
            Self::Entries => matches!(kind, BlockKind::Entry | BlockKind::Broken),
            Self::Strings => kind == BlockKind::String,
        }
    }
}

/// Every lint.
#[rustfmt::skip]
pub static LINTS: &[&Lint] = &[
    &entry_type_unknown::LINT,
    &required_field_missing::LINT,
    &field_misspelt::LINT,
    &field_unknown::LINT,
    &field_not_for_type::LINT,
    &field_empty::LINT,
    &key_differs_in_case::LINT,
    &crossref_parent_first::LINT,
    &dropped_elsewhere::LINT,
    &name_missing::LINT,
    &others_not_last::LINT,
    &et_al_as_name::LINT,
    &name_suffix_unlikely::LINT,
    &orcid_wrong_check_digit::LINT,
    &month_misspelt::LINT,
    &month_as_text::LINT,
    &pages_reversed::LINT,
    &pages_single_hyphen::LINT,
    &url_malformed::LINT,
    &escape_in_identifier::LINT,
    &capitals_unprotected::LINT,
    &math_unclosed::LINT,
    &environment_unclosed::LINT,
    &special_character_unescaped::LINT,
    &string_defined_twice::LINT,
    &string_unused::LINT,
];

/// Runs the lints that `wanted` chooses over every block of `file`, in order of the text.
///
/// ```
/// use bibsift::formats::bibtex::lint::{self, File};
/// let file = File::new("@book{k, tilte = {On Growth}}", None);
/// let found = lint::run(&file, |lint| lint.doc.id == "field-misspelt");
/// assert_eq!(found[0].message, "'tilte' is no field; did you mean title?");
/// ```
pub fn run(file: &File<'_>, wanted: impl Fn(&Lint) -> bool) -> Vec<Found> {
    let lints: Vec<&'static Lint> = LINTS.iter().copied().filter(|lint| wanted(lint)).collect();
    let mut found = Vec::new();
    let mut fields = Vec::new();
    for (at, block) in file.blocks().iter().enumerate() {
        if !lints.iter().any(|lint| lint.blocks.has(block.kind)) {
            continue;
        }
        fields.clear();
        fields.extend(
            file.written(at)
                .filter_map(|field| Written::new(file, field)),
        );
        for lint in &lints {
            if lint.blocks.has(block.kind) {
                (lint.run)(&mut Entry::new(
                    file,
                    (at, block),
                    &fields,
                    lint,
                    &mut found,
                ));
            }
        }
    }
    found
}

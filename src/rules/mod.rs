//! The rules: what `clean` normalises and `check` complains of, one file each.
//!
//! A rule names a fault, not a remedy. It sees one record through a [`Visit`], and through it
//! changes a value (which leaves a step in the value's provenance and a finding) or reports one it
//! cannot mend. To add one: a file, and two lines here (`mod`, and its entry in [`RULES`]).
//!
//! The rules of a phase run until none of them changes anything. So a rule may count on what the
//! others of its phase do, in whatever order they stand, and a second run finds nothing to do.

mod abstract_heading_glued;
mod abstract_headings;
mod abstract_label;
mod abstract_tail;
mod addresses;
mod agenda;
mod authors_only_in_statements;
mod changed;
mod date_as_text;
mod doi_as_url;
mod doi_holds_volume;
mod doi_in_note;
mod doi_in_url;
mod doi_patterns;
mod email_in_name;
mod empty_name;
mod full_width_bracket;
mod html_entity;
mod html_markup;
mod identifier_in_url;
mod identifier_with_prefix;
mod initials_run_together;
mod isbn_in_doi;
mod isbn_with_hyphens;
mod issn_in_isbn;
mod issue_as_date;
mod issue_in_volume;
mod journal_final_punctuation;
mod journal_in_capitals;
mod keyword_with_mark;
mod keywords_in_one;
mod language_as_name;
mod language_unstated;
#[cfg(test)]
mod laws;
mod letter_case;
mod ligature;
mod marked;
mod marks;
mod misc_with_journal;
mod mojibake;
mod name_in_capitals;
mod name_list_in_one_name;
mod name_parts;
mod name_with_degree;
mod name_with_mark;
mod name_with_role;
mod odd;
mod orcid_in_name;
mod others_as_name;
mod pages_as_text;
mod placeholder;
mod preprint_in_doi;
mod proper_words;
mod reads;
mod run;
mod space_before_punctuation;
mod standard_numbers;
mod stray_character;
mod structure;
#[cfg(test)]
mod testing;
mod title_absent;
mod title_final_stop;
mod title_in_brackets;
mod title_in_capitals;
mod title_tail;
mod title_truncated;
mod uncomposed_accent;
mod url_repeats_doi;
mod visit;
mod volume_unclear;
mod volume_with_label;
mod wrong_check_digit;
mod year_out_of_range;

pub use changed::Changed;
pub use reads::Reads;
pub(crate) use run::run_each;
pub use run::{apply, run, run_again, run_for_matching, run_some};
pub use visit::{Infer, Settings, Visit};

use crate::doc::Doc;
use crate::report::Safety;

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// Its documentation. Both sides of an example are .bib fields, one a line
    /// (`doi = {https://doi.org/10.1000/1}`); the test runs this rule alone over the left side and
    /// expects the right one.
    pub doc: Doc,
    /// When it runs.
    pub phase: Phase,
    /// What it looks at beside the type and the statements of the record.
    pub reads: Reads,
    /// How far its changes can be trusted; [`None`] for a rule that only reports.
    pub safety: Option<Safety>,
    /// Looks at one record.
    pub run: fn(&mut Visit<'_>),
}

/// The order of the rules: phase, then place in [`RULES`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Phase {
    /// Undoes damage to the characters: mojibake, entities, control characters.
    Repair,
    /// Brings values to one form.
    Normalise,
    /// Looks at what came out; may infer, may only report.
    Judge,
}

impl Phase {
    /// All of them, in order.
    const ALL: [Self; 3] = [Self::Repair, Self::Normalise, Self::Judge];
}

/// Every rule, in the order they run within their phase.
#[rustfmt::skip]
pub static RULES: &[&Rule] = &[
    // Repair.
    &mojibake::RULE,
    &html_entity::RULE,
    &html_markup::RULE,
    &stray_character::RULE,
    &ligature::RULE,
    &uncomposed_accent::RULE,
    &space_before_punctuation::RULE,
    // Normalise.
    &placeholder::RULE,
    &doi_as_url::RULE,
    &doi_in_url::RULE,
    &doi_in_note::RULE,
    &url_repeats_doi::RULE,
    &identifier_with_prefix::RULE,
    &identifier_in_url::RULE,
    &isbn_with_hyphens::RULE,
    &issn_in_isbn::RULE,
    &orcid_in_name::RULE,
    &email_in_name::RULE,
    &name_with_mark::RULE,
    &name_with_degree::RULE,
    &name_with_role::RULE,
    &others_as_name::RULE,
    &empty_name::RULE,
    &name_list_in_one_name::RULE,
    &name_in_capitals::RULE,
    &initials_run_together::RULE,
    &title_tail::RULE,
    &title_in_brackets::RULE,
    &title_final_stop::RULE,
    &title_in_capitals::RULE,
    &full_width_bracket::RULE,
    &journal_final_punctuation::RULE,
    &journal_in_capitals::RULE,
    &date_as_text::RULE,
    &volume_with_label::RULE,
    &issue_in_volume::RULE,
    &issue_as_date::RULE,
    &pages_as_text::RULE,
    &keywords_in_one::RULE,
    &keyword_with_mark::RULE,
    &abstract_label::RULE,
    &abstract_heading_glued::RULE,
    &abstract_tail::RULE,
    &language_as_name::RULE,
    // Judge.
    &doi_holds_volume::RULE,
    &isbn_in_doi::RULE,
    &preprint_in_doi::RULE,
    &authors_only_in_statements::RULE,
    &language_unstated::RULE,
    &misc_with_journal::RULE,
    &title_absent::RULE,
    &title_truncated::RULE,
    &year_out_of_range::RULE,
    &volume_unclear::RULE,
    &wrong_check_digit::RULE,
];

#[cfg(test)]
mod tests {
    use super::testing::{all, check_after, record, written};
    use super::*;
    use crate::report::{Findings, Severity};

    #[test]
    fn every_example_comes_out_as_its_documentation_says() {
        let wrong: Vec<String> = RULES
            .iter()
            .flat_map(|rule| rule.doc.examples.iter().map(move |pair| (rule, pair)))
            .filter_map(|(rule, (before, after))| check_after(rule, before, after).err())
            .collect();
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }

    #[test]
    fn a_second_run_over_an_example_changes_nothing() {
        for rule in RULES {
            for (before, _) in rule.doc.examples {
                let mut record = record(before);
                run(&mut record, &all(), &mut Findings::default());
                let once = record.clone();
                let mut findings = Findings::default();
                run(&mut record, &all(), &mut findings);
                assert_eq!(written(&record), written(&once), "{}", rule.doc.id);
                assert_eq!(findings.total(Severity::Change), 0, "{}", rule.doc.id);
            }
        }
    }

    #[test]
    fn rules_that_only_report_change_nothing() {
        for rule in RULES.iter().filter(|rule| rule.safety.is_none()) {
            for (before, after) in rule.doc.examples {
                assert_eq!(before, after, "{}", rule.doc.id);
            }
        }
    }
}

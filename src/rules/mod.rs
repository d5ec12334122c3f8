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
mod authors_only_in_statements;
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
mod marks;
mod misc_with_journal;
mod mojibake;
mod name_in_capitals;
mod name_list_in_one_name;
mod name_parts;
mod name_with_degree;
mod name_with_mark;
mod name_with_role;
mod orcid_in_name;
mod others_as_name;
mod pages_as_text;
mod placeholder;
mod preprint_in_doi;
mod proper_words;
mod reads;
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

pub use reads::Reads;
pub use visit::{Infer, Settings, Visit};

use crate::doc::Doc;
use crate::model::Record;
use crate::report::{Findings, Safety};

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

/// How often the rules of a phase look again at what the others changed. Each change brings a
/// value nearer to its form, so few rounds are ever needed; the bound is for what no one foresaw.
const ROUNDS: usize = 8;

/// More rules than a phase has.
const MOST: usize = 64;

/// Runs all rules over `record` in order.
///
/// ```
/// use bibsift::model::{Field, Record};
/// use bibsift::report::Findings;
/// use bibsift::rules::{self, Settings};
///
/// let mut record = Record::default();
/// record.put(Field::Title, "[Pleuritis carcinomatosa].");
/// rules::run(&mut record, &Settings::default(), &mut Findings::default());
/// assert_eq!(record.text(Field::Title), Some("Pleuritis carcinomatosa"));
/// ```
pub fn run(record: &mut Record, settings: &Settings, findings: &mut Findings) {
    run_rules(RULES, record, settings, findings);
}

fn run_rules(
    rules: &[&'static Rule],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) {
    for phase in [Phase::Repair, Phase::Normalise, Phase::Judge] {
        let of_phase = || rules.iter().filter(|rule| rule.phase == phase);
        let Some(first) = of_phase().next() else {
            continue;
        };
        let mut visit = Visit::new(record, &first.doc, settings, findings);
        // What was changed after a rule last looked, in the order of the rules.
        let mut all_unseen = [Reads::NONE; MOST];
        let unseen = all_unseen.get_mut(..of_phase().count()).unwrap_or_default();
        for round in 0..ROUNDS {
            let mut fields = Reads::of_record(visit.record());
            let mut changed_any = false;
            for (place, rule) in of_phase().enumerate() {
                let waiting = unseen.get(place).copied().unwrap_or(Reads::ALL);
                let wanted = if round == 0 { fields } else { waiting };
                if !rule.reads.meets(wanted) {
                    continue;
                }
                if let Some(seen) = unseen.get_mut(place) {
                    *seen = Reads::NONE;
                }
                visit.turn_to(&rule.doc, place);
                (rule.run)(&mut visit);
                let changed = visit.take_changed();
                if changed != Reads::NONE {
                    changed_any = true;
                    fields = fields.with(changed);
                    for unseen in unseen.iter_mut() {
                        *unseen = unseen.with(changed);
                    }
                }
            }
            if !changed_any {
                break;
            }
        }
        visit.finish();
    }
}

/// Runs one rule over `record`.
pub fn apply(
    rule: &'static Rule,
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) {
    run_rules(&[rule], record, settings, findings);
}

#[cfg(test)]
mod tests {
    use super::testing::{all, check_after, record, written};
    use super::*;
    use crate::report::Severity;

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

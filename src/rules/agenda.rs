//! [`Agenda`]: which rules have to look at a record, told by its fields and the signs in them.

use super::marked::Marked;
use super::marks::Marks;
use super::{
    Changed, RULES, Reads, Rule, date_as_text, doi_holds_volume, doi_in_note, doi_in_url,
    email_in_name, empty_name, full_width_bracket, html_entity, html_markup, identifier_in_url,
    initials_run_together, isbn_in_doi, issue_as_date, issue_in_volume, journal_final_punctuation,
    journal_in_capitals, language_unstated, ligature, misc_with_journal, mojibake,
    name_in_capitals, name_list_in_one_name, name_with_degree, name_with_mark, name_with_role,
    orcid_in_name, others_as_name, pages_as_text, placeholder, preprint_in_doi,
    space_before_punctuation, stray_character, title_final_stop, title_in_brackets,
    title_in_capitals, title_tail, title_truncated, uncomposed_accent, url_repeats_doi,
    volume_unclear, volume_with_label,
};
use std::sync::LazyLock;

use crate::model::Field;

/// Rules, by what has to be there for them to look at a record.
pub(super) struct Agenda(Vec<Interest>);

/// What rules there are for a field.
#[derive(Clone)]
struct Interest {
    /// Those that read it.
    readers: Changed,
    /// The signs that any of them waits for in it.
    signs: Marks,
    /// By sign: those that wait for it.
    waiting: [Changed; Marks::KINDS],
}

/// That of all rules.
pub(super) static ALL: LazyLock<Agenda> = LazyLock::new(|| Agenda::of(RULES, AWAITED));

impl Agenda {
    /// The agenda of `rules`, in whose sets a rule has its place among them; those that are not in
    /// `awaited` wait for nothing.
    pub(super) fn of(rules: &[&'static Rule], awaited: &[Awaited]) -> Self {
        let nobody = Interest {
            readers: Changed::NONE,
            signs: Marks::NONE,
            waiting: [Changed::NONE; Marks::KINDS],
        };
        let mut agenda = Self(vec![nobody; Reads::PLACES]);
        for (place, rule) in rules.iter().enumerate() {
            for field in rule.reads.places() {
                if let Some(interest) = agenda.0.get_mut(field) {
                    interest.readers.insert(place);
                }
            }
            let mut rows = awaited
                .iter()
                .filter(|row| row.0.doc.id == rule.doc.id)
                .peekable();
            if rows.peek().is_none() {
                agenda.wait(place, rule.reads, Marks::ANY);
            }
            for (_, fields, marks) in rows {
                agenda.wait(place, *fields, *marks);
            }
        }
        agenda
    }

    fn wait(&mut self, place: usize, fields: Reads, marks: Marks) {
        for field in fields.places() {
            let Some(interest) = self.0.get_mut(field) else {
                continue;
            };
            interest.signs = interest.signs.with(marks);
            for kind in marks.kinds() {
                if let Some(waiting) = interest.waiting.get_mut(kind) {
                    waiting.insert(place);
                }
            }
        }
    }

    /// The rules that read one of `fields`.
    pub(super) fn readers(&self, fields: Reads) -> Changed {
        let interests = fields.places().filter_map(|place| self.0.get(place));
        interests.fold(Changed::NONE, |all, interest| all.with(interest.readers))
    }

    /// The rules that find a sign they wait for in one of `fields`. The others have nothing to
    /// change and nothing to report.
    pub(super) fn awaited(&self, fields: Reads, marked: &Marked) -> Changed {
        let mut awaited = Changed::NONE;
        for place in fields.places() {
            let Some(interest) = self.0.get(place) else {
                continue;
            };
            for kind in marked.at(place).and(interest.signs).kinds() {
                let waiting = interest.waiting.get(kind);
                awaited = waiting.map_or(awaited, |more| awaited.with(*more));
            }
        }
        awaited
    }
}

/// A rule, and fields in one of which there has to be one of some signs.
pub(super) type Awaited = (&'static Rule, Reads, Marks);

/// What rules wait for: a sign in one of the fields. A rule that is not here is asked about every
/// record with a field it reads.
#[rustfmt::skip]
pub(super) static AWAITED: &[Awaited] = &[
    (&mojibake::RULE, Reads::ALL, Marks::ODD.with(Marks::HAN)),
    (&html_entity::RULE, Reads::ALL, Marks::AMPERSAND),
    (&html_markup::RULE, Reads::ALL, Marks::ANGLE),
    (&stray_character::RULE, Reads::ALL, Marks::ODD.with(Marks::BLANK)),
    (&ligature::RULE, Reads::ALL, Marks::ODD),
    (&uncomposed_accent::RULE, Reads::ALL, Marks::ODD),
    (&space_before_punctuation::RULE, space_before_punctuation::RULE.reads, Marks::SPACED),
    (&placeholder::RULE, placeholder::RULE.reads, Marks::NOTHING),
    (&placeholder::RULE, NUMBERED, Marks::REMARK),
    (&doi_in_url::RULE, Reads::of(&[Field::Url]), Marks::ANY),
    (&doi_in_note::RULE, Reads::of(doi_in_note::FIELDS), Marks::STOP),
    (&url_repeats_doi::RULE, Reads::of(&[Field::Url]), Marks::ANY),
    (&identifier_in_url::RULE, Reads::of(identifier_in_url::FIELDS), Marks::ADDRESS),
    (&orcid_in_name::RULE, Reads::NAMES, Marks::DIGIT),
    (&email_in_name::RULE, Reads::NAMES, Marks::AT),
    (&name_with_mark::RULE, Reads::NAMES, Marks::EDGE.with(Marks::DIGIT)),
    (&name_with_degree::RULE, Reads::NAMES, Marks::UNPLAIN),
    (&name_with_role::RULE, Reads::NAMES, Marks::BRACKET.with(Marks::UNPLAIN)),
    (&others_as_name::RULE, Reads::NAMES, Marks::UNPLAIN),
    (&empty_name::RULE, Reads::NAMES, Marks::UNPLAIN),
    (&name_list_in_one_name::RULE, Reads::NAMES, Marks::UNPLAIN),
    (&name_in_capitals::RULE, Reads::NAMES, Marks::CAPITALS),
    (&initials_run_together::RULE, Reads::NAMES, Marks::STOP),
    (&title_tail::RULE, Reads::of(&[Field::Title]), Marks::BRACKET.with(Marks::DASH).with(Marks::BLANK).with(Marks::ODD).with(Marks::HAN)),
    (&title_in_brackets::RULE, title_in_brackets::RULE.reads, Marks::EDGE),
    (&title_final_stop::RULE, title_final_stop::RULE.reads, Marks::EDGE),
    (&title_in_capitals::RULE, title_in_capitals::RULE.reads, Marks::CAPITALS),
    (&full_width_bracket::RULE, full_width_bracket::RULE.reads, Marks::ODD),
    (&journal_final_punctuation::RULE, journal_final_punctuation::RULE.reads, Marks::EDGE.with(Marks::IN)),
    (&journal_in_capitals::RULE, journal_in_capitals::RULE.reads, Marks::CAPITALS),
    (&date_as_text::RULE, Reads::of(date_as_text::FIELDS), Marks::TEXT),
    (&volume_with_label::RULE, volume_with_label::RULE.reads, Marks::WORDS),
    (&issue_in_volume::RULE, Reads::of(&[Field::Volume]), Marks::WORDS),
    (&issue_as_date::RULE, issue_as_date::RULE.reads, Marks::WORDS),
    (&pages_as_text::RULE, Reads::of(&[Field::Pages]), Marks::TEXT),
    (&doi_holds_volume::RULE, Reads::of(&[Field::Doi]), Marks::TEXT),
    (&isbn_in_doi::RULE, Reads::of(&[Field::Doi]), Marks::TEXT),
    (&preprint_in_doi::RULE, Reads::of(&[Field::Doi]), Marks::TEXT),
    (&language_unstated::RULE, Reads::of(&[Field::Title]), Marks::TEXT),
    (&misc_with_journal::RULE, Reads::of(&[Field::JournalTitle]), Marks::TEXT),
    (&title_truncated::RULE, title_truncated::RULE.reads, Marks::EDGE),
    (&volume_unclear::RULE, volume_unclear::RULE.reads, Marks::WORDS),
];

/// Where more than the word for nothing says that there is nothing.
const NUMBERED: Reads = Reads::of(&[
    Field::Volume,
    Field::Number,
    Field::Issue,
    Field::Pages,
    Field::Eid,
    Field::Abstract,
]);

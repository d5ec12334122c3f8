//! [`run`]: all rules over one record, until none of them changes anything.

use super::{Changed, Phase, RULES, Reads, Rule, Settings, Visit};
use crate::model::Record;
use crate::report::Findings;

/// How often the rules of a phase look again at what the others changed. Each change brings a
/// value nearer to its form, so few rounds are ever needed; the bound is for what no one foresaw.
const ROUNDS: usize = 8;

/// Runs all rules over `record` in order, and says which of them changed it.
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
pub fn run(record: &mut Record, settings: &Settings, findings: &mut Findings) -> Changed {
    run_rules(RULES, Changed::ALL, record, settings, findings)
}

/// Does again to `record` what [`run`] did to an equal one: `changed` is what it returned then,
/// under the same settings. Nothing is reported, that was done the first time.
///
/// Only the rules that changed the record run. The others cannot be missed: a rule sees nothing but
/// the record and the settings, so the run passes through the same states as the first time, and in
/// none of those did they change anything, nor does a rule that changes nothing have a part in
/// which rule looks when.
///
/// ```
/// use bibsift::model::{Field, Record};
/// use bibsift::report::Findings;
/// use bibsift::rules::{self, Settings};
///
/// let settings = Settings::default();
/// let mut record = Record::default();
/// record.put(Field::Title, "[Pleuritis carcinomatosa].");
/// let mut again = record.clone();
/// let changed = rules::run(&mut record, &settings, &mut Findings::default());
/// rules::run_again(&mut again, &settings, changed);
/// assert_eq!(again, record);
/// ```
pub fn run_again(record: &mut Record, settings: &Settings, changed: Changed) {
    if !changed.is_empty() {
        run_rules(RULES, changed, record, settings, &mut Findings::nothing());
    }
}

/// Runs one rule over `record`.
pub fn apply(
    rule: &'static Rule,
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) {
    run_rules(&[rule], Changed::ALL, record, settings, findings);
}

/// Runs those of `rules` whose places are in `asked`, and says which changed the record.
pub(super) fn run_rules(
    rules: &[&'static Rule],
    asked: Changed,
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut changing = Changed::NONE;
    let mut phases = [Changed::NONE; Phase::ALL.len()];
    for (place, rule) in rules.iter().enumerate().take(Changed::MOST) {
        if let Some(of_phase) = phases.get_mut(rule.phase as usize) {
            of_phase.insert(place);
        }
    }
    for of_phase in phases {
        let of_phase = of_phase.and(asked);
        let first = of_phase.places().next().and_then(|place| rules.get(place));
        let Some(first) = first else { continue };
        let mut visit = Visit::new(record, &first.doc, settings, findings);
        // What was changed after a rule last looked, by the places of the rules.
        let mut unseen = [Reads::NONE; Changed::MOST];
        for round in 0..ROUNDS {
            let mut fields = Reads::of_record(visit.record());
            let mut changed_any = false;
            for place in of_phase.places() {
                let (Some(rule), Some(waiting)) = (rules.get(place), unseen.get_mut(place)) else {
                    continue;
                };
                let wanted = if round == 0 { fields } else { *waiting };
                if !rule.reads.meets(wanted) {
                    continue;
                }
                *waiting = Reads::NONE;
                visit.turn_to(&rule.doc, place);
                (rule.run)(&mut visit);
                let changed = visit.take_changed();
                if changed != Reads::NONE {
                    changed_any = true;
                    changing.insert(place);
                    fields = fields.with(changed);
                    for unseen in &mut unseen {
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
    changing
}

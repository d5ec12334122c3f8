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
    run_phases(RULES, PHASES, record, settings, findings)
}

/// Runs over `record` those rules that are `wanted`, as [`run`] runs all of them.
///
/// ```
/// use bibsift::model::{Field, Record};
/// use bibsift::report::{Findings, Safety};
/// use bibsift::rules::{self, Settings};
///
/// let mut record = Record::default();
/// record.put(Field::Title, "[Pleuritis carcinomatosa].");
/// let safe = |rule: &rules::Rule| rule.safety == Some(Safety::Safe);
/// rules::run_some(&mut record, &Settings::default(), &mut Findings::default(), safe);
/// ```
pub fn run_some(
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
    wanted: impl Fn(&Rule) -> bool,
) -> Changed {
    let phases = PHASES.map(|of_phase| of_phase.only(&wanted));
    run_phases(RULES, phases, record, settings, findings)
}

/// The rules of each phase.
static PHASES: [Changed; Phase::ALL.len()] = {
    let mut phases = [Changed::NONE; Phase::ALL.len()];
    let mut place = 0;
    while place < RULES.len() {
        phases[RULES[place].phase as usize].insert(place);
        place += 1;
    }
    phases
};

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
        let phases = PHASES.map(|of_phase| of_phase.and(changed));
        run_phases(RULES, phases, record, settings, &mut Findings::nothing());
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

/// Runs `rules` over `record`, those of each phase in the order given, and says which of them
/// changed it.
pub(super) fn run_rules(
    rules: &[&'static Rule],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut phases = [Changed::NONE; Phase::ALL.len()];
    for (place, rule) in rules.iter().enumerate() {
        if let Some(of_phase) = phases.get_mut(rule.phase as usize) {
            of_phase.insert(place);
        }
    }
    run_phases(rules, phases, record, settings, findings)
}

/// Runs those of `rules` whose places are in `phases`, and says which changed the record.
fn run_phases(
    rules: &[&'static Rule],
    phases: [Changed; Phase::ALL.len()],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut changing = Changed::NONE;
    for of_phase in phases {
        let first = of_phase.places().next().and_then(|place| rules.get(place));
        let Some(first) = first else { continue };
        let mut visit = Visit::new(record, &first.doc, settings, findings);
        let mut fields = Reads::of_record(visit.record());
        // What was changed, in order, and how much of it each rule has seen.
        let mut changes: Vec<Reads> = Vec::new();
        let mut seen = [0_usize; Changed::MOST];
        for round in 0..ROUNDS {
            let before = changes.len();
            for place in of_phase.places() {
                let (Some(rule), Some(seen)) = (rules.get(place), seen.get_mut(place)) else {
                    continue;
                };
                let wanted = if round == 0 {
                    fields
                } else {
                    let unseen = changes.get(*seen..).unwrap_or_default();
                    unseen.iter().fold(Reads::NONE, |all, one| all.with(*one))
                };
                if !rule.reads.meets(wanted) {
                    continue;
                }
                *seen = changes.len();
                visit.turn_to(&rule.doc, place);
                (rule.run)(&mut visit);
                let changed = visit.take_changed();
                if changed != Reads::NONE {
                    changing.insert(place);
                    fields = fields.with(changed);
                    changes.push(changed);
                }
            }
            if changes.len() == before {
                break;
            }
        }
        visit.finish();
    }
    changing
}

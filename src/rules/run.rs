//! [`run`]: all rules over one record, until none of them changes anything.

use super::agenda::{self, Agenda};
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
    run_phases(RULES, &agenda::ALL, PHASES, record, settings, findings)
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
    run_phases(RULES, &agenda::ALL, phases, record, settings, findings)
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
        run_phases(
            RULES,
            &agenda::ALL,
            phases,
            record,
            settings,
            &mut Findings::nothing(),
        );
    }
}

/// Runs one rule over `record`.
pub fn apply(
    rule: &'static Rule,
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) {
    let mut wanted = Reads::of_record(record);
    let mut visit = Visit::new(record, &rule.doc, settings, findings);
    for _ in 0..ROUNDS {
        if !rule.reads.meets(wanted) {
            break;
        }
        visit.turn_to(&rule.doc, 0);
        (rule.run)(&mut visit);
        wanted = visit.take_changed();
    }
    visit.say();
}

/// Runs `rules` over `record`, those of each phase in the order given, and says which of them
/// changed it.
#[cfg(test)]
pub(super) fn run_rules(
    rules: &[&'static Rule],
    awaited: &[agenda::Awaited],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut phases = [Changed::NONE; Phase::ALL.len()];
    for (place, rule) in rules.iter().enumerate() {
        phases[rule.phase as usize].insert(place);
    }
    run_phases(
        rules,
        &Agenda::of(rules, awaited),
        phases,
        record,
        settings,
        findings,
    )
}

/// Runs those of `rules` whose places are in `phases`, and says which changed the record.
///
/// A rule is due when a field it reads is there or has changed since it looked, and is passed over
/// when nothing it waits for is to be seen.
fn run_phases(
    rules: &[&'static Rule],
    agenda: &Agenda,
    phases: [Changed; Phase::ALL.len()],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut changing = Changed::NONE;
    let Some(first) = rules.first() else {
        return changing;
    };
    let mut visit = Visit::new(record, &first.doc, settings, findings);
    let fields = Reads::of_record(visit.record());
    let mut awaited = visit.awaited(agenda, fields);
    for of_phase in phases {
        // A rule passed over has reported nothing that it would have to take back.
        let mut due = of_phase.and(awaited);
        for _ in 0..ROUNDS {
            let (mut next, mut changed) = (due.from(0), false);
            while let Some(place) = next {
                next = None;
                due.remove(place);
                if let Some(rule) = rules.get(place) {
                    visit.turn_to(&rule.doc, place);
                    (rule.run)(&mut visit);
                    let fields = visit.take_changed();
                    if fields != Reads::NONE {
                        changed = true;
                        changing.insert(place);
                        // Those that waited for what is gone are asked once more, and see so.
                        awaited = awaited.with(visit.awaited(agenda, fields));
                        due = due.with(of_phase.and(awaited).and(agenda.readers(fields)));
                    }
                    next = due.from(place + 1);
                }
            }
            if !changed {
                break;
            }
        }
        visit.say();
    }
    changing
}

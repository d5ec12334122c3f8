//! [`run`]: all rules over one record, until none of them changes anything.

use super::agenda::{self, Agenda};
use std::sync::LazyLock;

use super::{Changed, Phase, RULES, Reads, Rule, Settings, Visit, language_unstated, title_absent};
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
    run_one(PHASES, record, settings, findings)
}

/// As [`run`], without the rules whose work no comparison sees: what they find out is for readers of the
/// list, and they warn of nothing.
///
/// ```
/// use bibsift::model::{Field, Record};
/// use bibsift::report::Findings;
/// use bibsift::rules::{self, Settings};
///
/// let mut record = Record::default();
/// record.put(Field::Title, "Le città invisibili.");
/// rules::run_for_matching(&mut record, &Settings::default(), &mut Findings::default());
/// assert_eq!(record.text(Field::Title), Some("Le città invisibili"));
/// assert!(!record.has(Field::Language));
/// ```
pub fn run_for_matching(
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    run_one(*FOR_MATCHING, record, settings, findings)
}

/// Runs all rules over several records, over each as [`run`] does, which takes less time than one
/// after the other.
pub(crate) fn run_each<'r>(
    records: impl IntoIterator<Item = (&'r mut Record, &'r mut Findings)>,
    settings: &'r Settings,
) {
    let records = records.into_iter();
    let turns = records.map(|(record, findings)| Turns::new(record, settings, findings));
    run_phases(RULES, &agenda::ALL, PHASES, &mut turns.collect::<Vec<_>>());
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
    run_one(phases, record, settings, findings)
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

/// The rules of each phase whose work matching sees.
static FOR_MATCHING: LazyLock<[Changed; Phase::ALL.len()]> = LazyLock::new(|| {
    let unseen = |rule: &Rule| UNSEEN.iter().any(|other| other.doc.id == rule.doc.id);
    PHASES.map(|of_phase| of_phase.only(|rule| !unseen(rule)))
});

/// The rules whose work no comparison sees, of those that take their time.
static UNSEEN: &[&Rule] = &[&language_unstated::RULE];

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
        run_one(phases, record, settings, &mut Findings::nothing());
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
    let (agenda, mut turns) = (
        Agenda::of(rules, awaited),
        [Turns::new(record, settings, findings)],
    );
    run_phases(rules, &agenda, phases, &mut turns);
    let [turns] = turns;
    turns.changing
}

/// Runs over one record those of [`RULES`] whose places are in `phases`.
fn run_one(
    phases: [Changed; Phase::ALL.len()],
    record: &mut Record,
    settings: &Settings,
    findings: &mut Findings,
) -> Changed {
    let mut turns = [Turns::new(record, settings, findings)];
    run_phases(RULES, &agenda::ALL, phases, &mut turns);
    let [turns] = turns;
    turns.changing
}

/// A record and the rules whose turn it is to look at it.
struct Turns<'a> {
    visit: Visit<'a>,
    /// Those that find what they wait for.
    awaited: Changed,
    /// Those of the phase that have yet to look.
    due: Changed,
    /// Those that changed the record.
    changing: Changed,
}

impl<'a> Turns<'a> {
    fn new(record: &'a mut Record, settings: &'a Settings, findings: &'a mut Findings) -> Self {
        Self {
            // Every rule is turned to before it runs.
            visit: Visit::new(record, &title_absent::RULE.doc, settings, findings),
            awaited: Changed::NONE,
            due: Changed::NONE,
            changing: Changed::NONE,
        }
    }

    /// The rule at `place` looks at the record. Those of the phase that read what it changes are due
    /// again.
    fn take(&mut self, rule: &'static Rule, place: usize, of_phase: Changed, agenda: &Agenda) {
        self.due.remove(place);
        self.visit.turn_to(&rule.doc, place);
        (rule.run)(&mut self.visit);
        let fields = self.visit.take_changed();
        if fields != Reads::NONE {
            self.changing.insert(place);
            // Those that waited for what is gone are asked once more, and see so.
            self.awaited = self.awaited.with(self.visit.awaited(agenda, fields));
            let again = of_phase.and(self.awaited).and(agenda.readers(fields));
            self.due = self.due.with(again);
        }
    }
}

/// Runs those of `rules` whose places are in `phases` over several records, which have nothing to do
/// with each other.
///
/// A rule is due when a field it reads is there or has changed since it looked, and is passed over
/// when nothing it waits for is to be seen. It looks at all records for which it is due before the
/// next rule does: its instructions are at hand then.
fn run_phases(
    rules: &[&'static Rule],
    agenda: &Agenda,
    phases: [Changed; Phase::ALL.len()],
    all: &mut [Turns<'_>],
) {
    for turns in &mut *all {
        let fields = Reads::of_record(turns.visit.record());
        turns.awaited = turns.visit.awaited(agenda, fields);
    }
    for of_phase in phases {
        // A rule passed over has reported nothing that it would have to take back.
        for turns in &mut *all {
            turns.due = of_phase.and(turns.awaited);
        }
        for _ in 0..ROUNDS {
            let mut next = first_due(all, 0);
            if next.is_none() {
                break;
            }
            while let Some(place) = next {
                for turns in all.iter_mut().filter(|turns| turns.due.has(place)) {
                    match rules.get(place) {
                        Some(rule) => turns.take(rule, place, of_phase, agenda),
                        None => turns.due.remove(place),
                    }
                }
                next = first_due(all, place + 1);
            }
        }
        for turns in &mut *all {
            turns.visit.say();
        }
    }
}

/// The first rule from `place` on that is due for any record.
fn first_due(all: &[Turns<'_>], place: usize) -> Option<usize> {
    let due = all
        .iter()
        .fold(Changed::NONE, |due, turns| due.with(turns.due));
    due.from(place)
}

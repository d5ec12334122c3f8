//! [`Baseline`]: the faults known when a file began to be checked, which pass.
//!
//! A known fault is told by its file, rule, entry, field and message, never by its line, so that a
//! baseline holds while text around it moves. Where one file has the same fault several times, as
//! many pass as there were.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Check, Finding};
use crate::error::{Error, ErrorKind};

/// Known faults, with how often each is known.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Baseline {
    known: BTreeMap<Known, usize>,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
struct Known {
    file: String,
    rule: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    key: String,
    #[serde(default, skip_serializing_if = "String::is_empty")]
    field: String,
    fingerprint: String,
}

#[derive(Serialize, Deserialize)]
struct Row {
    #[serde(flatten)]
    known: Known,
    #[serde(default = "once", skip_serializing_if = "is_once")]
    count: usize,
}

#[derive(Serialize, Deserialize)]
struct Text {
    version: u32,
    findings: Vec<Row>,
}

fn once() -> usize {
    1
}

#[allow(
    clippy::trivially_copy_pass_by_ref,
    reason = "serde passes a reference"
)]
fn is_once(count: &usize) -> bool {
    *count == 1
}

impl Baseline {
    /// Everything a check found. `name` says what a file is called in the baseline, which should
    /// not depend on the folder the check runs in.
    pub fn of(check: &Check, name: impl Fn(&str) -> String) -> Self {
        let mut baseline = Self::default();
        for finding in check.findings() {
            let known = known(check, finding, &name);
            *baseline.known.entry(known).or_default() += 1;
        }
        baseline
    }

    /// Reads what [`Self::text`] wrote.
    ///
    /// # Errors
    ///
    /// [`ErrorKind::Usage`] for any other text.
    pub fn parse(text: &str) -> Result<Self, Error> {
        let wrong = |why: String| Error::new(ErrorKind::Usage, format!("it is no baseline: {why}"));
        let text: Text = serde_json::from_str(text).map_err(|error| wrong(error.to_string()))?;
        if text.version != 1 {
            return Err(wrong(format!("version {} is not known", text.version)));
        }
        let rows = text.findings.into_iter().map(|row| (row.known, row.count));
        Ok(Self {
            known: rows.collect(),
        })
    }

    /// The text of a file of it: JSON, one fault after another in a fixed order, so that it can be
    /// kept under version control.
    pub fn text(&self) -> String {
        let findings = self.known.iter().map(|(known, count)| Row {
            known: known.clone(),
            count: *count,
        });
        let text = Text {
            version: 1,
            findings: findings.collect(),
        };
        let mut json = serde_json::to_string_pretty(&text).unwrap_or_default();
        json.push('\n');
        json
    }

    /// How many faults it knows.
    pub fn len(&self) -> usize {
        self.known.values().sum()
    }

    /// Whether it knows none.
    pub fn is_empty(&self) -> bool {
        self.known.is_empty()
    }

    /// Takes the known faults out of a check, and returns how many passed. `name` is as in
    /// [`Self::of`].
    pub fn pass(&self, check: &mut Check, name: impl Fn(&str) -> String) -> usize {
        let mut left = self.known.clone();
        let is_new: Vec<bool> = check
            .findings()
            .iter()
            .map(
                |finding| match left.get_mut(&known(check, finding, &name)) {
                    Some(count) if *count > 0 => {
                        *count -= 1;
                        false
                    }
                    _ => true,
                },
            )
            .collect();
        let mut each = is_new.iter().copied();
        check.retain(|_| each.next().unwrap_or(true));
        is_new.iter().filter(|new| !**new).count()
    }
}

fn known(check: &Check, finding: &Finding, name: impl Fn(&str) -> String) -> Known {
    Known {
        file: name(check.name_of(finding)),
        rule: finding.fault.id.to_owned(),
        key: finding.record.clone(),
        field: finding.field.clone().unwrap_or_default(),
        fingerprint: finding.fingerprint(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pipeline::Input;
    use crate::pipeline::check::{File, Options};
    use crate::report::Findings;
    use crate::source::{Source, SourceId};

    fn check(text: &str) -> Check {
        let mut found = Findings::default();
        let source = Source::new(SourceId(0), "refs.bib", text);
        let input = Input::from_source(source, None, &mut found);
        let options = Options::default();
        Check::new(
            vec![File {
                input,
                found,
                options,
            }],
            Vec::new(),
        )
    }

    #[test]
    fn known_faults_pass_wherever_they_stand_and_new_ones_do_not() {
        let name = |name: &str| name.to_owned();
        let old = "@misc{a, notafield = {x}}\n@misc{b, notafield = {x}}\n";
        let baseline = Baseline::of(&check(old), name);
        let baseline = Baseline::parse(&baseline.text()).unwrap();
        let mut moved = check(&format!(
            "% a remark\n\n{old}@misc{{c, notafield = {{x}}}}\n"
        ));
        let all = moved.findings().len();
        let passed = baseline.pass(&mut moved, name);
        assert_eq!(passed, baseline.len());
        assert_eq!(moved.findings().len(), all - passed);
        assert!(moved.findings().iter().all(|finding| finding.record == "c"));
        assert!(!moved.findings().is_empty());
    }

    #[test]
    fn another_text_is_refused() {
        for text in ["", "[]", "{\"version\": 2, \"findings\": []}"] {
            assert!(Baseline::parse(text).is_err(), "{text}");
        }
    }
}

//! Statements of others about the work, united.

use crate::model::Statement;
use crate::text::fold::fold;
use std::collections::BTreeMap;

/// Adds statements; one that is there already, but for case and punctuation, is counted up.
pub(super) fn add(kept: &mut Vec<Statement>, more: Vec<Statement>) {
    if more.is_empty() {
        return;
    }
    let key = |one: &Statement| (fold(&one.text), one.section.clone(), one.stance.clone());
    let mut at: BTreeMap<_, usize> = kept
        .iter()
        .enumerate()
        .map(|(at, one)| (key(one), at))
        .collect();
    for statement in more {
        if let Some(same) = at.get(&key(&statement)).and_then(|at| kept.get_mut(*at)) {
            same.count += statement.count;
        } else {
            at.insert(key(&statement), kept.len());
            kept.push(statement);
        }
    }
}

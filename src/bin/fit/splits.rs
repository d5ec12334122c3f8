//! Clusters kept apart although some of their records match, with what speaks against joining.

use crate::found::find;
use crate::set::{Gold, Set};
use bibsift::dedup::decide::{Decision, cannot_link, decide};
use bibsift::dedup::{Context, Options, explain};
use std::collections::BTreeMap;

/// One line for two clusters of one true cluster: pairs across that match, that say nothing, and
/// that contradict, these by their vetoes.
pub(crate) fn splits(sets: &[Set]) {
    for set in sets {
        let Gold::Clusters(gold) = &set.gold else {
            continue;
        };
        let context = Context::of(&set.features, &Options::default());
        let outcome = find(set).outcome;
        let mut members: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
        for (id, cluster) in (0..).zip(&outcome.cluster) {
            members.entry(*cluster).or_default().push(id);
        }
        let mut lines: Vec<(usize, String)> = Vec::new();
        let roots: Vec<u32> = members.keys().copied().collect();
        let of = |id: u32| gold.get(id as usize);
        for (at, one) in roots.iter().enumerate() {
            for other in roots.iter().skip(at + 1) {
                if of(*one) != of(*other) {
                    continue;
                }
                let (mut matching, mut silent) = (0, 0);
                let mut against: BTreeMap<String, usize> = BTreeMap::new();
                let (ones, others) = (&members[one], &members[other]);
                for (a, b) in ones
                    .iter()
                    .flat_map(|a| others.iter().map(move |b| (*a, *b)))
                {
                    let (Some(a), Some(b)) =
                        (set.features.get(a as usize), set.features.get(b as usize))
                    else {
                        continue;
                    };
                    let score = explain(a, b, &context);
                    if decide(&score, &context) == Decision::Merge {
                        matching += 1;
                    } else if cannot_link(&score) {
                        let ids: Vec<&str> = score.vetoes().map(|veto| veto.doc.id).collect();
                        *against.entry(ids.join("+")).or_default() += 1;
                    } else {
                        silent += 1;
                    }
                }
                if matching > 0 {
                    let pairs = ones.len() * others.len();
                    lines.push((
                        pairs,
                        format!(
                            "{pairs} = {} x {}\t{one} {other}\t{matching} match, {silent} silent\t{against:?}",
                            ones.len(),
                            others.len()
                        ),
                    ));
                }
            }
        }
        lines.sort_by(|one, other| other.cmp(one));
        for (_, line) in lines {
            println!("{}\t{line}", set.name);
        }
    }
}

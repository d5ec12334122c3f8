//! Wrong and missed pairs of each set.

use crate::fit::{self, Example};
use crate::found::{find, find_by};
use crate::set::{Gold, Set};
use bibsift::dedup::weights::{TABLE, Weights};
use bibsift::dedup::{Context, Options, Score, explain, run};

/// One line a set.
pub(crate) fn score(sets: &[Set]) {
    head();
    for set in sets {
        line(set, &TABLE);
    }
}

/// One line a set, each matched by weights fitted on all the others.
pub(crate) fn left_out(sets: &[Set]) {
    let examples: Vec<Vec<Example>> = sets.iter().map(fit::examples).collect();
    head();
    for (at, set) in sets.iter().enumerate() {
        let others = examples
            .iter()
            .enumerate()
            .filter(|(other, _)| *other != at);
        let fitted = fit::fit(others.flat_map(|(_, list)| list));
        line(set, fitted.table());
    }
}

fn head() {
    println!(
        "set\trecords\twrong\tmissed\tright\tprecision\trecall\tF1\tpairs a record\trecords a second"
    );
}

#[allow(clippy::cast_precision_loss)]
fn line(set: &Set, weights: &'static Weights) {
    let started = std::time::Instant::now();
    let found = find_by(set, weights);
    let seconds = started.elapsed().as_secs_f64();
    let (right, wrong, missed) = (
        found.right as f64,
        found.wrong.len() as f64,
        found.missed.len() as f64,
    );
    let (precision, recall) = (
        right / (right + wrong).max(1.0),
        right / (right + missed).max(1.0),
    );
    let f1 = 2.0 * precision * recall / (precision + recall).max(f64::MIN_POSITIVE);
    let records = set.features.len() as f64;
    println!(
        "{}\t{}\t{}\t{}\t{}\t{:.2}\t{:.2}\t{:.2}\t{:.1}\t{:.0}",
        set.name,
        set.features.len(),
        found.wrong.len(),
        found.missed.len(),
        found.right,
        100.0 * precision,
        100.0 * recall,
        100.0 * f1,
        found.outcome.compared as f64 / records,
        records / seconds
    );
}

/// Every wrong and missed pair.
pub(crate) fn errors(sets: &[Set]) {
    for set in sets {
        let found = find(set);
        let whole = Context::of(&set.features, &Options::default());
        let kinds = [("WRONG", &found.wrong), ("missed", &found.missed)];
        for (kind, (a, b)) in kinds
            .iter()
            .flat_map(|(kind, pairs)| pairs.iter().map(move |pair| (*kind, *pair)))
        {
            let (Some(one), Some(other)) =
                (set.features.get(a as usize), set.features.get(b as usize))
            else {
                continue;
            };
            let alone;
            let context = if matches!(set.gold, Gold::Labelled { apart: true, .. }) {
                alone = Context::of(&[one.clone(), other.clone()], &Options::default());
                &alone
            } else {
                &whole
            };
            let score = explain(one, other, context);
            println!("{kind}");
            print_pair(set, (a, b), &score);
        }
    }
}

/// A pair with its evidence and what is known of both records.
pub(crate) fn print_pair(set: &Set, (a, b): (u32, u32), score: &Score) {
    let (Some(one), Some(other)) = (set.features.get(a as usize), set.features.get(b as usize))
    else {
        return;
    };
    let name = |id: u32| set.ids.get(id as usize).map_or("", String::as_str);
    let vetoes: Vec<&str> = score.vetoes().map(|veto| veto.doc.id).collect();
    println!(
        "{}\t{}\t{}\t{:.2}{}\t{}",
        set.name,
        name(a),
        name(b),
        score.total,
        if score.bare { " bare" } else { "" },
        vetoes.join(",")
    );
    for one in [one, other] {
        let people: Vec<String> = one
            .people()
            .map(|one| format!("{} {}", one.surname, one.given))
            .collect();
        println!(
            "\t{} | {} | {} | {:?} {} {} {:?} {:?} {:?}",
            one.title(),
            people.join("; "),
            one.container(),
            one.year,
            one.volume,
            one.issue,
            (one.pages.letter, one.pages.first, one.pages.last),
            one.class,
            one.kinds
        );
    }
    let lines: Vec<String> = score
        .evidence()
        .map(|line| {
            format!(
                "{}={} {:+.2}",
                line.comparison.doc.id, line.level, line.weight
            )
        })
        .collect();
    println!("\t{}", lines.join("; "));
}

/// Id and cluster of every record.
pub(crate) fn clusters(sets: &[Set]) {
    for set in sets {
        let outcome = run(&set.features, &Options::default());
        for (id, cluster) in set.ids.iter().zip(&outcome.cluster) {
            println!("{id}\t{cluster}");
        }
    }
}

//! Groups and pairs for review with their evidence, as JSON.

use bibsift::dedup::{Decision, Score};
use bibsift::pipeline::Run;
use serde_json::json;

use crate::failure::Failure;

pub(super) fn json(run: &Run) -> Result<String, Failure> {
    let id = |entry: u32| run.id(entry);
    let all = run.evidence();
    let row = |a: u32, b: u32, score: &Score| {
        let decision = all.as_ref().map(|all| match all.decision(score) {
            Decision::Merge => "merge",
            Decision::Review => "review",
            Decision::Apart => "apart",
        });
        json!({
            "a": id(a), "b": id(b), "weight": score.total,
            "threshold": all.as_ref().map(|all| all.threshold(score)),
            "decision": decision,
            "evidence": score.evidence().map(|one| json!({
                "comparison": one.comparison.doc.id, "level": one.level, "weight": one.weight,
            })).collect::<Vec<_>>(),
            "vetoes": score.vetoes().map(|veto| veto.doc.id).collect::<Vec<_>>(),
        })
    };
    let groups: Vec<_> = run
        .groups()
        .iter()
        .filter(|group| group.entries.len() > 1)
        .map(|group| {
            let first = group.entries.first().copied().unwrap_or_default();
            let rest = group.entries.iter().skip(1);
            let scored = rest.filter_map(|&entry| Some((entry, all.as_ref()?.of(first, entry)?)));
            json!({
                "key": group.key,
                "policies": run.policies(group).map(|one| one.doc.id).collect::<Vec<_>>(),
                "records": group.entries.iter().map(|&entry| id(entry)).collect::<Vec<_>>(),
                "pairs": scored.map(|(entry, score)| row(first, entry, &score)).collect::<Vec<_>>(),
            })
        })
        .collect();
    let known: Vec<_> = run
        .known()
        .iter()
        .map(|known| {
            let score = all
                .as_ref()
                .and_then(|all| all.of(known.library, known.entry));
            json!({
                "record": id(known.entry),
                "duplicate_of": run.library_key(known.library),
                "library": run.input_name(known.library),
                "policies": run.policies_of_known(known).map(|one| one.doc.id).collect::<Vec<_>>(),
                "pair": score.map(|score| row(known.library, known.entry, &score)),
            })
        })
        .collect();
    let decided: Vec<_> = run
        .decided()
        .iter()
        .map(|one| json!({ "decision": one.verdict.word(), "a": id(one.a), "b": id(one.b) }))
        .collect();
    let review: Vec<_> = run
        .review()
        .iter()
        .map(|pair| row(pair.a, pair.b, &pair.score))
        .collect();
    let text = serde_json::to_string_pretty(&json!({
        "unit": "nats",
        "groups": groups,
        "known": known,
        "decisions": decided,
        "review": review,
        "sources": run.sources(),
    }));
    text.map(|text| text + "\n")
        .map_err(|error| Failure::Request(error.to_string()))
}

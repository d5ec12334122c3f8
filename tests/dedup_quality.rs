//! Matches labelled sets and holds wrong and missed pairs to `tests/quality.toml`. Each set goes the
//! way every record goes: written as RIS, read, put through the rules, matched.

#![allow(
    clippy::expect_used,
    reason = "material that cannot be read should stop the test"
)]

#[path = "../src/bin/fit/found.rs"]
#[allow(dead_code, reason = "shared with bibsift-fit, which prints more")]
mod found;
#[path = "support/quality.rs"]
mod quality;
#[path = "../src/bin/fit/ris.rs"]
mod ris;
#[path = "../src/bin/fit/set.rs"]
#[allow(dead_code, reason = "shared with bibsift-fit, which prints more")]
mod set;

use set::Set;

/// Matches the set in `dedup/NAME`, where the data folder is there.
fn hold(name: &str) {
    let Some(folder) = quality::data(&format!("dedup/{name}")) else {
        return;
    };
    let set = Set::read(&folder).expect("the set can be read");
    let found = found::find(&set);
    #[expect(clippy::cast_precision_loss, reason = "counts below 2^53")]
    let figures = [
        ("records", set.ids.len()),
        ("same", found.right + found.missed.len()),
        ("wrong", found.wrong.len()),
        ("missed", found.missed.len()),
    ]
    .map(|(name, n)| (name, n as f64));
    quality::compare(&format!("dedup-{name}"), &["records", "same"], &figures);
}

macro_rules! sets {
    ($($test:ident $name:literal;)*) => {
        $(#[test]
        fn $test() {
            hold($name);
        })*
    };
}

sets! {
    cytology_screening_stays_as_good "cytology_screening";
    diabetes_stays_as_good "diabetes";
    haematology_stays_as_good "haematology";
    neuroimaging_stays_as_good "neuroimaging";
    respiratory_stays_as_good "respiratory";
    srsr_stays_as_good "srsr";
    stroke_stays_as_good "stroke";
    hard_cases_stay_as_good "hard-cases";
    dblp_acm_stays_as_good "dblp-acm";
    dblp_scholar_stays_as_good "dblp-scholar";
    cora_stays_as_good "cora";
}

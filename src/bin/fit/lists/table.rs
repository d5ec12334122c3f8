//! The table of weights as Rust.

use bibsift::formats::references::segment::{GROUPS, Weights};

/// Prints the rows of `weights.rs`.
pub fn print(weights: &Weights) {
    let mut start = 0;
    for (name, size) in GROUPS {
        let plain: Vec<f32> = (start..start + size)
            .map(|f| weights.of(f, false))
            .collect();
        let more: Vec<f32> = (start..start + size)
            .map(|f| weights.of(f, true) - weights.of(f, false))
            .collect();
        println!("    (\"{name}\", &[{}], &[{}]),", row(&plain), row(&more));
        start += size;
    }
}

/// Two decimals, without what a reader of numbers can do without.
fn row(values: &[f32]) -> String {
    let mut out: Vec<String> = values
        .iter()
        .map(|value| {
            let word = format!("{value:.2}");
            if word == "-0.00" || word == "0.00" {
                "0.".to_owned()
            } else {
                word
            }
        })
        .collect();
    while out.last().is_some_and(|last| last == "0.") {
        out.pop();
    }
    out.join(", ")
}

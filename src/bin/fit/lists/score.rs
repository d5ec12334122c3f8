//! References found against references known: letters and digits must be equal.

use super::gold::Gold;
use bibsift::formats::references::segment::{Prepared, Weights, decode, segment};
use std::collections::BTreeMap;
use std::io::Write;
use std::path::Path;
use unicode_normalization::UnicodeNormalization;

/// The references of a list as cut by some weights, or by those in use.
pub fn cut(list: &Gold, weights: Option<&Weights>) -> Vec<String> {
    let found = match weights {
        None => segment(&list.text),
        Some(weights) => {
            let prepared = Prepared::new(&list.text);
            let starts = decode(&prepared.sights, weights);
            prepared.items(&list.text, &starts)
        }
    };
    found
        .items
        .iter()
        .map(|item| {
            let text = item.joined(&list.text).text;
            match item.label {
                // Keys and letters are part of what the lists know as the reference.
                Some(label) if label.span.of(&list.text).contains(char::is_alphabetic) => {
                    format!("{} {text}", label.span.of(&list.text))
                }
                _ => text,
            }
        })
        .collect()
}

/// Letters and digits of a reference, without a number before it.
fn folded(text: &str) -> String {
    let text: String = text.nfkc().collect();
    let body = text.trim_start_matches(|c: char| !c.is_alphanumeric() && c != '_');
    let digits = body.chars().take_while(char::is_ascii_digit).count();
    let body = if (1..=3).contains(&digits) {
        &body[digits..]
    } else {
        body
    };
    body.chars()
        .filter(|c| c.is_alphanumeric())
        .flat_map(char::to_lowercase)
        .collect()
}

#[derive(Default, Clone, Copy)]
struct Counts {
    right: usize,
    wrong: usize,
    missed: usize,
}

/// Counts over lists.
#[derive(Default)]
pub struct Tally {
    by: BTreeMap<String, Counts>,
    found: Vec<(String, Vec<String>)>,
    /// Whether to print what is wrong.
    pub verbose: bool,
}

impl Tally {
    /// Adds what was found in a list.
    pub fn add(&mut self, list: &Gold, found: &[String]) {
        let mut rest: Vec<String> = list.refs.iter().map(|one| folded(one)).collect();
        let mut counts = Counts::default();
        let mut wrong = Vec::new();
        for one in found {
            let key = folded(one);
            if key.is_empty() {
                continue;
            }
            if let Some(at) = rest.iter().position(|other| *other == key) {
                rest.swap_remove(at);
                counts.right += 1;
            } else {
                counts.wrong += 1;
                wrong.push(one);
            }
        }
        counts.missed = rest.len();
        if self.verbose && (counts.wrong > 0 || counts.missed > 0) {
            println!(
                "== {} {} right {} wrong {} missed {}",
                list.id, list.style, counts.right, counts.wrong, counts.missed
            );
            for one in wrong {
                println!("   + {one}");
            }
            for one in rest {
                println!("   - {one}");
            }
        }
        let group = if list.style.starts_with("real") {
            "real"
        } else {
            "made"
        };
        for key in [group, list.style.as_str()] {
            let sum = self.by.entry(key.to_owned()).or_default();
            sum.right += counts.right;
            sum.wrong += counts.wrong;
            sum.missed += counts.missed;
        }
        self.found.push((list.id.clone(), found.to_vec()));
    }

    /// Prints the figures, and writes the references found to a file.
    pub fn finish(&self, out: Option<&Path>) -> Result<(), String> {
        for (style, counts) in &self.by {
            #[allow(clippy::cast_precision_loss, reason = "counts of references")]
            let f1 = 200.0 * counts.right as f64
                / (2 * counts.right + counts.wrong + counts.missed).max(1) as f64;
            println!(
                "{style:18} F1 {f1:6.2}  right {} wrong {} missed {}",
                counts.right, counts.wrong, counts.missed
            );
        }
        let Some(path) = out else { return Ok(()) };
        let mut text = Vec::new();
        for (id, refs) in &self.found {
            let line = serde_json::json!({ "id": id, "refs": refs });
            writeln!(text, "{line}").map_err(|error| error.to_string())?;
        }
        std::fs::write(path, text).map_err(|error| format!("{}: {error}", path.display()))
    }
}

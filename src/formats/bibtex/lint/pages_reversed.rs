//! `pages-reversed`: a page range that ends before it begins.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "pages-reversed",
        summary: "A page range ends before it begins",
        why: "The numbers have changed places, or a digit is wrong. `139--54` is an abbreviated range and fine.",
        examples: &[(
            "@article{k, pages = {99--12}}",
            "@article{k, pages = {12--99}}",
        )],
        sources: &["Oren Patashnik, BibTeXing (btxdoc), section 3"],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry
        .fields()
        .iter()
        .filter(|field| field.field == Some(Field::Pages))
    {
        let Some(value) = field.inside.filter(|value| !is_in_order(value)) else {
            continue;
        };
        for range in value.split([',', ';', '&']) {
            let bare = range.trim();
            let mut ends = bare
                .split(['-', '–', '—', '‐', '‒'])
                .map(str::trim)
                .filter(|end| !end.is_empty());
            let (Some(first), Some(last), None) = (ends.next(), ends.next(), ends.next()) else {
                continue;
            };
            if is_before(last, first) {
                entry.report(
                    field.span_of(bare),
                    format!("the range '{bare}' ends before it begins"),
                );
            }
        }
    }
}

/// Whether a value is one number, or two with hyphens between, the greater one last. Most are.
fn is_in_order(value: &str) -> bool {
    let end = value.bytes().position(|byte| !byte.is_ascii_digit());
    let Some((first, rest)) = end.and_then(|end| value.split_at_checked(end)) else {
        return true;
    };
    let last = rest.trim_start_matches('-');
    last.bytes().all(|byte| byte.is_ascii_digit()) && (last.len(), last) >= (first.len(), first)
}

/// Whether the page `last` surely comes before the page `first`.
fn is_before(last: &str, first: &str) -> bool {
    let digits = |text: &str| {
        (1..10).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit())
    };
    if !digits(first) || !digits(last) || last.len() > first.len() {
        return false;
    }
    // An abbreviated last page has the first digits of the first one.
    let whole = format!(
        "{}{last}",
        first.get(..first.len() - last.len()).unwrap_or_default()
    );
    whole.parse::<u32>().ok() < first.parse::<u32>().ok()
}

//! Runs the examples of the lints.

use super::{File, LINTS, run};

/// How often the lint of this id reports on a text.
pub(super) fn count(id: &str, text: &str) -> usize {
    run(&File::new(text, None), |lint| lint.doc.id == id).len()
}

#[test]
fn every_lint_reports_the_left_side_of_its_examples_and_not_the_right() {
    for lint in LINTS {
        assert!(!lint.doc.examples.is_empty(), "{}", lint.doc.id);
        for (before, after) in lint.doc.examples {
            assert!(
                count(lint.doc.id, before) > 0,
                "{} is silent about {before}",
                lint.doc.id
            );
            assert_eq!(
                count(lint.doc.id, after),
                0,
                "{} complains of {after}",
                lint.doc.id
            );
        }
    }
}

#[test]
fn edits_lie_within_the_text_and_mend_what_they_were_made_for() {
    for lint in LINTS {
        for (before, _) in lint.doc.examples {
            let file = File::new(before, None);
            let mut text = (*before).to_owned();
            let found = run(&file, |other| std::ptr::eq(*lint, other));
            let mut edits: Vec<_> = found
                .into_iter()
                .filter_map(|found| found.fix)
                .flat_map(|fix| fix.edits)
                .collect();
            if edits.is_empty() {
                continue;
            }
            edits.sort_by_key(|edit| std::cmp::Reverse(edit.span.start));
            for edit in edits {
                text.replace_range(edit.span.range(), &edit.text);
            }
            assert_eq!(count(lint.doc.id, &text), 0, "{} left {text}", lint.doc.id);
        }
    }
}

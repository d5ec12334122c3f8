//! The first and last letters of the title.

use super::BlockingRule;
use crate::dedup::features::hash_text;
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "title-ends",
        summary: "The first fourteen letters of the title, its last sixteen, and the sixteen eight letters before",
        why: "a title cut short keeps its beginning; one with authors glued before it keeps its end",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    keys: |features, _, keys| {
        let letters: Vec<char> = features.title().chars().filter(|c| *c != ' ').collect();
        let mut push = |part: Option<&[char]>| {
            if let Some(part) = part {
                keys.push(hash_text(&part.iter().collect::<String>()));
            }
        };
        push(letters.get(..14));
        let end = letters.len();
        push(end.checked_sub(16).and_then(|from| letters.get(from..)));
        push(
            end.checked_sub(24)
                .and_then(|from| letters.get(from..end - 8)),
        );
    },
};

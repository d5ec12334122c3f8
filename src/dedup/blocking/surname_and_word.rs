//! A surname and a rare title word.

use super::Refinement::CommonerWord;
use super::{BlockingRule, Handles, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "surname-and-word",
        summary: "The surname of the first or second person, or the alphabetically first, with one of the three rarest title words",
        why: "a title mostly rewritten keeps one rare word and its author",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[CommonerWord],
    keys: |_, handles, keys| {
        for word in handles.rare.iter().take(3) {
            keys.extend(handles.surnames.map(|surname| join(&[surname, *word])));
        }
    },
};

/// The words commoner than the one of the `nth` key.
pub(super) fn after(nth: usize, handles: &Handles) -> impl Iterator<Item = u32> {
    let word = nth / handles.surnames.len();
    handles.rare.iter().skip(word + 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::{Context, Features};
    use crate::model::{Field, Record};

    #[test]
    fn a_word_is_followed_by_the_commoner_ones() {
        let mut record = Record::default();
        record.put(Field::Title, "Growth form plants animals mathematics");
        record.put(Field::Author, "Thompson, D. W.; Abe, K.");
        let features = Features::of(&record);
        let handles = Handles::of(&features, &Context::default(), 1);
        for (nth, count) in [(0, 4), (2, 4), (3, 3), (8, 2)] {
            assert_eq!(after(nth, &handles).count(), count, "{nth}");
        }
    }
}

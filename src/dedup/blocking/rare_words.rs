//! Pairs of rare title words.

use super::Refinement::{ThirdWord, Year};
use super::{BlockingRule, Handles, join};
use crate::doc::Doc;

/// The rule.
pub(super) static RULE: BlockingRule = BlockingRule {
    doc: Doc {
        id: "rare-words",
        summary: "Each pair among the five rarest words of the title",
        why: "two rare words in common survive misspelling, cutting and other word order",
        examples: &[],
        sources: &["Christen, Data Matching, 4"],
    },
    refined_by: &[ThirdWord, Year],
    keys: |_, handles, keys| {
        let words = &handles.in_order;
        for (at, second) in words.iter().enumerate() {
            let firsts = words.iter().take(at);
            keys.extend(firsts.map(|first| join(&[*first, *second])));
        }
    },
};

/// The words that follow the two of the `nth` key.
pub(super) fn after(nth: usize, handles: &Handles) -> impl Iterator<Item = u32> {
    // Behind one word stands one key, behind two stand two more.
    let (mut second, mut before) = (1, 1);
    while before <= nth {
        second += 1;
        before += second;
    }
    handles.in_order.iter().skip(second + 1).copied()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dedup::{Context, Features};
    use crate::model::{Field, Record};

    #[test]
    fn each_three_words_meet_once() {
        let mut record = Record::default();
        record.put(Field::Title, "Growth form plants animals mathematics");
        let features = Features::of(&record);
        let handles = Handles::of(&features, &Context::default(), 1);
        let mut keys = Vec::new();
        (RULE.keys)(&features, &handles, &mut keys);
        assert_eq!(keys.len(), 10);
        let threes = (0..keys.len()).map(|nth| after(nth, &handles).count());
        assert_eq!(threes.sum::<usize>(), 10);
        let [.., last] = handles.in_order;
        assert_eq!(after(0, &handles).last(), Some(last));
        assert_eq!(after(9, &handles).count(), 0);
    }
}

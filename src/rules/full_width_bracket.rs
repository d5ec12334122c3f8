//! `full-width-bracket`: `北京大学学报（哲学社会科学版）`.

use super::{Phase, Reads, Rule, Visit, space_before_punctuation};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::Safety;
use crate::text::script;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "full-width-bracket",
        summary: "A journal's name has full-width brackets, or Latin text full-width punctuation",
        why: "The same Chinese journal comes with `（` from one database and `(` from another, and \
              only one of the two is found by a search. In text without Chinese, Japanese or \
              Korean letters full-width signs are a slip of the keyboard.",
        examples: &[
            (
                "journal = {北京大学学报（哲学社会科学版）}",
                "journal = {北京大学学报(哲学社会科学版)}",
            ),
            (
                "title = {Recovery： a review（2020）}",
                "title = {Recovery: a review(2020)}",
            ),
            (
                "title = {Growth （of form ）}",
                "title = {Growth (of form)}",
            ),
            ("title = {论农业（一）}", "title = {论农业（一）}"),
        ],
        sources: &[
            "GB/T 15834-2011, 4 (punctuation)",
            "Unicode Standard, Halfwidth and Fullwidth Forms",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[
        Field::JournalTitle,
        Field::ShortJournal,
        Field::Title,
        Field::BookTitle,
        Field::Publisher,
    ]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    for field in [
        Field::JournalTitle,
        Field::ShortJournal,
        Field::Title,
        Field::BookTitle,
        Field::Publisher,
    ] {
        let journal = matches!(field, Field::JournalTitle | Field::ShortJournal);
        visit.rewrite(
            field,
            |text, _| {
                // All full-width signs begin with this byte in UTF-8.
                memchr::memchr(0xef, text.as_bytes())?;
                let everywhere = !script::is_cjk(text);
                if !journal && !everywhere {
                    return None;
                }
                let narrow = |c: char| narrow(c).filter(|n| everywhere || "()[]".contains(*n));
                text.contains(|c| narrow(c).is_some()).then(|| {
                    let narrowed: String = text.chars().map(|c| narrow(c).unwrap_or(c)).collect();
                    // A space is no slip before a sign that is wide, and is one now.
                    space_before_punctuation::closed_up(&narrowed).unwrap_or(narrowed)
                })
            },
            || "full-width punctuation stands where narrow is usual".to_owned(),
        );
    }
}

/// The ASCII form of a full-width sign that has no meaning in LaTeX.
fn narrow(c: char) -> Option<char> {
    Some(match c {
        '（' => '(',
        '）' => ')',
        '［' => '[',
        '］' => ']',
        '：' => ':',
        '；' => ';',
        '，' => ',',
        '．' => '.',
        '？' => '?',
        '！' => '!',
        '／' => '/',
        '－' => '-',
        '＋' => '+',
        _ => return None,
    })
}

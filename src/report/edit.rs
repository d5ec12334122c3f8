//! [`Edit`]: a change of a text in place, and applying several at once.

use std::collections::BTreeMap;

use super::Safety;
use crate::source::Span;

/// Some bytes of a text and what is to stand for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edit {
    /// What is replaced; empty where text is only put in.
    pub span: Span,
    /// What takes its place.
    pub text: String,
}

/// How a fault is mended: all of the edits, or none.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fix {
    /// How far the result can be trusted.
    pub safety: Safety,
    /// The edits, which do not overlap.
    pub edits: Vec<Edit>,
}

/// A text after some edits.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Edited {
    /// The text.
    pub text: String,
    /// The numbers of the sets of edits that were left out, since one before them changes the same
    /// bytes or they do not fit the text.
    pub refused: Vec<usize>,
}

/// Applies sets of edits to a text: each set wholly or not at all, the first come first.
///
/// Two edits clash if they share a byte, or put text in at one place. Edits that only touch are
/// both applied.
///
/// ```
/// use bibsift::report::{Edit, apply};
/// use bibsift::source::Span;
///
/// let edit = |start, end, text: &str| Edit { span: Span::new(start, end), text: text.into() };
/// let sets = [vec![edit(0, 1, "A")], vec![edit(2, 3, "C"), edit(0, 2, "x")], vec![edit(3, 3, "!")]];
/// let edited = apply("abc", &sets);
/// assert_eq!(edited.text, "Abc!");
/// assert_eq!(edited.refused, [1]);
/// ```
pub fn apply<S: AsRef<[Edit]>>(text: &str, sets: &[S]) -> Edited {
    let mut taken = BTreeMap::new();
    let mut refused = Vec::new();
    for (at, set) in sets.iter().enumerate() {
        let mut added = Vec::new();
        let complete = set.as_ref().iter().all(|edit| {
            let key = (edit.span.start, edit.span.end);
            let replacement = edit.text.as_str();
            // What another set asks for too is done once; text put in twice is not the same.
            if !edit.span.is_empty() && taken.get(&key) == Some(&replacement) {
                return true;
            }
            if text.get(edit.span.range()).is_none() || clashes(&taken, edit.span) {
                return false;
            }
            taken.insert(key, replacement);
            added.push(key);
            true
        });
        if !complete {
            for key in added {
                taken.remove(&key);
            }
            refused.push(at);
        }
    }
    let mut out = String::with_capacity(text.len());
    let mut at = 0;
    for ((start, end), replacement) in taken {
        out.push_str(text.get(at..start as usize).unwrap_or_default());
        out.push_str(replacement);
        at = end as usize;
    }
    out.push_str(text.get(at..).unwrap_or_default());
    Edited { text: out, refused }
}

/// Whether an edit of `span` would clash with one that is taken; those are apart from each other.
fn clashes(taken: &BTreeMap<(u32, u32), &str>, span: Span) -> bool {
    let apart = |start: u32, end: u32| {
        (end <= span.start || span.end <= start) && (start, end) != (span.start, span.end)
    };
    let here = (span.start, span.end);
    let before = taken.range(..=here).next_back();
    let after = taken.range(here..).next();
    let mut near = before.into_iter().chain(after);
    near.any(|(&(start, end), _)| !apart(start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(start: usize, end: usize, text: &str) -> Edit {
        Edit {
            span: Span::new(start, end),
            text: text.into(),
        }
    }

    #[test]
    fn what_overlaps_is_refused_whole() {
        for clash in [
            edit(1, 3, "x"),
            edit(2, 3, "x"),
            edit(3, 5, "x"),
            edit(0, 9, "x"),
            edit(3, 3, "x"),
        ] {
            let sets = [vec![edit(2, 4, "-")], vec![edit(5, 6, "+"), clash.clone()]];
            let edited = apply("abcdefghi", &sets);
            assert_eq!(edited.text, "ab-efghi", "{clash:?}");
            assert_eq!(edited.refused, [1]);
        }
    }

    #[test]
    fn what_only_touches_is_applied() {
        let sets = [
            vec![edit(2, 4, "-")],
            vec![edit(4, 5, "+")],
            vec![edit(2, 2, "<")],
        ];
        let edited = apply("abcdef", &sets);
        assert_eq!((edited.text.as_str(), edited.refused.len()), ("ab<-+f", 0));
        let twice = [vec![edit(1, 2, "B")], vec![edit(1, 2, "B")]];
        assert_eq!(apply("abc", &twice).text, "aBc");
        let two_insertions = [vec![edit(1, 1, "x")], vec![edit(1, 1, "y")]];
        assert_eq!(apply("abc", &two_insertions).refused, [1]);
    }

    #[test]
    fn half_a_character_is_no_place() {
        assert_eq!(apply("ä", &[vec![edit(1, 2, "x")]]).refused, [0]);
        assert_eq!(apply("a", &[vec![edit(0, 9, "x")]]).refused, [0]);
    }
}

//! `initials-run-together`: `J.K.`.

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "initials-run-together",
        summary: "Initials with stops stand without a space between them",
        why: "BibTeX takes `J.K.` for one name and abbreviates it to `J.`. Initials without stops \
              (`JK`) stay: whether they are two names or a short one nobody can tell.",
        examples: &[
            ("author = {Rowling, J.K.}", "author = {Rowling, J. K.}"),
            ("author = {Sartre, J.-P.}", "author = {Sartre, J.-P.}"),
            ("author = {Лурия, А.Р.}", "author = {Лурия, А. Р.}"),
        ],
        sources: &["Tame the BeaST, 11 (names)", "CSL 1.0.2, initialize-with"],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_names(
        |names| {
            let mut changed = false;
            for name in names
                .list
                .iter_mut()
                .filter(|name| !name.literal && name.family.contains(char::is_alphabetic))
            {
                // Beside a mark, a number or an address, which are no family names, they may be one.
                if let Some(spaced) = spaced(&name.given)
                    && !name
                        .family
                        .contains(|c: char| c.is_ascii_digit() || c == '@')
                {
                    name.given = spaced.into();
                    changed = true;
                }
            }
            changed
        },
        || "initials stand without a space between them".to_owned(),
    );
}

fn spaced(given: &str) -> Option<String> {
    let glued = given
        .as_bytes()
        .windows(2)
        .any(|pair| matches!(pair, [b'.', next] if next.is_ascii_alphabetic() || *next >= 0x80));
    if !glued {
        return None;
    }
    let mut out = String::with_capacity(given.len() + 4);
    let mut chars = given.chars();
    while let Some(c) = chars.next() {
        out.push(c);
        let initial = c == '.' && (1..=2).contains(&letters_before_stop(&out));
        // A capital that begins a word belongs to the next name of a glued list.
        let mut ahead = chars.clone();
        let next = ahead.next().is_some_and(char::is_uppercase)
            && !ahead.next().is_some_and(char::is_lowercase);
        if initial && next {
            out.push(' ');
        }
    }
    (out.len() != given.len()).then_some(out)
}

/// How many letters stand before the stop `text` ends in.
fn letters_before_stop(text: &str) -> usize {
    text.chars()
        .rev()
        .skip(1)
        .take(3)
        .take_while(|c| c.is_alphabetic())
        .count()
}

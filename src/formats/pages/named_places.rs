//! Names that a page prints twice, first with where somebody works: `Ana Ruiz at Somewhere`.

use super::lines::part;
use super::name_shape::is_name;
use super::needles::position;
use crate::source::Span;

/// The lines, of each `NAME at BODY`, `NAME`, `BODY` only the name, so that the names of a list
/// stand one below the other. `ResearchGate` prints them so.
pub(super) fn once(text: &str, lines: &[Span]) -> Vec<Span> {
    let filled = |from: usize| (from..lines.len()).find(|&n| !lines[n].is_empty());
    let mut out = Vec::new();
    let mut at = 0;
    // Whether a list of such names has begun.
    let mut listed = false;
    while let Some(&line) = lines.get(at) {
        let found = filled(at)
            .and_then(|n| Some((n, placed(text, lines[n])?)))
            .filter(|(n, _)| *n == at || listed);
        if let Some((n, (name, body))) = found
            && let Some(again) = filled(n + 1).filter(|&m| lines[m].of(text) == name.of(text))
        {
            out.push(lines[again]);
            listed = true;
            let place = filled(again + 1).filter(|&m| lines[m].of(text) == body);
            at = place.unwrap_or(again) + 1;
            continue;
        }
        // Of others only the name is known, twice, and that they are not there.
        if listed
            && let Some(n) = filled(at).filter(|&n| is_name(lines[n].of(text)))
            && let Some(again) = filled(n + 1).filter(|&m| lines[m].of(text) == lines[n].of(text))
        {
            out.push(lines[n]);
            let note = |m: &usize| lines[*m].of(text).starts_with("This person ");
            at = filled(again + 1).filter(note).unwrap_or(again) + 1;
            continue;
        }
        listed = false;
        out.push(line);
        at += 1;
    }
    out
}

/// The name and the body of `NAME at BODY`.
fn placed(text: &str, line: Span) -> Option<(Span, &str)> {
    let words = line.of(text);
    if words.len() > 300 {
        return None;
    }
    let at = position(words, " at ")?;
    let (name, body) = (&words[..at], &words[at + " at ".len()..]);
    (is_name(name) && body.starts_with(char::is_uppercase))
        .then(|| (part(text, line, 0, name.len()), body))
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_name_with_its_place_is_printed_once() {
        let page = "Authors:\nÉva Nagy-Kis at Hill University\nÉva Nagy-Kis\n\n    Hill University\n\nJon ten Have at Sea College\nJon ten Have\n\n    Sea College\n\nK. O'Dee\nK. O'Dee\n\n    This person is not on ResearchGate.\n\nAbstract\nWe looked at Rome.\n";
        let all = once(page, &lines(page, Span::new(0, page.len())));
        let all: Vec<&str> = all.iter().map(|line| line.of(page)).collect();
        assert_eq!(
            all,
            [
                "Authors:",
                "Éva Nagy-Kis",
                "Jon ten Have",
                "K. O'Dee",
                "",
                "Abstract",
                "We looked at Rome."
            ]
        );
    }
}

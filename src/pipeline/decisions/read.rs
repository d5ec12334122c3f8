//! The lines of a decisions file.

use crate::pipeline::faults::DECISION_MALFORMED;
use crate::pipeline::ids::split_digits;
use crate::report::{Findings, Severity};
use crate::source::{Place, Source, Span};

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Where it stands.
    pub place: Place,
    /// What was decided.
    pub verdict: Verdict,
    /// The two records.
    pub names: [Named; 2],
}

/// What was decided about two records.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// They are one work.
    Same,
    /// They are two.
    Different,
}

impl Verdict {
    /// The word for it in the file.
    pub fn word(self) -> &'static str {
        match self {
            Self::Same => "same",
            Self::Different => "different",
        }
    }
}

/// A record as a line names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where the name stands.
    pub place: Place,
    /// The whole name.
    pub text: String,
    /// The name without its digits.
    pub id: String,
    /// Its digits, where it has some.
    pub digits: Option<u32>,
}

/// Reads the lines of a file. Reports lines that are none.
pub(in crate::pipeline) fn read(source: &Source, findings: &mut Findings) -> Vec<Line> {
    let mut lines = Vec::new();
    let mut start = 0;
    for text in source.text.split_inclusive('\n') {
        let span = Span::new(start, start + text.len()).trim(&source.text);
        start += text.len();
        let text = span.of(&source.text);
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        match line(source, span) {
            Ok(line) => lines.push(line),
            Err((span, message)) => {
                findings.push_at(
                    &DECISION_MALFORMED,
                    Severity::Warning,
                    source.place(span),
                    || message,
                );
            }
        }
    }
    lines
}

fn line(source: &Source, span: Span) -> Result<Line, (Span, String)> {
    let parts = parts(source, span);
    let word = parts.first().map_or("", |part| part.of(&source.text));
    let verdict = match word {
        "same" => Verdict::Same,
        "different" => Verdict::Different,
        _ => {
            let at = parts.first().copied().unwrap_or(span);
            let message = format!("a line begins with 'same' or 'different', not with '{word}'");
            return Err((at, message));
        }
    };
    let &[_, a, b] = parts.as_slice() else {
        let message = format!(
            "'{word}' is followed by two ids, each after a tab; here are {}",
            parts.len() - 1
        );
        return Err((span, message));
    };
    let named = |span: Span| {
        let text = span.of(&source.text);
        let (id, digits) = split_digits(text);
        Named {
            place: source.place(span),
            text: text.to_owned(),
            id: id.to_owned(),
            digits,
        }
    };
    Ok(Line {
        place: source.place(span),
        verdict,
        names: [named(a), named(b)],
    })
}

/// What stands between the tabs of a line, up to a comment of its own; without any tab, which some
/// editors turn into spaces, between the spaces.
fn parts(source: &Source, line: Span) -> Vec<Span> {
    let text = line.of(&source.text);
    let tabbed = text.contains('\t');
    let mut parts = Vec::new();
    let mut start = line.start as usize;
    for piece in text.split(|c: char| if tabbed { c == '\t' } else { c.is_whitespace() }) {
        let part = Span::new(start, start + piece.len()).trim(&source.text);
        let stop = text
            .get(start + piece.len() - line.start as usize..)
            .and_then(|rest| rest.chars().next())
            .map_or(0, char::len_utf8);
        start += piece.len() + stop;
        if part.of(&source.text).starts_with('#') {
            break;
        }
        if !part.is_empty() {
            parts.push(part);
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn lines(text: &str) -> (Vec<Line>, Vec<String>) {
        let mut findings = Findings::default();
        let source = Source::new(SourceId(3), "d", text);
        let lines = read(&source, &mut findings);
        let said = findings.kept().iter();
        let said = said.map(|one| format!("{:?} {}", one.place.span.range(), one.message));
        (lines, said.collect())
    }

    #[test]
    fn lines_are_read_as_people_write_them() {
        let text = "# a comment\n\nsame\ta b\tc~0000000a\r\n different\tx\ty\t# they differ\nsame p q\nsame\té\u{3000}\tü";
        let (lines, said) = lines(text);
        assert!(said.is_empty(), "{said:?}");
        let read: Vec<(Verdict, &str, &str)> = lines
            .iter()
            .map(|line| {
                let [a, b] = &line.names;
                assert_eq!(a.place.span.of(text), a.text);
                assert_eq!(b.place.span.of(text), b.text);
                (line.verdict, a.text.as_str(), b.text.as_str())
            })
            .collect();
        assert_eq!(
            read,
            [
                (Verdict::Same, "a b", "c~0000000a"),
                (Verdict::Different, "x", "y"),
                (Verdict::Same, "p", "q"),
                (Verdict::Same, "é", "ü"),
            ]
        );
        assert_eq!(
            lines.first().map(|line| line.names[1].digits),
            Some(Some(10))
        );
    }

    #[test]
    fn what_is_no_line_is_said() {
        let (lines, said) = lines("equal\ta\tb\nsame\ta\nsame\ta\tb\tc\n");
        assert!(lines.is_empty());
        assert_eq!(said.len(), 3);
        assert!(said[0].starts_with("0..5 ") && said[0].contains("not with 'equal'"));
        assert!(said[1].ends_with("here are 1") && said[2].ends_with("here are 3"));
    }
}

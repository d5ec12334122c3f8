//! Names that only their marks of affiliation part, and degrees that stand behind names.

use super::lines::{is_wide, part, trim_by};
use crate::source::Span;

/// Degrees that are written with small letters, so that they are no initials.
static DEGREES: &[&str] = &[
    "PhD", "Ph.D.", "Ph.D", "MSc", "M.Sc.", "BSc", "DPhil", "PsyD", "MPhil", "EdD", "MBChB",
    "FRCPsych", "DrPH", "PharmD", "DClinPsy", "MRes", "DrMed", "MDent", "DMed", "BMed", "MEd",
    "BEd", "MSSc", "DSc", "LLB", "FRCP",
];

/// Degrees in capitals: they may be initials behind a family name alone.
static CAPITALS: &[&str] = &[
    "RN", "MD", "MPH", "MA", "BA", "MBA", "MBBS", "MS", "BS", "RGN", "CNS", "MSN", "BSN", "MSW",
    "OT", "PT", "FAAN", "DNP", "APRN", "JD",
];

/// Whether a piece between commas is a degree and no name.
pub(super) fn is_degree(words: &str) -> bool {
    DEGREES.contains(&words)
}

/// A name without the degrees behind it: `Per Lind RN PhD`.
pub(super) fn without_degrees(text: &str, name: Span) -> Span {
    let mut out = name;
    while let Some((rest, last)) = out.of(text).rsplit_once(' ') {
        let full = rest.split(' ').count() >= 2
            && rest
                .split(' ')
                .all(|word| word.chars().nth(1).is_some_and(|c| c != '.'))
            && rest.contains(char::is_lowercase);
        if !(DEGREES.contains(&last) || full && CAPITALS.contains(&last)) {
            break;
        }
        out = part(text, out, 0, rest.len());
    }
    out
}

/// `欧阳雪[1] 王芳[2]`, `欧阳雪1 王芳2`, `Te-Wei Lin1* Jana Dvořáková2 Kofi A. Mensah1,3`: marks behind
/// the names, and spaces between them. [`None`] where commas part the names, or nothing does.
pub(super) fn at_marks(text: &str, region: Span) -> Option<Vec<Span>> {
    let words = region.of(text);
    if words.contains([';', '；', '，', '、']) || !words.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let mark = |c: char| c.is_ascii_digit() || matches!(c, '*' | '†' | '‡' | '#' | '[' | ']' | ',');
    let mut out = Vec::new();
    let mut begin = 0;
    let mut marks = 0;
    let mut at = 0;
    while let Some(from) = words[at..]
        .find(|c: char| c.is_ascii_digit() || c == '[')
        .map(|n| at + n)
    {
        // A name stands right before the mark.
        if !words[..from].ends_with(|c: char| c.is_alphabetic() || c == '.') {
            return None;
        }
        let end = words[from..]
            .find(|c| !mark(c))
            .map_or(words.len(), |n| from + n);
        // A comma behind a mark parts names as well, which others split.
        if words[from..end].ends_with(',') {
            return None;
        }
        let next = words[end..].trim_start();
        let goes_on = next.starts_with(|c: char| c.is_uppercase() || is_wide(c));
        if !(next.is_empty() || words[end..].starts_with(char::is_whitespace) && goes_on) {
            return None;
        }
        out.push(part(text, region, begin, from));
        marks += 1;
        begin = end;
        at = end;
    }
    let rest = trim_by(
        text,
        part(text, region, begin, words.len()),
        char::is_whitespace,
    );
    if !rest.is_empty() {
        out.push(rest);
    }
    let fits = |name: &Span| {
        let name = name.of(text);
        !name.contains(',')
            && (name.chars().all(|c| is_wide(c) || c == '·') && name.chars().count() <= 6
                || name.contains(' ') && name.split(' ').count() <= 5)
    };
    (marks >= 1 && out.len() >= 2 && out.iter().all(fits)).then_some(out)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_part_names_and_degrees_are_left_out() {
        for (line, names) in [
            (
                "欧阳雪[1] 王芳[2] 司徒建国[1]",
                &["欧阳雪", "王芳", "司徒建国"][..],
            ),
            ("欧阳雪1 王芳2 司徒建国1", &["欧阳雪", "王芳", "司徒建国"]),
            (
                "Te-Wei Lin1* Jana Dvořáková2 Kofi A. Mensah1,3",
                &["Te-Wei Lin", "Jana Dvořáková", "Kofi A. Mensah"],
            ),
        ] {
            let found = at_marks(line, Span::new(0, line.len())).unwrap_or_default();
            let found: Vec<&str> = found.iter().map(|name| name.of(line)).collect();
            assert_eq!(found, names);
        }
        for line in [
            "Per Lind 1, Jan Li 2",
            "Sensors 2020",
            "Effects of 5 drugs 10",
        ] {
            assert!(at_marks(line, Span::new(0, line.len())).is_none(), "{line}");
        }
        for (name, bare) in [
            ("Per Lind RN PhD", "Per Lind"),
            ("Lind RN", "Lind RN"),
            ("Siobhan O'Mahony-Kaur MSc", "Siobhan O'Mahony-Kaur"),
        ] {
            assert_eq!(
                without_degrees(name, Span::new(0, name.len())).of(name),
                bare
            );
        }
    }
}

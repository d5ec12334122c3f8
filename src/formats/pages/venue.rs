//! [`Venue`]: a line that names a journal and then its numbers.

use super::draft::Draft;
use super::houses::is_town;
use super::lines::{has_wide, part, trim_by};
use super::needles::{Needles, holds, position};
use super::numbers::{Numbers, numbers};
use crate::model::Field;
use crate::source::Span;

/// A journal with year, volume, issue and pages: `JOURNAL, 2015, 38 (04) : 336 - 341`.
#[derive(Debug, Clone, Copy)]
pub(super) struct Venue {
    /// The journal; empty where the line gives none or only `…`.
    pub(super) journal: Span,
    /// Its numbers.
    pub(super) numbers: Numbers,
}

impl Venue {
    /// Adds journal and numbers to a record that does not have them.
    pub(super) fn add_to(&self, text: &str, draft: &mut Draft) {
        draft.add_first(Field::JournalTitle, self.journal);
        self.numbers.add_to(text, draft);
    }
}

/// Reads `span` as a venue: a run of numbers with a year after a name that is not too long for
/// one. [`None`] where the run is missing or stands first.
pub(super) fn read(text: &str, span: Span) -> Option<Venue> {
    let (span, _) = without_type_mark(text, span);
    let span = without_page_count(text, span);
    if let Some(venue) = around_issn(text, span) {
        return Some(venue);
    }
    let numbers = numbers(text, span);
    if numbers.year.is_empty() {
        return None;
    }
    let before = Span::new(span.start as usize, numbers.run.start as usize);
    let after = Span::new(numbers.run.end as usize, span.end as usize);
    if before.of(text).contains(['"', ']', '“', '{', '}']) {
        return None;
    }
    let ends = after.of(text).chars().all(|c| !c.is_alphanumeric());
    let journal = journal(text, before);
    if numbers.year.is_empty() || !ends || before.len() > 300 || before.is_empty() {
        return None;
    }
    Some(Venue { journal, numbers })
}

/// `Revista de Antropología, ISSN 1139-1234, Nº. 18, 2, 2012, págs. 45-63`
pub(super) fn around_issn(text: &str, span: Span) -> Option<Venue> {
    let words = span.of(text);
    let at = position(words, "ISSN").filter(|at| *at > 3)?;
    let rest = &words[at..];
    let mark = |c: char| c.is_ascii_alphabetic() || matches!(c, '-' | '‑' | ':' | '：' | ' ' | '.');
    let digits = rest.trim_start_matches(mark);
    let issn = digits.get(..9).filter(|issn| is_issn(issn))?;
    let from = words.len() - digits.len() + issn.len();
    let numbers = numbers(text, part(text, span, from, words.len()));
    let journal = journal(text, part(text, span, 0, at));
    let fits = numbers.parts() >= 2 && !journal.is_empty() && journal.len() < 160;
    fits.then_some(Venue { journal, numbers })
}

/// Whether the text has the form of an ISSN.
pub(super) fn is_issn(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() == 9
        && bytes[4] == b'-'
        && bytes[..4]
            .iter()
            .chain(&bytes[5..8])
            .all(u8::is_ascii_digit)
        && (bytes[8].is_ascii_digit() || bytes[8].eq_ignore_ascii_case(&b'x'))
}

/// `…, pp. 78-90 (13 pages)`
pub(super) fn without_page_count(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let Some(open) = words.rfind(" (").filter(|_| words.ends_with(" pages)")) else {
        return span;
    };
    part(text, span, 0, open)
}

/// A journal's name without what stands around it: punctuation, `In:`, `《》`, `//`. Empty if
/// only an ellipsis is left.
pub(super) fn journal(text: &str, span: Span) -> Span {
    let strip = |c: char| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | ':'
                    | '，'
                    | '；'
                    | '：'
                    | '。'
                    | '/'
                    | '|'
                    | '｜'
                    | '《'
                    | '》'
                    | '«'
                    | '»'
                    | '“'
                    | '”'
                    | '"'
                    | '·'
                    | '◽'
                    | '-'
                    | '–'
                    | '—'
                    | '['
                    | '_'
                    | '*'
                    | '『'
                    | '』'
                    | '「'
                    | '」'
                    | '„'
            )
    };
    let mut out = trim_by(text, span, strip);
    // The stop that ended the title.
    if let Some(rest) = out.of(text).strip_prefix(". ") {
        out = trim_by(text, part(text, out, 2, rest.len() + 2), strip);
    }
    let words = out.of(text);
    for lead in [
        "In: ",
        "in: ",
        "In ",
        "in ",
        "Published in ",
        "Published In ",
        "В сборнике: ",
        "В книге: ",
        "В журнале: ",
        "In Proceedings: ",
    ] {
        if let Some(rest) = words.strip_prefix(lead) {
            out = part(text, out, words.len() - rest.len(), words.len());
            break;
        }
    }
    // `Акустика жилища. Материалы конференции. Казань`, `Вестник @vestnik-handle`
    if let Some((name, town)) = out.of(text).rsplit_once(". ")
        && name.contains(' ')
        && is_town(town)
    {
        out = trim_by(text, part(text, out, 0, name.len()), strip);
    }
    // `Revista de Saúde Pública, São Paulo`
    if let Some((name, town)) = out.of(text).rsplit_once(", ")
        && name.contains(' ')
        && is_town(town)
    {
        out = trim_by(text, part(text, out, 0, name.len()), strip);
    }
    if out.of(text).contains('@')
        && let Some((name, handle)) = out.of(text).rsplit_once(" @")
        && !handle.contains(' ')
    {
        out = part(text, out, 0, name.len());
    }
    // `제70권`, `第22卷`: the ordinal sign belongs to the number.
    if let Some(kept) = out.of(text).strip_suffix(['第', '제'])
        && (kept.is_empty() || kept.ends_with([' ', ',', '，', '.']))
    {
        out = trim_by(text, part(text, out, 0, kept.len()), strip);
    }
    // `한국생활사학회 생활사연구 생활사연구`
    if let Some((head, name)) = out.of(text).rsplit_once(' ')
        && head.rsplit(' ').next() == Some(name)
        && name.chars().all(super::lines::is_wide)
    {
        let len = out.len();
        out = part(text, out, len - name.len(), len);
    }
    // `한국생활사학회 생활사연구`: the society stands before its journal.
    if let Some((society, name)) = out.of(text).rsplit_once(' ')
        && (society.ends_with("학회")
            || society.ends_with("협회")
            || society.ends_with("연구소")
            || society.ends_with("연구원"))
        && !society.contains(' ')
        // `한국도서관정보학회 학술대회`: it held the conference.
        && !name.starts_with("학술")
    {
        let len = out.len();
        out = part(text, out, len - name.len(), len);
    }
    out = without_echo(text, out);
    // A bracket that the numbers opened, and a stop that ends a sentence, not an abbreviation.
    let words = out.of(text);
    let open = words.ends_with('(') || words.ends_with('（');
    let out = if open {
        trim_by(text, out, |c| strip(c) || matches!(c, '(' | '（'))
    } else {
        out
    };
    let words = out.of(text);
    let abbreviated = words.matches('.').count() > 1 && !holds(words, ". ") || {
        let last = words.trim_end_matches('.').rsplit(' ').next().unwrap_or("");
        holds(words, ". ") && last.chars().count() <= 7
    };
    let out = if words.ends_with('.') && !abbreviated {
        trim_by(text, out, |c| c == '.' || c.is_whitespace())
    } else {
        trim_by(text, out, |c| c.is_whitespace() || c == '．')
    };
    let said = out.of(text).chars().any(char::is_alphabetic);
    if said { out } else { Span::default() }
}

/// A journal without what is no part of its name: the word for the number, glued to it; the year
/// of publication of a French journal; its name in another script, in brackets or behind `=`.
fn without_echo(text: &str, journal: Span) -> Span {
    let words = journal.of(text);
    for mark in ["Volume", "Vol", "Issue"] {
        if let Some(name) = words.strip_suffix(mark)
            && name.ends_with(char::is_lowercase)
        {
            return part(text, journal, 0, name.len());
        }
    }
    // `Revista de Estudios Andinos, [S.l.]`
    if let Some((name, _)) = words.split_once(", [S.") {
        return part(text, journal, 0, name.len());
    }
    // `Annales de Normandie, 44ᵉ année`
    if let Some((name, year)) = words.rsplit_once(", ")
        && year.starts_with(|c: char| c.is_ascii_digit())
        && (year.ends_with(" année") || year.ends_with(" annata"))
    {
        return part(text, journal, 0, name.len());
    }
    let wide = |words: &str| has_wide(words);
    let echo = |a: &str, b: &str| wide(a) != wide(b) && a.len() > 3 && b.len() > 3;
    if let Some((name, other)) = words.split_once(" = ")
        && echo(name, other)
    {
        return part(text, journal, 0, name.len());
    }
    if let Some((name, other)) = words.split_once(" (")
        && other.ends_with(')')
        && echo(name, other)
    {
        return part(text, journal, 0, name.len());
    }
    journal
}

/// A journal without the French word that leads to it: `Dans L'information psychiatrique`.
pub(super) fn dans(text: &str, journal: Span) -> Span {
    match journal.of(text).strip_prefix("Dans ") {
        Some(rest) => part(text, journal, journal.len() - rest.len(), journal.len()),
        None => journal,
    }
}

/// The span without a type mark at its end and what follows it, and the letter of the mark:
/// `TITLE [J].` gives `TITLE` and `J`.
pub(super) fn without_type_mark(text: &str, span: Span) -> (Span, Span) {
    let words = span.of(text);
    if let Some((at, inside, end)) = type_mark(words) {
        let tail = words[end..].trim_matches(|c: char| c == '.' || c.is_whitespace());
        if tail.is_empty() || words[..at].trim().is_empty() {
            let letter = part(text, span, inside, inside + letters(&words[inside..]));
            let kept = if tail.is_empty() {
                part(text, span, 0, at)
            } else {
                part(text, span, end, words.len())
            };
            let kept = trim_by(text, kept, |c| c.is_whitespace() || matches!(c, '.' | ','));
            return (kept, letter);
        }
    }
    (span, Span::default())
}

fn letters(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_uppercase).count()
}

/// What opens a type mark.
static BRACKETS: Needles = Needles::of(&["[", "［", "【"]);

/// Where a GB/T 7714 type mark stands: the byte of its bracket, of its letter, and after it.
/// `[J]`, `［M/OL］`, `[DB/OL]`, `【J】`.
pub(super) fn type_mark(words: &str) -> Option<(usize, usize, usize)> {
    for (at, width) in BRACKETS.each_in(words) {
        let inside = at + width;
        let rest = &words[inside..];
        let n = letters(rest);
        if !(1..=2).contains(&n) {
            continue;
        }
        let kind = &rest[..n];
        let known = [
            "J", "M", "D", "C", "N", "P", "R", "S", "Z", "A", "G", "K", "DB", "EB", "CP", "DS",
            "CM", "LR",
        ];
        let carrier = rest[n..]
            .strip_prefix('/')
            .map_or(0, |medium| 1 + letters(medium));
        let Some(close) = rest[n + carrier..]
            .chars()
            .next()
            .filter(|c| matches!(c, ']' | '］' | '】'))
        else {
            continue;
        };
        if known.contains(&kind) {
            return Some((at, inside, inside + n + carrier + close.len_utf8()));
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(text: &str) -> Span {
        Span::new(0, text.len())
    }

    #[test]
    fn a_venue_needs_a_name_and_a_year() {
        for (line, name) in [
            (
                "BRITISH JOURNAL OF PSYCHIATRY, 2000, 177 : 4 - 7",
                Some("BRITISH JOURNAL OF PSYCHIATRY"),
            ),
            ("[J]. …, 2020, : 1041 - 1046", Some("")),
            (
                "J. Affect. Disord. 2020;5(1):2-9",
                Some("J. Affect. Disord."),
            ),
            ("PLoS Med. 2009 Jul 21;6(7):e1000097.", Some("PLoS Med")),
            ("2000, 177 : 4 - 7", None),
            ("Salyers, Michelle P.", None),
        ] {
            let found = read(line, whole(line)).map(|venue| venue.journal.of(line));
            assert_eq!(found, name, "{line}");
        }
    }

    #[test]
    fn type_marks_are_told_from_other_brackets() {
        assert_eq!(type_mark("T[J]. X").map(|m| m.0), Some(1));
        assert_eq!(type_mark("[1] A. T[EB/OL].").map(|m| m.0), Some(8));
        assert_eq!(type_mark("A [PDF] and [12]"), None);
    }
}

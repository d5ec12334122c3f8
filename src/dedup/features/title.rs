//! The title as it is compared: folded, without what databases append to it.

use super::kind::{self, Kinds};
use super::{fold, written};
use crate::model::{Field, Record};

/// A title read for comparison.
#[derive(Debug, Default)]
pub(super) struct Title {
    pub(super) folded: String,
    /// Bytes of `folded` before the first colon, 0 without one.
    pub(super) main: usize,
    pub(super) kinds: Kinds,
}

pub(super) fn read(record: &Record) -> Title {
    let mut text = record
        .get(Field::Title)
        .map(written::text)
        .unwrap_or_default();
    if let Some(subtitle) = record.get(Field::Subtitle) {
        let subtitle = written::text(subtitle);
        if !subtitle.is_empty() {
            let text = text.to_mut();
            text.push_str(": ");
            text.push_str(&subtitle);
        }
    }
    clean(&text)
}

/// Reads a title: tails off, kinds noted, folded.
fn clean(text: &str) -> Title {
    let mut kinds = Kinds::NONE;
    let mut rest = text.trim();
    let leads = rest.starts_with(['R', 'W']);
    for lead in [
        "RETRACTED ARTICLE",
        "RETRACTED",
        "WITHDRAWN",
        "Retracted Article",
        "Retracted",
        "Withdrawn",
    ] {
        if leads
            && let Some(after) = rest.strip_prefix(lead)
            && after.starts_with([':', ' ', '.'])
            && after.len() > 20
        {
            rest = after.trim_start_matches([':', ' ', '.']);
            break;
        }
    }
    while let Some((head, more)) = strip_tail(rest) {
        kinds = kinds | more;
        rest = head;
    }
    let folded = fold(rest);
    if UNTITLED.contains(&folded.as_str()) {
        return Title::default();
    }
    let kinds = kinds | kind::of_title(&folded) | of_ends(rest);
    let main = first_of(rest, &[':', '：', '?', '—']).map_or(0, |colon| {
        let main = fold(rest.get(..colon).unwrap_or(""));
        if main.len() < folded.len() && folded.starts_with(&main) {
            main.len()
        } else {
            0
        }
    });
    Title {
        folded,
        main,
        kinds,
    }
}

/// Where the first of `marks` stands.
fn first_of(text: &str, marks: &[char]) -> Option<usize> {
    // Marks beyond ASCII begin with one of these bytes.
    if !text.is_ascii() && memchr::memchr2(0xe2, 0xef, text.as_bytes()).is_some() {
        return text.find(marks);
    }
    let ascii = marks.iter().filter_map(|mark| u8::try_from(*mark).ok());
    ascii
        .filter_map(|mark| memchr::memchr(mark, text.as_bytes()))
        .min()
}

/// What the first and the last segment of a title say: `Correction: …`, `… - Response`. Within a
/// sentence the same words tell nothing.
fn of_ends(title: &str) -> Kinds {
    let segment = |text: &str| {
        // The longest phrase has fewer letters.
        if text.len() <= 80 {
            kind::of_segment(&fold(text))
        } else {
            Kinds::NONE
        }
    };
    let first = first_of(title, &[':', '：', '—', '–']).and_then(|at| title.get(..at));
    let mut kinds = first.map_or(Kinds::NONE, segment);
    let end = title.trim_end_matches(['.', ' ']);
    for mark in [": ", " - ", " – ", "—", ". ", "? "] {
        // One byte is sooner looked for than a text.
        let byte = mark.trim_start().bytes().next().unwrap_or_default();
        if memchr::memchr(byte, end.as_bytes()).is_some()
            && let Some((_, last)) = end.rsplit_once(mark)
        {
            kinds = kinds | segment(last);
        }
    }
    kinds
}

/// Words that stand where a title should.
const UNTITLED: &[&str] = &[
    "unknown",
    "untitled",
    "no title",
    "no title available",
    "title",
    "null",
    "none",
    "n a",
    "not available",
];

/// Takes one bracketed or barred tail off, if it is none of the title's own.
fn strip_tail(title: &str) -> Option<(&str, Kinds)> {
    let title = title.trim_end_matches([' ', '.', '*', ',']);
    if let Some(bar) = memchr::memrchr(b'|', title.as_bytes())
        && title.len() - bar <= 40
        && bar > 10
    {
        return Some((title.get(..bar)?, Kinds::NONE));
    }
    let (open, closed) = match title.chars().next_back()? {
        ']' => (matching(title, '[', ']')?, true),
        ')' => (matching(title, '(', ')')?, true),
        // A bracket that was never closed is a tail cut by the database.
        _ => {
            let at = memchr::memrchr(b'[', title.as_bytes())?;
            if title.get(at..)?.contains(']') {
                return None;
            }
            (at, false)
        }
    };
    let head = title.get(..open)?;
    if head.trim().is_empty() {
        return None;
    }
    let inside = title.get(open + 1..)?;
    let inside = if closed {
        inside.get(..inside.len() - 1)?
    } else {
        inside
    };
    let said = fold(inside);
    tail(&said, inside, closed).map(|kinds| (head, kinds))
}

/// Where the bracket that the last character closes was opened.
fn matching(title: &str, open: char, close: char) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, c) in title.char_indices().rev() {
        if c == close {
            depth += 1;
        } else if c == open {
            depth -= 1;
            if depth == 0 {
                return Some(at);
            }
        }
    }
    None
}

/// Whether folded `said` is a remark of a database, and the kind it tells.
fn tail(said: &str, raw: &str, closed: bool) -> Option<Kinds> {
    const NOISE: &[&str] = &[
        "review",
        "abstract",
        "meeting abstract",
        "structured abstract",
        "provisional abstract",
        "brief record",
        "conference abstract",
        "article",
        "in process citation",
        "see comments",
        "see comment",
        "proceeding",
        "proceedings paper",
        "clinical trial",
        "case report",
        "proceeding paper",
        "conference paper",
        "pdf",
        "abstract only",
        "record supplied by publisher",
        "article in press",
        "research support",
        "publisher",
        "protocol",
        "full text",
        "corrected",
        "sic",
    ];
    const NOISE_STARTS: &[&str] = &[
        "erratum appears",
        "erratum in",
        "comment in",
        "comment on",
        "summary for patients",
        "republished in",
        "corrected and republished",
        "retraction in",
        "see comment",
        "published erratum",
        "article in",
        "original article in",
        "in ",
        "reprint in",
    ];
    let first_words_are = |number: &str, next: &str| {
        let mut words = said.split(' ');
        words.next().is_some_and(|word| {
            word.bytes().all(|b| b.is_ascii_digit()) && !word.is_empty() && number.is_empty()
        }) && words.next() == Some(next)
    };
    if NOISE.contains(&said) || first_words_are("", "refs") || first_words_are("", "references") {
        return Some(Kinds::NONE);
    }
    if said.is_empty() {
        return Some(Kinds::NONE);
    }
    if !closed {
        // What is left of `[Erratum appears in …` or `[Review`.
        return NOISE_STARTS
            .iter()
            .chain(NOISE)
            .any(|noise| noise.starts_with(said) || said.starts_with(noise.trim_end()))
            .then_some(Kinds::NONE);
    }
    // `[English]`-like notes begin in square brackets only; a bare "in …" in round ones is text.
    if raw.len() < 200
        && NOISE_STARTS
            .iter()
            .any(|noise| said.starts_with(noise) && (*noise != "in " || said.ends_with("language")))
    {
        return Some(Kinds::NONE);
    }
    // `(vol 360, pg 542, 2009)`, `(Journal (2009) 360 (542-544))`: the paper an erratum mends.
    let digits = said
        .split(' ')
        .filter(|word| word.bytes().all(|b| b.is_ascii_digit()))
        .count();
    let paged = said
        .split(' ')
        .any(|word| matches!(word, "pg" | "pp" | "page" | "pages"));
    if (said.starts_with("vol ") || said.starts_with("volume ")) && (digits >= 2 || paged) {
        return Some(Kinds::ERRATUM);
    }
    if said.starts_with("vol ") && digits == 1 {
        return Some(Kinds::NONE);
    }
    let years = said
        .split(' ')
        .filter(|word| word.len() == 4 && (word.starts_with("19") || word.starts_with("20")))
        .count();
    if years >= 1 && digits >= 4 && raw.contains(['(', '-', ':']) && said.split(' ').count() < 16 {
        return Some(Kinds::ERRATUM);
    }
    // `(Retracted article. See vol. 12, pg. 3, 2012)`: the work itself, with a remark.
    if said.starts_with("retracted") || said.starts_with("withdrawn") {
        return Some(Kinds::NONE);
    }
    let kinds = kind::of_title(said);
    let words = said.split(' ').count();
    // `(Retraction of vol 12, pg 3, 2012)`, `(Reprinted from The Lancet)`: long, but sure.
    let sure = kinds.has(Kinds::ERRATUM | Kinds::RETRACTION | Kinds::REPRINT)
        && (digits > 0 || said.contains(" from ") || said.contains(" of "));
    (!kinds.is_empty() && (words <= 3 || sure)).then_some(kinds)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        clean(text).folded
    }

    #[test]
    fn tails_of_databases_go() {
        for tail in [
            "[Review] [45 refs]",
            "(Structured abstract)",
            "| Request PDF",
            "[Erratu",
            "(Provisional abstract).",
        ] {
            assert_eq!(
                folded(&format!("Growth and form {tail}")),
                "growth and form",
                "{tail}"
            );
        }
    }

    #[test]
    fn a_bracket_of_the_title_stays() {
        assert_eq!(
            folded("Human papillomavirus (HPV)"),
            "human papillomavirus hpv"
        );
        assert_eq!(
            folded("[Pleuritis carcinomatosa]"),
            "pleuritis carcinomatosa"
        );
    }

    #[test]
    fn erratum_marks_name_the_kind() {
        for title in [
            "Eculizumab for aHUS (vol 360, pg 542, 2009)",
            "X in Y (VOL 4 170633 2017)",
            "X in Y (Journal of Z (2009) 360 (542-544))",
            "X in Y (Reprinted)",
            "X in Y (vol A12, pg B3, 2010)",
            "X in Y (Reprinted from The Lancet, vol 3)",
            "Correction: X in Y",
            "Correction – X in Y",
        ] {
            assert!(
                clean(title).kinds.has(Kinds::ERRATUM | Kinds::REPRINT),
                "{title}"
            );
        }
        assert!(clean("X in Y (vol 12)").kinds.is_empty());
        assert_eq!(folded("X in Y (vol 12)"), "x in y");
    }

    #[test]
    fn the_first_and_last_segment_name_the_kind() {
        for (title, kinds) in [
            ("Sepsis in children: author response", Kinds::REPLY),
            ("Sepsis in children - In response", Kinds::REPLY),
            ("Sepsis in children. Reply by the authors.", Kinds::REPLY),
            ("Retraction: Sepsis in children", Kinds::RETRACTION),
            (
                "Sepsis in children (Retraction of vol 1, pg 2, 2010)",
                Kinds::RETRACTION,
            ),
            (
                "Sepsis in children (Retracted article. See vol. 3, 2012)",
                Kinds::NONE,
            ),
            ("Sepsis and the immune response", Kinds::NONE),
            ("Data from: Sepsis in children", Kinds::MATERIAL),
        ] {
            assert_eq!(clean(title).kinds, kinds, "{title}");
        }
    }

    #[test]
    fn the_main_title_ends_at_the_colon() {
        let title = clean("Form: a study");
        assert_eq!(title.folded.get(..title.main), Some("form"));
    }

    #[test]
    fn a_place_holder_is_no_title() {
        assert_eq!(folded("UNKNOWN"), "");
    }
}

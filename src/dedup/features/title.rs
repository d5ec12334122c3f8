//! The title as it is compared: folded, without what databases append to it.

use super::kind::{self, Kinds};
use super::{fold, fold_into, tail, written};
use crate::model::{Field, Record};
use crate::text::ascii;

/// What a title says beside its words.
#[derive(Debug, Default)]
pub(super) struct Title {
    /// Bytes of the folded title before the first colon, 0 without one.
    pub(super) main: usize,
    pub(super) kinds: Kinds,
}

/// Appends the folded title of `record` to `out`, without the tails of databases.
pub(super) fn read(record: &Record, out: &mut String) -> Title {
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
    clean(&text, out)
}

/// Reads a title: tails off, kinds noted, folded to the end of `out`.
fn clean(text: &str, out: &mut String) -> Title {
    let start = out.len();
    let mut kinds = Kinds::NONE;
    let mut rest = without_lead(ascii::trimmed(text));
    let marks = Marks::of(rest);
    if marks.has(Marks::TAIL) {
        while let Some((head, more)) = tail::strip(rest) {
            kinds = kinds | more;
            rest = head;
        }
    }
    let main = fold_in_parts(rest, marks, out);
    let folded = out.get(start..).unwrap_or_default();
    if folded.len() <= UNTITLED_BYTES && UNTITLED.contains(&folded) {
        out.truncate(start);
        return Title::default();
    }
    kinds = kinds | kind::of_title(folded, marks.has(Marks::KIND));
    if marks.has(Marks::SEGMENT) {
        kinds = kinds | of_ends(rest);
    }
    Title { main, kinds }
}

/// A title without the remark before it that the work was retracted.
fn without_lead(title: &str) -> &str {
    if !title.starts_with(['R', 'W']) {
        return title;
    }
    let leads = [
        "RETRACTED ARTICLE",
        "RETRACTED",
        "WITHDRAWN",
        "Retracted Article",
        "Retracted",
        "Withdrawn",
    ];
    let stops = [':', ' ', '.'];
    leads
        .iter()
        .filter_map(|lead| title.strip_prefix(lead))
        .find(|after| after.starts_with(stops) && after.len() > 20)
        .map_or(title, |after| after.trim_start_matches(stops))
}

/// Which marks may be in a title, found at one look: most titles have none.
#[derive(Clone, Copy)]
struct Marks(u8);

impl Marks {
    /// Brackets and bars, which tails begin and end with.
    const TAIL: u8 = 1;
    /// What parts segments.
    const SEGMENT: u8 = 1 << 1;
    /// What ends a main title.
    const MAIN: u8 = 1 << 2;
    /// The sign of phrases that name a kind anywhere.
    const KIND: u8 = 1 << 3;

    /// Where it is faster to ask so, some other characters count as marks too.
    fn of(title: &str) -> Self {
        Self(ascii::signs(title.as_bytes(), |byte, next| {
            let is = u8::from;
            let tail = is(byte.wrapping_sub(b'[') < 3) | is(byte == b'|') | is(byte == b')');
            // From the colon to the question mark, and the first bytes of marks beyond ASCII.
            let main = is(byte.wrapping_sub(b':') < 6) | is(byte >= 0xe2);
            let segment = main | (is(byte.wrapping_sub(b'-') < 2) & is(next == b' '));
            let sign = |byte: u8| is(byte | 0x20 == kind::SIGN);
            let kind = (sign(byte) & sign(next)) | (byte >> 7);
            tail | (segment << 1) | (main << 2) | (kind << 3)
        }))
    }

    fn has(self, mark: u8) -> bool {
        self.0 & mark != 0
    }
}

/// Appends `title` folded to `out`, and gives the bytes of it before the first colon, question mark or
/// dash; 0 without one, or where nothing stands before or after it.
fn fold_in_parts(title: &str, marks: Marks, out: &mut String) -> usize {
    let start = out.len();
    let title = super::cut(title, super::LONGEST);
    let mark = marks.has(Marks::MAIN).then(|| first_of(title, MAIN_ENDS));
    let Some(at) = mark.flatten() else {
        fold_into(title, out);
        return 0;
    };
    let (head, tail) = title.split_at(at);
    if !tail.starts_with([':', '?']) {
        // Characters beyond ASCII may be composed across the mark.
        let main = fold(head);
        fold_into(title, out);
        let folded = out.get(start..).unwrap_or_default();
        let is_part = main.len() < folded.len() && folded.starts_with(&main);
        return if is_part { main.len() } else { 0 };
    }
    fold_into(head, out);
    let main = out.len() - start;
    if main > 0 {
        out.push(' ');
    }
    let before = out.len();
    fold_into(tail, out);
    if out.len() > before {
        return main;
    }
    out.truncate(start + main);
    0
}

/// What ends a main title.
const MAIN_ENDS: &[char] = &[':', '：', '?', '—'];

/// Where the first of `marks` stands.
fn first_of(text: &str, marks: &[char]) -> Option<usize> {
    // Marks beyond ASCII begin with one of these bytes.
    if memchr::memchr2(0xe2, 0xef, text.as_bytes()).is_some() {
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
    let mut folded = String::new();
    let mut segment = |text: &str| {
        // The longest phrase has fewer letters.
        if text.len() > 80 {
            return Kinds::NONE;
        }
        folded.clear();
        fold_into(text, &mut folded);
        kind::of_segment(&folded)
    };
    let first = first_of(title, &[':', '：', '—', '–']).and_then(|at| title.get(..at));
    let mut kinds = first.map_or(Kinds::NONE, &mut segment);
    let end = title.trim_end_matches(['.', ' ']);
    for mark in [": ", " - ", " – ", "—", ". ", "? "] {
        if let Some(last) = after_last(end, mark) {
            kinds = kinds | segment(last);
        }
    }
    kinds
}

/// What stands behind the last `mark` of a text: one byte is sooner looked for than a text.
fn after_last<'a>(text: &'a str, mark: &str) -> Option<&'a str> {
    let lead = mark.len() - mark.trim_start().len();
    let byte = *mark.as_bytes().get(lead)?;
    memchr::memrchr_iter(byte, text.as_bytes()).find_map(|at| {
        let found = text.get(at.checked_sub(lead)?..)?;
        found.strip_prefix(mark)
    })
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

/// The longest of them.
const UNTITLED_BYTES: usize = 18;

#[cfg(test)]
mod tests {
    use super::*;

    fn folded(text: &str) -> String {
        let mut out = String::new();
        clean(text, &mut out);
        out
    }

    fn kinds(text: &str) -> Kinds {
        clean(text, &mut String::new()).kinds
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
            assert!(kinds(title).has(Kinds::ERRATUM | Kinds::REPRINT), "{title}");
        }
        assert!(kinds("X in Y (vol 12)").is_empty());
        assert_eq!(folded("X in Y (vol 12)"), "x in y");
    }

    #[test]
    fn the_first_and_last_segment_name_the_kind() {
        for (title, want) in [
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
            assert_eq!(kinds(title), want, "{title}");
        }
    }

    #[test]
    fn the_main_title_ends_at_the_colon() {
        for (title, main) in [
            ("Form: a study", "form"),
            ("What is form? A study", "what is form"),
            ("形：研究", "形"),
            ("Form — a study: two", "form"),
            ("Form:", ""),
            (": form", ""),
        ] {
            let mut out = String::new();
            let read = clean(title, &mut out);
            assert_eq!(out.get(..read.main), Some(main), "{title}");
        }
    }

    proptest::proptest! {
        /// Folded in parts is folded whole, and the main title what is before the mark.
        #[test]
        fn parts_make_the_whole(title in "[a-c:?：—\u{301}é.\\- \u{b}한ᅡ]{0,12}") {
            let mut out = String::from("x");
            let main = fold_in_parts(&title, Marks::of(&title), &mut out);
            let folded = fold(&title);
            proptest::prop_assert_eq!(out.get(1..), Some(folded.as_str()));
            let before = title.find(MAIN_ENDS).map_or(String::new(), |at| fold(&title[..at]));
            let is_part = before.len() < folded.len() && folded.starts_with(&before);
            proptest::prop_assert_eq!(main, if is_part { before.len() } else { 0 });
        }
    }

    #[test]
    fn no_place_holder_is_longer_than_the_longest() {
        assert!(UNTITLED.iter().all(|text| text.len() <= UNTITLED_BYTES));
    }

    #[test]
    fn a_place_holder_is_no_title() {
        assert_eq!(folded("UNKNOWN"), "");
    }
}

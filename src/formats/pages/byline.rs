//! The names below a title.

use super::lines::{has_wide, is_wide, trim_by};
use super::name_lists;
use super::names::NameList;
use super::needles::Needles;
use crate::source::Span;

/// How far below a title its authors may begin: a subtitle and a second language lie between.
const REACH: usize = 5;

/// The lines of names below line `at`, and how many lines below they begin.
pub(super) fn authors_below(text: &str, free: &[Span], at: usize) -> Option<(usize, NameList)> {
    let mut out: Option<(usize, NameList)> = None;
    let mut apart = false;
    // Whether the line above is a name in Chinese characters, whose reading may follow.
    let mut read_below = false;
    for (n, &line) in free.iter().enumerate().skip(at + 1) {
        let distance = n - at;
        let plain = trim_by(text, line, |c| c.is_whitespace() || matches!(c, '•' | ';'));
        let words = plain.of(text);
        if read_below && is_reading(words) {
            continue;
        }
        read_below = false;
        if words.starts_with("http") || super::needles::starts_with(words, "orcid") {
            continue;
        }
        let found = name_lists::list(text, plain).filter(|found| {
            // `Ankara Üniversitesi` is where the author above works.
            // In `제갈윤 (한국교통연구원)` only the brackets hold it.
            if let ([name], true) = (found.names.as_slice(), out.is_some())
                && is_body(name.of(text))
            {
                return false;
            }
            // One Latin name alone is believed only near the title.
            found.names.len() > 1 || distance <= 3 || out.is_some()
        });
        match (found, &mut out) {
            (Some(found), None) if distance <= REACH => {
                read_below = found.names.len() == 1 && has_han(words);
                out = Some((distance, found));
            }
            (Some(found), Some((_, list))) => {
                // A cut list is over; so is one that begins again, each name above its place.
                let again = found.names.len() == 1
                    && list.names.len() > 1
                    && found.names.iter().all(|name| {
                        let held = |known: &Span| known.of(text) == name.of(text);
                        list.names.iter().any(held)
                    });
                if again || !list.cut.is_empty() || read_in_brackets(text, list, &found) {
                    break;
                }
                // Behind another line, terms in Chinese look like names.
                let above = free.get(n - 1).map_or(line.start, |above| above.end);
                let gap = text
                    .get(above as usize..line.start as usize)
                    .unwrap_or_default();
                let apart_by_words = gap.contains(char::is_alphabetic);
                if apart_by_words && words.chars().all(|c| is_wide(c) || !c.is_alphabetic()) {
                    break;
                }
                // The same names again in Latin letters are not more authors.
                let wide =
                    |names: &NameList| names.names.iter().any(|name| has_wide(name.of(text)));
                // In a list with bullets each name is another.
                let before = text
                    .get(..line.start as usize)
                    .unwrap_or_default()
                    .trim_end();
                let bulleted = before.ends_with('•') || line.of(text).ends_with(';');
                let again = !wide(list) && wide(&found) && list.names.len() == found.names.len();
                if (wide(list) && !wide(&found) && !bulleted)
                    || again
                    || (apart && found.names.len() > 1)
                {
                    break;
                }
                read_below = found.names.len() == 1 && has_han(words);
                list.names.extend(found.names);
                if list.cut.is_empty() {
                    list.cut = found.cut;
                }
            }
            (None, None) if distance < REACH => {}
            // Where somebody works stands between the names.
            (None, Some(_)) if is_body(line.of(text)) => apart = true,
            _ => break,
        }
    }
    out
}

/// Whether every name above has its reading in brackets and none of these has: `언론과 사회` below
/// `고은(Eun Ko), 서문탁(Tak Seomun)` is a journal.
fn read_in_brackets(text: &str, above: &NameList, found: &NameList) -> bool {
    let read = |name: &Span| {
        let name = name.of(text);
        name.chars().any(is_wide) && name.ends_with([')', '）'])
    };
    above.names.len() > 1 && above.names.iter().all(read) && !found.names.iter().any(read)
}

pub(super) fn has_han(words: &str) -> bool {
    words.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}'))
}

/// Whether a line is nothing but katakana, and no name in them: those have a dot between the parts.
pub(super) fn is_kana_reading(words: &str) -> bool {
    let kana = |c: char| {
        matches!(c, '\u{30a0}'..='\u{30ff}') && c != '・' || c.is_whitespace() || c == ','
    };
    !words.is_empty() && words.chars().all(kana)
}

/// Whether a line gives the sound of the name above it: katakana, or Latin letters.
fn is_reading(words: &str) -> bool {
    let kana = |c: char| matches!(c, '\u{30a0}'..='\u{30ff}');
    !has_han(words)
        && words.len() < 60
        && (words.chars().all(|c| kana(c) || c.is_whitespace())
            || words
                .chars()
                .all(|c| c.is_ascii_alphabetic() || matches!(c, ' ' | ',' | '-' | '.' | '\'')))
}

/// Words of the names of such bodies.
static BODIES: Needles = Needles::of(&[
    "escola ",
    "escuela ",
    "facultad ",
    "faculdade ",
    "fakult",
    "faculty",
    "instituto",
    "istituto",
    "uniwersytet",
    "üniversite",
    "hochschule",
    "akademi",
    "politécn",
    "ministério",
    "ministerio",
    "laborato",
    "інститут",
    "академія",
    "академия",
    "університет",
    "институт",
    "대학원",
    "연구원",
    "universit",
    "universidad",
    "college",
    "institut",
    "hospital",
    "school of",
    "academy",
    "department of",
    "大学",
    "学院",
    "医院",
    "研究所",
    "病院",
    "대학교",
    "университет",
]);

/// Whether a line names a body people work at, and nothing more.
pub(super) fn is_body(words: &str) -> bool {
    super::name_shape::is_acronym_body(words)
        || words.len() < 120 && !words.ends_with('.') && BODIES.are_in(&words.to_lowercase())
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn a_list_ends_where_it_is_cut_or_begins_again() {
        for (page, count) in [
            (
                "夜の病棟の音\n真里 オキ, 千田 みゆき\n真里 オキ\n千葉大学\n千田 みゆき\n自営業\n",
                2,
            ),
            (
                "밤의 라디오와 시장 사람\n고은(Eun Ko), 서문탁(Tak Seomun) 외 3명\n방송과 사회\n",
                2,
            ),
            (
                "밤의 라디오와 시장 사람\n고은(Eun Ko), 서문탁(Tak Seomun)\n방송과 사회\n",
                2,
            ),
            (
                "Kasabada çan sesleri\nAyşe Öz\nAnkara Üniversitesi\nMehmet Gün\n",
                2,
            ),
            (
                "A Market by Night: Voices\n• 남궁선 (서울대학교) ;\n• 제갈민 (산림연구원)\n",
                2,
            ),
        ] {
            let free: Vec<Span> = lines(page, Span::new(0, page.len()))
                .into_iter()
                .filter(|line| !line.is_empty())
                .map(|line| super::super::lines::after_mark(page, line).0)
                .collect();
            let found = authors_below(page, &free, 0);
            assert_eq!(
                found.map(|(_, list)| list.names.len()),
                Some(count),
                "{page}"
            );
        }
    }
}

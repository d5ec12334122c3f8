//! Other works of a page, each a title and, some lines below, where or when it was published.

use super::draft::Draft;
use super::labelled::labels_of;
use super::lines::{after_mark, doi_in, has_wide, is_letter, is_year, part, trim_by};
use super::listing::triple;
use super::name_lists;
use super::needles::{holds, position};
use super::noise;
use super::numbers::numbers;
use super::venue;
use crate::model::{Field, Role};
use crate::source::Span;

/// How many lines lie between a title and the line that tells its journal or date.
const REACH: usize = 5;

/// The works among `lines`: a title; names, a translation or a kind of work between; a venue or a
/// date. Databases print lists of recommended and of citing works so.
pub(super) fn entries(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    let mut out = Vec::new();
    let mut at = 0;
    while at + 1 < lines.len() {
        match triple(text, &lines[at..], role).or_else(|| entry(text, &lines[at..], role)) {
            Some((draft, used)) => {
                out.push(draft);
                at += used;
            }
            None => at += 1,
        }
    }
    out
}

fn entry(text: &str, lines: &[Span], role: Role) -> Option<(Draft, usize)> {
    let (title, below) = lines.split_first()?;
    let digits = |line: &Span| line.of(text).bytes().filter(u8::is_ascii_digit).count() > 3;
    if !below.iter().take(REACH).any(digits) {
        return None;
    }
    let title = without_medium(text, after_mark(text, *title).0);
    if !is_title(text, title) {
        return None;
    }
    let wide = has_wide(title.of(text));
    let mut draft = Draft::new(role);
    draft.add(Field::Title, title);
    for (n, &line) in below.iter().enumerate().take(REACH) {
        let words = line.of(text);
        if noise::is_kind(words) {
            draft.entry_type = line;
            continue;
        }
        if n == 0 && role == Role::Related && dated_kind(text, line, &mut draft) {
            return Some((draft, n + 2));
        }
        if dated_names(text, line, &mut draft) {
            return Some((draft, n + 2));
        }
        if place(text, line, &mut draft) {
            let mut used = n + 2;
            // ResearchGate prints the date before journal and names.
            if !draft.has(Field::JournalTitle)
                && !draft.has(Field::Author)
                && let Some(&[journal, people]) = lines.get(used..used + 2)
                && is_journal_line(text, journal)
                && name_lists::list(text, people).is_some()
                // `PSYCHOL REV` above `Edward C. Tolman`
                && (name_lists::list(text, journal).is_none()
                    || in_capitals(journal.of(text)) && !in_capitals(people.of(text)))
            {
                draft.add(Field::JournalTitle, journal);
                used += 1;
                while let Some(found) = lines
                    .get(used)
                    .and_then(|next| name_lists::list(text, *next))
                {
                    draft.add_names(&found);
                    used += 1;
                }
            }
            while !draft.has(Field::JournalTitle)
                && let Some(next) = lines.get(used)
                && let Some(found) = name_lists::list(text, *next)
            {
                draft.add_names(&found);
                used += 1;
            }
            let told = draft.has(Field::Author) || draft.has(Field::JournalTitle);
            return told.then_some((draft, used));
        }
        let other_script = has_wide(words) != wide;
        match name_lists::list(text, line).filter(|_| !other_script) {
            Some(found) => draft.add_names(&found),
            // `木栈道木板与轮子` below its title in English.
            None if other_script && !noise::is_noise(words) => {
                if title_like(words) {
                    let bare = trim_by(text, line, |c| matches!(c, '。' | '.' | ' '));
                    draft.add_first(Field::TitleAddon, bare);
                }
            }
            None if noise::is_noise(words) || is_medium(words) => {}
            None => return None,
        }
    }
    None
}

/// Whether a line in another script may be the title again.
fn title_like(words: &str) -> bool {
    let letters = words.chars().filter(|c| is_letter(*c)).count();
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    letters >= 5 && digits <= 4 && (has_wide(words) || words.split(' ').count() >= 3)
}

/// Whether a line only says that the text can be had.
fn is_medium(words: &str) -> bool {
    [
        "Full-text available",
        "Full text available",
        "File available",
        "Open access",
    ]
    .iter()
    .any(|medium| words.eq_ignore_ascii_case(medium))
}

/// Whether two words or more are all in capitals.
fn in_capitals(words: &str) -> bool {
    words.contains(' ') && !words.contains('.') && !words.contains(char::is_lowercase)
}

/// Whether a line between a date and names may be a journal.
fn is_journal_line(text: &str, line: Span) -> bool {
    let words = line.of(text);
    words.starts_with(char::is_uppercase)
        && words.len() < 120
        && !words.ends_with(['.', '?', '!'])
        && !words.bytes().any(|b| b.is_ascii_digit())
        && !noise::is_noise(words)
        && !noise::is_kind(words)
        && labels_of(text, line).1.is_empty()
}

/// `Article Open access 06 May 2020`, `Chapter © 2017`: all that Springer prints below a title.
fn dated_kind(text: &str, line: Span, draft: &mut Draft) -> bool {
    let words = line.of(text);
    let digits = words.find(|c: char| c.is_ascii_digit()).unwrap_or(0);
    let (head, date) = words.split_at(digits);
    let head = head.trim_end_matches(['©', ' ']);
    let kind = head.strip_suffix("Open access").unwrap_or(head).trim_end();
    let found = numbers(text, part(text, line, digits, words.len()));
    let alone = found.parts() == 1 && found.year.len() <= date.len();
    let dated = alone && !found.year.is_empty() && date.len() < 20;
    if !dated || kind.is_empty() || !noise::is_kind(kind) {
        return false;
    }
    draft.entry_type = part(text, line, 0, kind.len());
    draft.add(Field::Date, found.year);
    true
}

/// `2013 / Ершова Л.В.`: year and names, as CyberLeninka prints them below a title.
fn dated_names(text: &str, line: Span, draft: &mut Draft) -> bool {
    let words = line.of(text);
    let dated = words
        .split_once(" / ")
        .filter(|(year, _)| is_year(year))
        .map(|(year, names)| (year.len(), words.len() - names.len()));
    let Some((year, from)) = dated else {
        return false;
    };
    let Some(found) = name_lists::list(text, part(text, line, from, words.len())) else {
        return false;
    };
    draft.add(Field::Date, part(text, line, 0, year));
    draft.add_names(&found);
    true
}

/// `Le timbre et la main [Texte intégral]`
fn without_medium(text: &str, line: Span) -> Span {
    let words = line.of(text);
    match words.rfind(" [").filter(|_| words.ends_with(']')) {
        Some(at) if at > 0 => part(text, line, 0, at),
        _ => line,
    }
}

fn is_title(text: &str, line: Span) -> bool {
    let words = line.of(text);
    words.chars().filter(|c| is_letter(*c)).count() >= 8
        && words.len() < 400
        && !noise::is_noise(words)
        && !words.starts_with(char::is_lowercase)
        && doi_in(words).is_none()
        && !holds(words, "http")
        && name_lists::list(text, line).is_none()
        && labels_of(text, line).1.is_empty()
        && numbers(text, line).parts() < 2
}

/// Adds what a line says of where and when a work was published; `false` if it says nothing.
fn place(text: &str, line: Span, draft: &mut Draft) -> bool {
    let words = line.of(text);
    if words.len() > 600 {
        return false;
    }
    let end = super::needles::find(words, "doi")
        .or_else(|| position(words, "PMID"))
        .or_else(|| position(words, "http"))
        .unwrap_or(words.len());
    let body = part(text, line, 0, end);
    let found = numbers(text, body);
    if found.year.is_empty() {
        return false;
    }
    // `May 2021`, `2019`
    let alone = found.run.start <= body.start + 1 && found.run.end + 1 >= body.end;
    if alone {
        if found.parts() == 1 {
            draft.add(Field::Date, found.year);
        }
        return found.parts() == 1;
    }
    // `2019, Psychiatry Research`
    let head = words.get(..4).unwrap_or_default();
    if is_year(head) && words[4..].starts_with(", ") && words.len() < 160 && found.parts() == 1 {
        draft.add(Field::JournalTitle, part(text, line, 5, words.len()));
        draft.add(Field::Date, part(text, line, 0, 4));
        return true;
    }
    let mut source = body;
    for lead in ["Dans ", "Paru dans ", "In: ", "In ", "En: ", "В: "] {
        if let Some(rest) = body.of(text).strip_prefix(lead) {
            source = part(text, body, body.len() - rest.len(), body.len());
        }
    }
    // `Flammer E, Hirsch S. Psychiatr Prax. 2016 May;43(4):188-90.`
    let fits = |source: Span| {
        venue::read(text, source).filter(|venue| {
            let name = venue.journal.of(text);
            let sure = venue.numbers.parts() > 1 || source.start > body.start;
            !name.is_empty() && name.len() < 160 && sure
        })
    };
    // An abbreviated journal looks like a name.
    let named = name_lists::leading(text, source).and_then(|(names, from)| {
        let venue = fits(part(text, source, from, source.len()))?;
        draft.add_names(&names);
        Some(venue)
    });
    let Some(venue) = named.or_else(|| fits(source)) else {
        return false;
    };
    venue.add_to(text, draft);
    if let Some(doi) = doi_in(words) {
        draft.add_first(Field::Doi, part(text, line, doi.start, doi.end));
    }
    if let Some(at) = position(words, "PMID:") {
        let rest = part(text, line, at + 5, words.len());
        let digits = rest.of(text).bytes().take_while(u8::is_ascii_digit).count();
        draft.add_first(
            Field::Pmid,
            trim_by(text, part(text, rest, 0, digits), char::is_whitespace),
        );
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;

    #[test]
    fn titles_above_their_journals_are_works_and_other_lines_are_none() {
        let page = "Peer support in Swabia: first steps.\nFlammer E, Hirsch S. Psychiatr Prax. 2016 May;43(4):188-90. doi: 10.1055/s-0034-1387407. PMID: 25588152 German.\nSee all similar articles\nDiary or letter? A comparison\n2019, Psychiatry Research\nShow abstract\nBright light on the ward: a pilot.\n病房的强光：一项试点研究。\nJ Am Geriatr Soc. 2016 Mar;64(3):e22-4.\nVoisiner en ligne\nClaire Ollivier-Ngo\nDans Sociologie 2017/2 (Vol. 8), pages 151 à 168\nFire and Kin: Hearths of the Alps\nArticle\nJan 2021\nALPINE STUD\nAna de la Calle\nLars Nørgård\nView\nWalking with dogs in four valleys\nArticle Open access 06 May 2020\nWho feeds the dogs? Chores and carers\nChapter © 2017\nTerms and conditions of the site\nPrivacy\n";
        let all = lines(page, Span::new(0, page.len()));
        let found = entries(page, &all, Role::Related);
        let value = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        let titles: Vec<&str> = (0..found.len()).map(|n| value(n, Field::Title)).collect();
        assert_eq!(
            titles,
            [
                "Peer support in Swabia: first steps.",
                "Diary or letter? A comparison",
                "Bright light on the ward: a pilot.",
                "Voisiner en ligne",
                "Fire and Kin: Hearths of the Alps",
                "Walking with dogs in four valleys",
                "Who feeds the dogs? Chores and carers",
            ]
        );
        assert_eq!(value(0, Field::JournalTitle), "Psychiatr Prax");
        assert_eq!(value(0, Field::Pmid), "25588152");
        assert_eq!(value(1, Field::JournalTitle), "Psychiatry Research");
        assert_eq!(value(2, Field::Pages), "e22-4");
        assert_eq!(value(3, Field::JournalTitle), "Sociologie");
        assert_eq!(found[4].all(Field::Author).count(), 2);
        assert_eq!(value(4, Field::JournalTitle), "ALPINE STUD");
        assert_eq!(value(6, Field::Date), "2017");
    }
}

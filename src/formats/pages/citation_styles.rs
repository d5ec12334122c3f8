//! One function a citation style: whether the text is of that style, and if so its parts.

use super::citation::Citation;
use super::citation_books::house;
use super::lines::{has_wide, is_wide, is_year, part, trim, trim_by};
use super::name_lists;
use super::names::NameList;
use super::needles::position;
use super::numbers::numbers;
use super::venue::{journal, type_mark};
use crate::source::Span;

/// `A,B.Title[J].Journal,2021,36(09):78-81.`
pub(super) fn by_type_mark(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some((at, inside, end)) = type_mark(words) else {
        return false;
    };
    out.mark = part(
        text,
        body,
        inside,
        inside
            + words[inside..]
                .bytes()
                .take_while(u8::is_ascii_uppercase)
                .count(),
    );
    let head = part(text, body, 0, at);
    names_and_title(text, head, out);
    let tail = trim_by(text, part(text, body, end, words.len()), |c| {
        matches!(c, '.' | ',' | '．' | '，' | '。' | '/') || c.is_whitespace()
    });
    out.numbers = numbers(text, tail);
    let before = Span::new(
        tail.start as usize,
        out.numbers.run.start.max(tail.start) as usize,
    );
    let before = if out.numbers.parts() == 0 {
        tail
    } else {
        before
    };
    if matches!(out.mark.of(text), "M" | "D" | "C" | "G" | "R" | "S" | "Z") {
        let imprint = trim_by(text, before, |c| {
            c.is_whitespace() || matches!(c, ',' | '，' | '.' | '．' | ':' | '：')
        });
        let words = imprint.of(text);
        // `北京：中华书局`, perhaps after a sentence on the translator.
        let colon = words.rfind([':', '：']);
        let from = words[..colon.unwrap_or(0)]
            .rfind(['.', '．', '。'])
            .map_or(0, |at| {
                at + words[at..].chars().next().map_or(1, char::len_utf8)
            });
        if let Some(colon) = colon {
            let width = words[colon..].chars().next().map_or(1, char::len_utf8);
            out.place = part(text, imprint, from, colon);
            out.publisher = part(text, imprint, colon + width, words.len());
        } else {
            out.publisher = imprint;
        }
        if words.chars().filter(|c| c.is_alphabetic()).count() == 0 {
            out.publisher = Span::default();
        }
        out.numbers.volume = Span::default();
        out.numbers.issue = Span::default();
    } else {
        out.container = journal(text, before);
    }
    true
}

/// Authors up to a stop, then the title.
fn names_and_title(text: &str, head: Span, out: &mut Citation) {
    if let Some((found, end)) = name_lists::leading(text, head) {
        out.authors = found;
        out.title = part(text, head, end, head.len());
        return;
    }
    let words = head.of(text);
    let stop = words.char_indices().find(|(at, c)| {
        matches!(c, '.' | '．' | '。')
            && *at > 3
            && !words[..*at].ends_with(|l: char| l.is_uppercase())
    });
    if let Some((at, c)) = stop
        && let Some(found) = name_lists::list(text, part(text, head, 0, at))
    {
        out.authors = found;
        out.title = part(text, head, at + c.len_utf8(), words.len());
        return;
    }
    // `WHO.Mental health atlas[EB/OL]`
    if let Some((body, _)) = words.split_once(['.', '．'])
        && (2..=10).contains(&body.len())
        && body.bytes().all(|b| b.is_ascii_uppercase())
    {
        out.authors.names = vec![part(text, head, 0, body.len())];
        out.title = part(text, head, body.len(), words.len());
        return;
    }
    out.title = head;
}

/// `Фам И. О. Title // Journal. 2013. Т. 6, № 44. С. 1–9`
pub(super) fn by_slashes(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(at) = position(words, " // ")
        .or_else(|| position(words, " //"))
        .or_else(|| tight_slashes(words))
    else {
        return false;
    };
    let head = part(text, body, 0, at);
    let tail = trim_by(text, part(text, body, at, words.len()), |c| {
        c == '/' || c.is_whitespace()
    });
    out.numbers = numbers(text, tail);
    if out.numbers.parts() == 0 {
        return false;
    }
    let run = out.numbers.run.start;
    out.container = journal(text, Span::new(tail.start as usize, run as usize));
    // `Флора Карелии. Петрозаводск, 2007`: a comma stands between a town and its year.
    let comma = text
        .get(out.container.end as usize..run as usize)
        .is_some_and(|gap| gap.trim() == ",");
    if comma
        && out.numbers.volume.is_empty()
        && let Some((name, town)) = out.container.of(text).rsplit_once(". ")
        && !town.contains([' ', ':', '/'])
        && town.chars().count() > 3
        && town.starts_with(char::is_uppercase)
    {
        let (name, whole) = (name.len(), out.container);
        out.place = part(text, whole, name + 2, whole.len());
        out.container = part(text, whole, 0, name);
    }
    // `Сборник / под ред. Е. Д. Хомской. М.: Питер`: who edited the book, and its house.
    if let Some(slash) = out.container.of(text).find(" / ") {
        let rest = part(text, out.container, slash + 3, out.container.len());
        out.container = part(text, out.container, 0, slash);
        let words = rest.of(text);
        if let Some(colon) = words.rfind(": ").or_else(|| words.rfind(':'))
            && let Some(town) = words[..colon].trim_end().trim_end_matches('.').rfind(". ")
        {
            out.place = part(text, rest, town + 2, colon);
            out.publisher = trim_by(text, part(text, rest, colon + 1, words.len()), |c| {
                c.is_whitespace() || matches!(c, ',' | '.')
            });
        }
    }
    names_and_title(text, head, out);
    // `Title / А. Р. Лурия, О. С. Виноградова` repeats the authors, and may name more.
    if let Some(slash) = out.title.of(text).rfind(" / ") {
        let again = part(text, out.title, slash + 3, out.title.len());
        out.title = part(text, out.title, 0, slash);
        let all = name_lists::list(text, again).unwrap_or_default();
        if all.names.len() > out.authors.names.len() {
            out.authors = all;
        }
    }
    without_medium(text, out);
    true
}

/// Where `//` stands behind a word of the title with no space: `бурлаков//История СССР. -1991.`
fn tight_slashes(words: &str) -> Option<usize> {
    let at = position(words, "//")?;
    let before = words[..at].chars().next_back()?;
    let cyrillic = |c: char| matches!(c, '\u{400}'..='\u{4ff}');
    let behind = words[at + 2..].trim_start().chars().next()?;
    (cyrillic(before) || matches!(before, ')' | '.' | '?' | '»'))
        .then_some(at)
        .filter(|_| behind.is_uppercase())
}

/// A title without `[Электронный ресурс]` behind it, and without the mark of a cut list before it.
fn without_medium(text: &str, out: &mut Citation) {
    let words = out.title.of(text);
    let rest = words
        .strip_prefix("[и др.]")
        .or_else(|| words.strip_prefix("и др.]"))
        .or_else(|| words.strip_prefix("[та ін.]"));
    if let Some(rest) = rest {
        let cut = words.len() - rest.len();
        out.authors.cut = part(text, out.title, 0, cut);
        out.title = part(text, out.title, cut, words.len());
    }
    let words = out.title.of(text);
    if let Some(at) = words
        .rfind(" [")
        .filter(|at| *at > 0 && words.ends_with(']'))
    {
        let medium = words[at..].to_lowercase();
        if medium.contains("ресурс") || medium.contains("electronic") {
            out.title = part(text, out.title, 0, at);
        }
    }
}

/// Full names up to the first stop, where the numbers behind leave no doubt.
fn full_names(text: &str, body: Span) -> Option<(NameList, usize)> {
    let words = body.of(text);
    let stop = position(words, ". ")
        .filter(|at| *at < 1000 && !words[..*at].ends_with(char::is_uppercase))?;
    let found = name_lists::list(text, part(text, body, 0, stop))?;
    let sure = numbers(text, body).parts() >= 3;
    sure.then_some((found, stop + 1))
}

/// `Names. Title. Journal. 2014;65(4):429–41.` and its kin.
pub(super) fn by_sentences(text: &str, body: Span, out: &mut Citation) -> bool {
    let Some((authors, end)) = name_lists::leading(text, body).or_else(|| full_names(text, body))
    else {
        return false;
    };
    let mut rest = part(text, body, end, body.len());
    // A year may stand between the names and the title.
    let head = rest.of(text).get(..4).unwrap_or_default();
    let mut year = Span::default();
    if is_year(head) && rest.of(text)[4..].starts_with(['.', ',', ' ']) {
        year = part(text, rest, 0, 4);
        rest = trim_by(text, part(text, rest, 4, rest.len()), |c| {
            matches!(c, '.' | ',' | ' ')
        });
    }
    out.numbers = numbers(text, rest);
    let run = out.numbers.run;
    if !year.is_empty() {
        out.numbers.year = year;
    }
    if out.numbers.year.is_empty() {
        return false;
    }
    out.authors = authors;
    let before = Span::new(rest.start as usize, run.start.max(rest.start) as usize);
    (out.title, out.container) = title_and_container(text, trim(text, before));
    if out.numbers.parts() == 1 {
        house(text, out);
    }
    !out.title.is_empty()
}

/// Whether the words are those of an abbreviated journal: few, and short, all with capitals.
fn is_cut(words: &str) -> bool {
    let mut all = words.split([' ', '.']).filter(|word| !word.is_empty());
    let fits = |word: &str| {
        word.starts_with(char::is_uppercase) && word.chars().count() <= 9
            || matches!(word, "of" | "and" | "&" | "for")
    };
    let count = words
        .split([' ', '.'])
        .filter(|word| !word.is_empty())
        .count();
    (1..=5).contains(&count) && all.all(fits)
}

/// Whether a stop stands behind the number of an edition: `2. Aufl.`, `5. ed.`
fn counts(words: &str, at: usize) -> bool {
    let digits = words[..at]
        .bytes()
        .rev()
        .take_while(u8::is_ascii_digit)
        .count();
    let behind = words[at + 1..].trim_start();
    (1..=2).contains(&digits)
        && [
            "Aufl", "ed.", "ed,", "edn", "edição", "edición", "baskı", "изд", "wyd", "vyd",
        ]
        .iter()
        .any(|word| behind.starts_with(word))
}

/// Cuts `Title. Journal` at the stop after the title: the last one whose word before it is no
/// abbreviation, as `Tech. J.` are.
pub(super) fn title_and_container(text: &str, span: Span) -> (Span, Span) {
    let span = trim_by(text, span, |c| {
        c.is_whitespace() || matches!(c, ',' | ';' | '(' | '（')
    });
    let words = span.of(text);
    let inner = words.trim_end_matches(['.', ' ', '．']);
    let mut depth = 0_usize;
    let stops: Vec<(usize, usize)> = inner
        .char_indices()
        .filter(|(at, c)| {
            match c {
                '(' | '[' | '（' => depth += 1,
                ')' | ']' | '）' => depth = depth.saturating_sub(1),
                _ => {}
            }
            if depth > 0 || *c == '.' && counts(inner, *at) {
                return false;
            }
            let after = inner[at + c.len_utf8()..].chars().next();
            match c {
                '.' | '?' | '!' => {
                    after.is_some_and(|n| n.is_whitespace() || (is_wide(n) && *c == '.'))
                }
                '．' | '。' => true,
                _ => false,
            }
        })
        .map(|(at, c)| (at, at + c.len_utf8()))
        .collect();
    let mut chosen = None;
    for (n, &(at, end)) in stops.iter().enumerate().rev() {
        chosen = Some((at, end));
        let before = &inner[..at];
        let word = before.rsplit([' ', '.', '(']).next().unwrap_or("");
        let short = word.chars().count() <= 6
            && word.starts_with(char::is_uppercase)
            && !has_wide(word)
            && (word.chars().count() <= 4 || inner[end..].split_whitespace().count() <= 3);
        let initial = inner.as_bytes().get(at) == Some(&b'.');
        // `… methodology. Perspect. Psychol. Sci.`: words cut short, between two stops.
        let from = n.checked_sub(1).and_then(|n| stops.get(n));
        let cut = from.is_some_and(|&(_, from)| {
            is_cut(&inner[from..at]) && is_cut(inner[end..].trim_end_matches('.'))
        });
        if !((short || cut) && initial) {
            break;
        }
    }
    match chosen {
        Some((at, end)) => {
            let keep = if inner[at..end].starts_with(['?', '!']) {
                end
            } else {
                at
            };
            let container = journal(text, part(text, span, end, words.len()));
            (part(text, span, 0, keep), container)
        }
        None => (part(text, span, 0, inner.len()), Span::default()),
    }
}

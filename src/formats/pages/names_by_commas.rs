//! Names parted by commas and conjunctions, where a comma may also stand inside a name.

use super::lines::{has_wide, is_letter, part};
use super::name_marks::{bare, without_reference};
use super::name_parts::{is_degree, without_degrees};
use super::name_separators::cut_at;
use super::name_shape::{is_group, is_initials, is_name};
use super::name_words::{BEFORE_LAST, CONJUNCTIONS};
use super::needles::Bytes;
use crate::source::Span;

/// What begins commas, dots and conjunctions, and brackets.
static COMMAS: Bytes = Bytes::of(b"()[]\xef, ;\xe2");

/// Splits at commas and conjunctions, keeping `Family, Given` together.
pub(super) fn by_commas(text: &str, region: Span, listed: bool, out: &mut Vec<Span>) {
    let region = without_reference(text, region);
    let alone = listed && region.of(text).matches(',').count() == 1;
    // `Tse, S (Tse, Samson)` says the name in full.
    let whole = region.of(text);
    if let Some(inner) = whole.strip_suffix(')')
        && let Some(open) = whole.find('(')
    {
        let inside = part(text, region, open + 1, inner.len());
        if inside.of(text).contains(',') && is_name(inside.of(text)) {
            out.push(inside);
            return;
        }
    }
    let pieces: Vec<(Span, bool)> = cut_at(text, region, &COMMAS, |rest| {
        if rest.starts_with([',', '，', '…']) {
            return rest.chars().next().map(char::len_utf8);
        }
        if !rest.starts_with([' ', ';']) {
            return None;
        }
        let next = rest.as_bytes().get(1);
        CONJUNCTIONS
            .iter()
            .find(|word| word.as_bytes().get(1) == next && rest.starts_with(**word))
            // `Antônia do Nascimento Sá e Sousa` is one name.
            .filter(|word| {
                let next = rest[word.len()..].split([',', ';']).next().unwrap_or("");
                word.len() > 3
                    || **word == " & "
                    || next.trim().contains(' ')
                    || rest[word.len()..].contains(',')
            })
            // So is `Ortiz y Pino, C.` between semicolons.
            .filter(|word| !alone || word.len() > 3 || **word == " & ")
            // `P. von und zu Aufseß`
            .filter(|word| **word != " und " || !rest[word.len()..].starts_with("zu "))
            .map(|word| word.len() - 1)
    })
    .into_iter()
    .enumerate()
    .map(|(at, (piece, strong))| {
        let piece = if at > 0 {
            after_conjunction(text, piece)
        } else {
            piece
        };
        (without_degrees(text, bare(text, piece)), strong)
    })
    .filter(|(piece, _)| piece.of(text).chars().any(is_letter))
    .filter(|(piece, _)| !is_degree(piece.of(text)))
    .collect();
    let wide = has_wide(region.of(text));
    if let ([(piece, _)], false) = (pieces.as_slice(), wide) {
        out.push(without_article(text, *piece));
        return;
    }
    let pieces = with_double_families(text, pieces);
    let words = |n: usize| {
        pieces
            .get(n)
            .map_or(0, |p| p.0.of(text).split_whitespace().count())
    };
    let initials = |n: usize| pieces.get(n).is_some_and(|p| is_initials(p.0.of(text)));
    // All names are inverted if initials follow the first comma; else only the first may be, as
    // `Schwartz, Robert, Ian Gregory` has it.
    // `WANG X,LI Y`: a name that has its initials needs none behind the comma.
    let complete = pieces.first().is_some_and(|p| {
        let words = p.0.of(text).rsplit_once(' ');
        words.is_some_and(|(family, given)| {
            family.chars().count() > 1 && !given.contains('.') && is_initials(given)
        })
    });
    // `C de Souza, B E`: a name with its initials before it needs none behind the comma either.
    let complete = complete
        || pieces.first().is_some_and(|p| {
            p.0.of(text).split_once(' ').is_some_and(|(given, family)| {
                given != "O"
                    && given.chars().count() <= 2
                    && is_initials(given)
                    && family.contains(char::is_lowercase)
                    && !family.ends_with(char::is_uppercase)
            })
        });
    // `Lindqvist, Bo, Jr.`: the suffix is no name.
    let suffixed =
        pieces.len() == 3 && matches!(pieces[2].0.of(text), "Jr." | "Jr" | "Sr." | "II" | "III");
    // `LAKOFF, George ve JOHNSON, Mark`: so does a conjunction before the last pair.
    let count = pieces.len();
    let paired = count >= 4
        && count.is_multiple_of(2)
        && pieces.get(count - 2).is_some_and(|p| p.1)
        && pieces.get(count - 1).is_some_and(|p| !p.1)
        && (0..count).all(|n| words(n) <= 2)
        && (0..count).step_by(2).any(|n| words(n) == 1);
    let inverted = !wide && (initials(1) && !initials(0) && !complete || paired);
    let first = !wide && !inverted && alone && pieces.len() == 2
        || !wide
            && !inverted
            && pieces.get(1).is_some_and(|p| p.1 == (pieces.len() < 2))
            && (words(0) == 1 || (words(0) == 2 && words(1) == 1))
            && (pieces.len() == 2 || words(2) >= 2 || suffixed);
    let mut at = 0;
    while let Some(&(piece, _)) = pieces.get(at) {
        let next = pieces.get(at + 1);
        let group = is_group(piece.of(text));
        // `Rahayu, S., Suharto, Al Anshori, A.`: a name of one word has nothing behind the comma.
        let mononym =
            initials(1) && words(at) == 1 && !initials(at + 1) && initials(at + 2) && !paired;
        let pair = !group && !mononym && next.is_some() && (inverted || (first && at == 0));
        let suffix = |n: usize| {
            pieces.get(n).is_some_and(|p| {
                matches!(
                    p.0.of(text),
                    "Jr." | "Jr" | "Sr." | "Sr" | "II" | "III" | "IV"
                )
            })
        };
        let mut last = at + usize::from(pair);
        if suffix(last + 1) {
            last += 1;
        }
        let end = pieces.get(last).map_or(piece.end, |p| p.0.end);
        let piece = without_article(text, piece);
        if piece.of(text).split_whitespace().count() >= 2 && last == at && wide {
            spaced(text, piece, out);
        } else {
            out.push(Span {
                start: piece.start,
                end,
            });
        }
        at = last + 1;
    }
}

/// `the WAIT investigators` without the article.
fn without_article(text: &str, piece: Span) -> Span {
    match piece.of(text).strip_prefix("the ") {
        Some(body) if is_group(piece.of(text)) => {
            part(text, piece, piece.len() - body.len(), piece.len())
        }
        _ => piece,
    }
}

/// The pieces, with `Ana de Souza`, `Silva`, `João Sá` back at two: before the last name alone would
/// the conjunction part names that are all given first.
fn with_double_families(text: &str, pieces: Vec<(Span, bool)>) -> Vec<(Span, bool)> {
    let words = |piece: &(Span, bool)| piece.0.of(text).split_whitespace().count();
    let lone = |n: usize| {
        let (Some(before), Some(piece)) = (pieces.get(n - 1), pieces.get(n)) else {
            return false;
        };
        let gap = text
            .get(before.0.end as usize..piece.0.start as usize)
            .unwrap_or_default();
        words(piece) == 1 && matches!(gap.trim(), "e" | "y")
    };
    // In `Silva, João e Souza, Maria` families stand at even places.
    let Some(at) = (1..pieces.len()).step_by(2).find(|&n| lone(n)) else {
        return pieces;
    };
    let others = pieces.iter().enumerate().filter(|(n, _)| *n != at);
    if at + 1 >= pieces.len() || !others.clone().all(|(_, piece)| words(piece) >= 2) {
        return pieces;
    }
    let mut out = pieces;
    let (last, _) = out.remove(at);
    if let Some(before) = out.get_mut(at - 1) {
        before.0.end = last.end;
    }
    out
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9fff}')
}

/// Chinese names with only spaces between them. Korean titles look the same, so are left.
fn spaced(text: &str, piece: Span, out: &mut Vec<Span>) {
    let words: Vec<&str> = piece.of(text).split_whitespace().collect();
    let length = |word: &str| word.chars().count();
    let fits = words
        .iter()
        .all(|w| (2..=4).contains(&length(w)) && w.chars().all(is_han));
    let two_halves = words.len() == 2 && words.iter().map(|w| length(w)).sum::<usize>() <= 6;
    if !fits || two_halves {
        out.push(piece);
        return;
    }
    let base = piece.of(text).as_ptr() as usize;
    for word in words {
        let at = word.as_ptr() as usize - base;
        out.push(part(text, piece, at, at + word.len()));
    }
}

/// A name without the word that joins it to those before: `i Hałyś` behind a comma.
fn after_conjunction(text: &str, piece: Span) -> Span {
    let words = piece.of(text).trim_start();
    let skipped = piece.len() - words.len();
    let lead = BEFORE_LAST.iter().find(|lead| {
        let rest = words.strip_prefix(**lead);
        rest.is_some_and(|rest| rest.starts_with(char::is_uppercase))
    });
    match lead {
        Some(lead) => part(text, piece, skipped + lead.len(), piece.len()),
        None => piece,
    }
}

//! Citation styles that put the title in quotation marks.

use super::citation::Citation;
use super::houses::is_town;
use super::lines::{is_year, part, trim_by};
use super::name_shape;
use super::names;
use super::needles::{holds, position};
use super::numbers::{Numbers, numbers};
use super::venue::journal;
use crate::source::Span;

/// A title in quotation marks.
pub(super) fn by_quotes(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let mut marks = [
        ('“', '”'),
        ('"', '"'),
        ('«', '»'),
        ('„', '“'),
        ('「', '」'),
        ('‘', '’'),
        ('\'', '\''),
    ];
    // The outer marks stand first.
    marks.sort_by_cached_key(|(open, _)| words.find(*open).unwrap_or(usize::MAX));
    for (open, close) in marks {
        let Some(from) = words.find(open) else {
            continue;
        };
        // An apostrophe is no quotation mark.
        if open == '\'' && !words[..from].ends_with([' ', '.', ',']) {
            continue;
        }
        let inside = from + open.len_utf8();
        // The mark that closes the title is the last one before the numbers begin to follow.
        let Some(to) = words[inside..].find(close).map(|n| n + inside) else {
            continue;
        };
        if to - inside < 4 || from > 1500 {
            continue;
        }
        if !ends_title(&words[inside..to], &words[to + close.len_utf8()..], close) {
            continue;
        }
        let tail = part(text, body, to + close.len_utf8(), words.len());
        out.numbers = numbers(text, tail);
        let before = part(text, body, 0, from);
        let (before, year) = without_year(text, before);
        if !year.is_empty() {
            out.numbers.year = year;
        }
        if out.numbers.year.is_empty() {
            out.numbers.year = year_behind(text, body);
        }
        if out.numbers.parts() == 0 {
            return false;
        }
        let before = trim_by(text, before, |c| {
            c.is_whitespace() || matches!(c, '（' | '(' | ',' | '，')
        });
        let authors = names::split(text, before);
        if !authors
            .names
            .iter()
            .all(|name| name_shape::is_name(name.of(text)))
        {
            return false;
        }
        let run = out.numbers.run;
        let container = if run.is_empty() {
            tail
        } else {
            Span::new(tail.start as usize, run.start.max(tail.start) as usize)
        };
        out.book = out.numbers.volume.is_empty()
            && [
                ", edited by ",
                ", ed. by ",
                ", ed. ",
                ", eds. ",
                ", a cura di ",
                ", sous la dir",
            ]
            .iter()
            .any(|role| container.of(text).contains(role));
        let edited = container;
        thesis_or_patent(text, tail, out);
        if !out.mark.is_empty() {
            out.title = part(text, body, inside, to);
            out.authors = authors;
            return true;
        }
        if out.book {
            // `edited by J. O'Neill, Berg`
            let words = edited.of(text).trim_end_matches([',', ' ', '.']);
            if let Some((_, imprint)) = words.rsplit_once(" (")
                && let Some((town, house)) = imprint.split_once(": ")
            {
                // `ed. J. O'Neill (Oxford: Berg`
                let from = words.len() - imprint.len();
                out.place = part(text, edited, from, from + town.len());
                let from = words.len() - house.len();
                out.publisher = part(text, edited, from, words.len());
            } else if let Some((_, house)) = words.rsplit_once(", ") {
                out.publisher = part(text, edited, words.len() - house.len(), words.len());
            }
        }
        out.title = part(text, body, inside, to);
        out.container = container_of(text, container);
        out.authors = authors;
        return true;
    }
    false
}

/// Whether a quotation that closes here is the whole title: a mark ends it, inside or outside. What
/// goes on in words is quoted within a title: `“Too far:” Distance as a reason`.
fn ends_title(inside: &str, rest: &str, close: char) -> bool {
    let marked = |c: char| matches!(c, ',' | '.' | ';' | '?' | '!' | ')' | '(' | '/');
    // `«Escuchar la papa»: sonidos del mercado`
    if rest.starts_with(':') && !inside.ends_with([',', '.']) {
        return false;
    }
    let led = ["in ", "In ", "vol", "[", "20", "19", "//", "—", "–"];
    matches!(close, '」' | '»' | '’' | '\'')
        || inside.ends_with([',', '.', '?', '!', '…'])
        || rest.trim_start().starts_with(marked)
        || led.iter().any(|lead| rest.trim_start().starts_with(lead))
        || rest.trim().is_empty()
}

/// `Ph.D. dissertation, Dept. Elect. Eng., Univ. Limerick, Ireland, 2011`, `U.S. Patent 3 624 125`.
fn thesis_or_patent(text: &str, tail: Span, out: &mut Citation) {
    let body = trim_by(text, tail, |c| {
        c.is_whitespace() || matches!(c, ',' | '.' | '(' | '[')
    });
    let words = body.of(text);
    let thesis = [
        "Ph.D.",
        "PhD ",
        "Ph. D.",
        "M.S. thesis",
        "M.Sc. thesis",
        "M.A. thesis",
        "Master's thesis",
        "Master thesis",
        "Doctoral diss",
        "Diss.",
        "Dissertation",
        "Thèse",
        "thèse",
        "Tesis",
        "Tese",
        "Doktora",
        "Unpublished doctoral",
    ];
    let patent = [
        "U.S. Patent",
        "US Patent",
        "Eur. Patent",
        "European Patent",
        "Patent ",
    ];
    if patent.iter().any(|word| words.starts_with(word)) {
        let end = position(words, "Patent").map_or(0, |at| at + "Patent".len());
        out.mark = part(text, body, 0, end);
    } else if thesis.iter().any(|word| words.starts_with(word)) {
        let end = words.find([',', ')']).unwrap_or(words.len());
        out.mark = part(text, body, 0, end);
        let school = words.split(", ").find(|piece| {
            [
                "Univ", "Institut", "College", "École", "Polytech", "ETH", "MIT",
            ]
            .iter()
            .any(|word| piece.starts_with(word) || holds(piece, " Univ"))
        });
        if let Some(school) = school {
            let at = school.as_ptr() as usize - words.as_ptr() as usize;
            out.publisher = part(text, body, at, at + school.len());
        }
    } else {
        return;
    }
    out.numbers = Numbers {
        year: out.numbers.year,
        ..Numbers::default()
    };
}

/// A year that stands behind an arXiv identifier after the body.
fn year_behind(text: &str, body: Span) -> Span {
    let rest = text.get(body.end as usize..).unwrap_or_default();
    let line = &rest[..rest.find('\n').unwrap_or(rest.len())];
    let line = line.trim_start();
    let Some(id) = line.strip_prefix("arXiv:") else {
        return Span::default();
    };
    let base = id.as_ptr() as usize - text.as_ptr() as usize;
    let words = id.split([' ', ',', '.', '(', ')', '[', ']']).skip(2);
    words
        .filter(|word| is_year(word))
        .map(|word| {
            let at = base + (word.as_ptr() as usize - id.as_ptr() as usize);
            Span::new(at, at + word.len())
        })
        .last()
        .unwrap_or_default()
}

/// The container of a quoted citation, without what follows it.
fn container_of(text: &str, span: Span) -> Span {
    let words = span.of(text);
    let end = [
        " [En ligne]",
        "[Online]",
        " [en ligne]",
        " [Электронный ресурс]",
        ", vol",
        " vol.",
        ", edited by ",
        ", ed. by ",
        ", ed. ",
        ", eds. ",
        ", translated by ",
        ", sous la dir",
        ", édité par ",
        ", herausgegeben von ",
        ", a cura di ",
    ]
    .iter()
    .filter_map(|mark| position(words, mark))
    .min()
    .unwrap_or(words.len());
    // `Proc. IEEE Conf. (UEMCON), New York, NY, USA`
    let meeting = ["Proc", "Conf", "Symp", "Workshop"]
        .iter()
        .any(|word| words[..end].contains(word));
    let town = words[..end]
        .match_indices(", ")
        .map(|(at, _)| at)
        .find(|at| {
            let piece = words[at + 2..end].split(',').next().unwrap_or_default();
            meeting && *at > 4 && is_town(piece.trim())
        });
    journal(text, part(text, span, 0, town.unwrap_or(end)))
}

/// A year that ends the text, in brackets or after a comma or stop, and the text before it.
fn without_year(text: &str, span: Span) -> (Span, Span) {
    let close =
        |c: char| c.is_whitespace() || matches!(c, ')' | '.' | ',' | ':' | '）' | '(' | '（');
    let body = trim_by(text, span, close);
    let words = body.of(text);
    let from = words.len().saturating_sub(4);
    if words.is_char_boundary(from) && is_year(&words[from..]) {
        let year = part(text, body, from, words.len());
        return (part(text, body, 0, from), year);
    }
    (span, Span::default())
}

//! Citation styles in which the year stands between the names and the title.

use super::citation::Citation;
use super::citation_books::{house, organisation};
use super::citation_styles::title_and_container;
use super::lines::{is_year, part, trim_by};
use super::name_shape;
use super::names;
use super::needles::{Needles, holds, position};
use super::numbers::{Numbers, numbers};
use super::venue::journal;
use crate::source::Span;

/// What opens brackets.
static OPEN: Needles = Needles::of(&["(", "（"]);

/// `Names (2017). Title. Journal, 5(1), 1–8.`
pub(super) fn by_year_after_names(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    for (at, width) in OPEN.each_in(words) {
        let inside = at + width;
        let year = words.get(inside..inside + 4).unwrap_or_default();
        let unprinted = [
            "in press)",
            "n.d.)",
            "forthcoming)",
            "im Druck)",
            "en prensa)",
            "s.f.)",
            "no prelo)",
            "à paraître)",
            "o. J.)",
            "baskıda)",
        ]
        .iter()
        .any(|word| words[inside..].starts_with(word));
        if !(is_year(year) || unprinted && holds(&words[inside..], "). ")) || at > 2500 {
            continue;
        }
        let Some(close) = words[inside..].find([')', '）']).map(|n| inside + n) else {
            continue;
        };
        let rest = words[close..]
            .chars()
            .next()
            .map_or(close, |c| close + c.len_utf8());
        let whole = part(text, body, 0, at);
        // `Specht, Thomas (Hrsg.) (2013)`
        let head = without_role(text, whole);
        out.edited = head != whole;
        let authors = names::split(text, head);
        let named = !authors.names.is_empty()
            && authors
                .names
                .iter()
                .all(|name| name_shape::is_name(name.of(text)));
        // Harvard style has no stop behind the year.
        let placed = words[rest..].starts_with(' ')
            && head.of(text).split(' ').count() >= 2
            && (holds(&words[rest..], ": ")
                || is_address(text.get(body.end as usize..).unwrap_or_default()));
        let sets_off = words[rest..].starts_with(['.', ',', ':']) || placed;
        let body_of = (!named && sets_off)
            .then(|| organisation(text, head))
            .flatten();
        let named = named || body_of.is_some();
        if close - inside > 30 || !named || head.of(text).contains(['“', '"', '«']) {
            return false;
        }
        out.authors = body_of.unwrap_or(authors);
        let tail = part(text, body, rest, words.len());
        if let Some(year) = Some(part(text, body, inside, inside + 4)).filter(|_| is_year(year))
            && within_edited(text, tail, out)
        {
            out.numbers.year = year;
            return true;
        }
        out.numbers = numbers(text, tail);
        // A lone number with words behind it is part of the title: `plan 2013–2020. Geneva: …`
        let behind = Span::new(
            out.numbers.run.end.max(tail.start) as usize,
            tail.end as usize,
        );
        let words_behind = behind.of(text).chars().filter(|c| c.is_alphabetic());
        if out.numbers.parts() <= 1 && words_behind.count() > 7 {
            out.numbers = Numbers::default();
        }
        let run = out.numbers.run;
        if is_year(year) {
            out.numbers.year = part(text, body, inside, inside + 4);
        }
        let before = if out.numbers.volume.is_empty()
            && out.numbers.pages.is_empty()
            && out.numbers.issue.is_empty()
        {
            tail
        } else {
            Span::new(tail.start as usize, run.start.max(tail.start) as usize)
        };
        let before = trim_by(text, before, |c| {
            c.is_whitespace() || matches!(c, '.' | ',' | ':' | '．')
        });
        (out.title, out.container) = title_and_container(text, before);
        if out.numbers.parts() == 1 {
            house(text, out);
        }
        return true;
    }
    false
}

/// `Waiting. In: O'Neill, J., van Dam, A. (eds) Time in the City. Series. Springer, Cham, pp 1–9`: the
/// chapter of an edited book.
fn within_edited(text: &str, tail: Span, out: &mut Citation) -> bool {
    let words = tail.of(text);
    let Some(cut) = position(words, ". In: ") else {
        return false;
    };
    let role = [
        "(eds) ", "(ed) ", "(eds.) ", "(ed.) ", "(Eds.) ", "(Hrsg.) ",
    ]
    .iter()
    .filter_map(|role| Some((position(&words[cut..], role)? + cut, role.len())))
    .min();
    let Some((role, width)) = role else {
        return false;
    };
    let rest = part(text, tail, role + width, words.len());
    let inner = rest.of(text);
    let found = numbers(text, rest);
    let end = position(inner, ". ").unwrap_or(inner.len());
    let title = part(text, tail, 0, cut);
    out.title = trim_by(text, title, |c| c.is_whitespace() || matches!(c, '.' | ','));
    out.container = trim_by(text, part(text, rest, 0, end), |c| matches!(c, '.' | ' '));
    out.numbers.pages = found.pages;
    out.book = true;
    // The house stands last, before the town and the pages.
    let last = inner
        .trim_end_matches(['.', ' '])
        .rfind(". ")
        .map_or(end, |at| at);
    let imprint = part(text, rest, (last + 2).min(inner.len()), inner.len());
    let house = imprint.of(text).split(", ").next().unwrap_or_default();
    out.publisher = part(text, imprint, 0, house.len());
    out.place = imprint
        .of(text)
        .split(", ")
        .nth(1)
        .filter(|town| town.chars().all(|c| c.is_alphabetic() || c == ' '))
        .map(|town| {
            let at = town.as_ptr() as usize - imprint.of(text).as_ptr() as usize;
            part(text, imprint, at, at + town.len())
        })
        .unwrap_or_default();
    !out.title.is_empty() && !out.container.is_empty()
}

/// Whether the words behind a citation are the address of a website.
pub(super) fn is_address(rest: &str) -> bool {
    ["Available", "http", "Retrieved"]
        .iter()
        .any(|lead| rest.trim_start().starts_with(lead))
}

/// Names without the word in brackets that says they are editors.
fn without_role(text: &str, head: Span) -> Span {
    let words = head.of(text);
    let roles = [
        "(Hrsg.)",
        "(Hg.)",
        "(Hgg.)",
        "(Ed.)",
        "(Eds.)",
        "(ed.)",
        "(eds.)",
        "(eds)",
        "(ed)",
        "(Comp.)",
        "(comp.)",
        "(Comps.)",
        "(Org.)",
        "(Orgs.)",
        "(org.)",
        "(Coord.)",
        "(Coords.)",
        "(coord.)",
        "(Dir.)",
        "(dir.)",
        "(Ed.),",
        "(Red.)",
        "(Haz.)",
        "(Edit.)",
        "(éd.)",
    ];
    let bare = words.trim_end_matches(['.', ',', ' ']);
    roles
        .iter()
        .find_map(|role| bare.strip_suffix(role))
        .map_or(head, |people| {
            trim_by(text, part(text, head, 0, people.len()), |c| {
                c.is_whitespace() || c == ','
            })
        })
}

/// The book before its editors, and the pages of the chapter at the end.
fn edited(text: &str, span: Span) -> Option<(Span, Span)> {
    let words = span.of(text);
    let role = ["(Eds.)", "(Ed.)", "(eds.)", "(ed.)"]
        .iter()
        .filter_map(|role| position(words, role))
        .min()?;
    let head = &words[..role];
    let book = head
        .match_indices(", ")
        .map(|(at, _)| at)
        .take(12)
        .find(|&at| {
            let people = names::split(text, part(text, span, at + 2, role));
            !people.names.is_empty()
                && people
                    .names
                    .iter()
                    .all(|name| name_shape::is_name(name.of(text)))
        })?;
    let behind = part(text, span, role + 6, words.len());
    let tail = behind.of(text);
    let last = tail.rfind(", ").map_or(0, |at| at + 2);
    let pages = numbers(text, part(text, behind, last, tail.len())).pages;
    Some((part(text, span, 0, book), pages))
}

/// `Jane Doe and John Smith. 2020. Title. In Proceedings (CHI '20). ACM, 1–13.`
pub(super) fn by_year_between_stops(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let bytes = words.as_bytes();
    for (at, stop) in memchr::memchr2_iter(b'.', b')', bytes)
        .filter(|at| bytes.get(at + 1) == Some(&b' '))
        .map(|at| (at, bytes[at]))
        .take(30)
    {
        let year = words.get(at + 2..at + 6).unwrap_or_default();
        if !is_year(year) {
            continue;
        }
        // `2003b.`, `1984–1992.`
        let rest = &words[at + 6..];
        let more = rest
            .find(['.', ' ', ','])
            .filter(|n| rest[*n..].starts_with('.'));
        let Some(more) = more.filter(|n| {
            let between = &rest[..*n];
            between.len() <= 1 && between.bytes().all(|b| b.is_ascii_lowercase())
                || between.strip_prefix(['-', '–']).is_some_and(is_year)
        }) else {
            continue;
        };
        // `Nora, P. (ed.)`
        let head = part(text, body, 0, at + 1);
        let role = head
            .of(text)
            .rfind(" (")
            .filter(|_| stop == b')')
            .filter(|open| {
                let inside = head.of(text)[*open + 2..].trim_end_matches([')', '.']);
                matches!(
                    inside.to_ascii_lowercase().as_str(),
                    "ed" | "eds" | "hrsg" | "hg" | "org" | "dir" | "coord" | "comp" | "éd"
                )
            });
        if stop == b')' && role.is_none() {
            continue;
        }
        let head = part(text, body, 0, role.unwrap_or(head.len()));
        let authors = names::split(text, head);
        let named = !authors.names.is_empty()
            && authors
                .names
                .iter()
                .all(|name| name_shape::is_name(name.of(text)));
        if !named {
            return false;
        }
        out.edited = role.is_some();
        let tail = part(text, body, at + 7 + more, words.len());
        let inside = tail.of(text);
        out.authors = authors;
        if let Some(cut) = position(inside, ". In ") {
            out.title = part(text, tail, 0, cut);
            let rest = part(text, tail, cut + 5, inside.len());
            // `In Usability Evaluation, P. W. Jordan and B. Thomas (Eds.). CRC Press, 189–194.`
            if let Some((book, pages)) = edited(text, rest) {
                out.container = book;
                out.numbers.pages = pages;
                out.numbers.year = part(text, body, at + 2, at + 6);
                out.book = true;
                return true;
            }
            let end = position(rest.of(text), ". ").unwrap_or(rest.len());
            out.container = journal(text, part(text, rest, 0, end));
            out.numbers.pages = numbers(text, part(text, rest, end, rest.len())).pages;
        } else if let Some(article) = position(inside, ", Article ") {
            // `Title. Proc. ACM Hum.-Comput. Interact. 5, CSCW1, Article 176 (April 2021), 29 pages.`
            let Some(cut) = position(inside, ". ")
                .or_else(|| position(inside, "? "))
                .filter(|cut| *cut + 2 < article)
            else {
                return false;
            };
            out.title = part(text, tail, 0, cut);
            let rest = part(text, tail, cut + 2, article);
            let end = rest
                .of(text)
                .find(|c: char| c.is_ascii_digit())
                .unwrap_or(rest.len());
            out.container = journal(text, part(text, rest, 0, end));
            let volume = part(text, rest, end, rest.len());
            let comma = volume.of(text).find(',').unwrap_or(volume.len());
            out.numbers.volume = part(text, volume, 0, comma);
            out.numbers.issue = part(text, volume, (comma + 1).min(volume.len()), volume.len());
            let number = part(text, tail, article + ", Article ".len(), inside.len());
            let digits = number
                .of(text)
                .find(|c: char| !c.is_alphanumeric())
                .unwrap_or(number.len());
            out.eid = part(text, number, 0, digits);
        } else {
            out.numbers = numbers(text, tail);
            // A lone number with words behind it is part of the title.
            let from = out.numbers.run.end.max(tail.start) as usize;
            let behind = text.get(from..tail.end as usize).unwrap_or_default();
            if out.numbers.pages.is_empty()
                && behind.chars().filter(|c| c.is_alphabetic()).count() > 7
            {
                out.numbers = Numbers::default();
            }
            let to = if out.numbers.parts() == 0 {
                tail.end
            } else {
                out.numbers.run.start
            };
            let before = Span::new(tail.start as usize, to.max(tail.start) as usize);
            (out.title, out.container) = title_and_container(text, before);
            if out.numbers.parts() == 0 {
                house(text, out);
            }
        }
        out.numbers.year = part(text, body, at + 2, at + 6);
        return true;
    }
    false
}

//! Lines of a page that name its journal and numbers without a label.

use super::citation::citation;
use super::journal_lines;
use super::lines::{part, trim_by};
use super::name_lists;
use super::needles::{holds, position};
use super::numbers::numbers;
use super::venue::{self, Venue};
use super::volume_cards::is_volume;
use super::work::Work;
use crate::model::Field;
use crate::source::Span;

/// A line of a journal and its numbers, or of numbers below the journal.
pub(super) fn venue_line(text: &str, line: Span, work: &mut Work) -> bool {
    let words = line.of(text);
    let end = ["doi", "http", "Epub", "Cite this article"]
        .iter()
        .filter_map(|tail| super::needles::find(words, tail))
        .chain(position(words, " | Received"))
        .chain(issn_at(words))
        .min()
        .unwrap_or(words.len());
    let mark = |c: char| c.is_whitespace() || matches!(c, '.' | ';' | ',' | ':' | '|' | '·');
    let body = trim_by(text, part(text, line, 0, end), mark);
    let body = venue::without_page_count(text, body);
    let found = numbers(text, body);
    let alone = found.run.start <= body.start + 3 && found.run.len() + 2 >= body.len();
    if alone && found.parts() >= 2 && !(found.volume.is_empty() && found.issue.is_empty()) {
        let journal = if work.year_above {
            Span::default()
        } else {
            journal_above(text, &work.free, words)
        };
        if work.year_above {
            found.add_to(text, &mut work.draft);
            return true;
        }
        // `第22卷第5期`: the journal stands elsewhere.
        let wide = words.contains(super::lines::is_wide);
        // `Volume 63, Issue 2`
        let both = super::needles::starts_with(words, "vol")
            && !found.volume.is_empty()
            && !found.issue.is_empty();
        if found.parts() >= 3 || wide || both || !journal.is_empty() {
            work.venues.push(Venue {
                journal,
                numbers: found,
            });
            return true;
        }
    }
    let heads = ["pages ", "page ", "volume ", "issue "];
    let named = heads
        .iter()
        .any(|head| super::needles::starts_with(words, head));
    let told = !found.pages.is_empty() || named && found.year.is_empty();
    if alone && (work.year_above || named) && found.parts() == 1 && told {
        found.add_to(text, &mut work.draft);
        return true;
    }
    if alone
        && found.parts() == 1
        && !found.year.is_empty()
        && words.chars().any(char::is_alphabetic)
    {
        // `August 2017`
        work.late.push(body);
        return true;
    }
    let ends = found.run.end + 1 >= body.end;
    let name = venue::journal(
        text,
        Span::new(
            body.start as usize,
            found.run.start.max(body.start) as usize,
        ),
    );
    let bracketed = !found.volume.is_empty() && !found.issue.is_empty() && found.year.is_empty();
    let read = venue::read(text, body)
        .filter(|v| v.numbers.parts() >= 3)
        .or_else(|| {
            let short = words.len() < 120 && name.of(text).split(' ').count() <= 9;
            let fits = (bracketed && ends && short)
                || !found.volume.is_empty() && !found.issue.is_empty() && !found.year.is_empty();
            fits.then_some(Venue {
                journal: name,
                numbers: found,
            })
        });
    let Some(venue) = read.filter(|v| !v.journal.is_empty() && v.journal.len() < 160) else {
        return false;
    };
    // `Yayımlandığı Sayı Yıl 2019`: a label, not a journal.
    // `Início / Arquivos / v. 12 n. 3 (2018)` is the way to the page.
    let venue = if venue.journal.of(text).contains(" / ") {
        Venue {
            journal: Span::default(),
            ..venue
        }
    } else {
        venue
    };
    let name = venue.journal.of(text);
    let label = name
        .rsplit(' ')
        .next()
        .is_some_and(|word| super::labels::lookup(word).is_some());
    let dative = venue::dans(text, venue.journal);
    if label && dative == venue.journal
        || name.contains(['>', '›', '@', '«', '“', '„'])
        || holds(name, "Impact Factor")
        || citation(text, line).is_some()
            // `S. Atl. j. ports vol.110 no.9 Walvis Bay Sep. 2014`
            && !(holds(words, " vol.") && holds(words, " no.") && !words.contains(','))
    {
        return false;
    }
    work.venues.push(Venue {
        journal: dative,
        ..venue
    });
    true
}

/// Where ` / 2005-3673(pISSN)` begins behind numbers.
fn issn_at(words: &str) -> Option<usize> {
    let open = position(words, "ISSN)").and_then(|at| words[..at].rfind('('))?;
    let from = open.checked_sub(9)?;
    let issn = words.get(from..open).is_some_and(venue::is_issn);
    let head = words.get(..from)?.trim_end_matches(['/', ' ', ',']);
    (issn && !head.is_empty()).then_some(head.len())
}

/// The heading of a journal right above its numbers: one line, or two in capitals.
pub(super) fn journal_above(text: &str, free: &[Span], numbers: &str) -> Span {
    let capitals = |span: &Span| {
        let words = span.of(text);
        words.chars().any(char::is_uppercase) && !words.chars().any(char::is_lowercase)
    };
    let Some(last) = free.last().filter(|last| last.len() < 120) else {
        return Span::default();
    };
    // `. 2020 Feb 27;382(9):e12.` and `Volume 20, Issue 3` have nothing but their journal above.
    let title_marks = last
        .of(text)
        .strip_prefix('《')
        .and_then(|rest| rest.strip_suffix('》'));
    if title_marks.is_some() {
        return venue::journal(text, *last);
    }
    let bound = numbers.starts_with(". ")
        || super::needles::starts_with(numbers, "vol")
        || super::needles::starts_with(numbers, "no. ")
        || numbers.starts_with("v.");
    let whole = super::needles::starts_with(numbers, "volume ")
        && super::needles::find(numbers, "issue").is_some()
        && (super::needles::find(numbers, "page").is_some() || is_volume(numbers))
        && !last.of(text).contains([',', ';', '.']);
    if whole
        // PubMed prints the stop that ends the journal before its date.
        || numbers.starts_with(". ")
        || (bound && name_lists::list(text, *last).is_none())
        || journal_lines::is_journal(last.of(text))
    {
        return venue::journal(text, *last);
    }
    if !capitals(last) || last.of(text).starts_with(|c: char| c.is_ascii_digit()) {
        return Span::default();
    }
    match free
        .get(free.len().wrapping_sub(2))
        .filter(|before| capitals(before) && last.start < before.end + 4)
    {
        Some(before) => Span {
            start: before.start,
            end: last.end,
        },
        None => *last,
    }
}

/// `Original Article Open access`, as it stands before `Published: 17 November 2018`.
fn is_kind_of_article(words: &str) -> bool {
    let kind = super::needles::find(words, "open access").map_or(words, |at| &words[..at]);
    super::noise::is_kind(kind) || kind.is_empty()
}

/// `Journal of Affective Disorders ( IF 4.9 ) Pub Date : 2022-03-15`
pub(super) fn journal_before_date(text: &str, before: Span, work: &mut Work) {
    let words = before.of(text);
    let factor = position(words, "( IF").or_else(|| position(words, "(IF"));
    let name = words.len() < 100
        && !words.bytes().any(|b| b.is_ascii_digit())
        && !words.contains([':', '|'])
        && !is_kind_of_article(words);
    let Some(at) = factor.or_else(|| name.then_some(words.len())) else {
        return;
    };
    work.draft
        .add_first(Field::JournalTitle, part(text, before, 0, at));
    work.free.pop();
}

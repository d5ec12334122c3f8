//! What a page says of its own work, line by line, before it is put together.

use super::abstract_heads::{heads_body, is_abstract_section, names_languages};
use super::citation::citation;
use super::fields;
use super::journal_lines;
use super::labelled::labels_of;
use super::labels::Label;
use super::lines::{after_mark, doi_in, part, trim_by};
use super::needles::holds;
use super::noise;
use super::numbers::{Numbers, numbers};
use super::open_label::Open;
use super::split_letters;
use super::stacked_source;
use super::venue::Venue;
use super::venue_lines::{journal_above, journal_before_date};
use super::work::{Work, free_line};
use crate::formats::Meaning;
use crate::model::Field;
use crate::source::Span;

/// Collects the fields of the page; a second title or arXiv identifier begins another work.
pub(super) fn works(text: &str, lines: &[Span]) -> Vec<Work> {
    let mut first = Work::default();
    let rest = split_letters::take(text, lines, &mut first.draft);
    // A running head in pieces says as much as labels do.
    first.labels += usize::from(rest.is_some());
    let lines = rest.as_deref().unwrap_or(lines);
    let stacked = stacked_source::find(text, lines);
    let mut places = 0..0;
    if let Some((venue, from, to)) = stacked {
        first.venues.push(venue);
        places = from..to;
    }
    let mut out = vec![first];
    let mut open: Option<Open> = None;
    for (at, &raw) in lines.iter().enumerate() {
        if places.contains(&at) {
            close(text, open.take(), &mut out);
            continue;
        }
        let raw = trim_by(text, raw, |c| c == '◽' || c.is_whitespace());
        let bullets = ['•', '·', '■', '●', '▪', '▶', '►', '◆', '○', '◦'];
        let marked = raw.of(text).starts_with(bullets) || raw.of(text).starts_with("ㅇ ");
        let (line, bullet) = if marked {
            after_mark(text, raw)
        } else {
            (raw, false)
        };
        let words = line.of(text);
        if words.is_empty() {
            if open.as_mut().is_some_and(Open::ends_at_blank) {
                close(text, open.take(), &mut out);
            }
            continue;
        }
        if let Some(journal) = journal_lines::before_buttons(text, line) {
            close(text, open.take(), &mut out);
            if let Some(work) = out.last_mut() {
                work.draft.add_first(Field::JournalTitle, journal);
            }
            continue;
        }
        let item = after_mark(text, line).0;
        if super::needles::starts_with(item.of(text), "arXiv:") && item.start > line.start {
            close(text, open.take(), &mut out);
            begin(&mut out);
            if let Some(work) = out.last_mut() {
                fields::arxiv(text, part(text, item, 6, item.len()), &mut work.draft);
                work.labels += 1;
            }
            continue;
        }
        // `[Submitted on 4 Jan 2023 (v1), last revised 2 Aug 2023]`
        if words.starts_with("[Submitted on ") || words.starts_with("(Submitted on ") {
            close(text, open.take(), &mut out);
            let end = words.find([',', '(', ')', ']']).filter(|at| *at > 14);
            let end = words[14..]
                .find([',', '(', ')', ']', ';'])
                .map_or(end, |n| Some(n + 14));
            if let Some(work) = out.last_mut() {
                let date = part(
                    text,
                    line,
                    "[Submitted on ".len(),
                    end.unwrap_or(words.len()),
                );
                work.late.push(date);
            }
            continue;
        }
        if let Some(rest) = words.strip_prefix("This article is a ")
            && rest.starts_with("preprint")
            && let Some(work) = out.last_mut()
            && work.draft.entry_type.is_empty()
        {
            let from = words.len() - rest.len();
            work.draft.entry_type = part(text, line, from, from + "preprint".len());
            close(text, open.take(), &mut out);
            continue;
        }
        // `Posted June 21, 2022.`
        if words.len() < 30
            && let Some(date) = words.strip_prefix("Posted ")
        {
            let date = part(text, line, words.len() - date.len(), words.len());
            let year = numbers(text, date).year;
            if let (false, Some(work)) = (year.is_empty(), out.last_mut()) {
                work.late.push(trim_by(text, date, |c| c == '.'));
                close(text, open.take(), &mut out);
                continue;
            }
        }
        if words == "出版信息"
            && let Some(work) = out.last_mut()
        {
            work.translated = true;
        }
        let reads_abstract = open
            .as_ref()
            .is_some_and(|open| open.label == Label::Abstract);
        let begun = open.as_ref().is_some_and(|open| !open.values.is_empty());
        if reads_abstract && begun && (heads_body(words) || names_languages(words)) {
            close(text, open.take(), &mut out);
            continue;
        }
        if reads_abstract && (is_abstract_section(words) || names_languages(words)) {
            continue;
        }
        if reads_abstract
            && words
                .split_once([':', '：'])
                .is_some_and(|(head, _)| is_abstract_section(head))
            && open.as_mut().is_some_and(|open| open.take(text, line))
        {
            continue;
        }
        // An identifier of a person stands between the names.
        if words.starts_with("http")
            && open
                .as_ref()
                .is_some_and(|open| open.label == Label::Author)
            && holds(words, "orcid.org/")
        {
            continue;
        }
        let (before, mut labels) = labels_of(text, line);
        // The DOI behind a citation is that of the work it cites.
        if !before.is_empty()
            && labels.iter().all(|found| found.label == Label::Doi)
            && citation(text, line)
                .is_some_and(|c| !c.authors.names.is_empty() && c.numbers.parts() >= 3)
        {
            labels.clear();
        }
        if !labels.is_empty() {
            close(text, open.take(), &mut out);
            // Where each line is a record, its names stand before its title.
            let whole = labels.len() > 2
                && labels.iter().any(|found| found.label == Label::Title)
                && out.last().is_some_and(|work| work.draft.has(Field::Title));
            if whole {
                begin(&mut out);
            }
            for found in labels {
                let repeats = found.label == Label::Title
                    && out.last().is_some_and(|work| work.draft.has(Field::Title));
                if repeats {
                    close(text, open.take(), &mut out);
                    begin(&mut out);
                }
                close(text, open.take(), &mut out);
                open = Some(Open {
                    // Below it stand the captions of figures.
                    single: words == "Abstract and Figures",
                    ..Open::new(found.label, found.value)
                });
                if let Some(work) = out.last_mut() {
                    work.labels += 1;
                    let headed = work.year_above || work.draft.has(Field::JournalTitle);
                    if found.label == Label::Volume && !headed {
                        let journal = journal_above(text, &work.free, "");
                        let numbers = Numbers::default();
                        work.venues.push(Venue { journal, numbers });
                    }
                }
            }
            if let (false, Some(work)) = (before.is_empty(), out.last_mut()) {
                free_line(text, before, work);
                if open
                    .as_ref()
                    .is_some_and(|open| matches!(open.label, Label::Doi | Label::Date))
                {
                    journal_before_date(text, before, work);
                }
            }
            continue;
        }
        if super::lines::is_year(words)
            && open.as_ref().is_none_or(|open| !open.values.is_empty())
            && heads_record(text, &lines[at + 1..])
        {
            close(text, open.take(), &mut out);
            if out
                .last()
                .is_some_and(|w| w.draft.has(Field::Author) || w.draft.has(Field::Date))
            {
                begin(&mut out);
            }
            if let Some(work) = out.last_mut() {
                work.draft.add_first(Field::Date, line);
                work.year_above = true;
            }
            continue;
        }
        // A year alone below the name of the journal.
        let below_journal = |open: &Open| open.label == Label::Journal && !open.values.is_empty();
        if super::lines::is_year(words) && open.as_ref().is_some_and(below_journal) {
            close(text, open.take(), &mut out);
        }
        if super::lines::is_year(words)
            && open.is_none()
            && let Some(work) = out.last_mut()
            && work
                .draft
                .first(Field::JournalTitle)
                .is_some_and(|journal| line.start < journal.end + 8)
        {
            work.late.push(line);
            continue;
        }
        if shows_all(words) {
            close(text, open.take(), &mut out);
            if let Some(work) = out.last_mut() {
                work.draft.mark(Meaning::AuthorsTruncated, line);
            }
            continue;
        }
        let number = words.bytes().any(|b| b.is_ascii_digit());
        let awaited = open.as_ref().is_some_and(|open| {
            (open.values.is_empty() && number && open.label != Label::Abstract)
                || (open.label == Label::Author && words.len() <= 2)
        });
        if let (Some(kind), Some(work)) = (noise::offered_kind(words), out.last_mut())
            && work.draft.entry_type.is_empty()
        {
            work.draft.entry_type = part(text, line, 0, kind);
        }
        if noise::is_noise(words) && !awaited {
            let goes_on = |open: &Open| {
                matches!(open.label, Label::Citation | Label::Abstract) && open.values.is_empty()
            };
            if !open.as_ref().is_some_and(goes_on) {
                close(text, open.take(), &mut out);
            }
            continue;
        }
        // A bullet begins an item that the label before it does not hold.
        let own = !bullet
            || open
                .as_ref()
                .is_some_and(|open| open.values.is_empty() || !open.inline && !open.blank);
        if !(own && open.as_mut().is_some_and(|open| open.take(text, line))) {
            close(text, open.take(), &mut out);
            if let Some(work) = out.last_mut() {
                free_line(text, line, work);
            }
        }
    }
    close(text, open.take(), &mut out);
    out
}

/// Gives what was collected under a label to the work.
fn close(text: &str, open: Option<Open>, out: &mut [Work]) {
    if let (Some(open), Some(work)) = (open, out.last_mut()) {
        open.close(text, work);
    }
}

/// Whether what follows a lone year belongs to a record that the year begins: its DOI, its
/// numbers, or its authors. Counts of a filter have only other counts below.
fn heads_record(text: &str, below: &[Span]) -> bool {
    let Some(next) = below.iter().find(|line| !line.is_empty()) else {
        return false;
    };
    let next = trim_by(text, *next, |c| c == '◽' || c.is_whitespace());
    let labels = labels_of(text, next).1;
    let labelled = labels.first().is_some_and(|found| match found.label {
        Label::Doi => doi_in(next.of(text)).is_some(),
        Label::Author => found.value.is_empty(),
        _ => false,
    });
    let words = next.of(text);
    let marked = ["Vol ", "Vol. ", "pp. "];
    labelled || marked.iter().any(|mark| words.starts_with(mark))
}

/// `Show all 17 authors`: the names above are not all.
fn shows_all(words: &str) -> bool {
    words.len() < 40
        && ["show all ", "view all ", "see all ", "show more "]
            .iter()
            .any(|head| super::needles::starts_with(words, head))
        && words.to_lowercase().contains("author")
}

fn begin(out: &mut Vec<Work>) {
    if out
        .last()
        .is_some_and(|work| !work.draft.is_empty() || work.labels > 0)
    {
        out.push(Work::default());
    }
}

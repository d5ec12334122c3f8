//! `pages-as-text`: page ranges in any of the ways they are printed.

use std::borrow::Cow;

use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Pages};
use crate::report::{Safety, Severity};

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "pages-as-text",
        summary: "Pages are not a plain range",
        why: "`165 / 187`, `pp. 139-54` and a spreadsheet's `06-Oct` are pages only to a reader. An \
              article number goes to a field of its own, a count of pages too. What is not \
              understood stays.",
        examples: &[
            ("pages = {165 / 187}", "pages = {165--187}"),
            ("pages = {e1138}", "eid = {e1138}"),
            ("pages = {Article 109005}", "eid = {109005}"),
            ("pages = {Cd002783}", "eid = {CD002783}"),
            ("pages = {215 p.}", "pagetotal = {215}"),
            ("pages = {w13210}", "eid = {w13210}"),
        ],
        sources: &[
            "biblatex manual 2.3.11 (page ranges)",
            "NLM Citing Medicine, location (pagination)",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::of(&[Field::Pages, Field::Eid, Field::PageTotal]),
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    let Some(text) = visit.plain(Field::Pages) else {
        return;
    };
    // As most pages are; neither an article number nor a count looks like that.
    if let Cow::Borrowed(text) = &text
        && let Some(pages) = Pages::plain(text)
    {
        visit.change_from(Field::Pages, pages, |text| {
            format!("'{text}' is not a plain range of pages")
        });
        return;
    }
    let text = text.into_owned();
    if let Some(eid) = article_number(&text) {
        move_to(visit, Field::Eid, eid, &text);
    } else if let Some(total) = count(&text) {
        move_to(visit, Field::PageTotal, total, &text);
    } else if let Some(pages) = Pages::parse(&text) {
        visit.change(Field::Pages, pages, || {
            format!("'{text}' is not a plain range of pages")
        });
    } else if let Some(pages) =
        Pages::parse(text.trim_matches(|c: char| !c.is_alphanumeric() && c != '+'))
    {
        visit.change(Field::Pages, pages, || {
            format!("'{text}' is not a plain range of pages")
        });
    } else if let Some(pages) = with_discussion(&text) {
        visit.change(Field::Pages, pages, || {
            format!("'{text}' is not a plain range of pages")
        });
    } else if is_number(&text) {
        move_to(visit, Field::Eid, text.clone(), &text);
    } else {
        // Where there is no digit, some other value has slipped in.
        let severity = if text.bytes().any(|b| b.is_ascii_digit()) {
            Severity::Note
        } else {
            Severity::Warning
        };
        visit.report(severity, Some(Field::Pages), || {
            format!("'{text}' is no range of pages and no known article number")
        });
    }
}

/// `749-53; discussion 753-4`: the pages of the discussion belong to the item.
fn with_discussion(text: &str) -> Option<Pages> {
    let words = ["discussion", "quiz", "author reply", "passim"];
    if !words.iter().any(|word| text.contains(word)) {
        return None;
    }
    let bare = words
        .iter()
        .fold(text.to_owned(), |text, word| text.replace(word, ""));
    let ranges: Vec<&str> = bare
        .split([';', ',', ':'])
        .map(str::trim)
        .filter(|range| !range.is_empty())
        .collect();
    Pages::parse(&ranges.join(", "))
}

/// A number, perhaps behind a letter: `382146`, `w13210`. No page has so many digits.
fn is_number(text: &str) -> bool {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    text.len() - digits.len() <= 1
        && !digits.is_empty()
        && digits.len() <= 9
        && digits.bytes().all(|b| b.is_ascii_digit())
}

fn move_to(visit: &mut Visit<'_>, field: Field, value: String, text: &str) {
    let known = visit.plain(field).map(|known| *known == value);
    if known == Some(false) {
        return;
    }
    let message = format!("'{text}' are no pages");
    visit.add_from(field, value, Field::Pages, || message.clone());
    visit.remove(Field::Pages, || message.clone());
}

const LABELS: &[&str] = &[
    "article number",
    "article no.",
    "article no",
    "article id",
    "article",
    "art. no.",
    "art. no",
    "art no.",
    "art no",
    "artn",
    "art.",
    "文章编号",
    "论文编号",
    "no.",
];

/// A number that stands for the article and no page.
fn article_number(text: &str) -> Option<String> {
    let text = text.trim_end_matches([',', '.', ' ', ';']);
    if text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    for label in LABELS {
        if let Some(head) = text.get(..label.len())
            && head.eq_ignore_ascii_case(label)
        {
            let number = text.get(label.len()..)?.trim_matches([' ', ':', '#', '：']);
            let whole = number.bytes().any(|b| b.is_ascii_digit())
                && !number.contains(' ')
                && !number.contains('-');
            return whole.then(|| number.to_owned());
        }
    }
    let letters = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (prefix, digits) = text.split_at(letters);
    if digits.is_empty() || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    match prefix {
        "e" | "E" if digits.len() >= 3 => Some(text.to_owned()),
        "CD" | "Cd" | "cd" if digits.len() == 6 => Some(format!("CD{digits}")),
        _ => None,
    }
}

/// `215 p`, `共6页`, `352 с.`: how many pages there are.
fn count(text: &str) -> Option<String> {
    let text = text.trim_end_matches('.').trim_end();
    if text.ends_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let rest = text.strip_prefix('共').unwrap_or(text);
    let number = [
        "p", "pp", "pages", "с", "页", "頁", "s", "S", "Seiten", "páginas", "стр",
    ]
    .iter()
    .find_map(|unit| rest.strip_suffix(unit))?;
    let spaced = number.ends_with(' ') || text.starts_with('共') || rest.ends_with('页');
    let number = number.trim_end();
    (spaced
        && !number.is_empty()
        && number.len() <= 5
        && number.bytes().all(|b| b.is_ascii_digit()))
    .then(|| number.to_owned())
}

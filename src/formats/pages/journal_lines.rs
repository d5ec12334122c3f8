//! Lines of a page that are the name of its journal.

use super::byline::is_body;
use super::lines::{is_wide, part};
use super::noise;
use crate::source::Span;

/// Whether a line is the name of a journal by its words.
pub(super) fn is_journal(words: &str) -> bool {
    let ends = [
        "杂志",
        "雜誌",
        "学报",
        "學報",
        "学刊",
        "論叢",
        "论丛",
        "通报",
        "会誌",
        "学会誌",
        "雑誌",
        "論文集",
        "학회지",
        "논문지",
        "논문집",
        "학술지",
    ];
    if words.ends_with(is_wide)
        && words.chars().count() < 40
        && ends.iter().any(|end| words.ends_with(end))
    {
        return true;
    }
    if words.split(' ').nth(9).is_some()
        || words.ends_with(['.', ':', '?'])
        || words.contains([':', ';', '|', '>'])
        || words.bytes().any(|b| b.is_ascii_digit())
    {
        return false;
    }
    let lower = words.to_lowercase();
    let lower = lower.strip_prefix("the ").unwrap_or(&lower);
    let begins = [
        "journal of ",
        "revista ",
        "annals of ",
        "archives of ",
        "transactions on ",
        "ieee transactions",
        "international journal of ",
        "european journal of ",
        "american journal of ",
        "british journal of ",
        "zeitschrift ",
        "acta ",
        "вестник ",
        "журнал ",
        "известия ",
        "dergisi ",
    ];
    begins.iter().any(|lead| lower.starts_with(lead)) || lower.ends_with(" journal")
}

/// The journal of a page by its words, where nothing names it.
pub(super) fn journal(text: &str, free: &[Span], twice: &[Span], title: Option<Span>) -> Span {
    let other = |line: &&Span| title.is_none_or(|title| title.of(text) != line.of(text));
    let all = || twice.iter().chain(free.iter().take(40)).filter(other);
    all()
        .find(|line| is_journal(line.of(text)))
        .or_else(|| {
            // Some print it twice, one line below the other.
            let twin = |line: &&Span| {
                free.iter().any(|held| {
                    let between = text.get(held.end as usize..line.start as usize);
                    held.of(text) == line.of(text)
                        && between.is_some_and(|gap| gap.trim().is_empty() && !gap.is_empty())
                })
            };
            twice.iter().filter(other).find(|line| {
                let words = line.of(text);
                words.len() < 120
                    && twin(line)
                    && words.starts_with(char::is_uppercase)
                    && !words.bytes().any(|b| b.is_ascii_digit())
                    && !noise::is_noise(words)
                    && super::labels::lookup(words).is_none()
                    && !is_body(words)
            })
        })
        .or_else(|| {
            // Some Chinese pages print it above and below its sponsor.
            twice.iter().filter(other).find(|line| {
                let words = line.of(text);
                let length = words.chars().count();
                (3..=20).contains(&length)
                    && words.chars().all(is_wide)
                    && !noise::is_noise(words)
                    && super::labels::lookup(words).is_none()
                    && !is_body(words)
            })
        })
        .copied()
        .unwrap_or_default()
}

/// The journal in `Der Anzeiger Aims and scope Submit manuscript`, as Springer prints it.
pub(super) fn before_buttons(text: &str, line: Span) -> Option<Span> {
    let words = line.of(text);
    let name = words
        .strip_suffix("Aims and scope Submit manuscript")?
        .trim_end();
    (name.len() >= 3 && name.len() < 120).then(|| part(text, line, 0, name.len()))
}

/// Whether `short` is `full` with its words cut and its particles left out.
pub(super) fn abbreviates(short: &str, full: &str) -> bool {
    let fold = |word: &str| word.trim_end_matches('.').to_lowercase();
    let mut words = full.split(' ').map(fold);
    let mut cut = false;
    let fits = short.split(' ').map(fold).all(|piece| {
        let found = words.find(|word| !piece.is_empty() && word.starts_with(&piece));
        cut |= found.as_ref().is_some_and(|word| word.len() > piece.len());
        found.is_some()
    });
    fits && cut && short.contains(' ') && full.len() < 120
}

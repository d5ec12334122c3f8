//! `authors-only-in-statements`: who wrote it, only those who cite it say.

use std::collections::BTreeMap;

use super::{Infer, Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{Field, Name, Names};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "authors-only-in-statements",
        summary: "The record has no authors, but citation statements name the first one",
        why: "Pages of citation indexes lose the authors, while most statements on them cite the \
              work as `Fan et al., 2019`. A family name found with the record's own year in more \
              than half of those that name anybody, and more often than any other, is taken for the first author. It \
              is only likely, so it needs `--infer all`.",
        examples: &[(
            "year = {2019}\nstatement = {Peers help (Fan et al., 2019).}\nstatement = {As Fan et al. (2019) found}",
            "author = {Fan and others}\nyear = {2019}\nstatement = {Peers help (Fan et al., 2019).}\nstatement = {As Fan et al. (2019) found}",
        )],
        sources: &["APA 7, 8.11 (author-date citations)"],
    },
    phase: Phase::Judge,
    reads: Reads::ALL,
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    if visit.record().statements.is_empty()
        || visit.record().has(Field::Author)
        || !visit.may_infer(Infer::All)
    {
        return;
    }
    let Some(year) = visit.record().year() else {
        return;
    };
    let year = year.to_string();
    let mut counts: BTreeMap<&str, (usize, bool)> = BTreeMap::new();
    // Statements that cite by number cannot name anybody and do not count.
    let mut total = 0;
    for statement in &visit.record().statements {
        let mut names = mentions(&statement.text, &year);
        names.sort_unstable();
        names.dedup_by_key(|(name, _)| *name);
        total += usize::from(!names.is_empty());
        for (name, others) in names {
            let count = counts.entry(name).or_default();
            count.0 += 1;
            count.1 |= others;
        }
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.sort_by_key(|(name, (count, _))| (std::cmp::Reverse(*count), *name));
    let Some(&(name, (count, others))) = ranked.first() else {
        return;
    };
    let clear = ranked.get(1).is_none_or(|(_, (second, _))| *second < count);
    if count * 2 <= total || !clear {
        return;
    }
    let names = Names {
        list: vec![Name {
            family: name.into(),
            ..Name::default()
        }],
        truncated: others,
    };
    visit.infer(Field::Author, names, Field::Date, || {
        format!("{count} of {total} statements cite the work by this name and year")
    });
}

/// The family names cited with `year` in a text, and whether others are said to follow.
fn mentions<'a>(text: &'a str, year: &str) -> Vec<(&'a str, bool)> {
    let mut found = Vec::new();
    for at in memchr::memmem::find_iter(text.as_bytes(), year.as_bytes()) {
        let Some(before) = text.get(..at) else {
            continue;
        };
        let before = before.trim_end_matches([' ', ',', '(', '[']);
        if let Some(mention) = name_before(before) {
            found.push(mention);
        }
    }
    found
}

fn name_before(text: &str) -> Option<(&str, bool)> {
    let mut rest = text;
    let mut others = false;
    for tail in [
        "et al.",
        "et al .",
        "et al",
        "and colleagues",
        "& colleagues",
        "and others",
    ] {
        if let Some(head) = rest.strip_suffix(tail) {
            rest = head.trim_end_matches([' ', ',']);
            others = true;
            break;
        }
    }
    let start = rest.rfind([' ', '(', '[', ';', '“', '"']).map_or(0, |at| {
        at + rest
            .get(at..)
            .and_then(|s| s.chars().next())
            .map_or(1, char::len_utf8)
    });
    let word = rest.get(start..)?;
    // `Smith and Jones, 2019`: the name wanted stands before the second one.
    let joint = rest.get(..start)?.trim_end();
    let (joint, word) = match joint
        .strip_suffix('&')
        .or_else(|| joint.strip_suffix(" and"))
    {
        Some(head) if !others => {
            let head = head.trim_end();
            let at = head.rfind([' ', '(', '[', ';']).map_or(0, |at| at + 1);
            (true, head.get(at..)?)
        }
        _ => (false, word),
    };
    let word = word.trim_matches(|c: char| !c.is_alphabetic());
    let sound = word.chars().count() > 1
        && word.starts_with(char::is_uppercase)
        && word.contains(char::is_lowercase)
        && word
            .chars()
            .all(|c| c.is_alphabetic() || c == '-' || c == '\'' || c == '’');
    sound.then_some((word, others || joint))
}

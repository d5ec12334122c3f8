//! `isbn-in-doi`: the DOI of a book holds its ISBN.

use super::{Infer, Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::model::{EntryType, Field, Text, Value, identifier};
use crate::report::Safety;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "isbn-in-doi",
        summary: "A book's DOI holds an ISBN that the record does not give",
        why: "Springer, Elsevier and Oxford build the DOI of a book or chapter from the ISBN. It is \
              taken over only if its check digit is right, and marked as worked out.",
        examples: &[
            (
                "@incollection\ndoi = {10.1007/978-3-642-33155-8_4}",
                "@incollection\ndoi = {10.1007/978-3-642-33155-8_4}\nisbn = {9783642331558}",
            ),
            (
                "@article\ndoi = {10.1007/s10597-020-00599-6}",
                "@article\ndoi = {10.1007/s10597-020-00599-6}",
            ),
        ],
        sources: &[
            "140 DOIs of books in public .bib files: the ISBN agrees in all",
            "ISO 2108 (ISBN)",
        ],
    },
    phase: Phase::Judge,
    reads: Reads::of(&[Field::JournalTitle, Field::Isbn, Field::Doi]),
    safety: Some(Safety::Unsafe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    if visit.record().entry_type == EntryType::Article
        || visit.record().has(Field::JournalTitle)
        || visit.record().has(Field::Isbn)
        || !visit.may_infer(Infer::Sound)
    {
        return;
    }
    let Some(isbn) = visit.record().text(Field::Doi).and_then(isbn) else {
        return;
    };
    let value = Value::List(vec![Text::plain(isbn)]);
    visit.infer(Field::Isbn, value, Field::Doi, || {
        "the DOI holds an ISBN that the record does not give".to_owned()
    });
}

fn isbn(doi: &str) -> Option<String> {
    let (prefix, suffix) = doi.split_once('/')?;
    let number = match prefix {
        "10.1007" | "10.4324" => suffix.split_once('_').map_or(suffix, |(isbn, _)| isbn),
        // `b978-0-12-374001-4.00001-2`
        "10.1016" => suffix
            .strip_prefix('b')?
            .split_once('.')
            .map_or(suffix, |(isbn, _)| isbn),
        "10.1093" => suffix.split_once('/')?.1.split_once('.')?.0,
        _ => return None,
    };
    let digits = number.bytes().filter(u8::is_ascii_digit).count();
    (digits == 13 && number.bytes().all(|b| b.is_ascii_digit() || b == b'-'))
        .then(|| identifier::isbn(number))?
}

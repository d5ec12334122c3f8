//! The references of a list: read by the grammars of citations where those leave nothing out, else
//! by the model of references.

use std::borrow::Cow;
use std::collections::HashSet;

use super::citation::Citation;
use super::citation_ends::accessed;
use super::draft::Draft;
use super::last_ones::{LastOnes, Told};
use super::lines::{floor, is_letter};
use super::list_cuts::{Cut, cuts};
use super::listed_fields::{settle_book, settle_names, without_day};
use super::needles::holds;
use super::settled_imprints;
use super::thesis_imprints;
use crate::formats::references::segment::Item;
use crate::formats::references::{Own, REFERENCES, Reading};
use crate::formats::{Context, Meaning, RawField, RawName, RawRecords};
use crate::model::{Field, Record, Role, Text, Tracked, Value};
use crate::report::Findings;
use crate::source::{Place, Source, Span};

/// Whether kana or Hangul are among the letters.
fn is_east_asian(words: &str) -> bool {
    !words.is_ascii()
        && words
            .chars()
            .any(|c| matches!(c, '\u{3041}'..='\u{30fa}' | '\u{ac00}'..='\u{d7a3}'))
}

/// Below this the labels of a reference are not sure.
const UNSURE: f32 = 0.2;

/// The references among `lines`, each work once.
pub(super) fn listed(text: &str, lines: &[Span], role: Role) -> Vec<Draft> {
    of_cuts(text, &cuts(text, lines), role)
}

/// The references that a list was cut into, each work once.
pub(super) fn of_cuts(text: &str, cuts: &[Cut], role: Role) -> Vec<Draft> {
    let mut seen = HashSet::new();
    let mut last = LastOnes::default();
    let mut out = Vec::new();
    for (at, cut) in cuts.iter().enumerate() {
        let whole = |found: &Citation| is_whole(text, cut.item.span(), found);
        let meant = Reading::repaired(text, &cut.item)
            .filter(|reading| names_a_work(text, reading, &cut.item));
        let reading = meant.or_else(|| {
            let whole = cut.found.as_ref().is_some_and(whole);
            if whole && !is_east_asian(cut.item.span().of(text)) {
                return None;
            }
            // What the grammar of a standard reads is sure.
            let sure = |reading: &Reading| !whole || reading.parsed.confidence >= 1.0;
            read(text, cuts, at).filter(sure)
        });
        let (key, told, draft) = match (reading, &cut.found) {
            (Some(reading), _) => {
                let own = reading.text(text);
                let of = |field| first(&reading, field).of(own);
                let place = [of(Field::Volume), of(Field::Pages)];
                let key = key(of(Field::Title), of(Field::Date), place);
                let told = Told::of(of(Field::Title), of(Field::Date), place);
                (key, told, Draft::listed(reading, cut.item.span(), role))
            }
            (None, Some(found)) => {
                let mut draft = Draft::new(role);
                found.add_to(text, &mut draft);
                let numbers = &found.numbers;
                let told = Told::of(
                    found.title.of(text),
                    numbers.year.of(text),
                    [numbers.volume.of(text), numbers.pages.of(text)],
                );
                (key_of(text, found), told, draft)
            }
            (None, None) => continue,
        };
        if seen.insert(key) && last.add(told) {
            out.push(draft);
        }
    }
    out
}

/// What the grammars do not read: people and books around a chapter, standard numbers, words cut
/// at the end of a line.
static BEYOND: &[&str] = &[
    "ISBN", "-\n", "-\r\n", "(Ed", "(ed", "(Hg", "(Hrsg", ", eds.", "”, „", "(in ", "]//", "] //",
];

/// What stands before the book of a chapter, and in German also before a journal.
static WITHIN: &[&str] = &[". In ", " In: ", " in: "];

/// Whether the grammars leave nothing out of a reference.
pub(super) fn is_whole(text: &str, span: Span, found: &Citation) -> bool {
    let words = span.of(text);
    // Of what the model learnt, little is in these letters.
    let cyrillic = |c: &char| matches!(c, '\u{400}'..='\u{4ff}');
    let letters = words.chars().filter(|c| is_letter(*c));
    if words.chars().filter(cyrillic).count() * 3 > letters.count() * 2 {
        return true;
    }
    let numbers = &found.numbers;
    let container = found.container.of(text);
    // A thesis or a patent has no more to say.
    let kind = found.mark.len() > 2 && !found.title.is_empty();
    let placed =
        !container.is_empty() && numbers.parts() >= 2 || !found.publisher.is_empty() || kind;
    let named = !found.authors.names.is_empty()
        && !numbers.year.is_empty()
        && found
            .authors
            .names
            .iter()
            .all(|name| !name.of(text).ends_with(','));
    let has = |all: &[&str]| all.iter().any(|one| holds(words, one));
    let bracketed = !found.publisher.is_empty() && holds(words, "(eds) ");
    // `« Title », sur site.org, 3 avril 2018`
    let site = container.contains('.') && !container.contains(' ') && !numbers.year.is_empty();
    if site && found.authors.names.is_empty() && holds(words, "», sur ") {
        return true;
    }
    named
        && placed
        && (found.book
            || bracketed
            || found.edited && !found.publisher.is_empty()
            || !found.isbn.is_empty() && after_colon(text, found)
            || !has(BEYOND) && (numbers.parts() >= 3 || !has(WITHIN)))
}

/// Whether the title of a book stands behind the names and a colon, as in German.
fn after_colon(text: &str, found: &Citation) -> bool {
    let end = found
        .authors
        .names
        .last()
        .map_or(0, |name| name.end as usize);
    let rest = text.get(end..).unwrap_or_default();
    !found.publisher.is_empty() && (rest.starts_with(": ") || rest.starts_with(" (Hrsg.): "))
}

/// Reads one of the items with the model. [`None`] where it names no work.
fn read(text: &str, cuts: &[Cut], at: usize) -> Option<Reading> {
    let cut = cuts.get(at)?;
    let again = cut
        .earlier
        .and_then(|earlier| cuts.get(earlier))
        .and_then(|earlier| Reading::repeating(text, &cut.item, &Reading::of(text, &earlier.item)));
    let mut reading = again.or_else(|| {
        let likely = may_name_a_work(&words_of(text, &cut.item));
        likely.then(|| Reading::of(text, &cut.item))
    })?;
    let own = reading.own.as_ref().map(|own| own.text().to_owned());
    let own = own.as_deref().unwrap_or(text);
    settled_imprints::part_title_and_town(own, &mut reading.parsed.fields);
    names_a_work(text, &reading, &cut.item).then_some(reading)
}

/// Whether what was read is a reference, not the foot of a page or a remark.
fn names_a_work(text: &str, reading: &Reading, item: &Item) -> bool {
    let has = |field| !first(reading, field).is_empty();
    let own = reading.text(text);
    let title = first(reading, Field::Title).of(own);
    let letters = title.chars().filter(|c| is_letter(*c)).count();
    let identified = [Field::Doi, Field::Pmid, Field::Eprint, Field::Isbn]
        .into_iter()
        .any(has);
    let dated = has(Field::Date);
    let beside = [
        Field::Author,
        Field::Editor,
        Field::JournalTitle,
        Field::Publisher,
        Field::Url,
    ]
    .into_iter()
    .filter(|field| has(*field))
    .count();
    letters >= 2
        && title.len() < 400
        && may_name_a_work(reading.whole(item).of(own))
        && (identified
            || dated && beside >= 1
            || !reading.parsed.entry_type.is_empty()
            || beside >= 2 && has(Field::Url))
        && reading.parsed.confidence >= UNSURE
}

/// The words of an item in one line.
fn words_of<'t>(text: &'t str, item: &Item) -> Cow<'t, str> {
    match item.pieces.as_slice() {
        [only] => Cow::Borrowed(only.span.of(text)),
        _ => Cow::Owned(item.joined(text).text),
    }
}

/// Whether the words of an item may be a reference, before it is known what each of them is.
fn may_name_a_work(all: &str) -> bool {
    (20..=4000).contains(&all.len())
        && !all.starts_with("Copyright")
        && !all.starts_with('©')
        && !is_prose(all)
}

/// Whether a text has few marks for its words, as sentences have and references have not.
fn is_prose(words: &str) -> bool {
    let marks = words
        .chars()
        .filter(|c| {
            matches!(
                c,
                '.' | ','
                    | ':'
                    | ';'
                    | '('
                    | '，'
                    | '．'
                    | '：'
                    | '/'
                    | '“'
                    | '"'
                    | '。'
                    | '『'
                    | '「'
            )
        })
        .count();
    let letters = words.chars().filter(|c| is_letter(*c)).count();
    let count = words.split_whitespace().count().max(letters / 6);
    marks < 3 || marks * 8 < count || holds(words, "…”") || words.starts_with("“…")
}

/// The first value of a field; empty where it has none.
fn first(reading: &Reading, field: Field) -> Span {
    let name = RawName::Meant(Meaning::Field(field));
    let found = |raw: &&RawField| raw.name == name;
    reading
        .parsed
        .fields
        .iter()
        .find(found)
        .map(|raw| raw.value)
        .unwrap_or_default()
}

/// What tells two printings of one reference from two references: letters of title and year, volume
/// and first page. A statement printed in several journals is several works.
fn key(title: &str, year: &str, place: [&str; 2]) -> String {
    let digits = |text: &str| -> String {
        let from = text.trim_start_matches(|c: char| !c.is_ascii_digit());
        from.chars().take_while(char::is_ascii_digit).collect()
    };
    let mut out: String = title
        .chars()
        .filter(|c| c.is_alphanumeric())
        .chain(year.chars().filter(char::is_ascii_digit).take(4))
        .flat_map(char::to_lowercase)
        .collect();
    for number in place {
        out.push(' ');
        out.push_str(&digits(number));
    }
    out
}

/// The key of what the grammars read.
pub(super) fn key_of(text: &str, found: &Citation) -> String {
    let numbers = &found.numbers;
    key(
        found.title.of(text),
        numbers.year.of(text),
        [numbers.volume.of(text), numbers.pages.of(text)],
    )
}

/// Adds what stands behind the parts that the model knows: when the work was read online, and the series
/// of a French book, which looks like pages: `Paris, Exemple, « 10/20 ».`
fn behind(words: &str, place: Place, record: &mut Record) {
    let put = |record: &mut Record, field, found: &str| {
        let value = Value::Text(Text::plain(found));
        record.put_tracked(field, Tracked::read(value, place));
    };
    let online = accessed(words, Span::new(0, words.len())).of(words);
    if !online.is_empty() && !record.has(Field::UrlDate) {
        put(record, Field::UrlDate, online);
    }
    // `„Prace o Chlebie”, t. 42, z. 1, s. 17–31`
    let issue = words.split_once(", z. ").map_or("", |(_, rest)| {
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        &rest[..digits]
    });
    if !issue.is_empty() && record.has(Field::Volume) && !record.has(Field::Number) {
        put(record, Field::Number, issue);
    }
    let series = words
        .trim_end_matches(['.', ' '])
        .strip_suffix('»')
        .and_then(|head| head.rsplit_once(", «"))
        .map(|(_, series)| series.trim());
    if let Some(series) = series.filter(|series| record.text(Field::Pages) == Some(*series)) {
        record.remove(Field::Pages);
        put(record, Field::Series, series);
    }
}

/// Types the raw record of this index, which the model of references read.
pub(super) fn lower(
    source: &Source,
    raw: &RawRecords,
    index: usize,
    findings: &mut Findings,
) -> Record {
    let mut record = (REFERENCES.lower)(source, raw, index, findings);
    record.role = raw.records.get(index).map_or(record.role, |raw| raw.role);
    let own = match &raw.context {
        Context::References(lines) => lines.of(index),
        _ => None,
    };
    settle_names(
        own.map_or(source.text.as_str(), Own::text),
        raw,
        index,
        &mut record,
    );
    without_day(
        own.map_or(source.text.as_str(), Own::text),
        raw,
        index,
        &mut record,
    );
    if let Some(held) = raw.records.get(index) {
        // What an archive keeps is cut off.
        let rest = source
            .text
            .get(held.span.end as usize..)
            .unwrap_or_default();
        let tail = rest.lines().next().unwrap_or_default().len().min(200);
        let end = floor(&source.text, held.span.end as usize + tail);
        let line = Span::new(held.span.start as usize, end);
        behind(line.of(&source.text), source.place(held.span), &mut record);
    }
    settle_book(&mut record);
    thesis_imprints::settle(&mut record);
    let said = raw.records.get(index);
    let said = said.map_or("", |held| held.span.of(&source.text));
    settled_imprints::settle(said, &mut record);
    record
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;
    use crate::model::EntryType;

    const PAGE: &str = "See also[edit]\nTide mill\nReferences[edit]\n^ Jump up to: a b Minchinton, W. E. (1979). \"Early Tide Mills: Some Problems\". Technology and Culture. 20 (4): 777–786. doi:10.2307/3103639. JSTOR 3103639.\n^ Spain, Rob (2002). \"A possible Roman Tide Mill\". Kent Archaeological Society. Retrieved 9 March 2015.\n^ Boithias, Jean-Louis; de la Vernhe, Antoine (1989). Les moulins à mer et les anciens meuniers. Créer. ISBN 2-902894-54-0.\nExternal links[edit]\nWikimedia Commons has media related to Tide mills.\nThis page was last edited on 2 January 2024, at 11:12 (UTC).\n";

    #[test]
    fn the_references_of_an_encyclopedia_are_read_and_its_foot_is_not() {
        let records = read_as(&LAYOUT, PAGE);
        let titles: Vec<_> = records.iter().map(|r| r.text(Field::Title)).collect();
        assert_eq!(
            titles,
            [
                Some("Early Tide Mills: Some Problems"),
                Some("A possible Roman Tide Mill"),
                Some("Les moulins à mer et les anciens meuniers"),
            ]
        );
        assert!(records.iter().all(|r| r.role == Role::Reference));
        assert_eq!(records[0].text(Field::Volume), Some("20"));
        assert_eq!(records[2].text(Field::Isbn), Some("2-902894-54-0"));
        assert_eq!(records[2].entry_type, EntryType::Book);
        let place = records[2]
            .tracked(Field::Isbn)
            .map(|isbn| isbn.provenance.place.span);
        assert_eq!(place.map(|span| span.of(PAGE)), Some("2-902894-54-0"));
    }

    #[test]
    fn words_divided_at_the_ends_of_lines_are_joined_and_keep_their_places() {
        let page = "References\n13. Chinman M, McCarthy S. Early stages of peer specia-\nlist implementation. Psychol Serv. 2017;14:\n213–25.\n14. Yin RK. Case study research: design and meth-\nods. 4th ed. Thousand Oaks: Sage; 2009.\n15. Rogers EM. Diffusion of innovations. 5th ed. New York: Free\nPress; 2003.\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 3);
        let title = records[0].tracked(Field::Title).unwrap();
        assert_eq!(
            records[0].text(Field::Title),
            Some("Early stages of peer specialist implementation")
        );
        assert_eq!(
            title.provenance.place.span.of(page),
            "Early stages of peer specia-\nlist implementation"
        );
        assert_eq!(records[1].text(Field::Publisher), Some("Sage"));
    }
}

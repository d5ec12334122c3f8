//! Records in which town, house and book were not told apart by the words alone.

use super::houses::{is_house, is_town};
use crate::formats::{Meaning, RawField, RawName};
use crate::model::{EntryType, Field, Kind, Record, Text, Tracked, Value};
use crate::source::Span;

/// Countries that stand behind a town.
static COUNTRIES: &[&str] = &[
    "The Netherlands",
    "Netherlands",
    "Germany",
    "Switzerland",
    "Austria",
    "Belgium",
    "France",
    "Italy",
    "Spain",
    "Denmark",
    "Norway",
    "Sweden",
    "Finland",
    "Poland",
    "Canada",
    "Australia",
    "USA",
    "UK",
];

/// Puts town, house, book and language of a record where they belong; `said` is the reference it was
/// read from, empty where it is none.
pub(super) fn settle(said: &str, record: &mut Record) {
    town_and_house(record);
    country_in_house(record);
    town_in_title(record);
    town_as_journal(record);
    town_as_book(record);
    page_as_book(said, record);
    series_as_number(record);
    school_as_journal(record);
    year_as_volume(record);
    language_in_title(record);
}

/// The text of a value of one text.
pub(super) fn text_of(record: &Record, field: Field) -> Option<&str> {
    match &record.tracked(field)?.value {
        Value::Text(text) => Some(text.content.as_str()),
        Value::List(list) => match list.as_slice() {
            [only] => Some(only.content.as_str()),
            _ => None,
        },
        _ => None,
    }
}

/// Gives a field this text, as said where another field stands.
fn put(record: &mut Record, field: Field, words: &str, beside: Field) {
    let Some(provenance) = record.tracked(beside).map(|held| held.provenance.clone()) else {
        return;
    };
    let text = Text::plain(words);
    let value = match field.kind() {
        Kind::List | Kind::Keywords => Value::List(vec![text]),
        _ => Value::Text(text),
    };
    record.put_tracked(field, Tracked { value, provenance });
}

/// `Paris, Exemple` and `Example, Dordrecht`: a town and a house that is none known.
fn town_and_house(record: &mut Record) {
    if record.has(Field::Publisher) || record.has(Field::Institution) {
        return;
    }
    let Some((first, second)) = text_of(record, Field::Location)
        .and_then(|place| place.split_once(", "))
        .map(|(first, second)| (first.to_owned(), second.to_owned()))
    else {
        return;
    };
    let state = |words: &str| {
        COUNTRIES.contains(&words) || words.len() <= 3 && words.chars().all(char::is_uppercase)
    };
    let (town, house) = match (is_town(&first), is_town(&second)) {
        (true, false) if !state(&second) => (first, second),
        (false, true) => (second, first),
        _ => return,
    };
    put(record, Field::Publisher, &house, Field::Location);
    put(record, Field::Location, &town, Field::Publisher);
}

/// `The Netherlands: Example Press`
fn country_in_house(record: &mut Record) {
    let Some((country, house)) = text_of(record, Field::Publisher)
        .and_then(|house| house.split_once(": "))
        .filter(|(country, _)| COUNTRIES.contains(country) || is_town(country))
        .map(|(country, house)| (country.to_owned(), house.to_owned()))
    else {
        return;
    };
    put(record, Field::Publisher, &house, Field::Publisher);
    if !record.has(Field::Location) {
        put(record, Field::Location, &country, Field::Publisher);
    }
}

/// `Les horloges du quai, Brest` by a house, `The Lift Doctor, Leiden` in the Netherlands.
fn town_in_title(record: &mut Record) {
    if !record.has(Field::Publisher) || record.has(Field::JournalTitle) {
        return;
    }
    let place = text_of(record, Field::Location).map(str::to_owned);
    if place
        .as_deref()
        .is_some_and(|place| !COUNTRIES.contains(&place))
    {
        return;
    }
    let Some((title, town)) = text_of(record, Field::Title)
        .and_then(|title| title.rsplit_once(", ").or_else(|| title.rsplit_once(". ")))
        .filter(|(title, town)| is_town(town) && !is_house(town) && title.len() > 3)
        .map(|(title, town)| (title.to_owned(), town.to_owned()))
    else {
        return;
    };
    let whole = place.map_or(town.clone(), |country| format!("{town}, {country}"));
    put(record, Field::Title, &title, Field::Title);
    put(record, Field::Location, &whole, Field::Publisher);
}

/// `Kiel 1998`: a town and nothing that numbers a journal.
fn town_as_journal(record: &mut Record) {
    let numbered = [Field::Volume, Field::Number, Field::Issn]
        .iter()
        .any(|&field| record.has(field));
    if !numbered {
        town_in(record, Field::JournalTitle, EntryType::Article);
    }
}

/// `Les horloges du quai, Brest, Éditions de l'Exemple`: a town is no book that a chapter stands in.
fn town_as_book(record: &mut Record) {
    if !record.has(Field::Editor) {
        town_in(record, Field::BookTitle, EntryType::InCollection);
    }
}

/// Moves a town from the field of a container, where a record has no place yet; what was of the
/// `contained` type is a book then.
fn town_in(record: &mut Record, container: Field, contained: EntryType) {
    if record.has(Field::Location) {
        return;
    }
    let Some(town) = text_of(record, container)
        .filter(|name| is_town(name))
        .map(str::to_owned)
    else {
        return;
    };
    put(record, Field::Location, &town, container);
    record.remove(container);
    if record.entry_type == contained {
        record.entry_type = EntryType::Book;
    }
}

/// `"A quay clock". Harbour Society. Retrieved 9 March 2015.`: what is retrieved, has its title in quotes
/// and neither a town nor a number is no book but a page.
fn page_as_book(said: &str, record: &mut Record) {
    let printed = [Field::Location, Field::Isbn, Field::Edition, Field::Pages]
        .iter()
        .any(|&field| record.has(field));
    let quoted = || {
        text_of(record, Field::Title)
            .and_then(|title| said.split_once(title))
            .is_some_and(|(before, _)| before.ends_with(['"', '“', '«', '„', '\'', '‘']))
    };
    if record.entry_type == EntryType::Book && record.has(Field::UrlDate) && !printed && quoted() {
        record.entry_type = EntryType::Online;
        if let Some(body) = text_of(record, Field::Publisher).map(str::to_owned) {
            put(record, Field::Organization, &body, Field::Publisher);
            record.remove(Field::Publisher);
        }
    }
}

/// `Paris, Exemple, « 10/20 »`: a book stands in a series and in no issue.
fn series_as_number(record: &mut Record) {
    if record.entry_type != EntryType::Book || record.has(Field::Series) {
        return;
    }
    let named = text_of(record, Field::Number).filter(|number| number.contains('/'));
    if let Some(series) = named.map(str::to_owned) {
        put(record, Field::Series, &series, Field::Number);
        record.remove(Field::Number);
    }
}

/// Parts title and town where both were read as a journal: `Uhren am Kai. Kiel 1998`.
pub(super) fn part_title_and_town(text: &str, fields: &mut Vec<RawField>) {
    let named = |field| RawName::Meant(Meaning::Field(field));
    let has = |field| fields.iter().any(|raw| raw.name == named(field));
    if has(Field::Title) || has(Field::Volume) || has(Field::Location) {
        return;
    }
    let Some(at) = fields
        .iter()
        .position(|raw| raw.name == named(Field::JournalTitle))
    else {
        return;
    };
    let whole = fields[at].value;
    let Some((title, town)) = whole
        .of(text)
        .rsplit_once(". ")
        .filter(|(title, town)| is_town(town) && title.contains(' '))
    else {
        return;
    };
    let (start, end) = (whole.start as usize, whole.end as usize);
    let field = |field, value| RawField {
        name: named(field),
        value,
    };
    let title = field(Field::Title, Span::new(start, start + title.len()));
    let town = field(Field::Location, Span::new(end - town.len(), end));
    fields.splice(at..=at, [title, town]);
}

/// `PhD thesis, University of the Strait`: what looked like the journal of a thesis is its university.
fn school_as_journal(record: &mut Record) {
    let thesis = matches!(
        record.entry_type,
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis
    );
    if !thesis || record.has(Field::Institution) || record.has(Field::Volume) {
        return;
    }
    let Some(school) = text_of(record, Field::JournalTitle).map(str::to_owned) else {
        return;
    };
    put(record, Field::Institution, &school, Field::JournalTitle);
    record.remove(Field::JournalTitle);
}

/// `In Proc. Powders & Grains 2009, pages 801-804. AIP, 2009`: the year again is no volume of a book.
fn year_as_volume(record: &mut Record) {
    let in_book = matches!(
        record.entry_type,
        EntryType::InProceedings | EntryType::InCollection
    );
    let volume = text_of(record, Field::Volume).and_then(|volume| volume.parse().ok());
    let said = || text_of(record, Field::Date)?.get(..4)?.parse().ok();
    if in_book && volume.is_some() && volume == record.year().or_else(said) {
        record.remove(Field::Volume);
    }
}

/// `Les horloges de mer (in French)`
fn language_in_title(record: &mut Record) {
    const LANGUAGES: &[&str] = &[
        "French",
        "German",
        "Spanish",
        "Italian",
        "Portuguese",
        "Russian",
        "Polish",
        "Dutch",
        "Swedish",
        "Danish",
        "Norwegian",
        "Japanese",
        "Chinese",
        "Korean",
        "Turkish",
        "Ukrainian",
        "Hungarian",
        "Czech",
    ];
    let Some((title, language)) = text_of(record, Field::Title)
        .and_then(|title| title.strip_suffix(')')?.rsplit_once(" (in "))
        .filter(|(_, language)| LANGUAGES.contains(language))
        .map(|(title, language)| (title.to_owned(), language.to_owned()))
    else {
        return;
    };
    put(record, Field::Title, &title, Field::Title);
    if !record.has(Field::Language) {
        put(record, Field::Language, &language, Field::Title);
    }
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;

    #[test]
    fn towns_stand_in_the_place_of_houses_titles_and_journals() {
        let page = "References\n1. Carton M., 2003, Les tournées du lait, Paris, Exemple.\n2. K. Osei, The Lift Doctor, Leiden, The Netherlands: Example Press, 2005.\n3. Hanna Brügge: Uhren am Kai. Kiel 1998, S. 12.\n";
        let records = read_as(&LAYOUT, page);
        let told: Vec<_> = records
            .iter()
            .map(|record| {
                let of = |field| text_of(record, field);
                (of(Field::Title), of(Field::Location), of(Field::Publisher))
            })
            .collect();
        assert_eq!(
            told,
            [
                (Some("Les tournées du lait"), Some("Paris"), Some("Exemple")),
                (
                    Some("The Lift Doctor"),
                    Some("Leiden, The Netherlands"),
                    Some("Example Press")
                ),
                (Some("Uhren am Kai"), Some("Kiel"), None),
            ]
        );
    }

    #[test]
    fn what_is_retrieved_is_a_page_if_its_title_is_quoted() {
        let page = "References\n1. Spainneach, Rob (2002). \"A possible quay clock\". Harbour Archaeological Society. Retrieved 9 March 2015.\n2. Minch, Ada (2007). Harvesting the tide. Wordhill Press. Retrieved 5 May 2020.\n";
        let records = read_as(&LAYOUT, page);
        let types: Vec<EntryType> = records.iter().map(|record| record.entry_type).collect();
        assert_eq!(types, [EntryType::Online, EntryType::Book]);
    }
}

//! ISBNs and ISSNs in the texts people keep them in.

use crate::model::{Field, Record, Value, identifier};

/// One item of an ISBN or ISSN field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Number {
    /// Valid, canonical.
    Isbn(String),
    /// Valid, canonical.
    Issn(String),
    /// Something with digits that is neither, as found.
    Unknown(String),
}

impl Number {
    pub(super) fn text(&self) -> &str {
        match self {
            Self::Isbn(text) | Self::Issn(text) | Self::Unknown(text) => text,
        }
    }
}

/// Whether `field`, if the record has it, holds its own kind of numbers and nothing else, valid, in
/// canonical form and each once: what [`of_field`] would give is the value it has.
pub(super) fn is_sound(record: &Record, field: Field) -> bool {
    let texts = match record.get(field) {
        Some(Value::Text(text)) => std::slice::from_ref(text),
        Some(Value::List(list)) => list.as_slice(),
        Some(_) => return false,
        None => return true,
    };
    // A work has few; the rest need not be quick.
    texts.len() <= 4
        && texts.iter().enumerate().all(|(at, text)| {
            let content = text.content.as_str();
            let before = texts.get(..at).unwrap_or_default();
            let sound = match field {
                Field::Issn => identifier::is_bare_issn(content),
                Field::Isbn => identifier::is_bare_isbn(content),
                _ => false,
            };
            sound && !before.iter().any(|other| other.content == content)
        })
}

/// The numbers of a field in order, each once; labels such as `(Electronic)` are left out. [`None`]
/// for a field of more than [`MOST`]: what it is nobody can tell, so it is to stay as it stands.
pub(super) fn of_field(record: &Record, field: Field) -> Option<Vec<Number>> {
    let texts = match record.get(field) {
        Some(Value::Text(text)) => std::slice::from_ref(text),
        Some(Value::List(list)) => list.as_slice(),
        _ => &[],
    };
    let (mut numbers, mut words) = (Vec::new(), 0);
    for text in texts {
        let found = words_of(&text.content);
        words += found.len();
        if words > MOST {
            return None;
        }
        take(&found, &mut numbers);
    }
    Some(numbers)
}

/// How many parts an ISBN has when spaces stand between them.
const PARTS: usize = 5;

/// No field of a reference holds more words with digits. The bound also keeps the search for
/// repeats, a look at every number found before, from growing with the square of the field.
const MOST: usize = 200;

fn words_of(text: &str) -> Vec<&str> {
    let separator = |c: char| {
        c.is_whitespace() || matches!(c, ',' | ';' | '/' | '|' | '(' | ')' | '[' | ']' | ':')
    };
    text.split(separator)
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()))
        .filter(|word| word.chars().any(|c| c.is_ascii_digit()))
        .filter(|word| !is_label(word))
        .collect()
}

fn take(words: &[&str], numbers: &mut Vec<Number>) {
    let mut at = 0;
    while let Some(word) = words.get(at) {
        let longest = PARTS.min(words.len() - at);
        let found = (1..=longest).rev().find_map(|n| {
            let joined = words.get(at..at + n)?.concat();
            valid(&joined).map(|number| (number, n))
        });
        let (number, used) = found.unwrap_or_else(|| (Number::Unknown((*word).to_owned()), 1));
        if !numbers.contains(&number) {
            numbers.push(number);
        }
        at += used;
    }
}

/// `ISBN-13` and `e2` are words about a number.
fn is_label(word: &str) -> bool {
    let digits = word.bytes().filter(u8::is_ascii_digit).count();
    digits <= 2
        && word
            .bytes()
            .any(|b| b.is_ascii_alphabetic() && b != b'X' && b != b'x')
}

fn valid(text: &str) -> Option<Number> {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    match digits {
        7 | 8 => identifier::issn(text).map(Number::Issn),
        9 | 10 | 13 => identifier::isbn(text).map(Number::Isbn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Text;

    #[test]
    fn sound_fields_are_the_numbers_they_hold() {
        for (field, texts, sound) in [
            (Field::Issn, &["0378-5955", "1476-5756"][..], true),
            (Field::Isbn, &["9783161484100", "0306406152"], true),
            (Field::Issn, &["0378-5955", "0378-5955"], false),
            (Field::Issn, &["03785955"], false),
            (Field::Isbn, &["0378-5955"], false),
            (Field::Isbn, &["978-3-16-148410-0"], false),
            (Field::Isbn, &["9783161484101"], false),
            (Field::Issn, &["ISSN 0378-5955"], false),
        ] {
            let list: Vec<Text> = texts.iter().map(|text| Text::plain(*text)).collect();
            let mut record = Record::default();
            record.put(field, Value::List(list));
            assert_eq!(is_sound(&record, field), sound, "{texts:?}");
            let numbers = of_field(&record, field).unwrap_or_default();
            if sound {
                assert!(numbers.iter().map(Number::text).eq(texts.iter().copied()));
            }
        }
    }

    #[test]
    fn a_crowded_field_is_left_alone_however_its_numbers_are_spread() {
        let numbers: Vec<String> = (0..=MOST).map(|n| format!("{n:08}")).collect();
        let list: Vec<Text> = numbers.iter().map(|n| Text::plain(n.as_str())).collect();
        let mut record = Record::default();
        record.put(Field::Issn, Value::List(list[..MOST].to_vec()));
        assert!(of_field(&record, Field::Issn).is_some());
        record.put(Field::Issn, Value::List(list));
        assert_eq!(of_field(&record, Field::Issn), None);
        record.put(Field::Issn, numbers.join(" "));
        assert_eq!(of_field(&record, Field::Issn), None);
    }

    #[test]
    fn a_crowded_field_loses_nothing_to_the_rules() {
        let crowd: Vec<Text> = (0..=MOST).map(|n| Text::plain(format!("{n:08}"))).collect();
        let mut record = Record::default();
        record.put(Field::Isbn, Value::List(crowd.clone()));
        record.put(Field::Issn, "9780306406157");
        let (settings, mut findings) = Default::default();
        crate::rules::run(&mut record, &settings, &mut findings);
        assert_eq!(record.get(Field::Isbn), Some(&Value::List(crowd)));
        assert_eq!(
            findings.count("wrong-check-digit", crate::report::Severity::Warning),
            1
        );
    }
}

//! The digits that follow an id: the same for a record in whatever list and format it stands.

use crate::model::{Field, Markup, Record, Text, Value};
use crate::text::{fold, latex};

/// FNV-1a, 32 bits, over folded title, first surname, year, DOI and first page, each followed by a
/// bar. Values that a rule worked out do not count, so that `--infer` does not change the digits.
///
/// ```
/// use bibsift::model::{Field, Record, Text};
/// use bibsift::pipeline::fingerprint;
/// let mut plain = Record::default();
/// plain.put(Field::Title, "A DNA model");
/// let mut braced = Record::default();
/// braced.put(Field::Title, Text::latex("A {DNA} model."));
/// assert_eq!(fingerprint(&plain), fingerprint(&braced));
/// ```
pub fn fingerprint(record: &Record) -> u32 {
    let stated = |field: Field| {
        let tracked = record.tracked(field)?;
        (!tracked.provenance.inferred).then_some(&tracked.value)
    };
    let mut text = String::new();
    if let Some(Value::Text(title)) = stated(Field::Title) {
        fold_text(title, &mut text);
    }
    text.push('|');
    for field in [Field::Author, Field::Editor] {
        if let Some(Value::Names(names)) = stated(field)
            && let Some(first) = names.list.first()
        {
            fold::fold_into(&first.family, &mut text);
            break;
        }
    }
    text.push('|');
    if let Some(Value::Date(date)) = stated(Field::Date)
        && let Some(year) = date.year()
    {
        text.push_str(&year.to_string());
    }
    text.push('|');
    if let Some(Value::Text(doi)) = stated(Field::Doi) {
        text.push_str(&doi.content.to_lowercase());
    }
    text.push('|');
    if let Some(Value::Pages(pages)) = stated(Field::Pages)
        && let Some(range) = pages.ranges.first()
    {
        text.push_str(&range.first);
    }
    text.bytes().fold(0x811c_9dc5, |hash, byte| {
        (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193)
    })
}

fn fold_text(text: &Text, out: &mut String) {
    match text.markup {
        Markup::Plain => fold::fold_into(&text.content, out),
        Markup::Latex => fold::fold_into(&latex::to_plain(&text.content), out),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Date;

    #[test]
    fn what_a_rule_worked_out_does_not_count() {
        let mut record = Record::default();
        record.put(Field::Title, "On Growth and Form");
        let before = fingerprint(&record);
        record.put(Field::Date, Date::from_year(1917));
        assert_ne!(fingerprint(&record), before);
        if let Some(date) = record.tracked_mut(Field::Date) {
            date.provenance.inferred = true;
        }
        assert_eq!(fingerprint(&record), before);
    }
}

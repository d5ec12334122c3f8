//! Hash of a record's fields as they stand, by which copies are found.

use crate::dedup::hash::Mixer;
use crate::model::{
    Date, End, LastPage, Markup, Name, Names, Pages, Record, Text, Tracked, Value, When,
};
use std::hash::Hasher;

/// Hash of all fields as they stand, of those that a rule worked out excepted; 0 for a record without
/// any. Records equal in type and fields are equal in it; where in a source the values came from does
/// not count.
///
/// Each text is hashed with its length, and what is made of several parts says first which it has:
/// so the parts of two different values never run together to the same.
pub(super) fn of(record: &Record) -> u64 {
    let mut hash = Mixer::new();
    let mut any = false;
    let written = record.entry_type_written.as_deref();
    // Never 0, which would leave nothing of the seed.
    hash.write_u64(1 | (u64::from(written.is_some()) << 1) | ((record.entry_type as u64) << 2));
    if let Some(written) = written {
        hash.write(written.as_bytes());
    }
    let stated = |tracked: &Tracked<Value>| !tracked.provenance.inferred;
    for (field, tracked) in record.fields().filter(|(_, tracked)| stated(tracked)) {
        any = true;
        value(field as u64, &tracked.value, &mut hash);
    }
    for extra in &record.extra {
        any = true;
        text(EXTRA, &extra.value.value, &mut hash);
        hash.write(extra.name.as_bytes());
    }
    if any { hash.finish().max(1) } else { 0 }
}

/// Stands where the number of a field does.
const EXTRA: u64 = 0xFFFF;

/// A value of `field`. Of each value the field, the variant and one thing more go first, as one
/// number.
fn value(field: u64, value: &Value, hash: &mut Mixer) {
    match value {
        Value::Text(content) => text(field, content, hash),
        Value::Names(list) => names(field, list, hash),
        Value::Date(written) => date(field, written, hash),
        Value::Pages(written) => pages(field, written, hash),
        Value::List(list) => {
            begin(field, 4, list.len() as u64, hash);
            for item in list {
                text(field, item, hash);
            }
        }
    }
}

fn begin(field: u64, variant: u64, more: u64, hash: &mut Mixer) {
    hash.write_u64(field | (variant << 16) | (more << 20));
}

fn text(field: u64, text: &Text, hash: &mut Mixer) {
    let Text { content, markup } = text;
    begin(field, 0, u64::from(*markup == Markup::Latex), hash);
    hash.write(content.as_bytes());
}

fn names(field: u64, names: &Names, hash: &mut Mixer) {
    let Names { list, truncated } = names;
    let count = list.len() as u64;
    begin(field, 1, u64::from(*truncated) | (count << 1), hash);
    for one in list {
        let mut scripts = Some(one);
        while let Some(one) = scripts {
            name(one, hash);
            scripts = one.parallel.as_deref();
        }
    }
}

fn name(name: &Name, hash: &mut Mixer) {
    let Name {
        family,
        given,
        particle,
        suffix,
        literal,
        parallel,
        about,
    } = name;
    let parts = [family, given, particle, suffix];
    let has = parts
        .iter()
        .fold(0, |has, part| has << 1 | u64::from(!part.is_empty()));
    let has = has << 1 | u64::from(*literal);
    let has = has << 1 | u64::from(parallel.is_some());
    hash.write_u64(has | ((about.len() as u64) << 8));
    for part in parts {
        if !part.is_empty() {
            hash.write(part.as_bytes());
        }
    }
    for (what, said) in about {
        hash.write(what.as_bytes());
        hash.write(said.as_bytes());
    }
}

fn date(field: u64, date: &Date, hash: &mut Mixer) {
    let Date { start, end } = date;
    let how = match end {
        End::None => 0,
        End::Open => 1,
        End::Unknown => 2,
        End::At(_) => 3,
    };
    begin(field, 2, how, hash);
    hash.write_u64(when(*start));
    if let End::At(end) = end {
        hash.write_u64(when(*end));
    }
}

/// A date as one number.
fn when(when: When) -> u64 {
    let When {
        year,
        unspecified,
        month,
        day,
        uncertain,
        approximate,
    } = when;
    // No month and no day is 0.
    let parts = [month.unwrap_or(0), day.unwrap_or(0), unspecified];
    let parts = parts
        .iter()
        .fold(0, |all, part| all << 8 | u64::from(*part));
    let parts = parts << 2 | u64::from(uncertain) << 1 | u64::from(approximate);
    parts << 32 | u64::from(year.cast_unsigned())
}

fn pages(field: u64, pages: &Pages, hash: &mut Mixer) {
    let Pages { ranges } = pages;
    begin(field, 3, ranges.len() as u64, hash);
    for range in ranges {
        let (how, last) = match &range.last {
            LastPage::None => (0, None),
            LastPage::Open => (1, None),
            LastPage::At(last) => (2, Some(last)),
        };
        hash.write_u64(how);
        hash.write(range.first.as_bytes());
        if let Some(last) = last {
            hash.write(last.as_bytes());
        }
    }
}

#[cfg(test)]
mod tests;

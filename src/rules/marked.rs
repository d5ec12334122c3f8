//! [`Marked`]: the signs in each field of a record.

use super::marks::Marks;
use super::odd::oddity;
use super::{Reads, name_parts};
use crate::model::{Field, Markup, Name, Record, Text, Value};

/// The signs of each field of a record, by its [`Reads::place`].
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked([Marks; Reads::PLACES]);

impl Marked {
    /// The signs of every text of `record`, parts of names and fields no table knows included.
    pub(super) fn of(record: &Record) -> Self {
        let mut marked = Self([Marks::NONE; Reads::PLACES]);
        for (field, tracked) in record.fields() {
            marked.set(Reads::place(field), of_value(&tracked.value));
        }
        let extra = record.extra.iter();
        let extra = extra.map(|extra| Marks::of(&extra.value.value.content));
        marked.set(Reads::LAST, extra.fold(Marks::ANY, Marks::with));
        marked
    }

    /// Looks at one field of `record` again, the others being as they were.
    pub(super) fn look_again(&mut self, field: Field, record: &Record) {
        let value = record.get(field);
        self.set(Reads::place(field), value.map_or(Marks::NONE, of_value));
    }

    /// The signs of the field at `place`.
    pub(super) fn at(&self, place: usize) -> Marks {
        self.0.get(place).copied().unwrap_or(Marks::NONE)
    }

    fn set(&mut self, place: usize, marks: Marks) {
        if let Some(own) = self.0.get_mut(place) {
            *own = marks;
        }
    }
}

fn of_text(text: &Text) -> Marks {
    let marks = Marks::of(&text.content);
    // What LaTeX stands for is not to be seen in its bytes.
    marks.with(Marks::BEYOND_DAMAGE.when(text.markup == Markup::Latex))
}

/// The signs of a name; a stop behind an initial is no edge, and only a family name is in
/// capitals.
fn of_name(name: &Name) -> Marks {
    let particle = of_part(&name.particle).without(Marks::CAPITALS);
    if name_parts::is_plain(name) {
        return particle
            .with(oddity(&name.family))
            .with(oddity(&name.given));
    }
    let parallel = name.parallel.as_deref().map_or(Marks::NONE, of_name);
    let family = of_part(&name.family);
    let others = of_part(&name.given)
        .with(of_part(&name.suffix))
        .without(Marks::CAPITALS);
    let parts = family.with(others).with(particle);
    parts.with(parallel).with(Marks::UNPLAIN)
}

fn of_part(part: &str) -> Marks {
    if part.is_empty() {
        return Marks::NONE;
    }
    let bare = part.strip_suffix('.').unwrap_or(part).as_bytes();
    let ends = [bare.first(), bare.last()];
    let edge = !ends
        .iter()
        .all(|end| end.is_some_and(u8::is_ascii_alphanumeric));
    Marks::of(part)
        .without(Marks::EDGE)
        .with(Marks::EDGE.when(edge))
}

fn of_value(value: &Value) -> Marks {
    let marks = match value {
        Value::Text(text) => of_text(text).with(Marks::TEXT),
        Value::List(list) => list.iter().map(of_text).fold(Marks::TEXT, Marks::with),
        Value::Names(names) => names
            .list
            .iter()
            .map(of_name)
            .fold(Marks::NONE, Marks::with),
        Value::Date(_) | Value::Pages(_) => Marks::NONE,
    };
    marks.with(Marks::ANY)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn name(particle: &str, family: &str, given: &str) -> Name {
        Name {
            family: family.into(),
            given: given.into(),
            particle: particle.into(),
            ..Name::default()
        }
    }

    #[test]
    fn every_part_of_a_name_is_looked_at() {
        assert_eq!(of_name(&name("", "Berg", "Jan A.")), Marks::NONE);
        assert!(of_name(&name("van  der", "Berg", "Jan")).meets(Marks::BLANK));
        assert!(of_name(&name("", "Berg&", "Jan")).meets(Marks::AMPERSAND));
        assert!(of_name(&name("", "Berg", "J<i>")).meets(Marks::ANGLE));
        assert!(of_name(&name("", "BERG", "Jan")).meets(Marks::CAPITALS));
        assert!(!of_name(&name("", "Berg-", "J")).meets(Marks::CAPITALS));
        let mut parallel = name("", "Berg", "Jan");
        parallel.parallel = Some(Box::new(name("", "Berg1", "Jan")));
        assert!(of_name(&parallel).meets(Marks::DIGIT));
    }
}

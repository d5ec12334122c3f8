//! [`Marks`]: signs of damage, told by one quick look at the bytes of a record; [`Marked`]: where
//! they are.

use super::Reads;
use crate::model::{Field, Name, Record, Text, Value};
use crate::text::ascii;

/// A set of signs. Without them no text needs the rule that undoes the damage.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks(u8);

impl Marks {
    /// `&`.
    pub(super) const AMPERSAND: Self = Self(1);
    /// `<`.
    pub(super) const ANGLE: Self = Self(2);
    /// A character beyond ASCII and the everyday letters and signs of Latin and Cyrillic text.
    pub(super) const ODD: Self = Self(4);
    /// A control character, two spaces in a row, a space at an end.
    pub(super) const BLANK: Self = Self(8);

    /// How many signs there are.
    const KINDS: usize = 4;

    /// The signs of one text.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let signs = ascii::signs(bytes, |byte, next| {
            let doubled = u8::from(byte == b' ') & u8::from(next == b' ');
            let control = u8::from(byte < b' ') | u8::from(byte == 0x7f);
            let (ampersand, angle) = (u8::from(byte == b'&'), u8::from(byte == b'<'));
            ampersand | angle << 1 | (doubled | control) << 3 | byte & 0x80
        });
        let edge = bytes.first() == Some(&b' ') || bytes.last() == Some(&b' ');
        let beyond = signs & 0x80 != 0;
        let odd = beyond && !ascii::beyond(text).all(|span| is_everyday(span.as_bytes()));
        Self(signs & 0x7f | u8::from(odd) << 2 | u8::from(edge) << 3)
    }

    /// The signs of either set.
    #[must_use]
    pub(super) fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Whether a sign is in both sets.
    #[cfg(test)]
    pub(super) fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }
}

/// Which fields of a record have which sign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marked([Reads; Marks::KINDS]);

impl Marked {
    /// The signs of every text of `record`, parts of names and fields no table knows included.
    pub(super) fn of(record: &Record) -> Self {
        let mut marked = Self([Reads::NONE; Marks::KINDS]);
        for (field, tracked) in record.fields() {
            marked.add(Reads::one(field), of_value(&tracked.value));
        }
        for extra in &record.extra {
            marked.add(Reads::BEYOND, Marks::of(&extra.value.value.content));
        }
        marked
    }

    /// Looks at one field of `record` again, the others being as they were.
    pub(super) fn look_again(&mut self, field: Field, record: &Record) {
        for marked in &mut self.0 {
            *marked = marked.without(Reads::one(field));
        }
        if let Some(value) = record.get(field) {
            self.add(Reads::one(field), of_value(value));
        }
    }

    /// The fields that have one of `marks`.
    pub(super) fn with(&self, marks: Marks) -> Reads {
        let mut fields = Reads::NONE;
        for (kind, marked) in self.0.iter().enumerate() {
            if marks.0 >> kind & 1 != 0 {
                fields = fields.with(*marked);
            }
        }
        fields
    }

    fn add(&mut self, fields: Reads, marks: Marks) {
        if marks.0 == 0 {
            return;
        }
        for (kind, marked) in self.0.iter_mut().enumerate() {
            if marks.0 >> kind & 1 != 0 {
                *marked = marked.with(fields);
            }
        }
    }
}

/// Whether a run of characters beyond ASCII is surely what it seems: one everyday sign or up to
/// three accented letters, which no wrong encoding gives, or Cyrillic letters. All of it is
/// visible, composed and no presentation form.
fn is_everyday(span: &[u8]) -> bool {
    match span {
        // `‐` to `‧`: dashes, quotation marks, the ellipsis.
        [0xe2, 0x80, 0x90..=0xa7] | [0xc4 | 0xc5, _] => true,
        // `À` to `ÿ`; an `Ã` may be the first half of another letter.
        _ if span.len() < 8 => span
            .chunks(2)
            .all(|letter| matches!(letter, [0xc3, byte] if *byte != 0x83) || is_cyrillic(letter)),
        _ => span.chunks(2).all(is_cyrillic),
    }
}

fn is_cyrillic(letter: &[u8]) -> bool {
    matches!(letter, [0xd0 | 0xd1, _])
}

fn of_value(value: &Value) -> Marks {
    match value {
        Value::Text(text) => Marks::of(&text.content),
        Value::List(list) => list
            .iter()
            .map(|Text { content, .. }| Marks::of(content))
            .fold(Marks(0), Marks::with),
        Value::Names(names) => names
            .list
            .iter()
            .map(|name| {
                let parallel = name.parallel.as_deref().map_or(Marks(0), of_name);
                of_name(name).with(parallel)
            })
            .fold(Marks(0), Marks::with),
        Value::Date(_) | Value::Pages(_) => Marks(0),
    }
}

fn of_name(name: &Name) -> Marks {
    [&name.family, &name.given, &name.particle, &name.suffix]
        .into_iter()
        .filter(|part| !part.is_empty())
        .map(|part| Marks::of(part))
        .fold(Marks(0), Marks::with)
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;
    use crate::text::{mojibake, unicode};

    #[test]
    fn every_sign_is_seen_wherever_it_stands() {
        for (sign, marks) in [
            ("&", Marks::AMPERSAND),
            ("<", Marks::ANGLE),
            ("\u{a0}", Marks::ODD),
            ("Ã", Marks::ODD),
            ("深", Marks::ODD),
            ("é", Marks(0)),
            ("’", Marks(0)),
            ("Łо", Marks::ODD),
            ("о\u{301}", Marks::ODD),
            ("Москва", Marks(0)),
            ("  ", Marks::BLANK),
            ("\n", Marks::BLANK),
            ("\u{7f}", Marks::BLANK),
        ] {
            for before in 0..40 {
                let text = format!("{}{sign}{}", "a".repeat(before), "b".repeat(40 - before));
                assert_eq!(Marks::of(&text), marks, "{text}");
            }
        }
        assert_eq!(Marks::of("a plain text"), Marks(0));
        assert_eq!(Marks::of(" a"), Marks::BLANK);
        assert_eq!(Marks::of("a "), Marks::BLANK);
        assert_eq!(Marks::of(""), Marks(0));
    }

    /// No rule that waits for an odd character has anything to do without one.
    #[test]
    fn everyday_text_needs_no_repair() {
        let pieces = [
            "a", " ", "é", "Å", "×", "ł", "Š", "’", "–", "“", "…", "Ж", "й", "ў", "Ñ",
        ];
        for a in pieces {
            for b in pieces {
                for c in pieces {
                    let text = format!("x{a}{b}{c}y");
                    if Marks::of(&text).meets(Marks::ODD) {
                        continue;
                    }
                    assert_eq!(mojibake::repair(&text), None, "{text}");
                    assert_eq!(unicode::unligature(&text), text);
                    assert!(
                        unicode::tidy(&text) == text || text.contains("  "),
                        "{text}"
                    );
                    assert_eq!(text.nfc().collect::<String>(), text);
                }
            }
        }
        for code in (0xc0..0x180).chain(0x400..0x480).chain(0x2010..0x2028) {
            let character = char::from_u32(code).unwrap_or(' ');
            let text = format!("a{character}");
            if !Marks::of(&text).meets(Marks::ODD) {
                assert_eq!(unicode::tidy(&text), text);
                assert_eq!(text.nfc().collect::<String>(), text);
                assert_eq!(mojibake::repair(&text), None, "{text}");
            }
        }
    }
}

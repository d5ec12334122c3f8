//! [`Marks`]: signs in a text, told by one look at its bytes.

use super::letter_case::is_in_capitals;
use super::odd::oddity;
use crate::text::ascii;

/// A set of signs. A rule says which it waits for (`agenda`), and without them it is not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Marks(u32);

impl Marks {
    /// Nothing to see.
    pub(super) const NONE: Self = Self(0);
    /// A value, whatever it is.
    pub(super) const ANY: Self = Self(1);
    /// A value that is text, or several.
    pub(super) const TEXT: Self = Self(1 << 1);
    /// A name that is more than words with one capital each, and initials.
    pub(super) const UNPLAIN: Self = Self(1 << 2);
    /// Han characters, and none beside them that are [`Self::ODD`].
    pub(super) const HAN: Self = Self(1 << 3);
    /// A control character, two spaces in a row, a space at an end.
    pub(super) const BLANK: Self = Self(1 << 4);
    /// A space before a comma, colon, semicolon or closing bracket.
    pub(super) const SPACED: Self = Self(1 << 5);
    /// A space before a hyphen.
    pub(super) const DASH: Self = Self(1 << 6);
    /// `PM`.
    const PM: Self = Self(1 << 7);
    /// `&`.
    pub(super) const AMPERSAND: Self = Self(1 << 8);
    /// `<`.
    pub(super) const ANGLE: Self = Self(1 << 9);
    /// A character beyond ASCII that is no everyday letter or sign of Latin and Cyrillic text and no
    /// Han character.
    pub(super) const ODD: Self = Self(1 << 10);
    /// A digit.
    pub(super) const DIGIT: Self = Self(1 << 11);
    /// A bracket of ASCII, or a bar.
    pub(super) const BRACKET: Self = Self(1 << 12);
    /// A stop.
    pub(super) const STOP: Self = Self(1 << 13);
    /// `@`.
    pub(super) const AT: Self = Self(1 << 14);
    /// A slash or an x.
    const SLASH: Self = Self(1 << 15);
    /// The text begins or ends in something else than a letter or digit of ASCII.
    pub(super) const EDGE: Self = Self(1 << 16);
    /// The text begins with the word `in`, perhaps.
    pub(super) const IN: Self = Self(1 << 17);
    /// All letters with case are capitals, and there are some.
    pub(super) const CAPITALS: Self = Self(1 << 18);
    /// The text is something else than a number.
    pub(super) const WORDS: Self = Self(1 << 19);
    /// The text does not begin with a digit, or ends in a bracket, and is short.
    pub(super) const REMARK: Self = Self(1 << 20);
    /// The text begins as the words do that say that there is nothing, and is short.
    pub(super) const NOTHING: Self = Self(1 << 21);

    /// One of those an identifier of an archive has in its address or its label.
    pub(super) const ADDRESS: Self = Self::PM.with(Self::STOP).with(Self::SLASH);

    /// How many signs there are.
    pub(super) const KINDS: usize = 22;

    /// The signs that tell damage to a text; in a long one only they are looked for, and the others
    /// are taken to be there but for those that only short ones show.
    const DAMAGE: Self = Self::AMPERSAND
        .with(Self::ANGLE)
        .with(Self::ODD)
        .with(Self::HAN)
        .with(Self::BLANK);
    pub(super) const BEYOND_DAMAGE: Self = Self(((1 << Self::KINDS) - 1) & !Self::DAMAGE.0)
        .without(Self::REMARK)
        .without(Self::NOTHING);

    /// The signs of one text.
    pub(super) fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let (first, last) = (bytes.first().copied(), bytes.last().copied());
        let (mut marks, beyond) = if bytes.len() > LONG {
            let signs = ascii::signs(bytes, damage);
            let marks = Self::AMPERSAND
                .when(signs & 1 != 0)
                .with(Self::ANGLE.when(signs & 2 != 0))
                .with(Self::BLANK.when(signs & 4 != 0));
            (marks.with(Self::BEYOND_DAMAGE), signs & 0x80 != 0)
        } else {
            let signs = signs(bytes);
            let beyond = signs & BEYOND != 0;
            let in_capitals = signs & SMALL == 0
                && (signs & LARGE != 0 || beyond)
                && (!beyond || is_in_capitals(text));
            let marks = Self::of_short(bytes, signs);
            (marks.with(Self::CAPITALS.when(in_capitals)), beyond)
        };
        if beyond {
            marks = marks.with(oddity(text));
        }
        marks.with(Self::BLANK.when(first == Some(b' ') || last == Some(b' ')))
    }

    fn of_short(bytes: &[u8], signs: u32) -> Self {
        let first = bytes.first().copied().unwrap_or_default();
        let last = bytes.last().copied().unwrap_or_default();
        let remark =
            bytes.len() <= LONGEST_PLACEHOLDER && (!first.is_ascii_digit() || last == b')');
        let word = first.is_ascii_alphabetic() && !b"nusNUS".contains(&first);
        let within = matches!(bytes, [b'i' | b'I', b'n' | b'N', ..]);
        Self(signs & SEEN)
            .with(Self::BLANK.when(signs & CONTROL != 0))
            .with(Self::EDGE.when(!first.is_ascii_alphanumeric() || !last.is_ascii_alphanumeric()))
            .with(Self::IN.when(within))
            .with(Self::WORDS.when(signs & NO_DIGIT != 0 || first == b'0' || bytes.is_empty()))
            .with(Self::REMARK.when(remark))
            .with(Self::NOTHING.when(remark && !word))
    }

    /// This set or none.
    #[inline]
    pub(super) const fn when(self, there: bool) -> Self {
        Self(if there { self.0 } else { 0 })
    }

    /// The signs of either set.
    #[must_use]
    pub(super) const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// The signs of this set that are not in the other.
    #[must_use]
    pub(super) const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// The signs of both sets.
    #[must_use]
    pub(super) const fn and(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether a sign is in both sets.
    pub(super) const fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The number of each sign in the set.
    pub(super) fn kinds(self) -> impl Iterator<Item = usize> {
        let mut rest = self.0;
        std::iter::from_fn(move || {
            let kind = rest.trailing_zeros() as usize;
            (rest != 0).then(|| {
                rest &= rest - 1;
                kind
            })
        })
    }
}

/// Of longer texts only the damage is looked for, many bytes at a time.
const LONG: usize = 160;

/// No words that say that there is nothing are longer, which a long text never is.
const LONGEST_PLACEHOLDER: usize = 60;

/// The damage a byte shows, known the next one; the highest bit for one beyond ASCII.
#[inline]
const fn damage(byte: u8, next: u8) -> u8 {
    let doubled = (byte == b' ') as u8 & (next == b' ') as u8;
    let control = (byte < b' ') as u8 | (byte == 0x7f) as u8;
    (byte == b'&') as u8 | ((byte == b'<') as u8) << 1 | (doubled | control) << 2 | byte & 0x80
}

/// What the bytes of a text show, one by one and each with the one before.
fn signs(bytes: &[u8]) -> u32 {
    let (mut single, mut pairs, mut before) = (0, 0, 0);
    for &byte in bytes {
        let class = CLASSES[usize::from(byte)];
        single |= class;
        pairs |= before << 4 & class;
        before = class;
    }
    single & !PAIRS | pairs & PAIRS
}

/// The signs of two bytes; in the class of a byte, that it may be the second of them, and four bits
/// lower that it may be the first.
const PAIRS: u32 = 0xf0;
/// What [`CLASSES`] shares with [`Marks`].
const SEEN: u32 = PAIRS
    | Marks::AMPERSAND
        .with(Marks::ANGLE)
        .with(Marks::DIGIT)
        .with(Marks::BRACKET)
        .0
    | Marks::STOP.with(Marks::AT).with(Marks::SLASH).0;
const LARGE: u32 = 1 << 27;
const CONTROL: u32 = 1 << 28;
const SMALL: u32 = 1 << 29;
const NO_DIGIT: u32 = 1 << 30;
const BEYOND: u32 = 1 << 31;

/// What each byte shows.
static CLASSES: [u32; 256] = {
    let mut table = [0; 256];
    let mut byte = 0_u8;
    loop {
        table[byte as usize] = class(byte);
        if byte == u8::MAX {
            break table;
        }
        byte += 1;
    }
};

const fn class(byte: u8) -> u32 {
    let of_pair = match byte {
        b' ' => 0x07 | Marks::BLANK.0,
        b'P' => 0x08,
        b',' | b':' | b';' => Marks::SPACED.0,
        b')' | b']' => Marks::SPACED.0 | Marks::BRACKET.0,
        b'-' => Marks::DASH.0,
        b'M' => Marks::PM.0,
        _ => 0,
    };
    let own = match byte {
        b'a'..=b'w' | b'y' | b'z' => SMALL,
        b'x' => SMALL | Marks::SLASH.0,
        b'A'..=b'W' | b'Y' | b'Z' => LARGE,
        b'X' => LARGE | Marks::SLASH.0,
        b'/' => Marks::SLASH.0,
        b'0'..=b'9' => return Marks::DIGIT.0,
        b'&' => Marks::AMPERSAND.0,
        b'<' => Marks::ANGLE.0,
        b'.' => Marks::STOP.0,
        b'@' => Marks::AT.0,
        b'(' | b'[' | b'{' | b'}' | b'|' => Marks::BRACKET.0,
        0..=0x1f | 0x7f => CONTROL,
        0x80.. => BEYOND,
        _ => 0,
    };
    of_pair | own | NO_DIGIT
}

#[cfg(test)]
mod tests {
    use super::*;

    fn damage(text: &str) -> Marks {
        Marks(Marks::of(text).0 & Marks::DAMAGE.0)
    }

    #[test]
    fn every_sign_is_seen_wherever_it_stands() {
        for (sign, marks) in [
            ("&", Marks::AMPERSAND),
            ("<", Marks::ANGLE),
            ("\u{a0}", Marks::ODD),
            ("Ã", Marks::ODD),
            ("深", Marks::HAN),
            ("深é", Marks::ODD),
            ("é", Marks(0)),
            ("’", Marks(0)),
            ("Łо", Marks::ODD),
            ("о\u{301}", Marks::ODD),
            ("Москва", Marks(0)),
            ("  ", Marks::BLANK),
            ("\n", Marks::BLANK),
            ("\u{7f}", Marks::BLANK),
        ] {
            for before in (0..40).chain(150..170) {
                let text = format!("{}{sign}{}", "a".repeat(before), "b".repeat(before / 2));
                assert_eq!(damage(&text), marks, "{text}");
            }
        }
        assert_eq!(damage("a plain text"), Marks(0));
        assert_eq!(damage(" a"), Marks::BLANK);
        assert_eq!(damage("a "), Marks::BLANK);
        assert_eq!(damage(""), Marks(0));
    }
}

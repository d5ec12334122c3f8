//! The tag line `XX  - value`, and the forms in which it is found.

/// The two characters of a tag, upper case.
pub(super) type Tag = [u8; 2];

/// A line that begins with a tag.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct TagLine {
    /// The tag, upper case.
    pub(super) tag: Tag,
    /// Where its two characters stand in the line.
    pub(super) tag_at: usize,
    /// Where the value begins, white space before it included.
    pub(super) value_at: usize,
    /// Whether the line keeps the form `XX  - `.
    pub(super) strict: bool,
    /// Whether the tag is in lower case.
    pub(super) lower: bool,
}

impl TagLine {
    /// Whether the line stands as far in as the wrapped lines of a value do.
    pub(super) fn indented(&self) -> bool {
        self.tag_at >= 4
    }
}

/// Reads a line, without its end, as a tag line. The form `XX  - ` is accepted with any tag;
/// forms near to it (one or three blanks or a tab before the dash, none after it, lower case,
/// indented, a typographic dash) only with a tag that RIS or a dialect of it has, since a line of
/// prose can look like them.
pub(super) fn tag_line(line: &[u8]) -> Option<TagLine> {
    if let [a, b, b' ', b' ', b'-', rest @ ..] = line
        && a.is_ascii_uppercase()
        && (b.is_ascii_uppercase() || b.is_ascii_digit())
        && matches!(rest, [] | [b' ', ..])
    {
        return Some(TagLine {
            tag: [*a, *b],
            tag_at: 0,
            value_at: 5,
            strict: true,
            lower: false,
        });
    }
    near_tag_line(line)
}

fn near_tag_line(line: &[u8]) -> Option<TagLine> {
    if let [0xEF, 0xBB, 0xBF, rest @ ..] = line
        && !rest.starts_with(&line[..3])
    {
        // A byte order mark in mid-file, left by joining files, harms nobody.
        return tag_line(rest).map(|found| TagLine {
            tag_at: found.tag_at + 3,
            value_at: found.value_at + 3,
            ..found
        });
    }
    let tag_at = blanks(line);
    let rest = line.get(tag_at..)?;
    let &[a, b, ..] = rest else { return None };
    if !a.is_ascii_alphabetic() || !b.is_ascii_alphanumeric() {
        return None;
    }
    let tag = [a.to_ascii_uppercase(), b.to_ascii_uppercase()];
    let lower = a.is_ascii_lowercase() || b.is_ascii_lowercase();
    let gap = blanks(&rest[2..]);
    if gap == 0 {
        // `ER` alone ends a record in files that lost their trailing blanks.
        return (tag == *b"ER" && !lower && rest.len() == 2).then_some(TagLine {
            tag,
            tag_at,
            value_at: line.len(),
            strict: false,
            lower,
        });
    }
    let dash = match rest.get(2 + gap..)? {
        [b'-', ..] => 1,
        [0xE2, 0x80, 0x90..=0x95, ..] => 3,
        _ => return None,
    };
    if !is_known(tag) {
        return None;
    }
    Some(TagLine {
        tag,
        tag_at,
        value_at: tag_at + 2 + gap + dash,
        strict: false,
        lower,
    })
}

/// Length of the blanks a line begins with: space, tab, no-break space, byte order mark.
pub(super) fn blanks(line: &[u8]) -> usize {
    let mut at = 0;
    loop {
        at += match line.get(at..).unwrap_or_default() {
            [b' ' | b'\t', ..] => 1,
            [0xC2, 0xA0, ..] => 2,
            [0xEF, 0xBB, 0xBF, ..] => 3,
            _ => return at,
        };
    }
}

/// Whether RIS or one of its dialects has the tag.
pub(super) fn is_known(tag: Tag) -> bool {
    place(tag).is_some_and(|at| IS_KNOWN[at])
}

/// Whether each tag is known, at its [`place`]: a look-up for every line of a file.
static IS_KNOWN: [bool; 26 * 36] = {
    let mut table = [false; 26 * 36];
    let mut at = 0;
    while at < KNOWN.len() {
        if let Some(place) = place(*KNOWN[at]) {
            table[place] = true;
        }
        at += 1;
    }
    table
};

const fn place(tag: Tag) -> Option<usize> {
    let second = match tag[1] {
        letter @ b'A'..=b'Z' => letter - b'A',
        digit @ b'0'..=b'9' => digit - b'0' + 26,
        _ => return None,
    };
    match tag[0] {
        letter @ b'A'..=b'Z' => Some((letter - b'A') as usize * 36 + second as usize),
        _ => None,
    }
}

/// The tags of the RIS specifications of 2001 and 2011, and of the dialects of EndNote, ProCite,
/// Citavi, RefWorks and the databases; in order.
static KNOWN: &[&Tag] = &[
    b"A1", b"A2", b"A3", b"A4", b"A5", b"A6", b"AB", b"AD", b"AN", b"AU", b"AV", b"BT", b"C1",
    b"C2", b"C3", b"C4", b"C5", b"C6", b"C7", b"C8", b"CA", b"CL", b"CN", b"CP", b"CR", b"CT",
    b"CY", b"DA", b"DB", b"DI", b"DO", b"DP", b"ED", b"EP", b"ER", b"ET", b"FD", b"H1", b"H2",
    b"ID", b"IP", b"IS", b"J1", b"J2", b"JA", b"JF", b"JO", b"K1", b"KW", b"L1", b"L2", b"L3",
    b"L4", b"LA", b"LB", b"LK", b"M1", b"M2", b"M3", b"M4", b"N1", b"N2", b"NO", b"NV", b"OL",
    b"OP", b"PA", b"PB", b"PP", b"PY", b"RD", b"RI", b"RN", b"RP", b"SE", b"SN", b"SP", b"ST",
    b"SV", b"T1", b"T2", b"T3", b"TA", b"TI", b"TT", b"TY", b"U1", b"U2", b"U3", b"U4", b"U5",
    b"UR", b"VL", b"VO", b"Y1", b"Y2", b"YR",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_known_tags_are_in_order() {
        assert!(KNOWN.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn forms_of_a_tag_line() {
        let value = |line: &str| {
            let found = tag_line(line.as_bytes())?;
            Some((found.tag, line[found.value_at..].trim().to_owned()))
        };
        for line in [
            "TY  - JOUR",
            "TY - JOUR",
            "TY   -JOUR",
            "TY\t-\tJOUR",
            "ty  - JOUR",
            "    TY  - JOUR",
            "\u{feff}TY  -  JOUR",
            "TY\u{a0} – JOUR",
        ] {
            assert_eq!(value(line), Some((*b"TY", "JOUR".to_owned())), "{line:?}");
        }
        assert_eq!(value("VV  - 8"), Some((*b"VV", "8".to_owned())));
        assert_eq!(value("ER"), Some((*b"ER", String::new())));
        assert_eq!(value("ER  -"), Some((*b"ER", String::new())));
        for prose in [
            "IL-2 is",
            "We - the authors",
            "",
            "T",
            "AB",
            "TI-3",
            "é  - x",
        ] {
            assert_eq!(value(prose), None, "{prose:?}");
        }
    }
}

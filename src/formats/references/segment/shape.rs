//! The shapes references begin and end with.

use super::glance::{Class, Tail, Word, is_address, is_year};
use super::marker::is_wide;

/// How many shapes [`shape`] tells apart.
pub(super) const SHAPES: usize = 16;

/// The shape of a beginning: 0 is no name, 1 a repeated-author dash, the others ways of writing a
/// name or what else references begin with.
pub(super) fn shape(words: [Word; 4]) -> usize {
    let [first, second, third, fourth] = words;
    if first.class == Class::Particle && is_name(second.class) {
        return shape([second, third, fourth, Word::END]);
    }
    let initials = |class| matches!(class, Class::Initial | Class::Initials);
    match (first.class, first.tail) {
        (Class::Dashes, _) => 1,
        (Class::Quote, _) => 15,
        (Class::Wide, _) => 14,
        (class, Tail::Comma) if is_name(class) => match second.class {
            class if initials(class) => 2,
            Class::Word => 3,
            _ => 4,
        },
        (class, Tail::None) if is_name(class) => match (second.class, second.tail) {
            (Class::Initial | Class::Initials, Tail::Comma | Tail::Colon | Tail::Semicolon) => 5,
            (Class::Initial | Class::Initials, _) => 6,
            (Class::Word | Class::Caps, Tail::Comma) => 7,
            (Class::Word | Class::Caps | Class::Particle, Tail::None) => 8,
            (Class::And, _) => 9,
            (Class::Year | Class::Bracket, _) => 10,
            _ => 11,
        },
        (class, _)
            if initials(class)
                && (is_name(second.class)
                    || (initials(second.class)
                        && (is_name(third.class) || is_name(fourth.class)))) =>
        {
            12
        }
        (class, Tail::Stop | Tail::Colon) if is_name(class) => 13,
        _ => 0,
    }
}

fn is_name(class: Class) -> bool {
    matches!(class, Class::Word | Class::Caps)
}

/// How many endings [`ending`] tells apart.
pub(super) const ENDINGS: usize = 28;

/// What a text ends in; 0 if it is empty.
pub(super) fn ending(text: &str) -> usize {
    let text = text.trim_end();
    let Some(last) = text.chars().next_back() else {
        return 0;
    };
    let word = last_word(text);
    match last {
        ',' | '，' | '、' => return 1,
        ';' | '；' => return 2,
        ':' | '：' => return 3,
        '-' | '‐' | '\u{ad}' | '–' | '—' => return 4,
        '。' | '．' => return 24,
        ')' | '）' => return 16,
        ']' | '］' | '》' => return 18,
        '"' | '”' | '’' | '»' | '」' => return 20,
        _ => {}
    }
    if is_address(word) || (word.contains('/') && word.len() > 8) {
        return 19;
    }
    let stop = last == '.';
    let core = word.trim_end_matches('.');
    if stop && core.ends_with([')', '）']) {
        return 17;
    }
    if stop && core.ends_with([']', '"', '”', '»']) {
        return 18;
    }
    if matches!(
        core,
        "CrossRef" | "Crossref" | "Medline" | "PubMed" | "Scholar" | "CAS"
    ) {
        return 22;
    }
    let digits = core.bytes().any(|b| b.is_ascii_digit());
    let letters = core.chars().filter(|c| c.is_alphabetic()).count();
    if digits {
        let range = core.contains(['-', '–', '—']) && letters <= 2;
        return match (is_year(core), range, stop) {
            (true, _, false) => 8,
            (true, _, true) => 14,
            (_, true, false) => 9,
            (_, true, true) => 15,
            (_, _, false) => 7,
            (_, _, true) => 13,
        };
    }
    if !stop && is_wide(last) {
        return 23;
    }
    let upper = core.starts_with(char::is_uppercase);
    if stop {
        return match (upper, letters) {
            (true, 1 | 2) => 10,
            (true, 3..=5) => 11,
            (true, _) => 27,
            (false, 1..=3) => 26,
            _ => 12,
        };
    }
    if matches!(
        core,
        "and"
            | "of"
            | "the"
            | "in"
            | "&"
            | "for"
            | "a"
            | "on"
            | "to"
            | "In"
            | "by"
            | "with"
            | "et"
            | "de"
            | "la"
            | "und"
            | "der"
            | "die"
            | "vol"
            | "pp"
            | "from"
            | "et al"
    ) {
        return 21;
    }
    match (upper, letters) {
        (_, 0) => 25,
        (true, _) => 6,
        _ => 5,
    }
}

/// The last word of a text, of which at most the end is looked at.
fn last_word(text: &str) -> &str {
    const LONGEST: usize = 80;
    let start = text
        .char_indices()
        .rev()
        .take(LONGEST)
        .find(|(_, c)| c.is_whitespace())
        .map(|(at, c)| at + c.len_utf8());
    text.get(start.unwrap_or(text.len().saturating_sub(LONGEST))..)
        .unwrap_or(text)
}

/// How many kinds of words [`keyword`] tells apart.
pub(super) const KEYWORDS: usize = 12;

/// What the first word of a line says by itself: 0 nothing.
pub(super) fn keyword(text: &str) -> usize {
    let end = text
        .find(|c: char| c.is_whitespace() || matches!(c, '.' | ',' | ':' | ';' | ')'))
        .unwrap_or(text.len());
    if text.starts_with("http") || text.starts_with("www.") {
        return 1;
    }
    match &text[..end] {
        "doi" | "DOI" | "arXiv" | "PMID" | "ISBN" | "URL" | "Available" | "Retrieved"
        | "Accessed" => 2,
        "In" | "in" | "IN" => 3,
        "pp" | "p" | "vol" | "Vol" | "no" | "No" | "pages" | "volume" | "pt" | "Pt" | "edn" => 4,
        "ed" | "eds" | "Ed" | "Eds" | "edited" | "trans" | "editors" => 5,
        "Proc" | "Proceedings" | "Conference" | "Conf" | "International" | "Symposium"
        | "Workshop" | "Transactions" | "Annual" => 6,
        "J" | "Journal" | "Rev" | "Phys" | "Lett" | "Review" | "Reviews" | "Nature" | "Science"
        | "Acad" | "Sci" | "Res" | "Chem" | "Biol" | "Med" | "Math" | "Soc" | "Am" | "Nucl"
        | "Ann" | "Bull" | "Acta" => 7,
        "University" | "Press" | "Univ" | "Springer" | "Wiley" | "Elsevier" | "York"
        | "Cambridge" | "Oxford" | "London" | "Berlin" | "Verlag" | "Publishing" | "Publishers"
        | "Academic" | "New" => 8,
        "Jan" | "January" | "Feb" | "February" | "Mar" | "March" | "Apr" | "April" | "May"
        | "Jun" | "June" | "Jul" | "July" | "Aug" | "August" | "Sep" | "September" | "Oct"
        | "October" | "Nov" | "November" | "Dec" | "December" => 9,
        "The" | "A" | "An" | "On" | "Der" | "Die" | "Das" | "La" | "Le" | "El" => 10,
        "CrossRef" | "Crossref" | "Medline" | "PubMed" | "PhD" | "Ph" | "Thesis" | "thesis"
        | "Dissertation" => 11,
        _ => 0,
    }
}

#[cfg(test)]
mod tests {
    use super::super::glance::first_words;
    use super::*;

    #[test]
    fn ways_of_writing_the_first_name_are_told_apart() {
        for (text, want) in [
            ("Smith, J. A. (1999)", 2),
            ("Aharoni,A., Griffiths,A.D.", 2),
            ("van der Berg, J.", 0),
            ("Smith, John. Title", 3),
            ("Smith JA, Lee B.", 5),
            ("Luke N Darlow, Elliot", 6),
            ("Alex Cobham and Andy", 8),
            ("J. A. Smith, and B. Lee", 12),
            ("E. Kh. Akhmedov, J. Kopp", 12),
            ("-----. Title", 1),
            ("王力. 汉语史稿", 14),
            ("\"Title\" in", 15),
            ("growth of the", 0),
        ] {
            assert_eq!(shape(first_words(text)), want, "{text}");
        }
    }

    #[test]
    fn endings_are_told_apart() {
        for (text, want) in [
            ("in Press,", 1),
            ("12(3): 45–67.", 15),
            ("Berlin, 1999.", 14),
            ("A. B.", 10),
            ("Phys. Rev.", 11),
            ("of the", 21),
            ("(1999).", 17),
            ("https://doi.org/10.1000/182", 19),
            ("evo-", 4),
            ("社，2001。", 24),
            ("", 0),
        ] {
            assert_eq!(ending(text), want, "{text}");
        }
    }
}

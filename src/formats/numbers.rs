//! ISBNs and ISSNs as formats list them: several in one value, either kind under one name.

/// A standard number by its shape; the check digit does not matter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Shape {
    /// Ten or thirteen digits.
    Isbn,
    /// Eight digits.
    Issn,
}

/// The shape of one number, hyphens and blanks inside allowed.
pub(crate) fn shape(text: &str) -> Option<Shape> {
    let mut digits = 0;
    for c in text.chars() {
        match c {
            '0'..='9' | 'x' | 'X' => digits += 1,
            '-' | '\u{2010}'..='\u{2013}' | ' ' => {}
            _ => return None,
        }
    }
    match digits {
        8 => Some(Shape::Issn),
        10 | 13 => Some(Shape::Isbn),
        _ => None,
    }
}

/// Splits a value into its standard numbers: `1234-5678 (Print); 2345-6789 (ISSN)`. [`None`]
/// where something else stands among them.
///
/// A word in brackets, and the words ISBN and ISSN, name the kind and are left out.
pub(crate) fn split(value: &str) -> Option<Vec<(Shape, &str)>> {
    if let Some(shape) = shape(value.trim()) {
        return Some(vec![(shape, value.trim())]);
    }
    let mut found = Vec::new();
    for word in value.split([' ', ',', ';', '|', '\n', '\r', '\t', '/']) {
        let word = word.trim_matches(['.', ':']);
        let label = word.starts_with('(') && word.ends_with(')')
            || [
                "isbn", "issn", "eissn", "e-issn", "isbn-13", "isbn-10", "print", "online",
            ]
            .iter()
            .any(|label| label.eq_ignore_ascii_case(word));
        if word.is_empty() || label {
            continue;
        }
        let word = word
            .split_once(':')
            .map_or(word, |(_, number)| number)
            .split('(')
            .next()
            .unwrap_or_default();
        found.push((shape(word)?, word));
    }
    (!found.is_empty()).then_some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn splits_what_databases_list() {
        let read =
            |value| split(value).map(|list| list.into_iter().map(|(_, n)| n).collect::<Vec<_>>());
        assert_eq!(read("1234-567X"), Some(vec!["1234-567X"]));
        assert_eq!(read("978 3 16 148410 0"), Some(vec!["978 3 16 148410 0"]));
        assert_eq!(
            read("03029743 (ISSN); 9783540 (x)"),
            None,
            "seven digits are no number"
        );
        assert_eq!(
            read("0302-9743 (ISSN); 9783540404569(ISBN)"),
            Some(vec!["0302-9743", "9783540404569"])
        );
        assert_eq!(read("kmptns"), None);
        assert_eq!(read(""), None);
    }
}

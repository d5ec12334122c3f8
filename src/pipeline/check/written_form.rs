//! What readers and rules say of a record that is no fault of the .bib file it is written in.
//!
//! A rule brings a value to the one form in which records are compared. Some of the forms that it
//! changes are as good in a .bib file: a range of pages in hyphens of any number, a DOI in capitals,
//! a value over several lines. And a field that two programs call by two names is given once to each.

use super::Finding;
use crate::formats::RawName;
use crate::formats::bibtex::lint::File;
use crate::model::{Field, Pages, identifier};

/// Names that mean one field to biblatex, so that having both is a fault.
const SYNONYMS: [[&str; 2]; 6] = [
    ["journal", "journaltitle"],
    ["address", "location"],
    ["school", "institution"],
    ["annote", "annotation"],
    ["archiveprefix", "eprinttype"],
    ["primaryclass", "eprintclass"],
];

/// Whether what was found is a fault of the file.
pub(super) fn is_fault(file: &File<'_>, finding: &Finding) -> bool {
    let text = finding.place.span.of(file.text());
    match finding.fault.id {
        "pages-as-text" => finding.safety.is_none() || !is_plain_range(text),
        "doi-as-url" => finding.safety.is_none() || !is_bare_doi(text),
        "stray-character" => text.contains(is_stray),
        "duplicate-field" => is_repeated(file, finding),
        "misc-with-journal" => word(file, finding).eq_ignore_ascii_case("misc"),
        _ => true,
    }
}

/// Whether these are pages, page ranges or one article number, with hyphens or dashes of any kind.
fn is_plain_range(text: &str) -> bool {
    let bare: String = text.chars().filter(|c| !c.is_whitespace()).collect();
    let one = text.trim() == bare
        && !bare.is_empty()
        && bare.chars().all(|c| c.is_ascii_alphanumeric() || c == '.');
    let dash = |c: char| matches!(c, '-' | '‐' | '–' | '—' | '−');
    let dashed = bare.split(dash).filter(|part| !part.is_empty());
    let dashed = dashed.collect::<Vec<_>>().join("-");
    let same = |pages: Pages| pages.display("-").replace(' ', "") == dashed;
    one || Pages::parse(text).is_some_and(same)
}

/// Whether this is a DOI alone, in whatever case.
fn is_bare_doi(text: &str) -> bool {
    let text = text.trim();
    text.starts_with("10.")
        && identifier::doi(text).is_some_and(|doi| doi.eq_ignore_ascii_case(text))
}

/// Whether this is invisible, or a space other than the one every keyboard has. Lines and runs of
/// spaces are layout.
fn is_stray(c: char) -> bool {
    let layout = matches!(c, ' ' | '\n' | '\r' | '\t');
    let invisible = matches!(
        c,
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}'
            | '\u{FEFF}' | '\u{FFF0}'..='\u{FFFD}' | '\u{E000}'..='\u{F8FF}'
    );
    !layout && (c.is_whitespace() || c.is_control() || invisible)
}

/// Whether the field stands before under the same name, or under the other name that biblatex has
/// for it.
fn is_repeated(file: &File<'_>, finding: &Finding) -> bool {
    let text = file.text();
    let start = finding.place.span.start;
    let (Some(at), Some(name)) = (file.block_at(start), finding.field.as_deref()) else {
        return true;
    };
    let field = Field::from_bib(name);
    let fields = file.fields_of(at);
    // Looking at all fields for each would take long where there are many.
    fields.len() > 512
        || fields.iter().any(|other| {
            let RawName::Written(other_name) = other.name else {
                return false;
            };
            let other = other_name.of(text);
            let pair = |[one, two]: &[&str; 2]| {
                let is = |name: &str, word: &str| name.eq_ignore_ascii_case(word);
                is(name, one) && is(other, two) || is(name, two) && is(other, one)
            };
            let same = other.eq_ignore_ascii_case(name) || SYNONYMS.iter().any(pair);
            // Keywords and numbers of two fields make one list.
            other_name.end < start && same && field == Field::from_bib(other)
        })
}

/// The type of the entry a finding is in, as it is written.
fn word<'t>(file: &File<'t>, finding: &Finding) -> &'t str {
    let block = file.block_at(finding.place.span.start);
    let block = block.and_then(|at| file.blocks().get(at));
    block.map_or("", |block| block.word.of(file.text()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_as_bibtex_takes_them() {
        for plain in [
            "1--10", "1-10", "5–10", "154", "e1234", "1--3, 7", "S12-S15", "214201",
        ] {
            assert!(is_plain_range(plain), "{plain}");
        }
        for odd in ["pp. 3-4", "165 / 187", "06-Oct", "139-54", "12 pages"] {
            assert!(!is_plain_range(odd), "{odd}");
        }
    }

    #[test]
    fn dois_and_spaces() {
        assert!(is_bare_doi("10.1109/UCC.2014.51"));
        assert!(!is_bare_doi("https://doi.org/10.1109/ucc.2014.51"));
        assert!(!"two\n  lines  here".contains(is_stray));
        assert!("a\u{a0}b".contains(is_stray) && "a\u{200b}b".contains(is_stray));
    }
}

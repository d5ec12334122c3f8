//! What readers and rules say of a record that is no fault of the .bib file it is written in.
//!
//! A rule brings a value to the one form in which records are compared. Some of the forms that it
//! changes are as good in a .bib file: a range of pages in hyphens of any number, a DOI in capitals,
//! a value over several lines. And a field that two programs call by two names is given once to each.

use super::Finding;
use crate::formats::RawName;
use crate::formats::bibtex::lint::File;
use crate::model::{Field, Pages, Record, identifier};
use crate::report::Edit;
use crate::source::Span;

/// The rule that brings pages to one form.
pub(super) const PAGES_AS_TEXT: &str = "pages-as-text";

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
        PAGES_AS_TEXT => finding.safety.is_none() || !is_plain_range(text),
        "doi-as-url" => finding.safety.is_none() || !is_bare_doi(text),
        "stray-character" => text.contains(is_stray),
        // arXiv writes its own name so, and `arxivid` says whose identifier it is.
        "identifier-with-prefix" => {
            let field = finding.field.as_deref().unwrap_or_default();
            let says = field.to_ascii_lowercase().starts_with("arxiv");
            let known = text.trim().eq_ignore_ascii_case("arxiv");
            !(known || says && identifier::arxiv(text).is_some())
        }
        "volume-with-label" => finding.safety.is_none() || !is_number(text),
        // An acronym among letters that know no case.
        "title-in-capitals" => {
            !text.contains(|c: char| c.is_alphabetic() && !c.is_lowercase() && !c.is_uppercase())
        }
        "title-final-stop" => !is_abbreviated(text),
        "issn-in-isbn" => !is_of_its_kind(finding, text),
        "duplicate-field" => is_repeated(file, finding),
        "misc-with-journal" => word(file, finding).eq_ignore_ascii_case("misc"),
        _ => true,
    }
}

/// Whether the pages of a record read from `text` are written as those of most entries are, two
/// numbers and hyphens: then changes that [`PAGES_AS_TEXT`] makes are [no fault](is_fault) of a file.
pub(super) fn has_plain_pages(text: &str, record: &Record) -> bool {
    record.tracked(Field::Pages).is_some_and(|pages| {
        let written = pages.provenance.place.span.of(text);
        let inside = written.strip_prefix(['{', '"']).unwrap_or(written);
        Pages::plain(inside.strip_suffix(['}', '"']).unwrap_or(inside)).is_some()
    })
}

/// Whether these are pages, page ranges or one article number, with hyphens or dashes of any kind,
/// abbreviated or not.
fn is_plain_range(text: &str) -> bool {
    let text = text.trim_matches(['{', '}', ' ']);
    // Web of Science gives the first page alone of what it knows no last page of: `411+`.
    let text = text.strip_suffix('+').unwrap_or(text);
    let number = |c: char| c.is_ascii_alphanumeric() || c == '.';
    if !text.is_empty() && text.chars().all(number) {
        return true;
    }
    // As most are: two numbers and hyphens between.
    if Pages::plain(text).is_some() {
        return true;
    }
    // The ACM numbers pages within articles: `19:1--19:12`.
    let within = |end: &str| {
        end.split_once(':')
            .is_some_and(|(one, two)| is_count(one) && is_count(two))
    };
    if text
        .split(is_dash)
        .map(str::trim)
        .filter(|end| !end.is_empty())
        .all(within)
    {
        return true;
    }
    Pages::parse(text).is_some()
        && text.split(',').all(|range| {
            let mut ends = range
                .split(is_dash)
                .map(str::trim)
                .filter(|end| !end.is_empty());
            ends.clone().count() <= 2 && ends.all(is_page)
        })
}

fn is_count(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}

fn is_dash(c: char) -> bool {
    matches!(c, '-' | '‐' | '–' | '—' | '−')
}

/// Whether this is a page: digits, perhaps behind up to three letters and before one, or Roman.
fn is_page(text: &str) -> bool {
    let roman = |c: char| matches!(c.to_ascii_lowercase(), 'i' | 'v' | 'x' | 'l' | 'c');
    let digits = text.trim_start_matches(|c: char| c.is_ascii_alphabetic());
    let letters = text.len() - digits.len();
    // Some books number the pages of each chapter: `1.1--1.36`.
    let end = digits.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
    let last = end.is_empty() || end.len() == 1 && end.bytes().all(|b| b.is_ascii_alphabetic());
    !text.is_empty() && text.chars().all(roman) || letters <= 3 && end.len() < digits.len() && last
}

/// Whether these are numbers, perhaps with dashes between: `07`, `1--4`, `02-12`.
fn is_number(text: &str) -> bool {
    let text = text.trim();
    !text.is_empty() && text.chars().all(|c| c.is_ascii_digit() || is_dash(c))
}

/// Whether the stop at the end is that of an abbreviation, as other words have it.
fn is_abbreviated(text: &str) -> bool {
    let stops = |word: &&str| word.ends_with('.') && word.len() > 1;
    let Some(bare) = text.strip_suffix('.') else {
        return false;
    };
    // `2014 г.`: one letter and a stop are a word cut short, whatever the others are.
    let last = bare.rsplit(char::is_whitespace).next().unwrap_or_default();
    let mut letters = last.chars();
    let one = letters.next().is_some_and(char::is_lowercase) && letters.next().is_none();
    one || text.split_whitespace().filter(stops).nth(1).is_some()
}

/// Whether what stands in an ISBN field are ISBNs, or in an ISSN field ISSNs, so that the fault lies
/// in the other one.
fn is_of_its_kind(finding: &Finding, text: &str) -> bool {
    let (isbns, issns) = (identifier::isbns(text), identifier::issns(text));
    match finding
        .field
        .as_deref()
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("issn") => !issns.is_empty() && isbns.is_empty(),
        Some("isbn") => !isbns.is_empty() && issns.is_empty(),
        _ => false,
    }
}

/// Whether this is a DOI alone, in whatever case.
fn is_bare_doi(text: &str) -> bool {
    let text = text.trim_matches(['{', '}', ' ']);
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

/// The edits that make odd white space that stands in a span a space each; none in what may be joined
/// of parts. As words go it is no change, so the rule that finds it has none to make.
pub(super) fn odd_spaces(text: &str, span: Span) -> Vec<Edit> {
    let odd = |c: char| is_stray(c) && c.is_whitespace();
    let mut edits: Vec<Edit> = Vec::new();
    if span.of(text).contains('#') {
        return edits;
    }
    for (at, space) in span.of(text).char_indices().filter(|(_, c)| odd(*c)) {
        let start = span.start as usize + at;
        let here = Span::new(start, start + space.len_utf8());
        match edits.last_mut() {
            Some(last) if last.span.end == here.start => last.span.end = here.end,
            _ => edits.push(Edit {
                span: here,
                text: " ".to_owned(),
            }),
        }
    }
    for edit in &mut edits {
        let (start, end) = (edit.span.start as usize, edit.span.end as usize);
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        if before.ends_with([' ', '\n', '\t']) || after.starts_with([' ', '\n', '\r', '\t']) {
            edit.text.clear();
        }
    }
    edits
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
            let value = other.value;
            let other = other_name.of(text);
            let pair = |[one, two]: &[&str; 2]| {
                let is = |name: &str, word: &str| name.eq_ignore_ascii_case(word);
                is(name, one) && is(other, two) || is(name, two) && is(other, one)
            };
            let same = other.eq_ignore_ascii_case(name) || SYNONYMS.iter().any(pair);
            // Keywords and numbers of two fields make one list.
            value.end < start && same && field == Field::from_bib(other)
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
    use crate::report::apply;

    #[test]
    fn pages_as_bibtex_takes_them() {
        for plain in [
            "1--10", "1-10", "5–10", "154", "e1234", "1--3, 7", "S12-S15", "214201",
        ] {
            assert!(is_plain_range(plain), "{plain}");
        }
        for plain in [
            "{155-162}",
            "139-54",
            "iv--xii",
            "12a-12d",
            "1.1--1.36",
            "411+",
            "19:1--19:12",
            "53:401–53:408",
        ] {
            assert!(is_plain_range(plain), "{plain}");
        }
        for odd in ["pp. 3-4", "165 / 187", "06-Oct", "12 pages"] {
            assert!(!is_plain_range(odd), "{odd}");
        }
    }

    #[test]
    fn numbers_and_stops() {
        assert!(is_number("02-12") && is_number("1--4") && !is_number("vol. 3"));
        assert!(is_abbreviated("25--29 июня 2012 г.") && !is_abbreviated("On plan B."));
        assert!(is_abbreviated("Mater. Res. Soc. Symp. Proc.") && !is_abbreviated("On growth."));
    }

    #[test]
    fn dois_and_spaces() {
        assert!(is_bare_doi("10.1109/UCC.2014.51") && is_bare_doi("{10.1109/UCC.2014.51}"));
        assert!(!is_bare_doi("https://doi.org/10.1109/ucc.2014.51"));
        let text = "{one\u{a0}two\u{a0} \u{2003}\u{3000}three\u{200b}four}";
        let edits = odd_spaces(text, Span::new(0, text.len()));
        assert_eq!(apply(text, &[edits]).text, "{one two three\u{200b}four}");
        assert!(odd_spaces("{a\u{a0}b} # x", Span::new(0, 12)).is_empty());
        assert!(!"two\n  lines  here".contains(is_stray));
        assert!("a\u{a0}b".contains(is_stray) && "a\u{200b}b".contains(is_stray));
    }
}

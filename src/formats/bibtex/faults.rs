//! What the reader of .bib files complains of.

use crate::doc::Doc;
use crate::report::Severity;
use crate::source::Span;

/// Something the cutter found wrong, before it is a diagnostic.
#[derive(Debug, Clone, Copy)]
pub struct Trouble {
    /// The fault.
    pub fault: &'static Doc,
    /// How much it matters.
    pub severity: Severity,
    /// Where.
    pub span: Span,
    /// What was found, as a clause.
    pub found: &'static str,
}

impl Trouble {
    pub(super) fn warning(fault: &'static Doc, span: Span, found: &'static str) -> Self {
        Self {
            fault,
            severity: Severity::Warning,
            span,
            found,
        }
    }

    pub(super) fn note(fault: &'static Doc, span: Span, found: &'static str) -> Self {
        Self {
            severity: Severity::Note,
            ..Self::warning(fault, span, found)
        }
    }
}

const BIBTEXING: &str = "Oren Patashnik, BibTeXing (btxdoc), section 3";
const BIBLATEX: &str = "biblatex manual, section 2";
const HACKING: &str = "Nicolas Markey, Tame the BeaST, part 2";

macro_rules! faults {
    ($($name:ident $id:literal: $summary:literal, $why:literal, [$(($before:literal, $after:literal)),*], [$($source:expr),*];)*) => {
        $(#[doc = $summary]
        pub static $name: Doc = Doc {
            id: $id, summary: $summary, why: $why,
            examples: &[$(($before, $after)),*], sources: &[$($source),*],
        };)*
        /// Every fault, for the tables of [`BIBTEX`](super::BIBTEX) and [`BIBLATEX`](super::BIBLATEX).
        pub static FAULTS: &[&Doc] = &[$(&$name),*];
    };
}

faults! {
    UNCLOSED_ENTRY "unclosed-entry": "An entry is never closed",
        "BibTeX and most readers lose everything after it. Here it ends where the next entry begins a line, and the fields that can be read are kept.",
        [("@book{a, title = {On Growth", "@book{a, title = {On Growth}}")], [BIBTEXING];
    UNCLOSED_COMMENT "unclosed-comment": "The brace of a `@comment` is never closed",
        "Some readers skip the rest of the file. Here the comment ends with its line.",
        [("@comment{a remark", "@comment{a remark}")], [BIBTEXING];
    UNCLOSED_QUOTE "unclosed-quote": "The quote of a value is never closed",
        "A reader takes what follows for the value. Here it ends at the brace that closes the entry.",
        [("title = \"On Growth}", "title = \"On Growth\"}")], [BIBTEXING];
    QUOTE_IN_QUOTES "quote-in-quotes": "A quoted value holds a quote outside braces",
        "BibTeX ends the value at that quote, so the rest is an error. Put braces around it or around the value.",
        [("author = \"G\\\"{o}sele\"", "author = {G\\\"{o}sele}")], [BIBTEXING, HACKING];
    MISSING_COMMA "missing-comma": "A comma between key and fields, or between two fields, is missing",
        "BibTeX skips the rest of the entry.",
        [("title = {On Growth} year = 1917", "title = {On Growth}, year = 1917")], [BIBTEXING];
    MISSING_EQUALS "missing-equals": "The `=` between field name and value is missing",
        "BibTeX skips the rest of the entry.",
        [("title {On Growth}", "title = {On Growth}")], [BIBTEXING];
    MISSING_VALUE "missing-value": "A field has no value",
        "BibTeX skips the rest of the entry.",
        [("year = ,", "year = {},")], [BIBTEXING];
    MISSING_KEY "missing-key": "An entry has no citation key",
        "It cannot be cited, and several readers refuse the file.",
        [("@book{title = {On Growth}}", "@book{thompson1917, title = {On Growth}}")], [BIBTEXING];
    ODD_KEY "odd-key": "A citation key holds white space or a delimiter",
        "BibTeX cuts the key there; biber refuses it.",
        [("@book{on growth,", "@book{on-growth,")], [BIBTEXING, BIBLATEX];
    ODD_FIELD_NAME "odd-field-name": "A field name holds white space or a delimiter",
        "BibTeX skips the rest of the entry. The name is written with hyphens.",
        [("date added = {2020}", "date-added = {2020}")], [BIBTEXING];
    STRAY_TEXT "stray-text": "Text inside an entry is no field",
        "BibTeX skips the rest of the entry. The text is kept as an unknown field, `stray-text`.",
        [("title = {On} Growth},", "title = {On Growth},")], [BIBTEXING];
    COMMENTED_ENTRY "commented-entry": "An entry stands in a comment",
        "It is not read: neither a `%` line nor a `@comment` is data. BibTeX itself knows no `%` and would read it.",
        [("% @book{a, title = {On Growth}}", "@book{a, title = {On Growth}}")], [BIBTEXING, BIBLATEX];
    DUPLICATE_FIELD "duplicate-field": "A field is given twice, or under two names",
        "BibTeX takes the first, biber the last. The first is taken; another value is kept as an unknown field.",
        [("year = 1917, year = 1942", "year = 1917")], [BIBTEXING];
    DUPLICATE_KEY "duplicate-key": "Two entries have one citation key",
        "BibTeX and biber drop the second, and some readers refuse the file. Both are read.",
        [("@book{a, …} @book{a, …}", "@book{a, …} @book{b, …}")], [BIBTEXING];
    UNDEFINED_STRING "undefined-string": "A macro is used that no `@string` before it defines",
        "BibTeX takes it for empty, other readers refuse the file. The macro's name is kept as the text.",
        [("journal = jacm", "journal = {jacm}")], [BIBTEXING];
    ODD_NAME_LIST "odd-name-list": "A list of names is not separated by `and`",
        "BibTeX takes the whole for one name or refuses it. The list is kept as text.",
        [("author = {Doe, J.; Roe, R.}", "author = {Doe, J. and Roe, R.}")], [BIBTEXING, HACKING];
    CONFLICTING_DATE "conflicting-date": "`date` and `year`, `month` or `day` say different things",
        "biblatex takes `date`, BibTeX styles take `year`. `date` is taken; the other is kept as an unknown field.",
        [("date = {1917}, year = {1942}", "date = {1917}")], [BIBLATEX];
    CROSSREF_UNKNOWN "crossref-unknown": "A `crossref` or `xdata` names an entry the file does not have",
        "The entry lacks what it should inherit.",
        [("crossref = {proceedings99}", "booktitle = {Proceedings}")], [BIBLATEX];
    CROSSREF_LOOP "crossref-loop": "A chain of `crossref` or `xdata` comes back to where it began",
        "Some readers never end on it. Each entry of the chain is used once.",
        [("@misc{a, crossref = {a}}", "@misc{a}")], [BIBLATEX];
}

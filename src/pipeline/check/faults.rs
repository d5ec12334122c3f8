//! What is found by looking at a file as a whole, or at it and its manuscripts.

use crate::doc::Doc;

/// Every fault found here, for `explain`.
pub static FAULTS: &[&Doc] = &[
    &DUPLICATE_ENTRY,
    &ENTRY_IN_TWO_FILES,
    &KEY_IN_TWO_FILES,
    &CITATION_UNDEFINED,
    &ENTRY_UNCITED,
    &IGNORE_UNKNOWN,
];

/// Two entries are one work.
pub static DUPLICATE_ENTRY: Doc = Doc {
    id: "duplicate-entry",
    summary: "Two entries are one work",
    why: "Cited by either key, the work stands twice in the bibliography. They are told by \
          identifiers and by content, as `bibsift dedup` does; `dedup --explain` shows the evidence.",
    examples: &[],
    sources: &["docs/duplicates.md"],
};

/// Entries of two files are one work.
pub static ENTRY_IN_TWO_FILES: Doc = Doc {
    id: "entry-in-two-files",
    summary: "An entry is the same work as one of another file",
    why: "A document that reads both files prints the work twice where it is cited by both keys. Off \
          by default, since the files of a folder often belong to documents of their own: \
          --across-files asks for it. Nothing mends it, for which file should keep the entry the \
          files do not say.",
    examples: &[],
    sources: &["docs/check.md"],
};

/// Entries of two files have one key.
pub static KEY_IN_TWO_FILES: Doc = Doc {
    id: "key-in-two-files",
    summary: "Entries of two files have the same key",
    why: "A document that reads both files gets one of the two: BibTeX stops with an error, biber \
          drops the second with a warning. Off by default, since the files of a folder often belong \
          to documents of their own: --across-files asks for it.",
    examples: &[],
    sources: &["docs/check.md", "biblatex manual, section 3.8.1"],
};

/// A manuscript cites what is in no file.
pub static CITATION_UNDEFINED: Doc = Doc {
    id: "citation-undefined",
    summary: "A manuscript cites a key that no file has",
    why: "LaTeX prints a question mark or the bare key, typst stops. The manuscripts are those \
          --cited-by names.",
    examples: &[],
    sources: &[
        "natbib manual",
        "biblatex manual, section 3.9",
        "Typst reference, cite",
        "Pandoc manual, citation syntax",
    ],
};

/// No manuscript cites an entry.
pub static ENTRY_UNCITED: Doc = Doc {
    id: "entry-uncited",
    summary: "No manuscript cites the entry",
    why: "It is not printed. The manuscripts are those --cited-by names; entries that another one \
          cites by crossref or xdata count as cited, and with \\nocite{*} all do.",
    examples: &[],
    sources: &["biblatex manual, section 3.9"],
};

/// A comment asks to ignore what there is not.
pub static IGNORE_UNKNOWN: Doc = Doc {
    id: "ignore-unknown",
    summary: "A `bibsift: ignore` comment names no rule there is",
    why: "It has no effect, and the fault it was written for is reported.",
    examples: &[(
        "% bibsift: ignore doi-is-url",
        "% bibsift: ignore doi-as-url",
    )],
    sources: &["docs/check.md"],
};

/// Those that are reported only where they are asked for.
pub(super) fn is_off(fault: &Doc) -> bool {
    [ENTRY_IN_TWO_FILES.id, KEY_IN_TWO_FILES.id].contains(&fault.id)
}

/// Those that show in several files together.
pub(super) fn is_of_several(fault: &Doc) -> bool {
    is_off(fault) || [CITATION_UNDEFINED.id, ENTRY_UNCITED.id].contains(&fault.id)
}

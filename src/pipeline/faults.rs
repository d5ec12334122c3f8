//! What can be wrong with a whole input, or with an entry of a list as a whole.

use crate::doc::Doc;

/// Every fault found here, for `explain`.
pub static FAULTS: &[&Doc] = &[
    &TEXT_ENCODING,
    &NOT_DECODABLE,
    &NO_KNOWN_FORMAT,
    &NO_RECORD,
    &EMPTY_RECORD,
    &COMMENTS_LEFT,
    &DECISION_MALFORMED,
    &DECISION_MATCHES_NOTHING,
    &DECISION_AMBIGUOUS,
    &DECISION_CONTRADICTS,
];

/// The text is in no Unicode encoding.
pub static TEXT_ENCODING: Doc = Doc {
    id: "text-not-utf8",
    summary: "The text is not UTF-8; its encoding was worked out",
    why: "A guess can be wrong, and then letters are. Convert the file to UTF-8 to be sure.",
    examples: &[],
    sources: &["WHATWG Encoding Standard", "RFC 3629"],
};

/// Some bytes are no text in the encoding of the rest.
pub static NOT_DECODABLE: Doc = Doc {
    id: "bytes-not-decodable",
    summary: "Some bytes are no text in the encoding of the rest",
    why: "Each such sequence stands as U+FFFD in the output; the letter it was is lost unless \
          the file is mended.",
    examples: &[],
    sources: &["Unicode Standard 3.9, U+FFFD substitution"],
};

/// The text has the marks of no format.
pub static NO_KNOWN_FORMAT: Doc = Doc {
    id: "format-unknown",
    summary: "The text has the marks of no known format",
    why: "Nothing is read from it. If it is a format after all, --from names it.",
    examples: &[],
    sources: &["docs/formats.md"],
};

/// A format was recognised, but nothing in it.
pub static NO_RECORD: Doc = Doc {
    id: "no-record",
    summary: "The input is of a known format but holds no record",
    why: "An empty list is rarely what was meant; an output file is not replaced by it.",
    examples: &[],
    sources: &["docs/formats.md"],
};

/// A record without any field.
pub static EMPTY_RECORD: Doc = Doc {
    id: "record-empty",
    summary: "A record holds no field",
    why: "It refers to no work; often its fields were lost, or two beginnings of a record follow \
          each other. It is counted and not written.",
    examples: &[],
    sources: &["docs/formats.md"],
};

/// Comments that new files cannot hold.
pub static COMMENTS_LEFT: Doc = Doc {
    id: "comments-left-behind",
    summary: "Comments of a .bib file are not carried into the new list",
    why: "`clean` writes a new file of merged and sorted entries, where a comment has lost its \
          place. The input still holds it.",
    examples: &[],
    sources: &["docs/formats.md"],
};

/// A line of a decisions file that says nothing.
pub static DECISION_MALFORMED: Doc = Doc {
    id: "decision-malformed",
    summary: "A line of a decisions file is not `same` or `different` and two ids",
    why: "What it was to decide stays undecided.",
    examples: &[],
    sources: &["docs/duplicates.md"],
};

/// A line of a decisions file about a record there is not.
pub static DECISION_MATCHES_NOTHING: Doc = Doc {
    id: "decision-matches-nothing",
    summary: "A line of a decisions file names a record that is in no input",
    why: "The record is gone, merged into one that reads otherwise, or its name is misspelt. The \
          line has no effect.",
    examples: &[],
    sources: &["docs/duplicates.md"],
};

/// A line of a decisions file that may mean several records.
pub static DECISION_AMBIGUOUS: Doc = Doc {
    id: "decision-ambiguous",
    summary: "A name in a decisions file means several records, or both names mean one",
    why: "Which was meant cannot be told, so the line has no effect. The id with its digits, as \
          --review writes it, means one record.",
    examples: &[],
    sources: &["docs/duplicates.md"],
};

/// Lines of decisions files that cannot all be followed.
pub static DECISION_CONTRADICTS: Doc = Doc {
    id: "decision-contradicts",
    summary: "A `same` line would put together what a `different` line keeps apart",
    why: "`different` wins, since a wrong merge costs more than a duplicate left; of several `same` \
          lines that do so together, the last gives way.",
    examples: &[],
    sources: &["docs/duplicates.md"],
};

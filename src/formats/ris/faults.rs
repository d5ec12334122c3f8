//! What the RIS reader complains of.

use crate::doc::Doc;

const SPECIFICATION: &str = "RIS file format specification (Research Information Systems, 2011)";

/// Lines that belong to no record.
pub(super) static TEXT_OUTSIDE: Doc = Doc {
    id: "ris-text-outside-record",
    summary: "Text stands before, between or after the records",
    why: "Databases put headers and counters there, but it may also be what is left of a damaged \
          record. The text is not read.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A record whose first tag is not `TY`.
pub(super) static NO_TYPE: Doc = Doc {
    id: "ris-no-type",
    summary: "A record has no TY tag",
    why: "Without TY most programs do not see the record at all. It is read as a work of unstated \
          type.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A record not ended by `ER`.
pub(super) static NO_END: Doc = Doc {
    id: "ris-no-end",
    summary: "A record is not ended by ER",
    why: "Programs that wait for ER join the record with the next one or drop it. It is read up \
          to the next TY.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A `TY` in no table.
pub(super) static UNKNOWN_TYPE: Doc = Doc {
    id: "ris-unknown-type",
    summary: "The TY of a record is not one RIS has",
    why: "Programs take such a record for a journal article or leave it out. It is read as a work \
          of unstated type.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A tag in no table.
pub(super) static UNKNOWN_TAG: Doc = Doc {
    id: "ris-unknown-tag",
    summary: "A tag is not one RIS or a known dialect has",
    why: "No program reads it; it may be a mistyped tag, or a line of prose that looks like one. \
          The value is kept beside the fields.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A tag line that strays from `XX  - `.
pub(super) static IRREGULAR_TAG: Doc = Doc {
    id: "ris-irregular-tag",
    summary: "A tag line does not have the form `XX  - value`",
    why: "Stricter programs, Zotero among them, take such a line for the continuation of the one \
          before or do not see the record.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// A field that can hold one value is given several.
pub(super) static SECOND_VALUE: Doc = Doc {
    id: "ris-second-value",
    summary: "A tag that holds one value is repeated with another",
    why: "Programs keep the first or the last of them. The first is read, the others are kept \
          beside the fields.",
    examples: &[],
    sources: &[SPECIFICATION],
};

/// All of them.
pub(super) static FAULTS: &[&Doc] = &[
    &TEXT_OUTSIDE,
    &NO_TYPE,
    &NO_END,
    &UNKNOWN_TYPE,
    &UNKNOWN_TAG,
    &IRREGULAR_TAG,
    &SECOND_VALUE,
];

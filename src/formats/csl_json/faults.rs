//! What the CSL-JSON reader complains of.

use crate::doc::Doc;

const CSL: &str = "CSL-JSON schema, csl-data.json of CSL 1.0.2";
const JSON: &str = "RFC 8259, The JavaScript Object Notation Data Interchange Format";

/// The text strays from JSON.
pub(super) static SYNTAX: Doc = Doc {
    id: "csl-json-syntax",
    summary: "The text is not JSON at this place",
    why: "One missing quote or bracket makes other programs refuse the whole file. Reading goes \
          on at the next member or item.",
    examples: &[],
    sources: &[JSON],
};

/// A value that cannot be read.
pub(super) static BROKEN_VALUE: Doc = Doc {
    id: "csl-json-broken-value",
    summary: "The value of a variable is not JSON",
    why: "The value is kept beside the fields as it stands; the other variables of the item are \
          read.",
    examples: &[],
    sources: &[JSON],
};

/// A value of the wrong kind.
pub(super) static UNEXPECTED_VALUE: Doc = Doc {
    id: "csl-json-unexpected-value",
    summary: "A variable holds another kind of value than CSL gives it",
    why: "A citation processor ignores it or fails. The value is kept beside the fields.",
    examples: &[],
    sources: &[CSL],
};

/// An unknown or missing `type`.
pub(super) static UNKNOWN_TYPE: Doc = Doc {
    id: "csl-json-unknown-type",
    summary: "An item has no type, or one CSL does not have",
    why: "A style formats such an item in its most general way. It is read as a work of unstated \
          type.",
    examples: &[],
    sources: &[CSL],
};

/// Text that is in no item.
pub(super) static TEXT_OUTSIDE: Doc = Doc {
    id: "csl-json-text-outside-item",
    summary: "Text stands before, between or after the items",
    why: "It makes other programs refuse the file, and may be what is left of a damaged item.",
    examples: &[],
    sources: &[JSON],
};

/// All of them.
pub(super) static FAULTS: &[&Doc] = &[
    &SYNTAX,
    &BROKEN_VALUE,
    &UNEXPECTED_VALUE,
    &UNKNOWN_TYPE,
    &TEXT_OUTSIDE,
];

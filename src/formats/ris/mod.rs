//! RIS: tags of two characters, one a line, from `TY` to `ER`.
//!
//! `tag` knows a tag line, `read` cuts records, `lower` gives tags their meaning (`slots`: which
//! tag holds which field in which type), `write` follows the profile that Zotero reads without
//! loss; what has no tag goes to `M2` under the labels of `labels`.

mod apply;
mod dates;
mod faults;
mod labels;
mod lower;
mod name_lines;
mod names;
mod plain_people;
mod read;
mod render;
mod slots;
mod tag;
mod tags;
mod values;
mod write;

use super::{Format, Likelihood};
use crate::doc::Doc;
use crate::model::EntryType;
use tag::tag_line;

/// RIS.
pub static RIS: Format = Format {
    doc: Doc {
        id: "ris",
        summary: "RIS, the exchange format of reference managers and databases",
        why: "Nearly every database exports it and Zotero, EndNote, Mendeley and Citavi read it. \
              It is read in all their dialects and written so that Zotero reads it without loss.",
        examples: &[],
        sources: &[
            "RIS file format specification (Research Information Systems, 2011)",
            "import translator RIS.js of Zotero",
        ],
    },
    extensions: &["ris"],
    faults: faults::FAULTS,
    sniff,
    read: read::read,
    lower: lower::lower,
    write: Some(write::WRITER),
};

/// How `M3` states a degree that `TY  - THES` leaves open.
static THESES: &[(&str, EntryType)] = &[
    ("PhD thesis", EntryType::PhdThesis),
    ("Master's thesis", EntryType::MastersThesis),
];

/// How many bytes of a text are looked at.
const LOOKED_AT: usize = 1 << 16;

/// A text whose first line with anything in it is a `TY` line can only be RIS. Records that lost
/// their `TY` are known by `ER` after other tags.
fn sniff(text: &str) -> Likelihood {
    let bytes = text.as_bytes();
    let mut first = true;
    let mut tags = 0;
    for line in bytes[..bytes.len().min(LOOKED_AT)].split(|&b| b == b'\n' || b == b'\r') {
        let blank = tag::blanks(line) == line.len();
        match tag_line(line) {
            Some(found) if found.tag == *b"TY" => {
                return if first {
                    Likelihood::Certain
                } else {
                    Likelihood::Likely
                };
            }
            Some(found) if found.tag == *b"ER" && tags > 2 => return Likelihood::Likely,
            Some(found) => tags += usize::from(found.strict),
            None => {}
        }
        first &= blank;
    }
    Likelihood::No
}

#[cfg(test)]
mod tests;

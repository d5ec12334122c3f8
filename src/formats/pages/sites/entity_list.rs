//! A list of publications whose letters were written for machines.
//!
//! ```text
//! &Aring;. Bj&ouml;rke, &ldquo;Granular flow&rdquo;, <i>Eur. Quay J. E</i> <b>38</b>, 129 (2015)
//! Erd\H{o}di, P. On random quays. Publ. Quay 6 (1959) 290&#8211;297.
//! ```
//!
//! Character references, tags and accents are decoded first (`encoded`); spans of the records lead
//! back to the text as it stood.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "entity-list",
        summary: "Reference lists with character references of HTML and accents of TeX",
        why: "Letters are written for machines, and signs of markup stand between the parts",
        examples: &[sample!("entity-list")],
        sources: &["HTML Standard, named character references; accents of TeX"],
    },
    read: None,
};

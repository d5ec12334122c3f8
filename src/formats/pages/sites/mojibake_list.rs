//! A reference list whose UTF-8 was read as Windows-1252.
//!
//! ```text
//! MÃ¼llner, JÃ¼rgen & GrÃ¶ÃŸl, H. (1998): Ãœber das Warten. In: Zeitschrift fÃ¼r Ã„sthetik 43, S. 17â€“29.
//! ```
//!
//! A run of such letters is undone only if all of it goes there and back (`encoded`). References are
//! then read as in any list.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "mojibake-list",
        summary: "Reference lists whose UTF-8 was read as another encoding",
        why: "Every letter with an accent is two wrong ones, which look like initials and signs",
        examples: &[sample!("mojibake-list")],
        sources: &["UTF-8, RFC 3629; Windows-1252 as mapped by the Encoding Standard"],
    },
    read: None,
};

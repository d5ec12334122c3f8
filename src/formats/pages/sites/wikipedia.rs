//! References of Wikipedia articles.
//!
//! ```text
//! ^ Jump up to: a b Minch, W. E. (1979). "Early Tide Clocks". Technology and Harbours. 20 (4): 777–786. doi:10.9999/31. JSTOR 31.
//! ^ Minch 1979, p. 780.
//! ↑ Petra Siel: Die Uhr im Watt. In: Wattblätter. 14. März 2011, abgerufen am 2. Mai 2021.
//! ↑ (en) W. E. Minch, « Early Tide Clocks », Technology and Harbours, vol. 20, no 4,‎ 1979, p. 777–786
//! ```
//!
//! `Minch 1979, p. 780` is no work. `Retrieved`, `abgerufen am` and `consulté le` are dates of
//! access, `Archived from the original on` of an archive. `(in French)` and `(en)` are languages.

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "wikipedia",
        summary: "Wikipedia: the references of an article, in English, German and French",
        why: "Marks that lead back stand before the references, short references repeat others, and dates of access look like those of publication",
        examples: &[
            sample!("wikipedia"),
            sample!("wikipedia-de"),
            sample!("wikipedia-fr"),
        ],
        sources: &["pages as saved by readers"],
    },
    read: None,
};

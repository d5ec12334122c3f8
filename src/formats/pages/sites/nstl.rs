//! NSTL and the sites that print its data.
//!
//! ```text
//! 高寒牧区太阳能挤奶机的试验
//! Trial of a Solar Milking Machine
//! 中文摘要：
//! …
//! 扎西顿珠、马文静
//! 牧区机械
//! 中国牧业机械学会
//! 牧区机械
//! 年,卷(期):2024.51(4)
//! ```
//!
//! The title stands in the path to the page too. Names, terms, fund, grant number and year have no
//! labels. The journal is the line that is printed above and below its sponsor (`journal_lines`).

use super::{Site, sample};
use crate::doc::Doc;

/// Its pages.
pub(super) static SITE: Site = Site {
    doc: Doc {
        id: "nstl",
        summary: "NSTL and Napstic: title twice, names joined by 、, numbers behind 年,卷(期)",
        why: "The journal stands without a label above and below its sponsor, and grants look like years",
        examples: &[sample!("nstl")],
        sources: &["pages as saved by readers"],
    },
    read: None,
};

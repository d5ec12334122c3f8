//! What a person decided about pairs of records, kept in a file that outlives the list.
//!
//! A line is `same` or `different`, a tab, an id, a tab, an id; `#` begins a comment. An id is what
//! `dedup` shows, or that followed by `~` and eight hex digits of the record's content. Then the
//! digits decide, so the line holds for the record wherever it stands; the id only tells records
//! of the same digits apart. Without digits an id counts where one record alone is called so.
//!
//! Decisions win over the engine. Over each other: `different` wins over `same`, since a wrong merge
//! costs most, also over what `same` lines make one in several steps; then the `same` line that
//! stands further down gives way.

mod read;
mod resolve;
mod review;

pub use read::{Line, Named, Verdict};
pub use resolve::Decided;
pub use review::write as write_review;

pub(super) use read::read;
pub(super) use resolve::resolve;

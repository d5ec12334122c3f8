//! What a reference is: records, their fields, and the typed values in them.
//!
//! Names are those of the BibLaTeX data model; what another format calls a thing stands in the
//! tables [`FIELDS`] and [`ENTRY_TYPES`].

mod date;
mod entry_type;
mod field;
pub mod identifier;
pub mod language;
pub(crate) mod lookup;
mod name;
mod origin;
mod pages;
mod provenance;
mod record;
mod text;
mod value;

pub use date::{Date, End, When, month};
pub use entry_type::{ENTRY_TYPES, EntryType, EntryTypeSpec};
pub use field::{FIELDS, Field, FieldSpec, Kind};
pub(crate) use lookup::NameIndex;
pub use name::{Name, Names, initials, is_truncation};
pub use origin::Origin;
pub use pages::{LastPage, PageRange, Pages, is_article_number};
pub use provenance::{Provenance, Tracked};
pub use record::{Extra, Record, Role, Statement};
pub use text::{Markup, Text};
pub use value::Value;

pub use compact_str::CompactString;

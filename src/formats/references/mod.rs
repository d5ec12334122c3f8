//! References as they are printed: one a line, or a pasted list.

pub mod decode;
pub mod features;
mod gbt;
mod hash;
pub mod label;
pub mod links;
mod lower;
pub mod model;
pub mod number;
pub mod parse;
pub mod token;
mod words;

pub use model::Model;

use crate::model::Record;
use crate::source::{Place, SourceId};

/// The record of one reference, read with a model of one's own.
#[must_use]
pub fn record_with(model: &Model, text: &str) -> Record {
    let parsed = parse::parse(text, model);
    let place = |span| Place {
        source: SourceId(0),
        span,
    };
    let line = lower::Line {
        text,
        place: &place,
    };
    lower::record(&line, &parsed.fields, Place::default())
}

//! bibsift: noisy bibliographic material in, a clean, deduplicated reference list out.

pub mod config;
pub mod dedup;
pub mod doc;
pub mod error;
pub mod formats;
pub mod model;
pub mod pipeline;
pub mod report;
pub mod rules;
pub mod source;
pub mod text;

//! Free-text references: lists pasted from papers, pages and word processors.

pub mod segment;

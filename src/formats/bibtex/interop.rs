//! Crossing over.

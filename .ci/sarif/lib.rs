//! Holds a dependency to be fetched.

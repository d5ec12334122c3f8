//! Which records are the same work, and what becomes of them.

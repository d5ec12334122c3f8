//! The lists of names in an entry.

use super::{Entry, Written};
use crate::model::Kind;

/// The fields of names, with their values, where they are one part.
pub(super) fn lists<'a>(
    entry: &Entry<'a>,
) -> impl Iterator<Item = (&'a Written<'a>, &'a str)> + use<'a> {
    let fields = entry.fields().iter();
    fields
        .filter(|field| field.field.is_some_and(|field| field.kind() == Kind::Names))
        .filter_map(|field| Some((field, field.inside?)))
}

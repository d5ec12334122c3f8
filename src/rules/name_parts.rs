//! Going through the parts of names.

use crate::model::{Name, Names};

/// Rewrites family and given names, of second scripts too: `rewrite` sees a part and whether it
/// is a whole name, and gives what it ought to be. Says whether anything changed.
pub(super) fn rewrite(names: &mut Names, rewrite: impl Fn(&str, bool) -> Option<String>) -> bool {
    let mut changed = false;
    for name in &mut names.list {
        changed |= rewrite_one(name, &rewrite);
        if let Some(parallel) = &mut name.parallel {
            changed |= rewrite_one(parallel, &rewrite);
        }
    }
    if changed {
        names.list.retain(|name| !is_empty(name));
    }
    changed
}

fn rewrite_one(name: &mut Name, rewrite: &impl Fn(&str, bool) -> Option<String>) -> bool {
    let whole = name.literal;
    let mut changed = false;
    for part in [&mut name.family, &mut name.given] {
        if !part.is_empty()
            && let Some(new) = rewrite(part, whole)
        {
            *part = new;
            changed = true;
        }
    }
    if name.family.is_empty() && !name.given.is_empty() {
        name.family = std::mem::take(&mut name.given);
    }
    changed
}

/// Whether a name holds no letter or digit.
pub(super) fn is_empty(name: &Name) -> bool {
    !name.family.chars().any(char::is_alphanumeric)
        && !name.given.chars().any(char::is_alphanumeric)
        && name.parallel.as_deref().is_none_or(is_empty)
}

/// The name as one string in the order a list prints it: given names behind a comma.
pub(super) fn printed(name: &Name) -> String {
    let mut out = String::new();
    for (before, part) in [
        ("", &name.particle),
        (" ", &name.family),
        (", ", &name.suffix),
        (", ", &name.given),
    ] {
        if !part.is_empty() {
            if !out.is_empty() {
                out.push_str(before);
            }
            out.push_str(part);
        }
    }
    out
}

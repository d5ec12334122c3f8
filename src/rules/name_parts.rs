//! Going through the parts of names.

use super::{
    email_in_name, name_with_degree, name_with_mark, name_with_role, orcid_in_name, others_as_name,
};
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
    if changed && name.family.is_empty() && !name.given.is_empty() {
        name.family = std::mem::take(&mut name.given);
    }
    changed
}

/// Whether something beside the name still stands in it that another rule will take out. Rules
/// that read a name anew or change its letters wait for that.
pub(super) fn is_littered(name: &Name) -> bool {
    let wrong = |part: &str| {
        !part.is_empty()
            && (orcid_in_name::without(part).is_some()
                || email_in_name::without(part).is_some()
                || name_with_mark::unmarked(part, name.literal).is_some()
                || name_with_role::mark_of(part, name.literal).is_some()
                || others_as_name::without(part, name.literal).is_some()
                || !name.literal && name_with_degree::degree_at(part).is_some())
    };
    wrong(&name.family) || wrong(&name.given)
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

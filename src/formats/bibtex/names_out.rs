//! Name lists on their way out: `Last, First`, braces around what must not be split.

use std::borrow::Cow;
use std::fmt::Write as _;

use super::names::{ABOUT, PARALLEL, is_others};
use super::ordinary::is_ordinary;
use crate::model::{Name, Names};
use crate::text::latex;

/// Writes a name list. `others` says whether a list the source cut off may end with it.
pub(super) fn write(names: &Names, others: bool, out: &mut String) {
    for (n, name) in names.list.iter().enumerate() {
        if n > 0 {
            out.push_str(" and ");
        }
        write_one(name, out);
    }
    if names.truncated && others {
        let lead = if names.list.is_empty() {
            "others"
        } else {
            " and others"
        };
        out.push_str(lead);
    }
}

fn write_one(name: &Name, out: &mut String) {
    let family = tidy(&name.family);
    let bare = name.given.is_empty() && name.suffix.is_empty() && name.particle.is_empty();
    if bare {
        // Without a comma the reader decides how a name is built. Where it would decide
        // otherwise, braces keep the whole together.
        let whole = !name.literal && !needs_braces(&family) && !is_others(&family) && {
            let read = Name::parse(&family);
            !read.literal && read.family == family && read.given.is_empty()
        };
        braced(&family, !whole, out);
        return;
    }
    let particle = tidy(&name.particle);
    if !particle.is_empty() {
        part(&particle, false, out);
        out.push(' ');
    }
    let starts_lower = family.chars().next().is_some_and(char::is_lowercase);
    part(
        &family,
        starts_lower && family.contains(' ') || family.is_empty(),
        out,
    );
    let suffix = tidy(&name.suffix);
    if !suffix.is_empty() {
        out.push_str(", ");
        part(&suffix, false, out);
    }
    out.push_str(", ");
    let given = tidy(&name.given);
    // A third part left empty would make a given name of the suffix.
    part(&given, given.is_empty() && !suffix.is_empty(), out);
}

fn part(text: &str, braces: bool, out: &mut String) {
    braced(text, braces || needs_braces(text), out);
}

fn braced(text: &str, braces: bool, out: &mut String) {
    if braces {
        out.push('{');
    }
    if is_ordinary(text) {
        out.push_str(text);
    } else {
        out.push_str(&latex::escape_plain(text));
    }
    if braces {
        out.push('}');
    }
}

/// The data annotations on the names of a list, each with its name: `1="陳怡君"; 3="…"` under
/// `parallel`.
pub(super) fn annotations(names: &Names) -> Vec<(&'static str, String)> {
    let mut all: Vec<(&'static str, String)> = Vec::new();
    for (n, name) in names.list.iter().enumerate() {
        let mut annotate = |what: &'static str, value: String| {
            let at = all.iter().position(|(own, _)| *own == what);
            let at = at.unwrap_or_else(|| {
                all.push((what, String::new()));
                all.len() - 1
            });
            if let Some((_, out)) = all.get_mut(at) {
                let lead = if out.is_empty() { "" } else { "; " };
                let _ = write!(out, "{lead}{}=\"{value}\"", n + 1);
            }
        };
        if let Some(parallel) = &name.parallel {
            let mut value = String::new();
            write_one(parallel, &mut value);
            annotate(PARALLEL, value);
        }
        for (what, own) in ABOUT {
            if let Some((_, value)) = name.about.iter().find(|(name, _)| name == own) {
                let value = tidy(value);
                let value = value.trim_matches('"');
                let held = value.bytes().any(|byte| matches!(byte, b';' | b'=' | b'"'));
                let value = latex::escape_plain(value);
                annotate(
                    what,
                    if held {
                        format!("{{{value}}}")
                    } else {
                        value.into_owned()
                    },
                );
            }
        }
    }
    all
}

/// Whether a part of a name holds what would be read as syntax.
fn needs_braces(text: &str) -> bool {
    text.bytes()
        .any(|byte| matches!(byte, b',' | b';' | b'=' | b'"'))
        || text.len() > 2
            && text
                .as_bytes()
                .split(|byte| *byte == b' ')
                .any(|word| word.eq_ignore_ascii_case(b"and"))
}

/// One line, single spaces: what reading gives back.
fn tidy(text: &str) -> Cow<'_, str> {
    let mut before = b' ';
    let tidy = text.bytes().all(|byte| {
        let solid = (b'!'..=b'~').contains(&byte) || byte == b' ' && before != b' ';
        before = byte;
        solid
    });
    if tidy && before != b' ' || text.is_empty() {
        return Cow::Borrowed(text);
    }
    let mut tidy = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !tidy.is_empty() {
            tidy.push(' ');
        }
        tidy.push_str(word);
    }
    Cow::Owned(tidy)
}

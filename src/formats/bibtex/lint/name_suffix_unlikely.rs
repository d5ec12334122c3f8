//! `name-suffix-unlikely`: two commas in a name, and no suffix between them.

use super::names::lists;
use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::formats::bibtex::lists::{split_and_all, split_at};
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "name-suffix-unlikely",
        summary: "A name has two commas, but no suffix such as Jr. between them",
        why: "BibTeX reads `Last, Jr, First`, so of `Smith, Jones, Brown` it makes one person. Most often the names of a list are separated by commas instead of `and`.",
        examples: &[
            (
                "@book{k, author = {Smith, Jones, Brown}}",
                "@book{k, author = {Smith and Jones and Brown}}",
            ),
            (
                "@book{k, author = {Ford, Henry, Jr.}}",
                "@book{k, author = {Ford, Jr., Henry}}",
            ),
        ],
        sources: &[
            "Oren Patashnik, BibTeXing (btxdoc), section 3",
            "Nicolas Markey, Tame the BeaST, part 2",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

const SUFFIXES: [&str; 26] = [
    "jr", "jnr", "junior", "sr", "snr", "senior", "ii", "iii", "iv", "v", "vi", "vii", "2nd",
    "3rd", "4th", "esq", "filho", "neto", "júnior", "fils", "phd", "i", "père", "pere", "md",
    "viii",
];

fn run(entry: &mut Entry<'_>) {
    for (field, value) in lists(entry) {
        if !may_have_suffix(value) || value.contains(';') {
            continue;
        }
        for name in split_and_all(value) {
            if name.contains('=') {
                continue;
            }
            let parts = split_at(name, b',');
            let [last, suffix, first] = parts.as_slice() else {
                continue;
            };
            let bare = suffix
                .trim_matches(|c: char| !c.is_alphanumeric())
                .to_lowercase();
            if last.is_empty()
                || suffix.is_empty()
                || first.is_empty()
                || SUFFIXES.contains(&bare.as_str())
            {
                continue;
            }
            let message = format!(
                "'{suffix}' is taken for a suffix such as Jr.; names are separated by 'and'"
            );
            entry.report(field.span_of(name), message);
        }
    }
}

/// Whether two commas may stand in one name, outside braces and with no `and` between them.
fn may_have_suffix(value: &str) -> bool {
    let bytes = value.as_bytes();
    let is_and = |at: usize| {
        let white = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_whitespace);
        let word = at.checked_sub(3).and_then(|start| bytes.get(start..=at));
        matches!(word, Some([before, b'a' | b'A', b'n' | b'N', _]) if before.is_ascii_whitespace())
            && white(bytes.get(at + 1))
    };
    let (mut comma, mut depth) = (false, 0_usize);
    for (at, byte) in bytes.iter().enumerate() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            b',' if depth == 0 && comma => return true,
            b',' if depth == 0 => comma = true,
            b'd' | b'D' if comma && depth == 0 && is_and(at) => comma = false,
            _ => {}
        }
    }
    false
}

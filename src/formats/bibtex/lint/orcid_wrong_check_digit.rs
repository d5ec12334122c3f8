//! `orcid-wrong-check-digit`: an ORCID iD with a wrong check digit.

use std::sync::LazyLock;

use memchr::memmem::Finder;

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::identifier::orcid;
use crate::report::Severity;

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "orcid-wrong-check-digit",
        summary: "An ORCID iD has the wrong check digit",
        why: "A digit is wrong, and the address leads to another person or to nobody.",
        examples: &[(
            "@misc{k, orcid = {0000-0002-1825-0098}}",
            "@misc{k, orcid = {0000-0002-1825-0097}}",
        )],
        sources: &[
            "ISO/IEC 7064, MOD 11-2",
            "ORCID, Structure of the ORCID Identifier",
        ],
    },
    severity: Severity::Warning,
    default: true,
    safety: None,
    blocks: Blocks::Entries,
    run,
};

const FORM: &[u8; 19] = b"0000-0000-0000-0000";

fn run(entry: &mut Entry<'_>) {
    static START: LazyLock<Finder<'static>> = LazyLock::new(|| Finder::new(b"000-000"));
    let start = &*START;
    let text = entry.block().span.of(entry.file().text());
    if start.find(text.as_bytes()).is_none() {
        return;
    }
    for field in entry.fields() {
        let Some(value) = field.inside.filter(|value| value.len() >= FORM.len()) else {
            continue;
        };
        let mut from = 0;
        while let Some(found) = start.find(value.as_bytes().get(from..).unwrap_or_default()) {
            let at = (from + found).saturating_sub(1);
            from += found + 7;
            let Some(text) = value.get(at..at + FORM.len()).filter(|text| is_form(text)) else {
                continue;
            };
            let apart = |byte: Option<&u8>| {
                byte.is_none_or(|byte| !byte.is_ascii_alphanumeric() && *byte != b'-')
            };
            let bytes = value.as_bytes();
            let alone = apart(at.checked_sub(1).and_then(|at| bytes.get(at)))
                && apart(bytes.get(at + FORM.len()));
            if alone && orcid(text).is_none() {
                entry.report(
                    field.span(at, FORM.len()),
                    format!("'{text}' is no ORCID iD: its check digit is wrong"),
                );
            }
        }
    }
}

/// Whether it looks like an ORCID iD: `0000-000n-nnnn-nnnX`.
fn is_form(text: &str) -> bool {
    let same = |(at, (byte, form)): (usize, (u8, &u8))| match form {
        b'-' => byte == b'-',
        _ => byte.is_ascii_digit() || at + 1 == FORM.len() && byte == b'X',
    };
    text.starts_with("0000-000") && text.bytes().zip(FORM).enumerate().all(same)
}

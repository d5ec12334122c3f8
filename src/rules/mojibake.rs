//! `mojibake`: text decoded in the wrong encoding.

use std::borrow::Cow;

use super::marks::Marks;
use super::{Phase, Reads, Rule, Visit};
use crate::doc::Doc;
use crate::report::Safety;
use crate::text::mojibake;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "mojibake",
        summary: "UTF-8 read as windows-1252 or Latin-1",
        why: "`MÃ¼ller` and `Müller` are one person to a reader and two to a program. The text is \
              decoded again only if all of it is valid UTF-8 then.",
        examples: &[(
            "title = {Das MÃ¼nchner GesprÃ¤ch}",
            "title = {Das Münchner Gespräch}",
        )],
        sources: &["WHATWG Encoding Standard, index windows-1252"],
    },
    phase: Phase::Repair,
    reads: Reads::ALL,
    safety: Some(Safety::Safe),
    run,
};

fn run(visit: &mut Visit<'_>) {
    visit.rewrite_all(
        Marks::ODD.with(Marks::HAN),
        |_| true,
        |text| match (!text.is_ascii()).then(|| mojibake::repair(text)).flatten() {
            Some(meant) => Cow::Owned(meant),
            None => Cow::Borrowed(text),
        },
        || "text was decoded as windows-1252 but is UTF-8".to_owned(),
    );
}

/// Whether a text waits to be decoded again. Its characters are not what they seem, so rules that
/// take some out or compose them wait too: a no-break space may be the second half of `à`.
pub(super) fn is_awaited(text: &str) -> bool {
    !text.is_ascii() && mojibake::repair(text).is_some()
}

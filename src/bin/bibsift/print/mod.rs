//! Words for people, on standard error.

/// Prints a line on standard error. Nobody listening there is no failure.
macro_rules! say {
    ($($words:tt)*) => {{
        use std::io::Write as _;
        let _ = writeln!(anstream::stderr(), $($words)*);
    }};
}

mod diagnostics;
mod diff;
mod findings;
mod progress;
mod snippet;
mod sources;
mod summary;

pub(crate) use diagnostics::{MOST, diagnostics};
pub(crate) use diff::diff;
pub(crate) use findings::{concise, full, statistics};
pub(crate) use progress::with_progress;
pub(crate) use sources::sources;
pub(crate) use summary::summary;

use std::borrow::Cow;

/// `text` without control and bidi characters: it may come from strangers, and a terminal obeys.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    let obeyed = |c: char| {
        c.is_control()
            || matches!(c, '\u{200E}' | '\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
    };
    // The first bytes of those beyond ASCII.
    let may_be = |byte: &u8| byte.is_ascii_control() || matches!(byte, 0xc2 | 0xe2);
    if !text.as_bytes().iter().any(may_be) || !text.contains(obeyed) {
        return Cow::Borrowed(text);
    }
    Cow::Owned(text.replace(obeyed, "\u{FFFD}"))
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_title_cannot_steer_the_terminal() {
        assert_eq!(
            super::plain("a\u{1b}[31mb\u{202e}c"),
            "a\u{FFFD}[31mb\u{FFFD}c"
        );
    }
}

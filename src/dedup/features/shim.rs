//! Folding until `text::fold` folds.
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::canonical_combining_class;

pub(super) fn fold(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut gap = false;
    for c in text.nfkd().flat_map(char::to_lowercase) {
        if canonical_combining_class(c) != 0 {
            continue;
        }
        if c.is_alphanumeric() {
            if gap && !out.is_empty() {
                out.push(' ');
            }
            gap = false;
            match c {
                'ß' => out.push_str("ss"),
                'ς' => out.push('σ'),
                'ø' => out.push('o'),
                'ł' => out.push('l'),
                _ => out.push(c),
            }
        } else {
            gap = true;
        }
    }
    out
}

//! Whether a text is HTML.

use crate::formats::Likelihood;
use memchr::memmem;

/// How much of a text is looked at.
const SNIFFED: usize = 64_000;

/// Tags that stand in pages, not in the titles and abstracts of other formats.
static TAGS: &[&str] = &[
    "<div", "<span ", "<td", "<tr", "<li", "<a href", "<a class", "<meta ", "<link ", "<h1", "<h2",
    "<br", "<p>", "<p ", "<script", "<table", "<ul", "<ol", "<pre", "<img ", "<body",
];

/// Text that begins as HTML does is HTML; so is one that names a work in meta tags, and one in which
/// every few words are a tag.
pub(super) fn sniff(text: &str) -> Likelihood {
    let mut start = text.trim_start_matches('\u{feff}').trim_start();
    // A comment or a declaration of XML may stand before the first tag.
    for (open, close) in [("<?xml", "?>"), ("<!--", "-->")] {
        if let Some(end) = start.strip_prefix(open).and_then(|rest| rest.find(close)) {
            let rest = start.get(open.len() + end + close.len()..);
            start = rest.unwrap_or_default().trim_start();
        }
    }
    let begins = |tag: &str| {
        let head = start.get(..tag.len());
        let next = start.as_bytes().get(tag.len());
        head.is_some_and(|head| head.eq_ignore_ascii_case(tag))
            && next.is_none_or(|b| !b.is_ascii_alphanumeric())
    };
    if ["<!doctype html", "<html", "<head", "<body"]
        .into_iter()
        .any(begins)
    {
        return Likelihood::Certain;
    }
    let head = &text.as_bytes()[..text.len().min(SNIFFED)];
    let mut tags = 0;
    for at in memchr::memchr_iter(b'<', head) {
        let rest = &head[at..head.len().min(at + 8)];
        tags += usize::from(TAGS.iter().any(|tag| {
            let tag = tag.as_bytes();
            let same = |length: usize| {
                rest.get(..length)
                    .is_some_and(|rest| rest.eq_ignore_ascii_case(&tag[..length]))
            };
            same(tag.len().min(8))
        }));
    }
    let metas = [
        &b"=\"citation_"[..],
        b"='citation_",
        b"=citation_",
        b"=\"DC.",
        b"Z3988",
        b"application/ld+json",
    ]
    .iter()
    .any(|mark| memmem::find(head, mark).is_some());
    let first = start.starts_with('<');
    if first && metas && tags > 0 {
        Likelihood::Certain
    } else if tags >= 5 && tags * 200 >= head.len() || first && tags >= 3 {
        Likelihood::Likely
    } else if metas && tags > 0 {
        Likelihood::Possible
    } else {
        Likelihood::No
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_and_fragments_are_told_from_text_with_markup() {
        for (text, expected) in [
            (
                "\u{feff}\n<!-- saved -->\n<!DOCTYPE HTML PUBLIC \"x\">",
                Likelihood::Certain,
            ),
            ("<?xml version='1.0'?><html xmlns='x'>", Likelihood::Certain),
            (
                "<meta name=\"citation_title\" content=\"A\">",
                Likelihood::Certain,
            ),
            (
                "<script type=\"application/ld+json\">{}</script>",
                Likelihood::Certain,
            ),
            ("<div><p>One</p><p>Two</p></div>", Likelihood::Likely),
            (
                "The <i>Drosophila</i> gene, 2 < 3, H<sub>2</sub>O",
                Likelihood::No,
            ),
            ("<header>", Likelihood::No),
            ("", Likelihood::No),
        ] {
            assert_eq!(sniff(text), expected, "{text}");
        }
    }
}

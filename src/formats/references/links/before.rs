//! Labels in front of a find: `doi:`, `Available from:`.

use super::{Link, LinkKind};

/// Where the label in front of a find begins: `doi:`, `URL`, `Available from:`.
pub(super) fn label_before(text: &str, from: usize, link: Link) -> usize {
    let front = text.get(from..link.start).unwrap_or_default();
    let bare = front.trim_end_matches([' ', ':', '：', '=', '<', '>', '(', '[', '/', '.']);
    let labels: &[&str] = match link.kind {
        LinkKind::Doi => &["doi", "dx.doi.org", "doi.org", "dx"],
        LinkKind::Url => &[
            "url",
            "urls",
            "available from",
            "available at",
            "available online at",
            "available",
            "retrieved from",
            "online at",
            "online",
            "from",
            "at",
            "disponible sur",
            "disponible en",
            "disponível em",
            "режим доступа",
            "verfügbar unter",
            "website",
        ],
        _ => &[],
    };
    for label in labels {
        let Some(start) = bare.len().checked_sub(label.len()) else {
            continue;
        };
        let Some(found) = bare.get(start..) else {
            continue;
        };
        let front_ends = |front: &str| {
            link.kind == LinkKind::Doi && *label == "doi"
                || *label == "url"
                || !front.ends_with(char::is_alphanumeric)
        };
        if is_label(found, label) && bare.get(..start).is_some_and(front_ends) {
            let start = from + start;
            // `doi: http://dx.doi.org/10…`: labels before the label.
            return if link.kind == LinkKind::Doi && *label != "doi" {
                label_before(
                    text,
                    from,
                    Link {
                        start,
                        kind: LinkKind::Doi,
                        ..link
                    },
                )
            } else {
                start
            };
        }
    }
    link.start
}

/// Whether `found` is the label, without regard to case.
fn is_label(found: &str, label: &str) -> bool {
    found.eq_ignore_ascii_case(label) || !found.is_ascii() && found.to_lowercase() == label
}

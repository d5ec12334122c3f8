//! Identifiers of arXiv, spaces borne with.

use super::{Link, LinkKind, behind_colon, space, word};

/// `arXiv:1502.01689v2 [hep-ph]`, `arXiv .org:hep -ph/9911415`.
pub(super) fn arxiv(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let mut end = word(bytes, at, "arxiv")?;
    loop {
        let from = end;
        end = behind_colon(text, end);
        for skip in [
            "org", "e-prints", "e-print", "eprint", "preprint", "arxiv", "abs/", "/abs/", "(", ",",
        ] {
            end = word(bytes, end, skip).unwrap_or(end);
        }
        if end == from {
            break;
        }
    }
    let (from, to) = arxiv_number(text, end).or_else(|| archive_number(text, end))?;
    Some(Link {
        kind: LinkKind::Arxiv,
        start: at,
        end: with_class(text, to),
        value: (from, to),
    })
}

/// `1502.01689v2` at `at`.
fn arxiv_number(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    let count = |from: usize| {
        bytes
            .get(from..)
            .unwrap_or_default()
            .iter()
            .take_while(|b| b.is_ascii_digit())
            .count()
    };
    if count(at) != 4 {
        return None;
    }
    let dot = space(bytes, at + 4);
    let from = space(bytes, word(bytes, dot, ".")?);
    let digits = count(from);
    if !(4..=5).contains(&digits) {
        return None;
    }
    let mut end = from + digits;
    if let Some(version) = word(bytes, end, "v").filter(|v| count(*v) > 0) {
        end = version + count(version);
    }
    Some((at, end))
}

/// Archives of arXiv before 2007.
const ARCHIVES: &[&str] = &[
    "acc-phys", "astro-ph", "cond-mat", "gr-qc", "hep-ex", "hep-lat", "hep-ph", "hep-th",
    "math-ph", "nucl-ex", "nucl-th", "quant-ph", "physics", "q-bio", "nlin", "math", "cs",
    "alg-geom", "q-alg",
];

/// `hep-th/0011193` at `at`, spaces borne with.
fn archive_number(text: &str, at: usize) -> Option<(usize, usize)> {
    let bytes = text.as_bytes();
    // How the names of archives begin.
    let next = bytes.get(at + 1)?.to_ascii_lowercase();
    if !matches!(
        (bytes.get(at)?.to_ascii_lowercase(), next),
        (b'a', b'c' | b's' | b'l')
            | (b'c', b'o' | b's')
            | (b'g', b'r')
            | (b'h', b'e')
            | (b'm', b'a')
            | (b'n', b'u' | b'l')
            | (b'p', b'h')
            | (b'q', _)
    ) {
        return None;
    }
    let tolerant = |name: &str| {
        let (front, back) = name.split_once('-').unwrap_or((name, ""));
        let mut end = word(bytes, at, front)?;
        if !back.is_empty() {
            end = space(bytes, word(bytes, space(bytes, end), "-")?);
            end = word(bytes, end, back)?;
        }
        Some(end)
    };
    let mut end = ARCHIVES.iter().find_map(|name| tolerant(name))?;
    if bytes.get(end) == Some(&b'.') {
        let class = bytes
            .get(end + 1..)?
            .iter()
            .take_while(|b| b.is_ascii_alphabetic())
            .count();
        end += 1 + class;
    }
    let from = space(bytes, word(bytes, space(bytes, end), "/")?);
    let digits = bytes
        .get(from..)?
        .iter()
        .take_while(|b| b.is_ascii_digit())
        .count();
    (digits == 7).then_some((at, from + digits))
}

pub(super) fn archive(text: &str, at: usize) -> Option<Link> {
    let (from, to) = archive_number(text, at)?;
    Some(Link {
        kind: LinkKind::Arxiv,
        start: at,
        end: with_class(text, to),
        value: (from, to),
    })
}

/// Takes `[hep-ph]` behind an arXiv number in.
fn with_class(text: &str, end: usize) -> usize {
    let rest = text.get(end..).unwrap_or_default();
    let inner = rest.trim_start_matches(' ');
    let Some(class) = inner.strip_prefix('[') else {
        return end;
    };
    match class.find(']') {
        Some(close)
            if close <= 20
                && class.get(..close).is_some_and(|class| {
                    class
                        .bytes()
                        .all(|b| b.is_ascii_alphabetic() || matches!(b, b'-' | b'.' | b' '))
                }) =>
        {
            end + (rest.len() - inner.len()) + close + 2
        }
        _ => end,
    }
}

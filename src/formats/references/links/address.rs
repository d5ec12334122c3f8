//! Web addresses, and what of them is a DOI.

use super::{Link, LinkKind, doi::doi, space, trimmed, word};

/// An address that begins at `at`; a resolver's is a DOI.
pub(super) fn address(text: &str, at: usize) -> Option<Link> {
    let bytes = text.as_bytes();
    let begins = || at == 0 || !bytes.get(at - 1).is_some_and(u8::is_ascii_alphanumeric);
    let body = if let Some(end) = word(bytes, at, "http").or_else(|| word(bytes, at, "ftp")) {
        let end = if matches!(bytes.get(end), Some(b's' | b'S')) {
            end + 1
        } else {
            end
        };
        let mut end = space(bytes, end);
        if text.get(end..)?.starts_with('：') {
            end += '：'.len_utf8();
        } else if bytes.get(end) == Some(&b':') {
            end += 1;
        } else {
            return None;
        }
        end = space(bytes, end);
        if bytes.get(end) != Some(&b'/') {
            return None;
        }
        end = space(bytes, end + 1);
        if bytes.get(end) == Some(&b'/') {
            end = space(bytes, end + 1);
        }
        end
    } else if begins()
        && let Some(end) = word(bytes, at, "www")
        && let Some(end) = word(bytes, space(bytes, end), ".")
        && (end == at + 4 || bytes.get(end).is_some_and(u8::is_ascii_alphanumeric))
    {
        end
    } else {
        return None;
    };
    let end = address_end(text, body);
    if end <= body {
        return None;
    }
    let address = text.get(body..end)?;
    let resolver = ["doi.org", "dx.doi.org", "www.doi.org"]
        .iter()
        .find(|host| address.len() > host.len() && word(address.as_bytes(), 0, host).is_some());
    if resolver.is_some()
        && let Some(ten) = address.find("10")
        && let Some(found) = doi(text, body + ten)
    {
        return Some(Link {
            kind: LinkKind::Doi,
            start: at,
            ..found
        });
    }
    Some(Link {
        kind: LinkKind::Url,
        start: at,
        end,
        value: (at, end),
    })
}

/// Where the address ends whose host begins at `from`.
fn address_end(text: &str, from: usize) -> usize {
    let mut end = from;
    let mut rest = text.get(from..).unwrap_or_default();
    loop {
        let stop = rest
            .find(|c: char| {
                c.is_whitespace()
                    || matches!(
                        c,
                        '<' | '>' | '"' | '“' | '”' | '»' | '[' | '［' | ']' | '{'
                    )
                    || matches!(
                        c,
                        '，' | '。' | '；' | '（' | '）' | '、' | '】' | '］' | '》'
                    )
            })
            .unwrap_or(rest.len());
        end += stop;
        let part = text.get(from..end).unwrap_or_default();
        // `….html(accessed: August2014)`
        if let Some(visited) = part
            .rfind('(')
            .filter(|open| word(part.as_bytes(), open + 1, "accessed").is_some())
        {
            end = from + visited;
            break;
        }
        rest = rest.get(stop..).unwrap_or_default();
        let after = rest.trim_start_matches(' ');
        let next = after
            .split(|c: char| c.is_whitespace() || matches!(c, '>' | ']' | '<' | ')'))
            .next()
            .unwrap_or_default();
        if rest.len() == after.len() || !goes_on(part, next, after) {
            break;
        }
        end += rest.len() - after.len();
        rest = after;
    }
    trimmed(text, from, end)
}

/// Whether `next`, behind a space, is more of the address `part`.
fn goes_on(part: &str, next: &str, after: &str) -> bool {
    let inner = next.trim_end_matches(['.', ',', ';']);
    let first = inner.bytes().next().unwrap_or(b' ');
    let path = inner.contains(['/', '_', '=', '?', '&', '%', '~'])
        || inner
            .split_once('.')
            .is_some_and(|(stem, end)| !stem.is_empty() && (2..=4).contains(&end.len()));
    let lower = first.is_ascii_lowercase() || first.is_ascii_digit();
    match part.bytes().last() {
        _ if matches!(first, b'/' | b'?' | b'&' | b'#') => {
            inner.len() > 1 && !inner.starts_with("//")
        }
        Some(b'/' | b'_' | b'=' | b'?' | b'&' | b'~') => {
            path || lower && after.len() == next.len() && inner.len() > 2
                || inner.bytes().filter(u8::is_ascii_digit).count() >= 8
                    && inner.bytes().all(|b| b.is_ascii_alphanumeric())
        }
        Some(b'-') => lower && (path || inner.contains('-')),
        Some(b'.') if part.contains("arxiv.org") => {
            inner.len() >= 4 && inner.bytes().all(|b| b.is_ascii_digit() || b == b'v')
        }
        Some(b'.') => {
            lower
                && !part.contains('/')
                && inner.split('/').next().is_some_and(|host| {
                    (2..=30).contains(&host.len())
                        && host.bytes().all(|b| b.is_ascii_lowercase() || b == b'.')
                })
                && (inner.contains('/') || inner.len() <= 4)
        }
        Some(b'0') if part.ends_with("%20") => path,
        // `www .ncbi .nlm.nih.gov`
        _ if first == b'.' && !part.contains('/') => inner
            .as_bytes()
            .get(1)
            .is_some_and(|b| b.is_ascii_lowercase() || b.is_ascii_digit()),
        // `…?db=PubMed&dopt=Citat ion&list_uids=18`
        _ => part.contains('?') && inner.contains(['=', '&']) && lower,
    }
}

//! The parts of a text beyond ASCII, found many bytes at a time.

/// The longest pieces of `text` without an ASCII character, in order.
///
/// ```
/// use bibsift::text::ascii::beyond;
/// assert_eq!(beyond("Æsir, naïve – 深度").collect::<Vec<_>>(), ["Æ", "ï", "–", "深度"]);
/// ```
pub fn beyond(text: &str) -> impl Iterator<Item = &str> {
    let bytes = text.as_bytes();
    let mut at = 0;
    std::iter::from_fn(move || {
        at += length(bytes.get(at..)?);
        let rest = bytes.get(at..)?;
        let end = at + rest.iter().take_while(|byte| !byte.is_ascii()).count();
        let span = text.get(at..end).filter(|span| !span.is_empty())?;
        at = end;
        Some(span)
    })
}

/// How many ASCII bytes `bytes` begins with.
pub(crate) fn length(bytes: &[u8]) -> usize {
    const BLOCK: usize = 32;
    let blocks = bytes
        .chunks_exact(BLOCK)
        .take_while(|block| block.is_ascii())
        .count();
    let at = blocks * BLOCK;
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest.iter().take_while(|byte| byte.is_ascii()).count()
}

/// The signs of all bytes together: `sign` gives those of a byte, knowing the next one (an `a` after
/// the last). It must be without a branch, so that many bytes are looked at in one step, and give
/// none for an `a` before an `a`.
#[inline]
pub(crate) fn signs(bytes: &[u8], sign: impl Fn(u8, u8) -> u8) -> u8 {
    let Some((last, before)) = bytes.split_last() else {
        return 0;
    };
    let after = bytes.get(1..).unwrap_or_default();
    if before.len() < SHORT {
        let pairs = before.iter().zip(after);
        return pairs.fold(sign(*last, b'a'), |found, (&byte, &next)| {
            found | sign(byte, next)
        });
    }
    let (mut block, mut next) = ([b'a'; BLOCK], [b'a'; BLOCK]);
    let whole = before.len() / BLOCK * BLOCK;
    let mut found = sign(*last, b'a');
    if let (Some(end), Some(end_next)) = (before.last_chunk::<BLOCK>(), after.last_chunk::<BLOCK>())
    {
        found |= looked(&before[..whole], &after[..whole], &sign);
        if whole < before.len() {
            // What is over, with some bytes for the second time.
            found |= looked(end, end_next, &sign);
        }
        return found;
    }
    block[..before.len()].copy_from_slice(before);
    next[..after.len()].copy_from_slice(after);
    found | looked(&block, &next, &sign)
}

/// Fewer bytes are looked at one by one.
const SHORT: usize = 10;

/// How many bytes are looked at in one step.
const BLOCK: usize = 32;

/// The signs of whole blocks. Not inlined, where the compiler would know how many and take each
/// byte by itself.
#[inline(never)]
fn looked(bytes: &[u8], next: &[u8], sign: &impl Fn(u8, u8) -> u8) -> u8 {
    let mut found = 0;
    for (&byte, &next) in bytes.iter().zip(next) {
        found |= sign(byte, next);
    }
    found
}

/// The text without white space at its ends.
pub(crate) fn trimmed(text: &str) -> &str {
    let solid = |byte: Option<&u8>| byte.is_none_or(|byte| (b'!'..=b'~').contains(byte));
    let bytes = text.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) {
        return text;
    }
    // Most have a space or two.
    let before = bytes.iter().take_while(|byte| **byte == b' ').count();
    let after = bytes.iter().rev().take_while(|byte| **byte == b' ').count();
    let inner = text.get(before..text.len() - after).unwrap_or_default();
    let bytes = inner.as_bytes();
    if solid(bytes.first()) && solid(bytes.last()) {
        inner
    } else {
        inner.trim()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_seen_at_every_place() {
        let sign = |byte: u8, next: u8| {
            u8::from(byte == b'&') | u8::from(byte == b' ' && next == b' ') << 1
        };
        for length in 0..70 {
            let plain = "a".repeat(length);
            assert_eq!(signs(plain.as_bytes(), sign), 0);
            for at in 0..length {
                let mut bytes = plain.clone().into_bytes();
                bytes[at] = b'&';
                assert_eq!(signs(&bytes, sign), 1, "{at} of {length}");
                bytes[at] = b' ';
                assert_eq!(signs(&bytes, sign), 0);
                if let Some(next) = bytes.get_mut(at + 1) {
                    *next = b' ';
                    assert_eq!(signs(&bytes, sign), 2, "{at} of {length}");
                }
            }
        }
    }

    #[test]
    fn pieces_at_every_place() {
        for before in 0..70 {
            let text = format!("{}é{}–x", "a".repeat(before), "b".repeat(70 - before));
            let pieces: Vec<_> = beyond(&text).collect();
            if before < 70 {
                assert_eq!(pieces, ["é", "–"]);
            } else {
                assert_eq!(pieces, ["é–"]);
            }
        }
        assert_eq!(beyond("plain").count() + beyond("").count(), 0);
    }

    proptest::proptest! {
        #[test]
        fn trimming_is_trimming(text in "[ \\ta\u{a0}\u{3000}\u{7f}é]{0,6}") {
            proptest::prop_assert_eq!(trimmed(&text), text.trim());
        }
    }
}

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

#[cfg(test)]
mod tests {
    use super::*;

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
}

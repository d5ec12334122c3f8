//! Folding of ASCII, eight bytes at a time.

/// Bytes folded before they are passed on.
const ROOM: usize = 128;
/// Bytes folded in one step.
const STEP: usize = 8;
/// One byte in each of eight.
const EACH: u64 = 0x0101_0101_0101_0101;
/// A space in each byte; its bit is also what makes a letter a small one.
const SPACES: u64 = b' ' as u64 * EACH;
/// The highest bit of each byte, which ASCII leaves free.
const HIGH: u64 = 0x80 * EACH;

/// Appends the ASCII that `text` begins with to `out`: letters in lower case, digits, each run of
/// anything else one space. `after_space` says whether a space now would follow one or begin the
/// text, before and afterwards. Returns how many bytes were read.
pub(super) fn fold_into(text: &[u8], after_space: &mut bool, out: &mut String) -> usize {
    let mut room = Room([0; ROOM]);
    let room = &mut room.0;
    let mut rest = text;
    loop {
        let mut kept = 0;
        while kept + STEP <= ROOM
            && let Some((step, after)) = rest.split_first_chunk::<STEP>()
        {
            let bytes = u64::from_le_bytes(*step);
            if bytes & HIGH != 0 {
                break;
            }
            let (folded, spaces) = fold_eight(bytes);
            let before = (spaces << 8) | (u64::from(*after_space) << 7);
            if spaces & before == 0 {
                let place = room.get_mut(kept..);
                if let Some(place) = place.and_then(|room| room.first_chunk_mut::<STEP>()) {
                    *place = folded.to_le_bytes();
                }
                kept += STEP;
                *after_space = spaces >> 63 == 1;
            } else {
                for byte in folded.to_le_bytes() {
                    kept = put(byte, kept, room, after_space);
                }
            }
            rest = after;
        }
        while kept < ROOM
            && let Some((byte, after)) = rest.split_first()
            && byte.is_ascii()
        {
            kept = put(FOLDED[usize::from(byte & 0x7f)], kept, room, after_space);
            rest = after;
        }
        out.push_str(ascii_text(room, kept));
        if rest.first().is_none_or(|byte| !byte.is_ascii()) {
            return text.len() - rest.len();
        }
    }
}

/// Bytes so placed that many can be looked at in one step.
#[repr(align(16))]
struct Room([u8; ROOM]);

/// The first `length` bytes as a text. Some more are looked at, all of them ASCII too, because whole
/// steps are faster than the bytes of a part of one.
fn ascii_text(room: &[u8; ROOM], length: usize) -> &str {
    let steps = room.get(..length.next_multiple_of(16)).unwrap_or(room);
    let text = str::from_utf8(steps).unwrap_or_default();
    text.get(..length).unwrap_or_default()
}

/// Puts a folded byte behind the `kept` ones, unless it is a space that follows another, and says how
/// many there are then.
#[inline]
fn put(byte: u8, kept: usize, room: &mut [u8; ROOM], after_space: &mut bool) -> usize {
    if let Some(place) = room.get_mut(kept) {
        *place = byte;
    }
    let space = byte == b' ';
    let more = usize::from(!(space && *after_space));
    *after_space = space;
    kept + more
}

/// Eight bytes of ASCII folded, and the highest bit of each that became a space.
const fn fold_eight(bytes: u64) -> (u64, u64) {
    /// The highest bit of each byte that lies between the two.
    const fn between(bytes: u64, first: u8, last: u8) -> u64 {
        let from_first = bytes + (0x80 - first as u64) * EACH;
        let beyond_last = bytes + (0x7f - last as u64) * EACH;
        from_first & !beyond_last & HIGH
    }
    let lower = bytes | SPACES;
    let kept = between(lower, b'a', b'z') | between(bytes, b'0', b'9');
    // All bits of each byte that is kept.
    let mask = kept | (kept - (kept >> 7));
    let folded = (lower & mask) | (SPACES & !mask);
    (folded, kept ^ HIGH)
}

/// What each byte of ASCII is folded to.
static FOLDED: [u8; 128] = {
    let mut table = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        let [folded, ..] = fold_eight(byte as u64).0.to_le_bytes();
        table[byte as usize] = folded;
        byte += 1;
    }
    table
};

#[cfg(test)]
mod tests {
    use super::*;

    /// The definition, a byte at a time.
    fn plainly(text: &str, mut after_space: bool) -> String {
        let mut out = String::new();
        for c in text.chars() {
            if c.is_ascii_alphanumeric() {
                out.push(c.to_ascii_lowercase());
            } else if !after_space {
                out.push(' ');
            }
            after_space = !c.is_ascii_alphanumeric();
        }
        out
    }

    proptest::proptest! {
        #[test]
        fn blocks_fold_as_bytes_do(
            text in "([\\x00-\\x7f]{0,3}[A-Za-z0-9]{0,9}[ ,.]{0,3}){0,40}",
            after_space in proptest::prelude::any::<bool>(),
        ) {
            let mut out = String::new();
            let mut ends_spaced = after_space;
            let read = fold_into(format!("{text}é").as_bytes(), &mut ends_spaced, &mut out);
            proptest::prop_assert_eq!(read, text.len());
            let want = plainly(&text, after_space);
            proptest::prop_assert_eq!(&out, &want);
            let spaced = text.bytes().next_back().map_or(after_space, |b| !b.is_ascii_alphanumeric());
            proptest::prop_assert_eq!(ends_spaced, spaced);
        }
    }
}

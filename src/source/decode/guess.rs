//! Which encoding bytes are in that are no UTF-8.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, WINDOWS_1252};

/// The encoding of these lines, each of which holds bytes that are no ASCII.
pub(super) fn guess<'a>(lines: impl Iterator<Item = &'a [u8]>) -> &'static Encoding {
    // More tells the detector nothing, and it is slow.
    const ENOUGH: usize = 64 * 1024;
    let mut sample = Vec::new();
    for line in lines {
        let room = ENOUGH - sample.len();
        sample.extend_from_slice(line.get(..room).unwrap_or(line));
        if sample.len() >= ENOUGH {
            break;
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(&sample, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    if !guess.is_single_byte() && !is_multi_byte_plausible(&sample) {
        WINDOWS_1252
    } else {
        guess
    }
}

/// Whether there is enough to believe in two bytes a character: a few letters, most of them side
/// by side. A lone letter with an accent among ASCII takes the next letter for its second byte.
fn is_multi_byte_plausible(sample: &[u8]) -> bool {
    const FEWEST: usize = 6;
    let mut high = 0_usize;
    let mut alone = 0_usize;
    let is_high = |at: Option<usize>| {
        at.and_then(|at| sample.get(at))
            .is_some_and(|byte| !byte.is_ascii())
    };
    for (at, byte) in sample.iter().enumerate() {
        if !byte.is_ascii() {
            high += 1;
            let near = is_high(at.checked_sub(1))
                || is_high(at.checked_sub(2))
                || is_high(Some(at + 1))
                || is_high(Some(at + 2));
            alone += usize::from(!near);
        }
    }
    high >= FEWEST && alone * 2 < high
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn scattered_bytes_are_single() {
        assert!(!is_multi_byte_plausible(b"Effect of 5 \xb5m particles"));
        assert!(!is_multi_byte_plausible(
            b"5 \xb5m, 6 \xb5m, 7 \xb5m, 8 \xb5m, 9 \xb5m, 1 \xb5m, 2 \xb5m"
        ));
        assert!(is_multi_byte_plausible(b"\xcd\xf5\xd0\xa1\xc3\xf7"));
        // Katakana of Shift_JIS, whose second bytes are ASCII.
        assert!(is_multi_byte_plausible(
            b"\x83\x41\x83\x43\x83\x45\x83\x47\x83\x49\x83\x4a"
        ));
    }
}

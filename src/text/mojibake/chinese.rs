//! GBK read as windows-1252, and UTF-8 read as GBK.

use std::sync::LazyLock;

use encoding_rs::{GBK, WINDOWS_1252};

/// How many characters from the first Chinese one on tell of nearly every text, and of nearly every
/// other, that it is no other's bytes. To encode one means to search for it.
const BEGINNINGS: [usize; 2] = [2, 16];

/// The Chinese text whose GBK bytes were read as windows-1252 or Latin-1: all runs of such
/// characters must be pairs of common hanzi and the punctuation between them.
pub(super) fn from_western(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    for character in text.chars() {
        if let Ok(byte) = u8::try_from(u32::from(character)) {
            bytes.push(byte);
            continue;
        }
        let mut buffer = [0; 4];
        let (encoded, _, failed) = WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
        if failed {
            return None;
        }
        bytes.extend_from_slice(&encoded);
    }
    let (mut common, mut rare) = (0_usize, 0_usize);
    for run in bytes.split(u8::is_ascii).filter(|run| !run.is_empty()) {
        if run.len() % 2 == 1 {
            return None;
        }
        for pair in run.chunks_exact(2) {
            match pair {
                [0xb0..=0xd7, 0xa1..=0xfe] => common += 1,
                [0xd8..=0xf7 | 0xa1 | 0xa3, 0xa1..=0xfe] => rare += 1,
                _ => return None,
            }
        }
    }
    // Two hanzi are four letters and signs side by side, as no language has them.
    let longest = bytes.split(u8::is_ascii).map(<[u8]>::len).max()?;
    if longest < 4 || common < 2 || rare > common {
        return None;
    }
    let text = GBK.decode_without_bom_handling_and_without_replacement(&bytes)?;
    Some(text.into_owned())
}

/// The text whose UTF-8 was read as GBK: all of it must go back, and give Chinese, or English with
/// the quotes and dashes that are garbled to `鈥`.
pub(super) fn from_gbk(text: &str) -> Option<String> {
    let garbled_quote = text.contains('鈥');
    let is_han = |c: &char| matches!(c, '\u{3400}'..='\u{9fff}');
    if !garbled_quote && text.chars().filter(is_han).take(3).count() < 3 {
        return None;
    }
    let from = text.find(|c: char| !c.is_ascii()).unwrap_or_default();
    let rest = text.get(from..)?;
    if !rest.starts_with(may_begin) {
        return None;
    }
    for characters in BEGINNINGS {
        let end = rest
            .char_indices()
            .nth(characters)
            .map_or(rest.len(), |(at, _)| at);
        let (bytes, _, failed) = GBK.encode(rest.get(..end)?);
        let invalid = std::str::from_utf8(&bytes).is_err_and(|error| error.error_len().is_some());
        if failed || invalid {
            return None;
        }
    }
    let (bytes, _, failed) = GBK.encode(text);
    if failed {
        return None;
    }
    let meant = std::str::from_utf8(&bytes).ok()?;
    let mut han = 0_usize;
    for character in meant.chars() {
        match character {
            '\u{3400}'..='\u{9fff}' => han += 1,
            '\0'..='\u{7f}'
            | '\u{2010}'..='\u{203a}'
            | '\u{3000}'..='\u{30ff}'
            | '\u{ff00}'..='\u{ffef}' => {}
            // Two bytes by accident, unless there is better evidence.
            '\u{a0}'..='\u{17f}' if garbled_quote => {}
            _ => return None,
        }
    }
    (garbled_quote || han >= 2).then(|| meant.to_owned())
}

/// Whether the GBK bytes of `character` may be the first two of a character in UTF-8.
fn may_begin(character: char) -> bool {
    static BEGINS: LazyLock<Vec<char>> = LazyLock::new(|| {
        let leads = 0xc2..=0xf4_u8;
        let pairs = leads.flat_map(|lead| (0x80..=0xbf_u8).map(move |next| [lead, next]));
        // All at once, which is many times faster: each pair is one character, or none.
        let pairs: Vec<u8> = pairs.flatten().collect();
        let (text, _) = GBK.decode_without_bom_handling(&pairs);
        let mut begins: Vec<char> = text.chars().filter(|c| *c != '\u{fffd}').collect();
        begins.sort_unstable();
        begins
    });
    BEGINS.binary_search(&character).is_ok()
}

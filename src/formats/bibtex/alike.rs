//! Keys that may be met again, found without comparing each with others.

/// The places of the keys that may be the same as another one, in order: all that are, and hardly any
/// besides. `folded` asks for those that are the same in lower case.
pub(super) fn alike<'t>(keys: impl Iterator<Item = &'t str>, folded: bool) -> Vec<usize> {
    let numbers = keys.map(|key| match (folded, key.is_ascii()) {
        (true, false) => number(key.to_lowercase().bytes()),
        (true, true) => number(key.bytes().map(|byte| byte.to_ascii_lowercase())),
        (false, _) => number(key.bytes()),
    });
    let mut numbers: Vec<(u64, usize)> = numbers.zip(0..).collect();
    numbers.sort_unstable();
    let mut alike: Vec<usize> = numbers
        .chunk_by(|one, other| one.0 == other.0)
        .filter(|same| same.len() > 1)
        .flat_map(|same| same.iter().map(|(_, at)| *at))
        .collect();
    alike.sort_unstable();
    alike
}

/// FNV-1a.
fn number(bytes: impl Iterator<Item = u8>) -> u64 {
    bytes.fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_that_are_the_same() {
        let keys = ["a", "B", "b", "ÄB", "äb", "a", "c"];
        assert_eq!(alike(keys.into_iter(), false), [0, 5]);
        assert_eq!(alike(keys.into_iter(), true), [0, 1, 2, 3, 4, 5]);
        assert!(alike(std::iter::empty(), true).is_empty());
    }
}

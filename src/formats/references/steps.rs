//! Numbers in order, each written as how far it is from the one before: seven bits a byte, the lowest
//! first, the highest bit set while more follow.

/// Writes how far a number is from the one before.
pub(super) fn write_step(mut step: u32, out: &mut Vec<u8>) {
    while step >= 128 {
        out.push(step.to_le_bytes()[0] | 128);
        step >>= 7;
    }
    out.push(step.to_le_bytes()[0]);
}

/// Reads it from the bytes that `next` gives; [`None`] where they end within it, or it is none.
pub(super) fn read_step(mut next: impl FnMut() -> Option<u8>) -> Option<u32> {
    let mut step = 0_u64;
    for shift in 0..5 {
        let byte = next()?;
        step |= u64::from(byte & 127) << (7 * shift);
        if byte < 128 {
            return u32::try_from(step).ok();
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(bytes: &[u8]) -> Option<u32> {
        let mut bytes = bytes.iter().copied();
        read_step(|| bytes.next())
    }

    #[test]
    fn what_is_written_is_read() {
        for step in [0, 1, 127, 128, 300, 1 << 24, u32::MAX] {
            let mut out = Vec::new();
            write_step(step, &mut out);
            assert_eq!(read(&out), Some(step));
        }
    }

    #[test]
    fn damaged_bytes_are_no_number() {
        assert_eq!(read(&[]), None);
        assert_eq!(read(&[0x80]), None);
        assert_eq!(read(&[0xff; 5]), None);
        assert_eq!(read(&[0xff, 0xff, 0xff, 0xff, 0x7f]), None);
    }
}

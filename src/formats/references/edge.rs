//! In which way one token follows another: each way has transitions of its own.

use super::look::Look;

/// Kinds of ways in which one token follows another.
pub const EDGES: usize = 55;

/// Behind how many marks a token can stand.
const MARKS: u8 = 10;
/// Classes of words at which a part begins or ends: `in`, `eds`, `trans`, `vol`, `no`, `pp`,
/// edition, month, `to appear`, thesis, `URL`.
const TURNS: [u8; 11] = [1, 2, 3, 4, 5, 6, 7, 10, 11, 16, 22];

/// How `here` follows what stands before it; below [`EDGES`].
pub(super) fn edge(before: Option<Look>, here: Look) -> u8 {
    let Some(before) = before else { return 0 };
    if here.kind == 3 {
        return 1;
    }
    if let Some(turn) = (0..).zip(TURNS).find(|(_, class)| *class == here.class) {
        return 2 + turn.0;
    }
    let base = 2 + 11;
    let form = form(here);
    if before.kind == 3 {
        return base + form * MARKS + mark(before, here);
    }
    let base = base + 3 * MARKS;
    match before.kind {
        2 if here.kind == 2 => base,
        1 | 4 => base + 1 + form,
        _ => base + 4 + form * 2 + u8::from(before.capital),
    }
}

/// A small word, a word with a capital, or something else.
fn form(here: Look) -> u8 {
    match here {
        Look { capital: true, .. } => 0,
        Look { kind: 0, .. } => 1,
        _ => 2,
    }
}

fn mark(before: Look, here: Look) -> u8 {
    match before.mark {
        '.' if here.spaced => 0,
        '.' => 1,
        ',' => 2,
        ';' => 3,
        ':' => 4,
        '"' | '\'' => 5,
        '(' | '[' => 6,
        ')' | ']' => 7,
        '-' | '/' => 8,
        _ => 9,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_way_has_a_number_of_its_own_below_the_count() {
        let look = |kind, mark, class, capital| Look {
            class,
            kind,
            mark,
            capital,
            ..Look::default()
        };
        for kind in 0..5 {
            for mark in ['.', ',', '"', '?', '\0'] {
                for class in 0..26 {
                    for capital in [true, false] {
                        let one = look(kind, mark, class, capital);
                        let way = edge(Some(one), look(4 - kind, '\0', class, !capital));
                        assert!(usize::from(way) < EDGES);
                    }
                }
            }
        }
        let comma = look(3, ',', 0, false);
        assert_ne!(
            edge(Some(comma), look(0, '\0', 0, true)),
            edge(Some(comma), look(0, '\0', 0, false))
        );
    }
}

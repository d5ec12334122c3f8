//! UTF-8 read as windows-1252 or Latin-1.

/// One character and the byte it was read from, if that is no ASCII.
type Read = (char, Option<u8>);

/// Undoes one such reading in each run where that gives plausible text.
pub(super) fn repair(text: &str) -> Option<String> {
    let characters: Vec<Read> = text.chars().map(|c| (c, byte_of(c))).collect();
    // A lone letter of Cyrillic is believed beside a word of it.
    let evident = characters
        .split(|(_, byte)| byte.is_none())
        .any(|run| matches!(letters_of(run), 2..));
    let repaired = pass(&characters, evident, false)?;
    // `O que Ã© isto? SÃ£o Paulo`: beside a word that is sure, a lone letter is believed.
    if characters
        .windows(2)
        .any(|pair| pair[0].0 == 'Ã' && pair[1].1.is_some())
    {
        return pass(&characters, evident, true);
    }
    Some(repaired)
}

/// How many letters of Cyrillic, Hebrew and Arabic begin the run.
fn letters_of(run: &[Read]) -> usize {
    let mut at = 0;
    while let Some((0x400.., 2)) = run
        .get(at..)
        .and_then(sequence)
        .map(|(decoded, length)| (u32::from(decoded), length))
    {
        at += 2;
    }
    at / 2
}

fn pass(characters: &[Read], evident: bool, sure: bool) -> Option<String> {
    let mut output = String::with_capacity(characters.len());
    let mut changed = false;
    let mut at = 0;
    while let Some((character, byte)) = characters.get(at).copied() {
        if byte.is_none() {
            output.push(character);
            at += 1;
            continue;
        }
        let length = characters
            .get(at..)
            .unwrap_or_default()
            .iter()
            .take_while(|(_, byte)| byte.is_some())
            .count();
        let run = characters.get(at..at + length).unwrap_or_default();
        let before = at.checked_sub(1).and_then(|at| characters.get(at));
        let after = characters.get(at + length);
        let around = (before.map(|(c, _)| *c), after.map(|(c, _)| *c));
        match decode_run(run, around, evident, sure) {
            Some(repaired) => {
                output.push_str(&repaired);
                changed = true;
            }
            None if is_bare_grave(run, around) => {
                output.push('à');
                changed = true;
            }
            None => output.extend(run.iter().map(|(c, _)| *c)),
        }
        at += length;
    }
    changed.then_some(output)
}

/// The byte above ASCII that windows-1252 or Latin-1 reads as `character`.
fn byte_of(character: char) -> Option<u8> {
    match u32::from(character) {
        code @ 0x80..=0xff => u8::try_from(code).ok(),
        0..=0x7f => None,
        _ => {
            let mut buffer = [0; 4];
            let (bytes, _, failed) =
                encoding_rs::WINDOWS_1252.encode(character.encode_utf8(&mut buffer));
            (!failed).then(|| bytes.first().copied()).flatten()
        }
    }
}

/// The characters whose UTF-8 the run is. Punctuation that is none may stand between them, letters
/// may not: then the run is proper text.
fn decode_run(
    run: &[Read],
    around: (Option<char>, Option<char>),
    evident: bool,
    sure: bool,
) -> Option<String> {
    let mut output = String::new();
    let mut found = Vec::new();
    let mut at = 0;
    while let Some((character, _)) = run.get(at).copied() {
        match sequence(run.get(at..)?) {
            Some((decoded, length)) => {
                output.push(decoded);
                found.push((decoded, at, length));
                at += length;
            }
            None if character.is_alphabetic() => return None,
            None => {
                output.push(character);
                at += 1;
            }
        }
    }
    if found.is_empty() || found.iter().any(|(decoded, _, _)| !is_plausible(*decoded)) {
        return None;
    }
    if let [(decoded, start, length)] = found.as_slice() {
        let read = run.get(*start..start + length)?;
        let before = if *start == 0 { around.0 } else { None };
        let after = if start + length == run.len() {
            around.1
        } else {
            None
        };
        let letter = sure && decoded.is_lowercase() && read.first().is_some_and(|(c, _)| *c == 'Ã');
        let believed = letter || evident && u32::from(*decoded) >= 0x400 && *length == 2;
        if !believed && is_proper(*decoded, read, before, after) {
            return None;
        }
    }
    Some(output)
}

/// The character whose UTF-8 begins `run`, and of how many bytes it is.
fn sequence(run: &[Read]) -> Option<(char, usize)> {
    let length = match run.first()?.1? {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        0xf0..=0xf4 => 4,
        _ => return None,
    };
    let mut bytes = [0; 4];
    for (byte, (_, read)) in bytes.iter_mut().zip(run.get(..length)?) {
        *byte = (*read)?;
    }
    let decoded = std::str::from_utf8(bytes.get(..length)?).ok()?;
    Some((decoded.chars().next()?, length))
}

/// Whether a bibliography may hold this character. Accidents hit the blocks left out: phonetic
/// letters, Armenian, Syriac, Thaana, N'Ko, unassigned and private characters.
fn is_plausible(character: char) -> bool {
    matches!(u32::from(character),
        0x80..=0x24f | 0x2b0..=0x52f | 0x590..=0x6ff | 0x900..=0xd7f | 0xe00..=0xe7f | 0x1e00..=0x22ff
        | 0x2300..=0x23ff | 0x2460..=0x27ff | 0x2a00..=0x2bff | 0x3000..=0x9fff | 0xac00..=0xd7a3
        | 0xf900..=0xfaff | 0xfb00..=0xfb06 | 0xfe30..=0xfe4f | 0xfeff..=0xffef | 0x1d400..=0x1d7ff
        | 0x1f300..=0x1faff | 0x20000..=0x323af)
}

/// Whether a lone sequence may as well be proper text: a capital before a closing quote, a dash or
/// a sign (`CAFÉ”`), an accented letter before two of them (`passé…”`).
fn is_proper(decoded: char, read: &[Read], before: Option<char>, after: Option<char>) -> bool {
    let is_typographic = |character: char| {
        matches!(
            character,
            '‘' | '’'
                | '‚'
                | '“'
                | '”'
                | '„'
                | '–'
                | '—'
                | '…'
                | '•'
                | '›'
                | '‹'
                | '»'
                | '«'
                | '™'
                | '®'
                | '©'
                | '°'
                | 'º'
                | 'ª'
                | '\u{a0}'
        )
    };
    let follows_typographic = read.iter().skip(1).all(|(c, _)| is_typographic(*c));
    let inside_word = after.is_some_and(char::is_alphabetic);
    let lower_before = before.is_some_and(char::is_lowercase);
    match (read.len(), u32::from(decoded)) {
        // `Â` and a sign: no word ends so, except in capitals.
        (2, 0x80..=0xbf) => decoded.is_control() || before.is_some_and(char::is_uppercase),
        // `à`, or a capital before a no-break space.
        (2, 0xe0) => before.is_some_and(char::is_uppercase),
        (2, 0xc0..=0xff) => follows_typographic && !inside_word && !lower_before,
        // One letter of Cyrillic, Hebrew or Arabic alone, as `×` and a no-break space give.
        (2, 0x400..) => true,
        // The lead is a capital that some language writes; in the middle of a word in small
        // letters it is wrong.
        (2, _) => {
            let lower_after = after.is_some_and(char::is_lowercase);
            follows_typographic
                && !(lower_before
                    || lower_after
                        && !read
                            .get(1)
                            .is_some_and(|(c, _)| matches!(c, '’' | '‘' | '–' | '—')))
        }
        (3, 0x2000..=0x2bff) => false,
        (3, _) => follows_typographic,
        _ => false,
    }
}

/// Whether the run is what is left of `à`, whose second byte is a no-break space and became a
/// space: a capital that ends a word in small letters.
fn is_bare_grave(run: &[Read], (before, after): (Option<char>, Option<char>)) -> bool {
    matches!(run, [('Ã', _)])
        && before.is_some_and(|c| c.is_ascii_lowercase())
        && after.is_none_or(|c| !c.is_alphabetic())
}

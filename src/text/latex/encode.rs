//! Unicode to ASCII LaTeX.

use std::sync::OnceLock;

use unicode_normalization::UnicodeNormalization;

use super::tables;

/// Unicode to ASCII LaTeX, in text that is escaped already: `ü` to `{\"u}`, `–` to `--`, a lone
/// Greek letter to `$\alpha$`. Characters LaTeX has no plain command for stay.
///
/// ```
/// use bibsift::text::latex::encode_ascii;
/// assert_eq!(encode_ascii("Łódź, Gödel – 5 µm"), r#"{\L}{\'o}d{\'z}, G{\"o}del -- 5 {\textmu}m"#);
/// ```
pub fn encode_ascii(text: &str) -> String {
    let mut output = String::with_capacity(text.len() + text.len() / 4);
    let mut in_mathematics = false;
    let mut characters = text.chars().nfc().peekable();
    let mut before = ' ';
    let mut escaped = false;
    while let Some(character) = characters.next() {
        let next = characters.peek().copied();
        if character == '$' && !escaped {
            in_mathematics = !in_mathematics;
        }
        escaped = character == '\\' && !escaped;
        if character.is_ascii() {
            output.push(character);
        } else if in_mathematics {
            match name_in_mathematics(character) {
                Some(name) => {
                    output.push('\\');
                    output.push_str(name);
                    output.push(' ');
                }
                None => output.push(character),
            }
        } else {
            character_into(character, before, next, &mut output);
        }
        before = character;
    }
    output
}

fn character_into(character: char, before: char, next: Option<char>, output: &mut String) {
    let is_dash = |other: char| matches!(other, '-' | '–' | '—');
    let is_quote = |other: char| matches!(other, '\'' | '`' | '“' | '”' | '‘' | '’' | '?' | '!');
    let ligature = match character {
        '–' if !is_dash(before) && !next.is_some_and(is_dash) => "--",
        '—' if !is_dash(before) && !next.is_some_and(is_dash) => "---",
        '“' if !is_quote(before) && !next.is_some_and(is_quote) => "``",
        '”' if !is_quote(before) && !next.is_some_and(is_quote) => "''",
        '\u{a0}' => "~",
        _ => "",
    };
    if !ligature.is_empty() {
        output.push_str(ligature);
    } else if let Some(name) = name_in_text(character) {
        output.push_str("{\\");
        output.push_str(name);
        output.push('}');
    } else if is_greek(character) {
        let word = is_greek(before) || next.is_some_and(is_greek);
        match name_in_mathematics(character).filter(|_| !word) {
            Some(name) => {
                output.push_str("$\\");
                output.push_str(name);
                output.push('$');
            }
            None => output.push(character),
        }
    } else if !accented_into(character, output) {
        output.push(character);
    }
}

fn is_greek(character: char) -> bool {
    matches!(character, '\u{370}'..='\u{3ff}' | '\u{1f00}'..='\u{1fff}')
}

/// Writes a letter with accents LaTeX has commands for.
fn accented_into(character: char, output: &mut String) -> bool {
    let mut parts = std::iter::once(character).nfd();
    let Some(base) = parts.next() else {
        return false;
    };
    let base_name = name_in_text(base).filter(|_| !base.is_ascii());
    let Some(accents) = parts.map(tables::accent_for).collect::<Option<Vec<_>>>() else {
        return false;
    };
    if accents.is_empty() || !(base.is_ascii() || base_name.is_some()) {
        return false;
    }
    output.push('{');
    for (place, accent) in accents.iter().rev().enumerate() {
        if place > 0 {
            output.push('{');
        }
        output.push('\\');
        output.push_str(accent);
        if accent
            .as_bytes()
            .first()
            .is_some_and(u8::is_ascii_alphabetic)
            && accents.len() == 1
        {
            output.push('{');
        }
    }
    let braced = accents.len() == 1
        && accents
            .iter()
            .any(|accent| accent.starts_with(|c: char| c.is_ascii_alphabetic()));
    match (base_name, base) {
        (Some(name), _) => {
            output.push('\\');
            output.push_str(name);
        }
        (None, 'i' | 'j') if !braced => {
            output.push('\\');
            output.push(base);
        }
        _ => {
            if accents.len() > 1 {
                // The innermost accent word must not run into its letter.
                if accents
                    .first()
                    .is_some_and(|accent| accent.starts_with(|c: char| c.is_ascii_alphabetic()))
                {
                    output.push(' ');
                }
            }
            output.push(base);
        }
    }
    output.extend(std::iter::repeat_n(
        '}',
        accents.len() + usize::from(braced),
    ));
    true
}

fn name_in_text(character: char) -> Option<&'static str> {
    static NAMES: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    look_up(NAMES.get_or_init(|| reverse(tables::SYMBOLS)), character)
}

fn name_in_mathematics(character: char) -> Option<&'static str> {
    static NAMES: OnceLock<Vec<(char, &'static str)>> = OnceLock::new();
    look_up(NAMES.get_or_init(|| reverse(tables::MATH)), character)
}

fn look_up(names: &[(char, &'static str)], character: char) -> Option<&'static str> {
    let place = names
        .binary_search_by_key(&character, |(key, _)| *key)
        .ok()?;
    names.get(place).map(|(_, name)| *name)
}

/// The commands of `table` by their character; of several the `text…` one, else the shortest.
fn reverse(table: &[(&'static str, &'static str)]) -> Vec<(char, &'static str)> {
    let mut names: Vec<(char, &'static str)> = table
        .iter()
        .filter_map(|(name, text)| {
            let mut characters = text.chars();
            let character = characters.next().filter(|c| !c.is_ascii())?;
            characters.next().is_none().then_some((character, *name))
        })
        .collect();
    names.sort_by_key(|(character, name)| {
        (*character, !name.starts_with("text"), name.len(), *name)
    });
    names.dedup_by_key(|(character, _)| *character);
    names
}

#[cfg(test)]
mod tests {
    use super::super::decode;
    use super::*;

    #[test]
    fn letters_with_accents() {
        for (text, expected) in [
            ("ü é", r#"{\"u} {\'e}"#),
            ("Dvořák", r"Dvo{\v{r}}{\'a}k"),
            ("Martínez", r"Mart{\'\i}nez"),
            ("ǽ Ṣ", r"{\'\ae} {\d{S}}"),
            ("Việt", r"Vi{\^{\d e}}t"),
            ("Straße Ø", r"Stra{\ss}e {\O}"),
            ("“a” – b—c ’", r"``a'' -- b---c {\textquoteright}"),
            ("α-helix Ελλάδα $β$", r"$\alpha$-helix Ελλάδα $\beta $"),
            ("王 é", r"王 {\'e}"),
        ] {
            assert_eq!(encode_ascii(text), expected);
        }
    }

    #[test]
    fn decoding_gives_it_back() {
        for text in [
            "Việt Nam ế ộ ǖ",
            "Łódź İstanbul ığüşöç Škoda ș Ț",
            "“‘a’” –— ¿Qué? ©®™ 5 µm ½",
            "ẞ ß æ œ ø đ ð þ ŋ ı į ǰ ĵ ḏ ẖ",
        ] {
            assert_eq!(decode(&encode_ascii(text)), (text.into(), false));
        }
    }
}

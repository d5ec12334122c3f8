//! Mathematics: its canonical form and its reading text.

use super::tables;
use super::tokens::{command, is_space, is_word, skip_space};

/// The inside of a formula with each run of white space as one space, and its `\{` and `\}` by
/// name where they do not match: BibTeX counts them as braces.
pub(super) fn canonical(inner: &str) -> String {
    let by_name = !bare_braces_match(inner);
    let mut output = String::with_capacity(inner.len());
    let mut at = 0;
    while let Some(rest) = inner.get(at..).filter(|rest| !rest.is_empty()) {
        let first = rest.as_bytes().first().copied().unwrap_or(b' ');
        if first == b'\\' {
            let (name, end) = command(inner, at);
            at = end;
            match name {
                "{" if by_name => output.push_str("\\lbrace "),
                "}" if by_name => output.push_str("\\rbrace "),
                _ => {
                    output.push('\\');
                    // A control space is followed by a space of any kind.
                    output.push_str(if name.bytes().all(is_space) {
                        " "
                    } else {
                        name
                    });
                }
            }
        } else if is_space(first) {
            at = skip_space(inner, at);
            if !output.ends_with(' ') {
                output.push(' ');
            }
        } else {
            let length = rest
                .find(['\\', ' ', '\t', '\n', '\r'])
                .unwrap_or(rest.len());
            output.push_str(rest.get(..length).unwrap_or_default());
            at += length;
        }
    }
    output
}

/// Whether the bare braces `\{ \}` match each other inside the groups they stand in.
fn bare_braces_match(inner: &str) -> bool {
    let mut open = Vec::new();
    let mut bytes = inner.bytes();
    while let Some(byte) = bytes.next() {
        let (byte, bare) = if byte == b'\\' {
            (bytes.next(), true)
        } else {
            (Some(byte), false)
        };
        match byte {
            Some(b'{') => open.push(bare),
            Some(b'}') if open.pop() != Some(bare) => return false,
            _ => {}
        }
    }
    open.is_empty()
}

/// What is done with the argument that comes next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Argument {
    Nothing,
    Superscript,
    Subscript,
    Numerator,
    Mark(char),
    Blackboard,
}

/// Appends the reading text of the inside of a formula: symbols and simple scripts in Unicode,
/// other commands reduced to their arguments.
pub(super) fn plain_into(inner: &str, output: &mut String) {
    if is_money(inner) {
        output.push('$');
        output.push_str(inner);
        output.push('$');
        return;
    }
    let mut open: Vec<(Argument, usize)> = Vec::new();
    let mut next = Argument::Nothing;
    let mut at = 0;
    while let Some(character) = inner.get(at..).and_then(|rest| rest.chars().next()) {
        let start = output.len();
        at += character.len_utf8();
        match character {
            '^' => {
                next = Argument::Superscript;
                continue;
            }
            '_' => {
                next = Argument::Subscript;
                continue;
            }
            '{' => {
                if next == Argument::Superscript {
                    output.push('^');
                }
                open.push((next, start));
                next = Argument::Nothing;
                continue;
            }
            '}' => {
                if let Some((argument, start)) = open.pop() {
                    apply(argument, start, output);
                }
                continue;
            }
            '\\' => {
                let (name, end) = command(inner, at - 1);
                at = if is_word(name) {
                    skip_space(inner, end)
                } else {
                    end
                };
                let argument = argument_of(name);
                if argument != Argument::Nothing {
                    next = argument;
                    continue;
                }
                if !command_into(name, next, output) {
                    if matches!(name, "left" | "right")
                        && inner.get(at..).is_some_and(|rest| rest.starts_with('.'))
                    {
                        at += 1;
                    }
                    continue;
                }
            }
            '~' | ' ' | '\t' | '\n' | '\r' => {
                if next == Argument::Nothing && !output.ends_with(' ') {
                    output.push(' ');
                }
                continue;
            }
            other => {
                if next == Argument::Superscript {
                    output.push('^');
                }
                output.push(if other == '\'' { '′' } else { other });
            }
        }
        apply(next, start, output);
        next = Argument::Nothing;
    }
}

/// Puts what the command stands for there. False if that is nothing and an argument may follow.
fn command_into(name: &str, next: Argument, output: &mut String) -> bool {
    let text = match name {
        "," | ";" | ":" | ">" | " " | "\\" | "quad" | "qquad" => " ",
        "{" | "}" | "$" | "%" | "&" | "_" | "#" => name,
        "|" => "‖",
        "sqrt" => "√",
        _ => match tables::math_symbol(name).or_else(|| tables::symbol(name)) {
            Some(text) => text,
            None => return false,
        },
    };
    if next == Argument::Superscript {
        output.push('^');
    }
    output.push_str(text);
    name != "sqrt"
}

fn argument_of(name: &str) -> Argument {
    Argument::Mark(match name {
        "frac" | "dfrac" | "tfrac" | "nicefrac" | "sfrac" => return Argument::Numerator,
        "mathbb" | "Bbb" => return Argument::Blackboard,
        "bar" | "overline" => '\u{304}',
        "hat" | "widehat" => '\u{302}',
        "tilde" | "widetilde" => '\u{303}',
        "dot" => '\u{307}',
        "ddot" => '\u{308}',
        "vec" => '\u{20d7}',
        "check" => '\u{30c}',
        _ => return Argument::Nothing,
    })
}

/// Applies `argument` to the end of `output` from `start` on. A superscript has its `^` there.
fn apply(argument: Argument, start: usize, output: &mut String) {
    let content = output.get(start..).unwrap_or_default();
    match argument {
        Argument::Nothing => {}
        Argument::Numerator => output.push('/'),
        Argument::Superscript => {
            let content = content.strip_prefix('^').unwrap_or(content);
            let written = if matches!(content, "th" | "st" | "nd" | "rd" | "er" | "e" | "o" | "a") {
                Some(content.to_owned())
            } else {
                content.chars().map(tables::superscript).collect()
            };
            if let Some(written) = written {
                output.truncate(start);
                output.push_str(&written);
            }
        }
        Argument::Subscript => {
            let written: Option<String> = content.chars().map(tables::subscript).collect();
            if let Some(written) = written {
                output.truncate(start);
                output.push_str(&written);
            }
        }
        Argument::Mark(mark) => {
            if content.chars().count() == 1 {
                output.push(mark);
            }
        }
        Argument::Blackboard => {
            let letter = match content {
                "C" => "ℂ",
                "H" => "ℍ",
                "N" => "ℕ",
                "P" => "ℙ",
                "Q" => "ℚ",
                "R" => "ℝ",
                "Z" => "ℤ",
                _ => return,
            };
            output.truncate(start);
            output.push_str(letter);
        }
    }
}

/// Whether two dollar signs enclose prose between two sums rather than a formula.
fn is_money(inner: &str) -> bool {
    inner.starts_with(|c: char| c.is_ascii_digit())
        && !inner.contains(['\\', '^', '_', '{', '=', '<', '>', '+'])
        && inner
            .split(' ')
            .any(|word| word.len() > 1 && word.bytes().all(|byte| byte.is_ascii_alphabetic()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_text() {
        for (inner, expected) in [
            ("_2", "₂"),
            ("^2", "²"),
            ("^{-1}", "⁻¹"),
            ("^{13}", "¹³"),
            (r"^\circ", "°"),
            (r"^{\circ}", "°"),
            ("^{th}", "th"),
            (r"\alpha", "α"),
            (r"\alpha \beta_{12}", "αβ₁₂"),
            (r"\mathrm{CO}_{2}", "CO₂"),
            ("T_c", "Tc"),
            ("x^{a+b}", "x^a+b"),
            (r"p \leq 0.05", "p ≤0.05"),
            (r"\frac{1}{2}", "1/2"),
            (r"\sqrt{s} = 7\,\mathrm{TeV}", "√s = 7 TeV"),
            (r"\mathbb{R}^n", "ℝⁿ"),
            (r"\bar{x}", "x\u{304}"),
            (r"\left( x \right.", "( x "),
            (r"K^{*}", "K*"),
            ("5 and ", "$5 and $"),
            (r"\log n", "logn"),
        ] {
            let mut output = String::new();
            plain_into(inner, &mut output);
            assert_eq!(output, expected, "{inner}");
        }
    }

    #[test]
    fn bare_braces_that_do_not_match_get_names() {
        assert_eq!(canonical(r"\{x\}"), r"\{x\}");
        assert_eq!(canonical(r"\left\{ x  \right."), r"\left\lbrace x \right.");
    }
}

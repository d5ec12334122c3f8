//! The reading text of what stayed LaTeX.

use super::mathematics;
use super::tables;
use super::tokens::{Token, Tokens};

/// What happens to a group when it closes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Argument {
    Unwrap,
    Drop,
    Superscript,
    Subscript,
}

/// The reading text of what [`super::decode`] left as LaTeX: groups unwrapped, known commands and
/// simple mathematics as Unicode, other commands reduced to their arguments. Runs of spaces
/// become one space.
///
/// ```
/// use bibsift::text::latex::to_plain;
/// assert_eq!(to_plain(r"\emph{E. coli} at 37$^\circ$C, {DNA}"), "E. coli at 37°C, DNA");
/// ```
pub fn to_plain(latex: &str) -> String {
    let mut output = String::with_capacity(latex.len());
    let mut open: Vec<(Argument, usize)> = Vec::new();
    let mut next = Argument::Unwrap;
    let mut word = "";
    for token in Tokens::new(latex) {
        let after = std::mem::take(&mut word);
        let argument = std::mem::replace(&mut next, Argument::Unwrap);
        match token {
            Token::Text(text) => {
                let text = if after.is_empty() {
                    text
                } else {
                    text.trim_start_matches(' ')
                };
                push(text, &mut output);
            }
            Token::Bare(character) => output.push(character),
            Token::Symbol(symbol) => push(symbol.trim_start_matches('\\'), &mut output),
            Token::Mathematics(_, inner) => {
                let start = output.len();
                mathematics::plain_into(inner, &mut output);
                if start > 0
                    && output.get(..start).is_some_and(|text| text.ends_with(' '))
                    && output
                        .get(start..)
                        .is_some_and(|text| text.starts_with(' '))
                {
                    output.remove(start);
                }
            }
            Token::Word(command) => {
                word = command.trim_start_matches('\\');
                next = argument_of(word);
                if let Some(text) = name_of(word) {
                    output.push_str(text);
                }
            }
            Token::Verbatim(address) if after != "href" => {
                let inner = address
                    .strip_prefix('{')
                    .and_then(|inner| inner.strip_suffix('}'));
                output.push_str(inner.unwrap_or(address));
            }
            Token::Verbatim(_) => {}
            Token::Open => open.push((argument, output.len())),
            Token::Close => {
                if let Some((argument, start)) = open.pop() {
                    apply(argument, start, &mut output);
                }
            }
        }
    }
    output
}

/// Appends text; a space after a space is none.
fn push(text: &str, output: &mut String) {
    let twice = output.ends_with(' ') && text.starts_with(' ');
    output.push_str(if twice {
        text.trim_start_matches(' ')
    } else {
        text
    });
}

fn argument_of(word: &str) -> Argument {
    match word {
        "textsuperscript" => Argument::Superscript,
        "textsubscript" => Argument::Subscript,
        // Sorting keys, and of two ways to say it the one for typesetting.
        "noopsort" | "NOOPSORT" | "noop" | "SortNoop" | "sortnoop" | "texorpdfstring"
        | "hspace" | "vspace" | "textcolor" | "color" | "selectlanguage" | "foreignlanguage" => {
            Argument::Drop
        }
        _ => Argument::Unwrap,
    }
}

/// What a command prints by itself.
fn name_of(word: &str) -> Option<&'static str> {
    match word {
        "LaTeX" => Some("LaTeX"),
        "LaTeXe" => Some("LaTeX2e"),
        "TeX" => Some("TeX"),
        "BibTeX" => Some("BibTeX"),
        "today" => None,
        _ => tables::symbol(word).or_else(|| tables::math_symbol(word)),
    }
}

fn apply(argument: Argument, start: usize, output: &mut String) {
    let content = output.get(start..).unwrap_or_default();
    let written: Option<String> = match argument {
        Argument::Unwrap => None,
        Argument::Drop => Some(String::new()),
        Argument::Superscript => content.chars().map(tables::superscript).collect(),
        Argument::Subscript => content.chars().map(tables::subscript).collect(),
    };
    if let Some(written) = written {
        output.truncate(start);
        output.push_str(&written);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reading_text() {
        for (latex, expected) in [
            ("{The} {DNA}", "The DNA"),
            ("H$_2$O, x$^2$ and $\\alpha$-helix", "H₂O, x² and α-helix"),
            (r"\textit{E. coli} {\em in vivo}", "E. coli in vivo"),
            (r"CO\textsubscript{2}, 19\textsuperscript{th}", "CO₂, 19th"),
            (
                r"\url{http://a_b/{c}} \href{u}{text}",
                "http://a_b/{c} text",
            ),
            (
                r"{\noopsort{1973a}}Title in \LaTeX{} and \TeX",
                "Title in LaTeX and TeX",
            ),
            (r"\texorpdfstring{$x$}{the x}", "the x"),
            (r"\{a\} \$5 \\ \<b", r"{a} $5 \ <b"),
            (r"{\relax Ch}arles", "Charles"),
            (r"A \mbox{and} B \unknown", "A and B "),
            ("$5 and $6", "$5 and $6"),
        ] {
            assert_eq!(to_plain(latex), expected, "{latex}");
        }
    }

    #[test]
    fn depth_costs_nothing() {
        let deep = "\\textsuperscript{".repeat(100_000) + "2" + &"}".repeat(100_000);
        assert_eq!(to_plain(&deep), "²");
        assert_eq!(to_plain(&("{".repeat(100_000) + "x")), "x");
        let deep = format!("${}${}", "^{".repeat(100_000), "}".repeat(100_000));
        assert!(!to_plain(&deep).is_empty());
    }
}

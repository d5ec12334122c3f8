//! Citations in LaTeX, and in the .aux files of BibTeX and biber.
//!
//! A citation is any command with `cite` in its name, which all of natbib, biblatex, apacite and
//! jurabib are, but for those that set something up; `\bibentry`; and in .aux files `\citation` and
//! `\abx@aux@cite`.

use super::Citing;
use crate::source::Span;

/// Commands with `cite` in their name that take no keys.
#[rustfmt::skip]
const NO_CITATIONS: &[&str] = &[
    "citestyle", "citereset", "citetext", "citesetup", "citeindextrue", "citeindexfalse",
    "citetrackertrue", "citetrackerfalse", "citepunct", "citedelim", "citeleft", "citeright",
    "citeform", "citemid", "citenumfont", "citeaftercite", "newcite", "newcites", "DeclareCiteCommand",
    "DeclareMultiCiteCommand", "DeclareAutoCiteCommand", "AtEveryCite", "AtEveryCitekey",
    "AtNextCite", "AtNextCitekey", "AtBeginCite", "multicitedelim", "supercitedelim", "textcitedelim",
    "citesymbol", "citelinktext", "bibcite", "abx@aux@cite@init", "abx@aux@defaultrefcontext", "citeauthorformat",
];

/// Reads a text.
pub(super) fn read(text: &str) -> Citing {
    let bytes = text.as_bytes();
    let mut citing = Citing::default();
    let mut unclosed = false;
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| memchr::memchr2(b'\\', b'%', rest))
    {
        at += found;
        if bytes.get(at) == Some(&b'%') {
            let rest = bytes.get(at..).unwrap_or_default();
            at += memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
            continue;
        }
        let start = at + 1;
        let is_name = |byte: &&u8| byte.is_ascii_alphabetic() || **byte == b'@';
        let length = bytes
            .get(start..)
            .unwrap_or_default()
            .iter()
            .take_while(is_name)
            .count();
        let name = text.get(start..start + length).unwrap_or_default();
        at = start + length.max(1);
        if name == "verb" {
            at = after_verb(bytes, at);
        } else if name == "begin" {
            at = after_verbatim(text, at, &mut unclosed);
        } else if is_citation(name) {
            at = arguments(text, at, name, &mut citing);
        }
    }
    citing
}

fn is_citation(name: &str) -> bool {
    if name == "citation" || name == "bibentry" || name == "fullcite" {
        return true;
    }
    let bytes = name.as_bytes();
    bytes.len() >= 4
        && bytes
            .windows(4)
            .any(|part| part.eq_ignore_ascii_case(b"cite"))
        && !NO_CITATIONS.contains(&name)
}

/// Reads the arguments of a citation at `at`, and returns where they end.
fn arguments(text: &str, at: usize, name: &str, citing: &mut Citing) -> usize {
    let bytes = text.as_bytes();
    let several = name.ends_with("cites");
    // The first group in braces is no key: the volume, or the section of an .aux file.
    let mut skip =
        usize::from(name.to_ascii_lowercase().contains("volcite") || name == "abx@aux@cite");
    let mut end = at;
    let mut next = at;
    if bytes.get(next) == Some(&b'*') {
        next += 1;
    }
    loop {
        next = skip_white(bytes, next);
        match bytes.get(next) {
            Some(b'[') => match closing(bytes, next, b'[', b']') {
                Some(close) => next = close + 1,
                None => return end,
            },
            Some(b'(') if several => match closing(bytes, next, b'(', b')') {
                Some(close) => next = close + 1,
                None => return end,
            },
            Some(b'{') => {
                let Some(close) = closing(bytes, next, b'{', b'}') else {
                    return end;
                };
                if skip > 0 {
                    skip -= 1;
                } else {
                    keys(text, next + 1, close, citing);
                    if !several {
                        return close + 1;
                    }
                }
                next = close + 1;
                end = next;
            }
            _ => return end,
        }
    }
}

/// Takes the keys between `start` and `end`.
fn keys(text: &str, start: usize, end: usize, citing: &mut Citing) {
    let inside = text.get(start..end).unwrap_or_default();
    let mut at = start;
    for part in inside.split(',') {
        let span = Span::new(at, at + part.len()).trim(text);
        at += part.len() + 1;
        let key = span.of(text);
        if key == "*" {
            citing.all = true;
        } else if !key.is_empty() && !key.contains(['#', '\\', '{', '}', '\n', '%']) {
            citing.keys.push(span);
        }
    }
}

/// So far an argument may reach.
const LONGEST: usize = 10_000;

/// Where the group that opens at `open` ends.
fn closing(bytes: &[u8], open: usize, opening: u8, close: u8) -> Option<usize> {
    let mut depth = 0_usize;
    let rest = bytes.get(open..)?;
    for (at, byte) in rest.iter().take(LONGEST).enumerate() {
        if *byte == opening || *byte == b'{' {
            depth += 1;
        } else if *byte == close || *byte == b'}' {
            depth = depth.checked_sub(1)?;
            if depth == 0 {
                return Some(open + at);
            }
        }
    }
    None
}

fn skip_white(bytes: &[u8], at: usize) -> usize {
    let rest = bytes.get(at..).unwrap_or_default();
    at + rest
        .iter()
        .take(80)
        .take_while(|byte| byte.is_ascii_whitespace())
        .count()
}

/// Behind `\verb|…|`.
fn after_verb(bytes: &[u8], at: usize) -> usize {
    let at = at + usize::from(bytes.get(at) == Some(&b'*'));
    let Some(mark) = bytes.get(at) else { return at };
    let rest = bytes.get(at + 1..).unwrap_or_default();
    let line = memchr::memchr2(b'\n', b'\r', rest).unwrap_or(rest.len());
    let found = memchr::memchr(*mark, rest.get(..line).unwrap_or_default());
    found.map_or(at, |found| at + found + 2)
}

/// Behind an environment whose text is no LaTeX, if one begins here.
fn after_verbatim(text: &str, at: usize, unclosed: &mut bool) -> usize {
    if *unclosed {
        return at;
    }
    let rest = text.get(at..).unwrap_or_default();
    for name in [
        "verbatim",
        "verbatim*",
        "lstlisting",
        "minted",
        "comment",
        "filecontents",
        "filecontents*",
    ] {
        let begins = rest
            .strip_prefix('{')
            .and_then(|rest| rest.strip_prefix(name))
            .is_some_and(|rest| rest.starts_with('}'));
        if begins {
            let end = format!("\\end{{{name}}}");
            let found = memchr::memmem::find(rest.as_bytes(), end.as_bytes());
            // One that is never closed would be looked for again and again.
            *unclosed = found.is_none();
            return found.map_or(at, |found| at + found + end.len());
        }
    }
    at
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cited(text: &str) -> Vec<&str> {
        read(text).keys.iter().map(|key| key.of(text)).collect()
    }

    #[test]
    fn commands_of_natbib_and_biblatex() {
        for (text, keys) in [
            (r"\cite{a}", &["a"][..]),
            (r"\citep[see][p.~3]{a,b}", &["a", "b"]),
            (r"\citet*{a}", &["a"]),
            (r"\Citealp{a} \citeyearpar{b}", &["a", "b"]),
            (r"\parencite[12]{a}\footcite{b}", &["a", "b"]),
            (r"\cites(pre)(post)[1]{a}[2]{b}", &["a", "b"]),
            (r"\volcite{2}[3]{a}", &["a"]),
            (r"\textcites{a}{b}", &["a", "b"]),
            (r"\nocite{a, b }", &["a", "b"]),
            ("\\citation{a}\n\\abx@aux@cite{0}{b}", &["a", "b"]),
            (r"% \cite{a}", &[]),
            (r"50\% \cite{a}", &["a"]),
            (r"\verb|\cite{a}| \cite{b}", &["b"]),
            (r"\begin{verbatim}\cite{a}\end{verbatim}\cite{b}", &["b"]),
            (r"\newcommand{\see}[1]{see \cite{#1}}", &[]),
            (r"\citestyle{apa}", &[]),
            (r"\citep[\citealt{x}]{a}", &["a"]),
        ] {
            assert_eq!(cited(text), keys, "{text}");
        }
        assert!(read(r"\nocite{*}").all);
    }

    #[test]
    fn many_open_groups_stay_linear() {
        let text = "\\cite[".repeat(50_000);
        assert!(cited(&text).is_empty());
    }
}

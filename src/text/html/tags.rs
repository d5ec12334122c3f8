//! Tags in titles and abstracts.

use std::borrow::Cow;

/// Removes inline and block tags an exported title or abstract carries (`<i>`, `<jats:p>`,
/// `MathML`), with digits in `<sub>` and `<sup>` as Unicode; what only looks like a tag
/// (`p < 0.05`, `a<b>c`) stays. Blocks are parted by a space; comments and the contents of
/// `<script>`, `<style>`, `<tex-math>` and `<mml:annotation>` vanish.
///
/// Only known names are tags; those of one letter also need their closing tag somewhere, except
/// `<p>` where no letter or digit stands before it.
///
/// ```
/// use bibsift::text::html::strip_tags;
/// assert_eq!(strip_tags("<i>E. coli</i> at p < 0.05 in H<sub>2</sub>O"), "E. coli at p < 0.05 in H₂O");
/// ```
pub fn strip_tags(text: &str) -> Cow<'_, str> {
    if memchr::memchr(b'<', text.as_bytes()).is_none() {
        return Cow::Borrowed(text);
    }
    let closed = Closed::of(text);
    let mut stripper = Stripper {
        output: String::with_capacity(text.len()),
        scripts: Vec::new(),
        hidden: None,
    };
    let mut copied = 0;
    for at in memchr::memchr_iter(b'<', text.as_bytes()) {
        if at < copied {
            continue;
        }
        let Some(tag) = tag(text, at, &closed) else {
            continue;
        };
        stripper.text(text.get(copied..at).unwrap_or_default());
        stripper.tag(&tag);
        copied = tag.end;
    }
    if copied == 0 {
        return Cow::Borrowed(text);
    }
    stripper.text(text.get(copied..).unwrap_or_default());
    Cow::Owned(stripper.output)
}

/// A tag or a comment.
struct Tag {
    kind: Kind,
    closing: bool,
    /// Whether it ends in `/>`.
    empty: bool,
    end: usize,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Inline,
    Block,
    Superscript,
    Subscript,
    Hidden(&'static str),
}

struct Stripper {
    output: String,
    /// Open `<sub>` and `<sup>`, and where their text begins.
    scripts: Vec<(Kind, usize)>,
    hidden: Option<&'static str>,
}

impl Stripper {
    fn text(&mut self, text: &str) {
        if self.hidden.is_none() {
            self.output.push_str(text);
        }
    }

    fn tag(&mut self, tag: &Tag) {
        if let Some(name) = self.hidden {
            if tag.closing && tag.kind == Kind::Hidden(name) {
                self.hidden = None;
            }
            return;
        }
        match tag.kind {
            Kind::Inline => {}
            Kind::Block => {
                if !self.output.is_empty() && !self.output.ends_with(char::is_whitespace) {
                    self.output.push(' ');
                }
            }
            Kind::Hidden(name) => {
                if !tag.closing && !tag.empty {
                    self.hidden = Some(name);
                }
            }
            Kind::Superscript | Kind::Subscript if !tag.closing => {
                // A subscript stands at its base: `TiO <sub>2</sub>` is an artefact of the export.
                let mut before = self.output.chars().rev();
                if tag.kind == Kind::Subscript
                    && before.next().is_some_and(char::is_whitespace)
                    && before
                        .next()
                        .is_some_and(|c| c.is_alphanumeric() || c == ')')
                {
                    self.output.pop();
                }
                if !tag.empty {
                    self.scripts.push((tag.kind, self.output.len()));
                }
            }
            kind => {
                if let Some((_, start)) = self.scripts.pop_if(|(open, _)| *open == kind) {
                    let content = self.output.get(start..).unwrap_or_default();
                    let written: Option<String> = content
                        .chars()
                        .map(|character| script(kind, character))
                        .collect();
                    if let Some(written) = written {
                        self.output.truncate(start);
                        self.output.push_str(&written);
                    }
                }
            }
        }
    }
}

/// A digit or sign above or below the line.
fn script(kind: Kind, character: char) -> Option<char> {
    let above = kind == Kind::Superscript;
    let code = match character {
        '1' if above => 0xb9,
        '2' if above => 0xb2,
        '3' if above => 0xb3,
        '0'..='9' => u32::from(character) - 0x30 + if above { 0x2070 } else { 0x2080 },
        '+' => 0x207a + if above { 0 } else { 0x10 },
        '-' | '\u{2212}' => 0x207b + if above { 0 } else { 0x10 },
        _ => return None,
    };
    char::from_u32(code)
}

/// The one-letter tags that are closed somewhere in a text.
struct Closed(u32);

impl Closed {
    fn of(text: &str) -> Self {
        let bytes = text.as_bytes();
        let mut letters = 0;
        for at in memchr::memmem::find_iter(bytes, b"</") {
            if let (Some(letter), Some(b'>' | b' ')) = (bytes.get(at + 2), bytes.get(at + 3)) {
                letters |= bit(*letter);
            }
        }
        Self(letters)
    }

    fn has(&self, letter: u8) -> bool {
        self.0 & bit(letter) != 0
    }
}

fn bit(letter: u8) -> u32 {
    let letter = letter.to_ascii_lowercase();
    if letter.is_ascii_lowercase() {
        1 << (letter - b'a')
    } else {
        0
    }
}

fn tag(text: &str, at: usize, closed: &Closed) -> Option<Tag> {
    let rest = text.get(at..)?;
    for (open, close) in [("<!--", "-->"), ("<![CDATA[", "")] {
        if rest.starts_with(open) {
            let end = if close.is_empty() {
                open.len()
            } else {
                rest.find(close)
                    .map_or(rest.len(), |found| found + close.len())
            };
            return Some(Tag {
                kind: Kind::Inline,
                closing: false,
                empty: true,
                end: at + end,
            });
        }
    }
    let closing = rest.starts_with("</");
    let name_at = at + 1 + usize::from(closing);
    let after = text.as_bytes().get(name_at..)?;
    let length = after
        .iter()
        .take(40)
        .position(|byte| !byte.is_ascii_alphanumeric() && !matches!(byte, b':' | b'-'))?;
    let name = text.get(name_at..name_at + length)?.to_ascii_lowercase();
    let end = end_of_tag(text, name_at + length)?;
    let kind = kind(&name)?;
    if let ([letter], false) = (name.as_bytes(), closing) {
        let before = text.get(..at)?.chars().next_back();
        let free = !before.is_some_and(char::is_alphanumeric);
        if !(closed.has(*letter) || *letter == b'p' && free) {
            return None;
        }
    }
    let empty = text.as_bytes().get(end.checked_sub(2)?) == Some(&b'/');
    Some(Tag {
        kind,
        closing,
        empty,
        end,
    })
}

/// Where the tag ends whose name ends at `at`: attributes may follow, in which quotes may hide a
/// `>`.
fn end_of_tag(text: &str, at: usize) -> Option<usize> {
    const LONGEST: usize = 1000;
    let bytes = text.as_bytes().get(at..)?;
    if !matches!(
        bytes.first(),
        Some(b'>' | b'/' | b' ' | b'\t' | b'\n' | b'\r')
    ) {
        return None;
    }
    let mut quote = None;
    for (place, byte) in bytes.iter().take(LONGEST).enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + place + 1),
            (None, b'<') => return None,
            (None, b'"' | b'\'') => quote = Some(*byte),
            (Some(open), byte) if open == *byte => quote = None,
            _ => {}
        }
    }
    None
}

fn kind(name: &str) -> Option<Kind> {
    let local = match name.split_once(':') {
        Some(("mml" | "m", "annotation" | "annotation-xml")) => {
            return Some(Kind::Hidden("annotation"));
        }
        Some(("mml" | "m", _)) => return Some(Kind::Inline),
        Some(("jats" | "xhtml" | "html" | "ce" | "sb", local)) => local,
        Some(_) => return None,
        None => name,
    };
    Some(match local {
        "sup" | "superscript" => Kind::Superscript,
        "sub" | "inf" | "subscript" => Kind::Subscript,
        "i" | "b" | "u" | "s" | "a" | "em" | "strong" | "span" | "sc" | "scp" | "small" | "big"
        | "font" | "tt" | "code" | "italic" | "bold" | "underline" | "monospace" | "roman"
        | "sans-serif" | "ext-link" | "xref" | "named-content" | "styled-content"
        | "inline-formula" | "alternatives" | "math" | "mi" | "mn" | "mo" | "mrow" | "msub"
        | "msup" | "msubsup" | "mtext" | "mstyle" | "mfrac" | "msqrt" | "mspace" | "mover"
        | "munder" | "mfenced" | "semantics" | "abbr" | "cite" | "del" | "ins" | "strike"
        | "nobr" | "wbr" | "q" | "mark" | "sec-title" | "center" | "img" | "inline-graphic"
        | "cross-ref" | "uri" | "email" => Kind::Inline,
        "p" | "br" | "div" | "title" | "sec" | "section" | "abstract" | "label" | "list"
        | "list-item" | "ul" | "ol" | "li" | "dl" | "dt" | "dd" | "table" | "tr" | "td" | "th"
        | "tbody" | "thead" | "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hr" | "blockquote"
        | "para" | "simple-para" | "pre" | "break" | "disp-formula" | "subtitle" | "html"
        | "body" | "head" => Kind::Block,
        "script" => Kind::Hidden("script"),
        "style" => Kind::Hidden("style"),
        "tex-math" => Kind::Hidden("tex-math"),
        "annotation" => Kind::Hidden("annotation"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tags_and_what_looks_like_them() {
        for (text, expected) in [
            (
                "<i>E. coli</i> and <EM>B. subtilis</EM>",
                "E. coli and B. subtilis",
            ),
            ("p < 0.05, <5 and a<b>c, x<y", "p < 0.05, <5 and a<b>c, x<y"),
            ("TiO <sub>2</sub> and <sup>13</sup>C", "TiO₂ and ¹³C"),
            ("TiO\n<sub>2</sub>", "TiO₂"),
            ("if a<b and c>d", "if a<b and c>d"),
            (
                "H<sub>2</sub>O, Ca<sup>2+</sup>, x<sup>n</sup>, 10<sup>-3</sup>",
                "H₂O, Ca²⁺, xn, 10⁻³",
            ),
            (
                "<jats:title>Abstract</jats:title><jats:p>We <jats:italic>show</jats:italic>.</jats:p>",
                "Abstract We show. ",
            ),
            ("One<br/>two<br>three<p>four", "One two three<p>four"),
            ("<p>One</p><p>Two</p>", "One Two "),
            (r#"<span class="nocase" title="a>b">DNA</span>"#, "DNA"),
            (
                "<mml:math><mml:mi>x</mml:mi><mml:mo>=</mml:mo><mml:mn>1</mml:mn></mml:math>",
                "x=1",
            ),
            ("a<!-- no -->b <![CDATA[c", "ab c"),
            ("x<tex-math>\\alpha</tex-math>y", "xy"),
            (
                "<unknown>x</unknown> <http://a.org> <a@b.org>",
                "<unknown>x</unknown> <http://a.org> <a@b.org>",
            ),
            ("<b", "<b"),
            ("the <a> of <b>bold</b>", "the <a> of bold"),
            ("<title>T</title>", "T "),
        ] {
            assert_eq!(strip_tags(text), expected, "{text}");
        }
        assert!(matches!(strip_tags("p < 0.05"), Cow::Borrowed(_)));
    }

    #[test]
    fn hostile_text_is_linear() {
        for piece in ["<p a=\"", "<sub>", "<", "<p ", "<!--", "</", "<i>"] {
            strip_tags(&piece.repeat(50_000));
        }
    }
}

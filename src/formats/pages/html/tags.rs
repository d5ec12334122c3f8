//! From HTML to what a page says of works: meta tags, scripts of data, `COinS`, boxes of text, and the
//! text a reader sees.

use super::decoded::Decoded;
use super::document::{Attribute, Document, Meta};
use crate::source::Span;
use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// Elements that end the line before and behind them.
static BLOCKS: &[&str] = &[
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "br",
    "caption",
    "center",
    "dd",
    "details",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "ol",
    "option",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "textarea",
    "tfoot",
    "thead",
    "tr",
    "ul",
];

/// Elements whose text is no part of what a page says.
static DROPPED: &[&str] = &[
    "button", "head", "iframe", "nav", "noscript", "object", "script", "select", "style", "svg",
    "template", "title",
];

/// Elements that may stand in a head; any other ends one that is not closed.
static IN_HEAD: &[&str] = &[
    "base", "head", "link", "meta", "noscript", "script", "style", "template", "title",
];

/// Elements that are kept as boxes of text.
static BOXES: &[&str] = &["code", "pre", "textarea"];

/// Reads HTML, of one page or of several one after the other. One pass; tags that are never closed
/// cost nothing.
pub(super) fn documents(text: &str) -> Vec<Document> {
    let mut emitter = DefaultEmitter::<usize>::new_with_span();
    emitter.naively_switch_states(true);
    let mut reader = Reader {
        text,
        done: Vec::new(),
        page: Document::default(),
        begun: false,
        dropped: None,
        script: false,
        open: None,
    };
    for token in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => reader.start(&tag),
            Ok(Token::EndTag(tag)) => {
                reader.end(&String::from_utf8_lossy(&tag.name), tag.span.start);
            }
            Ok(Token::String(string)) => {
                let span = Span::new(string.span.start, string.span.end);
                reader.string(&String::from_utf8_lossy(&string.value), span);
            }
            Ok(Token::Doctype(doctype)) => reader.next_page(doctype.span.start),
            Ok(_) => {}
        }
    }
    reader.finish(text.len());
    reader.done
}

struct Reader<'a> {
    text: &'a str,
    done: Vec<Document>,
    page: Document,
    /// Whether the page has more than its first tags.
    begun: bool,
    /// The element whose text is dropped, and how often it is open.
    dropped: Option<(String, usize)>,
    /// Whether the open script holds JSON-LD.
    script: bool,
    /// The box that is open: its element, how often it is open, its text.
    open: Option<(String, usize, Decoded)>,
}

impl Reader<'_> {
    fn start(&mut self, tag: &StartTag<usize>) {
        let name = String::from_utf8_lossy(&tag.name).into_owned();
        let at = tag.span.start;
        if name == "html" {
            self.next_page(at);
        } else {
            self.begun = true;
        }
        let attribute = |wanted: &str| {
            let found = tag.attributes.get(wanted.as_bytes())?;
            Some(Attribute {
                value: String::from_utf8_lossy(&found.value).into_owned(),
                span: value_span(self.text, found.span.start, found.span.end),
            })
        };
        match name.as_str() {
            "meta" => {
                let named = attribute("name").or_else(|| attribute("property"));
                let named = named.or_else(|| attribute("itemprop"));
                if let (Some(named), Some(content)) = (named, attribute("content")) {
                    self.page.metas.push(Meta {
                        name: named.value.trim().to_ascii_lowercase(),
                        content,
                    });
                }
            }
            "script" => {
                let kind = attribute("type").unwrap_or_default().value;
                self.script = kind
                    .trim()
                    .to_ascii_lowercase()
                    .starts_with("application/ld+json");
            }
            _ => {}
        }
        let coins = attribute("class").is_some_and(|class| {
            class
                .value
                .split_whitespace()
                .any(|class| class.eq_ignore_ascii_case("z3988"))
        });
        if coins && let Some(title) = attribute("title") {
            self.page.coins.push(title);
        }
        // An unclosed element does not swallow the page.
        let in_head = self
            .dropped
            .as_ref()
            .is_some_and(|(open, _)| open == "head");
        if matches!(name.as_str(), "main" | "article" | "h1" | "body")
            || in_head && !IN_HEAD.contains(&name.as_str())
        {
            self.dropped = None;
        }
        match &mut self.dropped {
            Some((open, depth)) if *open == name => *depth += usize::from(!tag.self_closing),
            None if DROPPED.contains(&name.as_str()) && !tag.self_closing => {
                self.dropped = Some((name.clone(), 1));
            }
            _ => {}
        }
        match &mut self.open {
            Some((open, depth, _)) if *open == name => *depth += 1,
            None if BOXES.contains(&name.as_str()) => {
                self.open = Some((name.clone(), 1, Decoded::default()));
            }
            Some((_, _, text)) if name == "br" => text.push("\n", at),
            _ => {}
        }
        self.break_line(&name, at);
    }

    fn end(&mut self, name: &str, at: usize) {
        if let Some((open, depth)) = &mut self.dropped
            && open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.dropped = None;
            }
        }
        if let Some((open, depth, _)) = &mut self.open
            && open == name
        {
            *depth -= 1;
            if *depth == 0 {
                self.close_box();
            }
        }
        if name == "script" {
            self.script = false;
        }
        self.break_line(name, at);
    }

    fn string(&mut self, decoded: &str, span: Span) {
        self.begun |= !decoded.trim().is_empty();
        if self.script {
            self.page.scripts.push(span);
        }
        let keep = self.open.as_ref().is_some_and(|(name, ..)| name != "code");
        if let Some((_, _, text)) = &mut self.open {
            text.push_decoded(decoded, self.text, span, true);
        }
        if self.dropped.is_none() {
            self.page
                .visible
                .push_decoded(decoded, self.text, span, keep);
        }
    }

    fn break_line(&mut self, name: &str, at: usize) {
        if self.dropped.is_some() {
            return;
        }
        if BLOCKS.binary_search(&name).is_ok() {
            self.page.visible.end_line(at);
        } else if matches!(name, "td" | "th") && !self.page.visible.text.ends_with(['\t', '\n']) {
            self.page.visible.push("\t", at);
        }
    }

    fn close_box(&mut self) {
        if let Some((_, _, text)) = self.open.take() {
            self.page.boxes.push(text);
        }
    }

    /// Begins a page at `at`, unless the one there has no more than its first tags.
    fn next_page(&mut self, at: usize) {
        if self.begun {
            self.finish(at);
        }
    }

    fn finish(&mut self, end: usize) {
        self.close_box();
        let mut page = std::mem::take(&mut self.page);
        page.span.end = Span::new(0, end).end;
        self.page.span.start = page.span.end;
        self.done.push(page);
        (self.begun, self.dropped, self.script) = (false, None, false);
    }
}

/// The value in `name="value"`, without quotes.
fn value_span(text: &str, start: usize, end: usize) -> Span {
    let whole = Span::new(start, end.min(text.len()));
    let Some((name, value)) = whole.of(text).split_once('=') else {
        return whole;
    };
    let blanks = value.len() - value.trim_start().len();
    let from = start + name.len() + 1 + blanks;
    let value = value.trim();
    for quote in ['"', '\''] {
        if let Some(inner) = value.strip_prefix(quote) {
            let inner = inner.split(quote).next().unwrap_or_default();
            return Span::new(from + 1, from + 1 + inner.len());
        }
    }
    Span::new(from, from + value.trim_end_matches('>').len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn block_elements_are_sorted_for_the_search() {
        assert!(BLOCKS.is_sorted());
    }

    #[test]
    fn metas_boxes_and_visible_text_are_taken_apart() {
        let text = "<html><head><title>T</title><META NAME=citation_title CONTENT='A &amp; B'></head><body><nav>Home</nav><p>One<br>two <i>three</i></p><pre>@book{a,\n x}</pre><script>var a = '<p>';</script>";
        let pages = documents(text);
        assert_eq!(pages.len(), 1);
        let page = &pages[0];
        assert_eq!(page.metas[0].name, "citation_title");
        assert_eq!(page.metas[0].content.value, "A & B");
        assert_eq!(page.metas[0].content.span.of(text), "A &amp; B");
        assert_eq!(page.boxes[0].text, "@book{a,\n x}");
        assert_eq!(page.visible.text, "One\ntwo three\n@book{a,\n x}\n");
    }

    #[test]
    fn pages_one_after_the_other_are_apart() {
        let page = "<!DOCTYPE html>\n<html><body><p>x</body></html>\n";
        assert_eq!(documents(&page.repeat(3)).len(), 3);
    }

    #[test]
    fn hostile_tags_take_one_pass() {
        assert_eq!(documents(&"<div>".repeat(100_000)).len(), 1);
        assert_eq!(documents(&"<pre><code>".repeat(50_000)).len(), 1);
        let long = format!("<meta name=\"a\" content=\"{}", "x".repeat(1_000_000));
        assert!(documents(&long)[0].metas.is_empty());
        let long = format!("{long}\">");
        assert_eq!(documents(&long)[0].metas[0].content.value.len(), 1_000_000);
    }
}

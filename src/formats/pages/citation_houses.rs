//! Publishing houses of Japan and China, taken for journals.

use super::citation::Citation;
use super::lines::{part, trim_by};
use crate::source::Span;

/// What looked like a journal in Chinese or Japanese is the house of a book, where its name says
/// so and nothing numbers it: `岩波書店`. Before the house may stand the book of a chapter.
pub(super) fn published_by(text: &str, out: &mut Citation) {
    let numbered = !out.numbers.issue.is_empty();
    let counted = out.numbers.volume.of(text).ends_with(['p', '頁']);
    if numbered || !(out.numbers.volume.is_empty() || counted) || !out.mark.is_empty() {
        return;
    }
    let words = out.container.of(text);
    if words.contains(['(', '（', '『']) {
        return;
    }
    let stop = words.rfind(['.', '．', '。', '』']);
    let from = stop.map_or(0, |at| {
        at + words[at..].chars().next().map_or(1, char::len_utf8)
    });
    let house = part(text, out.container, from, words.len());
    if !is_house(house.of(text)) {
        return;
    }
    let strip =
        |c: char| c.is_whitespace() || matches!(c, '.' | '．' | '。' | '『' | '』' | ',' | '，');
    let book = trim_by(text, part(text, out.container, 0, stop.unwrap_or(0)), strip);
    // `社会教育の現在. 田中 明編`
    let end = book
        .of(text)
        .find(['.', '．', '。'])
        .filter(|at| book.of(text)[*at..].ends_with(['編', '著', '訳']))
        .unwrap_or(book.len());
    out.publisher = house;
    out.container = part(text, book, 0, end);
    out.numbers.volume = Span::default();
}

/// Whether the words name a publishing house of Japan or China.
fn is_house(words: &str) -> bool {
    let ends = [
        "書店",
        "书店",
        "書房",
        "书局",
        "書局",
        "出版",
        "出版社",
        "出版会",
        "出版部",
        "出版協会",
        "書院",
        "新社",
        "有斐閣",
        "平凡社",
        "講談社",
        "新曜社",
        "文庫",
        "新書",
        "印书馆",
        "選書",
    ];
    words.chars().count() <= 20 && ends.iter().any(|end| words.ends_with(end))
}

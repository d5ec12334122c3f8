//! A page that lost its line breaks, cut again before its labels.

use super::labels::{Label, lookup};
use super::lines::{doi_in, is_wide, is_year, part};
use super::needles::{Needles, position};
use super::noise;
use super::token_words::month;
use crate::source::Span;

/// Shorter lines are read as they are.
const LONG: usize = 150;

/// As many different labels in one line are no sentence.
const LABELS: usize = 3;

/// Labels that some Chinese pages print at the end of the line before their value.
static GLUED: &[&str] = &[
    "关键词",
    "Key words",
    "引用本文复制引用",
    "引用本文",
    "分类",
    "基金项目",
    "摘要",
];

/// Lines, with a label glued to the end of one as a line of its own.
pub(super) fn split_glued(text: &str, lines: &[Span]) -> Vec<Span> {
    let mut out = Vec::with_capacity(lines.len());
    let mut parts = Vec::with_capacity(lines.len());
    for line in lines {
        cut(text, *line, &mut parts);
    }
    for line in parts {
        let words = line.of(text);
        let label = GLUED.iter().find(|label| {
            words.len() > label.len() + 6
                && words.ends_with(**label)
                && !words[..words.len() - label.len()].ends_with(['：', ':', ' ', '、', '，'])
        });
        match label {
            Some(label) => {
                let at = words.len() - label.len();
                out.push(part(text, line, 0, at));
                let label_end = at + label.strip_suffix("复制引用").unwrap_or(label).len();
                out.push(part(text, line, at, label_end));
            }
            None => out.push(line),
        }
    }
    out
}

/// Adds the parts of a line before and behind its labels; the line itself where few are in it, or
/// where it begins with one, for then it is a record.
fn cut(text: &str, line: Span, out: &mut Vec<Span>) {
    if let Some(parts) = date_in(text, line) {
        out.extend(parts);
        return;
    }
    let Some([before, label, held, after]) = box_in(text, line) else {
        at_labels(text, line, out);
        return;
    };
    let mut all = Vec::new();
    at_labels(text, before, &mut all);
    all.extend([label, held]);
    at_labels(text, after, &mut all);
    out.extend(all.into_iter().filter(|part| !part.is_empty()));
}

/// `May 2018Urban Forestry & Urban Greening 33(2)`: a date that lost the line break behind it.
fn date_in(text: &str, line: Span) -> Option<[Span; 2]> {
    let words = line.of(text);
    let mut pieces = words.splitn(3, ' ');
    let first = pieces.next()?;
    let second = pieces.next()?;
    // `12 May 2018Journal`
    let (name, rest) = if first.len() <= 2 && first.bytes().all(|b| b.is_ascii_digit()) {
        (second, pieces.next()?)
    } else {
        (first, words.get(first.len() + 1..)?)
    };
    let year = rest.get(..4).filter(|year| is_year(year))?;
    let behind = rest.get(year.len()..)?;
    if !month(name) || !behind.starts_with(char::is_uppercase) {
        return None;
    }
    let cut = words.len() - behind.len();
    Some([part(text, line, 0, cut), part(text, line, cut, words.len())])
}

/// Shorter lines hold no page.
const PAGE: usize = 400;

/// How far a citation reaches at most.
const CITATION: usize = 1_000;

/// What stands above the citation of a page's own work.
static CITE: Needles = Needles::of(&[
    "How to Cite",
    "How to cite",
    "Cómo citar",
    "Como Citar",
    "Como citar",
    "Comment citer",
    "Come citare",
    "Cara Mengutip",
    "Jak cytować",
    "Zitationsvorschlag",
    "Kaynak Göster",
    "Як цитувати",
    "Как цитировать",
    "Cách trích dẫn",
    "To cite this version",
    "To cite this article",
    "Suggested Citation",
    "Pour citer cet article",
    "Для цитирования",
]);

/// What stands before the box for citing of a page in one line, the label of the box, the citation
/// up to its identifier, and the rest.
fn box_in(text: &str, line: Span) -> Option<[Span; 4]> {
    let words = line.of(text);
    if words.len() < PAGE {
        return None;
    }
    let at = CITE.first_in(words)?;
    let label = CITE
        .iter()
        .filter(|label| words[at..].starts_with(label))
        .map(str::len)
        .min()?;
    let rest = &words[at + label..];
    let begin = at + label + rest.len() - rest.trim_start_matches([':', ' ', '\u{a0}', '：']).len();
    let held = &words[begin..super::lines::floor(words, begin + CITATION)];
    let end = if let Some(doi) = doi_in(held) {
        doi.end
    } else {
        let from = position(held, "http")?;
        from + held[from..]
            .find(char::is_whitespace)
            .unwrap_or(held.len() - from)
    };
    // A bracket closes the identifier in an open archive.
    let end = begin
        + end
        + if held[end..].starts_with('⟩') {
            '⟩'.len_utf8()
        } else {
            0
        };
    (at > 0).then(|| {
        [
            part(text, line, 0, at),
            part(text, line, at, at + label),
            part(text, line, begin, end),
            part(text, line, end, words.len()),
        ]
    })
}

fn at_labels(text: &str, line: Span, out: &mut Vec<Span>) {
    let words = line.of(text);
    if words.len() < LONG
        || words.starts_with(['{', '[', '@'])
        || words.starts_with(char::is_lowercase)
        || COLONS.each_in(words).nth(LABELS - 1).is_none()
    {
        out.push(line);
        return;
    }
    let found = labels(words);
    let mut kinds: Vec<Label> = Vec::new();
    for (_, label) in &found {
        if !kinds.contains(label) {
            kinds.push(*label);
        }
    }
    let tells = |label: &Label| {
        matches!(
            label,
            Label::Author
                | Label::Title
                | Label::Abstract
                | Label::Keywords
                | Label::Doi
                | Label::Journal
        )
    };
    let told = kinds.iter().filter(|label| tells(label)).count();
    let first = found.first().map_or(0, |(at, _)| *at);
    if kinds.len() < LABELS || told < 2 || first == 0 {
        out.push(line);
        return;
    }
    out.extend(head(text, part(text, line, 0, first)));
    for (n, (at, _)) in found.iter().enumerate() {
        let end = found.get(n + 1).map_or(words.len(), |next| next.0);
        out.push(part(text, line, *at, end));
    }
}

static COLONS: Needles = Needles::of(&[":", "："]);

/// Where the labels of a line begin: before a colon, at the longest words that are one.
fn labels(words: &str) -> Vec<(usize, Label)> {
    let mut out = Vec::new();
    let mut from = 0;
    for (at, colon) in COLONS.each_in(words).take(200) {
        if words[at + colon..].starts_with("//") {
            continue;
        }
        let window = super::lines::floor(words, at.saturating_sub(60)).max(from);
        let before = &words[window..at];
        let begins = before.char_indices().filter(|(n, c)| {
            let last = before[..*n].chars().next_back().unwrap_or(' ');
            let apart = !last.is_alphanumeric();
            let glued = is_wide(*c) || last.is_lowercase() && c.is_uppercase() || is_wide(last);
            (apart || glued) && !c.is_lowercase() && c.is_alphabetic()
        });
        let mut found = begins.filter_map(|(n, _)| Some((n, lookup(before.get(n..)?)?)));
        let found = found.next();
        if let Some((n, label)) = found {
            out.push((window + n, label));
            from = at + colon;
        }
    }
    out
}

/// What stands before the first label: of Chinese pages the bar of links and the title, with a
/// space between them.
fn head(text: &str, span: Span) -> Vec<Span> {
    let words = span.of(text);
    let wide = words.chars().filter(|c| is_wide(*c)).count();
    if wide * 3 < words.chars().filter(|c| c.is_alphabetic()).count() * 2 {
        return vec![span];
    }
    let base = words.as_ptr() as usize;
    words
        .split_whitespace()
        .map(|piece| {
            let at = piece.as_ptr() as usize - base;
            part(text, span, at, at + piece.len())
        })
        .filter(|piece| !noise::is_noise(piece.of(text)))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cuts(words: &str) -> Vec<&str> {
        let mut out = Vec::new();
        cut(words, Span::new(0, words.len()), &mut out);
        out.iter().map(|span| span.of(words)).collect()
    }

    #[test]
    fn a_line_of_many_labels_is_cut_before_each() {
        assert_eq!(
            cuts(
                "百度首页 登录 水分管理对水稻镉吸收的影响 阅读量：213作者：何晓璐，徐佳军摘要：稻田土壤中镉的有效态随灌溉方式而变。展开关键词：镉;水分管理DOI：10.13227/j.hjkx.201803101被引量：31年份：2018"
            ),
            [
                "水分管理对水稻镉吸收的影响",
                "阅读量：213",
                "作者：何晓璐，徐佳军",
                "摘要：稻田土壤中镉的有效态随灌溉方式而变。展开",
                "关键词：镉;水分管理",
                "DOI：10.13227/j.hjkx.201803101",
                "被引量：31",
                "年份：2018",
            ]
        );
        let prose = "The method has steps. Note: the first is long, and nobody likes it. Warning: it may fail. Results: none were found in the course of the two years in which we looked.";
        assert_eq!(cuts(prose), [prose]);
    }
}

//! The grammar of GB/T 7714, the Chinese national standard: `authors. title[J]. journal, year,
//! volume(issue): pages`, of its edition of 1987 without the mark, and of its author-date form.
//!
//! Source: GB/T 7714-1987, -2005, -2015, -2025.

mod head;
mod imprint;
mod numbers;
mod strip;
mod tail;

use super::links::LinkKind;
use super::token::{Token, TokenKind};
use crate::formats::{Meaning, RawField, RawName};
use crate::model::Field;
use crate::source::Span;
use strip::Strip;

/// What the grammar found.
#[derive(Debug, Default)]
pub(super) struct Found {
    pub(super) fields: Vec<RawField>,
    /// The mark: `J`, `EB`.
    pub(super) mark: Span,
}

impl Found {
    fn add(&mut self, field: Field, span: Span) {
        if !span.is_empty() {
            self.fields.push(RawField::meant(field, span));
        }
    }

    fn has(&self, field: Field) -> bool {
        let name = RawName::Meant(Meaning::Field(field));
        self.fields.iter().any(|found| found.name == name)
    }

    fn add_first(&mut self, field: Field, span: Span) {
        if !self.has(field) {
            self.add(field, span);
        }
    }
}

/// The type marks of the standard.
const MARKS: &[&str] = &[
    "J", "M", "C", "D", "R", "S", "P", "N", "G", "A", "Z", "K", "EB", "DB", "DS", "CP", "CM", "PP",
    "LR",
];

/// Reads a reference by its type mark, or, if it is Chinese, by its sentences. [`None`] where it
/// is not printed by the standard.
pub(super) fn parse(text: &str, tokens: &[Token]) -> Option<Found> {
    let strip = Strip { text, tokens };
    let mut out = Found::default();
    if let Some((from, to)) = mark(strip) {
        out.mark = strip.part(from + 1, from + 2).span();
        head::read(strip.part(0, from), &mut out);
        tail::read(strip.part(to, strip.len()), strip.word(from + 1), &mut out);
        return out.has(Field::Title).then_some(out);
    }
    by_sentences(strip, &mut out).then_some(out)
}

/// Where the type mark stands: `[J]`, `[EB/OL]`.
fn mark(strip: Strip<'_>) -> Option<(usize, usize)> {
    (1..strip.len()).find_map(|at| {
        if !strip.is_mark(at, '[') || !MARKS.contains(&strip.word(at + 1)) {
            return None;
        }
        let carrier =
            strip.is_mark(at + 2, '/') && matches!(strip.word(at + 3), "OL" | "CD" | "DK" | "MT");
        let close = if carrier { at + 4 } else { at + 2 };
        strip.is_mark(close, ']').then_some((at, close + 1))
    })
}

/// A Chinese or Japanese reference whose parts are sentences.
fn by_sentences(strip: Strip<'_>, out: &mut Found) -> bool {
    let han = strip
        .tokens
        .iter()
        .filter(|token| token.kind == TokenKind::Han)
        .count();
    let quoted = strip.tokens.iter().any(|token| {
        matches!(token.kind, TokenKind::Mark('"'))
            && matches!(
                strip.text.get(token.start..token.end),
                Some("《" | "「" | "『" | "\"")
            )
    });
    let sentences = strip.sentences();
    // A Western work in a Chinese list: `2 版`, `Paulson S编`, `见: …`.
    let chinese_words = || {
        sentences.iter().any(|part| {
            let words = part.trim().words();
            words.chars().count() < 40
                && (words.ends_with('版') || words.ends_with('编') || words.ends_with('译'))
                || part.word(0) == "见" && part.is_mark(1, ':')
        })
    };
    if han * 2 < strip.len() && (han == 0 || !chinese_words()) || quoted {
        return false;
    }
    let Some(first) = sentences.first() else {
        return false;
    };
    let dated = sentences.len() > 2
        && sentences
            .get(1)
            .is_some_and(|second| head::is_year(*second));
    // `荣庆日记. 西安: 西北大学出版社, 1986`: no people.
    let bare = sentences
        .get(1)
        .is_some_and(|second| imprint::is_imprint(*second) || imprint::is_edition(*second));
    let title_at = if bare { 0 } else { 1 + usize::from(dated) };
    // `何新, 司法论, 8 版. 商务印书馆, 1971`: people and title parted otherwise.
    if bare && first.find(',').is_some() {
        if !head::by_commas(*first, out) {
            return false;
        }
        tail::parts(sentences.get(1..).unwrap_or_default(), "", out);
        return out.has(Field::Date) || out.has(Field::Publisher);
    }
    let Some(title) = sentences.get(title_at) else {
        return false;
    };
    let rest: Vec<Strip<'_>> = sentences.get(title_at + 1..).unwrap_or_default().to_vec();
    if rest.is_empty() {
        return false;
    }
    let linked = strip
        .tokens
        .iter()
        .any(|token| matches!(token.kind, TokenKind::Link(kind) if kind != LinkKind::Accessed));
    let year = (0..strip.len()).any(|at| strip.is_year(at));
    if !year && !linked && !rest.iter().any(|part| imprint::is_imprint(*part)) {
        return false;
    }
    if !bare {
        head::people(*first, out);
    }
    if let Some(second) = sentences.get(1).filter(|_| dated) {
        out.add(Field::Date, second.trim().span());
    }
    head::title(*title, out);
    tail::parts(&rest, "", out);
    out.has(Field::Title)
        && (out.has(Field::Date) || out.has(Field::Location) && out.has(Field::Publisher))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::references::links::links;
    use crate::formats::references::number::list_number;
    use crate::formats::references::token::tokens;

    /// Each field found, as `name=words`, but for the title.
    fn found(text: &str) -> (String, String) {
        let number = list_number(text);
        let mut all = tokens(text, &links(text));
        all.retain(|token| token.start >= number);
        let found = parse(text, &all).unwrap_or_default();
        let mut title = String::new();
        let mut rest = Vec::new();
        for field in &found.fields {
            let RawName::Meant(Meaning::Field(name)) = field.name else {
                continue;
            };
            let words = field.value.of(text);
            if name == Field::Title {
                words.clone_into(&mut title);
            } else {
                rest.push(format!("{}={words}", name.spec().biblatex));
            }
        }
        (title, rest.join("|"))
    }

    #[test]
    fn the_forms_of_the_standard_are_read() {
        for (text, title, rest) in [
            (
                "[1] 李娜, 王芳, 等. 护理需求[J]. 护理学杂志, 2021, 36(09): 78-81.",
                "护理需求",
                "author=李娜, 王芳, 等|journaltitle=护理学杂志|date=2021|volume=36|number=09|pages=78-81",
            ),
            (
                "崔山. 2006. 司法论[J]. 法学(1): 144-164[2022-07-26].",
                "司法论",
                "author=崔山|date=2006|journaltitle=法学|number=1|pages=144-164",
            ),
            (
                "MOU W, MCNAMARA T P, et al., 2014b. Frames of reference[J/OL]. Nature, 510: 356-362. DOI:10.1/x.",
                "Frames of reference",
                "date=2014|author=MOU W, MCNAMARA T P, et al|journaltitle=Nature|volume=510|pages=356-362",
            ),
            (
                "陈登．国史旧闻：第１卷［M］．北京：中华书局，2000：29．",
                "国史旧闻",
                "author=陈登|volume=１|location=北京|publisher=中华书局|date=2000|pages=29",
            ),
            (
                "王保. 董事会[M]//梁星. 民商论丛: 卷 1. 2 版. 北京: 法律出版社, 1994: 110.",
                "董事会",
                "author=王保|edition=2 版|editor=梁星|booktitle=民商论丛|volume=1|location=北京|publisher=法律出版社|date=1994|pages=110",
            ),
            (
                "邓刚. 节电器: 中国, CN101106276A[P]. 2008-01-16.",
                "节电器",
                "author=邓刚|eid=CN101106276A|date=2008-01-16",
            ),
            (
                "佚名. 致外交部电[N]. 民国日报, 1925-08-14(4).",
                "致外交部电",
                "author=佚名|journaltitle=民国日报|date=1925-08-14|pages=4",
            ),
            (
                "富勒. 法律的道德性. 郑戈译. 2 版. 北京: 商务印书馆, 2005. 24～25",
                "法律的道德性",
                "author=富勒|translator=郑戈|edition=2 版|location=北京|publisher=商务印书馆|date=2005|pages=24～25",
            ),
            (
                "[26] 劳特, 国际法, 8 版, 卷 2. 商务印书馆, 1971.",
                "国际法",
                "volume=2|edition=8 版|author=劳特|publisher=商务印书馆|date=1971",
            ),
            (
                "应年 and 马德, Eds., 行政法的源流. 中国法制出版社, 2006.",
                "行政法的源流",
                "editor=应年 and 马德|publisher=中国法制出版社|date=2006",
            ),
            (
                "荣庆日记. 西安: 西北大学出版社, 1986.",
                "荣庆日记",
                "location=西安|publisher=西北大学出版社|date=1986",
            ),
            (
                "许超. 好好干[EB/OL]. (2025-02-17)[2025-06-22]. https://a.cn/b.",
                "好好干",
                "author=许超|date=2025-02-17",
            ),
        ] {
            assert_eq!(found(text), (title.to_owned(), rest.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_printed_otherwise_is_left_to_the_model() {
        for text in [
            "Smith J. A title. J Test. 2001;3:1-2.",
            "[J]",
            "",
            "张三（2001）：《题名》，北京：商务印书馆。",
        ] {
            let tokens = tokens(text, &[]);
            assert!(parse(text, &tokens).is_none(), "{text}");
        }
    }
}

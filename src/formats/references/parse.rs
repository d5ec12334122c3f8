//! One reference into the spans of its fields.

use super::bounds::bounds;
use super::chunk::chunks;
use super::decode::{decode, likeliest};
use super::features::{Features, features};
use super::found::Found;
use super::journals::{Journals, Sign};
use super::label::Label;
use super::links::{Link, LinkKind, links};
use super::model::Model;
use super::number::list_number;
use super::token::{Token, tokens};
use super::ways::Way;
use super::{gbt, gost, korean, rerank, sist};
use crate::formats::RawField;
use crate::model::Field;
use crate::source::Span;

/// A reference made ready to be labelled.
#[derive(Debug)]
pub struct Prepared {
    /// What was found by scanners.
    pub links: Vec<Link>,
    /// Its tokens, the number in the list left out.
    pub tokens: Vec<Token>,
    /// What the names of journals tell of each.
    signs: Vec<Sign>,
    /// Their features.
    pub features: Features,
}

/// Takes the number off, finds identifiers and addresses, cuts the rest into tokens.
#[must_use]
pub fn prepare(text: &str) -> Prepared {
    let number = list_number(text);
    let links = links(text);
    let mut tokens = tokens(text, &links);
    tokens.retain(|token| token.start >= number);
    let signs = Journals::builtin().signs(text, &tokens);
    let features = features(text, &tokens, &signs);
    Prepared {
        links,
        tokens,
        signs,
        features,
    }
}

/// What was found in one reference.
#[derive(Debug, Default)]
pub struct Parsed {
    /// The fields, as spans of the text.
    pub fields: Vec<RawField>,
    /// The word for the kind of work; empty where there is none.
    pub entry_type: Span,
    /// How sure the least sure of the main fields is, 0 to 1.
    pub confidence: f32,
}

/// Reads one reference.
#[must_use]
pub fn parse(text: &str, model: &Model) -> Parsed {
    let prepared = prepare(text);
    let mut out = Parsed {
        confidence: 1.0,
        ..Parsed::default()
    };
    for link in &prepared.links {
        out.fields.push(RawField::meant(
            link_field(link.kind),
            Span::new(link.value.0, link.value.1),
        ));
    }
    if let Some(found) = marked(text, &prepared.tokens) {
        out.fields.extend(found.fields);
        out.entry_type = found.mark;
        return out;
    }
    let labelled = decode(model, &prepared.features, &prepared.signs);
    for chunk in chunks(text, &prepared.tokens, &prepared.signs, &labelled) {
        let Some(field) = label_field(chunk.label) else {
            continue;
        };
        let tokens = prepared
            .tokens
            .get(chunk.from..chunk.to)
            .unwrap_or_default();
        let Some(span) = bounds(text, tokens, chunk.label) else {
            continue;
        };
        if matches!(
            chunk.label,
            Label::Author | Label::Title | Label::Container | Label::Date
        ) {
            let sure = labelled
                .chances
                .get(chunk.from..chunk.to)
                .unwrap_or_default();
            let least = sure.iter().copied().fold(1.0, f32::min);
            out.confidence = out.confidence.min(least);
        }
        out.fields.push(RawField::meant(field, span));
    }
    out
}

/// What a grammar finds in a reference whose parts are marked.
fn marked(text: &str, tokens: &[Token]) -> Option<Found> {
    gost::parse(text, tokens)
        .or_else(|| sist::parse(text, tokens))
        .or_else(|| gbt::parse(text, tokens))
        .or_else(|| korean::parse(text, tokens))
}

/// The likeliest ways to label a reference whose parts are not marked, each with the features of
/// the whole.
#[must_use]
pub fn ways(text: &str, prepared: &Prepared, model: &Model) -> Vec<(Way, Vec<u32>)> {
    if marked(text, &prepared.tokens).is_some() {
        return Vec::new();
    }
    let (looks, signs) = (&prepared.features.looks, &prepared.signs);
    likeliest(model, &prepared.features)
        .into_iter()
        .map(|way| {
            let features = rerank::features(&way, looks, signs);
            (way, features)
        })
        .collect()
}

fn link_field(kind: LinkKind) -> Field {
    match kind {
        LinkKind::Doi => Field::Doi,
        LinkKind::Url => Field::Url,
        LinkKind::Arxiv => Field::Eprint,
        LinkKind::Pmid => Field::Pmid,
        LinkKind::Pmcid => Field::Pmcid,
        LinkKind::Isbn => Field::Isbn,
        LinkKind::Issn => Field::Issn,
        LinkKind::Accessed => Field::UrlDate,
    }
}

fn label_field(label: Label) -> Option<Field> {
    Some(match label {
        Label::Other | Label::Link => return None,
        Label::Author => Field::Author,
        Label::Title => Field::Title,
        Label::Container => Field::JournalTitle,
        Label::Date => Field::Date,
        Label::Volume => Field::Volume,
        Label::Issue => Field::Number,
        Label::Pages => Field::Pages,
        Label::Publisher => Field::Publisher,
        Label::Location => Field::Location,
        Label::Editor => Field::Editor,
        Label::Translator => Field::Translator,
        Label::Edition => Field::Edition,
        Label::Series => Field::Series,
        Label::Genre => Field::Type,
        Label::Note => Field::Note,
        Label::Number => Field::Eid,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_jumble_is_read_without_harm() {
        let pieces = [
            "[J]",
            "[M/OL]",
            "//",
            "(",
            ")",
            "[",
            "]",
            ". ",
            ", ",
            ": ",
            "：",
            "，",
            "．",
            "2004",
            "12",
            "第",
            "卷",
            "期",
            "Smith J",
            "eds.",
            "In: ",
            "见: ",
            "10.1000/",
            "http ://",
            "doi:",
            "\"",
            "“",
            "张三",
            "编",
            "译",
            "2 版",
            "-",
            " ",
            "n.d.",
            "é",
            "한국",
            "vol. ",
            "pp. ",
            "arXiv:",
            "ISBN ",
            "accessed ",
            "\u{301}",
            "\u{200b}",
            "V1.0",
            "页",
            "et al.",
            " // ",
            ". – ",
            "М. : ",
            "Наука",
            "312 с.",
            "№ 3",
            " / ",
            "под ред. И. И. Иванова",
            "(参照 ",
            ", p. ",
            "の",
        ];
        let mut seed = 0x9e37_79b9_u64;
        for _ in 0..1_500 {
            let mut text = String::new();
            for _ in 0..14 {
                seed = seed
                    .wrapping_mul(6_364_136_223_846_793_005)
                    .wrapping_add(1_442_695_040_888_963_407);
                let at = usize::try_from(seed >> 33).unwrap_or(0) % pieces.len();
                text.push_str(pieces[at]);
            }
            for field in parse(&text, Model::builtin()).fields {
                assert!(text.get(field.value.range()).is_some(), "{text}");
            }
        }
    }

    #[test]
    fn the_parts_of_common_styles_are_told_apart() {
        for (text, field, words) in [
            (
                "Y. LeCun, Y. Bengio, and G. Hinton, \"Deep learning,\" Nature, vol. 521, no. 7553, pp. 436-444, May 2015.",
                Field::JournalTitle,
                "Nature",
            ),
            (
                "Higgins JP, Thompson SG. Measuring inconsistency in meta-analyses. BMJ. 2003 Sep 6;327(7414):557-60.",
                Field::Title,
                "Measuring inconsistency in meta-analyses",
            ),
            (
                "Beck, Ulrich. Der kosmopolitische Blick. Frankfurt: Suhrkamp, 2004.",
                Field::Publisher,
                "Suhrkamp",
            ),
        ] {
            let parsed = parse(text, Model::builtin());
            let found = parsed.fields.iter().find(|found| {
                found.name == crate::formats::RawName::Meant(crate::formats::Meaning::Field(field))
            });
            assert_eq!(
                found.map(|found| found.value.of(text)),
                Some(words),
                "{text}"
            );
        }
    }
}

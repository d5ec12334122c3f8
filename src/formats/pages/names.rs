//! Splitting text that is known to hold names.

use super::lines::{is_letter, is_wide, part, trim_by};
use super::name_parts::at_marks;
use super::name_separators::{Held, Separators, cut_at, separators};
use super::name_words::CUTS;
use super::names_by_commas::by_commas;
use super::needles::{holds, position};
use crate::source::Span;

/// Names in order, and the mark that more were left out.
#[derive(Debug, Default, Clone)]
pub(super) struct NameList {
    /// The names, each as printed, without marks of affiliation where they stand apart.
    pub(super) names: Vec<Span>,
    /// `et al.`, `...`, `等`; empty where the list is whole.
    pub(super) cut: Span,
}

/// Splits a region that is known to hold names, by the separators it uses.
pub(super) fn split(text: &str, region: Span) -> NameList {
    let mut out = NameList::default();
    let mut region = edges(text, region);
    let held = Held::of(region.of(text));
    // Few lines begin or end so that any of these words can stand there.
    let leads = region.of(text).starts_with(['b', 'B', 'V', 'P', 'A']);
    for lead in [
        "by ",
        "By ",
        "BY ",
        "Von ",
        "Par ",
        "Por ",
        "Authors: ",
        "Author links open overlay panel",
    ]
    .into_iter()
    .filter(|_| leads)
    {
        if let Some(rest) = region.of(text).strip_prefix(lead) {
            let len = region.len();
            region = part(text, region, len - rest.len(), len);
        }
    }
    let tails = region.of(text).ends_with(['s', 'd', '&']);
    for tail in [
        "View all authors and affiliations",
        "View all authors",
        "Show all authors",
        "Show authors",
        " and",
        " &",
    ]
    .into_iter()
    .filter(|_| tails)
    {
        if let Some(rest) = region.of(text).strip_suffix(tail) {
            region = edges(text, part(text, region, 0, rest.len()));
        }
    }
    if (held.any(b"+") || !held.ascii())
        && let Some(more) = others_counted(region.of(text))
    {
        out.cut = part(text, region, more, region.len());
        region = edges(text, part(text, region, 0, more));
    }
    // `Nwosu, C., ...Wu, Y.`
    let dots = !held.ascii() || held.any(b",") && region.of(text).contains("...");
    for sign in [", ...", ", …", "…"] {
        if dots
            && out.cut.is_empty()
            && let Some(at) = position(region.of(text), sign)
        {
            out.cut = part(text, region, at + sign.len() - 3, at + sign.len());
        }
    }
    if let Some((rest, cut)) = cut_mark(text, region) {
        out.cut = cut;
        region = edges(text, rest);
    }
    let words = region.of(text);
    // `Jun-ichi Ōta ,&nbsp;Wen Li`: the stop of an entity separates nothing.
    if held.any(b"&") && holds(words, "&nbsp;") {
        let mut at = 0;
        for piece in words.split("&nbsp;") {
            let span = edges(text, part(text, region, at, at + piece.len()));
            at += piece.len() + "&nbsp;".len();
            if !span.is_empty() {
                by_commas(text, span, false, &mut out.names);
            }
        }
        return out;
    }
    if let Some(names) = placed_apart(text, region) {
        out.names = names;
        return out;
    }
    if held.any(b"0123456789")
        && let Some(names) = at_marks(text, region)
    {
        out.names = names;
        return out;
    }
    let Separators {
        marks: first,
        begins,
    } = separators(words, &held);
    // Nothing but commas and conjunctions parts most lists.
    if *first == ['\t'] && !held.any(b"\t") {
        if words.chars().any(is_letter) {
            by_commas(
                text,
                part(text, region, 0, region.len()),
                false,
                &mut out.names,
            );
        }
        return out;
    }
    let listed = first.contains(&';');
    for piece in cut_at(text, region, begins, |rest| {
        let c = rest.chars().next()?;
        first.contains(&c).then_some(c.len_utf8())
    }) {
        by_commas(text, piece.0, listed, &mut out.names);
    }
    out
}

/// `고은별(서울대학교) 남궁민(한국방송)`: names with nothing but where each works between them.
pub(super) fn placed_apart(text: &str, region: Span) -> Option<Vec<Span>> {
    let words = region.of(text);
    if !words.starts_with(is_wide) || !holds(words, ") ") || words.contains([',', ';', '、']) {
        return None;
    }
    let mut out = Vec::new();
    for piece in words.split_inclusive(") ") {
        let (name, body) = piece.split_once('(')?;
        let wide = name.chars().all(is_wide) && (2..=5).contains(&name.chars().count());
        if !wide || !body.trim_end().ends_with(')') || body.contains('(') {
            return None;
        }
        let at = piece.as_ptr() as usize - words.as_ptr() as usize;
        out.push(part(text, region, at, at + name.len()));
    }
    Some(out)
}

/// Where `, + 2 Authors Info & Claims` or `, +5 more` begins: names that are only counted.
fn others_counted(words: &str) -> Option<usize> {
    if let Some(at) = others_in_cjk(words) {
        return Some(at);
    }
    let at = words.rfind('+').filter(|at| *at > 0)?;
    let rest = words[at + 1..].trim_start();
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let said = rest[digits..].trim_start().to_lowercase();
    (digits > 0
        && (said.is_empty()
            || ["author", "more", "other"]
                .iter()
                .any(|word| said.starts_with(word))))
    .then_some(at)
}

/// Where `외 2명`, `他3名` or `ほか 3名` begins.
fn others_in_cjk(words: &str) -> Option<usize> {
    let head = words.strip_suffix(['명', '인', '名', '人'])?;
    let bare = head.trim_end_matches(|c: char| c.is_ascii_digit());
    let head = bare.trim_end();
    let sign = ["외", "他", "ほか", "等"]
        .iter()
        .find(|sign| head.ends_with(**sign))?;
    (bare.len() + '명'.len_utf8() < words.len() && head.len() > sign.len())
        .then(|| head.len() - sign.len())
}

/// The span without separators and white space at its ends.
fn edges(text: &str, span: Span) -> Span {
    trim_by(text, span, |c| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | ';'
                    | ':'
                    | '，'
                    | '；'
                    | '：'
                    | '、'
                    | '·'
                    | '◽'
                    | '•'
                    | '&'
                    | '|'
                    | '．'
                    | '。'
            )
    })
}

/// The region before a sign that it was cut, and the sign.
fn cut_mark(text: &str, region: Span) -> Option<(Span, Span)> {
    let words = region.of(text);
    let last = words.bytes().next_back()?;
    let mut signs = CUTS
        .iter()
        .filter(|sign| sign.bytes().next_back() == Some(last));
    signs.find_map(|sign| {
        let head = words.strip_suffix(sign)?;
        let apart = !sign.starts_with(char::is_alphabetic)
            || head.ends_with(|c: char| !is_letter(c))
            || head.ends_with(is_wide);
        // `他` and `等` may end a name only where nothing separates them from one character.
        (apart && !head.trim().is_empty()).then(|| {
            (
                part(text, region, 0, head.len()),
                part(text, region, head.len(), words.len()),
            )
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn names(text: &str) -> Vec<&str> {
        split(text, Span::new(0, text.len()))
            .names
            .iter()
            .map(|name| name.of(text))
            .collect()
    }

    #[test]
    fn every_separator_splits_and_no_name_is_torn() {
        for (list, parts) in [
            (
                "Müller-Lyer, F., Weiß, K. & von der Heide, P.",
                &["Müller-Lyer, F.", "Weiß, K.", "von der Heide, P."][..],
            ),
            (
                "Fernández-Prieto, L., & Etxeberria Agirre, Íñigo.",
                &["Fernández-Prieto, L.", "Etxeberria Agirre, Íñigo"],
            ),
            (
                "Pias, T.S.; Eisenberg, D.; Fresneda Fernandez, J.",
                &["Pias, T.S.", "Eisenberg, D.", "Fresneda Fernandez, J."],
            ),
            (
                "Moher D, Liberati A, Altman DG; PRISMA Group",
                &["Moher D", "Liberati A", "Altman DG", "PRISMA Group"],
            ),
            (
                "by Tanmoy Sarkar Pias 1,*, David Eisenberg 2 and Jorge Fresneda 3",
                &["Tanmoy Sarkar Pias", "David Eisenberg", "Jorge Fresneda"],
            ),
            (
                "Schwartz, Robert, Ian Gregory, and Thomas Thévenin.",
                &["Schwartz, Robert", "Ian Gregory", "Thomas Thévenin"],
            ),
            (
                "Raleigh, Clionadh & Håvard Hegre",
                &["Raleigh, Clionadh", "Håvard Hegre"],
            ),
            ("曾雪、马亚荣、何红波", &["曾雪", "马亚荣", "何红波"]),
            ("小澤 直樹, 稲垣 美智子", &["小澤 直樹", "稲垣 美智子"]),
            ("정명석, 박성현", &["정명석", "박성현"]),
            ("ПЕТРОВА Е.В.1, КИМ А.С.2", &["ПЕТРОВА Е.В.", "КИМ А.С."]),
            ("Mak, Winnie W. S.", &["Mak, Winnie W. S."]),
            ("R de Vries-Abe, K L", &["R de Vries-Abe", "K L"]),
            (
                "Braun, K. & von und zu Egloff, P.",
                &["Braun, K.", "von und zu Egloff, P."],
            ),
            (
                "고은(Eun Ko), 서문탁(Tak Seomun) 외 3명",
                &["고은(Eun Ko)", "서문탁(Tak Seomun)"],
            ),
            ("Pratiwi, S. dkk.", &["Pratiwi, S."]),
            (
                "Ana de Souza e Silva, João d'Ávila",
                &["Ana de Souza e Silva", "João d'Ávila"],
            ),
            (
                "Silva, João Carlos e Souza, Maria Ana",
                &["Silva, João Carlos", "Souza, Maria Ana"],
            ),
            (
                "Ríos de la Cruz, M. del P., & Sá, J.",
                &["Ríos de la Cruz, M. del P.", "Sá, J."],
            ),
            (
                "Ríos de la Cruz, M. del P.",
                &["Ríos de la Cruz, M. del P."],
            ),
            ("고은별(서울대학교) 남궁민(한국방송)", &["고은별", "남궁민"]),
            (
                "Y. LeCun, Y. Bengio, and G. Hinton",
                &["Y. LeCun", "Y. Bengio", "G. Hinton"],
            ),
            (
                "Tse, S (Tse, Samson); Mak, W (Mak, Winnie)",
                &["Tse, Samson", "Mak, Winnie"],
            ),
        ] {
            assert_eq!(names(list), parts, "{list}");
        }
    }
}

//! What stands before the type mark: people, year, title.

use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Reads `authors. title`, `authors, year. title`, `authors. year. title` or the title alone.
pub(super) fn read(head: Strip<'_>, out: &mut Found) {
    let sentences = head.sentences();
    let mut at = 0;
    if sentences.len() > 1 {
        people(sentences[0], out);
        at = 1;
        if sentences.len() > 2 && is_year(sentences[1]) {
            out.add_first(Field::Date, sentences[1].trim().span());
            at = 2;
        }
    }
    let from = sentences
        .get(at)
        .and_then(|sentence| sentence.tokens.first());
    let Some(from) = from.and_then(|first| head.tokens.iter().position(|token| token == first))
    else {
        return;
    };
    title(head.part(from, head.len()), out);
}

/// Whether a sentence is a year: `2014`, `2024b`, `n.d`.
pub(super) fn is_year(sentence: Strip<'_>) -> bool {
    let sentence = sentence.trim();
    let bare = match (
        sentence.is_mark(0, '('),
        sentence.is_mark(sentence.len().saturating_sub(1), ')'),
    ) {
        (true, true) => sentence.part(1, sentence.len() - 1),
        _ => sentence,
    };
    bare.is_year(0) && bare.len() <= 2
        || matches!(bare.words().to_lowercase().as_str(), "n.d" | "n.d.")
}

/// Reads people with a year behind them, where there is one: `张三, 李四, 等, 2014`, `张三编`.
pub(super) fn people(sentence: Strip<'_>, out: &mut Found) {
    let mut names = without_no_date(sentence.trim());
    // `…, 2014b`, `…（2014）`
    let end = names.len();
    let tail = (1..=4_usize).find(|back| {
        end > *back && names.is_year(end - back) && {
            let before = end - back - 1;
            names.is_mark(before, ',') || names.is_mark(before, '(')
        }
    });
    if let Some(back) = tail {
        let year = names.part(end - back, end - back + 1);
        out.add(Field::Date, year.span());
        names = names.part(0, end - back - 1).trim();
    } else if names.words().to_lowercase().ends_with("n.d") && names.len() > 4 {
        names = names.part(0, names.len() - 3).trim();
    }
    let (field, count) = role(names);
    names = names.part(0, names.len() - count).trim();
    out.add(field, names.span());
}

/// People without words for an unknown date behind them: `, 无日期`, ` ([日期不详])`.
fn without_no_date(names: Strip<'_>) -> Strip<'_> {
    let mark = |at: usize| matches!(names.kind(at), Some(TokenKind::Mark(_)));
    let mut to = names.len();
    while to > 0 && mark(to - 1) {
        to -= 1;
    }
    let unknown = ["无日期", "日期不详", "年份不详", "出版年不详"];
    let words = names.part(0, to);
    let known = unknown
        .iter()
        .map(|phrase| phrase.chars().count())
        .zip(unknown)
        .find(|(length, phrase)| {
            to > *length && words.part(to - length, to).words() == *phrase && mark(to - length - 1)
        });
    let Some((length, _)) = known else {
        return names;
    };
    let mut to = to - length;
    while to > 0 && mark(to - 1) {
        to -= 1;
    }
    names.part(0, to)
}

/// Reads `people, title, edition, volume` and `people, Eds., title`, as Chinese lists in the style of
/// the IEEE have it.
pub(super) fn by_commas(sentence: Strip<'_>, out: &mut Found) -> bool {
    let mut cuts: Vec<usize> = (0..sentence.len())
        .filter(|at| sentence.is_mark(*at, ','))
        .collect();
    let mut end = sentence.len();
    while let Some(comma) = cuts.pop() {
        let part = sentence.part(comma + 1, end);
        end = comma;
        if super::imprint::edition(part, out) {
            continue;
        }
        let trimmed = part.trim();
        if matches!(trimmed.word(0), "卷" | "第" | "册") {
            let number = if trimmed.is_number(2) {
                trimmed.part(1, trimmed.len() - 1)
            } else {
                trimmed.part(1, trimmed.len())
            };
            out.add_first(Field::Volume, number.span());
            continue;
        }
        title(part, out);
        break;
    }
    let names = sentence.part(0, end).trim();
    if names.is_empty() || !out.has(Field::Title) {
        return false;
    }
    let role = names.rfind(',').map_or("", |comma| {
        names.part(comma + 1, names.len()).trim().words()
    });
    if matches!(role, "Ed" | "Eds" | "ed" | "eds") {
        let comma = names.rfind(',').unwrap_or(names.len());
        out.add(Field::Editor, names.part(0, comma).trim().span());
    } else {
        people(names, out);
    }
    true
}

/// The field of a list of people by the words behind it, and how many tokens these are.
pub(super) fn role(names: Strip<'_>) -> (Field, usize) {
    let han = |count: usize| {
        let from = names.len().checked_sub(count)?;
        names
            .tokens
            .get(from..)?
            .iter()
            .all(|token| token.kind == TokenKind::Han)
            .then(|| names.part(from, names.len()).words())
    };
    if names.len() > 2 {
        match han(2) {
            Some("主编" | "編著" | "编著" | "主編" | "合编" | "选编") => {
                return (Field::Editor, 2);
            }
            Some("译著") => return (Field::Translator, 2),
            _ => {}
        }
        match han(1) {
            Some("编" | "編" | "辑") => return (Field::Editor, 1),
            Some("译" | "訳" | "譯") => return (Field::Translator, 1),
            Some("著" | "撰") => return (Field::Author, 1),
            _ => {}
        }
    }
    let last = names.len().saturating_sub(1);
    match names.word(last).to_lowercase().as_str() {
        "ed" | "eds" | "editor" | "editors" if names.len() > 2 => (Field::Editor, 1),
        "trans" | "tr" | "translator" if names.len() > 2 => (Field::Translator, 1),
        _ => (Field::Author, 0),
    }
}

/// Reads a title and what may stand behind it: the volume, the number of a patent or standard.
pub(super) fn title(part: Strip<'_>, out: &mut Found) {
    let part = part.trim();
    let (part, volume) = without_volume(part);
    if let Some(volume) = volume {
        out.add(Field::Volume, volume.span());
    }
    let cut = part
        .rfind(':')
        .filter(|colon| is_document_number(part.part(colon + 1, part.len())));
    if let Some(colon) = cut {
        let number = part.part(colon + 1, part.len());
        out.add(Field::Eid, without_country(number).span());
    }
    let part = part.part(0, cut.unwrap_or(part.len())).trim();
    let genre = part.rfind(':').filter(|colon| part.is_mark(colon + 1, '['));
    if let Some(colon) = genre {
        let word = part.part(colon + 2, part.len().saturating_sub(1));
        out.add(Field::Type, word.span());
    }
    out.add(
        Field::Title,
        part.part(0, genre.unwrap_or(part.len())).trim().span(),
    );
}

/// Takes `: 第1卷`, ` 卷 2`, `: v.1 …` off.
pub(super) fn without_volume(part: Strip<'_>) -> (Strip<'_>, Option<Strip<'_>>) {
    let numbered = |rest: Strip<'_>| -> Option<(usize, usize)> {
        let first = rest.word(0);
        if first == "第"
            && rest.is_number(1)
            && matches!(rest.word(2), "卷" | "册" | "冊" | "辑" | "巻")
        {
            return Some((1, 2));
        }
        if matches!(first, "卷" | "册" | "巻") && rest.is_number(1) {
            return Some((1, 2));
        }
        if matches!(first, "上" | "中" | "下") && matches!(rest.word(1), "卷" | "册" | "冊") {
            return Some((0, rest.len()));
        }
        if matches!(first.to_lowercase().as_str(), "v" | "vol" | "volume" | "bd") {
            let at = if rest.is_mark(1, '.') { 2 } else { 1 };
            return rest.is_number(at).then_some((at, at + 1));
        }
        None
    };
    for at in 1..part.len() {
        let spaced = part.tokens.get(at).is_some_and(|token| token.spaced);
        let colon = part.is_mark(at - 1, ':');
        if !colon && !spaced {
            continue;
        }
        let rest = part.part(at, part.len());
        if let Some((from, to)) = numbered(rest)
            && (colon || rest.len() <= to + 1 || matches!(rest.word(0), "卷" | "第"))
        {
            return (part.part(0, at).trim(), Some(rest.part(from, to)));
        }
    }
    (part, None)
}

/// The number of `中国, CN101106276A`.
pub(super) fn without_country(number: Strip<'_>) -> Strip<'_> {
    let from = number.rfind(',').map_or(0, |comma| comma + 1);
    number.part(from, number.len()).trim()
}

/// Whether this is the number of a patent, standard or report, with a country before it or not.
pub(super) fn is_document_number(part: Strip<'_>) -> bool {
    let last = part.rfind(',').map_or(0, |comma| comma + 1);
    let number = part.part(last, part.len()).trim();
    let words = number.words();
    let capitals = words.bytes().filter(u8::is_ascii_uppercase).count();
    let digits = words.bytes().filter(u8::is_ascii_digit).count();
    capitals >= 1
        && digits >= 2
        && words.len() <= 40
        && capitals + digits >= 4
        && words
            .chars()
            .all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || " /.-—–:_T".contains(c))
}

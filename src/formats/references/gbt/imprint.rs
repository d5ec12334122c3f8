//! Editions and imprints.

use super::numbers::numbers;
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Whether a sentence is `place: publisher, year` or a shorter form of it.
pub(super) fn is_imprint(sentence: Strip<'_>) -> bool {
    let sentence = sentence.trim();
    let end = sentence.len();
    let colon = sentence
        .find(':')
        .is_some_and(|colon| (1..8).contains(&colon) && colon + 1 < end);
    let year = end > 2 && (1..end).any(|at| sentence.is_year(at) && sentence.is_mark(at - 1, ','));
    let words = sentence.words();
    let house = [
        "出版社",
        "书局",
        "書局",
        "书店",
        "書店",
        "印书馆",
        "書房",
        "书社",
        "出版公司",
        "有斐閣",
        "Press",
        "Verlag",
    ]
    .iter()
    .any(|house| words.contains(house));
    house || colon && year
}

/// Whether this is a city where Chinese books appear.
fn is_place(part: Strip<'_>) -> bool {
    matches!(
        part.trim().words(),
        "北京"
            | "上海"
            | "天津"
            | "重庆"
            | "南京"
            | "广州"
            | "武汉"
            | "武昌"
            | "汉口"
            | "杭州"
            | "成都"
            | "西安"
            | "长沙"
            | "沈阳"
            | "长春"
            | "哈尔滨"
            | "济南"
            | "青岛"
            | "郑州"
            | "合肥"
            | "福州"
            | "厦门"
            | "南昌"
            | "石家庄"
            | "太原"
            | "昆明"
            | "贵阳"
            | "南宁"
            | "桂林"
            | "兰州"
            | "西宁"
            | "银川"
            | "乌鲁木齐"
            | "拉萨"
            | "呼和浩特"
            | "海口"
            | "深圳"
            | "大连"
            | "苏州"
            | "香港"
            | "台北"
            | "臺北"
            | "澳门"
            | "东京"
            | "東京"
            | "京都"
            | "大阪"
            | "北平"
    )
}

/// Whether a sentence is an edition.
pub(super) fn is_edition(sentence: Strip<'_>) -> bool {
    edition(sentence, &mut Found::default())
}

/// Reads `2 版`, `第2版`, `影印本`, `2nd ed`, `V1.0`.
pub(super) fn edition(sentence: Strip<'_>, out: &mut Found) -> bool {
    let sentence = sentence.trim();
    let words = sentence.words();
    let lower = words.to_lowercase();
    let short = words.chars().count() <= 14;
    let chinese = short
        && (words.ends_with('版')
            || words.ends_with("印本")
            || words.ends_with("订本")
            || words.ends_with("補本")
            || words.ends_with("补本")
            || words.ends_with("抄本")
            || words.ends_with("刻本"))
        && !sentence.words().contains('社');
    let western = lower.len() <= 24
        && (lower.ends_with(" ed")
            || lower.ends_with(" edn")
            || lower.ends_with("edition")
            || lower.ends_with("aufl"))
        && !lower.contains(',');
    if chinese || western {
        out.add_first(Field::Edition, sentence.span());
        return true;
    }
    let version = sentence.len() <= 6
        && words.starts_with(['V', 'v'])
        && words.get(1..).is_some_and(|rest| {
            !rest.is_empty() && rest.bytes().all(|b| b.is_ascii_digit() || b == b'.')
        });
    if version {
        out.add_first(Field::Version, sentence.span());
    }
    version
}

/// Reads `place: publisher, year: pages` and its shorter forms, a date, or pages.
pub(super) fn imprint(sentence: Strip<'_>, out: &mut Found) {
    let sentence = sentence.trim();
    if sentence.is_mark(0, '(') || sentence.is_year(0) || sentence.is_mark(0, '[') {
        return numbers(sentence, false, out);
    }
    let words = sentence.words();
    if words.ends_with('页') || words.ends_with(" p") || words.ends_with('頁') {
        return out.add_first(Field::PageTotal, sentence.part(0, 1).span());
    }
    if sentence.is_number(0) && sentence.len() <= 3 {
        return out.add_first(Field::Pages, sentence.span());
    }
    let year = (0..sentence.len()).find(|at| {
        sentence.is_year(*at)
            && at.checked_sub(1).is_some_and(|before| {
                sentence.is_mark(before, ',')
                    || sentence.is_mark(before, '(')
                    || sentence.is_mark(before, ':')
            })
    });
    let mut front_end = year.map_or(sentence.len(), |at| at - 1);
    if year.is_none() {
        // `北京: 中华书局: 29`, `American Psychological Association: 287-314`
        let pages = (1..sentence.len())
            .rev()
            .find(|at| sentence.is_mark(*at, ':'))
            .filter(|colon| {
                let rest = sentence.part(colon + 1, sentence.len());
                rest.is_number(0)
                    || rest.len() == 1 && rest.words().bytes().all(|b| b"ivxlc".contains(&b))
            });
        if let Some(colon) = pages {
            out.add_first(
                Field::Pages,
                sentence.part(colon + 1, sentence.len()).trim().span(),
            );
            front_end = colon;
        }
    }
    let front = sentence.part(0, front_end).trim();
    let colon = front.find(':').filter(|colon| *colon > 0);
    // `有正书局, 上海`: as the APA had it.
    let behind = front
        .rfind(',')
        .filter(|comma| is_place(front.part(comma + 1, front.len())));
    let (place, publisher) = match (colon, behind) {
        (Some(colon), _) => (front.part(0, colon), front.part(colon + 1, front.len())),
        (None, Some(comma)) => (front.part(comma + 1, front.len()), front.part(0, comma)),
        (None, None) => (front.part(0, 0), front),
    };
    out.add_first(Field::Location, place.trim().span());
    let publisher = publisher.trim();
    let place_alone = colon.is_none()
        && publisher.len() <= 3
        && publisher
            .tokens
            .iter()
            .all(|token| token.kind == TokenKind::Han)
        && publisher.len() == 2;
    out.add_first(
        if place_alone {
            Field::Location
        } else {
            Field::Publisher
        },
        publisher.span(),
    );
    if let Some(at) = year {
        numbers(sentence.part(at, sentence.len()), false, out);
    }
}

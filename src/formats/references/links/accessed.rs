//! Dates of access.

use super::{Link, LinkKind, behind_colon};
use crate::formats::references::token::is_han;
use crate::model::month;

/// Words before the day an address was visited.
const VISITED: &[&str] = &[
    "last accessed on",
    "last accessed",
    "accessed on",
    "accessed",
    "access date",
    "date accessed",
    "last visited",
    "visited on",
    "visited",
    "retrieved on",
    "retrieved",
    "viewed on",
    "viewed",
    "last checked",
    "last access",
    "[cited",
    "(cited",
    "[online; accessed",
    "consulté le",
    "consulta",
    "page consultée le",
    "citado el",
    "citado em",
    "citado",
    "cité le",
    "acceso el",
    "acceso",
    "accedido el",
    "aufgerufen am",
    "geraadpleegd op",
    "hämtad",
    "diakses pada",
    "diakses",
    "erişim tarihi",
    "dostęp",
    "consultado el",
    "consultado em",
    "consultado",
    "acesso em",
    "acessado em",
    "acesso",
    "fecha de consulta",
    "abgerufen am",
    "letzter zugriff",
    "zugriff am",
    "zugriff",
    "zugegriffen",
    "besucht am",
    "letzter abruf",
    "geprüft am",
    "stand",
    "ultimo accesso",
    "consultato il",
    "дата обращения",
    "访问日期",
    "访问时间",
    "引用日期",
    "检索日期",
    "见于",
    "閲覧日",
    "参照日",
    "접속일",
    "검색일",
];

/// `accessed 20 March 2012`: the words and the date.
pub(super) fn accessed(text: &str, at: usize) -> Option<Link> {
    let rest = text.get(at..)?;
    let byte = |at: usize| rest.as_bytes().get(at).map(u8::to_ascii_lowercase);
    let (first, second) = (byte(0)?, byte(1));
    let lower = |label: &str| {
        let known = label.as_bytes();
        // Beyond ASCII small letters may differ in any byte but the first.
        let next = known.get(1).copied();
        if known.first() != Some(&first) || first.is_ascii() && next != second {
            return None;
        }
        let head = rest.get(..label.len())?;
        (head.eq_ignore_ascii_case(label) || !head.is_ascii() && head.to_lowercase() == label)
            .then_some(label.len())
    };
    let label = VISITED.iter().find_map(|label| lower(label))?;
    let from = behind_colon(text, at + label);
    let body = text.get(from..)?;
    let mut end = 0;
    let (mut digits, mut year) = (0, false);
    let mut cursor = 0;
    while let Some(c) = body.get(cursor..).and_then(|rest| rest.chars().next()) {
        let tail = body.get(cursor..).unwrap_or_default();
        let length = tail
            .find(|d: char| {
                if c.is_ascii_digit() {
                    !d.is_ascii_digit()
                } else if c.is_alphabetic() && !is_han(c) {
                    !d.is_alphabetic()
                } else {
                    true
                }
            })
            .filter(|length| *length > 0)
            .unwrap_or(if c.is_alphanumeric() && !is_han(c) {
                tail.len()
            } else {
                c.len_utf8()
            });
        let word = tail.get(..length)?;
        let known = if c.is_ascii_digit() {
            digits += 1;
            year |= length == 4;
            digits <= 3 && (length <= 2 || length == 4)
        } else if c.is_alphabetic() {
            matches!(c, '年' | '月' | '日')
                || month(word).is_some()
                || matches!(
                    word,
                    "on" | "the" | "st" | "nd" | "rd" | "th" | "de" | "del" | "le" | "of"
                )
        } else {
            matches!(c, ' ' | ',' | '.' | '/' | '-' | '–' | ':')
        };
        if !known || cursor > 40 {
            break;
        }
        cursor += length;
        if c.is_ascii_digit() || matches!(c, '年' | '月' | '日') || month(word).is_some() {
            end = cursor;
        }
    }
    (digits >= 2 && year && end > 0).then_some(Link {
        kind: LinkKind::Accessed,
        start: at,
        end: from + end,
        value: (from, from + end),
    })
}

/// `[2014-06-25]`: in the styles that print it, the day an address was visited.
pub(super) fn bracketed_day(text: &str, at: usize) -> Option<Link> {
    let rest = text.get(at..)?;
    let inner = rest.strip_prefix('[').or_else(|| rest.strip_prefix('［'))?;
    let from = text.len() - inner.len();
    let close = inner.find([']', '］']).filter(|close| *close <= 12)?;
    let day = inner.get(..close)?;
    let sound = day.len() >= 8
        && day
            .bytes()
            .filter(|b| matches!(b, b'-' | b'/' | b'.'))
            .count()
            == 2
        && day
            .bytes()
            .all(|b| b.is_ascii_digit() || matches!(b, b'-' | b'/' | b'.'));
    let end = from + close + inner.get(close..)?.chars().next()?.len_utf8();
    sound.then_some(Link {
        kind: LinkKind::Accessed,
        start: at,
        end,
        value: (from, from + close),
    })
}

//! The words that say what a number of a citation is, and the names of months.

use super::lengths::Lengths;
use crate::source::Span;

/// Words before the number of a volume.
pub(super) const VOLUMES: &[&str] = &[
    "vol", "volume", "volumn", "bd", "band", "tome", "tom", "том", "cilt", "volumen", "jahrgang",
    "jg", "tập",
];

/// Words before the number of an issue.
pub(super) const ISSUES: &[&str] = &[
    "no",
    "nº",
    "nr",
    "num",
    "núm",
    "numéro",
    "number",
    "issue",
    "issues",
    "iss",
    "вып",
    "выпуск",
    "вип",
    "випуск",
    "номер",
    "heft",
    "sayı",
    "número",
    "fasc",
    "nos",
    "số",
];

/// Words before the numbers of pages.
pub(super) const PAGES: &[&str] = &[
    "pp", "pages", "page", "pg", "pag", "págs", "pág", "стр", "seiten", "ss", "hal", "сс", "art",
    "sayfa", "p",
];

/// What else is looked at in words of ASCII letters: letters that need a stop behind them, and what
/// may begin `article no.`
const OTHERS: &[&str] = &["s", "c", "tr", "v", "t", "n", "h", "z", "article"];

/// The words that say something.
pub(super) static SAYING: Lengths = Lengths::of(VOLUMES)
    .with(ISSUES)
    .with(PAGES)
    .with(OTHERS)
    .with(MONTHS)
    .with(SHORT_MONTHS);

/// The date that ends in `year`: `26 Jun 2018`, `Oct 2021`.
pub(super) fn whole_date(text: &str, year: Span) -> Span {
    let mut from = year.start as usize;
    let before = |at: usize| {
        let head = text.get(..at)?.strip_suffix(' ')?;
        let start = head
            .char_indices()
            .rev()
            .take(16)
            .take_while(|(_, c)| c.is_alphanumeric())
            .last()?
            .0;
        Some((start, &head[start..]))
    };
    if let Some((at, _)) = before(from).filter(|(_, word)| month(word)) {
        from = at;
        let day = |word: &str| word.len() <= 2 && word.bytes().all(|b| b.is_ascii_digit());
        if let Some((at, _)) = before(from).filter(|(_, word)| day(word)) {
            from = at;
        }
    }
    Span::new(from, year.end as usize)
}

/// Whether a word names a month or season, in the languages citations come in.
pub(super) fn month(word: &str) -> bool {
    if word.is_ascii() {
        let names = match word.len() {
            3 => SHORT_MONTHS,
            4..=10 => MONTHS,
            _ => return false,
        };
        return names.iter().any(|name| name.eq_ignore_ascii_case(word));
    }
    let lower = word.to_lowercase();
    MONTHS.contains(&lower.as_str()) || SHORT_MONTHS.contains(&lower.as_str())
}

const SHORT_MONTHS: &[&str] = &[
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "ene",
    "abr", "ago", "set", "dic", "dez", "out", "fev", "mai", "jui", "aoû", "déc", "fév", "avr",
    "mär", "okt", "янв", "фев", "мар", "апр", "май", "мая", "июн", "июл", "авг", "сен", "окт",
    "ноя", "дек", "січ", "лют", "бер", "кві", "тра", "чер", "лип", "сер", "вер", "жов", "лис",
    "гру", "spr", "sum", "aut", "win",
];

const MONTHS: &[&str] = &[
    "january",
    "february",
    "march",
    "april",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "setiembre",
    "octubre",
    "noviembre",
    "diciembre",
    "janeiro",
    "fevereiro",
    "março",
    "maio",
    "junho",
    "julho",
    "setembro",
    "outubro",
    "novembro",
    "dezembro",
    "janvier",
    "février",
    "mars",
    "avril",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
    "januar",
    "februar",
    "märz",
    "juni",
    "juli",
    "oktober",
    "dezember",
    "января",
    "февраля",
    "марта",
    "апреля",
    "июня",
    "июля",
    "августа",
    "сентября",
    "октября",
    "ноября",
    "декабря",
    "sept",
    "spring",
    "summer",
    "autumn",
    "fall",
    "winter",
];

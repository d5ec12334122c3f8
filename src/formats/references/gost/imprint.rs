//! Place, publisher and year.

use super::front::trimmed;
use super::is_dash;
use crate::formats::references::found::Found;
use crate::formats::references::strip::Strip;
use crate::formats::references::token::TokenKind;
use crate::model::Field;

/// Places of publication in short.
const CITIES: &[&str] = &[
    "М",
    "Л",
    "СПб",
    "Спб",
    "Пг",
    "Москва",
    "Ленинград",
    "Петроград",
    "Санкт",
    "Киев",
    "Київ",
    "К",
    "Минск",
    "Мн",
    "Казань",
    "Новосибирск",
    "Екатеринбург",
    "Свердловск",
    "Томск",
    "Омск",
    "Пермь",
    "Уфа",
    "Самара",
    "Саратов",
    "Воронеж",
    "Ростов",
    "Краснодар",
    "Красноярск",
    "Иркутск",
    "Тюмень",
    "Челябинск",
    "Владивосток",
    "Хабаровск",
    "Нижний",
    "Н",
    "Ярославль",
    "Тверь",
    "Рязань",
    "Тула",
    "Орёл",
    "Орел",
    "Курск",
    "Белгород",
    "Волгоград",
    "Ижевск",
    "Якутск",
    "Тарту",
    "Харьков",
    "Одесса",
    "Львов",
    "Алматы",
    "Астана",
    "Ташкент",
    "Тбилиси",
    "Ереван",
    "Баку",
    "София",
    "Благоевград",
    "Пловдив",
    "Варна",
    "Београд",
    "Белград",
    "Пенза",
    "Ставрополь",
    "Петрозаводск",
    "Архангельск",
    "Барнаул",
    "Калининград",
    "Дубна",
    "Новочеркасск",
    "Смоленск",
    "London",
    "Moscow",
    "New",
    "Berlin",
    "Paris",
    "Oxford",
    "Cambridge",
    "Leipzig",
    "Warszawa",
    "Praha",
    "Wien",
];

/// Whether a known city and a colon or comma stand somewhere in it.
pub(super) fn city(strip: Strip<'_>) -> bool {
    (0..strip.len()).any(|at| imprint_at(strip, at))
}

/// Whether an imprint begins at `at`: `М. : Наука, 2005`, `Санкт-Петербург : Лань, 2010`, `М., 2002`.
pub(super) fn imprint_at(strip: Strip<'_>, at: usize) -> bool {
    let before = at.checked_sub(1).is_none_or(|before| {
        matches!(
            strip.kind(before),
            Some(TokenKind::Mark('.' | '-' | ']' | ')'))
        )
    });
    if !before || strip.kind(at) != Some(TokenKind::Word) {
        return false;
    }
    let known = CITIES.contains(&strip.word(at));
    let capital = strip.word(at).starts_with(char::is_uppercase);
    let dashed = at > 0 && is_dash(strip, at - 1);
    if !(known || dashed && capital) {
        return false;
    }
    // `Е. Л. Дроздова`: a letter that is an initial as well.
    let next = if strip.is_mark(at + 1, '.') {
        at + 2
    } else {
        at + 1
    };
    let letter = strip.word(at).chars().count() == 1;
    if letter
        && !matches!(strip.kind(next), Some(TokenKind::Mark(':' | ',' | ';')))
        && strip.word(next) != "Новгород"
    {
        return false;
    }
    // `Н. Новгород :`, `Ростов н/Д :`, `М. ; Л. :`
    let colon = (at + 1..(at + 8).min(strip.len())).find(|colon| strip.is_mark(*colon, ':'));
    if let Some(colon) = colon {
        let year = (colon + 1..(colon + 40).min(strip.len())).any(|at| strip.is_year(at));
        let short = (at + 1..colon).all(|at| match strip.kind(at) {
            Some(TokenKind::Word) => strip.word(at).chars().count() <= 16,
            Some(TokenKind::Mark(mark)) => {
                matches!(mark, '.' | '-' | '/' | ';' | ',') && !is_dash(strip, at)
            }
            _ => false,
        });
        if year && short {
            return true;
        }
    }
    strip.is_mark(next, ',') && strip.is_year(next + 1)
        || strip.is_mark(at + 1, '-') && strip.is_mark(at + 3, ',') && strip.is_year(at + 4)
}

/// Reads `М. : Наука, 2005`, `М.; Л.: Наука, 1936`, `М., 2002`; gives where to go on.
pub(super) fn imprint(rest: Strip<'_>, at: usize, out: &mut Found) -> usize {
    let year = (at + 1..rest.len()).find(|year| rest.is_year(*year) && rest.is_mark(year - 1, ','));
    let end = year.unwrap_or_else(|| {
        (at..rest.len())
            .find(|end| is_dash(rest, *end))
            .unwrap_or(rest.len())
    });
    let inner = rest.part(at, end);
    let colon = inner.find(':').filter(|colon| *colon <= 8);
    let place = trimmed(inner.part(0, colon.unwrap_or(inner.len())));
    out.add_first(Field::Location, place.span());
    if let Some(colon) = colon {
        let publisher = trimmed(inner.part(colon + 1, inner.len()));
        let publisher = publisher.part(
            usize::from(publisher.is_mark(0, '"')),
            publisher.len()
                - usize::from(
                    publisher.len() > 1
                        && publisher.is_mark(0, '"')
                        && publisher.is_mark(publisher.len() - 1, '"'),
                ),
        );
        out.add_first(Field::Publisher, publisher.span());
    }
    if let Some(year) = year {
        out.add_first(Field::Date, rest.part(year, year + 1).span());
        return year + 1;
    }
    end
}

//! Pages of websites as French wikis cite them: `« Title », sur site.org, 3 avril 2018`.

use super::citation::Citation;
use super::lines::{part, trim_by};
use super::name_lists;
use super::needles::position;
use super::numbers::{Numbers, numbers};
use super::token_words::whole_date;
use crate::source::Span;

/// A title in quotation marks, and the site it is on.
pub(super) fn by_wiki(text: &str, body: Span, out: &mut Citation) -> bool {
    let words = body.of(text);
    let Some(close) = position(words, "», sur ").or_else(|| position(words, "» sur ")) else {
        return false;
    };
    let Some(open) = words[..close].find('«') else {
        return false;
    };
    let head = trim_by(text, part(text, body, 0, open), |c| {
        c.is_whitespace() || c == ','
    });
    if !head.is_empty() {
        let Some(authors) = name_lists::list(text, head) else {
            return false;
        };
        out.authors = authors;
    }
    let from = close
        + words[close..]
            .find("sur ")
            .map_or(0, |at| at + "sur ".len());
    let site = words[from..].split([',', '(']).next().unwrap_or_default();
    let site = part(text, body, from, from + site.len());
    if site.is_empty() || site.len() > 100 {
        return false;
    }
    let behind = part(text, body, (site.end - body.start) as usize, words.len());
    let year = numbers(text, behind).year;
    let blank = |c: char| c.is_whitespace();
    out.title = trim_by(text, part(text, body, open + '«'.len_utf8(), close), blank);
    out.container = trim_by(text, site, blank);
    if !year.is_empty() {
        out.numbers = Numbers {
            year: whole_date(text, year),
            run: year,
            ..Numbers::default()
        };
    }
    true
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use super::*;

    #[test]
    fn title_site_and_day_are_told() {
        let string = "« L'horloge du quai », sur portnouvelles.example, 3 avril 2018 (consulté le 5 avril 2018)";
        let found = citation(string, Span::new(0, string.len())).expect(string);
        assert_eq!(found.title.of(string), "L'horloge du quai");
        assert_eq!(found.container.of(string), "portnouvelles.example");
        assert_eq!(found.numbers.year.of(string), "3 avril 2018");
        assert_eq!(found.accessed.of(string), "5 avril 2018");
    }
}

//! [`Citation`]: a reference in one string, in the styles that pages print.

use std::cell::RefCell;

use super::citation_acm::by_acm;
use super::citation_books::{by_areas, by_imprint, by_numero, by_site};
use super::citation_brackets::{by_address, by_house_in_brackets};
use super::citation_chapters::{by_act, by_editors};
use super::citation_commas::{by_colon, by_commas};
use super::citation_corners::by_corners;
use super::citation_ends::{self, accessed, address, behind_access_date, identifiers};
use super::citation_footnotes::by_footnote;
use super::citation_houses::published_by;
use super::citation_internet::by_internet;
use super::citation_issues::by_issue;
use super::citation_notes::{by_patent, by_title_marks, by_town};
use super::citation_quotes::by_quotes;
use super::citation_styles::{by_sentences, by_slashes, by_type_mark};
use super::citation_tails::settle_tails;
use super::citation_wikis::by_wiki;
use super::citation_years::{by_year_after_names, by_year_between_stops, is_address};
use super::draft::Draft;
use super::lines::{after_mark, has_four_digits, part, trim, trim_by};
use super::memo::{self, Memo, Moved};
use super::names::NameList;
use super::needles::holds;
use super::numbers::Numbers;
use super::venue::type_mark;
use crate::formats::Meaning;
use crate::model::Field;
use crate::source::Span;

/// What a citation string says. Empty spans were not said.
#[derive(Debug, Default, Clone)]
pub(super) struct Citation {
    /// The authors.
    pub(super) authors: NameList,
    /// The title.
    pub(super) title: Span,
    /// The journal or book.
    pub(super) container: Span,
    /// Year, volume, issue, pages.
    pub(super) numbers: Numbers,
    /// A GB/T 7714 type mark.
    pub(super) mark: Span,
    /// The DOI.
    pub(super) doi: Span,
    /// The PMID.
    pub(super) pmid: Span,
    /// Publisher of a book, or university of a thesis.
    pub(super) publisher: Span,
    /// An arXiv identifier.
    pub(super) eprint: Span,
    /// The address of a work that has no DOI.
    pub(super) url: Span,
    /// Place of publication.
    pub(super) place: Span,
    /// The number of an article that has no pages.
    pub(super) eid: Span,
    /// Whether the container is the book of a chapter.
    pub(super) book: bool,
    /// Whether the names are those of editors.
    pub(super) edited: bool,
    /// The ISBN.
    pub(super) isbn: Span,
    /// The edition of a book.
    pub(super) edition: Span,
    /// Who edited the book of a chapter.
    pub(super) editors: NameList,
    /// The series of a book.
    pub(super) series: Span,
    /// When the work was read online.
    pub(super) accessed: Span,
}

impl Citation {
    /// Adds what the record does not have.
    pub(super) fn add_to(&self, text: &str, draft: &mut Draft) {
        draft.add_first(Field::Title, self.title);
        if !(draft.has(Field::Author) || self.edited && draft.has(Field::Editor)) {
            self.add_authors(draft);
        }
        draft.add_first(Field::Isbn, self.isbn);
        draft.add_first(Field::Edition, self.edition);
        draft.add_first(Field::Series, self.series);
        draft.add_first(Field::UrlDate, self.accessed);
        if !draft.has(Field::Editor) {
            for &name in &self.editors.names {
                draft.add(Field::Editor, name);
            }
        }
        draft.add_first(
            if self.book {
                Field::BookTitle
            } else {
                Field::JournalTitle
            },
            self.container,
        );
        self.numbers.add_to(text, draft);
        draft.add_first(Field::Eid, self.eid);
        draft.add_first(Field::Doi, self.doi);
        draft.add_first(Field::Pmid, self.pmid);
        draft.add_first(Field::Eprint, self.eprint);
        let thesis = self.mark.of(text) == "D";
        draft.add_first(
            if thesis {
                Field::Institution
            } else {
                Field::Publisher
            },
            self.publisher,
        );
        draft.add_first(Field::Location, self.place);
        draft.add_first(Field::Url, self.url);
        if draft.entry_type.is_empty() {
            draft.entry_type = self.mark;
        }
    }

    /// Adds the authors, and that they are not all.
    pub(super) fn add_authors(&self, draft: &mut Draft) {
        let field = if self.edited {
            Field::Editor
        } else {
            Field::Author
        };
        for &name in &self.authors.names {
            draft.add(field, name);
        }
        if !self.authors.cut.is_empty() {
            draft.mark(Meaning::AuthorsTruncated, self.authors.cut);
        }
    }
}

/// Reads `span` as one citation. [`None`] unless it has a title and, beside it, two of: authors,
/// container, year, type mark, DOI. Styles: GB/T 7714, GOST (`//`), quoted titles (IEEE, MLA,
/// Chicago, French), APA, NLM, Springer, MDPI.
pub(super) fn citation(text: &str, span: Span) -> Option<Citation> {
    thread_local! {
        static CITATIONS: RefCell<Memo<Option<Citation>>> = const { RefCell::new(Memo::new()) };
    }
    let behind = text.get(span.end as usize..).unwrap_or_default();
    if goes_on(behind) {
        return read(text, span);
    }
    memo::ask(&CITATIONS, text, span, read)
}

/// Whether an address stands behind a citation, or a year may, which some styles look at.
fn goes_on(behind: &str) -> bool {
    is_address(behind) || behind.trim_start().starts_with("arXiv:")
}

impl Moved for Citation {
    fn moved(mut self, by: u32) -> Self {
        self.authors = self.authors.moved(by);
        self.editors = self.editors.moved(by);
        self.numbers = self.numbers.moved(by);
        for span in [
            &mut self.title,
            &mut self.container,
            &mut self.mark,
            &mut self.doi,
            &mut self.pmid,
            &mut self.publisher,
            &mut self.eprint,
            &mut self.url,
            &mut self.place,
            &mut self.eid,
            &mut self.isbn,
            &mut self.edition,
            &mut self.series,
            &mut self.accessed,
        ] {
            *span = span.moved(by);
        }
        self
    }
}

fn read(text: &str, span: Span) -> Option<Citation> {
    let span = without_style(text, after_mark(text, trim(text, span)).0);
    let words = span.of(text);
    if !(20..=4000).contains(&words.len()) || !is_dated(words) {
        return None;
    }
    let mut out = Citation::default();
    identifiers(text, span, &mut out);
    let end = citation_ends::end(words);
    let (body, series) = without_series(text, part(text, span, 0, end));
    out.series = series;
    let read = by_type_mark(text, body, &mut out)
        || by_internet(text, body, &mut out)
        || by_patent(text, body, &mut out)
        || !words.contains('〈') && by_title_marks(text, body, &mut out)
        || by_act(text, body, &mut out)
        || by_editors(text, body, &mut out)
        || by_corners(text, body, &mut out)
        || by_issue(text, body, &mut out)
        || by_slashes(text, body, &mut out)
        || by_areas(text, body, &mut out)
        || by_numero(text, body, &mut out)
        || by_acm(text, body, &mut out)
        || by_wiki(text, body, &mut out)
        || by_quotes(text, body, &mut out)
        || by_footnote(text, body, &mut out)
        || by_house_in_brackets(text, body, &mut out)
        || by_year_after_names(text, body, &mut out)
        || by_year_between_stops(text, body, &mut out)
        || by_colon(text, body, &mut out)
        || by_town(text, body, &mut out)
        || by_imprint(text, body, &mut out)
        || by_sentences(text, body, &mut out)
        || by_commas(text, body, &mut out)
        || by_site(text, body, &words[end..], &mut out)
        || by_address(text, body, part(text, span, end, words.len()), &mut out);
    if !read {
        return None;
    }
    if out.doi.is_empty() {
        out.url = address(text, span);
    }
    out.accessed = accessed(text, span);
    behind_access_date(text, body, &mut out);
    published_by(text, &mut out);
    settle_tails(text, &mut out);
    // `J. Stat. Mech., P09011`: the number of an article.
    let pages = out.numbers.pages;
    let before = text.get(..pages.start as usize).unwrap_or_default();
    if pages.of(text).starts_with('0') && pages.len() >= 4 && before.ends_with('P') {
        out.eid = Span::new(pages.start as usize - 1, pages.end as usize);
        out.numbers.pages = Span::default();
    }
    out.title = tidy_title(text, out.title);
    let letters = out
        .title
        .of(text)
        .chars()
        .filter(|c| c.is_alphabetic())
        .count();
    let beside = usize::from(!out.authors.names.is_empty())
        + usize::from(!out.container.is_empty())
        + usize::from(!out.numbers.year.is_empty())
        + usize::from(!out.mark.is_empty())
        + usize::from(!out.doi.is_empty())
        + usize::from(!out.publisher.is_empty())
        + usize::from(!out.url.is_empty());
    (letters >= 2 && beside >= 2).then_some(out)
}

/// `…, Paris, Exemple, « 10/20 »`: a book without its series, and that.
fn without_series(text: &str, body: Span) -> (Span, Span) {
    let words = body.of(text).trim_end_matches(['.', ' ']);
    let cut = words
        .strip_suffix('»')
        .and_then(|head| Some((head, head.rfind(", «")?)))
        .filter(|(head, at)| {
            let book = &head[..*at];
            head.len() - at <= 60 && book.matches(", ").count() >= 3 && !book.contains('«')
        });
    let Some((head, at)) = cut else {
        return (body, Span::default());
    };
    let series = trim_by(text, part(text, body, at + ", «".len(), head.len()), |c| {
        c.is_whitespace()
    });
    (part(text, body, 0, at), series)
}

/// The citation after its language, or the name of its style: `APA Yılmaz, A. (2019). …`
pub(super) fn without_style(text: &str, span: Span) -> Span {
    let words = span.of(text);
    // `(en) W. E. Minch`, as French wikis say in which language a work is.
    if let Some(rest) = words.strip_prefix('(')
        && let Some((tag, rest)) = rest.split_once(") ")
        && tag.len() == 2
        && tag.bytes().all(|b| b.is_ascii_lowercase())
    {
        return part(text, span, words.len() - rest.len(), words.len());
    }
    if !words.starts_with(['A', 'C', 'H', 'I', 'M', 'V']) {
        return span;
    }
    let styles = [
        "APA",
        "MLA",
        "AMA",
        "Chicago",
        "Vancouver",
        "Harvard",
        "IEEE",
        "ISNAD",
        "ABNT",
    ];
    let rest = styles
        .iter()
        .find_map(|style| words.strip_prefix(style)?.strip_prefix([' ', ':', '\t']));
    match rest
        .map(str::trim_start)
        .filter(|rest| rest.starts_with(char::is_uppercase))
    {
        Some(rest) => part(text, span, words.len() - rest.len(), words.len()),
        None => span,
    }
}

/// Whether the text has four digits in a row, as a year has, or a type mark.
fn is_dated(words: &str) -> bool {
    has_four_digits(words)
        || type_mark(words).is_some()
        || words.contains('№')
        || holds(words, "(in press)")
        || holds(words, "(forthcoming)")
        || holds(words, "http")
}

fn tidy_title(text: &str, title: Span) -> Span {
    trim_by(text, title, |c| {
        c.is_whitespace()
            || matches!(
                c,
                ',' | '.' | '，' | '．' | '。' | ':' | '“' | '”' | '"' | '/'
            )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_styles_of_pages_are_read() {
        for (string, title, container, year, volume, issue, pages, authors) in [
            (
                "[1]李娜,王芳,赵敏.老年抑郁症患者的需求[J].护理学杂志,2021,36(09):78-81.",
                "老年抑郁症患者的需求",
                "护理学杂志",
                "2021",
                "36",
                "09",
                "78-81",
                3,
            ),
            (
                "Fernández-Prieto, L., & Etxeberria Agirre, Íñigo. (2016). La voz: etnografía. Revista de Etnografía Local, (33), 77–98. https://doi.org/10.30827/rel.v0i33.4567",
                "La voz: etnografía",
                "Revista de Etnografía Local",
                "2016",
                "",
                "33",
                "77–98",
                2,
            ),
            (
                "Müller-Lyer, F., Weiß, K. & von der Heide, P. Genesung auf Station: eine Befragung. Nervenarzt 88, 1012–1019 (2017). https://doi.org/10.1007/s00115-016-0201-9",
                "Genesung auf Station: eine Befragung",
                "Nervenarzt",
                "2017",
                "88",
                "",
                "1012–1019",
                3,
            ),
            (
                "Higgins JP, Thompson SG. Measuring inconsistency in meta-analyses. BMJ. 2003 Sep 6;327(7414):557-60. doi: 10.1136/bmj.327.7414.557.",
                "Measuring inconsistency in meta-analyses",
                "BMJ",
                "2003 Sep 6",
                "327",
                "7414",
                "557-60",
                2,
            ),
            (
                "Y. LeCun, Y. Bengio, and G. Hinton, \"Deep learning,\" Nature, vol. 521, no. 7553, pp. 436-444, May 2015.",
                "Deep learning",
                "Nature",
                "2015",
                "521",
                "7553",
                "436-444",
                3,
            ),
            (
                "C. E. Shannon, \"A mathematical theory,\" Bell Syst. Tech. J., vol. 27, no. 3, pp. 379-423, Jul. 1948, doi: 10.1002/j.1538-7305.1948.tb01338.x.",
                "A mathematical theory",
                "Bell Syst. Tech. J.",
                "1948",
                "27",
                "3",
                "379-423",
                1,
            ),
            (
                "Pias, T.S.; Eisenberg, D. Accuracy Improvement. Sensors 2022, 22, 4397. https://doi.org/10.3390/s22124397",
                "Accuracy Improvement",
                "Sensors",
                "2022",
                "22",
                "",
                "4397",
                2,
            ),
            (
                "Петрова Е. В., Ким А. С. Чтение и внимание // Вопросы психологии. – 2015. – № 5. – С. 166–170.",
                "Чтение и внимание",
                "Вопросы психологии",
                "2015",
                "",
                "5",
                "166–170",
                2,
            ),
            (
                "Chen Y, He J (2021) Average convergence rate. Inf Sci (ny) 562:200–219. https://doi.org/10.1016/j.ins.2020.12.076",
                "Average convergence rate",
                "Inf Sci (ny)",
                "2021",
                "562",
                "",
                "200–219",
                2,
            ),
        ] {
            let found = citation(string, Span::new(0, string.len())).expect(string);
            let n = found.numbers;
            assert_eq!(
                [
                    found.title,
                    found.container,
                    n.year,
                    n.volume,
                    n.issue,
                    n.pages
                ]
                .map(|s| s.of(string)),
                [title, container, year, volume, issue, pages],
                "{string}"
            );
            assert_eq!(found.authors.names.len(), authors, "{string}");
        }
    }

    #[test]
    fn prose_is_no_citation() {
        for prose in [
            "It was in 2015 that the committee met for the first time, and nobody came.",
            "Peer support (2015) is one of many services. It has grown.",
            "Table 3 shows 12 (34) of 56 cases.",
        ] {
            assert!(
                citation(prose, Span::new(0, prose.len())).is_none(),
                "{prose}"
            );
        }
    }
}

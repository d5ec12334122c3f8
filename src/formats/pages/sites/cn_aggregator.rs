//! The Chinese aggregator: labelled lines of one work, then fifty related ones.

use super::sample;
use crate::doc::Doc;
use crate::formats::pages::draft::Draft;
use crate::formats::pages::lines::{after_mark, doi_in, part, trim_by};
use crate::formats::pages::numbers::numbers;
use crate::formats::pages::{Layout, Page, name_marks, venue};
use crate::formats::{Likelihood, Meaning, RawRecords};
use crate::model::{Field, Role};
use crate::report::Findings;
use crate::source::Span;

/// A work page of the aggregator that lists Web of Science data under Chinese labels. Without
/// `来源` it does not say the journal, year, volume or issue of its own work.
pub(in crate::formats::pages) static LAYOUT: Layout = Layout {
    doc: Doc {
        id: "cn-aggregator",
        summary: "Chinese aggregator page: 被引, 作者, 机构, 关键词, D O I, 相关论文",
        why: "The related works name journals and years, the work itself does not; labels may stand without a value",
        examples: &[sample!("cn-aggregator")],
        sources: &["pages as saved by readers"],
    },
    sniff,
    read,
};

fn sniff(text: &str) -> Likelihood {
    let has = |needle: &str| memchr::memmem::find(text.as_bytes(), needle.as_bytes()).is_some();
    let cited = has("被引:") || has("被引：");
    match (cited, has("D O I"), has("相关论文")) {
        (true, true, _) => Likelihood::Certain,
        (true, _, true) | (_, true, true) => Likelihood::Likely,
        (true, _, _) if has("作者\n") || has("作者\r\n") => Likelihood::Possible,
        _ => Likelihood::No,
    }
}

/// Whether the line is the count of citations that follows the title of a page.
pub(in crate::formats::pages) fn cited(line: &str) -> bool {
    line.strip_prefix("被引")
        .and_then(|rest| rest.strip_prefix([':', '：']))
        .is_some_and(|count| {
            count
                .trim()
                .chars()
                .all(|c| c.is_ascii_digit() || matches!(c, ',' | '，'))
        })
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Label {
    Authors,
    Affiliations,
    Source,
    Keywords,
    Doi,
    Abstract,
    Pages,
    PageTotal,
    Related,
    Other,
}

/// The labels, as whole lines or before a colon.
static LABELS: &[(&str, Label)] = &[
    ("作者", Label::Authors),
    ("机构", Label::Affiliations),
    ("来源", Label::Source),
    ("关键词", Label::Keywords),
    ("D O I", Label::Doi),
    ("DOI", Label::Doi),
    ("摘要", Label::Abstract),
    ("页码", Label::Pages),
    ("页数", Label::PageTotal),
    ("相关论文", Label::Related),
    ("基金", Label::Other),
    ("中图分类号", Label::Other),
    ("学科分类号", Label::Other),
    ("引用", Label::Other),
    ("收藏", Label::Other),
    ("被引", Label::Other),
];

/// The label a line is, and where its value begins in it.
fn label(line: &str) -> Option<(Label, usize)> {
    LABELS.iter().find_map(|&(name, label)| {
        let rest = line.strip_prefix(name)?;
        if rest.is_empty() {
            return Some((label, line.len()));
        }
        let colon = rest.chars().next().filter(|c| matches!(c, ':' | '：'))?;
        Some((label, name.len() + colon.len_utf8()))
    })
}

fn read(page: &Page<'_>, _: &mut Findings, out: &mut RawRecords) {
    let (text, lines) = (page.text(), page.lines());
    let related = lines
        .iter()
        .position(|line| matches!(label(line.of(text)), Some((Label::Related, _))))
        .unwrap_or(lines.len());
    let (own, rest) = lines.split_at(related);
    let draft = primary(text, own);
    if draft.identifies() {
        draft.push(page.reader, out);
    }
    for item in items(text, rest) {
        let draft = related_work(text, item);
        if draft.identifies() {
            draft.push(page.reader, out);
        }
    }
}

fn primary(text: &str, lines: &[Span]) -> Draft {
    let mut draft = Draft::new(Role::Primary);
    let mut open: Option<Label> = None;
    let mut abstract_span = Span::default();
    let mut title: Option<Span> = None;
    let mut journal: Option<Span> = None;
    for &line in lines {
        let words = line.of(text);
        if words.is_empty() || words == "|" {
            continue;
        }
        let value = match label(words) {
            Some((found, begin)) => {
                open = Some(found);
                part(text, line, begin, words.len())
            }
            None => line,
        };
        if value.is_empty() {
            continue;
        }
        match open {
            None => title = Some(value),
            Some(Label::Authors) => author(text, value, &mut draft),
            Some(Label::Affiliations) => draft.add(Field::Affiliation, value),
            // The value may stand in several lines, its bars in their own.
            Some(Label::Source) => match &mut journal {
                Some(whole) => whole.end = value.end,
                None => journal = Some(value),
            },
            Some(Label::Keywords) => {
                for keyword in pieces(text, value, &[';', '；']) {
                    draft.add(Field::Keywords, keyword);
                }
            }
            Some(Label::Doi) => {
                if let Some(found) = doi_in(value.of(text)) {
                    draft.add_first(Field::Doi, part(text, value, found.start, found.end));
                }
            }
            Some(Label::Abstract) if abstract_span.is_empty() => abstract_span = value,
            Some(Label::Abstract) => abstract_span.end = value.end,
            Some(Label::Pages) => draft.add_first(Field::Pages, value),
            Some(Label::PageTotal) => draft.add_first(Field::PageTotal, value),
            Some(Label::Related | Label::Other) => {}
        }
    }
    if let Some(title) = title {
        draft.add_first(Field::Title, title);
    }
    if let Some(value) = journal {
        source(text, value, &mut draft);
    }
    draft.add(Field::Abstract, abstract_span);
    draft
}

fn author(text: &str, value: Span, draft: &mut Draft) {
    let name = trim_by(text, value, |c| {
        matches!(c, ';' | '；') || c.is_whitespace()
    });
    // Form B ends its list with a stop that stands apart, not with that of an initial.
    let words = name.of(text);
    let name = match words.strip_suffix(" .") {
        Some(rest) => part(text, name, 0, rest.len()),
        None => name,
    };
    match name.of(text) {
        "" => {}
        "..." | "…" | "等" | "et al." | "et al" => draft.mark(Meaning::AuthorsTruncated, name),
        _ => draft.add(Field::Author, name_marks::bare(text, name)),
    }
}

/// `JOURNAL | 2020年 / 16卷 / 07期`
fn source(text: &str, value: Span, draft: &mut Draft) {
    let words = value.of(text);
    let bar = words.find(['|', '｜']);
    if let Some(bar) = bar {
        draft.add_first(Field::JournalTitle, part(text, value, 0, bar));
    }
    let numbers_span = part(text, value, bar.map_or(0, |b| b + 1), words.len());
    let found = numbers(text, numbers_span);
    if bar.is_none() && found.parts() == 0 {
        draft.add_first(Field::JournalTitle, value);
    }
    found.add_to(text, draft);
}

/// `span` cut at the separators, without empty pieces.
fn pieces<'a>(
    text: &'a str,
    span: Span,
    separators: &'a [char],
) -> impl Iterator<Item = Span> + 'a {
    let inner = span.of(text);
    let base = inner.as_ptr() as usize;
    inner.split(separators).filter_map(move |piece| {
        let at = piece.as_ptr() as usize - base;
        let found = part(text, span, at, at + piece.len());
        (!found.is_empty()).then_some(found)
    })
}

/// The lines of each related work; each begins with a bullet, a number in brackets, or both.
pub(in crate::formats::pages) fn items<'a>(text: &str, lines: &'a [Span]) -> Vec<&'a [Span]> {
    let starts: Vec<usize> = (0..lines.len())
        .filter(|&at| {
            let words = lines[at].of(text);
            words.starts_with(['•', '[']) && after_mark(text, lines[at]).1
        })
        .collect();
    starts
        .iter()
        .enumerate()
        .filter_map(|(n, &from)| lines.get(from..starts.get(n + 1).copied().unwrap_or(lines.len())))
        .collect()
}

/// Title, authors one a line, and the venue. In form B the title has a line of its own and ends
/// in `[J].`.
pub(in crate::formats::pages) fn related_work(text: &str, lines: &[Span]) -> Draft {
    let mut draft = Draft::new(Role::Related);
    let mut done = false;
    let filled = |line: &Span| !line.is_empty();
    let last = lines.iter().rposition(filled).unwrap_or(0);
    for (at, &line) in lines.iter().enumerate() {
        let value = if at == 0 {
            after_mark(text, line).0
        } else {
            line
        };
        let words = value.of(text);
        if words.is_empty() || done {
            continue;
        }
        // `[Anonymous], 2003, ACH PROM TRANSF MENT`
        if let Some(rest) = words.strip_prefix("[Anonymous], ")
            && let Some((year, title)) = rest.split_once(", ")
        {
            let at = words.len() - rest.len();
            draft.add(Field::Date, part(text, value, at, at + year.len()));
            draft.add(
                Field::Title,
                part(text, value, words.len() - title.len(), words.len()),
            );
            done = true;
        } else if let Some((title, mark, source)) = anonymous(text, value) {
            draft.add(Field::Title, title);
            draft.entry_type = mark;
            if let Some(found) = venue::read(text, source) {
                found.add_to(text, &mut draft);
            }
            done = true;
        } else if !draft.has(Field::Title) {
            let (title, mark) = venue::without_type_mark(text, value);
            draft.add(Field::Title, title);
            draft.entry_type = mark;
        } else if let Some(found) = venue::read(text, value) {
            found.add_to(text, &mut draft);
            done = true;
        } else if at == last
            && let Some((journal, volume)) = undated(text, value)
        {
            draft.add(Field::JournalTitle, journal);
            numbers(text, volume).add_to(text, &mut draft);
            // A lone number is taken for anything.
            let digits = volume.of(text).bytes().all(|b| b.is_ascii_digit());
            if digits {
                draft.clear(Field::Pages);
                draft.add_first(Field::Volume, volume);
            }
            done = true;
        } else {
            author(text, value, &mut draft);
        }
    }
    draft
}

/// `[Anonymous]. TITLE [J]. SOURCE, 2020, : 1 - 6`: title, type mark, and source.
fn anonymous(text: &str, value: Span) -> Option<(Span, Span, Span)> {
    let words = value.of(text);
    let rest = words.strip_prefix("[Anonymous]. ")?;
    let from = words.len() - rest.len();
    let (open, letter, close) = venue::type_mark(rest)?;
    let letters = rest[letter..].bytes().take_while(u8::is_ascii_uppercase);
    let title = trim_by(text, part(text, value, from, from + open), |c| {
        c.is_whitespace() || c == '.'
    });
    let mark = part(text, value, from + letter, from + letter + letters.count());
    let source = trim_by(text, part(text, value, from + close, words.len()), |c| {
        c.is_whitespace() || c == '.'
    });
    (!title.is_empty()).then_some((title, mark, source))
}

/// `BMC Psychiatry, 12 (02)`: the last line of a work that has no year, and no pages or article
/// number.
fn undated(text: &str, value: Span) -> Option<(Span, Span)> {
    let words = value.of(text);
    let (journal, rest) = words.rsplit_once(", ")?;
    let numbered = rest.starts_with(|c: char| c.is_ascii_digit())
        && rest
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '(' | ')' | '-' | '/' | ':'));
    let named = journal.chars().filter(|c| c.is_alphabetic()).count() >= 2;
    (numbered && named).then(|| {
        let volume = part(text, value, words.len() - rest.len(), words.len());
        let volume = trim_by(text, volume, |c| c.is_whitespace() || c == ':');
        (part(text, value, 0, journal.len()), volume)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::pages::tests::read_as;
    use crate::model::{Record, Value};

    fn fields(record: &Record) -> [Option<&str>; 5] {
        [
            Field::JournalTitle,
            Field::Date,
            Field::Volume,
            Field::Number,
            Field::Pages,
        ]
        .map(|field| record.text(field))
    }

    #[test]
    fn labels_may_stand_without_a_value() {
        let page = "Stigma: theory\n\n被引:1,204\n|\n作者\nGray, AJ [1 ]\n机构\n[1] Univ Leeds\n来源\nLANCET | 2020年 / 16卷 / 07期\n关键词\nD O I\n暂无\n中图分类号\nR749;\n摘要\nFirst part.\nSecond part.\n引用\n收藏\n页码:72 / +\n页数:3\n";
        let records = read_as(&LAYOUT, page);
        assert_eq!(records.len(), 1);
        let record = &records[0];
        assert_eq!(record.text(Field::Title), Some("Stigma: theory"));
        assert_eq!(
            fields(record),
            [
                Some("LANCET"),
                Some("2020"),
                Some("16"),
                Some("07"),
                Some("72 / +")
            ]
        );
        assert!(!record.has(Field::Doi) && !record.has(Field::Keywords));
        assert_eq!(
            record.text(Field::Abstract),
            Some("First part.\nSecond part.")
        );
    }

    #[test]
    fn both_forms_of_related_works_and_every_tail_are_read() {
        let page = "T\n被引:0\n相关论文\n共 50 条\n  • [21] One\n    Firmin, Ruth L.\n    PSYCHIATRIC JOURNAL, 2015, 38 (04) : 336 - 341\n  • [22] Two\n    Kevin Ka Shing Chan\n    Mindfulness, 2025, 16 (5)\n  • [23] Three\n    Fiske A.\n    WORLD PSYCHIATRY, 2016, 15 (01): : 13 - 20\n  • [24] Four\n    ANN REV, 2009, 5 : 363 - 389\n[25]\nFive [J].\nCrisp AH ;\nGelder M. .\n护理学杂志, 2016, 30 (07) :783-786\n  • [26] Six, cut";
        let records = read_as(&LAYOUT, page);
        let titles: Vec<&str> = records
            .iter()
            .filter_map(|r| r.text(Field::Title))
            .collect();
        assert_eq!(
            titles,
            ["T", "One", "Two", "Three", "Four", "Five", "Six, cut"]
        );
        assert_eq!(
            fields(&records[1]),
            [
                Some("PSYCHIATRIC JOURNAL"),
                Some("2015"),
                Some("38"),
                Some("04"),
                Some("336 - 341")
            ]
        );
        assert_eq!(fields(&records[2])[4], None);
        assert_eq!(fields(&records[3])[4], Some("13 - 20"));
        assert_eq!(
            fields(&records[4])[2..],
            [Some("5"), None, Some("363 - 389")]
        );
        assert_eq!(fields(&records[5])[0], Some("护理学杂志"));
        assert!(
            matches!(records[5].get(Field::Author), Some(Value::Names(n)) if n.list.len() == 2)
        );
        assert!(records[1..].iter().all(|r| r.role == Role::Related));
    }

    #[test]
    fn sources_without_year_and_works_without_authors_are_read() {
        let page = "Doors\n\n被引:0\n作者\nGray, A [1 ]\nD O I\n暂无\n相关论文\n  • [1] Locked doors at night\n    Eva Kim Tran\n    BMC Nursing, 12 (02)\n  • [2] Open doors by day\n    Roe A.-B.\n    BMC Public Health, 22\n  • [3] [Anonymous]. Half a door [J]. NURSING TODAY, 2020, : 41 - 46\n";
        let records = read_as(&LAYOUT, page);
        let of = |n: usize| fields(&records[n]);
        assert_eq!(
            of(1),
            [Some("BMC Nursing"), None, Some("12"), Some("02"), None]
        );
        assert_eq!(
            of(2),
            [Some("BMC Public Health"), None, Some("22"), None, None]
        );
        assert_eq!(
            of(3),
            [
                Some("NURSING TODAY"),
                Some("2020"),
                None,
                None,
                Some("41 - 46")
            ]
        );
        assert_eq!(records[3].text(Field::Title), Some("Half a door"));
        assert_eq!(records[1].names(Field::Author).len(), 1);
    }
}

//! Results of a search as a table, one row a record.

use super::draft::Draft;
use super::lines::{is_year, part};
use super::name_lists;
use super::needles::holds;
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The rows of a CNKI list of results, under `题名 作者 来源 发表时间 数据库`: number, title, names,
/// source, date, kind, counts.
pub(super) fn table(text: &str, lines: &[Span]) -> Vec<Draft> {
    let head = lines.iter().position(|line| {
        let words = line.of(text);
        !words.is_ascii()
            && holds(words, "作者")
            && (holds(words, "题名") || holds(words, "篇名"))
            && (holds(words, "来源") || holds(words, "刊名"))
    });
    let Some(head) = head else { return Vec::new() };
    lines[head + 1..]
        .iter()
        .filter_map(|line| row(text, *line))
        .collect()
}

fn row(text: &str, line: Span) -> Option<Draft> {
    let words = line.of(text);
    let base = words.as_ptr() as usize;
    let cells: Vec<(usize, usize)> = words
        .split_whitespace()
        .map(|cell| {
            let at = cell.as_ptr() as usize - base;
            (at, at + cell.len())
        })
        .collect();
    let cell = |n: usize| cells.get(n).map_or("", |&(from, to)| &words[from..to]);
    let date = (3..cells.len()).find(|&n| {
        let year = cell(n).get(..4).unwrap_or_default();
        is_year(year) && (cell(n).len() == 4 || cell(n)[4..].starts_with(['-', '/', '.']))
    })?;
    let first = usize::from(cell(0).bytes().all(|b| b.is_ascii_digit()));
    let (source, people) = (date - 1, date - 2);
    if source <= first {
        return None;
    }
    let span = |from: usize, to: usize| part(text, line, cells[from].0, cells[to].1);
    // `赵燕妮; 郭红; 石美霞`: a cell that ends in a separator goes on in the next.
    let mut begin = people;
    let open = |n: usize| cell(n).ends_with([';', '；', ',', '，']);
    while begin > first + 1 && open(begin - 1) {
        begin -= 1;
    }
    // A Latin name has two words, the title of a Chinese work none.
    let latin = |n: usize| cell(n).starts_with(|c: char| c.is_ascii_uppercase());
    if begin > first + 1 && latin(begin) && latin(begin - 1) && !cell(begin).contains('[') {
        begin -= 1;
    }
    let found = (begin > first && begin <= people)
        .then(|| name_lists::list(text, span(begin, people)))
        .flatten();
    let mut draft = Draft::new(Role::Related);
    let title = span(
        first,
        if found.is_some() {
            begin - 1
        } else {
            people.max(first)
        },
    );
    draft.add(Field::Title, super::venue::without_type_mark(text, title).0);
    if let Some(found) = found {
        for name in found.names {
            draft.add(Field::Author, name);
        }
        if !found.cut.is_empty() {
            draft.mark(Meaning::AuthorsTruncated, found.cut);
        }
    }
    let time = cell(date + 1).contains(':');
    let kind = date + 1 + usize::from(time);
    let thesis = matches!(cell(kind), "硕士" | "博士");
    if kind < cells.len() {
        draft.entry_type = span(kind, kind);
    }
    draft.add(
        if thesis {
            Field::Institution
        } else {
            Field::JournalTitle
        },
        span(source, source),
    );
    draft.add(Field::Date, span(date, date));
    Some(draft)
}

#[cfg(test)]
mod tests {
    use super::super::lines::lines;
    use super::*;
    use crate::source::Span;

    #[test]
    fn each_row_is_a_record() {
        let page = "题名 作者 来源 发表时间 数据库 被引\n1 同伴支持需求 李娜;王芳 护理学杂志 2021-05-10 期刊 12\n2 精神康复服务研究 陈刚 华东师范大学 2018-06-01 硕士 5";
        let found = table(page, &lines(page, Span::new(0, page.len())));
        let value = |n: usize, field| found[n].first(field).map_or("", |span: Span| span.of(page));
        assert_eq!(found.len(), 2);
        assert_eq!(value(0, Field::Title), "同伴支持需求");
        assert_eq!(value(0, Field::JournalTitle), "护理学杂志");
        assert_eq!(value(1, Field::Institution), "华东师范大学");
    }
}

//! Results of a search as a table, one row a record.

use super::draft::Draft;
use super::lines::{is_year, part};
use super::name_lists;
use crate::formats::Meaning;
use crate::model::{Field, Role};
use crate::source::Span;

/// The rows of a CNKI list of results, under `题名 作者 来源 发表时间 数据库`: number, title, names,
/// source, date, kind, counts.
pub(super) fn table(text: &str, lines: &[Span]) -> Vec<Draft> {
    let head = lines.iter().position(|line| {
        let words = line.of(text);
        (words.contains("题名") || words.contains("篇名"))
            && words.contains("作者")
            && (words.contains("来源") || words.contains("刊名"))
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
    if people <= first {
        return None;
    }
    let span = |from: usize, to: usize| part(text, line, cells[from].0, cells[to].1);
    let found = name_lists::list(text, span(people, people))?;
    let mut draft = Draft::new(Role::Related);
    draft.add(Field::Title, span(first, people - 1));
    for name in found.names {
        draft.add(Field::Author, name);
    }
    if !found.cut.is_empty() {
        draft.mark(Meaning::AuthorsTruncated, found.cut);
    }
    let thesis = matches!(cell(date + 1), "硕士" | "博士");
    if date + 1 < cells.len() {
        draft.entry_type = span(date + 1, date + 1);
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

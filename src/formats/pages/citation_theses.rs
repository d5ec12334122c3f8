//! The kind of thesis behind a title, and its university.

use super::citation::Citation;
use super::lines::{part, trim_by};
use super::needles::position;
use crate::source::Span;

/// `Title: автореф. дис. … д-ра биол. наук`: the kind of thesis behind the title, and the town that
/// looked like a journal.
pub(super) fn thesis(text: &str, out: &mut Citation) {
    let words = out.title.of(text);
    let marks = [
        ": автореф",
        " : автореф",
        ": дис.",
        " : дис.",
        ": дисс",
        " : дисс",
        ": Автореф",
        ": Дис",
        ". Автореф",
        ". Дис.",
        ": diss",
        " : thèse",
    ];
    let Some(at) = marks.iter().filter_map(|mark| position(words, mark)).min() else {
        return;
    };
    let end = if out.container.is_empty() {
        out.title.end
    } else {
        out.container.end
    };
    let whole = Span {
        start: out.title.start,
        end: end.max(out.title.end),
    };
    out.mark = trim_by(text, part(text, whole, at + 1, whole.len()), |c| {
        c.is_whitespace() || matches!(c, ':' | '.')
    });
    out.title = part(text, out.title, 0, at);
    out.container = Span::default();
}

/// `Gardens of the poor [Doctoral dissertation, Universitat de Lleida]`, `La siesta [Tesis doctoral]`,
/// `溫室番茄(博士學位論文,國立臺灣大學)`: the kind of thesis in brackets behind the title, and the university.
pub(super) fn bracketed_thesis(text: &str, out: &mut Citation) {
    let title = trim_by(text, out.title, |c| {
        c.is_whitespace() || matches!(c, '.' | ',')
    });
    let words = title.of(text);
    let brackets = [('(', ')'), ('[', ']'), ('（', '）'), ('﹝', '﹞')];
    let found = brackets.iter().find_map(|(open, close)| {
        let inner = words.strip_suffix(*close)?;
        Some((inner.rfind(*open)?, open.len_utf8(), close.len_utf8()))
    });
    let Some((open, opens, closes)) = found.filter(|(open, ..)| *open > 3) else {
        return;
    };
    let inside = part(text, title, open + opens, words.len() - closes);
    let lower = inside.of(text).to_lowercase();
    let thesis = [
        "dissertation",
        "thesis",
        "tesis",
        "tese",
        "thèse",
        "dissertação",
        "doktora tezi",
        "yüksek lisans tezi",
        "skripsi",
        "диссертац",
        "praca doktorska",
        "学位论文",
        "學位論文",
        "碩士論文",
        "博士論文",
        "硕士论文",
        "博士论文",
        "학위논문",
    ];
    if lower.len() > 140 || !thesis.iter().any(|word| lower.contains(word)) {
        return;
    }
    let (kind, school) = inside
        .of(text)
        .split_once([',', '，'])
        .unwrap_or((inside.of(text), ""));
    out.mark = part(text, inside, 0, kind.len());
    let schools = [
        "Univ",
        "Institut",
        "College",
        "大学",
        "大學",
        "学院",
        "學院",
        "研究所",
        "대학",
    ];
    if schools.iter().any(|word| school.contains(word)) {
        out.publisher = part(text, inside, inside.len() - school.len(), inside.len());
        out.container = Span::default();
    }
    out.title = part(text, title, 0, open);
}

#[cfg(test)]
mod tests {
    use super::super::citation::citation;
    use super::*;

    #[test]
    fn a_thesis_in_brackets_is_no_part_of_the_title() {
        let text = "林美玲.(2018).溫室番茄連作障礙之研究(博士學位論文,國立海邊大學).https://doi.org/10.9999/d.2018.12";
        let found = citation(text, Span::new(0, text.len())).unwrap();
        assert_eq!(found.title.of(text), "溫室番茄連作障礙之研究");
        assert_eq!(found.mark.of(text), "博士學位論文");
        assert_eq!(found.publisher.of(text), "國立海邊大學");
    }
}

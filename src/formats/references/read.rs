//! Reads lists and lines of references to raw records.
//!
//! A reference on one line has its fields as spans of the source. One that was joined from several
//! lines, or whose authors stand in an earlier one, has a text of its own ([`Lines`]), and its
//! fields are spans of that.

use super::lower::{Line, record};
use super::model::Model;
use super::parse::{Parsed, parse};
use super::reading::{Lines, Own, Reading, moved};
use super::segment::segment;
use super::{REFERENCE_UNSURE, TEXT_BESIDE_REFERENCES};
use crate::formats::{Context, Meaning, RawField, RawName, RawRecord, RawRecords};
use crate::model::{Field, Record, Role};
use crate::report::{Findings, Severity};
use crate::source::{Place, Source, Span};
use rayon::prelude::*;

/// Below this the labels of a reference are not sure.
const UNSURE: f32 = 0.35;

/// Reads each line that is not empty as one reference.
pub(super) fn lines(source: &Source, findings: &mut Findings) -> RawRecords {
    let text = source.text.as_str();
    let mut spans = Vec::new();
    let mut at = 0;
    for line in text.split('\n') {
        let span = Span::new(at, at + line.len()).trim(text);
        at += line.len() + 1;
        if !span.is_empty() {
            spans.push(span);
        }
    }
    let parsed: Vec<Parsed> = spans
        .par_iter()
        .map(|span| moved(parse(span.of(text), Model::builtin()), *span))
        .collect();
    let mut out = RawRecords::default();
    for (span, parsed) in spans.into_iter().zip(parsed) {
        push(source, span, span, parsed, findings, &mut out);
    }
    out
}

/// Cuts a pasted list and reads its references.
pub(super) fn list(source: &Source, findings: &mut Findings) -> RawRecords {
    let text = source.text.as_str();
    let segments = segment(text);
    let first: Vec<Reading> = segments
        .items
        .par_iter()
        .map(|item| Reading::of(text, item))
        .collect();
    let mut found: Vec<Reading> = Vec::with_capacity(first.len());
    for (item, whole) in segments.items.iter().zip(first) {
        let earlier = item.stand_in.and_then(|words| found.get(words.of));
        let again = earlier.and_then(|earlier| Reading::repeating(text, item, earlier));
        found.push(again.unwrap_or(whole));
    }
    let mut out = RawRecords::default();
    let mut lines = Lines::default();
    for (item, reading) in segments.items.iter().zip(found) {
        let raw = reading.whole(item);
        push(source, item.span(), raw, reading.parsed, findings, &mut out);
        lines.put(out.records.len() - 1, reading.own);
    }
    if !lines.is_empty() {
        out.context = Context::References(Box::new(lines));
    }
    if let (Some(one), count) = (segments.aside.first(), segments.aside.len()) {
        findings.push_at(
            &TEXT_BESIDE_REFERENCES,
            Severity::Note,
            source.place(*one),
            || {
                let more = if count > 1 {
                    format!(" and {} more", count - 1)
                } else {
                    String::new()
                };
                format!(
                    "'{}'{more} belong to no reference and were left out",
                    shortened(one.of(text))
                )
            },
        );
    }
    out
}

/// Pushes the record of one reference; where its parts are not sure, with its text as note.
fn push(
    source: &Source,
    span: Span,
    whole: Span,
    mut parsed: Parsed,
    findings: &mut Findings,
    out: &mut RawRecords,
) {
    let named = |field: Field| {
        parsed
            .fields
            .iter()
            .any(|found| found.name == RawName::Meant(Meaning::Field(field)))
    };
    let nothing = ![
        Field::Title,
        Field::JournalTitle,
        Field::BookTitle,
        Field::Doi,
        Field::Url,
        Field::Eprint,
        Field::Pmid,
    ]
    .into_iter()
    .any(named);
    if nothing || parsed.confidence < UNSURE {
        parsed.fields.push(RawField::meant(Field::Note, whole));
        findings.push_at(
            &REFERENCE_UNSURE,
            Severity::Warning,
            source.place(span),
            || {
                let words = shortened(span.of(&source.text));
                if nothing {
                    format!("'{words}' names no work: expected a title, a journal or an identifier")
                } else {
                    format!("the parts of '{words}' are not sure; the whole is kept in `note`")
                }
            },
        );
    }
    let mut record = RawRecord::default();
    record.span = span;
    record.entry_type = parsed.entry_type;
    record.role = Role::Primary;
    out.push(record, parsed.fields);
}

/// The first words of a text, on one line.
fn shortened(text: &str) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(60) {
        Some((cut, _)) => format!("{}…", line.get(..cut).unwrap_or_default()),
        None => line,
    }
}

/// Types the raw record of this index.
pub(super) fn lower(source: &Source, raw: &RawRecords, index: usize, _: &mut Findings) -> Record {
    let Some(raw_record) = raw.records.get(index) else {
        return Record::default();
    };
    let own = match &raw.context {
        Context::References(lines) => lines.of(index),
        _ => None,
    };
    let place = |span: Span| -> Place {
        source.place(own.map_or(span, |own| own.place(span, raw_record.span)))
    };
    let line = Line {
        text: own.map_or(source.text.as_str(), Own::text),
        place: &place,
    };
    let fields: Vec<RawField> = raw.fields(raw_record).collect();
    record(
        &line,
        &fields,
        raw_record.entry_type,
        source.place(raw_record.span),
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::SourceId;

    fn records(text: &str, read: fn(&Source, &mut Findings) -> RawRecords) -> (Vec<Record>, usize) {
        let source = Source::new(SourceId(0), "list.txt", text);
        let mut findings = Findings::default();
        let raw = read(&source, &mut findings);
        let records = (0..raw.records.len())
            .map(|at| lower(&source, &raw, at, &mut findings))
            .collect();
        (
            records,
            findings.count(REFERENCE_UNSURE.id, Severity::Warning),
        )
    }

    #[test]
    fn each_line_makes_a_record_also_where_it_says_nothing() {
        let text = "李娜. 护理需求[J]. 护理学杂志, 2021, 36(9): 78-81.\r\n\n  ***  \n王强. 汉语史[M]. 北京: 中华书局, 1980.";
        let (records, unsure) = records(text, lines);
        assert_eq!(records.len(), 3);
        assert_eq!(records[0].text(Field::JournalTitle), Some("护理学杂志"));
        assert_eq!(records[1].text(Field::Note), Some("***"));
        assert_eq!(records[2].text(Field::Publisher), Some("中华书局"));
        assert_eq!(records[2].place.span.of(text), text.lines().last().unwrap());
        assert_eq!(unsure, 1);
    }

    #[test]
    fn values_of_joined_lines_lead_back_to_the_source() {
        let text = "参考文献\n[1] 李娜. 老年人的护理\n需求[J]. 护理学杂志, 2021, 36(9): 78-81.\n[2] 王强. 汉语史[M]. 北京: 中华书局, 1980.\n[3] 赵敏. 文选[M]. 上海: 上海书店, 1990.\n";
        let (records, _) = records(text, list);
        assert_eq!(records.len(), 3);
        assert_eq!(records[0].text(Field::Title), Some("老年人的护理需求"));
        let place = records[0]
            .tracked(Field::JournalTitle)
            .unwrap()
            .provenance
            .place;
        assert_eq!(place.span.of(text), "护理学杂志");
        let title = records[0].tracked(Field::Title).unwrap().provenance.place;
        assert_eq!(title.span.of(text), "老年人的护理\n需求");
    }
}

//! Reads a .bib text into raw records and what they share.

use std::collections::BTreeSet;

use super::blocks::{Block, BlockKind, Cutter};
use super::context::BibContext;
use super::faults::{self, Trouble};
use super::lists::split_at;
use super::values::Macros;
use super::{marks, values};
use crate::formats::{Context, Fields, Likelihood, RawField, RawName, RawRecord, RawRecords};
use crate::report::{Diagnostic, Findings, Label, Severity};
use crate::source::{Source, Span};

/// How much a text looks like .bib: by its first real entry, and whether anything but comments
/// stands before it.
pub(super) fn sniff(text: &str) -> Likelihood {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(found) = bytes
        .get(at..)
        .and_then(|rest| memchr::memchr2(b'@', b'%', rest))
    {
        at += found;
        if bytes.get(at) == Some(&b'%') {
            at = marks::line_end(bytes, at);
        } else if marks::restarts(text, at) {
            let before = text.get(..at).unwrap_or_default();
            let only_comments = before.lines().all(|line| {
                line.trim_start_matches(['\u{feff}', ' ', '\t']).is_empty()
                    || line.trim_start().starts_with('%')
            });
            return if only_comments {
                Likelihood::Certain
            } else {
                Likelihood::Likely
            };
        } else {
            at += 1;
        }
    }
    Likelihood::No
}

/// Cuts a text into raw records.
pub(super) fn read(source: &Source, findings: &mut Findings) -> RawRecords {
    let text = source.text.as_str();
    let mut raw = RawRecords::default();
    let mut context = BibContext {
        macros: Macros::of(text),
        ..BibContext::default()
    };
    let mut xdata = RawRecords::default();
    let mut wanted: BTreeSet<String> = BTreeSet::new();
    let mut linked = false;
    let mut cutter = Cutter::new(text);
    while let Some(block) = cutter.next_block() {
        match block.kind {
            BlockKind::Entry | BlockKind::Broken => {
                let fields = cutter.fields();
                for field in fields {
                    linked |= link(text, field, &mut wanted);
                }
                let is_xdata = block.word.of(text).eq_ignore_ascii_case("xdata");
                let target = if is_xdata { &mut xdata } else { &mut raw };
                target.push(record(&block), fields.iter().copied());
            }
            BlockKind::String => {
                for field in cutter.fields() {
                    if let RawName::Written(name) = field.name {
                        context.macros.define(text, name, field.value);
                    }
                }
            }
            BlockKind::Preamble => context.preambles.push(block.span),
            BlockKind::Comment => {
                if is_metadata(block.body.of(text)) {
                    context.metadata.push(block.span);
                } else {
                    context.comments += 1;
                }
            }
            BlockKind::Free => context.comments += usize::from(is_remark(block.span.of(text))),
        }
        for trouble in cutter.take_troubles() {
            report(source, &block, trouble, findings);
        }
    }
    // An `@xdata` that nobody names has nowhere else to go.
    for entry in &xdata.records {
        let key = entry.key.of(text);
        let fields = xdata.fields(entry);
        let mut aliases = ids(text, xdata.fields(entry));
        if wanted.contains(key) || aliases.any(|alias| wanted.contains(alias)) {
            let at = context.xdata.records.len();
            for key in std::iter::once(key).chain(ids(text, xdata.fields(entry))) {
                context.xdata_by_key.entry(key.to_owned()).or_insert(at);
            }
            context.xdata.push(*entry, fields);
        } else {
            raw.push(*entry, fields);
        }
    }
    BibContext::repeats(text, &raw.records, |record, first| {
        findings.push(&faults::DUPLICATE_KEY, Severity::Warning, || Diagnostic {
            fault: &faults::DUPLICATE_KEY,
            severity: Severity::Warning,
            place: source.place(record.key),
            record: record.key.of(text).to_owned(),
            field: None,
            message: format!("the key '{}' is used before", record.key.of(text)),
            labels: vec![Label {
                place: source.place(first.key),
                text: "first used here".to_owned(),
            }],
        });
    });
    if linked {
        context.index(text, &raw.records);
        aliases(text, &raw, &mut context);
    }
    raw.context = Context::Bibtex(Box::new(context));
    raw
}

/// The aliases in the `ids` among `fields`.
fn ids<'t>(text: &'t str, fields: Fields<'_>) -> impl Iterator<Item = &'t str> + use<'t> {
    let is_ids = |field: &RawField| matches!(field.name, RawName::Written(name) if name.len() == 3 && name.of(text).eq_ignore_ascii_case("ids"));
    let values = fields.filter(is_ids).map(|field| field.value);
    let values: Vec<Span> = values.collect();
    values.into_iter().flat_map(|value| {
        let keys = values::inside(value.of(text)).split(',').map(str::trim);
        keys.filter(|key| !key.is_empty())
    })
}

/// Notes which record has which alias.
fn aliases(text: &str, raw: &RawRecords, context: &mut BibContext) {
    for (at, entry) in raw.records.iter().enumerate() {
        for alias in ids(text, raw.fields(entry)) {
            context.by_alias.entry(alias.to_owned()).or_insert(at);
        }
    }
}

fn record(block: &Block) -> RawRecord {
    let mut record = RawRecord::default();
    record.span = block.span;
    record.entry_type = block.word;
    record.key = block.key;
    record.broken = block.kind == BlockKind::Broken;
    record
}

/// Whether the field leads to another entry. The `@xdata` it names are put into `wanted`.
fn link(text: &str, field: &RawField, wanted: &mut BTreeSet<String>) -> bool {
    let RawName::Written(name) = field.name else {
        return false;
    };
    let is_xdata = name.len() == 5 && name.of(text).eq_ignore_ascii_case("xdata");
    let is_crossref = name.len() == 8 && name.of(text).eq_ignore_ascii_case("crossref");
    if is_xdata || is_crossref {
        let keys = values::inside(field.value.of(text));
        wanted.extend(split_at(keys, b',').into_iter().map(str::to_owned));
    }
    is_xdata || is_crossref
}

/// JabRef keeps groups, save order and the like in comments.
fn is_metadata(body: &str) -> bool {
    let body = body.trim_start();
    body.get(..7)
        .is_some_and(|start| start.eq_ignore_ascii_case("jabref-"))
}

/// Whether text between blocks says anything.
fn is_remark(text: &str) -> bool {
    text.contains(|c: char| !c.is_whitespace() && !matches!(c, '\u{feff}' | '\0' | '%' | ',' | '}'))
}

fn report(source: &Source, block: &Block, trouble: Trouble, findings: &mut Findings) {
    let Trouble {
        fault,
        severity,
        span,
        found,
    } = trouble;
    findings.push(fault, severity, || Diagnostic {
        fault,
        severity,
        place: source.place(span),
        record: block.key.of(&source.text).to_owned(),
        field: None,
        message: match excerpt(span, &source.text) {
            text if text.is_empty() => found.to_owned(),
            text => format!("{found}: '{text}'"),
        },
        labels: Vec::new(),
    });
}

/// The beginning of what a span covers, on one line.
fn excerpt(span: Span, text: &str) -> String {
    let covered = span.of(text);
    let mut excerpt: String = covered
        .chars()
        .take(60)
        .map(|c| {
            if c.is_whitespace() || c.is_control() {
                ' '
            } else {
                c
            }
        })
        .collect();
    if excerpt.len() < covered.len() {
        excerpt.push('…');
    }
    excerpt.trim().to_owned()
}

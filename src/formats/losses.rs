//! [`Loss`]: what a record can hold and an output has no place for, counted when a list is written.
//!
//! `docs/formats.md` tells of these and of the reinterpretations that lose no word; `tests/losses.rs`
//! holds the writers to it.

use super::WriteOptions;
use crate::doc::Doc;
use crate::model::{End, Field, Kind, Markup, Record, Text, Value};

/// Something a record can hold and an output has no place for.
#[derive(Debug)]
pub struct Loss {
    /// Its documentation.
    pub doc: Doc,
    /// What a record holds and what becomes of it, in a few words: `12 records hold …`.
    pub what: &'static str,
    /// Whether a record holds it, where these choices are followed.
    pub held: fn(&Record, &WriteOptions) -> bool,
}

/// Mathematics and commands of LaTeX.
pub(super) static LATEX: Loss = Loss {
    doc: Doc {
        id: "latex-not-held",
        summary: "The output has no place for mathematics and LaTeX commands",
        why: "RIS and CSL-JSON are plain text. `$x^2$` is written as x², a command as what it sets; \
              braces that protect capitals say nothing there and are not counted.",
        examples: &[("title = {The $x^2$ test}", "TI  - The x² test")],
        sources: &["docs/formats.md"],
    },
    what: "mathematics or LaTeX commands, which become plain text",
    held: |record, _| {
        let latex =
            |text: &Text| text.markup == Markup::Latex && text.content.contains(['$', '\\']);
        let extra = |extra: &crate::model::Extra| latex(&extra.value.value);
        texts(record).any(|(_, text)| latex(text)) || record.extra.iter().any(extra)
    },
};

/// Line breaks.
pub(super) static LINE_BREAKS: Loss = Loss {
    doc: Doc {
        id: "line-breaks-not-held",
        summary: "The output has no place for line breaks inside a value",
        why: "A value of RIS is one line, and TeX takes a line break for a blank. Paragraphs of an \
              abstract run together.",
        examples: &[],
        sources: &["docs/formats.md"],
    },
    what: "line breaks inside a value, which become blanks",
    held: |record, _| {
        let noted = |field| matches!(field, Field::Note | Field::Annotation);
        texts(record).any(|(field, text)| !noted(field) && text.content.trim().contains('\n'))
    },
};

/// Semicolons in keywords.
pub(super) static SEMICOLONS: Loss = Loss {
    doc: Doc {
        id: "semicolon-in-keyword",
        summary: "The output parts keywords at semicolons, and a keyword holds one",
        why: "Programs would read two keywords. A comma is written in its place.",
        examples: &[],
        sources: &["docs/formats.md"],
    },
    what: "a semicolon in a keyword, which becomes a comma",
    held: |record, _| match record.get(Field::Keywords) {
        Some(Value::List(list)) => list.iter().any(|word| word.content.contains([';', '；'])),
        _ => false,
    },
};

/// Ranges whose end nobody knows.
pub(super) static UNKNOWN_END: Loss = Loss {
    doc: Doc {
        id: "unknown-end-not-held",
        summary: "The output has no place for a range of dates whose end nobody knows",
        why: "`1999/` is the year 1999 in RIS, and is written as such.",
        examples: &[],
        sources: &["docs/formats.md"],
    },
    what: "a range of dates whose end nobody knows, which becomes its beginning",
    held: |record, _| {
        let mut fields = record.fields();
        fields.any(
            |(_, tracked)| matches!(&tracked.value, Value::Date(date) if date.end == End::Unknown),
        )
    },
};

/// Citation statements that nobody asked for.
pub(super) static STATEMENTS: Loss = Loss {
    doc: Doc {
        id: "statements-left-out",
        summary: "Citation statements are not written",
        why: "What others wrote about a work makes a long list longer. `--statements` writes it: \
              to annote in .bib, to N1 in RIS, under custom in CSL-JSON.",
        examples: &[],
        sources: &["docs/formats.md"],
    },
    what: "citation statements, which --statements writes",
    held: |record, options| !options.statements && !record.statements.is_empty(),
};

/// What is said of people, where Zotero is to read a .bib file.
pub(super) static PEOPLE: Loss = Loss {
    doc: Doc {
        id: "second-script-not-held",
        summary: "A .bib file for Zotero has no place for names in a second script and for ORCIDs",
        why: "They are data annotations, `author+an:parallel`, which Zotero does not read. Without \
              `--for zotero` they are written.",
        examples: &[],
        sources: &["docs/formats.md", "biblatex manual 3.7, data annotations"],
    },
    what: "names in a second script, ORCIDs or affiliations, which Zotero does not read",
    held: |record, options| {
        let mut fields = record.fields();
        options.zotero
            && fields.any(|(field, _)| {
                let said =
                    |name: &crate::model::Name| name.parallel.is_some() || !name.about.is_empty();
                record.names(field).iter().any(said)
            })
    },
};

/// Keys merged away, where Zotero is to read a .bib file.
pub(super) static KEYS: Loss = Loss {
    doc: Doc {
        id: "merged-keys-not-held",
        summary: "A .bib file for Zotero has no place for the keys of merged records",
        why: "They stand in `ids`, which Zotero does not read. Without `--for zotero` they are \
              written, and `--report` lists them.",
        examples: &[],
        sources: &["docs/formats.md"],
    },
    what: "keys of merged records, which Zotero does not read",
    held: |record, options| options.zotero && !record.merged_keys.is_empty(),
};

/// What both .bib dialects have no place for.
pub(super) static OF_BIB: &[&Loss] = &[&LINE_BREAKS, &PEOPLE, &KEYS, &STATEMENTS];

/// What RIS has no place for.
pub(super) static OF_RIS: &[&Loss] =
    &[&LATEX, &LINE_BREAKS, &SEMICOLONS, &UNKNOWN_END, &STATEMENTS];

/// What CSL-JSON has no place for.
pub(super) static OF_CSL_JSON: &[&Loss] = &[&LATEX, &SEMICOLONS, &STATEMENTS];

/// The texts of a record's fields of prose, keywords and lists.
fn texts(record: &Record) -> impl Iterator<Item = (Field, &Text)> {
    record.fields().flat_map(|(field, tracked)| {
        let list = match &tracked.value {
            Value::Text(text) if field.kind() != Kind::Verbatim => std::slice::from_ref(text),
            Value::List(list) => list.as_slice(),
            _ => &[],
        };
        list.iter().map(move |text| (field, text))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_kept_is_no_loss() {
        let mut record = Record::default();
        record.put(Field::Title, Text::latex("On {DNA}"));
        record.put(Field::Abstract, "One line\n");
        record.put(Field::Note, "One.\n\nTwo.");
        let options = WriteOptions::default();
        for loss in OF_BIB.iter().chain(OF_RIS).chain(OF_CSL_JSON) {
            assert!(!(loss.held)(&record, &options), "{}", loss.doc.id);
        }
        record.put(Field::Title, Text::latex("On $x^2$"));
        record.put(Field::Abstract, "One line\nTwo lines");
        let held = |loss: &&&Loss| (loss.held)(&record, &options);
        assert_eq!(OF_RIS.iter().filter(held).count(), 2);
        assert_eq!(OF_BIB.iter().filter(held).count(), 1);
    }
}

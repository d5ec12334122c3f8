//! What has no tag in the type of the record, as `M2  - Label: value`.

use std::borrow::Cow;

use super::{Page, label_of};
use crate::formats::ris::render::{line, plain};
use crate::formats::ris::{THESES, labels};
use crate::model::{EntryType, Field};

impl Page<'_> {
    /// What has no tag, as `M2  - Label: value`.
    pub(super) fn leftovers(&mut self) {
        use Field::{
            Addendum, EprintClass, EventDate, HowPublished, Issue, OrigDate, OrigLanguage, Part,
            Pmcid, Pmid, PubState,
        };
        let fields = [
            EventDate,
            OrigDate,
            Part,
            Issue,
            HowPublished,
            PubState,
            EprintClass,
            Pmid,
            Pmcid,
            OrigLanguage,
            Addendum,
        ];
        for field in fields {
            self.label_field(field);
        }
        self.type_line();
        let arxiv = self
            .get(Field::EprintType)
            .eq_ignore_ascii_case(labels::ARXIV);
        let eprint = self.get(Field::Eprint);
        if arxiv && !eprint.is_empty() {
            self.tag(*b"M2", &format!("{}: {eprint}", labels::ARXIV));
        } else {
            self.label_field(Field::EprintType);
            self.label(Field::Eprint, eprint);
        }
        let mut labelled = std::mem::take(&mut self.labelled);
        labelled.sort_by_key(|(field, _)| *field);
        for (field, text) in labelled {
            self.tag(*b"M2", &format!("{}: {text}", labels::label(field)));
        }
        for field in std::mem::take(&mut self.cut) {
            let label = labels::label(field);
            self.tag(*b"M2", &format!("{label}s: {}", labels::INCOMPLETE));
        }
        for (label, text) in std::mem::take(&mut self.said) {
            self.tag(*b"M2", &format!("{label}: {text}"));
        }
        let keys: Vec<Cow<'_, str>> = self
            .record
            .merged_keys
            .iter()
            .map(|key| line(key))
            .collect();
        let keys = keys.iter().flat_map(|key| key.split(',')).map(str::trim);
        let keys: Vec<&str> = keys.filter(|key| !key.is_empty()).collect();
        if !keys.is_empty() {
            self.tag(*b"M2", &format!("{}: {}", labels::MERGED, keys.join(", ")));
        }
        self.also_in();
        for extra in &self.record.extra {
            let (name, text) = (label_of(&extra.name), plain(&extra.value.value));
            match &*name {
                _ if text.is_empty() => {}
                "M2" => self.tag(*b"M2", &text),
                name => self.tag(*b"M2", &format!("{name}: {text}")),
            }
        }
    }

    /// The databases a merged record was found in, but for that of `DB` and `AN`.
    fn also_in(&mut self) {
        let (database, accession) = (self.get(Field::Database), self.get(Field::AccessionNumber));
        for origin in &self.record.sources {
            let (own, number) = (
                line(origin.database.as_deref().unwrap_or_default()),
                line(origin.accession.as_deref().unwrap_or_default()),
            );
            if own.is_empty() && number.is_empty() || own == database && number == accession {
                continue;
            }
            // A number says nothing without a name before it.
            let own = if own.is_empty() {
                line(&origin.source)
            } else {
                own
            };
            let value = match (own.is_empty(), number.is_empty()) {
                (true, _) => continue,
                (false, true) => own,
                (false, false) => format!("{own}: {number}").into(),
            };
            self.tag(*b"M2", &format!("{}: {value}", labels::ALSO_IN));
        }
    }

    /// The type, where `TY` does not tell it from others: in Zotero's words where it has some.
    pub(super) fn type_line(&mut self) {
        let own = self.record.entry_type;
        let degree = THESES.iter().any(|(_, ty)| *ty == own);
        match own {
            EntryType::Preprint => self.tag(*b"M2", "Type: preprint"),
            EntryType::Standard => self.tag(*b"M2", "Type: standard"),
            EntryType::Interview => self.tag(*b"M2", "Type: interview"),
            EntryType::Misc if !self.options.zotero => {
                let word = self
                    .record
                    .entry_type_written
                    .as_deref()
                    .unwrap_or_default();
                let word = line(word);
                if !word.is_empty() {
                    self.tag(*b"M2", &format!("{}: {word}", labels::ENTRY_TYPE));
                }
            }
            _ if own == self.ty || degree && !self.record.has(Field::Type) => {}
            _ if self.options.zotero => {}
            _ => {
                let name = own.spec().biblatex;
                self.tag(*b"M2", &format!("{}: {name}", labels::ENTRY_TYPE));
            }
        }
    }
}

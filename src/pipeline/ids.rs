//! The ids of records in lists of duplicates and decisions.

use std::collections::HashMap;

use super::Run;
use crate::model::Field;
use crate::source::LineIndex;

impl Run {
    /// The id of every entry: its citation key, else the format's own id (RIS `ID`, then `AN`),
    /// else `file:line`. A repeated one gets `#2`, `#3` in input order; tabs become spaces.
    pub fn ids(&self) -> Vec<String> {
        let mut times: HashMap<String, usize> = HashMap::new();
        let lines: Vec<LineIndex> = self
            .inputs()
            .iter()
            .map(|input| LineIndex::new(&input.source.text))
            .collect();
        (0..u32::try_from(self.entries().len()).unwrap_or(u32::MAX))
            .map(|entry| {
                let record = self.record(entry);
                let accession = record.text(Field::AccessionNumber).unwrap_or_default();
                let own = [record.key.as_str(), accession]
                    .into_iter()
                    .find(|id| !id.is_empty());
                let id = own.map_or_else(
                    || {
                        let at = record.place.source.0 as usize;
                        let place = self.inputs().get(at).zip(lines.get(at));
                        place.map_or_else(String::new, |(input, lines)| {
                            let text = &input.source.text;
                            let line = lines.line_column(text, record.place.span.start).line;
                            format!("{}:{line}", input.source.name)
                        })
                    },
                    str::to_owned,
                );
                let id = id.replace(['\t', '\n', '\r'], " ");
                let met = times.entry(id.clone()).or_default();
                *met += 1;
                if *met == 1 { id } else { format!("{id}#{met}") }
            })
            .collect()
    }
}

//! Writing the list: every work is made again from its text, merged, and given to the writers.

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use super::run::{Group, Run};
use crate::dedup;
use crate::formats::{Format, Matter, WriteOptions, Writer};
use crate::model::{Extra, Field, Origin, Record, Text, Tracked, Value};

/// How many records one parallel step writes, and how many steps run before their text is handed
/// on: enough to keep every core busy, little enough to hold.
const CHUNK: usize = 128;
const CHUNKS: usize = 64;

/// One output: a format, its options, and where its text goes.
pub struct Output<'a> {
    /// The format; one that is only read writes nothing.
    pub format: &'static Format,
    /// Choices of the writer.
    pub options: WriteOptions,
    /// Takes the text piece by piece.
    pub sink: &'a mut dyn FnMut(&str) -> io::Result<()>,
}

/// A number means something in its database only.
const DATABASE: [Field; 2] = [Field::Database, Field::AccessionNumber];

/// Gives the database of the record whose number was kept to the merged `record`.
fn keep_together(record: &mut Record, given: &[[Option<Tracked<Value>>; 2]]) {
    let Some(number) = record.tracked(Field::AccessionNumber) else {
        return;
    };
    let of = given
        .iter()
        .find(|[_, own]| own.as_ref().is_some_and(|own| own == number));
    match of {
        Some([Some(database), _]) => record.put_tracked(Field::Database, database.clone()),
        Some([None, _]) => {
            record.remove(Field::Database);
        }
        None => {}
    }
}

impl Run {
    /// Writes the list to every output, each work made and merged once.
    ///
    /// # Errors
    ///
    /// Whatever a sink returns.
    pub fn write(&self, outputs: &mut [Output<'_>]) -> io::Result<()> {
        self.write_groups(self.groups(), outputs, |group| self.merged(group).record)
    }

    /// Writes the records that are not in the list: merged away (with the key of the kept record
    /// in a field `duplicate-of`), in a library (with the key there, and the library's name in
    /// `in-library`), or set aside (with the reason in `set-aside`).
    ///
    /// # Errors
    ///
    /// Whatever a sink returns.
    pub fn write_removed(&self, outputs: &mut [Output<'_>]) -> io::Result<()> {
        let mut removed: Vec<(u32, Vec<(&'static str, String)>)> = Vec::new();
        for group in self.groups() {
            let rest = group.entries.iter().skip(1);
            let key = || vec![("duplicate-of", group.key.to_string())];
            removed.extend(rest.map(|&entry| (entry, key())));
        }
        for known in self.known() {
            let library = self.input_name(known.library).to_owned();
            let key = self.library_key(known.library);
            removed.push((
                known.entry,
                vec![("duplicate-of", key), ("in-library", library)],
            ));
        }
        let aside = self.set_aside().iter();
        removed.extend(aside.map(|one| (one.entry, vec![("set-aside", one.reason.clone())])));
        removed.sort_unstable();
        self.write_groups(&removed, outputs, |(entry, why)| {
            let mut record = self.record(*entry);
            if record.key.is_empty() {
                record.key = self.options.keys.make(&record);
            }
            for (name, value) in why {
                record.extra.push(Extra {
                    name: (*name).to_owned(),
                    value: Tracked::read(Text::plain(value.as_str()), record.place),
                });
            }
            record
        })
    }

    /// The work of a group: its entries made and merged, under the group's key.
    pub fn merged(&self, group: &Group) -> dedup::Merged {
        let mut records: Vec<Record> = group
            .entries
            .iter()
            .map(|&entry| self.record(entry))
            .collect();
        if records.len() > 1 {
            for (record, entry) in records.iter_mut().zip(&group.entries) {
                self.add_origin(record, *entry);
            }
        }
        // Aliases the entries brought along stay aliases.
        let aliases: Vec<String> = records
            .iter()
            .flat_map(|record| record.merged_keys.iter().cloned())
            .collect();
        let mut known: BTreeSet<String> = group.replaced.iter().cloned().collect();
        known.insert(group.key.to_string());
        let several = records.iter().filter(|_| group.entries.len() > 1);
        let databases: Vec<_> = several
            .map(|record| DATABASE.map(|field| record.tracked(field).cloned()))
            .collect();
        let mut merged = dedup::merge(records);
        keep_together(&mut merged.record, &databases);
        merged.record.key = group.key.to_string();
        merged.record.merged_keys = group.replaced.to_vec();
        for alias in aliases {
            if known.insert(alias.clone()) {
                merged.record.merged_keys.push(alias);
            }
        }
        merged
    }

    /// Adds to a record where it was found, if it does not say so itself.
    fn add_origin(&self, record: &mut Record, entry: u32) {
        let text = |field: Field| record.text(field).map(str::to_owned);
        let own = Origin {
            source: self.label(entry).to_owned(),
            id: record.key.clone(),
            database: text(Field::Database),
            accession: text(Field::AccessionNumber),
        };
        let said = record.sources.iter().any(|one| one.is_same(&own));
        if record.sources.is_empty() || own.accession.is_some() && !said {
            record.sources.insert(0, own);
        }
    }

    /// What the source of an entry is called.
    fn label(&self, entry: u32) -> &str {
        let input = self.entries().get(entry as usize).map(|one| one.input);
        let input = input.and_then(|at| self.inputs().get(at as usize));
        input.map_or("", |input| &input.label)
    }

    fn write_groups<T: Sync>(
        &self,
        items: &[T],
        outputs: &mut [Output<'_>],
        make: impl Fn(&T) -> Record + Sync,
    ) -> io::Result<()> {
        let matter = self.matter();
        let writers: Vec<Option<(Writer, WriteOptions)>> = outputs
            .iter()
            .map(|output| {
                output
                    .format
                    .write
                    .map(|writer| (writer, output.options.clone()))
            })
            .collect();
        for (output, writer) in outputs.iter_mut().zip(&writers) {
            if let Some((writer, options)) = writer {
                (output.sink)(&(writer.head)(&matter, options))?;
            }
        }
        let mut first = true;
        for batch in items.chunks(CHUNK * CHUNKS) {
            let texts: Vec<Vec<String>> = batch
                .par_chunks(CHUNK)
                .map(|chunk| {
                    let mut texts = vec![String::new(); writers.len()];
                    for item in chunk {
                        let record = make(item);
                        for (text, writer) in texts.iter_mut().zip(&writers) {
                            let Some((writer, options)) = writer else {
                                continue;
                            };
                            if !text.is_empty() {
                                text.push_str(writer.between);
                            }
                            (writer.record)(&record, options, text);
                        }
                    }
                    texts
                })
                .collect();
            for texts in texts {
                for ((output, writer), text) in outputs.iter_mut().zip(&writers).zip(&texts) {
                    let Some((writer, _)) = writer else { continue };
                    if !first {
                        (output.sink)(writer.between)?;
                    }
                    (output.sink)(text)?;
                }
                first = false;
            }
        }
        for (output, writer) in outputs.iter_mut().zip(&writers) {
            if let Some((writer, options)) = writer {
                (output.sink)(&(writer.tail)(&matter, options))?;
            }
        }
        Ok(())
    }

    /// What the inputs hold beside their records.
    pub fn matter(&self) -> Matter {
        let mut matter = Matter::default();
        for input in self.inputs().iter().filter(|input| !input.library) {
            let more = input.matter();
            for preamble in more.preambles {
                if !matter.preambles.contains(&preamble) {
                    matter.preambles.push(preamble);
                }
            }
            matter.metadata.extend(more.metadata);
            matter.comments_left += more.comments_left;
        }
        matter
    }
}

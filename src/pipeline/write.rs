//! Writing the list: every work is made again from its text, merged, and given to the writers.

use std::collections::BTreeSet;
use std::io;

use rayon::prelude::*;

use super::origins::{keep_together, number};
use super::run::{Group, Run};
use crate::dedup;
use crate::formats::{Format, Loss, Matter, WriteOptions, Writer};
use crate::model::{Extra, Record, Text, Tracked};

/// How many records one parallel step writes, and how many steps a core makes before their text is
/// handed on: enough to keep every core busy, little enough to hold.
const CHUNK: usize = 128;
const CHUNKS: usize = 8;

/// What one parallel step wrote for each output.
struct Chunk {
    texts: Vec<String>,
    lost: Vec<Counted>,
}

/// How many records hold each thing that a writer has no place for, in the order of its table.
#[derive(Debug, Clone, Default)]
struct Counted(Vec<usize>);

impl Counted {
    fn count(&mut self, writer: &Writer, record: &Record, options: &WriteOptions) {
        self.0.resize(writer.losses.len(), 0);
        for (count, loss) in self.0.iter_mut().zip(writer.losses) {
            *count += usize::from((loss.held)(record, options));
        }
    }

    fn add(&mut self, more: &Self) {
        self.0.resize(self.0.len().max(more.0.len()), 0);
        for (count, more) in self.0.iter_mut().zip(&more.0) {
            *count += more;
        }
    }
}

/// One output: a format, its options, and where its text goes.
pub struct Output<'a> {
    /// The format; one that is only read writes nothing.
    pub format: &'static Format,
    /// Choices of the writer.
    pub options: WriteOptions,
    /// Takes the text piece by piece.
    pub sink: &'a mut dyn FnMut(&str) -> io::Result<()>,
}

/// How many records of a list hold what an output has no place for.
#[derive(Debug, Clone, Copy)]
pub struct Lost {
    /// The output's format.
    pub format: &'static Format,
    /// What they hold.
    pub loss: &'static Loss,
    /// How many of them there are.
    pub records: usize,
}

impl Run {
    /// Writes the list to every output, each work made and merged once. Gives what the outputs had
    /// no place for.
    ///
    /// # Errors
    ///
    /// Whatever a sink returns.
    pub fn write(&self, outputs: &mut [Output<'_>]) -> io::Result<Vec<Lost>> {
        self.write_groups(self.groups(), outputs, |group| self.merged(group).record)
    }

    /// Writes the records that are not in the list: merged away (with the key of the kept record
    /// in a field `duplicate-of`), in a library (with the key there, and the library's name in
    /// `in-library`), or set aside (with the reason in `set-aside`). Gives what the outputs had no
    /// place for.
    ///
    /// # Errors
    ///
    /// Whatever a sink returns.
    pub fn write_removed(&self, outputs: &mut [Output<'_>]) -> io::Result<Vec<Lost>> {
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
        let databases: Vec<_> = several.map(number).collect();
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

    fn write_groups<T: Sync>(
        &self,
        items: &[T],
        outputs: &mut [Output<'_>],
        make: impl Fn(&T) -> Record + Sync,
    ) -> io::Result<Vec<Lost>> {
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
        let mut lost = vec![Counted::default(); writers.len()];
        for batch in items.chunks(CHUNK * CHUNKS * rayon::current_num_threads()) {
            let written: Vec<Chunk> = batch
                .par_chunks(CHUNK)
                .map(|chunk| {
                    let mut texts = vec![String::new(); writers.len()];
                    let mut lost = vec![Counted::default(); writers.len()];
                    for item in chunk {
                        let record = make(item);
                        let outputs = texts.iter_mut().zip(&mut lost);
                        for ((text, lost), writer) in outputs.zip(&writers) {
                            let Some((writer, options)) = writer else {
                                continue;
                            };
                            if !text.is_empty() {
                                text.push_str(writer.between);
                            }
                            (writer.record)(&record, options, text);
                            lost.count(writer, &record, options);
                        }
                    }
                    Chunk { texts, lost }
                })
                .collect();
            for Chunk { texts, lost: more } in written {
                for (all, more) in lost.iter_mut().zip(&more) {
                    all.add(more);
                }
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
        let formats = outputs.iter().map(|output| output.format);
        let lost = formats.zip(&writers).zip(lost);
        let lost = lost.filter_map(|((format, writer), counted)| {
            let (writer, _) = writer.as_ref()?;
            let losses = writer.losses.iter().copied().zip(counted.0);
            let losses = losses.filter(|(_, records)| *records > 0);
            Some(losses.map(move |(loss, records)| Lost {
                format,
                loss,
                records,
            }))
        });
        Ok(lost.flatten().collect())
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

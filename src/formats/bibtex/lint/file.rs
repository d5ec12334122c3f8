//! [`File`]: a .bib text cut into blocks, with what a lint may ask about the whole of it.

use std::borrow::Cow;
use std::collections::{HashMap, HashSet};
use std::sync::OnceLock;

use super::Model;
use crate::formats::bibtex::alike::alike;
use crate::formats::bibtex::blocks::{Block, BlockKind, Cutter};
use crate::formats::bibtex::values::{self, Joints};
use crate::formats::{RawField, RawName, RawRecords};
use crate::model::{EntryType, Field};
use crate::source::Span;

/// A .bib text in blocks.
#[derive(Debug)]
pub struct File<'t> {
    text: &'t str,
    model: Model,
    blocks: Vec<Block>,
    /// For each block, where its fields begin in `fields`; one more for the end.
    first: Vec<u32>,
    fields: Vec<RawField>,
    /// What field of ours each of them is.
    meant: Vec<Option<Field>>,
    /// For each block, a bit for each field of ours that has a value.
    present: Vec<u128>,
    /// The keys in `crossref` and `xdata`, by block.
    parents: HashMap<usize, Vec<&'t str>>,
    strings: HashMap<String, usize>,
    /// Where a `#` stands.
    joints: Joints,
    // Most files are never asked for these.
    keys: OnceLock<HashMap<String, usize>>,
    /// Keys in lower case, by the first that has it.
    folded: OnceLock<HashMap<String, usize>>,
    /// The blocks whose key an earlier one has in some case, with the first of these.
    twins: OnceLock<HashMap<usize, usize>>,
    used: OnceLock<HashSet<String>>,
}

impl<'t> File<'t> {
    /// Cuts a text. Without a `model` the one its entries use most is taken.
    pub fn new(text: &'t str, model: Option<Model>) -> Self {
        Self::cut(text, Cutter::new(text), model)
    }

    /// As [`File::new`], of a text that was read already, as `raws`.
    pub fn again(text: &'t str, raws: &'t RawRecords, model: Option<Model>) -> Self {
        Self::cut(text, Cutter::again(text, raws), model)
    }

    fn cut(text: &'t str, mut cutter: Cutter<'t>, model: Option<Model>) -> Self {
        let mut file = Self {
            text,
            model: Model::Bibtex,
            blocks: Vec::new(),
            first: vec![0],
            fields: Vec::new(),
            meant: Vec::new(),
            present: Vec::new(),
            parents: HashMap::new(),
            strings: HashMap::new(),
            joints: Joints::of(text),
            keys: OnceLock::new(),
            folded: OnceLock::new(),
            twins: OnceLock::new(),
            used: OnceLock::new(),
        };
        while let Some(block) = cutter.next_block() {
            let _ = cutter.take_troubles();
            if block.kind == BlockKind::Comment || block.kind == BlockKind::Preamble {
                continue;
            }
            let at = file.blocks.len();
            file.blocks.push(block);
            file.fields.extend(cutter.fields().iter().copied());
            file.first
                .push(u32::try_from(file.fields.len()).unwrap_or(u32::MAX));
            file.index(at, &block);
        }
        file.model = model.unwrap_or_else(|| Model::of(&file));
        file
    }

    fn index(&mut self, at: usize, block: &Block) {
        let text = self.text;
        if block.kind == BlockKind::String {
            for field in self.fields_of(at).to_vec() {
                if let RawName::Written(name) = field.name {
                    let name = name.of(text).to_ascii_lowercase();
                    self.strings.entry(name).or_insert(at);
                }
            }
        }
        let mut present = 0;
        for n in self.range(at) {
            let Some(field) = self.fields.get(n) else {
                continue;
            };
            if let RawName::Written(name) = field.name {
                let name = name.of(text);
                let empty =
                    field.value.len() <= 2 && matches!(field.value.of(text), "" | "{}" | "\"\"");
                let known = Field::from_bib(name);
                self.meant.push(known);
                if let Some(known) = known {
                    present |= u128::from(!empty) << known as u32;
                } else if ["crossref", "xdata"]
                    .iter()
                    .any(|link| name.eq_ignore_ascii_case(link))
                {
                    let keys = values::inside(field.value.of(text))
                        .split(',')
                        .map(str::trim);
                    self.parents.entry(at).or_default().extend(keys);
                }
            } else {
                self.meant.push(None);
            }
        }
        self.present.push(present);
    }

    /// The entries that have a key, each with it.
    fn keyed(&self) -> impl Iterator<Item = (usize, &'t str)> {
        let text = self.text;
        let blocks = self.blocks.iter().enumerate();
        blocks.filter_map(move |(at, block)| {
            let is_entry = matches!(block.kind, BlockKind::Entry | BlockKind::Broken);
            (is_entry && !block.key.is_empty()).then(|| (at, block.key.of(text)))
        })
    }

    fn twins(&self) -> HashMap<usize, usize> {
        let keyed: Vec<(usize, &str)> = self.keyed().collect();
        let alike = alike(keyed.iter().map(|(_, key)| *key), true);
        let mut first: HashMap<String, usize> = HashMap::new();
        let mut twins = HashMap::new();
        for (at, key) in alike.into_iter().filter_map(|place| keyed.get(place)) {
            let first = *first.entry(key.to_lowercase()).or_insert(*at);
            if first != *at {
                twins.insert(*at, first);
            }
        }
        twins
    }

    /// The words that may be macros, in lower case.
    fn used(&self) -> HashSet<String> {
        let text = self.text;
        let mut used: HashSet<String> = HashSet::new();
        for field in &self.fields {
            let value = field.value;
            let joined = self.joints.within(value);
            let value = value.of(text);
            if (values::is_bare(value) || joined)
                && !value.bytes().all(|byte| byte.is_ascii_digit())
            {
                let words = value.split(|c: char| c.is_whitespace() || c == '#');
                let words = words.filter(|word| !word.is_empty() && word.len() <= 64);
                for word in words.map(lower_case) {
                    if !used.contains(word.as_ref()) {
                        used.insert(word.into_owned());
                    }
                }
            }
        }
        used
    }

    fn range(&self, at: usize) -> std::ops::Range<usize> {
        let of = |at: usize| self.first.get(at).map_or(0, |n| *n as usize);
        of(at)..of(at + 1)
    }

    /// The text.
    pub fn text(&self) -> &'t str {
        self.text
    }

    /// The data model it is held to.
    pub fn model(&self) -> Model {
        self.model
    }

    /// Where it has a `#`.
    pub(super) fn joints(&self) -> &Joints {
        &self.joints
    }

    /// Its blocks in order, `@comment` and `@preamble` left out.
    pub fn blocks(&self) -> &[Block] {
        &self.blocks
    }

    /// The fields of one block.
    pub fn fields_of(&self, at: usize) -> &[RawField] {
        self.fields.get(self.range(at)).unwrap_or_default()
    }

    /// The fields of one block, each with the field of ours that it is.
    pub(super) fn written(&self, at: usize) -> impl Iterator<Item = (&RawField, Option<Field>)> {
        let meant = self.meant.get(self.range(at)).unwrap_or_default();
        self.fields_of(at).iter().zip(meant.iter().copied())
    }

    /// The block that stands at an offset.
    pub fn block_at(&self, offset: u32) -> Option<usize> {
        let after = self
            .blocks
            .partition_point(|block| block.span.start <= offset);
        let at = after.checked_sub(1)?;
        let block = self.blocks.get(at)?;
        (offset < block.span.end).then_some(at)
    }

    /// The name of the field a span stands in, as it is written.
    pub fn field_at(&self, span: Span) -> Option<&'t str> {
        let fields = self.fields_of(self.block_at(span.start)?);
        let name = |field: &RawField| match field.name {
            RawName::Written(name) => name,
            RawName::Meant(_) => field.value,
        };
        let after = fields.partition_point(|field| name(field).start <= span.start);
        let field = fields.get(after.checked_sub(1)?)?;
        let name = name(field);
        (span.start <= field.value.end && !name.is_empty()).then(|| name.of(self.text))
    }

    /// The first entry with this key.
    pub fn entry(&self, key: &str) -> Option<usize> {
        let keys = || {
            let mut keys = HashMap::new();
            for (at, key) in self.keyed() {
                keys.entry(key.to_owned()).or_insert(at);
            }
            keys
        };
        self.keys.get_or_init(keys).get(key).copied()
    }

    /// The first entry with a key that is the same in lower case.
    pub(super) fn like(&self, key: &str) -> Option<usize> {
        let folded = || {
            let mut folded = HashMap::new();
            for (at, key) in self.keyed() {
                folded.entry(key.to_lowercase()).or_insert(at);
            }
            folded
        };
        self.folded
            .get_or_init(folded)
            .get(&key.to_lowercase())
            .copied()
    }

    /// The first entry with a key that is that of `at` in lower case, where that is another one.
    pub(super) fn twin(&self, at: usize) -> Option<usize> {
        self.twins.get_or_init(|| self.twins()).get(&at).copied()
    }

    /// The first block that defines a macro.
    pub(super) fn string(&self, name: &str) -> Option<usize> {
        self.strings.get(&name.to_ascii_lowercase()).copied()
    }

    /// Whether a value uses this macro.
    pub(super) fn uses(&self, name: &str) -> bool {
        let used = self.used.get_or_init(|| self.used());
        used.contains(name.to_ascii_lowercase().as_str())
    }

    /// The fields a block has, a bit each.
    pub(super) fn present(&self, at: usize) -> u128 {
        self.present.get(at).copied().unwrap_or_default()
    }

    /// The keys of what a block inherits from.
    pub(super) fn parents(&self, at: usize) -> &[&'t str] {
        self.parents.get(&at).map_or(&[], Vec::as_slice)
    }

    /// Whether the file has entries of its own.
    pub(super) fn has_entries(&self) -> bool {
        self.keyed().next().is_some()
    }

    /// The type of a block's entry.
    pub(super) fn entry_type(&self, at: usize) -> Option<EntryType> {
        let block = self.blocks.get(at)?;
        EntryType::from_bib(block.word.of(self.text))
    }
}

fn lower_case(word: &str) -> Cow<'_, str> {
    if word.bytes().any(|byte| byte.is_ascii_uppercase()) {
        Cow::Owned(word.to_ascii_lowercase())
    } else {
        Cow::Borrowed(word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::formats::bibtex::BIBTEX;
    use crate::report::Findings;
    use crate::source::{Source, SourceId};

    #[test]
    fn a_text_that_was_read_is_cut_as_any() {
        for text in [
            "% refs\n@book{a, title = {On {Growth}}, year = 1917}\n@string{x = {y}}\n@misc(b, note = x # {z})",
            "@article{a, title = {x}, title = \"y\"}\n@xdata{d, note = {z}}\n@misc{c, xdata = {d}}\n",
            "@comment{@book{a, year = 1}}\n@preamble{{p}}\n@book{b, title = {never closed\n@misc{c, year = 2}",
            "@book{a, title = {{One} {Two}\n@book{a, title = {x}}}\nme@x.org\n@book{, year = 3",
        ] {
            let source = Source::new(SourceId(0), "", text);
            let raws = (BIBTEX.read)(&source, &mut Findings::nothing());
            let (new, again) = (File::new(text, None), File::again(text, &raws, None));
            assert_eq!(again.blocks, new.blocks, "{text}");
            assert_eq!(again.fields, new.fields, "{text}");
        }
    }
}

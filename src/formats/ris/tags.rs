//! [`Tags`]: the tags of one record, taken out one meaning at a time; what nobody takes is left
//! over and kept.

use std::borrow::Cow;

use super::tag::Tag;
use super::values::{one_line, paragraphs, unescape};
use crate::formats::{RawName, RawRecord, RawRecords};
use crate::source::Span;

/// The tags of a record in order.
pub(super) struct Tags<'a> {
    text: &'a str,
    list: Vec<Entry>,
    /// Whether all values are of one line and without escapes, as most are.
    as_they_stand: bool,
    /// A bit for each tag there is; tags may share one.
    present: u64,
    /// The bits that several entries have.
    shared: u64,
    /// For each bit, no later place than that of the first entry that has it.
    first: [u8; 64],
}

#[derive(Clone, Copy)]
struct Entry {
    tag: Tag,
    span: Span,
    taken: bool,
    /// The bit of its tag.
    bit: u64,
}

/// A value and where it stands.
pub(super) type Found<'a> = (Cow<'a, str>, Span);

impl<'a> Tags<'a> {
    /// The tags of `record`, one of `raw`, in `text`; those without value are left out.
    pub(super) fn new(text: &'a str, raw: &RawRecords, record: &RawRecord) -> Self {
        let fields = raw.fields(record);
        let whole = record.span.of(text).as_bytes();
        let mut tags = Self {
            text,
            list: Vec::with_capacity(fields.len()),
            as_they_stand: !record.wrapped && memchr::memchr(b'&', whole).is_none(),
            present: 0,
            shared: 0,
            first: [0; 64],
        };
        for field in fields {
            let RawName::Written(name) = field.name else {
                continue;
            };
            let Some(&[a, b]) = text.as_bytes().get(name.range()) else {
                continue;
            };
            if !field.value.is_empty() {
                tags.add(
                    [a.to_ascii_uppercase(), b.to_ascii_uppercase()],
                    field.value,
                );
            }
        }
        tags
    }

    fn add(&mut self, tag: Tag, span: Span) {
        let bit = bit(tag);
        if self.present & bit == 0
            && let Some(first) = self.first.get_mut(bit.trailing_zeros() as usize)
        {
            *first = u8::try_from(self.list.len()).unwrap_or(u8::MAX);
        }
        self.shared |= self.present & bit;
        self.present |= bit;
        self.list.push(Entry {
            tag,
            span,
            taken: false,
            bit,
        });
    }

    /// How many different tags there are, at least.
    pub(super) fn count(&self) -> usize {
        self.present.count_ones() as usize
    }

    /// The bits of those of `tags` that may be there; none only where none is. Inlined, so that
    /// asking for what most records do not have costs next to nothing.
    #[inline]
    fn bits(&self, tags: &[&Tag]) -> u64 {
        self.present & tags.iter().fold(0, |all, tag| all | bit(**tag))
    }

    /// The place of the only entry with one of `bits`; [`None`] where there may be several.
    #[inline]
    fn lone(&self, bits: u64) -> Option<usize> {
        let one = bits & bits.wrapping_sub(1) == 0 && bits & self.shared == 0;
        let at = *self.first.get(bits.trailing_zeros() as usize)?;
        (one && at < u8::MAX).then_some(usize::from(at))
    }

    /// The value of an entry: long text with its lines, everything else on one line, character
    /// escapes undone where RIS text is taken for HTML.
    fn value(&self, entry: Entry) -> Cow<'a, str> {
        let raw = entry.span.of(self.text);
        if self.as_they_stand || memchr::memchr3(b'\n', b'\r', b'&', raw.as_bytes()).is_none() {
            return Cow::Borrowed(raw);
        }
        match &entry.tag {
            b"AB" | b"N1" | b"RN" => paragraphs(raw),
            b"N2" | b"KW" => unescape(paragraphs(raw)),
            _ => unescape(one_line(raw)),
        }
    }

    /// Takes the value of the first of `tags` that has one. Others of them that say the same are
    /// taken with it.
    #[inline]
    pub(super) fn take(&mut self, tags: &[&Tag]) -> Option<Found<'a>> {
        self.take_if(tags, |_| true)
    }

    /// As [`Tags::take`], of values that pass a test.
    #[inline]
    pub(super) fn take_if(
        &mut self,
        tags: &[&Tag],
        fits: impl Fn(&str) -> bool,
    ) -> Option<Found<'a>> {
        let bits = self.bits(tags);
        (bits != 0).then(|| self.take_any(bits, tags, &fits))?
    }

    /// The value of the one entry with one of `tags`, and its place in the list; [`None`] also where
    /// there are several.
    pub(super) fn only(&self, tags: &[&Tag]) -> Option<(usize, Cow<'a, str>, Span)> {
        let at = self.lone(self.bits(tags))?;
        self.found(at, tags).map(|(value, span)| (at, value, span))
    }

    /// The value of the entry at a place, if it is of one of `tags` and not taken.
    fn found(&self, at: usize, tags: &[&Tag]) -> Option<Found<'a>> {
        let entry = self.list.get(at).filter(|entry| !entry.taken)?;
        let wanted = tags.contains(&&entry.tag);
        wanted.then(|| (self.value(*entry), entry.span))
    }

    /// As [`Tags::take_if`], where those of `bits` are there.
    fn take_any(
        &mut self,
        bits: u64,
        tags: &[&Tag],
        fits: &dyn Fn(&str) -> bool,
    ) -> Option<Found<'a>> {
        let Some(at) = self.lone(bits) else {
            return self.take_first(tags, fits);
        };
        let found = self.found(at, tags).filter(|(value, _)| fits(value));
        found.inspect(|_| self.take_at(at))
    }

    fn take_first(&mut self, tags: &[&Tag], fits: &dyn Fn(&str) -> bool) -> Option<Found<'a>> {
        let (at, found) = tags.iter().find_map(|tag| self.first_of(**tag, fits))?;
        self.take_at(at);
        self.drop_equal(tags, &found.0);
        Some(found)
    }

    /// The first value of `tag` that passes a test, and its place in the list.
    fn first_of(&self, tag: Tag, fits: &dyn Fn(&str) -> bool) -> Option<(usize, Found<'a>)> {
        let bit = bit(tag);
        if self.present & bit == 0 {
            return None;
        }
        let from = usize::from(*self.first.get(bit.trailing_zeros() as usize)?);
        let entries = self.list.iter().enumerate().skip(from);
        let mut own = entries.filter(|(_, entry)| !entry.taken && entry.tag == tag);
        own.find_map(|(at, entry)| {
            let value = self.value(*entry);
            fits(&value).then_some((at, (value, entry.span)))
        })
    }

    /// Takes the values of `tags` that equal `value`, so that they are not left over. The case of
    /// letters counts, but not in a DOI.
    #[inline]
    pub(super) fn drop_equal(&mut self, tags: &[&Tag], value: &str) {
        let bits = self.bits(tags);
        if bits != 0 {
            self.drop_all_equal(bits, tags, value);
        }
    }

    fn drop_all_equal(&mut self, bits: u64, tags: &[&Tag], value: &str) {
        for at in 0..self.list.len() {
            let entry = self.list[at];
            if entry.bit & bits != 0 && !entry.taken && tags.contains(&&entry.tag) {
                let other = self.value(entry);
                let doi = matches!(&entry.tag, b"DO" | b"DI" | b"M3");
                let same = other == value || doi && other.eq_ignore_ascii_case(value);
                self.list[at].taken = same;
            }
        }
    }

    /// Takes every value of `tags`, in the order of the record.
    #[inline]
    pub(super) fn take_all(&mut self, tags: &[&Tag]) -> Vec<Found<'a>> {
        if self.bits(tags) == 0 {
            return Vec::new();
        }
        self.take_where(|tag| tags.contains(&&tag))
            .into_iter()
            .map(|(_, value, span)| (value, span))
            .collect()
    }

    /// How many entries there are.
    pub(super) fn len(&self) -> usize {
        self.list.len()
    }

    /// The tag of the entry at a place in the list, unless it is taken.
    pub(super) fn tag_at(&self, at: usize) -> Option<Tag> {
        let entry = self.list.get(at).filter(|entry| !entry.taken);
        entry.map(|entry| entry.tag)
    }

    /// How many entries have the tag of the one at a place in the list, itself included.
    pub(super) fn count_like(&self, at: usize) -> usize {
        let own = self.list.get(at).map(|own| own.tag);
        let alike = |entry: &&Entry| Some(entry.tag) == own;
        self.list.iter().filter(alike).count()
    }

    /// The value of the entry at a place in the list.
    pub(super) fn value_at(&self, at: usize) -> Option<Found<'a>> {
        let entry = self.list.get(at)?;
        Some((self.value(*entry), entry.span))
    }

    /// Takes every value whose tag passes a test, in the order of the record.
    pub(super) fn take_where(
        &mut self,
        wanted: impl Fn(Tag) -> bool,
    ) -> Vec<(Tag, Cow<'a, str>, Span)> {
        let mut found = Vec::new();
        for at in 0..self.list.len() {
            let entry = self.list[at];
            if !entry.taken && wanted(entry.tag) {
                self.list[at].taken = true;
                found.push((entry.tag, self.value(entry), entry.span));
            }
        }
        found
    }

    /// Every value of `tags` that is not taken yet, with its place in the list.
    pub(super) fn peek(&self, tags: &[&Tag]) -> Vec<(usize, Cow<'a, str>, Span)> {
        if self.bits(tags) == 0 {
            return Vec::new();
        }
        tags.iter()
            .filter(|tag| self.bits(&[**tag]) != 0)
            .flat_map(|tag| {
                let own = |(_, e): &(usize, &Entry)| !e.taken && e.tag == **tag;
                self.list.iter().enumerate().filter(own)
            })
            .map(|(at, entry)| (at, self.value(*entry), entry.span))
            .collect()
    }

    /// Takes the entry at a place [`Tags::peek`] gave.
    pub(super) fn take_at(&mut self, at: usize) {
        if let Some(entry) = self.list.get_mut(at) {
            entry.taken = true;
        }
    }

    /// What nobody took, and whether another value of the same tag was taken.
    pub(super) fn left_over(&self) -> Vec<(Tag, Cow<'a, str>, Span, bool)> {
        if self.list.iter().all(|entry| entry.taken) {
            return Vec::new();
        }
        let mut seen = std::collections::BTreeSet::new();
        seen.extend(self.list.iter().filter(|e| e.taken).map(|e| e.tag));
        let left = self.list.iter().filter(|entry| !entry.taken);
        left.map(|e| (e.tag, self.value(*e), e.span, seen.contains(&e.tag)))
            .collect()
    }
}

/// One of 64 bits for a tag. The tags that stand together in most records have each their own.
#[inline]
const fn bit([a, b]: Tag) -> u64 {
    1 << (a.wrapping_add(b.wrapping_mul(3)) % 64)
}

//! [`Prefilter`]: pairs that are not worth a comparison, told by [`Signature`]s.

use super::blocking::Blocking;
use super::bound::Bound;
use super::closer::Closer;
use super::context::Context;
use super::features::Features;
use super::signature::Signature;
use rayon::prelude::*;

/// The signatures of some records, and what they say of pairs.
#[derive(Debug)]
pub(super) struct Prefilter<'a> {
    features: &'a [Features],
    /// The records.
    ids: Vec<u32>,
    /// The place of each record among those.
    places: Vec<u32>,
    /// Theirs, in the same order.
    signatures: Vec<Signature>,
    pub(super) bound: Bound,
}

impl<'a> Prefilter<'a> {
    /// Of the records of `blocking`, in its order.
    pub(super) fn of(features: &'a [Features], blocking: &Blocking, context: &Context) -> Self {
        let ids = blocking.ids();
        let mut places = vec![u32::MAX; features.len()];
        for (place, id) in (0_u32..).zip(ids) {
            if let Some(slot) = places.get_mut(*id as usize) {
                *slot = place;
            }
        }
        // Made in the order in which the features lie in the memory, then put into that of the list.
        let each: Vec<Signature> = features.par_iter().map(Signature::of).collect();
        let of = |id: &u32| each.get(*id as usize).copied().unwrap_or_default();
        let signatures = ids
            .iter()
            .zip(blocking.information())
            .map(|(id, level)| of(id).with_information(level))
            .collect();
        Self {
            features,
            ids: ids.to_vec(),
            places,
            signatures,
            bound: Bound::of(context),
        }
    }

    /// The signature of the record at a place in the list.
    #[inline]
    pub(super) fn signature(&self, place: u32) -> Signature {
        let found = self.signatures.get(place as usize);
        found.copied().unwrap_or_default()
    }

    /// Whether two records are sure to be told apart; not of records that are not among these.
    pub(super) fn is_hopeless(&self, a: u32, b: u32) -> bool {
        let place = |id: u32| {
            let found = self.places.get(id as usize).copied();
            found.filter(|place| *place != u32::MAX)
        };
        let Some((a, b)) = place(a).zip(place(b)) else {
            return false;
        };
        self.bound
            .is_hopeless(&self.signature(a), &self.signature(b))
            || Closer::new(self).is_hopeless(a, b)
    }

    /// Has the features of the records at some places at hand.
    pub(super) fn fetch(&self, places: impl Iterator<Item = u32>) {
        Features::fetch(places.filter_map(|place| self.features(place)));
    }

    /// The features of the record at a place in the list.
    pub(super) fn features(&self, place: u32) -> Option<&Features> {
        self.features.get(*self.ids.get(place as usize)? as usize)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Field, Record};

    fn hopeless(a: &[(Field, &str)], b: &[(Field, &str)]) -> bool {
        let features: Vec<Features> = [a, b]
            .iter()
            .map(|fields| {
                let mut record = Record::default();
                for (field, text) in *fields {
                    record.put(*field, *text);
                }
                Features::of(&record)
            })
            .collect();
        let context = Context::of(&features, &crate::dedup::Options::default());
        let blocking = Blocking::of(&features, &[0, 1], &context);
        Prefilter::of(&features, &blocking, &context).is_hopeless(0, 1)
    }

    #[test]
    fn titles_without_common_words_are_hopeless_unless_the_place_is_one() {
        let one = [(Field::Title, "On growth and form"), (Field::Date, "1917")];
        let other = [
            (Field::Title, "Deep learning of graphs"),
            (Field::Date, "1917"),
        ];
        assert!(hopeless(&one, &other));
        assert!(!hopeless(&one, &one));
        let placed = |title| {
            [
                (Field::Title, title),
                (Field::Date, "1917"),
                (Field::Author, "Thompson, D. W."),
                (Field::JournalTitle, "Annals of Form"),
                (Field::Volume, "4"),
                (Field::Pages, "17-29"),
                (Field::Doi, "10.1000/form.17"),
            ]
        };
        let translated = [placed("On growth and form"), placed("Über Wachstum")];
        assert!(!hopeless(&translated[0], &translated[1]));
    }

    #[test]
    fn one_title_of_other_people_elsewhere_is_hopeless() {
        let editorial = |author, year, volume, page| {
            [
                (Field::Title, "Editorial"),
                (Field::Author, author),
                (Field::Date, year),
                (Field::JournalTitle, "Blood"),
                (Field::Volume, volume),
                (Field::Pages, page),
            ]
        };
        let one = editorial("Ott, A.", "1990", "4", "1-2");
        assert!(hopeless(
            &one,
            &editorial("Wu, B.", "2001", "15", "100-101")
        ));
        assert!(!hopeless(&one, &editorial("Ott, A.", "1990", "4", "1")));
    }
}

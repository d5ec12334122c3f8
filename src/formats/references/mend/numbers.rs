//! Numbers and places that their words give away.

use super::super::chunk::{Chunk, Line};
use super::super::label::{LABELS, Label};
use super::super::words::{
    AND, BODY, EDITION, FUNCTION, ISSUE, MEETING, MONTH, PAGES, PLACE, UNPRINTED, VOLUME,
};

impl Line<'_> {
    /// Numbers whose words say what they are.
    pub(super) fn numbers(&self, chunks: &mut [Chunk]) {
        let mut counts = [0_usize; LABELS.len()];
        for chunk in chunks.iter() {
            if let Some(count) = counts.get_mut(chunk.label as usize) {
                *count += 1;
            }
        }
        for at in 0..chunks.len() {
            let here = chunks[at];
            if !matches!(here.label, Label::Volume | Label::Issue) {
                continue;
            }
            let Some((first, last)) = self.solid(here) else {
                continue;
            };
            // `Maruzen Co., | Ltd.`
            let number = |at: usize| {
                let word = self.word(at);
                word.contains(char::is_numeric)
                    || word
                        .bytes()
                        .all(|b| b"IVXLCDM".contains(&b.to_ascii_uppercase()))
            };
            let han = (first..=last).any(|at| self.is_han(at));
            if here.label == Label::Volume
                && !han
                && !(first..=last).any(|at| self.is_solid(at) && number(at))
            {
                chunks[at].label = Label::Other;
                continue;
            }
            let behind = (last + 1..last + 3).find(|at| self.is_solid(*at));
            let before = (first.saturating_sub(4)..first).rfind(|at| self.is_solid(*at));
            let class_at = |at: Option<usize>| at.map_or(0, |at| self.class(at));
            // `Proc. Powders & Grains 2009`: the year of a meeting is part of its name.
            if here.label == Label::Volume
                && first == last
                && self.is_year(first)
                && at > 0
                && chunks[at - 1].label == Label::Container
                && chunks[at - 1].to == here.from
                && (chunks[at - 1].from..here.from).any(|at| self.class(at) == MEETING)
            {
                chunks[at].label = Label::Other;
                continue;
            }
            let others = |label: Label| {
                let count = counts.get(label as usize).copied().unwrap_or(0);
                count > usize::from(here.label == label)
            };
            // `Phys. Rev. Lett. 111 (2013) 14, 141601`
            let follows = at >= 2
                && chunks[at - 1].label == Label::Date
                && chunks[at - 2].label == Label::Volume
                && chunks
                    .get(at + 1)
                    .is_some_and(|next| next.label == Label::Pages);
            let label = if behind == Some(last + 1) && class_at(behind) == PAGES {
                (!others(Label::Pages)).then_some(Label::Pages)
            } else if behind == Some(last + 1) && class_at(behind) == EDITION {
                (!others(Label::Edition)).then_some(Label::Edition)
            } else if here.label == Label::Volume && follows && !others(Label::Issue) {
                let digits = self.word(first).bytes().all(|b| b.is_ascii_digit());
                (digits && first == last).then_some(Label::Issue)
            } else if here.label == Label::Volume
                && class_at(before) == ISSUE
                && others(Label::Volume)
                && !others(Label::Issue)
            {
                Some(Label::Issue)
            } else if here.label == Label::Issue
                && class_at(before) == VOLUME
                && !others(Label::Volume)
            {
                Some(Label::Volume)
            } else {
                None
            };
            if let Some(label) = label {
                if let Some(count) = counts.get_mut(label as usize) {
                    *count += 1;
                }
                chunks[at].label = label;
            }
        }
    }

    /// `15 novembre 1925`, `Jan. 23 1973`: a day beside its month is part of the date.
    pub(super) fn days_of_dates(&self, chunks: &mut Vec<Chunk>) {
        let mut at = 0;
        while let Some(here) = chunks.get(at).copied() {
            at += 1;
            if !matches!(here.label, Label::Volume | Label::Issue) {
                continue;
            }
            let Some((first, last)) = self.solid(here) else {
                continue;
            };
            let is_day = first == last
                && self
                    .word(first)
                    .parse::<u8>()
                    .is_ok_and(|day| (1..=31).contains(&day));
            let dated =
                |chunk: Option<&Chunk>| chunk.filter(|chunk| chunk.label == Label::Date).copied();
            let after = dated(chunks.get(at)).filter(|date| date.from == here.to);
            let before = dated(at.checked_sub(2).and_then(|at| chunks.get(at)))
                .filter(|date| date.to == here.from);
            // `4 (Dec. 1995)` is an issue.
            let next = last + 1 + usize::from(self.is_mark(last + 1, '.'));
            let month_behind = after.is_some() && self.class(next) == MONTH;
            let month_before = before
                .and_then(|date| self.solid(date))
                .is_some_and(|(_, last)| self.class(last) == MONTH || self.word(last) == "月");
            if !is_day
                || !(month_behind
                    || month_before && (after.is_some() || self.word(last + 1) == "日"))
            {
                continue;
            }
            let from = before
                .filter(|_| month_before)
                .map_or(here.from, |date| date.from);
            let to = after.map_or(here.to, |date| date.to);
            chunks[at - 1] = Chunk {
                label: Label::Date,
                from,
                to,
            };
            chunks.retain(|chunk| {
                chunk.from == from && chunk.to == to || chunk.to <= from || chunk.from >= to
            });
            // The next chunk stands where one of those joined did.
            at = at.saturating_sub(2);
        }
    }

    /// `Springer Heidelberg`, `한국학보 제 12권`: what is no part of a publisher or container.
    pub(super) fn places(&self, chunks: &mut Vec<Chunk>) {
        let mut published = chunks.iter().any(|chunk| chunk.label == Label::Publisher);
        let placed = chunks.iter().any(|chunk| chunk.label == Label::Location);
        let mut at = 0;
        while let Some(chunk) = chunks.get(at).copied() {
            at += 1;
            let Some((first, last)) = self.solid(chunk) else {
                continue;
            };
            match chunk.label {
                // `Preprint`, `Unpublished manuscript`, `Submitted`
                Label::Publisher
                    if (first..=last)
                        .all(|at| !self.is_solid(at) || self.class(at) == UNPRINTED)
                        && !matches!(self.word(first), "Press" | "press") =>
                {
                    chunks[at - 1].label = Label::Note;
                }
                // `International Conference on Computer Vision (ICCV). IEEE`
                Label::Container
                    if !published
                        && last > first + 2
                        && self.is_mark(last - 1, '.')
                        && matches!(
                            self.word(last),
                            "IEEE" | "ACM" | "Springer" | "Elsevier" | "AAAI"
                        )
                        && (self.is_mark(last - 2, ')')
                            || self.word(last - 2).chars().count() > 4) =>
                {
                    published = true;
                    chunks[at - 1].to = last;
                    let (label, from, to) = (Label::Publisher, last, chunk.to);
                    chunks.insert(at, Chunk { label, from, to });
                    at += 1;
                }
                Label::Container if last > first && matches!(self.word(last), "제" | "第") => {
                    chunks[at - 1].to = last;
                }
                Label::Publisher if !placed && last > first => {
                    let mut from = last + 1;
                    while from > first + 1
                        && self.class(from - 1) == PLACE
                        && self.word(from - 1).starts_with(char::is_uppercase)
                    {
                        from -= 1;
                    }
                    // `University of São Paulo`, `Univ. Leiden`
                    let joined = (from.saturating_sub(2)..from)
                        .any(|at| matches!(self.class(at), FUNCTION | BODY | AND))
                        || self.is_mark(from.saturating_sub(1), '-');
                    if from <= last && !joined {
                        chunks[at - 1].to = from;
                        chunks.insert(
                            at,
                            Chunk {
                                label: Label::Location,
                                from,
                                to: chunk.to,
                            },
                        );
                    }
                }
                _ => {}
            }
        }
    }

    /// `Folia veterinaria, 52, 2: 109`, `Phys. Dark Universe, 15, 53`: two numbers taken for one.
    pub(super) fn pairs_of_numbers(&self, chunks: &mut Vec<Chunk>) {
        let has = |label: Label| chunks.iter().any(|chunk| chunk.label == label);
        let (issue, pages) = (has(Label::Issue), has(Label::Pages));
        let Some(number) = chunks.iter().position(|chunk| chunk.label == Label::Volume) else {
            return;
        };
        let chunk = chunks[number];
        let Some((first, last)) = self.solid(chunk) else {
            return;
        };
        let digits =
            |at: usize| self.word(at).bytes().all(|b| b.is_ascii_digit()) && self.is_solid(at);
        if last != first + 2 || !digits(first) || !digits(last) {
            return;
        }
        let (label, to) = (if pages { Label::Issue } else { Label::Pages }, chunk.to);
        if self.is_mark(first + 1, ',') && !(pages && issue) {
            chunks[number].to = last;
            chunks.insert(
                number + 1,
                Chunk {
                    label,
                    from: last,
                    to,
                },
            );
            return;
        }
        // `2018 May 1;187(5)`
        let before = number.checked_sub(1).and_then(|at| chunks.get(at)).copied();
        let Some(before) = before.filter(|before| before.to == chunk.from) else {
            return;
        };
        let month = before.label == Label::Date
            && self
                .solid(before)
                .is_some_and(|(_, last)| self.class(last) == MONTH);
        // `Bull. Cl. Sci. (5) 74`: the number of a series of the journal.
        let series = before.label == Label::Container
            && self.is_mark(first + 1, ')')
            && (self.is_mark(first - 1, '('));
        if self.is_mark(first + 1, ';') && month || series {
            chunks[number - 1].to = last;
            chunks[number].from = last;
        }
    }
}

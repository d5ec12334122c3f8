//! [`Label`]: what a token of a reference belongs to.

/// What a token of a reference belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
#[repr(u8)]
pub enum Label {
    /// Words between fields: `In`, `pp.`, `edited by`.
    Other,
    /// The authors.
    Author,
    /// The title of the work.
    Title,
    /// The journal, book or proceedings it stands in.
    Container,
    /// The date.
    Date,
    /// The volume.
    Volume,
    /// The issue.
    Issue,
    /// The pages or the article number.
    Pages,
    /// The publisher, university or institute.
    Publisher,
    /// The place.
    Location,
    /// The editors.
    Editor,
    /// The translators.
    Translator,
    /// The edition.
    Edition,
    /// The series.
    Series,
    /// The kind of work: `Ph.D. thesis`.
    Genre,
    /// A remark: `to appear`.
    Note,
    /// The number of a report, patent or review.
    Number,
    /// An identifier or address found beforehand.
    Link,
}

/// Every label, in the order of [`Label`].
pub const LABELS: &[Label] = &[
    Label::Other,
    Label::Author,
    Label::Title,
    Label::Container,
    Label::Date,
    Label::Volume,
    Label::Issue,
    Label::Pages,
    Label::Publisher,
    Label::Location,
    Label::Editor,
    Label::Translator,
    Label::Edition,
    Label::Series,
    Label::Genre,
    Label::Note,
    Label::Number,
    Label::Link,
];

impl Label {
    /// The label of this number; [`Label::Other`] where there is none.
    pub fn of(number: usize) -> Self {
        LABELS.get(number).copied().unwrap_or(Self::Other)
    }
}

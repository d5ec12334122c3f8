//! [`Model`]: which data model a file is held to, and what each requires of a type.

use std::sync::LazyLock;

use super::File;
use crate::formats::RawName;
use crate::formats::bibtex::blocks::BlockKind;
use crate::model::lookup::NameIndex;
use crate::model::{EntryType, Field};

/// A data model of .bib files.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Model {
    /// Classic styles.
    Bibtex,
    /// biblatex with biber.
    Biblatex,
}

/// Names that only biblatex knows, and names that only classic styles and their users have.
const BIBLATEX_FIELDS: [&str; 12] = [
    "date",
    "journaltitle",
    "location",
    "eventtitle",
    "eventdate",
    "eprinttype",
    "eprintclass",
    "langid",
    "maintitle",
    "pubstate",
    "shortjournal",
    "xdata",
];
const CLASSIC_FIELDS: [&str; 4] = ["journal", "address", "school", "year"];
const BIBLATEX_TYPES: [&str; 14] = [
    "online",
    "report",
    "thesis",
    "collection",
    "mvbook",
    "mvcollection",
    "mvproceedings",
    "reference",
    "inreference",
    "dataset",
    "software",
    "bookinbook",
    "suppbook",
    "xdata",
];
const CLASSIC_TYPES: [&str; 3] = ["techreport", "phdthesis", "mastersthesis"];

static FIELDS: LazyLock<NameIndex<Model>> =
    LazyLock::new(|| names_of(&CLASSIC_FIELDS, &BIBLATEX_FIELDS));
static TYPES: LazyLock<NameIndex<Model>> =
    LazyLock::new(|| names_of(&CLASSIC_TYPES, &BIBLATEX_TYPES));

/// The fields that have one of these names, a bit each.
static NAMED: LazyLock<u128> = LazyLock::new(|| {
    let names = CLASSIC_FIELDS.iter().chain(&BIBLATEX_FIELDS);
    let fields = names.filter_map(|name| Field::from_bib(name));
    fields.fold(0, |all, field| all | 1 << field as u32)
});

/// The names of both models, each with the model it belongs to.
fn names_of(classic: &[&'static str], biblatex: &[&'static str]) -> NameIndex<Model> {
    let classic = classic.iter().map(|name| (*name, Model::Bibtex));
    let biblatex = biblatex.iter().map(|name| (*name, Model::Biblatex));
    NameIndex::new(classic.chain(biblatex))
}

impl Model {
    /// The name it has in a configuration.
    ///
    /// ```
    /// use bibsift::formats::bibtex::lint::Model;
    /// assert_eq!(Model::named("biblatex"), Some(Model::Biblatex));
    /// ```
    pub fn named(name: &str) -> Option<Self> {
        match name {
            "bibtex" => Some(Self::Bibtex),
            "biblatex" => Some(Self::Biblatex),
            _ => None,
        }
    }

    /// What it is called in messages.
    pub fn name(self) -> &'static str {
        match self {
            Self::Bibtex => "BibTeX",
            Self::Biblatex => "BibLaTeX",
        }
    }

    /// The model that more entries of a file use by names the other one does not have.
    pub(super) fn of(file: &File<'_>) -> Self {
        let text = file.text();
        let (mut classic, mut biblatex) = (0_usize, 0_usize);
        let fields = *NAMED;
        for (at, block) in file.blocks().iter().enumerate() {
            if !matches!(block.kind, BlockKind::Entry | BlockKind::Broken) {
                continue;
            }
            let of_type = TYPES.get(block.word.of(text));
            let (mut one, mut other) = (
                of_type == Some(Self::Bibtex),
                of_type == Some(Self::Biblatex),
            );
            for (field, known) in file.written(at) {
                let named = known.is_none_or(|known| fields & (1 << known as u32) != 0);
                if let RawName::Written(name) = field.name
                    && named
                {
                    let of_field = FIELDS.get(name.of(text));
                    one |= of_field == Some(Self::Bibtex);
                    other |= of_field == Some(Self::Biblatex);
                }
            }
            classic += usize::from(one && !other);
            biblatex += usize::from(other);
        }
        if biblatex > classic {
            Self::Biblatex
        } else {
            Self::Bibtex
        }
    }

    /// The fields an entry of this type must have: one of each group. What several styles take in
    /// place of what the manual names stands in its group.
    pub(super) fn required(self, entry_type: EntryType, word: &str) -> &'static [&'static [Field]] {
        use Field::{
            Author, BookTitle, Chapter, Date, Doi, Editor, Eid, Eprint, HowPublished, Institution,
            JournalTitle, Note, Number, Pages, Publisher, Title, Url,
        };
        const PERSON: &[Field] = &[Author, Editor];
        match (self, entry_type) {
            (_, EntryType::Article) => &[
                &[Author, Editor],
                &[Title],
                &[JournalTitle, Eprint],
                &[Date],
            ],
            (Self::Bibtex, EntryType::Book) => &[PERSON, &[Title], &[Publisher], &[Date]],
            (Self::Biblatex, EntryType::Book | EntryType::MvBook) => &[PERSON, &[Title], &[Date]],
            (_, EntryType::Booklet | EntryType::Manual) => &[&[Title]],
            (Self::Bibtex, EntryType::InBook) if word.eq_ignore_ascii_case("inbook") => &[
                PERSON,
                &[Title],
                &[Chapter, Pages, BookTitle, Eid],
                &[Publisher],
                &[Date],
            ],
            (Self::Bibtex, EntryType::InCollection) => {
                &[PERSON, &[Title], &[BookTitle], &[Publisher], &[Date]]
            }
            (Self::Biblatex, EntryType::InBook | EntryType::InCollection)
            | (_, EntryType::InProceedings) => &[PERSON, &[Title], &[BookTitle], &[Date]],
            (_, EntryType::Proceedings) => &[&[Title], &[Date]],
            (Self::Biblatex, EntryType::Collection | EntryType::MvCollection) => {
                &[&[Editor, Author], &[Title], &[Date]]
            }
            (_, EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis) => {
                &[&[Author], &[Title], &[Institution], &[Date]]
            }
            (_, EntryType::Report)
                if word.eq_ignore_ascii_case("techreport") || self == Self::Biblatex =>
            {
                &[
                    &[Author, Editor, Institution],
                    &[Title],
                    &[Institution, Publisher],
                    &[Date],
                ]
            }
            (Self::Biblatex, EntryType::Online) => &[&[Title], &[Url, Doi, Eprint, HowPublished]],
            (_, EntryType::Patent) => &[&[Title], &[Number]],
            (Self::Bibtex, EntryType::Unpublished) if word.eq_ignore_ascii_case("unpublished") => {
                &[&[Author], &[Title], &[Note, HowPublished, Url, Eprint, Doi]]
            }
            (Self::Biblatex, EntryType::Unpublished) => &[&[Author], &[Title]],
            _ => &[],
        }
    }
}

//! [`EntryType`]: the kinds of work, and what each format calls them.

use std::sync::LazyLock;

use super::lookup::NameIndex;

/// A kind of work: the entry types of the BibLaTeX data model, and the few that RIS and CSL add.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
#[repr(u8)]
pub enum EntryType {
    /// An article in a journal.
    Article,
    /// An article in a magazine.
    Magazine,
    /// An article in a newspaper.
    Newspaper,
    /// A book.
    Book,
    /// A book in several volumes.
    MvBook,
    /// A bound work without publisher.
    Booklet,
    /// A book of contributions by several authors.
    Collection,
    /// A collection in several volumes.
    MvCollection,
    /// A contribution to a collection.
    InCollection,
    /// A part of a book with a title of its own, by the book's author.
    InBook,
    /// Proceedings of a conference.
    Proceedings,
    /// A paper in proceedings.
    InProceedings,
    /// A work of reference.
    Reference,
    /// An article in a work of reference.
    InReference,
    /// A dictionary entry.
    DictionaryEntry,
    /// A technical manual.
    Manual,
    /// Something on the web.
    Online,
    /// A weblog post.
    Blog,
    /// A patent.
    Patent,
    /// A whole issue of a periodical.
    Periodical,
    /// A report.
    Report,
    /// A standard.
    Standard,
    /// A thesis of any degree.
    Thesis,
    /// A doctoral thesis.
    PhdThesis,
    /// A master's thesis.
    MastersThesis,
    /// A work not published, or a manuscript.
    Unpublished,
    /// A preprint.
    Preprint,
    /// A data set.
    Dataset,
    /// Software.
    Software,
    /// Anything else.
    #[default]
    Misc,
    /// A speech, talk or set of slides.
    Speech,
    /// A letter or other personal communication.
    Letter,
    /// An interview.
    Interview,
    /// A map.
    Map,
    /// A work of visual art, a figure or a photograph.
    Artwork,
    /// A sound recording.
    Audio,
    /// A film or other moving picture.
    Video,
    /// Music or a score.
    Music,
    /// A law.
    Legislation,
    /// A court decision.
    Jurisdiction,
    /// A review of a work.
    Review,
    /// A set of other entries.
    Set,
}

/// What is known of an entry type.
#[derive(Debug)]
pub struct EntryTypeSpec {
    /// The type.
    pub entry_type: EntryType,
    /// The BibLaTeX type our writer uses.
    pub biblatex: &'static str,
    /// The classic BibTeX type our writer uses.
    pub bibtex: &'static str,
    /// Other names it is read under in .bib files, lower case.
    pub aliases: &'static [&'static str],
    /// The RIS `TY` our writer uses.
    pub ris: &'static str,
    /// Other `TY` it is read from.
    pub ris_aliases: &'static [&'static str],
    /// The CSL type.
    pub csl: &'static str,
}

macro_rules! entry_types {
    ($($ty:ident $biblatex:literal $bibtex:literal [$($alias:literal)*] $ris:literal [$($ris_alias:literal)*] $csl:literal;)*) => {
        /// One line a type, in the order of [`EntryType`].
        ///
        /// Sources: biblatex manual 2.1 (types and aliases), the RIS specification as Zotero's
        /// translator reads it, CSL 1.0.2 appendix III.
        pub static ENTRY_TYPES: &[EntryTypeSpec] = &[$(EntryTypeSpec {
            entry_type: EntryType::$ty, biblatex: $biblatex, bibtex: $bibtex, aliases: &[$($alias),*],
            ris: $ris, ris_aliases: &[$($ris_alias),*], csl: $csl,
        }),*];
    };
}

entry_types! {
    Article "article" "article" ["journalarticle" "suppperiodical"] "JOUR" ["EJOUR" "ABST" "INPR"] "article-journal";
    Magazine "article" "article" [] "MGZN" ["CTLG"] "article-magazine";
    Newspaper "article" "article" [] "NEWS" [] "article-newspaper";
    Book "book" "book" [] "BOOK" ["EBOOK" "CLSWK" "SER"] "book";
    MvBook "mvbook" "book" [] "BOOK" [] "book";
    Booklet "booklet" "booklet" [] "PAMP" [] "pamphlet";
    Collection "collection" "book" [] "EDBOOK" [] "book";
    MvCollection "mvcollection" "book" [] "EDBOOK" [] "book";
    InCollection "incollection" "incollection" ["suppcollection"] "CHAP" ["ECHAP"] "chapter";
    InBook "inbook" "inbook" ["bookinbook" "suppbook"] "CHAP" [] "chapter";
    Proceedings "proceedings" "proceedings" ["mvproceedings"] "BOOK" [] "book";
    InProceedings "inproceedings" "inproceedings" ["conference"] "CPAPER" ["CONF"] "paper-conference";
    Reference "reference" "book" ["mvreference"] "BOOK" [] "book";
    InReference "inreference" "incollection" [] "ENCYC" [] "entry-encyclopedia";
    DictionaryEntry "inreference" "incollection" [] "DICT" [] "entry-dictionary";
    Manual "manual" "manual" [] "BOOK" [] "book";
    Online "online" "misc" ["electronic" "www" "webpage"] "ELEC" ["WEB" "ICOMM"] "webpage";
    Blog "online" "misc" [] "BLOG" [] "post-weblog";
    Patent "patent" "patent" [] "PAT" [] "patent";
    Periodical "periodical" "misc" [] "JFULL" [] "periodical";
    Report "report" "techreport" ["techreport"] "RPRT" ["GOVDOC"] "report";
    Standard "standard" "techreport" [] "STAND" [] "standard";
    Thesis "thesis" "phdthesis" [] "THES" [] "thesis";
    PhdThesis "phdthesis" "phdthesis" [] "THES" [] "thesis";
    MastersThesis "mastersthesis" "mastersthesis" [] "THES" [] "thesis";
    Unpublished "unpublished" "unpublished" [] "UNPD" ["MANSCPT"] "manuscript";
    Preprint "unpublished" "unpublished" ["preprint"] "UNPD" ["UNPB" "PREPRINT"] "article";
    Dataset "dataset" "misc" ["data"] "DATA" ["DBASE" "AGGR"] "dataset";
    Software "software" "misc" ["computerprogram" "softwareversion"] "COMP" [] "software";
    Misc "misc" "misc" ["commentary" "bibnote"] "GEN" ["ANCIENT" "EQUA" "GRNT"] "document";
    Speech "misc" "misc" [] "SLIDE" [] "speech";
    Letter "letter" "misc" [] "PCOMM" [] "personal_communication";
    Interview "misc" "misc" ["interview"] "GEN" [] "interview";
    Map "misc" "misc" ["map"] "MAP" [] "map";
    Artwork "artwork" "misc" ["image"] "ART" ["CHART" "FIGURE"] "graphic";
    Audio "audio" "misc" [] "SOUND" [] "song";
    Video "video" "misc" ["movie"] "VIDEO" ["MPCT" "ADVS" "MULTI"] "motion_picture";
    Music "music" "misc" ["performance"] "MUSIC" [] "musical_score";
    Legislation "legislation" "misc" ["legal"] "STAT" ["BILL" "UNBILL" "HEAR"] "legislation";
    Jurisdiction "jurisdiction" "misc" [] "CASE" ["LEGAL"] "legal_case";
    Review "review" "article" [] "JOUR" [] "review";
    Set "set" "misc" [] "GEN" [] "document";
}

impl EntryType {
    /// What is known of the type.
    pub fn spec(self) -> &'static EntryTypeSpec {
        &ENTRY_TYPES[self as usize]
    }

    /// The type a .bib file means by `name`, any case; [`None`] for one in no data model.
    ///
    /// ```
    /// use bibsift::model::EntryType;
    /// assert_eq!(EntryType::from_bib("TechReport"), Some(EntryType::Report));
    /// assert_eq!(EntryType::from_bib("misc"), Some(EntryType::Misc));
    /// ```
    pub fn from_bib(name: &str) -> Option<Self> {
        // `misc` is what our writer falls back on for many types; read, it means no more than
        // itself. Other names shared by several types mean the first, the general one.
        static INDEX: LazyLock<NameIndex<EntryType>> = LazyLock::new(|| {
            let own = ENTRY_TYPES
                .iter()
                .map(|spec| (spec.biblatex, spec.entry_type));
            let aliases = ENTRY_TYPES
                .iter()
                .flat_map(|spec| spec.aliases.iter().map(|&name| (name, spec.entry_type)));
            let classic = ENTRY_TYPES
                .iter()
                .map(|spec| (spec.bibtex, spec.entry_type));
            let misc = std::iter::once(("misc", EntryType::Misc));
            NameIndex::new(misc.chain(own).chain(aliases).chain(classic))
        });
        INDEX.get(name)
    }

    /// The type a RIS file means by its `TY`, any case.
    pub fn from_ris(ty: &str) -> Option<Self> {
        let is = |other: &str| other.eq_ignore_ascii_case(ty);
        ENTRY_TYPES
            .iter()
            .find(|spec| is(spec.ris))
            .or_else(|| {
                ENTRY_TYPES
                    .iter()
                    .find(|spec| spec.ris_aliases.iter().any(|alias| is(alias)))
            })
            .map(|spec| spec.entry_type)
    }

    /// The type a CSL item means by its `type`.
    pub fn from_csl(name: &str) -> Option<Self> {
        ENTRY_TYPES
            .iter()
            .find(|spec| spec.csl == name)
            .map(|spec| spec.entry_type)
    }

    /// Whether works of this type stand inside another: a journal, a book, proceedings.
    pub fn is_part(self) -> bool {
        use EntryType::{
            Article, DictionaryEntry, InBook, InCollection, InProceedings, InReference, Magazine,
            Newspaper, Review,
        };
        matches!(
            self,
            Article
                | Magazine
                | Newspaper
                | InBook
                | InCollection
                | InProceedings
                | InReference
                | DictionaryEntry
                | Review
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (at, spec) in ENTRY_TYPES.iter().enumerate() {
            assert_eq!(spec.entry_type as usize, at, "{}", spec.biblatex);
        }
    }

    #[test]
    fn what_is_written_is_read_as_a_type_of_the_same_name() {
        for spec in ENTRY_TYPES {
            let back = EntryType::from_bib(spec.biblatex).unwrap();
            assert_eq!(back.spec().biblatex, spec.biblatex);
            let back = EntryType::from_ris(spec.ris).unwrap();
            assert_eq!(back.spec().ris, spec.ris);
        }
    }
}

//! [`Field`]: every field a record can have, and what each format calls it.

use std::sync::LazyLock;

use super::lookup::NameIndex;

/// A field of the BibLaTeX data model, widened by what other formats hold. The order of the
/// variants is the canonical order of fields in output.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
pub enum Field {
    /// People who made the work.
    Author,
    /// Editors.
    Editor,
    /// Translators.
    Translator,
    /// Authors of the book a part stands in.
    BookAuthor,
    /// Editors of the whole series.
    SeriesEditor,
    /// Patent holders.
    Holder,
    /// Anybody else who took part.
    Contributor,
    /// The title.
    Title,
    /// What follows the title after a colon, where the source keeps it apart.
    Subtitle,
    /// An addition to the title: a second language, a description.
    TitleAddon,
    /// A short form of the title.
    ShortTitle,
    /// The title in the language the work was translated from.
    OrigTitle,
    /// The journal, in full.
    JournalTitle,
    /// Subtitle of the journal.
    JournalSubtitle,
    /// The journal, abbreviated.
    ShortJournal,
    /// The title of the book, proceedings or website a part stands in.
    BookTitle,
    /// Subtitle of that book.
    BookSubtitle,
    /// Title of a work in several volumes.
    MainTitle,
    /// Title of a special issue.
    IssueTitle,
    /// The conference.
    EventTitle,
    /// Where the conference was.
    Venue,
    /// When the conference was.
    EventDate,
    /// The series.
    Series,
    /// Edition.
    Edition,
    /// Publication date, or its year.
    Date,
    /// When the original came out.
    OrigDate,
    /// Volume of a journal or of a work in several volumes.
    Volume,
    /// Number of volumes.
    Volumes,
    /// Part of a volume.
    Part,
    /// Issue of a journal; number of a report, patent, standard or series.
    Number,
    /// Issue by another name than a number: `Spring`.
    Issue,
    /// Chapter or section.
    Chapter,
    /// Page ranges.
    Pages,
    /// Article number.
    Eid,
    /// Number of pages.
    PageTotal,
    /// Publishers.
    Publisher,
    /// Places of publication.
    Location,
    /// University or institute of a thesis or report.
    Institution,
    /// Organisation behind a manual, conference or site.
    Organization,
    /// How an odd thing was published.
    HowPublished,
    /// Kind of thesis, report or patent.
    Type,
    /// Version or revision.
    Version,
    /// Publication state: `inpress`.
    PubState,
    /// DOI, bare.
    Doi,
    /// Identifier in the archive [`Field::EprintType`] names.
    Eprint,
    /// The archive: `arxiv`, `jstor`, `pubmed`.
    EprintType,
    /// Section of the archive: `cs.LG`.
    EprintClass,
    /// PubMed identifier.
    Pmid,
    /// PubMed Central identifier with its `PMC`.
    Pmcid,
    /// International standard book numbers.
    Isbn,
    /// International standard serial numbers.
    Issn,
    /// Web address.
    Url,
    /// When the address was visited.
    UrlDate,
    /// Language of the work, as a BCP 47 tag.
    Language,
    /// Language of the original.
    OrigLanguage,
    /// Keywords.
    Keywords,
    /// Abstract.
    Abstract,
    /// A note to be printed.
    Note,
    /// A reader's own annotation.
    Annotation,
    /// Text to be printed at the end.
    Addendum,
    /// Rights.
    Rights,
    /// Library call number.
    CallNumber,
    /// Database the record came from.
    Database,
    /// Accession number in that database.
    AccessionNumber,
    /// Affiliations of the authors.
    Affiliation,
    /// Attached files.
    File,
}

/// What kind of value a field holds once it is typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Kind {
    /// People and bodies: [`Value::Names`](super::Value::Names).
    Names,
    /// Prose in which LaTeX and markup have meaning.
    Literal,
    /// Several such values: [`Value::List`](super::Value::List).
    List,
    /// Taken letter by letter: identifiers, addresses, file names.
    Verbatim,
    /// [`Value::Date`](super::Value::Date).
    Date,
    /// [`Value::Pages`](super::Value::Pages).
    Pages,
    /// Keywords, split at separators: [`Value::List`](super::Value::List).
    Keywords,
}

/// What is known of a field.
#[derive(Debug)]
pub struct FieldSpec {
    /// The field.
    pub field: Field,
    /// Its name in BibLaTeX; the name diagnostics use.
    pub biblatex: &'static str,
    /// Its name in classic BibTeX, as our writer spells it.
    pub bibtex: &'static str,
    /// Other names it is read under in .bib files, lower case.
    pub aliases: &'static [&'static str],
    /// The CSL variable, where there is one.
    pub csl: Option<&'static str>,
    /// What it holds.
    pub kind: Kind,
}

macro_rules! fields {
    ($($field:ident $biblatex:literal $bibtex:literal [$($alias:literal)*] $csl:expr, $kind:ident;)*) => {
        /// One line a field, in the order of [`Field`].
        ///
        /// Sources: biblatex manual 2.2 (fields, aliases), `BibTeXing` (classic names), CSL 1.0.2
        /// appendix IV (variables).
        pub static FIELDS: &[FieldSpec] = &[$(FieldSpec {
            field: Field::$field, biblatex: $biblatex, bibtex: $bibtex,
            aliases: &[$($alias),*], csl: $csl, kind: Kind::$kind,
        }),*];
    };
}

fields! {
    Author "author" "author" ["authors"] Some("author"), Names;
    Editor "editor" "editor" ["editors"] Some("editor"), Names;
    Translator "translator" "translator" [] Some("translator"), Names;
    BookAuthor "bookauthor" "bookauthor" [] Some("container-author"), Names;
    SeriesEditor "serieseditor" "serieseditor" [] Some("collection-editor"), Names;
    Holder "holder" "assignee" ["holder"] None, Names;
    Contributor "editora" "editora" ["collaborator"] Some("contributor"), Names;
    Title "title" "title" [] Some("title"), Literal;
    Subtitle "subtitle" "subtitle" [] None, Literal;
    TitleAddon "titleaddon" "titleaddon" [] None, Literal;
    ShortTitle "shorttitle" "shorttitle" [] Some("title-short"), Literal;
    OrigTitle "origtitle" "origtitle" [] Some("original-title"), Literal;
    JournalTitle "journaltitle" "journal" ["fjournal"] Some("container-title"), Literal;
    JournalSubtitle "journalsubtitle" "journalsubtitle" [] None, Literal;
    ShortJournal "shortjournal" "shortjournal" ["journal-iso" "iso-source-abbreviation" "iso_abbreviation"] Some("container-title-short"), Literal;
    BookTitle "booktitle" "booktitle" [] Some("container-title"), Literal;
    BookSubtitle "booksubtitle" "booksubtitle" [] None, Literal;
    MainTitle "maintitle" "maintitle" [] Some("volume-title"), Literal;
    IssueTitle "issuetitle" "issuetitle" [] None, Literal;
    EventTitle "eventtitle" "eventtitle" ["conference"] Some("event-title"), Literal;
    Venue "venue" "venue" [] Some("event-place"), Literal;
    EventDate "eventdate" "eventdate" [] Some("event-date"), Date;
    Series "series" "series" [] Some("collection-title"), Literal;
    Edition "edition" "edition" [] Some("edition"), Literal;
    Date "date" "year" [] Some("issued"), Date;
    OrigDate "origdate" "origdate" ["origyear"] Some("original-date"), Date;
    Volume "volume" "volume" [] Some("volume"), Literal;
    Volumes "volumes" "volumes" [] Some("number-of-volumes"), Literal;
    Part "part" "part" [] Some("part"), Literal;
    Number "number" "number" [] Some("issue"), Literal;
    Issue "issue" "issue" [] None, Literal;
    Chapter "chapter" "chapter" ["section"] Some("chapter-number"), Literal;
    Pages "pages" "pages" ["page"] Some("page"), Pages;
    Eid "eid" "eid" ["articleno" "article-number" "article_number" "articlenumber"] Some("number"), Literal;
    PageTotal "pagetotal" "pagetotal" ["numpages" "num_pages"] Some("number-of-pages"), Literal;
    Publisher "publisher" "publisher" [] Some("publisher"), List;
    Location "location" "address" ["publisher-place"] Some("publisher-place"), List;
    Institution "institution" "institution" ["school" "university"] Some("publisher"), List;
    Organization "organization" "organization" ["organisation"] Some("publisher"), List;
    HowPublished "howpublished" "howpublished" [] None, Literal;
    Type "type" "type" [] Some("genre"), Literal;
    Version "version" "version" [] Some("version"), Literal;
    PubState "pubstate" "pubstate" [] Some("status"), Literal;
    Doi "doi" "doi" [] Some("DOI"), Verbatim;
    Eprint "eprint" "eprint" ["arxivid" "arxiv"] None, Verbatim;
    EprintType "eprinttype" "archiveprefix" ["eprinttype"] None, Literal;
    EprintClass "eprintclass" "primaryclass" ["eprintclass"] None, Literal;
    Pmid "pmid" "pmid" ["pubmed"] Some("PMID"), Verbatim;
    Pmcid "pmcid" "pmcid" ["pmc"] Some("PMCID"), Verbatim;
    Isbn "isbn" "isbn" ["isbn-13" "isbn13" "isbn-10" "isbn10"] Some("ISBN"), List;
    Issn "issn" "issn" [] Some("ISSN"), List;
    Url "url" "url" ["link"] Some("URL"), Verbatim;
    UrlDate "urldate" "urldate" ["lastchecked" "accessed" "lastaccessed"] Some("accessed"), Date;
    Language "langid" "language" ["langid" "hyphenation"] Some("language"), Literal;
    OrigLanguage "origlanguage" "origlanguage" [] None, Literal;
    Keywords "keywords" "keywords" ["keyword"] Some("keyword"), Keywords;
    Abstract "abstract" "abstract" [] Some("abstract"), Literal;
    Note "note" "note" [] Some("note"), Literal;
    Annotation "annotation" "annote" ["annotation"] Some("annote"), Literal;
    Addendum "addendum" "addendum" [] None, Literal;
    Rights "rights" "copyright" ["rights"] None, Literal;
    CallNumber "library" "callnumber" ["call-number"] Some("call-number"), Literal;
    Database "database" "database" [] Some("source"), Literal;
    AccessionNumber "accessionnumber" "accessionnumber" ["accession-number" "unique-id"] None, Verbatim;
    Affiliation "affiliation" "affiliation" ["affiliations"] None, Literal;
    File "file" "file" ["pdf"] None, Verbatim;
}

impl Field {
    /// What is known of the field.
    pub fn spec(self) -> &'static FieldSpec {
        &FIELDS[self as usize]
    }

    /// The name in BibLaTeX, also used in diagnostics.
    pub fn name(self) -> &'static str {
        self.spec().biblatex
    }

    /// The kind of value it holds.
    pub fn kind(self) -> Kind {
        self.spec().kind
    }

    /// The field a .bib file means by `name`, any case, aliases included. `journal`, `year` and
    /// the like are found under their classic names; `month` and `day` are parts of the date and
    /// no fields of their own.
    ///
    /// ```
    /// use bibsift::model::Field;
    /// assert_eq!(Field::from_bib("Journal"), Some(Field::JournalTitle));
    /// assert_eq!(Field::from_bib("mendeley-tags"), None);
    /// ```
    pub fn from_bib(name: &str) -> Option<Self> {
        static INDEX: LazyLock<NameIndex<Field>> = LazyLock::new(|| {
            let names = FIELDS.iter().flat_map(|spec| {
                let own = [spec.biblatex, spec.bibtex];
                own.into_iter()
                    .chain(spec.aliases.iter().copied())
                    .map(|name| (name, spec.field))
            });
            NameIndex::new(names)
        });
        INDEX.get(name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeMap;

    #[test]
    fn the_table_is_in_the_order_of_the_enum() {
        for (at, spec) in FIELDS.iter().enumerate() {
            assert_eq!(spec.field as usize, at, "{}", spec.biblatex);
        }
    }

    #[test]
    fn a_name_means_one_field() {
        let mut owner: BTreeMap<&str, Field> = BTreeMap::new();
        for spec in FIELDS {
            for name in [spec.biblatex, spec.bibtex].iter().chain(spec.aliases) {
                let first = owner.entry(name).or_insert(spec.field);
                assert_eq!(*first, spec.field, "{name}");
            }
        }
    }
}

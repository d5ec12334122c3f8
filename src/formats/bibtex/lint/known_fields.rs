//! The names of fields that some data model, style or program has.

use std::sync::LazyLock;

use crate::model::lookup::NameIndex;
use crate::model::{FIELDS, Field};

/// Fields of the two data models that have no place in ours.
#[rustfmt::skip]
const OF_MODELS: &[&str] = &[
    "afterword", "annotator", "authortype", "bookpagination", "booktitleaddon", "commentator", "crossref",
    "day", "editorb", "editorc", "editortype", "editoratype", "editorbtype", "editorctype", "entryset",
    "entrysubtype", "eventtitleaddon", "execute", "foreword", "gender", "ids", "indexsorttitle",
    "indextitle", "introduction", "isan", "ismn", "isrn", "issuesubtitle", "issuetitleaddon", "iswc",
    "journaltitleaddon", "key", "label", "langidopts", "mainsubtitle", "maintitleaddon", "month",
    "nameaddon", "nameatype", "nameb", "namec", "namea", "options", "origlocation", "origpublisher",
    "pagination", "presort", "related", "relatedoptions", "relatedstring", "relatedtype", "reprinttitle",
    "shortauthor", "shorteditor", "shorthand", "shorthandintro", "shortseries", "sortkey", "sortname",
    "sortshorthand", "sorttitle", "sortyear", "xdata", "xref", "year", "usera", "userb", "userc", "userd",
    "usere", "userf", "verba", "verbb", "verbc", "lista", "listb", "listc", "listd", "liste", "listf",
    "endday", "endmonth", "endyear", "urlday", "urlmonth", "urlyear", "origday", "origmonth", "eventday",
    "eventmonth", "eventyear", "hyphenation", "annote", "bookauthor", "version", "chapter", "number",
];

/// Fields that programs, databases and styles write or read beside those.
#[rustfmt::skip]
const OF_PROGRAMS: &[&str] = &[
    // Reference managers.
    "__markedentry", "owner", "timestamp", "groups", "creationdate", "modificationdate", "comment",
    "comments", "review", "readstatus", "read", "ranking", "rating", "relevance", "printed", "priority",
    "qualityassured", "quality", "search", "file", "localfile", "local", "pdf", "ps", "psurl", "pdfurl", "attachments",
    "username", "citationkey", "citekey", "bibtexkey", "bibsource", "biburl", "interhash", "intrahash",
    "added", "dateadded", "datemodified", "date_added", "refid", "tags", "tag", "abstractnote", "notes",
    "shortname", "nickname", "translatedtitle", "translated", "transtitle", "originaltitle", "alttitle", "altjournal",
    "journalabbr", "journalabbrev", "journalabbreviation", "abbrev", "abbrevjournal", "abbreviation",
    "abbr", "shortbooktitle", "shortpublisher", "labelyear", "labelname", "journalurl", "sequence", "keyword", "project",
    "paper", "url1", "url2", "urls", "link", "links", "web", "website", "webpage", "homepage", "lastaccess",
    "lastvisited", "lastaccessdate", "accessdate", "accessed", "dateaccessed", "retrieved", "visited",
    // Databases.
    "source", "sourceid", "document", "documenttype", "documentnumber", "coden", "sici", "pii", "abbrevsourcetitle",
    "correspondenceaddress", "authorkeywords", "fundingdetails", "funding", "fundingtext", "fund", "references",
    "manufacturers", "tradenames", "molecularseqnumbers", "chemicalscas", "editorialboard", "sponsors",
    "sponsor", "conferencedate", "conferencelocation", "conferencecode", "conferenceid", "bdsk",
    "adsurl", "adsnote", "archive", "archivedate", "archiveurl", "slaccitation", "reportnumber", "reportno",
    "collaboration", "mrclass", "mrnumber", "mrreviewer", "mr", "zblnumber", "zbl", "zmnumber", "zbmath",
    "fjournal", "lccn", "oclc", "ocn", "jstor", "jstor_issuetitle", "jstor_articletype",
    "bibcode", "acmid", "articleno", "numpages", "issue_date", "acronym", "isbnten", "isbnthirteen",
    "eissn", "pissn", "issnprint", "issnonline", "issnl", "eisbn", "hdl", "handle", "urn", "uri", "arxiv",
    "arxivid", "biorxiv", "s2id", "corpusid", "openalex", "mag", "wos", "scopus", "pubmedid", "pmid", "pmcid",
    "asin", "ean", "upc", "nihms", "nihmsid", "repec", "ssrn", "inspire", "hal", "halid",
    "hal_id", "hal_version", "x", "gendate", "recid", "dblp", "ee", "cdrom", "cited", "citations",
    "citedby", "timescited", "citationcount", "impact", "impactfactor", "researchareas", "language",
    "webofsciencecategories", "earlyaccessdate", "usagecount", "affiliation", "affiliations", "email",
    "emails", "orcid", "orcids", "orcidnumbers", "researcheridnumbers", "dataavailability", "license",
    "licence", "copyright", "rights", "subject", "subjects", "topic", "topics", "field", "fields", "classification", "lcc", "ddc", "dewey",
    "category", "categories", "class", "mesh", "meshterms", "genre", "format", "medium", "media", "mediatype",
    "size", "price", "physical", "toc", "contents", "summary", "blurb", "description", "extra", "misc",
    "subset", "cois", "stat", "dcom", "edat", "mhda", "crdt", "phst", "ptyp", "auid", "irad", "lid",
    "jid", "pst", "own", "dep", "rn", "fau", "fir", "gr", "oto", "pubm", "cstr", "repo", "filename", "preprint", "arxivcategories",
    // Styles.
    "earlyaccess", "bookseries", "bibliography", "bibauthor", "advisor", "adviser", "supervisor", "committee", "examiner",
    "school", "department", "faculty", "division", "degree", "course", "city", "country", "state",
    "region", "place", "venue", "when", "where", "day", "dayfiled", "monthfiled", "yearfiled", "nationality",
    "assignee", "intype", "lastchecked", "lastaccessed", "urldate", "bstctl", "ctlalt_stretch_factor",
    "ctluse_forced_etal", "ctlmax_names_forced_etal", "ctlnames_show_etal", "ctluse_alt_spacing", "ctldash_repeated_names",
    "ctluse_article_number", "ctluse_paper", "ctluse_url", "ctlname_format_string",
    "ctlname_latex_cmd", "ctlname_url_prefix", "checked", "lang", "revision", "edition", "cartographer", "scale",
    "director", "producer", "artist", "composer", "performer", "interviewer", "recipient", "conductor", "distributor",
    "studio", "inventor", "applicant", "court", "docket", "reporter", "jurisdiction", "cited_by",
    "meeting", "conference", "workshop", "eventname", "organiser", "organizer", "translator", "collaborator",
    "shortjournal", "reprint", "reprinted", "newspaper", "magazine", "blog", "forum", "post", "thread", "repository", "swhid", "commit",
    // Web pages made of .bib files.
    "bibtex_show", "preview", "selected", "html", "slides", "poster", "video", "videos", "code", "data", "dataset",
    "demo", "talk", "blogpost", "supp", "supplement", "supplementary", "award", "awards", "award_name", "honor", "additional_info",
    "altmetric", "dimensions", "google_scholar_id", "inspirehep_id", "annotation", "image", "thumbnail", "thumb", "img", "cover",
    "software", "github", "git", "bib", "bibtex", "resources", "press", "media_coverage", "twitter", "authorizer", "equal", "featured", "highlight", "projects", "appendix", "presentation", "recording",
    "nonotes", "internal", "status", "pubstate", "remark", "remarks", "todo", "hidden", "private", "visible",
];

/// The names of the two data models.
pub(super) fn of_models() -> impl Iterator<Item = &'static str> {
    let own = FIELDS.iter().flat_map(|spec| [spec.biblatex, spec.bibtex]);
    own.chain(OF_MODELS.iter().copied())
}

/// Whether anything known has a field of this name, in any case.
pub(super) fn is_known(name: &str) -> bool {
    static KNOWN: LazyLock<NameIndex<()>> = LazyLock::new(|| {
        NameIndex::new(OF_MODELS.iter().chain(OF_PROGRAMS).map(|name| (*name, ())))
    });
    // Databases write codes of two letters, or in capitals.
    let code =
        name.len() < 3 || name.bytes().all(|byte| !byte.is_ascii_lowercase()) && name.len() < 5;
    // Programs number the fields they make: `url2`, `keywords1`.
    let bare = name.trim_end_matches(|c: char| c.is_ascii_digit());
    code || [name, bare]
        .iter()
        .any(|name| Field::from_bib(name).is_some() || KNOWN.get(name).is_some())
}

//! The sites whose pages are read, one file each.
//!
//! A site's file says how its pages are laid out and what their traps are, and holds samples of them
//! with the records they give, which are run as tests. Most pages are read by what the general reader
//! knows of labels, citations and places; a page that only its site lays out so has a function of its
//! own here. `scite`, `sciencegate` and `cn_aggregator` are layouts of their own, since their pages
//! must be told before a text is cut.
//!
//! To add a site: a file, its samples in `samples` (a page, and beside it the records as
//! `bibsift clean --to biblatex` writes them), and two adjacent lines here (`mod`, and its entry in
//! [`SITES`]).

mod accesson;
mod acm;
mod airiti;
mod arxiv;
mod baidu_scholar;
mod biorxiv;
mod booksci;
mod cairn;
mod cbpt_cnki;
mod chinese_publishers;
mod cinii;
pub(super) mod cn_aggregator;
mod cnki_cite_box;
mod cnki_list;
mod cord;
mod cqvip;
mod crossref_search;
mod cyberleninka;
mod dblp;
mod dbpia;
mod dergipark;
mod dialnet;
mod doaj;
mod earticle;
mod elibrary;
mod entity_list;
mod eric;
mod europe_pmc;
pub(super) mod google_scholar;
mod google_scholar_profile;
mod hal;
mod ieee_xplore;
mod jstage_article;
mod jstage_contents;
mod jstor;
mod koreascience;
mod letter_split_pdf;
mod mdpi;
mod mojibake_list;
mod nature;
mod nstl;
mod ojs;
mod openedition;
mod ouci;
mod philpapers;
mod pmc;
mod pubmed_list;
pub(super) mod pubmed_page;
mod researchgate;
mod riss;
mod russian_articles;
mod scielo;
mod sciencedirect;
pub(super) mod sciencegate;
pub(super) mod scite;
mod scopus;
mod semantic_scholar;
mod springer;
mod ssrn;
mod suppr;
mod taylor_francis;
mod web_of_science;
mod wikipedia;
mod x_mol;
mod zbmath;

use super::draft::Draft;
use crate::doc::Doc;
use crate::source::Span;

/// A site whose pages are read.
#[derive(Debug)]
pub struct Site {
    /// Its documentation. The examples are pages of it, and the records they give as BibLaTeX.
    pub doc: Doc,
    /// Reads a page that only this site lays out so, blank lines left out; gives nothing for any
    /// other. [`None`] where the general reader knows all of its pages.
    pub(super) read: Option<Read>,
}

/// Reads the lines of a page.
type Read = fn(&str, &[Span]) -> Vec<Draft>;

/// Every site, in the order their own readers are tried.
pub static SITES: &[&Site] = &[
    &google_scholar::SITE,
    &baidu_scholar::SITE,
    &arxiv::SITE,
    &eric::SITE,
    &airiti::SITE,
    &philpapers::SITE,
    &europe_pmc::SITE,
    &doaj::SITE,
    &crossref_search::SITE,
    &zbmath::SITE,
    &dblp::SITE,
    &ssrn::SITE,
    &cinii::SITE,
    &riss::SITE,
    &ouci::SITE,
    &cqvip::SITE,
    &nstl::SITE,
    &chinese_publishers::SITE,
    &cbpt_cnki::SITE,
    &cnki_list::SITE,
    &cnki_cite_box::SITE,
    &x_mol::SITE,
    &booksci::SITE,
    &suppr::SITE,
    &cyberleninka::SITE,
    &russian_articles::SITE,
    &elibrary::SITE,
    &jstage_contents::SITE,
    &jstage_article::SITE,
    &scielo::SITE,
    &pmc::SITE,
    &pubmed_list::SITE,
    &pubmed_page::SITE,
    &google_scholar_profile::SITE,
    &koreascience::SITE,
    &earticle::SITE,
    &accesson::SITE,
    &cord::SITE,
    &springer::SITE,
    &nature::SITE,
    &mdpi::SITE,
    &ieee_xplore::SITE,
    &acm::SITE,
    &sciencedirect::SITE,
    &researchgate::SITE,
    &semantic_scholar::SITE,
    &hal::SITE,
    &openedition::SITE,
    &cairn::SITE,
    &web_of_science::SITE,
    &scopus::SITE,
    &jstor::SITE,
    &ojs::SITE,
    &dergipark::SITE,
    &wikipedia::SITE,
    &dbpia::SITE,
    &dialnet::SITE,
    &taylor_francis::SITE,
    &biorxiv::SITE,
    &letter_split_pdf::SITE,
    &mojibake_list::SITE,
    &entity_list::SITE,
];

/// The works of a page that only its site lays out so; empty for any other.
pub(super) fn read(text: &str, lines: &[Span]) -> Vec<Draft> {
    SITES
        .iter()
        .filter_map(|site| site.read)
        .map(|read| read(text, lines))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}

/// A page in `samples`, and the records it gives.
macro_rules! sample {
    ($name:literal) => {
        (
            include_str!(concat!("samples/", $name, ".txt")),
            include_str!(concat!("samples/", $name, ".bib")),
        )
    };
}
use sample;

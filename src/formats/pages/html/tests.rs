//! Pages of each kind, read whole.

use super::*;
use crate::formats::Likelihood;
use crate::model::{EntryType, Field, Role};
use crate::source::SourceId;

fn records(text: &str) -> Vec<Record> {
    let source = Source::new(SourceId(0), "page.html", text);
    let mut findings = Findings::default();
    let raw = read(&source, &mut findings);
    (0..raw.records.len())
        .map(|at| lower(&source, &raw, at, &mut findings))
        .collect()
}

fn place(text: &str, record: &Record, field: Field) -> String {
    let tracked = record.tracked(field).unwrap();
    tracked.provenance.place.span.of(text).to_owned()
}

const PUBLISHER: &str = include_str!("samples/publisher.html");

#[test]
fn the_page_of_a_publisher_gives_its_article_and_its_references() {
    assert_eq!(sniff::sniff(PUBLISHER), Likelihood::Certain);
    let found = records(PUBLISHER);
    assert_eq!(found.len(), 4);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Article);
    assert_eq!(
        own.text(Field::Title),
        Some("Peer support & recovery: a “mixed” study")
    );
    assert_eq!(
        place(PUBLISHER, own, Field::Title),
        "Peer support &amp; recovery: a &ldquo;mixed&rdquo; study"
    );
    let names: Vec<String> = own
        .names(Field::Author)
        .iter()
        .map(crate::model::Name::sorted)
        .collect();
    assert_eq!(names, ["Okafor, Adaeze", "van der Berg, Jan"]);
    assert_eq!(
        own.names(Field::Author)[0].about,
        [
            (
                "affiliation".to_owned(),
                "University of Leeds; Leeds Teaching Hospitals".to_owned()
            ),
            ("ORCID".to_owned(), "0000-0002-1825-0097".to_owned()),
        ]
    );
    assert_eq!(own.date(Field::Date).unwrap().to_string(), "2019-05-17");
    assert_eq!(own.text(Field::Pages), Some("101-119"));
    assert_eq!(own.text(Field::Doi), Some("10.1234/jmh.2019.0042"));
    assert_eq!(
        own.get(Field::Issn).unwrap().to_string(),
        "0963-8237; 1360-0567"
    );
    assert_eq!(
        own.get(Field::Keywords).unwrap().to_string(),
        "peer support; recovery; mixed methods"
    );
    assert_eq!(own.text(Field::Rights), Some("CC BY 4.0"));
    let reference = &found[1];
    assert_eq!(reference.role, Role::Reference);
    assert_eq!(
        reference.text(Field::Title),
        Some("Recovery from mental illness")
    );
    assert_eq!(reference.text(Field::Pages), Some("11-23"));
    assert_eq!(reference.names(Field::Author).len(), 1);
    assert_eq!(found[2].names(Field::Author).len(), 2);
    assert_eq!(found[3].year(), Some(2001));
}

#[test]
fn the_page_of_a_repository_gives_its_thesis() {
    let text = include_str!("samples/repository.html");
    let found = records(text);
    assert_eq!(found.len(), 1);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Thesis);
    assert_eq!(own.text(Field::Title), Some("Soins et rétablissement"));
    assert_eq!(own.text(Field::TitleAddon), Some("Care and recovery"));
    assert_eq!(own.names(Field::Author)[0].family, "Dubois");
    assert_eq!(own.year(), Some(2014));
    assert_eq!(own.text(Field::Url), Some("http://hdl.handle.net/1234/567"));
}

#[test]
fn the_page_of_an_open_journal_gives_one_record_of_both_descriptions() {
    let text = include_str!("samples/open_journal.html");
    let found = records(text);
    assert_eq!(found.len(), 1);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Article);
    assert_eq!(own.text(Field::Title), Some("Peran dukungan sebaya"));
    assert_eq!(
        own.text(Field::TitleAddon),
        Some("The role of peer support")
    );
    assert_eq!(own.text(Field::JournalTitle), Some("Jurnal Kesehatan"));
    assert_eq!(own.text(Field::Pages), Some("12-20"));
    assert_eq!(own.text(Field::Abstract), Some("Abstrak penelitian."));
    assert_eq!(own.names(Field::Author).len(), 2);
}

#[test]
fn json_ld_of_an_article_gives_issue_volume_and_journal() {
    let text = include_str!("samples/scholarly_ld.html");
    let found = records(text);
    assert_eq!(found.len(), 2);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Article);
    assert_eq!(
        own.text(Field::JournalTitle),
        Some("Community Care Journal")
    );
    assert_eq!(
        (own.text(Field::Volume), own.text(Field::Number)),
        (Some("55"), Some("3"))
    );
    assert_eq!(own.text(Field::Pages), Some("301-315"));
    assert_eq!(own.text(Field::Doi), Some("10.1234/ccj.55.3"));
    assert_eq!(own.get(Field::Issn).unwrap().to_string(), "1573-2789");
    let names = own.names(Field::Author);
    assert_eq!(
        (names[0].family.as_str(), names[0].given.as_str()),
        ("Núñez", "Inés")
    );
    assert_eq!(names[0].about[0].1, "0000-0002-1825-0097");
    assert!(names[1].literal && names[1].family == "Recovery Research Group");
    assert_eq!(place(text, own, Field::Volume), "55");
    assert_eq!(found[1].role, Role::Reference);
}

#[test]
fn json_ld_of_news_follows_names_in_its_graph() {
    let text = include_str!("samples/news_ld.html");
    let found = records(text);
    assert_eq!(found.len(), 1);
    let own = &found[0];
    assert_eq!(own.entry_type, EntryType::Newspaper);
    assert_eq!(own.text(Field::Title), Some("Clinic opens its doors"));
    assert_eq!(own.names(Field::Author)[0].family, "Marsh");
    assert_eq!(own.text(Field::Publisher), Some("The Daily Example"));
    assert_eq!(own.date(Field::Date).unwrap().to_string(), "2021-03-04");
    assert_eq!(
        own.text(Field::Url),
        Some("https://news.example.org/clinic")
    );
}

#[test]
fn each_coins_of_a_list_is_a_record() {
    let text = include_str!("samples/coins_list.html");
    let found = records(text);
    assert_eq!(found.len(), 3);
    assert!(found.iter().all(|record| record.role == Role::Primary));
    let [article, chapter, thesis] = &found[..] else {
        panic!()
    };
    assert_eq!(article.entry_type, EntryType::Article);
    assert_eq!(article.names(Field::Author).len(), 2);
    assert_eq!(article.text(Field::Pages), Some("15-31"));
    assert_eq!(article.text(Field::Doi), Some("10.1234/abc"));
    assert_eq!(chapter.entry_type, EntryType::InCollection);
    assert_eq!(chapter.text(Field::BookTitle), Some("Handbook of Care"));
    assert_eq!(thesis.entry_type, EntryType::Thesis);
    assert_eq!(thesis.text(Field::Title), Some("Übergänge"));
}

#[test]
fn boxes_of_bibtex_and_ris_are_read_and_lead_back_to_the_page() {
    let text = include_str!("samples/bibtex_box.html");
    let found = records(text);
    assert_eq!(found.len(), 2);
    assert_eq!(found[0].text(Field::Title), Some("Soil & water"));
    assert_eq!(found[0].key, "ito2001");
    assert_eq!(place(text, &found[0], Field::Volume), "{7}");
    assert_eq!(found[1].text(Field::Title), Some("Rain"));
    assert_eq!(place(text, &found[1], Field::Title), "Rain");
}

#[test]
fn the_text_of_a_page_that_says_nothing_to_machines_is_read() {
    let text = "<html><body><nav><a>Home</a></nav><h1>On Growth &amp; Form</h1><table><tr><td>Title:</td><td>On Growth &amp; Form</td></tr></table><p>Title: On Growth &amp; Form<br>Author: Thompson, D&#39;Arcy W.<br>Year: 1917</p></body></html>";
    let found = records(text);
    assert_eq!(found.len(), 1);
    assert_eq!(found[0].text(Field::Title), Some("On Growth & Form"));
    assert_eq!(found[0].names(Field::Author)[0].family, "Thompson");
    assert_eq!(
        place(text, &found[0], Field::Author),
        "Thompson, D&#39;Arcy W."
    );
}

#[test]
fn broken_json_ld_is_reported_where_it_breaks_and_the_rest_goes_on() {
    let text = "<script type='application/ld+json'>\n{\"@type\": \"Book\", \"name\": \"Trees\", author: 1}</script>\n<script type=application/ld+json>{\"@type\":\"Book\",\"name\":\"Birds\"}</script>";
    let source = Source::new(SourceId(0), "page.html", text);
    let mut findings = Findings::default();
    let raw = read(&source, &mut findings);
    assert_eq!(raw.records.len(), 2);
    let fault = &findings.kept()[0];
    assert_eq!(fault.fault.id, "json-ld-syntax");
    assert_eq!(fault.place.span.of(text), "a");
    let at = crate::source::LineIndex::new(text).line_column(text, fault.place.span.start);
    assert_eq!((at.line, at.column), (2, 36));
}

#[test]
fn hostile_pages_take_one_pass() {
    let many = "<span class=Z3988 title='rft.btitle=A&amp;rft.au=B'></span>".repeat(2_000);
    assert_eq!(records(&many).len(), 1, "the same work again");
    let title = "word ".repeat(100_000);
    let page = format!("<meta name=citation_title content='{title}'>{many}");
    assert_eq!(records(&page).len(), 2_001);
    assert!(records(&"<div><pre>".repeat(50_000)).is_empty());
    assert!(records(&"<script type='application/ld+json'>[".repeat(10_000)).is_empty());
    records(&"<meta name='citation_author' content='A; B; C'".repeat(10_000));
    records(
        &"<meta name=citation_title content=x><meta name='citation_author' content='A; B; C'>"
            .repeat(10_000),
    );
}

#[test]
fn pages_without_a_work_give_none() {
    for text in [
        "",
        "<html><head><meta name=citation_title content=''><meta name='DC.title' content='Home'></head></html>",
        "<!doctype html><body><nav>Home</nav><button>Log in</button>",
    ] {
        assert!(records(text).is_empty(), "{text}");
    }
}

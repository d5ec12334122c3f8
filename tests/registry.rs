//! Holds the tables of the library to their shape: what a table's folder defines stands in the
//! table, no id repeats over all tables, and no part of a documentation is empty.

#![allow(
    clippy::expect_used,
    reason = "a source tree that cannot be read should stop the test"
)]

#[path = "support/rust_source.rs"]
mod rust_source;

use bibsift::dedup::merge::MERGE_RULES;
use bibsift::dedup::vetoes::VETOES;
use bibsift::dedup::{BLOCKING_RULES, COMPARISONS, POLICIES};
use bibsift::doc::Doc;
use bibsift::formats::FORMATS;
use bibsift::formats::bibtex::lint::LINTS;
use bibsift::formats::pages::{LAYOUTS, SITES};
use bibsift::pipeline::check;
use bibsift::pipeline::explain::topics;
use bibsift::pipeline::faults;
use bibsift::rules::RULES;
use rust_source::{Kind, Token};
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A table as the test sees it.
struct Table {
    /// Its name, as messages give it.
    name: &'static str,
    /// The folder below `src` that defines its entries.
    folder: &'static str,
    /// The type of an entry's static.
    entry: &'static str,
    /// The documentation of its entries.
    docs: Vec<&'static Doc>,
    /// Whether an entry without examples is a fault.
    examples: bool,
}

/// Every table of the library.
fn tables() -> Vec<Table> {
    let table = |name, folder, entry, docs| Table {
        name,
        folder,
        entry,
        docs,
        examples: false,
    };
    vec![
        Table {
            examples: true,
            ..table("RULES", "rules", "Rule", docs(RULES, |rule| &rule.doc))
        },
        table(
            "FORMATS",
            "formats",
            "Format",
            docs(FORMATS, |format| &format.doc),
        ),
        table(
            "the faults of FORMATS",
            "formats",
            "Doc",
            FORMATS
                .iter()
                .flat_map(|format| format.faults)
                .copied()
                .collect(),
        ),
        table(
            "the losses of FORMATS",
            "formats",
            "Loss",
            FORMATS
                .iter()
                .filter_map(|format| format.write.as_ref())
                .flat_map(|writer| writer.losses)
                .map(|loss| &loss.doc)
                .collect(),
        ),
        table(
            "LAYOUTS",
            "formats/pages",
            "Layout",
            docs(LAYOUTS, |layout| &layout.doc),
        ),
        Table {
            examples: true,
            ..table(
                "SITES",
                "formats/pages/sites",
                "Site",
                docs(SITES, |site| &site.doc),
            )
        },
        table(
            "FAULTS",
            "pipeline",
            "Doc",
            [faults::FAULTS, check::faults::FAULTS].concat(),
        ),
        Table {
            examples: true,
            ..table(
                "LINTS",
                "formats/bibtex/lint",
                "Lint",
                docs(LINTS, |lint| &lint.doc),
            )
        },
        table(
            "BLOCKING_RULES",
            "dedup",
            "BlockingRule",
            docs(BLOCKING_RULES, |rule| &rule.doc),
        ),
        table(
            "COMPARISONS",
            "dedup",
            "Comparison",
            docs(COMPARISONS, |one| &one.doc),
        ),
        table(
            "VETOES",
            "dedup",
            "Veto",
            VETOES.iter().map(|veto| &veto.doc).collect(),
        ),
        table(
            "POLICIES",
            "dedup",
            "Policy",
            docs(POLICIES, |policy| &policy.doc),
        ),
        table(
            "MERGE_RULES",
            "dedup",
            "MergeRule",
            docs(MERGE_RULES, |rule| &rule.doc),
        ),
    ]
}

/// The documentation of a table's entries.
fn docs<T>(table: &[&'static T], doc: fn(&'static T) -> &'static Doc) -> Vec<&'static Doc> {
    table.iter().map(|entry| doc(entry)).collect()
}

#[test]
fn every_entry_a_folder_defines_is_listed() {
    let src = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut faults = String::new();
    for table in tables() {
        for path in rust_source::files_below(&src.join(table.folder)) {
            let source = fs::read_to_string(&path).expect("source files are UTF-8");
            let (tokens, _) = rust_source::without_tests(&rust_source::tokens(&source));
            let file = path.strip_prefix(&src).unwrap_or(&path).display();
            for (name, id) in statics(&tokens, table.entry) {
                let Some(id) = id else {
                    let _ = writeln!(faults, "src/{file}: `{name}` writes no id of its own");
                    continue;
                };
                if !table.docs.iter().any(|doc| doc.id == id) {
                    let _ = writeln!(
                        faults,
                        "src/{file}: `{name}` (`{id}`) is not listed in {}",
                        table.name,
                    );
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn no_id_repeats_over_all_tables() {
    let mut faults = String::new();
    let mut seen: BTreeMap<&str, (&'static Doc, &str)> = BTreeMap::new();
    for table in tables() {
        for doc in table.docs {
            // Formats with one reader share its faults.
            if let Some((before, name)) = seen.insert(doc.id, (doc, table.name))
                && !std::ptr::eq(before, doc)
            {
                let _ = writeln!(faults, "`{}` is in {name} and in {}", doc.id, table.name);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn every_entry_can_be_explained() {
    let mut faults = String::new();
    for table in tables() {
        for doc in table.docs {
            if !topics().any(|topic| std::ptr::eq(topic.doc, doc)) {
                let _ = writeln!(faults, "`{}` of {} is no topic", doc.id, table.name);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

#[test]
fn no_part_of_a_documentation_is_empty() {
    let mut faults = String::new();
    for table in tables() {
        for doc in table.docs {
            for fault in faults_of(doc, table.examples) {
                let _ = writeln!(faults, "{}: `{}`: {fault}", table.name, doc.id);
            }
        }
    }
    assert!(faults.is_empty(), "\n{faults}");
}

/// What is wrong with a documentation.
fn faults_of(doc: &Doc, examples: bool) -> Vec<&'static str> {
    let blank = |text: &str| text.trim().is_empty();
    let checks = [
        (!is_kebab(doc.id), "the id is not in kebab case"),
        (blank(doc.summary), "the summary is empty"),
        (
            doc.summary.contains('\n'),
            "the summary is longer than a line",
        ),
        (doc.summary.ends_with('.'), "the summary ends in a stop"),
        (blank(doc.why), "the why is empty"),
        (doc.sources.is_empty(), "no source is given"),
        (
            doc.sources.iter().any(|source| blank(source)),
            "a source is empty",
        ),
        (examples && doc.examples.is_empty(), "no example is given"),
        (
            doc.examples.iter().any(|(before, _)| blank(before)),
            "an example begins with nothing",
        ),
    ];
    checks
        .into_iter()
        .filter_map(|(wrong, fault)| wrong.then_some(fault))
        .collect()
}

/// Whether `id` is words of lower-case letters and digits with single hyphens between.
fn is_kebab(id: &str) -> bool {
    id.split('-').all(|word| {
        !word.is_empty()
            && word
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
    })
}

/// The statics of type `entry` in `tokens`: their name, and the first string after `id:`.
fn statics(tokens: &[Token], entry: &str) -> Vec<(String, Option<String>)> {
    let mut found = Vec::new();
    for (at, window) in tokens.windows(4).enumerate() {
        let [keyword, name, colon, first] = window else {
            continue;
        };
        if !keyword.is_word("static") || !colon.is_mark(':') || first.is_mark('&') {
            continue;
        }
        let Some(name) = name.word() else { continue };
        let ends = |token: &Token| token.is_mark(';');
        let item = &tokens[at..];
        let item = &item[..item.iter().position(ends).unwrap_or(item.len())];
        let typed = item
            .split(|token| token.is_mark('='))
            .next()
            .unwrap_or_default();
        if !typed.last().is_some_and(|token| token.is_word(entry)) {
            continue;
        }
        let id = item.windows(3).find_map(|window| match &window[2].kind {
            Kind::Text(text) if window[0].is_word("id") && window[1].is_mark(':') => {
                Some(text.clone())
            }
            _ => None,
        });
        found.push((name.to_owned(), id));
    }
    found
}

#[test]
fn statics_are_found_by_their_type() {
    let source = r#"
        /// pub static COMMENT: Rule = Rule { doc: Doc { id: "comment" } };
        pub static RULE: Rule = Rule { doc: Doc { id: "doi-as-url", summary: "a; b" }, run };
        pub static OTHER: crate::rules::Rule = make();
        pub static RULES: &[&Rule] = &[&RULE];
        static DOC: Doc = Doc { id: "not-a-rule" };
    "#;
    assert_eq!(
        statics(&rust_source::tokens(source), "Rule"),
        [
            ("RULE".to_owned(), Some("doi-as-url".to_owned())),
            ("OTHER".to_owned(), None),
        ],
    );
}

#[test]
fn kebab_case_is_lower_case_words_with_single_hyphens() {
    assert!(is_kebab("doi-as-url") && is_kebab("ris") && is_kebab("gbt-7714"));
    for wrong in ["", "Doi", "doi_url", "-doi", "doi-", "doi--url", "doi url"] {
        assert!(!is_kebab(wrong), "{wrong}");
    }
}

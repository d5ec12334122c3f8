use super::*;
use crate::dedup::features;
use crate::model::{EntryType, Field, Record};

fn record(fields: &[(Field, &str)]) -> Record {
    let mut record = Record::new(EntryType::Article, Record::default().place);
    for (field, text) in fields {
        record.put(*field, *text);
    }
    record
}

fn outcome(records: &[Record]) -> Outcome {
    let features: Vec<Features> = records.iter().map(features).collect();
    run(&features, &Options::default())
}

fn article(
    title: &str,
    author: &str,
    year: &str,
    journal: &str,
    volume: &str,
    pages: &str,
) -> Record {
    record(&[
        (Field::Title, title),
        (Field::Author, author),
        (Field::Date, year),
        (Field::JournalTitle, journal),
        (Field::Volume, volume),
        (Field::Pages, pages),
    ])
}

const LIPIDS: &str = "Intestinal lipoprotein overproduction in insulin-resistant states";

#[test]
fn one_work_from_two_sources_is_one() {
    let found = outcome(&[
        article(
            LIPIDS,
            "Adeli K.Lewis G. F.",
            "2008",
            "Curr Opin Lipidol",
            "19",
            "221-8",
        ),
        article(
            LIPIDS,
            "Adeli, Khosrow; Lewis, Gary F.",
            "2008",
            "Current Opinion in Lipidology",
            "19",
            "221-228",
        ),
    ]);
    assert_eq!(found.cluster, [0, 0]);
    assert_eq!(found.merged.len(), 1);
}

#[test]
fn another_journal_part_kind_or_edition_stays_apart() {
    let base = article(
        LIPIDS,
        "Adeli K",
        "2008",
        "Curr Opin Lipidol",
        "19",
        "221-8",
    );
    let title = |text: &str| {
        article(
            text,
            "Adeli K",
            "2008",
            "Curr Opin Lipidol",
            "19",
            "300-308",
        )
    };
    for other in [
        article(
            LIPIDS,
            "Adeli K",
            "2008",
            "Annals of Medicine",
            "40",
            "12-19",
        ),
        title(&format!("{LIPIDS}: Part II")),
        title(&format!("Erratum to: {LIPIDS}")),
        title("Intestinal lipoprotein overproduction in insulin-sensitive mice"),
    ] {
        assert_eq!(
            outcome(&[base.clone(), other.clone()]).cluster,
            [0, 1],
            "{other:?}"
        );
    }
}

#[test]
fn untitled_records_need_their_place() {
    let untitled = |author: &str, volume: &str, pages: &str| {
        record(&[
            (Field::Author, author),
            (Field::Date, "1994"),
            (Field::JournalTitle, "J Chem"),
            (Field::Volume, volume),
            (Field::Pages, pages),
        ])
    };
    let found = outcome(&[
        untitled("Smith, J.", "12", "100-110"),
        untitled("J. Smith", "12", "100-10"),
        untitled("Smith, J.", "12", "200-210"),
    ]);
    assert_eq!(found.cluster, [0, 0, 2]);
}

#[test]
fn exact_copies_are_one_however_little_they_say() {
    let found = outcome(&[
        record(&[(Field::Date, "1994")]),
        record(&[(Field::Date, "1994")]),
        record(&[(Field::Date, "1995")]),
    ]);
    assert_eq!(found.cluster, [0, 0, 2]);
    assert_eq!(found.copies, [(0, 1)]);
    // Records that say nothing at all are no copies of each other.
    assert_eq!(
        outcome(&[Record::default(), Record::default()]).cluster,
        [0, 1]
    );
}

#[test]
fn an_editorial_begins_on_one_page_of_an_issue_and_a_reply_may_share_it() {
    let item = |title: &str, issue: &str, pages: &str| {
        record(&[
            (Field::Title, title),
            (Field::Author, "Roe, Jane"),
            (Field::Date, "2001"),
            (Field::JournalTitle, "Blood"),
            (Field::Volume, "5"),
            (Field::Number, issue),
            (Field::Pages, pages),
        ])
    };
    let count = |title: &str, issues: [&str; 2], pages: [&str; 2]| {
        let records = [0, 1].map(|at| item(title, issues[at], pages[at]));
        outcome(&records).clusters().len()
    };
    assert_eq!(count("Editorial", ["2", "2"], ["101", "101-102"]), 1);
    for apart in [
        count("Editorial", ["2", "3"], ["101", "101-102"]),
        count("Editorial", ["2", "2"], ["101-103", "101-102"]),
        count("Reply", ["2", "2"], ["101", "101-102"]),
        count("Book review", ["2", "2"], ["101", "101-102"]),
        count("Discussion", ["2", "2"], ["101", "101-102"]),
    ] {
        assert_eq!(apart, 2);
    }
}

#[test]
fn editorials_of_many_volumes_stay_apart_at_linear_cost() {
    let records: Vec<Record> = (0..2_000)
        .map(|n| {
            record(&[
                (Field::Title, "Editorial"),
                (Field::JournalTitle, "Blood"),
                (Field::Volume, &n.to_string()),
            ])
        })
        .collect();
    let found = outcome(&records);
    assert_eq!(found.clusters().len(), records.len());
    assert!(found.tried <= 80 * records.len(), "{}", found.tried);
    assert!(found.compared <= 2 * records.len(), "{}", found.compared);
}

/// Pairs tried of `count` records that share a DOI, or a title, or a first author and year.
fn tried(count: usize, shared: Field) -> usize {
    let records: Vec<Record> = (0..count)
        .map(|n| {
            let own = |field: Field, text: String| {
                if field == shared {
                    "10.1000/growth and form of animals".to_owned()
                } else {
                    text
                }
            };
            let title = format!("Poster {n} of group {}", n * 7919 % 9973);
            record(&[
                (Field::Title, &own(Field::Title, title)),
                (Field::Doi, &own(Field::Doi, format!("10.1000/p{n}"))),
                (Field::Author, &own(Field::Author, format!("Author{n}, A."))),
                (Field::Date, "2001"),
                (Field::JournalTitle, "Blood"),
                (Field::Volume, &n.to_string()),
            ])
        })
        .collect();
    outcome(&records).tried
}

#[test]
fn twice_the_records_are_about_twice_the_pairs() {
    for shared in [Field::Title, Field::Doi, Field::Author] {
        let (once, twice) = (tried(2_000, shared), tried(4_000, shared));
        assert!(
            twice * 10 <= once * 23,
            "{shared:?}: {once} pairs, then {twice}"
        );
    }
}

#[test]
fn a_merge_of_versions_names_its_policy() {
    let mut first = article(
        LIPIDS,
        "Adeli K",
        "2012",
        "Cochrane Database Syst Rev",
        "",
        "",
    );
    first.remove(Field::Volume);
    first.remove(Field::Pages);
    let mut update = first.clone();
    first.put(Field::Doi, "10.1002/14651858.CD007731.pub2");
    update.put(Field::Doi, "10.1002/14651858.CD007731.pub3");
    let found = outcome(&[first, update]);
    assert_eq!(found.cluster, [0, 0]);
    let policies: Vec<(u32, &str)> = found
        .policies
        .iter()
        .map(|(cluster, policy)| (*cluster, policy.doc.id))
        .collect();
    assert_eq!(policies, [(0, "updated-review")]);
}

#[test]
fn releases_pieces_and_data_of_a_work_stay_apart() {
    let made = |entry_type: EntryType, year: &str, pages: &str| {
        let mut one = record(&[
            (Field::Title, LIPIDS),
            (Field::Author, "Adeli K"),
            (Field::Date, year),
        ]);
        one.entry_type = entry_type;
        if !pages.is_empty() {
            one.put(Field::Pages, pages);
        }
        one
    };
    for (a, b) in [
        (
            made(EntryType::Manual, "2020", ""),
            made(EntryType::Manual, "2021", ""),
        ),
        (
            made(EntryType::Book, "1971", ""),
            made(EntryType::InBook, "1971", "19-33"),
        ),
        (
            made(EntryType::Dataset, "1971", ""),
            made(EntryType::Article, "1971", ""),
        ),
        (
            made(EntryType::Book, "1971", ""),
            made(EntryType::Book, "1994", ""),
        ),
    ] {
        assert_eq!(
            outcome(&[a.clone(), b.clone()]).cluster,
            [0, 1],
            "{a:?} {b:?}"
        );
    }
}

#[test]
fn a_hundred_thousand_copies_cost_no_pair() {
    let copy = article(
        LIPIDS,
        "Adeli K",
        "2008",
        "Curr Opin Lipidol",
        "19",
        "221-8",
    );
    let features = vec![features(&copy); 100_000];
    let found = run(&features, &Options::default());
    assert_eq!(found.compared, 0);
    assert_eq!(found.clusters().len(), 1);
}

#[test]
fn records_alike_in_all_that_is_compared_cost_no_pair() {
    let records: Vec<Record> = (0..2_000)
        .map(|n| {
            let mut one = article(
                LIPIDS,
                "Adeli K",
                "2008",
                "Curr Opin Lipidol",
                "19",
                "221-8",
            );
            one.put(Field::Note, format!("copy {n}"));
            one
        })
        .collect();
    let found = outcome(&records);
    assert_eq!(found.compared, 0);
    assert_eq!(found.clusters().len(), 1);
}

/// Thirty works in up to four forms, some of them traps.
fn mixed() -> Vec<Record> {
    let mut records = Vec::new();
    for n in 0..30 {
        let title = format!(
            "Growth of form {} in species {} of genus {}",
            n * 7 % 11,
            n,
            n * 13 % 17
        );
        let volume = (n + 1).to_string();
        records.push(article(
            &title,
            "Thompson, D'Arcy W.",
            "1917",
            "Annals of Form",
            &volume,
            "1-20",
        ));
        records.push(article(
            &title.to_uppercase(),
            "D. W. Thompson",
            "1917",
            "Ann. Form",
            &volume,
            "1-20",
        ));
        records.push(record(&[
            (Field::Title, &title),
            (Field::Author, "Thompson D"),
            (Field::Date, "1917"),
        ]));
        records.push(article(
            &title,
            "Thompson D",
            "1918",
            "Annals of Form",
            "99",
            &format!("{}-{}", n + 300, n + 310),
        ));
    }
    records
}

/// Clusters as sets of places in the original list.
fn sets(order: &[usize]) -> Vec<Vec<usize>> {
    let records = mixed();
    let shuffled: Vec<Record> = order.iter().map(|at| records[*at].clone()).collect();
    let mut sets: Vec<Vec<usize>> = outcome(&shuffled)
        .clusters()
        .into_iter()
        .map(|list| {
            let mut set: Vec<usize> = list.into_iter().map(|at| order[at as usize]).collect();
            set.sort_unstable();
            set
        })
        .collect();
    sets.sort();
    sets
}

#[test]
fn neither_order_nor_threads_change_the_clusters() {
    let straight: Vec<usize> = (0..mixed().len()).collect();
    let reverse: Vec<usize> = straight.iter().rev().copied().collect();
    let mixed_up: Vec<usize> = straight.iter().map(|at| at * 37 % straight.len()).collect();
    let expected = sets(&straight);
    assert!(expected.len() < straight.len());
    assert_eq!(sets(&reverse), expected);
    assert_eq!(sets(&mixed_up), expected);
    for threads in [1, 4] {
        let pool = rayon::ThreadPoolBuilder::new()
            .num_threads(threads)
            .build()
            .unwrap();
        assert_eq!(pool.install(|| sets(&straight)), expected);
    }
}

#[test]
fn preprints_merge_unless_they_are_to_be_kept() {
    let mut preprint = article(LIPIDS, "Adeli K", "2007", "bioRxiv", "", "");
    preprint.remove(Field::Volume);
    preprint.remove(Field::Pages);
    preprint.put(Field::Doi, "10.1101/2007.01.01.123456");
    let mut printed = article(
        LIPIDS,
        "Adeli K",
        "2007",
        "Curr Opin Lipidol",
        "19",
        "221-8",
    );
    printed.put(Field::Doi, "10.1097/mol.0b013e3282ffaf82");
    let features: Vec<Features> = [preprint, printed].iter().map(features).collect();
    assert_eq!(run(&features, &Options::default()).cluster, [0, 0]);
    let keep = Options {
        keep_preprints: true,
        ..Options::default()
    };
    assert_eq!(run(&features, &keep).cluster, [0, 1]);
}

#[test]
fn what_is_decided_wins_over_evidence_and_disturbs_nothing_else() {
    let printed = |volume: &str, pages: &str, note: &str| {
        let mut one = article(
            LIPIDS,
            "Adeli K",
            "2008",
            "Curr Opin Lipidol",
            volume,
            pages,
        );
        one.put(Field::Note, note);
        one
    };
    let records = [
        printed("19", "221-8", "a"),
        printed("19", "221-8", "b"),
        printed("19", "221-8", "b"),
        printed("88", "901-9", "c"),
        article("Editorial", "Roe J", "1999", "Blood", "1", "1"),
    ];
    let features: Vec<Features> = records.iter().map(features).collect();
    let clusters = |links| {
        run_linked(
            &features,
            &Context::of(&features, &Options::default()),
            links,
        )
        .cluster
    };
    assert_eq!(clusters(Links::default()), [0, 0, 0, 3, 4]);
    assert_eq!(clusters(Links::new(5)), [0, 0, 0, 3, 4]);

    // Against two vetoes, and 1 and 2 still join 0.
    let mut links = Links::new(5);
    assert!(links.join(0, 3) && links.join(3, 4));
    assert_eq!(clusters(links), [0, 0, 0, 0, 0]);

    // Exact copies, and records alike in all that is compared.
    let mut links = Links::new(5);
    assert!(links.keep_apart(1, 2));
    let found = run_linked(
        &features,
        &Context::of(&features, &Options::default()),
        links,
    );
    assert_ne!(found.cluster[1], found.cluster[2]);
    assert!(found.review.iter().all(|pair| (pair.a, pair.b) != (1, 2)));

    // A decision about 0 and 3 is one about 1 and 3 too, where 0 and 1 are decided to be one.
    let mut links = Links::new(5);
    assert!(links.keep_apart(0, 3) && links.join(3, 4));
    assert!(!links.join(0, 4));
    assert_eq!(clusters(links), [0, 0, 0, 3, 3]);
}

/// A web page, or anything else of no certain kind.
fn page(title: &str, author: &str, year: &str, url: &str) -> Record {
    let mut page = Record::default();
    for (field, text) in [
        (Field::Title, title),
        (Field::Author, author),
        (Field::Date, year),
        (Field::Url, url),
    ] {
        if !text.is_empty() {
            page.put(field, text);
        }
    }
    page
}

#[test]
fn pages_of_two_addresses_stay_apart_though_a_third_is_like_both() {
    let of = |url| page("Privacy policy of the service", "Doe, Jane", "2019", url);
    let found = outcome(&[of("https://a.org/1"), of("https://b.org/2"), of("")]);
    assert_ne!(found.cluster[0], found.cluster[1]);
    assert!(found.review.iter().any(|pair| pair.a == 0 && pair.b == 1));
    assert_eq!(outcome(&[of("https://a.org/1"), of("")]).cluster, [0, 0]);
}

#[test]
fn part_of_a_title_alone_tells_no_work() {
    let found = outcome(&[
        page("Certificate transparency", "Laurie, Ben", "2014", ""),
        page("Certificate transparency policy", "", "", ""),
    ]);
    assert_eq!(found.cluster, [0, 1]);
}

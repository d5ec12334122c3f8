use std::fmt::Write as _;

use super::{Basis, Outcome};
use crate::pipeline::{Input, Options, Run};
use crate::report::Findings;
use crate::source::{Source, SourceId};

/// The run of a page with these statements about `Peer support`, 2019, and of a .bib file.
fn run_of(statements: &[&str], bib: &str) -> Run {
    let mut page = "2019\nDOI: 10.1000/x\n|View full text |Cite\n|\n\nPeer support in cities\n\n\
                    Abstract: Words… Show more\n\n"
        .to_owned();
    for statement in statements {
        let _ = write!(page, "“…{statement}…”\nSection: Discussionmentioning\n");
    }
    run_on(&[&page, bib])
}

fn run_on(texts: &[&str]) -> Run {
    let mut findings = Findings::default();
    let inputs = texts.iter().zip(0..).map(|(text, id)| {
        let source = Source::new(SourceId(id), "input", *text);
        Input::from_source(source, None, &mut findings)
    });
    let inputs = inputs.collect();
    Run::new(inputs, Options::clean(), findings, &|_, _| ())
}

fn outcomes(run: &Run) -> Vec<(&str, String)> {
    let key = |work: &u32| run.groups()[*work as usize].key.to_string();
    let each = run.mentions().found.iter().map(|found| {
        let outcome = match &found.outcome {
            Outcome::Linked(work, Basis::Statements) => format!("own {}", key(work)),
            Outcome::Linked(work, _) => key(work),
            Outcome::Ambiguous(works) => works.iter().map(key).collect::<Vec<_>>().join(" or "),
            Outcome::Unlinked => "-".to_owned(),
        };
        (found.text.as_str(), outcome)
    });
    each.collect()
}

const BIB: &str = "@article{one, title={Growth of trees in towns}, author={Müller, Jan and Özgür, Ali}, year=2015}
@article{two, title={Rivers and what they carry}, author={Li, Na and Wu, Bo}, year=2011}
@article{three, title={Housing beyond the market}, author={Li, Hui and Zhao, Min and Sun, Lu}, year=2011}
@article{four, title={Трамваи и города}, author={Иванов, Пётр and Сидоров, Олег}, year=2012}
@article{five, title={城市护理研究}, author={王小明 and 李强}, year=2010}
@article{six, title={Sound in old halls}, author={van der Berg, Piet}, year=2003}";

#[test]
fn mentions_name_records_of_the_run() {
    let run = run_of(
        &[
            "As Müller & Özgür (2015) and others (Mueller, 2015) say, trees grow",
            "Water runs (Li & Wu, 2011; Li et al., 2011), but Li and Peng (2011) doubt it",
            "Trams help (Иванов и др., 2012; van der Berg, 2003), see （王小明，2010）",
        ],
        BIB,
    );
    assert_eq!(
        outcomes(&run),
        [
            ("Müller & Özgür, 2015", "one".to_owned()),
            ("Mueller, 2015", "-".to_owned()),
            ("Li & Wu, 2011", "two".to_owned()),
            ("Li et al., 2011", "two or three".to_owned()),
            ("Li and Peng, 2011", "-".to_owned()),
            ("Иванов и др., 2012", "four".to_owned()),
            ("van der Berg, 2003", "six".to_owned()),
            ("王小明, 2010", "five".to_owned()),
        ]
    );
    let counts = run.mentions().counts;
    assert_eq!((counts.statements, counts.folded), (3, 0));
    assert_eq!((counts.read, counts.linked), (8, 5));
    assert_eq!((counts.ambiguous, counts.unlinked), (1, 2));
    let found = &run.mentions().found[5];
    let source = run.source(found.place.source).unwrap();
    assert_eq!(found.place.span.of(&source.text), "Иванов и др., 2012");
}

#[test]
fn letters_of_years_stay_ambiguous() {
    let run = run_of(
        &["Trees grow (Müller & Özgür, 2015a, 2015b; Li, 2011a)"],
        BIB,
    );
    let found = outcomes(&run);
    assert_eq!(found[0], ("Müller & Özgür, 2015a", "one".to_owned()));
    assert!(matches!(
        run.mentions().found[0].outcome,
        Outcome::Ambiguous(_)
    ));
    assert!(matches!(
        run.mentions().found[1].outcome,
        Outcome::Ambiguous(_)
    ));
    assert_eq!(found[2].1, "two or three");
}

#[test]
fn statements_name_the_work_they_are_about() {
    let run = run_of(
        &[
            "Peers help (McLeod et al, 2019; Fan et al, 2019)",
            "They help (Fan et al., 2019) and Fan et al. () say so",
            "They do not [12]",
        ],
        BIB,
    );
    let named: Vec<&str> = outcomes(&run)
        .into_iter()
        .filter(|(_, outcome)| outcome.starts_with("own "))
        .map(|(text, _)| text)
        .collect();
    assert_eq!(named, ["Fan et al, 2019", "Fan et al., 2019", "Fan et al."]);
    assert_eq!(run.mentions().counts.unlinked, 2);

    let torn = run_of(&["Peers help (McLeod et al, 2019; Fan et al, 2019)"], BIB);
    assert_eq!(torn.mentions().counts.unlinked, 2, "either may be the one");
}

#[test]
fn without_statements_nothing_is_mentioned() {
    let run = run_of(&[], BIB);
    assert_eq!(run.mentions(), &super::Mentions::default());
}

/// A review with its list, and below it the page of a work in that list.
const LIST: &str = "Towns and trees: a review of both sides

Jane Miller, John Brown

Journal of Reviews, 2020, 12(3), 34-45

DOI: 10.1000/rev.2020

Abstract
Words about it.

References
[1] Smith J, Jones B. Growth of trees in towns. Journal of Trees. 2015;12(3):45-56.
[2] Fan Y, Ma N. Peer support in large cities of the north. Journal of Towns. 2019;14(3):45-56. doi:10.1000/x.12345
[3] Miller J, Jones B. Rivers and what they carry. Journal of Rivers. 2016;12(3):45-56.


2019
DOI: 10.1000/x.12345
|View full text |Cite
|

Peer support in large cities of the north

Abstract: Words… Show more

“…it helps, as trees do [NUMBERS].…”
Section: Discussionmentioning
";

#[test]
fn numbers_count_in_the_list_that_has_the_work_under_one_of_them() {
    let run = run_on(&[&LIST.replace("NUMBERS", "1, 2, 9")]);
    let found = outcomes(&run);
    let named: Vec<(&str, &str)> = found
        .iter()
        .map(|(text, outcome)| (*text, outcome.as_str()))
        .collect();
    assert_eq!(
        named,
        [
            ("[1]", "smith2015growth"),
            ("[2]", "fan2019peer"),
            ("[9]", "-")
        ]
    );

    let other = run_on(&[&LIST.replace("NUMBERS", "1, 3")]);
    assert_eq!(
        other.mentions().counts.unlinked,
        2,
        "they count in another list"
    );
}

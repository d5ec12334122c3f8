use super::super::journals::Journals;
use super::super::label::Label::{
    self, Author, Container, Date, Editor, Genre, Issue, Location, Note, Number, Other, Pages,
    Publisher, Title, Volume,
};
use super::super::token::tokens;
use super::*;

mod roles;

/// The runs of a reference, given and gotten as labels with their words.
fn mended(runs: &[(Label, &str)]) -> Vec<(Label, String)> {
    let text: String = runs.iter().map(|(_, words)| *words).collect();
    let tokens = tokens(&text, &[]);
    let mut chunks = Vec::new();
    let (mut end, mut from) = (0, 0);
    for (label, words) in runs {
        end += words.len();
        let to = tokens.iter().filter(|token| token.start < end).count();
        let label = *label;
        chunks.push(Chunk { label, from, to });
        from = to;
    }
    let signs = &Journals::builtin().signs(&text, &tokens);
    let line = Line {
        text: &text,
        tokens: &tokens,
        signs,
    };
    line.mend(&mut chunks);
    let solid = chunks.iter().filter_map(|chunk| {
        let (first, last) = line.solid(*chunk)?;
        let words = text.get(tokens[first].start..tokens[last].end)?;
        Some((chunk.label, words.to_owned()))
    });
    solid.collect()
}

#[test]
fn what_stands_behind_a_title_is_told_from_it() {
    for (runs, wanted) in [
        (
            &[
                (Author, "Ott RJ. "),
                (Title, "Sleep and rest. En: Wu VR, "),
                (Editor, "editor. "),
                (Title, "Handbook of nights. "),
                (Publisher, "Springer"),
            ][..],
            &[
                (Title, "Sleep and rest"),
                (Editor, "Wu VR"),
                (Container, "Handbook of nights"),
            ][..],
        ),
        (
            &[
                (Author, "Berg, Å. "),
                (Container, "Vägar och språk, "),
                (Other, "i: "),
                (Container, "Rig"),
            ],
            &[(Title, "Vägar och språk"), (Container, "Rig")],
        ),
        (
            &[
                (Author, "A. Ott, "),
                (Title, "‘Lantern slides’, in Screens and people, "),
                (Date, "2014"),
            ],
            &[(Title, "Lantern slides"), (Container, "Screens and people")],
        ),
        (
            &[
                (Author, "Nowak A. "),
                (Title, "Przemiany na Łemkowszczyźnie, „Folia Geographica”, "),
                (Issue, "10, "),
                (Pages, "25-46"),
            ],
            &[
                (Title, "Przemiany na Łemkowszczyźnie"),
                (Container, "Folia Geographica"),
            ],
        ),
        (
            &[
                (Title, "Sleep in rural towns [tesis doctoral]. "),
                (Publisher, "Universidad de Lima"),
            ],
            &[(Title, "Sleep in rural towns"), (Genre, "tesis doctoral")],
        ),
        (
            &[
                (Title, "Sleep in rural towns. "),
                (Container, "Ann Sleep [Internet]. "),
                (Volume, "3"),
            ],
            &[(Container, "Ann Sleep")],
        ),
        (
            &[
                (Author, "夏曉明。"),
                (Title, "尋岸：「外籍新娘」"),
                (Container, "現象。台北：研究社。"),
            ],
            &[(Location, "台北"), (Publisher, "研究社")],
        ),
    ] {
        let mended = mended(runs);
        for (label, words) in wanted {
            let found = mended.iter().any(|one| one.0 == *label && one.1 == *words);
            assert!(found, "{label:?} {words} not in {mended:?}");
        }
    }
}

#[test]
fn numbers_of_works_are_not_those_of_journals() {
    for (runs, wanted) in [
        (
            &[
                (Author, "L. Bauer, "),
                (Title, "“Moisture sensor,” "),
                (Container, "U.S. Patent "),
                (Volume, "8 "),
                (Pages, "707 764"),
            ][..],
            &[(Genre, "U.S. Patent"), (Number, "8 707 764")][..],
        ),
        (
            &[
                (Title, "Loading guide for power transformers, IEC Std. "),
                (Pages, "60076-7"),
            ],
            &[
                (Title, "Loading guide for power transformers"),
                (Number, "60076-7"),
            ],
        ),
        (
            &[
                (Author, "K. Ott, "),
                (Title, "“Moisture migration,” "),
                (Number, "Ph.D. "),
                (Title, "dissertation, "),
                (Container, "Dept. Elect. Eng., "),
                (Publisher, "Univ. Leeds"),
            ],
            &[
                (Genre, "Ph.D. dissertation"),
                (Publisher, "Dept. Elect. Eng., Univ. Leeds"),
            ],
        ),
    ] {
        let mended = mended(runs);
        for (label, words) in wanted {
            let found = mended.iter().any(|one| one.0 == *label && one.1 == *words);
            assert!(found, "{label:?} {words} not in {mended:?}");
        }
    }
}

#[test]
fn days_beside_months_are_part_of_the_date() {
    for (runs, date) in [
        (
            &[
                (Container, "Mercure, "),
                (Volume, "15 "),
                (Date, "novembre 1925, "),
                (Pages, "11-18"),
            ][..],
            "15 novembre 1925",
        ),
        (
            &[
                (Title, "Speech signals. "),
                (Date, "Jan. "),
                (Volume, "23 "),
                (Date, "1973, "),
                (Number, "3712959"),
            ],
            "Jan. 23 1973",
        ),
    ] {
        let mended = mended(runs);
        assert!(mended.contains(&(Date, date.to_owned())), "{mended:?}");
        assert!(mended.iter().all(|one| one.0 != Volume), "{mended:?}");
    }
    let volume = mended(&[(Container, "Nature, "), (Volume, "15, "), (Date, "1925")]);
    assert!(volume.contains(&(Volume, "15".to_owned())), "{volume:?}");
}

#[test]
fn imprints_and_bodies_are_told_from_titles() {
    for (runs, wanted) in [
        (
            &[
                (Author, "Ott, E. "),
                (Title, "Frampas: un diccionario. "),
                (Container, "Salamanca, "),
                (Publisher, "CEME"),
            ][..],
            &[(Location, "Salamanca"), (Publisher, "CEME")][..],
        ),
        (
            &[
                (Author, "NMFS. "),
                (Title, "Conservation plan. "),
                (Container, "NMFS, "),
                (Location, "Juneau, "),
                (Publisher, "Alaska."),
            ],
            &[(Publisher, "NMFS"), (Location, "Juneau, Alaska")],
        ),
        (
            &[
                (
                    Title,
                    "Instituto Nacional de Estadística. Perú: Encuesta de hogares ",
                ),
                (Publisher, "INEI"),
            ],
            &[
                (Author, "Instituto Nacional de Estadística"),
                (Title, "Perú: Encuesta de hogares"),
            ],
        ),
        (
            &[
                (Author, "H. P. Ott and V. Dahl, Transformerboard II. "),
                (Location, "Rapperswil: "),
                (Publisher, "Weidmann"),
            ],
            &[
                (Author, "H. P. Ott and V. Dahl"),
                (Title, "Transformerboard II"),
            ],
        ),
    ] {
        let mended = mended(runs);
        for (label, words) in wanted {
            let found = mended.iter().any(|one| one.0 == *label && one.1 == *words);
            assert!(found, "{label:?} {words} not in {mended:?}");
        }
    }
}

#[test]
fn what_the_words_around_leave_no_doubt_of_is_mended() {
    for (runs, label, words) in [
        (
            &[
                (Author, "R. Yuan. "),
                (Title, "A map of signals 2001 "),
                (Container, "J. Exp. Biol. "),
                (Volume, "1"),
            ][..],
            Date,
            "2001",
        ),
        (
            &[
                (Author, "A. Bude. "),
                (Title, "'Die Schicht,' in "),
                (Container, "Soziologie "),
                (Volume, "7"),
            ],
            Title,
            "Die Schicht",
        ),
        (
            &[
                (Author, "S. Collins, "),
                (Title, "Hadron structure, plenary talk given at Lattice"),
            ],
            Genre,
            "plenary talk given at Lattice",
        ),
        (
            &[
                (Title, "Essential acids. Research Group (RG). Phys. "),
                (Container, "Rev. Lett. "),
                (Volume, "5"),
            ],
            Container,
            "Phys. Rev. Lett",
        ),
        (
            &[
                (Author, "M. Ideli. "),
                (Title, "Migration. "),
                (Other, "In: "),
                (Editor, "H. Kieser (Hg.): "),
                (Title, "Neue Landschaften. "),
                (Date, "2011"),
            ],
            Container,
            "Neue Landschaften",
        ),
        (
            &[
                (Author, "A. Ruzmaikin, "),
                (Date, "1988, "),
                (Container, "Magnetic Fields, "),
                (Publisher, "Kluwer"),
            ],
            Title,
            "Magnetic Fields",
        ),
        (
            &[
                (Container, "Phys. Rev. Lett. "),
                (Volume, "111 ("),
                (Date, "2013) "),
                (Volume, "14, "),
                (Pages, "141601"),
            ],
            Issue,
            "14",
        ),
        (
            &[(Title, "Maps. "), (Publisher, "Springer Heidelberg")],
            Location,
            "Heidelberg",
        ),
        (
            &[(Title, "Maps. "), (Publisher, "Unpublished manuscript")],
            Note,
            "Unpublished manuscript",
        ),
        (
            &[
                (Title, "Maps. "),
                (Container, "Conference on Vision (CV). IEEE"),
            ],
            Publisher,
            "IEEE",
        ),
    ] {
        let found = mended(runs);
        assert!(
            found.contains(&(label, words.to_owned())),
            "{label:?} {words}: {found:?}"
        );
    }
}

#[test]
fn what_is_sound_stays() {
    let runs = [
        (Author, "D. Maxwell. "),
        (Title, "Pain in the chronic. "),
        (Container, "Journal of the American Medical Association. "),
        (Volume, "12("),
        (Issue, "3): "),
        (Pages, "4-5. "),
        (Publisher, "University of Toronto"),
    ];
    let labels: Vec<Label> = mended(&runs).into_iter().map(|(label, _)| label).collect();
    let expected: Vec<Label> = runs.iter().map(|(label, _)| *label).collect();
    assert_eq!(labels, expected);
}

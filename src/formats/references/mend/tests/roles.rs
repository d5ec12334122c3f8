//! What a part is told by the words beside it: people by their role, bodies by what they are.

use super::super::super::label::Label::{
    self, Author, Container, Date, Editor, Genre, Issue, Location, Note, Other, Pages, Publisher,
    Title, Translator, Volume,
};
use super::mended;

#[test]
fn translators_keep_their_names() {
    for (runs, wanted) in [
        (
            &[
                (Title, "“On tides.” "),
                (Container, "Trans. Nora Reed. Open Waters "),
                (Volume, "13"),
            ][..],
            &[(Translator, "Nora Reed"), (Container, "Open Waters")][..],
        ),
        (
            &[
                (Title, "“The dry year,” "),
                (Container, "Nora Reed "),
                (Other, "(trans.), "),
                (Container, "Wells, "),
                (Volume, "24"),
            ],
            &[(Translator, "Nora Reed"), (Container, "Wells")],
        ),
        (
            &[
                (Title, "De aquis, "),
                (Other, "ed. "),
                (Editor, "W. M. "),
                (Container, "Brown. Fontes "),
                (Volume, "29"),
            ],
            &[(Editor, "W. M. Brown"), (Container, "Fontes")],
        ),
        (
            &[
                (Title, "A Wet Book, "),
                (Other, "trans. "),
                (Translator, "Nora Reed and Arthur G. "),
                (Publisher, "Holm. Leeds, "),
                (Date, "1999"),
            ],
            &[(Translator, "Nora Reed and Arthur G. Holm")],
        ),
        // A journal that begins with the short word for transactions.
        (
            &[
                (Title, "On tides. "),
                (Container, "Trans. Amer. Math. Soc. "),
                (Volume, "13"),
            ],
            &[(Container, "Trans. Amer. Math. Soc")],
        ),
    ] {
        holds(runs, wanted);
    }
}

#[test]
fn bodies_meetings_and_kinds_of_work_are_no_journals() {
    for (runs, wanted) in [
        (
            &[
                (Title, "Notes on tides. "),
                (Container, "Technical University of Delft, "),
                (Date, "1993"),
            ][..],
            &[(Publisher, "Technical University of Delft")][..],
        ),
        (
            &[
                (Title, "Notes on tides. "),
                (Container, "Ph.D. thesis, University of Oslo, "),
                (Date, "1993"),
            ],
            &[(Genre, "Ph.D. thesis"), (Publisher, "University of Oslo")],
        ),
        (
            &[
                (Title, "“水的研究”, "),
                (Container, "博士学位论文, 海洋大学, "),
                (Date, "2015"),
            ],
            &[(Genre, "博士学位论文"), (Publisher, "海洋大学")],
        ),
        (
            &[
                (Title, "Tides. "),
                (Container, "Paper presented at the Symposium on Water, "),
                (Location, "Oslo"),
            ],
            &[(Container, "Symposium on Water")],
        ),
        (
            &[(Author, "A. Ott, "), (Container, "private communication, ")],
            &[(Note, "private communication")],
        ),
        (
            &[
                (Author, "A. Ott, "),
                (Container, "PoSLATTICE"),
                (Volume, "2013 "),
                (Date, "(2014) "),
                (Pages, "039"),
            ],
            &[(Container, "PoS"), (Volume, "LATTICE2013")],
        ),
    ] {
        holds(runs, wanted);
    }
}

#[test]
fn two_numbers_are_not_one() {
    for (runs, wanted) in [
        (
            &[
                (Container, "Aqua, "),
                (Volume, "52, 2: "),
                (Pages, "109-112"),
            ][..],
            &[(Volume, "52"), (Issue, "2")][..],
        ),
        (
            &[(Container, "Aqua, "), (Volume, "15, 53")],
            &[(Volume, "15"), (Pages, "53")],
        ),
        (
            &[
                (Container, "Aqua. "),
                (Date, "2018 May "),
                (Volume, "1;187"),
                (Issue, "(5)"),
            ],
            &[(Date, "2018 May 1"), (Volume, "187")],
        ),
    ] {
        holds(runs, wanted);
    }
}

/// Asserts that the mended runs hold these.
fn holds(runs: &[(Label, &str)], wanted: &[(Label, &str)]) {
    let mended = mended(runs);
    for (label, words) in wanted {
        let found = mended.iter().any(|one| one.0 == *label && one.1 == *words);
        assert!(found, "{label:?} {words} not in {mended:?}");
    }
}

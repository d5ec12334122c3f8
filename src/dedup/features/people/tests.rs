use super::super::printed::{add_parted, add_sorted, add_unsplit, pieces, split};
use super::*;

fn stored(add: impl FnOnce(&mut People)) -> String {
    let mut out = String::new();
    add(&mut People::new(&mut out));
    unpack(&out)
        .map(|one| format!("{}/{}", one.surname, one.given))
        .collect::<Vec<_>>()
        .join("; ")
}

fn read(text: &str) -> String {
    stored(|people| split(text, false, people))
}

proptest::proptest! {
    /// Names read at one look are read as all are.
    #[test]
    fn plain_names_are_like_any(
        family in "[A-Zd]?[a-zéßжA]{0,3}([- '.]?([A-Z]?[a-z]{0,4}|al|a)){0,2}",
        given in "([A-Z]?[a-zé]{0,3}[. '-]?){0,4}( and)?( [A-Z]\\.?){0,3}",
        particle in "(van|de la|et|V\\.)?",
    ) {
        let (family, given, particle) = (family.into(), given.into(), particle.into());
        let name = Name { family, given, particle, ..Name::default() };
        let plain = stored(|people| { add_plain(&name, people); });
        if !plain.is_empty() {
            let any = stored(|people| add_any(&name, people));
            proptest::prop_assert_eq!(plain, any, "{:?}", name);
        }
    }

    #[test]
    fn sorted_names_are_like_any(
        text in "[A-Z]?[a-zéßжA]{0,3}([-']?([A-Z]?[a-z]{0,4}|al|a)){0,2},? ?,? ([A-Z]?[a-zé]{0,3}[. '-]?){0,4}( and)?( [A-Z]\\.?){0,3}",
    ) {
        let sorted = stored(|people| { add_sorted(&text, people); });
        if !sorted.is_empty() {
            proptest::prop_assert_eq!(sorted, stored(|people| pieces(&text, false, people)));
        }
    }

    #[test]
    fn names_cut_are_like_names_parted(text in "([A-Z]?[a-z]{0,4}[.,]?[ .-]{0,2}){0,6}") {
        let cut = stored(|people| add_unsplit(&text, people));
        let parted = stored(|people| add_parted(&text, people));
        proptest::prop_assert_eq!(cut, parted);
    }
}

#[test]
fn short_names_are_names_of_one_person() {
    for (family, given, want) in [
        ("Li", "Xiaoming", "li/xiaoming"),
        ("LI", "X.", "li/x"),
        ("Ng", "A. Y.", "ng/a y"),
        ("García", "M.-J.", "garcia/m j"),
        ("Anonymous", "A.", ""),
    ] {
        let name = Name {
            family: family.into(),
            given: given.into(),
            ..Name::default()
        };
        assert_eq!(stored(|people| add_name(&name, people)), want);
    }
}

#[test]
fn lists_in_every_form() {
    for (text, want) in [
        ("Adeli K.Lewis G. F.", "adeli/k; lewis/g f"),
        (
            "Doi HideyukiAkamatsu Fumikazu",
            "hideyuki/doi; fumikazu/akamatsu",
        ),
        (
            "van 't Spijker A.Kreulen C. M.",
            "vantspijker/a; kreulen/c m",
        ),
        (
            "B. Abrahao; P. Parigi; K. S. Cook",
            "abrahao/b; parigi/p; cook/k s",
        ),
        (
            "kearns, m., li, m., and valiant, l.",
            "kearns/m; li/m; valiant/l",
        ),
        (
            "david haussler, michael kearns, and manfred k. warmuth.",
            "haussler/david; kearns/michael; warmuth/manfred k",
        ),
        ("r.l. rivest and r.e. schapire.", "rivest/r l; schapire/r e"),
        ("Yip, Chi Bun", "yip/chi bun"),
        ("Feldman G.M.", "feldman/g m"),
        ("FeldmanG.M.", "feldman/g m"),
        ("Smith JR", "smith/j r"),
        ("r humborstad", "humborstad/r"),
        ("O'Donnell C. P.O'Brien D.", "odonnell/c p; obrien/d"),
        ("王小明; 李四", "王小明/; 李四/"),
        ("и. grјvlen", "gr?vlen/?"),
        ("UNKNOWN", ""),
    ] {
        assert_eq!(read(text), want, "{text}");
    }
}

#[test]
fn glued_lists_taken_for_one_name_come_apart() {
    for (family, given, want) in [
        ("Chen R. Wang Y. Liang", "L.", "chen/r; wang/y; liang/l"),
        (
            "Fumikazu",
            "Doi HideyukiAkamatsu",
            "hideyuki/doi; fumikazu/akamatsu",
        ),
        (
            "Cook",
            "B. Abrahao; P. Parigi; K. S.",
            "abrahao/b; parigi/p; cook/k s",
        ),
        ("Warmuth", "Manfred K.", "warmuth/manfred k"),
        ("Freund", "Y. and Schapire, R.", "freund/y; schapire/r"),
        ("Freund Y.", "Schapire R.E.:", "freund/y; schapire/r e"),
    ] {
        let name = Name {
            family: family.into(),
            given: given.into(),
            ..Name::default()
        };
        assert_eq!(stored(|people| add_name(&name, people)), want);
    }
}

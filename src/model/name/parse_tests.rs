//! Names as printed, and their parts.

use super::Name;

#[track_caller]
fn check(text: &str, family: &str, given: &str) {
    let name = Name::parse(text);
    let whole = super::joined(&name.particle, &name.family);
    assert_eq!(
        (whole.as_str(), name.given.as_str(), name.literal),
        (family, given, false),
        "{text}"
    );
}

#[test]
fn people() {
    for (text, family, given) in [
        ("Mak, Winnie W. S.", "Mak", "Winnie W. S."),
        ("Winnie W. S. Mak", "Mak", "Winnie W. S."),
        ("Davidson L", "Davidson", "L"),
        ("Davidson L.", "Davidson", "L."),
        ("Fiske A.", "Fiske", "A."),
        ("Tebes JK", "Tebes", "JK"),
        ("JK Tebes", "Tebes", "JK"),
        ("J. K. Tebes", "Tebes", "J. K."),
        ("J.K. Tebes", "Tebes", "J.K."),
        ("LeCun Y", "LeCun", "Y"),
        ("van der Berg, Jan", "van der Berg", "Jan"),
        ("Jan van der Berg", "van der Berg", "Jan"),
        ("Berg, Jan van der", "van der Berg", "Jan"),
        ("von Neumann J", "von Neumann", "J"),
        ("de la Cruz, J.", "de la Cruz", "J."),
        ("Vincent Van Gogh", "Van Gogh", "Vincent"),
        ("Maria De La Cruz", "De La Cruz", "Maria"),
        ("van 't Spijker A.", "van 't Spijker", "A."),
        ("Van Der Kamp C.", "Van Der Kamp", "C."),
        ("Di Mascio P", "Di Mascio", "P"),
        ("Le Guérinel C", "Le Guérinel", "C"),
        ("Garcia-del Portillo F", "Garcia-del Portillo", "F"),
        (
            "Miguel de Cervantes Saavedra",
            "de Cervantes Saavedra",
            "Miguel",
        ),
        ("José Ortega y Gasset", "Ortega y Gasset", "José"),
        ("Al-Sharea A.", "Al-Sharea", "A."),
        ("Ahmad bin Abdullah", "bin Abdullah", "Ahmad"),
        ("Abdel-Aal el S.", "Abdel-Aal el", "S."),
        ("Королев И. О.", "Королев", "И. О."),
        ("И. О. Королев", "Королев", "И. О."),
        ("А.Р. Лурия", "Лурия", "А.Р."),
        ("Королев Иван Олегович", "Королев", "Иван Олегович"),
        ("Иван Олегович Королев", "Королев", "Иван Олегович"),
        ("Шевченко Тарас Григорович", "Шевченко", "Тарас Григорович"),
        ("Королев Иван", "Королев", "Иван"),
        ("Марина Королева", "Королева", "Марина"),
        ("ZHANG Wei", "ZHANG", "Wei"),
        ("Wei ZHANG", "ZHANG", "Wei"),
        ("LI Na", "LI", "Na"),
        ("Wei LI", "LI", "Wei"),
        ("KIM Minji", "KIM", "Minji"),
        ("BarbaraM.KEHM", "KEHM", "Barbara M."),
        ("MAGUIRE J. M.", "MAGUIRE", "J. M."),
        ("ABDELOUAHAB N", "ABDELOUAHAB", "N"),
        ("DULONG R.", "DULONG", "R."),
        ("LODI, J. B.", "LODI", "J. B."),
        ("JOHN SMITH", "SMITH", "JOHN"),
        ("SMITH JA", "SMITH", "JA"),
        ("Medeiros MHG", "Medeiros", "MHG"),
        ("MHG Medeiros", "Medeiros", "MHG"),
        ("Y.D.Mercado", "Mercado", "Y.D."),
        ("C .H .Albright", "Albright", "C.H."),
        ("d barbara", "barbara", "d"),
        ("schapire r.e.", "schapire", "r.e."),
        ("kearns, m.", "kearns", "m."),
        ("rh gueting", "gueting", "rh"),
        ("michael kearns", "kearns", "michael"),
        ("W.-P. de Roever", "de Roever", "W.-P."),
        ("Alain Dag'Naud", "Dag'Naud", "Alain"),
        ("Tse, S (Tse, Samson)", "Tse", "Samson"),
        ("Lin, C.-T.", "Lin", "C.-T."),
        ("王, 小明", "王", "小明"),
        ("Loyola-Cabrera, Omarys", "Loyola-Cabrera", "Omarys"),
        ("Ludwig Mies van der Rohe", "van der Rohe", "Ludwig Mies"),
        ("Smith MA", "Smith", "MA"),
        ("Smith, MA", "Smith", "MA"),
        ("O'Brien J", "O'Brien", "J"),
        ("Jun SP SP", "Jun", "SP SP"),
        ("Su Wei J.", "Su Wei", "J."),
        ("Zhang Yingxun", "Zhang", "Yingxun"),
        ("a kirpal", "kirpal", "a"),
        ("l. valiant.", "valiant", "l."),
        ("Jochen Van den Bercken", "Van den Bercken", "Jochen"),
        ("Liling Xiao", "Xiao", "Liling"),
        ("Zhang Wei", "Zhang", "Wei"),
        ("Wei Zhang", "Zhang", "Wei"),
        ("Li Na", "Li", "Na"),
        ("Li Deng", "Deng", "Li"),
        ("Yang Liu", "Liu", "Yang"),
        ("Kim Min-ji", "Kim", "Min-ji"),
        ("Lima GMAC", "Lima", "GMAC"),
        ("Veen P H van der", "van der Veen", "P H"),
        ("J .-B.van der Steen", "van der Steen", "J.-B."),
        ("Udry, J. R.", "Udry", "J. R."),
        ("Udry JR", "Udry", "JR"),
        ("Gasset, José", "Gasset", "José"),
    ] {
        check(text, family, given);
    }
}

#[test]
fn suffixes() {
    for (text, family, given, suffix) in [
        ("van der Waals, Jr., J.", "Waals", "J.", "Jr."),
        ("van der Waals, J., Jr.", "Waals", "J.", "Jr."),
        ("John Smith Jr.", "Smith", "John", "Jr."),
        ("John Smith, Jr.", "Smith", "John", "Jr."),
        ("Smith, John III", "Smith", "John", "III"),
        ("Sielken RL Jr", "Sielken", "RL", "Jr"),
        ("Sielken Jr R. L.", "Sielken", "R. L.", "Jr"),
        ("Smith Jr, John", "Smith", "John", "Jr"),
        ("John Smith, PhD", "Smith", "John", "PhD"),
    ] {
        let name = Name::parse(text);
        assert_eq!(
            (
                name.family.as_str(),
                name.given.as_str(),
                name.suffix.as_str()
            ),
            (family, given, suffix),
            "{text}"
        );
    }
}

#[test]
fn literals() {
    for (text, whole) in [
        ("王小明", "王小明"),
        ("小澤 直樹", "小澤 直樹"),
        ("정명석", "정명석"),
        ("卡尔·马克思", "卡尔·马克思"),
        ("محمد رضا", "محمد رضا"),
        ("World Health Organization", "World Health Organization"),
        ("Barnes and Noble, Inc.", "Barnes and Noble, Inc."),
        (
            "Ministry of Health, Singapore",
            "Ministry of Health, Singapore",
        ),
        (
            "Group, ASCUS LSIL Triage Study (ALTS)",
            "ASCUS LSIL Triage Study (ALTS) Group",
        ),
        ("Plato", "Plato"),
        ("{NASA Team}", "NASA Team"),
        ("Sumarmo,", "Sumarmo"),
    ] {
        assert_eq!(Name::parse(text), Name::literal(whole), "{text}");
    }
    assert_eq!(Name::parse(" , "), Name::default());
}

#[test]
fn two_scripts() {
    for (text, main, family, given) in [
        ("陳怡君（Yi-Chun Chen）", "陳怡君", "Chen", "Yi-Chun"),
        ("陳怡君 Yi-Chun Chen", "陳怡君", "Chen", "Yi-Chun"),
    ] {
        let name = Name::parse(text);
        assert_eq!(name.family, main);
        let other = name.parallel.expect("a second form");
        assert_eq!(
            (other.family.as_str(), other.given.as_str()),
            (family, given)
        );
    }
    let name = Name::parse("Chen, Yi-Chun (陳怡君)");
    assert_eq!(
        (name.family.as_str(), name.given.as_str()),
        ("Chen", "Yi-Chun")
    );
    assert_eq!(name.parallel.as_deref(), Some(&Name::literal("陳怡君")));
}

proptest::proptest! {
    #[test]
    fn any_text_is_read(text in "\\PC{0,60}") {
        let name = Name::parse(&text);
        let _ = (name.sorted(), name.natural());
    }

    #[test]
    fn the_sorted_form_is_read_as_the_same_name(given in "[A-Z][a-z]{2,6}", family in "[B-Z][a-z]{5,9}") {
        let name = Name::parse(&format!("{family}, {given}"));
        if !name.literal {
            proptest::prop_assert_eq!(Name::parse(&name.sorted()), name);
        }
    }
}

#[test]
fn hostile_text() {
    for text in [
        "{".repeat(100_000),
        "A. ".repeat(100_000),
        ",".repeat(100_000),
        "(".repeat(500),
    ] {
        let _ = Name::parse(&text);
    }
}

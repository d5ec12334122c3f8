use super::*;

fn bodies(text: &str) -> Vec<&str> {
    find_sections(text)
        .iter()
        .map(|section| section.body.of(text))
        .collect()
}

#[test]
fn a_section_begins_at_its_heading_and_ends_at_the_next() {
    let text = "# Title\n\nProse that cites Smith (2001) and [2], and is not a reference at all.\n\n\
                # References\n\n[1] J. Smith, J. Phys. 12, 3 (2001).\n[2] A. Jones and B. Lee, \
                Phys. Rev. D\n13, 45 (2002).\n\n# Acknowledgements\n\nWe thank J. Smith (2001).\n";
    let found = bodies(text);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("[1]") && found[0].ends_with("45 (2002)."));
}

#[test]
fn headings_of_many_languages_are_known() {
    for heading in [
        "References",
        "LITERATURVERZEICHNIS",
        "Références",
        "Referencias",
        "Referências",
        "Bibliografia",
        "Список литературы",
        "参考文献",
        "참고문헌",
        "Kaynakça",
        "Piśmiennictwo",
        "Lähteet",
        "Irodalom",
        "Βιβλιογραφία",
        "المراجع",
        "Daftar Pustaka",
        "Seznam literatury",
        "Litteratur",
        "Literatuur",
    ] {
        let text = format!(
            "Some prose that is here.\n\n{heading}\n\nSmith, J. A. (2001). On things. Journal of \
             Things, 12(3), 45–67.\nWeber, M. (1922). Wirtschaft. Tübingen: Mohr, pp. 3-4.\n"
        );
        assert_eq!(bodies(&text).len(), 1, "{heading}");
    }
}

#[test]
fn a_run_of_references_needs_no_heading() {
    let text = "This is what we read, and it was good.\n\nGray A. Stigma in psychiatry. Lancet. 2002;95(2):72-76.\n\n\
                Repper J, Carter T. A review of peer support. J Ment Health. 2011;20(4):392–411.\n\n\
                Smith JA. On things. Nature. 1999;12:34-56.\n\nThis was all that we have read of it.\n";
    let found = bodies(text);
    assert_eq!(found.len(), 1);
    assert!(found[0].starts_with("Gray") && found[0].ends_with("34-56."));
}

#[test]
fn a_heading_over_prose_opens_nothing() {
    let text = "## Literature\n\nThe literature on this is large, and we have not read it all. It was \
                written in 1990 and later.\n\n## Sources\n\nWe used what the archive has.\n";
    assert!(bodies(text).is_empty());
}

#[test]
fn prose_has_no_sections() {
    for (number, text) in PROSE.iter().enumerate() {
        assert!(
            find_sections(text).is_empty(),
            "text {number}: {:?}",
            bodies(text)
        );
    }
}

/// Prose with years, names and numbered points, in several languages.
static PROSE: &[&str] = &[
    "The bridge was opened in 1932 after eight years of work. J. J. C. Bradfield, who had drawn the \
     first plans in 1912, did not see it finished.\n\nIn 1958 the trams were taken off, and the two \
     tracks became lanes 7 and 8. The toll, 6 pence in 1932, was raised in 1960 (see p. 12).\n\n\
     1. The arch spans 503 m.\n2. It weighs 39,000 t.\n3. It was painted with 272,000 l of paint.\n",
    "Smith (1999) showed that rivers carry less sand after dams are built. Jones and Lee (2001) did \
     not find this in the north, where 12 rivers were studied [3, 4].\n\nMiller, K. (2005) argued that \
     both were right: dams built before 1950 hold back 30–40 % of the sand, while those that were \
     built later have outlets. We follow Miller (2005, pp. 3-9) in what follows.\n\nBrown, A. et al. \
     (2010) have since measured 240 rivers, and their data are used here.\n",
    "Die Stadt wurde 1241 zum ersten Mal erwähnt. Nach dem Brand von 1672 hat man sie nicht mehr \
     aufgebaut, wie Müller (1998, S. 45) schreibt.\n\nIm Jahr 1830 waren es nur noch 120 Einwohner. \
     K. Schmidt, der von 1850 bis 1862 Bürgermeister war, ließ die Mauer abtragen.\n\n1. Die Kirche \
     ist von 1310.\n2. Das Rathaus ist von 1755.\n3. Die Brücke wurde 1901 gebaut.\n",
    "La ville fut fondée en 1608 par Samuel de Champlain, qui y passa l'hiver avec 28 hommes, dont 20 \
     sont morts.\n\nEn 1759, les troupes de J. Wolfe ont pris la ville. Selon Trudel (1963), ce n'est \
     pas la bataille mais le blé qui a décidé; Dumont (1990) ne le pense pas.\n",
    "El tren llegó a la ciudad en 1877. Antes de eso, el viaje duraba 4 días, como cuenta A. Gómez en \
     sus cartas (1870-1875).\n\nEn 1910 la población era de 67.000 personas. García (1988) cree que \
     fueron más, pero no hay datos que lo prueben.\n",
    "В 1703 году на берегу Невы была заложена крепость. Первым её комендантом был К. Рен, который \
     служил до 1714 года.\n\nИванов И. И. (1998) считает, что город был построен за 9 лет; Петров \
     (2005, с. 12–15) пишет, что работы не были закончены и к 1725 году.\n",
    "这座城市建于1372年，是当时西北最重要的关口。1949年以后，这里修了铁路，人口也从2万增加到15万。\n\n\
     王力在1980年来过这里，他说这里的风是不停的。我们在2003年又去了一次，路已经修好了。\n",
    "この町は1889年に市になった。当時の人口は3万人で、鉄道はまだ通っていなかった。\n\n田中（1995）は、\
     町が大きくなったのは1920年代だと述べている。しかし、それを示す資料は残っていない。\n",
    "# Installation\n\n1. Download version 2.3.1 (2024-05-12) from https://example.org/download.\n\
     2. Unpack it: `tar xf tool-2.3.1.tar.gz`.\n3. Run `make -j8 install`.\n\n## Changes\n\n- 2.3.1 \
     (2024): the server can now be restarted.\n- 2.3.0 (2023): it is faster than it was.\n- 2.2.9 \
     (2022): bugs 112-118 were fixed.\n",
    "Dear Ms Lee,\n\nthank you for your letter of 3 May 2021. The rooms 12-14 are free from 7 June \
     2021, and the price is 45 a night.\n\nYours,\nJ. Smith\n\nSmith, J., Manager\nLee, B., Director\n\
     Tel. 030 1234-567\nFax 030 1234-568\n",
    "O rio nasce a 1.200 m de altitude e tem 230 km. A barragem foi construída em 1954 e não é usada \
     desde 1998.\n\nSegundo Silva (2003, p. 45-47), a água era boa até 1970. Depois disso, a fábrica \
     de papel, que é de 1968, mudou tudo.\n",
];

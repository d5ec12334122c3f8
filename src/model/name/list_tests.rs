//! Printed lists, with the families and given names they hold.

use super::*;

fn shown(text: &str) -> String {
    let names = Names::parse(text);
    let mut shown: Vec<String> = names
        .list
        .iter()
        .map(|name| {
            if name.given.is_empty() {
                joined(&name.particle, &name.family)
            } else {
                format!("{} {}", joined(&name.particle, &name.family), name.given).replace(' ', "_")
            }
        })
        .collect();
    if names.truncated {
        shown.push("+".to_owned());
    }
    shown.join(" ")
}

#[test]
fn printed_lists() {
    for (text, wanted) in [
        ("Smith, John; Doe, Jane", "Smith_John Doe_Jane"),
        (
            "John Smith, Jane Doe and Ann Roe",
            "Smith_John Doe_Jane Roe_Ann",
        ),
        (
            "John Smith, Jane Doe, and Ann Roe",
            "Smith_John Doe_Jane Roe_Ann",
        ),
        ("Smith J, Doe A", "Smith_J Doe_A"),
        ("Smith, J., Doe, A.", "Smith_J. Doe_A."),
        ("Smith, J., & Doe, A.", "Smith_J. Doe_A."),
        ("Smith, J. and Doe, A.", "Smith_J. Doe_A."),
        ("Smith, John, Doe, Jane", "Smith_John Doe_Jane"),
        ("Smith, John", "Smith_John"),
        ("Smith, J.", "Smith_J."),
        ("A. N. Other & B. Else", "Other_A._N. Else_B."),
        (
            "Schwartz, Robert, Ian Gregory, and Thomas Thévenin",
            "Schwartz_Robert Gregory_Ian Thévenin_Thomas",
        ),
        (
            "kautz, h., m. kearns, and b. selman",
            "kautz_h. kearns_m. selman_b.",
        ),
        (
            "schapire r.e., freund y., bartlett p.",
            "schapire_r.e. freund_y. bartlett_p.",
        ),
        ("r.l. rivest and r.e. schapire", "rivest_r.l. schapire_r.e."),
        ("Raffel, Shazeer, Roberts", "Raffel Shazeer Roberts"),
        (
            "Kopp, O., Armbruster, A., Zimmermann, O",
            "Kopp_O. Armbruster_A. Zimmermann_O",
        ),
        (
            "MAGUIRE J. M., PEMBERTON D., COLLETT M. H",
            "MAGUIRE_J._M. PEMBERTON_D. COLLETT_M._H",
        ),
        (
            "den Hertog J, Pals CE, de Laat SW",
            "den_Hertog_J Pals_CE de_Laat_SW",
        ),
        (
            "Thoermer, Claudia, & Sodian, Beate",
            "Thoermer_Claudia Sodian_Beate",
        ),
        (
            "Aslin, Richard N.; Saffran, Jenny R.; & Newport, Elissa L",
            "Aslin_Richard_N. Saffran_Jenny_R. Newport_Elissa_L",
        ),
        (
            "Y.D.Mercado,C .Gattringer,A .Schmidt",
            "Mercado_Y.D. Gattringer_C. Schmidt_A.",
        ),
        (
            "A. Cau, R. Kuiper, and W.-P. de Roever",
            "Cau_A. Kuiper_R. de_Roever_W.-P.",
        ),
        ("Smith J, Doe A, et al.", "Smith_J Doe_A +"),
        ("S. Buontempo et al", "Buontempo_S. +"),
        ("A Smith, B Doe…", "Smith_A Doe_B +"),
        ("正木 治恵、中原 美穂", "正木 治恵 中原 美穂"),
        (
            "정명석, 박성현, 채병훈, 이주연",
            "정명석 박성현 채병훈 이주연",
        ),
        ("王继民，罗鹏程，赵常煜，等", "王继民 罗鹏程 赵常煜 +"),
        ("張宇, 李明等", "張宇 李明 +"),
        ("趙宜萱.徐雲飛", "趙宜萱 徐雲飛"),
        (
            "Королев И. О., Иванова М. П. и др.",
            "Королев_И._О. Иванова_М._П. +",
        ),
        ("Королев И.О. и Иванова М.П.", "Королев_И.О. Иванова_М.П."),
        (
            "Akihiro OgushiYasuko Shimizu",
            "Ogushi_Akihiro Shimizu_Yasuko",
        ),
        ("Adeli K.Lewis G. F.", "Adeli_K. Lewis_G._F."),
        ("Juan García y María López", "García_Juan López_María"),
        (
            "Ortega y Gasset, José",
            "Ortega y Gasset_José".replace(' ', "_").as_str(),
        ),
        ("Smith, Jr., J., Doe, A.", "Smith_J. Doe_A."),
        ("John Smith, Jr., and Jane Doe", "Smith_John Doe_Jane"),
        ("Smith JA Jr, Doe B", "Smith_JA Doe_B"),
        ("World Health Organization", "World Health Organization"),
        (
            "Centers for Disease Control and Prevention",
            "Centers for Disease Control and Prevention",
        ),
        (
            "Smith J; DCCT Research Group",
            "Smith_J DCCT Research Group",
        ),
        ("Barnes and Noble, Inc.", "Barnes and Noble, Inc."),
        ("A. Smith / B. Doe", "Smith_A. Doe_B."),
        ("García Lopez, María", "García_Lopez_María"),
        ("Coetzee, A., & Pater, J", "Coetzee_A. Pater_J"),
        (
            "kearns, m., li, m., and valiant, l.",
            "kearns_m. li_m. valiant_l.",
        ),
        (
            "C. B. Jones, R. C. Shaw, and T. Denvir, editors",
            "Jones_C._B. Shaw_R._C. Denvir_T.",
        ),
        (
            "Panke Diana, Petersohn Ulrich",
            "Panke_Diana Petersohn_Ulrich",
        ),
        (
            "Xu Jun, Tsang ManYee Betty, Wolter Hermann, Panke Diana",
            "Xu_Jun Tsang_ManYee_Betty Wolter_Hermann Panke_Diana",
        ),
        (
            "Cédric Durand, Tristan Auvray",
            "Durand_Cédric Auvray_Tristan",
        ),
        (
            "Ansoff, H. Igor and Richard G. Brandenburg",
            "Ansoff_H._Igor Brandenburg_Richard_G.",
        ),
        (
            "Starr, J. R., R. J. Bayer, and B. A. Ford",
            "Starr_J._R. Bayer_R._J. Ford_B._A.",
        ),
        (
            "Emerson BM, Wrigley SR, Newton M",
            "Emerson_BM Wrigley_SR Newton_M",
        ),
        (
            "Schelhaas SonjaHeinzmann KathrinBollineni Vikram R.",
            "Schelhaas_Sonja Heinzmann_Kathrin Bollineni_Vikram_R.",
        ),
        (
            "Ofstad Endre GrunerHerfindal IvarSolberg Erling John",
            "Ofstad_Endre_Gruner Herfindal_Ivar Solberg_Erling_John",
        ),
        (
            "Di Maio MassimoDaniele BrunoPignata SandroPerrone Francesco",
            "Di_Maio_Massimo Daniele_Bruno Pignata_Sandro Perrone_Francesco",
        ),
        (
            "Foro Arnalot P.Pera O.Sanz X.Reig A.",
            "Foro_Arnalot_P. Pera_O. Sanz_X. Reig_A.",
        ),
        (
            "Cho Yoon YoungKang Min JinHahm Jong Ryeal",
            "Cho_Yoon_Young Kang_Min_Jin Hahm_Jong_Ryeal",
        ),
        ("", ""),
        ("et al.", "+"),
    ] {
        assert_eq!(shown(text), wanted, "{text}");
    }
}

#[test]
fn hostile_lists() {
    for unit in ["A, ", "a and ", "Ab C.", "; ", "(", "x y ", "Smith, J., "] {
        let _ = Names::parse(&unit.repeat(3_000));
    }
}

proptest::proptest! {
    #[test]
    fn any_list_is_read(text in "\\PC{0,80}") {
        let _ = Names::parse(&text);
    }
}

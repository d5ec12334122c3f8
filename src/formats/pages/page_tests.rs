//! Whole pages, small and with the dirt of real ones, read by the general reader.

use super::general::LAYOUT;
use super::tests::read_as;
use crate::model::{Field, Record, Role};

fn authors(record: &Record) -> usize {
    record.names(Field::Author).len()
}

#[test]
fn links_to_parts_of_the_page_stand_above_its_title() {
    let page = "Skip to main contentSkip to article\nScienceDirect\nOutline\nAbstract\nKeywords\nReferences (41)\nCited by (2)\nJournal of Affective Disorders\nVolume 218, 15 August 2017, Pages 181-188\nResearch paper\nLetters never sent: Writing to oneself after discharge\nAuthor links open overlay panelM.J. van der Velden a, Chun-Hsien Lu a c\na\nUniversity of Almería, Spain\nReceived 3 January 2017, Available online 27 April 2017.\nShare\nCite\nhttps://doi.org/10.1016/j.jad.2017.04.038\nAbstract\nBackground\nDischarge is a risky time.\nKeywords\nDischarge\nLetters\nCited by (2)\nDiary or letter? A comparison\n2019, Psychiatry Research\nShow abstract\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 2);
    let own = &records[0];
    assert_eq!(
        own.text(Field::Title),
        Some("Letters never sent: Writing to oneself after discharge")
    );
    assert_eq!(
        own.text(Field::JournalTitle),
        Some("Journal of Affective Disorders")
    );
    assert_eq!(own.text(Field::Volume), Some("218"));
    assert_eq!(own.text(Field::Doi), Some("10.1016/j.jad.2017.04.038"));
    assert_eq!(authors(own), 2);
    assert!(own.has(Field::Abstract));
    assert_eq!(records[1].role, Role::Related);
    assert_eq!(
        records[1].text(Field::JournalTitle),
        Some("Psychiatry Research")
    );
}

#[test]
fn marks_and_identifiers_between_names_are_none_of_them() {
    let page = "Serviços Personalizados\nJournal\nArtigo\nCiência & Saúde Coletiva\nversão impressa ISSN 1413-8123versão On-line ISSN 1678-4561\nCiênc. saúde coletiva vol.28 no.11 Rio de Janeiro nov. 2023  Epub 30-Out-2023\nTEMAS LIVRES\nHortas comunitárias e cuidado em liberdade: relato de uma rede\nCommunity gardens and care in freedom: report from a network\nMaria do Socorro Lima e SilvaI\nhttp://orcid.org/0000-0002-0000-1111\nThaís Nguyen-PereiraI  II\nIUniversidade Federal do Ceará. Fortaleza CE Brasil.\nRESUMO\nRelata-se a criação de sete hortas ao lado de serviços de saúde mental.\nPalavras-chave: Saúde mental; Horta comunitária\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    let own = &records[0];
    assert_eq!(
        own.text(Field::Title),
        Some("Hortas comunitárias e cuidado em liberdade: relato de uma rede")
    );
    assert_eq!(authors(own), 2);
    assert_eq!(
        own.text(Field::JournalTitle),
        Some("Ciência & Saúde Coletiva")
    );
    assert_eq!(own.text(Field::Number), Some("11"));
    assert!(own.has(Field::Issn));
}

#[test]
fn a_page_may_cite_itself_below_its_references() {
    let page = "Open access\nPublished:\nHaptic cues on cargo bicycles: a field test with postal riders\nAbstract\nPostal riders tested a vibrating handle for five weeks.\nReferences\n- Bekkers T, Huth V (2011) Heavy loads, light wheels. Transp Res Part F 14(3):201–210\nArticle Google Scholar\nBekkers T, Huth V (2011) Heavy loads, light wheels. Transp Res Part F 14(3):201–210\nArticle Google Scholar\nDownload references\nAbout this article\nCite this article\nVan Hoorebeke, L., Asante, K. Haptic cues on cargo bicycles: a field test with postal riders. Eur. Transp. Res. Rev. 14, 27 (2022). https://doi.org/10.1186/s12544-022-00552-7\nKeywords\nCargo bicycle\nHaptic warning\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].role, Role::Primary);
    assert_eq!(
        records[0].text(Field::Doi),
        Some("10.1186/s12544-022-00552-7")
    );
    assert!(records[0].has(Field::Keywords));
    assert_eq!(records[1].role, Role::Reference);
}

#[test]
fn a_line_above_a_name_is_no_work() {
    for page in [
        "Warten auf Gleis 13\nEin Besuch an einem Ort, an dem die Zeit anders vergeht.\nSaskia Terhorst\nSeit 125 Jahren sitzt sie dort.\n",
        "欢迎您！游客\n个人登录 机构登录 校外访问\n用户名：\n密码：\n",
        "503 Service Unavailable\nGuru Meditation: XID: 1847362910\nFecha: 12/02/2024 10:33:07\n대표전화 1577-0000 사업자등록번호 220-81-00000\n",
    ] {
        assert!(read_as(&LAYOUT, page).is_empty(), "{page}");
    }
}

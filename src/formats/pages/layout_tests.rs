//! Whole pages of single sites, small, with what their layout hides from the general reader.

use super::general::LAYOUT;
use super::tests::read_as;
use crate::model::{EntryType, Field, Record, Role};

fn authors(record: &Record) -> usize {
    record.names(Field::Author).len()
}

#[test]
fn a_translation_in_brackets_stands_above_its_title() {
    let page = "Suppr超能文献\n文献检索\nPubMed 检索 AI 问答\n返回\n[山谷居民的睡眠]\n[Sleep among people of the valley].\n\n机构信息\nUniversitetet i Bergen.\n\n出版信息\nNord J Sleep. 1997;51(3):101-9. doi: 10.1080/08039489742299.\n\nPMID:10112399\nAbstract\nSleep was short in June.\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(
        records[0].text(Field::Title),
        Some("Sleep among people of the valley")
    );
    assert_eq!(authors(&records[0]), 0);
    assert_eq!(records[0].text(Field::Volume), Some("51"));
}

#[test]
fn a_doi_behind_a_citation_is_of_the_work_cited() {
    let page = "Inicio / Archivos / Núm. 8 (2021) / ARTÍCULOS\nEl reloj de la plaza: horas y trabajo en un pueblo\nAutores/as\n    Inés Rey de Paz Universidad del Sur\nResumen\nSe observó un reloj durante un año.\nCitas\nMoreno, R. (2005). Clocks and everyday life: a history. Time & Society, 6(3), 319-332. doi:10.9999/152747640\nPublicado\n2021-06-30\nCómo citar\nRey de Paz, I. (2021). El reloj de la plaza: horas y trabajo en un pueblo. Anuario Andino, (8), e58. https://doi.org/10.9998/aa.2021.8\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 2);
    assert_eq!(records[0].text(Field::Doi), Some("10.9998/aa.2021.8"));
    assert_eq!(records[1].text(Field::Doi), Some("10.9999/152747640"));
    assert_eq!(records[1].role, Role::Reference);
}

#[test]
fn the_journal_stands_before_buttons_and_the_kind_before_the_date() {
    let page = "Home Der Anzeiger Article\n\nAlltag im Dorf ohne Laden\nOriginal Article Open access Published: 17 November 2018\n90, 64–70 (2019)\nCite this article\nDer Anzeiger Aims and scope Submit manuscript\nK. Braun1 & P. von und zu Egloff1\nAbstract\nTwo villages lack a shop.\nSimilar content being viewed by others\nWege zum Bäcker in ländlichen Regionen\nArticle 06 May 2020\nReferences\n1. Priebe S (2015) The mission of shops. World Shops 14:1–2\nCite this article\nBraun, K. & von und zu Egloff, P. Alltag im Dorf ohne Laden. Anzeiger 90, 64–70 (2019). https://doi.org/10.1007/s00000-018-0640-1\n";
    let records = read_as(&LAYOUT, page);
    let own = &records[0];
    assert_eq!(own.text(Field::Title), Some("Alltag im Dorf ohne Laden"));
    assert_eq!(own.text(Field::JournalTitle), Some("Der Anzeiger"));
    assert_eq!(authors(own), 2);
    let related = records.iter().find(|r| r.role == Role::Related);
    assert_eq!(
        related.and_then(|r| r.text(Field::Title)),
        Some("Wege zum Bäcker in ländlichen Regionen")
    );
}

#[test]
fn a_conference_paper_names_its_conference_and_each_author_twice() {
    let page = "Conference PaperPDF Available\n\nWho asks for the lift? Questions at a desk\n\n    June 2014\n\nDOI:10.9999/RG.2.1.43\n\n    Conference: 5th Meeting on Spaces of Care, Leiden\n    At: Leiden, The Netherlands\n\nAuthors:\nÉva Nagy-Kis at Hill University\nÉva Nagy-Kis\n\n    Hill University\n\nJon ten Have at Sea College\nJon ten Have\n\n    Sea College\n\nAbstract\nThousands of questions were written down at a desk.\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    let own = &records[0];
    assert_eq!(
        own.text(Field::Title),
        Some("Who asks for the lift? Questions at a desk")
    );
    assert_eq!(authors(own), 2);
    assert_eq!(own.entry_type, EntryType::InProceedings);
    assert_eq!(
        own.text(Field::BookTitle),
        Some("5th Meeting on Spaces of Care, Leiden")
    );
}

#[test]
fn a_fund_is_no_title_and_tags_are_terms() {
    let page = "您当前位置：首页 > 检索结果 > 文章详情\n“轮岗”背景下乡村教师的通勤——基于2,417份问卷的分析\n被引量:3\n在线阅读 下载PDF\n摘要 使用问卷数据,考察了通勤时间对意愿的作用。结果显示,道路是最主要的顾虑。\n作者 丹增卓玛\n出处 《教师研究》 2022年第34卷第1期58-66,共9页\n基金 国家社会科学基金教育学一般课题\"教师队伍研究\"(BHA180000)\n关键词 乡村教师 轮岗 通勤\n分类号 G451.2 [文化科学—教育学]\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(
        records[0].text(Field::Title),
        Some("“轮岗”背景下乡村教师的通勤——基于2,417份问卷的分析")
    );
    let page = "밤의 도서관 개관이 주민에게 미치는 영향\nThe Effect of Night Opening on Residents\n고은(Eun Ko), 서문탁(Tak Seomun) 외 2명\n방송과 사회\n제12권 제2호\n2009.06\n15 - 40 (26 pages)\nDOI : 10.9999/bs.2009\n초록\n주민은 밤의 도서관을 더 좋아하였다.\n키워드\n#도서관 #주민\n목차\n1. 문제 제기\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    let own = &records[0];
    assert_eq!(authors(own), 2);
    assert_eq!(own.text(Field::JournalTitle), Some("방송과 사회"));
    assert_eq!(own.text(Field::Pages), Some("15 - 40"));
    assert!(
        own.text(Field::Date)
            .is_some_and(|date| date.starts_with("2009"))
    );
}

#[test]
fn terms_below_the_identifier_need_no_label() {
    let page = "華藝線上圖書館\n期刊 > 期刊列表 > 護理雜誌 > 61卷3期\n病房夜間噪音之測量與改善\nMeasuring Noise on Wards at Night\n林小美(Mei Lin)；歐陽大安(Da-An Ouyang)\n護理雜誌；61卷3期（2014 / 06 / 01）；P33 - 41\nDOI：10.9999/JN.61.3.33\n噪音；夜班；noise；night shift\n分享到\n摘要\n夜間噪音超過六十分貝。改善後下降。\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(authors(&records[0]), 2);
    assert!(records[0].has(Field::Keywords));
    assert_eq!(records[0].text(Field::Pages), Some("33 - 41"));
}

#[test]
fn results_without_names_theses_and_languages_are_read() {
    let page = "1\nWho locks the gate?\n[No authors listed]\nLancet. 2001 Aug 18;358(9281):e3. doi: 10.9999/S0140. Epub 2001 Aug 2.\nPMID: 11520528\n2\n[The night nurse and the sun].\nSørensen-Quist B.\nSygeplejersken. 1987 Dec 9;87(50):4-7.\nPMID: 3326371 Danish. No abstract available.\nA pedestrian way of seeing\nC de Vries-Abe\nPhD thesis, University of the Hills, 2009\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 3);
    assert_eq!(authors(&records[0]), 0);
    assert!(records[1].has(Field::Language));
    assert!(matches!(
        records[2].entry_type,
        EntryType::PhdThesis | EntryType::Thesis
    ));
    assert_eq!(
        records[2].text(Field::Institution),
        Some("University of the Hills")
    );
}

#[test]
fn exports_may_name_nobody_and_a_language() {
    let page = "Scopus\nEXPORT DATE: 1 May 2020\n\nRoe, A., de la Cruz, M.\n57211111111;57222222222\nGlocken und Uhren im Bergbau\n(1999) Zeitschrift für Klang, 12 (3), pp. 101-115. Cited 2 times.\nDOI: 10.9999/ztg.1999.1\nLANGUAGE OF ORIGINAL DOCUMENT: German\nABSTRACT: Bells set the day of the miners. © 1999\nDOCUMENT TYPE: Article\nSOURCE: Scopus\n\n[No author name available]\nBells of towns and valleys\n(2005) Sound News, 5 (1), p. 3.\nDOCUMENT TYPE: Note\nSOURCE: Scopus\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 2);
    assert!(records[0].has(Field::Abstract) && records[0].has(Field::Language));
    assert_eq!(authors(&records[1]), 0);
    assert_eq!(records[1].text(Field::JournalTitle), Some("Sound News"));
}

#[test]
fn contents_may_lack_titles() {
    let page = "日本看護教育学会誌\nOnline ISSN : 2432-3713\n最新号\n原著\n    食後の語り −単身男性の場合−\n    中尾 友美, ロドリゲス 恵\n    2020 年 24 巻 1 号 p. 1-8\n    発行日: 2020/03/31\n    公開日: 2020/04/09\n    DOI https://doi.org/10.9999/jaden.24.1_1\n    ジャーナル フリー\n研究報告\n    奥井 良子, 水野 美華\n    2020 年 24 巻 1 号 p. 9-17\n    発行日: 2020/03/31\n    ジャーナル フリー\n    -看護師の視点から-\n    東 めぐみ\n    2020 年 24 巻 Supplement 号 p. S18-S20\n    発行日: 2020/03/31\n    原稿種別: 研究報告\n";
    let records = read_as(&LAYOUT, page);
    let told: Vec<_> = records
        .iter()
        .map(|r| {
            (
                r.text(Field::Title).is_some(),
                authors(r),
                r.text(Field::Pages),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (true, 2, Some("1-8")),
            (false, 2, Some("9-17")),
            (false, 1, Some("S18-S20"))
        ]
    );
}

#[test]
fn slashes_may_touch_the_title_and_a_town_is_no_journal() {
    let page = "Список литературы\nИстомин Э.Г. Водный путь в дореформенный период//История края. -1991. -№ 3. -С. 77-92.\nКузнецова Е.С. Мхи и травы севера // Флора Заонежья. Сортавала, 2007. С. 77-109.\n";
    let records = read_as(&LAYOUT, page);
    let journals: Vec<_> = records
        .iter()
        .map(|r| r.text(Field::JournalTitle).or(r.text(Field::BookTitle)))
        .collect();
    assert_eq!(journals, [Some("История края"), Some("Флора Заонежья")]);
}

#[test]
fn an_archive_names_the_conference_with_its_month_and_town() {
    let page = "Communication dans un congrès\n\nDu carnet au corpus : transcrire les journaux de bord\n\nClaire Le Roux-d’Arc 1 , Öykü Şen 2 Détails\n\nRésumé : Quatre-vingts journaux de bord ont été transcrits par des lecteurs bénévoles.\n\nType de document :\nCommunication dans un congrès\nCiter\nClaire Le Roux-d’Arc, Öykü Şen. Du carnet au corpus : transcrire les journaux de bord. Humanités 2020, May 2020, Bordeaux, France. pp.33-38. ⟨hal-03211234⟩\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].text(Field::BookTitle), Some("Humanités 2020"));
    assert_eq!(records[0].text(Field::Pages), Some("33-38"));
    assert_eq!(records[0].text(Field::Volume), None);
    assert_eq!(records[0].entry_type, EntryType::InProceedings);
}

#[test]
fn related_works_below_a_work_are_no_list_of_results() {
    let page = "Doors at night: A trial\n\n被引:0\n作者\nGray, A [1 ]\nD O I\n10.9999/S0033\n摘要\nDoors were locked. Nobody slept.\n相关论文\n  • [21] Doors by day: what keys said\n    Beebe, Lora\n    Tian, Lili\n    NURSING DOORS, 2005, 26 (06) : 661 - 676\n  • [22] Walking, Talking, Stopping: A Club\n    Pietrzak M.\n    Leisure Doors, 2021, 40 (3) : 318 - 331\n  • [23] Group walks in the dark months\n    Suetani, Shuichi\n    DOOR RESEARCH, 2016, 170 (01) : 226 - 226\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 4);
    assert_eq!(records[0].role, Role::Primary);
    assert_eq!(authors(&records[1]), 2);
}

#[test]
fn a_chapter_names_its_book_with_pages_and_pubmed_its_journal_above_a_stop() {
    let page = "ChapterPDF Available\nWalking the Corridor at Night\n    January 2015\nDOI:10.9999/978-3-319-12345-6_7\n    In book: Nights and Houses (pp.101-120)\n    Publisher: Springer\nAuthors:\nTom ten Have at Sea College\nTom ten Have\n\n    Sea College\n\nAbstract\nA nurse walks eight kilometres a night.\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].text(Field::BookTitle), Some("Nights and Houses"));
    assert_eq!(records[0].text(Field::Pages), Some("101-120"));
    assert!(matches!(
        records[0].entry_type,
        EntryType::InBook | EntryType::InCollection
    ));
    let page = "PubMed\nRandomized Controlled Trial\nBMC Nursing\n. 2019 Nov 12;19(1):345.\ndoi: 10.9999/s12888-019-2334-x.\nLamps on the corridor: a randomised trial\nAna Ruiz-Peña 1 2, Koen van der Berg 1\nAffiliations Expand\nPMID: 31718599\nAbstract\nBackground: Lamps are many.\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    assert_eq!(records[0].text(Field::JournalTitle), Some("BMC Nursing"));
    assert_eq!(authors(&records[0]), 2);
}

#[test]
fn a_journal_with_its_numbers_may_stand_above_date_and_pages() {
    let page = "DBpia\n학술저널\n밤섬의 새와 도시의 소음\nBirds of an Island and the Noise of a City\n저자정보\n고은별(서울대학교) 남궁민(한국방송)\n저널정보\n한국조경학회 한국조경학회지 한국조경학회지 제45권 제2호(통권 180호)\n2017.04\n1 - 12 (12page)\nDOI 10.9999/KILA.2017.45.2.001\n초록·키워드\n밤섬의 새는 소음을 피하지 않았다.\n#밤섬 #소음\n";
    let records = read_as(&LAYOUT, page);
    assert_eq!(records.len(), 1);
    let own = &records[0];
    assert_eq!(own.text(Field::Title), Some("밤섬의 새와 도시의 소음"));
    assert_eq!(own.text(Field::JournalTitle), Some("한국조경학회지"));
    assert_eq!(own.text(Field::Volume), Some("45"));
    assert_eq!(own.text(Field::Pages), Some("1 - 12"));
    assert_eq!(authors(own), 2);
}

#[test]
fn a_line_of_other_works_names_the_authors_of_this_one() {
    let page = "Журнал\nВестник Окского университета. История\n2016\nВАК\nКлючевые слова\nПРИСТАНИ / ЯРМАРКИ / ОКА\nПохожие темы научных работ по истории и археологии , автор научной работы — Белова Анна Борисовна, Орлов Пётр Ильич\nThe landings of the Oka\nТекст научной работы на тему «Пристани и ярмарки на Оке в начале XIX в.»\nВестник Окского университета. История. 2016. № 5\nА.Б. Белова, П.И. Орлов\nКлючевые слова: пристани; ярмарки.\n";
    let records = read_as(&LAYOUT, page);
    let own = &records[0];
    assert_eq!(
        own.text(Field::Title),
        Some("Пристани и ярмарки на Оке в начале XIX в.")
    );
    assert_eq!(authors(own), 2);
    assert_eq!(own.names(Field::Author)[0].given, "Анна Борисовна");
}

use super::parse;
use crate::formats::references::testing::{found, hold};

#[test]
fn articles_are_read() {
    hold(
        parse,
        &[
            (
                "原田隆史. 書誌情報の利用. 情報管理. 2007, vol. 50, no. 8, p. 496-505.",
                "author=原田隆史|title=書誌情報の利用|journaltitle=情報管理|date=2007|volume=50|number=8|pages=496-505",
            ),
            (
                "1) 山田太郎, 鈴木花子. 図書館における電子化の現状. 図書館雑誌. 1999, vol.93, no.4, p.272-274.",
                "author=山田太郎, 鈴木花子|title=図書館における電子化の現状|journaltitle=図書館雑誌|date=1999|volume=93|number=4|pages=272-274",
            ),
            (
                "佐藤翔ほか. 機関リポジトリの利用動向. 情報知識学会誌. 2011, vol. 21, no. 3, p. 383-402, doi:10.2964/jsik.21_03_02.",
                "author=佐藤翔ほか|title=機関リポジトリの利用動向|journaltitle=情報知識学会誌|date=2011|volume=21|number=3|pages=383-402",
            ),
            (
                "田中一郎. データベースの設計. 情報処理. 1988, no. 12, p. 1-9.",
                "author=田中一郎|title=データベースの設計|journaltitle=情報処理|date=1988|number=12|pages=1-9",
            ),
            (
                "高橋進. ゲノム解析の進歩. 遺伝. 2001, vol. 55, p. 22-27.",
                "author=高橋進|title=ゲノム解析の進歩|journaltitle=遺伝|date=2001|volume=55|pages=22-27",
            ),
            (
                "木村優. 地震と地盤. 土木学会論文集. 1995, no. 512, p. 45-58, (in Japanese).",
                "author=木村優|title=地震と地盤|journaltitle=土木学会論文集|date=1995|number=512|pages=45-58",
            ),
            (
                "中村さとみ. 読書の効果. 教育心理学研究. 2015-03, vol. 63, no. 1, p. 11-20. http://example.jp/a, (参照 2016-04-01).",
                "author=中村さとみ|title=読書の効果|journaltitle=教育心理学研究|date=2015-03|volume=63|number=1|pages=11-20",
            ),
        ],
    );
}

#[test]
fn books_are_read() {
    hold(
        parse,
        &[
            (
                "坂本賢三. 科学思想史. 岩波書店, 1984, 258p.",
                "author=坂本賢三|title=科学思想史|publisher=岩波書店|date=1984|pagetotal=258",
            ),
            (
                "山田太郎, 鈴木花子. 図書館学入門. 第2版, 東京, 丸善, 2005, 230p., (情報学叢書, 3).",
                "author=山田太郎, 鈴木花子|title=図書館学入門|edition=第2版|location=東京|publisher=丸善|date=2005|pagetotal=230|series=情報学叢書",
            ),
            (
                "倉田敬子編. 電子メディアは研究を変えるのか. 勁草書房, 2000, 220p.",
                "editor=倉田敬子|title=電子メディアは研究を変えるのか|publisher=勁草書房|date=2000|pagetotal=220",
            ),
            (
                "図書館用語辞典編集委員会編. 最新図書館用語大辞典. 柏書房, 2004, 643p. ISBN 4-7601-2489-3.",
                "editor=図書館用語辞典編集委員会|title=最新図書館用語大辞典|publisher=柏書房|date=2004|pagetotal=643",
            ),
            (
                "情報科学技術協会. 情報検索の基礎. 改訂版, 日外アソシエーツ, 1997, 150p.",
                "author=情報科学技術協会|title=情報検索の基礎|edition=改訂版|publisher=日外アソシエーツ|date=1997|pagetotal=150",
            ),
            (
                "小林よしお. やさしい統計. 京都, 化学同人, 1991, 180p.",
                "author=小林よしお|title=やさしい統計|location=京都|publisher=化学同人|date=1991|pagetotal=180",
            ),
            (
                "日本の名著百選. 東京, 中央公論社, 1990, 310p.",
                "title=日本の名著百選|location=東京|publisher=中央公論社|date=1990|pagetotal=310",
            ),
        ],
    );
}

#[test]
fn parts_of_books_are_read() {
    hold(
        parse,
        &[
            (
                "村主朋英. “医学分野における動向”. 電子メディアは研究を変えるのか. 倉田敬子編. 勁草書房, 2000, p. 59-97.",
                "author=村主朋英|title=医学分野における動向|booktitle=電子メディアは研究を変えるのか|editor=倉田敬子|publisher=勁草書房|date=2000|pages=59-97",
            ),
            (
                "加藤信哉. “電子ジャーナル”. 図書館の未来. 東京, 丸善, 2003, p. 15-40.",
                "author=加藤信哉|title=電子ジャーナル|booktitle=図書館の未来|location=東京|publisher=丸善|date=2003|pages=15-40",
            ),
            (
                "井上ひさし. \"ことばの力\". 日本語の世界. 大野晋編. 第3版, 中央公論社, 1986, p. 101-130.",
                "author=井上ひさし|title=ことばの力|booktitle=日本語の世界|editor=大野晋|edition=第3版|publisher=中央公論社|date=1986|pages=101-130",
            ),
            (
                "“日本の図書館”. 図書館年鑑. 日本図書館協会編. 日本図書館協会, 2010, p. 3-12.",
                "title=日本の図書館|booktitle=図書館年鑑|editor=日本図書館協会|publisher=日本図書館協会|date=2010|pages=3-12",
            ),
            (
                "西田明. “論文の書き方”. 第10回情報学シンポジウム講演論文集. 東京, 日本学術会議, 1996, p. 7-12.",
                "author=西田明|title=論文の書き方|booktitle=第10回情報学シンポジウム講演論文集|location=東京|publisher=日本学術会議|date=1996|pages=7-12",
            ),
        ],
    );
}

#[test]
fn names_of_other_scripts_and_patents_are_read() {
    hold(
        parse,
        &[
            (
                "山本太一, Brown, A. B. 川の音の測り方. 水環境研究. 2011, vol. 3, no. 2, p. 5-14.",
                "author=山本太一, Brown, A. B|title=川の音の測り方|journaltitle=水環境研究|date=2011|volume=3|number=2|pages=5-14",
            ),
            (
                "特許第4000123号. 組立式水車. 山本太一. 2009-05-01.",
                "type=特許|number=4000123|title=組立式水車|author=山本太一|date=2009-05-01",
            ),
        ],
    );
}

#[test]
fn theses_reports_and_pages_of_the_web_are_read() {
    hold(
        parse,
        &[
            (
                "山下清. 日本語の文体の研究. 東京大学, 2005, 120p, 博士論文.",
                "author=山下清|title=日本語の文体の研究|publisher=東京大学|date=2005|pagetotal=120|type=博士論文",
            ),
            (
                "森あきら. 雲の観測. 京都大学, 1998, 88p, 修士論文.",
                "author=森あきら|title=雲の観測|publisher=京都大学|date=1998|pagetotal=88|type=修士論文",
            ),
            (
                "科学技術庁. 科学技術の動向. 科学技術庁, 1999, p. 1-34.",
                "author=科学技術庁|title=科学技術の動向|publisher=科学技術庁|date=1999|pages=1-34",
            ),
            (
                "国立国会図書館. “国立国会図書館について”. http://www.ndl.go.jp/jp/aboutus/, (参照 2020-01-05).",
                "author=国立国会図書館|title=国立国会図書館について",
            ),
            (
                "総務省. “情報通信白書の概要”. 総務省ホームページ. 2012-07-17. http://www.soumu.go.jp/a/b.html, (参照 2013-02-01).",
                "author=総務省|title=情報通信白書の概要|journaltitle=総務省ホームページ|date=2012-07-17",
            ),
            (
                "文部科学省. “学術情報の流通”. 文部科学省. http://www.mext.go.jp/x, (参照 2008-11-20).",
                "author=文部科学省|title=学術情報の流通|journaltitle=文部科学省",
            ),
        ],
    );
}

#[test]
fn what_is_printed_otherwise_is_left_to_others() {
    for text in [
        "島義史. (2009). イチゴ作新規参入者の成長プロセス. 農業経営研究, 47(3), 1-10.",
        "宇治鄕毅. 1985. 近代韓國公共圖書館史の硏究. 參考書誌硏究, 30: 1-22.",
        "我妻栄. 新訂担保物権法[M]. 有斐閣, 1971.",
        "王名扬. 美国行政法. 北京大学出版社, 2007.",
        "Smith J. A title. J Test. 2001, vol. 3, p. 1-2.",
        "",
    ] {
        assert_eq!(found(parse, text), "", "{text}");
    }
}

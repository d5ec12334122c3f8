use super::*;
use crate::formats::references::links::links;
use crate::formats::references::number::list_number;
use crate::formats::references::token::tokens;

/// Each field found, as `name=words`, but for the title.
fn found(text: &str) -> (String, String) {
    let number = list_number(text);
    let mut all = tokens(text, &links(text));
    all.retain(|token| token.start >= number);
    let found = parse(text, &all).unwrap_or_default();
    let mut title = String::new();
    let mut rest = Vec::new();
    for field in &found.fields {
        let RawName::Meant(Meaning::Field(name)) = field.name else {
            continue;
        };
        let words = field.value.of(text);
        if name == Field::Title {
            words.clone_into(&mut title);
        } else {
            rest.push(format!("{}={words}", name.spec().biblatex));
        }
    }
    (title, rest.join("|"))
}

#[test]
fn the_forms_of_the_standard_are_read() {
    for (text, title, rest) in [
        (
            "[1] 李娜, 王芳, 等. 护理需求[J]. 护理学杂志, 2021, 36(09): 78-81.",
            "护理需求",
            "author=李娜, 王芳, 等|journaltitle=护理学杂志|date=2021|volume=36|number=09|pages=78-81",
        ),
        (
            "崔山. 2006. 司法论[J]. 法学(1): 144-164[2022-07-26].",
            "司法论",
            "author=崔山|date=2006|journaltitle=法学|number=1|pages=144-164",
        ),
        (
            "MOU W, MCNAMARA T P, et al., 2014b. Frames of reference[J/OL]. Nature, 510: 356-362. DOI:10.1/x.",
            "Frames of reference",
            "date=2014|author=MOU W, MCNAMARA T P, et al|journaltitle=Nature|volume=510|pages=356-362",
        ),
        (
            "陈登．国史旧闻：第１卷［M］．北京：中华书局，2000：29．",
            "国史旧闻",
            "author=陈登|volume=１|location=北京|publisher=中华书局|date=2000|pages=29",
        ),
        (
            "王保. 董事会[M]//梁星. 民商论丛: 卷 1. 2 版. 北京: 法律出版社, 1994: 110.",
            "董事会",
            "author=王保|edition=2 版|editor=梁星|booktitle=民商论丛|volume=1|location=北京|publisher=法律出版社|date=1994|pages=110",
        ),
        (
            "邓刚. 节电器: 中国, CN101106276A[P]. 2008-01-16.",
            "节电器",
            "author=邓刚|eid=CN101106276A|date=2008-01-16",
        ),
        (
            "佚名. 致外交部电[N]. 民国日报, 1925-08-14(4).",
            "致外交部电",
            "author=佚名|journaltitle=民国日报|date=1925-08-14|pages=4",
        ),
        (
            "富勒. 法律的道德性. 郑戈译. 2 版. 北京: 商务印书馆, 2005. 24～25",
            "法律的道德性",
            "author=富勒|translator=郑戈|edition=2 版|location=北京|publisher=商务印书馆|date=2005|pages=24～25",
        ),
        (
            "[26] 劳特, 国际法, 8 版, 卷 2. 商务印书馆, 1971.",
            "国际法",
            "volume=2|edition=8 版|author=劳特|publisher=商务印书馆|date=1971",
        ),
        (
            "应年 and 马德, Eds., 行政法的源流. 中国法制出版社, 2006.",
            "行政法的源流",
            "editor=应年 and 马德|publisher=中国法制出版社|date=2006",
        ),
        (
            "荣庆日记. 西安: 西北大学出版社, 1986.",
            "荣庆日记",
            "location=西安|publisher=西北大学出版社|date=1986",
        ),
        (
            "36 致外交部电. 民国日报, 1925.8.14(4)",
            "致外交部电",
            "journaltitle=民国日报|date=1925.8.14|pages=4",
        ),
        (
            "94 邓刚. 节电器. 中国, CN101106276A. 2008.1.16",
            "节电器",
            "author=邓刚|eid=CN101106276A|date=2008.1.16",
        ),
        (
            "狄葆贤 ([日期不详]). 平等阁笔记. 有正书局, 上海.",
            "平等阁笔记",
            "author=狄葆贤|location=上海|publisher=有正书局",
        ),
        (
            "[1] 王扬. 行政法. 北京大学出版社, 2007. 王扬. 行政法. 北京大学出版社, 2007. (in Chinese)",
            "行政法",
            "author=王扬|publisher=北京大学出版社|date=2007",
        ),
        (
            "王扬. 行政法. 北京大学出版社, 2007. Wang Y. Administrative law. Peking University Press, 2007. (in Chinese)",
            "行政法",
            "author=王扬|publisher=北京大学出版社|date=2007",
        ),
        (
            "馬勝, 姜建國. 淺談辨證觀. 河南中醫. 2015. 35(4). https://doi.org/10.16367/j.1.",
            "淺談辨證觀",
            "author=馬勝, 姜建國|journaltitle=河南中醫|date=2015|volume=35|number=4",
        ),
        (
            "李青, 孙红. 周围神经病变的效果. 康复理论与实践 2017;23(11):1321-5.",
            "周围神经病变的效果",
            "author=李青, 孙红|journaltitle=康复理论与实践|date=2017|volume=23|number=11|pages=1321-5",
        ),
        (
            "劉時, 陳平. 簡方續考. 中華醫史雜誌. 2000; 30(4): 197-199.",
            "簡方續考",
            "author=劉時, 陳平|journaltitle=中華醫史雜誌|date=2000|volume=30|number=4|pages=197-199",
        ),
        (
            "鄧芝(2010). 東莞主人張嘉謨. 嶺南文史. 3月号: 58-60.",
            "東莞主人張嘉謨",
            "date=2010|author=鄧芝|journaltitle=嶺南文史|number=3|pages=58-60",
        ),
        (
            "山岸喬. 2016. 生薬シリーズ. 漢方研究. 532(4): 131-132.",
            "生薬シリーズ",
            "author=山岸喬|date=2016|journaltitle=漢方研究|volume=532|number=4|pages=131-132",
        ),
        (
            "许超. 好好干[EB/OL]. (2025-02-17)[2025-06-22]. https://a.cn/b.",
            "好好干",
            "author=许超|date=2025-02-17",
        ),
    ] {
        assert_eq!(found(text), (title.to_owned(), rest.to_owned()), "{text}");
    }
}

#[test]
fn what_is_printed_otherwise_is_left_to_the_model() {
    for text in [
        "Smith J. A title. J Test. 2001;3:1-2.",
        "[J]",
        "周向.趙偉.李氷, 1996, 辽宁的高句丽城址, 北方文物1期.",
        "马达, 苏甲, The Environment Protection In Historic Block, 城市更新[J], p.95, 2015.",
        "",
        "张三（2001）：《题名》，北京：商务印书馆。",
    ] {
        let tokens = tokens(text, &[]);
        assert!(parse(text, &tokens).is_none(), "{text}");
    }
}

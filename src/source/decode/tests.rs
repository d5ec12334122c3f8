//! Real bytes of every encoding.

use std::borrow::Cow;

use super::*;

/// A record that is ASCII but for its title and author.
fn record(title: &str, author: &str) -> String {
    format!(
        "TY  - JOUR\r\nTI  - {title}\r\nAU  - {author}\r\nPY  - 2020\r\nDO  - 10.1000/182\r\nER  - \r\n"
    )
}

#[track_caller]
fn guessed(bytes: &[u8], encoding: &str, text: &str) {
    let decoded = decode(bytes);
    assert_eq!(decoded.text, text);
    assert_eq!(decoded.decoding.encoding, encoding);
    assert!(decoded.decoding.guessed);
    assert_eq!(
        (decoded.decoding.replaced, decoded.decoding.foreign_lines),
        (0, 0)
    );
}

#[test]
fn legacy_encodings_of_native_text() {
    for (encoding, name, title, author) in [
        (
            encoding_rs::GBK,
            "GBK",
            "基于深度学习的医学图像分割方法研究综述",
            "王小明",
        ),
        (
            encoding_rs::GB18030,
            "GBK",
            "镕基与喆字人名用字的四字节编码研究",
            "陶喆",
        ),
        (
            encoding_rs::BIG5,
            "Big5",
            "臺灣地區高等教育發展之研究與展望",
            "陳水扁",
        ),
        (
            encoding_rs::SHIFT_JIS,
            "Shift_JIS",
            "深層学習を用いた画像認識に関する研究",
            "山田太郎",
        ),
        (
            encoding_rs::EUC_JP,
            "EUC-JP",
            "深層学習を用いた画像認識に関する研究",
            "山田太郎",
        ),
        (
            encoding_rs::EUC_KR,
            "EUC-KR",
            "한국 경제의 구조적 변화에 관한 연구",
            "김철수",
        ),
        (
            encoding_rs::WINDOWS_1251,
            "windows-1251",
            "Исследование структуры русского языка",
            "Пушкин А. С.",
        ),
        (
            encoding_rs::KOI8_R,
            "KOI8-U",
            "Исследование структуры русского языка",
            "Пушкин А. С.",
        ),
        (
            encoding_rs::WINDOWS_1252,
            "windows-1252",
            "Über die Gründe für größere Städte",
            "Müller, Jürgen",
        ),
        (
            encoding_rs::WINDOWS_1250,
            "windows-1250",
            "Příliš žluťoučký kůň úpěl ďábelské ódy",
            "Dvořák, Antonín",
        ),
        (
            encoding_rs::WINDOWS_1254,
            "windows-1254",
            "Türkçe öğretmenlerinin görüşleri ışığında",
            "Yıldız, Ayşe",
        ),
    ] {
        let text = record(title, author);
        let (bytes, _, failed) = encoding.encode(&text);
        assert!(!failed, "{name}");
        let decoded = decode(&bytes);
        assert_eq!(decoded.text, text, "{name}");
        assert!(
            decoded.decoding.encoding == name || name == "KOI8-U",
            "{:?}",
            decoded.decoding
        );
        assert!(decoded.decoding.guessed);
        assert_eq!(decoded.decoding.replaced, 0);
    }
}

#[test]
fn few_foreign_bytes_are_western() {
    guessed(
        b"Effect of 5 \xb5m particles",
        "windows-1252",
        "Effect of 5 µm particles",
    );
    guessed(b"Schr\xf6dinger", "windows-1252", "Schrödinger");
    guessed(
        b"Patients\x92 view \x96 a 37 \xb0C study",
        "windows-1252",
        "Patients’ view – a 37 °C study",
    );
    guessed(
        b"Garc\xeda and Mu\xf1oz",
        "windows-1252",
        "García and Muñoz",
    );
    guessed(b"3 \xcd\xf5\xd0\xa1\xc3\xf7", "GBK", "3 王小明");
}

#[test]
fn marks_decide() {
    let text = "TY  - JOUR\nTI  - é 王 𠮷\n";
    let units: Vec<u16> = text.encode_utf16().collect();
    let codes: Vec<u32> = text.chars().map(u32::from).collect();
    let little16: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big16: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let little32: Vec<u8> = codes.iter().flat_map(|code| code.to_le_bytes()).collect();
    let big32: Vec<u8> = codes.iter().flat_map(|code| code.to_be_bytes()).collect();
    for (mark, bytes, encoding) in [
        (&b"\xef\xbb\xbf"[..], text.as_bytes().to_vec(), "UTF-8"),
        (b"\xff\xfe", little16, "UTF-16LE"),
        (b"\xfe\xff", big16, "UTF-16BE"),
        (b"\xff\xfe\0\0", little32, "UTF-32LE"),
        (b"\0\0\xfe\xff", big32, "UTF-32BE"),
    ] {
        let marked = [mark, &bytes].concat();
        let decoded = decode(&marked);
        assert_eq!(
            (&*decoded.text, &decoded.decoding),
            (text, &Decoding::sure(encoding))
        );
        let decoded = decode(&bytes);
        assert_eq!(
            (&*decoded.text, decoded.decoding.encoding),
            (text, encoding)
        );
    }
}

#[test]
fn wide_text_without_mark_may_be_mostly_han() {
    let text = "TI  - 基于深度学习的医学图像分割方法研究综述\n".repeat(40);
    let bytes: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let decoded = decode(&bytes);
    assert_eq!(
        (&*decoded.text, decoded.decoding.encoding),
        (text.as_str(), "UTF-16LE")
    );
    assert_eq!(decode(b"a\0").text, "a");
    let odd = [&bytes[..], b"x"].concat();
    assert_eq!(decode(&odd).decoding.replaced, 1);
}

#[test]
fn valid_utf8_is_borrowed_and_sure() {
    for text in ["", "plain", "é 王 – Ã©", "NUL \0 inside a longer text"] {
        let decoded = decode(text.as_bytes());
        assert!(matches!(decoded.text, Cow::Borrowed(borrowed) if borrowed == text));
        assert_eq!(decoded.decoding, Decoding::sure("UTF-8"));
    }
}

#[test]
fn lines_of_another_encoding_are_decoded_by_themselves() {
    let good = record("Étude générale 王小明", "Lefèvre, Éric");
    let bytes = [
        good.as_bytes(),
        b"TI  - Der Gro\xdfe K\xf6nig\n",
        good.as_bytes(),
        b"AU  - M\xfcller\n",
    ]
    .concat();
    let decoded = decode(&bytes);
    assert_eq!(
        decoded.text,
        format!("{good}TI  - Der Große König\n{good}AU  - Müller\n")
    );
    assert_eq!(
        decoded.decoding,
        Decoding {
            foreign_lines: 2,
            ..Decoding::sure("UTF-8")
        }
    );

    let gbk = encoding_rs::GBK
        .encode("TI  - 基于深度学习的医学图像分割\n")
        .0
        .into_owned();
    let bytes = [good.as_bytes(), &gbk].concat();
    assert_eq!(
        decode(&bytes).text,
        format!("{good}TI  - 基于深度学习的医学图像分割\n")
    );
}

#[test]
fn cut_characters_are_replaced_and_counted() {
    let bytes = [
        &"TI  - 基于深度学习的医学图像分割".as_bytes()[..40],
        b"\nAB  - caf\xc3\xa9\n",
    ]
    .concat();
    let decoded = decode(&bytes);
    assert_eq!(
        decoded.text,
        "TI  - 基于深度学习的医学图像\u{fffd}\nAB  - café\n"
    );
    assert_eq!(decoded.decoding.replaced, 1);
}

#[test]
fn a_line_of_utf8_in_another_file() {
    let gbk = encoding_rs::GBK
        .encode(&record("基于深度学习的医学图像分割方法", "王小明"))
        .0
        .into_owned();
    let bytes = [
        &gbk[..],
        "TI  - 基于深度学习的医学图像分割方法研究\n".as_bytes(),
    ]
    .concat();
    let decoded = decode(&bytes);
    assert!(
        decoded.text.contains("方法研究\n") && decoded.text.contains("王小明"),
        "{decoded:?}"
    );
}

#[test]
fn japanese_mail() {
    let bytes = b"TI  - \x1b$B?<AX3X=,\x1b(B\n";
    let decoded = decode(bytes);
    assert_eq!(decoded.decoding.encoding, "ISO-2022-JP");
    assert_eq!(decoded.text, "TI  - 深層学習\n");
    assert_eq!(decode(b"price \x1b$").decoding.encoding, "UTF-8");
}

#[test]
fn what_is_no_text_is_said_to_be_none() {
    let noise: Vec<u8> = (0..5000_u32)
        .map(|n| n.wrapping_mul(2_654_435_761).to_be_bytes()[1])
        .collect();
    for bytes in [
        &b"%PDF-1.7\n%\xe2\xe3\xcf\xd3"[..],
        b"PK\x03\x04\x14\0\x06\0",
        b"\x1f\x8b\x08\0\0",
        &noise,
    ] {
        assert!(decode(bytes).decoding.binary);
    }
    assert!(!decode(b"plain \x0c text \x1a").decoding.binary);
}

proptest::proptest! {
    #[test]
    fn any_bytes_give_an_answer(bytes in proptest::collection::vec(proptest::prelude::any::<u8>(), 0..300)) {
        decode(&bytes);
    }
}

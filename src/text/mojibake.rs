//! Mojibake: UTF-8 or another encoding read as a single-byte one.

mod chinese;
mod western;

use super::ascii;

/// The text meant, if `text` holds UTF-8 that was read as windows-1252 or Latin-1 (up to three
/// times), GBK that was read so, or UTF-8 that was read as GBK.
///
/// Each run of such characters must be decodable as a whole; other runs of the text stay, and so
/// does everything that may be proper: `NÃO`, `Å`, `«É»`. [`None`] if nothing changes.
///
/// ```
/// use bibsift::text::mojibake::repair;
/// assert_eq!(repair("MÃ¼ller â€“ CafÃ©").as_deref(), Some("Müller – Café"));
/// assert_eq!(repair("Éî¶ÈÑ§Ï°").as_deref(), Some("深度学习"));
/// assert_eq!(repair("A EDUCAÇÃO EM SÃO PAULO"), None);
/// ```
pub fn repair(text: &str) -> Option<String> {
    const MOST_OFTEN: usize = 3;
    let signs = Signs::of(text);
    if signs.han
        && let Some(repaired) = chinese::from_gbk(text)
    {
        return Some(repaired);
    }
    let mut repaired: Option<String> = None;
    for _ in 0..if signs.sequence { MOST_OFTEN } else { 0 } {
        match western::repair(repaired.as_deref().unwrap_or(text)) {
            Some(better) => repaired = Some(better),
            None => break,
        }
    }
    repaired.or_else(|| signs.western.then(|| chinese::from_western(text)).flatten())
}

/// What the bytes of a text tell before a character of it is decoded. Text decoded rightly, and
/// that is nearly all, has none of the signs that a repair needs.
#[derive(Debug, Default)]
struct Signs {
    /// A Chinese character.
    han: bool,
    /// A Latin letter that is the first byte of a UTF-8 sequence to windows-1252, and behind it a
    /// character that is a later byte; or an `Ã`, behind which a no-break space may be lost.
    sequence: bool,
    /// Four characters beyond ASCII side by side, and none that windows-1252 has not.
    western: bool,
}

impl Signs {
    fn of(text: &str) -> Self {
        let mut signs = Self::default();
        let (mut long, mut other) = (false, false);
        for span in ascii::beyond(text) {
            let bytes = span.as_bytes();
            long |= bytes.len() >= 8;
            for (at, &byte) in bytes.iter().enumerate() {
                match byte {
                    0xc3 => {
                        let letter = bytes.get(at + 1).copied().unwrap_or_default();
                        let next = bytes.get(at + 2).copied().unwrap_or_default();
                        signs.sequence |= letter == 0x83
                            || (0x82..=0xb4).contains(&letter)
                                && matches!(next, 0xc2 | 0xc5 | 0xc6 | 0xcb | 0xe2);
                    }
                    ..=0xc2 | 0xc5 | 0xc6 | 0xcb | 0xe2 => {}
                    _ => {
                        other = true;
                        signs.han |= matches!(byte, 0xe3..=0xe9);
                    }
                }
            }
        }
        signs.western = long && !other;
        signs
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// UTF-8 read as windows-1252.
    fn garble(text: &str) -> String {
        encoding_rs::WINDOWS_1252
            .decode_without_bom_handling(text.as_bytes())
            .0
            .into_owned()
    }

    #[test]
    fn utf8_read_as_western() {
        for text in [
            "Müller – Café",
            "García Márquez, José",
            "l’été à la plage",
            "Über “Größe”…",
            "Österreichische Ärzte",
            "São Paulo: educação",
            "O que é esperar? São Paulo",
            "Łódź i Kraków",
            "Dvořák, Antonín",
            "Пушкин А. С.",
            "Αριστοτέλης",
            "深度学习在医学中的应用",
            "東京の人口",
            "한국 경제",
            "5 µm at 37 °C ± 2",
            "x ≥ 3 → y™ © ®",
            "Smith 😀",
            "Žižek, Ślęzak",
            "İstanbul'da eğitim",
            "GRÖSSE ÜBER ALLES",
            "«Études» à Liège",
            "naïve façade",
        ] {
            let once = garble(text);
            assert_eq!(repair(&once).as_deref(), Some(text), "{once}");
            let twice = garble(&once);
            assert_eq!(repair(&twice).as_deref(), Some(text), "{twice}");
        }
        assert_eq!(
            repair("Lefe\u{c3}\u{a8}vre \u{e2}\u{80}\u{93}").as_deref(),
            Some("Lefeèvre –")
        );
        assert_eq!(
            repair("UniversitÃ di Pavia, cittÃ").as_deref(),
            Some("Università di Pavia, città")
        );
        assert_eq!(repair("“MÃ¼ller” é 王").as_deref(), Some("“Müller” é 王"));
    }

    #[test]
    fn chinese_read_as_western() {
        for text in ["深度学习", "中国科学院", "基于神经网络的图像识别", "王小明"]
        {
            let bytes = encoding_rs::GBK.encode(text).0;
            let garbled = encoding_rs::WINDOWS_1252
                .decode_without_bom_handling(&bytes)
                .0;
            assert_eq!(repair(&garbled).as_deref(), Some(text), "{garbled}");
        }
    }

    #[test]
    fn utf8_read_as_chinese() {
        for text in ["深度学习在医学", "Patients’s view", "the “best” way"] {
            let (garbled, _) = encoding_rs::GBK.decode_without_bom_handling(text.as_bytes());
            if !garbled.contains('\u{fffd}') {
                assert_eq!(repair(&garbled).as_deref(), Some(text), "{garbled}");
            }
        }
        assert_eq!(
            repair("children鈥檚 books").as_deref(),
            Some("children’s books")
        );
    }

    #[test]
    fn proper_text_stays() {
        for text in [
            "plain",
            "Müller",
            "naïve café",
            "São Paulo",
            "NÃO",
            "EDUCAÇÃO E FORMAÇÃO",
            "“NÃO”",
            "IRMÃ…",
            "MANHÃ”",
            "IRMÃ – MÃE",
            "2 ×\u{a0}3",
            "Ñº",
            "Ð±",
            "IRMÃ\u{a0}MARIA",
            "AMANHÃ » ONTEM",
            "À la recherche",
            "VOILÀ…",
            "CAFÉ”",
            "CAFÉ – BAR",
            "passé…”",
            "«É»",
            "É…",
            "Ä“",
            "Ångström",
            "Å",
            "Øre og Å – æ",
            "„groß“",
            "SPAß“",
            "MENÜ–KARTE",
            "Ünal, Ö.",
            "ÇAĞ – İŞ",
            "Ñandú",
            "ESPAÑA®",
            "¿Qué?",
            "¡Olé!",
            "5 µm",
            "37 °C",
            "±2 ×3",
            "«guillemets»",
            "© 2020",
            "§ 5",
            "1º e 2ª",
            "½ – ¾",
            "À",
            "Â",
            "Ã",
            "Łódź",
            "Dvořák",
            "ŞİİR",
            "Ț",
            "Việt Nam",
            "ĐẶNG",
            "Ελλάδα",
            "Пушкин",
            "深度学习",
            "東京都",
            "한국어",
            "עברית",
            "العربية",
            "हिन्दी",
            "ไทย",
            "£5",
            "€ 10",
            "Þórður",
            "ÞÓRÐUR",
            "Æsir",
            "œuvre",
            "ŒUVRE",
            "â",
            "pâté",
            "forêt…",
            "联通",
            "的应用研究",
            "Š. Žižek™",
            "Île-de-France",
            "ÎLE",
            "Í“",
            "Ú™",
            "Ão",
            "Ümlaut’s",
            "Ü’s",
            "É’",
            "ÄÖÜß",
        ] {
            assert_eq!(repair(text), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_text_gives_an_answer(text in proptest::prelude::any::<String>()) {
            repair(&text);
        }
    }
}

//! Headings of reference lists, in the languages lists are pasted in.

use rustc_hash::FxHashSet;
use std::sync::OnceLock;

/// What stands over a list, lower case, by language.
#[rustfmt::skip]
static HEADINGS: &[(&str, &[&str])] = &[
    ("en", &["references", "reference", "reference list", "list of references",
        "references cited", "references and notes", "notes and references", "bibliography",
        "literature", "literature cited", "works cited", "cited references", "cited literature",
        "sources", "further reading", "selected bibliography", "select bibliography",
        "cited works", "bibliographic references", "endnotes", "references and literature cited",
        "literature cited and references"]),
    ("de", &["literatur", "literaturverzeichnis", "quellen", "quellenverzeichnis", "referenzen",
        "bibliographie", "bibliografie", "literatur- und quellenverzeichnis", "literaturangaben",
        "weiterführende literatur"]),
    ("fr", &["références", "références bibliographiques", "bibliographie", "ouvrages cités",
        "liste des références", "littérature citée", "sources et bibliographie"]),
    ("es", &["referencias", "referencias bibliográficas", "bibliografía", "bibliografía citada",
        "literatura citada", "obras citadas", "fuentes"]),
    ("pt", &["referências", "referências bibliográficas", "bibliografia", "literatura citada",
        "obras citadas"]),
    ("it", &["riferimenti", "riferimenti bibliografici", "bibliografia", "opere citate",
        "bibliografia essenziale"]),
    ("ca", &["referències", "referències bibliogràfiques", "bibliografia citada"]),
    ("nl", &["referenties", "literatuur", "literatuurlijst", "bronnen", "bronnenlijst",
        "geraadpleegde literatuur"]),
    ("sv", &["referenser", "referenslista", "litteratur", "litteraturförteckning", "källor",
        "källförteckning"]),
    ("da", &["referencer", "litteraturliste", "kilder"]),
    ("no", &["referanser", "litteraturliste", "litteraturreferanser"]),
    ("fi", &["lähteet", "kirjallisuus", "lähdeluettelo", "viitteet"]),
    ("pl", &["literatura", "bibliografia", "piśmiennictwo", "bibliografia załącznikowa",
        "wykaz literatury"]),
    ("cs", &["literatura", "seznam literatury", "použitá literatura", "zdroje", "reference",
        "seznam použité literatury"]),
    ("hu", &["irodalom", "irodalomjegyzék", "hivatkozások", "felhasznált irodalom"]),
    ("ro", &["referințe", "bibliografie", "referințe bibliografice"]),
    ("tr", &["kaynaklar", "kaynakça"]),
    ("id", &["daftar pustaka", "referensi", "rujukan"]),
    ("vi", &["tài liệu tham khảo"]),
    ("el", &["βιβλιογραφία", "αναφορές", "βιβλιογραφικές αναφορές"]),
    ("ru", &["литература", "список литературы", "список использованной литературы",
        "библиография", "библиографический список", "список источников", "источники",
        "источники и литература", "использованная литература", "references (transliterated)",
        "список использованных источников"]),
    ("uk", &["література", "список літератури", "список використаних джерел",
        "список використаної літератури", "джерела", "бібліографія"]),
    ("bg", &["литература", "използвана литература", "библиография"]),
    ("zh", &["参考文献", "參考文獻", "参考资料", "參考資料", "引用文献", "引用文獻", "主要参考文献", "参考书目", "參考書目", "文献",
        "徵引文獻", "参考文献及注释", "注释与参考文献"]),
    ("ja", &["参考文献", "引用文献", "文献", "参考資料", "参考・引用文献", "引用・参考文献", "参照文献"]),
    ("ko", &["참고문헌", "참고 문헌", "인용문헌", "參考文獻"]),
    ("ar", &["المراجع", "قائمة المراجع", "المصادر", "المصادر والمراجع"]),
    ("fa", &["منابع", "فهرست منابع", "منابع و مآخذ"]),
    ("he", &["מקורות", "ביבליוגרפיה", "רשימת מקורות"]),
];

/// Whether a line is the heading of a reference list: one of the known ones and nothing else, but
/// for a chapter number, Markdown, emphasis, a colon, a count, or spaces between its letters.
pub(super) fn is_heading(line: &str) -> bool {
    const LONGEST: usize = 100;
    if line.len() > LONGEST
        || line.starts_with('<')
        || memchr::memchr2(b',', b';', line.as_bytes()).is_some()
    {
        return false;
    }
    let bare = line
        .trim_matches(|c: char| !c.is_alphabetic())
        .to_lowercase();
    if bare.is_empty() {
        return false;
    }
    let chapter = bare
        .strip_prefix("chapter ")
        .or_else(|| bare.strip_prefix("appendix "))
        .map_or(bare.as_str(), |rest| {
            rest.trim_start_matches(|c: char| !c.is_alphabetic())
        });
    let known = known();
    known.contains(chapter)
        // Letters set apart, `R E F E R E N C E S`, `参 考 文 献`.
        || (spaced(&bare) && known.contains(bare.split_whitespace().collect::<String>().as_str()))
        // Two languages at once: `References / Literatur`, `参考文献(References)`.
        || ['/', '(', '（', '|', '·', '-', '–', '—'].iter().any(|sign| {
            bare.split_once(*sign).is_some_and(|(a, b)| {
                [a, b].iter().all(|words| known.contains(words.trim_matches(|c: char| !c.is_alphabetic())))
            })
        })
}

fn known() -> &'static FxHashSet<&'static str> {
    static KNOWN: OnceLock<FxHashSet<&'static str>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        HEADINGS
            .iter()
            .flat_map(|(_, all)| all.iter().copied())
            .collect()
    })
}

/// Whether every word is one letter.
fn spaced(words: &str) -> bool {
    words
        .split_whitespace()
        .all(|word| word.chars().count() == 1)
}

/// The bytes of a known heading that a line of other words begins with: `参考文献[1]王力…`,
/// `References: 1. Smith …`.
pub(super) fn leading(line: &str) -> Option<usize> {
    const LONGEST: usize = 60;
    let end = line
        .char_indices()
        .take(LONGEST)
        .find(|(_, c)| matches!(c, ':' | '：' | '[' | '［' | '【') || c.is_ascii_digit())?;
    let length = if matches!(end.1, ':' | '：') {
        end.0 + end.1.len_utf8()
    } else {
        end.0
    };
    (length > 0 && is_heading(&line[..end.0])).then_some(length)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_with_and_without_dress() {
        for line in [
            "References",
            "REFERENCES:",
            "## 7. References",
            "**Literaturverzeichnis**",
            "R E F E R E N C E S",
            "参 考 文 献",
            "参考文献（References）",
            "References (42)",
            "Список литературы",
            "Références bibliographiques",
            "참고문헌",
            "المراجع",
        ] {
            assert!(is_heading(line), "{line}");
        }
        for line in [
            "References to death in Homer",
            "Reference architectures, 2nd ed.",
            "Literature and science in 1900",
            "文献学研究",
            "",
        ] {
            assert!(!is_heading(line), "{line}");
        }
        assert_eq!(leading("参考文献[1]王力"), Some(12));
        assert_eq!(leading("References: Smith"), Some(11));
        assert_eq!(leading("Smith: References"), None);
    }
}

//! Marks that say that a list of names goes on.

/// The marks, lower case, white space even, without outer punctuation.
const MARKS: &[&str] = &[
    "et al",
    "et. al",
    "et.al",
    "etal",
    "et alii",
    "et alia",
    "et aliae",
    "and others",
    "and other",
    "others",
    "et coll",
    "et autres",
    "and colleagues",
    "and co-workers",
    "u. a",
    "u.a",
    "und andere",
    "u. a. m",
    "et a1",
    "et ai",
    "y otros",
    "y otras",
    "y cols",
    "y col",
    "e outros",
    "e cols",
    "e col",
    "e colaboradores",
    "y colaboradores",
    "e altri",
    "ed altri",
    "i in",
    "i inni",
    "a kol",
    "a kolektiv",
    "m.fl",
    "m. fl",
    "mfl",
    "med flera",
    "o.a",
    "e.a",
    "en anderen",
    "ve ark",
    "ve arkadaşları",
    "ve diğerleri",
    "v.d",
    "vd",
    "dkk",
    "dan kawan-kawan",
    "dan lain-lain",
    "và cộng sự",
    "và cs",
    "и др",
    "и другие",
    "и соавт",
    "та ін",
    "та інші",
    "й ін",
    "і ін",
    "и съавт",
    "и сар",
    "等",
    "等人",
    "他",
    "ほか",
    "ら",
    "외",
    "외 공저",
    "その他",
    "其他",
    "وآخرون",
    "و آخرون",
    "و همکاران",
    "وهمکاران",
    "و دیگران",
    "κ.ά",
    "και άλλοι",
    "ja muut",
    "ym",
    "et al.]",
];

/// Marks that may stand right behind a name without a space.
const GLUED: &[&str] = &["等人", "等", "ほか", "他"];

/// Whether an item of a list only says that more names follow, in any language: `et al.`, `...`,
/// `等`, `и др.`, `외 3인`, `and 12 more`.
///
/// ```
/// use bibsift::model::is_truncation;
/// assert!(is_truncation("et al.") && is_truncation("та ін.") && is_truncation("…"));
/// assert!(!is_truncation("Etala, E."));
/// ```
pub fn is_truncation(item: &str) -> bool {
    let item = item.trim();
    if item.is_empty() || item.len() > 60 {
        return false;
    }
    let bare = bare(item);
    if bare.is_empty() {
        return item.contains("..") || item.contains('…');
    }
    let lower = bare.to_lowercase();
    let lower = lower
        .strip_prefix("and ")
        .filter(|rest| rest.starts_with("et "))
        .unwrap_or(&lower);
    MARKS.contains(&lower) || is_counted(lower)
}

/// `외 3인`, `他3名`, `and 12 more`, `+5 authors`.
fn is_counted(lower: &str) -> bool {
    let Some(start) = lower.find(|c: char| c.is_ascii_digit()) else {
        return false;
    };
    let (before, rest) = lower.split_at(start);
    let after = rest.trim_start_matches(|c: char| c.is_ascii_digit()).trim();
    let before = before.trim_matches(|c: char| c == '+' || c.is_whitespace());
    match before {
        "외" | "他" | "ほか" | "等" | "他共" => {
            matches!(after, "" | "인" | "명" | "名" | "人")
        }
        "and" | "" | "show" | "et" | "und" | "y" => {
            matches!(
                after,
                "more"
                    | "others"
                    | "other"
                    | "more authors"
                    | "other authors"
                    | "authors"
                    | "autres"
                    | "weitere"
                    | "más"
            )
        }
        _ => false,
    }
}

fn bare(item: &str) -> &str {
    item.trim_matches(|c: char| c.is_whitespace() || ".…,;:[](){}（）、，；&".contains(c))
}

/// Takes the mark off the end of a list: what remains, and whether there was one.
pub(super) fn strip(text: &str) -> (&str, bool) {
    let trimmed = text.trim();
    if is_truncation(trimmed) {
        return ("", true);
    }
    let dots = trimmed.trim_end_matches(|c: char| c.is_whitespace() || c == '.' || c == '…');
    let dotted = trimmed
        .get(dots.len()..)
        .is_some_and(|end| end.contains('…') || end.contains("..") || end.contains(". ."));
    let end = trimmed.trim_end_matches(|c: char| c.is_whitespace() || ".…,;:])}，；）".contains(c));
    // The longest mark is four words.
    let mut cut = None;
    let mut at = end.len();
    for _ in 0..4 {
        let Some(space) = end.get(..at).and_then(|front| {
            front.rfind(|c: char| c.is_whitespace() || ",;，、；&[(".contains(c))
        }) else {
            break;
        };
        let front = end.get(..space).unwrap_or_default();
        let width = end
            .get(space..)
            .and_then(|rest| rest.chars().next())
            .map_or(1, char::len_utf8);
        if end.get(space + width..).is_some_and(is_truncation) {
            cut = Some(front);
        }
        at = space;
    }
    if let Some(front) = cut {
        return (
            front.trim_end_matches(|c: char| c.is_whitespace() || ",;，、；&[({+".contains(c)),
            true,
        );
    }
    for mark in GLUED {
        if let Some(front) = end.strip_suffix(mark) {
            let behind_cjk = front
                .chars()
                .next_back()
                .is_some_and(crate::model::name::parse::is_east_asian);
            // `他` alone may end a name; a list of one name it does not end.
            if behind_cjk && (*mark != "他" || front.contains(['、', '，', ','])) {
                return (front, true);
            }
        }
    }
    if dotted {
        (dots, true)
    } else {
        (text.trim(), false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks() {
        for item in [
            "et al",
            "et al.",
            "[et al.]",
            "...",
            "…",
            "等",
            "ほか",
            "외",
            "외 3인",
            "и др.",
            "та ін.",
            "u. a.",
            "y otros",
            "e outros",
            "others",
            "and others",
            "ET AL.",
            "and 12 more",
            ", et al.",
            "ve ark.",
            "等.",
        ] {
            assert!(is_truncation(item), "{item}");
        }
        for item in ["", ".", "Etala", "Smith, J.", "王等", "Others, A.", "12"] {
            assert!(!is_truncation(item), "{item}");
        }
    }

    #[test]
    fn stripped() {
        for (text, front, cut) in [
            ("Smith J, Doe A, et al.", "Smith J, Doe A", true),
            ("Smith J et al", "Smith J", true),
            ("A, B…", "A, B", true),
            ("张宇..", "张宇", true),
            ("张三, 李四, 等", "张三, 李四", true),
            ("张三，李四等.", "张三，李四", true),
            ("Smith, J.", "Smith, J.", false),
            ("Иванов И. И. и др.", "Иванов И. И.", true),
            ("Smith, J. [et al.]", "Smith, J.", true),
            ("Smith, J. and others", "Smith, J.", true),
            ("", "", false),
        ] {
            assert_eq!(strip(text), (front, cut), "{text}");
        }
    }
}

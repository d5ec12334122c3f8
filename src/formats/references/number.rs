//! The number or bullet a reference has in its list.

/// How many bytes at the front of `text` are its number in a list and what belongs to it: `[12] `,
/// `(3)`, `4.`, `5)`, `［6］`, `• `, a bare number before a Han character or a name.
///
/// ```
/// use bibsift::formats::references::number::list_number;
/// assert_eq!(list_number("[12] Smith"), 5);
/// assert_eq!(list_number("2001: A Space Odyssey"), 0);
/// ```
pub fn list_number(text: &str) -> usize {
    let trimmed = text.trim_start();
    let lead = text.len() - trimmed.len();
    let bare = trimmed.trim_start_matches(['•', '·', '*', '●', '▪', '◦', '‣', '–', '—', '-', '>']);
    let bullet = if bare.starts_with(char::is_whitespace)
        || trimmed.starts_with(['•', '●', '▪', '◦', '‣'])
    {
        trimmed.len() - bare.trim_start().len()
    } else {
        0
    };
    let rest = trimmed.get(bullet..).unwrap_or_default();
    let number = numbered(rest).unwrap_or(0);
    let whole = lead + bullet + number;
    // A line that is nothing but a number is none.
    if text
        .get(whole..)
        .is_some_and(|rest| rest.contains(char::is_alphabetic))
    {
        whole
    } else {
        0
    }
}

fn numbered(text: &str) -> Option<usize> {
    let open = text.chars().next()?;
    let close = match open {
        '[' => Some(']'),
        '［' => Some('］'),
        '〔' => Some('〕'),
        '【' => Some('】'),
        '(' => Some(')'),
        '（' => Some('）'),
        _ => None,
    };
    if let Some(close) = close {
        let inner = text.get(open.len_utf8()..)?;
        let end = inner.find(close)?;
        let label = inner.get(..end)?.trim();
        let digits = label.chars().filter(char::is_ascii_digit).count();
        let letters = label.chars().filter(|c| c.is_alphabetic()).count();
        let number = digits == label.len()
            && (1..=4).contains(&digits)
            && !(digits == 4 && label.starts_with(['1', '2']));
        // `[Smi99]`, `[Knuth 1997]`: keys of the list.
        let key = matches!(open, '[' | '［')
            && digits >= 1
            && letters >= 1
            && label.len() <= 24
            && label
                .chars()
                .all(|c| c.is_alphanumeric() || matches!(c, ' ' | '+' | '-' | '.' | '_' | ':'))
            && label.starts_with(char::is_alphabetic);
        if !number && !key {
            return None;
        }
        let after = open.len_utf8() + end + close.len_utf8();
        return Some(after + spaces(text.get(after..)?, &['.', ',', ':', ')', '．']));
    }
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 {
        let superscript: usize = text
            .chars()
            .take_while(|c| matches!(c, '⁰' | '¹' | '²' | '³' | '⁴'..='⁹'))
            .map(char::len_utf8)
            .sum();
        return (superscript > 0)
            .then(|| superscript + spaces(text.get(superscript..).unwrap_or_default(), &[]));
    }
    if digits > 4 {
        return None;
    }
    let rest = text.get(digits..)?;
    let next = rest.chars().next()?;
    if matches!(next, '.' | ')' | '．' | '、' | ']' | '）') && digits <= 3 {
        let after = digits + next.len_utf8();
        let behind = text.get(after..)?;
        // `3.14`, `10.1000/…`
        if behind.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        return Some(after + spaces(behind, &[]));
    }
    // `12 Smith J`, `14 赵学功`, `23Smith`
    let behind = rest.trim_start();
    let name = behind.starts_with(|c: char| {
        c.is_uppercase() || super::token::is_han(c) || matches!(c, '[' | '［')
    });
    let spaced = behind.len() < rest.len();
    let counts = behind.starts_with(['年', '月', '世', '版', '卷']);
    (digits <= 3 && spaced && name && !counts).then_some(digits + rest.len() - behind.len())
}

/// How many bytes of spaces and of `marks` stand at the front.
fn spaces(text: &str, marks: &[char]) -> usize {
    text.len()
        - text
            .trim_start_matches(|c: char| c.is_whitespace() || marks.contains(&c))
            .len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_lists_go_and_numbers_of_works_stay() {
        for (text, rest) in [
            ("[1] Smith", "Smith"),
            ("［2］李娜", "李娜"),
            ("(3). Smith", "Smith"),
            ("4. Smith", "Smith"),
            ("5) Smith", "Smith"),
            ("14 赵学功. 美国", "赵学功. 美国"),
            ("¹ Smith", "Smith"),
            ("• Smith", "Smith"),
            ("- V. GISCARD", "V. GISCARD"),
            ("[Smi99] Smith", "Smith"),
            ("2001: A Space Odyssey", "2001: A Space Odyssey"),
            ("1984. London", "1984. London"),
            ("10.1000/a b", "10.1000/a b"),
            ("[1]", "[1]"),
            ("(2004) Smith", "(2004) Smith"),
            ("18世纪 史", "18世纪 史"),
        ] {
            let found = &text[list_number(text)..];
            assert_eq!(found, rest);
        }
    }
}

//! Sentences, told from lists of names before names are looked for in them.

use super::lines::{is_letter, is_wide};
use super::name_marks::BEHIND;
use super::name_shape::is_word_for_group;
use super::name_words::PARTICLES;
use super::needles::holds;

/// Whether a word that stands in no name is sure to be left in one of the names that these words would
/// be split into. `false` where it takes the splitting to tell.
pub(super) fn is_sentence(words: &str) -> bool {
    if words.starts_with(is_wide) {
        return is_unbroken(words);
    }
    if words.starts_with(QUOTES) {
        return is_quoted(words);
    }
    let mut found = false;
    for word in words.split([' ', ',']) {
        let bare = word.trim_end_matches('.');
        // A mark may part names, and what is torn may hold letters that were not meant.
        if !bare.chars().all(is_plain) || word == "at" || is_word_for_group(bare.as_bytes()) {
            return false;
        }
        found = found || stands_in_no_name(word);
    }
    // What stands behind these is left out of names.
    found && !BEHIND.are_in(words) && !holds(words, "uthor")
}

/// As many characters together are no name, even if a sign that the list was cut is taken away.
const UNBROKEN: usize = 24;

/// Whether words in a script without capitals begin with more of them than a name has.
fn is_unbroken(words: &str) -> bool {
    let run = words.chars().take_while(|c| is_wide(*c) && *c != '・');
    run.take(UNBROKEN).count() == UNBROKEN && !words.contains(')')
}

/// What begins a quotation, and no name.
const QUOTES: [char; 2] = ['“', '"'];

/// Whether a quotation begins with a word, to which its mark stays: no name has it.
fn is_quoted(words: &str) -> bool {
    let rest = words.trim_start_matches(|c| QUOTES.contains(&c) || matches!(c, '…' | '.' | ' '));
    // Names in brackets at the end may be all that is kept; groups may have any mark.
    rest.starts_with(|c| is_letter(c) && !is_wide(c))
        && !BEHIND.lead(rest)
        && !rest.starts_with("at ")
        && !words.ends_with([')', ']'])
        && !words.contains(['Ã', 'Å', 'Ä'])
        && !words
            .split([' ', ',', '.', ';'])
            .any(|word| is_word_for_group(word.as_bytes()))
}

/// A letter, or a mark that stands in names and parts none.
fn is_plain(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | '.' | '-' | '\'' => true,
        'Ã' | 'Å' | 'Ä' => false,
        _ => is_letter(c) && !is_wide(c),
    }
}

/// Words in small letters that stand in names, between them, before or behind them.
static AROUND: &[&str] = &[
    "in",
    "op",
    "aan",
    "uit",
    "het",
    "und",
    "and",
    "et",
    "ve",
    "dan",
    "og",
    "och",
    "oraz",
    "és",
    "en",
    "та",
    "by",
    "on",
    "behalf",
    "of",
    "for",
    "the",
    "others",
    "dkk",
    "ark",
    "соавт",
    "др",
    "ін",
];

fn stands_in_no_name(word: &str) -> bool {
    let small = if word.is_ascii() {
        word.bytes().all(|byte| byte.is_ascii_lowercase())
    } else {
        word.chars().all(char::is_lowercase)
    };
    small && word.chars().nth(1).is_some() && !AROUND.contains(&word) && !PARTICLES.contains(&word)
}

#[cfg(test)]
mod tests {
    use super::super::name_lists::list;
    use super::*;
    use crate::source::Span;

    #[test]
    fn sentences_are_told_and_hold_no_names() {
        for words in [
            "Deep learning in practice",
            "Опыт изучения, почвы",
            "“…However, Anna Lind and Bo Berg",
            "基于深度学习的大学生心理健康状况评估方法与干预策略研究",
        ] {
            assert!(is_sentence(words), "{words}");
            assert!(list(words, Span::new(0, words.len())).is_none(), "{words}");
        }
    }

    #[test]
    fn what_may_be_names_is_left_to_be_split() {
        for words in [
            "Anna van der Berg, Bo Lind and others",
            "on behalf of the working group",
            "Ruben de Keyser at ghent university",
            "Иванов И. И., Петров П. П. и др",
            "王芳, 李娜",
            "“…as told (Lind, Anna)",
            "A. Smith, see http",
        ] {
            assert!(!is_sentence(words), "{words}");
        }
    }
}

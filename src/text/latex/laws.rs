//! What holds for every text.

use proptest::prelude::*;

use super::{decode, escape_latex, escape_plain, to_plain};

/// Pieces that meet each other in LaTeX, right or wrong.
fn dirt() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\\",
            "{",
            "}",
            "$",
            "$$",
            "~",
            "^",
            "-",
            "--",
            "`",
            "``",
            "'",
            "''",
            "?",
            "!",
            " ",
            "  ",
            "\n",
            "&",
            "%",
            "#",
            "_",
            "\\&",
            "\\{",
            "\\}",
            "\\$",
            "\\\\",
            "\\ ",
            "\\,",
            "\\-",
            "\\(",
            "\\)",
            "\\[",
            "\\]",
            "\\'",
            "\\\"",
            "\\~",
            "\\^",
            "\\.",
            "\\c",
            "\\v",
            "\\u",
            "\\r ",
            "\\i",
            "\\ss",
            "\\o",
            "\\textbackslash",
            "\\textasciitilde",
            "\\textbraceleft",
            "\\ldots",
            "\\foo",
            "\\foo{",
            "\\url{",
            "\\href{",
            "\\emph{",
            "\\ensuremath{",
            "{}",
            "{\\\"u}",
            "{DNA}",
            "$x_1$",
            "$<$",
            "$\\{$",
            "$\\}$",
            "\\<",
            "\\é",
            "é",
            "ı",
            "a",
            "b",
            "e",
            "1",
            ",",
            "\\quad",
            "\\backslash",
            "[",
            "]",
            "\u{301}",
            "/",
            "\\u00e9",
            "王",
        ])
        .prop_map(str::to_owned),
        "[ -~]{0,6}",
    ];
    prop::collection::vec(piece, 0..14).prop_map(|pieces| pieces.concat())
}

fn escape(text: &str, is_latex: bool) -> String {
    if is_latex {
        escape_latex(text)
    } else {
        escape_plain(text)
    }
    .into_owned()
}

fn balanced(text: &str) -> bool {
    let mut depth = 0_i32;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

/// Runs of what TeX takes for white space as one space.
fn one_space(text: &str) -> String {
    let mut output = String::new();
    for character in text.chars() {
        let character = if matches!(character, '\t' | '\n' | '\r') {
            ' '
        } else {
            character
        };
        if character != ' ' || !output.ends_with(' ') {
            output.push(character);
        }
    }
    output
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, rng_seed: proptest::test_runner::RngSeed::Fixed(7), ..ProptestConfig::default() })]

    #[test]
    fn decoding_what_was_escaped_changes_nothing(source in dirt()) {
        let (text, is_latex) = decode(&source);
        let written = escape(&text, is_latex);
        prop_assert!(balanced(&written), "{source:?} -> {text:?} -> {written:?}");
        let again = decode(&written);
        prop_assert_eq!((&*again.0, again.1), (&*text, is_latex), "{:?} -> {:?}", source, written);
    }

    #[test]
    fn plain_text_survives(text in prop_oneof![dirt(), any::<String>()]) {
        let written = escape_plain(&text).into_owned();
        prop_assert!(balanced(&written));
        let (again, is_latex) = decode(&written);
        prop_assert_eq!((&*again, is_latex), (&*one_space(&text), false), "{:?}", written);
    }

    #[test]
    fn any_text_can_be_escaped_and_read(text in prop_oneof![dirt(), any::<String>()]) {
        prop_assert!(balanced(&escape_latex(&text)) || text.contains(['$', '\\']));
        to_plain(&text);
    }
}

//! Tables of LaTeX as it occurs.

use std::borrow::Cow;

use super::decode;

#[track_caller]
fn plain(source: &str, expected: &str) {
    assert_eq!(decode(source), (expected.into(), false), "{source}");
}

#[track_caller]
fn latex(source: &str, expected: &str) {
    assert_eq!(decode(source), (expected.into(), true), "{source}");
}

#[test]
fn accents_in_every_bracing() {
    for source in [
        r"\'e",
        r"\'{e}",
        r"{\'e}",
        r"{\'{e}}",
        r"\' {e}",
        r"{\' {e}}",
    ] {
        plain(&format!("Caf{source}s"), "Cafés");
    }
    for source in [
        r"\'\i",
        r"{\'\i}",
        r"\'{\i}",
        r"{\'{\i}}",
        r"\'{\i }",
        r"\'\i{}",
        r"\'i",
    ] {
        plain(&format!("1{source}2"), "1í2");
    }
    plain(r"\v{c}\v c{\v{C}}\c{c}\c c\k{a}\k a\H{o}\H o", "ččČççąąőő");
    plain(
        r"\r{a}\u{g}\d{h}\b{d}\.z\.{Z}\=a\~n\^o\`u\.I",
        "åğḥḏżŻāñôùİ",
    );
    plain(r#"\"o\"{o}{\"o}"#, "ööö");
    plain(r"Dvo{\v r}{\'a}k, Anton{\'\i}n", "Dvořák, Antonín");
    plain(r"\'{\^e}\'{\^{e}}{\'{\^{e}}}\d{\^o}\'\ae\'{\ae}", "ếếếộǽǽ");
    plain(r"\'{Ecole} normale", "École normale");
    plain(r"\~{}, \^{}, \u0117, \textcommabelow{s}", "~, ^, ė, ș");
}

#[test]
fn a_group_of_one_character_is_read_as_any_other() {
    // White space before the argument, or two groups, are read step by step.
    for sign in [
        "'", "`", "^", "\"", "~", "=", ".", "v", "c", "k", "u", "H", "r", "d", "b", "t",
    ] {
        for letter in ["e", "c", "i", "j", "o", "U", "\\i", "\\j"] {
            let other = format!("a {{\\{sign} {{{letter}}}}}b");
            let mut same = vec![format!("a {{\\{sign}{{{letter}}}}}b")];
            // Without braces, a quote before a letter that no language writes so is no accent.
            let is_one = decode(&other).0.chars().count() == "a éb".chars().count();
            if is_one && !sign.starts_with(char::is_alphabetic) {
                same.push(format!("a {{\\{sign}{letter}}}b"));
            }
            for one in same {
                assert_eq!(decode(&one), decode(&other), "{one}");
            }
        }
    }
    for escape in ["&", "%", "#", "_"] {
        plain(&format!("a {{\\{escape}}} b"), &format!("a {escape} b"));
        // The argument of a command stays one.
        let argument = format!("\\alpha{{\\{escape}}}b");
        latex(&argument, &format!("\\alpha{{{escape}}}b"));
    }
}

#[test]
fn letters_and_symbols() {
    plain(
        r"Stra{\ss}e, Stra\ss e, Stra\ss{}e, stra{\ss}en",
        "Straße, Straße, Straße, straßen",
    );
    plain(
        r"\O{}stlund {\L}{\'o}d{\'z} \AA rhus {\DH}\th\DJ\NG\i",
        "Østlund Łódź Århus ÐþĐŊı",
    );
    plain(
        r"Nature\textquoteright s 5~{\textmu}m {\textcopyright} 2010",
        "Nature’s 5 µm © 2010",
    );
    plain(
        r"A \& B {\&} C 5\% \#1 a\_b \$5 \{x\}",
        "A & B & C 5% #1 a_b $5 {x}",
    );
    plain(
        r"p $<$ 0.05, {\textgreater}3, C:{\textbackslash}x $\backslash$y",
        r"p < 0.05, >3, C:\x \y",
    );
    plain(
        r"wait\ldots\ and \textquotedblleft so\textquotedblright{} on",
        "wait… and “so” on",
    );
}

#[test]
fn ligatures_and_spaces() {
    plain(
        "1--2 a---b -{}- -- ``x'' 'y' `z' ?`Qu\\'e?",
        "1–2 a—b -- – “x” 'y' `z' ¿Qué?",
    );
    plain("a~b\\,c\\ d  e\n\tf\\\\g \\quad h", "a b c d e f g h");
    plain(
        "data\\-base shelf\\/ful a {} b x { } y",
        "database shelfful a b x y",
    );
    plain("in 10{,}000 {(}sic{)} {\"}so{\"}", "in 10,000 (sic) \"so\"");
}

#[test]
fn escapes_of_other_languages_are_no_accents() {
    plain(
        r#"patients\' records, \"The\" d\'hier"#,
        "patients' records, \"The\" d'hier",
    );
    plain(r"http://x.org/\~user", "http://x.org/~user");
    plain(r"caf\u00e9", "café");
}

#[test]
fn what_only_latex_can_say_stays() {
    latex(
        "The {DNA} of {Escherichia coli}",
        "The {DNA} of {Escherichia coli}",
    );
    latex(r"{\'Ecole} {{\'E}cole} {{\'E}}", "{École} {École} {É}");
    latex(r"H$_2$O and {$\alpha$}", r"H$_2$O and $\alpha$");
    latex(r"\(x_1\) \ensuremath{x_1}", r"$x_1$ \ensuremath{x_1}");
    latex(r"\emph{caf\'e \& co} {\em x}", r"\emph{café & co} {\em x}");
    latex(
        r"\url{http://a_b/%20~x} \href{u_v}{T\'e}",
        r"\url{http://a_b/%20~x} \href{u_v}{Té}",
    );
    latex(r"{A} \{x\} \$5 \textbackslash", r"{A} \{x\} \$5 \\");
    latex(
        r"12th $\{$USENIX$\}$ Symposium ($\{$OSDI$\}$ 16) $\{$0$\}$",
        r"12th {USENIX} Symposium ({OSDI} 16) $\lbrace $0$\rbrace $",
    );
    latex(r"\foo\-bar\foo\ss\foo {x}", r"\foo{}bar\foo{}ß\foo{x}");
    latex(r"{\noopsort{a}}1 \LaTeX{} x", r"{\noopsort{a}}1 \LaTeX{} x");
}

#[test]
fn broken_structure_is_closed_or_dropped() {
    latex("The {DNA of", "The {DNA of}");
    plain("stray } brace", "stray brace");
    plain("costs $5", "costs $5");
    plain("end \\", "end \\");
    latex("{A \\", "{A \\\\}");
}

#[test]
fn nothing_to_do_is_borrowed() {
    for source in ["Plain title: a well-known 'one', 1-2?", "{DNA} $x$"] {
        assert!(matches!(decode(source).0, Cow::Borrowed(_)));
    }
}

#[test]
fn depth_costs_nothing() {
    let deep = "{".repeat(100_000) + "x" + &"}".repeat(100_000);
    assert_eq!(decode(&deep).0, deep);
    let deep = "{".repeat(100_000) + "1" + &"}".repeat(100_000);
    assert_eq!(decode(&deep), ("1".into(), false));
    for piece in [
        "{$",
        "\\url{",
        "\\'{",
        "\\(",
        "$",
        "\\ensuremath{",
        "{x",
        "\\v{\\'",
    ] {
        let source = piece.repeat(50_000);
        assert!(!decode(&source).0.is_empty());
    }
}

use super::*;

/// The references of a list: label and text. Checks that nothing is lost or said twice.
fn cut(text: &str) -> Vec<(String, String)> {
    let found = segment(text);
    let mut seen = vec![0_u8; text.len()];
    let mut mark = |span: Span| {
        for at in span.range() {
            seen[at] += 1;
        }
    };
    for item in &found.items {
        item.pieces.iter().for_each(|piece| mark(piece.span));
        item.label.iter().for_each(|label| mark(label.span));
    }
    found.aside.iter().for_each(|span| mark(*span));
    for (at, c) in text.char_indices() {
        let rule = c.is_whitespace() || matches!(c, '-' | '\u{ad}' | '<' | '>');
        assert!(
            seen[at] == 1 || (seen[at] == 0 && rule),
            "{at} {:?}",
            &text[at..]
        );
    }
    found
        .items
        .iter()
        .map(|item| {
            let label = item.label.map_or("", |label| label.span.of(text));
            (label.to_owned(), item.joined(text).text)
        })
        .collect()
}

fn texts(text: &str) -> Vec<String> {
    cut(text).into_iter().map(|item| item.1).collect()
}

const SMITH: &str = "Smith, J. A. (2001). On things. Journal of Things, 12(3), 45-67.";
const JONES: &str =
    "Jones, B., & Lee, C. (1999). Other things, and how they are made. Oxford: Press.";
const WEBER: &str = "Weber, M. (1922). Wirtschaft und Gesellschaft. Mohr, Berlin, 1922, pp. 3-4.";

#[test]
fn numbers_of_every_form_begin_references() {
    for (open, close) in [
        ("[", "] "),
        ("(", ") "),
        ("", ". "),
        ("", ") "),
        ("［", "］"),
        ("【", "】"),
        ("", " "),
        ("   ", ".\t"),
        ("- [", "] "),
    ] {
        let text = format!(
            "References\n{open}1{close}{SMITH}\n{open}2{close}{JONES}\n{open}3{close}{WEBER}\n"
        );
        let found = cut(&text);
        let labels: Vec<&str> = found.iter().map(|item| item.0.as_str()).collect();
        let want: Vec<String> = (1..=3)
            .map(|n| format!("{open}{n}{close}").trim().to_owned())
            .collect();
        assert_eq!(labels, want);
        assert_eq!(found[2].1, WEBER);
    }
    assert_eq!(texts(&format!("¹ {SMITH}\n² {JONES}")), [SMITH, JONES]);
    assert_eq!(
        texts(&format!("[Smi01] {SMITH}\n[JL99] {JONES}")),
        [SMITH, JONES]
    );
    assert_eq!(texts(&format!("• {SMITH}\n• {JONES}")), [SMITH, JONES]);
    let html = format!("<ul><li>{SMITH}</li><li>{WEBER}</li></ul>");
    assert_eq!(segment(&html).items[1].joined(&html).text, WEBER);
}

#[test]
fn lines_without_numbers_are_joined_by_their_looks() {
    let flush = "Jones, B., & Lee, C. (1999). Other things, and how they\nare made. Oxford: Press.\nSmith, J. A. (2001). On things. Journal of Things, 12(3),\n45-67.\nWeber, M. (1922). Wirtschaft und Gesellschaft. Mohr,\nBerlin, 1922, pp. 3-4.\n";
    assert_eq!(texts(flush), [JONES, SMITH, WEBER]);
    let hanging = flush
        .replace("\nare", "\n    are")
        .replace("\n45", "\n    45")
        .replace("\nBerlin", "\n    Berlin");
    assert_eq!(texts(&hanging), [JONES, SMITH, WEBER]);
    assert_eq!(
        texts(&format!("{JONES}\n\n{SMITH}\n\n{WEBER}\n")),
        [JONES, SMITH, WEBER]
    );
    assert_eq!(
        texts(&format!("{JONES}\n{SMITH}\n{WEBER}\n")),
        [JONES, SMITH, WEBER]
    );
}

#[test]
fn works_within_an_item_are_references_of_their_own() {
    assert_eq!(
        cut(
            "[1] A. Smith, J. Phys. 12, 3 (1999).\n[2] (a) D. Foo, J. Chem. 1, 2 (1990); (b) E. Bar, J. Chem.\n3, 4 (1991).\n[3] B. Lee, J. Phys. 1, 3 (2001)."
        ),
        [
            ("[1]", "A. Smith, J. Phys. 12, 3 (1999)."),
            ("[2] (a)", "D. Foo, J. Chem. 1, 2 (1990);"),
            ("(b)", "E. Bar, J. Chem. 3, 4 (1991)."),
            ("[3]", "B. Lee, J. Phys. 1, 3 (2001)."),
        ]
        .map(|(label, text)| (label.to_owned(), text.to_owned()))
    );
}

#[test]
fn one_paragraph_holds_many() {
    assert_eq!(
        texts(&format!("[1] {SMITH} [2] {JONES} [3] {WEBER}")),
        [SMITH, JONES, WEBER]
    );
}

#[test]
fn links_and_page_heads_are_aside() {
    let text = format!(
        "1. {SMITH} [CrossRef] [PubMed]\n\n207\nA. Author / Some Journal 12 (2019)\n\n2. {JONES}\nArticle CAS Google Scholar\n\n208\nA. Author / Some Journal 12 (2019)\n\n3. {WEBER}"
    );
    assert_eq!(texts(&text), [SMITH, JONES, WEBER]);
    assert_eq!(segment(&text).aside.len(), 6);
}

#[test]
fn stand_ins_lead_to_the_reference_they_repeat() {
    let text = format!(
        "{SMITH}\n———. (2003). More on things. Oxford: Press, pp. 1-3.\n———. (2004). Most on things. Oxford: Press, pp. 4-7.\nIbid., p. 7.\n"
    );
    let found = segment(&text);
    let of: Vec<Option<(usize, Repeat)>> = found
        .items
        .iter()
        .map(|item| item.stand_in.map(|words| (words.of, words.repeat)))
        .collect();
    let authors = Some((0, Repeat::Authors));
    assert_eq!(of, [None, authors, authors, Some((2, Repeat::Work))]);
}

#[test]
fn a_part_of_a_text_is_cut_in_its_place() {
    let text = format!("Prose.\n\n[1] {SMITH}\n[2] {JONES}\n");
    let found = segment_within(&text, Span::new(8, text.len()));
    assert_eq!(found.items[1].joined(&text).text, JONES);
    assert_eq!(found.items[1].span().of(&text), JONES);
}

#[test]
fn hostile_lists_are_read_in_linear_time() {
    for text in [
        String::new(),
        "\n\n\n".to_owned(),
        "a\n".repeat(20_000),
        "[".repeat(100_000),
        "1999. ".repeat(20_000),
        "A. Smith 1999; ".repeat(10_000),
        format!("x{}12.", " ".repeat(200_000)),
        (0..10_000).map(|n| format!("[{n}] ")).collect(),
        "<li".repeat(20_000),
        "(a) (b) (c) ".repeat(10_000),
        "abc-\n".repeat(10_000),
        "\u{3000}［1］王\r\n".repeat(5_000),
    ] {
        let found = segment(&text);
        assert!(found.items.len() <= text.len());
        let _ = find_sections(&text);
    }
}

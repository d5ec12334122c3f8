//! What a layout keeps and what it makes even.

use super::*;

fn plain(text: &str) -> String {
    styled(text, &Style::default())
}

/// The text laid out, checked to be a fixed point.
fn styled(text: &str, style: &Style) -> String {
    let once = lay_out(text, style).text;
    let twice = lay_out(&once, style).text;
    assert_eq!(once, twice, "a second run of {text:?}");
    once
}

#[test]
fn an_entry_has_a_line_for_each_field() {
    assert_eq!(
        plain("@ARTICLE {k , Author=\"A # B\"\n, year = 1917,\n\tmonth = jan # \"~1\" }"),
        "@article{k,\n  author = \"A # B\",\n  year = 1917,\n  month = jan # \"~1\",\n}\n"
    );
    assert_eq!(plain("@misc{k}"), "@misc{k,\n}\n");
    assert_eq!(
        plain("@misc(k, title = {a (b) c})"),
        "@misc{k,\n  title = {a (b) c},\n}\n"
    );
}

#[test]
fn remarks_stay_where_they_belong() {
    let text = "% head\n\n% of a\n@misc{a, % key\n  title = {x}, % beside\n  % above\n  year = 1, %% end\n} % after\n% of b\n@misc{b}\n\n\n\nfree text\n\n\n@comment{jabref-meta: x;}\n@string{j = \"J\"}\n@string{k={K}}\ntail";
    assert_eq!(
        plain(text),
        "% head\n\n% of a\n@misc{a, % key\n  title = {x}, % beside\n  % above\n  year = 1, %% end\n} % after\n\n% of b\n@misc{b,\n}\n\nfree text\n\n@comment{jabref-meta: x;}\n@string{j = \"J\"}\n@string{k = {K}}\ntail\n"
    );
}

#[test]
fn damaged_blocks_keep_their_bytes() {
    for damaged in [
        "@article{k title = {no comma}, year=1}",
        "@article{, title={no key}}",
        "@article{k, title = {a} {b}, year=1}",
        "@article{k, title = {never closed,\n  year=1",
        "@article{k, title {no equals}, year=1}",
        "@article{k,, title={two commas}}",
    ] {
        let text = format!("@misc{{a, year=1}}\n{damaged}\n@misc{{b, year=2}}\n");
        let laid_out = lay_out(&text, &Style::default());
        assert!(laid_out.text.contains(damaged), "{}", laid_out.text);
        assert!(
            laid_out.text.ends_with("@misc{b,\n  year = 2,\n}\n"),
            "{}",
            laid_out.text
        );
        assert_eq!(laid_out.kept.len(), 1, "{damaged}");
        plain(&text);
    }
}

#[test]
fn the_habit_of_most_entries_stays() {
    let tabs = "@misc{a,\n\tauthor = {A},\n\tyear = 1,\n}\n\n@misc{b, year = 2}\n\n@misc{c,\n\tyear = 3\n}\n";
    assert!(plain(tabs).contains("@misc{b,\n\tyear = 2,\n}"));
    let aligned = "@misc{a,\n    author = {A},\n    year   = 1,\n}\n\n@misc{b, year = 2, booktitle = {B}}\n\n@misc{c,\n    address = {A},\n    year    = 1,\n}\n";
    assert!(plain(aligned).contains("@misc{b,\n    year      = 2,\n    booktitle = {B},\n}"));
    let fixed = "@misc{a,\n author       = {A},\n year         = 1\n}\n@misc{b,\n title        = {A},\n year         = 1\n}\n";
    assert_eq!(
        plain(fixed),
        "@misc{a,\n author       = {A},\n year         = 1,\n}\n\n@misc{b,\n title        = {A},\n year         = 1,\n}\n"
    );
    let values = "@misc{a,\n author =       {A},\n year =         1,\n}\n";
    assert_eq!(plain(values), values);
    let none = "@misc{a,\n author={A},\n year={1}\n}\n";
    assert_eq!(plain(none), "@misc{a,\n author = {A},\n year = {1},\n}\n");
}

#[test]
fn windows_line_ends_stay() {
    assert_eq!(
        plain("@misc{a,\r\n year=1}\r\n\r\n"),
        "@misc{a,\r\n year = 1,\r\n}\r\n"
    );
}

#[test]
fn entries_sort_with_their_remarks_and_parents_last() {
    let style = |sort| Style {
        sort,
        ..Style::default()
    };
    let text = "% head\n\n% of c\n@misc{c, crossref={p}, year=1999}\n@misc{p, year=2001}\n% of a\n@misc{a}\n\n% section\n\n@book{z, year=3}\n@misc{y, year=2}\n";
    let keys = |text: &str| -> String {
        let heads = text.lines().filter(|line| line.starts_with('@'));
        let heads = heads.filter_map(|line| line.split_once('{'));
        heads
            .map(|(_, key)| key.get(..1).unwrap_or_default())
            .collect()
    };
    let by_key = styled(text, &style(Sort::Key));
    assert_eq!(keys(&by_key), "acpyz");
    assert!(
        by_key.starts_with("% head\n\n% of a\n@misc{a,\n}\n\n% of c\n@misc{c,"),
        "{by_key}"
    );
    assert_eq!(keys(&styled(text, &style(Sort::Year))), "capyz");
    assert_eq!(keys(&styled(text, &style(Sort::Type))), "acpzy");
}

#[test]
fn delimiters_change_where_the_text_allows() {
    let style = |delimiters| Style {
        delimiters,
        ..Style::default()
    };
    let text =
        "@misc{a,\n  title = \"A {\"}B{\"} C\",\n  note = \"n\" # j # {o \"p\"},\n  year = 1,\n}\n";
    assert_eq!(
        styled(text, &style(Delimiters::Braces)),
        "@misc{a,\n  title = {A {\"}B{\"} C},\n  note = {n} # j # {o \"p\"},\n  year = 1,\n}\n"
    );
    assert_eq!(
        styled(
            "@misc{a, title={A \"B\"}, note = {n}}",
            &style(Delimiters::Quotes)
        ),
        "@misc{a,\n  title = {A \"B\"},\n  note = \"n\",\n}\n"
    );
}

#[test]
fn long_prose_is_broken_and_addresses_are_not() {
    let style = Style {
        width: 30,
        ..Style::default()
    };
    let text = "@misc{a, title={one two three four five six seven}, url={https://example.org/a b c d e f}}";
    assert_eq!(
        styled(text, &style),
        "@misc{a,\n  title = {one two three four\n    five six seven},\n  url = {https://example.org/a b c d e f},\n}\n"
    );
}

#[test]
fn fields_come_in_the_order_asked_for() {
    let style = Style {
        field_order: ["author", "title"].map(String::from).to_vec(),
        ..Style::default()
    };
    assert_eq!(
        styled(
            "@misc{a, year = 1, % y\n % of t\n title = {t}, author = {A}\n % end\n}",
            &style
        ),
        "@misc{a,\n  author = {A},\n  % of t\n  title = {t},\n  year = 1, % y\n  % end\n}\n"
    );
}

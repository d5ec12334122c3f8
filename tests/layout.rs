//! `fmt` on real files: what it must keep, and that doing it again changes nothing.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "material that cannot be read should stop the test"
)]

#[path = "support/quality.rs"]
mod quality;

use std::fs;

use bibsift::formats::RawName;
use bibsift::formats::bibtex::blocks::{BlockKind, Cutter};
use bibsift::formats::bibtex::layout::{Alignment, Delimiters, Indent, Sort, Style, lay_out};
use bibsift::source::decode;

/// What a file holds: of entries their type, key and fields, of all else the text, white space at
/// the ends of lines apart.
fn inventory(text: &str, sorted: bool) -> Vec<String> {
    let mut cutter = Cutter::new(text);
    let mut found = Vec::new();
    while let Some(block) = cutter.next_block() {
        if block.kind == BlockKind::Free {
            let lines = block.span.of(text).lines().map(str::trim_end);
            found.extend(
                lines
                    .filter(|line| !line.trim().is_empty())
                    .map(String::from),
            );
            continue;
        }
        let mut entry = block.word.of(text).to_lowercase() + " " + block.key.of(text);
        if matches!(block.kind, BlockKind::Comment | BlockKind::Preamble) {
            entry += block.span.of(text);
        }
        for field in cutter.fields() {
            if let RawName::Written(name) = field.name {
                entry = entry + "\n" + &name.of(text).to_lowercase() + "=" + field.value.of(text);
            }
        }
        found.push(entry);
    }
    if sorted {
        found.sort_unstable();
    }
    found
}

fn bib_texts() -> Vec<(String, String)> {
    let Some(folder) = quality::data("wild/bib") else {
        return Vec::new();
    };
    let mut texts: Vec<(String, String)> = fs::read_dir(&folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "bib"))
        .map(|path| {
            let bytes = fs::read(&path).expect("a file");
            (path.display().to_string(), decode(&bytes).text.into_owned())
        })
        .collect();
    texts.sort_unstable();
    texts
}

#[test]
fn real_files_keep_everything_and_are_even_after_one_run() {
    let (mut files, mut sound) = (0_u32, 0_u32);
    for (name, text) in bib_texts() {
        let once = lay_out(&text, &Style::default());
        files += 1;
        sound += u32::from(once.kept.is_empty());
        assert_eq!(
            inventory(&text, false),
            inventory(&once.text, false),
            "{name}"
        );
        for kept in &once.kept {
            assert!(
                once.text.contains(kept.of(&text)),
                "{name}: a damaged block"
            );
        }
        assert_eq!(
            once.text,
            lay_out(&once.text, &Style::default()).text,
            "{name}"
        );
    }
    if files > 0 {
        let figures = [("files", files.into()), ("without_damage", sound.into())];
        quality::compare("wild-bib-layout", &["files"], &figures);
    }
}

#[test]
fn every_style_is_even_after_one_run() {
    let styles = [
        Style {
            sort: Sort::Key,
            delimiters: Delimiters::Braces,
            ..Style::default()
        },
        Style {
            sort: Sort::Year,
            align: Some(Alignment::Longest),
            ..Style::default()
        },
        Style {
            sort: Sort::Author,
            width: 80,
            indent: Some(Indent::Tabs(1)),
            ..Style::default()
        },
        Style {
            sort: Sort::Type,
            delimiters: Delimiters::Quotes,
            width: 60,
            align: Some(Alignment::Equals(14)),
            field_order: ["author", "title", "year"].map(String::from).to_vec(),
            blank_lines: 2,
            trailing_comma: false,
            ..Style::default()
        },
    ];
    for (name, text) in bib_texts() {
        for style in &styles {
            let once = lay_out(&text, style).text;
            assert_eq!(once, lay_out(&once, style).text, "{name}: {style:?}");
            if style.width == 0 && style.delimiters == Delimiters::Keep {
                assert_eq!(
                    inventory(&text, true),
                    inventory(&once, true),
                    "{name}: {style:?}"
                );
            }
        }
    }
}

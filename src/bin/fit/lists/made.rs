//! Lists made of single references in the layouts people paste.

use super::gold::Gold;
use serde_json::Value;
use std::fmt::Write;
use std::path::Path;

const LISTS: usize = 320;

/// Numbers that look random and are the same each time.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }

    fn below(&mut self, limit: usize) -> usize {
        usize::try_from(self.next() >> 20).unwrap_or(0) % limit.max(1)
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn pick<'a, T>(&mut self, all: &'a [T]) -> &'a T {
        &all[self.below(all.len())]
    }
}

/// Made lists from the strings of a file that may be used for training.
pub fn lists(path: &Path) -> Result<Vec<Gold>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut latin: Vec<Vec<String>> = vec![Vec::new(); 4];
    let mut wide: Vec<Vec<String>> = vec![Vec::new(); 3];
    for line in text.lines() {
        let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
        if value["train_ok"] != Value::Bool(true)
            || value.get("also_in").is_some_and(|v| !v.is_null())
        {
            continue;
        }
        let words = value["text"].as_str().unwrap_or_default().to_owned();
        if words.len() < 25
            || words.starts_with(|c: char| !c.is_alphanumeric() && c != '"' && c != '“')
        {
            continue;
        }
        match value["language"].as_str().unwrap_or_default() {
            "zh" => wide[0].push(words),
            "ja" => wide[1].push(words),
            "ko" => wide[2].push(words),
            _ => match value["source"].as_str().unwrap_or_default() {
                "anystyle/core" => latin[0].push(words),
                "anystyle/gold" => latin[1].push(words),
                "anystyle/good" => latin[2].push(words),
                _ => latin[3].push(words),
            },
        }
    }
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15);
    let mut out = Vec::new();
    for number in 0..LISTS {
        let script = dice.below(3);
        let is_wide = dice.chance(12);
        let group = if is_wide {
            &wide[script]
        } else {
            &latin[dice.below(4)]
        };
        if group.len() < 10 {
            continue;
        }
        let count = 3 + dice.below(25);
        let mut refs: Vec<String> = (0..count).map(|_| dice.pick(group).clone()).collect();
        refs.dedup();
        if is_wide && dice.chance(40) {
            // Journals print a reference again in English, within the same item.
            for one in &mut refs {
                if dice.chance(40) {
                    *one = format!("{one} {} (in Chinese)", dice.pick(&latin[3]));
                }
            }
        }
        let (text, refs) = Layout::roll(&mut dice).list(&mut dice, refs);
        out.push(Gold::new(
            format!("made-{number}"),
            "made".to_owned(),
            text,
            refs,
        ));
    }
    Ok(out)
}

/// How a list is set.
#[allow(clippy::struct_excessive_bools, reason = "each is rolled by itself")]
struct Layout {
    numbers: usize,
    wrap: usize,
    width: usize,
    hang: usize,
    first: usize,
    blank: bool,
    double: bool,
    hyphens: bool,
    sorted: bool,
    tails: usize,
    pages: bool,
    several: bool,
    dashes: bool,
}

impl Layout {
    fn roll(dice: &mut Dice) -> Self {
        let numbers = if dice.chance(45) {
            0
        } else {
            1 + dice.below(10)
        };
        let wrap = *dice.pick(&[0, 0, 1, 1, 1, 1, 1, 1, 2]);
        let hanging = wrap == 1 && dice.chance(45);
        let first = wrap == 1 && !hanging && dice.chance(12);
        Self {
            numbers,
            wrap: if wrap == 2 && numbers == 0 && dice.chance(10) {
                1
            } else {
                wrap
            },
            width: 44 + dice.below(75),
            hang: if hanging { 2 + dice.below(6) } else { 0 },
            first: if first { 2 + dice.below(4) } else { 0 },
            blank: wrap != 2 && dice.chance(20),
            double: wrap == 1 && dice.chance(5),
            hyphens: dice.chance(40),
            sorted: numbers == 0 && dice.chance(75),
            tails: if dice.chance(15) {
                1 + dice.below(2)
            } else {
                0
            },
            pages: wrap == 1 && dice.chance(12),
            several: numbers > 0 && numbers < 6 && dice.chance(18),
            dashes: numbers == 0 && dice.chance(12),
        }
    }

    fn list(&self, dice: &mut Dice, mut refs: Vec<String>) -> (String, Vec<String>) {
        if self.sorted {
            refs.sort_by_key(|one| one.to_lowercase());
        }
        if self.dashes {
            let dash = *dice.pick(&["———.", "---.", "______.", "—,", "–––,"]);
            for one in refs.iter_mut().skip(1) {
                if dice.chance(20)
                    && let Some((_, rest)) = one.split_once(". ")
                {
                    *one = format!("{dash} {rest}");
                }
            }
        }
        let mut out = String::new();
        if dice.chance(60) {
            let headings = [
                "References",
                "REFERENCES",
                "Bibliography",
                "Literatur",
                "参考文献",
            ];
            out.push_str(headings[dice.below(headings.len())]);
            out.push_str(if dice.chance(50) { "\n\n" } else { "\n" });
        }
        let mut gold = Vec::new();
        let mut number = 0;
        let mut page = 100 + dice.below(400);
        let mut lines = 0;
        let mut at = 0;
        while at < refs.len() {
            number += 1;
            let mut item = self.label(number);
            let works = if self.several && dice.chance(35) {
                2 + dice.below(2)
            } else {
                1
            };
            for work in 0..works.min(refs.len() - at) {
                let one = &refs[at + work];
                if work > 0 {
                    item = format!("{}; ", item.trim_end_matches(['.', ' ']));
                }
                item.push_str(one);
                gold.push(one.clone());
            }
            at += works;
            match self.tails {
                1 => item.push_str("  [CrossRef] [PubMed] [Google Scholar]"),
                2 => {
                    let tail = *dice.pick(&[" CrossRef Medline", " CrossRef", ""]);
                    item.push_str(tail);
                    if let Some(last) = gold.last_mut() {
                        last.push_str(tail);
                    }
                }
                _ => {}
            }
            match self.wrap {
                0 => {
                    out.push_str(&item);
                    out.push('\n');
                }
                1 => {
                    for (n, line) in wrap(&item, self.width, self.hyphens.then_some(&mut *dice))
                        .iter()
                        .enumerate()
                    {
                        let indent = if n == 0 { self.first } else { self.hang };
                        let _ = writeln!(out, "{}{line}", " ".repeat(indent));
                        if self.double {
                            out.push('\n');
                        }
                        lines += 1;
                        if self.pages && lines % 30 == 0 {
                            page += 1;
                            let _ = write!(
                                out,
                                "\n{page}\nA. Author et al. / Some Journal 12 (2019) 193-220\n\n"
                            );
                        }
                    }
                }
                _ => {
                    out.push_str(&item);
                    out.push(' ');
                }
            }
            if self.blank && !self.double {
                out.push('\n');
            }
        }
        (out, gold)
    }

    fn label(&self, number: usize) -> String {
        match self.numbers {
            1 => format!("[{number}] "),
            2 => format!("({number}) "),
            3 | 10 => format!("{number}. "),
            4 => format!("{number}) "),
            5 => format!("［{number}］"),
            6 => {
                let raised: String = number
                    .to_string()
                    .bytes()
                    .map(|b| {
                        ['⁰', '¹', '²', '³', '⁴', '⁵', '⁶', '⁷', '⁸', '⁹'][usize::from(b - b'0')]
                    })
                    .collect();
                format!("{raised} ")
            }
            7 => format!("{number} "),
            8 => "• ".to_owned(),
            9 => format!("   {number}.\t"),
            _ => String::new(),
        }
    }
}

/// Words broken into lines, sometimes within a word.
fn wrap(text: &str, width: usize, mut dice: Option<&mut Dice>) -> Vec<String> {
    let mut out = Vec::new();
    let mut line = String::new();
    let mut columns = 0;
    let tokens: Vec<String> = if text
        .chars()
        .filter(|c| ('\u{3000}'..'\u{a000}').contains(c))
        .count()
        * 3
        > text.chars().count()
    {
        text.chars().map(String::from).collect()
    } else {
        text.split_inclusive(' ').map(str::to_owned).collect()
    };
    for token in tokens {
        let bare = token.trim_end();
        let size: usize = bare
            .chars()
            .map(|c| {
                if ('\u{2e80}'..'\u{ffff}').contains(&c) {
                    2
                } else {
                    1
                }
            })
            .sum();
        if columns + size > width && !line.trim().is_empty() {
            let letters = bare.chars().count();
            let room = width.saturating_sub(columns + 1);
            let split = dice.as_deref_mut().is_some_and(|dice| dice.chance(50))
                && letters >= 7
                && room >= 3
                && bare.chars().all(|c| c.is_ascii_lowercase());
            if split {
                let cut = room.min(letters - 3);
                line.push_str(&bare[..cut]);
                line.push('-');
                out.push(line.trim_end().to_owned());
                token[cut..].clone_into(&mut line);
                columns = line.chars().count();
                continue;
            }
            out.push(line.trim_end().to_owned());
            line.clear();
            columns = 0;
        }
        columns += size + token.len() - bare.len();
        line.push_str(&token);
    }
    if !line.trim().is_empty() {
        out.push(line.trim_end().to_owned());
    }
    out
}

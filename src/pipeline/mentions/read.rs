//! Mentions in a text, by author and year or by number.

use std::ops::Range;

use super::names::{Manner, People, ends_in_others};
use super::numbers;

/// One mention of a work.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Mention {
    /// Where it stands in the text; of several years behind one name, the year.
    pub(super) span: Range<usize>,
    /// What it says.
    pub(super) cited: Cited,
}

/// How a mention names its work.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Cited {
    /// `Smith et al., 2010a`.
    Work {
        people: People,
        /// [`None`] where the year was lost: `Smith et al. ()`.
        year: Option<i32>,
        letter: Option<char>,
    },
    /// `[12]`.
    Number(u16),
}

/// The mentions in `text`, in order.
pub(super) fn mentions(text: &str) -> Vec<Mention> {
    let mut reading = Reading {
        text,
        open: None,
        segment: 0,
        dated: false,
        last: None,
        found: Vec::new(),
    };
    let mut at = 0;
    while let Some(c) = text.get(at..).and_then(|rest| rest.chars().next()) {
        at = reading.step(at, c).max(at + c.len_utf8());
    }
    reading.found
}

struct Reading<'t> {
    text: &'t str,
    /// Where the bracket opens that is open.
    open: Option<usize>,
    /// Where the part of a bracket begins that may be one mention.
    segment: usize,
    /// Whether a year stands in that part.
    dated: bool,
    /// The people of the last mention by year, and where it ended.
    last: Option<(People, usize)>,
    found: Vec<Mention>,
}

impl Reading<'_> {
    /// Looks at the character at `at`; returns where to go on.
    fn step(&mut self, at: usize, c: char) -> usize {
        let next = at + c.len_utf8();
        match c {
            '[' | '［' | '(' | '（' => {
                if matches!(c, '[' | '［')
                    && let Some((list, end)) = numbers::bracket(self.text, at)
                {
                    self.push_numbers(&list, at..end);
                    return end;
                }
                self.open = Some(at);
                self.begin(next);
                self.last = None;
            }
            ']' | '］' | ')' | '）' => {
                self.close(at);
                self.open = None;
                self.begin(next);
                self.last = None;
            }
            ';' | '；' => self.begin(next),
            '0'..='9' => return self.digits(at),
            _ if numbers::high(c).is_some() => {
                if let Some((list, end)) = numbers::superscript(self.text, at) {
                    self.push_numbers(&list, at..end);
                    return end;
                }
                // The rest of a power is no number either.
                return self.skip(next, |c| numbers::high(c).is_some());
            }
            _ => {}
        }
        next
    }

    fn begin(&mut self, at: usize) {
        self.segment = at;
        self.dated = false;
    }

    fn skip(&self, at: usize, of: impl Fn(char) -> bool) -> usize {
        let rest = self.text.get(at..).unwrap_or_default();
        at + rest.len() - rest.trim_start_matches(of).len()
    }

    fn push_numbers(&mut self, list: &[u16], span: Range<usize>) {
        self.found.extend(list.iter().map(|number| Mention {
            span: span.clone(),
            cited: Cited::Number(*number),
        }));
    }

    fn push(
        &mut self,
        people: People,
        start: usize,
        end: usize,
        year: Option<(i32, Option<char>)>,
    ) {
        self.found.push(Mention {
            span: start..end,
            cited: Cited::Work {
                people,
                year: year.map(|(year, _)| year),
                letter: year.and_then(|(_, letter)| letter),
            },
        });
    }

    /// A bracket closes at `at`. A year that was a link is lost on many pages; with `et al.` before
    /// it what is left is a mention still.
    fn close(&mut self, at: usize) {
        let Some(open) = self.open.filter(|_| !self.dated) else {
            return;
        };
        let part = self.text.get(self.segment..at).unwrap_or_default();
        let (from, end, manner) = if part.trim().is_empty() {
            (self.floor(), open, Manner::Narrative)
        } else {
            (self.segment, at, Manner::Bracket)
        };
        let names = self.text.get(from..end).unwrap_or_default();
        if !ends_in_others(names) {
            return;
        }
        if let Some(people) = People::before(self.text, from, end, manner) {
            let (start, end) = (people.start, people.end);
            self.push(people, start, end, None);
        }
    }

    /// Where the last mention ended: nothing before belongs to the next.
    fn floor(&self) -> usize {
        self.found.last().map_or(0, |mention| mention.span.end)
    }

    /// Reads the digits at `at`, which may be a year.
    fn digits(&mut self, at: usize) -> usize {
        let end = self.skip(at, |c| c.is_ascii_digit());
        let Some(year) = self.year(at, end) else {
            return end;
        };
        let rest = self.text.get(end..).unwrap_or_default();
        let letter = letter(rest);
        let end = end + letter.map_or(0, char::len_utf8);
        let people = match &self.last {
            Some((people, last)) if self.goes_on(*last, at) => Some((people.clone(), at)),
            _ => {
                let (from, to, manner) = match self.open {
                    Some(open) if self.is_blank(open, at) => {
                        (self.floor(), open, Manner::Narrative)
                    }
                    Some(_) => (self.segment, at, Manner::Bracket),
                    None => (self.floor(), at, Manner::Bare),
                };
                People::before(self.text, from, to, manner).map(|people| {
                    let start = people.start;
                    (people, start)
                })
            }
        };
        self.segment = end;
        self.dated = true;
        let Some((people, start)) = people else {
            return end;
        };
        self.push(people.clone(), start, end, Some((year, letter)));
        let end = self.letters(&people, year, letter, end);
        self.last = Some((people, end));
        end
    }

    /// The year between these bytes, where they are one and no part of a date, range or number.
    fn year(&self, at: usize, end: usize) -> Option<i32> {
        let year: i32 = self
            .text
            .get(at..end)
            .filter(|y| y.len() == 4)?
            .parse()
            .ok()?;
        let before = self.text.get(..at)?.chars().next_back();
        let joined = |c: char| {
            c.is_ascii_alphanumeric() || matches!(c, '-' | '–' | '/' | '.' | '#' | '_' | '$' | '€')
        };
        let rest = self.text.get(end..)?;
        let mut after = rest.chars();
        let goes_on = match after.next() {
            Some('-' | '–' | '—' | '.' | '/' | ',') => {
                after.next().is_some_and(|c| c.is_ascii_digit())
            }
            Some(c) => c.is_alphanumeric() && letter(rest).is_none() || matches!(c, '%' | '_'),
            None => false,
        };
        let sound = (1500..2100).contains(&year) && !before.is_some_and(joined) && !goes_on;
        sound.then_some(year)
    }

    /// Whether only white space stands between the bracket that opens at `open` and `at`.
    fn is_blank(&self, open: usize, at: usize) -> bool {
        let inner = self.text.get(open..at).unwrap_or_default();
        inner.chars().skip(1).all(char::is_whitespace)
    }

    /// Whether only what joins years of one name stands between two of them.
    fn goes_on(&self, last: usize, at: usize) -> bool {
        let between = self.text.get(last..at).unwrap_or("x");
        let marks =
            |c: char| c.is_whitespace() || matches!(c, ',' | '，' | '&' | ';' | '；' | '、');
        (1..24).contains(&between.len())
            && matches!(between.trim_matches(marks), "" | "and" | "и" | "和" | "und")
    }

    /// The letters that follow a year with one: `2010a, b`.
    fn letters(&mut self, people: &People, year: i32, first: Option<char>, end: usize) -> usize {
        let mut end = end;
        let mut last = first;
        while let Some(before) = last {
            let at = self.skip(end, |c| c.is_whitespace() || matches!(c, ',' | '，' | '&'));
            last = letter(self.text.get(at..).unwrap_or_default())
                .filter(|letter| at > end && *letter > before);
            if let Some(letter) = last {
                end = at + letter.len_utf8();
                self.push(people.clone(), at, end, Some((year, last)));
            }
        }
        end
    }
}

/// The letter of a year at the start of `rest`.
fn letter(rest: &str) -> Option<char> {
    let mut chars = rest.chars();
    let letter = chars
        .next()
        .filter(|c| matches!(c, 'a'..='z' | 'а'..='я'))?;
    (!chars.next().is_some_and(char::is_alphanumeric)).then_some(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<String> {
        let each = mentions(text).into_iter().map(|one| match one.cited {
            Cited::Number(number) => format!("[{number}]"),
            Cited::Work {
                people,
                year,
                letter,
            } => {
                let letter = letter.map(String::from).unwrap_or_default();
                let year = year.map_or("-".to_owned(), |year| year.to_string());
                format!("{}:{year}{letter}", people.spellings.join("/"))
            }
        });
        each.collect()
    }

    #[test]
    fn mentions_of_many_kinds() {
        for (text, found) in [
            (
                "It helps (Smith et al., 2010; Li and Wu 2011a) a lot.",
                &["smith:2010", "li:2011a"][..],
            ),
            ("As Smith (2010) found", &["smith:2010"]),
            (
                "Smith's (2010) work; Smith and Jones (2011)",
                &["smith:2010", "smith:2011"],
            ),
            ("by Müller & Özgür, 2015.", &["muller:2015"]),
            ("by Fan et al, 2019 too", &["fan:2019"]),
            (
                "(Yunge Fan et al, 2019 ; Pathare et al, 2018 )",
                &["fan/yungefan:2019", "pathare:2018"],
            ),
            (
                "(see Smith, 2010, 2011; Jones, 2012a,b)",
                &["smith:2010", "smith:2011", "jones:2012a", "jones:2012b"],
            ),
            ("(Smith, Jones, & Lee, 2010, p. 5)", &["smith:2010"]),
            ("(Smith J., Jones B., 2010)", &["smith:2010"]),
            ("(van der Berg, 2010)", &["vanderberg/berg:2010"]),
            ("(Иванов и др., 2012)", &["ivanov:2012"]),
            ("В работе Иванова и Петрова (2012а)", &["ivanova:2012а"]),
            (
                "（王等，2010；李明，2011）",
                &["wang/=wang:2010", "liming/=liming:2011"],
            ),
            ("care [12], [3, 5-7]", &["[12]", "[3]", "[5]", "[6]", "[7]"]),
            (
                "Tse et al . () reported (Tse et al . ).",
                &["tse:-", "tse:-"],
            ),
            ("However, Smith, Jones, and Lee (2010)", &["smith:2010"]),
        ] {
            assert_eq!(read(text), found, "{text}");
        }
        assert!(
            read("根据王等（2010）的研究")
                .contains(&"genjuwang/=genjuwang/juwang/=juwang/wang/=wang:2010".to_owned())
        );
    }

    #[test]
    fn what_is_no_mention() {
        for text in [
            "In May 2010 (n = 2010) it was 2010-2015, in 2008 and (May 2010) (since 2010).",
            "doi 10.1000/2010.2010 (2010) and version 2010 of it, 2010年 (12) m² 10²",
            "第29届奥运会（2008）",
            "()[]((((2010 et al",
            "et al (2010) & et al., 2010; and (2010, 2011)",
        ] {
            assert_eq!(read(text), [""; 0], "{text}");
        }
    }

    #[test]
    fn a_long_text_takes_linear_time() {
        let text = "(Smith, ".repeat(20_000) + &"2010, ".repeat(20_000) + &"[1-99]".repeat(1000);
        assert_eq!(mentions(&text).len(), 20_000 + 99_000);
    }
}

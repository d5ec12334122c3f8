//! Lists of names by their shape: a line of names, and the names that begin a citation.

use std::cell::RefCell;

use super::lines::{has_wide, is_letter, is_wide, part};
use super::memo::{self, Memo, Moved};
use super::name_marks::bare;
use super::name_sentences::is_sentence;
use super::name_shape::{is_group, is_initials, is_name, is_strict};
use super::name_words::PARTICLES;
use super::names::{NameList, split};
use super::needles::holds;
use crate::source::Span;

/// The names of a line that has the shape of a list of names and of nothing else.
pub(super) fn list(text: &str, line: Span) -> Option<NameList> {
    thread_local! {
        static LISTS: RefCell<Memo<Option<NameList>>> = const { RefCell::new(Memo::new()) };
    }
    if line.is_empty() {
        return None;
    }
    memo::ask(&LISTS, text, line, read)
}

fn read(text: &str, line: Span) -> Option<NameList> {
    let words = line.of(text);
    if words.len() > 4000 || words.ends_with(['?', '!']) {
        return None;
    }
    // A sentence has more words in small letters than names have particles.
    let small = |word: &&str| word.len() > 4 && word.starts_with(|c: char| c.is_ascii_lowercase());
    let labelled = words.starts_with("Author");
    if !labelled && words.split(' ').filter(small).nth(2).is_some() {
        return None;
    }
    // Marks that no name holds, and no bracket or address that would be cut off.
    let marked = |c: char| matches!(c, '“' | '"' | '«' | '=' | '%' | '。' | '《' | '「');
    let cut = |c: char| matches!(c, '(' | '（' | '[' | '<' | '@');
    if words.contains(marked) && !words.contains(cut) && !holds(words, "http") {
        return None;
    }
    // No name is so long that a separator stands only behind this.
    if words.len() > FIRST && !parted(&words[..super::lines::floor(words, FIRST)]) {
        return None;
    }
    if is_sentence(words) {
        return None;
    }
    let mut found = split(text, line);
    let mut names = Vec::with_capacity(found.names.len());
    for name in found.names {
        unglue(text, name, &mut names);
    }
    found.names = names;
    let fits = |name: &Span| {
        let name = name.of(text);
        let parts = || {
            let parts = name.split([' ', ',', '.', '\u{a0}']);
            parts.filter(|part| !part.is_empty()).count()
        };
        is_name(name) && (has_wide(name) || is_group(name) || (parts() >= 2 && !is_initials(name)))
    };
    // `C de Souza, B E`: of the second only initials are known.
    let led = found.names.len() > 1
        && found.names.first().is_some_and(|name| {
            name.of(text)
                .split_once(' ')
                .is_some_and(|(given, family)| {
                    is_initials(given) && family.contains(char::is_lowercase)
                })
        });
    let short = |name: &Span| led && name.of(text).contains(' ') && is_initials(name.of(text));
    let clean = !found.names.is_empty() && found.names.iter().all(|name| fits(name) || short(name));
    if clean {
        return Some(found);
    }
    // `Maria do Socorro Lima e Silva`: the conjunction stands in the name.
    let joined =
        !words.contains([',', ';']) && [" e ", " y ", " i "].iter().any(|word| holds(words, word));
    if !joined {
        return None;
    }
    let whole = bare(text, line);
    fits(&whole).then(|| NameList {
        names: vec![whole],
        ..NameList::default()
    })
}

/// Within so many bytes the first name of a list ends, with its marks.
const FIRST: usize = 240;

/// Whether anything parts names in the words.
fn parted(words: &str) -> bool {
    words.contains([
        ',', ';', '，', '；', '、', '·', '•', '◽', '|', '&', '/', '\t', '・', '…', ']', '(', '（',
    ]) || words.bytes().any(|b| b.is_ascii_digit())
        || [" and ", " et ", " und ", " y ", " и ", " e "]
            .iter()
            .any(|word| holds(words, word))
}

/// `Akihiro OgushiYasuko Shimizu` cut where a capital follows a small letter, if what comes out
/// are whole names; `McDonald` and `DeVries` are not cut.
fn unglue(text: &str, name: Span, out: &mut Vec<Span>) {
    let words = name.of(text);
    let mut cuts = Vec::new();
    let mut before = ' ';
    let mut run = 0;
    for (at, c) in words.char_indices() {
        if run >= 4 && c.is_uppercase() && before.is_lowercase() {
            cuts.push(at);
        }
        run = if is_letter(c) { run + 1 } else { 0 };
        before = c;
    }
    if cuts.is_empty() {
        out.push(name);
        return;
    }
    cuts.push(words.len());
    let held = out.len();
    let mut from = 0;
    for to in cuts {
        let piece = part(text, name, from, to);
        from = to;
        if !(piece.of(text).contains(' ') && is_name(piece.of(text))) {
            out.truncate(held);
            out.push(name);
            return;
        }
        out.push(piece);
    }
}

/// The list of names that begins a citation and the byte after it: the longest stretch up to a
/// stop or colon in which every name has initials, is in a script without capitals, or is a group.
pub(super) fn leading(text: &str, span: Span) -> Option<(NameList, usize)> {
    thread_local! {
        static LEADS: RefCell<Memo<Option<Lead>>> = const { RefCell::new(Memo::new()) };
    }
    let lead = memo::ask(&LEADS, text, span, |text, span| {
        let (names, end) = lead(text, span)?;
        Some(Lead { names, end })
    });
    lead.map(|lead| (lead.names, lead.end))
}

/// Names at the head of a text, and the byte of it behind them.
#[derive(Debug, Clone)]
struct Lead {
    names: NameList,
    end: usize,
}

impl Moved for Lead {
    fn moved(self, by: u32) -> Self {
        Self {
            names: self.names.moved(by),
            ..self
        }
    }
}

fn lead(text: &str, span: Span) -> Option<(NameList, usize)> {
    let words = span.of(text);
    let mut best = None;
    let stops = words.char_indices().filter(|(at, c)| {
        let next = words[at + c.len_utf8()..].chars().next();
        match c {
            '.' | ':' => {
                next.is_none_or(|n| n.is_whitespace() || is_wide(n) || n == '.')
                    || words[..*at].ends_with(is_wide)
            }
            '．' | '。' | '：' => true,
            _ => false,
        }
    });
    let mut misses = 0;
    let mut begin = 0;
    for (at, c) in stops.take_while(|(at, _)| *at < 3000).take(40) {
        // Words in small letters are the title's: no later stop can end the names.
        let small = words[begin..at]
            .split(' ')
            .filter(|word| word.starts_with(char::is_lowercase))
            .filter(|word| {
                !PARTICLES.contains(word) && !matches!(*word, "and" | "et" | "und" | "al")
            });
        if small.take(4).count() == 4 {
            break;
        }
        begin = at;
        let end = at + usize::from(c == '.' && words[..at].ends_with(char::is_uppercase));
        let head = part(text, span, 0, end);
        let found = if is_sentence(head.of(text)) {
            NameList::default()
        } else {
            split(text, head)
        };
        // `Безуглова О.С., Hoang Thi Thu Trang. Гумусное …`: the title is in other letters.
        let cyrillic = |words: &str| words.contains(|c| matches!(c, '\u{400}'..='\u{4ff}'));
        let foreign = |name: &str| {
            !cyrillic(name)
                && name.contains(' ')
                && cyrillic(words[at..].get(..20).unwrap_or(&words[at..]))
        };
        let strict = !found.names.is_empty()
            && found.names.iter().any(|name| is_strict(name.of(text)))
            && found.names.iter().all(|name| {
                let name = name.of(text);
                is_name(name) && (is_strict(name) || foreign(name))
            });
        if strict {
            let cut = cut_after(text, span, at + c.len_utf8(), found.cut);
            best = Some((
                NameList {
                    names: found.names,
                    cut: cut.0,
                },
                cut.1,
            ));
            misses = 0;
        } else if best.is_some() {
            misses += 1;
            if misses > 3 {
                break;
            }
        }
    }
    best
}

/// A sign of a cut list may stand after the stop.
fn cut_after(text: &str, span: Span, at: usize, cut: Span) -> (Span, usize) {
    let rest = &span.of(text)[at..];
    let skip = rest.len() - rest.trim_start_matches([' ', ',']).len();
    for sign in ["et al.", "et al", "...", "…", "и др."] {
        if cut.is_empty() && rest[skip..].starts_with(sign) {
            let end = at + skip + sign.len();
            return (part(text, span, at + skip, end), end);
        }
    }
    (cut, at)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_are_told_from_titles_and_buttons() {
        let whole = |text: &str| list(text, Span::new(0, text.len())).is_some();
        for text in [
            "B Bowman, C Laprade, Y Ji",
            "K. Simonyan, Andrew Zisserman",
            "R de Vries-Abe, K L",
            "María del Pilar Ríos de la Cruz",
            "K Low, H. M. de la O",
            "정명석, 박성현",
            "Xin Li",
        ] {
            assert!(whole(text), "{text}");
        }
        for text in [
            "Stress, Coping, Resilience",
            "A review of the literature",
            "Department of Nursing, Taipei, Taiwan",
            "Save Cite Related articles",
            "Very deep convolutional networks",
            "Computer Science",
        ] {
            assert!(!whole(text), "{text}");
        }
    }

    #[test]
    fn the_names_of_a_citation_end_where_its_title_begins() {
        for (text, count, rest) in [
            (
                "Müller, F. & von der Heide, P. Genesung auf Station. Nervenarzt",
                2,
                " Genesung auf Station. Nervenarzt",
            ),
            (
                "Swift A, et al. Peer support. Psychiatr Serv.",
                1,
                " Peer support. Psychiatr Serv.",
            ),
            ("李娜,王芳.需求[J]", 2, "需求[J]"),
        ] {
            let (found, end) = leading(text, Span::new(0, text.len())).unwrap();
            assert_eq!((found.names.len(), &text[end..]), (count, rest));
        }
    }
}

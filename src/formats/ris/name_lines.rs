//! Names as RIS has them, one a line.

use std::borrow::Cow;

use super::labels;
use super::names::{add_names, ends_in_reference, is_cut_mark};
use super::plain_people::{as_read, is_han_person, is_plain_person, with_comma};
use super::render::line;
use crate::model::{Name, Names};

/// A list of names as RIS has it.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct NameLines {
    /// The names one by one.
    pub(super) names: Vec<String>,
    /// Whether the list was cut off.
    pub(super) truncated: bool,
    /// What else is said of them: the number of the name, counted from 1, what, and its value.
    pub(super) said: Vec<(usize, String, String)>,
}

/// The names one by one. With `marked`, a name that would not come back as it is gets a comma at
/// its end, which says that it is whole.
pub(super) fn names(names: &Names, marked: bool) -> NameLines {
    let mut lines = NameLines {
        names: Vec::with_capacity(names.list.len()),
        truncated: names.truncated,
        said: Vec::new(),
    };
    let out = &mut lines.names;
    for name in &names.list {
        if is_plain_person(name) || is_han_person(name) {
            out.push(with_comma(name));
            say(name, out.len(), &mut lines.said);
            continue;
        }
        if let Some(text) = as_read(name) {
            out.push(text);
            say(name, out.len(), &mut lines.said);
            continue;
        }
        let mut text = name_text(name);
        let mut comes_back = !marked || comes_back(&text, name.literal);
        if !comes_back
            && !name.literal
            && let Some(other) = other_parts(&text)
        {
            (text, comes_back) = (other, true);
        }
        if !comes_back {
            text = line(&text.replace(',', " ")).into_owned();
        }
        if is_cut_mark(&text) {
            lines.truncated = true;
        } else if !text.is_empty() {
            if !(comes_back || comes_back_whole(&text)) {
                text.push(',');
            }
            out.push(text);
            say(name, out.len(), &mut lines.said);
        }
    }
    lines
}

/// Names between semicolons. One that ends like a character reference is parted from its semicolon,
/// so as not to become one.
pub(super) fn one_line(names: &[String]) -> String {
    let mut line = String::new();
    for (at, name) in names.iter().enumerate() {
        if at > 0 {
            line.push_str(if ends_in_reference(&line) {
                " ; "
            } else {
                "; "
            });
        }
        line.push_str(name);
    }
    line
}

/// What is said of a person beside the name, and what a name tag cannot hold of it.
fn say(name: &Name, number: usize, said: &mut Vec<(usize, String, String)>) {
    let mut say = |what: &str, text: String| {
        if !text.is_empty() {
            said.push((number, what.to_owned(), text));
        }
    };
    if name.literal && name.family.contains(',') {
        let whole = line(&name.family).into_owned();
        if one_line_name(&whole) != whole && comes_back(&one_line_name(&whole), true) {
            say(labels::WHOLE, whole);
        }
    }
    if let Some(parallel) = &name.parallel {
        let list = vec![(**parallel).clone()];
        let truncated = false;
        let lines = names(&Names { list, truncated }, true);
        say(
            labels::PARALLEL,
            lines.names.into_iter().next().unwrap_or_default(),
        );
    }
    for (what, text) in &name.about {
        // How citation processors are to set the name is nothing to RIS.
        if labels::is_about(what) {
            say(what, line(text).into_owned());
        }
    }
}

/// A whole name on one line and without the marks that part names.
pub(super) fn one_line_name(text: &str) -> Cow<'_, str> {
    let separators = [',', ';', '；', '，'];
    // Those beyond ASCII begin with this byte in UTF-8.
    let may_have = memchr::memchr3(b',', b';', 0xef, text.as_bytes()).is_some();
    if may_have && text.contains(separators) {
        Cow::Owned(line(&text.replace(separators, " ")).into_owned())
    } else {
        line(text)
    }
}

/// `Family, Given, Suffix`, or a whole name without commas.
pub(super) fn name_text(name: &Name) -> String {
    let part = one_line_name;
    let (family, given) = (part(&name.family), part(&name.given));
    if name.literal {
        return family.into_owned();
    }
    let (particle, suffix) = (part(&name.particle), part(&name.suffix));
    let length = particle.len() + family.len() + given.len() + suffix.len();
    let mut text = String::with_capacity(length + 5);
    text.push_str(&particle);
    if !text.is_empty() && !text.ends_with(['\'', '’']) && !family.is_empty() {
        text.push(' ');
    }
    text.push_str(&family);
    for more in [given, suffix].iter().filter(|more| !more.is_empty()) {
        if !text.is_empty() {
            text.push_str(", ");
        }
        text.push_str(more);
    }
    text
}

/// Whether the text of a name, read by itself, is this one name; one that is not to be split has
/// to come back as such.
pub(super) fn comes_back(text: &str, literal: bool) -> bool {
    let mut back = Names::default();
    add_names(text, &mut back);
    matches!(back.list.as_slice(), [one] if (one.literal || !literal) && name_text(one) == text)
        && !back.truncated
}

/// The text of a person as reading it parts it, where that says the same: `De Oliveira Jr., R. C.`
/// is read as `De Oliveira, R. C., Jr.`
fn other_parts(text: &str) -> Option<String> {
    let mut back = Names::default();
    add_names(text, &mut back);
    let [one] = back.list.as_slice() else {
        return None;
    };
    let other = name_text(one);
    let letters = |text: &str| {
        let mut letters: Vec<char> = text.chars().filter(|c| c.is_alphanumeric()).collect();
        letters.sort_unstable();
        letters
    };
    let sound = !one.literal && !back.truncated && comes_back(&other, false);
    (sound && letters(&other) == letters(text)).then_some(other)
}

fn comes_back_whole(text: &str) -> bool {
    comes_back(text, true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_as_ris_has_them() {
        let name = Name {
            family: "Berg".into(),
            particle: "van der".into(),
            given: "Jan".into(),
            suffix: "Jr.".into(),
            ..Name::default()
        };
        assert_eq!(name_text(&name), "van der Berg, Jan, Jr.");
        assert_eq!(
            name_text(&Name::literal("Barnes and Noble, Inc.")),
            "Barnes and Noble Inc."
        );
        let names = Names {
            list: vec![Name::literal("others")],
            truncated: false,
        };
        let lines = super::names(&names, true);
        assert_eq!((lines.names.len(), lines.truncated), (0, true));
    }
}

//! `name-with-role`: `(Ed.)`, `主编` behind a name.

use super::{Phase, Reads, Rule, Visit, name_parts};
use crate::doc::Doc;
use crate::model::{Field, Name, Names, Value};
use crate::report::Safety;
use crate::text::script;

pub(super) static RULE: Rule = Rule {
    doc: Doc {
        id: "name-with-role",
        summary: "A role such as `(Ed.)` or 主编 stands behind a name",
        why: "The role belongs to the field, not to the name. A list of authors whose last name is \
              marked as editor is a list of editors, and a name marked 译 is the translator's; \
              they go where they belong if nobody is there yet.",
        examples: &[
            ("author = {Smith, John (Ed.)}", "editor = {Smith, John}"),
            ("editor = {Meier, Hans (Hrsg.)}", "editor = {Meier, Hans}"),
            ("author = {{王小明主编}}", "author = {{王小明}}"),
            (
                "author = {{伯特兰·罗素著} and {何兆武译}}",
                "author = {{伯特兰·罗素}}\ntranslator = {{何兆武}}",
            ),
        ],
        sources: &[
            "biblatex manual 2.3.6 (editorial roles)",
            "GB/T 7714-2015, 8.1",
        ],
    },
    phase: Phase::Normalise,
    reads: Reads::NAMES,
    safety: Some(Safety::Safe),
    run,
};

const EDITOR: &[&str] = &[
    "(ed.)",
    "(eds.)",
    "(ed)",
    "(eds)",
    "[ed.]",
    "(hrsg.)",
    "(hg.)",
    "(dir.)",
    "(coord.)",
    "(red.)",
    "(org.)",
    "(orgs.)",
    "(a cura di)",
    "(editor)",
    "(editors)",
    "(éd.)",
    "(éds.)",
];
const TRANSLATOR: &[&str] = &["(trans.)", "(transl.)", "(übers.)", "(trad.)", "(tr.)"];
const HAN_TRANSLATOR: &[&str] = &["译", "譯", "翻译"];
const HAN: &[&str] = &[
    "主编", "編著", "编著", "著", "编", "編", "校注", "整理", "撰",
];

#[derive(PartialEq, Clone, Copy)]
pub(super) enum Mark {
    Editor,
    Translator,
    Other,
}

/// Whether a name may end in a role: few end in a bracket, and beyond ASCII only whole ones may.
fn may_have_role(name: &Name) -> bool {
    let last = if name.given.is_empty() {
        &name.family
    } else {
        &name.given
    };
    last.bytes().next_back().is_some_and(|b| {
        matches!(b, b')' | b']') || b >= 0x80 && (name.literal || !name.suffix.is_empty())
    })
}

fn run(visit: &mut Visit<'_>) {
    if let Some(Value::Names(names)) = visit.record().get(Field::Author) {
        let last = names
            .list
            .last()
            .filter(|name| may_have_role(name))
            .and_then(|name| mark_of(name_parts::printed(name).as_str(), name.literal));
        if last.is_some_and(|(mark, _)| mark == Mark::Editor) && !visit.record().has(Field::Editor)
        {
            let value = Value::Names(names.clone());
            visit.add_from(Field::Editor, value, Field::Author, || {
                "the authors are marked as editors".to_owned()
            });
            visit.remove(Field::Author, || {
                "the authors are marked as editors".to_owned()
            });
        }
    }
    translators(visit);
    visit.rewrite_names(
        |names| {
            name_parts::rewrite(names, |part, whole| {
                mark_of(part, whole)
                    .map(|(_, kept)| part.get(..kept).unwrap_or_default().to_owned())
            })
        },
        || "a role stands behind a name".to_owned(),
    );
}

fn translators(visit: &mut Visit<'_>) {
    let Some(Value::Names(names)) = visit.record().get(Field::Author) else {
        return;
    };
    if visit.record().has(Field::Translator) {
        return;
    }
    if !names.list.iter().any(may_have_role) {
        return;
    }
    let is_translator = |name: &Name| {
        mark_of(name_parts::printed(name).as_str(), name.literal)
            .is_some_and(|(mark, _)| mark == Mark::Translator)
    };
    let (moved, kept): (Vec<_>, Vec<_>) = names.list.iter().cloned().partition(is_translator);
    if moved.is_empty() || kept.is_empty() {
        return;
    }
    let truncated = names.truncated;
    let moved = Names {
        list: moved,
        truncated: false,
    };
    visit.add_from(Field::Translator, moved, Field::Author, || {
        "an author is marked as translator".to_owned()
    });
    visit.change(
        Field::Author,
        Names {
            list: kept,
            truncated,
        },
        || "a translator stands among the authors".to_owned(),
    );
}

/// The role at the end of a name, and how much of it is the name.
pub(super) fn mark_of(part: &str, whole: bool) -> Option<(Mark, usize)> {
    let last = part.chars().next_back()?;
    if matches!(last, ')' | ']') {
        let at = part.rfind(['(', '['])?;
        let role = part.get(at..)?.to_lowercase();
        let kept = part.get(..at)?.trim_end_matches([' ', ',']).len();
        let mark = if EDITOR.contains(&role.as_str()) {
            Mark::Editor
        } else if TRANSLATOR.contains(&role.as_str()) {
            Mark::Translator
        } else {
            return None;
        };
        return (kept > 0).then_some((mark, kept));
    }
    if last.is_ascii() || !whole || !script::is_cjk(part) {
        return None;
    }
    let (mark, rest) = HAN_TRANSLATOR
        .iter()
        .find_map(|role| part.strip_suffix(role).map(|rest| (Mark::Translator, rest)))
        .or_else(|| {
            HAN.iter()
                .find_map(|role| part.strip_suffix(role).map(|rest| (Mark::Other, rest)))
        })?;
    // Two characters are the least a Chinese name has, three the most usual, and 译 may be the
    // last of them.
    let kept = rest.trim_end_matches([' ', ',', '，', '等']);
    let role_is_long = part.len() - rest.len() > '著'.len_utf8() || kept.len() < rest.len();
    let least = if role_is_long { 2 } else { 3 };
    (kept.chars().count() >= least).then_some((mark, kept.len()))
}

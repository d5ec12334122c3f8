//! `url-malformed`: an address nobody can follow.

use super::{Blocks, Entry, Lint};
use crate::doc::Doc;
use crate::model::Field;
use crate::report::{Edit, Safety, Severity};

pub(super) static LINT: Lint = Lint {
    doc: Doc {
        id: "url-malformed",
        summary: "A url field holds no address",
        why: "Styles print it as a link, which leads nowhere: it has white space inside, no scheme, or a LaTeX command around it.",
        examples: &[
            (
                "@misc{k, url = {htp:/example.org/a b}}",
                "@misc{k, url = {http://example.org/a}}",
            ),
            (
                "@misc{k, url = {\\url{http://example.org/}}}",
                "@misc{k, url = {http://example.org/}}",
            ),
        ],
        sources: &["RFC 3986", "biblatex manual, section 2"],
    },
    severity: Severity::Warning,
    default: true,
    safety: Some(Safety::Safe),
    blocks: Blocks::Entries,
    run,
};

fn run(entry: &mut Entry<'_>) {
    for field in entry
        .fields()
        .iter()
        .filter(|field| field.field == Some(Field::Url))
    {
        let Some(value) = field
            .inside
            .map(str::trim)
            .filter(|value| !value.is_empty())
        else {
            continue;
        };
        let span = field.span_of(value);
        let short = || value.chars().take(60).collect::<String>();
        let inside = value
            .strip_prefix("\\url{")
            .and_then(|rest| rest.strip_suffix('}'))
            .filter(|inside| !inside.contains(['{', '}', ' ']));
        if let Some(inside) = inside {
            let edit = Edit {
                span,
                text: inside.to_owned(),
            };
            entry.report_with_fix(
                span,
                format!(
                    "'{}' holds a command; the field takes the bare address",
                    short()
                ),
                vec![edit],
            );
        } else if value.starts_with('\\') {
            entry.report(
                span,
                format!(
                    "'{}' holds a command; the field takes the bare address",
                    short()
                ),
            );
        } else if !has_scheme(value) {
            entry.report(
                span,
                format!(
                    "'{}' is no address: it has no scheme such as https:",
                    short()
                ),
            );
        } else if value.bytes().any(|byte| byte.is_ascii_whitespace())
            && value.matches("://").count() < 2
        {
            entry.report(span, format!("the address '{}' holds white space", short()));
        }
    }
}

/// Whether a scheme and its colon begin the text.
fn has_scheme(text: &str) -> bool {
    let Some((scheme, rest)) = text.split_once(':') else {
        return false;
    };
    let word = scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.len() < 20
        && scheme
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'-'));
    let web = ["http", "https", "ftp"]
        .iter()
        .any(|web| web.eq_ignore_ascii_case(scheme));
    word && (!web || rest.starts_with("//"))
        && (web
            || !matches!(
                scheme,
                "htp" | "htpp" | "htttp" | "htttps" | "htps" | "ttp" | "ttps" | "doi"
            ))
}

//! Everything `explain` knows: the entries of all tables by id.

use super::check;
use super::faults;
use crate::dedup;
use crate::doc::Doc;
use crate::error::{Error, ErrorKind};
use crate::formats::FORMATS;
use crate::formats::bibtex::lint::LINTS;
use crate::formats::pages::{LAYOUTS, SITES};
use crate::rules::RULES;
use crate::text::similarity;

/// One entry of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Topic {
    /// What kind of thing it is: `rule`, `format`, ….
    pub kind: &'static str,
    /// Its documentation.
    pub doc: &'static Doc,
}

/// All topics, by kind in the order of the flow, within a kind in the order of its table.
///
/// ```
/// let kinds: Vec<&str> = bibsift::pipeline::explain::topics().map(|topic| topic.kind).collect();
/// assert!(kinds.contains(&"format") && kinds.contains(&"rule"));
/// ```
pub fn topics() -> impl Iterator<Item = Topic> {
    let of = |kind: &'static str| move |doc: &'static Doc| Topic { kind, doc };
    let formats = FORMATS.iter().map(|format| &format.doc).map(of("format"));
    let layouts = LAYOUTS
        .iter()
        .map(|layout| &layout.doc)
        .map(of("page layout"));
    let sites = SITES.iter().map(|site| &site.doc).map(of("site"));
    let input = faults::FAULTS.iter().copied().map(of("fault of an input"));
    let read = FORMATS
        .iter()
        .flat_map(|format| format.faults.iter().copied())
        .map(of("fault"));
    let writers = FORMATS.iter().filter_map(|format| format.write.as_ref());
    let losses = writers.flat_map(|writer| writer.losses.iter());
    let losses = losses.map(|loss| &loss.doc).map(of("loss of an output"));
    let lints = LINTS.iter().map(|lint| &lint.doc).map(of("lint"));
    let of_files = check::faults::FAULTS.iter().copied();
    let of_files = of_files.map(of("fault of a file"));
    let rules = RULES.iter().map(|rule| &rule.doc).map(of("rule"));
    let blocking = dedup::BLOCKING_RULES
        .iter()
        .map(|rule| &rule.doc)
        .map(of("blocking rule"));
    let comparisons = dedup::COMPARISONS
        .iter()
        .map(|one| &one.doc)
        .map(of("comparison"));
    let vetoes = dedup::vetoes::VETOES
        .iter()
        .map(|veto| &veto.doc)
        .map(of("veto"));
    let policies = dedup::POLICIES
        .iter()
        .map(|policy| &policy.doc)
        .map(of("version policy"));
    let merges = dedup::merge::MERGE_RULES
        .iter()
        .map(|rule| &rule.doc)
        .map(of("merge rule"));
    let all = formats
        .chain(layouts)
        .chain(sites)
        .chain(input)
        .chain(read)
        .chain(losses);
    let all = all
        .chain(lints)
        .chain(of_files)
        .chain(rules)
        .chain(blocking)
        .chain(comparisons)
        .chain(vetoes)
        .chain(policies)
        .chain(merges);
    // Two formats with one reader list the same faults.
    let mut seen = std::collections::BTreeSet::new();
    all.filter(move |topic| seen.insert((topic.kind, topic.doc.id)))
}

/// The topic of this id.
///
/// # Errors
///
/// [`ErrorKind::UnknownName`], with the nearest id there is.
pub fn topic(id: &str) -> Result<Topic, Error> {
    if let Some(topic) = topics().find(|topic| topic.doc.id == id) {
        return Ok(topic);
    }
    let nearest = topics()
        .map(|topic| topic.doc.id)
        .max_by(|a, b| similarity::short(a, id).total_cmp(&similarity::short(b, id)));
    let message = match nearest {
        Some(nearest) if similarity::short(nearest, id) > 0.8 => {
            format!("nothing is called '{id}'; did you mean {nearest}?")
        }
        _ => format!("nothing is called '{id}'; `bibsift explain` lists every id"),
    };
    Err(Error::new(ErrorKind::UnknownName, message))
}

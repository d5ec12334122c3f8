//! Lists whose references are known.

use bibsift::formats::references::segment::Prepared;
use serde_json::Value;
use std::path::Path;

/// A list with its references, and which of its pieces begin one.
pub struct Gold {
    /// Its id.
    pub id: String,
    /// What kind of list it is.
    pub style: String,
    /// The list as pasted.
    pub text: String,
    /// Its references.
    pub refs: Vec<String>,
    /// Its pieces.
    pub prepared: Prepared,
    /// The pieces that begin a reference.
    pub starts: Vec<usize>,
}

impl Gold {
    /// Reads the pieces of a list and finds where its references begin.
    pub fn new(id: String, style: String, text: String, refs: Vec<String>) -> Self {
        let prepared = Prepared::new(&text);
        let starts = starts(&text, &refs, &prepared);
        Self {
            id,
            style,
            text,
            refs,
            prepared,
            starts,
        }
    }
}

/// The lists of a file of JSON lines.
pub fn read(path: &Path) -> Result<Vec<Gold>, String> {
    let text =
        std::fs::read_to_string(path).map_err(|error| format!("{}: {error}", path.display()))?;
    text.lines()
        .filter(|line| !line.trim().is_empty())
        .map(|line| {
            let value: Value = serde_json::from_str(line).map_err(|error| error.to_string())?;
            let word = |key: &str| value[key].as_str().unwrap_or_default().to_owned();
            let refs = value["refs"]
                .as_array()
                .map(|all| {
                    all.iter()
                        .filter_map(|one| one.as_str().map(str::to_owned))
                        .collect()
                })
                .unwrap_or_default();
            Ok(Gold::new(word("id"), word("style"), word("text"), refs))
        })
        .collect()
}

/// The pieces at which references begin, found by following their letters and digits through the
/// text. The first piece and those at which one must begin always do.
fn starts(text: &str, refs: &[String], prepared: &Prepared) -> Vec<usize> {
    let stream: Vec<(usize, char)> = text
        .char_indices()
        .filter(|(_, c)| c.is_alphanumeric())
        .collect();
    let mut at = 0;
    let mut offsets = Vec::new();
    for one in refs {
        let wanted: Vec<char> = one.chars().filter(|c| c.is_alphanumeric()).collect();
        let head = &wanted[..wanted.len().min(12)];
        let found = (at..stream.len().min(at + 4000)).find(|from| {
            head.iter()
                .enumerate()
                .all(|(n, c)| stream.get(from + n).is_some_and(|(_, d)| d == c))
        });
        let Some(found) = found else { continue };
        offsets.push(stream[found].0);
        // Follow the reference, over what stands between its lines.
        at = found;
        let mut taken = 0;
        while taken < wanted.len() && at < stream.len() && at < found + wanted.len() + 200 {
            taken += usize::from(stream[at].1 == wanted[taken]);
            at += 1;
        }
    }
    let mut out = Vec::new();
    let mut last_end = 0;
    let mut offsets = offsets.into_iter().peekable();
    for (n, span) in prepared.spans().enumerate() {
        let first = text[span.range()]
            .char_indices()
            .find(|(_, c)| c.is_alphanumeric())
            .map_or(span.start as usize, |(at, _)| span.start as usize + at);
        let mut begins = prepared.sights.forced(n);
        while let Some(offset) = offsets.next_if(|offset| *offset < span.end as usize) {
            begins |= offset >= last_end && offset <= first;
        }
        last_end = span.end as usize;
        if begins {
            out.push(n);
        }
    }
    out
}

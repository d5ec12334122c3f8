//! Reading decisions and writing the list for review.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use bibsift::pipeline::{Run, decisions};
use bibsift::source::{Source, SourceId, decode};

use super::Pending;
use super::outputs::place;
use crate::failure::Failure;

/// The text of every decisions file. One that is yet to be written as the list for review is empty.
pub(crate) fn decisions(paths: &[PathBuf], review: Option<&Path>) -> Result<Vec<Source>, Failure> {
    let review = review.map(place);
    let read = |path: &PathBuf| {
        let text = text(path, review.as_ref() == Some(&place(path)))?;
        Ok(Source::new(
            SourceId::default(),
            path.display().to_string(),
            text,
        ))
    };
    paths.iter().map(read).collect()
}

/// The text of a file; nothing where it is absent and may be.
fn text(path: &Path, may_be_absent: bool) -> Result<String, Failure> {
    match fs::read(path) {
        Ok(bytes) => Ok(decode(&bytes).text.into_owned()),
        Err(error) if may_be_absent && error.kind() == ErrorKind::NotFound => Ok(String::new()),
        Err(error) => Err(Failure::file("read", path, error)),
    }
}

/// The list for review: where it goes and the decisions it keeps.
#[derive(Debug)]
pub(crate) struct Review<'a> {
    path: &'a Path,
    kept: String,
}

impl<'a> Review<'a> {
    /// Looks at what stands at `path`: decisions in it are kept if they are among those followed,
    /// and a file with other decisions is not replaced.
    pub(crate) fn new(
        path: &'a Path,
        paths: &[PathBuf],
        decisions: &[Source],
    ) -> Result<Self, Failure> {
        let own = place(path);
        let known = paths.iter().zip(decisions);
        let known = known.filter(|(path, _)| place(path) == own);
        if let Some((_, source)) = known.into_iter().next() {
            let kept = source.text.clone();
            return Ok(Self { path, kept });
        }
        let decided = text(path, true)?;
        let mut lines = decided.lines().map(str::trim_start);
        if lines.any(|line| !line.is_empty() && !line.starts_with('#')) {
            let name = path.display();
            return Err(Failure::Request(format!(
                "{name} holds decisions; name it with --decisions too, so that they count"
            )));
        }
        let kept = decisions.iter().map(|source| source.text.trim_end());
        let kept: Vec<&str> = kept.filter(|text| !text.is_empty()).collect();
        let mut kept = kept.join("\n");
        if !kept.is_empty() {
            kept.push('\n');
        }
        Ok(Self { path, kept })
    }

    /// Writes the list beside its place.
    pub(crate) fn write(&self, run: &Run) -> Result<Pending, Failure> {
        let mut file = Pending::new(self.path)?;
        decisions::write_review(run, &self.kept, &mut |text| file.write(text))
            .map_err(|error| Failure::file("write", self.path, error))?;
        Ok(file)
    }
}

//! The file of --baseline.

use std::fs;
use std::path::{Path, PathBuf};

use bibsift::pipeline::check::{Baseline, Check};

use crate::failure::Failure;
use crate::files::Pending;

/// Writes all findings to a file of known ones.
pub(super) fn write(check: &Check, path: &Path) -> Result<(), Failure> {
    let baseline = Baseline::of(check, |name| relative(name, path));
    let mut pending = Pending::new(path)?;
    let written = pending.write(&baseline.text());
    written.map_err(|error| Failure::file("write", path, error))?;
    pending.sync()?;
    pending.persist()
}

/// Takes the findings out that the file knows, and returns how many those were. A file that is not
/// there is a failure: if it was made from what happens to be found, nothing would ever fail.
pub(super) fn pass(check: &mut Check, path: &Path) -> Result<usize, Failure> {
    let text = fs::read_to_string(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            let name = path.display();
            Failure::Request(format!(
                "there is no baseline {name}; --write-baseline makes one of what is found now"
            ))
        }
        _ => Failure::file("read", path, error),
    })?;
    let baseline = Baseline::parse(&text)
        .map_err(|error| Failure::Request(format!("{}: {error}", path.display())))?;
    Ok(baseline.pass(check, |name| relative(name, path)))
}

/// The name of a file from the folder of the baseline on, so that it is the same wherever the check
/// is run from.
fn relative(name: &str, baseline: &Path) -> String {
    let folder = baseline
        .parent()
        .filter(|folder| !folder.as_os_str().is_empty());
    let folder = fs::canonicalize(folder.unwrap_or(Path::new("."))).ok();
    let path = fs::canonicalize(name).unwrap_or_else(|_| PathBuf::from(name));
    let inside = folder.and_then(|folder| path.strip_prefix(folder).map(Path::to_owned).ok());
    let inside = inside.unwrap_or_else(|| PathBuf::from(name));
    inside.display().to_string().replace('\\', "/")
}

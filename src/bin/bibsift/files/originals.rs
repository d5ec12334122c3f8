//! Files changed in place: found, read, and replaced only if nobody changed them meanwhile.

use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};

use super::outputs::Pending;
use crate::failure::Failure;

/// A file as it was read.
#[derive(Debug)]
pub(crate) struct Original<'a> {
    path: &'a Path,
    pub(crate) bytes: Vec<u8>,
}

impl<'a> Original<'a> {
    /// Reads a file.
    pub(crate) fn read(path: &'a Path) -> Result<Self, Failure> {
        let bytes = fs::read(path).map_err(|error| Failure::file("read", path, error))?;
        Ok(Self { path, bytes })
    }

    /// Replaces the file by one of these bytes, unless it is another by now.
    pub(crate) fn replace(&self, bytes: &[u8]) -> Result<(), Failure> {
        let mut pending = Pending::new(self.path)?;
        let written = pending.write_bytes(bytes);
        written.map_err(|error| Failure::file("write", self.path, error))?;
        pending.sync()?;
        if Self::read(self.path)?.bytes != self.bytes {
            let name = self.path.display();
            return Err(Failure::Request(format!(
                "{name} was changed by another program meanwhile, and stays as it is"
            )));
        }
        pending.persist()
    }
}

/// The .bib files that `paths` name, as [`found`] finds them.
pub(crate) fn bib_files(paths: &[PathBuf]) -> Result<Vec<PathBuf>, Failure> {
    let found = found(paths, &["bib", "bibtex"])?;
    Ok(found.into_iter().map(|found| found.path).collect())
}

/// A file to be worked on.
#[derive(Debug)]
pub(crate) struct Found {
    pub(crate) path: PathBuf,
    /// Whether it was named, not met in a directory.
    pub(crate) named: bool,
}

/// The files that `paths` name: a file whatever it is called, of a directory those that end in one of
/// `extensions` and are not ignored by git, in the order of their names, each once. Without paths,
/// standard input, as `-`.
pub(crate) fn found(paths: &[PathBuf], extensions: &[&str]) -> Result<Vec<Found>, Failure> {
    let named = |path: &Path| Found {
        path: path.to_owned(),
        named: true,
    };
    if paths.is_empty() {
        if io::stdin().is_terminal() {
            say!("bibsift: reading from the terminal; end with Ctrl-D, or name a file");
        }
        return Ok(vec![named(Path::new("-"))]);
    }
    let mut found: Vec<Found> = Vec::new();
    for path in paths {
        if path == Path::new("-") {
            found.push(named(path));
            continue;
        }
        let kind = fs::metadata(path).map_err(|error| Failure::file("read", path, error))?;
        if !kind.is_dir() {
            found.push(named(path));
            continue;
        }
        let walk = ignore::WalkBuilder::new(path)
            .sort_by_file_path(Path::cmp)
            .build();
        for entry in walk {
            let entry = entry.map_err(|error| {
                Failure::Request(format!("cannot read {}: {error}", path.display()))
            })?;
            let wanted = entry.path().extension().is_some_and(|extension| {
                let mut wanted = extensions.iter();
                wanted.any(|wanted| extension.eq_ignore_ascii_case(wanted))
            });
            if wanted && entry.file_type().is_some_and(|kind| kind.is_file()) {
                found.push(Found {
                    path: entry.into_path(),
                    named: false,
                });
            }
        }
    }
    let mut seen = std::collections::BTreeSet::new();
    found.retain(|one| seen.insert(one.path.clone()));
    Ok(found)
}

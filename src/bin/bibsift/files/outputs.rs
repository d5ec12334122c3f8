//! Writing outputs: to a temporary file in the same folder, synced, then renamed, so that a reader
//! sees the old file or the new one and never half of one.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};

use bibsift::formats::Format;
use bibsift::pipeline::Reader;
use tempfile::NamedTempFile;

use crate::failure::Failure;

/// A file to write and its format.
#[derive(Debug, Clone)]
pub(crate) struct Destination {
    pub(crate) path: PathBuf,
    pub(crate) format: &'static Format,
}

impl Destination {
    /// Reads `refs.bib`, or `biblatex:refs.bib`.
    pub(crate) fn parse(argument: &str) -> Result<Self, Failure> {
        if let Some((id, path)) = argument.split_once(':')
            && let Ok(format) = writable(id)
        {
            return Ok(Self {
                path: path.into(),
                format,
            });
        }
        let path = PathBuf::from(argument);
        let extension = path
            .extension()
            .and_then(|ext| ext.to_str())
            .unwrap_or_default();
        let id = match extension.to_ascii_lowercase().as_str() {
            "bib" => "bibtex",
            "ris" => "ris",
            "json" => "csl-json",
            "jsonl" => "jsonl",
            _ => {
                let known = ".bib, .ris, .json or .jsonl, or a format as in biblatex:refs.bib";
                return Err(Failure::Request(format!(
                    "the name of an output file ends in {known}; {argument} does not"
                )));
            }
        };
        Ok(Self {
            path,
            format: writable(id)?,
        })
    }
}

/// The format of this id, if it is written.
pub(crate) fn writable(id: &str) -> Result<&'static Format, Failure> {
    match Reader::named(id)? {
        Reader::Format(format) if format.write.is_some() => Ok(format),
        _ => Err(Failure::Request(format!(
            "the format {id} is only read, not written"
        ))),
    }
}

/// Refuses to write two things to one file, a list to a directory, and anything but the list over
/// an input.
pub(crate) fn refuse_clashes(
    inputs: &[PathBuf],
    lists: &[Destination],
    removed: Option<&Destination>,
    report: Option<&Path>,
) -> Result<(), Failure> {
    let lists = lists.iter().map(|list| (&*list.path, "-o"));
    let others = removed.map(|removed| (&*removed.path, "--removed"));
    let others = others
        .into_iter()
        .chain(report.map(|path| (path, "--report")));
    let mut seen: Vec<PathBuf> = Vec::new();
    for (path, option) in lists.chain(others) {
        if path.is_dir() {
            let path = path.display();
            return Err(Failure::Request(format!("{option} {path} is a directory")));
        }
        let place = place(path);
        if seen.contains(&place) {
            let path = path.display();
            return Err(Failure::Request(format!(
                "{path} is to be written twice; every output needs a file of its own"
            )));
        }
        let over_input = option != "-o" && inputs.iter().any(|input| self::place(input) == place);
        if over_input {
            let path = path.display();
            return Err(Failure::Request(format!(
                "{option} {path} would replace an input"
            )));
        }
        seen.push(place);
    }
    Ok(())
}

/// Where a file is or will be, links followed.
fn place(path: &Path) -> PathBuf {
    if let Ok(place) = fs::canonicalize(path) {
        return place;
    }
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let folder = fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    folder.join(path.file_name().unwrap_or_default())
}

/// A file being written beside its place.
pub(crate) struct Pending {
    /// Its name as it was given.
    pub(crate) name: PathBuf,
    place: PathBuf,
    medium: Medium,
}

/// What takes the text until it is complete.
enum Medium {
    /// A file of our own in the same folder.
    Beside(BufWriter<NamedTempFile>),
    /// A device or a pipe, which a rename would destroy.
    Through(BufWriter<File>),
}

impl Pending {
    /// Begins to write what will stand at `path`. A symbolic link is followed, so that the file it
    /// points at is replaced and the link stays.
    pub(crate) fn new(path: &Path) -> Result<Self, Failure> {
        let fault = |error| Failure::file("write", path, error);
        let place = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let existing = fs::metadata(&place).ok();
        let medium = if existing
            .as_ref()
            .is_some_and(|existing| !existing.is_file())
        {
            let file = OpenOptions::new().write(true).open(&place).map_err(fault)?;
            Medium::Through(BufWriter::new(file))
        } else {
            let file = beside(&place).map_err(fault)?;
            if let Some(existing) = existing {
                let mode = existing.permissions();
                if mode.readonly() {
                    let error = io::Error::new(io::ErrorKind::PermissionDenied, "it is read-only");
                    return Err(fault(error));
                }
                file.as_file().set_permissions(mode).map_err(fault)?;
            }
            Medium::Beside(BufWriter::new(file))
        };
        Ok(Self {
            name: path.to_owned(),
            place,
            medium,
        })
    }

    /// Appends text.
    pub(crate) fn write(&mut self, text: &str) -> io::Result<()> {
        match &mut self.medium {
            Medium::Beside(file) => file.write_all(text.as_bytes()),
            Medium::Through(file) => file.write_all(text.as_bytes()),
        }
    }

    /// Makes the disk hold it all.
    pub(crate) fn sync(&mut self) -> Result<(), Failure> {
        let synced = match &mut self.medium {
            Medium::Beside(file) => file
                .flush()
                .and_then(|()| file.get_ref().as_file().sync_all()),
            Medium::Through(file) => file.flush(),
        };
        synced.map_err(|e| Failure::file("write", &self.name, e))
    }

    /// Puts it in its place.
    pub(crate) fn persist(self) -> Result<(), Failure> {
        let Self {
            name,
            place,
            medium,
        } = self;
        let Medium::Beside(file) = medium else {
            return Ok(());
        };
        let fault = |error| Failure::file("write", &name, error);
        let file = file.into_inner().map_err(|e| fault(e.into_error()))?;
        file.persist(&place).map_err(|e| fault(e.error))?;
        Ok(())
    }
}

/// A temporary file in the folder of `place`, with the mode `open` would give a file of its own.
fn beside(place: &Path) -> io::Result<NamedTempFile> {
    let folder = match place.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let mut builder = tempfile::Builder::new();
    builder.prefix(".bibsift-");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // The umask applies.
        builder.permissions(fs::Permissions::from_mode(0o666));
    }
    builder.tempfile_in(folder)
}

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

/// What a command is to read and to write.
#[derive(Debug, Default)]
pub(crate) struct Files<'a> {
    /// Inputs, which a list may replace and nothing else.
    pub(crate) inputs: &'a [PathBuf],
    /// What is read and never replaced, with the option that names it.
    pub(crate) read: Vec<(&'a Path, &'static str)>,
    /// Decisions, which the list for review may replace and nothing else.
    pub(crate) decisions: &'a [PathBuf],
    /// Lists.
    pub(crate) lists: &'a [Destination],
    /// What else is written, with the option that names it.
    pub(crate) written: Vec<(&'a Path, &'static str)>,
}

impl Files<'_> {
    /// Refuses to write two things to one file, a list to a directory, and anything over what was
    /// read, but for a list over an input and a list for review over decisions.
    pub(crate) fn refuse_clashes(&self) -> Result<(), Failure> {
        let places = |paths: &[PathBuf]| paths.iter().map(|path| place(path)).collect::<Vec<_>>();
        let (inputs, decisions) = (places(self.inputs), places(self.decisions));
        let lists = self.lists.iter().map(|list| (&*list.path, "-o"));
        let mut seen: Vec<PathBuf> = Vec::new();
        for (path, option) in lists.chain(self.written.iter().copied()) {
            let refuse = |what: String| Err(Failure::Request(format!("{option} {what}")));
            let name = path.display();
            if path.is_dir() {
                return refuse(format!("{name} is a directory"));
            }
            let place = place(path);
            if seen.contains(&place) {
                return Err(Failure::Request(format!(
                    "{name} is to be written twice; every output needs a file of its own"
                )));
            }
            if option != "-o" && inputs.contains(&place) {
                return refuse(format!("{name} would replace an input"));
            }
            if option != "--review" && decisions.contains(&place) {
                return refuse(format!("{name} would replace the decisions"));
            }
            let read = self.read.iter();
            let mut read = read.filter(|(path, _)| self::place(path) == place);
            if let Some((_, other)) = read.next() {
                return refuse(format!("{name} would replace what {other} names"));
            }
            seen.push(place);
        }
        Ok(())
    }
}

/// Where a file is or will be, links followed.
pub(super) fn place(path: &Path) -> PathBuf {
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
        self.write_bytes(text.as_bytes())
    }

    /// Appends bytes.
    pub(crate) fn write_bytes(&mut self, bytes: &[u8]) -> io::Result<()> {
        match &mut self.medium {
            Medium::Beside(file) => file.write_all(bytes),
            Medium::Through(file) => file.write_all(bytes),
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

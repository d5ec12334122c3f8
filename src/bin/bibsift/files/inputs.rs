//! Reading inputs: files, directories, standard input, gzip.

use std::fs::{self, File};
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use bibsift::formats::FORMATS;
use bibsift::pipeline::{Input, Reader};
use bibsift::report::Findings;
use bibsift::source::SourceId;

use super::outputs::place;
use crate::failure::Failure;

/// Text files that hold no format's own extension but may hold references.
const TEXT_EXTENSIONS: &[&str] = &["txt", "text", "md", "gz"];

/// What a command reads.
#[derive(Debug)]
pub(crate) struct Inputs<'a> {
    /// Files and directories, those of the named sources included.
    pub(crate) paths: Vec<PathBuf>,
    /// Names of sources and their places.
    labels: Vec<(&'a str, PathBuf)>,
}

impl<'a> Inputs<'a> {
    /// The inputs named and the sources, each `NAME=FILE`. A source that is no input is one.
    pub(crate) fn new(paths: &[PathBuf], sources: &'a [String]) -> Result<Self, Failure> {
        let mut paths = paths.to_vec();
        let mut labels = Vec::new();
        for source in sources {
            let Some((name, file)) = source.split_once('=').filter(|(name, _)| !name.is_empty())
            else {
                let message = format!("--source takes NAME=FILE, not '{source}'");
                return Err(Failure::Request(message));
            };
            let here = place(Path::new(file));
            if !paths.iter().any(|path| here.starts_with(place(path))) {
                paths.push(file.into());
            }
            labels.push((name, here));
        }
        Ok(Self { paths, labels })
    }

    /// Reads all of it, in order, and then the libraries. All of it is opened before anything is
    /// read, so that a missing file is noticed before any work is done.
    pub(crate) fn read(
        &self,
        libraries: &[PathBuf],
        reader: Option<Reader>,
        findings: &mut Findings,
    ) -> Result<Vec<Input>, Failure> {
        let mut opened = Vec::new();
        for path in &self.paths {
            open(path, &mut opened)?;
        }
        if self.paths.is_empty() {
            if io::stdin().is_terminal() {
                say!("bibsift: reading from the terminal; end with Ctrl-D, or name a file");
            }
            opened.push(Opened::Stdin);
        }
        let of_list = opened.len();
        for path in libraries {
            open(path, &mut opened)?;
        }
        let mut inputs = Vec::new();
        for (at, one) in opened.into_iter().enumerate() {
            let id = SourceId(u32::try_from(at).unwrap_or(u32::MAX));
            let label = self.label(&one);
            let library = at >= of_list;
            let (name, bytes) = one.read()?;
            let reader = reader.filter(|_| !library);
            let mut input = Input::from_bytes(id, &name, bytes, reader, findings)?;
            input.library = library;
            if let Some(label) = label {
                label.clone_into(&mut input.label);
            }
            inputs.push(input);
        }
        Ok(inputs)
    }

    /// The name of the source a file belongs to, where it is named.
    fn label(&self, opened: &Opened) -> Option<&'a str> {
        let Opened::File(path, _) = opened else {
            return None;
        };
        if self.labels.is_empty() {
            return None;
        }
        let here = place(path);
        let mut labels = self.labels.iter();
        labels
            .find(|(_, source)| here.starts_with(source))
            .map(|(name, _)| *name)
    }
}

enum Opened {
    Stdin,
    File(PathBuf, File),
}

impl Opened {
    /// Its name and its bytes, unzipped.
    fn read(self) -> Result<(String, Vec<u8>), Failure> {
        let mut bytes = Vec::new();
        let name = match self {
            Self::Stdin => {
                let from = Path::new("standard input");
                io::stdin()
                    .lock()
                    .read_to_end(&mut bytes)
                    .map_err(|e| Failure::file("read", from, e))?;
                "<stdin>".to_owned()
            }
            Self::File(path, mut file) => {
                file.read_to_end(&mut bytes)
                    .map_err(|e| Failure::file("read", &path, e))?;
                path.display().to_string()
            }
        };
        if bytes.starts_with(&[0x1F, 0x8B]) {
            bytes = unzip(&bytes).map_err(|e| Failure::file("unzip", Path::new(&name), e))?;
        }
        Ok((name, bytes))
    }
}

/// At most one byte more than a source may have, so that a small file cannot fill the memory.
fn unzip(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut text = Vec::new();
    let limit = bibsift::source::Source::LIMIT as u64 + 1;
    flate2::read::MultiGzDecoder::new(bytes)
        .take(limit)
        .read_to_end(&mut text)?;
    Ok(text)
}

fn open(path: &Path, opened: &mut Vec<Opened>) -> Result<(), Failure> {
    if path == Path::new("-") {
        opened.push(Opened::Stdin);
        return Ok(());
    }
    let kind = fs::metadata(path).map_err(|e| Failure::file("read", path, e))?;
    if !kind.is_dir() {
        let file = File::open(path).map_err(|e| Failure::file("read", path, e))?;
        opened.push(Opened::File(path.to_owned(), file));
        return Ok(());
    }
    let walk = ignore::WalkBuilder::new(path)
        .sort_by_file_path(Path::cmp)
        .build();
    for entry in walk {
        let entry = entry.map_err(|error| {
            Failure::Request(format!("cannot read {}: {error}", path.display()))
        })?;
        let is_file = entry.file_type().is_some_and(|kind| kind.is_file());
        if is_file && may_hold_references(entry.path()) {
            let path = entry.into_path();
            let file = File::open(&path).map_err(|e| Failure::file("read", &path, e))?;
            opened.push(Opened::File(path, file));
        }
    }
    Ok(())
}

/// Of a directory, files of other kinds are passed over; one named on the command line is read
/// whatever it is called.
fn may_hold_references(path: &Path) -> bool {
    let Some(extension) = path.extension().and_then(|ext| ext.to_str()) else {
        return false;
    };
    let extension = extension.to_ascii_lowercase();
    let known = FORMATS.iter().flat_map(|format| format.extensions);
    known
        .chain(TEXT_EXTENSIONS)
        .any(|&known| known == extension)
}

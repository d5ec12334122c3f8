//! What `check` reads: files with what their configuration asks of them, manuscripts, the baseline.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};
use std::sync::Mutex;

use bibsift::pipeline::check::{File, Options, Selection, is_citing};
use bibsift::pipeline::{Input, Reader};
use bibsift::report::Findings;
use bibsift::source::encode::Encoded;
use bibsift::source::{Source, SourceId, decode};
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use rayon::prelude::*;

use super::is_stdin;
use crate::args::{CheckArguments, SelectArguments};
use crate::failure::Failure;
use crate::files::{self, Configured, Found};
use crate::print::plain;

/// What of a directory is read.
const EXTENSIONS: [&str; 4] = ["bib", "bibtex", "ris", "json"];

/// All that is read.
pub(super) struct Read {
    pub(super) files: Vec<File>,
    pub(super) citing: Vec<Source>,
    pub(super) baseline: Option<PathBuf>,
    /// Standard input, where it is among the files.
    pub(super) stdin: Option<Stdin>,
    /// Whether a file could not be read, which was said.
    pub(super) failed: bool,
}

/// Standard input as it came.
pub(super) struct Stdin {
    /// Its place among the files, which is the number of its source.
    pub(super) place: usize,
    /// Empty where nothing is to be mended.
    pub(super) bytes: Vec<u8>,
}

pub(super) fn read(arguments: &CheckArguments) -> Result<Read, Failure> {
    let select = &arguments.select;
    // `--cited-by a.tex refs.bib` takes both; what is no manuscript is a file to be checked.
    let (citing, more): (Vec<&PathBuf>, Vec<&PathBuf>) = select
        .cited_by
        .iter()
        .partition(|path| is_citing(&path.display().to_string()));
    let mut paths = arguments.paths.clone();
    paths.extend(more.into_iter().cloned());
    let found = files::found(&paths, &EXTENSIONS)?;
    refuse_clashes(arguments, &found)?;
    let mut settings = Settings::new(select);
    let options: Vec<Options> = found
        .iter()
        .map(|found| settings.options(called(&found.path, arguments)))
        .collect::<Result<_, _>>()?;
    // It is among them once at most.
    let mut given = Vec::new();
    if found.iter().any(|found| is_stdin(&found.path)) {
        let read = io::stdin().lock().read_to_end(&mut given);
        read.map_err(|error| Failure::file("read", Path::new("standard input"), error))?;
    }
    let mends = arguments.fix || arguments.diff;
    let mut copy = if mends { given.clone() } else { Vec::new() };
    let given = Mutex::new(given);
    let read: Vec<Result<Option<File>, Failure>> = found
        .par_iter()
        .zip(options)
        .map(|(found, options)| {
            let bytes = if is_stdin(&found.path) {
                given
                    .lock()
                    .map(|mut given| std::mem::take(&mut *given))
                    .unwrap_or_default()
            } else {
                let read = fs::read(&found.path);
                read.map_err(|error| Failure::file("read", &found.path, error))?
            };
            file(found, bytes, called(&found.path, arguments), options)
        })
        .collect();
    let (mut files, mut failed, mut stdin) = (Vec::new(), false, None);
    for (found, one) in found.iter().zip(read) {
        match one {
            Ok(file) => {
                if is_stdin(&found.path) {
                    stdin = Some(Stdin {
                        place: files.len(),
                        bytes: std::mem::take(&mut copy),
                    });
                }
                files.extend(file);
            }
            // One file that fails does not keep the others from being checked.
            Err(failure) => {
                say!("bibsift: {}", plain(&failure.to_string()));
                failed = true;
            }
        }
    }
    let citing = citing.into_iter().map(|path| manuscript(path));
    let baseline = select.baseline.clone().or(settings.baseline);
    if select.write_baseline && baseline.is_none() {
        let message = "--write-baseline needs --baseline FILE";
        return Err(Failure::Request(message.to_owned()));
    }
    Ok(Read {
        files,
        citing: citing.collect::<Result<_, _>>()?,
        baseline,
        stdin,
        failed,
    })
}

/// No file that is read is one that is written.
fn refuse_clashes(arguments: &CheckArguments, found: &[Found]) -> Result<(), Failure> {
    let baseline = arguments.select.baseline.iter();
    let baseline = baseline.filter(|_| arguments.select.write_baseline);
    for written in arguments.output_file.iter().chain(baseline) {
        let Ok(place) = fs::canonicalize(written) else {
            continue;
        };
        let is_read = |found: &Found| fs::canonicalize(&found.path).is_ok_and(|path| path == place);
        if found.iter().any(is_read) {
            let name = written.display();
            let message = format!("{name} would be written over, and is to be checked");
            return Err(Failure::Request(message));
        }
    }
    Ok(())
}

/// What a path is called, in findings and for the configuration.
fn called<'a>(path: &'a Path, arguments: &'a CheckArguments) -> &'a Path {
    match &arguments.stdin_filename {
        Some(name) if is_stdin(path) => name,
        _ => path,
    }
}

/// Reads a file from its bytes; [`None`] for a .json file met in a directory that holds no references.
fn file(
    found: &Found,
    bytes: Vec<u8>,
    called: &Path,
    mut options: Options,
) -> Result<Option<File>, Failure> {
    let name = if is_stdin(called) {
        "<stdin>".to_owned()
    } else {
        // As code hosts call the files of a repository that is checked as `.`.
        let name = called.display().to_string();
        name.strip_prefix("./").map_or(name.clone(), str::to_owned)
    };
    let bib = called
        .extension()
        .is_some_and(|extension| extension.eq_ignore_ascii_case("bib"));
    let reader = if bib {
        Some(Reader::named("bibtex")?)
    } else {
        None
    };
    let (id, mut findings) = (SourceId(0), Findings::default());
    let input = match decode::plain(bytes) {
        Ok(text) => Input::from_text(id, &name, text, reader, &mut findings)?,
        Err(bytes) => {
            options.unwritable = Encoded::new(&bytes).is_none();
            Input::from_bytes(id, &name, bytes, reader, &mut findings)?
        }
    };
    let known = input.reader.map(|reader| reader.doc().id);
    let references = matches!(
        known,
        Some("bibtex" | "biblatex" | "ris" | "csl-json" | "jsonl")
    );
    // Any other .json file may look like an item without a type.
    let json = matches!(known, Some("csl-json" | "jsonl"));
    let mut records = input.raws.records.iter();
    let references = references && !(json && records.all(|record| record.entry_type.is_empty()));
    if !found.named && !references {
        return Ok(None);
    }
    Ok(Some(File {
        input,
        found: findings,
        options,
    }))
}

fn manuscript(path: &Path) -> Result<Source, Failure> {
    let bytes = fs::read(path).map_err(|error| Failure::file("read", path, error))?;
    let text = decode(&bytes).text.into_owned();
    Ok(Source::new(SourceId(0), path.display().to_string(), text))
}

/// What holds for each file, by the command line and the nearest `bibsift.toml`.
struct Settings<'a> {
    arguments: &'a SelectArguments,
    /// By folder.
    read: BTreeMap<PathBuf, Folder>,
    /// The baseline of the first configuration that names one.
    baseline: Option<PathBuf>,
}

/// What holds in one folder.
struct Folder {
    options: Options,
    /// Patterns of files, with what is not reported in them.
    ignores: Vec<(Gitignore, Vec<String>)>,
}

impl<'a> Settings<'a> {
    fn new(arguments: &'a SelectArguments) -> Self {
        Self {
            arguments,
            read: BTreeMap::new(),
            baseline: None,
        }
    }

    fn options(&mut self, path: &Path) -> Result<Options, Failure> {
        let parent = path
            .parent()
            .filter(|_| !is_stdin(path))
            .map(Path::to_owned);
        let parent = parent.unwrap_or_default();
        if !self.read.contains_key(&parent) {
            let folder = self.folder(path)?;
            self.read.insert(parent.clone(), folder);
        }
        let Some(folder) = self.read.get(&parent) else {
            return Ok(Options::default());
        };
        let mut options = folder.options.clone();
        let whole = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        for (pattern, ids) in &folder.ignores {
            if pattern
                .matched_path_or_any_parents(&whole, false)
                .is_ignore()
            {
                options.selection.ignore(ids)?;
            }
        }
        Ok(options)
    }

    fn folder(&mut self, path: &Path) -> Result<Folder, Failure> {
        let arguments = self.arguments;
        let Configured { config, folder } = if is_stdin(path) {
            files::configured(Path::new("."))?
        } else {
            files::configured(path)?
        };
        let mut config = config.check;
        if self.baseline.is_none() {
            self.baseline.clone_from(&config.baseline);
        }
        if arguments.model.is_some() {
            config.model.clone_from(&arguments.model);
        }
        let select = if arguments.select.is_empty() {
            config.select.clone().unwrap_or_default()
        } else {
            arguments.select.clone()
        };
        let mut selection = Selection::new(&select, &[])?;
        if arguments.across_files || config.across_files == Some(true) {
            selection = selection.across_files();
        }
        selection.ignore(&arguments.ignore)?;
        selection.ignore(config.ignore.as_deref().unwrap_or_default())?;
        let mut ignores = Vec::new();
        if let Some(root) = folder {
            for (pattern, ids) in &config.per_file_ignores {
                let wrong = |error: ignore::Error| {
                    Failure::Request(format!(
                        "per-file-ignores has no pattern in '{pattern}': {error}"
                    ))
                };
                let mut builder = GitignoreBuilder::new(&root);
                builder.add_line(None, pattern).map_err(wrong)?;
                // The ids are looked at even where no file matches.
                Selection::default().ignore(ids)?;
                ignores.push((builder.build().map_err(wrong)?, ids.clone()));
            }
        }
        Ok(Folder {
            options: Options {
                selection,
                model: config.model()?,
                unwritable: false,
            },
            ignores,
        })
    }
}

//! Finds `bibsift.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use bibsift::config::{Config, FILE_NAME};

use crate::failure::Failure;

/// A configuration, and the folder its file is in.
#[derive(Debug, Clone, Default)]
pub(crate) struct Configured {
    pub(crate) config: Config,
    pub(crate) folder: Option<PathBuf>,
}

/// The configuration that holds for `inputs`: that of the first one.
pub(crate) fn config(inputs: &[PathBuf]) -> Result<Config, Failure> {
    let first = inputs
        .first()
        .filter(|path| path.as_path() != Path::new("-"));
    Ok(configured(first.map_or(Path::new("."), PathBuf::as_path))?.config)
}

/// The configuration that holds for a file or folder: the nearest `bibsift.toml` in its folder, or
/// above it. Nothing is read from the home folder unless it lies above. A file that does not exist
/// stands in the folder it is said to be in.
pub(crate) fn configured(path: &Path) -> Result<Configured, Failure> {
    let Ok(start) = fs::canonicalize(path).or_else(|_| {
        let folder = path
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = fs::canonicalize(folder.unwrap_or(Path::new(".")));
        folder.map(|folder| folder.join(path.file_name().unwrap_or_default()))
    }) else {
        return Ok(Configured::default());
    };
    let folder = if start.is_dir() {
        Some(start.as_path())
    } else {
        start.parent()
    };
    for folder in folder.into_iter().flat_map(Path::ancestors) {
        let path = folder.join(FILE_NAME);
        match fs::read_to_string(&path) {
            Ok(text) => {
                let mut config = Config::parse(&text)
                    .map_err(|error| Failure::Request(format!("{}: {error}", folder.display())))?;
                let own = [&mut config.dedup.decisions, &mut config.check.baseline];
                for path in own.into_iter().flatten() {
                    *path = folder.join(&*path);
                }
                return Ok(Configured {
                    config,
                    folder: Some(folder.to_owned()),
                });
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::file("read", &path, error)),
        }
    }
    Ok(Configured::default())
}

//! Finds `bibsift.toml`.

use std::fs;
use std::path::{Path, PathBuf};

use bibsift::config::{Config, FILE_NAME};

use crate::failure::Failure;

/// The configuration that holds for `inputs`: the nearest `bibsift.toml` in the folder of the first
/// one, or above it. Nothing is read from the home folder unless it lies above.
pub(crate) fn config(inputs: &[PathBuf]) -> Result<Config, Failure> {
    let first = inputs
        .first()
        .filter(|path| path.as_path() != Path::new("-"));
    let start = first.map_or_else(|| PathBuf::from("."), Clone::clone);
    let Ok(start) = fs::canonicalize(&start) else {
        return Ok(Config::default());
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
                if let Some(path) = &mut config.dedup.decisions {
                    *path = folder.join(&*path);
                }
                return Ok(config);
            }
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => return Err(Failure::file("read", &path, error)),
        }
    }
    Ok(Config::default())
}

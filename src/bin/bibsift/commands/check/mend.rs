//! `--fix` and `--diff`: files with their faults mended.

use std::io::{self, Write as _};
use std::path::Path;

use bibsift::pipeline::check::{self, Check};
use bibsift::report::Safety;
use bibsift::source::encode::Encoded;
use bibsift::source::{Source, SourceId};

use super::read::Stdin;
use crate::args::CheckArguments;
use crate::failure::Failure;
use crate::files::Original;
use crate::print::{self, plain};

/// What became of the files.
pub(super) struct Mended {
    /// A check of what they are now.
    pub(super) check: Check,
    /// How many faults were mended.
    pub(super) faults: usize,
    /// Whether a file could not be written, which was said.
    pub(super) failed: bool,
}

/// Mends the files of a check, or shows how, and checks them again.
/// Standard input goes to standard output, mended or as it is.
pub(super) fn mend(
    mut check: Check,
    arguments: &CheckArguments,
    stdin: Option<&Stdin>,
) -> Result<Mended, Failure> {
    let most = if arguments.unsafe_fixes {
        Safety::Unsafe
    } else {
        Safety::Safe
    };
    let fixed = check::fix(&check, most);
    let (mut mended, mut failed) = (0, false);
    let mut written_files = Vec::new();
    let mut keys: Vec<(String, String)> = Vec::new();
    let mut piped = stdin.filter(|_| !arguments.diff);
    for one in fixed {
        let Some(source) = check.source(one.source()) else {
            continue;
        };
        let place = one.source().0 as usize;
        let written = if arguments.diff {
            print::diff(&source.name, &source.text, one.text())?;
            Ok(())
        } else if let Some(stdin) = piped.take_if(|stdin| stdin.place == place) {
            io::stdout().write_all(&encoded(&stdin.bytes, source, one.text())?)?;
            Ok(())
        } else {
            replace(source, one.text())
        };
        if let Err(failure) = written {
            say!("bibsift: {}", plain(&failure.to_string()));
            failed = true;
            continue;
        }
        mended += one.mended;
        for left_out in &one.left_out {
            say!("left out {}", plain(left_out));
        }
        for (old, new) in &one.keys {
            say!("{}\t{}", plain(old), plain(new));
        }
        keys.extend(one.keys.iter().cloned());
        written_files.push(one);
    }
    if let Some(stdin) = piped {
        io::stdout().write_all(&stdin.bytes)?;
    }
    for path in &arguments.rewrite_tex {
        if let Err(failure) = rewrite(path, &keys, arguments.diff) {
            say!("bibsift: {}", plain(&failure.to_string()));
            failed = true;
        }
    }
    if !arguments.diff {
        check = check.mended(written_files);
    }
    Ok(Mended {
        check,
        faults: mended,
        failed,
    })
}

/// Renames the keys a manuscript cites.
fn rewrite(path: &Path, keys: &[(String, String)], dry: bool) -> Result<(), Failure> {
    let original = Original::read(path)?;
    let name = path.display().to_string();
    let Some(encoded) = Encoded::new(&original.bytes) else {
        let message = format!("{name} is no text of one encoding, and stays as it is");
        return Err(Failure::Request(message));
    };
    let source = Source::new(SourceId(0), name.as_str(), &*encoded.text);
    let Some(text) = check::renamed(&source, keys) else {
        return Ok(());
    };
    if dry {
        return print::diff(&name, &source.text, &text);
    }
    let bytes = encoded
        .encode(&text)
        .ok_or_else(|| Failure::Request(format!("cannot write {name} in the encoding it has")))?;
    original.replace(&bytes)
}

/// Writes the text of a file in the encoding it has.
fn replace(source: &Source, text: &str) -> Result<(), Failure> {
    let original = Original::read(Path::new(&source.name))?;
    original.replace(&encoded(&original.bytes, source, text)?)
}

/// A text in the encoding of the bytes that `source` was read from.
fn encoded(bytes: &[u8], source: &Source, text: &str) -> Result<Vec<u8>, Failure> {
    let name = &source.name;
    let refused = |what: String| Err(Failure::Request(what));
    let Some(encoded) = Encoded::new(bytes) else {
        let what = "it is no text of one encoding, and stays as it is";
        return refused(format!("cannot mend {name}: {what}"));
    };
    if *encoded.text != *source.text {
        let what = "was changed by another program meanwhile, and stays as it is";
        return refused(format!("{name} {what}"));
    }
    match encoded.encode(text) {
        Some(bytes) => Ok(bytes.into_owned()),
        None => refused(format!("cannot write {name} in the encoding it has")),
    }
}

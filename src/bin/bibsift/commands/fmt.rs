//! `bibsift fmt`: lays out .bib files in place.

use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use bibsift::config::{self, Word};
use bibsift::formats::bibtex::layout::{Style, lay_out};
use bibsift::source::LineIndex;
use bibsift::source::encode::Encoded;

use crate::args::{FmtArguments, StyleArguments};
use crate::failure::Failure;
use crate::files::{self, Original};
use crate::print::{self, plain};

pub(crate) fn run(arguments: &FmtArguments) -> Result<ExitCode, Failure> {
    let paths = files::bib_files(&arguments.paths)?;
    let mut work = Work {
        arguments,
        changed: 0,
        failed: false,
    };
    for path in &paths {
        // One file that fails does not keep the others from being laid out.
        if let Err(failure) = work.file(path) {
            if failure.is_closed_pipe() {
                return Err(failure);
            }
            say!("bibsift: {}", plain(&failure.to_string()));
            work.failed = true;
        }
    }
    Ok(work.end(paths.len()))
}

struct Work<'a> {
    arguments: &'a FmtArguments,
    changed: usize,
    failed: bool,
}

impl Work<'_> {
    fn dry(&self) -> bool {
        self.arguments.check || self.arguments.diff
    }

    /// Lays out one file, or standard input.
    fn file(&mut self, path: &Path) -> Result<(), Failure> {
        let style = style(&self.arguments.style, path)?;
        if path == Path::new("-") {
            let mut bytes = Vec::new();
            let stdin = Path::new("standard input");
            let read = io::stdin().lock().read_to_end(&mut bytes);
            read.map_err(|error| Failure::file("read", stdin, error))?;
            let laid_out = self.lay_out("<stdin>", &bytes, &style)?;
            if !self.dry() {
                io::stdout().write_all(laid_out.as_deref().unwrap_or(&bytes))?;
            }
            return Ok(());
        }
        let original = Original::read(path)?;
        let name = path.display().to_string();
        match self.lay_out(&name, &original.bytes, &style)? {
            Some(bytes) if !self.dry() => original.replace(&bytes),
            _ => Ok(()),
        }
    }

    /// The bytes of a file laid out, where they are others.
    fn lay_out(
        &mut self,
        name: &str,
        bytes: &[u8],
        style: &Style,
    ) -> Result<Option<Vec<u8>>, Failure> {
        let Some(encoded) = Encoded::new(bytes) else {
            let what = "it is no text of one encoding, and stays as it is";
            return Err(Failure::Request(format!("cannot lay out {name}: {what}")));
        };
        let text = &*encoded.text;
        let laid_out = lay_out(text, style);
        if !self.arguments.quiet && !laid_out.kept.is_empty() {
            let lines = LineIndex::new(text);
            for kept in laid_out.kept.iter().take(print::MOST) {
                let at = lines.line_column(text, kept.start);
                let name = plain(name);
                say!(
                    "{name}:{}:{}: left as it is, since it is damaged",
                    at.line,
                    at.column
                );
            }
            let more = laid_out.kept.len().saturating_sub(print::MOST);
            if more > 0 {
                say!("… and {more} more in {}", plain(name));
            }
        }
        if laid_out.text == text {
            return Ok(None);
        }
        self.changed += 1;
        if self.arguments.diff {
            print::diff(name, text, &laid_out.text)?;
        } else if self.arguments.check && !self.arguments.quiet {
            say!("would lay out {}", plain(name));
        }
        let bytes = encoded.encode(&laid_out.text).ok_or_else(|| {
            Failure::Request(format!("cannot write {name} in the encoding it has"))
        })?;
        Ok(Some(bytes.into_owned()))
    }

    fn end(&self, files: usize) -> ExitCode {
        if !self.arguments.quiet && !self.failed {
            let count = |n: usize| format!("{n} {}", if n == 1 { "file" } else { "files" });
            let would = if self.dry() { " would be" } else { "" };
            let rest = match files - self.changed {
                0 => String::new(),
                n => format!(", {} already in this layout", count(n)),
            };
            say!("{}{would} laid out{rest}", count(self.changed));
        }
        if self.failed {
            ExitCode::from(2)
        } else if self.dry() && self.changed > 0 {
            ExitCode::from(1)
        } else {
            ExitCode::SUCCESS
        }
    }
}

/// The style of a file: what the command line says, then the nearest `bibsift.toml`.
fn style(arguments: &StyleArguments, path: &Path) -> Result<Style, Failure> {
    let config = files::config(&[PathBuf::from(path)])?.fmt;
    let word = |given: &Option<String>| given.clone().map(Word::Word);
    let fmt = config::Fmt {
        indent: word(&arguments.indent).or(config.indent),
        align: word(&arguments.align).or(config.align),
        field_order: arguments.field_order.clone().or(config.field_order),
        delimiters: arguments.delimiters.clone().or(config.delimiters),
        width: arguments.width.or(config.width),
        sort: arguments.sort.clone().or(config.sort),
        blank_lines: arguments.blank_lines.or(config.blank_lines),
        trailing_comma: arguments.trailing_comma.or(config.trailing_comma),
        lower_case: arguments.lower_case.or(config.lower_case),
    };
    Ok(fmt.style()?)
}

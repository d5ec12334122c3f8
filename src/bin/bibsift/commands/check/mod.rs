//! `bibsift check`: reports the faults of files.

mod known;
mod mend;
mod read;

use std::io::{self, Write as _};
use std::path::Path;
use std::process::ExitCode;

use bibsift::pipeline::check::{self, Check};
use bibsift::report::Safety;

use super::list::threads;
use crate::args::{CheckArguments, FindingFormat};
use crate::failure::Failure;
use crate::files::Pending;
use crate::print;

pub(crate) fn run(arguments: &CheckArguments) -> Result<ExitCode, Failure> {
    threads(&arguments.work)?;
    let read::Read {
        files,
        citing,
        baseline,
        stdin,
        mut failed,
    } = read::read(arguments)?;
    let many = files.len();
    let mut check = Check::new(files, citing);
    let mut mended = 0;
    if arguments.fix || arguments.diff {
        let done = mend::mend(check, arguments, stdin.as_ref())?;
        (check, mended) = (done.check, done.faults);
        failed |= done.failed;
    }
    let mut passed = 0;
    if let Some(path) = &baseline {
        if arguments.select.write_baseline {
            known::write(&check, path)?;
            if !arguments.work.quiet {
                let count = number(check.findings().len(), "finding");
                say!(
                    "wrote {count} to {}",
                    print::plain(&path.display().to_string())
                );
            }
            return Ok(ExitCode::from(if failed { 2 } else { 0 }));
        }
        passed = known::pass(&mut check, path)?;
    }
    if !arguments.diff || mended == 0 {
        // Standard output is taken by standard input mended.
        let piped = stdin.is_some() && arguments.fix && !arguments.diff;
        output(&check, arguments, piped)?;
    }
    if !arguments.work.quiet {
        summary(&check, arguments, many, passed, mended);
    }
    Ok(ExitCode::from(match (failed, arguments.diff) {
        (true, _) => 2,
        (false, true) if mended > 0 => 1,
        (false, _) => u8::from(!check.findings().is_empty()),
    }))
}

fn output(check: &Check, arguments: &CheckArguments, to_stderr: bool) -> Result<(), Failure> {
    let text = match arguments.output_format {
        FindingFormat::Concise | FindingFormat::Full if arguments.statistics => {
            print::statistics(check)
        }
        FindingFormat::Concise => print::concise(check),
        FindingFormat::Full => print::full(check),
        FindingFormat::Json => check::json(check),
        FindingFormat::Github => check::github(check),
        FindingFormat::Sarif => check::sarif(check),
    };
    let coloured = matches!(
        arguments.output_format,
        FindingFormat::Concise | FindingFormat::Full
    );
    let Some(path) = &arguments.output_file else {
        if to_stderr {
            anstream::stderr().write_all(text.as_bytes())?;
        } else if coloured {
            let mut out = anstream::stdout().lock();
            out.write_all(text.as_bytes())?;
            out.flush()?;
        } else {
            io::stdout().write_all(text.as_bytes())?;
        }
        return Ok(());
    };
    let mut pending = Pending::new(path)?;
    let plain = if coloured {
        anstream::adapter::strip_str(&text).to_string()
    } else {
        text
    };
    let written = pending.write(&plain);
    written.map_err(|error| Failure::file("write", path, error))?;
    pending.sync()?;
    pending.persist()
}

fn summary(check: &Check, arguments: &CheckArguments, files: usize, passed: usize, mended: usize) {
    let findings = check.findings();
    if arguments.statistics
        && !matches!(
            arguments.output_format,
            FindingFormat::Concise | FindingFormat::Full
        )
    {
        say!("{}", print::statistics(check).trim_end());
    }
    let mut parts = Vec::new();
    if mended > 0 {
        let would = if arguments.diff {
            "would mend"
        } else {
            "mended"
        };
        parts.push(format!("{would} {}", number(mended, "fault")));
    }
    if passed > 0 {
        parts.push(format!("{} known before", number(passed, "fault")));
    }
    let count = |safety: Safety| {
        findings
            .iter()
            .filter(|one| one.safety == Some(safety))
            .count()
    };
    let (safe, unsafe_) = (count(Safety::Safe), count(Safety::Unsafe));
    if !arguments.fix && !arguments.diff && safe > 0 {
        parts.push(format!("{safe} can be mended with --fix"));
    }
    if !arguments.unsafe_fixes && unsafe_ > 0 {
        parts.push(format!("{unsafe_} with --fix --unsafe-fixes"));
    }
    let rest: String = parts.iter().map(|part| format!(", {part}")).collect();
    say!(
        "found {} in {}{rest}",
        match findings.len() {
            0 => "no fault".to_owned(),
            n => number(n, "fault"),
        },
        number(files, "file")
    );
}

fn number(count: usize, noun: &str) -> String {
    let plural = if count == 1 { "" } else { "s" };
    format!("{count} {noun}{plural}")
}

/// Whether a path means standard input.
fn is_stdin(path: &Path) -> bool {
    path == Path::new("-")
}

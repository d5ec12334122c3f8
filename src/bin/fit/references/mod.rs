//! Fits the model that labels the parts of references, and measures it.

mod crf;
mod cross;
mod examples;
mod lattice;
mod numbers;
mod variants;

use bibsift::formats::references::Model;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What a unit of a stored weight is worth.
const SCALE: f32 = 0.04;

/// Runs `references train DATA -o MODEL`, `references cross DATA -o PREDICTIONS` or
/// `references size DATA`.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let [command, data, rest @ ..] = arguments else {
        return usage();
    };
    let records = match examples::read(Path::new(data)) {
        Ok(records) => records,
        Err(error) => {
            eprintln!("{data}: {error}");
            return ExitCode::from(2);
        }
    };
    let output = match rest {
        [flag, path] if flag == "-o" => path,
        _ => return usage(),
    };
    let bytes = match command.as_str() {
        "train" => {
            let training: Vec<&examples::Labelled> =
                records.iter().filter(|record| record.may_train).collect();
            let model = crf::train(&training, true);
            eprintln!("{} strings, {} bytes", training.len(), model.len());
            if Model::from_bytes(&model).is_none() {
                eprintln!("the model cannot be read again");
                return ExitCode::from(2);
            }
            model
        }
        "cross" => cross::cross(&records).into_bytes(),
        _ => return usage(),
    };
    match fs::write(output, bytes) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{output}: {error}");
            ExitCode::from(2)
        }
    }
}

fn usage() -> ExitCode {
    eprintln!("usage: bibsift-fit references train|cross DATA -o FILE");
    ExitCode::from(2)
}

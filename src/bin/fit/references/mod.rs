//! Fits the model that labels the parts of references, and measures it.

mod crf;
mod cross;
mod examples;
mod journals;
mod lattice;
mod numbers;
mod rerank;
mod variants;

use bibsift::formats::references::Model;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

/// What a unit of a stored weight is worth.
const SCALE: f32 = 0.04;

/// Runs `references train DATA -o MODEL`, `references rerank DATA -o RERANKER`,
/// `references cross DATA -o PREDICTIONS` or `references journals LIST -o NAMES`.
pub(crate) fn run(arguments: &[String]) -> ExitCode {
    let [command, data, rest @ ..] = arguments else {
        return usage();
    };
    if command == "journals" {
        let [lists @ .., flag, path] = rest else {
            return usage();
        };
        if flag != "-o" {
            return usage();
        }
        let lists: Vec<String> = [std::slice::from_ref(data), lists].concat();
        return match journals::table(&lists).and_then(|bytes| fs::write(path, bytes)) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{lists:?}: {error}");
                ExitCode::from(2)
            }
        };
    }
    let records = match examples::read(Path::new(data)) {
        Ok(records) => records,
        Err(error) => {
            eprintln!("{data}: {error}");
            return ExitCode::from(2);
        }
    };
    let (output, kept) = match rest {
        [flag, path] if flag == "-o" => (path, None),
        [flag, path, models, folder] if flag == "-o" && models == "--models" => {
            (path, Some(Path::new(folder)))
        }
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
        "rerank" => cross::reranker(&records, kept),
        "cross" => cross::cross(&records, kept).into_bytes(),
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
    eprintln!(
        "usage: bibsift-fit references train DATA -o FILE | rerank DATA -o FILE [--models FOLDER] \
         | cross DATA -o FILE [--models FOLDER] | journals LIST... -o FILE"
    );
    ExitCode::from(2)
}

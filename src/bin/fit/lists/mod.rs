//! Fits and measures the line model that cuts pasted lists into references.
//!
//! ```text
//! bibsift-fit lists score DIR [OUT]   lists.jsonl and lists-real.jsonl by the weights in use
//! bibsift-fit lists cross DIR [OUT]   lists-real.jsonl in five parts, each by weights fitted on the
//!                                     other four and on made lists
//! bibsift-fit lists train DIR         fits on all of it and prints the table
//! bibsift-fit lists errors DIR        lost and wrong references of `cross`
//! ```
//!
//! DIR holds `lists-real.jsonl` and `lists.jsonl` (`id`, `style`, `text`, `refs`) and `refs.jsonl`
//! (`text`, `language`, `train_ok`), from whose strings lists are made. OUT takes the references
//! found, one JSON object a list.

mod gold;
mod made;
mod score;
mod table;
mod train;

use gold::Gold;
use score::Tally;
use std::path::Path;

/// Runs one of the commands; the sentence of what is wrong if it cannot.
pub fn run(arguments: &[String]) -> Result<(), String> {
    let (Some(command), Some(folder)) = (arguments.first(), arguments.get(1)) else {
        return Err("usage: bibsift-fit lists score|cross|train|errors DIR [OUT]".to_owned());
    };
    let folder = Path::new(folder);
    let out = arguments.get(2).map(Path::new);
    match command.as_str() {
        "score" => {
            let mut all = gold::read(&folder.join("lists.jsonl"))?;
            all.extend(gold::read(&folder.join("lists-real.jsonl"))?);
            let mut tally = Tally::default();
            for list in &all {
                tally.add(list, &score::cut(list, None));
            }
            tally.finish(out)
        }
        "cross" | "errors" => {
            let real = gold::read(&folder.join("lists-real.jsonl"))?;
            let made = made::lists(&folder.join("refs.jsonl"))?;
            let mut tally = Tally::default();
            tally.verbose = command == "errors";
            for part in 0..PARTS {
                let train: Vec<&Gold> = real
                    .iter()
                    .enumerate()
                    .filter(|(at, _)| at % PARTS != part)
                    .map(|(_, list)| list)
                    .collect();
                let weights = train::fit(&train, &made);
                for (_, list) in real.iter().enumerate().filter(|(at, _)| at % PARTS == part) {
                    tally.add(list, &score::cut(list, Some(&weights)));
                }
                if part == 0 {
                    for list in gold::read(&folder.join("lists.jsonl"))? {
                        tally.add(&list, &score::cut(&list, Some(&weights)));
                    }
                }
            }
            tally.finish(out)
        }
        "train" => {
            let real = gold::read(&folder.join("lists-real.jsonl"))?;
            let made = made::lists(&folder.join("refs.jsonl"))?;
            let weights = train::fit(&real.iter().collect::<Vec<_>>(), &made);
            table::print(&weights);
            Ok(())
        }
        other => Err(format!("no command of `lists` is called '{other}'")),
    }
}

/// How many parts cross-validation takes.
const PARTS: usize = 5;

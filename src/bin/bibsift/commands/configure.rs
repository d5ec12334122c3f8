//! What the command line leaves open, from `bibsift.toml`.

use bibsift::{config, dedup};
use clap::ValueEnum;

use crate::args::{MatchArguments, Strictness};
use crate::failure::Failure;

/// What counts as the same work, as the command line and then the configuration say.
pub(super) fn matching(
    arguments: &mut MatchArguments,
    config: config::Dedup,
) -> Result<dedup::Options, Failure> {
    fill(&mut arguments.strictness, "strictness", config.strictness)?;
    if arguments.decisions.is_empty() {
        arguments.decisions.extend(config.decisions);
    }
    let strictness = match arguments.strictness {
        Some(Strictness::Safe) => dedup::Strictness::Safe,
        Some(Strictness::Eager) => dedup::Strictness::Eager,
        Some(Strictness::Balanced) | None => dedup::Strictness::Balanced,
    };
    Ok(dedup::Options {
        strictness,
        keep_preprints: arguments.keep_preprints || config.keep_preprints.unwrap_or(false),
        merge_versions: arguments.merge_versions || config.merge_versions.unwrap_or(false),
    })
}

/// Takes `value` of the configuration where the command line does not give the option `name`.
pub(super) fn fill<T: ValueEnum>(
    option: &mut Option<T>,
    name: &str,
    value: Option<String>,
) -> Result<(), Failure> {
    if let (None, Some(value)) = (&option, value) {
        let read = T::from_str(&value, false);
        *option = Some(read.map_err(|_| {
            Failure::Request(format!("bibsift.toml: '{value}' is no value of {name}"))
        })?);
    }
    Ok(())
}

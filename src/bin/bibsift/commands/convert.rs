//! `bibsift convert`: reads and writes, and changes nothing between.

use bibsift::pipeline::Options;

use super::list::{self, Request};
use crate::args::ConvertArguments;
use crate::failure::Failure;

pub(crate) fn run(arguments: &ConvertArguments) -> Result<(), Failure> {
    list::run(Request {
        input: &arguments.input,
        output: &arguments.output,
        work: &arguments.work,
        removed: None,
        report: None,
        matching: None,
        options: Options::default(),
    })
}

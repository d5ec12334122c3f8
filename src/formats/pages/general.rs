//! stub
use super::{Layout, Page};
use crate::doc::Doc;
use crate::formats::{Likelihood, RawRecords};
use crate::report::Findings;
pub static LAYOUT: Layout = Layout {
    doc: Doc {
        id: "page",
        summary: "x",
        why: "x",
        examples: &[],
        sources: &[],
    },
    sniff,
    read,
};
fn sniff(_: &str) -> Likelihood {
    Likelihood::No
}
fn read(_: &Page<'_>, _: &mut Findings, _: &mut RawRecords) {}

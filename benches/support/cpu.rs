//! CPU time of this process over all its threads. Wall time tells little on a machine that others
//! use too.

use std::fs;
use std::time::Duration;

/// The least CPU time of a few runs of `work`.
pub(crate) fn best_of<T>(runs: usize, mut work: impl FnMut() -> T) -> Duration {
    (0..runs)
        .map(|_| {
            let before = spent();
            std::hint::black_box(work());
            spent().saturating_sub(before)
        })
        .min()
        .unwrap_or_default()
}

/// What the threads that live have spent. Linux counts it in nanoseconds for each of them.
fn spent() -> Duration {
    let nanoseconds = fs::read_dir("/proc/self/task")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|thread| fs::read_to_string(thread.path().join("schedstat")).ok())
        .filter_map(|line| line.split_whitespace().next()?.parse::<u64>().ok())
        .sum();
    Duration::from_nanos(nanoseconds)
}

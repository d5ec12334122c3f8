//! The progress bar.

use std::io::IsTerminal;
use std::time::Duration;

use bibsift::pipeline::Progress;
use indicatif::{ProgressBar, ProgressStyle};

/// Work that ends sooner shows no bar.
const LONG: usize = 20_000;

/// Runs `work`, showing how far it is if standard error is a terminal and the work is long.
pub(crate) fn with_progress<T>(
    quiet: bool,
    what: &'static str,
    work: impl FnOnce(Progress<'_>) -> T,
) -> T {
    if quiet || !std::io::stderr().is_terminal() {
        return work(&|_, _| ());
    }
    let bar = ProgressBar::hidden();
    let started = std::sync::Once::new();
    let result = work(&|done, total| {
        if total < LONG {
            return;
        }
        started.call_once(|| {
            let style =
                ProgressStyle::with_template("{msg} {bar:32} {human_pos}/{human_len} {eta}");
            bar.set_draw_target(indicatif::ProgressDrawTarget::stderr());
            bar.set_message(what);
            bar.set_length(total as u64);
            bar.set_style(style.unwrap_or_else(|_| ProgressStyle::default_bar()));
            bar.enable_steady_tick(Duration::from_millis(200));
        });
        // Chunks finish out of order; the bar never goes back.
        bar.set_position(bar.position().max(done as u64));
    });
    bar.finish_and_clear();
    result
}

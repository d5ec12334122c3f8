//! Sorting on as many threads as there are: a parallel sort costs more than a plain one where there
//! is one thread. Numbers are sorted by their digits, which one thread does sooner than several compare.

use rayon::prelude::*;

/// Sorts `items`; equal ones are not told apart.
pub(super) fn sort<T: Ord + Send>(items: &mut [T]) {
    if rayon::current_num_threads() == 1 {
        items.sort_unstable();
    } else {
        items.par_sort_unstable();
    }
}

/// Sorts numbers whose lower halves stand in order already by their upper halves.
pub(super) fn sort_by_upper_half(numbers: &mut [u64]) {
    // Numbers of one upper half stay in order.
    radsort::sort_by_key(numbers, |number| {
        u32::try_from(number >> 32).unwrap_or(u32::MAX)
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_number_of_threads_sorts_alike() {
        let numbers: Vec<u64> = (0..1_000)
            .map(|low: u64| (low * 7_919 % 101) << 32 | low)
            .collect();
        for threads in [1, 2] {
            let pool = rayon::ThreadPoolBuilder::new().num_threads(threads);
            pool.build().unwrap().install(|| {
                let (mut one, mut other) = (numbers.clone(), numbers.clone());
                sort(&mut one);
                sort_by_upper_half(&mut other);
                assert!(one.is_sorted());
                assert_eq!(one, other);
            });
        }
    }
}

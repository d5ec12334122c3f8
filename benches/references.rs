//! How much CPU time reading reference strings takes, on one thread.

#![allow(
    clippy::expect_used,
    clippy::panic,
    reason = "a measurement that cannot be made should stop"
)]

#[path = "support/cpu.rs"]
mod cpu;

use bibsift::formats::references::{Model, record_with};

/// References in the styles of journals, a hundred and more characters each as they are in print.
const REFERENCES: &[&str] = &[
    "[1] Higgins JP, Thompson SG, Deeks JJ, Altman DG. Measuring inconsistency in meta-analyses. BMJ. 2003 Sep 6;327(7414):557-60. doi: 10.1136/bmj.327.7414.557.",
    "Y. LeCun, Y. Bengio, and G. Hinton, \"Deep learning,\" Nature, vol. 521, no. 7553, pp. 436-444, May 2015.",
    "Rumelhart, D. E., Hinton, G. E., & Williams, R. J. (1986). Learning internal representations by error propagation. In D. E. Rumelhart & J. L. McClelland (Eds.), Parallel distributed processing (Vol. 1, pp. 318-362). Cambridge, MA: MIT Press.",
    "D. Lomet and M. R. Tuttle. Redo recovery after system crashes. In Proc. of the 21st International Conference on Very Large Data Bases, Zurich, Sept. 1995.",
    "Beck, Ulrich. Der kosmopolitische Blick oder: Krieg ist Frieden. Frankfurt: Suhrkamp, 2004.",
    "S. W. Hawking, Particle creation by black holes, Commun. Math. Phys. 43 (1975) 199-220 [Erratum ibid. 46 (1976) 206].",
    "李娜, 王芳, 赵敏. 老年抑郁症患者的护理需求[J]. 护理学杂志, 2021, 36(9): 78-81.",
    "Lévesque, Andrée, « Le mouvement de réformes sociales à Montréal », Revue d'histoire, 12, 3 (1991), pp. 85-94.",
];

const STRINGS: usize = 1_000;
const RUNS: usize = 5;

fn main() {
    let model = Model::builtin();
    let time = cpu::best_of(RUNS, || {
        REFERENCES
            .iter()
            .cycle()
            .take(STRINGS)
            .map(|text| record_with(model, text).fields().count())
            .sum::<usize>()
    });
    println!("{STRINGS} reference strings, CPU time, best of {RUNS}");
    println!(
        "{:<28}{:>9.3} s  aim: 0.100 s or less",
        "parse",
        time.as_secs_f64()
    );
}

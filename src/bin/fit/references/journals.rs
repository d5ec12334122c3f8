//! The file of journal names, from lists with a line `full name = abbreviation` for each journal.

use bibsift::formats::references::journals::Journals;
use std::fs;
use std::io;

/// Short forms that are in no list of abbreviations.
const SHORT: &[&str] = &[
    "ApJ",
    "ApJS",
    "ApJL",
    "MNRAS",
    "PASP",
    "PASJ",
    "PASA",
    "ARA&A",
    "A&AS",
    "A&A Rev.",
    "AJ.",
    "Ap&SS",
    "JHEP",
    "JCAP",
    "JINST",
    "PoS",
    "PRL",
    "PRD",
    "PTEP",
    "EPL",
    "EPJ Web Conf.",
    "Nucl. Inst. Meth. A",
    "Nucl. Instr. and Meth. A",
    "Nucl. Instr. Meth.",
    "Nucl. Instrum. Meth.",
    "Nucl. Instrum. Methods Phys. Res. A",
    "Nucl. Phys. B Proc. Suppl.",
    "Nucl. Phys. Proc. Suppl.",
    "Phys. Rev. D",
    "Phys. Rev. C",
    "Phys. Rev. B",
    "Phys. Rev. A",
    "Phys. Rev. E",
    "Phys. Rev. X",
    "Z. Phys. A",
    "Z. Phys. C",
    "Z. Phys. D",
    "Eur. Phys. J. A",
    "Eur. Phys. J. B",
    "Eur. Phys. J. C",
    "Eur. Phys. J. D",
    "Eur. Phys. J. Plus",
    "Int. J. Mod. Phys. A",
    "Int. J. Mod. Phys. D",
    "Mod. Phys. Lett. A",
    "J. Phys. A: Math. Gen.",
    "J. Phys. A: Math. Theor.",
    "J. Phys. G",
    "J. Phys.: Conf. Ser.",
    "J. Phys. Conf. Ser.",
    "J. Stat. Mech.",
    "J. High Energy Phys.",
    "Class. Quantum Grav.",
    "Class. Quant. Grav.",
    "Gen. Rel. Grav.",
    "Commun. Math. Phys.",
    "Adv. Theor. Math. Phys.",
    "Prog. Theor. Phys.",
    "Prog. Part. Nucl. Phys.",
    "Rept. Prog. Phys.",
    "Ann. Rev. Nucl. Part. Sci.",
    "Phys. Rept.",
    "Sov. J. Nucl. Phys.",
    "Sov. Phys. JETP",
    "C. R. Acad. Sci.",
    "C. R. Acad. Sci. Paris",
    "C. R. Acad. Sci. Paris Ser. I Math.",
    "C. R. Acad. Sci. Ser. C",
    "Bull. Soc. Chim. Fr.",
    "Ann. Inst. H. Poincare",
    "Proc. Roy. Soc. London",
    "Proc. R. Soc. A",
    "Proc. R. Soc. Lond.",
    "Phil. Trans. R. Soc.",
    "Proc Natl Acad Sci",
    "Proc Natl Acad Sci USA",
    "Proc. Natl. Acad. Sci. U.S.A.",
    "Proc. Nat. Acad. Sci.",
    "Nucleic Acids Res",
    "Nat Commun",
    "Nat Comms",
    "Nature Comm.",
    "Internat. J. Theoret. Phys.",
    "Internat. J. Math.",
    "Trans. Amer. Math. Soc.",
    "AIP Conf. Proc.",
    "Lecture Notes in Computer Science",
    "Lect. Notes Comput. Sci.",
    "CEUR Workshop Proceedings",
    "Proc. SPIE",
    "Proceedings of SPIE",
    "Proc. IEEE",
    "Commun. ACM",
    "Comm. ACM",
    "J. ACM",
    "ACM Comput. Surv.",
    "Inform. and Comput.",
    "Theoret. Comput. Sci.",
    "Artif. Intell.",
];

/// The bytes of the file for the names in these lists.
pub(crate) fn table(lists: &[String]) -> io::Result<Vec<u8>> {
    let texts: Vec<String> = lists
        .iter()
        .map(fs::read_to_string)
        .collect::<io::Result<_>>()?;
    let lines = texts.iter().flat_map(|text| text.lines());
    Ok(Journals::to_bytes(
        SHORT.iter().map(|short| (*short, *short)).chain(
            lines
                .filter(|line| !line.starts_with('#'))
                .filter_map(|line| line.split_once('='))
                .map(|(full, short)| {
                    (full.trim(), short.split(';').next().unwrap_or(short).trim())
                }),
        ),
    ))
}

//! [`Class`]: what kind of container a work stands in.

use crate::model::EntryType;
use crate::text::ascii;

/// What kind of container: a journal and a conference are two publications even of one work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Class {
    /// Nothing tells.
    #[default]
    Unknown,
    /// A journal.
    Journal,
    /// Proceedings of a conference, symposium, workshop.
    Proceedings,
    /// A preprint server.
    Preprint,
    /// A thesis.
    Thesis,
    /// A report.
    Report,
    /// A book.
    Book,
}

/// The class an entry type tells. `Article` tells nothing: exports call everything one.
pub(super) fn of_type(entry_type: EntryType) -> Class {
    match entry_type {
        EntryType::InProceedings | EntryType::Proceedings => Class::Proceedings,
        EntryType::Preprint => Class::Preprint,
        EntryType::Thesis | EntryType::PhdThesis | EntryType::MastersThesis => Class::Thesis,
        EntryType::Report => Class::Report,
        EntryType::Book | EntryType::Collection | EntryType::InCollection | EntryType::InBook => {
            Class::Book
        }
        _ => Class::Unknown,
    }
}

/// What one word of a folded container says of its class.
fn of_word(word: &str) -> Class {
    match word {
        "arxiv" | "biorxiv" | "medrxiv" | "chemrxiv" | "psyarxiv" | "ssrn" | "preprint"
        | "preprints" | "corr" => Class::Preprint,
        "thesis" | "dissertation" | "dissertations" | "phd" | "dissertationes" => Class::Thesis,
        "journal" | "j" | "jnl" | "jrnl" | "transactions" | "trans" | "letters" | "annals"
        | "archives" | "magazine" | "zeitschrift" | "revue" | "revista" | "bulletin"
        | "quarterly" | "record" | "rivista" | "zhurnal" | "журнал" | "вестник" | "jour" => {
            Class::Journal
        }
        "proceedings"
        | "proc"
        | "conference"
        | "conf"
        | "symposium"
        | "symp"
        | "workshop"
        | "congress"
        | "meeting"
        | "colloquium"
        | "tagung"
        | "konferenz"
        | "congres"
        | "congreso"
        | "конференции"
        | "конференция"
        | "simposio"
        | "proceeding"
        | "会议"
        | "論文集"
        | "论文集" => Class::Proceedings,
        _ => Class::Unknown,
    }
}

/// What the names of reports hold.
const REPORT: &[&str] = &[
    "technical report",
    "tech report",
    "tech rep",
    "techreport",
    "research report",
    "report no",
    "working paper",
    "unpublished",
];

/// The class the words of a folded container tell.
pub(super) fn of_words(folded: &str, pairs: Pairs) -> Class {
    // Periodicals whose names begin like a meeting's.
    const SOCIETIES: &[&str] = &[
        "proceedings of the national academy",
        "proc natl acad",
        "proceedings of the ieee",
        "proceedings of the royal",
        "proc r soc",
        "proc biol sci",
        "proceedings biological sciences",
        "proceedings of the american math",
        "proceedings of the london math",
        "proc amer math",
        "proc ieee",
        "proceedings of the institution",
        "proceedings of the academy",
        "proceedings of the nutrition",
    ];
    // What is left of a periodical's name as often as of a meeting's.
    if matches!(folded, "proceedings" | "proc") {
        return Class::Unknown;
    }
    if folded.starts_with("proc")
        && SOCIETIES.iter().any(|name| folded.starts_with(name))
        && !folded.contains("conference")
    {
        return Class::Journal;
    }
    let mut said = 0_u32;
    let mut rest = folded;
    while !rest.is_empty() {
        let space = rest.bytes().position(|byte| byte == b' ');
        let (word, more) = rest.split_at(space.unwrap_or(rest.len()));
        said |= 1 << of_word(word) as u32;
        rest = more.get(1..).unwrap_or("");
    }
    let says = |class: Class| said >> class as u32 & 1 == 1;
    if says(Class::Preprint) {
        return Class::Preprint;
    }
    if says(Class::Thesis) {
        return Class::Thesis;
    }
    // All of these hold one of three words, which most names do not.
    if pairs.has(Pairs::REPORT)
        && ["rep", "paper", "unpub"]
            .iter()
            .any(|word| folded.contains(word))
        && REPORT.iter().any(|name| folded.contains(name))
    {
        return Class::Report;
    }
    // "Proceedings of the ACM conference on …" against "Journal of Conference Abstracts".
    if says(Class::Journal) {
        Class::Journal
    } else if says(Class::Proceedings) {
        Class::Proceedings
    } else {
        Class::Unknown
    }
}

/// Which pairs of letters are in a folded container, by which phrases are ruled out.
#[derive(Clone, Copy)]
pub(super) struct Pairs(u8);

impl Pairs {
    /// A pair in `database`.
    pub(super) const DATABASE: u8 = 1;
    /// A pair in each phrase that names a report.
    const REPORT: u8 = 1 << 1;

    pub(super) fn of(folded: &str) -> Self {
        Self(ascii::signs(folded.as_bytes(), |byte, next| {
            let pair = |pair: [u8; 2]| u8::from(byte == pair[0]) & u8::from(next == pair[1]);
            pair(*b"ab") | ((pair(*b"ep") | pair(*b"pa") | pair(*b"np")) << 1)
        }))
    }

    pub(super) fn has(self, pair: u8) -> bool {
        self.0 & pair != 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_tell_the_class() {
        for (name, class) in [
            ("journal of digital studies", Class::Journal),
            ("workshop of digital studies", Class::Proceedings),
            (
                "proceedings of the national academy of sciences",
                Class::Journal,
            ),
            (
                "americas conference on information systems",
                Class::Proceedings,
            ),
            ("arxiv preprint arxiv 2001 1234", Class::Preprint),
            ("some journal of technical reports", Class::Report),
            ("unpublished notes", Class::Report),
            ("working papers in economics", Class::Report),
            ("stroke", Class::Unknown),
        ] {
            assert_eq!(of_words(name, Pairs::of(name)), class, "{name}");
        }
    }
}

//! Corporate bodies, told from people by their words.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::family::is_pair_of_particles;
use super::token::is_initials;
use super::words::Among;
use crate::model::lookup::NameIndex;

/// Words that only bodies have in their names: lower case, sorted.
const STRONG: &[&str] = &[
    "academy",
    "académie",
    "accademia",
    "administration",
    "agence",
    "agencia",
    "agency",
    "agentur",
    "agência",
    "alliance",
    "asociacion",
    "asociación",
    "associates",
    "association",
    "associazione",
    "associação",
    "authority",
    "badan",
    "bakanlığı",
    "biblioteca",
    "bibliothek",
    "bibliothèque",
    "bundesamt",
    "centers",
    "centre",
    "centro",
    "collaboration",
    "collaborative",
    "collaborators",
    "comisión",
    "comissão",
    "comitato",
    "comité",
    "comitê",
    "commission",
    "committee",
    "conference",
    "conseil",
    "consejo",
    "conselho",
    "consortium",
    "consorzio",
    "corp",
    "corporación",
    "corporation",
    "council",
    "departamento",
    "departement",
    "department",
    "dept",
    "dinas",
    "directorate",
    "division",
    "département",
    "enstitüsü",
    "enterprises",
    "facultad",
    "faculty",
    "faculté",
    "fakultät",
    "federación",
    "federal",
    "federation",
    "fondation",
    "fondazione",
    "foundation",
    "fundación",
    "fundação",
    "fédération",
    "gmbh",
    "government",
    "group",
    "groupe",
    "grupo",
    "gruppo",
    "hospital",
    "inc",
    "initiative",
    "institute",
    "institutes",
    "institutet",
    "institution",
    "instituto",
    "instytut",
    "international",
    "investigators",
    "istituto",
    "kementerian",
    "kurumu",
    "laboratoire",
    "laboratories",
    "laboratory",
    "limited",
    "llc",
    "ltd",
    "ministerio",
    "ministero",
    "ministerstwo",
    "ministry",
    "ministère",
    "ministério",
    "museum",
    "nacional",
    "national",
    "nationale",
    "nations",
    "organisation",
    "organización",
    "organization",
    "organização",
    "organizzazione",
    "panel",
    "parliament",
    "partnership",
    "plc",
    "programme",
    "publishers",
    "publishing",
    "rat",
    "research",
    "secretariat",
    "sekretariat",
    "services",
    "sociedad",
    "sociedade",
    "societies",
    "society",
    "società",
    "société",
    "statistics",
    "study",
    "subcommittee",
    "taskforce",
    "trialists",
    "universidad",
    "universidade",
    "universitas",
    "universitat",
    "universiteit",
    "university",
    "università",
    "universität",
    "université",
    "univerzita",
    "uniwersytet",
    "workshop",
    "üniversitesi",
    "агентство",
    "академія",
    "группа",
    "міністерство",
    "оао",
    "общество",
    "ооо",
    "служба",
    "совет",
    "університет",
    "фонд",
    "центр",
    "інститут",
];

/// Beginnings of such words.
const STRONG_FRONTS: &[&str] = &[
    "academia",
    "akademi",
    "bundes",
    "klinik",
    "universitet",
    "федеральн",
    "университет",
    "институт",
    "министерств",
    "академи",
    "комитет",
    "ассоциаци",
    "организаци",
    "управлени",
    "росси",
];

/// Ends of such words; the last part of a German compound.
const STRONG_ENDS: &[&str] = &[
    "akademie",
    "zentrum",
    "forschungszentrum",
    "gesellschaft",
    "gruppe",
    "institut",
    "kommission",
    "ministerium",
    "stiftung",
    "verband",
    "verein",
];

/// Words of bodies that are also names of people: they count beside two more words at least.
const WEAK: &[&str] = &[
    "bank", "board", "bureau", "center", "church", "club", "college", "company", "co", "congress",
    "house", "library", "museum", "network", "office", "press", "program", "project", "school",
    "service", "system", "systems", "team", "trust", "union", "united", "european", "american",
    "royal", "world", "force", "trial", "survey", "state", "states", "society", "working",
];

/// Legal forms of companies.
static COMPANIES: Among = Among::of(&[
    "inc", "ltd", "llc", "gmbh", "co", "corp", "plc", "s.a", "pty", "limited",
]);

/// Words a person's name does not have inside.
const LINKS: &[&str] = &[
    "of", "for", "and", "And", "Of", "&", "the", "on", "für", "und", "pour", "para", "per", "по",
    "и",
];

/// Whether a name without comma is a corporate body's.
pub(super) fn is_corporate(text: &str) -> bool {
    let tokens: Vec<&str> = text.split_whitespace().collect();
    if tokens.len() < 2 || tokens.len() > 40 {
        return tokens.len() > 40;
    }
    let first = tokens.first().map(|token| bare(token)).unwrap_or_default();
    let links = tokens.iter().enumerate().skip(1).any(|(at, token)| {
        token.len() <= 4 && LINKS.contains(token) && !is_pair_of_particles(&tokens, at)
    }) || first.eq_ignore_ascii_case("the");
    if links && tokens.len() > 2 {
        return true;
    }
    let person = tokens.len() == 2
        && tokens
            .iter()
            .any(|token| is_initials(token) && token.chars().count() <= 3);
    if person {
        return false;
    }
    let mut weak = 0;
    for token in &tokens {
        let word = bare(token);
        let known = WORDS.get(&word);
        if known == Some(true) || may_be_strong(&word) {
            return true;
        }
        weak += usize::from(known.is_some());
    }
    weak > 1
        || weak == 1 && tokens.len() > 2 && !tokens.iter().any(|token| is_initials_with_stop(token))
        || OF_THE_WORLD.has(&first)
}

/// Words that bodies are the first to have in their names.
static OF_THE_WORLD: Among = Among::of(&["world", "united", "european", "american"]);

/// Whether a word can be part of the name of a body without comma; a name of words of which none
/// can be is no body's.
pub(super) fn may_be_of_a_body(token: &str) -> bool {
    let word = bare(token);
    WORDS.get(&word).is_some()
        || may_be_strong(&word)
        || matches!(token, "And" | "Of" | "The")
        || OF_THE_WORLD.has(&word)
}

/// Whether a name with a comma is a corporate body's: `Ministry of Health, Singapore`,
/// `Barnes and Noble, Inc.`.
pub(super) fn is_corporate_with_comma(left: &str, right: &str) -> bool {
    if is_company(right) {
        // `Parsons, S.A.` is a person, `Banco Nacional, S.A.` a company.
        return !(is_initials_with_stop(right) || right == "CO") || is_corporate(left);
    }
    let given = right.split_whitespace().all(is_initials);
    left.contains(' ') && !given && is_corporate(left)
}

/// Whether `text` is the legal form of a company: `, Inc.`
pub(super) fn is_company(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',');
    text.len() < 12 && COMPANIES.has(&bare(text))
}

/// The name of a body put last word first, as for a person: `Group, ASCUS Triage Study` gives
/// `ASCUS Triage Study Group`.
pub(super) fn inverted(left: &str, right: &str) -> Option<String> {
    let one_word = || !left.trim().contains(' ') && is_strong(&bare(left));
    (right.contains(' ') && one_word() && !right.split_whitespace().any(is_initials_with_stop))
        .then(|| format!("{right} {left}"))
}

fn is_initials_with_stop(token: &str) -> bool {
    token.contains('.') && is_initials(token)
}

/// A word without the punctuation around it. What is beyond ASCII comes in lower case; what is not
/// is compared in any case.
fn bare(token: &str) -> Cow<'_, str> {
    if let [first, .., last] = token.as_bytes()
        && first.is_ascii_alphabetic()
        && last.is_ascii_alphabetic()
        && token.is_ascii()
    {
        return Cow::Borrowed(token);
    }
    let word = token.trim_matches(|c: char| match c {
        'a'..='z' | 'A'..='Z' => false,
        c => ".,;:()[]«»\"“”".contains(c),
    });
    if word.is_ascii() {
        Cow::Borrowed(word)
    } else {
        Cow::Owned(word.to_lowercase())
    }
}

/// Whether a word alone tells of a body.
static WORDS: LazyLock<NameIndex<bool>> = LazyLock::new(|| {
    let strong = STRONG.iter().map(|word| (*word, true));
    NameIndex::new(strong.chain(WEAK.iter().map(|word| (*word, false))))
});

fn is_strong(word: &str) -> bool {
    WORDS.get(word) == Some(true) || may_be_strong(word)
}

/// Whether a word begins or ends as words of bodies do.
fn may_be_strong(word: &str) -> bool {
    word.len() >= SHORTEST_PART && has_strong_part(word)
}

/// The shortest of the beginnings and ends has so many bytes.
const SHORTEST_PART: usize = 6;

fn has_strong_part(word: &str) -> bool {
    let bytes = word.as_bytes();
    may_begin(bytes)
        && STRONG_FRONTS.iter().any(|front| {
            let begin = bytes.get(..front.len());
            begin.is_some_and(|begin| begin.eq_ignore_ascii_case(front.as_bytes()))
        })
        || may_end(bytes)
            && STRONG_ENDS.iter().any(|end| {
                let from = bytes.len().checked_sub(end.len());
                let tail = from.and_then(|from| bytes.get(from..));
                tail.is_some_and(|tail| tail.eq_ignore_ascii_case(end.as_bytes()))
            })
}

/// Whether the first byte of a word is that of a front.
fn may_begin(word: &[u8]) -> bool {
    let first = word.first().copied().unwrap_or_default();
    !first.is_ascii() || matches!(first | 0x20, b'a' | b'b' | b'k' | b'u')
}

/// Whether the last two bytes of a word are those of an end.
fn may_end(word: &[u8]) -> bool {
    let [.., a, b] = word else { return false };
    matches!(
        [a | 0x20, b | 0x20],
        [b'i', b'e' | b'n']
            | [b'u', b'm' | b't']
            | [b'f', b't']
            | [b'p', b'e']
            | [b'o', b'n']
            | [b'n', b'g' | b'd']
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        for text in [
            "World Health Organization",
            "ATLAS Collaboration",
            "DCCT Research Group",
            "Ministry of Education",
            "Acme Ltd.",
            "Foo Inc.",
            "University of Oxford",
            "Université de Genève",
            "Bank of England",
            "The Cochrane Collaboration",
            "Deutsche Forschungsgemeinschaft Stiftung",
            "Министерство здравоохранения",
            "World Bank",
            "United Nations",
            "Statistisches Bundesamt",
            "American Psychiatric Association",
            "Instituto Nacional de Estadística",
            "Centers for Disease Control and Prevention",
            "SPRINT Study Group",
            "U.S. Department of Labor",
        ] {
            assert!(is_corporate(text), "{text}");
        }
    }

    #[test]
    fn initials_that_are_a_legal_form() {
        for (left, right, body) in [
            ("Parsons", "S.A.", false),
            ("García López", "S.A.", false),
            ("Banco Nacional", "S.A.", true),
            ("Barnes and Noble", "Inc.", true),
            ("Acme", "LLC", true),
            ("Acme", "Co.", true),
        ] {
            assert_eq!(
                is_corporate_with_comma(left, right),
                body,
                "{left}, {right}"
            );
        }
    }

    #[test]
    fn no_part_is_shorter_than_the_shortest() {
        let mut parts = STRONG_FRONTS.iter().chain(STRONG_ENDS);
        assert!(parts.all(|part| part.len() >= SHORTEST_PART));
    }

    #[test]
    fn every_part_passes_the_first_look() {
        for front in STRONG_FRONTS {
            assert!(may_begin(front.as_bytes()), "{front}");
        }
        for end in STRONG_ENDS {
            assert!(may_end(end.as_bytes()), "{end}");
        }
    }

    #[test]
    fn the_table_is_sorted() {
        assert!(STRONG.is_sorted());
    }

    #[test]
    fn people() {
        for text in [
            "W. H. Press",
            "Dominique Bureau",
            "Steven Bank",
            "Group J",
            "Jan van der Berg",
            "John Smith",
            "Королев Центр О.",
            "Ludwig Mies van der Rohe",
            "William H. Press",
            "Alonzo Church",
            "Maria de la Cruz",
        ] {
            assert_eq!(is_corporate(text), text.contains("Центр"), "{text}");
        }
    }
}

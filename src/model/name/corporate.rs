//! Corporate bodies, told from people by their words.

use super::token::is_initials;

/// Words that only bodies have in their names; longer words that begin with one of the marked (`*`)
/// or end with one (`*` in front) count as well. Lower case.
const STRONG: &[&str] = &[
    "academia*",
    "academy",
    "académie",
    "accademia",
    "administration",
    "agency",
    "agence",
    "agencia",
    "agência",
    "agentur",
    "akademi*",
    "*akademie",
    "alliance",
    "asociación",
    "asociacion",
    "associates",
    "association",
    "associação",
    "associazione",
    "authority",
    "bibliothek",
    "bibliothèque",
    "biblioteca",
    "bundesamt",
    "bundes*",
    "centers",
    "centre",
    "centro",
    "*zentrum",
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
    "consejo",
    "conseil",
    "conselho",
    "conference",
    "consortium",
    "consorzio",
    "corp",
    "corporation",
    "corporación",
    "council",
    "department",
    "departamento",
    "dept",
    "directorate",
    "division",
    "departement",
    "département",
    "enterprises",
    "fakultät",
    "faculty",
    "faculté",
    "facultad",
    "federal",
    "federation",
    "fédération",
    "federación",
    "fondation",
    "foundation",
    "fundación",
    "fundação",
    "fondazione",
    "*forschungszentrum",
    "*gesellschaft",
    "gmbh",
    "government",
    "group",
    "groupe",
    "gruppo",
    "grupo",
    "*gruppe",
    "hospital",
    "inc",
    "initiative",
    "*institut",
    "institute",
    "institutes",
    "institution",
    "instituto",
    "instytut",
    "institutet",
    "istituto",
    "international",
    "investigators",
    "klinik*",
    "*kommission",
    "laboratories",
    "laboratory",
    "laboratoire",
    "limited",
    "llc",
    "ltd",
    "ministerio",
    "ministério",
    "*ministerium",
    "ministero",
    "ministry",
    "ministère",
    "ministerstwo",
    "museum",
    "national",
    "nations",
    "nacional",
    "nationale",
    "organisation",
    "organization",
    "organización",
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
    "società",
    "societies",
    "society",
    "société",
    "*stiftung",
    "study",
    "statistics",
    "subcommittee",
    "taskforce",
    "trialists",
    "universidad",
    "universidade",
    "universitas",
    "universitat",
    "università",
    "universität",
    "universiteit",
    "universitet*",
    "university",
    "université",
    "univerzita",
    "uniwersytet",
    "üniversitesi",
    "bakanlığı",
    "enstitüsü",
    "kurumu",
    "*verband",
    "*verein",
    "workshop",
    "kementerian",
    "dinas",
    "badan",
    "федеральн*",
    "университет*",
    "институт*",
    "министерств*",
    "академи*",
    "комитет*",
    "ассоциаци*",
    "общество",
    "организаци*",
    "группа",
    "центр",
    "управлени*",
    "агентство",
    "совет",
    "служба",
    "міністерство",
    "університет",
    "інститут",
    "академія",
    "фонд",
    "росси*",
    "оао",
    "ооо",
];

/// Words of bodies that are also names of people: they count beside two more words at least.
const WEAK: &[&str] = &[
    "bank", "board", "bureau", "center", "church", "club", "college", "company", "co", "congress",
    "house", "library", "museum", "network", "office", "press", "program", "project", "school",
    "service", "system", "systems", "team", "trust", "union", "united", "european", "american",
    "royal", "world", "force", "trial", "survey", "state", "states", "society", "working",
];

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
    // Fast path: people mostly have two or three capitalised words, none of them long.
    let lower: Vec<String> = tokens.iter().map(|token| bare(token)).collect();
    let links = tokens.iter().skip(1).any(|token| LINKS.contains(token))
        || lower.first().is_some_and(|word| word == "the");
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
    if lower.iter().any(|word| is_strong(word)) {
        return true;
    }
    let initials = tokens
        .iter()
        .any(|token| is_initials(token) && token.contains('.'));
    let weak = lower
        .iter()
        .filter(|word| WEAK.contains(&word.as_str()))
        .count();
    weak > 1
        || weak == 1 && tokens.len() > 2 && !initials
        || lower.first().is_some_and(|word| {
            matches!(word.as_str(), "world" | "united" | "european" | "american")
        })
}

/// Whether a name with a comma is a corporate body's: `Ministry of Health, Singapore`,
/// `Barnes and Noble, Inc.`.
pub(super) fn is_corporate_with_comma(left: &str, right: &str) -> bool {
    if is_company(right) {
        return true;
    }
    let given = right.split_whitespace().all(is_initials);
    left.contains(' ') && !given && is_corporate(left)
}

/// Whether `text` is the legal form of a company: `, Inc.`
pub(super) fn is_company(text: &str) -> bool {
    let text = text.trim_matches(|c: char| c.is_whitespace() || c == ',');
    text.len() < 12
        && matches!(
            bare(text).as_str(),
            "inc" | "ltd" | "llc" | "gmbh" | "co" | "corp" | "plc" | "s.a" | "pty" | "limited"
        )
}

/// The name of a body put last word first, as for a person: `Group, ASCUS Triage Study` gives
/// `ASCUS Triage Study Group`.
pub(super) fn inverted(left: &str, right: &str) -> Option<String> {
    let word = bare(left);
    let one_word = !left.trim().contains(' ') && is_strong(&word);
    (one_word && right.contains(' ') && !right.split_whitespace().any(is_initials_with_stop))
        .then(|| format!("{right} {left}"))
}

fn is_initials_with_stop(token: &str) -> bool {
    token.contains('.') && is_initials(token)
}

fn bare(token: &str) -> String {
    token
        .trim_matches(|c: char| ".,;:()[]«»\"“”".contains(c))
        .to_lowercase()
}

fn is_strong(word: &str) -> bool {
    // Shorter words are in the table whole.
    STRONG.iter().any(
        |entry| match (entry.strip_suffix('*'), entry.strip_prefix('*')) {
            (Some(front), _) => word.starts_with(front),
            (_, Some(end)) => word.ends_with(end),
            _ => *entry == word,
        },
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

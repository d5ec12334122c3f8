//! What publishers built into their DOIs, as far as it was found to agree with print.

/// What a DOI tells of the place of an article.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    pub(super) volume: Option<String>,
    pub(super) issue: Option<String>,
    pub(super) page: Option<String>,
    pub(super) eid: Option<String>,
    /// To be checked against the record, never to be taken over.
    pub(super) year: Option<i32>,
}

/// One publisher's way.
pub(super) struct Pattern {
    pub(super) publisher: &'static str,
    /// Registrant prefix; empty where many share the way.
    prefix: &'static str,
    /// Whether it is trusted only beside a year that agrees.
    pub(super) needs_year: bool,
    read: fn(&str) -> Option<Parts>,
}

/// The first pattern that fits a bare, lower-case DOI.
pub(super) fn read(doi: &str) -> Option<(&'static Pattern, Parts)> {
    let (prefix, suffix) = doi.split_once('/')?;
    PATTERNS
        .iter()
        .filter(|pattern| pattern.prefix.is_empty() || pattern.prefix == prefix)
        .find_map(|pattern| (pattern.read)(suffix).map(|parts| (pattern, parts)))
}

const fn pattern(
    publisher: &'static str,
    prefix: &'static str,
    read: fn(&str) -> Option<Parts>,
) -> Pattern {
    Pattern {
        publisher,
        prefix,
        needs_year: false,
        read,
    }
}

/// Agreement with the recorded place, right of all seen.
static PATTERNS: &[Pattern] = &[
    // Volume 3 of 3, issue 3 of 3.
    pattern("Oxford University Press", "10.1093", oxford),
    // Volume 93 of 93, article 86 of 87.
    pattern("BioMed Central", "10.1186", bmc),
    // Volume 8 of 8, page 8 of 8.
    pattern("Nature", "10.1038", nature),
    // Volume 1063 of 1068, page or article 941 of 1021; the rest are files that record page 1.
    pattern("the American Physical Society", "10.1103", aps),
    // Volume 548 of 549, issue 498 of 501; the last part is a page in 427 of 542 only.
    pattern("IOP Publishing", "10.1088", iop),
    // Volume and page 18 of 18, issue 17 of 17.
    pattern("Wiley", "10.1002", sici),
    // 28 of 28 each.
    pattern("BMJ", "10.1136", code_volume_issue_page),
    // 21 of 21, 17 of 17, 21 of 21.
    pattern("Science", "10.1126", code_volume_issue_page),
    // Old form 3 of 3; of the other only the volume, 20 of 20.
    pattern("PNAS", "10.1073", pnas),
    // Volume 179 of 179, issue 161 of 162; article 44 of 72, so it is not taken.
    pattern("MDPI", "10.3390", mdpi),
    // Volume 213 of 214, page 204 of 215.
    pattern("Optica", "10.1364", code_volume_page),
    // Volume 105 of 105, page 104 of 105.
    pattern(
        "the Japan Society of Applied Physics",
        "10.7567",
        code_volume_page,
    ),
    pattern(
        "the Japan Society of Applied Physics",
        "10.1143",
        code_volume_page,
    ),
    // 2 of 2.
    pattern("the American Psychological Association", "10.1037", apa),
    // 2 of 2 pages seen.
    pattern("JAMA", "10.1001", code_volume_issue_page),
    // 2 of 2.
    pattern("Baishideng", "", baishideng),
    // Volume 6 of 6; what follows is a date.
    pattern("Annual Reviews", "10.1146", annual_reviews),
    // Issue 19 of 19.
    pattern("Chinese journals", "", chinese),
    // Volume 13 of 15, issue 12 of 13, page 11 of 14: beside an agreeing year only.
    Pattern {
        publisher: "Korean journals",
        prefix: "",
        needs_year: true,
        read: korean,
    },
];

fn number(text: &str, most: usize) -> Option<String> {
    let sound = (1..=most).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    let short = text.trim_start_matches('0');
    (sound && !short.is_empty()).then(|| short.to_owned())
}

/// A page: digits, perhaps a letter before or behind them, as print writes it.
fn page(text: &str) -> Option<String> {
    let text = text.trim_start_matches('0');
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    let sound = digits > 0
        && text.len() <= 7
        && text.len() - digits <= 1
        && text.bytes().all(|b| b.is_ascii_alphanumeric());
    sound.then(|| text.to_ascii_uppercase())
}

fn is_code(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphabetic())
}

fn is_issn(text: &str) -> bool {
    text.len() == 9
        && text.bytes().enumerate().all(|(at, b)| match at {
            4 => b == b'-',
            8 => b.is_ascii_digit() || b == b'x',
            _ => b.is_ascii_digit(),
        })
}

fn place(volume: &str, issue: &str, first: &str) -> Option<Parts> {
    Some(Parts {
        volume: Some(number(volume, 4)?),
        issue: Some(number(issue, 4)?),
        page: Some(page(first)?),
        ..Parts::default()
    })
}

/// `clipsy/6.2.165`; the ISBN of a book looks alike but has thirteen digits.
fn oxford(suffix: &str) -> Option<Parts> {
    let (code, rest) = suffix.split_once('/')?;
    let mut parts = rest.split('.');
    let (volume, issue, first) = (parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then(|| place(volume, issue, first))?
}

/// `1471-244x-12-5`
fn bmc(suffix: &str) -> Option<Parts> {
    let (issn, rest) = (suffix.get(..9)?, suffix.get(9..)?.strip_prefix('-')?);
    let (volume, article) = rest.split_once('-')?;
    let short = article.len() <= 4 && article.bytes().all(|b| b.is_ascii_alphanumeric());
    (is_issn(issn) && short).then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 3)?),
        eid: Some(article.to_ascii_uppercase()),
        ..Parts::default()
    })
}

/// `171737a0`
fn nature(suffix: &str) -> Option<Parts> {
    let at = suffix.find('a')?;
    let (digits, rest) = suffix.split_at(at);
    let sound = (6..=7).contains(&digits.len())
        && rest.len() == 2
        && rest.ends_with(|c: char| c.is_ascii_digit());
    let (volume, first) = digits.split_at_checked(3)?;
    sound.then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 3)?),
        page: Some(number(first, 4)?),
        ..Parts::default()
    })
}

/// `physrevlett.116.061102`: six digits are an article number.
fn aps(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('.');
    let (code, volume, last) = (parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then_some(())?;
    let article = last.len() == 6 && last.bytes().all(|b| b.is_ascii_digit());
    Some(Parts {
        volume: Some(number(volume, 4)?),
        page: if article { None } else { Some(page(last)?) },
        eid: article.then(|| last.to_owned()),
        ..Parts::default()
    })
}

/// `0953-8984/4/32/003`
fn iop(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('/');
    let (issn, volume, issue, _) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    (is_issn(issn) && parts.next().is_none()).then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 4)?),
        issue: number(issue, 3),
        ..Parts::default()
    })
}

/// `(sici)1097-4679(199811)54:7<851::aid-…`
fn sici(suffix: &str) -> Option<Parts> {
    let rest = suffix.strip_prefix("(sici)")?;
    let (_, rest) = rest.split_once(')')?;
    let (volume, rest) = rest.split_once(':')?;
    let (issue, rest) = rest.split_once('<')?;
    let (first, _) = rest.split_once(':')?;
    Some(Parts {
        volume: Some(number(volume, 4)?),
        issue: number(issue, 4),
        page: page(first),
        ..Parts::default()
    })
}

/// `bmj.327.7414.557`
fn code_volume_issue_page(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('.');
    let (code, volume, issue, first) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then(|| place(volume, issue, first))?
}

/// `oe.23.007164`
fn code_volume_page(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('.');
    let (code, volume, first) = (parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 3)?),
        page: Some(page(first)?),
        ..Parts::default()
    })
}

/// `pnas.92.19.8700`, and `pnas.0735871100` whose last three digits are the volume.
fn pnas(suffix: &str) -> Option<Parts> {
    let rest = suffix.strip_prefix("pnas.")?;
    if rest.len() == 10 && rest.bytes().all(|b| b.is_ascii_digit()) {
        return Some(Parts {
            volume: Some(number(rest.get(7..)?, 3)?),
            ..Parts::default()
        });
    }
    code_volume_issue_page(suffix)
}

/// `s22124397`: code, volume, two digits of issue, four of article.
fn mdpi(suffix: &str) -> Option<Parts> {
    let at = suffix.find(|c: char| c.is_ascii_digit())?;
    let (code, digits) = suffix.split_at(at);
    (is_code(code) && (7..=8).contains(&digits.len())).then_some(())?;
    let (volume, rest) = digits.split_at_checked(digits.len() - 6)?;
    let all_digits = digits.bytes().all(|b| b.is_ascii_digit());
    all_digits.then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 2)?),
        issue: Some(number(rest.get(..2)?, 2)?),
        ..Parts::default()
    })
}

/// `0033-2909.116.1.75`, sometimes behind a second slash.
fn apa(suffix: &str) -> Option<Parts> {
    let suffix = suffix.strip_prefix('/').unwrap_or(suffix);
    let mut parts = suffix.split('.');
    let (issn, volume, issue, first) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    (is_issn(issn) && parts.next().is_none()).then(|| place(volume, issue, first))?
}

/// `wjp.v13.i10.724`
fn baishideng(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('.');
    let (code, volume, issue, first) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then_some(())?;
    place(volume.strip_prefix('v')?, issue.strip_prefix('i')?, first)
}

/// `annurev.physiol.66.032102.115105`
fn annual_reviews(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.strip_prefix("annurev.")?.split('.');
    let (code, volume) = (parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_some()).then_some(())?;
    Some(Parts {
        volume: Some(number(volume, 3)?),
        ..Parts::default()
    })
}

/// `j.issn.0372-2112.2020.04.017`, `j.cnki.xyz.2020.04.017`
fn chinese(suffix: &str) -> Option<Parts> {
    let rest = suffix
        .strip_prefix("j.issn.")
        .or_else(|| suffix.strip_prefix("j.cnki."))?;
    let mut parts = rest.rsplit('.');
    let (serial, issue, year) = (parts.next()?, parts.next()?, parts.next()?);
    parts.next()?;
    number(serial, 4)?;
    (issue.len() == 2).then_some(())?;
    Some(Parts {
        issue: Some(number(issue, 2)?),
        year: Some(plausible_year(year)?),
        ..Parts::default()
    })
}

/// `kosim.2012.29.2.225`
fn korean(suffix: &str) -> Option<Parts> {
    let mut parts = suffix.split('.');
    let (code, year) = (parts.next()?, parts.next()?);
    let (volume, issue, first) = (parts.next()?, parts.next()?, parts.next()?);
    (is_code(code) && parts.next().is_none()).then_some(())?;
    Some(Parts {
        year: Some(plausible_year(year)?),
        ..place(volume, issue, first)?
    })
}

fn plausible_year(text: &str) -> Option<i32> {
    (text.len() == 4)
        .then(|| text.parse().ok())?
        .filter(|year| (1950..2100).contains(year))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn told(doi: &str) -> (String, String, String) {
        let (_, parts) = read(doi).unwrap_or_else(|| panic!("{doi}"));
        let or = |part: Option<String>| part.unwrap_or_default();
        (
            or(parts.volume),
            or(parts.issue),
            or(parts.page.or(parts.eid)),
        )
    }

    #[test]
    fn places_of_known_articles() {
        let table = [
            ("10.1186/1471-244x-12-5", "12", "", "5"),
            ("10.1038/171737a0", "171", "", "737"),
            ("10.1103/physrevlett.116.061102", "116", "", "061102"),
            ("10.1088/0953-8984/4/32/003", "4", "32", ""),
            (
                "10.1002/(sici)1097-4679(199811)54:7<851::aid-jclp1>3.0.co;2-u",
                "54",
                "7",
                "851",
            ),
            ("10.1136/bmj.327.7414.557", "327", "7414", "557"),
            ("10.1073/pnas.92.19.8700", "92", "19", "8700"),
            ("10.1073/pnas.0735871100", "100", "", ""),
            ("10.1364/oe.23.007164", "23", "", "7164"),
            ("10.1143/jjap.28.l2112", "28", "", "L2112"),
            ("10.1037/0033-2909.116.1.75", "116", "1", "75"),
            ("10.5498/wjp.v13.i10.724", "13", "10", "724"),
            ("10.1146/annurev.physiol.66.032102.115105", "66", "", ""),
            ("10.3969/j.issn.0372-2112.2020.04.017", "", "4", ""),
            ("10.3743/kosim.2012.29.2.225", "29", "2", "225"),
        ];
        for (doi, volume, issue, page) in table {
            assert_eq!(
                told(doi),
                (volume.to_owned(), issue.to_owned(), page.to_owned()),
                "{doi}"
            );
        }
    }

    #[test]
    fn nothing_is_read_into_other_dois() {
        for doi in [
            "10.1093/oxfordhb/9780199357192.001.0001",
            "10.1016/j.psychres.2017.05.007",
            "10.3778/j.issn.1002-8331.2411-0196",
            "10.1176/appi.ps.2020000",
            "10.9999/abc.12.3.45",
            "10.1126/science.1136800",
        ] {
            assert!(read(doi).is_none(), "{doi}");
        }
    }
}

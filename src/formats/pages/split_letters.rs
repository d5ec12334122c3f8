//! Text that a converter tore into pieces of a few letters: one piece a line, or a space between
//! all letters.

use super::draft::Draft;
use super::lines::doi_in;
use super::needles::find;
use super::numbers::numbers;
use super::split_heading::doi_end;
use super::venue::is_issn;
use crate::model::Field;
use crate::source::Span;

/// As many pieces in a row are no table and no list of initials.
const PIECES: usize = 12;

/// A torn stretch of lines as one text, with the place in the source of each of its bytes.
pub(super) struct Whole {
    pub(super) text: String,
    places: Vec<usize>,
}

impl Whole {
    fn of(text: &str, lines: &[Span]) -> Self {
        let mut out = Self {
            text: String::new(),
            places: Vec::new(),
        };
        for line in lines {
            let mut words = line.of(text);
            // The number of the page ends a spaced line whole.
            if let Some((head, last)) = words.rsplit_once("  ")
                && spaced(words)
                && last.chars().nth(1).is_some_and(|c| !c.is_whitespace())
            {
                words = head;
            }
            for (at, c) in words.char_indices() {
                if !c.is_whitespace() {
                    out.text.push(c);
                    let place = line.start as usize + at;
                    out.places.extend((0..c.len_utf8()).map(|n| place + n));
                }
            }
        }
        out
    }

    /// The place in the source of a part of the whole text.
    pub(super) fn place(&self, part: Span) -> Span {
        let (start, end) = (part.start as usize, part.end as usize);
        match (self.places.get(start), self.places.get(end.wrapping_sub(1))) {
            (Some(from), Some(to)) if start < end => Span::new(*from, to + 1),
            _ => Span::default(),
        }
    }

    /// Adds what a running head says: journal, volume, issue, date, pages, DOI.
    fn add_to(&self, draft: &mut Draft) {
        let head = find(&self.text, "Vol.").unwrap_or(self.text.len());
        let mark = ["ISSN", "DOI", "http", "Journalhomepage"]
            .iter()
            .filter_map(|mark| find(&self.text, mark).filter(|at| *at > head))
            .min()
            .unwrap_or(self.text.len());
        let found = numbers(&self.text, Span::new(head.min(mark), mark));
        if found.parts() >= 2 {
            for (field, part) in [
                (Field::Date, found.year),
                (Field::Volume, found.volume),
                (Field::Number, found.issue),
                (Field::Pages, found.pages),
            ] {
                draft.add_first(field, self.place(part));
            }
            let name = self.text[..head].trim_end_matches([',', '.', ';']);
            let letters = name.chars().filter(|c| c.is_alphabetic()).count();
            if letters > 3 && letters * 10 > name.chars().count() * 8 {
                draft.add_first(Field::JournalTitle, self.place(Span::new(0, name.len())));
            }
        }
        if let Some(at) = self.text.find("ISSN:").map(|at| at + "ISSN:".len())
            && self.text.get(at..at + 9).is_some_and(is_issn)
        {
            draft.add_first(Field::Issn, self.place(Span::new(at, at + 9)));
        }
        let end = find(&self.text, "journalhomepage").unwrap_or(self.text.len());
        if let Some(doi) = doi_in(&self.text[..end]) {
            let end = doi_end(&self.text, doi.clone());
            draft.add_first(Field::Doi, self.place(Span::new(doi.start, end)));
        }
    }
}

/// Takes the torn lines that say where the work stands out of `lines`, and gives what they say to
/// the draft.
pub(super) fn take(text: &str, lines: &[Span], draft: &mut Draft) -> Option<Vec<Span>> {
    let (begin, end) = stretch(text, lines)?;
    let whole = Whole::of(text, lines.get(begin..end)?);
    let before = draft.clone();
    whole.add_to(draft);
    whole.add_heading(draft);
    if !draft.has(Field::Volume) && !draft.has(Field::Doi) {
        *draft = before;
        return None;
    }
    let mut kept = lines[..begin].to_vec();
    kept.extend_from_slice(&lines[end..]);
    Some(kept)
}

/// Where the first torn stretch begins and ends.
fn stretch(text: &str, lines: &[Span]) -> Option<(usize, usize)> {
    let mut begin = 0;
    while begin < lines.len() {
        if spaced(lines[begin].of(text)) {
            // The title below is spaced too: the head ends with its identifiers.
            let run = lines[begin..]
                .iter()
                .take_while(|line| line.is_empty() || spaced(line.of(text)))
                .count();
            let last = lines[begin..begin + run].iter().rposition(|line| {
                let bare: String = line.of(text).split_whitespace().collect();
                ["Vol.", "DOI:", "ISSN", "http"]
                    .iter()
                    .any(|mark| find(&bare, mark).is_some())
            });
            if let Some(last) = last {
                return Some((begin, begin + last + 1));
            }
            begin += run;
            continue;
        }
        if pieces_in(lines[begin].of(text)) {
            return Some((begin, begin + 1));
        }
        // A blank line may stand between the pieces.
        let piece = |n: usize| {
            lines
                .get(n)
                .is_some_and(|line| !line.is_empty() && line.of(text).chars().count() <= 8)
        };
        let mut run = 0;
        while piece(begin + run)
            || (run > 0
                && lines.get(begin + run).is_some_and(|line| line.is_empty())
                && piece(begin + run + 1))
        {
            run += 1;
        }
        let pieces = lines[begin..begin + run]
            .iter()
            .filter(|line| !line.is_empty());
        let (mut count, mut letters) = (0, 0);
        for line in pieces {
            count += 1;
            letters += line.of(text).chars().count();
        }
        if count >= PIECES && letters <= count * 6 {
            return Some((begin, begin + run));
        }
        begin += run.max(1);
    }
    None
}

/// Whether a line is a running head in pieces with a space between them: its DOI shows only in the
/// whole.
fn pieces_in(words: &str) -> bool {
    let pieces = 1 + memchr::memchr_iter(b' ', words.as_bytes()).count();
    if pieces < PIECES || words.len() > pieces * 5 || doi_in(words).is_some() {
        return false;
    }
    let whole: String = words.split_whitespace().collect();
    doi_in(&whole).is_some() && find(&whole, "Vol.").is_some()
}

/// Whether a space stands between all letters of the words.
pub(super) fn spaced(words: &str) -> bool {
    // A letter takes two bytes with the space behind it.
    if words.len() + 1 < PIECES * 2 || most_pieces(words) < PIECES {
        return false;
    }
    let (mut single, mut longer, mut length) = (0, 0, 0);
    for (at, c) in words.char_indices() {
        length = if c.is_whitespace() { 0 } else { length + 1 };
        match length {
            1 => single += 1,
            2 => {
                single -= 1;
                longer += 1;
                // So few letters are left that the single ones cannot be four of five.
                if longer * 8 > single * 2 + words.len() - at + 1 {
                    return false;
                }
            }
            _ => {}
        }
    }
    single >= PIECES && single * 10 >= (single + longer) * 8
}

/// No fewer pieces than white space parts the words into: the bytes that all white space begins with.
fn most_pieces(words: &str) -> usize {
    let begins = |byte: &u8| *byte <= b' ' || matches!(byte, 0xc2 | 0xe1..=0xe3);
    1 + words.bytes().filter(begins).count()
}

/// A torn value as one text. `bare` says that no space belongs into it.
pub(super) fn mended(words: &str, bare: bool) -> Option<String> {
    // Nothing parts the letters of a word.
    if !words.contains(char::is_whitespace) && words.chars().nth(1).is_some() {
        let year = bare && words.len() < 9 && super::lines::is_year(words);
        return year.then(|| words.to_owned());
    }
    let pieces = || {
        words
            .split(['\n', '\r'])
            .map(str::trim)
            .filter(|piece| !piece.is_empty())
    };
    let count = pieces().count();
    let letters: usize = pieces().map(|piece| piece.chars().count()).sum();
    let torn = count >= 2 && letters <= count * 8;
    let few = words.split_whitespace().count() >= 2
        && words
            .split_whitespace()
            .all(|piece| piece.chars().nth(1).is_none());
    let compact = || words.split_whitespace().collect::<String>();
    let counted = bare
        && words.split_whitespace().count() >= 4
        && words
            .chars()
            .all(|c| c.is_ascii_digit() || matches!(c, ' ' | '~' | '-' | '–'));
    let year = bare && words.len() < 9 && super::lines::is_year(&compact());
    let doi = bare && words.contains(' ') && doi_in(&compact()).is_some_and(|doi| doi.start == 0);
    if bare && (torn || few || counted || year || doi || spaced(words)) {
        return Some(words.split_whitespace().collect());
    }
    if spaced(words) {
        // Two spaces stand between words.
        let join = |word: &str| word.split_whitespace().collect::<String>();
        let whole: Vec<String> = words
            .split("  ")
            .map(join)
            .filter(|word| !word.is_empty())
            .collect();
        return Some(whole.join(" "));
    }
    let torn = count >= 4 && letters <= count * 6;
    // Some converters keep the spaces between words at the ends of the pieces.
    let raw: String = words.split(['\n', '\r']).collect();
    if torn && raw.contains(' ') {
        return Some(raw.split_whitespace().collect::<Vec<_>>().join(" "));
    }
    torn.then(|| apart(&pieces().collect::<String>()))
}

/// A torn name with its spaces.
pub(super) fn mended_name(words: &str) -> Option<String> {
    if !words.contains('\n') {
        return None;
    }
    let whole: String = words.split_whitespace().collect();
    let mut out = String::new();
    let mut before = ' ';
    for c in whole.chars() {
        if c.is_uppercase() && (before.is_lowercase() || before == '.') {
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    Some(out)
}

/// `InternationalJournalofElectricalEngineering` with its spaces: before capitals, and around the
/// small words that end a piece.
fn apart(words: &str) -> String {
    let mut out = String::new();
    let mut before = ' ';
    for c in words.chars() {
        let joint = before.is_lowercase() && c.is_uppercase()
            || c == '('
            || before == ',' && c.is_alphabetic();
        if joint {
            for small in ["of", "and", "for"] {
                let word = out.rsplit(' ').next().unwrap_or_default();
                let land = word.to_lowercase().ends_with("land") && !word.ends_with("aland");
                if word.ends_with(small) && word.len() > small.len() + 3 && !land {
                    out.insert(out.len() - small.len(), ' ');
                    break;
                }
            }
            out.push(' ');
        }
        out.push(c);
        before = c;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;

    #[test]
    fn title_and_names_may_be_torn_too() {
        let whole = "IndonesianJournalofPower(IJP)Vol.12,No.3,July2021,pp.101~110ISSN:2088-8708,DOI:10.11591/ijp.v12i3.pp101-110Journalhomepage:http://ijp.example.comVoltagedipsonafeeder:threeyearsoflogsRinaWulandari-Sitorus1,NguyenVanKhoa2,M.A.El-Sharkawy11DepartmentofElectricalEngineering,UniversitasXArticleInfoABSTRACTDipswerelogged.";
        let torn: Vec<String> = whole
            .as_bytes()
            .chunks(4)
            .map(|piece| String::from_utf8_lossy(piece).into_owned())
            .collect();
        let page = torn.join("\n\n");
        let records = super::super::tests::read_as(&super::super::general::LAYOUT, &page);
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].text(Field::Volume), Some("12"));
        assert_eq!(records[0].names(Field::Author).len(), 3);
        let title = records[0].text(Field::Title).unwrap_or_default();
        assert_eq!(
            title.replace(' ', ""),
            "Voltagedipsonafeeder:threeyearsoflogs"
        );
    }

    #[test]
    fn the_page_may_be_whole_below_torn_names() {
        let torn = "JournalofLampsandLight\nVol.38,No.1,April2021,pp.401~411\nISSN:2302-9285,DOI:10.9999/jll.v38i1.pp401-411\nCountinglampsfromtheair\nPutuAyuKirana1,OmarAl-Radi2";
        let torn: Vec<&str> = (0..torn.len())
            .step_by(3)
            .filter_map(|at| torn.get(at..(at + 3).min(torn.len())))
            .collect();
        let page = format!(
            "{}\n1Department of Light, University of X\nABSTRACT\nLamps were counted.\n",
            torn.join("\n")
        );
        let records = read_as(&LAYOUT, &page);
        assert_eq!(records.len(), 1);
        assert_eq!(records[0].names(Field::Author).len(), 2);
        assert_eq!(
            records[0]
                .text(Field::Title)
                .map(|title| title.replace(' ', "")),
            Some("Countinglampsfromtheair".to_owned())
        );
    }

    #[test]
    fn torn_heads_are_put_together() {
        let pieces = "In\nt\nern\na\ntional\nJourna\nlofEle\nctric\nal\na\nndComp\nu\nterEn\ngine\ne\nring(IJ\nECE)\nV\no\nl\n.15,\nNo\n.4,\nAug\nus\nt\n20\n25,pp\n.4213\n~422\n6\nIS\nSN\n:208\n8-8708\n,\nD\nOI:10.\n115\n91\n/i\njece.v\n15i4.p\np4213\n-4\n22\n6\n\n\nVoltage dips on a hospital feeder: three years of logs\nRina Wulandari-Sitorus1, M. A. El-Sharkawy1\nABSTRACT\nDips were logged at one feeder for three years.\n";
        let spaced = "B u l l e t i n  o f  L a m p s  a n d  L i g h t\nV o l .  1 2 ,  N o .  6 ,  D e c e m b e r  2 0 2 3 ,  p p .  3 4 2 1 ~ 3 4 3 0\nI S S N :  2 3 0 2 - 9 2 8 5 ,  D O I :  1 0 . 1 1 5 9 1 / e e i . v 1 2 i 6 . 5 1 2 3\nC l a s s i f y i n g  m a n g r o v e  l e a v e s\nNur Aisyah Razali1, Hendra Gunawan2\nKeywords:\nLeaves\n";
        for (page, title, journal, volume, pages, doi) in [
            (
                pieces,
                "Voltage dips on a hospital feeder: three years of logs",
                "International Journal of Electrical and Computer Engineering (IJECE)",
                "15",
                "4213~4226",
                "10.11591/ijece.v15i4.pp4213-4226",
            ),
            (
                spaced,
                "Classifying mangrove leaves",
                "Bulletin of Lamps and Light",
                "12",
                "3421~3430",
                "10.11591/eei.v12i6.5123",
            ),
        ] {
            let records = read_as(&LAYOUT, page);
            assert_eq!(records.len(), 1, "{page}");
            let values = [
                Field::Title,
                Field::JournalTitle,
                Field::Volume,
                Field::Pages,
                Field::Doi,
            ]
            .map(|field| records[0].text(field).unwrap_or_default());
            assert_eq!(values, [title, journal, volume, pages, doi]);
            assert!(
                records[0]
                    .text(Field::Date)
                    .is_some_and(|date| date.contains("20"))
            );
        }
        assert_eq!(mended("10-12", true), None);
    }
}

//! Braces around the words of a title whose capitals a style must not lower: acronyms, names.
//!
//! Only plain text is protected; a title that came with braces keeps the ones it has. Reading
//! takes exactly these braces off again, so a title stays plain from file to file.

use crate::model::NameIndex;
use crate::text::ascii;
use std::sync::LazyLock;

/// The title with braces, as text with LaTeX; [`None`] where it needs none, or where it holds
/// characters that LaTeX would read as syntax.
pub(super) fn protect(title: &str) -> Option<String> {
    let capital = |byte: u8| byte.is_ascii_uppercase() || byte >= 0x80;
    if !title.bytes().any(capital) || has_syntax(title) {
        return None;
    }
    let style = Style::of(title)?;
    let mut out = String::new();
    // Up to here the title is in `out`, and up to here it has been looked at.
    let (mut done, mut seen) = (0, 0);
    let mut sentence_start = true;
    for word in (Words { title, at: 0 }) {
        let before = title.get(seen..word.at).unwrap_or_default();
        // What is between two words may end a sentence.
        sentence_start |= before.len() > 1 && ends_sentence(before);
        seen = word.at + word.text.len();
        if deserves(word, sentence_start, style) {
            if out.is_empty() {
                out.reserve(title.len() + 16);
            }
            for part in [
                title.get(done..word.at).unwrap_or_default(),
                "{",
                word.text,
                "}",
            ] {
                out.push_str(part);
            }
            done = seen;
        }
        sentence_start = false;
    }
    if out.is_empty() {
        return None;
    }
    out.push_str(title.get(done..).unwrap_or_default());
    Some(out)
}

fn ends_sentence(between: &str) -> bool {
    between
        .chars()
        .any(|c| matches!(c, ':' | '.' | '?' | '!' | '—' | '–' | '“' | '"'))
}

/// The plain title that [`protect`] makes into this one, where there is one.
pub(super) fn unprotect(content: &str) -> Option<String> {
    memchr::memchr(b'{', content.as_bytes())?;
    if memchr::memchr2(b'\\', b'$', content.as_bytes()).is_some() || !has_single_words(content) {
        return None;
    }
    let mut plain = String::with_capacity(content.len());
    for part in content.split(['{', '}']) {
        plain.push_str(part);
    }
    (protect(&plain)?.as_str() == content).then_some(plain)
}

/// Whether each pair of braces holds letters and digits and nothing else, as far as ASCII goes: a
/// word, as [`protect`] puts them around. Titles wholly in braces do not.
fn has_single_words(content: &str) -> bool {
    let mut rest = content.as_bytes();
    while let Some(open) = memchr::memchr2(b'{', b'}', rest) {
        if rest.get(open) == Some(&b'}') {
            return false;
        }
        rest = rest.get(open + 1..).unwrap_or_default();
        let letter = |byte: &&u8| !byte.is_ascii() || byte.is_ascii_alphanumeric();
        let length = rest.iter().take_while(letter).count();
        if rest.get(length) != Some(&b'}') {
            return false;
        }
        rest = rest.get(length + 1..).unwrap_or_default();
    }
    true
}

/// Characters with a meaning in LaTeX, and pairs it makes into one character.
fn has_syntax(title: &str) -> bool {
    let signs = ascii::signs(title.as_bytes(), |byte, next| {
        let is = |other: u8| u8::from(byte == other);
        let syntax = is(b'\\') | is(b'{') | is(b'}') | is(b'$') | is(b'~') | is(b'^') | is(b'`');
        let quotes = is(b'"') | is(b'<') | is(b'>') | is(b'\'');
        let pair = (is(b'-') | is(b',')) & u8::from(byte == next);
        syntax | quotes | pair
    });
    signs != 0
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Style {
    /// Sentence case, or a script without case.
    Sentence,
    /// Most words begin with a capital.
    Title,
}

impl Style {
    /// The style of a title that may hold a word to protect. [`None`] where it holds none, or no
    /// small letter in three or more words: then capitals tell nothing.
    fn of(title: &str) -> Option<Self> {
        let (mut long, mut capital, mut small, mut all, mut any) = (0, 0, false, 0, false);
        for word in (Words { title, at: 0 }) {
            all += 1;
            small = small || word.has(LOWER, char::is_lowercase);
            any = any || deserves(word, false, Self::Sentence);
            if all > 1 && word.is_longer_than(3) {
                long += 1;
                capital += usize::from(word.begins_with_capital());
            }
        }
        if !any || !small && all > 2 {
            None
        } else if long > 1 && capital * 2 > long {
            Some(Self::Title)
        } else {
            Some(Self::Sentence)
        }
    }
}

/// What an ASCII character of a word is; nothing, if it is of no word.
const UPPER: u8 = 1;
const LOWER: u8 = 2;
const DIGIT: u8 = 4;

static KINDS: [u8; 128] = {
    let mut kinds = [0; 128];
    let mut byte = 0_u8;
    while byte < 128 {
        kinds[byte as usize] = if byte.is_ascii_uppercase() {
            UPPER
        } else if byte.is_ascii_lowercase() {
            LOWER
        } else if byte.is_ascii_digit() {
            DIGIT
        } else {
            0
        };
        byte += 1;
    }
    kinds
};

/// A run of letters, marks and digits.
#[derive(Debug, Clone, Copy)]
struct Word<'t> {
    /// Its place in the title.
    at: usize,
    text: &'t str,
    ascii: bool,
    /// The kinds of its ASCII characters.
    kinds: u8,
}

impl Word<'_> {
    /// Whether any character is of a kind; `character` tells where the word is not all ASCII.
    fn has(&self, kind: u8, character: impl Fn(char) -> bool) -> bool {
        if self.ascii {
            self.kinds & kind != 0
        } else {
            self.text.chars().any(character)
        }
    }

    fn begins_with_capital(&self) -> bool {
        let mut characters = self.text.chars();
        characters.next().is_some_and(char::is_uppercase)
    }

    fn is_longer_than(&self, count: usize) -> bool {
        let length = self.text.len();
        length > count && (self.ascii || self.text.chars().nth(count).is_some())
    }
}

/// The words of a title.
struct Words<'t> {
    title: &'t str,
    at: usize,
}

impl Words<'_> {
    /// The length of the character at `at`, and its kind; [`None`] at the end. A letter beyond
    /// ASCII has a kind of its own.
    #[inline]
    fn look(&self, at: usize) -> Option<(usize, u8)> {
        let byte = *self.title.as_bytes().get(at)?;
        if let Some(kind) = KINDS.get(usize::from(byte)) {
            return Some((1, *kind));
        }
        let character = self.title.get(at..)?.chars().next()?;
        let kind = if is_letter(character) { BEYOND } else { 0 };
        Some((character.len_utf8(), kind))
    }
}

/// The kind of a letter beyond ASCII.
const BEYOND: u8 = 8;

impl<'t> Iterator for Words<'t> {
    type Item = Word<'t>;

    fn next(&mut self) -> Option<Word<'t>> {
        let mut start = self.at;
        while let (length, 0) = self.look(start)? {
            start += length;
        }
        let (mut end, mut kinds) = (start, 0);
        while let Some((length, kind)) = self.look(end)
            && kind != 0
        {
            end += length;
            kinds |= kind;
        }
        self.at = end;
        Some(Word {
            at: start,
            text: self.title.get(start..end)?,
            ascii: kinds & BEYOND == 0,
            kinds,
        })
    }
}

fn is_letter(c: char) -> bool {
    c.is_alphanumeric() || ('\u{300}'..='\u{36F}').contains(&c)
}

fn deserves(word: Word<'_>, sentence_start: bool, style: Style) -> bool {
    if word.ascii && word.kinds & UPPER == 0 {
        return false;
    }
    let mut letters = word.text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else {
        return false;
    };
    // A capital beyond the first letter: `DNA`, `mRNA`, `iPhone`, `pH`.
    if letters.any(char::is_uppercase) {
        return true;
    }
    if !first.is_uppercase() {
        return false;
    }
    // `B12`, `G20`.
    if word.has(DIGIT, char::is_numeric) {
        return true;
    }
    if !word.is_longer_than(1) {
        return match word.text {
            "A" => !sentence_start && style != Style::Title,
            "I" => !sentence_start,
            _ => true,
        };
    }
    PROPER.get(word.text).is_some()
}

/// Words written with a capital in running English text: continents, countries, nations,
/// languages, peoples, religions, planets, days and months, and people whose names things bear.
static PROPER: LazyLock<NameIndex<()>> = LazyLock::new(|| {
    let names = NAMES.iter().flat_map(|line| line.split(' '));
    NameIndex::new(names.map(|name| (name, ())))
});

/// `may` and `march` are left out, for they are words too; so are `china`, `turkey`, `polish`
/// and their like in lower case, which the test for a capital before this look-up tells apart.
static NAMES: &[&str] = &[
    "Africa African Africans America American Americans Antarctica Antarctic Arctic Asia Asian Asians \
     Australia Australian Australians Eurasia Eurasian Europe European Europeans Oceania Atlantic \
     Mediterranean Pacific Sahara Amazon Alps Alpine Himalaya Himalayan Himalayas Andes Andean Baltic \
     Balkan Balkans Caribbean Scandinavia Scandinavian Nordic Siberia Siberian Tibet Tibetan",
    "Afghanistan Afghan Albania Albanian Algeria Algerian Angola Argentina Argentine Argentinian \
     Armenia Armenian Austria Austrian Azerbaijan Bangladesh Bangladeshi Belarus Belgium Belgian \
     Bolivia Bosnia Botswana Brazil Brazilian Britain British Bulgaria Bulgarian Cambodia Cameroon \
     Canada Canadian Chile Chilean China Chinese Colombia Colombian Congo Croatia Croatian Cuba \
     Cuban Cyprus Czech Denmark Danish Ecuador Egypt Egyptian England English Eritrea Estonia \
     Estonian Ethiopia Ethiopian Finland Finnish France French Gambia Georgia German Germany Ghana \
     Ghanaian Greece Greek Guatemala Guinea Haiti Honduras Hungary Hungarian Iceland Icelandic India \
     Indian Indians Indonesia Indonesian Iran Iranian Iraq Iraqi Ireland Irish Israel Israeli Italy \
     Italian Jamaica Japan Japanese Jordan Kazakhstan Kenya Kenyan Korea Korean Kuwait Kyrgyzstan \
     Laos Latvia Latvian Lebanon Lebanese Liberia Libya Lithuania Lithuanian Luxembourg Macedonia \
     Madagascar Malawi Malaysia Malaysian Mali Malta Mexico Mexican Moldova Mongolia Mongolian \
     Morocco Moroccan Mozambique Myanmar Namibia Nepal Nepalese Netherlands Dutch Nicaragua Niger \
     Nigeria Nigerian Norway Norwegian Oman Pakistan Pakistani Palestine Palestinian Panama Paraguay \
     Peru Peruvian Philippines Philippine Filipino Poland Polish Portugal Portuguese Qatar Romania \
     Romanian Russia Russian Rwanda Scotland Scottish Senegal Serbia Serbian Singapore Slovakia \
     Slovak Slovenia Slovenian Somalia Somali Spain Spanish Sudan Sweden Swedish Switzerland Swiss \
     Syria Syrian Taiwan Taiwanese Tanzania Tanzanian Thailand Thai Tunisia Turkey Turkish Uganda \
     Ugandan Ukraine Ukrainian Uruguay Uzbekistan Venezuela Vietnam Vietnamese Wales Welsh Yemen \
     Zambia Zimbabwe",
    "Beijing Shanghai Guangdong Guangzhou Wuhan Zhejiang Jiangsu Sichuan Yunnan Tokyo Osaka Kyoto \
     Seoul Delhi Mumbai London Paris Berlin Vienna Rome Madrid Moscow Chicago Boston Texas \
     California Californian Florida Alaska Hawaii Hawaiian Oregon Michigan Ontario Quebec Queensland \
     Victoria Sydney Melbourne Bavaria Bavarian Catalan Catalonia Basque Flemish Celtic",
    "Arabic Arab Arabs Bengali Cantonese Mandarin Hebrew Hindi Latin Malay Persian Sanskrit Slavic \
     Swahili Tamil Urdu Yiddish Romance Germanic Bantu Maori Inuit Hispanic Latino Latina Aboriginal",
    "Bible Biblical Buddhism Buddhist Catholic Catholicism Christian Christianity Christians \
     Confucian Confucianism Daoism Daoist Hindu Hinduism Islam Islamic Jew Jewish Jews Judaism \
     Lutheran Muslim Muslims Orthodox Protestant Protestantism Quran Sikh",
    "Mars Martian Venus Jupiter Saturn Uranus Neptune Pluto Earth",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February April June July \
     August September October November December Easter Christmas Ramadan",
    "Renaissance Victorian Holocene Pleistocene Cretaceous Jurassic Triassic Devonian Cambrian Permian",
    "Abel Abelian Alzheimer Archimedes Aristotle Aristotelian Asperger Avogadro Banach Bayes Bayesian \
     Bell Bernoulli Boltzmann Boole Boolean Bose Bourdieu Brownian Cartesian Cauchy Chebyshev Coulomb \
     Crohn Darwin Darwinian Descartes Dirac Dirichlet Doppler Down Einstein Euclid Euclidean Euler \
     Faraday Fermat Fermi Fisher Fourier Foucault Freud Freudian Galerkin Galileo Galois Gauss Gaussian \
     Gibbs Gram Hamilton Hamiltonian Hausdorff Hawking Hegel Hegelian Heisenberg Hermite Hermitian \
     Hilbert Hodgkin Hubble Huntington Ising Jacobi Jacobian Josephson Kalman Kant Kantian Kepler \
     Keynes Keynesian Kolmogorov Lagrange Lagrangian Laplace Laplacian Lebesgue Legendre Leibniz \
     Levenshtein Lie Likert Lorentz Lyapunov Mach Majorana Malthus Malthusian Markov Markovian Marx \
     Marxism Marxist Maxwell Mendel Mendelian Monte Carlo Nash Navier Newton Newtonian Nietzsche Noether \
     Nobel Ohm Parkinson Pareto Pascal Pearson Planck Plato Platonic Poincaré Poisson Rayleigh \
     Riemann Riemannian Schrödinger Shakespeare Shakespearean Shannon Sobolev Socrates Stokes Student \
     Taylor Thomson Turing Tourette Voronoi Weber Weyl Wiener Wittgenstein",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn acronyms_and_names_are_protected() {
        for (title, protected) in [
            ("The structure of DNA", "The structure of {DNA}"),
            (
                "mRNA vaccines and the iPhone",
                "{mRNA} vaccines and the {iPhone}",
            ),
            ("COVID-19 in Brazil", "{COVID}-19 in {Brazil}"),
            ("On a Bayesian model", "On a {Bayesian} model"),
            ("Vitamin A and B12", "Vitamin {A} and {B12}"),
            ("T-cell responses", "{T}-cell responses"),
            ("A Schrödinger equation", "A {Schrödinger} equation"),
        ] {
            assert_eq!(protect(title).as_deref(), Some(protected));
            assert_eq!(unprotect(protected).as_deref(), Some(title));
        }
    }

    #[test]
    fn what_needs_none_gets_none() {
        for title in [
            "On growth and form",
            "On Growth and Form",
            "A THEORY OF GROWTH AND FORM IN CHINA",
            "Toward A Theory Of Growing Forms",
            "I and thou",
            "深度学习综述",
            "",
        ] {
            assert_eq!(protect(title), None, "{title}");
        }
    }

    #[test]
    fn other_braces_are_left_alone() {
        for content in [
            "{The} structure of DNA",
            "The structure of {DNA",
            "{On growth}",
            "$x$ {DNA}",
        ] {
            assert_eq!(unprotect(content), None, "{content}");
        }
    }
}

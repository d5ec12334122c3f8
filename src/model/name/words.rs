//! Words that are parts of names: particles, suffixes, conjunctions, given names that tell order.

use std::sync::LazyLock;

use crate::model::lookup::NameIndex;

/// Particles before a family name, lower case.
const PARTICLES: &[&str] = &[
    "'s", "'t", "aan", "abd", "abu", "af", "al", "ap", "at", "auf", "av", "aus", "ben", "bent",
    "bet", "bin", "bint", "binti", "bte", "d'", "d’", "da", "dal", "dalla", "das", "de", "degli",
    "dei", "del", "dela", "della", "delle", "delli", "dello", "den", "der", "des", "di", "do",
    "dos", "du", "el", "ibn", "im", "in", "l'", "la", "las", "le", "les", "li", "lo", "los", "mac",
    "of", "op", "over", "st.", "san", "santa", "sur", "t'", "ten", "ter", "the", "thor", "tom",
    "uit", "um", "van", "vande", "vander", "vanden", "vd", "v.d.", "vom", "von", "zu", "zum",
    "zur", "’s", "’t", "фон", "ван", "де", "дер", "да", "ди", "ла", "аль", "оф", "бин", "ибн",
];

/// Particles that begin a family name also where printed with a capital: `Vincent Van Gogh`.
static CAPITAL_PARTICLES: Among = Among::of(&[
    "abd", "abdel", "abu", "al", "ben", "bin", "da", "dal", "dalla", "de", "degli", "dei", "del",
    "dela", "della", "delle", "dello", "den", "der", "des", "di", "do", "dos", "du", "el", "ibn",
    "la", "las", "le", "les", "lo", "los", "mc", "mac", "o'", "st.", "st", "saint", "santa", "ten",
    "ter", "van", "vande", "vanden", "vander", "von", "zu", "фон", "ван", "ó", "ní", "uí",
]);

/// Suffixes of generation, lower case without stops.
static SUFFIXES: Among = Among::of(&[
    "jr", "sr", "junior", "senior", "ii", "iii", "iv", "2nd", "3rd", "4th", "jnr", "snr", "filho",
    "neto", "sobrinho", "мл", "ст",
]);

/// Degrees and titles printed behind a name, lower case without stops.
static DEGREES: Among = Among::of(&[
    "phd", "md", "msc", "bsc", "mph", "mba", "dphil", "rn", "esq", "drph", "dsc", "frcp", "facp",
    "mrcp", "pharmd", "dds", "dvm", "scd", "edd", "psyd", "ms", "ma", "mbbs", "frcs", "bs", "ba",
    "jd", "lcsw",
]);

/// Given names common enough to tell which side of `Smith, John, Doe, Jane` they are.
const GIVEN: &str = " aaron adam alan albert alberto alejandro alessandro alex alexander alexandra alice amanda amy ana anders andrea andreas andrew andrzej angela anita ann anna anne annette anthony anton antonio antónio barbara beate ben benjamin bernard bernhard bert betty björn bob brian bruce bruno carl carla carlo carlos carol caroline carolyn catherine charles charlotte chris christian christina christine christoph christopher claire claude claudia claus colin craig cristina cynthia dan daniel daniela david dave deborah debra denis dennis diana diane dieter dmitri don donald donna dorothy doug douglas edith eduard eduardo edward elena elisabeth elizabeth ellen emily emma enrique eric erik ernst estelle eugene eva evan felix fernando florian france francesca francesco francis francisco françois frank franz fred frederick friedrich gabriel gary geoffrey george gerald gerard gerhard giorgio giovanni giuseppe gordon graham greg gregory guido günter günther gustavo guy hans harald harold harry heather heidi heinrich helen helga helmut henri henrik henry herbert hermann holger horst howard hugh hugo ian igor ingrid irene isabel ivan jack jacob jacques james jan jane janet jason javier jean jeff jeffrey jennifer jens jeremy jerry jessica jill jim joan joanna joao joão joe johan johann johannes john johnny jon jonathan jorge josé jose josef joseph joshua juan judith julia julian julie julio jürgen justin karen karin karl katarzyna kate katherine kathleen kathryn katrin keith kelly ken kenneth kevin klaus kristin krzysztof kurt lars laura lauren laurent lawrence lee leo leon leonard linda lisa lorenzo louis louise luc luca lucia ludwig luigi luis luís lukas lynn magdalena manfred manuel marc marco marcus margaret maria maría marie mario marion mark markus marta martha martin martina mary massimo matt matthew matthias maurice max melanie melissa michael michel michele michelle miguel mike mohamed mohammad monica monika nancy natalie nathan nicholas nick nicola nicolas nicole niels nina norbert norman olaf oliver olivier oscar otto pablo pamela paola paolo pascal patricia patrick paul paula paulo pedro peter petra phil philip philipp philippe phillip pierre piotr rachel rafael rainer ralf ralph ramón raphael raymond rebecca renate richard rita rob robert roberto robin roger roland rolf ron ronald rosa roy rudolf russell ruth ryan sam samantha samuel sandra sara sarah scott sean sebastian sergio sharon shirley simon simone sophie stefan stefano steffen stephan stephanie stephen steve steven stuart sue susan susanne sven sylvia teresa terry theodor thomas tim timothy tina todd tom tony tobias ulrich ulrike ursula uwe valerie vera victor victoria vincent vincenzo virginia vladimir volker walter wendy werner wilhelm william winfried wolfgang xavier yves yvonne александр алексей анастасия анатолий андрей анна антон борис вадим валентин валерий василий вера виктор виктория виталий владимир вячеслав галина геннадий георгий григорий дарья денис дмитрий евгений евгения екатерина елена иван игорь илья инна ирина кирилл константин ксения лариса лев леонид лидия людмила максим марина мария михаил надежда наталия наталья никита николай нина оксана олег ольга павел петр пётр роман светлана семен сергей софия станислав татьяна тимур федор фёдор юлия юрий яна ярослав олександр сергій андрій микола дмитро михайло наталія олена тетяна юлія ірина володимир ";

/// Whether `token` is a particle that is printed in lower case here.
pub(super) fn is_particle(token: &str) -> bool {
    token.chars().all(|c| !c.is_uppercase()) && PARTICLES.contains(&token)
}

/// Whether `token` is a particle that is printed with a capital here.
pub(super) fn is_capital_particle(token: &str) -> bool {
    token.len() <= 12 && CAPITAL_PARTICLES.has(token)
}

/// A few words, asked for in any case. Most words that are asked for are none of them, and most of
/// those begin with another letter.
pub(super) struct Among {
    /// In lower case.
    words: &'static [&'static str],
    /// A bit for each first byte there is, by its lower five bits, which case does not change.
    beginnings: u32,
}

impl Among {
    /// These words, in lower case.
    pub(super) const fn of(words: &'static [&'static str]) -> Self {
        let (mut beginnings, mut at) = (0, 0);
        while at < words.len() {
            beginnings |= 1 << (words[at].as_bytes()[0] & 0x1f);
            at += 1;
        }
        Self { words, beginnings }
    }

    /// Whether `token`, in lower case, is one of them.
    pub(super) fn has(&self, token: &str) -> bool {
        let first = token.bytes().next().unwrap_or_default();
        if first.is_ascii() && self.beginnings >> (first & 0x1f) & 1 == 0 {
            return false;
        }
        if token.is_ascii() {
            return self
                .words
                .iter()
                .any(|word| word.eq_ignore_ascii_case(token));
        }
        self.words.contains(&token.to_lowercase().as_str())
    }
}

/// Whether `token` is a suffix: `Jr.`, `III`. `JR` and `J. R.` are initials.
pub(super) fn is_suffix(token: &str) -> bool {
    let bare = token.strip_suffix('.').unwrap_or(token);
    !matches!(token, "JR" | "SR" | "Ii" | "Iv") && bare.len() <= 16 && SUFFIXES.has(bare)
}

/// Whether `token` tells a man from his father or grandfather in Portuguese and is a part of the family
/// name: `Viana Júnior`.
pub(super) fn is_kin(token: &str) -> bool {
    matches!(token, "Júnior" | "Netto")
}

/// Whether `token` is a degree: `Ph.D.`, `MD`.
pub(super) fn is_degree(token: &str) -> bool {
    if token.len() > 16 {
        return false;
    }
    if !token.bytes().any(|byte| matches!(byte, b'.' | b' ')) {
        return DEGREES.has(token);
    }
    let bare: String = token
        .chars()
        .filter(|c| !matches!(c, '.' | ' '))
        .flat_map(char::to_lowercase)
        .collect();
    DEGREES.has(&bare)
}

/// Whether `token` is a common given name.
pub(super) fn is_given_name(token: &str) -> bool {
    let first = token.split('-').next().unwrap_or(token);
    first.len() > 2 && first.len() < 30 && is_indexed(&GIVEN_INDEX, first)
}

/// The words of a list parted by spaces, to be found at once.
type Words = LazyLock<NameIndex<()>>;

static GIVEN_INDEX: Words = LazyLock::new(|| index(GIVEN));
static EASTERN_INDEX: Words = LazyLock::new(|| index(EASTERN_FAMILIES));

fn index(words: &'static str) -> NameIndex<()> {
    NameIndex::new(words.split_ascii_whitespace().map(|word| (word, ())))
}

/// Whether `token`, in lower case, is one of `words`.
fn is_indexed(words: &Words, token: &str) -> bool {
    let found = if token.is_ascii() {
        words.get(token)
    } else {
        words.get(&token.to_lowercase())
    };
    found.is_some()
}

/// Whether `token` is a patronymic: `Иванович`, `Петрівна`, `Ivanovna`.
pub(super) fn is_patronymic(token: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ович",
        "евич",
        "йович",
        "ьич",
        "мич",
        "тич",
        "кич",
        "овна",
        "евна",
        "ична",
        "инична",
        "івна",
        "ївна",
        "авіч",
        "евіч",
        "оглы",
        "кызы",
        "ovich",
        "evich",
        "ovna",
        "evna",
        "ivna",
        "yevich",
        "yevna",
        "ovych",
    ];
    // As the romanised endings end.
    let last = token.bytes().last().unwrap_or_default();
    if token.is_ascii() && !matches!(last, b'h' | b'H' | b'a' | b'A') {
        return false;
    }
    let lower = token.to_lowercase();
    lower.chars().count() > 5 && ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether `token` ends as East Slavic family names do.
pub(super) fn is_slavic_family(token: &str) -> bool {
    const ENDINGS: &[&str] = &[
        "ов",
        "ев",
        "ёв",
        "ин",
        "ын",
        "ова",
        "ева",
        "ёва",
        "ина",
        "ына",
        "ский",
        "цкий",
        "ская",
        "цкая",
        "ський",
        "ська",
        "цький",
        "цька",
        "ко",
        "ук",
        "юк",
        "чик",
        "ых",
        "их",
        "ян",
        "швили",
        "дзе",
        "ой",
        "ець",
        "ец",
        "як",
    ];
    let lower = token.to_lowercase();
    ENDINGS.iter().any(|ending| lower.ends_with(ending))
}

/// Whether `token` can be Mandarin in pinyin, of any number of syllables.
pub(super) fn is_pinyin(token: &str) -> bool {
    syllables(token).is_some()
}

/// In how few pinyin syllables `token` can be read; [`None`] if it cannot.
fn syllables(token: &str) -> Option<usize> {
    // So many bytes are a word at most, and so many syllables it has.
    const LONGEST: usize = 14;
    if token.len() > 20 {
        return None;
    }
    let mut word = [0; LONGEST];
    let mut length = 0;
    let mut buffer = [0; 4];
    for c in token.chars().filter(|c| !matches!(c, '-' | '\'' | '’')) {
        for c in c.to_lowercase() {
            let bytes = c.encode_utf8(&mut buffer).as_bytes();
            word.get_mut(length..length + bytes.len())?
                .copy_from_slice(bytes);
            length += bytes.len();
        }
    }
    let word = word.get(..length).filter(|word| word.len() > 1)?;
    // The fewest syllables that reach each byte position, and one more.
    let mut reached = [0_usize; LONGEST + 1];
    reached[0] = 1;
    for at in 0..word.len() {
        let (count, rest) = (reached[at], word.get(at..)?);
        if count == 0 {
            continue;
        }
        let consonants = match rest {
            [b'z' | b'c' | b's', b'h', ..] => 2,
            [first, ..] if b"bpmfdtnlgkhjqxrzcsyw".contains(first) => 1,
            _ => 0,
        };
        let tail = rest.get(consonants..)?;
        let endings = finals(tail).iter();
        for ending in endings.filter(|ending| tail.starts_with(ending.as_bytes())) {
            let end = reached.get_mut(at + consonants + ending.len())?;
            if *end == 0 || *end > count + 1 {
                *end = count + 1;
            }
        }
    }
    reached.get(word.len())?.checked_sub(1)
}

/// The finals of pinyin that begin as `tail` does.
fn finals(tail: &[u8]) -> &'static [&'static str] {
    match tail.first() {
        Some(b'a') => &["ang", "ai", "ao", "an", "a"],
        Some(b'e') => &["eng", "ei", "en", "er", "e"],
        Some(b'i') => &[
            "iang", "iong", "ing", "ian", "iao", "ia", "ie", "iu", "in", "i",
        ],
        Some(b'o') => &["ong", "ou", "o"],
        Some(b'u') => &["uang", "uai", "uan", "ua", "uo", "ui", "un", "ue", "u"],
        Some(b'v') => &["v"],
        Some(_) => &["ü"],
        None => &[],
    }
}

/// Family names of Chinese and Korean people, as romanised.
const EASTERN_FAMILIES: &str = " an bai cai cao chen cheng cui dai deng ding dong du fan fang feng fu gao gong gu guo han hao he hou hu huang jia jiang jin kang kong lei li liang liao lin liu long lu luo lyu lü ma mao meng pan peng qian qin qiu ren shao shen shi song su sun tan tang tian wan wang wei wen wu xia xiang xiao xie xiong xu xue yan yang yao ye yi yin yu yuan zeng zhang zhao zheng zhong zhou zhu zou kim lee park choi jung jeong cho yoon jang lim shin seo kwon hwang ahn hong yoo oh ";

/// Those among them that are hardly ever given names.
const ONLY_FAMILIES: &str = " zhang wang liu zhao zhou huang guo zhu xu wu zheng xie ";

/// The most frequent of them.
const FREQUENT_FAMILIES: &str =
    " zhang wang li liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo ";

/// Whether `token` is a family name of China or Korea, romanised.
pub(super) fn is_eastern_family(token: &str) -> bool {
    token.len() < 9 && is_indexed(&EASTERN_INDEX, token)
}

/// Whether `one two` is an East Asian name with the family name first: `Zhang Yingxun`,
/// `Kim Min-ji`, `Li Na`, `Zhang Wei`.
pub(super) fn is_eastern_order(one: &str, two: &str) -> bool {
    if one.len() > 8 || two.len() > 20 {
        return false;
    }
    if !is_indexed(&EASTERN_INDEX, one) || is_given_name(two) {
        return false;
    }
    let family = is_indexed(&EASTERN_INDEX, two);
    let (one, key) = (
        format!(" {} ", one.to_lowercase()),
        format!(" {} ", two.to_lowercase()),
    );
    let given = match syllables(two) {
        Some(1) if family => ONLY_FAMILIES.contains(&one) && !FREQUENT_FAMILIES.contains(&key),
        Some(1) => FREQUENT_FAMILIES.contains(&one),
        Some(2) => true,
        _ => two.contains('-'),
    };
    given && (!family || two.len() < 6)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pinyin() {
        for word in ["Wei", "Xiaoming", "Yi-Chun", "ZHANG", "Li", "Jun", "Lü"] {
            assert!(is_pinyin(word), "{word}");
        }
        for word in ["Smith", "Min-ji1", "Jack", "Bob", "x", "Davidson"] {
            assert!(!is_pinyin(word), "{word}");
        }
    }

    #[test]
    fn tables() {
        assert!(is_suffix("Jr.") && is_suffix("III") && !is_suffix("Smith"));
        assert!(is_given_name("John") && is_given_name("Jean-Luc") && !is_given_name("Smith"));
        assert!(is_patronymic("Иванович") && is_patronymic("Петровна") && !is_patronymic("Иванов"));
    }
}

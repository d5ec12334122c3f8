//! The language of a Latin-script text by its small words.

mod title_scores;
mod title_words;
mod titles;
mod words;

pub use titles::title_language;
use words::Words;

/// The small words of a language that are frequent in titles and abstracts.
struct Language {
    tag: &'static str,
    words: &'static str,
}

/// Words that several of these languages share count for each of them.
static LANGUAGES: &[Language] = &[
    Language {
        tag: "en",
        words: "the of and in for to a an on with from by is are was were at as its this that be it between using we these which into their or has have not than through their can been our among during under",
    },
    Language {
        tag: "de",
        words: "der die das und des den dem ein eine einer eines einem einen für von vom mit im in zu zur zum auf aus bei nach über durch als ist sind wird werden wurde wurden nicht auch sich an am wie unter zwischen oder dass es er sie beim ihre seine",
    },
    Language {
        tag: "fr",
        words: "le la les l de des du d un une et en dans pour par sur au aux avec est sont ce cette ces qui que dont ou entre chez sans sous vers son ses leur leurs à n il nous été plus comme ont se",
    },
    Language {
        tag: "es",
        words: "el la los las de del y en un una por para con sobre su sus se que es son al lo como entre desde hacia más no este esta estos estas fue fueron ha han sin o e mediante",
    },
    Language {
        tag: "it",
        words: "il lo la i gli le di del dello della dei degli delle e in un una uno per con su sul sulla nel nella nei nelle dal dalla da al alla che è sono tra fra come non si ed dell nell all l",
    },
    Language {
        tag: "pt",
        words: "o a os as de do da dos das e em no na nos nas um uma por para com sobre ao à aos pelo pela que é são como entre seu sua se não foi foram mais ou este esta à às",
    },
    Language {
        tag: "nl",
        words: "de het een en van in op te voor met aan bij door uit naar over tot om is zijn wordt worden werd niet ook als die dat deze dit tussen onder der den of aan er hun",
    },
    Language {
        tag: "pl",
        words: "i w we na z ze do o od dla po przez przy nad pod jest są się nie że oraz jako jego jej ich to a lub między które który która była było",
    },
    Language {
        tag: "cs",
        words: "a v ve na s se k ke z ze o u do od pro po při za je jsou byl byla bylo to že jako podle nebo mezi ale jeho jejich které která který i",
    },
    Language {
        tag: "sv",
        words: "och i att en ett av på för med till från om som är den det de vid eller inte hos efter mellan under har var kan sig mot deras",
    },
    Language {
        tag: "da",
        words: "og i at en et af på for med til fra om som er den det de ved eller ikke hos efter mellem under har var kan sig mod deres blev",
    },
    Language {
        tag: "no",
        words: "og i å en et ei av på for med til fra om som er den det de ved eller ikke hos etter mellom under har var kan seg mot deres ble",
    },
    Language {
        tag: "fi",
        words: "ja on ei että se oli sekä tai joka jotka kuin myös ovat sen olla mutta ne hän vuonna kanssa välillä mukaan suomen sitä tämä",
    },
    Language {
        tag: "tr",
        words: "ve bir bu ile için olarak de da olan üzerine gibi daha çok en göre sonra kadar ise ki veya arasındaki etkisi üzerinde değerlendirilmesi incelenmesi türkiye",
    },
    Language {
        tag: "id",
        words: "dan di yang dengan untuk dari pada dalam ini itu ke oleh terhadap sebagai adalah atau tidak antara akan studi pengaruh analisis tersebut bagi secara telah",
    },
    Language {
        tag: "hu",
        words: "a az és egy hogy is nem meg mint vagy szerint között által ez volt ban ben magyar való valamint illetve alapján során esetén egyes",
    },
    Language {
        tag: "ro",
        words: "și şi de în la cu din pe pentru un o ale al a ai prin care este sunt sau nu mai să se despre după între către unei unui lui",
    },
    Language {
        tag: "ca",
        words: "el la els les de del dels i en un una per amb a al als que és són com entre seu seva es no més o aquest aquesta sobre l d dins",
    },
];

/// The BCP 47 tag of the language whose small words fill `text`, if one clearly does: `de` `fr`
/// `es` `it` `pt` `nl` `pl` `cs` `sv` `da` `no` `fi` `tr` `id` `hu` `ro` `ca`, and `en` for English.
///
/// At least three of the language's words must occur, two of them different and of more than one
/// letter, and clearly more than any other language has. A short text says little: ask only about title and abstract of 60
/// letters or more.
///
/// ```
/// use bibsift::text::stopwords::language;
/// assert_eq!(language("Untersuchungen zur Frage der Entstehung von Eis in den Wolken"), Some("de"));
/// assert_eq!(language("Deep learning"), None);
/// ```
pub fn language(text: &str) -> Option<&'static str> {
    // Words are found once for all languages: each language is one bit.
    let table = table();
    let mut tallies = [Tally::default(); LANGUAGES.len()];
    let mut words = 0_usize;
    let mut word = String::new();
    for found in Words::of(text) {
        words += 1;
        // One letter is a word only if it is no initial.
        let ascii = found.is_ascii();
        let long = found.len() > 1 && (ascii || found.chars().nth(1).is_some());
        if !long && found.chars().all(char::is_uppercase) {
            continue;
        }
        let known = if ascii {
            table.get(found.as_bytes())
        } else {
            word.clear();
            word.extend(found.chars().flat_map(char::to_lowercase));
            if let Some(tally) = spelling(&word).and_then(|number| tallies.get_mut(number)) {
                tally.spelt += 1;
            }
            table.get(word.as_bytes())
        };
        let Some((place, languages)) = known else {
            continue;
        };
        let weight = 12 / languages.count_ones().clamp(1, 12);
        let mut rest = languages;
        while rest != 0 {
            let Some(tally) = tallies.get_mut(rest.trailing_zeros() as usize) else {
                break;
            };
            rest &= rest - 1;
            tally.hits += 1;
            tally.different |= long && tally.long > 0 && tally.last != place;
            if long {
                tally.long += 1;
                tally.last = place;
            }
            tally.weight += weight;
        }
    }
    let mut best: Option<(usize, Tally)> = None;
    let mut second = Tally::default();
    for (number, tally) in tallies.into_iter().enumerate() {
        match &mut best {
            Some((_, first)) if tally.rank() <= first.rank() => {
                if tally.rank() > second.rank() {
                    second = tally;
                }
            }
            _ => {
                if let Some((_, first)) = best.replace((number, tally)) {
                    second = first;
                }
            }
        }
    }
    let (number, best) = best?;
    let enough = best.hits >= 3 && best.different && best.hits * 8 >= words;
    let clear = best.rank() * 4 >= second.rank() * 5;
    LANGUAGES
        .get(number)
        .filter(|_| enough && clear)
        .map(|language| language.tag)
}

/// The language whose spelling a word in small letters gives away: sisters such as Spanish and
/// Catalan share nearly all their small words. Such a word decides between languages; it is none
/// of the small words that must be there.
fn spelling(word: &str) -> Option<usize> {
    let ends = |ends: &[&str]| ends.iter().any(|end| word.ends_with(end));
    let tag = if ends(&["ión", "ñol", "ñola", "ño", "ña", "ñas", "ños"]) {
        "es"
    } else if ends(&["ção", "ções", "são", "sões", "ência", "ância"]) {
        "pt"
    } else if ends(&["ció", "sió"]) {
        "ca"
    } else if ends(&["ité", "ités", "ère", "ères", "ème", "èmes", "ée", "ées"]) {
        "fr"
    } else if word.contains('ß') || ends(&["ät", "äten", "ität", "ische", "ischen"]) {
        "de"
    } else {
        return None;
    };
    LANGUAGES.iter().position(|language| language.tag == tag)
}

#[derive(Debug, Clone, Copy, Default)]
struct Tally {
    hits: usize,
    /// Hits of more than one letter.
    long: usize,
    /// Whether two of those were different words.
    different: bool,
    /// The word of those met last.
    last: usize,
    /// Words only this language spells so.
    spelt: usize,
    /// Hits, each shared among the languages that have the word, in twelfths.
    weight: u32,
}

impl Tally {
    fn rank(self) -> usize {
        (self.hits + self.spelt) * 12 + self.spelt * 12 + self.weight as usize
    }
}

/// All words, each with the languages that have it.
struct Table {
    /// Sorted by [`shape`].
    words: Vec<(&'static str, u32)>,
    /// Where in `words` each shape begins; at the end, where the last one ends.
    shapes: Vec<usize>,
}

impl Table {
    /// The place of a word, and its languages; ASCII letters in any case.
    fn get(&self, word: &[u8]) -> Option<(usize, u32)> {
        let shape = shape(word);
        let (from, to) = (*self.shapes.get(shape)?, *self.shapes.get(shape + 1)?);
        let found = self.words.get(from..to)?.iter().position(|(known, _)| {
            known.len() == word.len() && known.as_bytes().eq_ignore_ascii_case(word)
        })?;
        let place = from + found;
        self.words
            .get(place)
            .map(|(_, languages)| (place, *languages))
    }
}

/// How many shapes there are.
const SHAPES: usize = 26 * 26 + 1;

/// A number for a word's first and last byte, any case; one for all that are not ASCII there.
fn shape(word: &[u8]) -> usize {
    let number = |byte: Option<&u8>| {
        let letter = byte.filter(|byte| byte.is_ascii_alphabetic())?;
        Some(usize::from(letter.to_ascii_lowercase() - b'a'))
    };
    match (number(word.first()), number(word.last())) {
        (Some(first), Some(last)) => first * 26 + last,
        _ => SHAPES - 1,
    }
}

fn table() -> &'static Table {
    static TABLE: std::sync::OnceLock<Table> = std::sync::OnceLock::new();
    TABLE.get_or_init(|| {
        let mut words: Vec<(&str, u32)> = LANGUAGES
            .iter()
            .enumerate()
            .flat_map(|(number, language)| {
                language
                    .words
                    .split(' ')
                    .map(move |word| (word, 1 << number))
            })
            .collect();
        words.sort_by_cached_key(|(word, _)| (shape(word.as_bytes()), *word));
        words.dedup_by(|later, kept| {
            let same = later.0 == kept.0;
            if same {
                kept.1 |= later.1;
            }
            same
        });
        let mut shapes = vec![0; SHAPES + 1];
        for (word, _) in &words {
            if let Some(behind) = shapes.get_mut(shape(word.as_bytes()) + 1) {
                *behind += 1;
            }
        }
        let mut before = 0;
        for from in &mut shapes {
            before += *from;
            *from = before;
        }
        Table { words, shapes }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn titles_and_abstracts() {
        for (text, tag) in [
            (
                "The impact of climate change on the distribution of marine species in the North Sea",
                "en",
            ),
            (
                "Deep learning for image recognition: a survey of methods and applications in medicine",
                "en",
            ),
            (
                "Effects of temperature and precipitation on die casting in an industrial setting",
                "en",
            ),
            (
                "Factores de riesgo de hipertensión arterial en un consultorio médico de familia",
                "es",
            ),
            ("Prevenció de la infecció en un hospital de dia", "ca"),
            (
                "Die Bedeutung der Mitbestimmung für die Entwicklung des Unternehmens im internationalen Vergleich",
                "de",
            ),
            (
                "Über den Einfluss von Licht auf das Wachstum der Pflanzen",
                "de",
            ),
            (
                "L'influence de la lumière sur la croissance des plantes dans les régions tempérées",
                "fr",
            ),
            (
                "La formación de profesores para la educación intercultural en los países de América Latina",
                "es",
            ),
            (
                "L'influenza della luce sulla crescita delle piante nelle regioni temperate del nord",
                "it",
            ),
            (
                "A formação de professores para a educação intercultural em países da América Latina e do Brasil",
                "pt",
            ),
            (
                "De invloed van licht op de groei van planten in het noorden van Nederland",
                "nl",
            ),
            (
                "Wpływ światła na wzrost roślin w regionach umiarkowanych oraz jego znaczenie dla rolnictwa w Polsce",
                "pl",
            ),
            (
                "Vliv světla na růst rostlin v mírném pásu a jeho význam pro zemědělství v Čechách i na Moravě",
                "cs",
            ),
            (
                "Ljusets inverkan på växternas tillväxt i norra Sverige och dess betydelse för jordbruket från ett historiskt perspektiv",
                "sv",
            ),
            (
                "Lysets indflydelse på planternes vækst og betydningen af det for landbruget mellem to verdenskrige af en forfatter",
                "da",
            ),
            (
                "Lysets innflytelse på plantenes vekst og betydningen av det for landbruket mellom to verdenskriger",
                "no",
            ),
            (
                "Valon vaikutus kasvien kasvuun ja sen merkitys maataloudelle sekä metsille, jotka ovat pohjoisessa",
                "fi",
            ),
            (
                "Türkiye'de eğitim ve öğretim üzerine bir inceleme: öğretmenlerin görüşleri ile değerlendirilmesi için",
                "tr",
            ),
            (
                "Pengaruh cahaya terhadap pertumbuhan tanaman di daerah tropis dan analisis dampak pada petani yang miskin",
                "id",
            ),
            (
                "A fény hatása a növények növekedésére és az erdők szerepe a magyar mezőgazdaságban egy tanulmány szerint",
                "hu",
            ),
            (
                "Influența luminii asupra creșterii plantelor în regiunile temperate și rolul lor pentru agricultura din România",
                "ro",
            ),
            (
                "La influència de la llum en el creixement de les plantes i els boscos de Catalunya amb dades dels darrers anys",
                "ca",
            ),
        ] {
            assert_eq!(language(text), Some(tag), "{text}");
        }
    }

    #[test]
    fn what_is_not_clear_is_nothing() {
        for text in [
            "",
            "Quantum Hall effect",
            "Staphylococcus aureus Rosenbach 1884",
            "Deep learning",
            "http://www.scopus.com/inward/record.url?eid=2-s2.0-33847176604&partnerID=40&md5=9d8966d58a568",
            "Chan C.B., Saleh M.C., Koshkin V., Wheeler M.B., Uncoupling protein 2 (2004) Diabetes, 53 (SUPPL. 1), pp. S136-S142",
            "深度学习",
            "Homo sapiens neanderthalensis, Canis lupus familiaris, Drosophila melanogaster",
        ] {
            assert_eq!(language(text), None, "{text}");
        }
    }
}

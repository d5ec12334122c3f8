//! Given names that hold a particle: `María del Carmen`, `Ana Maria de Fátima`, `Sarah de la Caridad`.
//! Without knowing them, the family name would begin at the particle.

/// What follows the particle, in small letters, behind any given name. None of them is a usual family
/// name.
#[rustfmt::skip]
const BEHIND_ANY: &[&str] = &[
    "angeles", "asunción", "asís", "caridad", "carmen", "consuelo", "dolores", "encarnación",
    "fátima", "guadalupe", "lourdes", "lurdes", "mercedes", "milagros", "pilar", "rocío", "ángeles",
];

/// What follows it behind Mary only: families are called so as well.
#[rustfmt::skip]
const BEHIND_MARY: &[&str] = &[
    "carmo", "conceição", "concepción", "céu", "dores", "fatima", "glória", "graças", "jesús", "luz",
    "mar", "nazaré", "nieves", "penha", "rosario", "rosário", "socorro",
];

/// Mary, and how she is abbreviated.
const MARY: &[&str] = &["maria", "maría", "ma.", "mª", "m.ª", "mª."];

/// Given names with a particle at the front of a name.
pub(super) struct Devotion {
    /// How many words they are.
    pub(super) words: usize,
    /// Whether they are Spanish; two family names follow then.
    pub(super) is_spanish: bool,
}

/// The given names at the front of `tokens`, if a particle is among them and a family name follows.
pub(super) fn devotion(tokens: &[&str]) -> Option<Devotion> {
    let at = tokens
        .iter()
        .position(|token| matches!(*token, "de" | "del" | "do" | "da" | "dos" | "das"))?;
    let before = tokens.get(at.checked_sub(1)?)?.to_lowercase();
    let article = |token: &&str| matches!(*token, "la" | "los" | "las");
    let articles = usize::from(tokens.get(at + 1).is_some_and(article));
    let word = tokens.get(at + 1 + articles)?.to_lowercase();
    let known = BEHIND_ANY.contains(&word.as_str())
        || BEHIND_MARY.contains(&word.as_str()) && MARY.contains(&before.as_str());
    let words = at + articles + 2;
    (known && tokens.len() > words).then(|| Devotion {
        words,
        is_spanish: articles > 0 || tokens.get(at) == Some(&"del"),
    })
}

#[cfg(test)]
mod tests {
    use crate::model::Name;

    #[test]
    fn a_particle_may_stand_among_given_names() {
        for (printed, family, given, particle) in [
            (
                "María del Carmen López Ruiz",
                "López Ruiz",
                "María del Carmen",
                "",
            ),
            (
                "María del Mar Alguacil-Sánchez",
                "Alguacil-Sánchez",
                "María del Mar",
                "",
            ),
            (
                "Sarah de la Caridad Álvarez Reinoso",
                "Álvarez Reinoso",
                "Sarah de la Caridad",
                "",
            ),
            (
                "María de los Ángeles Pérez",
                "Pérez",
                "María de los Ángeles",
                "",
            ),
            (
                "Ana Maria de Fátima da Costa",
                "Costa",
                "Ana Maria de Fátima",
                "da",
            ),
            (
                "Maria do Carmo Souza Lima",
                "Lima",
                "Maria do Carmo Souza",
                "",
            ),
            ("Francisco de Asís Ruiz", "Ruiz", "Francisco de Asís", ""),
        ] {
            let name = Name::parse(printed);
            let parts = (&*name.family, &*name.given, &*name.particle);
            assert_eq!(parts, (family, given, particle), "{printed}");
        }
    }

    #[test]
    fn words_of_kinship_belong_to_the_family() {
        for (printed, family, given) in [
            ("João Paulo Viana Júnior", "Viana Júnior", "João Paulo"),
            ("Carlos Alves Netto", "Alves Netto", "Carlos"),
            ("António Netto", "Netto", "António"),
        ] {
            let name = Name::parse(printed);
            assert_eq!((&*name.family, &*name.given), (family, given), "{printed}");
        }
    }

    #[test]
    fn families_keep_their_particles() {
        for (printed, family) in [
            ("Juan del Rosario Cruz", "Rosario Cruz"),
            ("María de la Cruz", "Cruz"),
            ("João da Conceição Silva", "Conceição Silva"),
            ("Rosa del Carmen", "Carmen"),
            ("Miguel de Cervantes Saavedra", "Cervantes Saavedra"),
        ] {
            assert_eq!(&*Name::parse(printed).family, family, "{printed}");
        }
    }
}

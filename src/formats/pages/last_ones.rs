//! The references read last, with which the next is compared: some pages print each of them in
//! several styles, or in two languages one below the other.

use super::lines::is_wide;

/// How many references lie between two printings of one at most.
const REACH: usize = 3;

/// What tells a reference from others.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Told {
    title: String,
    wide: bool,
    year: String,
    volume: String,
    page: String,
}

impl Told {
    /// From title and date, and from volume and pages.
    pub(super) fn of(title: &str, date: &str, [volume, pages]: [&str; 2]) -> Self {
        let digits = |text: &str| -> String {
            let from = text.trim_start_matches(|c: char| !c.is_ascii_digit());
            from.chars().take_while(char::is_ascii_digit).collect()
        };
        Self {
            title: title
                .chars()
                .filter(|c| c.is_alphanumeric())
                .flat_map(char::to_lowercase)
                .collect(),
            wide: title.contains(is_wide),
            year: digits(date),
            volume: digits(volume),
            page: digits(pages),
        }
    }

    /// Whether both have the same title, and nothing in which they differ. A statement that several
    /// journals printed has another volume or page in each.
    fn in_style(&self, other: &Self) -> bool {
        let agree = |a: &str, b: &str| a.is_empty() || b.is_empty() || a == b;
        self.title.chars().count() >= 4
            && self.title == other.title
            && agree(&self.year, &other.year)
            && agree(&self.volume, &other.volume)
            && agree(&self.page, &other.page)
    }

    /// Whether one is in Chinese, Japanese or Korean, the other is not, and both have the same year,
    /// volume and first page.
    fn in_translation(&self, other: &Self) -> bool {
        self.wide != other.wide
            && !self.year.is_empty()
            && !self.page.is_empty()
            && !self.volume.is_empty()
            && (&self.year, &self.volume, &self.page) == (&other.year, &other.volume, &other.page)
    }
}

/// The references read last.
#[derive(Debug, Default)]
pub(super) struct LastOnes {
    held: Vec<Told>,
}

impl LastOnes {
    /// Adds the next; `false` where it is one of the last again.
    pub(super) fn add(&mut self, told: Told) -> bool {
        let again = self.held.iter().any(|held| held.in_style(&told))
            || self
                .held
                .last()
                .is_some_and(|held| held.in_translation(&told));
        if !again {
            if self.held.len() == REACH {
                self.held.remove(0);
            }
            self.held.push(told);
        }
        !again
    }
}

#[cfg(test)]
mod tests {
    use super::super::general::LAYOUT;
    use super::super::tests::read_as;
    use super::*;
    use crate::model::Field;

    #[test]
    fn a_reference_below_its_translation_is_no_other() {
        let page = "参考文献\n[1] 陈山, 李河. 灌溉对水稻产量的影响. 水稻科学, 2003, 36(5): 492-501.\n\tChen S, Li H. Effect of irrigation on the yield of rice. Rice Sci, 2003, 36(5): 492-501. (in Chinese with English abstract)\n[2] Sano Y. Waxy genes in endosperm. Theor Genet, 1984, 68: 467-473.\n";
        let records = read_as(&LAYOUT, page);
        let titles: Vec<_> = records
            .iter()
            .filter_map(|r| r.text(Field::Title))
            .collect();
        assert_eq!(titles, ["灌溉对水稻产量的影响", "Waxy genes in endosperm"]);
    }

    #[test]
    fn styles_of_one_work_agree_and_printings_in_journals_do_not() {
        let mut last = LastOnes::default();
        let told = |year, volume, pages| Told::of("The PRISMA statement", year, [volume, pages]);
        assert!(last.add(told("2009", "339", "b2535")));
        assert!(!last.add(told("", "", "")));
        assert!(last.add(told("2009", "6", "e1000097")));
        assert!(last.add(Told::of("声明", "2009", ["7", "1"])));
        assert!(!last.add(Told::of("A statement", "2009", ["7", "1"])));
    }
}

//! Cutting a text into words.

/// The runs of letters of a text.
pub(super) struct Words<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Words<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// How many bytes from here on are as wanted.
    fn run(&self, wanted: impl Fn(&u8) -> bool) -> usize {
        let rest = self.text.as_bytes().get(self.at..).unwrap_or_default();
        rest.iter().take_while(|byte| wanted(byte)).count()
    }

    /// The length of the letter at `at`; [`Err`] with that of what is none.
    fn letter(&self, at: usize) -> Option<Result<usize, usize>> {
        let byte = *self.text.as_bytes().get(at)?;
        if byte.is_ascii() {
            return Some(if byte.is_ascii_alphabetic() {
                Ok(1)
            } else {
                Err(1)
            });
        }
        let character = self.text.get(at..)?.chars().next()?;
        let length = character.len_utf8();
        Some(if character.is_alphabetic() {
            Ok(length)
        } else {
            Err(length)
        })
    }
}

impl<'a> Iterator for Words<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        loop {
            self.at += self.run(|byte| byte.is_ascii() && !byte.is_ascii_alphabetic());
            match self.letter(self.at)? {
                Ok(_) => break,
                Err(length) => self.at += length,
            }
        }
        let start = self.at;
        loop {
            self.at += self.run(u8::is_ascii_alphabetic);
            match self.letter(self.at) {
                Some(Ok(length)) => self.at += length,
                _ => return self.text.get(start..self.at),
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_of_every_script_make_words() {
        let words: Vec<_> = Words::of("L'été, 2020: über—Łódź 3D.").collect();
        assert_eq!(words, ["L", "été", "über", "Łódź", "D"]);
        assert_eq!(Words::of("…").count(), 0);
    }
}

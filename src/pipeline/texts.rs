//! [`Texts`]: many short texts in one allocation.

/// A list of texts, one after the other in one string.
#[derive(Debug, Default, Clone)]
pub(super) struct Texts {
    text: String,
    /// Where each ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Adds a text, the parts of which are written by `write`.
    pub(super) fn push_with(&mut self, write: impl FnOnce(&mut String)) {
        write(&mut self.text);
        self.ends.push(self.text.len());
    }

    pub(super) fn append(&mut self, other: &Self) {
        let before = self.text.len();
        self.text.push_str(&other.text);
        self.ends.extend(other.ends.iter().map(|end| before + end));
    }

    pub(super) fn reserve(&mut self, count: usize) {
        self.ends.reserve_exact(count);
    }

    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, at: usize) -> Option<&str> {
        let end = *self.ends.get(at)?;
        let start = at.checked_sub(1).and_then(|before| self.ends.get(before));
        self.text.get(start.copied().unwrap_or(0)..end)
    }

    pub(super) fn iter(&self) -> impl ExactSizeIterator<Item = &str> + Clone {
        (0..self.len()).map(|at| self.get(at).unwrap_or(""))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back_in_order() {
        let mut one = Texts::default();
        let mut other = Texts::default();
        for text in ["a", "", "über"] {
            one.push_with(|out| out.push_str(text));
            other.push_with(|out| out.push_str(text));
        }
        one.append(&other);
        assert!(one.iter().eq(["a", "", "über", "a", "", "über"]));
        assert_eq!(one.get(6), None);
        assert_eq!(one.len(), 6);
    }
}

//! [`Selection`]: which of the things known are reported; [`Options`]: what holds for one file.

use std::collections::BTreeSet;

use super::catalog::{self, Known};
use super::faults;
use crate::error::Error;
use crate::formats::bibtex::lint::Model;

/// Which faults are reported.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Selection(BTreeSet<&'static str>);

impl Default for Selection {
    /// What is on by default.
    fn default() -> Self {
        let on = catalog::all().iter().filter(|known| known.default);
        Self(on.map(|known| known.doc.id).collect())
    }
}

impl Selection {
    /// What `select` names, or what is on by default where it names nothing, without what `ignore`
    /// names. A word is an id, the first words of ids, or a group ([`catalog::meant`]).
    ///
    /// ```
    /// use bibsift::pipeline::check::Selection;
    /// let selection = Selection::new(&["doi"], &["doi-in-url"]).unwrap();
    /// assert!(selection.has("doi-as-url") && !selection.has("doi-in-url"));
    /// assert!(!selection.has("title-final-stop"));
    /// ```
    ///
    /// # Errors
    ///
    /// A word that means nothing.
    pub fn new<S: AsRef<str>>(select: &[S], ignore: &[S]) -> Result<Self, Error> {
        let mut selection = if select.is_empty() {
            Self::default()
        } else {
            Self(BTreeSet::new())
        };
        for word in select {
            let meant = catalog::meant(word.as_ref().trim())?;
            selection.0.extend(meant.iter().map(|known| known.doc.id));
        }
        selection.ignore(ignore)?;
        Ok(selection)
    }

    /// Adds what files share: an entry that is the same work as one of another file, or has its key.
    #[must_use]
    pub fn across_files(mut self) -> Self {
        let across = [&faults::ENTRY_IN_TWO_FILES, &faults::KEY_IN_TWO_FILES];
        self.0.extend(across.map(|fault| fault.id));
        self
    }

    /// Takes out what the words name.
    ///
    /// # Errors
    ///
    /// A word that means nothing.
    pub fn ignore<S: AsRef<str>>(&mut self, words: &[S]) -> Result<(), Error> {
        for word in words {
            for known in catalog::meant(word.as_ref().trim())? {
                self.0.remove(known.doc.id);
            }
        }
        Ok(())
    }

    /// Whether faults of this id are reported.
    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Whether any of `known` is.
    pub(super) fn has_any(&self, of: impl Fn(&Known) -> bool) -> bool {
        catalog::all()
            .iter()
            .any(|known| of(known) && self.has(known.doc.id))
    }
}

/// What holds for one file.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// Which faults are reported.
    pub selection: Selection,
    /// The data model of a .bib file; without one, that which its entries use.
    pub model: Option<Model>,
    /// Whether the file cannot be written in the encoding it has, so that nothing in it can be
    /// mended.
    pub unwritable: bool,
}

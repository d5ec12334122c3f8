//! [`Origin`]: one of the sources a merged record was found in.

/// A source that gave a record, and what the record was called there.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Origin {
    /// The file, or the name its user gave the source; empty where not known.
    pub source: String,
    /// The record's key or id in it; empty where it had none.
    pub id: String,
    /// The database the source names.
    pub database: Option<String>,
    /// The number of the record in that database.
    pub accession: Option<String>,
}

impl Origin {
    /// What tells whether two are one record: the number it has in a database, else all there is.
    #[must_use]
    pub fn identity(&self) -> Self {
        let mut identity = self.clone();
        if self.accession.is_some() {
            identity.source.clear();
            identity.id.clear();
        }
        identity
    }

    /// Whether two are one record of one database, or of one file.
    pub fn is_same(&self, other: &Self) -> bool {
        self.identity() == other.identity()
    }
}

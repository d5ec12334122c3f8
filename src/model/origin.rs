//! [`Origin`]: one of the sources a merged record was found in.

/// A source that gave a record, and what the record was called there.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
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
    /// Whether two are one record of one database, or of one file.
    pub fn is_same(&self, other: &Self) -> bool {
        if self.accession.is_some() && other.accession.is_some() {
            return self.accession == other.accession && self.database == other.database;
        }
        self == other
    }
}

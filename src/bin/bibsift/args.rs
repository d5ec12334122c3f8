//! The command line as clap reads it.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};

/// Noisy references in, a clean, deduplicated reference list out.
#[derive(Debug, Parser)]
#[command(
    name = "bibsift",
    version,
    propagate_version = true,
    disable_help_subcommand = true
)]
pub(crate) struct Arguments {
    /// When to use colours
    #[arg(long, global = true, value_enum, default_value_t = Color::Auto, value_name = "WHEN")]
    pub(crate) color: Color,
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Read any mix of inputs, normalise, merge duplicates, and write one clean list
    Clean(Box<CleanArguments>),
    /// Read and write without normalising or merging
    Convert(ConvertArguments),
    /// Show which records are the same work, without merging
    Dedup(Box<DedupArguments>),
    /// Report the faults of .bib, .ris and CSL-JSON files with line and column, duplicates included
    Check(Box<CheckArguments>),
    /// Lay out .bib files in place, losing nothing
    Fmt(Box<FmtArguments>),
    /// Explain a rule, lint, fault, format, page layout, blocking rule, comparison or merge rule
    Explain {
        /// Its id, as diagnostics print it; without one, all ids are listed
        id: Option<String>,
    },
    /// Print a completion script for a shell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print the manual page
    Man,
}

/// What is read.
#[derive(Debug, Args)]
pub(crate) struct InputArguments {
    /// Files, directories, or - for standard input (also when there is none)
    #[arg(value_name = "INPUT")]
    pub(crate) inputs: Vec<PathBuf>,
    /// Read every input as this format or page layout instead of sniffing it
    #[arg(long, value_name = "FORMAT")]
    pub(crate) from: Option<String>,
}

/// Where the list goes.
#[derive(Debug, Args)]
pub(crate) struct OutputArguments {
    /// Write to this file, in the format of its extension (.bib .ris .json .jsonl) or of a prefix
    /// as in biblatex:refs.bib; may be given several times
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output: Vec<String>,
    /// The format of standard output, where no file is named
    #[arg(long, value_name = "FORMAT", default_value = "bibtex")]
    pub(crate) to: String,
    /// Write citation statements: annote in .bib, N1 in RIS
    #[arg(long)]
    pub(crate) statements: bool,
    /// Follow the import profile of a program to the letter
    #[arg(long = "for", value_enum, value_name = "PROGRAM")]
    pub(crate) target: Option<Target>,
    /// Citation keys: `keep` those of the inputs, or a pattern such as {author}{year}{title}
    /// [default: keep]
    #[arg(long, value_name = "keep|PATTERN")]
    pub(crate) keys: Option<String>,
    /// The order of records, instead of that of first appearance
    #[arg(long, value_enum, value_name = "ORDER")]
    pub(crate) sort: Option<Order>,
}

/// What counts as the same work.
#[derive(Debug, Args)]
#[command(next_help_heading = "Matching")]
pub(crate) struct MatchArguments {
    /// How much agreement a merge takes. `balanced` makes no wrong merge on labelled search
    /// exports; `safe` is for lists nobody looks at again, `eager` for lists a person reads
    /// through [default: balanced]
    #[arg(long, value_enum, value_name = "HOW")]
    pub(crate) strictness: Option<Strictness>,
    /// Keep a preprint apart from what was published of it. They merge by default, since both
    /// report one study and a list should count it once
    #[arg(long)]
    pub(crate) keep_preprints: bool,
    /// Merge versions of a work: conference and journal paper, editions, a reprint elsewhere. They
    /// stay apart by default, since they differ in content and are cited apart
    #[arg(long)]
    pub(crate) merge_versions: bool,
    /// Follow the decisions in this file: lines `same` or `different`, tab, id, tab, id; may be
    /// given several times
    #[arg(long, value_name = "FILE")]
    pub(crate) decisions: Vec<PathBuf>,
    /// Write pairs that may be the same work to this file, as a decisions file to complete. It may
    /// be that of --decisions: what is decided there stays
    #[arg(long, value_name = "FILE")]
    pub(crate) review: Option<PathBuf>,
    /// Leave out what this file or folder holds already; it is only read. May be given several
    /// times
    #[arg(long, value_name = "LIBRARY")]
    pub(crate) against: Vec<PathBuf>,
    /// Read FILE, or take it among the inputs, as the source NAME, and count what each source gave;
    /// may be given several times
    #[arg(long, value_name = "NAME=FILE")]
    pub(crate) source: Vec<String>,
}

/// How the command talks and works.
#[derive(Debug, Args)]
pub(crate) struct WorkArguments {
    /// Number of threads, 0 for one a processor; the output does not depend on it
    #[arg(long, value_name = "N")]
    pub(crate) jobs: Option<usize>,
    /// Say nothing but failures
    #[arg(short, long)]
    pub(crate) quiet: bool,
}

#[derive(Debug, Args)]
pub(crate) struct CleanArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    /// Leave duplicates as they are
    #[arg(long, conflicts_with_all = ["strictness", "keep_preprints", "merge_versions", "decisions", "review", "against"])]
    pub(crate) no_dedup: bool,
    /// How much may be worked out that the text does not say [default: sound]
    #[arg(long, value_enum, value_name = "LEVEL")]
    pub(crate) infer: Option<Infer>,
    /// Leave out records that lack this; they go to --removed
    #[arg(long, value_enum, value_name = "FIELD")]
    pub(crate) require: Option<Required>,
    /// Write every record left out of the list to this file, with the key of the kept one
    #[arg(long, value_name = "FILE")]
    pub(crate) removed: Option<String>,
    /// Write everything found and done to this file, as JSON
    #[arg(long, value_name = "FILE.json")]
    pub(crate) report: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) work: WorkArguments,
    #[command(flatten)]
    pub(crate) matching: MatchArguments,
}

#[derive(Debug, Args)]
pub(crate) struct ConvertArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    #[command(flatten)]
    pub(crate) output: OutputArguments,
    #[command(flatten)]
    pub(crate) work: WorkArguments,
}

#[derive(Debug, Args)]
#[allow(clippy::struct_excessive_bools, reason = "each is a switch of its own")]
pub(crate) struct CheckArguments {
    /// Files, directories (their .bib, .ris and CSL-JSON files, but for those git ignores), or - for
    /// standard input (also when there is none)
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// What standard input is called, in findings and for the configuration
    #[arg(long, value_name = "NAME")]
    pub(crate) stdin_filename: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) select: SelectArguments,
    /// Change nothing, show what would change, and exit with 1 if a file would
    #[arg(long)]
    pub(crate) diff: bool,
    /// Mend what can safely be mended, in place; of standard input, to standard output
    #[arg(long)]
    pub(crate) fix: bool,
    /// Also mend what a person could disagree with, and make one entry of duplicates
    #[arg(long)]
    pub(crate) unsafe_fixes: bool,
    /// Cite the entry kept in these manuscripts (.tex .typ .md) where they cite a duplicate that is
    /// gone
    #[arg(long, value_name = "FILE", num_args = 1.., requires = "unsafe_fixes")]
    pub(crate) rewrite_tex: Vec<PathBuf>,
    /// How findings are shown
    #[arg(long, value_enum, default_value_t = FindingFormat::Concise, value_name = "FORMAT")]
    pub(crate) output_format: FindingFormat,
    /// Write the findings to this file instead of standard output
    #[arg(short, long, value_name = "FILE")]
    pub(crate) output_file: Option<PathBuf>,
    /// Show how often each fault was found instead of where
    #[arg(long)]
    pub(crate) statistics: bool,
    #[command(flatten)]
    pub(crate) work: WorkArguments,
}

/// What is reported.
#[derive(Debug, Args)]
#[command(next_help_heading = "Faults")]
pub(crate) struct SelectArguments {
    /// Report only these: ids, first words of ids (doi, name), or the groups syntax, lint, rule,
    /// file, fixable, default, all
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(crate) select: Vec<String>,
    /// Report all but these
    #[arg(long, value_name = "ID,…", value_delimiter = ',')]
    pub(crate) ignore: Vec<String>,
    /// The data model of .bib files: `bibtex` or `biblatex` [default: the one their entries use]
    #[arg(long, value_name = "MODEL")]
    pub(crate) model: Option<String>,
    /// Also report entries that are the same work as one of another file, or have its key: for files
    /// that one document reads
    #[arg(long)]
    pub(crate) across_files: bool,
    /// Manuscripts (.tex .aux .typ .md): report what they cite and no file has, and entries they do
    /// not cite
    #[arg(long, value_name = "FILE", num_args = 1..)]
    pub(crate) cited_by: Vec<PathBuf>,
    /// Let findings pass that this file knows
    #[arg(long, value_name = "FILE")]
    pub(crate) baseline: Option<PathBuf>,
    /// Write all findings to the file of --baseline, as known from now on
    #[arg(long)]
    pub(crate) write_baseline: bool,
}

#[derive(Debug, Args)]
pub(crate) struct FmtArguments {
    /// Files, directories (their .bib files, but for those git ignores), or - for standard input
    /// to standard output (also when there is none)
    #[arg(value_name = "PATH")]
    pub(crate) paths: Vec<PathBuf>,
    /// Change nothing; exit with 1 if a file would change
    #[arg(long)]
    pub(crate) check: bool,
    /// Change nothing, show what would change, and exit with 1 if a file would
    #[arg(long)]
    pub(crate) diff: bool,
    /// Say nothing but failures
    #[arg(short, long)]
    pub(crate) quiet: bool,
    #[command(flatten)]
    pub(crate) style: StyleArguments,
}

/// How .bib files look.
#[derive(Debug, Args)]
#[command(next_help_heading = "Layout")]
pub(crate) struct StyleArguments {
    /// Spaces before a field, or `tab` [default: the habit of most entries, else 2]
    #[arg(long, value_name = "N|tab")]
    pub(crate) indent: Option<String>,
    /// Where the = stand: `none`, `longest` (right of the entry's longest name), or a column counted
    /// from the name [default: the habit of most entries, else none]
    #[arg(long, value_name = "WHERE")]
    pub(crate) align: Option<String>,
    /// Fields that come first in every entry, in this order
    #[arg(long, value_name = "NAME,…", value_delimiter = ',')]
    pub(crate) field_order: Option<Vec<String>>,
    /// The delimiters of values: `keep`, `braces` or `quotes` [default: keep]
    #[arg(long, value_name = "WHICH")]
    pub(crate) delimiters: Option<String>,
    /// Break the values of prose into lines of at most this many characters [default: 0, off]
    #[arg(long, value_name = "N")]
    pub(crate) width: Option<usize>,
    /// Sort entries: `keep`, `key`, `type`, `year` or `author` [default: keep]
    #[arg(long, value_name = "BY")]
    pub(crate) sort: Option<String>,
    /// Blank lines between entries [default: 1]
    #[arg(long, value_name = "N")]
    pub(crate) blank_lines: Option<usize>,
    /// Whether a comma follows the last field [default: true]
    #[arg(long, value_name = "BOOL")]
    pub(crate) trailing_comma: Option<bool>,
    /// Whether entry types and field names are written in lower case [default: true]
    #[arg(long, value_name = "BOOL")]
    pub(crate) lower_case: Option<bool>,
}

#[derive(Debug, Args)]
pub(crate) struct DedupArguments {
    #[command(flatten)]
    pub(crate) input: InputArguments,
    /// How the groups are shown
    #[arg(long, value_enum, default_value_t = GroupFormat::Text, value_name = "FORMAT")]
    pub(crate) output_format: GroupFormat,
    /// Show the evidence for and against two records being the same work
    #[arg(long, num_args = 2, value_names = ["A", "B"])]
    pub(crate) explain: Option<Vec<String>>,
    #[command(flatten)]
    pub(crate) work: WorkArguments,
    #[command(flatten)]
    pub(crate) matching: MatchArguments,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Color {
    Auto,
    Always,
    Never,
}

impl Color {
    /// Makes every later print follow the choice.
    pub(crate) fn write_global(self) {
        match self {
            Self::Auto => anstream::ColorChoice::Auto,
            Self::Always => anstream::ColorChoice::Always,
            Self::Never => anstream::ColorChoice::Never,
        }
        .write_global();
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Target {
    /// Zotero's import translators
    Zotero,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Order {
    Key,
    Year,
    Author,
    Title,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Infer {
    /// Nothing
    None,
    /// What a source has been measured to encode soundly
    Sound,
    /// Also what is only likely
    All,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Strictness {
    /// Only what is nearly certain
    Safe,
    /// No wrong merge on labelled search exports
    Balanced,
    /// Also what is likely
    Eager,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Required {
    Title,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum GroupFormat {
    /// Groups of two and more, for reading
    Text,
    /// One line a record: id, tab, cluster
    Tsv,
    /// Groups with their evidence
    Json,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum FindingFormat {
    /// A line each: file, line and column, id, key and field, message
    Concise,
    /// With the line of the source
    Full,
    /// One JSON array
    Json,
    /// Annotations of GitHub Actions
    Github,
    /// SARIF 2.1.0, for code hosts
    Sarif,
}

//! Writes RIS by the profile that Zotero reads without loss.
//!
//! The full title of the container in `T2`, `PY` beside `DA`, pages as one range in `SP`, a bare
//! DOI, one keyword a tag, the abstract on one line, `Y2` at noon (so that no time zone moves the
//! day), `&amp; &lt; &gt;` in everything but `AB`, `N1` and `RN`. What the type has no tag for is
//! `M2  - Label: value`. Reading what was written and writing it again gives the same text.

use std::borrow::Cow;

use super::apply::{apply, typed};
use super::lower::{first_link, holds_doi, is_count, is_short_number};
use super::render::{date_of, escape, is_blank, join, line, names, plain, value};
use super::tag::Tag;
use super::values::{slashed, year_in};
use super::{THESES, labels, slots};
use crate::formats::{Matter, WriteOptions, Writer, numbers};
use crate::model::{EntryType, Extra, Field, Kind, Markup, Name, Names, Record, Statement, Value};

/// The writer.
pub(super) static WRITER: Writer = Writer {
    head: nothing,
    record: write,
    between: "",
    tail: nothing,
};

fn nothing(_: &Matter, _: &WriteOptions) -> String {
    String::new()
}

/// Appends one record.
fn write(record: &Record, options: &WriteOptions, out: &mut String) {
    let record = settle(record);
    let ty = type_code(&record);
    let mut page = Page {
        ty: slots::stated(ty).unwrap_or_default(),
        record: &record,
        options,
        out,
        labelled: Vec::new(),
        cut: Vec::new(),
    };
    page.tag(b"TY", ty);
    page.tag(b"ID", &line(&record.key));
    page.titles();
    page.people();
    page.container();
    page.date();
    page.numbers();
    page.identifiers();
    page.keywords();
    page.text(b"AB", Field::Abstract);
    page.access();
    page.plain();
    page.notes();
    page.leftovers();
    page.out.push_str("ER  - \n\n");
}

/// Gives what stands in `extra` under a label of ours its field, as reading it back would.
fn settle(record: &Record) -> Cow<'_, Record> {
    let labelled = |extra: &Extra| {
        let name = label_of(&extra.name);
        labels::is_taken(&name)
            || labels::plural(&name).is_some()
            || name == "M2" && labels::cut(&plain(&extra.value.value)).is_some()
    };
    let fields = record.fields();
    let empty: Vec<Field> = fields
        .filter(|(field, tracked)| is_empty(*field, &tracked.value))
        .map(|(field, _)| field)
        .collect();
    if empty.is_empty() && !record.extra.iter().any(labelled) {
        return Cow::Borrowed(record);
    }
    let mut settled = record.clone();
    for field in empty {
        settled.remove(field);
    }
    for extra in std::mem::take(&mut settled.extra) {
        let (name, place) = (label_of(&extra.name), extra.value.provenance.place);
        let text = plain(&extra.value.value);
        match labels::cut(&text) {
            Some((label, text)) if name == "M2" => apply(&mut settled, label, text, place),
            _ if text.is_empty() => {}
            _ => apply(&mut settled, &name, &text, place),
        }
    }
    Cow::Owned(settled)
}

/// Whether nothing of a field would be written, so that reading finds it free.
fn is_empty(field: Field, held: &Value) -> bool {
    let none = |list: &Names| {
        let blank = |name: &Name| {
            let mut parts = [&name.family, &name.given, &name.particle, &name.suffix].into_iter();
            parts.all(|part| is_blank(&part.replace([',', ';', '；', '，'], " ")))
        };
        !list.truncated && list.list.iter().all(blank)
    };
    match held {
        Value::Names(list) => none(list),
        Value::Text(text) if field.kind() != Kind::Names && text.markup == Markup::Plain => {
            is_blank(&text.content)
        }
        Value::Date(_) => false,
        other if field.kind() == Kind::Names => {
            matches!(typed(field, &value(other)), Value::Names(list) if none(&list))
        }
        other => value(other).is_empty(),
    }
}

/// The `TY` of a record.
fn type_code(record: &Record) -> &'static str {
    match record.entry_type {
        // Programs take the authors of an edited book for its editors.
        EntryType::Collection | EntryType::MvCollection if record.has(Field::Author) => "BOOK",
        entry_type => entry_type.spec().ris,
    }
}

/// A name of ours or of another format as a label.
fn label_of(name: &str) -> String {
    let name = line(&name.replace(':', " "));
    let mut end = name.len().min(60);
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    match name[..end].trim() {
        "" => "M2".to_owned(),
        name => name.to_owned(),
    }
}

/// A record being written.
struct Page<'a> {
    /// The type its `TY` states.
    ty: EntryType,
    record: &'a Record,
    options: &'a WriteOptions,
    out: &'a mut String,
    /// Fields that go to `M2`, with their text.
    labelled: Vec<(Field, String)>,
    /// Name fields whose list was cut off.
    cut: Vec<Field>,
}

impl Page<'_> {
    /// Writes a tag, if its value holds something.
    fn tag(&mut self, tag: &Tag, value: &str) {
        if value.is_empty() {
            return;
        }
        self.out
            .push_str(std::str::from_utf8(tag).unwrap_or_default());
        self.out.push_str("  - ");
        match tag {
            b"AB" | b"N1" | b"RN" => self.out.push_str(value),
            _ => self.out.push_str(&escape(value)),
        }
        self.out.push('\n');
    }

    /// The text of a field that is no list of names; empty where it has none.
    fn get(&self, field: Field) -> String {
        self.record.get(field).map(value).unwrap_or_default()
    }

    fn text(&mut self, tag: &Tag, field: Field) {
        let text = self.get(field);
        self.tag(tag, &text);
    }

    /// Puts a field that has no tag in this type aside for `M2`.
    fn label(&mut self, field: Field, text: String) {
        if !text.is_empty() {
            self.labelled.push((field, text));
        }
    }

    fn label_field(&mut self, field: Field) {
        let text = self.get(field);
        self.label(field, text);
    }

    /// Writes a field under `tag` if what is read from there would be this field.
    fn text_if(&mut self, tag: &Tag, field: Field, comes_back: impl Fn(&str) -> bool) {
        let text = self.get(field);
        if comes_back(&text) {
            self.tag(tag, &text);
        } else {
            self.label(field, text);
        }
    }

    /// A title with its subtitle; [`None`] leaves the subtitle to `M2`.
    fn titled(&mut self, title: Field, subtitle: Field) -> String {
        let (mut text, more) = (self.get(title), self.get(subtitle));
        if text.is_empty() {
            self.label(subtitle, more);
        } else if !more.is_empty() {
            text.push_str(if text.ends_with([':', '?', '!']) {
                " "
            } else {
                ": "
            });
            text.push_str(&more);
        }
        text
    }

    fn titles(&mut self) {
        let title = self.titled(Field::Title, Field::Subtitle);
        self.tag(b"TI", &title);
        let short = self.get(Field::ShortTitle);
        // `ST` replaces the title of laws and cases.
        let law = matches!(self.ty, EntryType::Legislation | EntryType::Jurisdiction);
        if title.is_empty() || law {
            self.label(Field::ShortTitle, short);
        } else if !short.eq_ignore_ascii_case(&title) {
            self.tag(b"ST", &short);
        }
        for field in [
            Field::TitleAddon,
            Field::OrigTitle,
            Field::MainTitle,
            Field::IssueTitle,
        ] {
            self.label_field(field);
        }
    }

    fn people(&mut self) {
        use Field::{Author, BookAuthor, Contributor, Editor, Holder, SeriesEditor, Translator};
        let fields = [
            Author,
            Editor,
            Translator,
            BookAuthor,
            SeriesEditor,
            Holder,
            Contributor,
        ];
        for field in fields {
            let list = match self.record.get(field) {
                Some(Value::Names(list)) => Cow::Borrowed(list),
                Some(other) => match typed(field, &value(other)) {
                    Value::Names(list) => Cow::Owned(list),
                    _ => continue,
                },
                None => continue,
            };
            let (list, cut) = names(&list, !self.options.zotero);
            if cut {
                self.cut.push(field);
            }
            match slots::names_tag(field, self.ty) {
                Some(tag) => list.iter().for_each(|name| self.tag(tag, name)),
                // The publisher of a patent is its holder.
                None if field == Holder && self.ty == EntryType::Patent => {
                    self.tag(b"PB", &list.join("; "));
                }
                None => self.label(field, list.join("; ")),
            }
        }
    }

    fn container(&mut self) {
        use Field::{BookSubtitle, BookTitle, EventTitle, JournalSubtitle, JournalTitle};
        let mut journal = self.titled(JournalTitle, JournalSubtitle);
        let mut book = self.titled(BookTitle, BookSubtitle);
        let event = self.get(EventTitle);
        let mut full = String::new();
        for field in slots::container(self.ty) {
            full = match field {
                JournalTitle => std::mem::take(&mut journal),
                BookTitle => std::mem::take(&mut book),
                other => self.get(*other),
            };
            if !full.is_empty() {
                break;
            }
        }
        // The subtitle of a container that goes by another field would find this one on reading.
        for (title, subtitle) in [(JournalTitle, JournalSubtitle), (BookTitle, BookSubtitle)] {
            let main = slots::container(self.ty).first() == Some(&title);
            let at = self
                .labelled
                .iter()
                .position(|(field, _)| *field == subtitle);
            if let (true, false, Some(at)) = (main, full.is_empty(), at) {
                let (_, text) = self.labelled.remove(at);
                full = format!("{full}: {text}");
            }
        }
        let own = slots::container(self.ty).first() == Some(&Field::Series);
        if self.ty == EntryType::InProceedings && !full.is_empty() {
            // T2 is the conference, C3 the proceedings; without the former, the latter is both.
            let same = event.is_empty() || event.eq_ignore_ascii_case(&full);
            self.tag(b"T2", if same { &full } else { &event });
            self.tag(b"C3", &full);
        } else {
            self.tag(b"T2", &full);
            self.label(EventTitle, event);
        }
        self.label(JournalTitle, journal);
        self.label(BookTitle, book);
        let known = match own {
            true => String::new(),
            false => full,
        };
        let short = self.get(Field::ShortJournal);
        if !short.eq_ignore_ascii_case(&known) {
            match known.is_empty() && own {
                true => self.label(Field::ShortJournal, short),
                false => self.tag(b"J2", &short),
            }
        }
        if !own {
            self.text(b"T3", Field::Series);
        }
    }

    fn date(&mut self) {
        let Some(value) = self.record.get(Field::Date) else {
            return;
        };
        if let Some(slashed) = date_of(value).as_ref().and_then(slashed) {
            self.tag(b"PY", slashed.get(..4).unwrap_or_default());
            if slashed.len() > 4 {
                self.tag(b"DA", &slashed);
            }
            return;
        }
        let text = self.get(Field::Date);
        match year_in(&text).map(str::to_owned) {
            Some(year) => {
                self.tag(b"PY", &year);
                self.tag(b"DA", &text);
            }
            // Without a year, Zotero makes a broken date of it.
            None => self.label(Field::Date, text),
        }
    }

    fn numbers(&mut self) {
        if slots::is_web(self.ty) {
            self.label_field(Field::Volume);
        } else {
            self.text(b"VL", Field::Volume);
        }
        self.text(b"NV", Field::Volumes);
        match slots::number(self.ty) {
            Some(b"SN") | None => {}
            Some(tag @ b"M1") => self.text_if(tag, Field::Number, is_short_number),
            Some(tag) => self.text(tag, Field::Number),
        }
        if slots::number(self.ty).is_none() {
            self.label_field(Field::Number);
        }
        let mut pages = self.get(Field::Pages);
        for dash in ["---", "--", "\u{2013}", "\u{2014}"] {
            pages = pages.replace(dash, "-");
        }
        let eid = self.get(Field::Eid);
        if slots::is_whole(self.ty) {
            self.text_if(b"SP", Field::PageTotal, is_count);
            self.label(Field::Pages, pages);
            self.label(Field::Eid, eid);
        } else {
            // Zotero reads no article number, so it stands for the page where there is none.
            self.tag(b"SP", if pages.is_empty() { &eid } else { &pages });
            self.tag(b"C7", &eid);
            self.label_field(Field::PageTotal);
        }
        self.text(b"SE", Field::Chapter);
    }

    fn identifiers(&mut self) {
        let doi = self.get(Field::Doi);
        self.tag(b"DO", bare_doi(&doi));
        self.text_if(b"UR", Field::Url, |url| {
            let special = url.starts_with("PM:") || url.starts_with("<Go to ISI>");
            !special && first_link(url).1.is_empty()
        });
        let own = slots::serial(self.ty);
        for (field, shape) in [
            (Field::Isbn, numbers::Shape::Isbn),
            (Field::Issn, numbers::Shape::Issn),
        ] {
            let text = match self.record.get(field) {
                Some(Value::List(list)) => join(list, " "),
                _ => self.get(field),
            };
            let comes_back = match numbers::split(&text) {
                Some(list) => list.iter().all(|(found, _)| *found == shape),
                None => true,
            };
            // Lists are read in one spacing, so they are written in it.
            let text = match numbers::split(&text) {
                Some(list) => list.iter().map(|(_, n)| *n).collect::<Vec<_>>().join(" "),
                None => text,
            };
            if own == field && comes_back {
                self.tag(b"SN", &text);
            } else {
                self.label(field, text);
            }
        }
        if own == Field::Number {
            self.text_if(b"SN", own, |text| numbers::split(text).is_none());
        }
    }

    fn keywords(&mut self) {
        let list = match self.record.get(Field::Keywords) {
            Some(Value::List(list)) => list.iter().map(plain).collect(),
            Some(other) => match typed(Field::Keywords, &value(other)) {
                Value::List(list) => list.iter().map(plain).collect(),
                _ => Vec::new(),
            },
            None => Vec::new(),
        };
        let mut words: Vec<String> = Vec::with_capacity(list.len());
        let mut seen = std::collections::HashSet::new();
        for word in list {
            let word = word.replace([';', '；'], ",");
            if !word.is_empty() && seen.insert(word.clone()) {
                words.push(word);
            }
        }
        // The only line of keywords is split at commas, in Zotero as here; said twice, it is not,
        // and keywords that are equal are one.
        if let [one] = words.as_slice()
            && one.contains(',')
        {
            words.push(one.clone());
        }
        for word in &words {
            self.tag(b"KW", word);
        }
    }

    fn access(&mut self) {
        let Some(value) = self.record.get(Field::UrlDate) else {
            return;
        };
        let date = date_of(value).or_else(|| iso_day(&self.get(Field::UrlDate)));
        match date.as_ref().and_then(slashed) {
            Some(day) if day.len() == 10 => self.tag(b"Y2", &format!("{day}/12:00:00")),
            _ => self.label_field(Field::UrlDate),
        }
    }

    /// Fields whose text is written as it is.
    fn plain(&mut self) {
        let mut first = true;
        // The names of a patent's holders are written with the other names.
        let fields = slots::publisher(self.ty)
            .iter()
            .filter(|field| **field != Field::Holder);
        for field in fields {
            let text = self.get(*field);
            if !text.is_empty() && std::mem::take(&mut first) {
                self.tag(b"PB", &text);
            } else {
                self.label(*field, text);
            }
        }
        if self.ty == EntryType::Patent {
            let others = [Field::Publisher, Field::Institution, Field::Organization];
            others.into_iter().for_each(|field| self.label_field(field));
        }
        let place = self.get(Field::Location);
        if self.ty == EntryType::InProceedings && !place.is_empty() {
            self.tag(b"C1", &place);
            self.text(b"CY", Field::Venue);
        } else {
            self.tag(b"CY", &place);
            self.label_field(Field::Venue);
        }
        let software = self.ty == EntryType::Software;
        let edition = [(Field::Edition, software), (Field::Version, !software)];
        for (field, aside) in edition {
            match aside {
                true => self.label_field(field),
                false => self.text(b"ET", field),
            }
        }
        self.kind();
        match software {
            // There it is the programming language.
            true => self.label_field(Field::Language),
            false => self.text(b"LA", Field::Language),
        }
        self.text(b"CN", Field::CallNumber);
        self.text(b"DB", Field::Database);
        self.text(b"AN", Field::AccessionNumber);
        self.text(b"CR", Field::Rights);
        self.text(b"AD", Field::Affiliation);
        self.text(b"L1", Field::File);
    }

    /// The kind of work in `M3`, where it cannot be taken for a DOI.
    fn kind(&mut self) {
        let degree = THESES.iter().find(|(_, ty)| *ty == self.record.entry_type);
        if let Some((degree, _)) = degree
            && !self.record.has(Field::Type)
        {
            self.tag(b"M3", degree);
            return;
        }
        let thesis = self.ty == EntryType::Thesis;
        let degree = |text: &str| thesis && THESES.iter().any(|(own, _)| *own == text);
        let taken = self.record.entry_type != EntryType::Thesis;
        self.text_if(b"M3", Field::Type, |text| {
            !holds_doi(text) && !(taken && degree(text))
        });
    }

    fn notes(&mut self) {
        let note = paragraphs(self.record.get(Field::Note));
        let mut aside = Vec::new();
        for note in note {
            match labels::in_note(&note) {
                Some(_) => aside.push(note),
                None => self.tag(b"N1", &note),
            }
        }
        for note in aside {
            self.label(Field::Note, note);
        }
        for note in paragraphs(self.record.get(Field::Annotation)) {
            self.tag(b"RN", &note);
        }
        if self.options.statements {
            for statement in &self.record.statements {
                self.tag(b"N1", &statement_line(statement));
            }
        }
    }

    /// What has no tag, as `M2  - Label: value`.
    fn leftovers(&mut self) {
        use Field::{
            Addendum, EprintClass, EventDate, HowPublished, Issue, OrigDate, OrigLanguage, Part,
            Pmcid, Pmid, PubState,
        };
        let fields = [
            EventDate,
            OrigDate,
            Part,
            Issue,
            HowPublished,
            PubState,
            EprintClass,
            Pmid,
            Pmcid,
            OrigLanguage,
            Addendum,
        ];
        fields.into_iter().for_each(|field| self.label_field(field));
        self.type_line();
        let arxiv = self
            .get(Field::EprintType)
            .eq_ignore_ascii_case(labels::ARXIV);
        let eprint = self.get(Field::Eprint);
        if arxiv && !eprint.is_empty() {
            self.tag(b"M2", &format!("{}: {eprint}", labels::ARXIV));
        } else {
            self.label_field(Field::EprintType);
            self.label(Field::Eprint, eprint);
        }
        let mut labelled = std::mem::take(&mut self.labelled);
        labelled.sort_by_key(|(field, _)| *field);
        for (field, text) in labelled {
            self.tag(b"M2", &format!("{}: {text}", labels::label(field)));
        }
        for field in std::mem::take(&mut self.cut) {
            let label = labels::label(field);
            self.tag(b"M2", &format!("{label}s: {}", labels::INCOMPLETE));
        }
        for extra in &self.record.extra {
            let (name, text) = (label_of(&extra.name), plain(&extra.value.value));
            match name.as_str() {
                _ if text.is_empty() => {}
                "M2" => self.tag(b"M2", &text),
                name => self.tag(b"M2", &format!("{name}: {text}")),
            }
        }
    }

    /// The type, where `TY` does not tell it from others: in Zotero's words where it has some.
    fn type_line(&mut self) {
        let own = self.record.entry_type;
        let degree = THESES.iter().any(|(_, ty)| *ty == own);
        match own {
            EntryType::Preprint => self.tag(b"M2", "Type: preprint"),
            EntryType::Standard => self.tag(b"M2", "Type: standard"),
            EntryType::Interview => self.tag(b"M2", "Type: interview"),
            _ if own == self.ty || degree && !self.record.has(Field::Type) => {}
            _ if self.options.zotero => {}
            _ => {
                let name = own.spec().biblatex;
                self.tag(b"M2", &format!("{}: {name}", labels::ENTRY_TYPE));
            }
        }
    }
}

/// A DOI without the address or label before it.
fn bare_doi(text: &str) -> &str {
    let Some(at) = text.find("10.") else {
        return text;
    };
    let before = text[..at].to_ascii_lowercase();
    let before = before.trim_end();
    let prefix = before.is_empty()
        || before.ends_with("doi.org/")
        || before.trim_end_matches(':').trim_end() == "doi";
    if prefix { &text[at..] } else { text }
}

/// A day written `YYYY-MM-DD`.
fn iso_day(text: &str) -> Option<crate::model::Date> {
    let form = text.len() == 10 && text.matches('-').count() == 2;
    super::values::date(&text.replace('-', "/"))
        .filter(|_| form)
        .map(|(date, _)| date)
}

/// The paragraphs of a long text, each on one line.
fn paragraphs(value: Option<&Value>) -> Vec<String> {
    let Some(Value::Text(text)) = value else {
        return value.map(self::value).into_iter().collect();
    };
    let paragraphs = text.content.split("\n\n").map(|paragraph| {
        plain(&crate::model::Text {
            content: paragraph.to_owned(),
            markup: text.markup,
        })
    });
    paragraphs
        .filter(|paragraph| !paragraph.is_empty())
        .collect()
}

/// A statement with where it stood and how often.
fn statement_line(statement: &Statement) -> String {
    let mut text = line(&statement.text);
    let about: Vec<String> = [&statement.section, &statement.stance]
        .into_iter()
        .map(|part| line(part))
        .filter(|part| !part.is_empty())
        .chain((statement.count > 1).then(|| format!("{} times", statement.count)))
        .collect();
    if !about.is_empty() && !text.is_empty() {
        text.push_str(" [");
        text.push_str(&about.join(", "));
        text.push(']');
    }
    text
}

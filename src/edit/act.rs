//! What every act that is recorded takes: its source, a milestone that tells of it, and the blocks that change with it.

use super::blocks::{Blocks, Record, Splice, literal};
use super::change::{Change, Refused};
use crate::decode::{Kinds, Moment};
use crate::diag::{FileId, nearest};
use crate::model::kinds::Partij;
use crate::model::{Kind, Model};
use crate::phrases::Phrases;
use crate::site::{Site, slug};
use crate::source::{Role, Sources};
use jiff::civil::Date;

/// When something happened, who did it, where that is written, and when it was recorded.
#[derive(Debug, Clone)]
pub struct Act {
    /// When it happened.
    pub when: Moment,
    /// Who decided it: the id of a body or organisation.
    pub by: Option<String>,
    /// Where it is written: the id of a source, with or without a section, or the name or address of a new one.
    pub source: String,
    /// The day on which it is recorded.
    pub recorded: Option<Date>,
}

/// What an act is about, for its milestone.
pub struct Told<'a> {
    /// The id of the milestone, before it is made free.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it comes to, in a sentence.
    pub text: String,
    /// What it was, and what it is now; either may be unknown.
    pub change: Option<(String, String)>,
    /// What it touches.
    pub about: Vec<&'a str>,
    /// The choice that it made.
    pub choice: Option<&'a str>,
}

/// An act on its way into the sources.
pub struct Recording<'s, 'a> {
    pub sources: &'s Sources,
    pub model: &'a Model,
    pub change: Change<'s>,
    act: &'a Act,
    /// The words of the site, as readers see what is written.
    phrases: &'a Phrases,
    /// The source as it is cited.
    pub source: String,
    /// The document that holds it, as a link.
    document: Option<String>,
}

impl<'s, 'a> Recording<'s, 'a> {
    /// Begins to record an act: looks at who did it, and writes its source when that is a new one.
    pub fn of(sources: &'s Sources, site: &'a Site, act: &'a Act) -> Result<Self, Refused> {
        let model = &site.model;
        if let Some(by) = act.by.as_deref().filter(|by| !is_party(model, by)) {
            let parties = model.ids.keys().map(String::as_str).filter(|id| is_party(model, id));
            return Err(unknown("overleg of organisatie", by, parties));
        }
        let (change, phrases) = (Change::of(sources), &site.words.phrases);
        let mut this = Self { sources, model, change, act, phrases, source: String::new(), document: None };
        this.source = this.source_of()?;
        Ok(this)
    }

    /// Changes places in the block of a record.
    pub fn in_block(
        &mut self,
        id: &str,
        places: impl FnOnce(&Record<'_, '_>) -> Option<Vec<Splice>>,
    ) -> Result<(), Refused> {
        let cannot = || Refused::from(format!("Het blok van “{id}” is niet te wijzigen."));
        let (kind, place) = self.model.ids.get(id).ok_or_else(cannot)?;
        let (text, mark) = self.sources.get(place.file).text().map_err(|_| cannot())?;
        let blocks = Blocks::of(place.file, text, mark).ok_or_else(cannot)?;
        let record = blocks.record(kind.name, id).ok_or_else(cannot)?;
        places(&record).ok_or_else(cannot)?.into_iter().for_each(|(place, text)| self.change.put(place, text));
        Ok(())
    }

    /// Adds the record that tells of the act, and gives the change: a decision where one who may decide made a choice, else a
    /// milestone.
    pub fn told(self, told: Told<'_>) -> Result<Change<'s>, Refused> {
        let may_decide = |by: &&str| self.model.gremia.get(by).is_none_or(|body| body.besluit);
        match (told.choice, self.act.by.as_deref().filter(may_decide)) {
            (Some(choice), Some(by)) => self.decision(&told, choice, by),
            _ => self.milestone(&told),
        }
    }

    fn decision(mut self, told: &Told<'_>, choice: &str, by: &str) -> Result<Change<'s>, Refused> {
        let mut block = format!(
            "[[besluit]]\nid = {}\nnaam = {}\ndatum = {}\ndoor = {}\nomschrijving = {}\nkeuze = {}\n",
            literal(&free(self.model, &told.id)),
            literal(&told.name),
            literal(&self.act.when.to_string()),
            literal(by),
            literal(&told.text),
            literal(choice),
        );
        if let Some(document) = &self.document {
            block.push_str(&format!("document = [{}]\n", literal(document)));
        }
        self.end(&mut block, told, told.about.iter().copied().filter(|id| *id != choice), "besloten");
        self.append("besluit", &block)?;
        Ok(self.change)
    }

    /// What every record of an act ends with.
    fn end<'i>(&self, block: &mut String, told: &Told<'_>, about: impl Iterator<Item = &'i str>, status: &str) {
        let mut line = |key: &str, value: String| block.push_str(&format!("{key} = {value}\n"));
        if let Some((was, now)) = &told.change {
            line("was", literal(was));
            line("werd", literal(now));
        }
        if let Some(day) = self.act.recorded {
            line("vastgelegd", day.to_string());
        }
        let about: Vec<String> = about.map(literal).collect();
        line("raakt", format!("[{}]", about.join(", ")));
        line("status", literal(status));
        line("bron", format!("[{}]", literal(&self.source)));
    }

    fn milestone(mut self, told: &Told<'_>) -> Result<Change<'s>, Refused> {
        let mut block = format!(
            "[[mijlpaal]]\nid = {}\nnaam = {}\nwanneer = {}\nsoort = {}\n",
            literal(&free(self.model, &told.id)),
            literal(&told.name),
            literal(&self.act.when.to_string()),
            // Who decides nothing makes no decision: then it is something that happened.
            literal(if self.act.by.is_some() { "besluit" } else { "voorval" }),
        );
        let mut line = |key: &str, value: String| block.push_str(&format!("{key} = {value}\n"));
        if let Some(by) = &self.act.by {
            line("door", literal(by));
        }
        line("omschrijving", literal(&told.text));
        let status = if self.act.by.is_some() { "besloten" } else { "feit" };
        self.end(&mut block, told, told.about.iter().copied(), status);
        self.append("mijlpaal", &block)?;
        Ok(self.change)
    }

    /// The source as it is cited; a new one gets a record.
    fn source_of(&mut self) -> Result<String, Refused> {
        let given = self.act.source.trim();
        let id = given.split('/').next().unwrap_or_default();
        if given.is_empty() {
            return Err(refused(
                "Er hoort een bron bij: de id van een bron, of de naam of het webadres van een nieuwe.",
            ));
        }
        let link = |name: &str, url: &str| format!("[{name}]({url})");
        if let Some(source) = self.model.bronnen.get(id) {
            self.document = source.url.as_ref().map(|url| link(&source.naam, url));
            return Ok(given.to_owned());
        }
        // Two decisions of one meeting stand in one document.
        let known = |source: &&crate::model::kinds::Bron| source.naam == given || source.url.as_deref() == Some(given);
        if let Some(source) = self.model.bronnen.iter().find(known) {
            self.document = source.url.as_ref().map(|url| link(&source.naam, url));
            return Ok(source.id.value.clone());
        }
        let is_address = given.starts_with("https://") || given.starts_with("http://");
        let day = self.phrases.moment(&self.act.when);
        let name = if is_address { self.phrases.acts().decision_of(&day) } else { given.to_owned() };
        let id = free(self.model, &slug(&name));
        let mut block = format!(
            "[[bron]]\nid = {}\nnaam = {}\nsoort = \"besluit\"\ndatum = {}\n",
            literal(&id),
            literal(&name),
            literal(&self.act.when.to_string())
        );
        if is_address {
            block.push_str(&format!("url = {}\n", literal(given)));
            self.document = Some(link(&name, given));
        }
        self.append("bron", &block)?;
        Ok(id)
    }

    /// Puts a record after the last of its kind's file; without one, after the last milestone, or in any file of data. In no new
    /// file: what an act did is undone by putting back what was there.
    fn append(&mut self, kind: &str, block: &str) -> Result<(), Refused> {
        let cannot = || refused("Er is geen gegevensbestand om het in te schrijven.");
        let in_file_of = |kind: &str| self.model.of_kind(kind).last().map(|record| record.common().place.file);
        let last = in_file_of(kind).or_else(|| in_file_of("mijlpaal"));
        let file: FileId = last.or_else(|| self.sources.of(Role::Data).next().map(|(id, _)| id)).ok_or_else(cannot)?;
        let (text, mark) = self.sources.get(file).text().map_err(|_| cannot())?;
        let (place, text) = Blocks::of(file, text, mark).ok_or_else(cannot)?.append(block);
        self.change.put(place, text);
        Ok(())
    }
}

/// Why nothing was changed.
pub fn refused(why: &str) -> Refused {
    why.to_owned().into()
}

/// There is no such record.
pub fn unknown<'i>(what: &str, id: &str, known: impl Iterator<Item = &'i str>) -> Refused {
    let hint = nearest(id, known).map(|near| format!(" Bedoelde u “{near}”?")).unwrap_or_default();
    format!("Er is geen {what} met de id “{id}”.{hint}").into()
}

/// Is this the id of a body or organisation?
pub fn is_party(model: &Model, id: &str) -> bool {
    kind_of(model, id).is_some_and(|kind| Partij::KINDS.contains(&kind.name))
}

/// What kind of record has this id.
pub fn kind_of(model: &Model, id: &str) -> Option<Kind> {
    model.ids.get(id).map(|(kind, _)| *kind)
}

/// The sources of a block with one more.
pub fn cited(record: &Record<'_, '_>, source: &str) -> String {
    let mut all: Vec<String> = record.texts("bron").iter().map(|text| literal(text)).collect();
    let new = literal(source);
    if !all.contains(&new) {
        all.push(new);
    }
    format!("[{}]", all.join(", "))
}

/// An id that is not in use yet.
fn free(model: &Model, wanted: &str) -> String {
    let taken = |id: &str| model.ids.contains_key(id) || model.now_called(id).is_some();
    let numbered = (2..).map(|n| format!("{wanted}-{n}"));
    std::iter::once(wanted.to_owned()).chain(numbered).find(|id| !taken(id)).unwrap_or_default()
}

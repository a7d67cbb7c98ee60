//! What every act that is recorded takes: its source, a milestone that tells of it, and the blocks that change with it.

use super::blocks::{Blocks, Record, Splice, literal};
use super::change::{Change, Refused};
use super::meant::{self, Source, free, id_for, refused};
use crate::decode::{Moment, Text};
use crate::model::Model;
use crate::phrases::Phrases;
use crate::site::Site;
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
    site: &'a Site,
    pub model: &'a Model,
    pub change: Change<'s>,
    act: &'a Act,
    /// The words of the site, as readers see what is written.
    phrases: &'a Phrases,
    /// The source as it is cited.
    pub source: String,
    /// The source by its name.
    cited: String,
    /// Records at the ends of files.
    ends: Vec<Splice>,
}

impl Act {
    /// The act with the id of who is meant by `by`, which may be a name.
    pub fn by_id(&self, model: &Model) -> Result<Self, Refused> {
        let by = self.by.as_deref().map(|by| meant::decider(model, by, true)).transpose()?;
        Ok(Self { by, ..self.clone() })
    }

    /// How sure it is what it came to: without anybody who decided it is something that happened.
    pub fn status(&self) -> &'static str {
        if self.by.is_some() { "besloten" } else { "feit" }
    }

    /// Does a day lie after the one on which the act is recorded?
    pub fn is_to_come(&self, day: &Moment) -> bool {
        self.recorded.is_some_and(|today| day.first_day() > today)
    }
}

impl<'s, 'a> Recording<'s, 'a> {
    /// Begins to record an act, of which is known who did it: writes its source when that is a new one.
    pub fn of(sources: &'s Sources, site: &'a Site, act: &'a Act) -> Result<Self, Refused> {
        let (change, phrases) = (Change::of(sources), &site.words.phrases);
        meant::has_been(&act.when, act.recorded)?;
        let mut this = Self {
            sources,
            site,
            model: &site.model,
            change,
            act,
            phrases,
            source: String::new(),
            cited: String::new(),
            ends: Vec::new(),
        };
        this.source = this.source_of()?;
        Ok(this)
    }

    /// Notes when something was decided before the newest of the sources that still call it open, or plan it.
    pub fn after_sources(&mut self, id: &str) {
        let Some(record) = self.model.get(id) else { return };
        let of = |citation: &crate::decode::Citation| {
            self.model.bronnen.get(&citation.source).and_then(|s| s.datum.map(|d| (d, s)))
        };
        let newest = record.common().sources.iter().filter_map(of).max_by_key(|(dated, _)| dated.first_day());
        if let Some((dated, source)) = newest.filter(|(dated, _)| self.act.when.last_day() < dated.first_day()) {
            self.change.note(format!(
                "De dag van het besluit ({}) ligt vóór die van “{}” ({}), de bron waarin dit nog niet was besloten. Klopt --datum?",
                self.act.when.in_dutch(),
                source.kort.as_deref().unwrap_or(&source.naam),
                dated.in_dutch()
            ));
        }
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

    /// Adds the record that tells of the act, and gives the change: a decision where somebody made a choice, else a milestone.
    pub fn told(mut self, told: Told<'_>) -> Result<Change<'s>, Refused> {
        let said = self.in_words(&told);
        self.change.say(said);
        let later = |day: Date| self.site.portal.stand.filter(|stand| day > stand.last_day());
        let recorded = self.act.recorded.unwrap_or(self.act.when.first_day());
        if let Some(stand) = later(self.act.when.first_day()).or_else(|| later(recorded)) {
            let what =
                if later(self.act.when.first_day()).is_some() { "dit is van later" } else { "u legt dit later vast" };
            self.change.note(format!(
                "De site zegt dat haar inhoud klopt tot en met {} (stand in portal.toml), en {what}. Keek u alles na? Zet stand dan op de \
                 dag van vandaag.",
                stand.in_dutch()
            ));
        }
        match (told.choice, self.act.by.as_deref()) {
            (Some(choice), Some(by)) => self.decision(&told, choice, by),
            _ => self.milestone(&told),
        }
    }

    /// The act in a few sentences, for the editor to read over: what it comes to, the day, who decided, and where that is written.
    fn in_words(&self, told: &Told<'_>) -> String {
        let plain = |raw: &str| {
            let place = crate::diag::Span::top(crate::diag::FileId(0));
            self.model.in_words(&Text { raw: raw.to_owned(), place })
        };
        let text = plain(&told.text);
        let what = match told.choice.and_then(|id| self.model.keuzes.get(id)) {
            Some(choice) => format!("“{}” is geworden: {text}", self.model.in_words(&choice.vraag)),
            // Of some the text says what it is about, of others only the name.
            None if told.about.iter().any(|id| text.contains(&self.model.name_of(id))) => text,
            None => format!("{} – {text}", plain(&told.name)),
        };
        let day = self.act.when.when();
        let how = match &self.act.by {
            Some(by) => format!("Besloten {day} door {}", self.model.name_of(by)),
            None => format!("Gebeurd {day}; wie het besloot, staat er niet bij"),
        };
        format!("{}. {how}. Bron: {}.", what.trim_end_matches('.'), self.cited.trim_end_matches('.'))
    }

    fn decision(mut self, told: &Told<'_>, choice: &str, by: &str) -> Result<Change<'s>, Refused> {
        let mut block = format!(
            "[[besluit]]\nid = {}\nnaam = {}\ndatum = {}\ndoor = {}\nomschrijving = {}\nkeuze = {}\n",
            literal(&free(self.model, &told.id)),
            literal(&told.name),
            dated(&self.act.when),
            literal(by),
            literal(&told.text),
            literal(choice),
        );
        self.end(&mut block, told, told.about.iter().copied().filter(|id| *id != choice), "besloten");
        self.append("besluit", &block)?;
        Ok(self.whole())
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
            dated(&self.act.when),
            // Who decides nothing makes no decision: then it is something that happened.
            literal(if self.act.by.is_some() { "besluit" } else { "voorval" }),
        );
        let mut line = |key: &str, value: String| block.push_str(&format!("{key} = {value}\n"));
        if let Some(by) = &self.act.by {
            line("door", literal(by));
        }
        line("omschrijving", literal(&told.text));
        self.end(&mut block, told, told.about.iter().copied(), self.act.status());
        self.append("mijlpaal", &block)?;
        Ok(self.whole())
    }

    /// The change with the new records: after all that is put into records that are there, of which the last may end where its file
    /// does.
    fn whole(mut self) -> Change<'s> {
        self.ends.drain(..).for_each(|(place, text)| self.change.put(place, text));
        self.change
    }

    /// The source as it is cited; a new one gets a record.
    fn source_of(&mut self) -> Result<String, Refused> {
        let (name, address) = match meant::source(self.model, &self.act.source)? {
            Source::Known(cited) => {
                self.cited = self.model.name_of(cited.split('/').next().unwrap_or(&cited));
                return Ok(cited);
            }
            Source::Named(name) => (name, None),
            Source::Address(address) => {
                // Two documents of one day have two names.
                let (acts, day) = (self.phrases.acts(), self.phrases.moment(&self.act.when));
                let name = if self.act.by.is_some() { acts.decision_of(&day) } else { acts.document_of(&day) };
                let numbered = (2..).map(|n| format!("{name} ({n})"));
                let in_use = |name: &String| self.model.bronnen.iter().any(|source| source.naam == *name);
                let mut names = std::iter::once(name.clone()).chain(numbered);
                (names.find(|name| !in_use(name)).unwrap_or(name), Some(address))
            }
        };
        // Where nobody decided, what it is written in holds no decision.
        let sort = if self.act.by.is_some() { "besluit" } else { "stuk" };
        let id = id_for(self.site, &name, &format!("{sort}-{}", self.act.when).to_lowercase());
        let mut block = format!(
            "[[bron]]\nid = {}\nnaam = {}\nsoort = \"{sort}\"\ndatum = {}\n",
            literal(&id),
            literal(&name),
            dated(&self.act.when)
        );
        self.cited = name;
        if let Some(address) = address {
            block.push_str(&format!("url = {}\n", literal(&address)));
        }
        self.append("bron", &block)?;
        Ok(id)
    }

    /// Puts a record after the last of its kind, or in the file that is called after the kind. A site that keeps its data in several
    /// files gets one for the kind when there is none.
    fn append(&mut self, kind: &str, block: &str) -> Result<(), Refused> {
        let cannot = || refused("Er is geen gegevensbestand om het in te schrijven.");
        let in_file_of = |kind: &str| self.model.of_kind(kind).last().map(|record| record.common().place.file);
        let plural = Model::kind(kind).map_or(kind, |kind| kind.plural);
        let name = format!("{plural}.toml");
        let named = || self.sources.of(Role::Data).find(|(_, file)| file.name == name).map(|(id, _)| id);
        let mut files = self.sources.of(Role::Data);
        let (first, more) = (files.next().ok_or_else(cannot)?, files.next().is_some());
        let last = in_file_of(kind).or_else(named);
        let Some(file) = last.or_else(|| (!more).then_some(first.0)) else {
            let disk = first.1.disk.as_ref().and_then(|disk| Some(disk.parent()?.join(&name)));
            let beside = first.1.name.rfind('/').map_or("", |i| &first.1.name[..=i]);
            let (disk, like) = (disk.ok_or_else(cannot)?, first.1);
            self.change.add_file(like, disk, format!("{beside}{name}"), block.to_owned());
            return Ok(());
        };
        let (text, mark) = self.sources.get(file).text().map_err(|_| cannot())?;
        let splice = Blocks::of(file, text, mark).ok_or_else(cannot)?.append(block);
        self.ends.push(splice);
        Ok(())
    }
}

/// A record as a text names it: so the text changes along when the record gets another name.
pub fn link(id: &str) -> String {
    format!("[[{id}]]")
}

/// A moment as TOML writes it: a day as a date, all else as a text.
pub fn dated(moment: &Moment) -> String {
    match moment {
        Moment::Day(day) => day.to_string(),
        _ => literal(&moment.to_string()),
    }
}

//! Writes safe HTML for one page: links, texts, sources and statuses, with the page's own way to the site's root.

use crate::decode::{At, Citation};
use crate::diag::{Diagnostic, Span};
use crate::dutch::held;
use crate::html;
use crate::markup::Html;
use crate::model::kinds::{Bron, Sectie};
use crate::model::{Model, Status};
use crate::pages::book::{Addresses, address};
use crate::pages::view::{SourceView, StatusView};
use crate::phrases::Phrases;
use crate::site::{Site, Words, root_of};
use std::collections::{BTreeMap, BTreeSet};

/// What is needed to write one page.
pub struct Writer<'a> {
    /// All addresses.
    pub book: &'a Addresses<'a>,
    /// The page's address.
    pub url: String,
    /// The page's way to the root.
    pub root: String,
    /// Problems found while writing.
    pub problems: Vec<Diagnostic>,
    /// Links to anchors, to be checked when all anchors are known.
    pub anchors_wanted: Vec<WantedAnchor>,
    /// Images on the page that are made in several sizes, by the path of the original.
    pub images_shown: Vec<String>,
    /// Files that the page links to.
    pub files_linked: Vec<String>,
    /// Pages that are called by their names, with those: address and words.
    pub pages_named: Vec<(String, String)>,
    /// Ids given to infographics so far.
    pub ids: BTreeSet<String>,
}

/// A link to an anchor of a page.
#[derive(Debug, Clone)]
pub struct WantedAnchor {
    /// The page's address.
    pub url: String,
    /// The anchor.
    pub anchor: String,
    /// Where the link stands.
    pub place: Span,
}

impl<'a> Writer<'a> {
    /// A writer for the page at an address.
    pub fn new(book: &'a Addresses<'a>, url: &str) -> Self {
        Self {
            book,
            url: url.to_owned(),
            root: root_of(url),
            problems: Vec::new(),
            anchors_wanted: Vec::new(),
            images_shown: Vec::new(),
            files_linked: Vec::new(),
            pages_named: Vec::new(),
            ids: BTreeSet::new(),
        }
    }

    /// The site.
    pub fn site(&self) -> &'a Site {
        self.book.site
    }

    /// What readers read.
    pub fn phrases(&self) -> &'a Phrases {
        &self.book.site.phrases
    }

    /// The fixed words as this portal says them.
    pub fn words(&self) -> &'a Words {
        &self.book.site.words
    }

    /// The data.
    pub fn model(&self) -> &'a Model {
        &self.book.site.model
    }

    /// Address as it stands in an `href` on this page.
    pub fn href(&self, url: &str) -> String {
        format!("{}{url}", self.root)
    }

    /// The whole web address of something on the site.
    pub fn absolute(&self, url: &str) -> String {
        format!("{}{url}", self.site().portal.basis_url.value)
    }

    /// A link to a record with its name, on its own page the name alone; the bare id when there is no such record (that has been told).
    pub fn link(&self, id: &str) -> Html {
        match self.model().ids.get(id) {
            Some((kind, _)) => {
                let url = address(*kind, id);
                if url == self.url {
                    return self.model().name_of(id).into();
                }
                Html::link(&self.href(&url), self.model().name_of(id))
            }
            None => id.into(),
        }
    }

    /// A function in plain words: where an editor gave the id of a function, its name.
    pub fn function(&self, written: &str) -> String {
        let role = self.model().rollen.get(written);
        role.map_or_else(|| written.to_owned(), |role| lower_first(&role.naam))
    }

    /// Sources with their addresses, each once, in order of the data.
    pub fn sources(&self, citations: &[Citation]) -> Vec<SourceView> {
        let mut sources: Vec<SourceView> = Vec::new();
        for (source, sections) in self.by_source(citations) {
            let name = source.kort.as_ref().unwrap_or(&source.naam);
            let base = self.book.of_record(source);
            if sections.is_empty() {
                sources.push(SourceView { title: name.clone(), url: base.clone() });
            }
            for section in sections {
                let title = format!("{name}, {}", held(&lower_first(section_name(section))));
                sources.push(SourceView { title, url: format!("{base}#{}", section.id.value) });
            }
        }
        sources
    }

    /// Sources as one line of links: `Uitvoeringsplan: inleiding, opgave 2, opgave 8; TOOI`.
    pub fn source_line(&self, citations: &[Citation]) -> Html {
        let link = |url: &str, words: &str| Html::link(&self.href(url), words);
        let mut lines = Vec::new();
        for (source, sections) in self.by_source(citations) {
            let name = source.kort.as_ref().unwrap_or(&source.naam);
            let base = self.book.of_record(source);
            let links: Vec<Html> = sections
                .iter()
                .map(|s| link(&format!("{base}#{}", s.id.value), &held(&lower_first(section_name(s)))))
                .collect();
            let whole = link(&base, name);
            lines.push(if links.is_empty() { whole } else { html![whole, ": ", Html::join(&links, ", ")] });
        }
        Html::join(&lines, "; ")
    }

    /// Cited sources with their cited sections, in the order in which the data have them.
    fn by_source(&self, citations: &[Citation]) -> Vec<(&'a Bron, Vec<&'a Sectie>)> {
        let mut all = Vec::new();
        let sources = &self.model().bronnen;
        let mut cited: BTreeMap<usize, BTreeSet<&str>> = BTreeMap::new();
        for citation in citations {
            let Some(place) = sources.place(&citation.source) else { continue };
            cited.entry(place).or_default().extend(citation.section.as_deref());
        }
        for (place, sections) in cited {
            let Some(source) = sources.at(place) else { continue };
            all.push((source, source.sectie.iter().filter(|s| sections.contains(s.id.value.as_str())).collect()));
        }
        all
    }

    /// An id for an infographic that no other on the page has.
    pub fn unique_id(&mut self, wish: &str) -> String {
        let mut id = wish.to_owned();
        let mut n = 2;
        while !self.ids.insert(id.clone()) {
            id = format!("{wish}-{n}");
            n += 1;
        }
        id
    }
}

/// How sure something is, for a template.
pub fn status_view(status: Option<&At<Status>>, words: &Words) -> Option<StatusView> {
    status.map(|s| StatusView {
        word: s.word().to_owned(),
        name: words.name(s.value).to_owned(),
        meaning: words.meaning(s.value).to_owned(),
    })
}

/// A status label.
pub fn status_label(status: Status, words: &Words) -> Html {
    let mut label = Html::default();
    label.label("span", &format!("status status-{}", status.word()), words.name(status));
    label
}

/// `in_de_lead` → `In de lead`.
pub fn label_of(key: &str) -> String {
    let words = key.replace('_', " ");
    let mut letters = words.chars();
    letters.next().map(|c| c.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

/// The name of a section without its subtitle: `Opgave 2` of `Opgave 2: samenstelling`.
fn section_name(section: &Sectie) -> &str {
    section.naam.split(':').next().unwrap_or(&section.naam).trim()
}

/// The first letter small, for a name within a sentence; names of two capitals stay.
pub fn lower_first(name: &str) -> String {
    if let Some(rest) = name.strip_prefix("Eén") {
        // A capital of this word has no accent.
        return format!("één{rest}");
    }
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => name.to_owned(),
    }
}

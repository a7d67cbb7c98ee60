//! Writes safe HTML for one page: links, texts, sources and statuses, with the page's own way to the site's root.

use super::addresses::Addresses;
use super::contribution::number;
use super::resolve::PageResolver;
use super::view::{Fact, SourceView, StatusView};
use crate::content::{self, FilledInline};
use crate::decode::{At, Citation, Shape, Shown, Text};
use crate::diag::{Diagnostic, Span};
use crate::dutch::held;
use crate::model::kinds::{Bron, Sectie};
use crate::model::{AnyEntity, Model, Status};
use crate::site::{Site, Words, root_of};
use std::collections::BTreeSet;

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
            ids: BTreeSet::new(),
        }
    }

    /// The site.
    pub fn site(&self) -> &'a Site {
        self.book.site
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
    pub fn link(&self, id: &str) -> String {
        match self.model().ids.get(id) {
            Some((kind, _)) => {
                let url = super::addresses::address(*kind, id);
                if url == self.url {
                    return escape(&self.model().name_of(id));
                }
                format!("<a href=\"{}\">{}</a>", escape(&self.href(&url)), escape(&self.model().name_of(id)))
            }
            None => escape(id),
        }
    }

    /// A function in plain words: where an editor gave the id of a function, its name.
    pub fn function(&self, written: &str) -> String {
        let role = self.model().rollen.get(written);
        role.map_or_else(|| written.to_owned(), |role| lower_first(&role.naam))
    }

    /// Inline text of the data as safe HTML, without a paragraph around it.
    pub fn text(&mut self, text: &Text) -> String {
        self.inline(text).html
    }

    /// Inline text, or nothing.
    pub fn maybe(&mut self, text: Option<&Text>) -> String {
        text.map(|t| self.text(t)).unwrap_or_default()
    }

    /// Inline text of the data as plain words.
    pub fn plain(&mut self, text: &Text) -> String {
        self.inline(text).plain
    }

    fn inline(&mut self, text: &Text) -> FilledInline {
        let inline = content::inline(text);
        self.problems.extend(inline.problems.iter().cloned());
        inline.fill(&mut PageResolver::new(self, ""))
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
    pub fn source_line(&self, citations: &[Citation]) -> String {
        let link = |url: &str, words: &str| format!("<a href=\"{}\">{}</a>", escape(&self.href(url)), escape(words));
        let mut lines = Vec::new();
        for (source, sections) in self.by_source(citations) {
            let name = source.kort.as_ref().unwrap_or(&source.naam);
            let base = self.book.of_record(source);
            let links: Vec<String> = sections
                .iter()
                .map(|s| link(&format!("{base}#{}", s.id.value), &held(&lower_first(section_name(s)))))
                .collect();
            let whole = link(&base, name);
            lines.push(if links.is_empty() { whole } else { format!("{whole}: {}", links.join(", ")) });
        }
        lines.join("; ")
    }

    /// Cited sources with their cited sections, in the order in which the data have them.
    fn by_source(&self, citations: &[Citation]) -> Vec<(&'a Bron, Vec<&'a Sectie>)> {
        let mut all = Vec::new();
        for source in &self.model().bronnen {
            let of_this: Vec<&Citation> = citations.iter().filter(|c| c.source == source.id.value).collect();
            if of_this.is_empty() {
                continue;
            }
            let cited = |s: &&Sectie| of_this.iter().any(|c| c.section.as_deref() == Some(s.id.value.as_str()));
            all.push((source, source.sectie.iter().filter(cited).collect()));
        }
        all
    }

    /// A value of the data as safe HTML; empty when there is nothing.
    pub fn value(&mut self, shown: &Shown<'_>) -> String {
        match shown {
            Shown::Nothing => String::new(),
            Shown::Plain(text) if text.starts_with("https://") || text.starts_with("http://") => {
                format!("<a class=\"extern adres\" rel=\"noopener\" href=\"{0}\">{0}</a>", escape(text))
            }
            Shown::Plain(text) => escape(text),
            Shown::Markdown(text) => self.text(text),
            Shown::Bool(yes) => if *yes { "ja" } else { "nee" }.to_owned(),
            Shown::Integer(number) => number.to_string(),
            Shown::Number(value) => number(*value),
            Shown::Moment(moment) => escape(&moment.in_dutch()),
            Shown::Reference { id, .. } => self.link(id),
            Shown::Citation(citation) => self.source_line(std::slice::from_ref(*citation)),
            Shown::List(items)
                if items
                    .iter()
                    .all(|i| matches!(i, Shown::Reference { .. } | Shown::Plain(_) | Shown::Citation(_))) =>
            {
                let parts: Vec<String> = items.iter().map(|i| self.value(i)).collect();
                parts.join(", ")
            }
            Shown::List(items) => {
                let parts: Vec<String> = items.iter().map(|i| format!("<li>{}</li>", self.value(i))).collect();
                format!("<ul>{}</ul>", parts.concat())
            }
            Shown::Table(fields) => {
                let parts: Vec<String> = fields
                    .iter()
                    .map(|(key, value)| (key, self.value(value)))
                    .filter(|(_, value)| !value.is_empty())
                    .map(|(key, value)| format!("{}: {value}", label_of(key).to_lowercase()))
                    .collect();
                parts.join("; ")
            }
        }
    }

    /// Facts from the keys of a record, but for those already shown elsewhere.
    pub fn facts(&mut self, record: &dyn AnyEntity, skip: &[&str]) -> Vec<Fact> {
        let common = ["id", "naam", "vraag", "status", "bron", "toelichting", "herzien_voor"];
        let mut facts = Vec::new();
        for (key, shown) in record.values() {
            if common.contains(&key) || skip.contains(&key) {
                continue;
            }
            let value = match &shown {
                // A fixed word may have a name of its own; a text that happens to be the same has not.
                Shown::Plain(word) if is_choice(record, key) => escape(self.words().name_of(word)),
                _ => self.value(&shown),
            };
            if !value.is_empty() {
                // A key that names a kind has that kind's word on this portal.
                let label =
                    Model::kind(key).map_or_else(|| label_of(key), |kind| self.words().kind(kind).one.to_owned());
                facts.push(Fact { label, value });
            }
        }
        facts
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

    /// A resolver for Markdown on this page; `name` is its path within `content/`.
    pub fn resolver<'w>(&'w mut self, name: &'w str) -> PageResolver<'w, 'a> {
        PageResolver::new(self, name)
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

/// Does this key of the record hold one of a few fixed words?
fn is_choice(record: &dyn AnyEntity, key: &str) -> bool {
    let keys = Model::keys_of(record.kind().name);
    keys.iter().any(|k| k.name == key && matches!(k.shape, Shape::Choice(_)))
}

/// A status label as HTML.
pub fn status_label(status: Status, words: &Words) -> String {
    format!("<span class=\"status status-{}\">{}</span>", status.word(), escape(words.name(status)))
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

/// Text made safe for HTML content and attributes.
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for c in text.chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
    out
}

/// The words of safe HTML, without its tags.
pub fn plain_of(html: &str) -> String {
    if !html.contains(['<', '&']) {
        return html.to_owned();
    }
    let mut out = String::with_capacity(html.len());
    let mut in_tag = false;
    for c in html.chars() {
        match c {
            '<' => in_tag = true,
            '>' if in_tag => in_tag = false,
            _ if !in_tag => out.push(c),
            _ => {}
        }
    }
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

//! What a template sees. Templates get these values and pure filters, nothing else: no access to the site or the disk.
//!
//! Every address is written from the root of the site without a leading slash (`gremia/pho-vth/`); a template puts
//! [`PageView::root`] before it (`./`, `../../`), so the same site works in any folder. HTML in a view is safe as it is.

use crate::content::Calculator;
use crate::infographic::{Infographic, Table};
use crate::markup::{Html, Svg};
use serde::Serialize;

/// The same on every page: given to templates as `site`.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct SiteView {
    /// Name of the portal.
    pub name: String,
    /// One line under the name; may be empty.
    pub tagline: String,
    /// Language, `nl`.
    pub language: String,
    /// Absolute address, with a slash at the end.
    pub base_url: String,
    /// Who owns the portal.
    pub owner: String,
    /// Link to the contact page, when there is one.
    pub contact: Option<Link>,
    /// Main menu.
    pub menu: Vec<Link>,
    /// Links in the footer.
    pub footer: Vec<Link>,
    /// What a browser may load: the content security policy.
    pub policy: &'static str,
    /// Fingerprinted style sheet.
    pub css: String,
    /// Fingerprinted script; empty when the theme has none.
    pub js: String,
    /// Fingerprinted script for search; empty when the theme has none.
    pub search_js: String,
    /// The page with everything by letter.
    pub alphabet: Link,
    /// The colours behind everything for a light and a dark screen, for the browser's own bar; the same twice when there is no dark.
    pub ground: Option<[String; 2]>,
    /// The theme's own words: `text/nl.toml` as a table (`site.text.skip_link`).
    pub text: serde_json::Value,
    /// Legend of the integration levels in order, for reuse on any page.
    pub levels: Vec<LevelView>,
    /// Date as of which the content holds: `23 november 2026`; may be empty.
    pub as_of: String,
    /// The same for machines.
    pub as_of_iso: String,
    /// What the site describes, and of when that is: `het plan van 2023`; may be empty.
    pub describes: String,
    /// When the newest thing happened that the site knows of; may be empty.
    pub latest: String,
    /// The area it is about; may be empty.
    pub area: String,
    /// Of which period it tells, as Dublin Core writes it; may be empty.
    pub period: String,
    /// Who answers for personal data; may be empty.
    pub privacy: String,
    /// Address of the accessibility statement; may be empty.
    pub accessibility: String,
}

/// An integration level.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct LevelView {
    /// Name: `verliefd`.
    pub name: String,
    /// What it means, safe HTML.
    pub meaning: Html,
    /// Address of its page.
    pub url: String,
    /// Small inline SVG of its weave.
    pub sample: Svg,
    /// The same as a long thread from top to bottom.
    pub thread: Svg,
    /// Dye that repeats the form: `meekrap`.
    pub colour: String,
}

/// A term of the glossary.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TermView {
    /// The id.
    pub id: String,
    /// Name with its abbreviation.
    pub name: String,
    /// What it means, safe HTML without links.
    pub meaning: Html,
    /// Address of its entry in the list.
    pub url: String,
    /// How it is written in running text: abbreviation, name, other words.
    pub words: Vec<String>,
}

/// A link within the site (`url` without leading slash) or to elsewhere (`external`).
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Link {
    /// Words.
    pub title: String,
    /// Address from the site's root, or absolute when `external`.
    pub url: String,
    /// Points to another site.
    pub external: bool,
}

/// One page: given to templates as `page`.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PageView {
    /// Address from the site's root: `gremia/pho-vth/`; empty for the home page.
    pub url: String,
    /// Absolute address.
    pub canonical: String,
    /// What brings a relative address to the site's root: `./`, `../`, `../../`. On the 404 page an absolute path.
    pub root: String,
    /// The title, the page's only h1.
    pub title: String,
    /// Plain text for the meta description; may be empty.
    pub description: String,
    /// Safe HTML: one or two sentences under the title; may be empty.
    pub lead: Html,
    /// From the home page down, this page not included.
    pub breadcrumbs: Vec<Link>,
    /// The menu entry that this page is under: its `url`; empty for none.
    pub section: String,
    /// Short answers for the first screen: question and answer.
    pub answers: Vec<Fact>,
    /// Filled when the page is somebody's own: a place at one organisation.
    pub place: Option<Box<PlaceView>>,
    /// Terms of the glossary are explained where they are first used.
    pub explained: bool,
    /// Those terms, in the order in which the page uses them. Filled when the page is rendered: the plan knows no glossary.
    pub words: Vec<TermView>,
    /// Contents of the page: h2 and h3.
    pub toc: Vec<TocItem>,
    /// First letters of a long list, each leading to its first item.
    pub letters: Vec<TocItem>,
    /// The page before in its section.
    pub previous: Option<Link>,
    /// The page after in its section.
    pub next: Option<Link>,
    /// How sure what stands here is.
    pub status: Option<StatusView>,
    /// What the page rests on.
    pub sources: Vec<SourceView>,
    /// Date of the last change in content, in Dutch; may be empty.
    pub updated: String,
    /// The same for machines (`2026-11-23`).
    pub updated_iso: String,
    /// Review date in Dutch; may be empty.
    pub review: String,
    /// Its first day for machines: from then on a reader is told.
    pub review_iso: String,
    /// Of which period the page tells, as Dublin Core writes it; empty for that of the site.
    pub period: String,
    /// Who owns the page.
    pub owner: String,
    /// An address for mail that says what it is about; empty when the portal names none.
    pub correction: String,
    /// Path of the source file, for editors; empty for pages made from data alone.
    pub source_file: String,
    /// Body from Markdown: HTML and infographics in order.
    pub body: Vec<Part>,
    /// Pages in this section or records of this kind, when the page is a list.
    pub items: Vec<Card>,
    /// The numbers that the home page shows large.
    pub key_figures: Vec<KeyFigure>,
    /// On the home page: the places that somebody may have, and where.
    pub places: Vec<PlaceChoice>,
    /// On the home page: the newest that happened.
    pub news: Vec<Date>,
    /// There is so much on the page that a field filters it, and groups of what has no page of its own fold.
    pub long: bool,
    /// All of a list beside each other, for who compares two.
    pub compare: Option<Box<TitledTable>>,
    /// Items in groups (opgaven per spoor, organisaties per soort); when filled, `items` is empty.
    pub groups: Vec<Group>,
    /// Filled when the page belongs to a record of the data.
    pub entity: Option<Box<EntityView>>,
    /// Free keys of the front matter (`[extra]`).
    pub extra: serde_json::Value,
    /// The page's card for sharing, beside the page: `deelkaart.png`; empty when there is none.
    pub card: String,
    /// All infographics of the site, on the page that shows them together.
    pub gallery: Vec<Shelf>,
    /// JSON-LD, ready to stand in a script element.
    pub json_ld: String,
    /// A draft, shown because someone asked for drafts: it is on no published site.
    pub draft: bool,
    /// Not to be listed or indexed.
    pub hidden: bool,
}

impl PageView {
    /// Lets go of the running text, of what is made from it and of what stands around it. What stays is what other pages, the feed and
    /// the files for taking along ask of a page.
    pub fn let_go_of_text(&mut self) {
        self.body.retain(|part| part.infographic.is_some());
        self.body.iter_mut().for_each(|part| (part.html, part.tables, part.calculator) = Default::default());
        self.body.shrink_to_fit();
        self.toc = Vec::new();
        (self.previous, self.next, self.lead) = Default::default();
        (self.json_ld, self.correction, self.root) = Default::default();
        (self.source_file, self.owner, self.section) = Default::default();
        // A card tells where its page stands.
        if self.card.is_empty() {
            self.breadcrumbs = Vec::new();
        }
    }

    /// Are they the same, but for what is let go of?
    pub fn is_but_for_text(&self, other: &Self) -> bool {
        let rest = |view: &Self| {
            let mut view = view.clone();
            view.let_go_of_text();
            view
        };
        rest(self) == rest(other)
    }

    /// The infographics of the page: those of the text, then those of the record.
    pub fn infographics(&self) -> impl Iterator<Item = &Infographic> {
        let in_body = self.body.iter().filter_map(|part| part.infographic.as_ref());
        let blocks = self.entity.iter().flat_map(|entity| &entity.blocks);
        in_body.chain(blocks.filter_map(|block| match block {
            Block::Infographic { infographic, .. } => Some(infographic.as_ref()),
            _ => None,
        }))
    }
}

/// An entry of the contents.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TocItem {
    /// Anchor without `#`.
    pub id: String,
    /// Words.
    pub title: String,
    /// 2 or 3.
    pub level: u8,
}

/// A table under a heading of its own.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct TitledTable {
    /// Anchor.
    pub id: String,
    /// The heading.
    pub title: String,
    /// The table.
    pub table: Table<Html>,
}

/// A piece of a body: either HTML, with the tables that follow it, or an infographic, or a calculator.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
pub struct Part {
    /// Safe HTML; empty when this is something else.
    pub html: Html,
    /// Tables after it, each under a heading.
    pub tables: Vec<TitledTable>,
    /// An infographic.
    pub infographic: Option<Infographic>,
    /// A calculator.
    pub calculator: Option<Box<Calculator>>,
    /// Wider than running text, such as a large table.
    pub wide: bool,
}

/// How sure something is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct StatusView {
    /// `duiding`: the CSS modifier.
    pub word: String,
    /// What readers see.
    pub name: String,
    /// What it means, plain text.
    pub meaning: String,
}

impl StatusView {
    /// Is it a plain fact, of which nobody need be told how sure it is?
    pub fn is_plain(&self) -> bool {
        matches!(&*self.word, "feit" | "besloten")
    }
}

/// A place in a source.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct SourceView {
    /// `Uitvoeringsplan 2023, opgave 8`.
    pub title: String,
    /// Address of the source's page, with anchor.
    pub url: String,
}

/// An item of a list.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Card {
    /// Words of the link.
    pub title: String,
    /// Address; empty for items without a page of their own.
    pub url: String,
    /// Anchor that this item has on the list page; empty when it has a page of its own.
    pub anchor: String,
    /// Anchors that it had before, which old links still name.
    pub former: Vec<String>,
    /// Safe HTML, one or two sentences; may be empty.
    pub text: Html,
    /// Short words above or beside the title (`bestuurlijk`, `opgave 3`); may be empty.
    pub tag: String,
    /// Dye of the card's edge: `indigo`; empty for none.
    pub colour: String,
    /// Status, when it must be told.
    pub status: Option<StatusView>,
    /// Further facts, for items that have no page of their own.
    pub facts: Vec<Fact>,
    /// What it rests on, for items that have no page of their own.
    pub sources: Vec<SourceView>,
}

/// A number that stands large, with the small words around it.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct KeyFigure {
    /// What stands before it: `circa`; may be empty.
    pub before: String,
    /// The number: `1,4` or `€ 10.000`.
    pub number: String,
    /// What it counts: `fte`; may be empty.
    pub unit: String,
    /// What it is of.
    pub title: String,
    /// How sure it is, where it is no plain fact.
    pub status: Option<StatusView>,
    /// Its place on the site.
    pub url: String,
}

/// Items under a heading.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Group {
    /// Heading.
    pub title: String,
    /// Anchor.
    pub id: String,
    /// Safe HTML under the heading; may be empty.
    pub text: Html,
    /// Dye; may be empty.
    pub colour: String,
    /// The items.
    pub items: Vec<Card>,
}

/// Infographics that belong together, on the page that shows them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Shelf {
    /// Heading.
    pub title: String,
    /// Anchor.
    pub id: String,
    /// The infographics.
    pub exhibits: Vec<Exhibit>,
}

/// An infographic on the page that shows them all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Exhibit {
    /// Its question or finding.
    pub title: String,
    /// Its conclusion; may be empty.
    pub conclusion: String,
    /// Where it stands: address and anchor.
    pub url: String,
    /// Title of the page where it stands.
    pub page: String,
    /// Path of its files from the site's root, without what differs: `gremia/pho-vth/relatiekaart`.
    pub file: String,
}

/// What somebody with a place at one organisation must know. All of it plain: the template writes the sentences.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct PlaceView {
    /// The place: `Bestuurder`.
    pub role: Link,
    /// The organisation, with its page.
    pub organisation: Link,
    /// What somebody there does: safe HTML.
    pub head: Html,
    /// What sets this organisation apart: safe HTML; may be empty.
    pub note: Html,
    /// Where the organisation lies, or with whom it is tied.
    pub map: Option<Infographic>,
    /// The bodies that matter there, and whether the organisation is in them.
    pub seats: Vec<Seat>,
    /// What is asked of the organisation.
    pub asked: Vec<Asked>,
    /// That in one sentence; empty when it shares a part of it, or when the data do not say.
    pub together: String,
    /// With whom it shares its civil organisation.
    pub shared_with: Vec<Link>,
    /// What is asked of who has this place: safe HTML.
    pub tasks: Vec<Html>,
    /// What happened and what was announced that touches this place, in order of time.
    pub dates: Vec<Date>,
    /// Whom to ask.
    pub contacts: Vec<Contact>,
    /// What nobody knows yet.
    pub open: Vec<Link>,
    /// The neighbours: this place there, and who borders on both.
    pub near: Vec<Near>,
    /// The other places at this organisation.
    pub others: Vec<Link>,
}

/// A place to choose, and the organisations where it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlaceChoice {
    /// The place, with the page that lists its organisations.
    pub role: Link,
    /// The organisations: each leads to the page of the place there.
    pub at: Vec<Link>,
}

/// A body in which somebody sits, or may.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Seat {
    /// The body.
    pub body: Link,
    /// As what: `lid`; may be empty.
    pub function: String,
    /// Dye of its layer.
    pub colour: String,
    /// How sure it is that the organisation sits there; none when it does not.
    pub status: Option<StatusView>,
}

/// A contribution that is asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Asked {
    /// The contribution.
    pub what: Link,
    /// `0,1 fte`; may be empty.
    pub size: String,
    /// `130 uur`; may be empty.
    pub hours: String,
    /// `circa € 10.000`; may be empty.
    pub euros: String,
    /// How sure it is.
    pub status: Option<StatusView>,
}

/// Something with a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Date {
    /// What.
    pub what: Link,
    /// `7 juli 2023`.
    pub when: String,
    /// It happened; if not, it was announced.
    pub happened: bool,
    /// The last of its list that happened.
    pub newest: bool,
}

/// A question, and who answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// The question.
    pub question: Link,
    /// Who.
    pub who: Link,
    /// How sure that is, where it is not for sure; else empty.
    pub unsure: String,
}

/// A neighbour.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Near {
    /// The same place there.
    pub there: Link,
    /// How far it is, as the crow flies, and in which direction; may be empty.
    pub away: String,
    /// Those who border on both.
    pub both: Vec<String>,
}

/// A label with its value.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Fact {
    /// `Vergadert`.
    pub label: String,
    /// Safe HTML.
    pub value: Html,
}

/// What the data say about the page's record.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct EntityView {
    /// Kind as in the data: `gremium`; also the CSS modifier.
    pub kind: String,
    /// `Overleg`.
    pub kind_label: String,
    /// The id.
    pub id: String,
    /// Dye that goes with it (its layer's); may be empty.
    pub colour: String,
    /// Name of its layer or group; may be empty.
    pub tag: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// Short facts, first on the page.
    pub facts: Vec<Fact>,
    /// Longer parts in order.
    pub blocks: Vec<Block>,
    /// Notes: contradictions, the editors' reading. Safe HTML; may be empty.
    pub note: Html,
    /// Of an organisation its places, of a place the organisations that have it: each leads to a page of their own.
    pub places: Vec<Link>,
    /// Records and pages that mention this one.
    pub backlinks: Vec<Backlinks>,
}

/// Those that mention a record, per kind.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Backlinks {
    /// `Relaties`.
    pub title: String,
    /// Links.
    pub links: Vec<Link>,
}

/// A part of an entity's page.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(tag = "type", rename_all = "lowercase")]
pub enum Block {
    /// Running text.
    Text {
        /// Anchor.
        id: String,
        /// Heading.
        title: String,
        /// Safe HTML (with its own paragraphs).
        html: Html,
    },
    /// A list of sentences.
    List {
        /// Anchor.
        id: String,
        /// Heading.
        title: String,
        /// Numbered.
        ordered: bool,
        /// Safe HTML each.
        items: Vec<Html>,
    },
    /// Cards with links.
    Cards {
        /// Anchor.
        id: String,
        /// Heading.
        title: String,
        /// The cards.
        items: Vec<Card>,
    },
    /// A table.
    Table {
        /// Anchor.
        id: String,
        /// Heading.
        title: String,
        /// The table.
        table: Table<Html>,
    },
    /// An infographic; its title is the heading.
    Infographic {
        /// Anchor.
        id: String,
        /// The infographic.
        infographic: Box<Infographic>,
    },
}

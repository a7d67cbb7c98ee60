//! Makes the view of every page.

use super::made::{Made, Own};
use super::memo::Others;
use super::site_view::period;
use crate::content::{self, Filled, FrontMatter, Segment};
use crate::decode::{Citation, Shown};
use crate::markup::Html;
use crate::model::kinds::{Begrip, Cijfer};
use crate::model::{AnyEntity, Entity, Status, check_source, rules};
use crate::pages::book::{
    ALPHABET, Addresses, CHANGES, GALLERY, Listed, Mentions, PLACE_TEMPLATE, Slot, What, ancestors, mentions_of, shown,
};
use crate::pages::page::{CARD, Page};
use crate::pages::view::{Block, Card, KeyFigure, Link, PageView, Part, TocItem};
use crate::pages::whole::{alphabet, changes, gallery, list, open_data, place};
use crate::pages::writing::{Outcomes, PageResolver, Writer, status_view};
use crate::pages::{kinds, rows};
use crate::site::{FigureParts, SitePage, figure_in_parts, percent_encode};
use std::collections::BTreeSet;
use std::sync::Arc;

/// How much news the home page tells.
const NEWS_AT_HOME: usize = 3;

/// Makes the view of one page.
pub(super) struct Planner<'a> {
    pub(super) book: &'a Addresses<'a>,
    pub(super) mentions: Mentions,
    pub(super) menu: Vec<(String, String)>,
    pub(super) listed: &'a [Listed],
}

impl Planner<'_> {
    pub(super) fn own(&self, slot: &Slot) -> Own<'_> {
        let mentions = match &slot.what {
            What::Record(id) => self.mentions.get(id).map(Vec::as_slice).unwrap_or_default(),
            _ => &[],
        };
        Own { document: slot.document.map(|d| &self.book.site.documents[d].document), mentions }
    }

    /// Is what a page shows of others what they are now? Of a page of plain text that can be told: where it stands among the others,
    /// and the names by which it calls some. A list of pages stays when only the data are other ones. All other pages may show anything.
    pub(super) fn stays(&self, url: &str, slot: &Slot, made: &Made, others: Others) -> bool {
        let view = &made.page.view;
        let (before, after) = self.neighbours(url);
        let plain = |segment: &Segment| if others.data { !segment.may_show_data() } else { !segment.may_show_pages() };
        let stays = |page: &SitePage| page.document.segments.iter().all(plain);
        let page = slot.document.map(|document| self.book.site.documents[document].as_ref());
        let lists = match slot.what {
            What::Content => page.is_some(),
            What::Section | What::Keyword(_) => made.lists_fronts && !others.fronts,
            _ => false,
        };
        lists
            && !url.is_empty()
            && made.problems.is_empty()
            && view.title == slot.title
            && page.is_none_or(stays)
            && (!others.data || self.head_is_free_of_data(page, view))
            && (&view.previous, &view.next) == (&before, &after)
            && view.breadcrumbs == self.breadcrumbs(url)
            && made.pages_named.iter().all(|(url, name)| self.book.slots.get(url).is_some_and(|s| s.short == *name))
    }

    /// Does what a page shows at its head say nothing of the data, or what they say now?
    fn head_is_free_of_data(&self, page: Option<&SitePage>, view: &PageView) -> bool {
        let said_alone =
            |page: &SitePage| page.front.as_ref().is_some_and(|front| front.bron.is_empty()) && is_alone(page);
        page.is_none_or(said_alone)
            && view.owner == self.owner(page.and_then(|page| page.front.as_ref()))
            && view.section == self.section_of(&view.url)
    }

    /// Are the cards of these pages made of their front matter alone?
    fn are_fronts(&self, cards: &[Card]) -> bool {
        let of_front = |slot: &Slot| {
            let page = slot.document.map(|document| &self.book.site.documents[document]);
            slot.what == What::Content && page.is_some_and(|page| is_alone(page))
        };
        cards.iter().all(|card| self.book.slots.get(&card.url).is_some_and(of_front))
    }

    /// Who looks after a page, in words.
    fn owner(&self, front: Option<&FrontMatter>) -> String {
        let owner = front.and_then(|front| front.eigenaar.as_ref()).or(self.book.site.portal.eigenaar.as_ref());
        owner.map(|owner| Writer::new(self.book, "").function(owner)).unwrap_or_default()
    }

    pub(super) fn page(&self, url: &str, slot: &Slot) -> Made {
        let book = self.book;
        let mut writer = Writer::new(book, url);
        let document = slot.document.map(|d| &book.site.documents[d]);
        let front = document.and_then(|d| d.front.as_ref());
        let mut view = self.frame(&mut writer, url, slot, document.map(Arc::as_ref));
        let mut anchors: BTreeSet<String> = BTreeSet::new();
        let mut plain = String::new();

        if let Some(document) = document {
            writer.problems.extend(document.document.problems_in(document.file));
            let filled = document
                .document
                .fill(document.file, &mut PageResolver::new(&mut writer, &document.name, &rows::BLOCKS));
            plain = filled.plain;
            view.body = filled.body.into_iter().map(part).collect();
            for part in &view.body {
                if let Some(infographic) = &part.infographic {
                    anchors.insert(infographic.id.clone());
                }
            }
            let headings = filled.headings.into_iter().filter(|h| h.level <= 3);
            view.toc.extend(headings.map(|h| TocItem { id: h.id, title: h.text, level: h.level }));
        }
        match &slot.what {
            What::Content if url.is_empty() => {
                view.key_figures = key_figures(book);
                view.places = place::choices(&mut writer);
                view.news = place::news(&mut writer, NEWS_AT_HOME);
            }
            What::Content => {}
            // It is filled when all pages are known.
            What::Gallery => gallery::open(&mut view, &book.site.words),
            What::Section => view.items = self.child_cards(&mut writer, url),
            What::List(kind) => list::fill(&mut writer, *kind, &mut view),
            What::Record(id) => self.record(&mut writer, id, &mut view),
            What::Place(place, organisation) => place::fill(&mut writer, place, organisation, &mut view),
            What::Keywords => view.items = self.child_cards(&mut writer, url),
            What::Keyword(part) => {
                let urls = book.keywords.get(part).map(|(_, urls)| urls.as_slice()).unwrap_or_default();
                view.items = urls.iter().map(|u| self.page_card(&mut writer, u)).collect();
            }
            What::OpenData => anchors.extend(show(open_data::files(&writer, self.listed), &mut view)),
            What::Alphabet => alphabet::show(book, &mut view),
            What::Changes => changes::fill(&mut writer, &mut view),
            What::DataColumns => {
                anchors.extend(show(open_data::columns(&book.site.model, &book.site.words), &mut view))
            }
        }
        let record = match &slot.what {
            What::Record(id) => book.site.model.get(id),
            _ => None,
        };
        let outcomes = Outcomes::of_page(&writer, document.map(|page| page.document.as_ref()), record);
        outcomes.cite(&writer, &mut view.sources);
        outcomes.explain(&writer, view.status.as_mut());
        view.long |= matches!(slot.what, What::Alphabet | What::Gallery | What::DataColumns) || lists_much(&view);
        anchors.extend(view.items.iter().map(|i| i.anchor.clone()));
        for group in &view.groups {
            anchors.insert(group.id.clone());
            anchors.extend(group.items.iter().map(|i| i.anchor.clone()));
        }
        if let Some(entity) = &mut view.entity {
            let own = |id: &str| document.is_some_and(|page| page.document.every_anchor().any(|own| own == id));
            entity.blocks.iter_mut().for_each(|block| step_aside(block, |id| anchors.contains(id) || own(id)));
        }
        // On a record's page the data come first, then what an editor wrote.
        let blocks: Vec<_> = view.entity.iter().flat_map(|e| &e.blocks).map(block_heading).collect();
        anchors.extend(blocks.iter().map(|(id, _)| id.clone()));
        view.toc.splice(0..0, blocks.into_iter().map(|(id, title)| TocItem { id, title, level: 2 }));
        if front.and_then(|f| f.inhoudsopgave) == Some(false) {
            view.toc.clear();
        }
        if view.description.is_empty() {
            view.description = if view.lead.is_empty() { opening(&plain) } else { opening(&view.lead.plain()) };
        }
        let about = kinds::about(&mut writer, &slot.what);
        view.json_ld = kinds::of_page(&writer, &view, about);
        let asked = front.and_then(|f| f.sjabloon.as_ref());
        let template = asked.map_or_else(|| template_of(url, &slot.what).to_owned(), |s| s.value.clone());
        let lists_fronts = view.groups.is_empty() && self.are_fronts(&view.items);
        let page = Page {
            path: format!("{url}index.html"),
            template,
            template_place: asked.map(|s| s.place),
            listed: !slot.hidden,
            changed: front.and_then(|f| f.bijgewerkt.or(f.datum)),
            published: slot.date,
            view: Arc::new(view),
        };
        Made {
            page: Arc::new(page),
            anchors,
            anchors_wanted: writer.anchors_wanted,
            images_shown: writer.images_shown,
            files_linked: writer.files_linked,
            pages_named: writer.pages_named,
            lists_fronts,
            problems: writer.problems,
        }
    }

    /// What does not depend on the kind of page.
    fn frame(&self, writer: &mut Writer<'_>, url: &str, slot: &Slot, document: Option<&SitePage>) -> PageView {
        let book = self.book;
        let portal = &book.site.portal;
        let front = document.and_then(|d| d.front.as_ref());
        let lead = document.map(|document| described(writer, document)).unwrap_or_default();
        if let Some(front) = front {
            check_citations(writer, front);
        }
        let (previous, next) = self.neighbours(url);
        let updated = front.and_then(|f| f.bijgewerkt.or(f.datum));
        PageView {
            url: url.to_owned(),
            canonical: format!("{}{url}", portal.basis_url.value),
            root: writer.root.clone(),
            title: slot.title.clone(),
            description: opening(&lead.plain()),
            lead,
            breadcrumbs: self.breadcrumbs(url),
            section: self.section_of(url),
            answers: Vec::new(),
            place: None,
            // The list of terms explains them itself, and the list of all names leads there. On a sheet there is no room.
            explained: !matches!(slot.what, What::Alphabet | What::Place(..))
                && front.and_then(|f| f.begrippen) != Some(false)
                && !matches!(slot.what, What::List(kind) if kind.is::<Begrip>()),
            words: Vec::new(),
            toc: Vec::new(),
            letters: Vec::new(),
            previous,
            next,
            status: status_view(front.and_then(|f| f.status.as_ref()), writer.words()),
            sources: writer.sources(front.map(|f| f.bron.as_slice()).unwrap_or_default()),
            updated: updated.map(|m| book.site.phrases.moment(&m)).unwrap_or_default(),
            updated_iso: updated.map(|m| m.to_string()).unwrap_or_default(),
            review: front
                .and_then(|f| f.herzien_voor.as_ref())
                .map(|m| book.site.phrases.moment(m))
                .unwrap_or_default(),
            review_iso: front
                .and_then(|f| f.herzien_voor.as_ref())
                .map(|m| m.first_day().to_string())
                .unwrap_or_default(),
            period: front.map(|f| self.period_of(&f.bron)).unwrap_or_default(),
            owner: self.owner(front),
            correction: self.correction(url, slot),
            source_file: document.map(|d| d.name.clone()).unwrap_or_default(),
            body: Vec::new(),
            items: Vec::new(),
            key_figures: Vec::new(),
            places: Vec::new(),
            news: Vec::new(),
            groups: Vec::new(),
            long: false,
            compare: None,
            entity: None,
            extra: front.map(|f| f.extra.value.clone()).unwrap_or_default(),
            card: self.card(slot),
            gallery: Vec::new(),
            json_ld: String::new(),
            draft: front.and_then(|f| f.concept) == Some(true),
            hidden: slot.hidden,
        }
    }

    /// The way to a page from the home page.
    fn breadcrumbs(&self, url: &str) -> Vec<Link> {
        let mut breadcrumbs: Vec<Link> = ancestors(url).skip(1).map(|u| page_link(self.book, u)).collect();
        breadcrumbs.reverse();
        if !url.is_empty() {
            breadcrumbs.insert(0, page_link(self.book, ""));
        }
        breadcrumbs
    }

    /// A letter about this page to whom the portal names, with the id of what the page is about and its address.
    fn correction(&self, url: &str, slot: &Slot) -> String {
        let portal = &self.book.site.portal;
        let Some(to) = portal.contact.as_ref().map(|c| c.value.as_str()).filter(|c| c.starts_with("mailto:")) else {
            return String::new();
        };
        let id = match &slot.what {
            What::Record(id) => id,
            What::Place(_, organisation) => organisation,
            _ => url,
        };
        let subject = percent_encode(&self.book.site.phrases.pages().wrong(id));
        let body = percent_encode(&format!("{}{url}", portal.basis_url.value));
        format!("{to}{}subject={subject}&body={body}", if to.contains('?') { '&' } else { '?' })
    }

    /// Of which period a page tells that rests on these sources; empty when none of them has a date.
    fn period_of(&self, sources: &[Citation]) -> String {
        let site = self.book.site;
        let dates = sources.iter().filter_map(|c| site.model.bronnen.get(&c.source)?.datum);
        dates.min().map(|start| period(Some(start), site.portal.stand)).unwrap_or_default()
    }

    /// Every page that others may find gets a card, when the portal wants cards.
    fn card(&self, slot: &Slot) -> String {
        let wanted = self.book.site.portal.deelkaarten == Some(true) && !slot.hidden;
        if wanted { CARD.to_owned() } else { String::new() }
    }

    fn record(&self, writer: &mut Writer<'_>, id: &str, view: &mut PageView) {
        let Some(record) = writer.model().get(id) else { return };
        let told = kinds::tell(writer, record);
        let common = record.common();
        if view.lead.is_empty() {
            view.lead.clone_from(&told.lead);
        }
        // A plain fact needs no label: it would be noise under every title.
        let told_status = common.status.filter(|s| s.value != Status::Feit);
        view.status = view.status.take().or_else(|| status_view(told_status, writer.words()));
        // What is decided of a part would be contradicted by what is said of the whole.
        if let Some(status) =
            view.status.as_mut().filter(|s| s.word != Status::Besloten.word() && decided_in_part(record))
        {
            let except = writer.phrases().sureness().part_sure(writer.words().name(Status::Besloten));
            status.meaning = format!("{} {except}", status.meaning);
        }
        if view.sources.is_empty() {
            // Also what its parts rest on: the source of a new level is one of the tie's.
            let mut all = common.sources.to_vec();
            Shown::Table(record.values()).walk(&mut |value| {
                if let Shown::Citation(citation) = value {
                    all.push((*citation).clone());
                }
            });
            view.sources = writer.sources(&all);
        }
        if view.review.is_empty() {
            view.review = common.review.map(|r| self.book.site.phrases.moment(r)).unwrap_or_default();
            view.review_iso = common.review.map(|r| r.first_day().to_string()).unwrap_or_default();
        }
        if view.period.is_empty() {
            view.period = self.period_of(common.sources);
        }
        if let Some(moment) = writer.site().portal.stand.filter(|_| view.updated.is_empty()) {
            (view.updated, view.updated_iso) = (self.book.site.phrases.moment(&moment), moment.to_string());
        }
        view.answers.clone_from(&told.answers);
        view.entity = Some(Box::new(kinds::view(writer, record, told, Vec::new())));
        let shown = shown(view);
        let hidden = |url: &String| writer.book.slots.get(url).is_some_and(|slot| slot.hidden);
        let others = mentions_of(&self.mentions, record).iter().filter(|(_, url)| !shown.contains(url) && !hidden(url));
        let others: Vec<_> = others.cloned().collect();
        let backlinks = kinds::backlinks(writer, &others);
        view.entity.iter_mut().for_each(|entity| entity.backlinks.clone_from(&backlinks));
    }

    fn child_cards(&self, writer: &mut Writer<'_>, url: &str) -> Vec<Card> {
        let children = self.book.children.get(url).map(Vec::as_slice).unwrap_or_default();
        let shown = |u: &&String| {
            let slot = &self.book.slots[*u];
            let keywords_at_home = url.is_empty() && slot.what == What::Keywords;
            !slot.hidden && !keywords_at_home
        };
        children.iter().filter(shown).map(|u| self.page_card(writer, u)).collect()
    }

    fn page_card(&self, writer: &mut Writer<'_>, url: &str) -> Card {
        let slot = &self.book.slots[url];
        let document = slot.document.map(|d| &self.book.site.documents[d]);
        let front = document.and_then(|document| document.front.as_ref());
        let text = document.map(|document| described(writer, document)).unwrap_or_default();
        Card {
            title: slot.title.clone(),
            url: url.to_owned(),
            anchor: String::new(),
            former: Vec::new(),
            text,
            tag: match front.and_then(|f| f.concept) {
                Some(true) => "concept".to_owned(),
                _ => slot.date.map(|d| self.book.site.phrases.moment(&d)).unwrap_or_default(),
            },
            colour: String::new(),
            status: None,
            facts: Vec::new(),
            sources: Vec::new(),
        }
    }

    fn neighbours(&self, url: &str) -> (Option<Link>, Option<Link>) {
        let Some(parent) = ancestors(url).nth(1) else { return (None, None) };
        // A hidden page is in no row.
        let Some(slot) = self.book.slots.get(url).filter(|slot| !slot.hidden) else { return (None, None) };
        let all = self.book.children.get(parent).map(Vec::as_slice).unwrap_or_default();
        let i = slot.place;
        let shown = |u: &&String| !self.book.slots[*u].hidden;
        let before = all[..i].iter().rev().find(shown).map(|u| page_link(self.book, u));
        let after = all[i + 1..].iter().find(shown).map(|u| page_link(self.book, u));
        (before, after)
    }

    /// The menu entry that a page is under: the one with the longest address that its own starts with.
    fn section_of(&self, url: &str) -> String {
        let under = self.menu.iter().filter(|(folder, _)| !folder.is_empty() && url.starts_with(folder.as_str()));
        under.max_by_key(|(folder, _)| folder.len()).map(|(_, entry)| entry.clone()).unwrap_or_default()
    }
}

/// Is what a page says of itself known, and free of anything that stands elsewhere?
fn is_alone(page: &SitePage) -> bool {
    let says_something = page.front.as_ref().is_some_and(|front| front.omschrijving.is_some());
    !says_something || page.described.get().is_some_and(Option::is_some)
}

/// What a page says of itself at its head and in lists.
fn described(writer: &mut Writer<'_>, page: &SitePage) -> Html {
    let Some(text) = page.front.as_ref().and_then(|front| front.omschrijving.as_ref()) else { return Html::default() };
    let alone = page.described.get_or_init(|| {
        let inline = content::inline(text);
        (inline.body.segments.is_empty() && inline.problems.is_empty()).then_some(inline.body.html)
    });
    alone.clone().unwrap_or_else(|| writer.text(text))
}

fn part(filled: Filled) -> Part {
    match filled {
        Filled::Html(html) => Part { html, ..Part::default() },
        Filled::Calculator(made) => Part { calculator: Some(made), wide: true, ..Part::default() },
        Filled::Infographic(infographic) => Part { infographic: Some(*infographic), ..Part::default() },
    }
}

/// Puts the parts about open data under the page's own text; gives their anchors.
fn show(sections: Vec<open_data::Section>, view: &mut PageView) -> Vec<String> {
    let mut anchors = Vec::new();
    for section in sections {
        anchors.push(section.toc.id.clone());
        anchors.extend(section.anchors);
        view.toc.push(section.toc);
        // What is no wider than running text goes on in it, so that it stands beside the contents as that does.
        match view.body.last_mut() {
            Some(last) if !section.wide && !last.wide && last.infographic.is_none() => last.tables.push(section.table),
            _ => view.body.push(Part { tables: vec![section.table], wide: section.wide, ..Part::default() }),
        }
    }
    anchors
}

fn check_citations(writer: &mut Writer<'_>, front: &FrontMatter) {
    let model = writer.model();
    for citation in &front.bron {
        let citation: &Citation = citation;
        check_source(model, citation, &mut writer.problems);
        rules::sections_exist::one(model, citation, &mut writer.problems);
    }
}

/// The key figures of the data, for the home page.
fn key_figures(book: &Addresses<'_>) -> Vec<KeyFigure> {
    let key = book.site.model.cijfers.iter().filter(|figure| figure.kern == Some(true));
    key.map(|figure| {
        let FigureParts { before, number, unit } = figure_in_parts(&book.site.phrases, figure);
        let url = format!("{}/#{}", <Cijfer as Entity>::KIND.plural, figure.id.value);
        let status = status_view(figure.status.as_ref(), &book.site.words);
        let status = status.filter(|status| !status.is_plain());
        KeyFigure { before, number, unit, title: figure.naam.clone(), status, url }
    })
    .collect()
}

fn page_link(book: &Addresses<'_>, url: &str) -> Link {
    let title = if url.is_empty() {
        book.site.phrases.pages().start().to_owned()
    } else {
        book.slots.get(url).map(|s| s.short.clone()).unwrap_or_default()
    };
    Link { title, url: url.to_owned(), external: false }
}

/// Gives a block another anchor when an editor's heading has its own already.
fn step_aside(block: &mut Block, taken: impl Fn(&str) -> bool) {
    let (Block::Text { id, .. }
    | Block::List { id, .. }
    | Block::Cards { id, .. }
    | Block::Table { id, .. }
    | Block::Infographic { id, .. }) = block;
    if taken(id) {
        id.push_str("-gegevens");
    }
}

/// Does a record's page list more than a reader goes through?
fn lists_much(view: &PageView) -> bool {
    const MUCH: usize = 60;
    let blocks = view.entity.iter().flat_map(|entity| &entity.blocks);
    let listed = blocks.map(|block| if let Block::List { items, .. } = block { items.len() } else { 0 });
    listed.sum::<usize>() > MUCH
}

fn block_heading(block: &Block) -> (String, String) {
    match block {
        Block::Text { id, title, .. }
        | Block::List { id, title, .. }
        | Block::Cards { id, title, .. }
        | Block::Table { id, title, .. } => (id.clone(), title.clone()),
        Block::Infographic { id, infographic } => (id.clone(), infographic.title.clone()),
    }
}

fn template_of(url: &str, what: &What) -> &'static str {
    match what {
        _ if url.is_empty() => "start.html",
        What::Content | What::OpenData | What::DataColumns => "pagina.html",
        What::Gallery => GALLERY.template,
        What::Section | What::List(_) | What::Keywords | What::Keyword(_) => "lijst.html",
        What::Changes => CHANGES.template,
        What::Record(_) => "entiteit.html",
        What::Alphabet => ALPHABET.template,
        What::Place(..) => PLACE_TEMPLATE,
    }
}

/// The opening of a text, at most 160 characters, ending on a whole word.
fn opening(text: &str) -> String {
    // Far more than enough: a long text need not be gone through for its opening.
    let text = text.split_whitespace().take(60).collect::<Vec<_>>().join(" ");
    if text.chars().count() <= 160 {
        return text;
    }
    let cut: String = text.chars().take(157).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |i| &cut[..i]);
    format!("{}…", whole.trim_end_matches([',', ';', ':', '.']))
}

/// Does a part of a record, such as a seat, say of itself that it is decided?
fn decided_in_part(record: &dyn AnyEntity) -> bool {
    let mut found = false;
    for (_, value) in record.values() {
        value.walk(&mut |value| {
            if let Shown::Table(fields) = value {
                found |= fields
                    .iter()
                    .any(|(key, value)| *key == "status" && *value == Shown::Plain(Status::Besloten.word()));
            }
        });
    }
    found
}

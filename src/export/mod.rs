//! What visitors take along: every infographic as a file of its own, for a slide and as rows, and a card for every page.
//!
//! Most of these files nobody asks for while the site is being written, and a picture takes tens of milliseconds. So the site
//! holds a [`Recipe`] for each: what it is made from, all of it. Who needs the bytes asks for them: `build` when it publishes,
//! `serve` when a browser wants the file. A recipe gives the same bytes whenever it is asked.

mod bands;
mod card;
mod css;
mod desk;
mod flat;
mod icon;
mod legend;
mod paper;
mod png;
mod pptx;
mod rows;
mod sheet;
mod slide;
mod style;

pub use css::Css;
pub use desk::Desk;
pub use icon::{FAVICON, MARK, TOUCH, icon};
pub use png::{Unmade, has_key};

use crate::infographic::Infographic;
use crate::infographic::words::unbroken;
use crate::pages::view::PageView;
use crate::pages::{Page, Plan};
use crate::phrases::Phrases;
use png::Drawn;
use std::borrow::Borrow;
use std::sync::Arc;
use style::Place;

/// What all files of a site share.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Setting {
    /// The theme's look.
    pub css: Css,
    /// Name of the portal.
    pub name: String,
    /// Absolute address of the site, with a slash at the end.
    pub base_url: String,
    /// Day as of which the content holds, in Dutch; may be empty.
    pub as_of: String,
    /// The words around a drawing.
    pub phrases: Phrases,
}

/// The forms in which an infographic can be taken along.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// A sheet with all that belongs to it.
    Svg,
    /// The same as a picture, so many pixels wide.
    Png(u32),
    /// Its rows.
    Csv,
    /// A slide, the so-manieth.
    SlideSvg(usize),
    /// A slide as a picture, so many pixels wide.
    SlidePng(u32, usize),
    /// Its slides as a deck whose texts and shapes can be changed.
    Pptx,
}

/// The forms that go onto the site, and what they are called: `relatiekaart` + `-dia.svg`.
///
/// One picture serves screen and paper: 1920 pixels over the 17 centimetres between the margins of A4 are 287 to the inch. Who needs
/// larger takes the SVG.
pub const FORMS: [(Form, &str); 6] = [
    (Form::Svg, ".svg"),
    (Form::Png(1920), ".png"),
    (Form::Csv, ".csv"),
    (Form::Pptx, ".pptx"),
    (Form::SlideSvg(0), "-dia.svg"),
    (Form::SlidePng(1920, 0), "-dia.png"),
];

/// Longer than this, sources take lines of a slide that its drawing needs.
const MANY_SOURCES: usize = 70;

/// The slides of a whole page as one deck, beside the page.
pub const DECK: &str = "dias.pptx";

/// The recipes of all files that go with a site's pages: path and recipe.
///
/// The setting is only asked for when there is something to make.
pub fn recipes(plan: &Plan, setting: impl FnOnce() -> Setting) -> Vec<(String, Recipe)> {
    let mut all = Vec::new();
    let wanted = |page: &Arc<Page>| !page.view.card.is_empty() || page.view.infographics().next().is_some();
    if !plan.pages.iter().any(wanted) {
        return all;
    }
    let setting = &Arc::new(setting());
    for page in &plan.pages {
        let folder = &page.view.url;
        for (at, info) in page.view.infographics().enumerate() {
            let recipe =
                |(form, end)| (format!("{folder}{}{end}", info.id), Recipe::drawing(&page.view, setting, at, form));
            all.extend(FORMS.map(recipe));
            // What one slide does not hold goes on on more. Who wants all of them takes the deck, so no pictures are made of those.
            let more = (1..slide::count(info)).map(|number| {
                let name = format!("{folder}{}-dia-{}.svg", info.id, number + 1);
                (name, Recipe::drawing(&page.view, setting, at, Form::SlideSvg(number)))
            });
            all.extend(more);
        }
        if page.view.infographics().next().is_some() {
            all.push((format!("{folder}{DECK}"), Recipe::deck(&page.view, setting)));
        }
        if !page.view.card.is_empty() {
            all.push((format!("{folder}{}", page.view.card), Recipe::card(&page.view, setting)));
        }
    }
    all
}

/// All that a file is made from.
#[derive(Debug, Clone)]
pub struct Recipe {
    /// Of the page, no file shows the running text.
    view: Arc<PageView>,
    setting: Arc<Setting>,
    what: What,
}

impl PartialEq for Recipe {
    fn eq(&self, other: &Self) -> bool {
        let same_view = || Arc::ptr_eq(&self.view, &other.view) || self.view.is_but_for_text(&other.view);
        self.what == other.what && self.setting == other.setting && same_view()
    }
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum What {
    /// The so-manieth infographic of the page.
    Drawing(usize, Form),
    /// The page's card.
    Card,
    /// All slides of the page.
    Deck,
}

impl Recipe {
    /// For an infographic of a page, the `at`-th.
    pub fn drawing(view: &Arc<PageView>, setting: &Arc<Setting>, at: usize, form: Form) -> Self {
        Self { view: view.clone(), setting: setting.clone(), what: What::Drawing(at, form) }
    }

    /// For the card of a page.
    pub fn card(view: &Arc<PageView>, setting: &Arc<Setting>) -> Self {
        Self { view: view.clone(), setting: setting.clone(), what: What::Card }
    }

    /// For all slides of a page.
    pub fn deck(view: &Arc<PageView>, setting: &Arc<Setting>) -> Self {
        Self { view: view.clone(), setting: setting.clone(), what: What::Deck }
    }

    /// The same infographic in another form; a card stays a card.
    pub fn in_form(&self, form: Form) -> Self {
        let what = match self.what {
            What::Drawing(at, _) => What::Drawing(at, form),
            what => what,
        };
        Self { what, ..self.clone() }
    }

    /// The form of an infographic; `None` for a card.
    pub fn form(&self) -> Option<Form> {
        match self.what {
            What::Drawing(_, form) => Some(form),
            What::Card | What::Deck => None,
        }
    }

    /// What it shows: the infographic's title, or the page's.
    pub fn title(&self) -> &str {
        let info = match self.what {
            What::Drawing(at, _) => self.view.infographics().nth(at),
            What::Card | What::Deck => None,
        };
        info.map_or(&self.view.title, |info| &info.title)
    }

    /// The bytes. `before` are those of an earlier time: a picture of the same drawing is not made again.
    pub fn bytes(&self, before: impl FnOnce() -> Option<Arc<[u8]>>) -> Result<Arc<[u8]>, Unmade> {
        self.bytes_at(&Desk::default(), before)
    }

    /// The same, beside other files of the same drawing: `desk` holds what they share.
    pub fn bytes_at(&self, desk: &Desk, before: impl FnOnce() -> Option<Arc<[u8]>>) -> Result<Arc<[u8]>, Unmade> {
        let subject = &Subject { view: &self.view, setting: &self.setting };
        let picture = |svg: &str, width, draw: &dyn Fn(&str) -> Result<Vec<u8>, Unmade>| {
            let key = png::key(svg, width);
            let known = before().filter(|bytes| has_key(bytes, &key));
            known.map_or_else(|| draw(&key).map(Into::into), Ok)
        };
        let drawn = |svg: &str, width, key: &str| Drawn::of(svg)?.png(width, key);
        let (at, form) = match self.what {
            What::Deck => return self.deck_of(self.view.infographics().map(|info| (info, Desk::default())).collect()),
            What::Card => {
                let (svg, width) = (card::card(subject), card::WIDTH as u32);
                return picture(&svg, width, &|key| drawn(&svg, width, key));
            }
            What::Drawing(at, form) => (at, form),
        };
        let Some(info) = self.view.infographics().nth(at) else {
            return Err(Unmade("de infographic is er niet".to_owned()));
        };
        let slide = |number| {
            let slide = desk.slide(subject, info, number);
            slide.map(|slide| slide.svg(subject, info)).ok_or_else(|| Unmade("de dia is er niet".to_owned()))
        };
        match form {
            Form::Csv => {
                let head = self.setting.phrases.export().caveat();
                Ok(rows::csv(&info.table, (head, &info.caveat)).into_bytes().into())
            }
            Form::Svg => Ok(desk.sheet(subject, info).as_bytes().into()),
            Form::SlideSvg(number) => Ok(slide(number)?.into_bytes().into()),
            Form::Pptx => self.deck_of(vec![(info, desk)]),
            Form::Png(width) => {
                picture(desk.sheet(subject, info), width, &|key| desk.sheet_drawn(subject, info)?.png(width, key))
            }
            Form::SlidePng(width, number) => {
                let svg = slide(number)?;
                picture(&svg, width, &|key| drawn(&svg, width, key))
            }
        }
    }

    /// The slides of infographics as one deck.
    fn deck_of<D: Borrow<Desk>>(&self, all: Vec<(&Infographic, D)>) -> Result<Arc<[u8]>, Unmade> {
        let subject = &Subject { view: &self.view, setting: &self.setting };
        let sheets: Vec<pptx::Sheet<'_>> =
            all.iter().flat_map(|(info, desk)| subject.sheets(info, desk.borrow())).collect();
        pptx::deck(&self.setting.css, self.title(), &sheets).map(Into::into)
    }

    /// The slides of its infographic; none for a card or a deck.
    fn sheets<'a>(&'a self, desk: &'a Desk) -> Vec<pptx::Sheet<'a>> {
        let What::Drawing(at, _) = self.what else { return Vec::new() };
        let subject = &Subject { view: &self.view, setting: &self.setting };
        self.view.infographics().nth(at).map(|info| subject.sheets(info, desk)).unwrap_or_default()
    }

    /// Are both files of the same drawing, which share a desk?
    pub fn is_beside(&self, other: &Self) -> bool {
        let drawing = |recipe: &Self| if let What::Drawing(at, _) = recipe.what { Some(at) } else { None };
        Arc::ptr_eq(&self.view, &other.view) && drawing(self).is_some() && drawing(self) == drawing(other)
    }

    /// Is an earlier file of use, so that it is worth reading?
    pub fn is_picture(&self) -> bool {
        matches!(self.what, What::Card | What::Drawing(_, Form::Png(_) | Form::SlidePng(..)))
    }
}

/// The slides of infographics of any pages as one deck, in this order.
pub fn deck(recipes: &[&Recipe]) -> Result<Arc<[u8]>, Unmade> {
    let Some(first) = recipes.first() else { return Err(Unmade("er is geen infographic".to_owned())) };
    let desks: Vec<Desk> = recipes.iter().map(|_| Desk::default()).collect();
    let sheets: Vec<_> = recipes.iter().zip(&desks).flat_map(|(recipe, desk)| recipe.sheets(desk)).collect();
    pptx::deck(&first.setting.css, &first.setting.name, &sheets).map(Into::into)
}

/// The page that an infographic stands on, for its links and its foot.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Subject<'a> {
    view: &'a PageView,
    setting: &'a Setting,
}

impl Subject<'_> {
    fn place(&self) -> Place<'_> {
        Place { page: &self.view.url, site: &self.setting.base_url }
    }

    /// The classes of what stands around a drawing on its page.
    const AROUND: [&'static str; 3] = ["infographic", "infographic-main", "infographic-drawing"];

    /// The slides of an infographic with what is told of them.
    fn sheets<'a>(&self, info: &'a Infographic, desk: &'a Desk) -> Vec<pptx::Sheet<'a>> {
        let slides = (0..slide::count(info)).filter_map(|number| desk.slide(self, info, number));
        let sheet = |slide| pptx::Sheet {
            slide,
            alternative: format!("{} {}", info.title, info.described()),
            notes: self.notes(info),
        };
        slides.map(sheet).collect()
    }

    /// What goes into the notes of a slide: how to read it, what it shows, what its signs mean, and where it comes from.
    fn notes(&self, info: &Infographic) -> Vec<String> {
        let mut notes = vec![info.question.clone(), info.reading.clone(), info.conclusion.clone(), info.caveat.clone()];
        notes.extend(info.legend.iter().map(|item| format!("{}: {}", item.label, item.meaning)));
        notes.extend(self.foot(info));
        notes
    }

    /// The sources without the places in them, when they are many: those stand in the notes.
    fn sources_in_short(&self, info: &Infographic) -> String {
        let source = info.source.plain();
        let source = source.trim_end_matches('.');
        if source.chars().count() <= MANY_SOURCES {
            return self.setting.phrases.export().source(source);
        }
        let mut names: Vec<&str> = source.split("; ").filter_map(|one| one.split(": ").next()).collect();
        names.dedup();
        self.setting.phrases.export().source(&names.join("; "))
    }

    /// Source, date, and where it comes from.
    fn foot(&self, info: &Infographic) -> Vec<String> {
        let mut lines = Vec::new();
        let source = info.source.plain();
        if !source.is_empty() {
            lines.push(self.setting.phrases.export().source(source.trim_end_matches('.')));
        }
        let date = if self.view.updated.is_empty() { &self.setting.as_of } else { &self.view.updated };
        let address = self.view.canonical.trim_start_matches("https://").trim_start_matches("http://");
        let mut from = self.setting.name.clone();
        if !date.is_empty() {
            from = self.setting.phrases.export().as_of(&from, &unbroken(date));
        }
        lines.push(format!("{from} – {address}"));
        lines
    }
}

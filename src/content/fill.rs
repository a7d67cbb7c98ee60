//! Fills in what a page or a sentence has left open.

use super::{Calculator, Document, HeadingAt, Inline, Said, Segment, Suspected, Target, address};
use crate::diag::{FileId, Span};
use crate::infographic::Infographic;
use crate::markup::{Attributes, Html};
use crate::phrases::Phrases;

/// Someone who knows the rest of the site. Whoever finds nothing says so itself and gives `None`; the words are then shown
/// without a link.
pub trait Resolve {
    /// The `href` of an address as written in an ordinary link.
    fn link(&mut self, target: &str, place: Span) -> Option<String>;
    /// The `href` and the name of what an id stands for.
    fn mention(&mut self, id: &str, place: Span) -> Option<(String, String)>;
    /// A figure in words.
    fn figure(&mut self, key: &str, place: Span) -> Option<String>;
    /// The words of the site's language.
    fn phrases(&self) -> &Phrases;
    /// The file of an image.
    fn image(&mut self, src: &str, place: Span) -> Option<ImageFile>;
    /// Looks at something that may be meant as a mention, a figure or a drawing.
    fn suspect(&mut self, of: Suspected, name: &str, place: Span);
    /// An infographic from its TOML, which starts at the place.
    fn infographic(&mut self, toml: &str, place: Span) -> Option<Infographic>;
    /// A calculator from its TOML.
    fn calculator(&mut self, toml: &str, place: Span) -> Option<Calculator>;
}

/// An image as it will be in the output.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ImageFile {
    /// Its address.
    pub href: String,
    /// In pixels, when known.
    pub width: Option<u32>,
    /// In pixels, when known.
    pub height: Option<u32>,
    /// Its mean colour, as CSS writes it, when known.
    pub colour: Option<String>,
    /// The same in several sizes: address and width in pixels, small to large; may be empty.
    pub sizes: Vec<(String, u32)>,
}

/// A finished piece of a body.
#[derive(Debug, Clone, PartialEq)]
pub enum Filled {
    /// Safe, well-formed HTML.
    Html(Html),
    /// A calculator, for the theme to show.
    Calculator(Box<Calculator>),
    /// An infographic, for the theme to frame.
    Infographic(Box<Infographic>),
}

/// A finished page body.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct FilledDocument {
    /// The body in order.
    pub body: Vec<Filled>,
    /// Its headings.
    pub headings: Vec<FilledHeading>,
    /// How the body begins as plain text, one line per block.
    pub plain: String,
}

/// A heading with its words filled in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FilledHeading {
    /// 2 to 6.
    pub level: u8,
    /// Unique on the page.
    pub id: String,
    /// Plain text.
    pub text: String,
}

/// A finished sentence.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FilledInline {
    /// Safe HTML without a paragraph around it.
    pub html: Html,
    /// The same as plain text.
    pub plain: String,
}

impl Document {
    /// Fills in the body, the headings and the opening; places that the resolver gets are in `file`.
    pub fn fill(&self, file: FileId, resolve: &mut dyn Resolve) -> FilledDocument {
        let mut filler = Filler::new(Some(file));
        let mut ids = self.headings.iter().map(|heading| heading.id);
        let body = self.with_html(|html| filler.run(html, &self.segments, &mut ids, resolve));
        let heading = |h: HeadingAt<'_>| FilledHeading {
            level: h.level,
            id: h.id.to_owned(),
            text: h.filled(|segment| filler.name(segment)),
        };
        let headings = self.headings.iter().map(heading).collect();
        FilledDocument { body, headings, plain: self.plain.filled(|segment| filler.name(segment)) }
    }
}

impl Inline {
    /// Fills in the sentence.
    pub fn fill(&self, resolve: &mut dyn Resolve) -> FilledInline {
        let mut filler = Filler::new(None);
        let mut html = Html::default();
        for part in filler.run(&self.body.html, &self.body.segments, &mut std::iter::empty(), resolve) {
            if let Filled::Html(more) = part {
                html.push(more);
            }
        }
        FilledInline { html, plain: self.plain.filled(|segment| filler.name(segment)) }
    }
}

struct Filler {
    file: Option<FileId>,
    parts: Vec<Filled>,
    /// By number of segment: the words that it turned out to have. In order.
    names: Vec<(usize, String)>,
}

impl Filler {
    fn new(file: Option<FileId>) -> Self {
        Self { file, parts: Vec::new(), names: Vec::new() }
    }

    fn name(&self, segment: usize) -> &str {
        self.names.binary_search_by_key(&segment, |(n, _)| *n).map_or("", |i| &self.names[i].1)
    }

    /// `ids` are those of the headings, each of which gets a link to itself.
    fn run(
        &mut self,
        body: &Html,
        segments: &[Segment],
        ids: &mut dyn Iterator<Item = &str>,
        resolve: &mut dyn Resolve,
    ) -> Vec<Filled> {
        let mut html = Html::with_room_for(body);
        html.append_filled(body, |html, number| match number {
            Some(number) => {
                if let Some(segment) = segments.get(number) {
                    self.segment(html, number, segment, resolve);
                }
            }
            None => ids.next().into_iter().for_each(|id| to_heading(html, id, resolve)),
        });
        self.flush(&mut html);
        std::mem::take(&mut self.parts)
    }

    fn segment(&mut self, html: &mut Html, number: usize, segment: &Segment, resolve: &mut dyn Resolve) {
        match segment {
            Segment::LinkOpen { target, attributes, place } => {
                let href = match target {
                    Target::Address(address) => resolve.link(address, self.place(*place)),
                    Target::Mention(id) => resolve.mention(id, self.place(*place)).map(|(href, _)| href),
                };
                open_link(html, href.as_deref(), attributes);
            }
            Segment::Mention { id, place } => {
                let found = resolve.mention(id, self.place(*place));
                let (href, name) = found.map_or((None, id.clone()), |(href, name)| (Some(href), name));
                open_link(html, href.as_deref(), &Attributes::default());
                html.push_text(&name);
                html.close("a");
                self.names.push((number, name));
            }
            Segment::Figure { key, place } => {
                let value = resolve.figure(key, self.place(*place)).unwrap_or_else(|| key.clone());
                html.push_text(&value);
                self.names.push((number, value));
            }
            Segment::Named { name, attributes, said } => {
                let mut attributes = attributes.clone();
                attributes.set("aria-label", said.words(resolve.phrases()));
                html.open_with(name, &[], &attributes);
            }
            Segment::Said(said) => {
                let words = said.words(resolve.phrases());
                html.push_text(&words);
                self.names.push((number, words));
            }
            Segment::Image { src, alt, attributes, place } => {
                let file = resolve.image(src, self.place(*place));
                image(html, file, alt, attributes);
            }
            Segment::Suspect { of, name, place } => resolve.suspect(*of, name, self.place(*place)),
            Segment::Calculator { toml, place } => {
                if let Some(calculator) = resolve.calculator(toml, self.place(*place)) {
                    self.flush(html);
                    self.parts.push(Filled::Calculator(Box::new(calculator)));
                }
            }
            Segment::Infographic { toml, place } => {
                if let Some(infographic) = resolve.infographic(toml, self.place(*place)) {
                    self.flush(html);
                    self.parts.push(Filled::Infographic(Box::new(infographic)));
                }
            }
        }
    }

    fn place(&self, place: Span) -> Span {
        self.file.map_or(place, |file| place.in_file(file))
    }

    fn flush(&mut self, html: &mut Html) {
        if !html.is_empty() {
            self.parts.push(Filled::Html(std::mem::take(html)));
        }
    }
}

/// Without an address, or with an empty one, it is a placeholder: words that are no link.
fn open_link(html: &mut Html, href: Option<&str>, attributes: &Attributes) {
    let href = href.filter(|href| !href.is_empty()).map(|href| ("href", href));
    html.open_with("a", href.as_slice(), attributes);
}

/// The link of a heading to itself.
fn to_heading(html: &mut Html, id: &str, resolve: &dyn Resolve) {
    let address = format!("#{}", address::encoded(id));
    let words = Said::ToHeading.words(resolve.phrases());
    html.open_to_itself(&[("class", "anker"), ("href", &address), ("aria-label", &words), ("aria-describedby", id)]);
    html.push_text("#");
    html.close("a");
}

fn image(html: &mut Html, file: Option<ImageFile>, alt: &str, given: &Attributes) {
    let Some(file) = file else { return html.push_text(alt) };
    let mut attributes = Attributes::default();
    if let [_, _, ..] = file.sizes[..] {
        let all: Vec<String> = file.sizes.iter().map(|(href, width)| format!("{href} {width}w")).collect();
        attributes.add("srcset", all.join(", "));
        attributes.add("sizes", "(min-width: 48rem) 44rem, 100vw");
    }
    if let Some(colour) = &file.colour {
        attributes.add("data-kleur", colour.clone());
    }
    // The editor's own size wins.
    if let (Some(width), Some(height), false) = (file.width, file.height, given.has("width")) {
        attributes.add("width", width.to_string());
        attributes.add("height", height.to_string());
    }
    attributes.extend(given);
    attributes.add("loading", "lazy");
    attributes.add("decoding", "async");
    html.open_with("img", &[("src", &file.href), ("alt", alt)], &attributes);
}

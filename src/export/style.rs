//! Turns a drawing that is styled by classes into one that carries its own look: every colour and size becomes an attribute, every
//! link gets the whole address, and what is only there to be pointed at goes.

use super::css::{Css, Part, filled};
use crate::infographic::svg::push_escaped;
use crate::site::join;
use roxmltree::{Document, Node};
use std::collections::BTreeMap;

/// What a style sheet may say of a drawing, and a file can hold as an attribute.
const PROPERTIES: [&str; 15] = [
    // Only to leave out what a page shows when a reader asks for it.
    "display",
    "fill",
    "fill-opacity",
    "stroke",
    "stroke-width",
    "stroke-opacity",
    "stroke-linecap",
    "stroke-linejoin",
    "stroke-dasharray",
    "opacity",
    "font-size",
    "font-weight",
    "font-style",
    "letter-spacing",
    "text-anchor",
];

/// A drawing as a piece of SVG that needs no style sheet.
#[derive(Debug, Clone, PartialEq)]
pub struct Plain {
    /// Width of its view box.
    pub width: f64,
    /// Height of its view box.
    pub height: f64,
    /// Everything inside its outermost element.
    pub inside: String,
}

/// Where relative links of a drawing lead: the address of its page within the site, and the site's own.
#[derive(Debug, Clone, Copy)]
pub struct Place<'a> {
    /// From the site's root: `gremia/pho-vth/`.
    pub page: &'a str,
    /// `https://vth-twente.example/`.
    pub site: &'a str,
}

/// Makes a drawing self-contained. `around` are the classes of what stands around it on a page. `None` when it is no drawing.
pub fn plain(svg: &str, css: &Css, around: &[&str], place: Place<'_>) -> Option<Plain> {
    let svg = match svg.contains("xmlns=") {
        true => svg.to_owned(),
        false => svg.replacen("<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\"", 1),
    };
    let document = Document::parse(&svg).ok()?;
    let root = document.root_element();
    let mut sizes = root.attribute("viewBox")?.split_whitespace().skip(2).map(str::parse::<f64>);
    let (width, height) = (sizes.next()?.ok()?, sizes.next()?.ok()?);
    let mut pen = Pen { css, place, out: String::with_capacity(svg.len()), above: Vec::new() };
    pen.above.extend(around.iter().map(|class| Seen { tag: "div", classes: vec![class] }));
    pen.above.push(Seen::of(root));
    let (mut own, tokens) = pen.declared(&css.tokens);
    own.remove("display");
    // The outermost element falls away; what it passes on to what is inside stays.
    pen.out.push_str("<g");
    pen.attributes(&own);
    pen.out.push('>');
    pen.children(root, tokens.as_ref().unwrap_or(&css.tokens));
    pen.out.push_str("</g>");
    Some(Plain { width, height, inside: pen.out })
}

/// What a selector may ask of an element.
struct Seen<'a> {
    tag: &'a str,
    classes: Vec<&'a str>,
}

impl<'a> Seen<'a> {
    fn of(node: Node<'a, '_>) -> Self {
        let classes = node.attribute("class").unwrap_or_default().split_whitespace().collect();
        Self { tag: node.tag_name().name(), classes }
    }

    fn is(&self, part: &Part) -> bool {
        part.tag.as_deref().is_none_or(|tag| tag == self.tag)
            && part.classes.iter().all(|class| self.classes.contains(&class.as_str()))
    }
}

struct Pen<'a> {
    css: &'a Css,
    place: Place<'a>,
    out: String,
    /// The element at hand, and all above it.
    above: Vec<Seen<'a>>,
}

type Look = BTreeMap<&'static str, String>;
type Tokens = BTreeMap<String, String>;

impl<'a> Pen<'a> {
    fn children(&mut self, node: Node<'a, '_>, tokens: &Tokens) {
        for child in node.children() {
            match child.text().filter(|_| child.is_text()) {
                Some(text) => push_escaped(&mut self.out, text),
                None if child.is_element() => self.element(child, tokens),
                None => {}
            }
        }
    }

    fn element(&mut self, node: Node<'a, '_>, tokens: &Tokens) {
        let name = node.tag_name().name();
        // The file as a whole has a title and a description of its own.
        let names_the_whole = matches!(name, "title" | "desc") && self.above.last().is_some_and(|a| a.tag == "svg");
        if matches!(name, "style" | "script") || names_the_whole {
            return;
        }
        self.above.push(Seen::of(node));
        let (mut look, own) = self.declared(tokens);
        let gone = look.remove("display").is_some_and(|value| value == "none");
        let unseen = |what: &str| look.get(what).is_some_and(|value| value == "transparent");
        // Areas that only catch a pointer.
        let lineless = look.get("stroke").is_none_or(|value| value == "none");
        if !(gone || unseen("stroke") || unseen("fill") && lineless) {
            self.out.push('<');
            self.out.push_str(name);
            for attribute in node.attributes() {
                let kept = match attribute.name() {
                    "class" | "id" | "focusable" | "tabindex" | "aria-labelledby" | "aria-describedby" => continue,
                    name if name.starts_with("data-") || look.contains_key(name) => continue,
                    "href" => absolute(attribute.value(), self.place),
                    _ => attribute.value().to_owned(),
                };
                self.attribute(attribute.name(), &kept);
            }
            self.attributes(&look);
            self.out.push('>');
            self.children(node, own.as_ref().unwrap_or(tokens));
            self.out.push_str("</");
            self.out.push_str(name);
            self.out.push('>');
        }
        self.above.pop();
    }

    /// What the style sheet says of the element at hand; also the tokens, when it sets any.
    fn declared(&self, tokens: &Tokens) -> (Look, Option<Tokens>) {
        let matching = self.css.rules.iter().filter(|rule| self.matches(&rule.selector));
        let declared: Vec<_> = matching.flat_map(|rule| &rule.declarations).collect();
        let mut own: Option<Tokens> = None;
        for (name, value) in &declared {
            if let Some(token) = name.strip_prefix("--") {
                own.get_or_insert_with(|| tokens.clone()).insert(token.to_owned(), filled(value, tokens));
            }
        }
        let tokens = own.as_ref().unwrap_or(tokens);
        let mut look = Look::new();
        for (name, value) in declared {
            if let Some(known) = PROPERTIES.iter().find(|known| *known == name) {
                look.insert(known, filled(value, tokens));
            }
        }
        spaced(&mut look);
        (look, own)
    }

    fn matches(&self, selector: &[Part]) -> bool {
        let Some((this, above)) = self.above.split_last() else { return false };
        let Some((last, rest)) = selector.split_last() else { return false };
        this.is(last) && stands_under(above, rest)
    }

    fn attribute(&mut self, name: &str, value: &str) {
        self.out.push(' ');
        self.out.push_str(name);
        self.out.push_str("=\"");
        push_escaped(&mut self.out, value);
        self.out.push('"');
    }

    fn attributes(&mut self, look: &Look) {
        for (name, value) in look {
            self.attribute(name, value);
        }
    }
}

/// Do the elements above, the nearest last, go with these parts?
fn stands_under(above: &[Seen<'_>], parts: &[Part]) -> bool {
    let Some((part, rest)) = parts.split_last() else { return true };
    if part.parent {
        return above.split_last().is_some_and(|(this, above)| this.is(part) && stands_under(above, rest));
    }
    (0..above.len()).rev().any(|i| above[i].is(part) && stands_under(&above[..i], rest))
}

/// Sizes in pixels as plain numbers, and the space between letters too: not every program knows `em` there.
fn spaced(look: &mut Look) {
    let size = look.get("font-size").and_then(|size| size.trim_end_matches("px").parse::<f64>().ok());
    if let Some(size) = size {
        look.insert("font-size", crate::infographic::svg::number(size));
    }
    let space = look.remove("letter-spacing");
    let space = space.and_then(|space| space.trim_end_matches("em").parse::<f64>().ok());
    if let (Some(size), Some(space)) = (size, space) {
        look.insert("letter-spacing", format!("{:.2}", size * space));
    }
}

/// The whole address of a link.
fn absolute(href: &str, place: Place<'_>) -> String {
    if href.contains(':') {
        return href.to_owned();
    }
    let (path, anchor) = href.split_once('#').map_or((href, ""), |(path, anchor)| (path, anchor));
    let target = if path.is_empty() { Some(place.page.to_owned()) } else { join(place.page, path) };
    let hash = if anchor.is_empty() { "" } else { "#" };
    format!("{}{}{hash}{anchor}", place.site, target.unwrap_or_default())
}

#[cfg(test)]
mod tests {
    use super::*;

    const PLACE: Place<'static> = Place { page: "gremia/a/", site: "https://x.example/vth/" };

    fn made(css: &str, inside: &str) -> String {
        let svg = format!("<svg class=\"ig-tekening\" viewBox=\"0 0 10 20\">{inside}</svg>");
        plain(&svg, &Css::read(css), &["infographic-proef"], PLACE).unwrap().inside
    }

    #[test]
    fn classes_become_attributes_and_dyes_are_inherited() {
        let css = ":root { --v-indigo: #123456 } .dye-indigo { --v-kleur: var(--v-indigo) }
            .ig-vak { fill: var(--v-kleur); stroke-width: 2 } .infographic-proef .ig-kern .ig-vak { stroke-width: 3 }";
        let svg = made(css, "<g class=\"dye-indigo ig-kern\"><rect class=\"ig-vak\" width=\"4\"/></g>");
        assert_eq!(svg, "<g><g><rect width=\"4\" fill=\"#123456\" stroke-width=\"3\"></rect></g></g>");
    }

    #[test]
    fn links_are_whole_and_hit_areas_go() {
        let css = ".ig-raak { stroke: transparent } .ig-bandvlak { fill: transparent; stroke: none }";
        let areas = "<path class=\"ig-raak\" d=\"M0 0\"/><rect class=\"ig-bandvlak\" width=\"4\"/>";
        let svg = made(css, &format!("<a href=\"../b/#c\">{areas}<text>x &amp; y</text></a>"));
        assert_eq!(svg, "<g><a href=\"https://x.example/vth/gremia/b/#c\"><text>x &amp; y</text></a></g>");
    }

    #[test]
    fn space_between_letters_is_a_number() {
        let svg = made(".k { font-size: 20px; letter-spacing: -.01em }", "<text class=\"k\">x</text>");
        assert!(svg.contains("font-size=\"20\" letter-spacing=\"-0.20\""), "{svg}");
    }
}

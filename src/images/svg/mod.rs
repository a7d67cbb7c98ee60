//! Looks whether a drawing is only a drawing. A browser that opens an SVG file by itself runs what is in it, so what is not on
//! the list is not published.

mod allowed;
mod weight;

use crate::diag::words::untrusted::InDrawing as What;
use allowed::{ATTRIBUTES, ELEMENTS, NOTES, SVG, XLINK, XML};
use roxmltree::{Attribute, Document, Node, ParsingOptions};
use std::ops::Range;

/// Something in a drawing that may not be there; the range is in its text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Slip {
    /// Where.
    pub at: Range<usize>,
    /// What.
    pub what: What,
}

/// Elements within elements: more than any drawing, and little enough to walk through.
const DEEPEST: usize = 200;

/// So many elements a browser draws before it is in trouble: the largest map has a tenth of it.
const MOST_DRAWN: u64 = 1_000_000;

/// Width and height of a drawing in pixels, as its outer element tells them.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let text = std::str::from_utf8(bytes).ok()?;
    let document = Document::parse(text.trim_start_matches('\u{feff}')).ok()?;
    let root = document.root_element();
    let pixels = |text: &str| text.trim().trim_end_matches("px").parse::<f64>().ok();
    let of = |name| root.attribute(name).and_then(pixels);
    let sides = of("width").zip(of("height")).or_else(|| {
        let numbers = root.attribute("viewBox")?.split([' ', ',']).filter(|part| !part.is_empty());
        let numbers: Vec<f64> = numbers.map_while(pixels).collect();
        Some((*numbers.get(2)?, *numbers.get(3)?))
    });
    let fits = |side: f64| (0.5..1e5).contains(&side).then(|| side.round() as u32);
    sides.and_then(|(width, height)| fits(width).zip(fits(height)))
}

/// Everything in a drawing that may not be there, in order.
pub fn slips(bytes: &[u8]) -> Vec<Slip> {
    let one = |at: Range<usize>, what| vec![Slip { at, what }];
    let Ok(text) = std::str::from_utf8(bytes) else { return one(0..0, What::Encoding) };
    let mark = text.len() - text.trim_start_matches('\u{feff}').len();
    let body = &text[mark..];
    if let Some(at) = declared_otherwise(body) {
        return one(at.start + mark..at.end + mark, What::Encoding);
    }
    if let Some(at) = body.find("<!DOCTYPE").or_else(|| body.find("<!ENTITY")) {
        let end = body[at..].find('>').map_or(body.len(), |i| at + i + 1);
        return one(at + mark..end + mark, What::Doctype);
    }
    let options = ParsingOptions { allow_dtd: false, ..ParsingOptions::default() };
    let document = match Document::parse_with_options(body, options) {
        Ok(document) => document,
        Err(error) => {
            let at = offset(body, error.pos()) + mark;
            return one(at..at, What::Broken(error.to_string()));
        }
    };
    let mut slips = Vec::new();
    for node in document.root().descendants() {
        look(node, body, &mut slips);
    }
    let root = document.root_element();
    if (root.tag_name().name(), root.tag_name().namespace()) != ("svg", Some(SVG)) {
        let at = name_of(root, body);
        slips.insert(0, Slip { at, what: What::NoSvg(root.tag_name().name().to_owned()) });
    }
    if slips.is_empty() && weight::of(&document) > MOST_DRAWN {
        slips.push(Slip { at: name_of(root, body), what: What::Endless });
    }
    slips.iter_mut().for_each(|slip| slip.at = slip.at.start + mark..slip.at.end + mark);
    slips.dedup();
    slips
}

/// Is this XML that a browser only shows: no page, no drawing, no formulas, nothing that names a style sheet?
pub fn is_inert_xml(bytes: &[u8]) -> bool {
    const ACTED_ON: &[&str] = &[
        SVG,
        "http://www.w3.org/1999/xhtml",
        "http://www.w3.org/1998/Math/MathML",
        "http://www.w3.org/1999/XSL/Transform",
        "http://www.mozilla.org/",
    ];
    let Ok(text) = std::str::from_utf8(bytes) else { return false };
    let body = text.trim_start_matches('\u{feff}');
    if declared_otherwise(body).is_some() {
        return false;
    }
    let Ok(document) = Document::parse(body) else { return false };
    let passive = |node: Node<'_, '_>| {
        let namespace = node.tag_name().namespace().unwrap_or_default();
        !node.is_pi() && !ACTED_ON.iter().any(|of| namespace.starts_with(of))
    };
    document.root().descendants().all(passive)
}

/// Where the XML declaration names another encoding than UTF-8: browsers would read other letters than we do.
fn declared_otherwise(text: &str) -> Option<Range<usize>> {
    let declaration = &text[..text.starts_with("<?xml").then(|| text.find("?>")).flatten()?];
    let start = declaration.find("encoding")? + "encoding".len();
    let value = declaration[start..].trim_start_matches([' ', '=', '\t', '\n', '\r', '"', '\'']);
    let at = declaration.len() - value.len();
    let name = value.split(['"', '\'']).next().unwrap_or_default();
    let known = ["utf-8", "utf8", "us-ascii"].iter().any(|known| name.eq_ignore_ascii_case(known));
    (!known).then(|| at..at + name.len())
}

fn look(node: Node<'_, '_>, text: &str, slips: &mut Vec<Slip>) {
    if node.is_pi() {
        slips.push(Slip { at: first_line(node.range(), text), what: What::Instruction });
    }
    if !node.is_element() {
        return;
    }
    let name = node.tag_name().name();
    let at = name_of(node, text);
    let namespace = node.tag_name().namespace();
    let note = namespace.is_some_and(|of| NOTES.iter().any(|known| of.starts_with(known)));
    let drawn = namespace == Some(SVG) && ELEMENTS.contains(&name);
    if !(note || drawn) || node.ancestors().take(DEEPEST + 1).count() > DEEPEST {
        slips.push(Slip { at, what: What::Element(name.to_owned()) });
        return;
    }
    if note {
        return;
    }
    for attribute in node.attributes() {
        if let Some(what) = attribute_slip(name, &attribute) {
            slips.push(Slip { at: attribute.range(), what });
        }
    }
    if name == "style" {
        // A browser reads its texts as one, also when a comment stands between them.
        let parts: Vec<_> = node.children().filter(|child| child.is_text()).collect();
        let style: String = parts.iter().filter_map(Node::text).collect();
        if let Some(first) = parts.first().filter(|_| fetches(&style)) {
            slips.push(Slip { at: first_line(first.range(), text), what: What::Style });
        }
    }
}

fn attribute_slip(element: &str, attribute: &Attribute<'_, '_>) -> Option<What> {
    let (name, value) = (attribute.name(), attribute.value());
    let told = || name.to_owned();
    if name.len() > 2 && name.get(..2).is_some_and(|on| on.eq_ignore_ascii_case("on")) {
        return Some(What::Script(told()));
    }
    match attribute.namespace() {
        None if name == "href" => return (!may_lead_to(element, value)).then(|| What::Reference(value.to_owned())),
        Some(XLINK) if name == "href" => {
            return (!may_lead_to(element, value)).then(|| What::Reference(value.to_owned()));
        }
        Some(XLINK) if ["title", "type", "show", "actuate", "role", "arcrole"].contains(&name) => return None,
        Some(XML) if ["space", "lang", "id"].contains(&name) => return None,
        Some(of) if NOTES.iter().any(|known| of.starts_with(known)) => return None,
        None if ATTRIBUTES.contains(&name) || name.starts_with("data-") || name.starts_with("aria-") => {}
        _ => return Some(What::Attribute(told())),
    }
    fetches(value).then_some(What::Style)
}

/// Links may go where a page's links go; everything else must be in the file itself.
fn may_lead_to(element: &str, value: &str) -> bool {
    let value = value.trim();
    if value.is_empty() || value.starts_with('#') {
        return true;
    }
    let lower = value.to_ascii_lowercase();
    match element {
        // No control characters, which browsers leave out when they look for the scheme.
        "a" if value.contains(|c: char| c.is_control()) => false,
        "a" => match lower.split(['/', '?', '#']).next().unwrap_or_default().split_once(':') {
            Some((scheme, _)) => ["http", "https", "mailto", "tel"].contains(&scheme),
            None => !value.starts_with("\\"),
        },
        "image" => ["png", "jpeg", "jpg", "gif", "webp"].iter().any(|form| {
            lower
                .strip_prefix("data:image/")
                .and_then(|rest| rest.strip_prefix(form))
                .is_some_and(|rest| rest.starts_with(';'))
        }),
        _ => false,
    }
}

/// Does a style fetch something, or may it? A backslash can spell any of these words another way.
fn fetches(style: &str) -> bool {
    let lower = style.to_ascii_lowercase();
    let elsewhere = |(at, _): (usize, &str)| !lower[at + 4..].trim_start_matches([' ', '"', '\'']).starts_with('#');
    lower.match_indices("url(").any(elsewhere)
        || [
            "\\",
            "@import",
            "@namespace",
            "image(",
            "image-set(",
            "src(",
            "expression(",
            "javascript:",
            "-moz-binding",
            "behavior:",
            "@charset",
        ]
        .iter()
        .any(|word| lower.contains(word))
}

/// Where the name of an element stands.
fn name_of(node: Node<'_, '_>, text: &str) -> Range<usize> {
    let start = (node.range().start + 1).min(text.len());
    let length = text[start..].find(|c: char| c.is_whitespace() || matches!(c, '/' | '>')).unwrap_or(0);
    start..start + length
}

fn first_line(range: Range<usize>, text: &str) -> Range<usize> {
    let inner = &text[range.clone()];
    let start = range.start + inner.len() - inner.trim_start().len();
    let length = text[start..range.end].find('\n').unwrap_or(range.end - start);
    start..start + length
}

fn offset(text: &str, at: roxmltree::TextPos) -> usize {
    let line: usize = text.split_inclusive('\n').take(at.row.saturating_sub(1) as usize).map(str::len).sum();
    let rest = text.get(line..).unwrap_or_default();
    line + rest.char_indices().nth(at.col.saturating_sub(1) as usize).map_or(rest.len(), |(i, _)| i)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whats(inner: &str) -> Vec<What> {
        let text = format!(
            "<svg xmlns=\"{SVG}\" xmlns:xlink=\"{XLINK}\" xmlns:i=\"http://www.inkscape.org/namespaces/inkscape\" xmlns:h=\"http://www.w3.org/1999/xhtml\">{inner}</svg>"
        );
        slips(text.as_bytes()).into_iter().map(|slip| slip.what).collect()
    }

    #[test]
    fn drawings_pass() {
        for good in [
            "<g fill='url(#a)' style='fill: url( \"#a\")' i:label='x' data-x='1' aria-label='y'><path d='M0 0'/></g>",
            "<i:grid on='x'/><style>.a { fill: red; clip-path: url(#b) }</style>",
            "<a href='https://example.nl/'><text x='1'>a</text></a><a xlink:href='../over/'><text>b</text></a>",
            "<image href='data:image/png;base64,AAAA' width='1'/><use xlink:href='#x'/>",
        ] {
            assert_eq!(whats(good), [], "{good}");
        }
    }

    #[test]
    fn what_runs_or_fetches_does_not() {
        for bad in [
            "<script>x</script>",
            "<g onload='x'/>",
            "<g ONCLICK='x'/>",
            "<foreignObject/>",
            "<h:script/>",
            "<h:body/>",
            "<a href='javascript:x'/>",
            "<a href=' java&#10;script:x'/>",
            "<a xlink:href='JAVASCRIPT:x'/>",
            "<a href='data:text/html,x'/>",
            "<image href='https://x.nl/a.png'/>",
            "<image href='data:image/svg+xml;base64,AA'/>",
            "<use href='b.svg#a'/>",
            "<use href='data:x'/>",
            "<animate attributeName='href' values='javascript:x'/>",
            "<set/>",
            "<handler/>",
            "<style>@import 'x'</style>",
            "<style>a{fill:url(//x.nl)}</style>",
            "<style>a{fill:u\\72l(//x)}</style>",
            "<style><![CDATA[@import 'x']]></style>",
            "<g style='fill:url(http://x)'/>",
            "<g fill='url(http://x)'/>",
            "<?xml-stylesheet href='x'?>",
            "<g xml:base='http://x'/>",
            "<feImage href='http://x'/>",
            "<iframe/>",
            "<g srcdoc='x'/>",
            "<audio/>",
            "<g i:x='1' zomaar='1'/>",
            "<title><h:script/></title>",
            "<style>@im<!-- -->port 'x'</style>",
            "<style>a{fill:u<![CDATA[rl(//x)]]>}</style>",
        ] {
            assert_ne!(whats(bad), [], "{bad}");
        }
    }

    #[test]
    fn a_drawing_that_repeats_itself_without_end_is_not_published() {
        let layers: String =
            (0..12).map(|i| format!("<g id='l{i}'>{}</g>", format!("<use href='#l{}'/>", i + 1).repeat(10))).collect();
        assert_eq!(whats(&layers), [What::Endless]);
        let styled: String = (0..12)
            .map(|i| format!("<pattern id='p{i}'>{}</pattern>", format!("<path fill='url(#p{})'/>", i + 1).repeat(10)))
            .collect();
        assert_eq!(whats(&(styled + "<path style='fill: url(\"#p0\")'/>")), [What::Endless]);
        let stamps = "<symbol id='s'><path/><path/></symbol>".to_owned() + &"<use href='#s'/>".repeat(5_000);
        assert_eq!(whats(&stamps), []);
        // What refers to itself is drawn once, if at all.
        assert_eq!(whats("<g id='a'><use href='#b'/></g><g id='b'><use href='#a'/><use href='#b'/></g>"), []);
    }

    #[test]
    fn drawings_tell_how_large_they_are() {
        let size = |attributes: &str| super::size(format!("<svg xmlns='{SVG}' {attributes}/>").as_bytes());
        assert_eq!(size("width='24' height='12.4px'"), Some((24, 12)));
        assert_eq!(size("width='100%' height='100%' viewBox='0 0 640, 480'"), Some((640, 480)));
        for none in ["", "viewBox='0 0 10'", "width='0' height='5'", "width='1e9' height='5'", "width='nan' height='1'"]
        {
            assert_eq!(size(none), None, "{none}");
        }
    }

    #[test]
    fn what_is_no_plain_drawing_is_told_at_its_place() {
        let first = |text: &str| slips(text.as_bytes()).into_iter().next().map(|slip| (slip.at, slip.what));
        assert_eq!(first("\u{feff}<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>").unwrap().1, What::Doctype);
        assert_eq!(first("<html/>").unwrap(), (1..5, What::NoSvg("html".into())));
        assert_eq!(first("<?xml version='1.0' encoding='UTF-7'?><svg/>").unwrap().1, What::Encoding);
        assert!(matches!(first("<svg>\n<g></svg>"), Some((at, What::Broken(_))) if at.start >= 6));
        assert_eq!(slips(b"\xff\xfe<\0s\0")[0].what, What::Encoding);
        let deep = format!("<svg xmlns='{SVG}'>{}{}</svg>", "<g>".repeat(900), "</g>".repeat(900));
        assert!(!slips(deep.as_bytes()).is_empty());
    }
}

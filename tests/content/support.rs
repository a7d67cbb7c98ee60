//! A resolver that knows a little, and a checker of well-formedness.

use verbeeld::content::{self, Document, Filled, FilledDocument, ImageFile, Resolve};
use verbeeld::diag::{Diagnostic, FileId, Span};
use verbeeld::infographic::Infographic;

/// Knows `pho-vth`, the figure `inzet.fte`, and finds every address and image.
#[derive(Default)]
pub struct Known {
    pub asked: Vec<(String, Span)>,
    pub phrases: verbeeld::phrases::Phrases,
}

impl Resolve for Known {
    fn phrases(&self) -> &verbeeld::phrases::Phrases {
        &self.phrases
    }
    fn link(&mut self, target: &str, place: Span) -> Option<String> {
        self.asked.push((target.to_owned(), place));
        (!target.contains("weg")).then(|| format!("/{target}"))
    }
    fn mention(&mut self, id: &str, place: Span) -> Option<(String, String)> {
        self.asked.push((id.to_owned(), place));
        (id == "pho-vth").then(|| ("gremia/pho-vth/".into(), "PHO VTH & co".into()))
    }
    fn figure(&mut self, key: &str, place: Span) -> Option<String> {
        self.asked.push((key.to_owned(), place));
        (key == "inzet.fte_som").then(|| "0,1\u{a0}fte".into())
    }
    fn image(&mut self, src: &str, place: Span) -> Option<ImageFile> {
        self.asked.push((src.to_owned(), place));
        Some(ImageFile { href: src.to_owned(), width: Some(40), height: Some(30), ..ImageFile::default() })
    }
    fn suspect(&mut self, _of: verbeeld::content::Suspected, name: &str, place: Span) {
        self.asked.push((name.to_owned(), place));
    }
    fn calculator(&mut self, toml: &str, place: Span) -> Option<verbeeld::content::Calculator> {
        self.asked.push((toml.to_owned(), place));
        None
    }
    fn infographic(&mut self, toml: &str, place: Span) -> Option<Infographic> {
        self.asked.push((toml.to_owned(), place));
        None
    }
}

/// The text as a page with empty front matter.
pub fn page(markdown: &str) -> String {
    format!("+++\n+++\n{markdown}")
}

pub fn parse(markdown: &str) -> Document {
    content::parse(&page(markdown), 0)
}

pub fn filled(markdown: &str) -> FilledDocument {
    parse(markdown).fill(FileId(7), &mut Known::default())
}

pub fn html_of(body: &[Filled]) -> String {
    body.iter().map(|part| if let Filled::Html(html) = part { html.as_str() } else { "<infographic>" }).collect()
}

/// The HTML of a page that must be without problems.
pub fn html(markdown: &str) -> String {
    let document = parse(markdown);
    assert_eq!(shown(&page(markdown), &document.problems), Vec::<String>::new(), "{markdown}");
    let html = html_of(&document.fill(FileId(7), &mut Known::default()).body);
    well_formed(&html).unwrap_or_else(|e| panic!("{e}\n{html}"));
    html.trim_end().to_owned()
}

/// The problems as `CODE what-stands-there`.
pub fn problems(markdown: &str) -> Vec<String> {
    let text = page(markdown);
    let document = content::parse(&text, 0);
    let html = html_of(&document.fill(FileId(7), &mut Known::default()).body);
    well_formed(&html).unwrap_or_else(|e| panic!("{e}\n{html}"));
    shown(&text, &document.problems)
}

pub fn shown(text: &str, problems: &[Diagnostic]) -> Vec<String> {
    problems.iter().map(|p| format!("{} {}", p.code, &text[p.place.expect("a place").range()])).collect()
}

/// Every tag closed, in order; attributes quoted, with nothing that runs.
pub fn well_formed(html: &str) -> Result<(), String> {
    const VOID: &[&str] = &["br", "hr", "img", "input", "wbr"];
    let mut open: Vec<String> = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find(['<', '>', '&']) {
        rest = &rest[at..];
        if let Some(entity) = rest.strip_prefix('&') {
            let end = entity.find(';').ok_or("a loose &")?;
            if end > 8 || !entity[..end].bytes().all(|b| b.is_ascii_alphanumeric() || b == b'#') {
                return Err(format!("a loose &: {}", &entity[..end]));
            }
            rest = entity;
            continue;
        }
        let tag = rest.strip_prefix('<').ok_or("a loose >")?;
        if let Some(name) = tag.strip_prefix('/') {
            let end = name.find('>').ok_or("a closing tag that does not end")?;
            let (name, after) = name.split_at(end);
            match open.pop() {
                Some(top) if top == name => {}
                top => return Err(format!("</{name}> closes {top:?}")),
            }
            rest = &after[1..];
            continue;
        }
        let end = tag.find([' ', '>']).ok_or("a tag that does not end")?;
        let (name, mut after) = tag.split_at(end);
        if name.is_empty() || !name.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()) {
            return Err(format!("a tag named {name:?}"));
        }
        while let Some(attribute) = after.strip_prefix(' ') {
            let end = attribute.find(['=', ' ', '>']).ok_or("an attribute that does not end")?;
            let key = &attribute[..end];
            if key.starts_with("on") || key == "style" || key.contains(['"', '<', '&']) {
                return Err(format!("attribute {key:?}"));
            }
            after = &attribute[end..];
            if let Some(value) = after.strip_prefix("=\"") {
                let end = value.find('"').ok_or("a value that does not end")?;
                if value[..end].contains(['<', '>']) || (key == "href" && value.starts_with("javascript")) {
                    return Err(format!("value {:?}", &value[..end]));
                }
                after = &value[end + 1..];
            }
        }
        rest = after.strip_prefix('>').ok_or_else(|| format!("rubbish in <{name}>"))?;
        if !VOID.contains(&name) {
            open.push(name.to_owned());
        }
    }
    if open.is_empty() { Ok(()) } else { Err(format!("not closed: {open:?}")) }
}

#![allow(missing_docs)]
use super::*;
use crate::decode::{Decoder, Text};
use crate::diag::{Diagnostic, FileId, Span};
use crate::infographic::Infographic;
pub struct ImageFile {
    pub href: String,
    pub width: Option<u32>,
    pub height: Option<u32>,
}
pub trait Resolve {
    fn link(&mut self, target: &str, place: Span) -> Option<String>;
    fn mention(&mut self, id: &str, place: Span) -> Option<(String, String)>;
    fn figure(&mut self, key: &str, place: Span) -> Option<String>;
    fn image(&mut self, src: &str, place: Span) -> Option<ImageFile>;
    fn infographic(&mut self, toml: &str, place: Span) -> Option<Infographic>;
}
pub enum Filled {
    Html(String),
    Infographic(Box<Infographic>),
}
pub struct Inline {
    pub body: Vec<Segment>,
    pub plain: String,
    pub problems: Vec<Diagnostic>,
}
pub fn inline(text: &Text) -> Inline {
    Inline {
        body: vec![Segment::Html(text.raw.replace('&', "&amp;").replace('<', "&lt;"))],
        plain: text.raw.clone(),
        problems: vec![],
    }
}
pub fn fill_html(s: &[Segment], r: &mut dyn Resolve) -> String {
    fill(s, r)
        .into_iter()
        .map(|f| match f {
            Filled::Html(h) => h,
            _ => String::new(),
        })
        .collect()
}
pub fn fill(segments: &[Segment], _r: &mut dyn Resolve) -> Vec<Filled> {
    segments
        .iter()
        .map(|s| match s {
            Segment::Html(h) => Filled::Html(h.clone()),
            _ => Filled::Html(String::new()),
        })
        .collect()
}
pub fn parse(text: &str, _offset: usize) -> Document {
    let mut doc = Document::default();
    let Some(rest) = text.strip_prefix("+++\n") else { return doc };
    let Some((front, body)) = rest.split_once("\n+++") else { return doc };
    let mut d = Decoder::new(FileId(0), front, 4);
    let t = d.parse();
    doc.front = d.record(t.get_ref(), Span::top(FileId(0)));
    doc.problems = d.problems;
    let mut html = String::new();
    pulldown_cmark::html::push_html(&mut html, pulldown_cmark::Parser::new(body));
    doc.body.push(Segment::Html(html));
    doc
}
impl Document {
    pub fn problems_in(&self, file: FileId) -> impl Iterator<Item = Diagnostic> + '_ {
        self.problems.iter().cloned().map(move |d| d.in_file(file))
    }
}

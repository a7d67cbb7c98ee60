#![allow(missing_docs)]
use super::*;
use crate::model::Form;
pub struct Ambition {
    pub form: Form,
    pub colour: String,
    pub name: String,
}
pub struct Edge {
    pub from: usize,
    pub to: usize,
    pub form: Form,
    pub colour: String,
    pub level_name: String,
    pub ambition: Option<Ambition>,
    pub reading_only: bool,
    pub subject: String,
    pub href: String,
    pub status_name: String,
}
pub struct Lane {
    pub name: String,
    pub note: String,
    pub colour: String,
}
pub struct LegendLine {
    pub form: Form,
    pub colour: String,
    pub label: String,
    pub meaning: String,
}
pub struct Node {
    pub id: String,
    pub label: String,
    pub sub: Option<String>,
    pub lane: usize,
    pub href: String,
    pub emphasis: bool,
}
pub struct Relatiekaart {
    pub id: String,
    pub title: String,
    pub reading: String,
    pub lanes: Vec<Lane>,
    pub nodes: Vec<Node>,
    pub edges: Vec<Edge>,
    pub legend: Vec<LegendLine>,
    pub source: String,
}
impl Relatiekaart {
    pub fn draw(&self) -> Infographic {
        Infographic {
            id: self.id.clone(),
            kind: "relatiekaart".into(),
            title: self.title.clone(),
            reading: self.reading.clone(),
            conclusion: String::new(),
            legend: vec![],
            svg: String::new(),
            narrow: String::new(),
            table: Table::default(),
            source: self.source.clone(),
        }
    }
    pub fn draw_around(&self, _c: usize) -> Infographic {
        self.draw()
    }
}
pub fn sample_stub(_f: Form, _c: &str) -> String {
    String::new()
}

//! Key figures under each other.

use super::super::geometry::Rect;
use super::super::kerncijfers::{Kerncijfers, draw_figure};
use super::super::stack::{Piece, Section, Stack};

impl Kerncijfers {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let figure = |figure| Piece::draw(|canvas| draw_figure(canvas, figure, Rect::new(0.0, 0.0, width, 0.0)) + 24.0);
        let section = Section {
            name: self.head.phrases.kerncijfers().list().to_owned(),
            colour: "inkt".to_owned(),
            ground: false,
            head: Piece::default(),
            rows: self.figures.iter().map(figure).collect(),
        };
        Stack { kind: "kerncijfers", width, sections: vec![section] }
    }
}

//! How a tie grew, from top to bottom: the weave of each step, and when it was so.

use super::super::canvas::dye;
use super::super::geometry::Point;
use super::super::stack::{Piece, Section, Stack};
use super::super::verloop::{Verloop, note};
use super::super::words::capital;
use super::Entry;

impl Verloop {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let rows = self.in_order().into_iter().map(|(step, when)| {
            let name = format!("{when}: {}", step.level.name);
            let under = [capital(&note(&self.head.phrases, step)), step.level.meaning.clone()];
            let spoken = format!("{name}. {}. {}", under[0], under[1]);
            let entry = Entry::new(&name, &step.href, spoken, 44.0).under(under);
            entry.piece_with(width, 10.0, |canvas, middle, bottom| {
                canvas.open(&dye(&step.level.colour));
                canvas.open(if step.to_come { "ig-doel" } else { "ig-lijn" });
                canvas.weave(step.level.form, Point::new(16.0, middle), Point::new(16.0, bottom + 12.0));
                canvas.close();
                canvas.circle(if step.to_come { "ig-ring" } else { "ig-nu" }, Point::new(16.0, middle), 6.0);
                canvas.close();
            })
        });
        let section = Section {
            name: self.head.phrases.verloop().list().to_owned(),
            colour: "inkt".to_owned(),
            ground: false,
            head: Piece::default(),
            rows: rows.collect(),
        };
        Stack { kind: "niveauverloop", width, sections: vec![section] }
    }
}

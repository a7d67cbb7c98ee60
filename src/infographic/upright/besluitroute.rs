//! The route of a decision: one thread down through numbered knots, each in the dye of its layer.

use super::super::besluitroute::Besluitroute;
use super::super::canvas::dye;
use super::super::geometry::Point;
use super::super::stack::{Piece, Section, Stack};
use super::super::words::{capital, names};
use super::{Entry, knot, thread};

impl Besluitroute {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let last = self.steps.len().saturating_sub(1);
        let (all, say) = (self.head.phrases.common(), self.head.phrases.besluitroute());
        let rows = self.steps.iter().enumerate().map(|(index, step)| {
            let (lane, colour) = self.lane(step);
            let decides = if step.decides { capital(say.decides_here()) + "." } else { String::new() };
            let parts = [lane.to_owned(), step.doubt().unwrap_or_default().to_owned()];
            let parts: Vec<&str> = parts.iter().map(String::as_str).filter(|part| !part.is_empty()).collect();
            let where_and_how_sure = parts.join(" · ");
            let who = names(&step.who);
            let name = format!(
                "{}: {}",
                step.name.name,
                if who.is_empty() { self.head.phrases.keuzebord().unknown() } else { &who }
            );
            let under = [step.what.clone(), decides, where_and_how_sure];
            let told: Vec<&str> = under.iter().map(String::as_str).filter(|line| !line.is_empty()).collect();
            let spoken = format!("{}. {name}. {}", index + 1, told.join(" "));
            let entry = Entry::new(&name, &step.name.href, spoken, 38.0).under(under);
            entry.piece(width, |canvas, middle, height| {
                canvas.open(&dye("inkt"));
                thread(
                    canvas,
                    "route-draad",
                    14.0,
                    if index == 0 { middle } else { 0.0 },
                    if index == last { middle } else { height },
                );
                canvas.close();
                canvas.open(&dye(colour));
                knot(canvas, Point::new(14.0, middle), 12.0, &(index + 1).to_string(), step.decides);
                canvas.close();
            })
        });
        let rows: Vec<Piece> = rows.collect();
        let section = Section {
            name: all.steps().to_owned(),
            colour: "inkt".to_owned(),
            ground: false,
            head: Piece::default(),
            rows,
        };
        Stack { kind: "besluitroute", width, sections: vec![section] }
    }
}

//! The matrix of roles as a block per product: a box per phase, empty where nobody was named.

use super::super::canvas::{Anchor, LINK};
use super::super::geometry::Rect;
use super::super::lettering::{NAME, SMALL, Words};
use super::super::rollenmatrix::{Cell, Rollenmatrix, Row};
use super::super::stack::{INSET, Piece, Section, Stack};

impl Rollenmatrix {
    pub(in super::super) fn stack(&self, width: f64) -> Stack {
        let open = self.head.phrases.common().open();
        let section = |row: &Row| {
            let mut section = Section::named(&row.name.name, "", &row.colour, true, width);
            let cells = std::iter::once((self.head.phrases.common().lead(), &row.lead))
                .chain(self.phases.iter().map(String::as_str).zip(&row.cells));
            section.rows = cells.map(|(label, cell)| row_of(open, label, cell, width)).collect();
            section
        };
        Stack { kind: "rollenmatrix", width, sections: self.rows.iter().map(section).collect() }
    }
}

fn row_of(open: &str, label: &str, cell: &Cell, width: f64) -> Piece {
    let left = INSET + (width * 0.34).min(130.0);
    let room = width - left - INSET - 16.0;
    let label = Words::set(label, SMALL, left - INSET - 8.0);
    let who = cell.who.as_ref().map(|who| Words::set(&who.name, NAME, room));
    let status = Words::set(if cell.who.is_some() { &cell.status } else { "" }, SMALL, room);
    let told = who.as_ref().map_or(SMALL.leading, Words::height) + status.height();
    let height = (told + 10.0).max(label.height() + 8.0).max(30.0);
    Piece::draw(|canvas| {
        canvas.words(&label, INSET, 2.0 + (height - label.height()) / 2.0, Anchor::Start);
        let place = Rect::new(left, 2.0, width - left - INSET, height);
        canvas.rect(if who.is_some() { "ig-vak" } else { "ig-gat" }, place, 4.0);
        if let (Some(words), Some(named)) = (&who, &cell.who) {
            canvas.open_link(LINK, &named.href, &format!("{}: {}", label.lines.join(" "), named.name));
            let y = canvas.words(words, left + 8.0, 7.0, Anchor::Start);
            canvas.close_link(&named.href);
            canvas.words(&status, left + 8.0, y, Anchor::Start);
        } else {
            canvas.open("rollen-gat");
            canvas.words(
                &Words::set(open, SMALL, room),
                left + 8.0,
                2.0 + (height - SMALL.leading) / 2.0,
                Anchor::Start,
            );
            canvas.close();
        }
        height + 6.0
    })
}

//! The tile map where names do not fit on the tiles: numbers on them, and the names beneath, group by group.

use super::super::canvas::{Anchor, Canvas, Size, dye};
use super::super::figure::Head;
use super::super::geometry::Point;
use super::super::lettering::{BODY, TAG};
use super::super::stack::{Piece, Section, Stack};
use super::super::svg::{self, PathData};
use super::super::tegelkaart::{POINTED, Tegelkaart, marker};
use super::{Entry, NARROW};
use crate::markup::Svg;

/// A tile of this radius holds the sign of its group as well as its number.
const WITH_SIGN: f64 = 20.0;

impl Tegelkaart {
    pub(in super::super) fn upright(&self, head: &Head) -> Svg {
        let low =
            |value: fn(&super::super::tegelkaart::Tile) -> f64| self.tiles.iter().map(value).fold(f64::MAX, f64::min);
        let high =
            |value: fn(&super::super::tegelkaart::Tile) -> f64| self.tiles.iter().map(value).fold(f64::MIN, f64::max);
        if self.tiles.is_empty() {
            return Canvas::new("tegelkaart", head, Size::Upright).finish(1.0);
        }
        let (left, top) = (low(|tile| tile.column), low(|tile| tile.row));
        let unit = (NARROW / (high(|tile| tile.column) - left + 1.0)).min(64.0);
        let radius = unit / 2.0 * POINTED;
        let pitch = self.pitch();
        let map = Piece::draw(|canvas| {
            for (index, tile) in self.tiles.iter().enumerate() {
                let at =
                    Point::new(unit * (tile.column - left + 0.5), radius + 2.0 + radius * pitch * (tile.row - top));
                self.numbered(canvas, index, at, radius - 2.0);
            }
            radius * pitch * (high(|tile| tile.row) - top) + 2.0 * radius + 12.0
        });
        let first =
            Section { name: String::new(), colour: "inkt-zacht".into(), ground: false, head: map, rows: Vec::new() };
        let mut sections = vec![first];
        for (index, group) in self.groups.iter().enumerate() {
            let mut section = Section::named(&group.name, "", &group.colour, false, NARROW);
            section.rows = self.key(Some(index));
            sections.push(section);
        }
        let mut rest = Section::named(self.head.phrases.tegelkaart().no_group(), "", "inkt-zacht", false, NARROW);
        rest.rows = self.key(None);
        sections.push(rest);
        sections.retain(|section| !section.rows.is_empty() || section.name.is_empty());
        Stack { kind: "tegelkaart", width: NARROW, sections }.upright(head)
    }

    fn numbered(&self, canvas: &mut Canvas, index: usize, at: Point, radius: f64) {
        let tile = &self.tiles[index];
        let colour =
            tile.group.and_then(|group| self.groups.get(group)).map_or("inkt-zacht", |group| group.colour.as_str());
        canvas.open(&format!("ig-tegel {}{}", dye(colour), if tile.group.is_some() { " ig-in-groep" } else { "" }));
        // Who speaks to the screen may say the number that it shows.
        canvas.open_link("ig-knoop", &tile.href, &format!("{} {}", index + 1, tile.name));
        let corner = |step: usize| {
            let angle = (step as f64 * 60.0 - 90.0).to_radians();
            Point::new(at.x + radius * angle.cos(), at.y + radius * angle.sin())
        };
        let mut data = PathData::default();
        data.move_to(corner(0));
        (1..6).for_each(|step| data.line_to(corner(step)));
        svg::path(&mut canvas.out, "ig-vak", &(data.finish() + "z"));
        // A small tile has room for its number only; the names beneath stand under their groups.
        let sign = tile.group.filter(|_| radius >= WITH_SIGN);
        if let Some(group) = sign {
            marker(canvas, group, Point::new(at.x, at.y - 8.0));
        }
        let down = if sign.is_some() { 15.0 } else { 4.5 };
        canvas.text(TAG, Anchor::Middle, at.x, at.y + down, &(index + 1).to_string());
        canvas.close_link(&tile.href);
        canvas.close();
    }

    /// The names of a group with the numbers of their tiles.
    fn key(&self, group: Option<usize>) -> Vec<Piece> {
        let tiles = self.tiles.iter().enumerate().filter(|(_, tile)| tile.group == group);
        tiles
            .map(|(index, tile)| {
                let spoken = format!("{} {}", tile.name, tile.value);
                let entry = Entry::new(&tile.name, &tile.href, spoken.trim_end().to_owned(), 34.0).style(BODY);
                entry.under([tile.value.clone()]).piece(NARROW, |canvas, middle, _| {
                    canvas.text(TAG, Anchor::End, 24.0, middle + 4.5, &(index + 1).to_string());
                })
            })
            .collect()
    }
}

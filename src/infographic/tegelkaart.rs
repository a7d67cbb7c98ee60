//! The tile map: every organisation a tile of the same size, roughly where it lies; groups and values on it.

use super::canvas::{Anchor, Canvas, NARROW, Size, dye};
use super::figure::{Drawings, Head, Parts, Slides, Table};
use super::figure::{Infographic, LegendItem};
use super::geometry::Point;
use super::legend::{LINE, sample};
use super::lettering::{NAME, SMALL, height, lines};
use super::pieces::Drawing;
use super::svg::{self, PathData};
use super::words::{link, or_dash};
use crate::markup::{Html, Svg};
use std::fmt::Write as _;

/// A tile.
#[derive(Debug, Clone, PartialEq)]
pub struct Tile {
    /// Its name.
    pub name: String,
    /// Its page.
    pub href: String,
    /// The row, from the top.
    pub row: f64,
    /// The place in the row; halves are fine.
    pub column: f64,
    /// Index of its group, when it has one.
    pub group: Option<usize>,
    /// A few words under the name.
    pub value: String,
    /// Indices of the tiles that it borders on in the world.
    pub neighbours: Vec<usize>,
}

/// Tiles that belong together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Group {
    /// What they have in common.
    pub name: String,
    /// The dye.
    pub colour: String,
    /// Its tiles are one organisation together.
    pub together: bool,
}

/// The tile map, as rows of data.
#[derive(Debug, Clone, PartialEq)]
pub struct Tegelkaart {
    /// What the values are called, when they are not just values.
    pub measure: Option<String>,
    /// Its names.
    pub head: Head,
    /// The groups.
    pub groups: Vec<Group>,
    /// The tiles.
    pub tiles: Vec<Tile>,
    /// What a tile is: one of them, and more.
    pub noun: (String, String),
    /// Who takes part without a place on the map.
    pub absent: Vec<String>,
}

/// Half the height over half the width of a hexagon that stands on a point.
pub(super) const POINTED: f64 = 1.154_700_538;

/// A drawing that is not wider shows its own words already where a page has that much room: the style sheet knows this width too.
const SMALL_WIDTH: f64 = 440.0;

impl Tile {
    /// The name and the value on their lines.
    fn words(&self, unit: f64) -> (Vec<String>, Vec<String>) {
        let room = unit - 14.0;
        let value = if self.value.is_empty() { Vec::new() } else { lines(&self.value, SMALL, room) };
        (lines(&self.name, NAME, room), value)
    }

    /// The room that the sign of its group takes.
    fn mark(&self) -> f64 {
        self.group.map_or(0.0, |_| 22.0)
    }
}

impl Tegelkaart {
    /// The drawing and its twins.
    pub fn draw(&self) -> Infographic {
        let parts =
            Parts { conclusion: self.conclusion(), legend: self.legend(), table: self.table(), ..Parts::default() };
        let drawings = || {
            Drawings::of(
                self.drawing(Size::Wide),
                self.drawing(Size::Medium),
                self.upright(&self.head),
                Slides::with_legend(vec![self.drawing(Size::Slide).svg]),
            )
        };
        self.head.infographic("tegelkaart", parts, drawings)
    }

    /// The same in one drawing as small as its words allow, for few tiles: its title tells the groups apart. Where not even that
    /// fits, on a telephone, the names stand under the tiles.
    pub fn small(&self) -> Infographic {
        let parts = Parts { table: self.table(), ..Parts::default() };
        let drawings = || Drawings {
            svg: self.snug(),
            upright: self.upright(&self.head),
            slides: Slides::with_legend(vec![self.drawing(Size::Slide).svg]),
            ..Drawings::default()
        };
        self.head.infographic("tegelkaart", parts, drawings)
    }

    fn drawing(&self, size: Size) -> Drawing {
        self.tiled(Canvas::new("tegelkaart", &self.head, size), size, false)
    }

    /// Tiles as small as their words allow, and no more room than they take.
    fn snug(&self) -> Svg {
        self.tiled(Canvas::new("tegelkaart", &self.head, Size::Medium), Size::Medium, true).svg
    }

    fn tiled(&self, mut canvas: Canvas, size: Size, snug: bool) -> Drawing {
        let low = |value: fn(&Tile) -> f64| self.tiles.iter().map(value).fold(f64::MAX, f64::min);
        let high = |value: fn(&Tile) -> f64| self.tiles.iter().map(value).fold(f64::MIN, f64::max);
        if self.tiles.is_empty() {
            return canvas.finish_in_pieces(1.0);
        }
        let (left, top) = (low(|tile| tile.column), low(|tile| tile.row));
        let columns = high(|tile| tile.column) - left + 1.0;
        let rows = high(|tile| tile.row) - top;
        let pitch = self.pitch();
        let slide = size == Size::Slide;
        let unit = if slide {
            (size.width() / columns).min(124.0)
        } else if snug {
            self.unit((NARROW / columns).min(124.0))
        } else {
            self.unit((size.width() / columns).min(size.pick(150.0, 124.0)))
        };
        // A slide is low and its letters are large: tiles lie flat there.
        let tall = unit / 2.0 * POINTED;
        let radius = if slide {
            self.flat(unit)
        } else if snug {
            // A little lower, so that somebody's own page stays one sheet of paper in letters that can be read there.
            self.flat(unit).max(tall * 0.82).min(tall)
        } else {
            tall
        };
        let width = unit * columns;
        if snug {
            canvas.only(width);
            canvas.class(if width <= SMALL_WIDTH { "ig-klein ig-smal" } else { "ig-klein" });
        } else {
            canvas.widen(width);
        }
        let shift = if snug { 0.0 } else { ((size.width() - width) / 2.0).max(0.0) };
        let center = |tile: &Tile| {
            let x = shift + unit * (tile.column - left + 0.5);
            Point::new(x, radius + 2.0 + radius * pitch * (tile.row - top))
        };
        let centers: Vec<Point> = self.tiles.iter().map(center).collect();
        canvas.open_list(&self.head.phrases.tegelkaart().list(&super::words::capital(&self.noun.1)));
        let mut order: Vec<usize> = (0..self.tiles.len()).collect();
        order.sort_by(|a, b| centers[*a].y.total_cmp(&centers[*b].y).then(centers[*a].x.total_cmp(&centers[*b].x)));
        for index in order {
            self.draw_tile(&mut canvas, index, centers[index], radius - 3.0, unit);
        }
        canvas.close();
        // Tiles that touch in the drawing but not in the world.
        canvas.open("ig-schijngrenzen dye-inkt-zacht");
        for (a, b) in self.touching().into_iter().filter(|(a, b)| self.is_known_apart(*a, *b)) {
            let (p, q) = (centers[a], centers[b]);
            let middle = Point::new((p.x + q.x) / 2.0, (p.y + q.y) / 2.0);
            let along = Point::new(-(q.y - p.y) / unit, (q.x - p.x) / unit);
            let reach = radius / 2.0 - 4.0;
            let end = |way: f64| Point::new(middle.x + along.x * reach * way, middle.y + along.y * reach * way);
            // The edges of the tiles stop there, so that only the dots are left.
            canvas.line("ig-schijngrond", end(-1.0), end(1.0));
            canvas.line("ig-schijngrens", end(-1.0), end(1.0));
        }
        canvas.close();
        let height = 2.0 * radius + 4.0 + radius * pitch * rows;
        canvas.sideways(unit);
        canvas.finish_in_pieces(height)
    }

    /// Half the height of a tile of this width that just holds its words.
    fn flat(&self, unit: f64) -> f64 {
        let high = |tile: &Tile| {
            let (name, value) = tile.words(unit);
            height(&name, NAME) + height(&value, SMALL) + tile.mark()
        };
        (self.tiles.iter().map(high).fold(0.0, f64::max) - 12.0).clamp(24.0, unit / 2.0 * POINTED)
    }

    /// The width of a tile: this one, or what the longest name needs to stay within its straight sides.
    fn unit(&self, wished: f64) -> f64 {
        let fits = |unit: f64| {
            let high = |tile: &Tile| {
                let (name, value) = tile.words(unit);
                height(&name, NAME) + height(&value, SMALL) + tile.mark()
            };
            self.tiles.iter().all(|tile| high(tile) <= unit / 2.0 * POINTED - 4.0)
        };
        let wider = (0..40).map(|step| wished.max(60.0) + f64::from(step) * 8.0);
        wider.into_iter().find(|unit| fits(*unit)).unwrap_or(wished)
    }

    fn draw_tile(&self, canvas: &mut Canvas, index: usize, at: Point, radius: f64, unit: f64) {
        let tile = &self.tiles[index];
        let group = tile.group.and_then(|group| self.groups.get(group));
        let colour = group.map_or("inkt-zacht", |group| group.colour.as_str());
        canvas.open_item(&format!("ig-tegel {}{}", dye(colour), if group.is_some() { " ig-in-groep" } else { "" }));
        let mut words = tile.name.clone();
        for part in [tile.value.as_str(), group.map_or("", |group| group.name.as_str())] {
            if !part.is_empty() {
                let _ = write!(words, ", {part}");
            }
        }
        canvas.open_link("ig-knoop", &tile.href, &words);
        let across = unit / 2.0 * POINTED - 3.0;
        let corner = |step: usize| {
            let angle = (step as f64 * 60.0 - 90.0).to_radians();
            Point::new(at.x + across * angle.cos(), at.y + radius * angle.sin())
        };
        let mut data = PathData::default();
        data.move_to(corner(0));
        (1..6).for_each(|step| data.line_to(corner(step)));
        svg::path(&mut canvas.out, "ig-vak", &(data.finish() + "z"));
        let (name, value) = tile.words(unit);
        let mark = tile.mark();
        let top = at.y - (height(&name, NAME) + height(&value, SMALL) + mark) / 2.0;
        if let Some(group) = tile.group {
            marker(canvas, group, Point::new(at.x, top + 7.0));
        }
        let next = canvas.block(NAME, Anchor::Middle, at.x, top + mark, &name);
        canvas.block(SMALL, Anchor::Middle, at.x, next, &value);
        canvas.close_link(&tile.href);
        canvas.close();
    }

    fn borders(&self, a: usize, b: usize) -> bool {
        self.tiles[a].neighbours.contains(&b) || self.tiles[b].neighbours.contains(&a)
    }

    /// The data tell the neighbours of one of them, and the other is not among those.
    fn is_known_apart(&self, a: usize, b: usize) -> bool {
        let told = |tile: usize| !self.tiles[tile].neighbours.is_empty();
        (told(a) || told(b)) && !self.borders(a, b)
    }

    fn counted(&self, count: usize) -> String {
        self.head.phrases.boom().counted(count, &self.noun.0, &self.noun.1)
    }

    /// From row to row, in half heights of a tile: tiles that lie half a tile aside fit between those above them; tiles straight below
    /// one another need their whole height.
    pub(super) fn pitch(&self) -> f64 {
        let needed = |a: &Tile, b: &Tile| {
            let (across, down) = ((a.column - b.column).abs(), (a.row - b.row).abs());
            if across >= 1.0 || down == 0.0 { 0.0 } else { (2.0 - across) / down }
        };
        let pairs = self.tiles.iter().enumerate().flat_map(|(at, a)| self.tiles[at + 1..].iter().map(move |b| (a, b)));
        pairs.map(|(a, b)| needed(a, b)).fold(1.5, f64::max).min(4.0)
    }

    /// Pairs of tiles with an edge in common.
    fn touching(&self) -> Vec<(usize, usize)> {
        let pitch = self.pitch();
        let near = |a: &Tile, b: &Tile| {
            let (across, down) = ((a.column - b.column).abs(), (a.row - b.row).abs() * pitch);
            // Tips that meet have no edge in common.
            let beside = down < 0.1 && across < 1.05;
            beside || (0.25..1.05).contains(&across) && down < (2.0 - across) * 1.05
        };
        let count = self.tiles.len();
        (0..count)
            .flat_map(|a| (a + 1..count).map(move |b| (a, b)))
            .filter(|(a, b)| near(&self.tiles[*a], &self.tiles[*b]))
            .collect()
    }

    fn legend(&self) -> Vec<LegendItem> {
        let say = self.head.phrases.tegelkaart();
        let mut items = Vec::new();
        for (index, group) in self.groups.iter().enumerate() {
            let count = self.tiles.iter().filter(|tile| tile.group == Some(index)).count();
            items.push(LegendItem {
                sample: sample(&group.colour, LINE, |canvas| {
                    canvas.open("ig-in-groep");
                    canvas.rect("ig-vak", super::geometry::Rect::new(1.0, 1.0, 82.0, 18.0), 4.0);
                    marker(canvas, index, Point::new(42.0, 10.0));
                    canvas.close();
                }),
                label: group.name.clone(),
                meaning: match group.together {
                    true => say.one_together(&self.counted(count)),
                    false => self.counted(count),
                },
            });
        }
        let tiles = |canvas: &mut Canvas| {
            for x in [11.0, 27.0] {
                svg::path(&mut canvas.out, "ig-vak", &format!("M{x} 1l7.8 4.5v9l-7.8 4.5l-7.8-4.5v-9z"));
            }
        };
        items.push(LegendItem {
            sample: sample("inkt-zacht", LINE, tiles),
            label: say.schematic().to_owned(),
            meaning: say.schematic_meaning().to_owned(),
        });
        if self.touching().into_iter().any(|(a, b)| self.is_known_apart(a, b)) {
            let line =
                |canvas: &mut Canvas| canvas.line("ig-schijngrens", Point::new(10.0, 10.0), Point::new(74.0, 10.0));
            items.push(LegendItem {
                sample: sample("inkt-zacht", LINE, line),
                label: say.no_border().to_owned(),
                meaning: say.no_border_meaning().to_owned(),
            });
        }
        items
    }

    fn around(&self, index: usize) -> Vec<Html> {
        let near = (0..self.tiles.len()).filter(|other| *other != index && self.borders(index, *other));
        near.map(|other| link(&self.tiles[other].href, &self.tiles[other].name)).collect()
    }

    fn group_name(&self, tile: &Tile) -> &str {
        tile.group.and_then(|group| self.groups.get(group)).map_or("–", |group| group.name.as_str())
    }

    fn table(&self) -> super::figure::Table {
        let say = self.head.phrases.tegelkaart();
        let values = self.tiles.iter().any(|tile| !tile.value.is_empty());
        let rows = self.tiles.iter().enumerate().map(|(index, tile)| {
            let mut row = vec![link(&tile.href, &tile.name), self.group_name(tile).into()];
            if values {
                row.push(or_dash(&tile.value));
            }
            row.push(Html::join(&self.around(index), ", "));
            row
        });
        let noun = super::words::capital(&self.noun.0);
        let mut head = vec![noun.as_str(), say.group()];
        if values {
            head.push(self.measure.as_deref().unwrap_or_else(|| say.value()));
        }
        head.push(say.borders());
        Table::new(say.caption(&self.counted(self.tiles.len())), &head, rows.collect())
    }

    fn conclusion(&self) -> String {
        let mut counts = Vec::new();
        for (index, group) in self.groups.iter().enumerate() {
            let names: Vec<String> =
                self.tiles.iter().filter(|tile| tile.group == Some(index)).map(|tile| tile.name.clone()).collect();
            match names.len() {
                0 => {}
                1..=3 => counts.push(format!("{} ({})", group.name, self.head.phrases.list(&names))),
                count => counts.push(format!("{} ({count})", group.name)),
            }
        }
        let (phrases, say) = (&self.head.phrases, self.head.phrases.tegelkaart());
        let all = self.counted(self.tiles.len());
        let mut told = match (self.organisations(), counts.is_empty()) {
            (Some(count), _) => say.told_shared(&all, count, &phrases.list(&self.shared())),
            (None, true) => say.told(&all),
            (None, false) => say.told_groups(&all, &phrases.list(&counts)),
        };
        if !self.absent.is_empty() {
            told.push_str(&format!(" {}", say.absent(self.absent.len(), &phrases.list(&self.absent))));
        }
        told
    }

    /// How many organisations the tiles are, when some are one together.
    fn organisations(&self) -> Option<usize> {
        let together = |tile: &&Tile| tile.group.and_then(|g| self.groups.get(g)).is_some_and(|g| g.together);
        let shared = self.groups.iter().filter(|group| group.together).count();
        (shared > 0).then(|| self.tiles.iter().filter(|tile| !together(tile)).count() + shared)
    }

    /// Who are one together: `Dinkelland en Tubbergen samen in Noaberkracht`.
    fn shared(&self) -> Vec<String> {
        let groups = self.groups.iter().enumerate().filter(|(_, group)| group.together);
        let names = |index: usize| {
            let tiles = self.tiles.iter().filter(move |tile| tile.group == Some(index));
            self.head.phrases.list(&tiles.map(|tile| tile.name.clone()).collect::<Vec<_>>())
        };
        groups.map(|(index, group)| format!("{} {}", names(index), group.name)).collect()
    }
}

/// A mark per group, so that groups differ without colour too.
pub(super) fn marker(canvas: &mut Canvas, group: usize, at: Point) {
    let shape = match group % 6 {
        0 => "m-6 0a6 6 0 1 0 12 0a6 6 0 1 0-12 0z",
        1 => "m-6-6h12v12h-12z",
        2 => "m0-7l7 12h-14z",
        3 => "m0-7l7 7l-7 7l-7-7z",
        4 => "m-2-6h4v4h4v4h-4v4h-4v-4h-4v-4h4z",
        _ => "m0 7l7-12h-14z",
    };
    let mut start = PathData::default();
    start.move_to(at);
    svg::path(&mut canvas.out, "ig-groepsteken", &(start.finish() + shape));
}

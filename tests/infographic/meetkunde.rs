//! Reads back what a drawing shows, from its SVG alone, and checks that nothing touches what is not its own.

use super::area::{Area, number, text_area, unescape, value};

pub struct Box {
    pub id: String,
    pub area: Area,
    pub texts: Vec<Area>,
}

pub struct Line {
    pub from: String,
    pub to: String,
    pub points: Vec<(f64, f64)>,
    /// Which of the pieces between two points are bends.
    pub bends: Vec<bool>,
}

impl Line {
    fn pieces(&self) -> impl Iterator<Item = (Piece, bool)> {
        self.points.windows(2).map(|pair| (pair[0], pair[1])).zip(self.bends.iter().copied())
    }
}

/// Two lines that run closer than this beside each other, for longer than a glance takes, are read as one.
const APART: f64 = 7.0;
const BESIDE: f64 = 20.0;
/// A bend nearer to a crossing may fall in its gap.
const CALM: f64 = 16.0;

pub struct Drawing {
    pub frame: Area,
    pub boxes: Vec<Box>,
    pub lane_texts: Vec<Area>,
    pub lines: Vec<Line>,
}

impl Drawing {
    pub fn read(svg: &str) -> Self {
        let open = &svg[..svg.find('>').unwrap()];
        let mut drawing = Self {
            frame: Area { left: 0.0, top: 0.0, right: number(open, "width"), bottom: number(open, "height") },
            boxes: Vec::new(),
            lane_texts: Vec::new(),
            lines: Vec::new(),
        };
        let (mut id, mut in_box, mut ends) = (String::new(), false, (String::new(), String::new()));
        for part in svg.split('<').skip(1) {
            let (tag, content) = part.split_once('>').unwrap();
            if tag.starts_with("a class=\"ig-knoop") {
                id = unescape(value(tag, "data-knoop").unwrap());
                in_box = true;
            } else if tag == "/a" {
                in_box = false;
            } else if tag.starts_with("a class=\"ig-lijn ") {
                ends = (unescape(value(tag, "data-van").unwrap()), unescape(value(tag, "data-naar").unwrap()));
            } else if tag.starts_with("rect class=\"ig-vak\"") {
                let (x, y) = (number(tag, "x"), number(tag, "y"));
                let area = Area { left: x, top: y, right: x + number(tag, "width"), bottom: y + number(tag, "height") };
                drawing.boxes.push(Box { id: id.clone(), area, texts: Vec::new() });
            } else if tag.starts_with("text class=") {
                let area = text_area(tag, content);
                if in_box {
                    drawing.boxes.last_mut().unwrap().texts.push(area);
                } else {
                    drawing.lane_texts.push(area);
                }
            } else if tag.starts_with("path class=\"ig-raak\"") {
                let (points, bends) = points(value(tag, "d").unwrap());
                drawing.lines.push(Line { from: ends.0.clone(), to: ends.1.clone(), points, bends });
            }
        }
        drawing
    }

    /// Everything that is wrong with the drawing.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |bad: bool, text: String| {
            if bad {
                faults.push(text);
            }
        };
        for (i, a) in self.boxes.iter().enumerate() {
            fault(!self.frame.holds(a.area), format!("{} outside the frame", a.id));
            for text in &a.texts {
                fault(!a.area.grown(-2.0).holds(*text), format!("text outside {}: {text:?} {:?}", a.id, a.area));
            }
            for (one, other) in a.texts.iter().zip(a.texts.iter().skip(1)) {
                fault(one.overlaps(*other), format!("lines of text touch in {}", a.id));
            }
            for b in &self.boxes[i + 1..] {
                fault(a.area.grown(4.0).overlaps(b.area.grown(4.0)), format!("{} touches {}", a.id, b.id));
            }
            for text in &self.lane_texts {
                fault(a.area.overlaps(*text), format!("{} covers the name of a lane", a.id));
            }
        }
        for line in &self.lines {
            let name = format!("{} – {}", line.from, line.to);
            for pair in line.points.windows(2) {
                let area = Area {
                    left: pair[0].0.min(pair[1].0),
                    top: pair[0].1.min(pair[1].1),
                    right: pair[0].0.max(pair[1].0),
                    bottom: pair[0].1.max(pair[1].1),
                };
                fault(!self.frame.holds(area), format!("{name} leaves the frame"));
                for other in self.boxes.iter().filter(|other| other.id != line.from && other.id != line.to) {
                    fault(other.area.grown(6.5).overlaps(area), format!("{name} touches {}", other.id));
                }
                for own in self.boxes.iter().filter(|own| own.id == line.from || own.id == line.to) {
                    fault(own.area.grown(-1.0).overlaps(area), format!("{name} runs through {}", own.id));
                }
                for text in &self.lane_texts {
                    fault(text.overlaps(area), format!("{name} runs through the name of a lane"));
                }
            }
        }
        faults
    }

    /// Lines that share a track, and lines that bend where they cross.
    pub fn tangles(&self) -> Vec<String> {
        let mut found = Vec::new();
        for (i, a) in self.lines.iter().enumerate() {
            for b in &self.lines[i + 1..] {
                let names = format!("{} – {} and {} – {}", a.from, a.to, b.from, b.to);
                let beside = beside(a, b);
                if beside > BESIDE {
                    found.push(format!("{names} share {beside:.0} px of track"));
                }
                for (p, _) in a.pieces() {
                    for (q, _) in b.pieces() {
                        let Some(at) = meeting(p, q) else { continue };
                        let bent = |piece: (Piece, bool)| piece.1 && distance(at, piece.0) < CALM - 0.1;
                        if a.pieces().chain(b.pieces()).any(bent) {
                            found.push(format!("{names} bend where they cross, at {:.0} {:.0}", at.0, at.1));
                        }
                    }
                }
            }
        }
        found
    }
}

type Place = (f64, f64);
type Piece = (Place, Place);

/// How far the one line runs beside the other, too near to tell them apart.
fn beside(a: &Line, b: &Line) -> f64 {
    const STEP: f64 = 2.0;
    let mut total = 0.0;
    for ((from, to), _) in a.pieces() {
        let length = (to.0 - from.0).hypot(to.1 - from.1);
        let along = ((to.0 - from.0) / length, (to.1 - from.1) / length);
        let near: Vec<Piece> = b
            .pieces()
            .map(|(piece, _)| piece)
            .filter(|(c, d)| {
                let other = (d.0 - c.0).hypot(d.1 - c.1);
                // Whoever crosses it is no neighbour.
                ((d.0 - c.0) * along.0 + (d.1 - c.1) * along.1).abs() > 0.8 * other
            })
            .collect();
        for step in 0..(length / STEP) as usize {
            let at = (step as f64 + 0.5) * STEP;
            let place = (from.0 + along.0 * at, from.1 + along.1 * at);
            if near.iter().any(|piece| distance(place, *piece) < APART - 0.1) {
                total += STEP;
            }
        }
    }
    total
}

/// From a place to the nearest point of a piece.
fn distance(at: Place, (from, to): Piece) -> f64 {
    let (x, y) = (to.0 - from.0, to.1 - from.1);
    let share = ((at.0 - from.0) * x + (at.1 - from.1) * y) / (x * x + y * y).max(1e-9);
    let share = share.clamp(0.0, 1.0);
    (at.0 - from.0 - x * share).hypot(at.1 - from.1 - y * share)
}

/// Where two pieces cross.
fn meeting((a, b): Piece, (c, d): Piece) -> Option<Place> {
    let (ab, cd) = ((b.0 - a.0, b.1 - a.1), (d.0 - c.0, d.1 - c.1));
    let cross = ab.0 * cd.1 - ab.1 * cd.0;
    if cross.abs() < 1e-9 {
        return None;
    }
    let along = ((c.0 - a.0) * cd.1 - (c.1 - a.1) * cd.0) / cross;
    let other = ((c.0 - a.0) * ab.1 - (c.1 - a.1) * ab.0) / cross;
    let inside = |share: f64| (0.0..=1.0).contains(&share);
    (inside(along) && inside(other)).then_some((a.0 + ab.0 * along, a.1 + ab.1 * along))
}

/// The points of a path of lines and quarter bends, and which of the pieces between them are bends.
fn points(data: &str) -> (Vec<Place>, Vec<bool>) {
    let (mut points, mut bends) = (Vec::new(), Vec::new());
    let (mut x, mut y) = (0.0, 0.0);
    let mut rest = data;
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let command = rest.as_bytes()[at] as char;
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let numbers = numbers(&rest[..end]);
        match command {
            'M' => (x, y) = (numbers[0], numbers[1]),
            'h' => x += numbers[0],
            'v' => y += numbers[0],
            'l' => (x, y) = (x + numbers[0], y + numbers[1]),
            'a' => (x, y) = (x + numbers[5], y + numbers[6]),
            other => panic!("{other} in {data}"),
        }
        if command != 'M' {
            bends.push(command == 'a');
        }
        points.push((x, y));
    }
    (points, bends)
}

fn numbers(text: &str) -> Vec<f64> {
    let mut spaced = String::new();
    for c in text.chars() {
        if c == '-' {
            spaced.push(' ');
        }
        spaced.push(c);
    }
    spaced.split_whitespace().map(|n| n.parse().unwrap()).collect()
}

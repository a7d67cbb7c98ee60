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
}

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
                let points = points(value(tag, "d").unwrap());
                drawing.lines.push(Line { from: ends.0.clone(), to: ends.1.clone(), points });
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

    /// How many pixels of line run along another line, too near to tell them apart.
    pub fn overlap(&self) -> f64 {
        let mut total = 0.0;
        for (i, a) in self.lines.iter().enumerate() {
            for b in &self.lines[i + 1..] {
                for p in a.points.windows(2) {
                    for q in b.points.windows(2) {
                        let (p, q) = ((p[0], p[1]), (q[0], q[1]));
                        total += shared(p, q, false) + shared(p, q, true);
                    }
                }
            }
        }
        total
    }
}

type Piece = ((f64, f64), (f64, f64));

fn shared(p: Piece, q: Piece, upright: bool) -> f64 {
    let turn = |(a, b): Piece| if upright { ((a.1, a.0), (b.1, b.0)) } else { (a, b) };
    let (p, q) = (turn(p), turn(q));
    let level = |piece: Piece| (piece.0.1 - piece.1.1).abs() < 0.01;
    if !level(p) || !level(q) || (p.0.1 - q.0.1).abs() >= 10.0 {
        return 0.0;
    }
    let low = p.0.0.min(p.1.0).max(q.0.0.min(q.1.0));
    let high = p.0.0.max(p.1.0).min(q.0.0.max(q.1.0));
    (high - low).max(0.0)
}

/// The corner points of a path of lines and quarter bends.
fn points(data: &str) -> Vec<(f64, f64)> {
    let mut points = Vec::new();
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
        points.push((x, y));
    }
    points
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

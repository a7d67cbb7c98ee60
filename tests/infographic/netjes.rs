//! Reads back any drawing and tells what is untidy in it: words out of their box or over each other, boxes over
//! each other, lines through a box or through words, anything out of the frame.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

use super::area::{Area, number, text_area, unescape, value};

/// What a drawing holds.
pub struct Read {
    pub frame: Area,
    pub boxes: Vec<Area>,
    pub texts: Vec<(String, Area)>,
    pub lines: Vec<(String, Vec<(f64, f64)>)>,
    pub links: usize,
}

/// Corner points of a path of straight pieces and bends.
fn points(data: &str) -> Vec<(f64, f64)> {
    let (mut all, mut x, mut y, mut rest) = (Vec::new(), 0.0, 0.0, data);
    while let Some(at) = rest.find(|c: char| c.is_ascii_alphabetic()) {
        let command = rest.as_bytes()[at] as char;
        rest = &rest[at + 1..];
        let end = rest.find(|c: char| c.is_ascii_alphabetic()).unwrap_or(rest.len());
        let spaced = rest[..end].replace('-', " -");
        let n: Vec<f64> = spaced.split_whitespace().map(|n| n.parse().unwrap()).collect();
        match command {
            'M' => (x, y) = (n[0], n[1]),
            'h' => x += n[0],
            'v' => y += n[0],
            'l' => (x, y) = (x + n[0], y + n[1]),
            'a' => (x, y) = (x + n[5], y + n[6]),
            _ => return Vec::new(),
        }
        all.push((x, y));
    }
    all
}

impl Read {
    pub fn of(svg: &str) -> Self {
        let open = &svg[..svg.find('>').unwrap()];
        let mut read = Self {
            frame: Area { left: 0.0, top: 0.0, right: number(open, "width"), bottom: number(open, "height") },
            boxes: Vec::new(),
            texts: Vec::new(),
            lines: Vec::new(),
            links: 0,
        };
        // Groups that are moved: what stands in them is read at its own place.
        let mut moved: Vec<(f64, f64)> = vec![(0.0, 0.0)];
        for part in svg.split('<').skip(1) {
            let (tag, content) = part.split_once('>').unwrap();
            let (dx, dy) = *moved.last().unwrap();
            let name = tag.split(' ').next().unwrap();
            match name {
                "g" => {
                    let shift = value(tag, "transform").and_then(|t| t.strip_prefix("translate("));
                    let by = shift.map(|t| {
                        let (x, y) = t.trim_end_matches(')').split_once(' ').unwrap();
                        (x.parse::<f64>().unwrap(), y.parse::<f64>().unwrap())
                    });
                    moved.push(by.map_or((dx, dy), |(x, y)| (dx + x, dy + y)));
                }
                "/g" => drop(moved.pop()),
                "a" => read.links += 1,
                "text" => {
                    let a = text_area(tag, content);
                    let a = Area { left: a.left + dx, top: a.top + dy, right: a.right + dx, bottom: a.bottom + dy };
                    read.texts.push((unescape(content), a));
                }
                "rect" if value(tag, "class").unwrap().starts_with("ig-vak") => {
                    let (x, y) = (number(tag, "x") + dx, number(tag, "y") + dy);
                    let area =
                        Area { left: x, top: y, right: x + number(tag, "width"), bottom: y + number(tag, "height") };
                    read.boxes.push(area);
                }
                "path" => {
                    let class = value(tag, "class").unwrap_or("");
                    let kinds = ["ig-dun", "route-draad", "weg-tak", "boom-draad", "plan-eerst", "ig-haarlijn"];
                    if kinds.iter().any(|k| class.starts_with(k)) {
                        let points = points(value(tag, "d").unwrap()).iter().map(|(x, y)| (x + dx, y + dy)).collect();
                        read.lines.push((class.to_owned(), points));
                    }
                }
                _ => {}
            }
        }
        read
    }

    /// Everything that is wrong.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        for (i, (words, area)) in self.texts.iter().enumerate() {
            if !self.frame.holds(*area) {
                faults.push(format!("“{words}” out of the frame: {area:?}"));
            }
            for (other, there) in &self.texts[i + 1..] {
                if area.overlaps(*there) {
                    faults.push(format!("“{words}” over “{other}”: {area:?} {there:?}"));
                }
            }
            for place in &self.boxes {
                if area.overlaps(*place) && !place.grown(-2.0).holds(*area) {
                    faults.push(format!("“{words}” out of its box: {area:?} {place:?}"));
                }
            }
        }
        for (i, place) in self.boxes.iter().enumerate() {
            if !self.frame.holds(*place) {
                faults.push(format!("a box out of the frame: {place:?}"));
            }
            if let Some(other) = self.boxes[i + 1..].iter().find(|o| place.grown(2.0).overlaps(o.grown(2.0))) {
                faults.push(format!("boxes touch: {place:?} {other:?}"));
            }
        }
        for (class, points) in &self.lines {
            for pair in points.windows(2) {
                let ((a, b), (c, d)) = (pair[0], pair[1]);
                let area = Area { left: a.min(c), top: b.min(d), right: a.max(c), bottom: b.max(d) };
                if !self.frame.holds(area) {
                    faults.push(format!("{class} out of the frame: {area:?}"));
                }
                if let Some((words, _)) = self.texts.iter().find(|(_, t)| t.overlaps(area.grown(0.4))) {
                    faults.push(format!("{class} through “{words}”: {area:?}"));
                }
                let through = |p: &&Area| p.grown(-1.5).overlaps(area.grown(0.4)) && !class.starts_with("ig-haarlijn");
                if let Some(place) = self.boxes.iter().find(through) {
                    faults.push(format!("{class} through a box: {area:?} {place:?}"));
                }
            }
        }
        faults
    }
}

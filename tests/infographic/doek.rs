//! Reads a cloth back from its SVG and tells what is untidy in it.

use super::area::{Area, number, text_area, unescape, value};

/// The least between two threads, as each is a link.
const APART: f64 = 24.0;

pub struct Tie {
    pub ends: (String, String),
    pub column: Area,
    pub knots: Vec<Area>,
    /// A weave that threads are cut for.
    pub dense: bool,
}

/// A body, the height of its thread, and the pieces of it that show.
pub type Thread = (String, f64, Vec<(f64, f64)>);

pub struct Cloth {
    pub frame: Area,
    pub ties: Vec<Tie>,
    pub texts: Vec<(String, Area)>,
    pub threads: Vec<Thread>,
}

impl Cloth {
    pub fn read(svg: &str) -> Self {
        let open = &svg[..svg.find('>').unwrap()];
        let frame = Area { left: 0.0, top: 0.0, right: number(open, "width"), bottom: number(open, "height") };
        let mut cloth = Self { frame, ties: Vec::new(), texts: Vec::new(), threads: Vec::new() };
        let mut body = String::new();
        for part in svg.split('<').skip(1) {
            let (tag, content) = part.split_once('>').unwrap();
            let class = value(tag, "class").unwrap_or_default();
            // What is folded together leads nowhere: it is no link.
            let is =
                |class: &str| ["a", "g"].iter().any(|element| tag.starts_with(&format!("{element} class=\"{class}")));
            if is("ig-knoop") {
                body = unescape(value(tag, "data-knoop").unwrap());
            } else if is("ig-lijn dye-") {
                let ends = (unescape(value(tag, "data-van").unwrap()), unescape(value(tag, "data-naar").unwrap()));
                let column = Area { left: 0.0, top: 0.0, right: 0.0, bottom: 0.0 };
                cloth.ties.push(Tie { ends, column, knots: Vec::new(), dense: false });
            } else if class == "ig-bandvlak" {
                let (x, y) = (number(tag, "x"), number(tag, "y"));
                cloth.ties.last_mut().unwrap().column =
                    Area { left: x, top: y, right: x + number(tag, "width"), bottom: y + number(tag, "height") };
            } else if class.starts_with("ig-kn ") {
                let (x, y, r) = (number(tag, "cx"), number(tag, "cy"), number(tag, "r"));
                let knot = Area { left: x - r, top: y - r, right: x + r, bottom: y + r };
                cloth.ties.last_mut().unwrap().knots.push(knot);
            } else if class.starts_with("ig-w") && !class.contains("open") && !cloth.ties.is_empty() {
                cloth.ties.last_mut().unwrap().dense = true;
            } else if class == "ig-aanloop" || class == "ig-draadlijn" {
                let mut y = 0.0;
                let pieces = value(tag, "d").unwrap().split('M').skip(1).map(|piece| {
                    let (at, length) = piece.split_once('h').unwrap();
                    let (x, height) = at.split_once(' ').unwrap();
                    let x: f64 = x.parse().unwrap();
                    y = height.parse().unwrap();
                    (x, x + length.parse::<f64>().unwrap())
                });
                let pieces: Vec<_> = pieces.collect();
                match cloth.threads.last_mut() {
                    Some((name, _, all)) if *name == body => all.extend(pieces),
                    _ => cloth.threads.push((body.clone(), y, pieces)),
                }
            } else if tag.starts_with("text ") {
                cloth.texts.push((unescape(content), text_area(tag, content)));
            }
        }
        cloth
    }

    /// Everything that is wrong with it.
    pub fn faults(&self) -> Vec<String> {
        let mut faults = Vec::new();
        let mut fault = |bad: bool, words: &dyn Fn() -> String| {
            if bad {
                faults.push(words());
            }
        };
        for (i, (words, area)) in self.texts.iter().enumerate() {
            fault(!self.frame.holds(*area), &|| format!("“{words}” out of the frame"));
            for (other, there) in &self.texts[i + 1..] {
                fault(area.overlaps(*there), &|| format!("“{words}” over “{other}”"));
            }
            for tie in &self.ties {
                fault(tie.column.overlaps(*area), &|| format!("“{words}” meets the column of {:?}", tie.ends));
            }
        }
        for (i, tie) in self.ties.iter().enumerate() {
            let name = &tie.ends;
            fault(!self.frame.holds(tie.column), &|| format!("{name:?} out of the frame"));
            fault(tie.knots.len() != 2, &|| format!("{name:?} has {} knots", tie.knots.len()));
            for knot in &tie.knots {
                fault(!tie.column.grown(0.3).holds(*knot), &|| format!("a knot of {name:?} outside its column"));
            }
            for end in [&name.0, &name.1] {
                let at = self.threads.iter().find(|thread| thread.0 == *end).map(|thread| thread.1);
                let tied = at.is_some_and(|y| tie.knots.iter().any(|k| ((k.top + k.bottom) / 2.0 - y).abs() < 0.2));
                fault(!tied, &|| format!("{name:?} has no knot on the thread of {end}"));
            }
            for other in &self.ties[i + 1..] {
                let shared = tie.column.left < other.column.right - 0.15 && other.column.left < tie.column.right - 0.15;
                fault(shared, &|| format!("{name:?} and {:?} share a track", other.ends));
            }
        }
        for pair in self.threads.windows(2) {
            fault(pair[1].1 - pair[0].1 < APART - 0.1, &|| format!("{} and {} too close", pair[0].0, pair[1].0));
        }
        for (body, y, pieces) in &self.threads {
            for tie in self.ties.iter().filter(|tie| tie.dense && tie.ends.0 != *body && tie.ends.1 != *body) {
                let x = (tie.column.left + tie.column.right) / 2.0;
                let crosses = tie.column.top + 6.5 < *y && *y < tie.column.bottom - 6.5;
                let through = pieces.iter().any(|(from, to)| *from < x && x < *to);
                fault(crosses && through, &|| format!("the thread of {body} runs through the weave {:?}", tie.ends));
            }
        }
        faults
    }
}

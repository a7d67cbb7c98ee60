//! The data of an SVG path as lines and curves on the slide.

use super::matrix::Matrix;

/// A step of a path, in whole numbers of a slide's own unit.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Step {
    /// Begins a stroke.
    Move((f64, f64)),
    /// A straight line.
    Line((f64, f64)),
    /// A curve with its two handles.
    Curve((f64, f64), (f64, f64), (f64, f64)),
    /// Back to where the stroke began.
    Close,
}

/// A path read and moved to its place.
#[derive(Debug, Default, Clone)]
pub struct Path {
    /// Its steps.
    pub steps: Vec<Step>,
    /// How many of its corners are rounded.
    pub arcs: usize,
}

impl Path {
    /// Reads what our own drawings write: `M L H V C Q T A Z`, whole or relative.
    pub fn read(data: &str, matrix: &Matrix) -> Self {
        let mut path = Self::default();
        let mut pen = Pen { at: (0.0, 0.0), start: (0.0, 0.0) };
        // The handle that a smooth curve mirrors.
        let mut handle = None;
        for (command, numbers) in commands(data) {
            let relative = command.is_ascii_lowercase();
            let from = |pen: &Pen| if relative { pen.at } else { (0.0, 0.0) };
            match command.to_ascii_uppercase() {
                'M' => {
                    for (index, p) in numbers.chunks_exact(2).enumerate() {
                        let base = from(&pen);
                        pen.at = (base.0 + p[0], base.1 + p[1]);
                        if index == 0 {
                            pen.start = pen.at;
                            path.steps.push(Step::Move(matrix.apply(pen.at)));
                        } else {
                            path.steps.push(Step::Line(matrix.apply(pen.at)));
                        }
                    }
                }
                'L' => {
                    for p in numbers.chunks_exact(2) {
                        let base = from(&pen);
                        pen.at = (base.0 + p[0], base.1 + p[1]);
                        path.steps.push(Step::Line(matrix.apply(pen.at)));
                    }
                }
                'H' | 'V' => {
                    for value in &numbers {
                        let base = from(&pen);
                        pen.at = match command.to_ascii_uppercase() {
                            'H' => (base.0 + value, pen.at.1),
                            _ => (pen.at.0, base.1 + value),
                        };
                        path.steps.push(Step::Line(matrix.apply(pen.at)));
                    }
                }
                'C' => {
                    for p in numbers.chunks_exact(6) {
                        let (x, y) = from(&pen);
                        let handles = [(x + p[0], y + p[1]), (x + p[2], y + p[3]), (x + p[4], y + p[5])];
                        pen.at = handles[2];
                        let [a, b, c] = handles.map(|point| matrix.apply(point));
                        path.steps.push(Step::Curve(a, b, c));
                    }
                }
                'Q' | 'T' => {
                    let each = if command.eq_ignore_ascii_case(&'q') { 4 } else { 2 };
                    for p in numbers.chunks_exact(each) {
                        let ((x, y), at) = (from(&pen), pen.at);
                        let mirrored = handle.map_or(at, |(a, b)| (2.0 * at.0 - a, 2.0 * at.1 - b));
                        let bend = if each == 4 { (x + p[0], y + p[1]) } else { mirrored };
                        let to = (x + p[each - 2], y + p[each - 1]);
                        let towards = |end: (f64, f64)| {
                            (end.0 + (bend.0 - end.0) * 2.0 / 3.0, end.1 + (bend.1 - end.1) * 2.0 / 3.0)
                        };
                        let [a, b, c] = [towards(at), towards(to), to].map(|point| matrix.apply(point));
                        path.steps.push(Step::Curve(a, b, c));
                        (handle, pen.at) = (Some(bend), to);
                    }
                    continue;
                }
                'A' => {
                    for p in numbers.chunks_exact(7) {
                        let base = from(&pen);
                        let to = (base.0 + p[5], base.1 + p[6]);
                        for (a, b, c) in arc(pen.at, to, p[0], p[3] != 0.0, p[4] != 0.0) {
                            path.steps.push(Step::Curve(matrix.apply(a), matrix.apply(b), matrix.apply(c)));
                        }
                        path.arcs += 1;
                        pen.at = to;
                    }
                }
                'Z' => {
                    pen.at = pen.start;
                    path.steps.push(Step::Close);
                }
                _ => {}
            }
            handle = None;
        }
        path
    }

    /// All points, handles too.
    pub fn points(&self) -> impl Iterator<Item = (f64, f64)> {
        self.steps.iter().flat_map(|step| match *step {
            Step::Move(p) | Step::Line(p) => vec![p],
            Step::Curve(a, b, c) => vec![a, b, c],
            Step::Close => Vec::new(),
        })
    }
}

/// Two handles and an end.
type Curve = ((f64, f64), (f64, f64), (f64, f64));

struct Pen {
    at: (f64, f64),
    start: (f64, f64),
}

/// The letters of a path with their numbers.
fn commands(data: &str) -> Vec<(char, Vec<f64>)> {
    let mut all = Vec::new();
    let mut rest = data.trim_start();
    while let Some(command) = rest.chars().next() {
        let body = &rest[command.len_utf8()..];
        let end = body.find(|c: char| c.is_ascii_alphabetic() && c != 'e').unwrap_or(body.len());
        all.push((command, numbers(&body[..end])));
        rest = body[end..].trim_start();
    }
    all
}

/// Numbers that a space, a comma or only a sign stands between.
fn numbers(text: &str) -> Vec<f64> {
    let mut all = Vec::new();
    let mut current = String::new();
    for c in text.chars() {
        let new = c == '-' && !current.is_empty() && !current.ends_with('e') || c == '.' && current.contains('.');
        if new || c.is_whitespace() || c == ',' {
            all.extend(current.parse::<f64>());
            current.clear();
        }
        if !(c.is_whitespace() || c == ',') {
            current.push(c);
        }
    }
    all.extend(current.parse::<f64>());
    all
}

/// A round arc as curves of a quarter circle at most.
fn arc(from: (f64, f64), to: (f64, f64), radius: f64, large: bool, sweep: bool) -> Vec<Curve> {
    let (dx, dy) = (to.0 - from.0, to.1 - from.1);
    let apart = dx.hypot(dy);
    if apart < 1e-6 {
        return Vec::new();
    }
    let radius = radius.max(apart / 2.0);
    let away = (radius * radius - apart * apart / 4.0).max(0.0).sqrt();
    let side = if large == sweep { -1.0 } else { 1.0 };
    let center = ((from.0 + to.0) / 2.0 - side * away * dy / apart, (from.1 + to.1) / 2.0 + side * away * dx / apart);
    let angle = |p: (f64, f64)| (p.1 - center.1).atan2(p.0 - center.0);
    let (first, mut turn) = (angle(from), angle(to) - angle(from));
    let whole = std::f64::consts::TAU;
    if sweep && turn < 0.0 {
        turn += whole;
    } else if !sweep && turn > 0.0 {
        turn -= whole;
    }
    let pieces = (turn.abs() / std::f64::consts::FRAC_PI_2).ceil().max(1.0);
    let step = turn / pieces;
    let reach = radius * 4.0 / 3.0 * (step / 4.0).tan();
    let on = |a: f64| (center.0 + radius * a.cos(), center.1 + radius * a.sin());
    (0..pieces as usize)
        .map(|piece| {
            let (a, b) = (first + step * piece as f64, first + step * (piece + 1) as f64);
            let (p, q) = (on(a), on(b));
            ((p.0 - reach * a.sin(), p.1 + reach * a.cos()), (q.0 + reach * b.sin(), q.1 - reach * b.cos()), q)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Matrix, Path, Step, numbers};

    #[test]
    fn numbers_need_no_space_between_them() {
        assert_eq!(numbers("1-2.5.5,3e-1 4"), [1.0, -2.5, 0.5, 0.3, 4.0]);
    }

    #[test]
    fn a_half_circle_ends_where_it_should() {
        let path = Path::read("M0 0a5 5 0 0 1 10 0z", &Matrix::default());
        let Some(Step::Curve(.., end)) = path.steps.iter().rev().nth(1) else { panic!("{:?}", path.steps) };
        assert!((end.0 - 10.0).abs() < 1e-6 && end.1.abs() < 1e-6);
        assert!(path.points().any(|(_, y)| y < -4.9), "it goes over the top");
    }
}

//! Where the parts of a drawing come to stand on a slide.

/// Scale and place: our drawings are moved, made larger and, for the heads of arrows, turned.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Matrix([f64; 6]);

impl Default for Matrix {
    fn default() -> Self {
        Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0])
    }
}

impl Matrix {
    /// Where a point comes.
    pub fn apply(&self, (x, y): (f64, f64)) -> (f64, f64) {
        let [a, b, c, d, e, f] = self.0;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// The same, and what is inside it moved by another.
    pub fn then(&self, inner: [f64; 6]) -> Self {
        let [a, b, c, d, e, f] = self.0;
        let [g, h, i, j, k, l] = inner;
        Self([a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f])
    }

    /// How much larger it makes.
    pub fn scale(&self) -> f64 {
        self.0[0].hypot(self.0[1])
    }

    /// What a `transform` says: `translate(..) rotate(..) scale(..)`.
    pub fn with(&self, text: &str) -> Self {
        let mut matrix = *self;
        for part in text.split(')') {
            let Some((name, numbers)) = part.split_once('(') else { continue };
            let n: Vec<f64> = numbers.split([' ', ',']).filter_map(|n| n.parse().ok()).collect();
            let first = n.first().copied().unwrap_or_default();
            matrix = match name.trim() {
                "translate" => matrix.then([1.0, 0.0, 0.0, 1.0, first, n.get(1).copied().unwrap_or(0.0)]),
                "scale" => matrix.then([first, 0.0, 0.0, n.get(1).copied().unwrap_or(first), 0.0, 0.0]),
                "rotate" => {
                    let (sin, cos) = first.to_radians().sin_cos();
                    matrix.then([cos, sin, -sin, cos, 0.0, 0.0])
                }
                _ => matrix,
            };
        }
        matrix
    }
}

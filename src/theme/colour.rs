//! Colours, and how well they stand out against each other.

/// A colour in sRGB, a byte per channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Colour(pub [u8; 3]);

impl Colour {
    /// Reads `#rrggbb` or `#rgb`.
    pub fn hex(text: &str) -> Option<Self> {
        let digits = text.trim().strip_prefix('#')?;
        let channel = |from: usize, to: usize| u8::from_str_radix(digits.get(from..to)?, 16).ok();
        match digits.len() {
            6 => Some(Self([channel(0, 2)?, channel(2, 4)?, channel(4, 6)?])),
            3 => Some(Self([channel(0, 1)? * 17, channel(1, 2)? * 17, channel(2, 3)? * 17])),
            _ => None,
        }
    }

    /// Relative luminance, as WCAG 2.2 defines it: 0 for black, 1 for white.
    pub fn luminance(self) -> f64 {
        let [r, g, b] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.04045 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    /// The contrast ratio of WCAG 2.2: 1 for the same colour, 21 for black on white.
    pub fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }
}

impl std::fmt::Display for Colour {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let [r, g, b] = self.0;
        write!(f, "#{r:02X}{g:02X}{b:02X}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_formula_gives_the_known_values() {
        let colour = |text| Colour::hex(text).unwrap_or(Colour([1, 2, 3]));
        assert!((colour("#000").contrast(colour("#FFFFFF")) - 21.0).abs() < 1e-9);
        assert!((colour("#777777").contrast(colour("#fff")) - 4.48).abs() < 0.005);
        assert_eq!(Colour::hex("#12g"), None);
        assert_eq!(Colour::hex("123456"), None);
    }
}

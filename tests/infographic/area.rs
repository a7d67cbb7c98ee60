//! What is read back from the SVG of a drawing: attributes, and the room that texts take.

use verbeeld::infographic::lettering::STYLES;
use verbeeld::infographic::metrics::width;

/// A rectangle by its sides, in pixels.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Area {
    pub left: f64,
    pub top: f64,
    pub right: f64,
    pub bottom: f64,
}

impl Area {
    #[allow(dead_code, reason = "not every check needs it")]
    pub fn grown(self, by: f64) -> Self {
        Self { left: self.left - by, top: self.top - by, right: self.right + by, bottom: self.bottom + by }
    }

    #[allow(dead_code, reason = "not every check needs it")]
    pub fn moved(self, x: f64, y: f64) -> Self {
        Self { left: self.left + x, top: self.top + y, right: self.right + x, bottom: self.bottom + y }
    }

    pub fn overlaps(self, other: Self) -> bool {
        self.left < other.right && other.left < self.right && self.top < other.bottom && other.top < self.bottom
    }

    pub fn holds(self, other: Self) -> bool {
        self.left <= other.left && self.top <= other.top && self.right >= other.right && self.bottom >= other.bottom
    }
}

pub fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let start = tag.find(&format!(" {name}=\""))? + name.len() + 3;
    tag[start..].split('"').next()
}

pub fn number(tag: &str, name: &str) -> f64 {
    value(tag, name).and_then(|n| n.parse().ok()).unwrap_or_else(|| panic!("{name} in {tag}"))
}

pub fn unescape(text: &str) -> String {
    text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&amp;", "&")
}

/// Where the words of one `<text>` stand, in the widest font.
pub fn text_area(tag: &str, content: &str) -> Area {
    let class = value(tag, "class").and_then(|class| class.split(' ').next()).unwrap_or_default();
    let style = STYLES.iter().find(|style| style.class == class).unwrap_or_else(|| panic!("style of {tag}"));
    let w = width(&unescape(content), style.size, style.weight);
    let (x, y) = (number(tag, "x"), number(tag, "y"));
    let left = match value(tag, "text-anchor") {
        Some("middle") => x - w / 2.0,
        Some("end") => x - w,
        _ => x,
    };
    Area { left, top: y - style.size * 0.76, right: left + w, bottom: y + style.size * 0.24 }
}

//! What the tests of all kinds share: dice, names of any length, snapshots, and the check that holds for every drawing.
#![allow(clippy::unwrap_used, clippy::panic, reason = "a test may fail where it stands")]

use super::netjes::Read;
use verbeeld::infographic::Infographic;
use verbeeld::infographic::words::Named;

/// A small generator of our own: the same data on every machine.
pub struct Dice(u64);

#[allow(dead_code, reason = "not every kind throws all dice")]
impl Dice {
    pub fn new(seed: u64) -> Self {
        Self(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1)
    }
    pub fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound.max(1)
    }
    pub fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
    pub fn words(&mut self, most: usize) -> String {
        const PARTS: [&str; 14] = [
            "over", "leg", "beleid", "werk", "groep", "water", "en", "Wm", "IJ", "dienst", "&", "<b>", "bodem", "keten",
        ];
        let length = 3 + self.below(most);
        let mut text = String::new();
        while text.chars().count() < length {
            text.push_str(PARTS[self.below(PARTS.len())]);
            if self.chance(40) {
                text.push(' ');
            }
        }
        let text: String = text.chars().take(length).collect();
        if text.trim().is_empty() { "Groep".to_owned() } else { text.trim().to_owned() }
    }
    pub fn named(&mut self, most: usize) -> Named {
        let name = self.words(most);
        Named { name, href: if self.chance(90) { format!("/p/{}/", self.below(99)) } else { String::new() } }
    }
}

pub fn named(name: &str) -> Named {
    Named { name: name.to_owned(), href: format!("../{}/", name.to_lowercase().replace(' ', "-")) }
}

/// The check that holds for every kind: both drawings are tidy and the same each time.
pub fn tidy(name: &str, draw: impl Fn() -> Infographic) -> Infographic {
    let figure = draw();
    for (size, svg) in [("wide", &figure.svg), ("medium", &figure.medium)] {
        let faults = Read::of(svg).faults();
        assert!(faults.is_empty(), "{name}, {size}: {} faults, such as {}", faults.len(), faults[0]);
        assert!(!svg.contains("NaN") && !svg.contains("style=") && !svg.contains("<b>"), "{name}, {size}");
        let opened = svg.matches("<g").count() + svg.matches("<a ").count();
        assert_eq!(opened, svg.matches("</g>").count() + svg.matches("</a>").count(), "{name}, {size}: groups");
    }
    let ids = |svg: &str| svg.split(" id=\"").skip(1).map(|p| p[..p.find('"').unwrap()].to_owned()).collect::<Vec<_>>();
    let mut all = [ids(&figure.svg), ids(&figure.medium), ids(figure.narrow.as_str())].concat();
    let count = all.len();
    all.sort();
    all.dedup();
    assert_eq!(all.len(), count, "{name}: ids are unique");
    assert!(all.iter().all(|id| id.starts_with(&figure.id)), "{name}: ids begin with that of the infographic");
    assert!(!figure.narrow.as_str().contains("<b>"), "{name}: the narrow form is escaped");
    assert_eq!(figure, draw(), "{name}: drawn twice");
    figure
}

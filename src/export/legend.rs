//! The legend beside or above a drawing: samples with their names and meanings, in columns.

use super::Css;
use super::paper::{Letter, Paper, height, lines};
use super::style::{Place, plain};
use crate::infographic::LegendItem;

/// A legend, measured.
#[derive(Debug)]
pub struct Legend {
    entries: Vec<Entry>,
    columns: usize,
    column: f64,
    name: Letter,
    meaning: Letter,
    /// Its height.
    pub height: f64,
}

#[derive(Debug)]
struct Entry {
    sample: Option<super::style::Plain>,
    name: Vec<String>,
    meaning: Vec<String>,
}

const GAP: f64 = 24.0;

impl Legend {
    /// Measures the legend for a width; in one column it stands beside a drawing.
    pub fn of(items: &[&LegendItem], css: &Css, place: Place<'_>, room: f64, scale: f64) -> Self {
        let name =
            super::paper::letter(14.0 * scale, 19.0 * scale, crate::infographic::metrics::Weight::Bold, "v-inkt");
        let meaning = super::paper::letter(
            13.0 * scale,
            18.0 * scale,
            crate::infographic::metrics::Weight::Regular,
            "v-inkt-zacht",
        );
        let least = 165.0 * scale;
        let fits = ((room + GAP) / (least + GAP)).floor().max(1.0) as usize;
        let columns = balanced(items.len(), fits);
        let column = (room - GAP * (columns as f64 - 1.0)) / columns as f64;
        let entries: Vec<Entry> = items
            .iter()
            .map(|item| Entry {
                sample: plain(&item.sample, css, &["infographic"], place),
                name: lines(&item.label, name, column),
                meaning: if item.meaning.is_empty() { Vec::new() } else { lines(&item.meaning, meaning, column) },
            })
            .collect();
        let mut legend = Self { entries, columns, column, name, meaning, height: 0.0 };
        legend.height = (0..legend.rows()).map(|row| legend.row_height(row)).sum();
        legend
    }

    fn rows(&self) -> usize {
        self.entries.len().div_ceil(self.columns.max(1))
    }

    fn row_height(&self, row: usize) -> f64 {
        let entries = self.entries.iter().skip(row * self.columns).take(self.columns);
        let heights = entries.map(|e| height(&e.name, self.name) + height(&e.meaning, self.meaning));
        heights.fold(0.0, f64::max) + self.sample_height() + 16.0
    }

    fn sample_height(&self) -> f64 {
        22.0 * self.name.size / 14.0
    }

    /// Draws it with its left top corner at a place.
    pub fn draw(&self, paper: &mut Paper<'_>, x: f64, top: f64) {
        let mut y = top;
        for row in 0..self.rows() {
            for (i, entry) in self.entries.iter().skip(row * self.columns).take(self.columns).enumerate() {
                let x = x + i as f64 * (self.column + GAP);
                if let Some(sample) = &entry.sample {
                    paper.drawing(sample, x, y, self.name.size / 14.0);
                }
                let below = paper.block(self.name, x, y + self.sample_height(), &entry.name);
                paper.block(self.meaning, x, below, &entry.meaning);
            }
            y += self.row_height(row);
        }
    }
}

/// As many columns as fit, with rows that are about as full as each other.
fn balanced(items: usize, fits: usize) -> usize {
    let rows = items.div_ceil(fits.max(1)).max(1);
    items.div_ceil(rows).max(1)
}

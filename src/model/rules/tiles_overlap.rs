//! Tiles of the tile map do not lie on top of each other.

use super::Context;
use crate::diag::{Diagnostic, words};

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let tiles: Vec<_> =
        context.model.organisaties.iter().filter_map(|o| o.tegel.as_ref().map(|t| (o.naam.as_str(), t))).collect();
    for (i, (_, tile)) in tiles.iter().enumerate() {
        let on = tiles[..i].iter().find(|(_, t)| (t.rij - tile.rij).abs() < 1.0 && (t.kolom - tile.kolom).abs() < 1.0);
        if let Some((name, other)) = on {
            problems.push(words::rules::tiles_overlap(tile.place, name, other.place));
        }
    }
}

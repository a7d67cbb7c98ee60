//! Tiles of the tile map lie on it, and not on top of each other.

use super::Context;
use crate::diag::{Diagnostic, words};
use crate::model::kinds::Tegel;

pub fn check(context: &Context<'_>, problems: &mut Vec<Diagnostic>) {
    let tiles: Vec<_> =
        context.model.organisaties.iter().filter_map(|o| o.tegel.as_ref().map(|t| (o.naam.as_str(), t))).collect();
    for (i, (_, tile)) in tiles.iter().enumerate() {
        if !tile.fits() {
            problems.push(words::rules::tile_off_the_map(tile.place, Tegel::MOST));
            continue;
        }
        let on = tiles[..i].iter().find(|(_, t)| (t.rij - tile.rij).abs() < 1.0 && (t.kolom - tile.kolom).abs() < 1.0);
        if let Some((name, other)) = on {
            problems.push(words::rules::tiles_overlap(tile.place, name, other.place));
        }
    }
}

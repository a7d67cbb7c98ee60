//! The ids that a block in a page names, for whoever must find them all.

use super::block::InfographicBlock;
use super::calculator::CalculatorBlock;
use crate::content::Segment;
use crate::decode::{Decoder, Record, Reference};
use crate::diag::Span;

/// The references in an infographic or a calculator; none in any other segment.
pub fn block_references(segment: &Segment) -> Vec<Reference> {
    match segment {
        Segment::Infographic { toml, place } => references::<InfographicBlock>(toml, *place),
        Segment::Calculator { toml, place } => references::<CalculatorBlock>(toml, *place),
        _ => Vec::new(),
    }
}

fn references<R: Record>(toml: &str, place: Span) -> Vec<Reference> {
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    let _ = R::decode(table.get_ref(), place, &mut decoder);
    decoder.pointers().0
}

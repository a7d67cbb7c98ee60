//! Makes infographics from the data: from a fenced block in a page, or for a record's own page. One file per kind turns records
//! into the rows that [`crate::infographic`] draws; the list of all kinds is in `block.rs`.

mod besluitroute;
mod big8;
mod bijdrage;
mod block;
mod boom;
mod calculator;
pub mod contribution;
mod kerncijfers;
mod keuzebord;
mod ladder;
mod levels;
mod named;
mod organogram;
mod planning;
mod relatiekaart;
mod relatiematrix;
mod rollenmatrix;
mod shared;
mod sureness;
mod tegelkaart;
mod tegenover;
mod verloop;
mod wegwijzer;

pub use block::{InfographicKind, Theme};
pub use levels::look;
pub use named::block_references;
pub use planning::planning_of;
pub use relatiekaart::relation_map;
pub use shared::{before, current, first_planned, layer_of, levels_in_order, planned_first, short_name, to_come};
pub use sureness::unsure;
pub use tegelkaart::{away, border, bordering, neighbours};
pub use verloop::of_relation;

use super::writing::{Blocks, Writer};
use crate::decode::{Decoder, Record};
use crate::diag::{Span, words};
use crate::infographic::Infographic;
use block::{InfographicBlock, all_infographics, check_references};

/// Keys that every kind uses.
const COMMON: &[&str] = &["soort", "titel", "bevinding", "onderschrift"];

/// Makes an infographic of one kind; `None` when it cannot be made, which has been told, or when there is nothing to draw, which is told then.
type Make = fn(&mut Writer<'_>, &InfographicBlock) -> Option<Infographic>;

/// A kind: its word, what makes it, and the keys that it uses besides the common ones.
struct KindOf {
    kind: InfographicKind,
    make: Make,
    keys: &'static [&'static str],
}

/// What makes each kind.
macro_rules! made {
    ($( $(#[doc = $help:literal])+ $kind:ident = $word:literal, $theme:ident, $file:ident::$make:ident, $keys:tt, needs $needs:literal; )+) => {
        const KINDS: &[KindOf] =
            &[$( KindOf { kind: InfographicKind::$kind, make: $file::$make, keys: &$keys }, )+];
    };
}
all_infographics!(made);

/// Is there a kind of this name?
fn is_kind(word: &str) -> bool {
    KINDS.iter().any(|of| of.kind.word() == word)
}

/// The infographic of a fenced block: `toml` stands at `place`.
pub fn from_block(writer: &mut Writer<'_>, toml: &str, place: Span) -> Option<Infographic> {
    let word = toml.trim();
    if let Some(of) = KINDS.iter().find(|of| of.kind.word() == word) {
        writer.problems.push(words::pages::only_kind(place, of.kind.word()));
        return None;
    }
    let mut decoder = Decoder::new(place.file, toml, place.start as usize);
    let table = decoder.parse();
    // Of which kind it is says which keys it may have; without a kind all are possible.
    let kind = table.get_ref().get("soort").and_then(|value| value.get_ref().as_str());
    let of = KINDS.iter().find(|of| Some(of.kind.word()) == kind);
    let keys = InfographicBlock::keys();
    let possible: Vec<&str> = keys.iter().map(|key| key.name).collect();
    let possible = of.map_or(possible, |of| COMMON.iter().chain(of.keys).copied().collect());
    decoder.unknown_keys(table.get_ref(), &possible, keys);
    let block = InfographicBlock::decode(table.get_ref(), place, &mut decoder);
    writer.problems.extend(decoder.told());
    let (block, of) = (block?, of?);
    let before = writer.problems.len();
    for (key, _) in table.get_ref() {
        let name: &str = key.get_ref();
        if keys.iter().any(|known| known.name == name) && !possible.contains(&name) {
            let start = place.start as usize;
            let at = Span::new(place.file, start + key.span().start..start + key.span().end);
            writer.problems.push(words::pages::unused_key(at, name, of.kind.word(), &possible));
        }
    }
    for (_, shown) in block.values() {
        check_references(writer, &shown);
    }
    if writer.problems.len() > before {
        return None;
    }
    let finding = block.bevinding.as_ref().map(|finding| writer.plain(finding));
    let made = (of.make)(writer, &block).map(|made| match &finding {
        Some(finding) => made.with_finding(finding),
        None => made,
    });
    if !writer.site().whole {
        // What could not be read is not there to be drawn: that has been told where it stands.
        writer.problems.retain(|problem| problem.code != words::pages::NOT_ON_MAP);
    } else if made.is_none() && writer.problems.len() == before {
        writer.problems.push(words::pages::nothing_to_draw(place, of.kind.word(), of.kind.needs()));
    }
    made
}

/// What a page may hold beside running text.
pub const BLOCKS: Blocks = Blocks { infographic: from_block, is_kind, calculator: calculator::from_block };

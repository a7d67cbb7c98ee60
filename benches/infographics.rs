//! How long one infographic takes, of a hundred that the portal can show: its own blocks, and one for every party, tie and layer.
//! Run with `cargo bench --bench infographics`.
//!
//! Drawn is everything but pictures: both drawings, the narrow form, the table and the sentence, from the data on.
#![allow(missing_docs, clippy::unwrap_used, clippy::disallowed_methods, reason = "a bench")]

use std::collections::BTreeMap;
use std::path::Path;
use std::time::{Duration, Instant};
use verbeeld::pages::Studio;
use verbeeld::pipeline::{Options, site};
use verbeeld::site::Site;
use verbeeld::source::{Project, Role, Sources, read};

const COUNT: usize = 100;
const ROUNDS: usize = 31;

fn main() {
    let sources = read(&Project::find(Path::new(env!("CARGO_MANIFEST_DIR"))).unwrap()).unwrap();
    let site = site(&sources, Options::default());
    let studio = Studio::new(&site);
    let mut kinds: BTreeMap<String, Vec<Duration>> = BTreeMap::new();
    let mut all: Vec<Duration> = Vec::new();
    let mut slowest = (Duration::ZERO, String::new());
    for block in blocks(&sources, &site).into_iter().filter(|block| studio.draw(block).is_some()).take(COUNT) {
        let kind = block.split('"').nth(1).unwrap_or_default().to_owned();
        let spent = median((0..ROUNDS).map(|_| timed(&studio, &block)).collect());
        if spent > slowest.0 {
            slowest = (spent, block);
        }
        kinds.entry(kind).or_default().push(spent);
        all.push(spent);
    }
    for (kind, times) in kinds {
        let most = times.iter().max().copied().unwrap_or_default();
        println!("{kind:<15} {:>3} ×: mediaan {:>8.1?}, hoogstens {most:>8.1?}", times.len(), median(times));
    }
    let over = all.iter().filter(|spent| **spent > Duration::from_millis(1)).count();
    println!(
        "{} infographics: mediaan {:.1?}, {over} boven 1 ms; het langzaamst {:.1?}:\n{}",
        all.len(),
        median(all),
        slowest.0,
        slowest.1
    );
}

fn timed(studio: &Studio<'_>, block: &str) -> Duration {
    let start = Instant::now();
    let drawn = studio.draw(block);
    let spent = start.elapsed();
    assert!(drawn.is_some());
    spent
}

fn median(mut all: Vec<Duration>) -> Duration {
    all.sort();
    all.get(all.len() / 2).copied().unwrap_or_default()
}

/// The blocks of the portal's pages, then one for every party, tie, main line and layer.
fn blocks(sources: &Sources, site: &Site) -> Vec<String> {
    let pages: Vec<String> =
        sources.of(Role::Page).map(|(_, file)| String::from_utf8_lossy(&file.bytes).into_owned()).collect();
    let fenced = pages.iter().flat_map(|page| page.split("```infographic").skip(1));
    let mut blocks: Vec<String> =
        fenced.filter_map(|rest| Some(rest.split_once('\n')?.1.split("```").next()?.to_owned())).collect();
    let model = &site.model;
    let parties = model.gremia.iter().map(|g| &g.id.value).chain(model.organisaties.iter().map(|o| &o.id.value));
    blocks.extend(parties.map(|id| format!("soort = \"relatiekaart\"\nrond = \"{id}\"\n")));
    for tie in &model.relaties {
        blocks.push(format!("soort = \"niveauverloop\"\nrelatie = \"{}\"\n", tie.id.value));
        blocks.push(format!("soort = \"tegenover\"\nlinks = \"{}\"\nrechts = \"{}\"\n", tie.van.id, tie.naar.id));
    }
    blocks.extend(model.sporen.iter().map(|s| format!("soort = \"planning\"\nspoor = \"{}\"\n", s.id.value)));
    for layer in &model.lagen {
        blocks.push(format!("soort = \"organogram\"\nlaag = \"{}\"\n", layer.id.value));
        blocks.push(format!("soort = \"relatiematrix\"\nlaag = \"{}\"\n", layer.id.value));
    }
    blocks
}

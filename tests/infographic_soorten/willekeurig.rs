//! Random rows: whatever an editor writes, the drawings stay tidy and come out the same twice.

use super::twente::{apart, head, open, steps};
use crate::drawing::kijk::{check_names, faults};
use rayon::prelude::*;
use verbeeld::infographic::Infographic;
use verbeeld::infographic::bijdrage::{Bijdrage, Part, Shape, Share};
use verbeeld::infographic::kerncijfers::{Figure, Kerncijfers};
use verbeeld::infographic::ladder::{Ladder, Row};
use verbeeld::infographic::organogram::{Body, Layer, Member, Organogram};
use verbeeld::infographic::relatiematrix::{Party, Relatiematrix, Tie};
use verbeeld::infographic::tegelkaart::{Group, Tegelkaart, Tile};
use verbeeld::infographic::tegenover::{Aspect, Side, Tegenover};
use verbeeld::infographic::verloop::{Step, Verloop};

/// A small generator of our own: the same rows on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound
    }

    fn words(&mut self, longest: usize) -> String {
        const PARTS: [&str; 12] =
            ["over", "leg", "beleid", "werk", "groep", "water", "schap", "regio", "IJ", "dienst", "&", "bestuur"];
        let length = 3 + self.below(longest - 3);
        let mut label = String::new();
        while label.chars().count() < length {
            label.push_str(PARTS[self.below(PARTS.len())]);
            if self.below(3) == 0 {
                label.push(' ');
            }
        }
        let label: String = label.chars().take(length).collect();
        if label.trim().is_empty() { "Groep".to_owned() } else { label.trim().to_owned() }
    }
}

const COLOURS: [&str; 5] = ["indigo", "wouw", "weide", "meekrap", "walnoot"];

fn draw(seed: u64) -> Vec<(&'static str, Infographic)> {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let rows = (0..5 + dice.below(56)).map(|index| {
        let now = dice.below(5);
        Row {
            from: dice.words(60),
            to: dice.words(60),
            href: format!("/r/{index}/"),
            now: steps().get(now).cloned().unwrap_or_else(|| if now == 3 { open() } else { apart() }),
            now_step: (now < 3).then_some(now),
            now_status: "duiding".into(),
            before: (dice.below(4) == 0).then(|| {
                let was = dice.below(4);
                (steps().get(was).cloned().unwrap_or_else(open), Some(was))
            }),
            ambition: (dice.below(2) == 0).then(|| (dice.below(4), "open".into())),
            beside: (dice.below(4) == 0).then(|| (apart(), "voorstel".into())),
        }
    });
    let ladder = Ladder { head: head("ladder"), steps: steps(), rows: rows.collect() };
    let layers = (0..1 + dice.below(4)).map(|index| Layer {
        name: dice.words(60),
        colour: COLOURS[index % 5].into(),
        bodies: (0..dice.below(16))
            .map(|body| Body {
                name: dice.words(60),
                href: format!("/g/{index}/{body}/"),
                decides: dice.below(2) == 0,
                note: if dice.below(2) == 0 { dice.words(60) } else { String::new() },
                members: (0..dice.below(6))
                    .map(|_| Member {
                        name: dice.words(60),
                        kind: String::new(),
                        href: if dice.below(2) == 0 { "/x/".into() } else { String::new() },
                        function: dice.words(60),
                        status: if dice.below(2) == 0 { "voorstel".into() } else { String::new() },
                    })
                    .collect(),
            })
            .collect(),
    });
    let organogram = Organogram { head: head("organogram"), layers: layers.collect() };
    let count = 1 + dice.below(60);
    let shares = (0..count).map(|_| Share { name: dice.words(60), href: "/o/".into() }).collect();
    let parts = (0..2).map(|_| Part {
        name: dice.words(60),
        href: String::new(),
        value: 1.0 + dice.below(2) as f64,
        shown: "0,8 fte".into(),
    });
    let shape = Shape::Shares { shares, each: "0,1 fte".into(), parts: parts.collect(), total: "1,4 fte".into() };
    let bijdrage = Bijdrage { head: head("bijdrage"), shape };
    let across = 2 + dice.below(6);
    let tiles = (0..1 + dice.below(56)).map(|index| {
        let (row, column) = (index / across, index % across);
        Tile {
            name: dice.words(60),
            href: format!("/o/{index}/"),
            row: row as f64,
            column: column as f64 + if row % 2 == 1 { 0.5 } else { 0.0 },
            group: Some(dice.below(3)),
            value: String::new(),
            neighbours: vec![dice.below(3)],
        }
    });
    let tiles: Vec<Tile> = tiles.collect();
    let last = tiles.len();
    let tiles = tiles
        .into_iter()
        .map(|tile| Tile { neighbours: tile.neighbours.into_iter().filter(|n| *n < last).collect(), ..tile });
    let groups = (0..3)
        .map(|index| Group { name: dice.words(60), colour: COLOURS[index].into(), together: index == 1 })
        .collect();
    let tegelkaart = Tegelkaart {
        measure: None,
        head: head("tegelkaart"),
        groups,
        tiles: tiles.collect(),
        noun: ("tegel".into(), "tegels".into()),
        absent: Vec::new(),
    };
    let count = 5 + dice.below(56);
    let parties = (0..count).map(|index| Party {
        name: dice.words(60),
        href: "/g/".into(),
        layer: format!("Laag {}", index / 5),
        colour: COLOURS[index / 5 % 5].into(),
    });
    let parties = parties.collect();
    let ties = (0..dice.below(90)).map(|index| Tie {
        from: dice.below(count),
        to: dice.below(count),
        level: steps()[index % 3].clone(),
        course: String::new(),
        href: format!("/r/{index}/"),
    });
    let matrix = Relatiematrix { head: head("matrix"), parties, ties: ties.collect() };
    let figures = (0..1 + dice.below(9)).map(|_| Figure {
        shown: format!("{}\u{a0}{}", dice.below(90_000), dice.words(60)),
        name: dice.words(60),
        href: "/c/".into(),
        reckoning: dice.words(60),
        status: "voorstel".into(),
        certain: false,
        source: dice.words(60),
        source_html: "bron".into(),
    });
    let kerncijfers = Kerncijfers { head: head("cijfers"), figures: figures.collect() };
    let mut side =
        |colour: &str| Side { name: dice.words(60), full: dice.words(60), href: "/g/".into(), colour: colour.into() };
    let (left, right) = (side("indigo"), side("weide"));
    let mut answers = |most: usize| (0..dice.below(most)).map(|_| dice.words(120)).collect::<Vec<_>>();
    let aspects = (0..4)
        .map(|index| Aspect {
            question: format!("Vraag {index}?"),
            left: answers(5),
            right: answers(4),
            drawn: None,
            known: index % 3 > 0,
        })
        .collect();
    let tie = Some((apart(), "/r/".to_owned(), "voorstel".to_owned()));
    let tegenover = Tegenover { head: head("tegenover"), left, right, tie, aspects };
    let walk = (0..1 + dice.below(4)).map(|_| {
        let rank = dice.below(4);
        Step {
            level: steps().get(rank).cloned().unwrap_or_else(open),
            href: "/n/".into(),
            rank: (rank < 3).then_some(rank),
            since: "1 januari 2024".into(),
            status: "besloten".into(),
            by: dice.words(60),
            to_come: false,
            proposed: dice.below(3) == 0,
        }
    });
    let walk: Vec<Step> = walk.collect();
    let ambition = walk.first().cloned().map(|step| Step { to_come: true, ..step });
    let verloop =
        Verloop { head: head("verloop"), between: ("a".into(), "b".into()), ladder: steps(), steps: walk, ambition };
    vec![
        ("ladder", ladder.draw()),
        ("organogram", organogram.draw()),
        ("bijdrage", bijdrage.draw()),
        ("tegelkaart", tegelkaart.draw()),
        ("relatiematrix", matrix.draw()),
        ("kerncijfers", kerncijfers.draw()),
        ("tegenover", tegenover.draw()),
        ("niveauverloop", verloop.draw()),
    ]
}

#[test]
fn random_rows_are_tidy() {
    let drawn = crate::support::seeds().flat_map_iter(|seed| draw(seed).into_iter().map(move |of| (seed, of)));
    let untidy: Vec<String> = drawn
        .flat_map_iter(|(seed, (name, figure))| {
            check_names(&format!("{name} {seed}"), &figure);
            [("wide", &figure.svg), ("medium", &figure.medium)]
                .into_iter()
                .filter_map(|(size, svg)| Some(format!("{name} {seed}, {size}: {}", faults(svg).first()?)))
                .collect::<Vec<_>>()
        })
        .collect();
    assert!(untidy.is_empty(), "{} drawings are untidy:\n{}", untidy.len(), untidy.join("\n"));
}

#[test]
fn the_same_rows_give_the_same_bytes() {
    assert_eq!(draw(7), draw(7));
}

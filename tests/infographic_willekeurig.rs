//! Random collaborations: whatever an editor writes, the drawing stays tidy.

use crate::drawing::doek::Cloth;
use crate::drawing::meetkunde::Drawing;
use crate::drawing::voorbeeld;
use rayon::prelude::*;
use verbeeld::infographic::figure::Head;
use verbeeld::infographic::relatiekaart::{Edge, Lane, Node, Relatiekaart};

/// A small generator of our own: the same collaborations on every machine.
struct Dice(u64);

impl Dice {
    fn below(&mut self, bound: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % bound
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }

    fn label(&mut self) -> String {
        const PARTS: [&str; 16] = [
            "over", "leg", "beleid", "werk", "groep", "water", "schap", "regio", "en", "Wm", "IJ", "dienst", "bodem",
            "keten", "&", "bestuur",
        ];
        let length = 3 + self.below(58);
        let mut label = String::new();
        while label.chars().count() < length {
            label.push_str(PARTS[self.below(PARTS.len())]);
            if self.chance(35) {
                label.push(' ');
            }
        }
        let label: String = label.chars().take(length).collect();
        let label = label.trim().to_owned();
        if label.is_empty() { "Groep".to_owned() } else { label }
    }
}

fn collaboration(seed: u64) -> Relatiekaart {
    let mut dice = Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1);
    let lanes = 1 + dice.below(5);
    let count = 5 + dice.below(56);
    let wished = count / 2 + dice.below(count + 1);
    network(seed, dice, lanes, count, wished)
}

/// So many bodies in so many layers, and at most so many ties: a third of them with one of the first three bodies.
fn network(seed: u64, mut dice: Dice, lanes: usize, count: usize, wished: usize) -> Relatiekaart {
    let levels = voorbeeld::levels();
    let nodes: Vec<Node> = (0..count)
        .map(|i| Node {
            id: format!("n{i}"),
            label: dice.label(),
            sub: dice.chance(30).then(|| dice.label()),
            lane: dice.below(lanes),
            href: format!("/g/{i}/"),
            emphasis: dice.chance(6),
        })
        .collect();
    let mut edges: Vec<Edge> = Vec::new();
    for _ in 0..wished {
        let (from, to) =
            (dice.below(count), if dice.chance(30) { dice.below(count.min(3)) } else { dice.below(count) });
        let known = edges.iter().any(|e| (e.from, e.to) == (from, to) || (e.to, e.from) == (from, to));
        if from == to || known {
            continue;
        }
        let level = levels[dice.below(5)].clone();
        let ambition = dice.chance(25).then(|| levels[dice.below(5)].clone());
        edges.push(Edge {
            from,
            to,
            directed: dice.chance(30),
            level,
            before: dice.chance(10).then(|| levels[dice.below(5)].clone()),
            ambition,
            reading_only: dice.chance(50),
            subject: dice.label(),
            href: format!("/r/{from}-{to}/"),
            status_name: "duiding".to_owned(),
        });
    }
    Relatiekaart {
        head: Head {
            id: format!("k{seed}"),
            title: "Wie met wie?".to_owned(),
            reading: "Zo leest u dit.".to_owned(),
            ..Head::default()
        },
        lanes: (0..lanes)
            .map(|i| Lane {
                name: dice.label(),
                note: String::new(),
                colour: ["indigo", "wouw", "weide"][i % 3].to_owned(),
            })
            .collect(),
        nodes,
        edges,
        seats: Vec::new(),
        legend: levels,
    }
}

/// A cloth, or boxes and lines.
fn check(svg: &str, map: &Relatiekaart, name: &str) {
    let given: Vec<_> = map.edges.iter().map(|e| (map.nodes[e.from].id.clone(), map.nodes[e.to].id.clone())).collect();
    if svg.contains("ig-doek") {
        let cloth = Cloth::read(svg);
        let faults = cloth.faults();
        assert!(faults.is_empty(), "{name}: {} faults, such as {}", faults.len(), faults[0]);
        if cloth.threads.iter().any(|thread| thread.0.starts_with("rest-")) {
            assert!(cloth.threads.len() < map.nodes.len() && cloth.ties.len() <= map.edges.len(), "{name}");
            return;
        }
        assert_eq!(cloth.threads.len(), map.nodes.len(), "{name}");
        let mut drawn: Vec<_> = cloth.ties.into_iter().map(|tie| tie.ends).collect();
        let mut given = given;
        drawn.sort();
        given.sort();
        assert_eq!(drawn, given, "{name}");
        return;
    }
    let drawing = Drawing::read(svg);
    let faults = drawing.faults();
    assert!(faults.is_empty(), "{name}: {} faults, such as {}", faults.len(), faults[0]);
    assert_eq!(drawing.boxes.len(), map.nodes.len(), "{name}");
    let drawn: Vec<_> = drawing.lines.iter().map(|line| (line.from.clone(), line.to.clone())).collect();
    assert_eq!(drawn, given, "{name}");
    assert!(!svg.contains("NaN") && !svg.contains("style"), "{name}");
    assert_eq!(drawing.tangles(), Vec::<String>::new(), "{name}");
}

#[test]
fn the_example_is_tidy_at_both_sizes_and_around_every_node() {
    let map = voorbeeld::twente();
    let figure = map.draw();
    check(&figure.svg, &map, "wide");
    check(&figure.medium, &map, "medium");
    check(&figure.upright, &map, "upright");
    assert_eq!(figure.table.rows.len(), map.edges.len());
    for node in 0..map.nodes.len() {
        let figure = map.draw_around(node);
        assert_eq!(Cloth::read(&figure.upright).faults(), Vec::<String>::new(), "upright around {node}");
        let svg = figure.svg;
        let drawing = Drawing::read(&svg);
        assert_eq!(drawing.faults(), Vec::<String>::new(), "around {node}");
        assert_eq!(drawing.tangles(), Vec::<String>::new(), "around {node}");
    }
}

#[test]
fn random_collaborations_are_tidy() {
    crate::support::seeds().for_each(is_tidy);
}

/// The extremes of collaborations, and networks as large as those that are known from research.
#[test]
fn networks_of_every_size_share_no_track() {
    let sizes = [
        (1, 1, 0),
        (2, 6, 0),
        (1, 2, 1),
        (2, 4, 3),
        (4, 12, 16),
        (3, 16, 24),
        (8, 24, 36),
        (5, 28, 42),
        (2, 34, 90),
        (5, 45, 110),
        (4, 77, 320),
    ];
    let all: Vec<_> =
        (1..=crate::support::trials("ZAADJES", 30) / 30).flat_map(|seed| sizes.map(|size| (seed, size))).collect();
    all.into_par_iter().for_each(|(seed, (lanes, bodies, ties))| {
        let map = network(seed, Dice(seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1), lanes, bodies, ties);
        let (figure, cloth) = (map.draw(), map.weave());
        for svg in [&figure.svg, &figure.medium, &figure.upright, &cloth.svg].into_iter().filter(|svg| !svg.is_empty())
        {
            check(svg, &map, &format!("{bodies} bodies, {} ties, {seed}", map.edges.len()));
        }
        // On paper every tie has its two knots, in letters of at least 7 points.
        let sheets = figure.pieces.as_str();
        assert_eq!(sheets.is_empty(), !map.is_crowded(), "{bodies} bodies, {} ties, {seed}", map.edges.len());
        if !sheets.is_empty() && !sheets.contains("ig-gevouwen") {
            assert_eq!(sheets.matches("class=\"ig-kn").count(), 2 * map.edges.len(), "{bodies} bodies, {seed}");
        }
        for sheet in sheets.split("viewBox=\"0 0 ").skip(1) {
            let width: f64 = sheet.split(' ').next().unwrap().parse().unwrap();
            assert!(width <= 921.0, "{bodies} bodies, {seed}: a sheet of {width}");
        }
        // What is folded for a telephone is folded until it holds it.
        let folded = !figure.folded.is_empty();
        assert!(!(folded && figure.upright.is_roomy()), "{bodies} bodies, {} ties, {seed}", map.edges.len());
    });
}

/// Checks the drawings of one collaboration.
fn is_tidy(seed: u64) {
    let map = collaboration(seed);
    let figure = map.draw();
    let name = format!("collaboration {seed}, {} nodes, {} edges", map.nodes.len(), map.edges.len());
    assert_eq!(figure.table.rows.len(), map.edges.len(), "{name}");
    if seed.is_multiple_of(10) {
        assert_eq!(figure, map.draw(), "{name}: drawn twice");
    }
    let cloth = map.weave();
    let sizes =
        [(&figure.svg, "wide"), (&figure.medium, "medium"), (&figure.upright, "upright"), (&cloth.svg, "wide cloth")];
    for (svg, size) in sizes {
        check(svg, &map, &format!("{name}, {size}"));
    }
}

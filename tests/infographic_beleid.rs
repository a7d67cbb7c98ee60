//! The Big 8 and the matrix of roles: tidy on the portal's shape and on random data.

use crate::drawing::proef::{Dice, named, tidy};
use crate::drawing::snapshot::{measured, snapshot};
use rayon::prelude::*;
use verbeeld::infographic::big8::{Big8, Loop, LoopWords, Product, Step};
use verbeeld::infographic::figure::Head;
use verbeeld::infographic::rollenmatrix::{Cell, Rollenmatrix, Row};
use verbeeld::markup::Svg;

fn loops() -> [LoopWords; 2] {
    [("Strategische lus", "beleid: wat willen we bereiken?", "indigo"), ("Operationele lus", "uitvoering", "weide")]
        .map(|(name, note, colour)| LoopWords { name: name.into(), note: note.into(), colour: colour.into() })
}

fn twente() -> Big8 {
    let step = |name: &str, place: Loop, who: &[&str], product: Option<(&str, &str)>| Step {
        name: named(name),
        place,
        who: who.iter().map(|w| named(w)).collect(),
        products: product.iter().map(|(p, lead)| Product { name: named(p), lead: Some(named(lead)) }).collect(),
    };
    let all = ["Colleges", "PHO VTH", "VTH-kerngroep"];
    let chain = ["ODT", "Eigen organisaties", "Veiligheidsregio", "GGD Twente", "Politie", "Vechtstromen"];
    Big8 {
        head: Head {
            id: "big8".into(),
            title: "Wie doet wat in de beleidscyclus?".into(),
            reading: "Volg de nummers langs de vlecht.".into(),
            ..Head::default()
        },
        loops: loops(),
        steps: vec![
            step("Probleem- en risicoanalyse", Loop::First, &all, None),
            step("Doelen en prioriteiten", Loop::First, &all, None),
            step("Strategieën", Loop::First, &all, Some(("Beleid", "Colleges"))),
            step("Programma en organisatie", Loop::Both, &["Colleges", "ODT"], Some(("Programma", "ODT"))),
            step("Voorbereiden", Loop::Second, &["ODT", "Eigen organisaties"], None),
            step("Uitvoeren", Loop::Second, &chain, None),
            step("Monitoren", Loop::Second, &["ODT", "Colleges"], Some(("Monitoring", "ODT"))),
            step("Rapporteren en evalueren", Loop::Second, &["ODT", "Colleges"], Some(("Jaarverslag", "ODT"))),
        ],
    }
}

#[test]
fn the_big8_of_twente() {
    let figure = tidy("big8", || twente().draw());
    snapshot("big8.svg", &figure.svg);
    measured("big8-midden", &figure.medium);
    assert_eq!(figure.table.rows.len(), 8);
    assert_eq!(figure.svg.matches("aria-label=\"Stap ").count(), 8, "every step of the table is in the drawing");
    assert_eq!(figure.svg.matches("aria-label=\"Product ").count(), 4);
    assert_eq!(
        figure.conclusion,
        "In de lead bij de 4 producten: ODT bij 3 en Colleges bij 1. De cyclus heeft 8 stappen: 3 op de strategische lus, 4 op de operationele lus en 1 waar ze elkaar raken."
    );
}

fn joined(slides: &[Svg]) -> String {
    slides.iter().map(|slide| &**slide).collect()
}

#[test]
fn a_slide_holds_the_whole_eight() {
    let map = twente();
    let slides = map.draw().slides.drawings;
    assert_eq!(slides.len(), 1, "with all that is told of its steps");
    for step in 1..=8 {
        assert!(slides[0].matches(&format!(">{step}</text>")).count() >= 2, "step {step} on its loop and beside it");
    }
    let words = slides[0].replace("</text>", "").replace('\n', " ");
    for product in map.steps.iter().flat_map(|step| &step.products) {
        assert!(words.contains(&product.name.name), "{}", product.name.name);
    }
    // More than fits beside it: the whole eight with the names of its steps first, and then what is told of them.
    let mut wordy = twente();
    let product = |name: &str| Product { name: named(name), lead: None };
    for step in &mut wordy.steps {
        step.products = ["Nota van uitgangspunten", "Regionaal jaarprogramma"].map(product).to_vec();
    }
    let slides = wordy.draw().slides.drawings;
    assert!(slides.len() > 1);
    assert_eq!(slides.iter().filter(|slide| slide.contains("big8-lus")).count(), 1, "the eight is not drawn twice");
    assert!(slides[0].contains("big8-lus") && !slides[0].contains("uitgangspunten"));
    assert_eq!(slides[0].matches("aria-label=\"Stap ").count(), 8);
    assert_eq!(joined(&slides[1..]).matches("aria-label=\"Stap ").count(), 8);
    // A loop without steps leaves a side empty: the rows flow over columns, as for a telephone.
    let half = Big8 { steps: twente().steps[..3].to_vec(), ..twente() };
    assert_eq!(
        half.draw()
            .slides
            .drawings
            .iter()
            .map(|svg| svg.to_string())
            .collect::<String>()
            .matches("aria-label=\"Stap ")
            .count(),
        3
    );
}

#[test]
fn random_eights_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let mut steps = Vec::new();
        for (place, most) in [(Loop::First, 6), (Loop::Both, 2), (Loop::Second, 6)] {
            for _ in 0..dice.below(most + 1) {
                let who = (0..dice.below(5)).map(|_| dice.named(60)).collect();
                let products = (0..dice.below(3))
                    .map(|_| Product { name: dice.named(60), lead: dice.chance(70).then(|| dice.named(60)) })
                    .collect();
                steps.push(Step { name: dice.named(60), place, who, products });
            }
        }
        let map = Big8 { steps, head: Head { id: format!("b{seed}"), ..twente().head }, ..twente() };
        let figure = tidy(&format!("big8 {seed}"), || map.draw());
        assert_eq!(figure.table.rows.len(), map.steps.len());
        assert_eq!(figure.svg.matches("aria-label=\"Stap ").count(), map.steps.len(), "{seed}");
        let slides = figure.slides.drawings.iter().map(|svg| svg.to_string()).collect::<String>();
        for index in 1..=map.steps.len() {
            assert!(slides.contains(&format!("aria-label=\"Stap {index},")), "{seed}: step {index} is on no slide");
        }
    });
}

#[test]
fn matrices_are_tidy_and_show_the_gaps() {
    crate::support::seeds().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let phases: Vec<String> = if seed == 0 {
            ["Voorbereiden", "Opstellen", "Vaststellen"].map(str::to_owned).to_vec()
        } else {
            (0..1 + dice.below(4)).map(|_| dice.words(60)).collect()
        };
        let cell = |dice: &mut Dice| Cell {
            who: dice.chance(40).then(|| dice.named(60)),
            status: if dice.chance(50) { "duiding".into() } else { String::new() },
        };
        let names = ["Beleid", "Programma", "Jaarverslag", "Monitoring"];
        let rows = (0..if seed == 0 { 4 } else { 1 + dice.below(6) }).map(|i| Row {
            name: if seed == 0 { named(names[i]) } else { dice.named(60) },
            colour: ["indigo", "weide", "wouw"][i % 3].into(),
            lead: if seed == 0 {
                Cell { who: Some(named(if i == 0 { "Colleges" } else { "ODT" })), status: "voorstel".into() }
            } else {
                cell(&mut dice)
            },
            cells: phases
                .iter()
                .enumerate()
                .map(|(p, _)| match (seed, i, p) {
                    (0, 0, 2) => Cell { who: Some(named("Colleges")), status: "duiding".into() },
                    (0, ..) => Cell::default(),
                    _ => cell(&mut dice),
                })
                .collect(),
        });
        let rows: Vec<Row> = rows.collect();
        let matrix = Rollenmatrix {
            head: Head {
                id: format!("r{seed}"),
                title: "Wie is aan zet?".into(),
                reading: "Vlecht of losse draad.".into(),
                ..Head::default()
            },
            phases: phases.clone(),
            rows,
        };
        let figure = tidy(&format!("matrix {seed}"), || matrix.draw());
        assert_eq!(figure.table.rows.len(), matrix.rows.len());
        let open = matrix.rows.iter().flat_map(|r| r.cells.iter().chain([&r.lead])).filter(|c| c.who.is_none()).count();
        assert_eq!(figure.svg.matches("rollen-gat").count(), open, "every gap is drawn");
        let told: usize = figure.table.rows.iter().flatten().filter(|cell| cell.as_str() == "open").count();
        assert_eq!(told, open, "and told");
        if seed == 0 {
            measured("rollenmatrix", &figure.svg);
            assert_eq!(
                figure.conclusion,
                "Voor elk product is bekend wie in de lead is. Van de 12 vakken per fase staan er 11 open."
            );
        }
    });
}

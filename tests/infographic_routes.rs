//! The route of a decision and the signpost: tidy on the portal's shape and on random data.

use crate::drawing::proef::{Dice, named, tidy};
use crate::drawing::snapshot::measured;
use rayon::prelude::*;
use verbeeld::infographic::besluitroute::{Besluitroute, Lane, Step};
use verbeeld::infographic::figure::Head;
use verbeeld::infographic::wegwijzer::{Fork, Question, Target, Wegwijzer};

const DYES: [&str; 4] = ["indigo", "wouw", "walnoot", "weide"];

fn route(seed: u64) -> Besluitroute {
    let mut dice = Dice::new(seed);
    let lanes = if seed == 0 { 4 } else { 1 + dice.below(4) };
    let of_twente = [
        ("Richting kiezen", "PHO VTH", 0),
        ("Voorbereiden", "VTH-kerngroep", 1),
        ("Uitwerken", "Projectgroepen", 2),
        ("Ambtelijk afstemmen", "Twentebreed overleg", 2),
        ("Adviseren", "ODT", 3),
        ("Bestuurlijk afstemmen", "PHO VTH", 0),
        ("Besluiten", "Colleges", 0),
        ("Uitvoeren", "Eigen organisaties", 3),
    ];
    let steps: Vec<Step> = if seed == 0 {
        let step = |(name, who, lane): (&str, &str, usize)| Step {
            name: named(name),
            who: vec![named(who)],
            what: "Doet wat er in deze stap moet gebeuren.".into(),
            lane,
            decides: name == "Besluiten",
            status: "feit".into(),
            settled: true,
        };
        of_twente.into_iter().map(step).collect()
    } else {
        (0..1 + dice.below(12))
            .map(|_| Step {
                name: dice.named(60),
                who: (0..dice.below(3)).map(|_| dice.named(60)).collect(),
                what: dice.words(120),
                lane: dice.below(lanes + 1),
                decides: dice.chance(20),
                status: "duiding".into(),
                settled: dice.chance(50),
            })
            .collect()
    };
    Besluitroute {
        head: Head { id: format!("b{seed}"), title: "Hoe?".into(), reading: "Zo.".into(), ..Head::default() },
        lanes: (0..lanes)
            .map(|i| Lane {
                name: ["Bestuurlijk", "Ambtelijk", "Beleid en projecten", "Uitvoering en keten"][i].into(),
                colour: DYES[i].into(),
            })
            .collect(),
        steps,
    }
}

#[test]
fn routes_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let route = route(seed);
        let figure = tidy(&format!("route {seed}"), || route.draw());
        assert_eq!(figure.table.rows.len(), route.steps.len());
        assert_eq!(figure.svg.matches("rect class=\"ig-vak").count(), route.steps.len());
        assert_eq!(figure.svg.matches("class=\"route-draad\"").count(), route.steps.len() - 1, "one thread through all steps");
        if seed == 0 {
            measured("besluitroute", &figure.svg);
            assert_eq!(
                figure.conclusion,
                "Eén stap is een besluit: stap 7 (Colleges). Van voorstel tot uitvoering zijn het 8 stappen door 4 lagen."
            );
        }
    });
}

fn signpost(seed: u64) -> Wegwijzer {
    let mut dice = Dice::new(seed);
    let forks = (0..1 + dice.below(4)).map(|f| Fork {
        name: dice.words(60),
        note: dice.words(60),
        colour: DYES[f].into(),
        targets: (0..1 + dice.below(5))
            .map(|_| Target {
                name: dice.named(60),
                questions: (0..1 + dice.below(4))
                    .map(|_| Question {
                        question: dice.named(110),
                        answer: dice.words(60),
                        unsure: if seed.is_multiple_of(2) { "" } else { "voorstel" }.into(),
                        standing: "Voorstel, volgens: het plan van 2023".into(),
                    })
                    .collect(),
            })
            .collect(),
    });
    Wegwijzer {
        head: Head { id: format!("w{seed}"), title: "Waar?".into(), reading: "Zo.".into(), ..Head::default() },
        forks: forks.collect(),
    }
}

#[test]
fn signposts_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let signpost = signpost(seed);
        let figure = tidy(&format!("signpost {seed}"), || signpost.draw());
        let questions = signpost.forks.iter().flat_map(|f| &f.targets).map(|t| t.questions.len()).sum::<usize>();
        assert_eq!(figure.table.rows.len(), questions);
        assert_eq!(figure.svg.matches("class=\"weg-vraag\"").count(), questions);
        assert_eq!(figure.steps.iter().map(|subject| subject.questions.len()).sum::<usize>(), questions);
        if seed == 0 {
            measured("wegwijzer", &figure.svg);
        }
    });
}

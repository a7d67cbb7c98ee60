//! The tree, the planning and the board of choices: tidy on the portal's shape and on random data.

use crate::drawing::proef::{Dice, named, tidy};
use crate::drawing::snapshot::{measured, snapshot};
use rayon::prelude::*;
use verbeeld::infographic::boom::{Boom, Branch, Limb};
use verbeeld::infographic::figure::Head;
use verbeeld::infographic::keuzebord::{Choice, Keuzebord, Line};
use verbeeld::infographic::planning::{Action, Lane, Milestone, Planning, Task};
use verbeeld::infographic::words::PlanWords;

const DYES: [&str; 3] = ["wouw", "indigo", "weide"];

fn tree(seed: u64) -> Boom {
    let mut dice = Dice::new(seed);
    let mut number = 0;
    let limbs = (0..if seed == 0 { 3 } else { 1 + dice.below(4) }).map(|l| Limb {
        tag: format!("Spoor {}", l + 1),
        name: if seed == 0 { named(["Versterken", "Borgen", "Verbinden"][l]) } else { dice.named(60) },
        colour: DYES[l % 3].into(),
        branches: (0..if seed == 0 { [3, 4, 2][l] } else { dice.below(5) })
            .map(|_| {
                number += 1;
                Branch {
                    tag: format!("Opgave {number}"),
                    name: if seed == 0 { named(&format!("Werk aan opgave {number}")) } else { dice.named(60) },
                    results: (0..if seed == 0 { 1 + number % 3 } else { dice.below(5) })
                        .map(|_| dice.words(if seed == 0 { 40 } else { 120 }))
                        .collect(),
                }
            })
            .collect(),
    });
    Boom {
        head: Head { id: format!("t{seed}"), title: "Hoe?".into(), reading: "Zo.".into(), ..Head::default() },
        limbs: limbs.collect(),
        words: PlanWords::default(),
    }
}

#[test]
fn trees_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let tree = tree(seed);
        let figure = tidy(&format!("tree {seed}"), || tree.draw());
        let branches = tree.limbs.iter().map(|l| l.branches.len()).sum::<usize>();
        assert_eq!(figure.table.rows.len(), branches);
        assert_eq!(figure.svg.matches("boom-opgave").count(), branches);
        let results: usize = tree.limbs.iter().flat_map(|l| &l.branches).map(|b| b.results.len()).sum();
        assert_eq!(figure.svg.matches("circle class=\"boom-vrucht\"").count(), results);
        if seed == 0 {
            measured("boom", &figure.svg);
            assert!(figure.conclusion.ends_with("Spoor 2 heeft de meeste opgaven: 4."), "{}", figure.conclusion);
        }
    });
}

fn planning(seed: u64) -> Planning {
    let mut dice = Dice::new(seed);
    let first = 2023 * 4 + 3;
    let count = if seed == 0 { 13 } else { 1 + dice.below(16) as i32 };
    let mut lanes = Vec::new();
    for l in 0..if seed == 0 { 3 } else { 1 + dice.below(3) } {
        let mut tasks = Vec::new();
        for t in 0..1 + dice.below(4) {
            let mut actions = Vec::new();
            for a in 0..dice.below(6) {
                let from = first + dice.below(count as usize) as i32;
                let to = (from + dice.below(4) as i32).min(first + count - 1);
                let dated = dice.chance(60);
                actions.push(Action {
                    name: dice.named(80),
                    from: (dated && dice.chance(60)).then_some(from),
                    to: dated.then_some(to),
                    whole_year: false,
                    when: "wanneer".into(),
                    first: if dice.chance(20) { dice.words(30) } else { String::new() },
                    who: vec![dice.named(60)],
                    after: if a > 0 && dice.chance(40) { vec![(l, t, a - 1)] } else { Vec::new() },
                    done: false,
                });
            }
            let milestones = (0..dice.below(4))
                .map(|_| Milestone {
                    name: dice.named(60),
                    at: first * 100 + 1 + dice.below(count as usize * 100) as i32,
                    whole_year: false,
                    when: "dan".into(),
                    first: String::new(),
                    sure: dice.chance(50),
                })
                .collect();
            tasks.push(Task { tag: format!("{}", t + 1), name: dice.named(60), actions, milestones });
        }
        lanes.push(Lane { tag: format!("Spoor {}", l + 1), name: dice.named(60), colour: DYES[l % 3].into(), tasks });
    }
    Planning {
        head: Head { id: format!("p{seed}"), title: "Wat wanneer?".into(), reading: "Zo.".into(), ..Head::default() },
        lanes,
        span: (first, first + count - 1),
        today: dice.chance(50).then(|| (first * 100 + 150, "15 mei 2024".to_owned())),
        words: PlanWords::default(),
    }
}

#[test]
fn plannings_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let planning = planning(seed);
        let figure = tidy(&format!("planning {seed}"), || planning.draw());
        let tasks = || planning.lanes.iter().flat_map(|l| &l.tasks);
        let dated = tasks().flat_map(|t| &t.actions).filter(|a| a.to.is_some()).count();
        let moments = tasks().map(|t| t.milestones.len()).sum::<usize>();
        assert_eq!(figure.svg.matches("class=\"plan-actie\"").count(), dated, "{seed}");
        assert_eq!(figure.svg.matches("class=\"plan-moment\"").count(), moments, "{seed}");
        assert_eq!(figure.table.rows.len(), tasks().map(|t| t.actions.len()).sum::<usize>() + moments);
        if seed == 0 {
            snapshot("planning.svg", &figure.svg);
        }
    });
}

#[test]
fn the_day_is_drawn_only_when_asked_for() {
    let mut planning = planning(0);
    planning.today = None;
    assert!(!planning.draw().svg.contains("plan-vandaag"));
    planning.today = Some((2024 * 400, "1 januari 2024".to_owned()));
    assert!(planning.draw().svg.contains("plan-vandaag"));
}

#[test]
fn what_is_known_by_its_year_stands_under_no_quarter() {
    let mut planning = planning(0);
    let end = 2026 * 400 + 400;
    let milestone = |name: &str, at, whole_year| Milestone {
        name: named(name),
        at,
        whole_year,
        when: "2026".into(),
        first: String::new(),
        sure: false,
    };
    let action = |name: &str, from, to, whole_year| Action {
        name: named(name),
        from: Some(from),
        to,
        whole_year,
        when: "2026".into(),
        first: String::new(),
        who: Vec::new(),
        after: Vec::new(),
        done: false,
    };
    planning.today = None;
    planning.lanes.truncate(1);
    planning.lanes[0].tasks = vec![Task {
        tag: "1".into(),
        name: named("Een taak"),
        actions: vec![
            action("Het hele jaar", 2026 * 4, Some(2026 * 4 + 3), true),
            action("Te beginnen in het jaar", 2025 * 4, None, true),
            action("Aan het eind", 2026 * 4 + 3, Some(2026 * 4 + 3), false),
            action("Het jaar door", 2026 * 4, Some(2026 * 4 + 3), true),
        ],
        milestones: vec![milestone("Ergens in het jaar", end, true), milestone("In het kwartaal", end, false)],
    }];
    let figure = planning.draw();
    assert!(!figure.conclusion.contains("kwartaal"), "{}", figure.conclusion);
    let drawn = figure.upright;
    let at = |words: &str| drawn.find(words).unwrap_or_else(|| panic!("{words}: {drawn}"));
    let (quarter, year) = (at("Vierde kwartaal van 2026"), at("In 2026"));
    for name in ["In het kwartaal", "Aan het eind"] {
        assert!(quarter < at(name) && at(name) < year, "{name}");
    }
    // Two that end in the same year are one row.
    for name in ["Ergens in het jaar", "2 acties"] {
        assert!(year < at(name), "{name}");
    }
    assert!(at("In 2025") < at("Te beginnen in het jaar") && at("Te beginnen in het jaar") < quarter);
    // On the chart a year is marked from end to end, for its milestones once and for each action, and a quarter is not.
    assert_eq!(planning.draw().svg.matches("plan-heel-jaar").count(), 9);
    planning.lanes[0].tasks[0].milestones.retain(|moment| !moment.whole_year);
    planning.lanes[0].tasks[0].actions.retain(|action| !action.whole_year);
    assert!(!planning.draw().svg.contains("plan-heel-jaar"));
}

#[test]
fn moments_that_fall_together_stand_below_one_another_each_at_its_own_time() {
    let mut planning = planning(0);
    (planning.today, planning.span) = (None, (2023 * 4, 2024 * 4 + 3));
    planning.lanes.truncate(1);
    let moments = [(2024 * 400, false), (2024 * 400 + 1, false), (2024 * 400 + 400, true), (2024 * 400 + 400, true)];
    let milestone = |(at, whole_year)| Milestone {
        name: named("Iets"),
        at,
        whole_year,
        when: String::new(),
        first: String::new(),
        sure: false,
    };
    let task = |moments: &[(i32, bool)]| Task {
        tag: "1".into(),
        name: named("Een taak"),
        actions: Vec::new(),
        milestones: moments.iter().copied().map(milestone).collect(),
    };
    let mut places = |moments: &[(i32, bool)]| -> Vec<(f64, f64)> {
        planning.lanes[0].tasks = vec![task(moments)];
        let svg = planning.draw().svg;
        let starts = svg.split("class=\"plan-ruit\" d=\"M").skip(1).map(|path| {
            let mut numbers = path.split(|c: char| c != '.' && !c.is_ascii_digit()).map(|n| n.parse().unwrap());
            (numbers.next().unwrap(), numbers.next().unwrap())
        });
        starts.collect()
    };
    let together = places(&moments);
    for (index, place) in together.iter().enumerate() {
        assert!((place.0 - places(&moments[index..=index])[0].0).abs() < 0.1, "{index} was moved along the axis");
        for other in &together[index + 1..] {
            assert!((place.1 - other.1).abs() >= 24.0, "{index} lies over another: {together:?}");
        }
    }
}

#[test]
fn each_slide_of_a_series_says_which_time_it_shows() {
    crate::support::seeds().for_each(|seed| {
        let slides = planning(seed).draw().slides;
        let series = slides.drawings.len() > 1;
        assert_eq!(slides.titles.len(), if series { slides.drawings.len() } else { 0 }, "{seed}");
        for (title, drawing) in slides.titles.iter().zip(&slides.drawings) {
            assert!(!title.is_empty(), "{seed}");
            let told =
                title.trim_start_matches("Van ").split(" tot en met ").map(|part| part.trim_start_matches("het "));
            for part in told {
                let part = part.trim_end_matches(", en wat geen datum heeft");
                let part = part.trim_start_matches("Het ");
                assert!(drawing.to_lowercase().contains(&part.to_lowercase()), "{seed}: {title}");
            }
        }
    });
}

#[test]
fn a_board_is_told_by_date_and_says_what_is_overdue() {
    let choice = |name: &str, due: &str, overdue| Choice {
        question: named(name),
        task: named("Opgave 1"),
        colour: "wouw".into(),
        state: 0,
        who: None,
        due: due.into(),
        last_day: due.into(),
        overdue,
        options: Vec::new(),
        outcome: String::new(),
        decided: String::new(),
    };
    let choices = [("Geen", "", false), ("Later", "2027-12-31", false), ("Eerder", "2025-03-31", true)];
    let board = Keuzebord {
        head: Head { id: "k".into(), title: "Wat?".into(), ..Head::default() },
        states: vec![("Open".into(), String::new())],
        choices: choices.map(|(name, due, overdue)| choice(name, due, overdue)).to_vec(),
        lines: Vec::new(),
        words: PlanWords::default(),
    };
    let figure = board.draw();
    for svg in [&figure.svg, &figure.medium, &figure.upright] {
        let places = ["Eerder", "Later", "Geen"].map(|name| svg.find(&format!(">{name}<")).expect(name));
        assert!(places.is_sorted(), "{places:?}");
    }
    assert!(figure.conclusion.starts_with("Bij 1 van de 3 keuzes is de datum voorbij"), "{}", figure.conclusion);
}

#[test]
fn boards_are_tidy() {
    crate::support::seeds().for_each(|seed| {
        let mut dice = Dice::new(seed);
        let choices: Vec<Choice> = (0..if seed == 0 { 20 } else { dice.below(40) })
            .map(|i| {
                let state = dice.below(3);
                Choice {
                    question: dice.named(100),
                    task: named(&format!("Opgave {}", i / 3 + 1)),
                    colour: DYES[i % 3].into(),
                    state,
                    who: (state == 1).then(|| dice.named(60)),
                    due: if dice.chance(50) { "eerste kwartaal van 2024".into() } else { String::new() },
                    last_day: String::new(),
                    overdue: false,
                    options: Vec::new(),
                    outcome: if state == 2 { dice.words(60) } else { String::new() },
                    decided: if state == 2 { "Gekozen door het overleg, 3 maart 2026".into() } else { String::new() },
                }
            })
            .collect();
        let board = Keuzebord {
            head: Head { id: format!("k{seed}"), title: "Wat?".into(), reading: "Zo.".into(), ..Head::default() },
            states: ["Open", "Aan zet bekend", "Gekozen"].map(|s| (s.to_owned(), "zo ver is het".to_owned())).to_vec(),
            choices,
            lines: ["Spoor 1", "Spoor 2", "Spoor 3"]
                .iter()
                .zip(DYES)
                .map(|(tag, dye)| Line { tag: (*tag).into(), name: dice.words(40), colour: dye.into() })
                .collect(),
            words: PlanWords::default(),
        };
        let figure = tidy(&format!("board {seed}"), || board.draw());
        assert_eq!(figure.table.rows.len(), board.choices.len());
        assert_eq!(figure.svg.matches("rect class=\"ig-vak\"").count(), board.choices.len(), "{seed}");
        if seed == 0 {
            measured("keuzebord", &figure.svg);
        }
    });
}

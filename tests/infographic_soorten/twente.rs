//! One example of every kind, in the shape of the data of Twente.

use verbeeld::infographic::Infographic;
use verbeeld::infographic::bijdrage::{Bar, Bijdrage, Part, Shape, Share};
use verbeeld::infographic::figure::Head;
use verbeeld::infographic::kerncijfers::{Figure, Kerncijfers};
use verbeeld::infographic::ladder::{Ladder, Row};
use verbeeld::infographic::legend::Level;
use verbeeld::infographic::organogram::{Body, Layer, Member, Organogram};
use verbeeld::infographic::relatiematrix::{Party, Relatiematrix, Tie};
use verbeeld::infographic::tegelkaart::{Group, Tegelkaart, Tile};
use verbeeld::infographic::tegenover::{Aspect, Side, Tegenover};
use verbeeld::infographic::verloop::{Step, Verloop};
use verbeeld::infographic::weave::Form;

pub fn head(id: &str) -> Head {
    Head {
        id: id.to_owned(),
        title: "Hoe zit het?".to_owned(),
        reading: "Zo leest u dit.".to_owned(),
        ..Head::default()
    }
}

pub fn steps() -> Vec<Level> {
    let step = |at: usize, name: &str, meaning: &str| Level::step(at, 3, None, name.to_owned(), meaning.to_owned());
    vec![
        step(0, "verliefd", "informatie delen en uitwisselen"),
        step(1, "verloofd", "betrokken bij ontwikkeling en uitvoering"),
        step(2, "getrouwd", "het beleid is één geheel"),
    ]
}

pub fn open() -> Level {
    Level::off_ladder(Form::Onbepaald, "nog niet bepaald".into(), "het plan noemt nog geen niveau".into())
}

pub fn apart() -> Level {
    Level::off_ladder(Form::Gescheiden, "gescheiden".into(), "bewust los van elkaar".into())
}

fn ladder() -> Infographic {
    let row = |from: &str, to: &str, now: Option<usize>, ambition: Option<usize>| Row {
        from: from.into(),
        to: to.into(),
        href: format!("/relaties/{from}-{to}/").to_lowercase().replace(' ', "-"),
        now: now.map_or_else(open, |step| steps()[step].clone()),
        now_step: now,
        now_status: "duiding".into(),
        before: None,
        ambition: ambition.map(|step| (step, "duiding".into())),
        beside: None,
    };
    let apart = Row { now: apart(), ..row("PHO VTH", "AB ODT", None, None) };
    let rows = vec![
        apart,
        row("PHO VTH", "Colleges", Some(0), Some(2)),
        row("VTH-kerngroep", "Accounthouders ODT", None, Some(1)),
        row("VTH-kerngroep", "Twentebreed overleg", Some(1), None),
        row("Colleges", "Eigen organisaties", None, None),
    ];
    Ladder { head: head("ladder"), steps: steps(), rows }.draw()
}

/// A body with so many municipalities in it, and a chair.
pub fn crowded(count: usize) -> Infographic {
    let seat = |name: String, kind: &str| Member {
        name,
        kind: kind.into(),
        href: "/o/".into(),
        function: String::new(),
        status: String::new(),
    };
    let all = (0..count).map(|n| seat(format!("Gemeente {n}"), "gemeenten"));
    let members = all.chain([seat("Voorzitter".into(), "")]).collect();
    let body = Body { name: "PHO".into(), href: "/g/".into(), decides: false, note: String::new(), members };
    let layer = Layer { name: "Bestuurlijk".into(), colour: "indigo".into(), bodies: vec![body] };
    Organogram { head: head("organogram"), layers: vec![layer] }.draw()
}

fn organogram() -> Infographic {
    let member = |name: &str, function: &str, status: &str| Member {
        name: name.into(),
        kind: String::new(),
        href: if function == "lid" { String::new() } else { "/rollen/".into() },
        function: function.into(),
        status: status.into(),
    };
    let body = |name: &str, decides: bool, members: Vec<Member>| Body {
        name: name.into(),
        href: "/gremia/".into(),
        decides,
        note: String::new(),
        members,
    };
    let layers = vec![
        Layer {
            name: "Bestuurlijk".into(),
            colour: "indigo".into(),
            bodies: vec![
                body(
                    "PHO VTH",
                    false,
                    vec![member("Bestuurlijk trekker", "voorzitter", ""), member("14 gemeenten", "lid", "duiding")],
                ),
                body("Colleges (bevoegd gezag)", true, vec![member("Provincie Overijssel", "Gedeputeerde Staten", "")]),
                body("Algemeen Bestuur ODT", true, Vec::new()),
            ],
        },
        Layer {
            name: "Uitvoering en keten".into(),
            colour: "weide".into(),
            bodies: vec![Body { note: "Ketenpartner".into(), ..body("Politie", false, Vec::new()) }],
        },
    ];
    Organogram { head: head("organogram"), layers }.draw()
}

const MEMBERS: [&str; 14] = [
    "Almelo",
    "Borne",
    "Noaberkracht",
    "Enschede",
    "Haaksbergen",
    "Hellendoorn",
    "Hengelo",
    "Hof van Twente",
    "Losser",
    "Oldenzaal",
    "Rijssen-Holten",
    "Twenterand",
    "Wierden",
    "Overijssel",
];

fn part(name: &str, value: f64, shown: &str) -> Part {
    Part { name: name.into(), href: "/cijfers/".into(), value, shown: shown.into() }
}

fn shares() -> Infographic {
    let shares = MEMBERS.iter().map(|name| Share { name: (*name).into(), href: "/organisaties/".into() }).collect();
    let parts = vec![part("Voorzitter", 0.8, "0,8 fte"), part("Secretaris", 0.6, "0,6 fte")];
    let shape = Shape::Shares { shares, each: "0,1 fte".into(), parts, total: "1,4 fte".into() };
    Bijdrage { head: head("delen"), shape }.draw()
}

fn bars() -> Infographic {
    let (core, wide, work) =
        (part("Kerngroep", 96.0, "96 uur"), part("Twentebreed", 24.0, "24 uur"), part("Projecten", 96.0, "96 uur"));
    let bars = vec![
        Bar { name: "In de kerngroep".into(), parts: vec![core, wide.clone(), work.clone()], shown: "216 uur".into() },
        Bar { name: "Niet in de kerngroep".into(), parts: vec![wide, work], shown: "120 uur".into() },
    ];
    let compare = Some(part("Volgens het plan", 130.0, "130 uur"));
    Bijdrage { head: head("staven"), shape: Shape::Bars { bars, compare } }.draw()
}

fn tiles() -> Infographic {
    let places = [
        ("Hellendoorn", 1.0, 1.5, 0),
        ("Twenterand", 1.0, 2.5, 0),
        ("Tubbergen", 1.0, 3.5, 1),
        ("Rijssen-Holten", 2.0, 1.0, 0),
        ("Wierden", 2.0, 2.0, 0),
        ("Almelo", 2.0, 3.0, 0),
        ("Borne", 2.0, 4.0, 0),
        ("Dinkelland", 2.0, 5.0, 1),
        ("Hof van Twente", 3.0, 3.5, 0),
        ("Hengelo", 3.0, 4.5, 0),
        ("Oldenzaal", 3.0, 5.5, 0),
        ("Haaksbergen", 4.0, 4.0, 0),
        ("Enschede", 4.0, 5.0, 0),
        ("Losser", 4.0, 6.0, 0),
    ];
    let tile = |(name, row, column, group): &(&str, f64, f64, usize)| Tile {
        name: (*name).into(),
        href: "/organisaties/".into(),
        row: *row,
        column: *column,
        group: Some(*group),
        value: if *group == 1 { "samen één".into() } else { String::new() },
        neighbours: if *name == "Hellendoorn" { vec![1, 3, 4] } else { Vec::new() },
    };
    let group = |name: &str, colour: &str| Group {
        name: name.into(),
        colour: colour.into(),
        together: name.starts_with("samen in"),
    };
    let groups = vec![group("eigen organisatie", "indigo"), group("samen in Noaberkracht", "wouw")];
    Tegelkaart {
        measure: None,
        head: head("tegels"),
        groups,
        tiles: places.iter().map(tile).collect(),
        noun: ("gemeente".into(), "gemeenten".into()),
        absent: vec!["Provincie Overijssel".into()],
    }
    .draw()
}

fn party(name: &str, layer: &str, colour: &str) -> Party {
    Party { name: name.into(), href: "/gremia/".into(), layer: layer.into(), colour: colour.into() }
}

/// So many bodies without a single tie.
pub fn strangers(count: usize) -> Infographic {
    let parties = (0..count).map(|n| party(&format!("Groep {n}"), "Laag", "indigo")).collect();
    Relatiematrix { head: head("matrix"), parties, ties: Vec::new() }.draw()
}

fn matrix() -> Infographic {
    let parties = vec![
        party("PHO VTH", "Bestuurlijk", "indigo"),
        party("Kerngroep", "Ambtelijk", "wouw"),
        party("Platform Bodem", "Beleid en projecten", "walnoot"),
        party("Politie", "Uitvoering en keten", "weide"),
    ];
    let tie = |from, to, level: Level| Tie { from, to, level, course: String::new(), href: "/relaties/".into() };
    let ties = vec![tie(0, 1, steps()[1].clone()), tie(2, 1, open()), tie(3, 3, open())];
    Relatiematrix { head: head("matrix"), parties, ties }.draw()
}

fn figures() -> Infographic {
    let figure = |shown: &str, name: &str, reckoning: &str, status: &str| Figure {
        shown: shown.into(),
        name: name.into(),
        href: "/cijfers/".into(),
        reckoning: reckoning.into(),
        status: status.into(),
        certain: matches!(status, "" | "besloten"),
        source: "Uitvoeringsplan 2023: opgave 1".into(),
        source_html: "Uitvoeringsplan 2023: opgave 1".into(),
    };
    let figures = vec![
        figure("14\u{a0}gemeenten", "Gemeenten in de samenwerking", "", ""),
        figure("circa €\u{a0}10.000", "Vaste bijdrage omgerekend in geld, per deelnemer per jaar", "", "voorstel"),
        figure("circa 1,4\u{a0}fte", "Voorzitter en secretaris samen", "0,8 fte + 0,6 fte = 1,4 fte", "duiding"),
        figure("13\u{a0}ambtelijke organisaties", "Van die gemeenten", "", ""),
    ];
    Kerncijfers { head: head("cijfers"), figures }.draw()
}

fn against(tie: Option<Level>) -> Tegenover {
    let side = |name: &str, full: &str, colour: &str| Side {
        name: name.into(),
        full: full.into(),
        href: "/gremia/".into(),
        colour: colour.into(),
    };
    let words = |list: &[&str]| list.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let aspect = |question: &str, left: &[&str], right: &[&str]| Aspect {
        question: question.into(),
        left: words(left),
        right: words(right),
        drawn: None,
        known: !left.is_empty() && !right.is_empty(),
    };
    Tegenover {
        head: head("tegenover"),
        left: side("PHO VTH", "PHO VTH", "indigo"),
        right: side("AB ODT", "Algemeen Bestuur ODT", "weide"),
        tie: tie.map(|level| (level, "/relaties/".into(), "voorstel".into())),
        aspects: vec![
            aspect("Besluit het zelf?", &["Nee. De besluiten vallen bij elk bevoegd gezag apart."], &["Ja."]),
            aspect(
                "Wat doet het?",
                &["Afstemmen tussen de deelnemers.", "Besluiten voorbereiden."],
                &["De ODT besturen."],
            ),
            aspect("Wie zit erin?", &["Bestuurlijk trekker (voorzitter)", "14 gemeenten (lid, duiding)"], &[]),
        ],
    }
}

fn course(count: usize, ambition: bool) -> Infographic {
    let step = |level: Level, rank: Option<usize>, since: &str, by: &str| Step {
        level,
        href: "/niveaus/".into(),
        rank,
        since: since.into(),
        status: "besloten".into(),
        by: by.into(),
        to_come: false,
        proposed: false,
    };
    let mut steps_so_far = vec![
        step(open(), None, "2022", ""),
        step(steps()[0].clone(), Some(0), "1 januari 2024", "PHO VTH"),
        step(steps()[1].clone(), Some(1), "1 april 2025", "Colleges (bevoegd gezag)"),
    ];
    if count == 1 {
        steps_so_far = vec![step(steps()[0].clone(), Some(0), "", "")];
    }
    Verloop {
        head: head("verloop"),
        between: ("PHO".into(), "Colleges".into()),
        ladder: steps(),
        steps: steps_so_far,
        ambition: ambition.then(|| Step { to_come: true, ..step(steps()[2].clone(), Some(2), "", "") }),
    }
    .draw()
}

/// Every kind, with the name of its snapshot.
pub fn all() -> Vec<(&'static str, Infographic)> {
    vec![
        ("ladder", ladder()),
        ("organogram", organogram()),
        ("bijdrage-delen", shares()),
        ("bijdrage-staven", bars()),
        ("tegelkaart", tiles()),
        ("relatiematrix", matrix()),
        ("kerncijfers", figures()),
        ("tegenover", against(Some(apart())).draw()),
        ("tegenover-verloofd", against(steps().into_iter().nth(1)).draw()),
        ("tegenover-los", against(None).draw()),
        ("niveauverloop", course(3, true)),
        ("niveauverloop-een", course(1, false)),
    ]
}

/// What is to be apart is no step of the ladder, and an ambition all the same.
#[test]
fn an_ambition_beside_the_ladder_counts() {
    let row = |name: &str, ambition: Option<usize>, beside: Option<Level>| Row {
        from: name.into(),
        to: "PHO VTH".into(),
        href: format!("/relaties/{name}/"),
        now: open(),
        now_step: None,
        now_status: "open".into(),
        before: None,
        ambition: ambition.map(|step| (step, "duiding".into())),
        beside: beside.map(|level| (level, "voorstel".into())),
    };
    let rows = vec![row("Een", Some(1), None), row("Twee", None, Some(apart())), row("Drie", None, None)];
    let figure = Ladder { head: head("ladder"), steps: steps(), rows }.draw();
    let told = "2 van de 3 banden hebben een ambitie: 1 naar verloofd en 1 gescheiden.";
    assert!(figure.conclusion.starts_with(told), "{}", figure.conclusion);
    let wished: Vec<&str> = figure.table.rows.iter().filter_map(|row| row.get(3)).map(|cell| cell.as_str()).collect();
    assert_eq!(wished, ["verloofd", "gescheiden", "–"]);
    assert!(figure.upright.contains("zou gescheiden kunnen worden"));
    // The slide shows what is now, and its title says no more.
    assert_eq!(figure.slides.titles, ["Nu: 3 nog niet bepaald"]);
}

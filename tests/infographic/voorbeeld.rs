//! The example that the snapshots show: the collaboration in Twente, as its plan describes it.

use verbeeld::infographic::figure::Head;
use verbeeld::infographic::legend::Level;
use verbeeld::infographic::relatiekaart::{Edge, Lane, Node, Relatiekaart};
use verbeeld::infographic::weave::Form;

const LANES: [(&str, &str, &str); 4] = [
    ("Bestuurlijk", "richting en besluit", "indigo"),
    ("Ambtelijk", "voorbereiding en regie", "wouw"),
    ("Beleid en projecten", "samen uitwerken", "walnoot"),
    ("Uitvoering en keten", "doen en adviseren", "weide"),
];

const NODES: [(&str, &str, &str, usize); 19] = [
    ("pho-vth", "PHO VTH", "portefeuillehouders", 0),
    ("colleges", "Colleges", "bevoegd gezag", 0),
    ("ab-odt", "AB ODT", "bestuur van de ODT", 0),
    ("pho-mda", "PHO MDA", "", 0),
    ("vth-kerngroep", "VTH-kerngroep", "voorzitter, secretaris, drie deelnemers", 1),
    ("kring-gemeentesecretarissen", "Kring gemeentesecretarissen", "", 1),
    ("begeleidingsgroep", "Begeleidingsgroep", "", 1),
    ("gastheerorganisatie", "Gastheerorganisatie", "", 1),
    ("accounthoudersoverleg", "Accounthoudersoverleg ODT", "", 1),
    ("werkgroep-financials", "Werkgroep Financials", "", 1),
    ("twentebreed-overleg", "Twentebreed beleidsoverleg", "", 2),
    ("projectgroepen", "Project- en werkgroepen", "", 2),
    ("platform-bodem", "Platform Bodem", "", 2),
    ("eigen-organisaties", "Eigen organisaties", "", 3),
    ("odt", "ODT", "Omgevingsdienst Twente", 3),
    ("veiligheidsregio-twente", "Veiligheidsregio Twente", "", 3),
    ("ggd-twente", "GGD Twente", "", 3),
    ("politie", "Politie", "", 3),
    ("waterschap-vechtstromen", "Waterschap Vechtstromen", "", 3),
];

const EDGES: [(&str, &str, &str, &str, &str, &str); 25] = [
    ("pho-vth", "vth-kerngroep", "verloofd", "", "duiding", "De kerngroep bereidt het werk van het PHO voor."),
    ("pho-vth", "colleges", "verliefd", "getrouwd", "duiding", "Het PHO bereidt besluiten voor; de colleges nemen ze."),
    ("pho-vth", "ab-odt", "gescheiden", "", "voorstel", "Beleid (PHO) en besturing van de ODT (AB) uit elkaar houden."),
    (
        "pho-vth",
        "pho-mda",
        "onbepaald",
        "verliefd",
        "open",
        "Afstemmen met het overleg over milieu, duurzaamheid en afval.",
    ),
    (
        "pho-vth",
        "waterschap-vechtstromen",
        "onbepaald",
        "verloofd",
        "open",
        "Het waterschap uitnodigen als bevoegd gezag.",
    ),
    ("pho-vth", "begeleidingsgroep", "onbepaald", "", "open", "De opdracht om dit plan uit te voeren."),
    ("pho-vth", "projectgroepen", "onbepaald", "", "open", "Bestuursopdrachten voor de thema’s op de agenda."),
    ("ab-odt", "odt", "onbepaald", "", "open", "De besturing van de ODT."),
    ("colleges", "odt", "verloofd", "", "duiding", "De beleidscyclus voor de ODT-taken."),
    ("colleges", "eigen-organisaties", "onbepaald", "", "open", "VTH-taken die de deelnemer zelf uitvoert."),
    ("vth-kerngroep", "twentebreed-overleg", "verloofd", "", "duiding", "Beleid afstemmen met alle deelnemers."),
    ("vth-kerngroep", "projectgroepen", "verloofd", "", "duiding", "Projecten uit de samenwerking uitvoeren."),
    (
        "vth-kerngroep",
        "accounthoudersoverleg",
        "onbepaald",
        "verloofd",
        "open",
        "Beleid verbinden met de milieu-uitvoering.",
    ),
    (
        "vth-kerngroep",
        "werkgroep-financials",
        "onbepaald",
        "verloofd",
        "open",
        "Hulp bij het geld van beleidsopdrachten, als dat nodig is.",
    ),
    (
        "vth-kerngroep",
        "platform-bodem",
        "onbepaald",
        "getrouwd",
        "open",
        "De VTH-kant van bodem samen afstemmen en kaders stellen.",
    ),
    (
        "vth-kerngroep",
        "gastheerorganisatie",
        "onbepaald",
        "",
        "open",
        "De gastheer stelt voorzitter en secretaris aan en geeft hun een werkplek.",
    ),
    ("odt", "vth-kerngroep", "verloofd", "", "duiding", "De ODT adviseert de samenwerking over wat haar aangaat."),
    (
        "vth-kerngroep",
        "veiligheidsregio-twente",
        "onbepaald",
        "verloofd",
        "open",
        "Betrokkenheid van deze ketenpartner regelen.",
    ),
    ("vth-kerngroep", "ggd-twente", "onbepaald", "verloofd", "open", "Betrokkenheid van deze ketenpartner regelen."),
    ("vth-kerngroep", "politie", "onbepaald", "verloofd", "open", "Betrokkenheid van deze ketenpartner regelen."),
    (
        "begeleidingsgroep",
        "kring-gemeentesecretarissen",
        "verliefd",
        "",
        "duiding",
        "Het collegevoorstel en de bestuurlijke ambitie bespreken en peilen.",
    ),
    (
        "gastheerorganisatie",
        "kring-gemeentesecretarissen",
        "onbepaald",
        "",
        "open",
        "De keuze van de gastheer, in overleg met de gemeentesecretarissen.",
    ),
    ("accounthoudersoverleg", "odt", "onbepaald", "", "open", "De verbinding met de milieu-uitvoering."),
    ("platform-bodem", "pho-mda", "onbepaald", "", "open", "De delen van bodem die niet over VTH gaan."),
    (
        "twentebreed-overleg",
        "eigen-organisaties",
        "onbepaald",
        "verloofd",
        "open",
        "Lijnmanagers van de deelnemers laten aanhaken.",
    ),
];

/// The levels of the example, from loose to close, then what is on no ladder.
pub fn levels() -> Vec<Level> {
    let step = |at: usize, name: &str, meaning: &str| Level::step(at, 3, None, name.to_owned(), meaning.to_owned());
    let off = |form: Form, name: &str, meaning: &str| Level::off_ladder(form, name.to_owned(), meaning.to_owned());
    vec![
        step(0, "verliefd", "informatie delen en uitwisselen"),
        step(1, "verloofd", "betrokken bij ontwikkeling en uitvoering"),
        step(2, "getrouwd", "beleid geïntegreerd"),
        off(Form::Gescheiden, "gescheiden", "bewust los van elkaar"),
        off(Form::Onbepaald, "nog niet bepaald", "het plan laat het open"),
    ]
}

fn level(name: &str) -> Level {
    let name = if name == "onbepaald" { "nog niet bepaald" } else { name };
    levels().into_iter().find(|level| level.name == name).unwrap()
}

/// The map of Twente.
pub fn twente() -> Relatiekaart {
    let index = |id: &str| NODES.iter().position(|node| node.0 == id).unwrap();
    Relatiekaart {
        head: Head {
            id: "kaart".to_owned(),
            title: "Wie is met wie verweven?".to_owned(),
            reading: "Hoe dichter het weefsel, hoe hechter de samenwerking.".to_owned(),
            source: "Uitvoeringsplan".into(),
            ..Head::default()
        },
        lanes: LANES
            .iter()
            .map(|(name, note, colour)| Lane { name: (*name).into(), note: (*note).into(), colour: (*colour).into() })
            .collect(),
        nodes: NODES
            .iter()
            .map(|(id, label, sub, lane)| Node {
                id: (*id).to_owned(),
                label: (*label).to_owned(),
                sub: (!sub.is_empty()).then(|| (*sub).to_owned()),
                lane: *lane,
                href: format!("/gremia/{id}/"),
                emphasis: matches!(*id, "pho-vth" | "vth-kerngroep"),
            })
            .collect(),
        edges: EDGES
            .iter()
            .map(|(from, to, now, wished, status, subject)| Edge {
                from: index(from),
                to: index(to),
                directed: false,
                level: level(now),
                before: None,
                ambition: (!wished.is_empty()).then(|| level(wished)),
                reading_only: *status == "duiding",
                subject: (*subject).to_owned(),
                href: format!("/relaties/{from}--{to}/"),
                status_name: (*status).to_owned(),
            })
            .collect(),
        legend: levels(),
        seats: Vec::new(),
    }
}

#[allow(dead_code, reason = "not every test that shares this file uses it")]
/// The same map some years on: what was an ambition is now so. Shows all weaves in plenty.
pub fn twente_later() -> Relatiekaart {
    let mut map = twente();
    map.head.id = "later".to_owned();
    for (i, edge) in map.edges.iter_mut().enumerate() {
        let grown = match (edge.level.name.as_str(), i % 4) {
            ("gescheiden", _) => continue,
            ("verloofd", _) => "getrouwd",
            ("nog niet bepaald", 0) => "verliefd",
            ("nog niet bepaald", 1) => "verloofd",
            ("nog niet bepaald", 2) => "getrouwd",
            _ => "verloofd",
        };
        edge.level = level(grown);
        edge.ambition = None;
        edge.reading_only = false;
        edge.status_name = "besloten".to_owned();
    }
    map
}

//! The relation map of the example: snapshots that a person can open, and what must hold of every map.

use crate::drawing::snapshot::{compare, measured, snapshot};
use crate::drawing::voorbeeld;
use verbeeld::markup::Html;

#[test]
fn the_snapshots_are_current() {
    let twente = voorbeeld::twente();
    let whole = twente.draw();
    snapshot("twente.svg", &whole.svg);
    measured("twente-midden", &whole.medium);
    measured("twente-staand", &whole.upright);
    compare("twente-smal.html", whole.narrow.as_str());
    measured("twente-later", &voorbeeld::twente_later().draw().svg);
    for (index, name) in [(0, "pho-vth"), (4, "vth-kerngroep"), (14, "odt"), (13, "eigen-organisaties")] {
        measured(&format!("rond-{name}"), &twente.draw_around(index).svg);
    }
}

#[test]
fn the_conclusion_counts_what_is_drawn() {
    assert_eq!(
        voorbeeld::twente().draw().conclusion,
        "17 van de 25 banden lopen via VTH-kerngroep of PHO VTH. 25 relaties tussen 19 partijen: 5 verloofd, 2 verliefd, 1 gescheiden en 17 nog niet bepaald."
    );
}

#[test]
fn every_box_and_line_is_a_named_link_and_ids_are_unique() {
    let map = voorbeeld::twente();
    let figure = map.draw();
    for svg in [&figure.svg, &figure.medium, &figure.upright, &map.weave().svg] {
        let links = svg.matches("<a ").count();
        assert_eq!(links, map.nodes.len() + map.edges.len());
        assert!(svg.split("<a ").skip(1).all(|link| link[..link.find('>').unwrap()].contains(" aria-label=\"")));
        assert!(svg.contains("aria-label=\"VTH-kerngroep, ambtelijk, 11 relaties\""));
        assert!(!svg.contains(" style=") && !svg.contains("<style"));
    }
    let page = format!("{}{}{}", figure.svg, figure.medium, figure.upright.to_string() + figure.narrow.as_str());
    let mut ids: Vec<&str> = page.split(" id=\"").skip(1).map(|rest| &rest[..rest.find('"').unwrap()]).collect();
    assert!(ids.iter().all(|id| id.starts_with("kaart-")));
    let count = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), count);
}

#[test]
fn the_list_and_the_table_hold_what_is_drawn() {
    let map = voorbeeld::twente();
    let figure = map.draw();
    assert_eq!(figure.narrow.as_str().matches("<li>").count(), map.edges.len());
    for (row, edge) in figure.table.rows.iter().zip(&map.edges) {
        assert_eq!(
            (row[0].plain(), row[1].plain()),
            (map.nodes[edge.from].label.clone(), map.nodes[edge.to].label.clone())
        );
        assert_eq!(row.len(), figure.table.head.len());
    }
}

#[test]
fn hostile_names_stay_text() {
    let mut map = voorbeeld::twente();
    map.nodes[0].label = "<script>\"&'".to_owned();
    map.edges[0].subject = "</title><a href=javascript:x>".to_owned();
    let figure = map.draw();
    let row = Html::join(&figure.table.rows[0], "");
    for part in [&*figure.svg, figure.narrow.as_str(), row.as_str()] {
        assert!(!part.contains("<script>") && !part.contains("</title><a href=j"));
    }
}

#[test]
fn empty_maps_are_drawn() {
    // Bodies without ties are a drawing of bodies, and the table names them.
    let mut map = voorbeeld::twente();
    map.edges.clear();
    assert_eq!(map.draw().conclusion, "Er staan geen banden in de gegevens.");
    assert_eq!(map.draw().upright.matches("data-knoop").count(), map.nodes.len());
    assert_eq!(map.draw().table.rows.len(), map.nodes.len());
    map.nodes.clear();
    assert!(map.draw().svg.ends_with("</svg>"));
    map.lanes.clear();
    assert!(map.draw_around(3).svg.ends_with("</svg>"));
}

//! The relation map of the example: snapshots that a person can open, and what must hold of every map.

#[path = "infographic/voorbeeld.rs"]
mod voorbeeld;

use std::path::PathBuf;

/// Compares with the file, or writes it when `UPDATE` is set.
#[allow(clippy::disallowed_methods)]
fn snapshot(name: &str, content: &str) {
    let path = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/infographic").join(name);
    if std::env::var_os("UPDATE").is_some() {
        std::fs::write(&path, content).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(expected == content, "{name} differs; UPDATE=1 rewrites it, then look at it");
}

/// The drawing with the theme's light tokens and rules inside, so that it opens on its own.
fn standalone(svg: &str) -> String {
    let tokens = include_str!("infographic/kleuren.css");
    let rules = include_str!("../themes/weefsel/css/40-infographic.css");
    let (open, rest) = svg.split_once('>').unwrap();
    format!("{open}><style>{tokens}{rules}</style>{rest}\n")
}

#[test]
fn the_snapshots_are_current() {
    let twente = voorbeeld::twente();
    let whole = twente.draw();
    snapshot("twente.svg", &standalone(&whole.svg));
    snapshot("twente-midden.svg", &standalone(&whole.medium));
    snapshot("twente-smal.html", &whole.narrow);
    snapshot("twente-later.svg", &standalone(&voorbeeld::twente_later().draw().svg));
    for (index, name) in [(0, "pho-vth"), (4, "vth-kerngroep"), (14, "odt"), (13, "eigen-organisaties")] {
        snapshot(&format!("rond-{name}.svg"), &standalone(&twente.draw_around(index).svg));
    }
}

#[test]
fn the_conclusion_counts_what_is_drawn() {
    assert_eq!(
        voorbeeld::twente().draw().conclusion,
        "25 relaties tussen 19 gremia: 5 verloofd, 2 verliefd, 1 gescheiden en 17 nog niet bepaald. VTH-kerngroep heeft de meeste: 11."
    );
}

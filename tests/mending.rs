//! `check --verbeter`: what is mended is what was told, and nothing else changes by a byte.
use crate::support::desk::{Desk, tree};
use std::fs;

const PAGE: &str = "\u{feff}+++\r\ntitel: Over ons\r\n+++\r\n\r\n##Wie\r\n\r\n-een\r\n\r\nZie [het plan] (https://a.example/plan) en [[Beekstad]].\r\n\r\n<a href=\"https://a.example\" target=\"_blank\">De site van A</a>\r\n\r\n• punt\r\n• nog een";

const MENDED: &str = "\u{feff}+++\r\ntitel = \"Over ons\"\r\n+++\r\n\r\n## Wie\r\n\r\n- een\r\n\r\nZie [het plan](https://a.example/plan) en [[beekstad]].\r\n\r\n<a href=\"https://a.example\">De site van A</a>\r\n\r\n- punt\r\n- nog een";

fn desk() -> Desk {
    let desk = Desk::new();
    desk.write(
        "site/portal.toml",
        "naam = \"Proef\"\nbasis_url = \"https://proef.example/\"\neigenaar = \"Redactie\"\n",
    );
    desk.write("site/content/index.md", "+++\ntitel = \"Start\"\n+++\n");
    desk.write("site/content/over.md", PAGE);
    desk.write(
        "site/data/alles.toml",
        "[[organisatie]]\nid = \"beekstad\"\nnaam = \"Beekstad\"\nsoort = \"gemeente\"\nstatus = \"feit\" # blijft\nbron = [\"plan\"]\n\n\
         [[bron]]\nid = \"plan\"\nnaam = “Het plan”\ndatum = 1 maart 2027\n\n\
         [[cijfer]]\nid = \"inwoners\"\nnaam = \"Inwoners\"\nwaarde = 14,5\neenheid = \"duizend\"\nstatus = \"feit\"\nbron = [\"plan\"]\n",
    );
    desk
}

#[test]
fn nothing_changes_without_a_yes() {
    let desk = desk();
    let before = tree(&desk.path("site"));
    let said = desk.run(&["check", "--verbeter"]).ends(1).says("check --verbeter --ja").says("Er is niets veranderd");
    for line in [
        "site/content/over.md, regel 2 (DATA001)\n  was:   titel: Over ons\n  wordt: titel = \"Over ons\"\n",
        "  was:   naam = “Het plan”\n  wordt: naam = \"Het plan\"\n",
        "  was:   datum = 1 maart 2027\n  wordt: datum = 2027-03-01\n",
        "  was:   waarde = 14,5\n  wordt: waarde = 14.5\n",
    ] {
        assert!(said.out.contains(line), "{line}\n{}", said.out);
    }
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn only_what_is_told_changes() {
    let desk = desk();
    desk.run(&["check", "--verbeter", "--ja"]).says("Verbeterd:");
    // With the data whole, names can be told from ids.
    desk.run(&["check", "--verbeter", "--ja"]).good();
    assert_eq!(fs::read_to_string(desk.path("site/content/over.md")).unwrap(), MENDED);
    let data = fs::read_to_string(desk.path("site/data/alles.toml")).unwrap();
    assert!(data.contains("status = \"feit\" # blijft\n") && data.contains("waarde = 14.5\n"), "{data}");
    desk.run(&["check"]).good();
    let before = tree(&desk.path("site"));
    desk.run(&["check", "--verbeter", "--ja"]).good().says("niets dat Verbeeld veilig zelf kan verbeteren");
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn what_can_mean_two_things_is_left() {
    let desk = desk();
    let text = "+++\ntitel = \"Over\"\n+++\n\n#Samen naar zee\n\nEen **half vet woord.\n";
    desk.write("site/content/over.md", text);
    desk.run(&["check", "--verbeter", "--ja"]);
    assert_eq!(fs::read_to_string(desk.path("site/content/over.md")).unwrap(), text);
}

/// Quotes of a word processor go, and none of them stays in the text.
#[test]
fn crooked_quotes_leave_nothing() {
    let desk = desk();
    let body = |name: &str, tasks: &str| {
        format!(
            "[[gremium]]\nid = \"raad\"\nnaam = {name}\nlaag = \"bestuur\"\nomschrijving = \"Hier.\"\ntaken = {tasks}\n\
             status = \"feit\"\nbron = [\"plan\"]\n[[gremium.lid]]\ngroep = \"Allen\"\n"
        )
    };
    let right = body("\"Raad\"", "[\"Oevers opmeten.\", \"Praten.\"]");
    for (name, tasks) in [
        ("“Raad”", "[“Oevers opmeten.”, “Praten.”]"),
        ("\"Raad”", "[„Oevers opmeten.”, ‘Praten.’]"),
        ("„Raad\"", "(\"Oevers opmeten.\", \"Praten.\")"),
        ("Raad”", "[\"Oevers opmeten.”, \"Praten.\"]"),
    ] {
        desk.write("site/data/gremia.toml", &body(name, tasks));
        desk.run(&["check", "--verbeter", "--ja"]);
        assert_eq!(fs::read_to_string(desk.path("site/data/gremia.toml")).unwrap(), right, "{name} {tasks}");
    }
}

/// What a message says to write is written, in quotes or not.
#[test]
fn a_date_between_quotes() {
    let desk = desk();
    let source = |id: &str, date: &str| format!("[[bron]]\nid = \"{id}\"\nnaam = \"Bron {id}\"\ndatum = {date}\n\n");
    let data = source("dag", "\"20 maart 2026\"")
        + &source("kwartaal", "'Q3 2026'")
        + &source("maand", "\"maart 2026\"")
        + &source("kort", "26-03-01");
    desk.write("site/data/meer.toml", &data);
    desk.run(&["check", "--verbeter", "--ja"]).says("Verbeterd:").says("verbeeld terug");
    let after = fs::read_to_string(desk.path("site/data/meer.toml")).unwrap();
    let mended = source("dag", "2026-03-20")
        + &source("kwartaal", "\"2026-Q3\"")
        + &source("maand", "\"maart 2026\"")
        + &source("kort", "26-03-01");
    assert_eq!(after, mended, "a month may be a day or a quarter, and what is short two days, so they are left");
    desk.run(&["terug"]).good();
    assert_eq!(fs::read_to_string(desk.path("site/data/meer.toml")).unwrap(), data);
}

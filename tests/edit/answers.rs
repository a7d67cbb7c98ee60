//! What an editor answers who has no answer, and what is said of what was done.

use crate::support::desk::{Desk, tree};
use std::fs;

const ACT: &[&str] = &["--datum", "2026-01-10", "--door", "bestuurlijk-overleg", "--bron", "Notulen"];

fn with_choice() -> Desk {
    let desk = Desk::with_site();
    desk.write(
        "site/data/opgaven.toml",
        "[[spoor]]\nid = \"spoor\"\nnummer = 1\nnaam = \"Spoor\"\nomschrijving = \"Een spoor.\"\nstatus = \"voorstel\"\nbron = [\"werkplan\"]\n\n\
         [[opgave]]\nid = \"opgave\"\nnummer = 1\nnaam = \"Opgave\"\nspoor = \"spoor\"\ndoel = \"Een doel.\"\nstatus = \"voorstel\"\nbron = [\"werkplan\"]\n",
    );
    desk.write(
        "site/data/keuzes.toml",
        "[[keuze]]\nid = \"plaats\"\nvraag = \"Waar vergadert het?\"\nopgave = \"opgave\"\nopties = [\"Hier\", \"Daar\"]\nstatus = \"open\"\n\
         bron = [\n  \"werkplan/overleg\", # eerste\n  # los, met een komma\n  \"werkplan/bijdrage\" # laatste\n]\n",
    );
    desk
}

fn run(desk: &Desk, command: &[&str], act: &[&str]) -> crate::support::desk::Said {
    desk.run(&[command, act].concat())
}

#[test]
fn no_answer_is_recorded_as_none() {
    let desk = with_choice();
    let before = tree(&desk.path("site"));
    for bron in [
        "onbekend",
        "Geen",
        "weet ik niet.",
        "nee",
        "n.v.t.",
        "?",
        "C:\\Users\\Jan de Wit\\besluit.pdf",
        "\\\\server\\stuk.pdf",
        "file:///home/x.pdf",
    ] {
        let act = ["--datum", "2026-01-10", "--door", "bestuurlijk-overleg", "--bron", bron];
        run(&desk, &["besluit", "plaats", "--uitkomst", "Hier"], &act).ends(1);
    }
    for outcome in ["Nog niet bekend", "onbekend.", "volgt later"] {
        run(&desk, &["besluit", "plaats", "--uitkomst", outcome], ACT).ends(1).says("geen uitkomst");
    }
    assert!(tree(&desk.path("site")) == before);
}

#[test]
fn remarks_in_a_list_stay() {
    let desk = with_choice();
    run(&desk, &["besluit", "plaats", "--uitkomst", "Hier"], ACT).good();
    let after = fs::read_to_string(desk.path("site/data/keuzes.toml")).unwrap();
    let list = "bron = [\n  \"werkplan/overleg\", # eerste\n  # los, met een komma\n  \"werkplan/bijdrage\", # laatste\n  \"notulen\",\n]\n";
    assert!(after.contains(list), "{after}");
}

#[test]
fn an_empty_seat_is_a_new_one() {
    let desk = Desk::with_site();
    let seats = || fs::read_to_string(desk.path("site/data/gremia.toml")).unwrap().matches("[[gremium.lid]]").count();
    let before = seats();
    run(&desk, &["zetel", "projectgroep-oevers", "molenbroek", "--vult", "", "--functie", "gast"], ACT).good();
    assert_eq!(seats(), before + 1);
}

#[test]
fn a_level_is_told_as_it_holds() {
    let desk = Desk::with_site();
    let tie = "kernteam--bestuurlijk-overleg";
    let raise = |act: &[&str]| run(&desk, &["niveau", tie, "samen-doen"], act);
    // Who may decide, and that nobody does, is said alike in the help, the question and the refusal.
    let by = |by: &'static str| ["--datum", "2026-01-10", "--door", by, "--bron", "Notulen"];
    raise(&by("kernteam")).ends(1).says("dit vraagt een besluit");
    raise(&by("beekstad")).ends(1).says("“beekstad” is een").says("besluit een overleg").says("bestuurlijk-overleg");
    // Of later than the day of the contents.
    let said = raise(&["--datum", "2026-03-12", "--door", "bestuurlijk-overleg", "--bron", "Notulen"]).good();
    let said = said
        .says("De site laat dat zien zodra stand")
        .says("De ambitie van deze band (“samen-doen”) is hiermee bereikt");
    assert!(!said.out.contains("is nu “samen-doen”") && !said.err.contains("REGEL075"), "{}{}", said.out, said.err);
}

#[test]
fn what_goes_is_not_said_to_be_left() {
    let desk = with_choice();
    desk.write(
        "site/data/vragen.toml",
        "[[vraag]]\nid = \"een\"\nvraag = \"Hoe gaat het?\"\nantwoord = \"Goed.\"\nnaar = \"kernteam\"\n\n\
         [[vraag]]\nid = \"twee\"\nvraag = \"Wat is er?\"\nantwoord = \"Niets.\"\nnaar = \"kernteam\"\n",
    );
    let said = desk.run(&["verwijder", "een"]).good();
    assert!(!said.err.contains("De naam staat hier nog") && !said.out.contains("De naam staat hier nog"));
}

#[cfg(unix)]
#[test]
fn a_file_that_is_shut_stays_as_it_is() {
    use std::os::unix::fs::PermissionsExt;
    let desk = with_choice();
    let path = desk.path("site/data/keuzes.toml");
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let before = tree(&desk.path("site"));
    run(&desk, &["besluit", "plaats", "--uitkomst", "Hier"], ACT).ends(2).says("alleen-lezen");
    assert!(tree(&desk.path("site")) == before);
}

//! What a command changed is taken back by another, with no other program, and without losing what was not saved elsewhere.
use crate::support::desk::{Desk, tree};
use std::collections::BTreeMap;
use std::path::PathBuf;

const CHOICE: &str = "\n[[keuze]]\nid = \"keuze-plek\"\nvraag = \"Waar vergadert het?\"\nopgave = \"opgave-1\"\nopties = [\"Hier\", \"Daar\"]\nstatus = \"open\"\nbron = [\"plan\"]\n";

/// The starter site with a choice in it, and with what stands in its data.
pub(super) fn desk() -> (Desk, BTreeMap<PathBuf, Vec<u8>>) {
    let desk = Desk::with_site();
    let task = "[[opgave]]\nid = \"opgave-1\"\nnaam = \"Opgave\"\nnummer = 1\nspoor = \"spoor-1\"\ndoel = \"Iets.\"\nstatus = \"feit\"\nbron = [\"plan\"]\n";
    let track = "[[spoor]]\nid = \"spoor-1\"\nnaam = \"Spoor\"\nnummer = 1\nomschrijving = \"Het.\"\nstatus = \"feit\"\nbron = [\"plan\"]\n";
    let source = "[[bron]]\nid = \"plan\"\nnaam = \"Het plan\"\n";
    desk.write("site/data/keuzes.toml", &format!("{source}\n{track}\n{task}{CHOICE}").replace('\n', "\r\n"));
    let before = data(&desk);
    (desk, before)
}

pub(super) fn data(desk: &Desk) -> BTreeMap<PathBuf, Vec<u8>> {
    tree(&desk.path("site"))
}

fn decide(desk: &Desk) -> crate::support::desk::Said {
    let what = ["--uitkomst", "hier", "--datum", "2026-03-12", "--door", "", "--bron", "Notulen"];
    desk.run(&[&["besluit", "keuze-plek"][..], &what].concat())
}

#[test]
fn a_decision_is_taken_back_to_the_byte() {
    let (desk, before) = desk();
    let said = decide(&desk);
    assert_eq!(said.code, 0, "{}", said.err);
    assert!(said.err.contains("verbeeld terug") && !said.err.contains("git checkout"), "{}", said.err);
    // A site of several files gets a file for a kind that has none.
    assert!(desk.path("site/data/mijlpalen.toml").is_file(), "{}", said.err);
    let back = desk.run(&["terug"]);
    assert_eq!(back.code, 0, "{}", back.err);
    assert_eq!(data(&desk), before);
    assert!(back.err.contains("site/data/keuzes.toml"), "{}", back.err);
    assert_ne!(desk.run(&["terug"]).code, 0, "there is nothing more to take back");
}

#[test]
fn what_was_changed_since_is_never_lost() {
    let (desk, _) = desk();
    decide(&desk).good();
    let path = desk.path("site/data/keuzes.toml");
    std::fs::write(&path, format!("{}# van mij\r\n", std::fs::read_to_string(&path).unwrap())).unwrap();
    let sources = desk.path("site/data/mijlpalen.toml");
    std::fs::write(&sources, format!("{}# ook van mij\n", std::fs::read_to_string(&sources).unwrap())).unwrap();
    let mine = data(&desk);
    let back = desk.run(&["terug"]).ends(1);
    // All of them at once, and what to do.
    for words in ["keuzes.toml", "mijlpalen.toml", "niets veranderd", "Wat u kunt doen", "git diff"] {
        assert!(back.err.contains(words), "{words}: {}", back.err);
    }
    assert_eq!(data(&desk), mine);
    // Who puts that right can take it back after all.
    for path in [&path, &sources] {
        let text = std::fs::read_to_string(path).unwrap();
        std::fs::write(path, text.replace("# van mij\r\n", "").replace("# ook van mij\n", "")).unwrap();
    }
    desk.run(&["terug"]).good();
}

/// Not only the last act: one after the other, each told with what comes next.
#[test]
fn acts_are_taken_back_one_after_the_other() {
    let (desk, before) = desk();
    desk.run(&["hernoem", "keuze-plek", "keuze-waar"]).good();
    let renamed = data(&desk);
    desk.run(&["hernoem", "opgave-1", "opgave-een"]).good();
    let both = data(&desk);
    let what = ["--uitkomst", "hier", "--datum", "2026-03-12", "--door", "", "--bron", "Notulen"];
    desk.run(&[&["besluit", "keuze-waar"][..], &what].concat()).good();
    let back = desk.run(&["terug"]).good().says("Nog eens verbeeld terug").says("opgave-een");
    // What is quoted holds quotes of its own.
    assert!(!back.err.contains("““") && !back.err.contains("””"), "{}", back.err);
    assert_eq!(data(&desk), both);
    desk.run(&["terug"]).good().says("keuze-waar");
    assert_eq!(data(&desk), renamed);
    desk.run(&["terug"]).good().says("Een eerdere opdracht is er niet");
    assert_eq!(data(&desk), before);
    desk.run(&["terug"]).ends(1).says("niets om terug te nemen");
}

#[test]
fn a_record_that_got_another_id_gets_its_own_again() {
    let (desk, before) = desk();
    desk.run(&["hernoem", "keuze-plek", "keuze-waar"]).good();
    assert_ne!(data(&desk), before);
    desk.run(&["terug"]).good();
    assert_eq!(data(&desk), before);
}

/// A block that still has to be filled in is not unknown.
#[test]
fn a_choice_that_is_not_filled_in_yet() {
    let (desk, _) = desk();
    desk.run(&["new", "keuze", "keuze-leeg"]).good();
    let said = desk.run(&["besluit", "keuze-leeg", "--uitkomst", "x", "--datum", "2026", "--door", "", "--bron", "y"]);
    assert_ne!(said.code, 0);
    assert!(said.err.contains("niet") && !said.err.contains("Er is geen keuze"), "{}", said.err);
}

/// Other hands, like `git checkout`, took all of it back: that is told, and no longer remembered.
#[test]
fn what_was_taken_back_elsewhere_is_told_and_forgotten() {
    let (desk, before) = desk();
    let restore = |only: &str| {
        for (path, bytes) in before.iter().filter(|(path, _)| path.to_string_lossy().contains(only)) {
            std::fs::write(desk.path("site").join(path), bytes).unwrap();
        }
    };
    // Two acts on the same files, both of which are gone.
    desk.run(&["hernoem", "opgave-1", "opgave-een"]).good();
    decide(&desk).good();
    restore("");
    for path in data(&desk).into_keys().filter(|path| !before.contains_key(path)) {
        std::fs::remove_file(desk.path("site").join(path)).unwrap();
    }
    assert_eq!(data(&desk), before);
    let back = desk.run(&["terug"]).good().says("al teruggenomen").says("keuze-plek");
    assert!(back.err.contains("opgave-een"), "{}", back.err);
    assert_eq!(data(&desk), before);
    desk.run(&["terug"]).ends(1).says("niets om terug te nemen");
    // Some of it: the rest is taken back, and which was already is told.
    decide(&desk).good();
    restore("keuzes.toml");
    let back = desk.run(&["terug"]).good().says("Deze waren al zo");
    let (taken, already) = back.err.split_once("Deze waren al zo").unwrap();
    assert!(taken.contains("mijlpalen.toml") && already.contains("keuzes.toml"), "{}", back.err);
    assert_eq!(data(&desk), before);
}
